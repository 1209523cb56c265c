"use client";

import { Button } from "@/components/ui/button";
import { signingCopy } from "@/content/signing";
import { vaultCopy } from "@/content/vault";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import type { ReserveView } from "../reserves";
import type { VaultMode } from "./vault-form";

const copy = vaultCopy.actions;

interface VaultActionsProps {
  readonly reserve: ReserveView;
  readonly onEdit: (mode: VaultMode) => void;
}

/** Deposit and withdraw; without a wallet, a deposit asks to connect one. */
export function VaultActions({ reserve: { asset, marketName, vault }, onEdit }: VaultActionsProps) {
  const { owner, watching } = useOwner();
  const wallet = useWallet();
  const off = watching ? { disabled: true, title: signingCopy.watching } : {};
  return (
    <span className="inline-flex gap-2 max-tablet:grid max-tablet:w-full max-tablet:grid-cols-2">
      <Button
        className="max-tablet:h-11"
        aria-label={copy.depositLabel(asset.symbol, marketName)}
        {...off}
        onClick={() => (owner === undefined ? wallet.connect() : onEdit("deposit"))}
      >
        {copy.deposit}
      </Button>
      <Button
        className="max-tablet:h-11"
        aria-label={copy.withdrawLabel(asset.symbol, marketName)}
        disabled={(vault?.stake?.shares ?? 0n) === 0n}
        {...off}
        onClick={() => onEdit("withdraw")}
      >
        {copy.withdraw}
      </Button>
    </span>
  );
}
