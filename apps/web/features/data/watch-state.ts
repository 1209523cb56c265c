/** Newest block that was read together with everything on screen. */
export interface Head {
  readonly number: bigint;
  readonly hash: string;
  /** Unix seconds of the chain. */
  readonly timestamp: bigint;
}

/** What the block watcher knows. Times are milliseconds of the browser's clock. */
export interface WatchState {
  readonly head: Head | undefined;
  /** When the chain last answered and everything on screen was at its head. */
  readonly goodAt: number | undefined;
  /** When the page was last brought to the front. */
  readonly resumedAt: number | undefined;
  /** Failed rounds since then. */
  readonly failures: number;
  readonly error: Error | undefined;
}

export type WatchEvent =
  | { readonly type: "good"; readonly head: Head; readonly at: number }
  | { readonly type: "failed"; readonly error: Error; readonly at: number }
  | { readonly type: "resumed"; readonly at: number };

export const initialWatch: WatchState = {
  head: undefined,
  goodAt: undefined,
  resumedAt: undefined,
  failures: 0,
  error: undefined,
};

export function reduceWatch(state: WatchState, event: WatchEvent): WatchState {
  switch (event.type) {
    case "good":
      return {
        // An unchanged head keeps its identity, so that nothing renders for it.
        head: state.head?.hash === event.head.hash ? state.head : event.head,
        goodAt: event.at,
        resumedAt: state.resumedAt,
        failures: 0,
        error: undefined,
      };
    case "failed":
      return { ...state, failures: state.failures + 1, error: event.error };
    case "resumed":
      return { ...state, resumedAt: event.at };
  }
}

/** How fresh the numbers on screen are, and why. */
export type DataStatus =
  | { readonly status: "loading" }
  | { readonly status: "error"; readonly error: Error; readonly attempt: number }
  | { readonly status: "ok"; readonly block: bigint; readonly timestamp: bigint }
  | {
      readonly status: "stale";
      /** `connection`: the chain does not answer. `stalled`: it answers with an old block. */
      readonly reason: "connection" | "stalled";
      readonly block: bigint;
      readonly timestamp: bigint;
      /** Seconds since the numbers were right. */
      readonly age: number;
      /** Unix seconds of the browser's clock at which they were right. */
      readonly since: number;
      /** Failed rounds so far. */
      readonly attempt: number;
    };

export interface StatusLimits {
  /** Silence after which nothing is signed any more [ms]. */
  readonly silenceMs: number;
  /** Failed rounds that count as a lost connection at once. */
  readonly failures: number;
  /** Age of the head at which the chain counts as stalled [s]; undefined where blocks come on demand. */
  readonly stalledAfter: number | undefined;
}

const SECOND = 1000;

export function statusOf(state: WatchState, now: number, limits: StatusLimits): DataStatus {
  const { head, goodAt, failures, error } = state;
  if (head === undefined || goodAt === undefined) {
    return error === undefined ? { status: "loading" } : { status: "error", error, attempt: failures };
  }
  const { number: block, timestamp } = head;
  const stale = (reason: "connection" | "stalled", sinceMs: number): DataStatus => ({
    status: "stale",
    reason,
    block,
    timestamp,
    age: Math.max(0, Math.floor((now - sinceMs) / SECOND)),
    since: Math.floor(sinceMs / SECOND),
    attempt: failures,
  });
  // A page that was hidden was not watching: silence counts from its return.
  const heardAt = Math.max(goodAt, state.resumedAt ?? 0);
  if (failures >= limits.failures || now - heardAt > limits.silenceMs) return stale("connection", goodAt);
  const headAge = now - Number(timestamp) * SECOND;
  if (limits.stalledAfter !== undefined && headAge > limits.stalledAfter * SECOND) {
    return stale("stalled", Number(timestamp) * SECOND);
  }
  return { status: "ok", block, timestamp };
}
