// The index of the chain's past: what the app reads histories from when it is there.
import { rmSync } from "node:fs";
import { path } from "./paths.mjs";
import { start } from "./processes.mjs";

const app = path("apps/indexer");
const ponder = path("apps/indexer/node_modules/ponder/dist/esm/bin/ponder.js");

/**
 * Starts the indexer on an empty database in `data`: a local chain begins anew on every start, and what was read of the
 * one before would be false.
 */
export function startIndexer({ port, data, env, log }) {
  rmSync(data, { recursive: true, force: true });
  const args = [ponder, "start", "--schema", "gimbal", "--hostname", "127.0.0.1", "--port", String(port)];
  return start(process.execPath, args, {
    cwd: app,
    // a database that the environment names is not the demo's to fill
    env: { PONDER_TELEMETRY_DISABLED: "true", DATABASE_URL: "", GIMBAL_INDEXER_DATA: data, ...env },
    log,
  });
}
