import { type Deployment, readLendingVault, readSnapshot } from "@gimbal/sdk";
import type { Address, Client } from "viem";
import { portfolioViewOf } from "../portfolio-view";
import type { PortfolioHistory } from "../read-history";
import { blocksOf, type WorthPoint } from "./worth";

/** Looks that are under way at once. */
const AT_ONCE = 4;

interface ReadWorthParameters {
  readonly deployment: Deployment;
  readonly owner: Address;
  readonly history: PortfolioHistory;
  /** Newest block to look at. */
  readonly newest: bigint;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What an owner had at past blocks, by the chain's own books and prices of then: the same arithmetic as the figure of
 * now. Needs a node that keeps old states.
 */
export async function readWorth(
  client: Client,
  { deployment, owner, history, newest, signal }: ReadWorthParameters,
): Promise<readonly WorthPoint[]> {
  const blocks = blocksOf(history, newest);
  const reserves = new Map(
    history.vaults.map(({ market, asset }) => [`${market}.${asset}`, { market, asset }]),
  );
  const look = async (blockNumber: bigint): Promise<WorthPoint> => {
    const [snapshot, ...vaults] = await Promise.all([
      readSnapshot(client, { deployment, owner, blockNumber }),
      ...[...reserves.values()].map((reserve) =>
        readLendingVault(client, { deployment, ...reserve, owner, blockNumber }),
      ),
    ]);
    const known = vaults.filter((vault) => vault !== undefined);
    const { netWorth } = portfolioViewOf(snapshot, known).portfolio;
    return { block: blockNumber, time: Number(snapshot.timestamp), worth: netWorth };
  };
  const points: WorthPoint[] = [];
  for (let next = 0; next < blocks.length; next += AT_ONCE) {
    signal?.throwIfAborted();
    points.push(...(await Promise.all(blocks.slice(next, next + AT_ONCE).map(look))));
  }
  return points;
}
