import { parseUnits } from "viem";
import * as z from "zod/mini";

const optional = <T extends z.core.SomeType>(type: T) => z.catch(z.optional(type), undefined);

const schema = z.object({
  side: optional(z.enum(["long", "short"])),
  margin: optional(z.enum(["isolated", "cross"])),
  leverage: optional(z.string().check(z.regex(/^\d{1,3}(\.\d{1,2})?$/))),
});

export interface TradeParams {
  readonly side: "long" | "short" | undefined;
  readonly margin: "isolated" | "cross" | undefined;
  /** [wad] */
  readonly leverage: bigint | undefined;
}

/** Reads `?side=long&leverage=3&margin=cross`. What is malformed counts as not given. */
export function parseTradeParams(search: Readonly<Record<string, unknown>>): TradeParams {
  const { side, leverage, margin } = z.parse(schema, search);
  const wad = leverage === undefined ? undefined : parseUnits(leverage, 18);
  return { side, margin, leverage: wad === 0n ? undefined : wad };
}
