import type { MarketState } from "@gimbal/sdk";
import { liquidationTakerAbi } from "@gimbal/sdk/abis";
import { type Address, isAddressEqual, parseEventLogs, type TransactionReceipt } from "viem";

/** What the takes of a transaction left its recipient, at the prices of these markets [USD]; for metrics alone. */
export function profitOf(
  receipt: TransactionReceipt,
  recipient: Address,
  markets: readonly MarketState[],
): number {
  const assets = markets.flatMap((market) => market.assets);
  return parseEventLogs({ abi: liquidationTakerAbi, eventName: "TakeAndSell", logs: receipt.logs })
    .filter(({ args }) => isAddressEqual(args.recipient, recipient))
    .reduce((sum, { args: { debtToken, profit } }) => {
      const asset = assets.find(({ token }) => isAddressEqual(token, debtToken));
      return sum + (Number(profit) * Number(asset?.price.maintenance.low ?? 0n)) / 1e36;
    }, 0);
}
