// A crash, replayed through the real contracts: who is liquidated, by what, and who bears what is left.
//   npm run replay -- --preset 2020-03-12               the table
//   npm run replay -- --csv eth=FILE [--csv btc=FILE…]  the same along closes of your own
//   … --json                                            {"supplierLoss","badDebt","liquidatedDebt",…}, USD as decimal strings
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { CandleFileError } from "../packages/sdk/bench/candles.ts";
import { ReplayUsageError, replayOptions, USAGE } from "../packages/sdk/bench/crash/options.ts";
import { readPath } from "../packages/sdk/bench/crash/path.ts";
import { presetPath } from "../packages/sdk/bench/crash/presets.ts";
import { contracts, runReplay } from "./lib/replay.mjs";

async function main(argv) {
  const options = replayOptions(argv);
  const path = options.preset ? presetPath(options.preset, options.seed) : readPath(options.files);
  // what is wrong with the input is said before anything heavy is loaded
  const { encodeReplay } = await import("../packages/sdk/bench/crash/input.ts");
  const { replayReport } = await import("../packages/sdk/bench/crash/report.ts");
  const { decodeReplay, replayJson } = await import("../packages/sdk/bench/crash/result.ts");
  const folder = `${contracts}/out-replay`;
  const file = `${folder}/${process.pid}.hex`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, encodeReplay(options, path));
  try {
    const result = decodeReplay(await runReplay(file));
    console.log(options.json ? JSON.stringify(replayJson(result)) : replayReport(options, path, result));
  } finally {
    rmSync(file, { force: true });
  }
}

main(process.argv.slice(2)).catch((error) => {
  const isInput = error instanceof ReplayUsageError || error instanceof CandleFileError;
  console.error(isInput ? error.message : error.stack);
  if (error instanceof ReplayUsageError) console.error(USAGE);
  process.exitCode = 1;
});
