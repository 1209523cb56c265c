import { createHistoryClient } from "@gimbal/history";
import { deployments, positionAccount } from "@gimbal/sdk";
import { createClient, custom, numberToHex } from "viem";
import { describe, expect, test } from "vitest";
import { readIndexedHistory } from "@/features/indexer/indexed-history";

const [deployment] = deployments;
if (deployment === undefined) throw new TypeError("the SDK knows no deployment");
const account = positionAccount(`0x${"11".repeat(20)}`, 1, "long");
const HASH = `0x${"ab".repeat(32)}`;
const BLOCK = 120n;

/** A chain whose newest block is `number`. */
function chainAt(number: bigint) {
  const block = { number: numberToHex(number), timestamp: numberToHex(1_000n + number), transactions: [] };
  return createClient({ transport: custom({ request: async () => block }) });
}

const indexed = { block: String(BLOCK), time: String(1_000n + BLOCK), finalized: "90", event: null };
const position = {
  account,
  market: 1,
  base: 1,
  heldBase: "3",
  heldQuote: "0",
  owedBase: "0",
  owedQuote: "4",
  size: "3",
  basis: "6",
  invested: "2",
  inKind: false,
  entry: "2000",
  realised: "-1",
  fees: "1",
  interest: "1",
  beforeCosts: "0",
  afterCosts: "-2",
};
const trade = {
  block: "100",
  logIndex: 1,
  transaction: HASH,
  time: "1100",
  base: 1,
  account,
  market: 1,
  type: "open",
  side: "long",
  size: "3",
  price: "2000",
  paidIn: "2",
  debtBase: "0",
  debtQuote: "4",
  realised: null,
  result: null,
  fee: "1",
};

/** An indexer that gives these answers, by the end of the path. */
function indexer(answers: Readonly<Record<string, unknown>> = {}) {
  const all: Readonly<Record<string, unknown>> = {
    status: {
      indexed,
      data: { chainId: deployment?.chainId, engine: deployment?.contracts.marginEngine.toLowerCase() },
    },
    positions: { indexed, data: [position] },
    trades: { indexed, data: [{ ...trade, block: "110" }, trade], next: null },
    ...answers,
  };
  return createHistoryClient({
    url: "http://indexer.test",
    fetch: async (address) => {
      const answer = all[new URL(String(address)).pathname.split("/").at(-1) ?? ""];
      if (answer === undefined) throw new TypeError("fetch failed");
      return Response.json(answer);
    },
  });
}

describe("a history from the indexer", () => {
  test("is the SDK's, oldest first", async () => {
    const history = await readIndexedHistory(indexer(), chainAt(BLOCK), deployment, {
      account,
      market: 1,
      base: 1,
    });
    expect(history).toMatchObject({
      account,
      market: 1,
      base: { index: 1, decimals: 18 },
      toBlock: BLOCK,
      entry: 2_000n,
      realised: -1n,
      invested: 2n,
      state: { held: [3n, 0n], owed: [0n, 4n], size: 3n, basis: 6n, invested: 2n, inKind: false },
    });
    expect(history?.trades.map(({ blockNumber }) => blockNumber)).toEqual([100n, 110n]);
    expect(history?.trades[0]).toEqual({
      type: "open",
      side: "long",
      blockNumber: 100n,
      transactionHash: HASH,
      logIndex: 1,
      size: 3n,
      price: 2_000n,
      paidIn: 2n,
      debt: [0n, 4n],
      realised: undefined,
      result: undefined,
    });
  });

  test("of an account nothing happened to is flat", async () => {
    const empty = indexer({ positions: { indexed, data: [] }, trades: { indexed, data: [], next: null } });
    const history = await readIndexedHistory(empty, chainAt(BLOCK), deployment, {
      account,
      market: 1,
      base: 1,
    });
    expect(history).toMatchObject({ trades: [], realised: 0n, invested: 0n });
    expect(history?.entry).toBeUndefined();
  });

  test.each([
    ["is behind the chain", indexer(), chainAt(BLOCK + 1n)],
    ["is down", indexer({ trades: undefined }), chainAt(BLOCK)],
    [
      "answers at two blocks",
      indexer({ trades: { indexed: { ...indexed, block: "121" }, data: [], next: null } }),
      chainAt(BLOCK),
    ],
    [
      "indexes another deployment",
      indexer({ status: { indexed, data: { chainId: 31_337, engine: "0xaa" } } }),
      chainAt(BLOCK),
    ],
    ["answers nonsense", indexer({ positions: { indexed, data: [{}] } }), chainAt(BLOCK)],
  ])("is not used when it %s", async (_, client, chain) => {
    expect(
      await readIndexedHistory(client, chain, deployment, { account, market: 1, base: 1 }),
    ).toBeUndefined();
  });
});
