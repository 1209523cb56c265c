import { local } from "@gimbal/contracts/deployment";
import { positionAccount, readLiquidationJournal } from "@gimbal/sdk";
import { lensAbi, marginEngineAbi, priceOracleAbi } from "@gimbal/sdk/abis";
import { type Hex, parseAbi } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aggregatorAbi, feedAbi, poolAbi, tokenAbi } from "../src/abis";
import { DRIVEN_ASSETS, tradedAssetOf } from "../src/assets";
import { backgroundTraders, createClients } from "../src/clients";
import { startDevnet } from "../src/devnet";
import { UnknownSnapshotError } from "../src/errors";
import { HISTORY_ROUNDS, HISTORY_STEP } from "../src/history";
import { Keeper } from "../src/keeper";
import { Market } from "../src/market";
import { openPosition } from "../src/positions";
import type { Devnet, DrivenAsset } from "../src/types";

const roundAbi = parseAbi([
  "function getRoundData(uint80 roundId) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
]);

const OK = 0;
const GUARDED = 1;

let devnet: Devnet;
let start: Hex;

beforeAll(async () => {
  devnet = await startDevnet({ controlPort: false });
});

afterAll(() => devnet?.stop());

beforeEach(async () => {
  start = await devnet.snapshot();
});

afterEach(() => devnet.revert(start));

/** What the oracle says of an asset of the cross market, which has them all. */
async function report(asset: DrivenAsset) {
  const market = devnet.deployment.markets.find(({ slug }) => slug === "cross");
  const index = market?.assets.findIndex(({ symbol }) => symbol === asset) ?? -1;
  return devnet.client.readContract({
    address: devnet.deployment.contracts.priceOracle,
    abi: priceOracleAbi,
    functionName: "report",
    args: [market?.id ?? 0, index],
  });
}

/** Price of the pool [10^−8 USD], from its square root. */
async function poolPrice(symbol: DrivenAsset): Promise<number> {
  const asset = tradedAssetOf(devnet.deployment, symbol);
  const [root] = await devnet.client.readContract({
    address: asset.pool,
    abi: poolAbi,
    functionName: "slot0",
  });
  const token0 = await devnet.client.readContract({
    address: asset.pool,
    abi: poolAbi,
    functionName: "token0",
  });
  const ratio = (Number(root) / 2 ** 96) ** 2;
  const baseIsToken0 = token0.toLowerCase() === asset.address.toLowerCase();
  return (baseIsToken0 ? ratio : 1 / ratio) * 10 ** (asset.decimals - 6) * 1e8;
}

describe("the market driver", () => {
  it.each(["ETH", "BTC", "LINK"] as const)(
    "starts with feed, pool and average of %s in agreement",
    async (asset) => {
      const { status, primary, deviation } = await report(asset);
      expect(status).toBe(OK);
      expect(primary).toBe((await devnet.price(asset)) * 10n ** 10n);
      expect(deviation).toBeLessThan(10n ** 15n);
    },
  );

  it.each([
    ["ETH", -20],
    ["BTC", 12.5],
    ["LINK", -60],
  ] as const)("brings feed, pool and average of %s to a shock of %d percent", async (asset, percent) => {
    const before = await devnet.price(asset);
    await devnet.shock({ asset, percent });
    const price = await devnet.price(asset);
    expect(price).toBe((before * BigInt(Math.round(10_000 + 100 * percent))) / 10_000n);
    expect((await poolPrice(asset)) / Number(price)).toBeCloseTo(1, 6);
    const { status, primary, witness, deviation } = await report(asset);
    expect(status).toBe(OK);
    expect(primary).toBe(price * 10n ** 10n);
    expect(Number(witness) / Number(primary)).toBeCloseTo(1, 3);
    expect(deviation).toBeLessThan(10n ** 15n);
  });

  it("takes a price back to where it was", async () => {
    const before = await devnet.price("ETH");
    await devnet.shock({ asset: "ETH", percent: -50 });
    await devnet.shock({ asset: "ETH", percent: 100 });
    expect(await devnet.price("ETH")).toBe(before);
    expect((await poolPrice("ETH")) / Number(before)).toBeCloseTo(1, 6);
  });

  it("leaves the sources apart when it only publishes, until the pools are traded", async () => {
    const price = ((await devnet.price("ETH")) * 9n) / 10n;
    await devnet.publish("ETH", price);
    expect((await report("ETH")).status).toBe(GUARDED);
    await devnet.setPrice("ETH", price);
    expect((await report("ETH")).status).toBe(OK);
  });

  it("refuses a price that is none", async () => {
    await expect(devnet.setPrice("ETH", 0n)).rejects.toThrow("it must be positive");
  });
});

