import type { PricePath } from "./path";
import { createRandom } from "./random";

/** A price that one source alone reports. */
export interface Wick {
  /** Hours after the start. */
  readonly from: number;
  readonly until: number;
  readonly source: "feed" | "pyth" | "pool";
  /** Of the market's price. */
  readonly factor: number;
}

/** A synthetic path: it goes through what was published of an event, and is made up in between. */
export interface Preset {
  readonly name: string;
  readonly event: string;
  /** What the anchors were taken from. */
  readonly statistics: string;
  readonly start: string;
  /** [seconds] */
  readonly interval: number;
  /** Annualised volatility of the noise between anchors. */
  readonly noise: number;
  /** By symbol: first price [USD], then [hours after the start, price over the first one]. */
  readonly assets: Readonly<Record<string, { readonly price: number; readonly anchors: readonly Anchor[] }>>;
  readonly wicks?: readonly Wick[];
  /** The pool is the whole market: what liquidations do to it is in the price of the feeds at once. */
  readonly isWholeMarket?: boolean;
  /** Depth over the calm one from the start on, instead of one that follows the volatility. */
  readonly depth?: number;
}

type Anchor = readonly [hours: number, factor: number];

const FIVE_MINUTES = 300;

export const presets: readonly Preset[] = [
  {
    name: "2020-03-12",
    event: "Black Thursday",
    statistics:
      "Glassnode Insights on 2020-03-12: ether −43 % on the day; MakerDAO's deficit of 5.7 M DAI came of it. Press of the day: about 50 % within 24 hours, in two falls, about 11:00 UTC and about 24:00 UTC.",
    start: "2020-03-12T00:00:00Z",
    interval: FIVE_MINUTES,
    noise: 1.2,
    assets: {
      eth: {
        price: 194,
        anchors: [
          [10, 0.93],
          [10.7, 0.83],
          [11.2, 0.7],
          [12, 0.74],
          [16, 0.72],
          [23, 0.64],
          [23.8, 0.57],
          [26, 0.48],
          [27, 0.57],
          [36, 0.68],
          [48, 0.69],
        ],
      },
    },
  },
  {
    name: "2021-05-19",
    event: "the fall of May 2021",
    statistics:
      "Press of the day: ether more than 40 % and bitcoin 30 % below the day's open at the low, about 13:00 UTC. Worst hour of ether on one-minute closes −29.8 %, on hourly closes −13.1 %.",
    start: "2021-05-19T00:00:00Z",
    interval: FIVE_MINUTES,
    noise: 1.5,
    assets: {
      eth: {
        price: 3_380,
        anchors: [
          [6, 0.93],
          [10, 0.86],
          [12, 0.79],
          [12.5, 0.7],
          [13.1, 0.55],
          [13.6, 0.67],
          [15, 0.72],
          [24, 0.73],
          [36, 0.8],
        ],
      },
      btc: {
        price: 42_800,
        anchors: [
          [6, 0.94],
          [10, 0.91],
          [12, 0.86],
          [12.5, 0.8],
          [13.1, 0.7],
          [13.6, 0.79],
          [15, 0.85],
          [24, 0.86],
          [36, 0.92],
        ],
      },
    },
  },
  {
    name: "2022-11-08",
    event: "the end of FTX",
    statistics:
      "Daily candles: ether from about 1,570 to about 1,080 dollars between the morning of 2022-11-08 and the night to 2022-11-10 (−31 %), bitcoin from about 20,600 to about 15,600 (−24 %), in two falls.",
    start: "2022-11-08T00:00:00Z",
    interval: FIVE_MINUTES,
    noise: 1,
    assets: {
      eth: {
        price: 1_570,
        anchors: [
          [14, 0.96],
          [17, 0.98],
          [18.5, 0.85],
          [20.5, 0.78],
          [24, 0.85],
          [36, 0.81],
          [45, 0.7],
          [46, 0.69],
          [60, 0.79],
        ],
      },
      btc: {
        price: 20_600,
        anchors: [
          [14, 0.96],
          [17, 0.97],
          [18.5, 0.88],
          [20.5, 0.84],
          [24, 0.9],
          [36, 0.86],
          [45, 0.77],
          [46, 0.76],
          [60, 0.85],
        ],
      },
    },
  },
  {
    name: "2024-08-05",
    event: "the end of the yen carry trade",
    statistics:
      "Press of the day: ether more than 22 % down in 24 hours, 15 % of it within minutes, low of 2,112 dollars; bitcoin to about 49,000 dollars.",
    start: "2024-08-04T12:00:00Z",
    interval: FIVE_MINUTES,
    noise: 0.9,
    assets: {
      eth: {
        price: 2_900,
        anchors: [
          [6, 0.96],
          [11, 0.93],
          [12.5, 0.9],
          [13.1, 0.87],
          [13.35, 0.728],
          [14, 0.79],
          [20, 0.79],
          [26, 0.86],
          [36, 0.84],
        ],
      },
      btc: {
        price: 60_500,
        anchors: [
          [6, 0.97],
          [11, 0.96],
          [12.5, 0.93],
          [13.1, 0.91],
          [13.35, 0.84],
          [14, 0.86],
          [18, 0.81],
          [26, 0.9],
          [36, 0.9],
        ],
      },
    },
  },
  {
    name: "2025-10-10",
    event: "the day depth vanished",
    statistics:
      "Press of the day: ether from nearly 4,500 to 3,440 dollars in the day, back above 3,800 within the hour; bitcoin from above 117,000 to about 105,000 within minutes, about 21:15 UTC; 19 billion dollars liquidated. Link −59 % at its low on one venue, less elsewhere: its path falls by 40 %.",
    start: "2025-10-10T12:00:00Z",
    interval: FIVE_MINUTES,
    noise: 0.7,
    assets: {
      eth: {
        price: 4_350,
        anchors: [
          [3, 0.97],
          [8.8, 0.94],
          [9.1, 0.88],
          [9.3, 0.79],
          [9.5, 0.86],
          [11, 0.88],
          [24, 0.87],
        ],
      },
      btc: {
        price: 121_000,
        anchors: [
          [3, 0.98],
          [8.8, 0.965],
          [9.1, 0.93],
          [9.3, 0.865],
          [9.5, 0.92],
          [11, 0.93],
          [24, 0.92],
        ],
      },
      link: {
        price: 22,
        anchors: [
          [3, 0.96],
          [8.8, 0.92],
          [9.1, 0.8],
          [9.3, 0.55],
          [9.5, 0.74],
          [11, 0.8],
          [24, 0.79],
        ],
      },
    },
  },
  {
    name: "wick",
    event: "one venue alone falls by 60 %, three times",
    statistics:
      "2025-10-10: lows of −59 % and more on a single venue. Chainlink's feed, then Pyth's price, then the pool shows 40 % of the market's price for ten minutes; the market itself is quiet.",
    start: "2025-10-10T12:00:00Z",
    interval: FIVE_MINUTES,
    noise: 0.4,
    assets: { eth: { price: 4_350, anchors: [[12, 1]] } },
    wicks: [
      { from: 3, until: 3 + 1 / 6, source: "feed", factor: 0.4 },
      { from: 6, until: 6 + 1 / 6, source: "pyth", factor: 0.4 },
      { from: 9, until: 9 + 1 / 6, source: "pool", factor: 0.4 },
    ],
  },
  {
    name: "toy",
    event: "−35 % in an hour with a tenth of the depth",
    statistics:
      "The market that liquidation designs were compared in: 50 million dollars of debt, 2 million move the price by 1 %, the price falls by 35 % and the depth is a tenth, and the pool is the whole market.",
    start: "2026-01-01T00:00:00Z",
    interval: FIVE_MINUTES,
    noise: 0,
    assets: {
      eth: {
        price: 3_000,
        anchors: [
          [1, 1],
          [2, 0.65],
          [5, 0.65],
        ],
      },
    },
    isWholeMarket: true,
    depth: 0.1,
  },
];

