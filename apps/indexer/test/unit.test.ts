import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  BadRequestError,
  MAX_LIMIT,
  nextCursor,
  parseAccount,
  parseAddress,
  parseCursor,
  parseLimit,
  parseWho,
} from "../src/api/request";
import { EVENTS } from "../src/lib/eventNames";
import { decode, encode } from "../src/lib/json";
import { type Candle, mergeCandles } from "../src/lib/mergeCandles";
import { poolPrice } from "../src/lib/poolPrice";
import { plainText } from "../src/lib/text";

const OWNER = `0x${"Ab".repeat(20)}` as const;

describe("requests", () => {
  test("an owner stands for all his accounts, an account for itself, both in lower case", () => {
    const low = OWNER.toLowerCase();
    expect(parseWho(OWNER)).toEqual([`${low}${"0".repeat(24)}`, `${low}${"f".repeat(24)}`]);
    const account = `${OWNER}${"0".repeat(22)}0A`;
    expect(parseWho(account)).toEqual([account.toLowerCase(), account.toLowerCase()]);
  });

  test.each(["", "0x", "0x12", `${OWNER}00`, "' or 1=1 --", "0x' or 1=1", `0x${"g".repeat(64)}`])(
    "%o is no account",
    (text) => {
      expect(() => parseWho(text)).toThrow(BadRequestError);
      expect(() => parseAccount(text)).toThrow(BadRequestError);
      expect(() => parseAddress(text)).toThrow(BadRequestError);
    },
  );

  test.each(["0", "-1", "1.5", "1e3", "", String(MAX_LIMIT + 1), "9".repeat(30)])(
    "%o is no limit",
    (text) => {
      expect(() => parseLimit(text)).toThrow(BadRequestError);
    },
  );

  test("a limit has a bound and a default within it", () => {
    expect(parseLimit(String(MAX_LIMIT))).toBe(MAX_LIMIT);
    expect(parseLimit(undefined)).toBeLessThanOrEqual(MAX_LIMIT);
  });

  test("a cursor is what a full page ends with", () => {
    const rows = [
      { block: 9n, logIndex: 4, base: 2 },
      { block: 9n, logIndex: 1, base: 1 },
    ];
    const next = nextCursor(rows, 2);
    expect(parseCursor(next ?? undefined)).toEqual({ block: 9n, logIndex: 1, base: 1 });
    expect(nextCursor(rows, 3)).toBeNull();
    expect(nextCursor([], 3)).toBeNull();
    for (const text of ["1", "1-2", "1-2-3-4", "a-1-1", "1-1-1'", `${"9".repeat(16)}-1-1`])
      expect(() => parseCursor(text)).toThrow(BadRequestError);
  });
});

describe("candles", () => {
  const candle = (
    time: bigint,
    [open, high, low, close]: readonly [bigint, bigint, bigint, bigint],
  ): Candle => ({
    source: "0x",
    interval: 60,
    time,
    open,
    high,
    low,
    close,
    baseVolume: 2n,
    quoteVolume: 3n,
    trades: 1,
  });

  test("long ones open with the first, close with the last, and reach as far as any", () => {
    const minutes = [
      candle(240n, [5n, 9n, 4n, 6n]),
      candle(300n, [6n, 7n, 6n, 7n]),
      candle(420n, [7n, 8n, 2n, 3n]),
      candle(600n, [1n, 1n, 1n, 1n]),
    ];
    expect(mergeCandles(minutes, 300n)).toEqual([
      { ...candle(0n, [5n, 9n, 4n, 6n]), interval: 300 },
      {
        ...candle(300n, [6n, 8n, 2n, 3n]),
        interval: 300,
        baseVolume: 4n,
        quoteVolume: 6n,
        trades: 2,
      },
      { ...candle(600n, [1n, 1n, 1n, 1n]), interval: 300 },
    ]);
    expect(mergeCandles(minutes, 60n)).toEqual(minutes);
    expect(mergeCandles([], 60n)).toEqual([]);
  });

  test("a pool's price counts quote per whole base, whichever token comes first", () => {
    const pool = { address: "0x", baseDecimals: 18 } as const;
    // token1 / token0 = 4 in units
    const sqrt = 2n << 96n;
    expect(poolPrice(sqrt, { ...pool, baseIsToken0: true })).toBe(4n * 10n ** 18n);
    expect(poolPrice(sqrt, { ...pool, baseIsToken0: false })).toBe(10n ** 18n / 4n);
    expect(poolPrice(0n, { ...pool, baseIsToken0: false })).toBe(0n);
  });
});

describe("texts", () => {
  test.each([
    ["Ether", "Ether"],
    ["<script>alert(1)</script>", "scriptalert(1)/script"],
    ["US\u202eDC\u200b", "USDC"],
    ["A\"B'C`D", "ABCD"],
    ["  a \n b  ", "a b"],
    ["x".repeat(100), "x".repeat(32)],
  ])("%o is shown as %o", (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  test("amounts come back from JSON as amounts", () => {
    const value = { a: [-1n, 2n ** 200n], b: "x", c: true, d: { e: 0n } };
    expect(decode(encode(value))).toEqual(value);
  });
});

/** Sources of the handlers. */
const SOURCES = readdirSync(join(import.meta.dirname, "../src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => [file, readFileSync(join(import.meta.dirname, "../src", file), "utf8")] as const);

describe("handlers", () => {
  test("each event has exactly one", () => {
    const handled = SOURCES.flatMap(([, text]) =>
      [...text.matchAll(/ponder\.on\("([^"]+)"/g)].map(([, name]) => name),
    );
    expect(handled.sort()).toEqual([...EVENTS].sort());
  });

  test("none asks the chain", () => {
    for (const [file, text] of SOURCES)
      expect(text, file).not.toMatch(/context\.client|publicClients|client:/);
  });
});
