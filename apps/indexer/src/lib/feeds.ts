import type { Deployment } from "@gimbal/sdk";
import { type Address, createPublicClient, type Hex, http } from "viem";
import { feedAbi } from "./abis";
import { SourceUnknownError } from "./errors";

/** One feed: its proxy, and the aggregator whose answers it hands on. */
export interface Feed {
  readonly proxy: Address;
  readonly aggregator: Address;
  readonly decimals: number;
}

/**
 * Aggregators of the feeds, asked of their proxies once, before indexing: the proxies emit nothing. A proxy that moves
 * to another aggregator is followed from the next start on, which indexes anew because its sources differ.
 */
export async function readFeeds(deployment: Deployment, rpcUrl: string): Promise<readonly Feed[]> {
  const client = createPublicClient({ transport: http(rpcUrl) });
  const assets = deployment.markets.flatMap((market) => market.assets);
  const proxies = [...new Set(assets.map(({ feed }) => feed))];
  return Promise.all(
    proxies.map(async (proxy) => {
      const contract = { address: proxy, abi: feedAbi } as const;
      try {
        const [aggregator, decimals] = await Promise.all([
          client.readContract({ ...contract, functionName: "aggregator" }),
          client.readContract({ ...contract, functionName: "decimals" }),
        ]);
        return { proxy, aggregator, decimals };
      } catch (cause) {
        throw new SourceUnknownError(proxy, cause);
      }
    }),
  );
}

const byAggregator = new Map<Hex, Feed>();

/** Notes the feeds for the handlers of the same process. */
export function noteFeeds(feeds: readonly Feed[]): void {
  for (const feed of feeds) byAggregator.set(feed.aggregator.toLowerCase() as Hex, feed);
}

export function feedOf(aggregator: Address): Feed | undefined {
  return byAggregator.get(aggregator.toLowerCase() as Hex);
}
