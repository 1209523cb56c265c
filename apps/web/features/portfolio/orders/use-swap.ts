"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { ordersCopy } from "@/content/orders";
import { orderTitle } from "@/features/transaction/orders/describe";
import { planOrder } from "@/features/transaction/orders/plan";
import type { Planner } from "@/features/transaction/plan-of";
import { usePlan, useTradeLimits } from "@/features/transaction/use-plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { orderButton, orderNote } from "./order-button";
import { amountIn, orderLimit, type SwapIntent, type SwapType } from "./order-limits";
import { useAmount } from "./use-amount";

const copy = ordersCopy.swap;
const planSwap: Planner<SwapIntent> = (intent, context) => planOrder(intent, context, undefined);

/** State of a swap: what is typed, what it means, and what it leads to. */
export function useSwap(snapshot: Snapshot, position: Position, type: SwapType) {
  const side = type === "swapCollateral" ? "collateral" : "debt";
  const other = side === "collateral" ? "debt" : "collateral";
  const { market, account } = position;
  const [chosenFrom, setFrom] = useState<number>();
  const [chosenTo, setTo] = useState<number>();
  const limits = useTradeLimits(snapshot);
  const canSign = useCanSign();

  const given = market.assets.filter(({ index }) => amountIn(position, index, side) > 0n);
  const from = given.find(({ index }) => index === chosenFrom) ?? given[0];
  const takers = market.assets.filter(
    ({ index }) => index !== from?.index && amountIn(position, index, other) === 0n,
  );
  const to = takers.find(({ index }) => index === chosenTo) ?? takers[0];
  const token = from ?? position.quote;
  const typed = useAmount(token);
  const { parsed, all, amount } = typed;
  const total = amountIn(position, token.index, side);

  const order = useMemo(() => {
    if (from === undefined || to === undefined) return undefined;
    const of = { type, account, market: market.id, from: from.index, to: to.index } as const;
    return (asked: bigint | "max"): SwapIntent => ({ ...of, amount: asked });
  }, [type, account, market.id, from, to]);
  const limit = useMemo(
    () => limits && order && orderLimit({ snapshot, limits, total, order }),
    [snapshot, limits, total, order],
  );
  const intent = useMemo(() => (amount === 0n ? undefined : order?.(amount)), [order, amount]);
  const plan = usePlan(intent, snapshot, planSwap);
  const takeMax = () => typed.take(limit);
  const words = { tooMuch: copy.tooMuch[type], most: copy.most };
  const note = orderNote({ parsed, isAll: all, total, limit, token, takeMax, words });
  const planned = plan.status === "planned" ? plan.plan : undefined;
  const title = intent === undefined ? "" : orderTitle(intent, planned, snapshot);
  const button = orderButton({ parsed, note, plan, canSign, title });

  const startOver = (change: () => void) => {
    change();
    typed.clear();
  };
  return {
    ...{ given, from, takers, to, token, total, typed, intent, plan, takeMax, note, button },
    setFrom: (index: number) => startOver(() => setFrom(index)),
    setTo: (index: number) => startOver(() => setTo(index)),
  };
}
