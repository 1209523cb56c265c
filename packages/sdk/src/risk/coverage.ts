import { min } from "../math/FixedPointMath";
import { bucketsAtRisk } from "../math/LiquidationBuckets";
import { type AssetPrice, type Seconds, type TokenAmount, type Usd, WAD, type Wad } from "../units";

/** The throttle of liquidations through outside markets: twice the present depth in five minutes. */
const THROTTLE_DEPTHS = 2n;
const THROTTLE_PERIOD = 300n;
/** A netting takes at most half of an opposite account. */
const NETTABLE_DIVISOR = 2n;

/** What the coverage of a market needs to know of one asset. */
export interface CoverageAsset {
  /** Bounds of the maintenance price. */
  readonly price: { readonly low: AssetPrice; readonly high: AssetPrice };
  /** `presentDepth` [USD, whole] */
  readonly depth: bigint;
  /** Fees of its reserve. */
  readonly fees: TokenAmount;
  /** Debt of its reserve that the map does not show. */
  readonly unmapped: TokenAmount;
}

/** What the coverage of a market needs to know. */
export interface CoverageMarket {
  readonly assets: readonly CoverageAsset[];
  /** Liquidation map of a pair, by bucket; `liquidationMap` of the engine. */
  map(debtAsset: number, collateralAsset: number): readonly TokenAmount[];
  /** Capital that stands in for losses. */
  readonly backstop: Usd;
  /** Time that outside markets have. */
  readonly horizon: Seconds;
}

/** Coverage of one shock. */
export interface ShockCoverage {
  readonly throttle: Usd;
  readonly nettable: Usd;
  readonly insurance: Usd;
  readonly backstop: Usd;
  readonly atRisk: Usd;
  /** All parts over the debt at risk; `null` without any. */
  readonly ratio: Wad | null;
}

/**
 * Coverage of a jump of one asset's price, as `CoverageGate.shockOf`: whether the liquidations it makes necessary can be
 * done without anyone's loss when liquidity is thin. Equal to the chain but for the rounding of each bucket, which the
 * chain does once for their sum.
 *
 * @param market Maps, depths and prices.
 * @param asset Asset that jumps.
 * @param rises Whether it rises, against those who owe it; else it falls, against those who hold it.
 * @param gap The jump, in [0, 0.9].
 */
export function shockCoverage(
  market: CoverageMarket,
  asset: number,
  rises: boolean,
  gap: Wad,
): ShockCoverage {
  const { assets, horizon, backstop } = market;
  const jumping = at(assets, asset);
  const throttle = (THROTTLE_DEPTHS * jumping.depth * WAD * horizon) / THROTTLE_PERIOD;
  const fall = rises ? (gap * WAD) / (WAD + gap) : gap;
  let [atRisk, nettable, insurance] = [0n, 0n, 0n];
  const addReserve = (index: number) => {
    const { fees, unmapped } = at(assets, index);
    atRisk += worth(at(assets, index), unmapped);
    insurance += worth(at(assets, index), fees);
  };
  for (const other of assets.keys()) {
    if (other === asset) continue;
    const [debt, collateral] = rises ? [asset, other] : [other, asset];
    const hurt = debtAtRisk(market, debt, collateral, fall);
    if (hurt > 0n) {
      atRisk += hurt;
      const opposite = sum(market.map(collateral, debt));
      nettable += min(worth(at(assets, collateral), opposite) / NETTABLE_DIVISOR, hurt);
    }
    if (!rises) addReserve(other);
  }
  if (rises) addReserve(asset);
  const covered = throttle + nettable + insurance + backstop;
  return {
    throttle,
    nettable,
    insurance,
    backstop,
    atRisk,
    ratio: atRisk === 0n ? null : (covered * WAD) / atRisk,
  };
}

/** Value of the debt of one pair that a fall of its collateral would make liquidatable. */
function debtAtRisk(market: CoverageMarket, debt: number, collateral: number, fall: Wad): Usd {
  const [owed, held] = [at(market.assets, debt), at(market.assets, collateral)];
  const buckets = bucketsAtRisk(held.price.low, owed.price.high, fall);
  const debts = market.map(debt, collateral);
  return worth(owed, sum(buckets.map((bucket) => debts[bucket] ?? 0n)));
}

/** At the middle of the bounds. */
function worth({ price }: CoverageAsset, amount: TokenAmount): Usd {
  return (amount * ((price.low + price.high) / 2n)) / WAD;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function at(assets: readonly CoverageAsset[], index: number): CoverageAsset {
  const asset = assets[index];
  if (asset === undefined) throw new RangeError(`the market has no asset ${index}`);
  return asset;
}