describe("time", () => {
  it("passes with fresh feeds when travelling, and makes them stale when elapsing", async () => {
    const { timestamp } = await devnet.chainTime();
    const travelled = await devnet.travel(6 * 3_600);
    expect(travelled.timestamp - timestamp).toBeGreaterThanOrEqual(BigInt(6 * 3_600));
    expect((await report("ETH")).status).toBe(OK);
    await devnet.elapse(2 * 3_600);
    expect((await report("ETH")).primary).toBe(0n);
    await devnet.refresh();
    expect((await report("ETH")).status).toBe(OK);
  });

  it("starts at the time of day", async () => {
    const { timestamp } = await devnet.chainTime();
    expect(Math.abs(Date.now() / 1_000 - Number(timestamp))).toBeLessThan(300);
  });

  it("goes back with a snapshot, once", async () => {
    const before = await devnet.chainTime();
    const price = await devnet.price("ETH");
    const snapshot = await devnet.snapshot();
    await devnet.shock({ asset: "ETH", percent: -5 });
    await devnet.travel(10_000);
    await devnet.revert(snapshot);
    expect(await devnet.chainTime()).toEqual(before);
    expect(await devnet.price("ETH")).toBe(price);
    const { timestamp } = await devnet.mine();
    expect(timestamp - before.timestamp).toBeLessThan(120n);
    await expect(devnet.revert(snapshot)).rejects.toBeInstanceOf(UnknownSnapshotError);
  });
});

describe("the seed", () => {
  it("gives every feed a past at even distances that ends with the price of the pool", async () => {
    const { feed } = tradedAssetOf(devnet.deployment, "ETH");
    const address = await devnet.client.readContract({
      address: feed,
      abi: feedAbi,
      functionName: "aggregator",
    });
    const round = async (id: number) => {
      const [, answer, , updatedAt] = await devnet.client.readContract({
        address,
        abi: roundAbi,
        functionName: "getRoundData",
        args: [BigInt(id)],
      });
      return { answer, updatedAt };
    };
    // The newest round is the heartbeat at the end of the start.
    const newest = Number(
      await devnet.client.readContract({ address, abi: aggregatorAbi, functionName: "latestRound" }),
    );
    const oldest = newest - HISTORY_ROUNDS;
    const [first, second, last] = [await round(oldest), await round(oldest + 1), await round(newest - 1)];
    expect(second.updatedAt - first.updatedAt).toBe(BigInt(HISTORY_STEP));
    expect(last.updatedAt - first.updatedAt).toBe(BigInt(HISTORY_STEP * (HISTORY_ROUNDS - 1)));
    expect(last.answer).toBe(await devnet.price("ETH"));
    expect(first.answer).not.toBe(last.answer);
  });

  it("supplies every reserve of every market", async () => {
    for (const { id, assets } of devnet.deployment.markets)
      for (const { index } of assets) {
        const { cash } = await devnet.client.readContract({
          address: devnet.deployment.contracts.marginEngine,
          abi: marginEngineAbi,
          functionName: "reserve",
          args: [id, index],
        });
        expect(cash).toBeGreaterThan(0n);
      }
  });

  it("fills the pools as deep as the risk parameters assume", async () => {
    for (const symbol of DRIVEN_ASSETS) {
      const { pool, decimals, address } = tradedAssetOf(devnet.deployment, symbol);
      const balance = () =>
        devnet.client.readContract({ address, abi: tokenAbi, functionName: "balanceOf", args: [pool] });
      const before = await balance();
      const price = await devnet.price(symbol);
      await devnet.shock({ asset: symbol, percent: -1 });
      const sold = (await balance()) - before;
      const value = (sold * price) / 10n ** BigInt(decimals + 8);
      expect(value).toBeGreaterThanOrEqual(local.assets[symbol]?.risk.depth ?? 0n);
    }
  });
});

