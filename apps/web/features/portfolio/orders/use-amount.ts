"use client";

import { parseAmount } from "@gimbal/sdk";
import { useMemo } from "react";
import { useAmountText } from "@/components/ui/use-amount-text";
import { exactAmount, type TokenUnit } from "@/lib/format";
import type { OrderLimit } from "./order-limits";

/** What is typed into an order's field, and what it asks for. */
export function useAmount(token: TokenUnit & { readonly symbol: string }) {
  const { text, isMax: all, setText, typeMax } = useAmountText();
  const parsed = useMemo(() => parseAmount(text, token.decimals, token.symbol), [text, token]);
  return {
    text,
    parsed,
    all,
    /** Nothing yet is 0. */
    amount: all ? ("max" as const) : parsed.type === "amount" ? parsed.amount : 0n,
    setText,
    take: (limit: OrderLimit | undefined) => {
      if (limit === undefined) return;
      const type = limit.isAll ? typeMax : setText;
      type(exactAmount(limit.max, token.decimals));
    },
    clear: () => setText(""),
  };
}
