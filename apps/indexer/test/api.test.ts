import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Devnet, startDevnet } from "@gimbal/devnet";
import { type HistoryClient, HistoryRequestError, lagBehind } from "@gimbal/history";
import { riskEngineAbi, uniswapV3PoolAbi, volatilityOracleAbi } from "@gimbal/sdk/abis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { poolPrice } from "../src/lib/poolPrice";
import { RandomActions } from "./support/actions";
import { Indexer } from "./support/indexer";
import { freePort } from "./support/ports";

const ORIGIN = "http://localhost:3000";
let devnet: Devnet;
let indexer: Indexer;
let client: HistoryClient;
const deployments = mkdtempSync(join(tmpdir(), "gimbal-manifest-"));

beforeAll(async () => {
  devnet = await startDevnet({ controlPort: false, seed: "none", manifestFolder: deployments });
  const actions = new RandomActions(devnet, 7);
  await actions.prepare();
  for (let i = 0; i < 15; i++) await actions.next();
  for (let i = 0; i < 5; i++) {
    await devnet.shock({ asset: "ETH", percent: i - 2 });
    await devnet.travel(400);
    await devnet.sampleRisk();
  }
  const env = { GIMBAL_WEB_ORIGIN: `${ORIGIN},http://other.test` };
  indexer = new Indexer({ rpcUrl: devnet.rpcUrl, port: await freePort(), deployments, env });
  client = indexer.client;
  await indexer.reaches((await devnet.chainTime()).blockNumber);
});
afterAll(async () => {
  await indexer?.stop();
  await devnet?.stop();
  rmSync(deployments, { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit) => fetch(`${indexer.url}/v1/${path}`, init);
const market = () => devnet.deployment.markets[0];

describe("what is asked wrong is refused, with a sentence and without a trace", () => {
  test.each([
    ["accounts/0x12", 400],
    ["accounts/0x' or '1'='1/trades", 400],
    [`accounts/0x${"00".repeat(32)}/trades?limit=301`, 400],
    [`accounts/0x${"00".repeat(32)}/trades?limit=0`, 400],
    [`accounts/0x${"00".repeat(32)}/trades?cursor=1;drop`, 400],
    [`accounts/0x${"00".repeat(32)}/trades?base=16`, 400],
    ["markets/65536/reserves", 400],
    ["markets/1e3/reserves", 400],
    ["markets/1/reserves/16/history", 400],
    [`candles/0x${"00".repeat(20)}?interval=61`, 400],
    [`candles/0x${"00".repeat(20)}?before=-1`, 400],
    ["nothing", 404],
    ["markets/1/nothing", 404],
    ["graphql", 404],
    ["sql", 404],
  ])("%s: %i", async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const body = (await response.json()) as { error: string };
    expect(body.error).toMatch(/^\w.*\.$/);
    expect(Object.keys(body)).toEqual(["error"]);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s changes nothing", async (method) => {
    expect((await get("markets", { method, body: "{}" })).status).toBe(404);
  });

  test("the client says so", async () => {
    await expect(client.account("0x12")).rejects.toThrow(HistoryRequestError);
  });
});

describe("answers", () => {
  test("are for the app's pages alone, are not kept, and are nothing but JSON", async () => {
    const mine = await get("status", { headers: { origin: ORIGIN } });
    expect(mine.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    const others = await get("status", { headers: { origin: "http://evil.test" } });
    expect(others.headers.get("access-control-allow-origin")).not.toBe("http://evil.test");
    expect(others.headers.get("access-control-allow-origin")).not.toBe("*");
    expect(mine.headers.get("cache-control")).toBe("no-store");
    expect(mine.headers.get("x-content-type-options")).toBe("nosniff");
    expect(mine.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  test("say which block they are true at, and how far that is behind", async () => {
    const { number, hash, timestamp } = await devnet.client.getBlock();
    const { indexed, data } = await client.status();
    expect(indexed).toMatchObject({ block: number, time: timestamp });
    expect(indexed.event?.block).toBeLessThanOrEqual(number);
    const event = await devnet.client.getBlock({ blockNumber: indexed.event?.block as bigint });
    expect(indexed.event).toEqual({ block: event.number, hash: event.hash, time: event.timestamp });
    expect(lagBehind(indexed, { block: number, time: timestamp })).toEqual({ blocks: 0n, seconds: 0n });
    expect(data).toEqual({
      chainId: 31_337,
      engine: devnet.deployment.contracts.marginEngine.toLowerCase(),
    });
    expect(hash).toMatch(/^0x/);
  });

  test("about what is unknown are empty, not 0", async () => {
    const nobody = `0x${"00".repeat(32)}`;
    expect((await client.account(nobody)).data).toEqual({ balances: [], lent: [] });
    expect((await client.positions(nobody)).data).toEqual([]);
    expect((await client.trades(nobody)).next).toBeUndefined();
    expect((await client.reserves(999)).data).toEqual([]);
    expect((await client.candles(nobody.slice(0, 42), 60)).data).toEqual([]);
  });

  test("about an owner are about all his accounts, page by page", async () => {
    const [owner] = devnet.accounts.traders;
    const whole = (await client.trades(owner.address, { limit: 300 })).data;
    const pages = [];
    let cursor: string | undefined;
    do {
      const page = await client.trades(owner.address, { limit: 2, cursor });
      expect(page.data.length).toBeLessThanOrEqual(2);
      pages.push(...page.data);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages).toEqual(whole);
    expect(whole.length).toBeGreaterThan(2);
    for (const { account } of whole) expect(account.startsWith(owner.address.toLowerCase())).toBe(true);
  });
});

describe("series", () => {
  test.each([60, 300, 3_600, 86_400] as const)("candles of %i s are the pool's trades", async (interval) => {
    const base = market()?.assets[1];
    if (!base?.pool) throw new RangeError("ETH has a pool");
    const quote = market()?.assets[0]?.address as string;
    const logs = await devnet.client.getContractEvents({
      address: base.pool,
      abi: uniswapV3PoolAbi,
      eventName: "Swap",
      fromBlock: 0n,
      strict: true,
    });
    const baseIsToken0 = BigInt(base.address) < BigInt(quote);
    const pool = { address: base.pool, baseIsToken0, baseDecimals: 18 };
    const expected = new Map<bigint, { close: bigint; high: bigint; trades: number; baseVolume: bigint }>();
    for (const { args, blockNumber } of logs) {
      const { timestamp } = await devnet.client.getBlock({ blockNumber });
      const time = timestamp - (timestamp % BigInt(interval));
      const price = poolPrice(args.sqrtPriceX96, pool);
      const amount = baseIsToken0 ? args.amount0 : args.amount1;
      const before = expected.get(time) ?? { high: 0n, trades: 0, baseVolume: 0n };
      expected.set(time, {
        close: price,
        high: price > before.high ? price : before.high,
        trades: before.trades + 1,
        baseVolume: before.baseVolume + (amount < 0n ? -amount : amount),
      });
    }
    const { data } = await client.candles(base.pool, interval, { limit: 300 });
    const told = new Map(
      data.map(({ time, close, high, trades, baseVolume }) => [time, { close, high, trades, baseVolume }]),
    );
    expect(told).toEqual(expected);
    const [newest] = (await client.candles(base.pool, interval, { limit: 1 })).data;
    expect(newest).toEqual(data[0]);
    const rest = await client.candles(base.pool, interval, { before: data[0]?.time as bigint, limit: 300 });
    expect(rest.data).toEqual(data.slice(1));
  });

  test("of a feed are its answers in USD", async () => {
    const eth = market()?.assets[1];
    const { data } = await client.candles(eth?.feed as string, 60, { limit: 1 });
    expect(data[0]?.close).toBe((await devnet.price("ETH")) * 10n ** 10n);
    expect(data[0]?.quoteVolume).toBe(0n);
  });

  test("of volatility and regimes are the oracles' events", async () => {
    const { contracts, markets } = devnet.deployment;
    const token = markets[0]?.assets[1]?.address as `0x${string}`;
    const pokes = await devnet.client.getContractEvents({
      address: contracts.volatilityOracle,
      abi: volatilityOracleAbi,
      eventName: "Poke",
      args: { token },
      fromBlock: 0n,
      strict: true,
    });
    const { data } = await client.volatility(token, { limit: 300 });
    expect(pokes.length).toBeGreaterThan(0);
    expect(
      data
        .toReversed()
        .map(({ price, volatility, learned, sampledAt }) => [price, volatility, learned, sampledAt]),
    ).toEqual(pokes.map(({ args }) => [args.price, args.volatility, args.learned, args.time]));
    const changes = await devnet.client.getContractEvents({
      address: contracts.riskEngine,
      abi: riskEngineAbi,
      eventName: "SetRegime",
      args: { market: 1 },
      fromBlock: 0n,
      strict: true,
    });
    const regimes = (await client.regimes(1, { limit: 300 })).data;
    expect(
      regimes.toReversed().map(({ asset, level, reasons, regime }) => [asset, level, reasons, regime]),
    ).toEqual(changes.map(({ args }) => [args.asset, args.level, args.reasons, args.regime]));
  });

  test("of a reserve end with its state of the last minute", async () => {
    const { data } = await client.reserveHistory(1, 0, { limit: 300 });
    expect(data.length).toBeGreaterThan(1);
    expect(data.map(({ time }) => time)).toEqual(
      data.map(({ time }) => time).toSorted((a, b) => (a < b ? 1 : -1)),
    );
    const older = await client.reserveHistory(1, 0, { before: data[0]?.time as bigint, limit: 300 });
    expect(older.data).toEqual(data.slice(1));
    const [now] = (await client.reserves(1)).data;
    expect(data[0]?.supplyShares).toBe(now?.supplyShares);
    expect(data[0]?.index).toBeLessThanOrEqual(now?.index as bigint);
  });

  test("markets have their sums", async () => {
    const [first] = (await client.markets()).data;
    expect(first).toMatchObject({ id: 1, slug: "eth-usdc", paused: false });
    expect(first?.trades).toBeGreaterThan(0);
    expect(first?.volume).toBeGreaterThan(0n);
  });
});
