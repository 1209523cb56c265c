"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { helpCopy as copy } from "@/content/help";
import { isHelped, setHelped } from "./help-store";

type Stage = "asked" | "open" | "gone";

/** Offers the first steps once, in the flow of the page: it covers nothing and asks nothing twice. */
export function HelpStrip() {
  const [stage, setStage] = useState<Stage>(() => (isHelped() ? "gone" : "asked"));
  const path = usePathname();
  const leave = () => {
    setHelped();
    setStage("gone");
  };
  if (stage === "gone") return null;
  if (stage === "open") return <HelpDialog onClose={leave} />;
  return (
    <aside
      aria-label={copy.label}
      data-slot="help-strip"
      data-over={path.startsWith("/trade") ? "trade" : undefined}
      className="flex min-h-10 shrink-0 items-center gap-3 border-line border-t bg-panel px-4 py-1 text-12 max-tablet:data-[over=trade]:pb-[84px]"
    >
      <span className="min-w-0 flex-1 text-fg-2">
        <strong className="font-medium text-fg">{copy.strip}</strong> {copy.stripBody}
      </span>
      <Button size="xs" onClick={() => setStage("open")}>
        {copy.open}
      </Button>
      <Button size="xs" variant="ghost" onClick={leave}>
        {copy.skip}
      </Button>
    </aside>
  );
}

function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={copy.title} width={480}>
      <ol className="grid gap-4">
        {copy.steps.map(({ title, body }, index) => (
          <li key={title} className="grid grid-cols-[24px_1fr] gap-2.5">
            <span className="grid size-6 place-items-center rounded-full border border-line-strong text-12 text-fg-2">
              {index + 1}
            </span>
            <span>
              <span className="block font-medium">{title}</span>
              <span className="block text-fg-2 leading-normal">{body}</span>
            </span>
          </li>
        ))}
      </ol>
      <Button variant="primary" size="lg" className="mt-4" onClick={onClose}>
        {copy.done}
      </Button>
    </Dialog>
  );
}
