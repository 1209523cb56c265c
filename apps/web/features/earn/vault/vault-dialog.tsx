"use client";

import { parseAmount, type Snapshot, walletOf } from "@gimbal/sdk";
import { useCallback, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { TokenInput } from "@/components/ui/token-input";
import { useAmountText } from "@/components/ui/use-amount-text";
import { vaultCopy } from "@/content/vault";
import { useDeployment } from "@/features/data/runtime-context";
import type { VaultIntent } from "@/features/transaction/intent";
import type { Planner } from "@/features/transaction/plan-of";
import { openReview } from "@/features/transaction/transaction-store";
import { usePlan } from "@/features/transaction/use-plan";
import { planVault } from "@/features/transaction/vault/plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { exactAmount, formatAmount } from "@/lib/format";
import type { ReserveView } from "../reserves";
import { type VaultMode, vaultButton, vaultIntent, vaultLimit, vaultNote } from "./vault-form";
import { VaultPreview } from "./vault-preview";

const copy = vaultCopy.dialog;

const modes = () =>
  [
    { value: "deposit", label: vaultCopy.actions.deposit },
    { value: "withdraw", label: vaultCopy.actions.withdraw },
  ] as const;

interface VaultDialogProps {
  readonly snapshot: Snapshot;
  readonly reserve: ReserveView & Required<Pick<ReserveView, "vault">>;
  readonly initialMode: VaultMode;
  readonly onClose: () => void;
  /** Shows this dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** Tokens into a vault for shares, or back. */
export function VaultDialog({ snapshot, reserve, initialMode, onClose, onReopen }: VaultDialogProps) {
  const { asset, marketName, vault } = reserve;
  const [mode, setMode] = useState(initialMode);
  const { text, isMax, setText, typeMax } = useAmountText();
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const canSign = useCanSign();
  const balance = walletOf(snapshot, asset.token)?.balance;
  const parsed = useMemo(() => parseAmount(text, asset.decimals, asset.symbol), [text, asset]);
  const planner = useCallback<Planner<VaultIntent>>(
    (asked, context) => planVault(asked, context, vault),
    [vault],
  );
  const form = vault && { asset, vault, mode, balance };
  const amount = parsed.type === "amount" ? parsed.amount : 0n;
  const intent = form && vaultIntent(form, amount, isMax);
  const plan = usePlan(intent, snapshot, planner);
  if (vault === undefined || form === undefined) return null;
  const takeMax = () => typeMax(exactAmount(vaultLimit(form).max, asset.decimals));
  const note = vaultNote(form, parsed, takeMax);
  const button = vaultButton({ form, parsed, note, plan, canSign });

  const review = () => {
    if (intent === undefined || owner === undefined) return;
    onClose();
    openReview(intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={copy.title(vaultCopy.actions[mode], asset.symbol)}
      description={copy.description(marketName)}
    >
      <div data-slot="vault-form" data-mode={mode} className="grid grid-cols-1 gap-3.5">
        <Segmented<VaultMode>
          label={copy.mode}
          options={modes()}
          value={mode}
          onChange={(next) => {
            setMode(next);
            setText("");
          }}
          size="lg"
        />
        <TokenInput
          label={copy.amount}
          symbol={asset.symbol}
          value={text}
          onChange={setText}
          aside={
            mode === "deposit"
              ? copy.balance(formatAmount(balance, asset))
              : copy.yours(formatAmount(vault.stake?.assets, asset))
          }
          onMax={takeMax}
          note={note}
        />
        <VaultPreview plan={plan} asset={asset} vault={vault} />
        <Button
          variant="primary"
          size="lg"
          data-slot="vault-action"
          data-state={button.state}
          disabled={button.state === "off"}
          onClick={review}
        >
          {button.label}
        </Button>
      </div>
    </Dialog>
  );
}
