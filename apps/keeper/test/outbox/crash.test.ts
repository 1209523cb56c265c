import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createTestClient, http, publicActions } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Anvil, startAnvil } from "../../../../packages/devnet/src";
import { COUNTER, COUNTER_CODE, KEY } from "../support/counter";

const script = join(import.meta.dirname, "../support/crash.ts");
const run = promisify(execFile);

let anvil: Anvil;
let chain: ReturnType<typeof client>;
let folder: string;

function client(url: string) {
  return createTestClient({ mode: "anvil", transport: http(url), cacheTime: 0 }).extend(publicActions);
}

beforeAll(async () => {
  anvil = await startAnvil();
  chain = client(anvil.rpcUrl);
});

afterAll(() => anvil?.stop());

let start: `0x${string}`;
beforeEach(async () => {
  if (start !== undefined) await chain.revert({ id: start });
  start = await chain.snapshot();
  await chain.setCode({ address: COUNTER, bytecode: COUNTER_CODE });
  // Blocks come when the test makes them: what is sent waits, as it does elsewhere.
  await chain.setAutomine(false);
  folder = mkdtempSync(join(tmpdir(), "keeper-"));
});

/** Runs the process while blocks are made now and then; how it ended. */
async function keeper(crashAt: string): Promise<"final" | "killed"> {
  let running = true;
  const blocks = (async () => {
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await chain.mine({ blocks: 1 });
    }
  })();
  try {
    const { stdout } = await run(process.execPath, [
      "--import",
      "tsx",
      script,
      anvil.rpcUrl,
      folder,
      crashAt,
    ]);
    expect(stdout).toContain("final");
    return "final";
  } catch (error) {
    expect((error as { readonly signal?: string }).signal).toBe("SIGKILL");
    return "killed";
  } finally {
    running = false;
    await blocks;
  }
}

/** Transactions of the key, and where the counter stands. */
async function outcome() {
  const { address } = privateKeyToAccount(KEY);
  const count = BigInt((await chain.getStorageAt({ address: COUNTER, slot: "0x0" })) ?? "0x0");
  return { count, transactions: await chain.getTransactionCount({ address }) };
}

it("does it once when nothing goes wrong", async () => {
  expect(await keeper("none")).toBe("final");
  expect(await outcome()).toEqual({ count: 1n, transactions: 1 });
});

// Before and after: planned, sent, the network, mined, final.
it.each([...Array(10).keys()].map(String))(
  "does it once when it is killed at step %s and started again",
  async (step) => {
    expect(await keeper(step)).toBe("killed");
    // Time passes without it: what it may have sent is mined, or is not.
    if (Number(step) % 2 === 1) await chain.mine({ blocks: 1 });
    expect(await keeper("none")).toBe("final");
    expect(await outcome()).toEqual({ count: 1n, transactions: 1 });
  },
);

it("does it once when it is killed again and again", async () => {
  for (const step of ["1", "2", "4", "5"]) await keeper(step);
  expect(await keeper("none")).toBe("final");
  expect((await outcome()).count).toBe(1n);
});
