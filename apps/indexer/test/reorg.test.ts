import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Devnet, startDevnet } from "@gimbal/devnet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RandomActions } from "./support/actions";
import { dump } from "./support/dump";
import { expectEqual } from "./support/equality";
import { Indexer } from "./support/indexer";
import { freePort } from "./support/ports";
import { type RpcLog, startRpcLog } from "./support/rpcLog";
import { accountsOf } from "./support/session";

/** The same forks on every run. */
const SEED = 20_261_126;
const DEPTHS = [1, 2, 3, 5, 8, 13, 20];
/** After forks of these depths the indexer is started anew. */
const RESTARTS = [3, 13];
/** Forks and restarts on a busy machine [ms]. */
const TIMEOUT = 600_000;
/** Of Ponder, for a chain it does not know: deeper forks than this are not followed. */
const FINALITY = 30;
/** What Ponder needs of a node. Nothing here asks the contracts anything. */
const METHODS = [
  "eth_blockNumber",
  "eth_chainId",
  "eth_getBlockByHash",
  "eth_getBlockByNumber",
  "eth_getLogs",
];

let devnet: Devnet;
let rpc: RpcLog;
let actions: RandomActions;
const deployments = mkdtempSync(join(tmpdir(), "gimbal-manifest-"));
const data = mkdtempSync(join(tmpdir(), "gimbal-indexer-"));

beforeAll(async () => {
  devnet = await startDevnet({ controlPort: false, seed: "none", manifestFolder: deployments });
  rpc = await startRpcLog(devnet.rpcUrl);
  actions = new RandomActions(devnet, SEED);
  await actions.prepare();
  await devnet.mine(FINALITY + Math.max(...DEPTHS));
});
afterAll(async () => {
  await rpc?.stop();
  await devnet?.stop();
  for (const folder of [deployments, data]) rmSync(folder, { recursive: true, force: true });
});

/** Blocks of one branch, each with one action. */
async function grow(blocks: number): Promise<void> {
  for (let i = 0; i < blocks; i++) await actions.next();
}

async function startIndexer(rpcUrl: string, kept?: string): Promise<Indexer> {
  return new Indexer({
    rpcUrl,
    port: await freePort(),
    deployments,
    ...(kept === undefined ? {} : { data: kept }),
  });
}

test(
  "forks of depth 1 to 20 and restarts leave what a fresh sync gives",
  async () => {
    let indexer = await startIndexer(rpc.url, data);
    let starts = 1;
    try {
      await indexer.reaches((await devnet.chainTime()).blockNumber);
      for (const depth of DEPTHS) {
        const fork = await devnet.snapshot();
        await grow(depth);
        await indexer.reaches((await devnet.chainTime()).blockNumber);
        await devnet.revert(fork);
        await grow(depth + 1);
        const { number, hash } = await devnet.client.getBlock();
        const indexed = await indexer.reaches(number, hash);
        expect(indexed.finalized).toBeLessThan(number);
        if (!RESTARTS.includes(depth)) continue;
        await indexer.stop();
        indexer = await startIndexer(rpc.url, data);
        starts += 1;
      }
      const { number, hash } = await devnet.client.getBlock();
      await indexer.reaches(number, hash);
      const accounts = await accountsOf(devnet);
      const forked = await dump(indexer.client, devnet.deployment, accounts);
      await expectEqual(devnet, indexer.client);
      const fresh = await startIndexer(devnet.rpcUrl);
      try {
        await fresh.reaches(number, hash);
        expect(forked).toEqual(await dump(fresh.client, devnet.deployment, accounts));
      } finally {
        await fresh.stop();
      }
      expect(indexer.lines.join("\n")).toMatch(/reorg/i);
    } finally {
      await indexer.stop();
    }
    const { eth_call: calls, ...others } = Object.fromEntries(rpc.counts);
    const feeds = new Set(devnet.deployment.markets.flatMap(({ assets }) => assets.map(({ feed }) => feed)));
    // the aggregator and the decimals of each feed, before indexing
    expect(calls).toBe(2 * feeds.size * starts);
    expect(METHODS).toEqual(expect.arrayContaining(Object.keys(others)));
  },
  TIMEOUT,
);
