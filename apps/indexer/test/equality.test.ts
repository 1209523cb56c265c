import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Devnet, startDevnet } from "@gimbal/devnet";
import { positionAccount } from "@gimbal/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectEqual } from "./support/equality";
import { Indexer } from "./support/indexer";
import { freePort } from "./support/ports";
import { type Postgres, startPostgres } from "./support/postgres";
import { playSession } from "./support/session";

let devnet: Devnet;
let postgres: Postgres;
const deployments = mkdtempSync(join(tmpdir(), "gimbal-manifest-"));

beforeAll(async () => {
  [devnet, postgres] = await Promise.all([
    startDevnet({ controlPort: false, manifestFolder: deployments }),
    startPostgres(await freePort()),
  ]);
});
afterAll(async () => {
  await Promise.all([devnet?.stop(), postgres?.stop()]);
  rmSync(deployments, { recursive: true });
});

describe.each(["PGlite", "PostgreSQL"] as const)("on %s", (database) => {
  let indexer: Indexer;

  beforeAll(async () => {
    const { rpcUrl } = devnet;
    const databaseUrl = database === "PostgreSQL" ? { databaseUrl: postgres.url } : {};
    indexer = new Indexer({ rpcUrl, port: await freePort(), deployments, ...databaseUrl });
    await indexer.reaches(1n);
  });
  afterAll(() => indexer?.stop());

  test("live and from the past, the index is the chain to the wei", async () => {
    // the first follows the session live, the second reads it when it is over
    if (database === "PGlite") await playSession(devnet);
    const { blockNumber } = await devnet.chainTime();
    await indexer.reaches(blockNumber);
    const { compared } = await expectEqual(devnet, indexer.client);
    expect(compared).toBeGreaterThan(500);
  });

  test("the session had every kind of event", async () => {
    const { client } = indexer;
    const { data: liquidations } = await client.marketLiquidations(1, { limit: 300 });
    const { data: losses } = await client.losses(1);
    expect(liquidations.length).toBeGreaterThan(1);
    expect(losses.length).toBeGreaterThan(0);
    const types = new Set<string>();
    for (const { address } of devnet.accounts.traders)
      for (const { type } of (await client.trades(address, { limit: 300 })).data) types.add(type);
    const own = ["open", "increase", "decrease", "close", "collateral", "borrow", "repay"];
    for (const type of [...own, "swap-collateral", "swap-debt", "transfer"])
      expect(types, type).toContain(type);
  });

  test("a flip is a close with its result and an open at the same price, with the fees of both", async () => {
    const { client } = indexer;
    const [, trader] = devnet.accounts.traders;
    const account = positionAccount(trader.address, 1, "long");
    const { data: rows } = await client.trades(account, { market: 1, base: 1 });
    const data = rows.slice(-5);
    const [open, close, reopened, closed, opened] = data;
    expect([opened, closed, reopened, close, open].map((row) => [row?.type, row?.side])).toEqual([
      ["open", "long"],
      ["close", "long"],
      ["open", "short"],
      ["close", "short"],
      ["open", "long"],
    ]);
    expect(closed?.transaction).toBe(reopened?.transaction);
    const off = (closed?.price ?? 0n) - (reopened?.price ?? 0n);
    // each part is rounded to the unit of quote, on less than one base token
    expect(off * off).toBeLessThanOrEqual(25n);
    expect(closed?.result).toBeDefined();
    expect(reopened?.result).toBeUndefined();
    for (const row of data) expect(row.fee).toBeGreaterThan(0n);
  });

  test("a round trip's result is its profit with all costs", async () => {
    const { client } = indexer;
    const [trader] = devnet.accounts.traders;
    for (const side of ["long", "short"] as const) {
      const account = positionAccount(trader.address, 2, side);
      const [position] = (await client.positions(account)).data;
      const trades = (await client.trades(account, { market: 2, base: 1 })).data;
      const result = trades[0]?.result;
      if (!position || result === undefined) throw new RangeError("the round trip is closed");
      expect(position.afterCosts).toBe(result);
      expect(position.fees).toBeGreaterThan(0n);
      expect(position.beforeCosts).toBeGreaterThan(position.afterCosts as bigint);
      if (side === "long") expect(position.interest).toBeGreaterThan(0n);
    }
  });
});