const YEAR = 365 * 24 * 3600;

/** The path of a preset; the same seed gives the same path. */
export function presetPath(preset: Preset, seed: number): PricePath {
  const prices: Record<string, readonly bigint[]> = {};
  for (const [symbol, { price, anchors }] of Object.entries(preset.assets)) {
    const random = createRandom(seed * 1_000 + hash(preset.name + symbol));
    const all: readonly Anchor[] = [[0, 1], ...anchors];
    const factors: number[] = [1];
    for (let i = 1; i < all.length; i++) {
      const [from, to] = [all[i - 1] as Anchor, all[i] as Anchor];
      factors.push(...bridge(from, to, preset, random.normal));
    }
    prices[symbol] = factors.map((factor) => BigInt(Math.round(factor * price * 1e8)) * 10n ** 10n);
  }
  return { start: Date.parse(preset.start) / 1000, interval: preset.interval, prices, notes: [] };
}

/** Steps from one anchor to the next: a straight line and a random walk that is back on it at the end. */
function bridge([from, low]: Anchor, [to, high]: Anchor, preset: Preset, normal: () => number): number[] {
  const first = Math.round((from * 3600) / preset.interval);
  const steps = Math.round((to * 3600) / preset.interval) - first;
  const step = preset.noise * Math.sqrt(preset.interval / YEAR);
  const walk = [0];
  for (let i = 1; i <= steps; i++) walk.push((walk[i - 1] as number) + step * normal());
  const drift = walk[steps] as number;
  return walk.slice(1).map((value, index) => {
    const part = (index + 1) / steps;
    return (low + (high - low) * part) * (1 + value - drift * part);
  });
}

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + char.charCodeAt(0)) % 1_000_003;
  return value;
}
