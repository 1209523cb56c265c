import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { backgroundTraders, type Devnet, startDevnet } from "@gimbal/devnet";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const execute = promisify(execFile);
const scripts = readdirSync(folder).filter((file) => file.endsWith(".ts") && !/^(connect|vitest)/.test(file));
let devnet: Devnet;

beforeAll(async () => {
  devnet = await startDevnet({ controlPort: false });
});
afterAll(() => devnet?.stop());

/** Runs an example as its reader does; what it prints. */
async function run(script: string, args: readonly string[] = []): Promise<string> {
  const { PRIVATE_KEY: _, ...env } = process.env;
  const { stdout } = await execute(process.execPath, [tsx, script, ...args], {
    cwd: folder,
    env: { ...env, RPC_URL: devnet.rpcUrl },
  });
  return stdout.trim();
}

test("open-and-close opens a position and closes it", async () => {
  const said = await run("open-and-close.ts");
  expect(said).toMatch(/^opened \d\.\d+ ETH, health 1\.\d+\nclosed, at least 9[89]\d\.\d+ USDC returned$/);
});

test("read-health says the health of everything an address holds", async () => {
  const [trader] = backgroundTraders;
  if (trader === undefined) throw new TypeError("the seed has traders");
  const said = await run("read-health.ts", [trader.address]);
  expect(said).toMatch(/^ETH long: health \d+\.\d+, liquidation at \d+\.\d+ USD, in 24 h with \d+(\.\d+)? %/);
});

test("liquidate starts the auction of who is nearest, then takes it without capital", async () => {
  expect(await run("liquidate.ts")).toMatch(/^nobody to liquidate: 0x[0-9a-f]{64} is nearest$/);
  await devnet.shock({ asset: "ETH", percent: -11 });
  expect(await run("liquidate.ts")).toMatch(/^auction of 0x[0-9a-f]{64} started$/);
  await devnet.elapse(49);
  expect(await run("liquidate.ts")).toMatch(/^took 0x[0-9a-f]{64}, profit about \d+\.\d+ USDC$/);
});

test("the readme names every example, and every example needs nothing but the SDK and viem", () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts) {
    expect(readme).toContain(`](${script})`);
    const imports = [...readFileSync(join(folder, script), "utf8").matchAll(/from "([^"]+)"/g)];
    for (const [, from] of imports) expect(["@gimbal/sdk", "viem", "./connect"]).toContain(from);
  }
});
