// How fast the past is indexed, against a Ponder app that does nothing with the same events.
//   npm run bench:indexer              a table; --events=20000 --rounds=3 change how much
//   npm run bench:indexer -- --json    {"events","rounds","indexer","nothing","ratio",…} [events/s]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDevnet } from "@gimbal/devnet";
import { freePort } from "../test/support/ports";
import { timeBackfill } from "./backfill";
import { fill } from "./fill";

const GOAL = 0.8;
const NOTHING = join(import.meta.dirname, "nothing");

const json = process.argv.includes("--json");
const events = option("events", 20_000);
const rounds = option("rounds", 3);
const folder = mkdtempSync(join(tmpdir(), "gimbal-bench-"));
const devnet = await startDevnet({ controlPort: false, seed: "liquidity", manifestFolder: folder });
try {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(`filling a chain with ${events} events`);
  await fill(devnet, events);
  // what is not final yet is not the past
  await devnet.mine(40);
  const measured = { indexer: [] as number[], nothing: [] as number[] };
  let count = 0;
  for (let round = 0; round < rounds; round++)
    for (const [name, root] of [["nothing", NOTHING] as const, ["indexer", undefined] as const]) {
      const run = await timeBackfill({ devnet, deployments: folder, port: await freePort(), root });
      count = run.events;
      measured[name].push(run.events / run.seconds);
      say(`${name}: ${run.events} events in ${run.seconds.toFixed(1)} s`);
    }
  const rates = { indexer: median(measured.indexer), nothing: median(measured.nothing) };
  const ratio = rates.indexer / rates.nothing;
  if (json)
    process.stdout.write(`${JSON.stringify({ events: count, rounds, ...rates, ratio, goal: GOAL })}\n`);
  else
    process.stdout.write(
      `indexer   ${Math.round(rates.indexer)} events/s\nnothing   ${Math.round(rates.nothing)} events/s\n` +
        `ratio     ${ratio.toFixed(2)} (goal: at least ${GOAL}); medians of ${rounds} backfills of ${count} events, taken in turns\n`,
    );
} finally {
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** `--name=123` of the command line. */
function option(name: string, fallback: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  const value = given === undefined ? fallback : Number(given.slice(name.length + 3));
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} is a whole number from 1`);
  return value;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2)];
  return ((sorted[low] as number) + (sorted[high] as number)) / 2;
}
