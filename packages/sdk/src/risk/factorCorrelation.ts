import { expWad, lnWad, max, min, sqrt } from "../math/FixedPointMath";
import { type Seconds, type Usd, WAD } from "../units";

const HOUR = 3600n;
const MAX_COVARIANCE = (1n << 62n) - 1n;

/** Covariance of a token with the market factor, as a word of `FactorCorrelation` of the contracts. */
export interface FactorCovariance {
  /** Last sample of the factor seen; 0: none [USD wad]. */
  readonly factorPrice: Usd;
  /** Over 24 and over 720 hours [2^-62 per hour]. */
  readonly short: bigint;
  readonly long: bigint;
}

/** Before any pair of returns. */
export const NO_COVARIANCE: FactorCovariance = { factorPrice: 0n, short: 0n, long: 0n };

/** Log return between two prices, at most 1 in size [wad]. */
export function logReturn(from: Usd, to: Usd): bigint {
  return max(-WAD, min(WAD, lnWad(max((to * WAD) / from, 1n))));
}

/**
 * Covariance after a pair of returns, bit for bit that of the contracts.
 *
 * @param covariance Before.
 * @param factorPrice Last sample of the factor; 0: none.
 * @param change Log return of the token, 0 if it met the rail [wad].
 * @param elapsed Time it took.
 */
export function updateCovariance(
  covariance: FactorCovariance,
  factorPrice: Usd,
  change: bigint,
  elapsed: Seconds,
): FactorCovariance {
  if (covariance.factorPrice === 0n || factorPrice === 0n) return { factorPrice, short: 0n, long: 0n };
  const product = change * logReturn(covariance.factorPrice, factorPrice);
  const scaled = (product * HOUR * (1n << 62n)) / (elapsed * WAD * WAD);
  const latest = max(-MAX_COVARIANCE, min(MAX_COVARIANCE, scaled));
  return {
    factorPrice,
    short: mix(covariance.short, latest, elapsed, 24n),
    long: mix(covariance.long, latest, elapsed, 720n),
  };
}

/**
 * `cov / √(v·v_F)`, within ±256 [1/256].
 *
 * @param covariance [2^-62 per hour].
 * @param variance Of the token, over the same window [2^-64 per hour].
 * @param factorVariance Of the factor.
 */
export function correlationCoefficient(covariance: bigint, variance: bigint, factorVariance: bigint): bigint {
  const scale = sqrt(variance * factorVariance);
  return scale === 0n ? 0n : max(-256n, min(256n, (covariance * 1024n) / scale));
}

function mix(old: bigint, latest: bigint, elapsed: Seconds, hours: bigint): bigint {
  const weight = expWad(-((elapsed * WAD) / (hours * HOUR)));
  return (old * weight + latest * (WAD - weight)) / WAD;
}
