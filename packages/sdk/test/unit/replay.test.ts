import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { encodeAbiParameters } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CandleFileError } from "../../bench/candles";
import { liquidityOf } from "../../bench/crash/depth";
import { encodeReplay } from "../../bench/crash/input";
import { ReplayUsageError, replayOptions } from "../../bench/crash/options";
import { MAX_STEPS, parsePath } from "../../bench/crash/path";
import { populationOf } from "../../bench/crash/population";
import { presetPath, presets } from "../../bench/crash/presets";
import { replayReport } from "../../bench/crash/report";
import { decodeReplay, replayJson } from "../../bench/crash/result";

const root = resolve(import.meta.dirname, "../../../..");
const START = 1_600_000_000;

/** Rows of a file, every `interval` seconds, that close at `closes`. */
function rows(closes: readonly number[], interval = 300, start = START): string {
  return closes
    .map((close, i) => `${start + i * interval},${close},${close + 1},${close - 1},${close},1`)
    .join("\n");
}

describe("paths", () => {
  test("closes at the end of their candles", () => {
    const path = parsePath([{ symbol: "eth", file: "f", text: rows([100, 101.5, 99]) }]);
    expect(path).toEqual({
      start: START + 300,
      interval: 300,
      prices: { eth: [100n * 10n ** 18n, 1015n * 10n ** 17n, 99n * 10n ** 18n] },
      notes: [],
    });
  });

  test("several files meet at the times they share, at the longer interval", () => {
    const path = parsePath([
      { symbol: "eth", file: "e", text: rows([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], 60) },
      { symbol: "btc", file: "b", text: rows([50, 51, 52], 240, START) },
    ]);
    expect(path.interval).toBe(240);
    expect(path.start).toBe(START + 240);
    expect(path.prices.eth?.map((price) => price / 10n ** 18n)).toEqual([13n, 17n, 21n]);
    expect(path.prices.btc?.map((price) => price / 10n ** 18n)).toEqual([50n, 51n, 52n]);
  });

  test("a missing candle counts as the close before it, and is said", () => {
    const text = rows([10, 11, 12, 13, 14])
      .split("\n")
      .filter((_, i) => i !== 2)
      .join("\n");
    const path = parsePath([{ symbol: "eth", file: "f", text }]);
    expect(path.prices.eth?.map((price) => price / 10n ** 18n)).toEqual([10n, 11n, 11n, 13n, 14n]);
    expect(path.notes).toEqual(["eth: 1 missing candles count as the close before them"]);
  });

  test("a long file is joined, and that is said", () => {
    const closes = Array.from({ length: 3 * MAX_STEPS }, (_, i) => 1_000 + (i % 7));
    const path = parsePath([{ symbol: "eth", file: "f", text: rows(closes, 60) }]);
    expect(path.prices.eth).toHaveLength(MAX_STEPS);
    expect(path.interval).toBe(180);
    expect(path.notes).toEqual(["every 3 candles joined into one of 180 s"]);
  });

  test("a malformed row is refused with its line; files without common times are", () => {
    const bad = `${rows([10, 11])}\n${START + 600},10,11,9,ten,1`;
    expect(() => parsePath([{ symbol: "eth", file: "f.csv", text: bad }])).toThrow(/^f\.csv:3: /);
    const apart = [
      { symbol: "eth", file: "e", text: rows([10, 11, 12]) },
      { symbol: "btc", file: "b", text: rows([10, 11, 12], 300, START + 86_400) },
    ];
    expect(() => parsePath(apart)).toThrow(CandleFileError);
  });
});

describe("options", () => {
  test("defaults and every option", () => {
    expect(replayOptions(["--preset", "toy"])).toMatchObject({
      depthFactor: 1,
      keepersOffline: 0,
      outsideLiquidity: true,
      json: false,
      accounts: 200,
      seed: 1,
    });
    const line =
      "--csv eth=a.csv --csv btc=b=c.csv --depth-factor 0.1 --keepers-offline 30 --no-outside-liquidity --json --accounts 10 --leverages 2,4.5 --seed 7 --debt 1e6 --depth 500000 --backstop 0.1 --asset-share 0.2 --witness-window 300";
    expect(replayOptions(line.split(" "))).toEqual({
      files: [
        { symbol: "eth", file: "a.csv" },
        { symbol: "btc", file: "b=c.csv" },
      ],
      preset: undefined,
      depthFactor: 0.1,
      keepersOffline: 30,
      outsideLiquidity: false,
      json: true,
      accounts: 10,
      leverages: [2, 4.5],
      seed: 7,
      debt: 1_000_000,
      depth: 500_000,
      backstop: 0.1,
      assetShare: 0.2,
      witnessWindow: 300,
    });
  });

  test.each([
    ["nothing", ""],
    ["a preset and a file", "--preset toy --csv eth=f"],
    ["an unknown preset", "--preset 1929"],
    ["an unknown option", "--preset toy --fast"],
    ["a missing value", "--preset toy --seed"],
    ["a file without a symbol", "--csv file.csv"],
    ["a symbol that is none", "--csv E/H=file.csv"],
    ["the quote asset", "--csv usdc=file.csv"],
    ["a symbol twice", "--csv eth=a --csv eth=b"],
    ["a number that is none", "--preset toy --depth-factor much"],
    ["a number out of bounds", "--preset toy --depth-factor 0"],
    ["a fraction of an account", "--preset toy --accounts 1.5"],
    ["a leverage of one", "--preset toy --leverages 2,1"],
  ])("%s is refused in a sentence", (_, line) => {
    const read = () => replayOptions(line.split(" ").filter(Boolean));
    expect(read).toThrow(ReplayUsageError);
    expect(read).toThrow(/^[^\n]+\.$/);
  });
});

