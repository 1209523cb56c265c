"use client";

import { parseAmount, type Snapshot, walletOf } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { TokenInput } from "@/components/ui/token-input";
import { useAmountText } from "@/components/ui/use-amount-text";
import { earnCopy } from "@/content/earn";
import { useDeployment } from "@/features/data/runtime-context";
import { planOf } from "@/features/transaction/plan-trade";
import { openReview } from "@/features/transaction/transaction-store";
import { usePlan } from "@/features/transaction/use-plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { exactAmount, formatAmount } from "@/lib/format";
import type { ReserveView } from "../reserves";
import { type EarnMode, earnButton, earnIntent, earnLimit, earnNote } from "./earn-form";
import { EarnPreview } from "./earn-preview";

const copy = earnCopy.dialog;

const modes = () =>
  [
    { value: "supply", label: earnCopy.supply },
    { value: "withdraw", label: earnCopy.withdraw },
  ] as const;

interface EarnDialogProps {
  readonly snapshot: Snapshot;
  readonly reserve: ReserveView;
  readonly initialMode: EarnMode;
  readonly onClose: () => void;
  /** Shows this dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** Lends to a reserve, or takes back. */
export function EarnDialog({ snapshot, reserve, initialMode, onClose, onReopen }: EarnDialogProps) {
  const { asset, marketName, lender } = reserve;
  const [mode, setMode] = useState(initialMode);
  const { text, isMax, setText, typeMax } = useAmountText();
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const canSign = useCanSign();

  const balance = walletOf(snapshot, asset.token)?.balance;
  const parsed = useMemo(() => parseAmount(text, asset.decimals, asset.symbol), [text, asset]);
  const amount = parsed.type === "amount" ? parsed.amount : 0n;
  const limit = earnLimit(reserve, mode, balance);
  const takeMax = () => typeMax(exactAmount(limit.max, asset.decimals));
  const intent = earnIntent(reserve, mode, amount, limit, isMax);
  const plan = usePlan(intent, snapshot, planOf);
  const note = earnNote({ reserve, mode, parsed, balance, takeMax });
  const button = earnButton({ reserve, mode, parsed, note, plan, canSign });

  const review = () => {
    if (intent === undefined || owner === undefined) return;
    onClose();
    openReview(intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={copy.title(mode === "supply" ? earnCopy.supply : earnCopy.withdraw, asset.symbol)}
      description={copy.market(marketName)}
    >
      <div data-slot="earn-form" data-mode={mode} className="grid grid-cols-1 gap-3.5">
        <Segmented<EarnMode>
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
            mode === "supply"
              ? copy.balance(formatAmount(balance, asset))
              : copy.yours(formatAmount(lender?.assets, asset))
          }
          onMax={takeMax}
          note={note}
        />
        <EarnPreview plan={plan} reserve={reserve} />
        <Button
          variant="primary"
          size="lg"
          data-slot="earn-action"
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
