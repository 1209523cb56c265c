"use client";

import { useEffect, useState } from "react";
import { transactionCopy } from "@/content/transaction";

const PATIENCE_MS = 60_000;
const copy = transactionCopy.wait;

/** After a minute with the wallet: what to look for, and the way out. */
export function WalletWait({ onStop }: { readonly onStop: () => void }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p data-slot="wallet-wait" className="text-center text-12 text-fg-3">
      {long && `${copy.help} `}
      <button type="button" className="font-medium text-accent hover:underline" onClick={onStop}>
        {copy.stop}
      </button>
    </p>
  );
}
