"use client";

import {
  type AssetState,
  type BackstopState,
  type MarketState,
  parseAmount,
  type Snapshot,
  walletOf,
} from "@gimbal/sdk";
import { useCallback, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TokenInput } from "@/components/ui/token-input";
import { backstopCopy } from "@/content/backstop";
import { useDeployment } from "@/features/data/runtime-context";
import { planBackstop } from "@/features/transaction/backstop/plan";
import type { BackstopIntent } from "@/features/transaction/intent";
import type { Planner } from "@/features/transaction/plan-of";
import { openReview } from "@/features/transaction/transaction-store";
import { usePlan } from "@/features/transaction/use-plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { exactAmount, formatAge, formatAmount } from "@/lib/format";
import { type BackstopMode, backstopButton, backstopIntent, backstopNote } from "./backstop-form";

const copy = backstopCopy.dialog;

interface BackstopDialogProps {
  readonly mode: BackstopMode;
  readonly market: MarketState;
  readonly state: BackstopState;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
  /** Shows this dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** How much to put in, or how much is to leave. */
export function BackstopDialog(props: BackstopDialogProps) {
  const { mode, market, state, snapshot, onClose, onReopen } = props;
  const quote = market.assets[state.quote] as AssetState;
  const [text, setText] = useState("");
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const canSign = useCanSign();
  const balance = walletOf(snapshot, quote.token)?.balance;
  const parsed = useMemo(() => parseAmount(text, quote.decimals, quote.symbol), [text, quote]);
  const amount = parsed.type === "amount" ? parsed.amount : 0n;
  const intent = useMemo(() => backstopIntent(mode, state, amount), [mode, state, amount]);
  const planner = useCallback<Planner<BackstopIntent>>(
    (asked, context) => planBackstop(asked, context, state),
    [state],
  );
  const plan = usePlan(intent, snapshot, planner);
  const most = mode === "deposit" ? balance : state.stake?.assets;
  const takeMax = () => setText(exactAmount(most ?? 0n, quote.decimals));
  const note = backstopNote(mode, state, parsed, balance, quote, takeMax);
  const button = backstopButton(mode, parsed, note, plan, canSign, quote);

  const review = () => {
    if (intent === undefined || owner === undefined) return;
    onClose();
    openReview(intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={copy.titles[mode]}
      description={backstopCopy.exit.about(
        formatAge(Number(state.cooldown)),
        formatAge(Number(state.window)),
      )}
    >
      <div data-slot="backstop-form" data-mode={mode} className="grid grid-cols-1 gap-3.5">
        <TokenInput
          label={copy.amount}
          symbol={quote.symbol}
          value={text}
          onChange={setText}
          aside={
            mode === "deposit"
              ? copy.balance(formatAmount(balance, quote))
              : copy.yours(formatAmount(state.stake?.assets, quote))
          }
          onMax={takeMax}
          note={note}
        />
        <Button
          variant="primary"
          size="lg"
          data-slot="backstop-action"
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
