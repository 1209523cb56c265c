import { type Address, type Client, type Hash, isAddressEqual } from "viem";
import { getBlock, getTransactionCount } from "viem/actions";
import type { Call } from "./ports";

/** Blocks that are looked through for a transaction whose hash got lost. */
const MOST_BLOCKS = 32n;

/**
 * Remembers where an account stands before its wallet is asked. What it returns looks for the call among what the
 * account sent since then: in the blocks since, newest first, then in what waits for one.
 */
export async function sentSince(
  client: Client,
  owner: Address,
  call: Call,
): Promise<() => Promise<Hash | undefined>> {
  const [first, nonce] = await Promise.all([
    getBlock(client),
    getTransactionCount(client, { address: owner, blockTag: "pending" }),
  ]);

  const among = async (block: { blockNumber: bigint } | { blockTag: "pending" }) => {
    const { transactions } = await getBlock(client, { ...block, includeTransactions: true });
    return transactions.find(
      ({ from, to, input, nonce: number }) =>
        number >= nonce && isAddressEqual(from, owner) && to !== null && isSame(call, { to, input }),
    )?.hash;
  };

  return async () => {
    const count = await getTransactionCount(client, { address: owner, blockTag: "pending" });
    if (count <= nonce) return undefined;
    const head = await getBlock(client);
    const lowest = head.number - MOST_BLOCKS > first.number ? head.number - MOST_BLOCKS : first.number;
    for (let number = head.number; number > lowest; number--) {
      const hash = await among({ blockNumber: number });
      if (hash !== undefined) return hash;
    }
    return among({ blockTag: "pending" }).catch(() => undefined);
  };
}

function isSame(call: Call, { to, input }: { readonly to: Address; readonly input: string }): boolean {
  // some wallets sign with a note of their own at the end
  return isAddressEqual(to, call.to) && input.toLowerCase().startsWith(call.data.toLowerCase());
}
