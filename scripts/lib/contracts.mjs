// Compilation of the contracts.
import { foundryBin } from "../foundry.mjs";
import { path } from "./paths.mjs";
import { run } from "./processes.mjs";

export const contracts = path("contracts");

/** Compiles what is deployed: the production build. What is current is kept. */
export async function compile(log) {
  await run("Compiling Chainlink's contracts", process.execPath, ["script/build-chainlink.mjs"], {
    cwd: contracts,
    log: `${log}-chainlink.log`,
  });
  await run("Compiling the contracts", foundryBin("forge"), ["build"], {
    cwd: contracts,
    log: `${log}.log`,
    env: { FOUNDRY_PROFILE: "production" },
  });
}
