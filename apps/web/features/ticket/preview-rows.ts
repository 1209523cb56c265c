import { type Position, type TradePreview, type Usd, WAD, type Wad } from "@gimbal/sdk";
import { ticketCopy } from "@/content/ticket";
import { usdOf } from "@/features/transaction/usd";
import {
  formatBorrowRate,
  formatChance,
  formatCost,
  formatDistance,
  formatLiquidationPrice,
  formatPrice,
  formatToken,
  formatUsdCost,
  UNKNOWN,
} from "@/lib/format";
import { chanceOf, horizons } from "./chance";
import { entryAfter } from "./entry";

export type PreviewRowName = keyof typeof ticketCopy.preview.rows;

/** A number as text, with the exact one behind it. */
export interface Shown {
  readonly text: string;
  readonly raw: bigint | null | undefined;
}

export interface PreviewRow {
  readonly name: PreviewRowName;
  readonly before: Shown | undefined;
  readonly after: Shown;
  readonly detail?: string;
  readonly tone: "neutral" | "warning" | "bad";
}

/** Impact from which a person is warned, and from which it is called bad. */
const IMPACT_WARNING = WAD / 200n;
const IMPACT_BAD = WAD / 50n;
/** A pool's fee is in millionths. */
const FEE_TO_WAD = WAD / 1_000_000n;

interface PreviewInputs {
  readonly preview: TradePreview;
  /** Least that the order accepts [units of what it buys]. */
  readonly limit: bigint;
  readonly entryBefore: Usd | undefined;
  /** Forecast of the base asset. */
  readonly volatility: Wad | undefined;
}

/** Rows of the ticket's preview. `before` is left out where there was no position. */
export function previewRows({
  preview,
  limit,
  entryBefore,
  volatility,
}: PreviewInputs): readonly PreviewRow[] {
  const { before, after, quote } = preview;
  const known = after ?? before;
  if (known === undefined) return [];
  const { base, quote: quoteAsset } = known;
  const bought = known.side === "short" ? quoteAsset : base;
  const sold = known.side === "short" ? base : quoteAsset;
  const traded = usdOf(quote.amountIn, sold);
  const impactUsd = traded === undefined ? undefined : (traded * preview.priceImpact) / WAD;
  const poolFee = BigInt(quote.poolFee) * FEE_TO_WAD;

  const pair = (name: PreviewRowName, of: (position: Position) => Shown): PreviewRow => ({
    name,
    before: before && of(before),
    after: after === undefined ? { text: UNKNOWN, raw: undefined } : of(after),
    tone: "neutral",
  });
  const cost = (name: PreviewRowName, share: bigint, usd: Usd | undefined, tone: PreviewRow["tone"]) => ({
    name,
    before: undefined,
    after: { text: formatCost(share), raw: share },
    ...(usd !== undefined && { detail: formatUsdCost(usd) }),
    tone,
  });
  const entry = entryAfter(before, entryBefore, preview);

  return [
    pair("size", ({ size }) => ({ text: formatToken(size, base), raw: size })),
    {
      name: "entry",
      before: before && { text: formatPrice(entryBefore), raw: entryBefore },
      after: { text: formatPrice(entry), raw: entry },
      tone: "neutral",
    },
    pair("liquidation", (position) => ({
      text: formatLiquidationPrice(position.liquidationPrice, position.side),
      raw: position.liquidationPrice,
    })),
    pair("distance", ({ liquidationDistance: raw }) => ({ text: formatDistance(raw), raw })),
    pair("chanceDay", (position) => chance(position, horizons.day, volatility)),
    pair("chanceWeek", (position) => chance(position, horizons.week, volatility)),
    {
      name: "borrowRate",
      before: before && { text: formatBorrowRate(before.borrowRate), raw: before.borrowRate },
      after: { text: formatBorrowRate(preview.borrowRate), raw: preview.borrowRate },
      tone: "neutral",
    },
    {
      name: "carry",
      before: before && carry(before, before.borrowRate),
      after: after === undefined ? { text: UNKNOWN, raw: undefined } : carry(after, preview.borrowRate),
      tone: "neutral",
    },
    cost("impact", preview.priceImpact, impactUsd, impactTone(preview.priceImpact)),
    cost("fees", poolFee, preview.fee, "neutral"),
    {
      name: "minimum",
      before: undefined,
      after: { text: formatToken(limit, bought), raw: limit },
      tone: "neutral",
    },
  ];
}

function chance(position: Position, horizon: bigint, volatility: Wad | undefined): Shown {
  const raw = chanceOf(position, horizon, volatility);
  return { text: raw === null ? ticketCopy.preview.none : formatChance(raw), raw };
}

/** What interest takes of the equity in a year, rounded up; collateral is never lent, so nothing comes in. */
function carry(position: Position, rate: Wad | undefined): Shown {
  const raw = carryOf(position, rate);
  return { text: raw === null ? ticketCopy.preview.none : formatBorrowRate(raw), raw };
}

/** Borrow rate times debt over equity [wad]; `null` without debt, undefined while a price is down. */
export function carryOf({ legs, equity }: Position, rate: Wad | undefined): Wad | null | undefined {
  if (legs.every(({ debt }) => debt === 0n)) return null;
  const values = legs.map(({ debt, asset }) => usdOf(debt, asset));
  if (equity === undefined || equity <= 0n || rate === undefined || values.includes(undefined))
    return undefined;
  const debt = values.reduce<Usd>((sum, value) => sum + (value ?? 0n), 0n);
  return (debt * rate + equity - 1n) / equity;
}

/** Grade of a price impact. */
export function impactTone(impact: bigint): PreviewRow["tone"] {
  if (impact >= IMPACT_BAD) return "bad";
  return impact >= IMPACT_WARNING ? "warning" : "neutral";
}
