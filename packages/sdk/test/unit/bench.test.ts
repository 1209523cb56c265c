import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { options } from "../../../../scripts/lib/csv-bench.mjs";
import { CandleFileError, parseCandles, readCandles } from "../../bench/candles";
import { forecastBench } from "../../bench/forecastBench";
import { marginBench } from "../../bench/marginBench";
import { ewma, fitGarch11, garch11 } from "../../src/risk/comparisons";
import { generatedCandles } from "../support/prices";
import { createRandom } from "../support/random";

const root = resolve(import.meta.dirname, "../../../..");
const HOURS = 11_500;
const text = generatedCandles({ hours: HOURS });
const candles = parseCandles(text, "generated");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gimbal-bench-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("candles", () => {
  test("the close of an hour, with or without a header, in either order, in seconds or milliseconds", () => {
    expect(candles).toHaveLength(HOURS);
    expect(candles[0]?.time).toBe(1_577_836_800 + 3600);
    const lines = text.split("\n").slice(1, 50);
    const expected = candles.slice(0, 49);
    expect(parseCandles(lines.join("\r\n"), "f")).toEqual(expected);
    expect(parseCandles(lines.toReversed().join("\n"), "f")).toEqual(expected);
    const milliseconds = lines.map((line) => line.replace(/^(\d+)/, "$1000"));
    expect(parseCandles(milliseconds.join("\n"), "f")).toEqual(expected);
  });

  test("shorter candles are joined into hours", () => {
    const short = parseCandles(generatedCandles({ hours: 30, interval: 300 }), "f");
    const rows = generatedCandles({ hours: 30, interval: 300 }).split("\n").slice(1);
    expect(short).toHaveLength(30);
    short.forEach((candle, i) => {
      const hour = rows.slice(12 * i, 12 * i + 12).map((row) => row.split(",").map(Number));
      expect(candle.close).toBe(hour[11]?.[4]);
      expect(candle.high).toBe(Math.max(...hour.map((row) => row[2] as number)));
      expect(candle.low).toBe(Math.min(...hour.map((row) => row[3] as number)));
    });
  });

  test("prices keep their digits, however small", () => {
    const row = (i: number, close: string) => `${1_600_000_000 + i * 3600},1e-5,2,1e-9,${close},1`;
    const read = parseCandles([row(0, "0.000012345678901234"), row(1, "1.5e-7")].join("\n"), "f");
    expect(read.map(({ price }) => price)).toEqual([12_345_678_901_234n, 150_000_000_000n]);
  });

  test.each([
    ["nothing", "", 0],
    ["only a header", "unix_ts,open,high,low,close,volume", 0],
    ["too few columns", "1600000000,1,2,1\n1600003600,1,2,1", 1],
    ["a time that is none", "1600000000,1,2,1,2,1\nyesterday,1,2,1,2,1", 2],
    ["a price of zero", "1600000000,1,2,1,2,1\n1600003600,1,2,0,2,1", 2],
    ["an empty price", "1600000000,1,2,1,,1", 1],
    ["a close above the high", "1600000000,1,2,1,3,1", 1],
    ["a time twice", "1600000000,1,2,1,2,1\n1600003600,1,2,1,2,1\n1600003600,1,2,1,2,1", 3],
    ["days", "1600000000,1,2,1,2,1\n1600086400,1,2,1,2,1\n1600172800,1,2,1,2,1", 0],
  ])("a file with %s is refused, with its line", (_, content, line) => {
    const read = () => parseCandles(content, "some.csv");
    expect(read).toThrow(CandleFileError);
    expect(read).toThrow(line === 0 ? /^some\.csv: / : new RegExp(`^some\\.csv:${line}: `));
  });

  test("a file that is not there is refused", () => {
    expect(() => readCandles(join(folder, "none.csv"))).toThrow("cannot be read (ENOENT)");
  });
});

describe("comparisons", () => {
  const random = createRandom(7n);
  const normal = () =>
    Array.from({ length: 12 }, () => Number(random.between(0n, 1_000_000n)) / 1e6).reduce(
      (sum, x) => sum + x,
      -6,
    );

  test("GARCH(1,1) finds the parameters that made the returns, and forecasts their mean far ahead", () => {
    const made = { omega: 2e-6, alpha: 0.08, beta: 0.9 };
    let v = made.omega / (1 - made.alpha - made.beta);
    const returns = Array.from({ length: 20_000 }, () => {
      const r = Math.sqrt(v) * normal();
      v = made.omega + made.alpha * r * r + made.beta * v;
      return r;
    });
    const fitted = fitGarch11(returns);
    expect(fitted.alpha).toBeCloseTo(made.alpha, 1);
    expect(fitted.beta).toBeCloseTo(made.beta, 1);
    expect(fitted.omega / (1 - fitted.alpha - fitted.beta)).toBeCloseTo(1e-4, 4);
    const one = garch11([0.01], { omega: 1e-4, alpha: 0, beta: 0 });
    expect(one[0]).toBeCloseTo(24e-4, 12);
  });

  test("EWMA of a constant return is that of a day, and fades by 0.94 a day", () => {
    const steady = ewma(Array(100).fill(0.01));
    expect(steady.at(-1)).toBeCloseTo(24e-4, 12);
    const fading = ewma([...Array(24).fill(0.01), ...Array(24).fill(0)]);
    expect((fading[47] as number) / (fading[23] as number)).toBeCloseTo(0.94, 9);
  });
});

