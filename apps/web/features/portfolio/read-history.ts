import {
  type Deployment,
  type OwnerHistory,
  readOwnerHistory,
  readVaultHistory,
  type VaultEvent,
} from "@gimbal/sdk";
import type { Address, Client } from "viem";
import { getBlock } from "viem/actions";

/** Everything that happened to an owner: accounts, loans, and loans as tokens. */
export interface PortfolioHistory extends OwnerHistory {
  /** Oldest first. */
  readonly vaults: readonly VaultEvent[];
}

/** Where the page gets the past of an owner from: the chain's events. The only place that knows. */
export async function readHistory(
  client: Client,
  { deployment, owner }: { readonly deployment: Deployment; readonly owner: Address },
): Promise<PortfolioHistory> {
  const [accounts, tokens] = await Promise.all([
    readOwnerHistory(client, { deployment, owner }),
    readVaultHistory(client, { deployment, owner }),
  ]);
  const known = new Map([...accounts.times, ...tokens.times]);
  const history = { ...accounts, vaults: tokens.events, times: known };
  const events = [...accounts.histories.flatMap(({ trades }) => trades), ...accounts.loans, ...tokens.events];
  const missing = [...new Set(events.map(({ blockNumber }) => blockNumber))].filter(
    (block) => !known.has(block),
  );
  if (missing.length === 0) return history;
  const times = await Promise.all(
    missing.map(
      async (blockNumber) => [blockNumber, (await getBlock(client, { blockNumber })).timestamp] as const,
    ),
  );
  return { ...history, times: new Map([...known, ...times]) };
}
