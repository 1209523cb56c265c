import type { AssetState, Position } from "@gimbal/sdk";
import { ordersCopy } from "@/content/orders";
import { formatHealth, formatLeverage, formatLiquidationPrice, formatToken } from "@/lib/format";

const copy = ordersCopy.preview;

/** A number as text, with the exact one behind it. */
export interface Reading {
  readonly text: string;
  readonly raw: bigint | null | undefined;
}

/** One number of an account before and after an order. */
export interface AccountChange {
  readonly name: string;
  readonly label: string;
  readonly before: Reading;
  readonly after: Reading;
}

/** Risk of an account, and what it holds and owes of each asset; an empty account has none of it. */
export function accountChange(
  before: Position | undefined,
  after: Position | undefined,
): readonly AccountChange[] {
  const row = (name: keyof typeof copy.rows, read: (position: Position) => Reading): AccountChange => ({
    name,
    label: copy.rows[name],
    before: before === undefined ? empty() : read(before),
    after: after === undefined ? empty() : read(after),
  });
  return [
    row("health", ({ health: raw }) => ({ text: formatHealth(raw), raw })),
    row("leverage", ({ leverage: raw }) => ({ text: formatLeverage(raw, "nearest"), raw })),
    row("liquidation", ({ liquidationPrice: raw, side }) => ({
      text: formatLiquidationPrice(raw, side),
      raw,
    })),
    ...amounts(before, after, "collateral"),
    ...amounts(before, after, "debt"),
  ];
}

const empty = (): Reading => ({ text: copy.empty, raw: null });

function amounts(
  before: Position | undefined,
  after: Position | undefined,
  side: "collateral" | "debt",
): readonly AccountChange[] {
  const of = (position: Position | undefined, { index }: AssetState) =>
    position?.legs.find(({ asset }) => asset.index === index)?.[side] ?? 0n;
  const assets = (after ?? before)?.market.assets ?? [];
  const label = side === "collateral" ? copy.holds : copy.owes;
  const read = (raw: bigint, asset: AssetState): Reading => ({
    text: formatToken(raw, asset, side === "debt" ? "up" : "down"),
    raw,
  });
  return assets
    .filter((asset) => of(before, asset) + of(after, asset) > 0n)
    .map((asset) => ({
      name: `${side}-${asset.symbol}`,
      label: label(asset.symbol),
      before: read(of(before, asset), asset),
      after: read(of(after, asset), asset),
    }));
}
