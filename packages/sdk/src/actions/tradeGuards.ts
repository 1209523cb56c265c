import { basisPointsInPercent, inPercent, inTime, type Unit } from "../amounts/sentences";
import type { SwapQuote } from "../plan";
import { BASIS_POINTS, type BasisPoints, type Seconds, type TokenAmount, WAD } from "../units";
import { block, type Finding, warn } from "./guards";

const IMPACT_WARNING = WAD / 100n;
const SLIPPAGE_LOW: BasisPoints = 10n;
const SLIPPAGE_HIGH: BasisPoints = 500n;

export function filled(quote: SwapQuote, out: Unit): Finding {
  if (quote.filled || quote.amountIn + quote.amountOut === 0n) return undefined;
  return block("liquidity-short", `The pool has not enough ${out.symbol} for this size. Trade less.`);
}

export function acceptableImpact(quote: SwapQuote): Finding {
  if (quote.priceImpact < IMPACT_WARNING) return undefined;
  const message = `This size moves the price by ${inPercent(quote.priceImpact, "up")}. Trade less, or in parts.`;
  return warn("price-impact-high", message, quote.priceImpact, IMPACT_WARNING);
}

export function reasonableSlippage(slippage: BasisPoints): Finding {
  const text = basisPointsInPercent(slippage);
  if (slippage < SLIPPAGE_LOW) {
    return warn("slippage-low", `A limit of ${text} fails on small price moves.`, slippage, SLIPPAGE_LOW);
  }
  if (slippage <= SLIPPAGE_HIGH) return undefined;
  return warn(
    "slippage-high",
    `A limit of ${text} lets the trade be much worse than quoted.`,
    slippage,
    SLIPPAGE_HIGH,
  );
}

export function notExpired(deadline: Seconds, now: Seconds): Finding {
  if (deadline > now) return undefined;
  return block(
    "deadline-passed",
    `The deadline passed ${inTime(now - deadline)} ago. Set a later one.`,
    deadline,
    now,
  );
}

/** Least of an amount that may come out of a trade. */
export function lessSlippage(amount: TokenAmount, slippage: BasisPoints): TokenAmount {
  return (amount * (BASIS_POINTS - slippage)) / BASIS_POINTS;
}

/** Most of an amount that may go into a trade. */
export function plusSlippage(amount: TokenAmount, slippage: BasisPoints): TokenAmount {
  return (amount * (BASIS_POINTS + slippage) + BASIS_POINTS - 1n) / BASIS_POINTS;
}

/** A swap of an asset for itself would only pay fees. */
export function differentAssets(from: Unit, to: Unit): Finding {
  return from.symbol === to.symbol ? block("same-asset", "Choose two different assets.") : undefined;
}
