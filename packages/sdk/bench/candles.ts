import { readFileSync } from "node:fs";

const HOUR = 3600;
/** Later than any time in seconds: such a time is in milliseconds. */
const MILLISECONDS = 1e11;

/** One hour of prices. */
export interface Candle {
  /** Close of the hour [unix seconds]. */
  readonly time: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** The close [USD wad]. */
  readonly price: bigint;
}

/** Thrown when a file of candles cannot be used. `line` is 0 if it is the whole file. */
export class CandleFileError extends Error {
  override name = "CandleFileError";

  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}${line === 0 ? "" : `:${line}`}: ${reason}`);
  }
}

/** Hours of a CSV file `unix_ts,open,high,low,close,volume`, with or without a header. */
export function readCandles(file: string): readonly Candle[] {
  return parseCandles(readText(file), file);
}

/** Text of a file; what keeps it from being read is a {@link CandleFileError}. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new CandleFileError(file, 0, `cannot be read (${(cause as NodeJS.ErrnoException).code ?? cause})`);
  }
}

/** As {@link readCandles}, of the text of a file. Shorter candles are joined into hours; gaps stay gaps. */
export function parseCandles(text: string, file: string): readonly Candle[] {
  const { rows, interval } = parseRows(text, file);
  return joinHours(rows, interval);
}

/** Rows of a file as they are, in ascending order, and the time between two of them [seconds]. */
export function parseRows(
  text: string,
  file: string,
): { readonly rows: readonly Row[]; readonly interval: number } {
  const rows: Row[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "" || (rows.length === 0 && /^\D/.test(line.trim()))) return; // empty, or the header
    rows.push(parseRow(line, file, i + 1));
  });
  const first = rows[0];
  const last = rows[rows.length - 1];
  if (first === undefined || last === undefined || rows.length < 2)
    throw new CandleFileError(file, 0, "has no candles: expected rows unix_ts,open,high,low,close,volume");
  if (first.time > last.time) rows.reverse();
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before !== undefined && row.time <= before.time)
      throw new CandleFileError(file, row.line, `time ${row.time} does not follow ${before.time}`);
  });
  const steps = rows.slice(1).map((row, i) => row.time - (rows[i] as Row).time);
  const interval = steps.sort((a, b) => a - b)[steps.length >> 1] as number;
  if (interval > HOUR)
    throw new CandleFileError(file, 0, `has a candle every ${interval} s: expected an hour or less`);
  return { rows, interval };
}

/** One line of a file. */
export interface Row {
  readonly line: number;
  /** Open of the candle [unix seconds]. */
  readonly time: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** The close as it is written. */
  readonly text: string;
}

function parseRow(text: string, file: string, line: number): Row {
  const cells = text.split(",").map((cell) => cell.trim());
  if (cells.length < 5)
    throw new CandleFileError(
      file,
      line,
      `has ${cells.length} columns: expected unix_ts,open,high,low,close,volume`,
    );
  const [time, open, high, low, close] = cells.map((cell) => (cell === "" ? Number.NaN : Number(cell))) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (!Number.isFinite(time) || time <= 0)
    throw new CandleFileError(file, line, `"${cells[0]}" is no unix time`);
  for (const price of [open, high, low, close])
    if (!Number.isFinite(price) || price <= 0)
      throw new CandleFileError(file, line, `"${text}" has a price that is not above 0`);
  if (low > Math.min(open, close) || high < Math.max(open, close))
    throw new CandleFileError(
      file,
      line,
      `high ${high} and low ${low} do not enclose open ${open} and close ${close}`,
    );
  const seconds = time > MILLISECONDS ? time / 1000 : time;
  return { line, time: Math.floor(seconds), high, low, close, text: cells[4] as string };
}

function joinHours(rows: readonly Row[], interval: number): readonly Candle[] {
  const hours: Candle[] = [];
  for (const row of rows) {
    const time = (Math.floor(row.time / HOUR) + 1) * HOUR;
    const last = hours[hours.length - 1];
    const candle = { time, high: row.high, low: row.low, close: row.close, price: toWad(row.text) };
    if (last?.time !== time || interval === HOUR) hours.push(candle);
    else
      hours[hours.length - 1] = {
        ...candle,
        high: Math.max(last.high, row.high),
        low: Math.min(last.low, row.low),
      };
  }
  return hours;
}

/** Decimal number as a wad, exactly, but for what is below 1e-18. */
export function toWad(text: string): bigint {
  const plain = /e/i.test(text) ? Number(text).toFixed(18) : text;
  const [whole = "0", fraction = ""] = plain.split(".");
  return BigInt(whole || "0") * 10n ** 18n + BigInt(fraction.slice(0, 18).padEnd(18, "0"));
}
