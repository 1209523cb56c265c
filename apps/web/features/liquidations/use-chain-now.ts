"use client";

import type { Seconds } from "@gimbal/sdk";
import { useEffect, useState } from "react";
import { useChainStore } from "@/features/data/chain-store";
import type { Head } from "@/features/data/watch-state";

const SECOND_MS = 1_000;
/** Longest the next block takes on a chain that is well; an auction moves by one step in it [s]. */
export const NEXT_BLOCK: Seconds = 12n;

interface Seen {
  readonly head: Head | undefined;
  /** Browser's clock when the head was first seen [ms]. */
  readonly at: number;
}

/** Time of the chain as far as it can be known. */
export interface ChainClock {
  readonly now: Seconds;
  /** The next block is overdue: time stands with the chain, and prices with it. */
  readonly isWaiting: boolean;
}

/**
 * Time that the next block would have, once a second: the newest block's and what went by since, but no more than the next
 * block takes. Of a chain that stands still nobody knows what its next block will say.
 */
export function chainTimeAt({ head, at }: Seen, now: number): ChainClock {
  if (head === undefined) return { now: BigInt(Math.floor(now / SECOND_MS)), isWaiting: true };
  const since = BigInt(Math.max(0, Math.floor((now - at) / SECOND_MS)));
  const isWaiting = since > NEXT_BLOCK;
  return { now: head.timestamp + (isWaiting ? NEXT_BLOCK : since), isWaiting };
}

/** {@link chainTimeAt} while the page is in view. */
export function useChainClock(): ChainClock {
  const head = useChainStore(({ watch }) => watch.head);
  const [seen, setSeen] = useState<Seen>(() => ({ head, at: Date.now() }));
  const [now, setNow] = useState(() => Date.now());
  if (seen.head !== head) setSeen({ head, at: Date.now() });
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return chainTimeAt(seen, Math.max(now, seen.at));
}

/** The time alone. */
export function useChainNow(): Seconds {
  return useChainClock().now;
}
