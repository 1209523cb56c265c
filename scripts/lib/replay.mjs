// Runs the replay of the contracts in forge's own EVM.
import { spawn } from "node:child_process";
import { foundryBin } from "../foundry.mjs";
import { path } from "./paths.mjs";

export const contracts = path("contracts");
/** Only what a replay needs is compiled, beside the build of the tests; and it is one call of more gas than a test has. */
const FORGE = {
  FOUNDRY_TEST: "test/replay",
  FOUNDRY_OUT: "out-replay/out",
  FOUNDRY_CACHE_PATH: "out-replay/cache",
  FOUNDRY_GAS_LIMIT: "9223372036854775807",
};

function output(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: contracts, env: { ...process.env, NO_COLOR: "1", ...env } });
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.stderr.on("data", (chunk) => (text += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text }));
  });
}

/** Compiles what is needed and replays the input in `file`; the result is encoded. */
export async function runReplay(file) {
  const chainlink = await output(process.execPath, ["script/build-chainlink.mjs"]);
  if (chainlink.code !== 0) throw new Error(chainlink.text);
  const args = [
    "test",
    "--match-path",
    "test/replay/Replay.t.sol",
    "--match-test",
    "test_ReplayOfFile",
    "-vv",
  ];
  const { code, text } = await output(foundryBin("forge"), args, { ...FORGE, GIMBAL_REPLAY: file });
  const found = text.match(/REPLAY\|(0x[0-9a-f]+)/);
  if (code !== 0 || !found) throw new Error(`The replay failed:\n${text.slice(-4000)}`);
  return found[1];
}
