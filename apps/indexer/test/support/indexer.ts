import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import {
  createHistoryClient,
  type HistoryClient,
  HistoryUnavailableError,
  type Indexed,
} from "@gimbal/history";
import { SupportError } from "./errors";

const ROOT = resolve(import.meta.dirname, "../..");
const PONDER = join(ROOT, "node_modules/ponder/dist/esm/bin/ponder.js");
const LAST_WORDS = 30;
const POLL = 100;
/** No block takes so long, on a machine however busy [ms]. */
const PATIENCE = 400_000;

export interface IndexerOptions {
  readonly rpcUrl: string;
  readonly port: number;
  /** Folder of the chain's manifest. */
  readonly deployments: string;
  /** PostgreSQL instead of PGlite. */
  readonly databaseUrl?: string;
  /** Config file, e.g. of the do-nothing app. */
  readonly root?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of PGlite, which is then kept; a new one, thrown away by `stop`, when left out. */
  readonly data?: string;
}

/** A running indexer with its database; `stop` ends it and throws a PGlite away. */
export class Indexer {
  readonly url: string;
  readonly client: HistoryClient;
  readonly lines: string[] = [];
  private readonly child: ChildProcess;
  private readonly data: string;
  private readonly keeps: boolean;
  private readonly ended: Promise<void>;

  constructor({ rpcUrl, port, deployments, databaseUrl, data, root = ROOT, env = {} }: IndexerOptions) {
    this.url = `http://127.0.0.1:${port}`;
    this.client = createHistoryClient({ url: this.url, timeout: 20_000 });
    this.keeps = data !== undefined;
    this.data = data ?? mkdtempSync(join(tmpdir(), "gimbal-indexer-"));
    const { DATABASE_URL: _, DATABASE_PRIVATE_URL: __, PORT: ___, ...inherited } = process.env;
    this.child = spawn(
      process.execPath,
      [
        PONDER,
        "start",
        "--root",
        root,
        "--schema",
        "gimbal",
        "--port",
        String(port),
        "--hostname",
        "127.0.0.1",
      ],
      {
        cwd: root,
        env: {
          ...inherited,
          PONDER_TELEMETRY_DISABLED: "true",
          GIMBAL_RPC_URL: rpcUrl,
          GIMBAL_DEPLOYMENTS: deployments,
          GIMBAL_INDEXER_DATA: this.data,
          GIMBAL_POLLING_INTERVAL: "100",
          ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
          ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    process.once("exit", this.kill);
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream) createInterface({ input: stream }).on("line", (line) => this.lines.push(line));
    this.ended = new Promise((done) => this.child.once("exit", () => done()));
  }

  private readonly kill = () => this.child.kill("SIGKILL");

  /** What the index has come to, once it has come to `block`; if `hash` is given, on its chain. */
  async reaches(block: bigint, hash?: string): Promise<Indexed> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      if (Date.now() > until)
        throw new SupportError(`The indexer does not reach block ${block}.\n${this.lastWords()}`);
      if (this.child.exitCode !== null) throw new SupportError(`The indexer ended.\n${this.lastWords()}`);
      const indexed = await this.client.status().then(
        (answer) => answer.indexed,
        (error) => {
          if (error instanceof HistoryUnavailableError) return undefined; // not there yet
          throw error;
        },
      );
      if (indexed && indexed.block >= block && (hash === undefined || indexed.event?.hash === hash))
        return indexed;
      await new Promise((done) => setTimeout(done, POLL));
    }
  }

  lastWords(): string {
    return this.lines.slice(-LAST_WORDS).join("\n");
  }

  async stop(): Promise<void> {
    this.child.kill("SIGTERM");
    const timer = setTimeout(this.kill, 10_000);
    await this.ended;
    clearTimeout(timer);
    process.removeListener("exit", this.kill);
    if (!this.keeps) rmSync(this.data, { recursive: true, force: true });
  }
}
