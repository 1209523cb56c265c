import { type Address, isAddressEqual } from "viem";
import type { SwapQuote } from "../plan";
import type { OneOf, PoolState } from "../types";
import { type TokenAmount, WAD, type Wad } from "../units";
import { divUp } from "./FixedPointMath";
import { amount0Delta, amount1Delta, FEE_UNIT, nextPriceFromInput, nextPriceFromOutput } from "./SwapMath";

/** Trade to be quoted: exactly one of its ends is given. */
export type SwapParameters = { readonly pool: PoolState; readonly tokenIn: Address } & OneOf<
  { readonly amountIn: TokenAmount } | { readonly amountOut: TokenAmount }
>;

/**
 * Quote of a trade by the arithmetic of Uniswap v3, as if the liquidity of the present price went on for ever: instant,
 * and equal to the pool to the wei while the trade stays between two initialised ticks.
 *
 * @param parameters.pool Pool of the snapshot.
 * @param parameters.tokenIn Token sold.
 * @param parameters.amountIn Exact amount sold.
 * @param parameters.amountOut Exact amount bought.
 * @returns Quote with `source: "pool"`; `filled` is false if the pool has not enough.
 *
 * @example
 * const quote = estimateSwap({ pool, tokenIn: usdc.token, amountIn: 3_000_000_000n });
 */
export function estimateSwap(parameters: SwapParameters): SwapQuote {
  const { pool, tokenIn } = parameters;
  const zeroForOne = isAddressEqual(tokenIn, pool.token0);
  const shape = { pool, tokenIn, zeroForOne };
  return parameters.amountIn === undefined
    ? exactOutput(shape, parameters.amountOut)
    : exactInput(shape, parameters.amountIn);
}

interface Shape {
  readonly pool: PoolState;
  readonly tokenIn: Address;
  readonly zeroForOne: boolean;
}

function exactInput(shape: Shape, amountIn: TokenAmount): SwapQuote {
  const { pool, zeroForOne } = shape;
  const lessFee = (amountIn * (FEE_UNIT - BigInt(pool.fee))) / FEE_UNIT;
  const next = nextPriceFromInput(pool.sqrtPriceX96, pool.liquidity, lessFee, zeroForOne);
  if (next === undefined) return quote(shape, "exactInput", amountIn, 0n, 0n, pool.sqrtPriceX96);
  const delta = zeroForOne ? amount1Delta : amount0Delta;
  const amountOut = delta(next, pool.sqrtPriceX96, pool.liquidity, "down");
  return quote(shape, "exactInput", amountIn, amountOut, amountIn - lessFee, next);
}

function exactOutput(shape: Shape, amountOut: TokenAmount): SwapQuote {
  const { pool, zeroForOne } = shape;
  const next = nextPriceFromOutput(pool.sqrtPriceX96, pool.liquidity, amountOut, zeroForOne);
  if (next === undefined) return quote(shape, "exactOutput", 0n, amountOut, 0n, pool.sqrtPriceX96);
  const delta = zeroForOne ? amount0Delta : amount1Delta;
  const sold = delta(next, pool.sqrtPriceX96, pool.liquidity, "up");
  const fee = divUp(sold * BigInt(pool.fee), FEE_UNIT - BigInt(pool.fee));
  return quote(shape, "exactOutput", sold + fee, amountOut, fee, next);
}

function quote(
  { pool, tokenIn, zeroForOne }: Shape,
  kind: SwapQuote["kind"],
  amountIn: TokenAmount,
  amountOut: TokenAmount,
  fee: TokenAmount,
  sqrtPriceAfterX96: bigint,
): SwapQuote {
  return {
    source: "pool",
    kind,
    tokenIn,
    tokenOut: zeroForOne ? pool.token1 : pool.token0,
    amountIn,
    amountOut,
    fee,
    poolFee: pool.fee,
    sqrtPriceAfterX96,
    priceImpact: priceImpact(pool, zeroForOne, amountIn - fee, amountOut),
    filled: amountIn !== 0n && amountOut !== 0n,
  };
}

/**
 * How much less a trade gives than the pool's price before it, without the fee; rounded up.
 *
 * @param pool Pool before the trade.
 * @param zeroForOne True if token 0 is sold.
 * @param sold Amount sold without the fee.
 * @param bought Amount bought.
 */
export function priceImpact(
  pool: PoolState,
  zeroForOne: boolean,
  sold: TokenAmount,
  bought: TokenAmount,
): Wad {
  const square = pool.sqrtPriceX96 * pool.sqrtPriceX96;
  // Compared as fractions, sold·price against bought, so that small amounts do not round to an impact.
  const [ideal, real] = zeroForOne ? [sold * square, bought << 192n] : [sold << 192n, bought * square];
  return ideal <= real ? 0n : divUp((ideal - real) * WAD, ideal);
}
