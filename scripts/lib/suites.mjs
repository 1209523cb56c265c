// The test suites, each with the runner that counts its tests.
import { rmSync } from "node:fs";
import { foundryBin } from "../foundry.mjs";
import { ensureChromium } from "./chromium.mjs";
import { compile, contracts } from "./contracts.mjs";
import { path } from "./paths.mjs";
import { exitCode, run } from "./processes.mjs";
import { forgeResults, judge, playwrightResults, readReport, vitestResults } from "./results.mjs";
import { buildWeb } from "./web.mjs";

const reports = (name) => path(".demo/test", name);

/** Contract tests, on the build that compiles fast; the gas bench and all later suites use the production build. */
async function contractSuite() {
  await compile(reports("contracts"));
  await run("Compiling the tests", foundryBin("forge"), ["build"], {
    cwd: contracts,
    log: reports("tests.log"),
  });
  const report = reports("forge.json");
  const code = await exitCode(foundryBin("forge"), ["test", "--json"], {
    cwd: contracts,
    log: report,
    errorLog: reports("forge.log"),
  });
  return judge("forge test", readReport(report, forgeResults), code);
}

function vitestSuite(folder) {
  return async () => {
    const name = folder.replace("/", "-");
    const report = reports(`${name}.json`);
    rmSync(report, { force: true });
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const options = { cwd: path(folder), log: reports(`${name}.log`), env: { NO_COLOR: "1" } };
    const code = await exitCode(path(folder, "node_modules/.bin/vitest"), args, options);
    return judge(`vitest in ${folder}`, readReport(report, vitestResults), code);
  };
}

/** Browser tests against the production build. */
async function browserSuite() {
  const chromium = await ensureChromium(reports("chromium.log"));
  await buildWeb(reports("web-build.log"));
  const report = reports("playwright.json");
  rmSync(report, { force: true });
  const env = { GIMBAL_REPORT: report, NO_COLOR: "1", ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  const options = { cwd: path("e2e"), log: reports("playwright.log"), env };
  const code = await exitCode(path("e2e/node_modules/.bin/playwright"), ["test"], options);
  return judge("playwright", readReport(report, playwrightResults), code);
}

const suite = (name, run) => ({ name, run });

/**
 * Stages one after the other; in each, lanes side by side; in a lane, suites one after the other. What waits for a chain
 * shares the machine with what computes. Contracts use every core and compile what the others need; the browser has
 * the machine to itself.
 */
export const stages = [
  [[suite("contracts", contractSuite)]],
  [
    [suite("indexer", vitestSuite("apps/indexer"))],
    [
      suite("sdk", vitestSuite("packages/sdk")),
      suite("devnet", vitestSuite("packages/devnet")),
      suite("history", vitestSuite("packages/history")),
      suite("keeper", vitestSuite("apps/keeper")),
      suite("web", vitestSuite("apps/web")),
      suite("examples", vitestSuite("examples")),
    ],
  ],
  [[suite("e2e", browserSuite)]],
];

/** Runs a suite; what keeps it from running is a failure of its own. */
export async function runSuite(suite) {
  try {
    return await suite.run();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, failures: [error.message] };
  }
}
