import type { Head, WatchEvent } from "./watch-state";

export interface BlockWatcherParameters {
  readonly readHead: () => Promise<Head>;
  /** Brings everything on screen to the new head; rejects if any part of it could not be read. */
  readonly readBlock: () => Promise<void>;
  readonly dispatch: (event: WatchEvent) => void;
  readonly intervalMs: number;
  readonly document: Pick<Document, "hidden" | "addEventListener" | "removeEventListener">;
  readonly now?: () => number;
}

export interface BlockWatcher {
  /** Asks for the head now and resolves when the page is at it. */
  refresh(): Promise<void>;
  stop(): void;
}

/**
 * The one poll of a tab: asks for the head, reads everything once when it changed, rests while the page is hidden.
 * A round that fails leaves the head as it was, so the next one reads again.
 */
export function watchBlocks(parameters: BlockWatcherParameters): BlockWatcher {
  const { readHead, readBlock, dispatch, intervalMs, document, now = Date.now } = parameters;
  let stopped = false;
  let shown: string | undefined;
  let round: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    try {
      const head = await readHead();
      if (head.hash !== shown) await readBlock();
      shown = head.hash;
      if (!stopped) dispatch({ type: "good", head, at: now() });
    } catch (cause) {
      if (!stopped) dispatch({ type: "failed", error: toError(cause), at: now() });
    }
  };

  const step = (): Promise<void> => {
    clearTimeout(timer);
    round ??= run().finally(() => {
      round = undefined;
      if (!stopped && !document.hidden) timer = setTimeout(step, intervalMs);
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
    async refresh() {
      // A round under way may have asked before the caller's block: wait for it, then ask again.
      await round;
      await step();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
