import type { TokenAmount } from "../units";
import { min } from "./FixedPointMath";
import { accrue, utilizationOf } from "./InterestRate";

const INDEX_BITS = 60n;
const INDEX_ONE = 1n << INDEX_BITS;
const MAX_INDEX = (1n << 80n) - 1n;
const MAX_FEES = (1n << 96n) - 1n;
const FEES_FRACTION_BITS = 16n;

/** Borrowers' and lenders' side of a reserve, as its events carry them. */
export interface ReserveWords {
  readonly scaledDebt: bigint;
  /** 2^60 = 1 */
  readonly index: bigint;
  /** [unix seconds] */
  readonly accruedAt: bigint;
  /** `ln(rateAtTarget / 0.1 %)` [2^-29] */
  readonly logRate: bigint;
  readonly cash: TokenAmount;
  /** Protocol's interest, 16 of the bits fractional. */
  readonly fees: bigint;
  readonly debtCap: TokenAmount;
  /** [1/256] */
  readonly feeShare: bigint;
  /** [0.1 % a year] */
  readonly ratePremium: bigint;
  readonly minDebt: TokenAmount;
}

/** Takes the two words of `Adjust`, `Lend`, `Liquidate` and `Accrue` apart. */
export function unpackReserve(debtWord: bigint, cashWord: bigint): ReserveWords {
  return {
    scaledDebt: bits(debtWord, 0n, 112n),
    index: bits(debtWord, 112n, 80n),
    accruedAt: bits(debtWord, 192n, 32n),
    logRate: bits(debtWord, 224n, 32n),
    cash: bits(cashWord, 0n, 112n),
    fees: bits(cashWord, 112n, 96n),
    debtCap: unpackCap(bits(cashWord, 208n, 16n)),
    feeShare: bits(cashWord, 224n, 8n),
    ratePremium: bits(cashWord, 232n, 16n),
    minDebt: 1n << bits(cashWord, 248n, 8n),
  };
}

/** Debt of a scaled amount, rounded up. */
export function debtOf(scaled: bigint, index: bigint): TokenAmount {
  return (scaled * index + (INDEX_ONE - 1n)) >> INDEX_BITS;
}

/** Debt of all borrowers, rounded up. */
export function totalDebt(words: ReserveWords): TokenAmount {
  return debtOf(words.scaledDebt, words.index);
}

/** Protocol's interest, rounded up: what suppliers do not own. */
export function feesUp(words: ReserveWords): TokenAmount {
  return (words.fees + 0xffffn) >> FEES_FRACTION_BITS;
}

/** What suppliers own: cash and debt without the protocol's fees. */
export function totalAssets(words: ReserveWords): TokenAmount {
  const gross = words.cash + totalDebt(words);
  const fees = feesUp(words);
  return gross > fees ? gross - fees : 0n;
}

/** A reserve with interest up to `now`, as the engine accrues it. */
export function grow(words: ReserveWords, now: bigint): ReserveWords {
  const elapsed = now - words.accruedAt;
  if (elapsed === 0n) return words;
  const owed = totalDebt(words);
  const { growth, newLogRate } = accrue(
    words.logRate,
    utilizationOf(owed, words.cash),
    elapsed,
    words.ratePremium,
  );
  const index = min(words.index + ((words.index * growth) >> 96n), MAX_INDEX);
  const earned = ((debtOf(words.scaledDebt, index) - owed) * words.feeShare) << (FEES_FRACTION_BITS - 8n);
  return {
    ...words,
    index,
    accruedAt: now,
    logRate: newLogRate,
    fees: min(words.fees + earned, MAX_FEES),
  };
}

/** A cap as the engine stores it: mantissa 8 bits, exponent 8 bits. */
export function unpackCap(packed: bigint): TokenAmount {
  return (packed & 255n) << ((packed >> 8n) & 255n);
}

/** A cap as the engine will store it, rounded down to 8 significant bits. */
export function packedCap(amount: TokenAmount): TokenAmount {
  let exponent = 0n;
  while (amount >> exponent > 255n) exponent++;
  return (amount >> exponent) << exponent;
}

function bits(word: bigint, offset: bigint, length: bigint): bigint {
  return (word >> offset) & ((1n << length) - 1n);
}
