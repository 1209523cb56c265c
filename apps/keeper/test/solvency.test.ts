import { backstopVaultAbi } from "@gimbal/sdk/abis";
import type { Address, ContractEventName } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engineAbi } from "../src/engineAbi";
import { healthOf } from "./support/devnet";
import { World } from "./support/world";

let world: World;

beforeAll(async () => {
  world = await World.create();
});
afterAll(() => world?.devnet.stop());
beforeEach(() => world.begin());
afterEach(() => world.end());

const engine = () => world.devnet.deployment.contracts.marginEngine;

function events(eventName: ContractEventName<typeof engineAbi>) {
  return world.devnet.client.getContractEvents({
    address: engine(),
    abi: engineAbi,
    eventName,
    fromBlock: 0n,
  });
}

/** What the keeper knows of every account is what the engine says. */
async function expectSameBook(): Promise<void> {
  for (const { keeper } of world.running) {
    await keeper.round();
    for (const account of keeper.accounts()) {
      const [, collateral, debt] = await world.devnet.client.readContract({
        address: engine(),
        abi: engineAbi,
        functionName: "position",
        args: [account.id],
      });
      for (const { asset, amount } of account.held) expect(collateral[asset]).toBe(amount);
      expect(collateral.filter((amount) => amount > 0n).length, account.id).toBe(account.held.length);
      expect(debt.filter((amount) => amount > 0n).length, account.id).toBe(account.owed.length);
    }
  }
}

describe("the soft zone", () => {
  it("is used for slices of who asked for it, while the account is still healthy", async () => {
    const account = world.trader(2, "long");
    await world.call(world.owner(2), engine(), engineAbi, "setSoftZone", [account, true]);
    await world.keeper("soft", await world.freshKey());
    let percent = 0;
    for (; percent > -12; percent -= 1) {
      if (((await healthOf(world.devnet, account)).factor ?? 2) < 1.012) break;
      await world.devnet.shock({ asset: "ETH", percent: -1 });
    }
    const before = await healthOf(world.devnet, account);
    expect(before.factor).toBeGreaterThan(1);
    await world.rounds(3);
    expect((await events("Slice")).length).toBe(1);
    expect((await healthOf(world.devnet, account)).factor).toBeGreaterThan(before.factor ?? 0);
    await expectSameBook();
  });
});

describe("netting", () => {
  it("closes an unhealthy long against a short that asked for it, with no market outside", async () => {
    const [long, short] = [world.trader(2, "long"), world.trader(3, "short")];
    await world.call(world.owner(3), engine(), engineAbi, "setNettable", [short, true]);
    await world.keeper("mark,net", await world.freshKey());
    await world.devnet.shock({ asset: "ETH", percent: -9 });
    expect((await healthOf(world.devnet, long)).factor).toBeLessThan(1);
    await world.rounds(4);
    expect((await events("Net")).length).toBe(1);
    expect((await healthOf(world.devnet, long)).factor).toBeGreaterThan(1);
    await expectSameBook();
  });

  it("waits with who did not ask for it until takers have had their time", async () => {
    await world.call(world.owner(3), engine(), engineAbi, "setNettable", [world.trader(3, "short"), false]);
    await world.keeper("mark,net", await world.freshKey());
    await world.devnet.shock({ asset: "ETH", percent: -9 });
    await world.rounds(6);
    expect((await events("Net")).length).toBe(0);
    await world.devnet.travel(600);
    await world.rounds(3);
    expect((await events("Net")).length).toBeGreaterThan(0);
    await expectSameBook();
  });
});

describe("the backstop", () => {
  async function vault(): Promise<Address> {
    const address = await world.devnet.client.readContract({
      address: engine(),
      abi: engineAbi,
      functionName: "backstop",
      args: [1],
    });
    const { liquidator } = world.devnet.accounts;
    await world.approve(liquidator, address);
    await world.call(liquidator, address, backstopVaultAbi, "deposit", [
      2_000_000_000_000n,
      liquidator.address,
    ]);
    return address;
  }

  it("absorbs what nobody takes, and is brought back to its hedge ratio", async () => {
    const address = await vault();
    await world.keeper("mark,backstop,rebalance", await world.freshKey());
    await world.devnet.shock({ asset: "ETH", percent: -16 });
    await world.rounds(4);
    const absorbed = await world.devnet.client.getContractEvents({
      address,
      abi: backstopVaultAbi,
      eventName: "Absorb",
      fromBlock: 0n,
    });
    expect(absorbed.length).toBeGreaterThan(0);
    await world.devnet.refresh();
    await world.rounds(4);
    const sold = await world.devnet.client.getContractEvents({
      address,
      abi: backstopVaultAbi,
      eventName: "Sell",
      fromBlock: 0n,
    });
    expect(sold.length).toBeGreaterThan(0);
    await expectSameBook();
  });

  it("assumes a short that nobody takes", async () => {
    await vault();
    await world.keeper("mark,backstop", await world.freshKey());
    await world.devnet.shock({ asset: "ETH", percent: 40 });
    await world.rounds(4);
    expect((await events("Assume")).length).toBeGreaterThan(0);
    await expectSameBook();
  });
});
