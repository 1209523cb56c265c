"use client";

import { useEffect, useState } from "react";
import { transactionCopy } from "@/content/transaction";

const PATIENCE_MS = 60_000;
const copy = transactionCopy.wait;
const link =
  "min-h-6 font-medium text-accent hover:underline disabled:text-fg-3 disabled:no-underline max-tablet:min-h-11";

interface WalletWaitProps {
  readonly onStop: () => void;
  /** Looks on the chain for what the wallet was asked; a signature leaves nothing there. */
  readonly onLook?: (() => Promise<boolean>) | undefined;
}

/** The ways out while the wallet has the word: stop, or say that it is done; after a minute, what to look for. */
export function WalletWait({ onStop, onLook }: WalletWaitProps) {
  const [long, setLong] = useState(false);
  const [look, setLook] = useState<"none" | "looking" | "nothing">("none");
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  const lookNow = async () => {
    setLook("looking");
    if (!(await onLook?.())) setLook("nothing");
  };
  return (
    <div data-slot="wallet-wait" className="grid gap-1 text-center text-12 text-fg-3">
      <p role="status">{look === "nothing" ? copy.notFound : long && copy.help}</p>
      <p className="flex flex-wrap justify-center gap-x-4">
        {onLook !== undefined && (
          <button type="button" className={link} disabled={look === "looking"} onClick={() => void lookNow()}>
            {copy.look}
          </button>
        )}
        <button type="button" className={link} onClick={onStop}>
          {copy.stop}
        </button>
      </p>
    </div>
  );
}
