// What is checked besides tests. Every check throws if it does not hold.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { foundryBin } from "../foundry.mjs";
import { contracts } from "./contracts.mjs";
import { path } from "./paths.mjs";
import { CommandFailedError, run, tail } from "./processes.mjs";

/** EIP-170: more code than this cannot be deployed [bytes]. */
const MAX_CODE = 24_576;

const logs = (name) => path(".demo/ci", `${name}.log`);

/** A command that must end with 0. */
function command(name, program, args, options = {}) {
  return {
    name,
    run: () => run(name, program, args, { log: logs(name.replaceAll(/\W+/g, "-")), ...options }),
  };
}

function npmScript(name, folder, script) {
  return command(name, "npm", ["run", "--silent", script], { cwd: path(folder) });
}

/** forge lint ends with 0 whatever it finds, so what it says is looked at. Its cache must not be the build's. */
async function forgeLint() {
  const log = logs("forge-lint");
  const env = { FOUNDRY_CACHE_PATH: "cache-lint", FOUNDRY_OUT: "out-lint" };
  await run("forge lint", foundryBin("forge"), ["lint", "src", "script"], { cwd: contracts, log, env });
  if (/^(error|warning|note)(\[|:)/m.test(readFileSync(log, "utf8")))
    throw new CommandFailedError("forge lint", 0, tail(log));
}

/** What is generated must be what is in the repository. */
function unchanged(name, files, regenerate) {
  return {
    name,
    run: async () => {
      const before = files.map((file) => readFileSync(file, "utf8"));
      await regenerate();
      const changed = files.filter((file, index) => readFileSync(file, "utf8") !== before[index]);
      if (changed.length > 0)
        throw new Error(`${changed.join(", ")} was not up to date and has been written anew: commit it.`);
    },
  };
}

function generatedAbis() {
  const folder = path("packages/sdk/src/generated");
  const files = readdirSync(folder).map((file) => `${folder}/${file}`);
  const regenerate = () =>
    run("Generating ABIs", "npm", ["run", "--silent", "generate"], {
      cwd: path("packages/sdk"),
      log: logs("abis"),
    });
  return unchanged("abi drift", files, regenerate);
}

/** Every contract of `src` fits the limit of the chain. */
function contractSizes() {
  const sizes = sources(path("contracts/src")).flatMap((file) => {
    const folder = path("contracts/out-production", file);
    if (!existsSync(folder)) return [];
    return readdirSync(folder).map((artifact) => {
      const { deployedBytecode } = JSON.parse(readFileSync(`${folder}/${artifact}`, "utf8"));
      return { name: artifact.replace(".json", ""), size: ((deployedBytecode?.object?.length ?? 2) - 2) / 2 };
    });
  });
  const deployable = sizes.filter(({ size }) => size > 0);
  if (deployable.length === 0) throw new Error("No compiled contract was found in contracts/out-production.");
  const large = deployable.filter(({ size }) => size > MAX_CODE);
  if (large.length > 0)
    throw new Error(large.map(({ name, size }) => `${name} has ${size} bytes of ${MAX_CODE}`).join("\n"));
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(`${folder}/${entry.name}`);
    return entry.name.endsWith(".sol") ? [entry.name] : [];
  });
}

const tsc = (name, folder) =>
  command(`types ${name}`, path("node_modules/.bin/tsc"), ["--noEmit", "-p", path(folder)]);

export const checks = [
  command("biome", path("node_modules/.bin/biome"), ["check", "--error-on-warnings", "."]),
  command("forge fmt", foundryBin("forge"), ["fmt", "--check"], { cwd: contracts }),
  { name: "forge lint", run: forgeLint },
  tsc("contracts", "contracts"),
  tsc("sdk", "packages/sdk"),
  tsc("devnet", "packages/devnet"),
  tsc("history", "packages/history"),
  tsc("indexer", "apps/indexer"),
  tsc("keeper", "apps/keeper"),
  npmScript("types web", "apps/web", "typecheck"),
  tsc("examples", "examples"),
  tsc("e2e", "e2e"),
  generatedAbis(),
  npmScript("sdk reference", "packages/sdk", "reference:check"),
  npmScript("manifest drift", "packages/devnet", "manifest:check"),
  { name: "contract sizes", run: contractSizes },
  command("gas budgets", process.execPath, [path("scripts/bench-gas.mjs"), "--check"]),
  npmScript("web size", "apps/web", "size"),
];
