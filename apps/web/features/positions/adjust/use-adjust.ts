"use client";

import { type Position, parseAmount, type Snapshot, walletOf } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { useAmountText } from "@/components/ui/use-amount-text";
import { planOf } from "@/features/transaction/plan-trade";
import { usePlan, useTradeLimits } from "@/features/transaction/use-plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { exactAmount } from "@/lib/format";
import { type AdjustMode, adjustAction, adjustIntent, legOf } from "./adjust-intent";
import { adjustLimit } from "./adjust-limits";
import { adjustButton, adjustNote } from "./adjust-state";

/** State of the adjust dialog: what is typed, what it means, and what it leads to. */
export function useAdjust(snapshot: Snapshot, position: Position, mode: AdjustMode) {
  const [chosenAsset, setAsset] = useState<number>();
  const { text, isMax, setText, typeMax } = useAmountText();
  const limits = useTradeLimits(snapshot);
  const canSign = useCanSign();

  const own = legOf(position, position.base.index);
  const first = position.legs.find((leg) => leg.collateral > 0n);
  const held = (own !== undefined && own.collateral > 0n ? own : first)?.asset.index ?? position.quote.index;
  const asset =
    mode === "reduce" ? position.base.index : (chosenAsset ?? (mode === "add" ? position.quote.index : held));
  const token = position.market.assets[asset] ?? position.quote;
  const parsed = useMemo(() => parseAmount(text, token.decimals, token.symbol), [text, token]);
  const amount = parsed.type === "amount" ? parsed.amount : 0n;
  const action = adjustAction(position, { mode, asset });
  const limit = useMemo(
    () => limits && adjustLimit({ snapshot, limits, position, mode, asset }),
    [snapshot, limits, position, mode, asset],
  );
  const leg = legOf(position, asset);
  const isAll = limit?.isAll === true && amount > 0n && (isMax || amount >= limit.max);
  const intent = useMemo(
    () => adjustIntent(position, { mode, asset, amount, isAll }),
    [position, mode, asset, amount, isAll],
  );
  const plan = usePlan(intent, snapshot, planOf);
  const takeMax = () => limit !== undefined && typeMax(exactAmount(limit.max, token.decimals));
  const balance = walletOf(snapshot, token.token)?.balance;
  const owed = leg?.debt ?? 0n;
  const note = adjustNote({ action, parsed, limit, balance, owed, token, takeMax });
  const button = adjustButton({ action, parsed, note, plan, canSign, position, token });

  const startOver = (change: () => void) => () => {
    change();
    setText("");
  };
  return {
    mode,
    asset,
    setAsset: (next: number) => startOver(() => setAsset(next))(),
    token,
    text,
    setText,
    action,
    limit,
    leg,
    balance,
    intent,
    plan,
    takeMax,
    note,
    button,
  };
}

export type AdjustState = ReturnType<typeof useAdjust>;
