"use client";

import { parseAmount } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { exactAmount, type TokenUnit } from "@/lib/format";
import type { OrderLimit } from "./order-limits";

interface Typed {
  readonly text: string;
  /** Max was pressed: the chain decides how much all of it is. */
  readonly all: boolean;
}

const NOTHING: Typed = { text: "", all: false };

/** What is typed into an order's field; it stays as it is while blocks come, whatever interest adds. */
export function useAmount(token: TokenUnit & { readonly symbol: string }) {
  const [{ text, all }, setTyped] = useState(NOTHING);
  const parsed = useMemo(() => parseAmount(text, token.decimals, token.symbol), [text, token]);
  return {
    text,
    parsed,
    all,
    /** What the order asks for; nothing yet is 0. */
    amount: all ? ("max" as const) : parsed.type === "amount" ? parsed.amount : 0n,
    setText: (next: string) => setTyped({ text: next, all: false }),
    take: (limit: OrderLimit | undefined) =>
      limit !== undefined && setTyped({ text: exactAmount(limit.max, token.decimals), all: limit.isAll }),
    clear: () => setTyped(NOTHING),
  };
}
