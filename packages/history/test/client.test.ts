import { describe, expect, test } from "vitest";
import {
  createHistoryClient,
  HistoryAnswerError,
  HistoryRequestError,
  HistoryUnavailableError,
  lagBehind,
} from "../src";

const HASH = `0x${"ab".repeat(32)}`;
const INDEXED = {
  block: "120",
  time: "1700000000",
  finalized: "90",
  event: { block: "119", hash: HASH, time: "1699999988" },
};
const TRADE = {
  block: "119",
  logIndex: 3,
  transaction: HASH,
  time: "1699999988",
  base: 1,
  account: HASH,
  market: 1,
  type: "collateral",
  side: null,
  size: "0",
  price: null,
  paidIn: "-5",
  debtBase: "0",
  debtQuote: "7",
  realised: null,
  result: null,
  fee: null,
};

/** A client of a server that gives one answer, and the addresses it was asked. */
function answering(body: unknown, status = 200) {
  const asked: string[] = [];
  const client = createHistoryClient({
    url: "http://indexer.test",
    fetch: async (address) => {
      asked.push(String(address));
      return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
    },
  });
  return { client, asked };
}

describe("answers", () => {
  test("amounts are bigint, what is unknown is undefined", async () => {
    const { client, asked } = answering({ indexed: INDEXED, data: [TRADE], next: "119-3-1" });
    const page = await client.trades(HASH, { market: 1, base: 1, limit: 2, cursor: "130-0-1" });
    expect(asked).toEqual([
      `http://indexer.test/v1/accounts/${HASH}/trades?market=1&base=1&limit=2&cursor=130-0-1`,
    ]);
    expect(page.next).toBe("119-3-1");
    expect(page.indexed).toEqual({
      block: 120n,
      time: 1_700_000_000n,
      finalized: 90n,
      event: { block: 119n, hash: HASH, time: 1_699_999_988n },
    });
    expect(page.data[0]).toMatchObject({
      paidIn: -5n,
      debt: [0n, 7n],
      price: undefined,
      realised: undefined,
      side: undefined,
    });
  });

  test("every kind of trade is read, and a kind that nobody knows is no answer", async () => {
    const types = ["open", "close", "swap-collateral", "swap-debt", "transfer", "write-off"] as const;
    const data = types.map((type) => ({ ...TRADE, type }));
    const { client } = answering({ indexed: INDEXED, data, next: null });
    expect((await client.trades(HASH)).data.map(({ type }) => type)).toEqual(types);
    const other = answering({ indexed: INDEXED, data: [{ ...TRADE, type: "toString" }], next: null });
    await expect(other.client.trades(HASH)).rejects.toThrow(HistoryAnswerError);
  });

  test("the last page has no next, and an empty index no event", async () => {
    const { client } = answering({ indexed: { ...INDEXED, event: null }, data: [], next: null });
    const page = await client.trades(HASH);
    expect(page.next).toBeUndefined();
    expect(page.indexed.event).toBeUndefined();
  });

  test.each([
    ["a missing amount", { ...TRADE, paidIn: undefined }],
    ["an amount as number", { ...TRADE, paidIn: 5 }],
    ["an empty amount", { ...TRADE, paidIn: "" }],
    ["an amount with a fraction", { ...TRADE, size: "1.5" }],
    ["another side", { ...TRADE, side: "up" }],
    ["a hash in capitals", { ...TRADE, transaction: HASH.toUpperCase() }],
    ["a row that is none", null],
  ])("%s is an error, never 0", async (_, row) => {
    const { client } = answering({ indexed: INDEXED, data: [row], next: null });
    await expect(client.trades(HASH)).rejects.toThrow(HistoryAnswerError);
  });

  test.each(["<html>", "[]", "null", '{"data":[]}'])("%s is no answer", async (body) => {
    await expect(answering(body).client.markets()).rejects.toThrow(HistoryAnswerError);
  });
});

describe("failures", () => {
  test("a refusal says what the indexer said", async () => {
    const { client } = answering({ error: "An account is 32 bytes in hexadecimal." }, 400);
    await expect(client.account("0x1")).rejects.toThrow(
      new HistoryRequestError("An account is 32 bytes in hexadecimal."),
    );
  });

  test("what is not ready or not there is unavailable", async () => {
    const busy = answering({ error: "No block has been indexed yet." }, 503).client;
    await expect(busy.status()).rejects.toThrow(HistoryUnavailableError);
    const gone = createHistoryClient({
      url: "http://indexer.test",
      fetch: async () => {
        throw new TypeError("fetch failed");
      },
    });
    await expect(gone.status()).rejects.toThrow(HistoryUnavailableError);
  });

  test("what takes too long is given up", async () => {
    const client = createHistoryClient({
      url: "http://indexer.test",
      timeout: 20,
      fetch: (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
        }),
    });
    await expect(client.status()).rejects.toThrow(HistoryUnavailableError);
  });

  test("who gives up himself hears his own reason", async () => {
    const controller = new AbortController();
    const client = createHistoryClient({
      url: "http://indexer.test",
      fetch: (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
        }),
    });
    const asked = client.status(controller.signal);
    controller.abort(new RangeError("left the page"));
    await expect(asked).rejects.toThrow(new RangeError("left the page"));
  });
});

test("lag counts blocks and seconds, and is none ahead of the chain", async () => {
  const { indexed } = await answering({
    indexed: INDEXED,
    data: { chainId: 31_337, engine: "0xaa" },
  }).client.status();
  expect(lagBehind(indexed, { block: 125n, time: 1_700_000_060n })).toEqual({ blocks: 5n, seconds: 60n });
  expect(lagBehind(indexed, { block: 100n, time: 1_600_000_000n })).toEqual({ blocks: 0n, seconds: 0n });
});
