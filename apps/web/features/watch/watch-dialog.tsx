"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { watchCopy } from "@/content/watch";
import { useWatch } from "./use-watch";
import { parseWatch } from "./watch-param";

const copy = watchCopy.dialog;

/** Asks for the address to watch. */
export function WatchDialog({ onClose }: { readonly onClose: () => void }) {
  const { turnTo } = useWatch();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const parsed = parseWatch(text);
  const fault = parsed.type === "invalid" && isTried ? parsed.fault : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.type !== "address") return;
    onClose();
    turnTo(parsed.address);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={copy.title}
      description={copy.about}
      width={480}
    >
      <form data-slot="watch-form" onSubmit={submit} className="grid gap-3.5">
        <TextField
          label={copy.label}
          value={text}
          onChange={setText}
          note={fault === undefined ? undefined : { tone: "error", text: `${watchCopy.faults[fault]}.` }}
        />
        <Button type="submit" variant="primary" size="lg">
          {copy.action}
        </Button>
      </form>
    </Dialog>
  );
}
