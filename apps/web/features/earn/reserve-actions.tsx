"use client";

import { Button } from "@/components/ui/button";
import { earnCopy } from "@/content/earn";
import { signingCopy } from "@/content/signing";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import type { EarnMode } from "./dialog/earn-form";
import type { ReserveView } from "./reserves";

interface ReserveActionsProps {
  readonly reserve: ReserveView;
  readonly onEdit: (key: string, mode: EarnMode) => void;
  readonly size: "sm" | "md";
}

/** Supply and withdraw; without a wallet, supply asks to connect one. */
export function ReserveActions({ reserve, onEdit, size }: ReserveActionsProps) {
  const { owner, watching } = useOwner();
  const wallet = useWallet();
  const { key, asset, marketName, lender } = reserve;
  const off = watching ? { disabled: true, title: signingCopy.watching } : {};
  return (
    <span className="inline-flex gap-1.5 max-tablet:grid max-tablet:grid-cols-2 max-tablet:gap-2">
      <Button
        size={size}
        className="max-tablet:h-11"
        aria-label={earnCopy.supplyLabel(asset.symbol, marketName)}
        {...off}
        onClick={() => (owner === undefined ? wallet.connect() : onEdit(key, "supply"))}
      >
        {earnCopy.supply}
      </Button>
      <Button
        size={size}
        className="max-tablet:h-11"
        aria-label={earnCopy.withdrawLabel(asset.symbol, marketName)}
        disabled={(lender?.shares ?? 0n) === 0n}
        {...off}
        onClick={() => onEdit(key, "withdraw")}
      >
        {earnCopy.withdraw}
      </Button>
    </span>
  );
}
