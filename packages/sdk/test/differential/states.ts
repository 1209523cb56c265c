import { concatHex, type Hex, numberToHex } from "viem";
import { type MarginRamp, volatilityMargin } from "../../src/math/AssetConfig";
import type { AuctionState } from "../../src/math/auction";
import type { Amounts, RiskAsset } from "../../src/math/EngineRisk";
import { debtOf, grow, type ReserveWords } from "../../src/math/ReserveWords";
import type { Random } from "../support/random";

/** One asset of a random market, in the words of the SDK. */
export interface AssetCase {
  readonly ramp: MarginRamp;
  /** [1e-4] */
  readonly penalty: bigint;
  readonly depthMantissa: bigint;
  readonly depthExponent: bigint;
  /** 7 bits over 5, as the market's word has it; 0: none. */
  readonly positionCap: bigint;
  readonly correlations: bigint;
  readonly reserve: ReserveWords;
  readonly opening: { readonly low: bigint; readonly high: bigint };
  readonly maintenance: { readonly low: bigint; readonly high: bigint };
  readonly collateral: bigint;
  readonly scaledDebt: bigint;
}

/** A market, one account in it, and a liquidation to try. */
export interface StateCase {
  readonly initialRatio: bigint;
  readonly targetHealth: bigint;
  readonly hedgeless: boolean;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly maxRepaid: bigint;
  readonly auction: AuctionState;
  /** What the throttle of the collateral lacked, and when. */
  readonly drawn: { readonly amount: bigint; readonly time: bigint };
  readonly assets: readonly AssetCase[];
}

const MAX_LEG = 10n ** 18n; // USD: just under 2^120 as a wad

/** A random state. Half are isolated pairs, the rest have up to all sixteen assets; prices, amounts and time are extreme. */
export function randomState(random: Random, now: bigint): StateCase {
  const count = random.chance(40) ? 2 : random.chance(30) ? 16 : random.int(2, 16);
  const size = random.pick([6, 20, 27, 34, 40, 56] as const); // bits of USD of the largest leg
  const correlated = random.chance(60);
  const matrix = correlationMatrix(random, count, correlated);
  const sides = Array.from({ length: count }, () =>
    random.pick(["held", "owed", "held", "owed", "none"] as const),
  );
  if (random.chance(90)) {
    const [held, owed] = random.chance(50) ? [0, 1] : [1, 0];
    sides[held] = "held";
    sides[owed] = "owed";
  }
  const assets = sides.map((side, i) => randomAsset(random, now, side, size, matrix[i] ?? 0n));
  const of = (side: string, other: number) => {
    const found = sides.indexOf(side as "held");
    return found === -1 || random.chance(5) ? other : found;
  };
  return {
    initialRatio: random.between(10_500n, 30_000n),
    targetHealth: random.between(10_100n, 12_000n),
    hedgeless: random.between(0n, 3n) === 0n,
    collateralAsset: of("held", 0),
    debtAsset: of("owed", 1),
    maxRepaid: random.chance(70) ? (1n << 200n) - 1n : random.bits(90),
    auction: {
      startedAt: random.chance(30) ? 0n : now - random.between(0n, random.chance(80) ? 600n : 4_000n),
      lastSoftAt: random.chance(60) ? 0n : now - random.between(0n, 600n),
      softZone: random.chance(60),
      stopped: random.chance(5),
    },
    drawn: {
      amount: random.chance(40) ? 0n : random.bits(random.pick([76, 86, 100] as const)),
      time: now - random.between(0n, 400n),
    },
    assets: random.chance(75) ? levered(random, now, assets) : assets,
  };
}

function randomAsset(
  random: Random,
  now: bigint,
  side: "held" | "owed" | "none",
  sizeBits: number,
  correlations: bigint,
): AssetCase {
  const decimals = random.pick([6n, 8n, 18n] as const);
  const unit = 10n ** (36n - decimals);
  const price = ((random.bits(48) + 1n) * unit) / 10n ** 9n; // $1e-9 … $281,474
  const from = random.between(50n, 5_500n);
  const reserve = randomReserve(random, now);
  const usd = random.chance(8)
    ? 0n
    : random.chance(5)
      ? random.between(MAX_LEG, MAX_LEG * 4n)
      : random.bits(sizeBits);
  const cents = usd * 100n + random.between(0n, 99n);
  const amount = min(
    random.chance(5) ? random.bits(12) : (cents * 10n ** 16n * 10n ** 18n) / price,
    MAX_AMOUNT,
  );
  return {
    ramp: {
      from,
      to: random.chance(50) ? from : random.between(50n, 5_500n),
      start: now - random.pick([0n, 12n, 1_800n, 36_000n, 10_000_000n]),
    },
    penalty: random.between(10n, 1_000n),
    depthMantissa: random.chance(5) ? 0n : random.between(1n, 2_047n),
    positionCap: random.chance(40) ? 0n : (random.between(0n, 127n) << 5n) | random.between(0n, 31n),
    depthExponent: random.between(0n, 31n),
    correlations,
    reserve,
    opening: bounds(random, price),
    maintenance: bounds(random, price),
    collateral: side === "held" ? amount : 0n,
    scaledDebt: side === "owed" ? min((amount << 60n) / reserve.index, MAX_AMOUNT) : 0n,
  };
}

