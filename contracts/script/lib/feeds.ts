import { type Address, zeroAddress } from "viem";
import { chainlink } from "./artifacts";
import type { DeploymentConfig, FluxFeed } from "./config";
import { DeploymentError } from "./errors";
import type { Session, WriteClient } from "./session";

/** Decimals of every Chainlink feed in dollars. */
export const FEED_DECIMALS = 8;

/**
 * Addresses of the feeds by key of the asset. Our own aggregators belong to `publisher`, who deploys them: their
 * addresses follow from its first nonces, so they are known before as well.
 */
export async function ensureFeeds(
  session: Session,
  config: DeploymentConfig,
  publisher: WriteClient | undefined,
): Promise<Readonly<Record<string, Address>>> {
  const feeds: Record<string, Address> = {};
  const fluxes: (readonly [Address, FluxFeed])[] = [];
  for (const [key, { feed }] of Object.entries(config.assets)) {
    if (feed.type === "existing") {
      feeds[key] = feed.address;
      continue;
    }
    if (!publisher)
      throw new DeploymentError(
        `The feed of ${key} is our own aggregator, but there is no account to publish to it.`,
      );
    const nonce = 2 * fluxes.length;
    const aggregator = await session.create(publisher, nonce, chainlink("FluxAggregator"), [
      zeroAddress,
      0n,
      0,
      zeroAddress,
      feed.minAnswer,
      feed.maxAnswer,
      FEED_DECIMALS,
      feed.description,
    ]);
    feeds[key] = await session.create(publisher, nonce + 1, chainlink("EACAggregatorProxy"), [
      aggregator,
      zeroAddress,
    ]);
    fluxes.push([aggregator, feed]);
  }
  for (const [aggregator, feed] of fluxes) await openFeed(session, aggregator, feed, publisher);
  return feeds;
}

/** Lets the publisher answer and gives the first answer, unless there is one. */
async function openFeed(
  session: Session,
  to: Address,
  feed: FluxFeed,
  publisher: WriteClient | undefined,
): Promise<void> {
  const { abi } = chainlink("FluxAggregator");
  const oracle = publisher?.account.address;
  const oracles = (await session.read({
    to,
    abi,
    functionName: "getOracles",
    args: [],
  })) as readonly Address[];
  if (oracles.length === 0)
    await session.write(
      { to, abi, functionName: "changeOracles", args: [[], [oracle], [oracle], 1, 1, 0] },
      publisher,
    );
  const round = await session.read({ to, abi, functionName: "latestRound", args: [] });
  if (round === 0n)
    await session.write({ to, abi, functionName: "submit", args: [1n, feed.initialAnswer] }, publisher);
}
