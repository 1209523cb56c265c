import type { Head, WatchEvent } from "./watch-state";

export interface BlockWatcherParameters {
  readonly readHead: () => Promise<Head>;
  /** Brings everything on screen to the new head; rejects if any part of it could not be read. */
  readonly readBlock: () => Promise<void>;
  readonly dispatch: (event: WatchEvent) => void;
  /** Between two looks for the head. */
  readonly intervalMs: number;
  /** Blocks come at a steady pace: after one, the next look waits until the next block is due. */
  readonly isSteady?: boolean;
  readonly document: Pick<Document, "hidden" | "addEventListener" | "removeEventListener">;
  readonly now?: () => number;
}

export interface BlockWatcher {
  /** Asks for the head now and resolves when the page is at it; a node that lacks `atLeast` is asked a few times. */
  refresh(atLeast?: bigint): Promise<void>;
  stop(): void;
}

/**
 * The one poll of a tab: asks for the head, reads everything once when it changed, rests while the page is hidden.
 * A round that fails leaves the head as it was, so the next one reads again.
 */
export function watchBlocks(parameters: BlockWatcherParameters): BlockWatcher {
  const {
    readHead,
    readBlock,
    dispatch,
    intervalMs,
    isSteady = false,
    document,
    now = Date.now,
  } = parameters;
  let stopped = false;
  let shown: Head | undefined;
  let pause = intervalMs;
  let round: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    pause = intervalMs;
    try {
      const head = await readHead();
      if (head.hash !== shown?.hash) {
        await readBlock();
        if (isSteady) pause = untilNext(shown, head, { now: now(), intervalMs });
      }
      shown = head;
      if (!stopped) dispatch({ type: "good", head, at: now() });
    } catch (cause) {
      if (!stopped) dispatch({ type: "failed", error: toError(cause), at: now() });
    }
  };

  const step = (): Promise<void> => {
    clearTimeout(timer);
    round ??= run().finally(() => {
      round = undefined;
      if (!stopped && !document.hidden) timer = setTimeout(step, pause);
    });
    return round;
  };

  const onVisibility = () => {
    if (document.hidden) {
      clearTimeout(timer);
      return;
    }
    dispatch({ type: "resumed", at: now() });
    void step();
  };

  document.addEventListener("visibilitychange", onVisibility);
  if (!document.hidden) void step();

  return {
    async refresh(atLeast = 0n) {
      // A round under way may have asked before the caller's block: wait for it, then ask again.
      await round;
      await step();
      // Behind one address stand several nodes, and the next one may not have the block yet.
      for (let look = 0; look < LATE_LOOKS && !stopped && (shown?.number ?? 0n) < atLeast; look++) {
        await new Promise((resolve) => setTimeout(resolve, intervalMs));
        await step();
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}

/** Looks for a block that a receipt has named and the node does not have. */
const LATE_LOOKS = 8;

/** From the time in a block until nodes have it [ms]. */
const ARRIVAL_MS = 1_500;
/** Silence that is never exceeded, however slow the blocks [ms]. */
const LONGEST_PAUSE_MS = 12_000;

/**
 * Milliseconds until the block after `head` is due, from the pace of the last two: one look per block then finds it. A
 * clock that is wrong changes when a block is seen by at most one block.
 */
export function untilNext(
  before: Head | undefined,
  head: Head,
  { now, intervalMs }: { readonly now: number; readonly intervalMs: number },
): number {
  const blocks = before === undefined ? 0 : Number(head.number - before.number);
  if (before === undefined || blocks < 1) return intervalMs;
  const pace = (Number(head.timestamp - before.timestamp) * 1_000) / blocks;
  const due = Number(head.timestamp) * 1_000 + pace + ARRIVAL_MS - now;
  return Math.max(intervalMs, Math.min(due, pace, LONGEST_PAUSE_MS));
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
