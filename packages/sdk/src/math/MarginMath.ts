import { BASIS_POINTS, type BasisPoints, MAX_UINT256, type Usd, WAD, type Wad } from "../units";
import { divUp, min, sqrt } from "./FixedPointMath";

/** Legs of this value or more are refused by the engine [USD wad]. */
export const MAX_LEG_VALUE = 1n << 120n;
const MAX_IMPACT = 100_000_000_000_000_000n;
/** κ = ε·x / (2·depth) with ε = 1 %. */
const IMPACT_DIVISOR = 200n;

/** Sums over the legs of an account, from which the margin follows. The `add` functions change it in place. */
export interface Requirement {
  /** `C` */
  collateral: Usd;
  /** `D` */
  debt: Usd;
  /** `L = Σ a_i` over collateral legs */
  longs: Usd;
  /** `S = Σ a_j` over debt legs */
  shorts: Usd;
  /** `N = Σ ρ̂_ij·a_i·a_j` over pairs of a collateral and a debt leg [wad²] */
  hedged: bigint;
  /** `Σ x·(π + κ(x))` */
  friction: Usd;
  /** Indices of collateral legs that have a correlation row. */
  readonly longLegs: number[];
  /** Indices of debt legs that have a correlation row. */
  readonly shortLegs: number[];
  /** `a_i` of each asset */
  readonly weights: Usd[];
}

/** What one leg of an account brings. */
export interface Leg {
  readonly asset: number;
  /** [USD wad] */
  readonly value: Usd;
  /** Volatility margin. */
  readonly v: Wad;
  readonly penalty: Wad;
  /** [USD, whole] */
  readonly depth: bigint;
}

/** A requirement without legs. */
export function emptyRequirement(): Requirement {
  return {
    collateral: 0n,
    debt: 0n,
    longs: 0n,
    shorts: 0n,
    hedged: 0n,
    friction: 0n,
    longLegs: [],
    shortLegs: [],
    weights: new Array<Usd>(16).fill(0n),
  };
}

/** Average price impact `κ(x)` of unwinding `x` against `depth`, rounded up. */
export function impact(x: Usd, depth: bigint): Wad {
  if (depth === 0n) return MAX_IMPACT;
  return min(divUp(x, IMPACT_DIVISOR * depth), MAX_IMPACT);
}

/** Adds a collateral leg. */
export function addLong(r: Requirement, leg: Leg): void {
  const weight = divUp(leg.value * leg.v, WAD);
  r.weights[leg.asset] = weight;
  r.collateral += leg.value;
  r.longs += weight;
  r.friction += divUp(leg.value * (leg.penalty + impact(leg.value, leg.depth)), WAD);
}

/** Adds a debt leg. */
export function addShort(r: Requirement, leg: Leg): void {
  const weight = divUp(leg.value * leg.v, WAD);
  r.weights[leg.asset] = weight;
  r.debt += leg.value;
  r.shorts += weight;
  r.friction += divUp(leg.value * (leg.penalty + impact(leg.value, leg.depth)), WAD);
}

/** Adds the offset of one collateral leg against one debt leg; `rho` is the usable correlation [1/256]. */
export function addHedge(r: Requirement, long: number, short: number, rho: bigint): void {
  r.hedged += ((rho * (r.weights[long] ?? 0n)) >> 8n) * (r.weights[short] ?? 0n);
}

/** `sqrt(L² + S² − 2N)`, rounded up. */
export function spread(r: Requirement): Usd {
  const square = r.longs * r.longs + r.shorts * r.shorts - 2n * r.hedged;
  const root = sqrt(square);
  return root * root < square ? root + 1n : root;
}

/** Maintenance margin. */
export function maintenance(r: Requirement): Usd {
  return spread(r) + r.friction;
}

/** Initial margin `γ·MM`, rounded up. */
export function initialMargin(margin: Usd, ratio: BasisPoints): Usd {
  return divUp(margin * ratio, BASIS_POINTS);
}

/** Inputs of {@link marginal}. */
export interface MarginalInputs {
  /** `L` or `S`, the side of the leg. */
  readonly side: Usd;
  /** `Σ ρ̂_ij·a_j` over the other side. */
  readonly hedge: Usd;
  /** {@link spread} of the account. */
  readonly root: Usd;
  /** Value of the leg. */
  readonly value: Usd;
  readonly v: Wad;
  readonly penalty: Wad;
  readonly depth: bigint;
}

/** `m_i = ∂MM/∂x_i`: what one more unit of value of a leg adds to the maintenance margin. */
export function marginal(x: MarginalInputs): Wad {
  const net = x.side > x.hedge ? x.side - x.hedge : 0n;
  return (x.root === 0n ? x.v : (net * x.v) / x.root) + x.penalty + 2n * impact(x.value, x.depth);
}

/** `HF = (C − MM) / D`, rounded down; the largest number without debt, 0 when `MM ≥ C`. */
export function healthFactor(collateral: Usd, debt: Usd, margin: Usd): Wad {
  if (debt === 0n) return MAX_UINT256;
  return collateral > margin ? ((collateral - margin) * WAD) / debt : 0n;
}
