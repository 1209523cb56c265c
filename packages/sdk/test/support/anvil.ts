import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { createTestClient, http, publicActions, walletActions } from "viem";
import { foundry } from "viem/chains";
import { foundryBin } from "../../../../scripts/foundry.mjs";

/** A local chain for one test file, on a port that anvil chooses. */
export async function startAnvil(...args: readonly string[]) {
  const child = spawn(foundryBin("anvil"), ["--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`anvil ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const match = /^Listening on 127\.0\.0\.1:(\d+)$/.exec(line);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
  });
  const rpcUrl = `http://127.0.0.1:${port}`;
  const client = createTestClient({
    mode: "anvil",
    chain: foundry,
    transport: http(rpcUrl, { timeout: 120_000, retryCount: 0 }),
    cacheTime: 0,
    pollingInterval: 20,
  })
    .extend(publicActions)
    .extend(walletActions);
  const stop = () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners("exit");
      child.once("exit", () => resolve());
      child.kill();
    });
  return { rpcUrl, client, stop };
}

/** A chain started by {@link startAnvil}. */
export type Anvil = Awaited<ReturnType<typeof startAnvil>>;