function randomReserve(random: Random, now: bigint): ReserveWords {
  const scaledDebt = random.between(1n << 96n, 1n << 100n) >> BigInt(random.int(0, 60));
  return {
    scaledDebt: scaledDebt + (1n << 97n), // the account is one of its borrowers
    index: (1n << 60n) + random.bits(random.chance(90) ? 58 : 79),
    accruedAt: now - random.pick([0n, 1n, 12n, 86_400n, 31_536_000n, 900_000_000n]),
    logRate: random.bits(32),
    cash: random.bits(104),
    fees: random.chance(50) ? random.bits(40) : random.bits(96),
    debtCap: 0n,
    feeShare: random.between(0n, 64n),
    ratePremium: random.chance(50) ? 0n : random.between(0n, 1_000n),
    minDebt: 1n << random.pick([0n, 10n, 20n, 26n, 60n]),
  };
}

/** Debts scaled so that health lies around 1, where rounding decides. */
function levered(random: Random, now: bigint, assets: readonly AssetCase[]): readonly AssetCase[] {
  const held = assets.reduce((sum, a) => sum + a.collateral * a.maintenance.high, 0n);
  const owed = assets.reduce((sum, a) => sum + debtNow(a, now) * a.maintenance.low, 0n);
  if (held === 0n || owed === 0n) return assets;
  const target = (held * random.between(300n, 1_050n)) / 1_000n;
  return assets.map((a) => ({ ...a, scaledDebt: min((a.scaledDebt * target) / owed, MAX_AMOUNT) }));
}

function correlationMatrix(random: Random, count: number, correlated: boolean): bigint[] {
  const rows = new Array<bigint>(count).fill(0n);
  if (!correlated) return rows;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      if (i === 0 && random.chance(80)) continue; // asset 0 is usually the dollar
      const rho = random.chance(30) ? 0n : random.between(0n, 153n);
      rows[i] = (rows[i] as bigint) | (rho << BigInt(8 * j));
      rows[j] = (rows[j] as bigint) | (rho << BigInt(8 * i));
    }
  }
  return rows;
}

function bounds(random: Random, price: bigint) {
  if (random.chance(1)) return { low: 0n, high: 0n };
  if (random.chance(70)) return { low: price, high: price };
  return {
    low: price - price / random.between(20n, 10_000n),
    high: price + price / random.between(20n, 10_000n),
  };
}

const MAX_AMOUNT = (1n << 96n) - 1n;

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function debtNow(asset: AssetCase, now: bigint): bigint {
  return debtOf(asset.scaledDebt, grow(asset.reserve, now).index);
}

/** The state as the SDK sees it. */
export function amountsOf(state: StateCase, now: bigint): Amounts {
  return {
    collateral: state.assets.map((a) => a.collateral),
    debt: state.assets.map((a) => debtNow(a, now)),
  };
}

/** Position cap of an asset [USD, whole]; undefined without one. */
export function positionCapOf({ positionCap }: AssetCase): bigint | undefined {
  return positionCap === 0n ? undefined : (positionCap >> 5n) << (positionCap & 31n);
}

/** The market as the SDK sees it. */
export function riskAssets(state: StateCase, now: bigint): readonly RiskAsset[] {
  return state.assets.map((a) => ({
    price: { opening: a.opening, maintenance: a.maintenance },
    risk: {
      maintenanceMargin: volatilityMargin(a.ramp, now, false),
      initialMargin: volatilityMargin(a.ramp, now, true),
      penalty: a.penalty * 10n ** 14n,
      depth: a.depthMantissa << a.depthExponent,
      correlations: a.correlations,
    },
  }));
}

/** The state as the engine stores it. */
export function encodeState(state: StateCase, token: Hex, id: number) {
  return {
    account: concatHex([numberToHex(0xacc000 + id, { size: 20 }), numberToHex(id, { size: 12 })]),
    marketWord:
      state.initialRatio |
      (state.targetHealth << 16n) |
      (BigInt(state.assets.length) << 32n) |
      (state.hedgeless ? 1n << 50n : 0n) |
      state.assets.reduce((caps, { positionCap }, i) => caps | (positionCap << BigInt(56 + 12 * i)), 0n),
    collateralAsset: state.collateralAsset,
    debtAsset: state.debtAsset,
    maxRepaid: state.maxRepaid,
    auctionWord:
      state.auction.startedAt |
      (state.auction.lastSoftAt << 40n) |
      ((state.auction.stopped ? 1n : 0n) << 80n) |
      ((state.auction.softZone ? 1n : 0n) << 81n),
    throttleWord: (state.drawn.amount << 40n) | state.drawn.time,
    assets: state.assets.map((a) => ({
      config:
        BigInt(token) |
        (a.ramp.from << 160n) |
        (a.ramp.to << 174n) |
        (a.ramp.start << 188n) |
        (a.penalty << 220n) |
        (a.depthMantissa << 230n) |
        (a.depthExponent << 241n) |
        ((a.correlations === 0n ? 6n : 7n) << 246n),
      debtWord:
        a.reserve.scaledDebt |
        (a.reserve.index << 112n) |
        (a.reserve.accruedAt << 192n) |
        (a.reserve.logRate << 224n),
      cashWord:
        a.reserve.cash |
        (a.reserve.fees << 112n) |
        (a.reserve.feeShare << 224n) |
        (a.reserve.ratePremium << 232n) |
        (BigInt(a.reserve.minDebt.toString(2).length - 1) << 248n),
      supplyWord: 0n,
      correlations: a.correlations,
      openingPrice: (a.opening.low << 128n) | a.opening.high,
      maintenancePrice: (a.maintenance.low << 128n) | a.maintenance.high,
      collateral: a.collateral,
      scaledDebt: a.scaledDebt,
    })),
  };
}
