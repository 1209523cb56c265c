// Writes the manifest of the local chain from a fresh one; with `--check`, fails if it is not the one in the repository.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeManifest } from "@gimbal/contracts/deployment";
import { startDevnet } from "../src/index";

const DEPLOYMENTS = fileURLToPath(new URL("../../sdk/src/deployments", import.meta.url));

const check = process.argv.includes("--check");
const folder = check ? mkdtempSync(join(tmpdir(), "gimbal-manifest-")) : DEPLOYMENTS;
const devnet = await startDevnet({ seed: "none", controlPort: false });
try {
  const path = writeManifest(folder, devnet.deployment);
  if (check) {
    const committed = join(DEPLOYMENTS, `${devnet.deployment.chainId}.json`);
    if (readFileSync(path, "utf8") !== readFileSync(committed, "utf8")) {
      process.stderr.write(
        `${committed} is not what the contracts deploy to: run \`npm run manifest\` and commit it.\n`,
      );
      process.exitCode = 1;
    }
  } else process.stdout.write(`${path}\n`);
} finally {
  await devnet.stop();
  if (check) rmSync(folder, { recursive: true });
}
