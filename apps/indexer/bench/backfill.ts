import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Devnet } from "@gimbal/devnet";

const ROOT = resolve(import.meta.dirname, "..");
const PONDER = join(ROOT, "node_modules/ponder/dist/esm/bin/ponder.js");
const BEGUN = "Started backfill indexing";
const DONE = "Completed backfill indexing across all chains";
const INDEXED = "Indexed block range";

export interface BackfillOptions {
  readonly devnet: Pick<Devnet, "rpcUrl">;
  readonly deployments: string;
  readonly port: number;
  /** Folder of the app; the indexer when left out. */
  readonly root: string | undefined;
}

/** Runs an app on an empty database until it has read the past, and ends it: events, and the time Ponder says it took. */
export async function timeBackfill({ devnet, deployments, port, root = ROOT }: BackfillOptions) {
  const data = mkdtempSync(join(tmpdir(), "gimbal-bench-data-"));
  const { DATABASE_URL: _, DATABASE_PRIVATE_URL: __, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [PONDER, "start", "--root", root, "--schema", "bench", "--port", String(port), "--log-format", "json"],
    {
      cwd: root,
      env: {
        ...inherited,
        PONDER_TELEMETRY_DISABLED: "true",
        GIMBAL_RPC_URL: devnet.rpcUrl,
        GIMBAL_DEPLOYMENTS: deployments,
        GIMBAL_INDEXER_DATA: data,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  try {
    return await past(child);
  } finally {
    process.removeListener("exit", kill);
    const gone = child.exitCode === null ? new Promise((done) => child.once("exit", done)) : undefined;
    kill();
    await gone;
    rmSync(data, { recursive: true, force: true });
  }
}

async function past(child: ChildProcess): Promise<{ readonly events: number; readonly seconds: number }> {
  if (child.stdout === null) throw new TypeError("the app has no output");
  let events = 0;
  let begun = 0;
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const entry = parse(line);
    if (entry?.msg === BEGUN) begun = performance.now();
    if (entry?.msg === INDEXED) events += Number(entry.event_count ?? 0);
    if (entry?.msg === DONE) return { events, seconds: (performance.now() - begun) / 1_000 };
  }
  throw new RangeError(`the app ended before it had read the past:\n${said.slice(-20).join("\n")}`);
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
