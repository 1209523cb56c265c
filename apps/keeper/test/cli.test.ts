import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Devnet, startDevnet } from "../../../packages/devnet/src";
import { help } from "../src/cli";
import { SETTINGS } from "../src/config/settings";

const bin = join(import.meta.dirname, "../bin/gimbal-keeper.mjs");
const folder = mkdtempSync(join(tmpdir(), "keeper-"));
const privateKey = generatePrivateKey();
const keyFile = join(folder, "key");
const children: Program[] = [];
let devnet: Devnet;

class Program {
  output = "";
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [bin, ...args], { env: { PATH: process.env.PATH, ...env } });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on("data", (text) => {
        this.output += text;
      });
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
    children.push(this);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Waits for a text in what it says. */
  async says(text: string): Promise<void> {
    const over = this.ended.then(() => true);
    while (!this.output.includes(text)) {
      const ended = await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 20, false))]);
      if (ended === true && !this.output.includes(text))
        throw new RangeError(`it ended with:\n${this.output}`);
    }
  }
}

/** Blocks come until it is said: on a chain that stands still no pause of the keeper ever ends. */
async function whileBlocksCome(said: Promise<void>): Promise<void> {
  let isSaid = false;
  const end = said.finally(() => {
    isSaid = true;
  });
  while (!isSaid) {
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 250))]);
    if (!isSaid) await devnet.elapse(6);
  }
  await end;
}

function settings(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    KEEPER_RPC_URLS: devnet.rpcUrl,
    KEEPER_CHAIN_ID: "31337",
    KEEPER_MANIFEST: join(folder, "31337.json"),
    KEEPER_STATE_DIR: join(folder, "state"),
    KEEPER_LIVE: "true",
    KEEPER_KEY_FILE: keyFile,
    KEEPER_PORT: "0",
    KEEPER_POLL_MS: "50",
    KEEPER_LOG_LEVEL: "trace",
    KEEPER_CONFIRMATIONS: "2",
    ...more,
  };
}

beforeAll(async () => {
  devnet = await startDevnet({ controlPort: false, seed: "liquidity", manifestFolder: folder });
  writeFileSync(keyFile, privateKey, { mode: 0o600 });
  await devnet.test.setBalance({ address: privateKeyToAccount(privateKey).address, value: 10n ** 18n });
});

afterAll(() => devnet?.stop());

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill("SIGKILL");
    await child.ended;
  }
});

it("says with --help every setting there is", async () => {
  const program = new Program(["--help"], {});
  expect(await program.ended).toBe(0);
  expect(program.output).toBe(help());
  for (const name of Object.keys(SETTINGS)) expect(program.output).toContain(name);
});

it.each([
  [["--fast"], {}, 2, "There is no option --fast"],
  [[], {}, 1, "KEEPER_RPC_URLS: is needed"],
] as const)("ends at once with what is wrong: %j %j", async (args, env, code, text) => {
  const program = new Program(args, env);
  expect(await program.ended).toBe(code);
  expect(program.output).toContain(text);
});

it("ends at once on another chain than the deployment's", async () => {
  const manifest = join(folder, "other.json");
  writeFileSync(manifest, JSON.stringify({ ...devnet.deployment, chainId: 5 }));
  const program = new Program([], settings({ KEEPER_CHAIN_ID: "5", KEEPER_MANIFEST: manifest }));
  expect(await program.ended).toBe(1);
  expect(program.output).toContain("on chain 31337, the deployment is of 5");
});

it("ends at once when the engine is not what was deployed", async () => {
  const manifest = join(folder, "changed.json");
  const { marginEngine } = devnet.deployment.contracts;
  const codeHashes = { ...devnet.deployment.codeHashes, [marginEngine]: `0x${"00".repeat(32)}` };
  writeFileSync(manifest, JSON.stringify({ ...devnet.deployment, codeHashes }));
  const program = new Program([], settings({ KEEPER_MANIFEST: manifest }));
  expect(await program.ended).toBe(1);
  expect(program.output).toContain(`${marginEngine} is not what the deployment says`);
});

it("runs, samples what is due, is alone on its state, never says its key, and ends when it is asked to", async () => {
  const program = new Program([], settings());
  await program.says('"msg":"started"');
  await devnet.travel(120);
  await whileBlocksCome(program.says('"plan":"pokes"'));
  const second = new Program([], settings());
  expect(await second.ended).toBe(1);
  expect(second.output).toContain("is in use by process");
  await whileBlocksCome(program.says('"msg":"done"'));
  const url = /"status":"(http[^"]+)"/.exec(program.output)?.[1];
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true, live: true });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/keeper_transactions_total\{duty="pokes",state="mined"\} [1-9]/);
  expect((await fetch(`${url}/else`)).status).toBe(404);
  expect((await fetch(`${url}/healthz`, { method: "POST" })).status).toBe(405);
  program.kill("SIGTERM");
  expect(await program.ended).toBe(0);
  expect(program.output).toContain('"msg":"stopped"');
  expect(program.output + second.output + metrics).not.toContain(privateKey.slice(2));
});

it("sends nothing with --dry-run, whatever the settings say, and starts from its checkpoint", async () => {
  const { address } = privateKeyToAccount(privateKey);
  const before = await devnet.client.getTransactionCount({ address });
  const program = new Program(["--dry-run"], settings());
  await program.says('"checkpoint":true');
  await devnet.travel(120);
  await whileBlocksCome(program.says("would send"));
  program.kill("SIGTERM");
  expect(await program.ended).toBe(0);
  expect(await devnet.client.getTransactionCount({ address })).toBe(before);
});
