// @vitest-environment node
import type { Hex } from "viem";
import { describe, expect, test } from "vitest";
import { sentSince } from "@/features/transaction/sent-since";
import { waitFor } from "@/features/transaction/wait-for";
import { hashOf, node, OWNER, ROUTER, type Sent } from "./support/node";

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
