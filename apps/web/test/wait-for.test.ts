// @vitest-environment node
import { createClient, custom, type Hex, HttpRequestError, numberToHex } from "viem";
import { describe, expect, test } from "vitest";
import { sentSince } from "@/features/transaction/sent-since";
import { waitFor } from "@/features/transaction/wait-for";

const OWNER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
const ROUTER = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";
const hashOf = (n: number): Hex => `0x${n.toString(16).padStart(64, "0")}`;

interface Sent {
  readonly hash: Hex;
  readonly nonce: number;
  readonly to?: Hex;
  readonly input?: Hex;
  readonly value?: Hex;
  readonly block: number | null;
}

/** A node with these transactions; `silences` requests for a receipt are not answered. */
function node(start: { readonly sent: readonly Sent[]; readonly head: number; readonly silences?: number }) {
  const state = { ...start, silences: start.silences ?? 0 };
  const asRpc = ({ hash, nonce, to = ROUTER, input = "0x12", value = "0x0", block }: Sent) => ({
    hash,
    nonce: numberToHex(nonce),
    from: OWNER,
    to,
    input,
    value,
    type: "0x2",
    chainId: "0x7a69",
    gas: "0x1",
    gasPrice: "0x1",
    blockNumber: block === null ? null : numberToHex(block),
    blockHash: block === null ? null : hashOf(0xb000 + block),
    transactionIndex: block === null ? null : "0x0",
  });
  const blockOf = (number: number | null) => ({
    number: number === null ? null : numberToHex(number),
    hash: number === null ? null : hashOf(0xb000 + number),
    timestamp: "0x1",
    transactions: state.sent.filter(({ block }) => block === number).map(asRpc),
  });
  const answer = (method: string, params: readonly unknown[]): unknown => {
    const of = (hash: unknown) => state.sent.find((sent) => sent.hash === hash);
    switch (method) {
      case "eth_blockNumber":
        return numberToHex(state.head);
      case "eth_getTransactionCount":
        return numberToHex(Math.max(-1, ...state.sent.map(({ nonce }) => nonce)) + 1);
      case "eth_getTransactionByHash": {
        const sent = of(params[0]);
        return sent === undefined ? null : asRpc(sent);
      }
      case "eth_getTransactionReceipt": {
        if (state.silences > 0) {
          state.silences -= 1;
          throw new HttpRequestError({ url: "http://node" });
        }
        const sent = of(params[0]);
        if (sent === undefined || sent.block === null) return null;
        const { blockNumber, blockHash } = asRpc(sent);
        return { transactionHash: sent.hash, blockNumber, blockHash, status: "0x1", logs: [], type: "0x2" };
      }
      case "eth_getBlockByNumber":
        return blockOf(
          params[0] === "pending" ? null : params[0] === "latest" ? state.head : Number(params[0]),
        );
      default:
        throw Object.assign(new Error(`the method ${method} does not exist`), { code: -32601 });
    }
  };
  const transport = custom(
    { request: async ({ method, params }) => answer(method, (params ?? []) as readonly unknown[]) },
    { retryCount: 0 },
  );
  const client = createClient({ transport, pollingInterval: 20, cacheTime: 0 });
  return { client, state: state as { sent: readonly Sent[]; head: number } };
}

const first: Sent = { hash: hashOf(1), nonce: 7, block: null };

/** Waits for the first transaction while the node goes on to `next`. */
async function waitWhile(next: readonly Sent[], silences = 0) {
  const { client, state } = node({ sent: [first], head: 10, silences });
  const hashes: Hex[] = [];
  const waiting = waitFor(client, OWNER, first.hash, (hash) => hashes.push(hash));
  await new Promise((resolve) => setTimeout(resolve, 50));
  state.sent = next;
  state.head = 11;
  const { replaced, hash, status } = await waiting;
  return { replaced, hash, status, hashes };
}

describe("waiting for a transaction", { timeout: 20_000 }, () => {
  test("that is mined as it was sent", async () => {
    const mined = await waitWhile([{ ...first, block: 11 }]);
    expect(mined).toEqual({ replaced: "no", hash: first.hash, status: "success", hashes: [] });
  });

  test.each<[string, Partial<Sent>, string]>([
    ["sped up", {}, "repriced"],
    ["cancelled", { to: OWNER, input: "0x" }, "cancelled"],
    ["replaced by another", { input: "0x99", value: "0x1" }, "other"],
  ])("that is %s in the wallet", async (_, change, replaced) => {
    const next = { ...first, ...change, hash: hashOf(2), block: 11 };
    expect(await waitWhile([next])).toMatchObject({ replaced, hash: next.hash, hashes: [next.hash] });
  });

  test("through the silence of the chain, which says nothing about it", async () => {
    const mined = await waitWhile([{ ...first, block: 11 }], 3);
    expect(mined).toMatchObject({ replaced: "no", status: "success" });
  });
});

describe("what the wallet sent without an answer", () => {
  const call = { to: ROUTER, data: "0x1234", value: 0n } as const;
  const own: Sent = { hash: hashOf(5), nonce: 7, input: "0x1234", block: 12 };
  const old: Sent = { hash: hashOf(4), nonce: 6, input: "0x1234", block: 9 };

  test.each<[string, readonly Sent[], Hex | undefined]>([
    ["nothing, while there is nothing new", [old], undefined],
    ["the call, in a block since then", [old, own], own.hash],
    ["the call, while it waits for a block", [old, { ...own, block: null }], own.hash],
    ["the call with a note of the wallet behind it", [old, { ...own, input: "0x1234beef" }], own.hash],
    ["not another call", [old, { ...own, input: "0x5678" }], undefined],
    ["not the same call to another contract", [old, { ...own, to: OWNER }], undefined],
  ])("is %s", async (_, sent, hash) => {
    const { client, state } = node({ sent: [old], head: 10 });
    const find = await sentSince(client, OWNER, call);
    expect(await find()).toBeUndefined();
    state.sent = sent;
    state.head = 14;
    expect(await find()).toBe(hash);
  });
});
