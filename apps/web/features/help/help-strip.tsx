"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { helpStripCopy as copy } from "@/content/help-strip";
import { setHelped } from "./help-store";

const HelpDialog = dynamic(() => import("./help-dialog").then((module) => module.HelpDialog), { ssr: false });

type Stage = "asked" | "open" | "gone";

/** Offers the first steps once, in the flow of the page: it covers nothing and asks nothing twice. */
export function HelpStrip({ isHelped }: { readonly isHelped: boolean }) {
  const [stage, setStage] = useState<Stage>(isHelped ? "gone" : "asked");
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
