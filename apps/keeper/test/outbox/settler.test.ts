import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPublicClient, createTestClient, createWalletClient, defineChain, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Anvil, startAnvil } from "../../../../packages/devnet/src";
import type { Head } from "../../src/accounts/follower";
import { createLogger } from "../../src/observe/log";
import { Metrics } from "../../src/observe/metrics";
import { Budget } from "../../src/outbox/budget";
import { Cooldowns } from "../../src/outbox/cooldown";
import type { Entry } from "../../src/outbox/entry";
import { FileJournal } from "../../src/outbox/journal";
import { chainNode } from "../../src/outbox/node";
import { Outbox } from "../../src/outbox/outbox";
import type { Plan } from "../../src/outbox/plan";
import { Sender } from "../../src/outbox/sender";
import { Settler } from "../../src/outbox/settler";
import { Transmitter } from "../../src/outbox/transmitter";
import { COUNTER, COUNTER_CODE, KEY } from "../support/counter";

const STUCK = 30;
const CONFIRMATIONS = 3n;
/** Reverts, whatever it is asked. */
const POISON: Hex = "0x00000000000000000000000000000000000bad00";

const signer = privateKeyToAccount(KEY);
let anvil: Anvil;
let start: Hex;
let time = 0;

const chain = () =>
  defineChain({
    id: 31_337,
    name: "plain",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [anvil.rpcUrl] } },
  });
const options = () => ({ chain: chain(), transport: http(anvil.rpcUrl), cacheTime: 0 });
const test = () => createTestClient({ ...options(), mode: "anvil" });
const reader = () => createPublicClient(options());

beforeAll(async () => {
  anvil = await startAnvil();
});
afterAll(() => anvil?.stop());
beforeEach(async () => {
  if (start !== undefined) await test().revert({ id: start });
  start = await test().snapshot();
  await test().setCode({ address: COUNTER, bytecode: COUNTER_CODE });
  await test().setCode({ address: POISON, bytecode: "0x60006000fd" });
  await test().mine({ blocks: 5 });
  await test().setAutomine(false);
  time = 1_000;
});

function outboxOf(maxFee = 10n ** 12n) {
  const journal = new FileJournal(join(mkdtempSync(join(tmpdir(), "keeper-")), "outbox.jsonl"));
  const outbox = new Outbox(journal);
  const cooldowns = new Cooldowns();
  const metrics = new Metrics();
  const log = createLogger({ level: "silent", secrets: [] });
  const node = chainNode(reader());
  const now = () => time;
  const transmitter = new Transmitter(signer, node, 31_337, log, now);
  const common = { node, outbox, cooldowns, log, metrics, maxFee, transmitter, now };
  const budget = new Budget(10n ** 18n);
  return {
    outbox,
    cooldowns,
    journal,
    sender: new Sender({ ...common, from: signer.address, budget, minProfit: 10n ** 18n }),
    settler: new Settler({ ...common, confirmations: CONFIRMATIONS, stuckSeconds: STUCK }),
  };
}

async function head(): Promise<Head> {
  const { number, hash, parentHash, timestamp, baseFeePerGas } = await reader().getBlock();
  return { number, hash, parentHash, timestamp, baseFee: baseFeePerGas ?? 0n };
}

const moment = async () => ({ head: await head(), nativePrice: 3_000n * 10n ** 18n });
const count = async () => BigInt((await reader().getStorageAt({ address: COUNTER, slot: "0x0" })) ?? "0x0");
const plan = (purpose: string, more: Partial<Plan> = {}): Plan => ({
  purpose,
  duty: "mark",
  to: COUNTER,
  data: "0x",
  gasCap: 1_000_000n,
  ...more,
});

describe("sending", () => {
  it("gives every transaction the next nonce, and mines them all", async () => {
    const { sender, settler, outbox } = outboxOf();
    for (const purpose of ["a", "b", "c"])
      expect(await sender.submit(plan(purpose), await moment())).toBe("sent");
    expect(outbox.open().map(({ nonce }) => nonce)).toEqual([0, 1, 2]);
    expect(await sender.submit(plan("b"), await moment())).toBe("busy");
    await test().mine({ blocks: 1 });
    await settler.settle(await head());
    expect(outbox.open().map(({ state, succeeded }) => [state, succeeded])).toEqual(
      Array(3).fill(["mined", true]),
    );
    await test().mine({ blocks: 3 });
    await settler.settle(await head());
    expect(outbox.open()).toEqual([]);
    expect(await count()).toBe(3n);
  });

  it("does not send again on the strength of a block from before it was mined", async () => {
    const { sender, settler, outbox } = outboxOf();
    const old = await moment();
    await sender.submit(plan("a"), old);
    await test().mine({ blocks: 1 });
    await settler.settle(await head());
    expect(outbox.open()[0]?.state).toBe("mined");
    expect(await sender.submit(plan("a"), old)).toBe("busy");
    expect(await sender.submit(plan("a"), await moment())).toBe("sent");
  });

  it("leaves a poisonous thing alone, longer every time, and goes on with the rest", async () => {
    const { sender, cooldowns } = outboxOf();
    const now = await moment();
    expect(await sender.submit(plan("poison", { to: POISON }), now)).toBe("reverted");
    expect(await sender.submit(plan("poison", { to: POISON }), now)).toBe("cooling");
    expect(await sender.submit(plan("fine"), now)).toBe("sent");
    expect(cooldowns.cause("poison", Number(now.head.timestamp))).toBe("reverted");
  });

  it.each([
    ["earns less than gas and least profit", { earns: () => 10n ** 18n }, "unprofitable"],
    ["needs more gas than it may", { gasCap: 30_000n, gas: 30_001n }, "reverted"],
  ])("does not send what %s", async (_, more, outcome) => {
    const { sender, outbox } = outboxOf();
    expect(await sender.submit(plan("x", more), await moment())).toBe(outcome);
    expect(outbox.open()).toEqual([]);
  });

  it("sends what earns enough, made to revert if it does not any more", async () => {
    const { sender, outbox } = outboxOf();
    const floors: bigint[] = [];
    const withFloor = (floor: bigint): Hex => {
      floors.push(floor);
      return "0x1234";
    };
    expect(await sender.submit(plan("x", { earns: () => 5n * 10n ** 18n, withFloor }), await moment())).toBe(
      "sent",
    );
    expect(outbox.open()[0]?.data).toBe("0x1234");
    expect(floors[0]).toBeGreaterThan(10n ** 18n);
  });

  it("does not send while gas costs more than it may", async () => {
    const { sender } = outboxOf(1n);
    expect(await sender.submit(plan("x"), await moment())).toBe("gas");
  });
});

