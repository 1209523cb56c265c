import { type Deployment, type OwnerHistory, readOwnerHistory } from "@gimbal/sdk";
import type { Address, Client } from "viem";
import { getBlock } from "viem/actions";

/** Where the page gets the past of an owner from: the chain's events. The only place that knows. */
export async function readHistory(
  client: Client,
  { deployment, owner }: { readonly deployment: Deployment; readonly owner: Address },
): Promise<OwnerHistory> {
  const history = await readOwnerHistory(client, { deployment, owner });
  const blocks = new Set(
    [...history.histories.flatMap(({ trades }) => trades), ...history.loans].map(
      ({ blockNumber }) => blockNumber,
    ),
  );
  const missing = [...blocks].filter((block) => !history.times.has(block));
  if (missing.length === 0) return history;
  const times = await Promise.all(
    missing.map(
      async (blockNumber) => [blockNumber, (await getBlock(client, { blockNumber })).timestamp] as const,
    ),
  );
  return { ...history, times: new Map([...history.times, ...times]) };
}