describe("liquidation", () => {
  it("takes a position that a crash made unhealthy, and heals it", async () => {
    const clients = createClients(devnet.rpcUrl);
    const account = await openPosition(
      clients,
      devnet.deployment,
      new Market(clients, devnet.deployment, true),
      {
        trader: devnet.accounts.traders[0],
        asset: "ETH",
        side: "long",
        equity: 5_000_000_000n,
        leverage: 500n,
      },
    );
    const health = async () => {
      const [state] = await devnet.client.readContract({
        address: devnet.deployment.contracts.lens,
        abi: lensAbi,
        functionName: "accounts",
        args: [[account]],
      });
      const { collateral, debt, margin } = state?.maintenance ?? { collateral: 0n, debt: 0n, margin: 0n };
      return collateral - margin - debt;
    };
    expect(await health()).toBeGreaterThan(0n);
    await devnet.shock({ asset: "ETH", percent: -14 });
    expect(await health()).toBeLessThan(0n);
    await devnet.liquidate(account);
    expect(await health()).toBeGreaterThan(0n);
  });
});

describe("the keeper", () => {
  it("liquidates at its second look what a crash made unhealthy, until everything is healthy", async () => {
    const keeper = new Keeper(createClients(devnet.rpcUrl), devnet.deployment);
    expect(await keeper.look()).toEqual([]);
    await devnet.shock({ asset: "ETH", percent: -9 });
    expect(await keeper.look()).toEqual([]);
    const liquidated = await keeper.look();
    expect(liquidated).toEqual([
      `liquidated ${positionAccount(backgroundTraders[1]?.address ?? "0x", 1, "long")}`,
    ]);
    await keeper.look();
    expect(await keeper.look()).toEqual([]);
  });

  it("has lenders whole after a fall of 40 % without liquidity: takers, opposite accounts and backstop pay", async () => {
    const { deployment, client } = devnet;
    const assets = deployment.markets.flatMap(({ id, assets }) =>
      assets.map(({ index }) => [id, index] as const),
    );
    /** What a share of each reserve is worth [token units · 1e27]. */
    const worth = () =>
      Promise.all(
        assets.map(async ([market, asset]) => {
          const { totalAssets, supplyShares } = await client.readContract({
            address: deployment.contracts.marginEngine,
            abi: marginEngineAbi,
            functionName: "reserve",
            args: [market, asset],
          });
          return (totalAssets * 10n ** 27n) / supplyShares;
        }),
      );
    await devnet.setLiquidity("ETH", "out");
    const before = await worth();
    await devnet.shock({ asset: "ETH", percent: -40 });
    expect(await devnet.keep()).toEqual([]);
    const account = positionAccount(backgroundTraders[1]?.address ?? "0x", 1, "long");
    expect(await devnet.keep()).toEqual([
      `liquidated ${account} as far as the pools bear`,
      `netted ${account}`,
      `${account} went to the backstop`,
    ]);
    expect(await devnet.keep()).toEqual([]);
    const { past } = await readLiquidationJournal(client, { deployment });
    expect(past.flatMap((entry) => (entry.type === "close" ? [entry.path] : []))).toEqual([
      "auction",
      "netting",
      "backstop",
    ]);
    const losses = past.flatMap((entry) => (entry.type === "loss" ? [entry.step] : []));
    expect(losses).toEqual(["insurance", "backstop"]);
    const after = await worth();
    for (const [index, share] of after.entries()) expect(share).toBeGreaterThanOrEqual(before[index] ?? 0n);
  });
});
