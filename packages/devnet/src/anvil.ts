import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { foundryBin } from "../../../scripts/foundry.mjs";
import { requireFreePort } from "../../../scripts/lib/ports.mjs";
import { NodeStoppedError } from "./errors";

/** Accounts with ether: the ten named ones, and some for background traders. */
const ACCOUNTS = 20;
const LAST_WORDS = 20;

export interface AnvilOptions {
  /** A free one is chosen if left out. */
  readonly port?: number;
  /** Seconds between blocks; every transaction mines its own block if left out. */
  readonly blockTime?: number;
  /** Time of the first block [unix seconds]; now if left out. */
  readonly timestamp?: number;
}

export interface Anvil {
  readonly port: number;
  readonly rpcUrl: string;
  readonly process: ChildProcess;
  /** Resolves when the node has ended. */
  readonly exited: Promise<void>;
  /** Ends the node and waits until it has gone. */
  stop(): Promise<void>;
}

/** Starts a development node on the loopback interface and waits until it answers. */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  if (options.port !== undefined) await requireFreePort(options.port, "the local chain");
  // A group of its own: Ctrl-C in the terminal reaches who started it, who stops it in order.
  const child = spawn(foundryBin("anvil"), argumentsOf(options), {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Whatever ends this process, the node ends with it.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      process.removeListener("exit", end);
      resolve();
    });
  });
  const port = await listeningPort(child);
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  return { port, rpcUrl: `http://127.0.0.1:${port}`, process: child, exited, stop };
}

function argumentsOf({ port = 0, blockTime, timestamp }: AnvilOptions): string[] {
  const args = ["--host", "127.0.0.1", "--port", String(port), "--chain-id", "31337"];
  // Transactions in the order they came: the driver publishes before it trades.
  args.push("--accounts", String(ACCOUNTS), "--order", "fifo");
  if (blockTime !== undefined) args.push("--block-time", String(blockTime));
  if (timestamp !== undefined) args.push("--timestamp", String(timestamp));
  return args;
}

/** The port anvil says it listens on; goes on reading its output, which would block it otherwise. */
function listeningPort(child: ChildProcess): Promise<number> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (lines.length > LAST_WORDS) lines.shift();
        const port = line.match(/^Listening on .*:(\d+)$/)?.[1];
        if (port) resolve(Number(port));
      });
    }
    child.once("error", reject);
    child.once("exit", () => reject(new NodeStoppedError(lines.join("\n"))));
  });
}