describe("presets", () => {
  const lowest = (prices: readonly bigint[]) =>
    Math.min(...prices.map((price) => Number((price * 10_000n) / (prices[0] as bigint)))) / 10_000;

  test.each([
    ["2020-03-12", "eth", 0.48],
    ["2021-05-19", "eth", 0.55],
    ["2022-11-08", "eth", 0.69],
    ["2024-08-05", "eth", 0.73],
    ["2025-10-10", "link", 0.55],
    ["toy", "eth", 0.65],
  ])("%s: %s goes to %d of its first price", (name, symbol, factor) => {
    const preset = presets.find((one) => one.name === name);
    expect(preset).toBeDefined();
    if (!preset) return;
    const path = presetPath(preset, 1);
    expect(Math.abs(lowest(path.prices[symbol] ?? []) - factor)).toBeLessThan(0.025);
    expect(new Set(Object.values(path.prices).map((prices) => prices.length)).size).toBe(1);
    expect(presetPath(preset, 1)).toEqual(path);
    if (preset.noise > 0) expect(presetPath(preset, 2)).not.toEqual(path);
  });

  test("a wick is at one source at a time, and the market is quiet", () => {
    const wick = presets.find(({ name }) => name === "wick");
    expect(wick?.wicks?.map(({ source }) => source)).toEqual(["feed", "pyth", "pool"]);
    expect(wick?.wicks?.every(({ factor }) => factor === 0.4)).toBe(true);
    if (wick) expect(lowest(presetPath(wick, 1).prices.eth ?? [])).toBeGreaterThan(0.97);
  });
});

describe("accounts and depth", () => {
  const plan = { accounts: 300, leverages: [2, 5], longs: 0.7, spread: 1.2, debt: 5_000_000, seed: 3 };

  test("debts add up to the plan; the same seed gives the same accounts", () => {
    const accounts = populationOf(1, plan);
    const debt = accounts.reduce(
      (sum, { isLong, leverage, equity }) => sum + (equity * (isLong ? leverage - 100n : leverage)) / 100n,
      0n,
    );
    expect(Number(debt / 10n ** 18n)).toBeGreaterThan(4_990_000);
    expect(Number(debt / 10n ** 18n)).toBeLessThan(5_200_000); // the smallest are raised to the least equity
    const longs = accounts.filter(({ isLong }) => isLong).length;
    expect(longs).toBeGreaterThan(180);
    expect(longs).toBeLessThan(240);
    expect(populationOf(1, plan)).toEqual(accounts);
    expect(populationOf(0, plan)).not.toEqual(accounts);
  });

  test("depth is whole in a calm market, falls with volatility to a tenth, and by the factor", () => {
    const calm = Array.from({ length: 50 }, (_, i) => BigInt(100_000 + (i % 2)));
    expect(new Set(liquidityOf(calm, 300, 0.6, 1))).toEqual(new Set([10_000n]));
    expect(new Set(liquidityOf(calm, 300, 0.6, 0.1))).toEqual(new Set([1_000n]));
    const crash = calm.map((price, i) =>
      i > 20 ? (price * 9n ** BigInt(i - 20)) / 10n ** BigInt(i - 20) : price,
    );
    const shares = liquidityOf(crash, 300, 0.6, 1);
    expect(shares[20]).toBe(10_000n);
    expect(shares.at(-1)).toBe(1_000n);
  });
});

describe("what the contracts are told and tell", () => {
  const options = replayOptions(["--preset", "wick", "--accounts", "3"]);
  const preset = options.preset;
  const path = preset && presetPath(preset, 1);

  test("the same arguments give the same input", () => {
    if (!path) throw new ReplayUsageError("no preset");
    expect(encodeReplay(options, path)).toBe(encodeReplay(options, path));
    expect(encodeReplay({ ...options, seed: 2 }, path)).not.toBe(encodeReplay(options, path));
  });

  test("a result becomes decimal strings and a table", () => {
    if (!path) throw new ReplayUsageError("no preset");
    const words = Array.from({ length: 13 + 3 * 12 }, (_, i) => BigInt(i) * 10n ** 18n + 1n);
    const result = decodeReplay(
      encodeAbiParameters(
        words.map(() => ({ type: "uint256" })),
        words,
      ),
    );
    const json = replayJson(result);
    expect(json.debt).toBe("4.000000000000000001");
    expect(json.waterfall.suppliers).toBe("21.000000000000000001");
    expect(json.supplierLoss).toBe(json.waterfall.suppliers);
    expect(json.references.makerAuction.badDebt).toBe("42.000000000000000001");
    expect(replayReport(options, path, result)).toContain("borne by suppliers");
  });
});

describe("npm run replay", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "gimbal-replay-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync(join(root, "node_modules/.bin/tsx"), [join(root, "scripts/replay.mjs"), ...args], {
      encoding: "utf8",
    });

  test("bad input is a sentence and exit code 1", () => {
    const file = join(folder, "bad.csv");
    writeFileSync(file, `${rows([10, 11])}\nnonsense`);
    for (const [args, sentence] of [
      [["--csv", `eth=${join(folder, "none.csv")}`], /none\.csv: cannot be read \(ENOENT\)\n$/],
      [["--csv", `eth=${file}`], /bad\.csv:3: has 1 columns/],
      [["--preset", "1929"], /^There is no preset 1929/],
    ] as const) {
      const { status, stderr, stdout } = run(...args);
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toContain("    at ");
    }
  });
});