describe("benches", () => {
  test("the learned forecast beats the fixed one where there is something to learn", {
    timeout: 120_000,
  }, () => {
    const row = forecastBench(candles, "generated");
    expect(row.hours).toBe(HOURS - 8760 - 24);
    expect(row.learned).toBeLessThan(0.95 * row.har);
    expect(row.har).toBeLessThan(row.ewma);
    expect(row.counted).toBeGreaterThan(0.9);
    for (const score of [row.har, row.learned, row.ewma, row.garch]) expect(score).toBeGreaterThan(0.01);
  });

  test("both margins lose the same, and the volatility buys leverage", { timeout: 120_000 }, () => {
    const rows = marginBench(candles, "generated", 0.02);
    expect(rows.map(({ side }) => side)).toEqual(["long", "long", "short", "short"]);
    for (const row of rows) {
      const margin = row.fixedMargin;
      expect(margin).toBeGreaterThan(0.05);
      const gaps = candles.slice(8760, -1).map((candle, i) => {
        const next = candles[8761 + i] as (typeof candles)[number];
        return row.side === "long" ? 1 - next.low / candle.close : next.high / candle.close - 1;
      });
      expect(gaps).toHaveLength(row.hours);
      const loss = gaps.reduce((sum, gap) => sum + Math.max(gap - margin, 0), 0) / gaps.length;
      expect(row.tailLoss).toBeLessThanOrEqual(loss);
      expect(row.tailLoss).toBeGreaterThan(loss * 0.999 - 1e-12);
      expect(row.fixedExceedances).toBe(gaps.filter((gap) => gap > margin).length);
      expect(row.leverageRatio).toBeCloseTo(row.meanLeverage * margin, 12);
      expect(row.meanLeverage).toBeLessThanOrEqual(1 / 0.02);
    }
  });

  test("a file that is too short is refused", () => {
    const short = candles.slice(0, 8800);
    expect(() => forecastBench(short, "short.csv")).toThrow(CandleFileError);
    expect(() => marginBench(short, "short.csv", 0.04)).toThrow(CandleFileError);
  });

  test("the commands print rows, and one line for a bad file", { timeout: 240_000 }, () => {
    const file = join(folder, "prices.csv");
    writeFileSync(file, generatedCandles({ hours: 9_600, seed: 2n }));
    const forecast = JSON.parse(command("bench-forecast", "--csv", file, "--json").stdout);
    expect(Object.keys(forecast.rows[0])).toEqual(
      expect.arrayContaining(["file", "har", "learned", "ewma", "garch"]),
    );
    expect(forecast.rows[0].file).toBe(file);
    const margin = command("bench-margin", "--csv", file, "--floor", "0.05").stdout;
    for (const part of ["prices.csv", "Floor 5.0 %"]) expect(margin).toContain(part);

    writeFileSync(file, "time,price\n1,2\n");
    const bad = command("bench-forecast", "--csv", file);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toBe(
      `CandleFileError: ${file}:2: has 2 columns: expected unix_ts,open,high,low,close,volume\n`,
    );
  });

  test("options that cannot be followed are refused", () => {
    const files = ["--csv", "a.csv", "--csv", "b.csv"];
    expect(options(files)).toEqual({ files: ["a.csv", "b.csv"], json: false });
    expect(options([...files, "--json", "--floor", "0.05"], { floor: 0.04 })).toEqual({
      files: ["a.csv", "b.csv"],
      json: true,
      floor: 0.05,
    });
    expect(() => options([])).toThrow("name at least one file: --csv FILE");
    expect(() => options(["--csv"])).toThrow("--csv needs a value");
    expect(() => options([...files, "--floor", "4"], { floor: 0.04 })).toThrow("is not between 0 and 1");
    expect(() => options([...files, "--floor", "0.1"])).toThrow("unknown option --floor");
  });
});

function command(script: string, ...args: readonly string[]) {
  const tsx = join(root, "node_modules/.bin/tsx");
  return spawnSync(tsx, [join(root, `scripts/${script}.mjs`), ...args], { cwd: root, encoding: "utf8" });
}
