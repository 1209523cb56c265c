"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { ordersCopy } from "@/content/orders";
import { dataOf } from "@/features/data/loadable";
import type { AmountOrMax } from "@/features/transaction/intent";
import { orderTitle } from "@/features/transaction/orders/describe";
import { planOrder } from "@/features/transaction/orders/plan";
import { useOperator } from "@/features/transaction/orders/use-operator";
import type { Planner } from "@/features/transaction/plan-of";
import { usePlan, useTradeLimits } from "@/features/transaction/use-plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { orderButton, orderNote } from "./order-button";
import { amountIn, type MoveIntent, orderLimit } from "./order-limits";
import { targetsOf } from "./targets";
import { useAmount } from "./use-amount";

const copy = ordersCopy.move;

/** What moves: an amount of collateral, or one collateral with one debt. */
export type What = "collateral" | "position";

/** State of a move: what is chosen, what it means, and what it leads to. */
export function useMove(snapshot: Snapshot, position: Position) {
  const { market, account } = position;
  const held = market.assets.filter(({ index }) => amountIn(position, index, "collateral") > 0n);
  const owed = market.assets.filter(({ index }) => amountIn(position, index, "debt") > 0n);
  const [what, setWhat] = useState<What>(owed.length > 0 ? "position" : "collateral");
  const [chosenHeld, setHeld] = useState<number>();
  const [chosenOwed, setOwed] = useState<number>();
  const [chosenTarget, setTarget] = useState<string>();
  const limits = useTradeLimits(snapshot);
  const canSign = useCanSign();
  const allowed = useOperator();
  const operator = dataOf(allowed);

  const isWhole = what === "position" && owed.length > 0;
  const collateral = held.find(({ index }) => index === chosenHeld) ?? held[0];
  const debt = owed.find(({ index }) => index === chosenOwed) ?? owed[0];
  const token = collateral ?? position.quote;
  const typed = useAmount(token);
  const { parsed, all, amount } = typed;
  const total = amountIn(position, token.index, "collateral");

  const moved = isWhole ? debt?.index : undefined;
  const targets = useMemo(
    () =>
      collateral === undefined
        ? []
        : targetsOf(snapshot, position, { collateral: collateral.index, debt: moved }),
    [snapshot, position, collateral, moved],
  );
  const target = targets.find((candidate) => candidate.account === chosenTarget) ?? targets[0];
  const [into, intoMarket] = [target?.account, target?.market];

  const order = useMemo(() => {
    if (into === undefined || intoMarket === undefined) return undefined;
    const of = { type: "move", account, market: market.id, target: into, targetMarket: intoMarket } as const;
    const what = {
      collateralAsset: token.index,
      debtAsset: moved ?? 0,
      debt: isWhole ? ("max" as const) : 0n,
    };
    return (asked: AmountOrMax): MoveIntent => ({ ...of, ...what, collateral: asked });
  }, [account, market.id, into, intoMarket, token.index, moved, isWhole]);
  const limit = useMemo(
    () => (isWhole ? undefined : limits && order && orderLimit({ snapshot, limits, total, order })),
    [isWhole, snapshot, limits, total, order],
  );
  const intent = useMemo(() => {
    const asked = isWhole ? "max" : amount;
    return asked === 0n ? undefined : order?.(asked);
  }, [isWhole, order, amount]);
  const planMove = useMemo<Planner<MoveIntent>>(
    () => (asked, context) => planOrder(asked, context, operator),
    [operator],
  );
  const plan = usePlan(intent, snapshot, planMove);
  const takeMax = () => typed.take(limit);
  const words = { tooMuch: ordersCopy.swap.tooMuch.swapCollateral, most: copy.most };
  const note = orderNote({ parsed, isAll: false, total, limit, token, takeMax, words });
  const planned = plan.status === "planned" ? plan.plan : undefined;
  const title = intent === undefined ? "" : orderTitle(intent, planned, snapshot);
  const button = orderButton({
    parsed: isWhole ? undefined : parsed,
    note: isWhole ? undefined : note,
    ...{ plan, canSign, title },
  });
  return {
    ...{
      what: isWhole ? ("position" as const) : ("collateral" as const),
      setWhat,
      held,
      owed,
      collateral,
      debt,
    },
    ...{ token, total, typed, all, targets, target, allowed, intent, plan, takeMax, note, button, canSign },
    setHeld: (index: number) => {
      setHeld(index);
      typed.clear();
    },
    setOwed,
    setTarget,
  };
}
