import type { MarketState, PastLiquidation, Snapshot, Usd } from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";
import { closesOf, lossesOf } from "../history";

/** Who pays debt that its owner does not, in order. */
export const PAYERS = ["takers", "netting", "backstop", "insurance", "cover", "lenders"] as const;
export type Payer = (typeof PAYERS)[number];

/** Debt of liquidated accounts by who paid it, and what lenders are owed now. */
export interface Waterfall {
  /** Undefined as soon as one of its amounts has no price. */
  readonly paid: Readonly<Record<Payer, Usd | undefined>>;
  /** Lenders lost nothing, to the unit. */
  readonly isWhole: boolean;
  /** Nobody was ever liquidated. */
  readonly isCalm: boolean;
  /** Supply of all reserves in view, with interest. */
  readonly owed: Usd | undefined;
}

const payerOf = { auction: "takers", soft: "takers", netting: "netting", backstop: "backstop" } as const;

/** Of one market, or of all; at the prices of now. */
export function waterfallOf(
  past: readonly PastLiquidation[],
  snapshot: Snapshot,
  market?: MarketState | undefined,
): Waterfall {
  const inView = market === undefined ? past : past.filter((entry) => entry.market === market.id);
  const closed: Record<(typeof payerOf)[keyof typeof payerOf], Usd | undefined> = {
    takers: 0n,
    netting: 0n,
    backstop: 0n,
  };
  for (const { close, repaidValue } of closesOf(inView, snapshot)) {
    const payer = payerOf[close.path];
    closed[payer] = add(closed[payer], repaidValue);
  }
  const lost = lossesOf(inView, snapshot);
  const markets = market === undefined ? snapshot.markets : [market];
  return {
    paid: { ...closed, insurance: lost.insurance, cover: lost.backstop, lenders: lost.suppliers },
    isWhole: !inView.some((entry) => entry.type === "loss" && entry.step === "suppliers"),
    isCalm: inView.length === 0,
    owed: markets
      .flatMap(({ assets }) => assets)
      .reduce<Usd | undefined>((sum, asset) => add(sum, usdOf(asset.reserve.supplied, asset)), 0n),
  };
}

function add(a: Usd | undefined, b: Usd | undefined): Usd | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
