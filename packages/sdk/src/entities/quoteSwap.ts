import { type Client, isAddressEqual } from "viem";
import { simulateContract } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import { quoterV2Abi } from "../generated/abis";
import { priceImpact, type SwapParameters } from "../math/estimateSwap";
import { divUp } from "../math/FixedPointMath";
import { FEE_UNIT, isExhausted } from "../math/SwapMath";
import type { SwapQuote } from "../plan";

/** Parameters of {@link quoteSwap}. */
export type QuoteSwapParameters = SwapParameters & { readonly deployment: Deployment };

/** What {@link quoteSwap} returns. */
export type QuoteSwapReturnType = SwapQuote;

/**
 * Quote of a trade by the chain, over as many ticks as it takes.
 *
 * Reads `QuoterV2.quoteExactInputSingle` or `quoteExactOutputSingle`: one `eth_call`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.pool Pool of the snapshot; its price is what the impact is measured against.
 * @param parameters.tokenIn Token sold.
 * @param parameters.amountIn Exact amount sold.
 * @param parameters.amountOut Exact amount bought.
 * @returns Quote with `source: "quoter"`.
 * @throws {GimbalError} when the pool cannot fill the trade or the chain does not answer.
 *
 * @example
 * const quote = await quoteSwap(client, { deployment, pool, tokenIn: usdc.token, amountIn: 3_000_000_000n });
 */
export async function quoteSwap(
  client: Client,
  parameters: QuoteSwapParameters,
): Promise<QuoteSwapReturnType> {
  const { pool, tokenIn, deployment } = parameters;
  const zeroForOne = isAddressEqual(tokenIn, pool.token0);
  const tokenOut = zeroForOne ? pool.token1 : pool.token0;
  const common = { tokenIn, tokenOut, fee: pool.fee, sqrtPriceLimitX96: 0n };
  const contract = { address: deployment.contracts.uniswapQuoter, abi: quoterV2Abi } as const;
  try {
    if (parameters.amountIn !== undefined) {
      const { amountIn } = parameters;
      const { result } = await simulateContract(client, {
        ...contract,
        functionName: "quoteExactInputSingle",
        args: [{ ...common, amountIn }],
      });
      return quote(parameters, zeroForOne, {
        kind: "exactInput",
        amountIn,
        amountOut: result[0],
        after: result[1],
      });
    }
    const { amountOut } = parameters;
    const { result } = await simulateContract(client, {
      ...contract,
      functionName: "quoteExactOutputSingle",
      args: [{ ...common, amount: amountOut }],
    });
    return quote(parameters, zeroForOne, {
      kind: "exactOutput",
      amountIn: result[0],
      amountOut,
      after: result[1],
    });
  } catch (error) {
    throw await explainError(error);
  }
}

function quote(
  { pool, tokenIn }: QuoteSwapParameters,
  zeroForOne: boolean,
  trade: Pick<SwapQuote, "kind" | "amountIn" | "amountOut"> & { readonly after: bigint },
): SwapQuote {
  const { kind, amountIn, amountOut } = trade;
  const fee = divUp(amountIn * BigInt(pool.fee), FEE_UNIT);
  return {
    source: "quoter",
    kind,
    tokenIn,
    tokenOut: zeroForOne ? pool.token1 : pool.token0,
    amountIn,
    amountOut,
    fee,
    poolFee: pool.fee,
    sqrtPriceAfterX96: trade.after,
    priceImpact: priceImpact(pool, zeroForOne, amountIn - fee, amountOut),
    filled: amountIn !== 0n && amountOut !== 0n && !isExhausted(trade.after),
  };
}
