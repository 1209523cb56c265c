import { type Indexed, lagBehind } from "@gimbal/history";

/** How far the index of the past has come. */
export type IndexerState =
  | { readonly status: "down" }
  | { readonly status: "current" }
  /** A transaction of this page is in a block the index has not reached. */
  | { readonly status: "indexing"; readonly block: bigint }
  | { readonly status: "behind"; readonly blocks: bigint; readonly seconds: bigint };

/** An index follows its chain a moment later; this much is no news [blocks]. */
export const TOLERATED_BLOCKS = 2n;

interface Reached {
  /** What the index says of itself; undefined when it does not answer. */
  readonly indexed: Pick<Indexed, "block" | "time"> | undefined;
  /** Newest block of the chain when it was asked; undefined before the first. */
  readonly head: { readonly number: bigint; readonly timestamp: bigint } | undefined;
  /** Newest block with a transaction of this page. */
  readonly own: bigint | undefined;
}

export function indexerStateOf({ indexed, head, own }: Reached): IndexerState {
  if (indexed === undefined) return { status: "down" };
  if (own !== undefined && indexed.block < own) return { status: "indexing", block: own };
  if (head === undefined) return { status: "current" };
  const lag = lagBehind(
    { ...indexed, finalized: 0n, event: undefined },
    { block: head.number, time: head.timestamp },
  );
  return lag.blocks > TOLERATED_BLOCKS ? { status: "behind", ...lag } : { status: "current" };
}

/** Until the index is asked again [ms]: soon while something is awaited of it, seldom while all is well. */
export function pauseAfter(state: IndexerState | undefined): number {
  switch (state?.status) {
    case "indexing":
      return 1_000;
    case "behind":
      return 3_000;
    default:
      return 15_000;
  }
}
