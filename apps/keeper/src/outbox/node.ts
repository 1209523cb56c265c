import type { Address, Hash, Hex, TransactionReceipt } from "viem";
import type { Reader } from "../accounts/follower";

/** What the outbox asks of the chain. */
export interface Node {
  /** Return data of a call; throws what the chain says against it. */
  simulate(call: Call, at: "pending" | "latest"): Promise<Hex>;
  estimate(call: Call): Promise<bigint>;
  /** Tip that gets into a block [wei]. */
  tip(): Promise<bigint>;
  broadcast(raw: Hex): Promise<void>;
  /** Undefined while it is not mined. */
  receipt(hash: Hash): Promise<TransactionReceipt | undefined>;
  /** Whether any node has heard of it. */
  isKnown(hash: Hash): Promise<boolean>;
  /** Transactions of the account up to a block; the newest if left out. */
  transactions(of: Address, block?: bigint): Promise<number>;
}

interface Call {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
  readonly gas: bigint;
}

/** The chain through a client. */
export function chainNode(reader: Reader): Node {
  return {
    async simulate({ from, to, data, gas }, blockTag) {
      const { data: result } = await reader.call({ account: from, to, data, gas, blockTag });
      return result ?? "0x";
    },
    estimate: ({ from, to, data }) => reader.estimateGas({ account: from, to, data, blockTag: "pending" }),
    tip: () => reader.estimateMaxPriorityFeePerGas(),
    async broadcast(raw) {
      try {
        await reader.request({ method: "eth_sendRawTransaction", params: [raw] });
      } catch (error) {
        // The node has it already, from an earlier try: what was wanted.
        if (!/already known|already imported|known transaction/i.test(String(error))) throw error;
      }
    },
    receipt: (hash) =>
      reader.getTransactionReceipt({ hash }).catch(unless("TransactionReceiptNotFoundError", undefined)),
    isKnown: (hash) =>
      reader.getTransaction({ hash }).then(() => true, unless("TransactionNotFoundError", false)),
    transactions: (address, blockNumber) =>
      reader.getTransactionCount(
        blockNumber === undefined ? { address, blockTag: "latest" } : { address, blockNumber },
      ),
  };
}

function unless<T>(name: string, value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && error.name === name) return value;
    throw error;
  };
}
