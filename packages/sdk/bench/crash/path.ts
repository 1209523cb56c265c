import { CandleFileError, parseRows, readText, toWad } from "../candles";

/** More steps than this are joined: a replay would take too long. */
export const MAX_STEPS = 6_000;
/** Fewer steps are no path. */
const MIN_STEPS = 3;

/** Prices of one or more assets at the same times. */
export interface PricePath {
  /** Time of the first price [unix seconds]. */
  readonly start: number;
  /** Time between two prices [seconds]. */
  readonly interval: number;
  /** By symbol [USD wad]. */
  readonly prices: Readonly<Record<string, readonly bigint[]>>;
  /** What was done to the files, to be said beside the results. */
  readonly notes: readonly string[];
}

/** A file of candles and the asset it is of. */
export interface PriceFile {
  readonly symbol: string;
  readonly file: string;
}

/** Closes of one file. */
interface Closes {
  readonly symbol: string;
  readonly file: string;
  readonly interval: number;
  readonly times: readonly number[];
  readonly prices: readonly bigint[];
}

/**
 * Path of the closes of one file or of several, at the times that all of them have: the longest of their intervals, a
 * missing candle counting as the close before it.
 */
export function readPath(files: readonly PriceFile[]): PricePath {
  return pathOf(files.map(({ symbol, file }) => closesOf(readText(file), symbol, file)));
}

/** As {@link readPath}, of texts. */
export function parsePath(texts: readonly { symbol: string; file: string; text: string }[]): PricePath {
  return pathOf(texts.map(({ symbol, file, text }) => closesOf(text, symbol, file)));
}

function closesOf(text: string, symbol: string, file: string): Closes {
  const { rows, interval } = parseRows(text, file);
  return {
    symbol,
    file,
    interval,
    times: rows.map(({ time }) => time + interval),
    prices: rows.map((row) => toWad(row.text)),
  };
}

function pathOf(all: readonly Closes[]): PricePath {
  const start = Math.max(...all.map(({ times }) => times[0] as number));
  const end = Math.min(...all.map(({ times }) => times.at(-1) as number));
  const own = Math.max(...all.map(({ interval }) => interval));
  const stride = Math.ceil(((end - start) / own + 1) / MAX_STEPS);
  const interval = own * Math.max(stride, 1);
  const steps = Math.floor((end - start) / interval) + 1;
  const [first] = all;
  if (first === undefined || steps < MIN_STEPS)
    throw new CandleFileError(all.map(({ file }) => file).join(", "), 0, "have no three candles in common");
  const notes: string[] = [];
  if (stride > 1) notes.push(`every ${stride} candles joined into one of ${interval} s`);
  const prices: Record<string, readonly bigint[]> = {};
  for (const closes of all) {
    const { values, missing } = sampled(closes, start, interval, steps);
    prices[closes.symbol] = values;
    if (missing > 0)
      notes.push(`${closes.symbol}: ${missing} missing candles count as the close before them`);
  }
  return { start, interval, prices, notes };
}

/** Last close at or before each time. */
function sampled({ times, prices }: Closes, start: number, interval: number, steps: number) {
  const values: bigint[] = [];
  let missing = 0;
  let at = 0;
  for (let step = 0; step < steps; step++) {
    const time = start + step * interval;
    while (at + 1 < times.length && (times[at + 1] as number) <= time) at++;
    if (time - (times[at] as number) >= interval) missing++;
    values.push(prices[at] as bigint);
  }
  return { values, missing };
}
