import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engineAbi } from "../src/engineAbi";
import { healthOf } from "./support/devnet";
import { COLD, World } from "./support/world";

let world: World;

beforeAll(async () => {
  world = await World.create();
});
afterAll(() => world?.devnet.stop());
beforeEach(() => world.begin());
afterEach(() => world.end());

const engine = () => world.devnet.deployment.contracts.marginEngine;
/** The 7× long of ETH that a fall of a tenth makes liquidatable. */
const risky = () => world.trader(2, "long");
const fall = () => world.devnet.shock({ asset: "ETH", percent: -9 });

function liquidations() {
  return world.devnet.client.getContractEvents({
    address: engine(),
    abi: engineAbi,
    eventName: "Liquidate",
    fromBlock: 0n,
    strict: true,
  });
}

describe("a keeper without capital", () => {
  it("marks what a fall made unhealthy, takes it by flash when that pays, and brings it to the target health", async () => {
    const key = await world.freshKey();
    const { keeper, logs } = await world.keeper("mark,take", key);
    await keeper.round();
    await fall();
    expect((await healthOf(world.devnet, risky())).factor).toBeLessThan(1);
    await world.rounds(12);
    expect((await healthOf(world.devnet, risky())).factor).toBeGreaterThanOrEqual(1.04);
    const taken = await liquidations();
    expect(taken.map(({ args }) => args.account)).toEqual([risky()]);
    expect(taken.every(({ args }) => args.bonus > 0n)).toBe(true);
    // The profit is where it should be, and none of it on the hot key.
    expect(await world.balance(COLD)).toBeGreaterThan(1_000_000n);
    expect(await world.balance(key.account.address)).toBe(0n);
    const metrics = await keeper.metrics.registry.metrics();
    expect(metrics).toMatch(/keeper_transactions_total\{duty="take",state="mined"\} 1/);
    expect(metrics).toMatch(/keeper_profit_usd_total\{duty="take"\} [1-9]/);
    expect(logs.join("")).not.toContain(key.privateKey.slice(2));
  });

  it("does nothing twice when two of them see the same accounts, and both go on", async () => {
    await world.keeper("mark,take", await world.freshKey());
    await world.keeper("mark,take", await world.freshKey());
    await fall();
    await world.rounds(14);
    expect((await healthOf(world.devnet, risky())).factor).toBeGreaterThanOrEqual(1.04);
    expect((await liquidations()).length).toBe(1);
    for (const { keeper, logs } of world.running) {
      expect(logs.filter((line) => /(round|duty) failed/.test(line))).toEqual([]);
      const health = await fetch(`${keeper.statusUrl}/healthz`);
      expect(await health.json()).toMatchObject({ ok: true, pending: 0 });
    }
  });

  it("sends nothing in a dry run, and says what it would do", async () => {
    const key = await world.freshKey();
    const { logs } = await world.keeper("mark,take", key, { KEEPER_LIVE: "false" });
    await fall();
    await world.rounds(3);
    expect(await world.devnet.client.getTransactionCount({ address: key.account.address })).toBe(0);
    expect((await liquidations()).length).toBe(0);
    expect(logs.some((line) => line.includes("would send") && line.includes('"duty":"mark"'))).toBe(true);
  });

  it("needs no key for a dry run", async () => {
    const { logs } = await world.keeper("mark,take");
    await fall();
    await world.rounds(1);
    expect(logs.some((line) => line.includes("would send"))).toBe(true);
  });
});

describe("a keeper with capital", () => {
  it("takes with what it has and was allowed by hand, and the collateral goes to the recipient", async () => {
    const key = await world.freshKey();
    await world.devnet.mint("USDC", key.account.address, 5_000_000_000n);
    await world.approve(key.account, engine());
    await world.keeper("mark,take", key, { KEEPER_TAKE_WITH: "wallet" });
    await fall();
    await world.rounds(6);
    expect((await liquidations()).length).toBeGreaterThan(0);
    expect(await world.balance(key.account.address)).toBeLessThan(5_000_000_000n);
  });
});

describe("what a keeper knows of the chain", () => {
  it("is what a fresh start knows, after blocks were replaced by others", async () => {
    const first = await world.keeper("mark");
    await first.keeper.round();
    const fork = await world.devnet.snapshot();
    await fall();
    await world.call(world.devnet.accounts.liquidator, engine(), engineAbi, "mark", [[risky()]]);
    await first.keeper.round();
    expect(first.keeper.account(risky())?.auctionAt).toBeGreaterThan(0n);
    await world.devnet.revert(fork);
    await world.devnet.mine(3);
    await first.keeper.round();
    const fresh = await world.keeper("mark");
    await fresh.keeper.round();
    expect(first.keeper.account(risky())?.auctionAt).toBe(0n);
    expect(first.logs.some((line) => line.includes("blocks were replaced"))).toBe(true);
    expect([...first.keeper.accounts()]).toEqual([...fresh.keeper.accounts()]);
  });

  it("equals the engine's own positions, account by account", async () => {
    const { keeper } = await world.keeper("mark");
    await keeper.round();
    const known = [...keeper.accounts()];
    expect(known.length).toBeGreaterThanOrEqual(13);
    for (const account of known) {
      const [market, collateral, debt] = await world.devnet.client.readContract({
        address: engine(),
        abi: engineAbi,
        functionName: "position",
        args: [account.id],
      });
      expect(account.market).toBe(market);
      for (const { asset, amount } of account.held) expect(collateral[asset]).toBe(amount);
      expect(collateral.filter((amount) => amount > 0n).length).toBe(account.held.length);
      expect(debt.filter((amount) => amount > 0n).length).toBe(account.owed.length);
    }
  });
});
