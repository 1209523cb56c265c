// Builds Chainlink's published FluxAggregator and EACAggregatorProxy into out-chainlink/<name>.json {abi, bytecode}.
// Their sources want solc 0.6.6, which is why forge does not build them with the rest.
//
//   FluxAggregator(link, payment, timeout, validator, minAnswer, maxAnswer, decimals, description)
//     deployed from the account that shall own it (Owned takes msg.sender: not through the CREATE2 deployer).
//     A feed that pays nobody: link = validator = address(0), payment = 0, timeout = 0.
//   changeOracles([], [oracle], [admin], minSubmissions = 1, maxSubmissions = 1, restartDelay = 0)   by the owner
//   submit(latestRound() + 1, answer)                                                            by the oracle
//   EACAggregatorProxy(aggregator, accessController = address(0)): what consumers read; same owner rule.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const sourceRoot = join(dirname(require.resolve("@chainlink/contracts/package.json")), "src/v0.6");
const outDir = fileURLToPath(new URL("../out-chainlink", import.meta.url));
const names = ["FluxAggregator", "EACAggregatorProxy"];

/** Adds `path` and everything it imports to `sources`, keyed by path below v0.6. */
function collect(path, sources = {}) {
  if (sources[path]) return sources;
  const content = readFileSync(join(sourceRoot, path), "utf8");
  sources[path] = { content };
  for (const [, imported] of content.matchAll(/^import\s.*?"(\.[^"]+)";/gm))
    collect(join(dirname(path), imported), sources);
  return sources;
}

function input() {
  const sources = {};
  for (const name of names) collect(`${name}.sol`, sources);
  return {
    language: "Solidity",
    sources,
    settings: {
      optimizer: { enabled: true, runs: 1_000_000 },
      metadata: { bytecodeHash: "none" },
      outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
    },
  };
}

function compile(standardJson) {
  const output = JSON.parse(require("solc-0.6").compile(standardJson));
  const errors = (output.errors ?? []).filter((error) => error.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join("\n"));
  return output.contracts;
}

function artifact(name) {
  return join(outDir, `${name}.json`);
}

/** True if every artifact was built from these very bytes. */
function isCurrent(source) {
  try {
    return names.every((name) => JSON.parse(readFileSync(artifact(name), "utf8")).source === source);
  } catch {
    return false;
  }
}

/** Builds what is missing or out of date. */
export function buildChainlink() {
  const standardJson = JSON.stringify(input());
  const source = createHash("sha256").update(standardJson).digest("hex");
  if (isCurrent(source)) return;
  const contracts = compile(standardJson);
  mkdirSync(outDir, { recursive: true });
  for (const name of names) {
    const { abi, evm } = contracts[`${name}.sol`][name];
    writeFileSync(
      artifact(name),
      `${JSON.stringify({ source, abi, bytecode: `0x${evm.bytecode.object}` }, null, 1)}\n`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildChainlink();
