/** Why something was not done, or done in vain. */
export const CAUSES = {
  /** Somebody else was faster: look again soon. */
  lost: { first: 2, most: 12 },
  /** The chain refuses it: whatever it is, it must not stop the rest. */
  reverted: { first: 12, most: 1_800 },
  /** An endpoint failed. */
  upstream: { first: 2, most: 30 },
  /** Not worth its gas now: an auction gets better every 12 seconds. */
  unprofitable: { first: 6, most: 60 },
  /** Gas costs more than the settings allow. */
  gas: { first: 12, most: 60 },
  /** The budget of unpaid duties is used up. */
  budget: { first: 60, most: 600 },
} as const;

export type Cause = keyof typeof CAUSES;

interface Pause {
  readonly cause: Cause;
  readonly until: number;
  readonly times: number;
}

/** What is left alone for a while, by purpose; longer each time it fails for the same cause. Times in seconds. */
export class Cooldowns {
  private readonly pauses = new Map<string, Pause>();

  /** Records an outcome; asking changes nothing. */
  start(purpose: string, cause: Cause, now: number): void {
    const last = this.pauses.get(purpose);
    const times = last?.cause === cause ? last.times + 1 : 0;
    const { first, most } = CAUSES[cause];
    this.pauses.set(purpose, { cause, until: now + Math.min(most, first * 2 ** times), times });
  }

  /** It worked: the next failure counts as the first. */
  clear(purpose: string): void {
    this.pauses.delete(purpose);
  }

  /** Why it is left alone now, if it is. */
  cause(purpose: string, now: number): Cause | undefined {
    const pause = this.pauses.get(purpose);
    return pause !== undefined && pause.until > now ? pause.cause : undefined;
  }

  /** Forgets what is long over, so that the memory does not grow with everything ever tried. */
  sweep(now: number): void {
    for (const [purpose, { until, cause }] of this.pauses)
      if (until + 2 * CAUSES[cause].most < now) this.pauses.delete(purpose);
  }

  count(now: number): number {
    return [...this.pauses.values()].filter(({ until }) => until > now).length;
  }
}
