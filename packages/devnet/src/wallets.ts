import type { Deployment } from "@gimbal/sdk";
import { type Abi, type Address, encodeFunctionData, type Hex, maxUint256 } from "viem";
import { tokenAbi } from "./abis";
import { assetOf } from "./assets";
import { type Clients, devnetAccounts, type Wallet } from "./clients";
import { TransactionFailedError } from "./errors";

/** Estimates do not see that time passes before inclusion, and a pool writes more storage once it has. */
const GAS_MARGIN_PERCENT = 130n;

/** Sends one call, waits for it, and throws if it failed. */
export async function execute(
  clients: Clients,
  wallet: Wallet,
  call: {
    readonly what: string;
    readonly to: Address;
    readonly abi: Abi;
    readonly functionName: string;
    readonly args: readonly unknown[];
    /** Needed where inner calls may fail: an estimate would let them. */
    readonly gas?: bigint;
  },
): Promise<Hex> {
  const { what, to, abi, functionName, args } = call;
  const data = encodeFunctionData({ abi, functionName, args: [...args] });
  const gas = call.gas ?? (await estimate(clients, wallet, to, data));
  const hash = await wallet.sendTransaction({ to, data, gas });
  const { status } = await clients.client.waitForTransactionReceipt({ hash });
  if (status !== "success") throw new TransactionFailedError(what, hash);
  return hash;
}

async function estimate(clients: Clients, wallet: Wallet, to: Address, data: Hex): Promise<bigint> {
  const gas = await clients.client.estimateGas({ account: wallet.account, to, data });
  return (gas * GAS_MARGIN_PERCENT) / 100n;
}

/** Gives `to` test tokens, any amount [token units]. */
export function mint(
  clients: Clients,
  deployment: Deployment,
  symbol: string,
  to: Address,
  amount: bigint,
): Promise<Hex> {
  const { address } = assetOf(deployment, symbol);
  return execute(clients, clients.wallet(devnetAccounts.admin), {
    what: `Minting ${symbol}`,
    to: address,
    abi: tokenAbi,
    functionName: "mint",
    args: [to, amount],
  });
}

/** Lets `spender` take any amount of an asset from a wallet. */
export function approve(
  clients: Clients,
  deployment: Deployment,
  wallet: Wallet,
  symbol: string,
  spender: Address,
): Promise<Hex> {
  const { address } = assetOf(deployment, symbol);
  return execute(clients, wallet, {
    what: `Approving ${symbol}`,
    to: address,
    abi: tokenAbi,
    functionName: "approve",
    args: [spender, maxUint256],
  });
}
