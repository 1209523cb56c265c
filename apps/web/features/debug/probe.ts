import { createClient, http } from "viem";
import { getBlockNumber, getChainId } from "viem/actions";

/** What one endpoint said of itself. */
export type Probe =
  | { readonly status: "down" }
  | {
      readonly status: "up";
      readonly chainId: number;
      readonly block: bigint;
      /** Until both answers were there [ms]. */
      readonly delay: number;
    };

const TIMEOUT_MS = 4_000;

/** Asks an endpoint for its chain and its newest block. */
export async function probe(url: string): Promise<Probe> {
  const client = createClient({ transport: http(url, { retryCount: 0, timeout: TIMEOUT_MS }) });
  const start = performance.now();
  try {
    const [chainId, block] = await Promise.all([
      getChainId(client),
      getBlockNumber(client, { cacheTime: 0 }),
    ]);
    const delay = Math.ceil(performance.now() - start);
    return { status: "up", chainId, block, delay };
  } catch {
    return { status: "down" };
  }
}
