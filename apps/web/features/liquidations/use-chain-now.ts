"use client";

import type { Seconds } from "@gimbal/sdk";
import { useEffect, useState } from "react";
import { useChainStore } from "@/features/data/chain-store";
import type { Head } from "@/features/data/watch-state";

const SECOND_MS = 1_000;

interface Seen {
  readonly head: Head | undefined;
  /** Browser's clock when the head was first seen [ms]. */
  readonly at: number;
}

/**
 * Time that the next block would have, once a second: the head's and what went by since. A local chain that travelled is
 * ahead of the clock, one without traffic behind it, so the later of the two counts.
 */
export function chainTimeAt({ head, at }: Seen, now: number): Seconds {
  const clock = BigInt(Math.floor(now / SECOND_MS));
  if (head === undefined) return clock;
  const since = head.timestamp + BigInt(Math.max(0, Math.floor((now - at) / SECOND_MS)));
  return since > clock ? since : clock;
}

/** {@link chainTimeAt} while the page is in view. */
export function useChainNow(): Seconds {
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
