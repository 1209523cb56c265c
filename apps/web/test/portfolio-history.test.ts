import { accountIndex } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { columnsCopy } from "@/content/columns";
import { historyColumns } from "@/features/portfolio/csv/columns";
import { csvOf, fileName, quote } from "@/features/portfolio/csv/csv";
import { entriesOf } from "@/features/portfolio/history/entries";
import { filtered, NO_FILTERS } from "@/features/portfolio/history/filters";
import { NOW, ownerHistory, trade, tradeHistory } from "./support/history";
import { accountOf, OWNER, USDC, withLong } from "./support/market";

const entries = entriesOf(ownerHistory(), withLong());
const types = (filters: Partial<typeof NO_FILTERS>) =>
  filtered(entries, { ...NO_FILTERS, ...filters }, NOW).map(({ type }) => type);

/** Fields of the file by column name, one record for each line. */
function rowsOf(text: string): readonly Record<string, string>[] {
  const [head, ...lines] = text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return lines.map((fields) => Object.fromEntries((head ?? []).map((name, i) => [name, fields[i] ?? ""])));
}

describe("the history of an owner", () => {
  test("is trades and loans together, newest first", () => {
    expect(entries.map(({ type }) => type)).toEqual(["decrease", "supply", "collateral", "open"]);
    expect(entries.map(({ blockNumber }) => blockNumber)).toEqual([30n, 25n, 20n, 10n]);
  });

  test("tells the pool's fee of a trade, and of nothing else", () => {
    // 0.05 % of 3 ETH at 3,000
    expect(entries.at(-1)?.fee).toBe(4_500_000n);
    expect(entries.find(({ type }) => type === "collateral")?.fee).toBeUndefined();
    const liquidated = ownerHistory({
      histories: [tradeHistory([trade({ type: "liquidation" })])],
      loans: [],
    });
    expect(entriesOf(liquidated, withLong())[0]?.fee).toBe(0n);
  });

  test("a withdrawal is a loan that shrinks", () => {
    const loan = ownerHistory().loans[0];
    const withdrawn = loan === undefined ? [] : [{ ...loan, assets: -400n * USDC }];
    const [entry] = entriesOf(ownerHistory({ histories: [], loans: withdrawn }), withLong());
    expect(entry).toMatchObject({ type: "withdraw", size: -400n * USDC });
  });

  test("leaves out markets the chain no longer lists, instead of failing", () => {
    const other = ownerHistory({ histories: [tradeHistory([trade()], { market: 9 })], loans: [] });
    expect(entriesOf(other, withLong())).toEqual([]);
  });
});

describe("filters", () => {
  test("by kind", () => {
    expect(types({ kind: "trade" })).toEqual(["decrease", "open"]);
    expect(types({ kind: "collateral" })).toEqual(["collateral"]);
    expect(types({ kind: "loan" })).toEqual(["supply"]);
    expect(types({ kind: "liquidation" })).toEqual([]);
  });

  test("by time, the bound included", () => {
    expect(types({ span: "day" })).toEqual(["decrease"]);
    expect(types({ span: "week" })).toEqual(["decrease", "supply", "collateral"]);
    expect(types({ span: "month" })).toHaveLength(4);
    const exact = filtered(entries, { ...NO_FILTERS, span: "day" }, NOW + 86_400n / 2n);
    expect(exact.map(({ type }) => type)).toEqual(["decrease"]);
  });

  test("by market, and together", () => {
    expect(types({ market: "eth-usdc" })).toHaveLength(4);
    expect(types({ market: "btc-usdc" })).toEqual([]);
    expect(types({ market: "eth-usdc", kind: "trade", span: "day" })).toEqual(["decrease"]);
  });

  test("do not hide what has no time yet", () => {
    const untimed = entriesOf(ownerHistory({ times: new Map() }), withLong());
    expect(filtered(untimed, { ...NO_FILTERS, span: "day" }, NOW)).toHaveLength(4);
  });
});

describe("the file", () => {
  const text = csvOf(historyColumns, entries);
  const rows = rowsOf(text);

  test("has these columns, in this order: sheets depend on them", () => {
    expect(text.split("\r\n")[0]).toBe(
      "time,block,transaction,log_index,account,account_index,market,type,side,asset,size,quote,price,paid_in,fee,realised,result,vault",
    );
    for (const { name } of historyColumns) expect(columnsCopy[name], name).not.toBe("");
  });

  test("has exact decimals, ISO times and signs", () => {
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      time: new Date(Number(NOW - 43_200n) * 1000).toISOString(),
      block: "30",
      transaction: "0xcc",
      log_index: "1",
      account: accountOf("long"),
      account_index: accountIndex(accountOf("long")).toString(),
      market: "eth-usdc",
      type: "decrease",
      side: "long",
      asset: "ETH",
      size: "-1",
      quote: "USDC",
      price: "3100",
      paid_in: "0",
      fee: "1.55",
      realised: "100",
      result: "",
      vault: "",
    });
    expect(rows[1]).toMatchObject({
      type: "supply",
      asset: "USDC",
      size: "1000",
      price: "",
      account_index: "0",
    });
  });

  test("every field is of the type its column says", () => {
    const shapes = {
      time: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z)?$/,
      integer: /^\d+$/,
      decimal: /^(-?\d+(\.\d+)?)?$/,
      text: /^[\w-]*$/,
    };
    for (const row of rows)
      for (const { name, type } of historyColumns) expect(row[name], name).toMatch(shapes[type]);
  });

  test("keeps the last digit: no float on the way", () => {
    const tiny = ownerHistory({ histories: [tradeHistory([trade({ size: 10n ** 24n + 1n })])], loans: [] });
    const [row] = rowsOf(csvOf(historyColumns, entriesOf(tiny, withLong())));
    expect(row?.size).toBe("1000000.000000000000000001");
  });

  test("unknown is empty, never 0", () => {
    const untimed = entriesOf(ownerHistory({ times: new Map() }), withLong());
    expect(rowsOf(csvOf(historyColumns, untimed))[0]?.time).toBe("");
  });

  test("without rows is its head alone", () => {
    expect(csvOf(historyColumns, [])).toMatch(/^time,[^\r\n]*\r\n$/);
  });

  test.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["two\nlines", '"two\nlines"'],
    ["", ""],
  ])("quotes %j as %j", (field, expected) => {
    expect(quote(field)).toBe(expected);
  });

  test("is named for owner and day", () => {
    expect(fileName(OWNER, NOW)).toBe("gimbal-history-0x709979c8-2027-01-15.csv");
  });
});
