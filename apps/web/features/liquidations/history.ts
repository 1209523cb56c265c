import {
  type AssetState,
  type LossStep,
  type MarketState,
  type PastClose,
  type PastLiquidation,
  type PastLoss,
  type Seconds,
  type Snapshot,
  type Usd,
  WAD,
} from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";
import { FEE_SHARE } from "./curve";

/** One past close with the assets it moved. */
export interface CloseRow {
  readonly close: PastClose;
  readonly market: MarketState;
  readonly collateral: AssetState;
  readonly debt: AssetState;
  /** At the prices of now: a history keeps amounts, not prices. */
  readonly repaidValue: Usd | undefined;
  /** Bonus less the insurance's part, of the repaid value. */
  readonly profit: Usd | undefined;
}

/** Past closes, newest first. */
export function closesOf(past: readonly PastLiquidation[], snapshot: Snapshot): readonly CloseRow[] {
  return past
    .flatMap((entry) => {
      if (entry.type !== "close") return [];
      const market = snapshot.markets.find(({ id }) => id === entry.market);
      const collateral = market?.assets[entry.collateralAsset];
      const debt = market?.assets[entry.debtAsset];
      if (market === undefined || collateral === undefined || debt === undefined) return [];
      const repaidValue = usdOf(entry.repaid, debt);
      const profit = repaidValue && (repaidValue * entry.bonus * (WAD - FEE_SHARE)) / (WAD * WAD);
      return [{ close: entry, market, collateral, debt, repaidValue, profit }];
    })
    .sort((a, b) => newestFirst(a.close, b.close));
}

function newestFirst(a: PastLiquidation, b: PastLiquidation): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber > b.blockNumber ? -1 : 1;
  return b.logIndex - a.logIndex;
}

/** What was lost, by who bore it. */
export type LossTotals = Readonly<Record<LossStep, Usd | undefined>> & { readonly total: Usd | undefined };

/** Losses of all reserves, at the prices of now; undefined as soon as one of them has no price. */
export function lossesOf(past: readonly PastLiquidation[], snapshot: Snapshot): LossTotals {
  const sums: Record<LossStep, Usd | undefined> = { insurance: 0n, backstop: 0n, suppliers: 0n };
  for (const entry of past) {
    if (entry.type !== "loss") continue;
    const asset = assetOf(entry, snapshot);
    const [sum, value] = [sums[entry.step], usdOf(entry.amount, asset)];
    sums[entry.step] = sum === undefined || value === undefined ? undefined : sum + value;
  }
  const parts = [sums.insurance, sums.backstop, sums.suppliers];
  const total = parts.reduce<Usd | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : sum + part),
    0n,
  );
  return { ...sums, total };
}

/** What was lost of which asset; undefined if the market is gone. */
export function assetOf({ market, asset }: PastLoss, { markets }: Snapshot): AssetState | undefined {
  return markets.find(({ id }) => id === market)?.assets[asset];
}

const DAY: Seconds = 86_400n;

/** What was closed in the last day, and what takers earned by it. */
export interface DayTotals {
  readonly count: number;
  readonly repaid: Usd | undefined;
  readonly profit: Usd | undefined;
}

/** Totals of the last day; a close whose time is not known yet is left out. */
export function dayTotals(
  rows: readonly CloseRow[],
  timeOf: (row: CloseRow) => Seconds | undefined,
  now: Seconds,
): DayTotals {
  const recent = rows.filter((row) => {
    const time = timeOf(row);
    return time !== undefined && now - time < DAY;
  });
  const sum = (values: readonly (Usd | undefined)[]) =>
    values.reduce<Usd | undefined>(
      (total, value) => (total === undefined || value === undefined ? undefined : total + value),
      0n,
    );
  return {
    count: recent.length,
    repaid: sum(recent.map(({ repaidValue }) => repaidValue)),
    profit: sum(recent.map(({ profit }) => profit)),
  };
}
