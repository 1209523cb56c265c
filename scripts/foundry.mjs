// Runs forge, cast or anvil by their native binary: the launchers on npm always exit 0.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const contracts = new URL("../contracts/package.json", import.meta.url);

/** Absolute path of the native binary of a Foundry tool. */
export function foundryBin(tool) {
  const from = createRequire(createRequire(contracts).resolve(`@foundry-rs/${tool}/package.json`));
  const arch = { x64: "amd64", arm64: "arm64" }[process.arch];
  const suffix = process.platform === "win32" ? ".exe" : "";
  return from.resolve(`@foundry-rs/${tool}-${process.platform}-${arch}/bin/${tool}${suffix}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tool, ...args] = process.argv.slice(2);
  const child = spawn(foundryBin(tool), args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