describe("a transaction that is stuck", () => {
  it("is sent anew with fees an eighth higher and the same nonce, and only one of both is mined", async () => {
    const { sender, settler, outbox } = outboxOf();
    await sender.submit(plan("a"), await moment());
    time += STUCK - 1;
    await settler.settle(await head());
    expect(outbox.open()[0]?.attempts.length).toBe(1);
    time += 1;
    await settler.settle(await head());
    const [entry] = outbox.open() as [Entry];
    const [first, second] = entry.attempts;
    expect(second?.cancels).toBe(false);
    expect((second?.maxFee ?? 0n) * 8n).toBeGreaterThan((first?.maxFee ?? 0n) * 9n);
    await test().mine({ blocks: 4 });
    await settler.settle(await head());
    await settler.settle(await head());
    expect(outbox.open()).toEqual([]);
    expect(await count()).toBe(1n);
    expect(await reader().getTransactionCount({ address: signer.address })).toBe(1);
  });

  it("frees its nonce when it does not work any more, and what waits behind it is mined", async () => {
    const { sender, settler, outbox } = outboxOf();
    await sender.submit(plan("a"), await moment());
    await sender.submit(plan("b", { to: signer.address }), await moment());
    await settler.settle(await head());
    await test().setCode({ address: COUNTER, bytecode: "0x60006000fd" });
    time += STUCK;
    await settler.settle(await head());
    expect(outbox.open()[0]?.attempts.at(-1)?.cancels).toBe(true);
    await test().mine({ blocks: 1 });
    await settler.settle(await head());
    expect(outbox.open().map(({ purpose, succeeded }) => [purpose, succeeded])).toEqual([
      ["a", false],
      ["b", true],
    ]);
    expect(await reader().getTransactionCount({ address: signer.address })).toBe(2);
  });

  it("is over when another transaction of the key took its nonce for good", async () => {
    const { sender, settler, outbox } = outboxOf();
    await sender.submit(plan("a"), await moment());
    await test().dropTransaction({ hash: outbox.open()[0]?.attempts[0]?.hash as Hex });
    await createWalletClient({ ...options(), account: signer }).sendTransaction({
      to: signer.address,
      nonce: 0,
    });
    await test().mine({ blocks: 4 });
    await settler.settle(await head());
    expect(outbox.open()).toEqual([]);
    expect(await count()).toBe(0n);
  });
});

describe("a block that is replaced", () => {
  it("takes the transaction back, and it is mined once in the end", async () => {
    const { sender, settler, outbox } = outboxOf();
    const fork = await test().snapshot();
    await test().setAutomine(false);
    await sender.submit(plan("a"), await moment());
    await test().mine({ blocks: 1 });
    await settler.settle(await head());
    expect(outbox.open()[0]?.state).toBe("mined");
    await test().revert({ id: fork });
    await test().setAutomine(false);
    await test().mine({ blocks: 2 });
    await settler.settle(await head());
    expect(outbox.open()[0]?.state).toBe("sent");
    expect(await sender.submit(plan("a"), await moment())).toBe("busy");
    await settler.settle(await head());
    await test().mine({ blocks: 1 });
    await settler.settle(await head());
    expect(outbox.open()[0]).toMatchObject({ state: "mined", succeeded: true });
    await test().mine({ blocks: 3 });
    await settler.settle(await head());
    expect(outbox.open()).toEqual([]);
    expect(await count()).toBe(1n);
    expect(await reader().getTransactionCount({ address: signer.address })).toBe(1);
  });
});

describe("a start", () => {
  it("goes on with what the journal holds, a torn last line left aside", async () => {
    const first = outboxOf();
    await first.sender.submit(plan("a"), await moment());
    first.outbox.plan({ purpose: "b", duty: "mark", to: COUNTER, data: "0x", gas: 1n, expected: 0n, at: 0 });
    const again = new Outbox(first.journal, first.journal.records());
    expect(again.open()).toEqual(first.outbox.open());
    expect(again.open().map(({ state }) => state)).toEqual(["sent", "planned"]);
  });
});
