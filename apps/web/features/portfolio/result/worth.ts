import type { Usd } from "@gimbal/sdk";
import type { PortfolioHistory } from "../read-history";

/** What an owner had at one block. */
export interface WorthPoint {
  readonly block: bigint;
  /** Unix seconds. */
  readonly time: number;
  /** Undefined where a price was down. */
  readonly worth: Usd | undefined;
}

/** Looks at even distances, and most events that get a look of their own. */
const EVEN = 48n;
const OWN = 48;

/** Blocks with events of an owner, oldest first, each once. */
export function eventBlocks({ histories, loans, vaults }: PortfolioHistory): readonly bigint[] {
  const events = [...histories.flatMap(({ trades }) => trades), ...loans, ...vaults];
  return sorted(events.map(({ blockNumber }) => blockNumber));
}

/**
 * Blocks to look at: even steps from the first event to the newest block, and the last events with the blocks before
 * them, so that what was paid in is a step and no slope.
 *
 * @returns Oldest first, at most 145; none before the first event.
 */
export function blocksOf(history: PortfolioHistory, newest: bigint): readonly bigint[] {
  const events = eventBlocks(history).filter((block) => block <= newest);
  const [first] = events;
  if (first === undefined) return [];
  const even = Array.from(
    { length: Number(EVEN) + 1 },
    (_, i) => first + ((newest - first) * BigInt(i)) / EVEN,
  );
  const own = events.slice(-OWN).flatMap((block) => (block > first ? [block - 1n, block] : [block]));
  return sorted([...even, ...own]);
}

function sorted(blocks: readonly bigint[]): readonly bigint[] {
  return [...new Set(blocks)].sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
}
