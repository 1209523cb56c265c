/** What one gas may cost [wei]. */
export interface Fees {
  readonly maxFee: bigint;
  readonly tip: bigint;
}

/** Nodes take a replacement from +10 %; an eighth more is what gets through everywhere. */
const BUMP_NUMERATOR = 9n;
const BUMP_DENOMINATOR = 8n;

/** Fees of a first attempt: the base fee may double before it is too cheap. Undefined above the limit. */
export function firstFees(baseFee: bigint, tip: bigint, limit: bigint): Fees | undefined {
  const maxFee = 2n * baseFee + tip;
  if (baseFee + tip > limit) return undefined;
  return { maxFee: maxFee < limit ? maxFee : limit, tip };
}

/** Fees of a replacement, each an eighth higher and rounded up, and not below what is needed now; undefined above the limit. */
export function replacementFees(last: Fees, now: Fees, limit: bigint): Fees | undefined {
  const raised = (fee: bigint) => (fee * BUMP_NUMERATOR + BUMP_DENOMINATOR - 1n) / BUMP_DENOMINATOR + 1n;
  const most = (a: bigint, b: bigint) => (a > b ? a : b);
  const tip = most(raised(last.tip), now.tip);
  const maxFee = most(most(raised(last.maxFee), now.maxFee), tip);
  return maxFee > limit ? undefined : { maxFee, tip };
}
