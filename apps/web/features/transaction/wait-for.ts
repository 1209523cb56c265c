import { type Address, type Client, erc20Abi, type Hash, isAddressEqual, parseEventLogs } from "viem";
import { getTransaction, waitForTransactionReceipt } from "viem/actions";
import { LOCAL_CHAIN } from "@/features/data/runtime-context";
import type { Mined } from "./ports";

/** Between two looks for a receipt: much shorter than a block, because a person waits for it [ms]. */
const receiptPollMs = (chainId: number | undefined) => (chainId === LOCAL_CHAIN ? 200 : 1_000);

/** Errors after which nothing is known of a transaction, neither good nor bad. */
const SILENCE = /^(HttpRequest|Timeout|WebSocketRequest|SocketClosed)Error$/;

/**
 * Waits as long as it takes: a person may speed the transaction up, or cancel it; and the chain may fall silent, which
 * says nothing about what was sent.
 */
export async function waitFor(
  client: Client,
  owner: Address,
  hash: Hash,
  onReplaced: (hash: Hash) => void,
): Promise<Mined> {
  const pollMs = receiptPollMs(client.chain?.id);
  let replaced: Mined["replaced"] = "no";
  // Read while the node still has it: a replacement is known by the sender and the number of what it replaced.
  const sent = await getTransaction(client, { hash }).catch(() => undefined);
  const receipt = await throughSilence(pollMs, () =>
    waitForTransactionReceipt(client, {
      hash,
      timeout: 0,
      pollingInterval: pollMs,
      ...(sent !== undefined && { replacement: sent }),
      onReplaced: ({ reason, transaction }) => {
        replaced = reason === "replaced" ? "other" : reason;
        onReplaced(transaction.hash);
      },
    }),
  );
  const transfers = parseEventLogs({ abi: erc20Abi, eventName: "Transfer", logs: receipt.logs });
  return {
    hash: receipt.transactionHash,
    status: receipt.status,
    blockNumber: receipt.blockNumber,
    replaced,
    received: (token) =>
      transfers
        .filter(({ address, args }) => isAddressEqual(address, token) && isAddressEqual(args.to, owner))
        .reduce((sum, { args }) => sum + args.value, 0n),
  };
}

async function throughSilence<T>(pauseMs: number, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isSilence(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function isSilence(error: unknown): boolean {
  let current = error;
  while (current instanceof Error) {
    if (SILENCE.test(current.name)) return true;
    current = current.cause;
  }
  return false;
}
