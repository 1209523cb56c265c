import { DRIVEN_ASSETS } from "./assets";
import type { Prices } from "./market";
import type { DrivenAsset } from "./types";

const PARTS = 1_000_000n;
/** Largest step of the market that all assets share, and of each asset alone [1e-6 of the price]. */
const MARKET_STEP = 350n;
const OWN_STEP = 250n;
/** Part of the way back to the anchor that a step takes [1e-6]: keeps the walk near the last price somebody set. */
const PULL = 10_000n;

/** Pseudo-random 32-bit words, the same for the same seed (mulberry32). */
export function* randomWords(seed: number): Generator<number, never> {
  let state = seed >>> 0;
  for (;;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    yield (word ^ (word >>> 14)) >>> 0;
  }
}

/** A gentle random walk of the prices around their anchors, the same for the same seed. */
export class Walk {
  private readonly words: Generator<number, never>;
  private anchors: Prices;

  constructor(anchors: Prices, seed: number) {
    this.anchors = anchors;
    this.words = randomWords(seed);
  }

  /** From now on, walk around the price somebody set. */
  anchor(asset: DrivenAsset, price: bigint): void {
    this.anchors = new Map([...this.anchors, [asset, price]]);
  }

  /** The prices one step after `prices`. */
  step(prices: Prices): Prices {
    const market = this.jump(MARKET_STEP);
    return new Map(
      DRIVEN_ASSETS.map((asset) => {
        const price = prices.get(asset) ?? 0n;
        const anchor = this.anchors.get(asset) ?? price;
        const drift = ((anchor - price) * PULL) / PARTS;
        const noise = (price * (market + this.jump(OWN_STEP))) / PARTS;
        return [asset, price + drift + noise] as const;
      }),
    );
  }

  /** Between −`reach` and `reach`, small ones more often: the mean of two even draws. */
  private jump(reach: bigint): bigint {
    const even = () => (BigInt(this.words.next().value) * (2n * reach + 1n)) / 2n ** 32n - reach;
    return (even() + even()) / 2n;
  }
}
