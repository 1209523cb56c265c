"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { risksCopy as copy } from "@/content/risks";
import { useRisksAccepted } from "./risk-store";

/** What can be lost, once per browser, in the place of the first button that asks a wallet. */
export function RiskGate({ children }: { readonly children: ReactNode }) {
  const { isAccepted, accept } = useRisksAccepted();
  const after = useRef<HTMLDivElement>(null);
  const [isHere, setHere] = useState(false);
  // the button that had the focus is gone
  useEffect(() => {
    if (isHere) after.current?.focus();
  }, [isHere]);
  if (isAccepted) {
    return (
      <div ref={after} tabIndex={-1} className="outline-none">
        {children}
      </div>
    );
  }
  return (
    <section
      data-slot="risks"
      aria-label={copy.title}
      className="grid gap-2.5 rounded-2 bg-soft-bg px-3.5 py-3"
    >
      <strong className="font-medium">{copy.title}</strong>
      <ul className="grid list-disc gap-1.5 pl-4 text-fg-2 leading-normal">
        {copy.risks.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
      <Button
        size="lg"
        onClick={() => {
          accept();
          setHere(true);
        }}
      >
        {copy.accept}
      </Button>
    </section>
  );
}
