import {
  type Address,
  concat,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  isAddressEqual,
  numberToHex,
} from "viem";
import { poolOf } from "../entities/snapshot";
import { marginEngineAbi } from "../generated/abis";
import { positionOrderShapeAbi } from "../generated/ordersAbis";
import { estimateSwap } from "../math/estimateSwap";
import type { Preview, SwapQuote } from "../plan";
import type { AccountId, AssetState, PoolState, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import { checkedQuote } from "./opening";

/** `PositionOrderKind` of the position router. */
export const PositionOrderKind = { Flip: 0, SwapCollateral: 1, SwapDebt: 2 } as const;

/** An order of the position router. */
export interface PositionOrder {
  readonly kind: (typeof PositionOrderKind)[keyof typeof PositionOrderKind];
  readonly market: number;
  readonly fromAsset: number;
  readonly toAsset: number;
  readonly amount: TokenAmount;
  readonly limit: TokenAmount;
  readonly deadline: bigint;
  readonly path: Hex;
}

/** Preview of an order that trades one asset of an account for another. */
export interface SwapPreview extends Preview {
  /** One for each pool, from what is sold to what is bought. */
  readonly quotes: readonly SwapQuote[];
  readonly amountIn: TokenAmount;
  readonly amountOut: TokenAmount;
  /** Least bought, or most sold when the output is exact. */
  readonly limit: TokenAmount;
}

/** Call of the engine that lends the account to the position router for one order. */
export function encodePositionOrder(snapshot: Snapshot, account: AccountId, order: PositionOrder): Hex {
  return encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "execute",
    args: [
      account,
      snapshot.deployment.contracts.positionRouter,
      encodeAbiParameters(positionOrderShapeAbi[0].inputs, [order]),
    ],
  });
}

/** Pools between two assets of a market: every pool is against asset 0, so two other assets are two pools apart. */
export function routeBetween(snapshot: Snapshot, sold: AssetState, bought: AssetState): readonly PoolState[] {
  return [sold, bought]
    .filter(({ index }) => index !== 0)
    .map(({ index }) => poolOf(snapshot, sold.market, index));
}

/** A route as Uniswap packs it. */
export function encodePath(tokenIn: Address, route: readonly PoolState[]): Hex {
  let token = tokenIn;
  const parts: Hex[] = [token];
  for (const pool of route) {
    token = otherToken(pool, token);
    parts.push(numberToHex(pool.fee, { size: 3 }), token);
  }
  return concat(parts);
}

/** Quotes of a sale along a route: the given ones if they are for it, else local arithmetic. */
export function quoteSale(
  route: readonly PoolState[],
  sold: Address,
  amount: TokenAmount,
  given?: readonly SwapQuote[],
): readonly SwapQuote[] {
  let [tokenIn, amountIn] = [sold, amount];
  return route.map((pool, i) => {
    const quote = quoteOf(estimateSwap({ pool, tokenIn, amountIn }), given?.[i]);
    [tokenIn, amountIn] = [quote.tokenOut, quote.amountOut];
    return quote;
  });
}

/** Quotes of a purchase of exactly `amount`: the last pool first, each buying what the one after it is owed. */
export function quotePurchase(
  route: readonly PoolState[],
  bought: Address,
  amount: TokenAmount,
  given?: readonly SwapQuote[],
): readonly SwapQuote[] {
  let [tokenOut, amountOut] = [bought, amount];
  const quotes: SwapQuote[] = [];
  for (const [i, pool] of [...route.entries()].reverse()) {
    const tokenIn = otherToken(pool, tokenOut);
    const quote = quoteOf(estimateSwap({ pool, tokenIn, amountOut }), given?.[i], amountOut / 1_000n);
    [tokenOut, amountOut] = [quote.tokenIn, quote.amountIn];
    quotes.unshift(quote);
  }
  return quotes;
}

/** A debt grows while a quote is under way: `tolerance` of it is no other trade. */
function quoteOf(estimate: SwapQuote, given: SwapQuote | undefined, tolerance?: TokenAmount): SwapQuote {
  return given === undefined ? estimate : checkedQuote(given, estimate, tolerance);
}

function otherToken({ token0, token1 }: PoolState, token: Address): Address {
  return isAddressEqual(token, token0) ? token1 : token0;
}
