import type { Devnet } from "@gimbal/devnet";
import { accountId, type DeployedAsset } from "@gimbal/sdk";
import { marginEngineAbi } from "@gimbal/sdk/abis";
import {
  type Address,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  maxUint256,
  multicall3Abi,
  parseAbi,
} from "viem";

const swapRouterAbi = parseAbi([
  "struct ExactInputSingleParams { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 deadline; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(ExactInputSingleParams params) returns (uint256 amountOut)",
]);

const USDC = 1_000_000n;
const WAD = 10n ** 18n;
const GAS = 29_000_000n;
/** Accounts that take turns, so that the index has more than one row to change. */
const ACCOUNTS = 40;

interface Call {
  readonly target: Address;
  readonly callData: Hex;
}

/**
 * Fills a chain with events as a busy day has them: two trades of others in the pool for every deposit, loan, repayment
 * and supply. Multicall3 is the trader, so that one transaction makes many.
 */
export async function fill(devnet: Devnet, events: number): Promise<void> {
  const { deployment, accounts, client } = devnet;
  const { multicall3, marginEngine, uniswapSwapRouter } = deployment.contracts;
  const [usdc, eth] = deployment.markets[0]?.assets ?? [];
  if (usdc === undefined || eth === undefined) throw new RangeError("market 1 has two assets");
  const wallet = createWalletClient({
    account: accounts.liquidator,
    chain: client.chain,
    transport: http(devnet.rpcUrl),
  });
  const send = async (calls: readonly Call[]) => {
    const hash = await wallet.writeContract({
      address: multicall3,
      abi: multicall3Abi,
      functionName: "aggregate3",
      args: [calls.map((call) => ({ ...call, allowFailure: false }))],
      gas: GAS,
    });
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new RangeError(`the calls of ${hash} failed`);
  };
  await devnet.mint("USDC", multicall3, 10_000_000n * USDC);
  await devnet.mint("ETH", multicall3, 10_000n * WAD);
  await send(
    [usdc, eth].flatMap(({ address }) =>
      [marginEngine, uniswapSwapRouter].map((spender) => ({
        target: address,
        callData: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, maxUint256] }),
      })),
    ),
  );
  const engine = (functionName: string, args: readonly unknown[]): Call => ({
    target: marginEngine,
    callData: encodeFunctionData({ abi: marginEngineAbi, functionName, args } as Parameters<
      typeof encodeFunctionData
    >[0]),
  });
  const swap = (from: DeployedAsset, to: DeployedAsset, amountIn: bigint): Call => ({
    target: uniswapSwapRouter,
    callData: encodeFunctionData({
      abi: swapRouterAbi,
      functionName: "exactInputSingle",
      args: [
        {
          tokenIn: from.address,
          tokenOut: to.address,
          fee: eth.poolFee ?? 0,
          recipient: multicall3,
          deadline: maxUint256,
          amountIn,
          amountOutMinimum: 0n,
          sqrtPriceLimitX96: 0n,
        },
      ],
    }),
  });
  let turn = 0n;
  for (let made = 0; made < events; ) {
    const calls: Call[] = [];
    for (let i = 0; i < 7; i++) {
      const account = accountId(multicall3, 256n + (turn++ % BigInt(ACCOUNTS)));
      calls.push(
        ...[swap(usdc, eth, 900n * USDC), swap(eth, usdc, WAD / 4n)],
        engine("deposit", [account, 1, 1, WAD]),
        ...[swap(usdc, eth, 700n * USDC), swap(eth, usdc, WAD / 5n)],
        engine("borrow", [account, 1, 0, 600n * USDC, multicall3]),
        ...[swap(usdc, eth, 500n * USDC), swap(eth, usdc, WAD / 6n)],
        engine("repay", [account, 0, 550n * USDC]),
        ...[swap(usdc, eth, 300n * USDC), swap(eth, usdc, WAD / 7n)],
        engine("supply", [account, 1, 0, 500n * USDC]),
      );
    }
    await send(calls);
    made += calls.length;
  }
}
