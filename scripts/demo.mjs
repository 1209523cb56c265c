// `npm run demo`: the whole product on this machine, from a fresh clone to a page one can trade on.
import { existsSync } from "node:fs";
import { compile } from "./lib/contracts.mjs";
import { startIndexer } from "./lib/indexer.mjs";
import { install, requireNode } from "./lib/install.mjs";
import { path } from "./lib/paths.mjs";
import { requireFreePort } from "./lib/ports.mjs";
import { stopAll } from "./lib/processes.mjs";
import { say, step } from "./lib/steps.mjs";
import { buildWeb, startWeb } from "./lib/web.mjs";

const CHAIN_PORT = 8545;
const CONTROL_PORT = 8600;
const INDEXER_PORT = 42069;
const WEB_PORT = 3000;
const WEB_URL = `http://localhost:${WEB_PORT}`;
const FIRST_PAGE = "/trade/eth-usdc";
/** Seconds between two steps of the market. */
const DRIVE_EVERY = 5;

/** What is deployed here; beside the sources, so that a run changes none of them. */
const DEPLOYMENTS = path(".demo/deployments");

const log = (name) => path(".demo", name);

/** What runs besides child processes. */
let devnet;
let stopping;

/** Ends everything this script started. */
function stopEverything() {
  stopping ??= (async () => {
    await stopAll();
    await devnet?.stop();
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, async () => {
    if (stopping) return;
    say("Stopping");
    await stopEverything();
    say("Stopped");
    process.exit(0);
  });

async function startChain() {
  // TypeScript runs as it is, once the packages are there.
  const { tsImport } = await import("tsx/esm/api");
  const { startDevnet } = await tsImport("../packages/devnet/src/index.ts", import.meta.url);
  return startDevnet({
    port: CHAIN_PORT,
    controlPort: CONTROL_PORT,
    webOrigin: WEB_URL,
    driveEvery: DRIVE_EVERY,
    keeper: true,
    manifestFolder: DEPLOYMENTS,
    onProgress: (line) => say(`  ${line}`),
  });
}

/** The app works without it: that it ended is said, and nothing else. */
function indexThePast() {
  const indexer = startIndexer({
    port: INDEXER_PORT,
    data: path(".demo/index"),
    env: {
      GIMBAL_RPC_URL: devnet.rpcUrl,
      GIMBAL_DEPLOYMENTS: DEPLOYMENTS,
      GIMBAL_WEB_ORIGIN: `${WEB_URL},http://127.0.0.1:${WEB_PORT}`,
    },
    log: log("indexer.log"),
  });
  indexer.exited.then(() => {
    if (!stopping)
      say(`The indexer ended; its last words are in ${log("indexer.log")}. The app reads the chain itself.`);
  });
}

async function main() {
  requireNode();
  await requireFreePort(CHAIN_PORT, "the local chain");
  await requireFreePort(CONTROL_PORT, "the demo controls");
  await requireFreePort(INDEXER_PORT, "the indexer");
  await requireFreePort(WEB_PORT, "the app");

  await step("Installing packages", () => install(log("install.log")));
  const kept = existsSync(path("apps/web/.next/BUILD_ID")) ? ", unless nothing changed" : "";
  await step(`Compiling the contracts and building the app${kept}`, () =>
    Promise.all([compile(log("contracts")), buildWeb(log("web-build.log"))]),
  );
  devnet = await step("Starting the chain, deploying and filling the market", startChain);
  const web = await step("Starting the app", () =>
    startWeb({
      port: WEB_PORT,
      page: FIRST_PAGE,
      env: {
        GIMBAL_RPC_URL: devnet.rpcUrl,
        GIMBAL_CONTROL_URL: devnet.controlUrl,
        GIMBAL_INDEXER_URL: `http://127.0.0.1:${INDEXER_PORT}`,
        GIMBAL_DEPLOYMENTS: DEPLOYMENTS,
      },
      log: log("web.log"),
    }),
  );
  // after the page: it must not wait for this
  indexThePast();
  say("Ctrl-C stops everything.");
  say(`Trade at ${WEB_URL}${FIRST_PAGE}`);

  const what = await Promise.race([
    web.exited.then(() => "The web server"),
    devnet.exited.then(() => "The local chain"),
  ]);
  if (!stopping) throw new Error(`${what} ended; its last words are in ${log("")}.`);
}

main().catch(async (error) => {
  if (stopping) return;
  await stopEverything();
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
