import type { Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  openPosition,
  positionAccount,
  positionOf,
  readForecastHistory,
  readRisk,
  type Side,
  WAD,
} from "../../src";
import { type Devnet, startChain, Trader } from "../support/devnet";

const USDC = 1_000_000n;
/** Widest step of a bucket: 1/32 of its price. */
const STEP = WAD / 32n;
let devnet: Devnet;
let trader: Trader;
let saved: Hex;

beforeAll(async () => {
  devnet = await startChain();
  trader = new Trader(devnet, devnet.accounts.traders[0]);
}, 180_000);
afterAll(() => devnet?.stop());
beforeEach(async () => {
  saved = await devnet.snapshot();
});
afterEach(() => devnet.revert(saved));

const report = () => readRisk(devnet.client, { deployment: devnet.deployment });

describe("the risk report", () => {
  test.each(["long", "short"] as const)(
    "shows the debt of a %s where it is liquidated",
    async (side: Side) => {
      const snapshot = await trader.snapshot();
      const { timestamp } = await devnet.client.getBlock();
      await trader.send(
        openPosition({
          snapshot,
          market: 1,
          side,
          equity: 1_000n * USDC,
          leverage: 3n * WAD,
          slippage: 50n,
          deadline: timestamp + 600n,
        }),
      );
      const position = positionOf(await trader.snapshot(), positionAccount(trader.address, 1, side));
      const at = position?.liquidationPrice ?? 0n;
      const [market] = (await report()).markets;
      const [shown, other] =
        side === "long" ? [market?.longs, market?.shorts] : [market?.shorts, market?.longs];
      expect(other).toEqual([]);
      expect(shown).toHaveLength(1);
      const { low = 0n, high = 0n, debt = 0n } = shown?.[0] ?? {};
      // the map rounds the margin of the debt's own leg away: at most a bucket
      expect(at).toBeGreaterThan(low - (low * STEP) / WAD);
      expect(at).toBeLessThan(high + (high * STEP) / WAD);
      const owed = position?.maintenance?.debt ?? 0n;
      expect(debt).toBeGreaterThanOrEqual((owed * 99n) / 100n);
      expect(debt).toBeLessThanOrEqual((owed * 101n) / 100n);
    },
  );

  test("has a forecast of every token, and its samples", async () => {
    const { tokens, correlations, markets, timestamp } = await report();
    expect(tokens.map(({ symbol }) => symbol)).toEqual(["USDC", "ETH", "BTC", "LINK"]);
    expect(correlations).toHaveLength(3);
    for (const token of tokens) {
      expect(token.volatility).toBeGreaterThan(0n);
      expect(token.sampledAt).toBeLessThanOrEqual(timestamp);
      expect(token.depth === null).toBe(token.symbol === "USDC");
      if (token.depth !== null) expect(token.depth).toBeGreaterThan(10_000n * WAD);
      const points = await readForecastHistory(devnet.client, {
        deployment: devnet.deployment,
        token: token.token,
      });
      expect(points.length).toBeGreaterThan(100);
      expect(points.at(-1)?.time).toBe(token.sampledAt);
    }
    for (const market of markets) expect(market.coverage?.ratio).toBeNull(); // nobody owes
  });

  test("a shock raises volatility and the initial margin at once, and the maintenance margin with time", async () => {
    const read = async () => {
      const [token] = (await report()).tokens.filter(({ symbol }) => symbol === "ETH");
      const risk = (await trader.snapshot()).markets[0]?.assets[1]?.risk;
      return { volatility: token?.volatility ?? 0n, ...risk };
    };
    const before = await read();
    await devnet.shock({ asset: "ETH", percent: -20 });
    await devnet.sampleRisk();
    const after = await read();
    expect(after.volatility).toBeGreaterThan(before.volatility * 2n);
    expect(after.initialMargin).toBeGreaterThan((before.initialMargin ?? 0n) * 2n);
    expect(after.maintenanceMargin).toBeLessThan((before.maintenanceMargin ?? 0n) + WAD / 1_000n);
    await devnet.travel(3_600);
    const later = await read();
    const glided = (later.maintenanceMargin ?? 0n) - (after.maintenanceMargin ?? 0n);
    expect(glided).toBeGreaterThan((WAD * 9n) / 1_000n);
    expect(glided).toBeLessThanOrEqual((WAD * 11n) / 1_000n);
  });
});
