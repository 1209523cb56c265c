import { join } from "node:path";
import { type AccountId, type MarketState, readSnapshot } from "@gimbal/sdk";
import type { Account } from "./accounts/account";
import { Book } from "./accounts/book";
import { Checkpoint } from "./accounts/checkpoint";
import { Follower, type Head, type Reader } from "./accounts/follower";
import { Endpoints } from "./chain/endpoints";
import { requireQuorum } from "./chain/quorum";
import { readerOf, verifyDeployment } from "./chain/reader";
import type { Key } from "./config/key";
import type { Settings } from "./config/settings";
import { nextOf } from "./errors";
import { lock } from "./lock";
import type { Logger } from "./observe/log";
import { Metrics } from "./observe/metrics";
import { type Health, StatusServer } from "./observe/server";
import { RiskIndex } from "./risk/riskIndex";
import { Worker } from "./worker";

/** Blocks that can be undone. */
const DEPTH = 64;
const REQUEST_TIMEOUT = 10_000;
/** Rounds between two checkpoints of the accounts. */
const CHECKPOINT_ROUNDS = 300;
/** Without a good round for this long, or for twenty polls, the keeper is not well [s]. */
const MOST_SILENCE = 60;

/** What a keeper is started with. */
export interface KeeperOptions {
  readonly settings: Settings;
  readonly key: Key | undefined;
  readonly log: Logger;
}

/** Follows the chain, keeps every account in memory, and does what is due in each new block. */
export class Keeper {
  readonly metrics = new Metrics();
  private readonly settings: Settings;
  private readonly log: Logger;
  private readonly endpoints: Endpoints;
  private readonly reader: Reader;
  private readonly index: RiskIndex;
  private readonly book: Book;
  private readonly follower: Follower;
  private readonly checkpoint: Checkpoint;
  private readonly worker: Worker;
  private readonly unlock: () => void;
  private server: StatusServer | undefined;
  private head: Head | undefined;
  private rounds = 0;
  private lastGood = Date.now();
  private stopping = false;
  private wake: () => void = () => {};
  private running: Promise<void> = Promise.resolve();

  private constructor({ settings, key, log }: KeeperOptions) {
    const { deployment, stateDir } = settings;
    this.settings = settings;
    this.log = log;
    this.unlock = lock(stateDir);
    this.endpoints = new Endpoints(settings.rpcUrls, REQUEST_TIMEOUT, {
      onAnswer: (endpoint) => this.metrics.endpointAnswers.inc({ endpoint }),
      onFailure: (endpoint) => this.metrics.endpointFailures.inc({ endpoint }),
    });
    this.reader = readerOf(this.endpoints, deployment);
    this.index = new RiskIndex((id) => this.book.get(id));
    this.book = new Book(DEPTH, (id, account) => this.index.update(id, account));
    const engine = deployment.contracts.marginEngine;
    this.follower = new Follower({
      reader: this.reader,
      engine,
      book: this.book,
      startBlock: settings.startBlock,
      logRange: settings.logRange,
      depth: BigInt(DEPTH),
    });
    this.checkpoint = new Checkpoint(join(stateDir, "accounts.jsonl"), deployment.chainId, engine);
    this.worker = new Worker({
      settings,
      key,
      log,
      metrics: this.metrics,
      reader: this.reader,
      book: this.book,
    });
  }

  /** Checks the chain, takes up what an earlier run left, and starts `/healthz` and `/metrics`. */
  static async create(options: KeeperOptions): Promise<Keeper> {
    const keeper = new Keeper(options);
    try {
      const { host, port, deployment, live } = options.settings;
      await verifyDeployment(keeper.reader, deployment);
      const known = keeper.checkpoint.restore(keeper.book);
      keeper.server = await StatusServer.start({
        host,
        port,
        registry: keeper.metrics.registry,
        health: () => keeper.health(),
      });
      const fields = {
        chain: deployment.chainId,
        live,
        address: options.key?.account.address,
        status: keeper.server.url,
      };
      keeper.log.info({ ...fields, accounts: keeper.book.size, checkpoint: known }, "started");
      return keeper;
    } catch (error) {
      await keeper.close();
      throw error;
    }
  }

  /** Where `/healthz` and `/metrics` are. */
  get statusUrl(): string | undefined {
    return this.server?.url;
  }

  /** An account as it is in the newest block that was read. */
  account(id: AccountId): Account | undefined {
    return this.book.get(id);
  }

  /** Every account, in no order. */
  accounts(): Iterable<Account> {
    return this.book.values();
  }

  /** Makes rounds until {@link stop}; throws if there is no going on. */
  run(): Promise<void> {
    this.running = this.loop();
    return this.running;
  }

  /** Ends after the round that is running, and leaves everything so that the next start can go on. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running.catch(() => undefined);
    await this.close();
    this.log.info("stopped");
  }

  /** One pass: reads the newest block, finds what is unhealthy in it, and does what is due. */
  async round(): Promise<void> {
    const started = performance.now();
    const { head, undone } = await this.follower.advance();
    if (undone > 0) {
      this.metrics.undone.inc(undone);
      this.log.warn({ undone, head: head.number }, "blocks were replaced");
    }
    await requireQuorum(this.endpoints, head, this.settings.quorum);
    if (head.hash !== this.head?.hash) await this.decide(head);
    await this.worker.settle(head);
    this.head = head;
    this.lastGood = Date.now();
    this.metrics.round.observe(performance.now() - started);
    this.metrics.lastTick.set(this.lastGood / 1_000);
    this.metrics.head.set(Number(head.number));
    this.metrics.lag.set(Math.max(0, this.lastGood / 1_000 - Number(head.timestamp)));
    this.rounds += 1;
    if (this.rounds % CHECKPOINT_ROUNDS === 0) this.checkpoint.save(this.book);
  }

  private async decide(head: Head): Promise<void> {
    const { deployment } = this.settings;
    const { markets } = await readSnapshot(this.reader, {
      deployment,
      accounts: [],
      blockNumber: head.number,
    });
    const before = performance.now();
    const { unhealthy, looked } = this.index.tick(markets);
    this.metrics.tick.observe(performance.now() - before);
    this.metrics.looked.set(looked);
    this.metrics.unhealthy.set(unhealthy.length);
    this.metrics.accounts.set(this.index.size);
    await this.worker.work({ head, markets, unhealthy });
    this.maintain(markets);
  }

  /** Between ticks: new orders where the old ones are worn. */
  private maintain(markets: readonly MarketState[]): void {
    const orders = this.index.maintain(markets);
    if (orders > 0) this.log.debug({ orders, accounts: this.index.size }, "ordered anew");
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.round();
      } catch (error) {
        const name = error instanceof Error ? error.name : "unknown";
        this.metrics.roundErrors.inc({ error: name });
        if (nextOf(error) === "fatal") throw error;
        this.log.warn({ error: name, reason: String(error).slice(0, 300) }, "round failed");
      }
      if (!this.stopping) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.settings.pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private health(): Health {
    const silence = (Date.now() - this.lastGood) / 1_000;
    const most = Math.max(MOST_SILENCE, (20 * this.settings.pollMs) / 1_000);
    return {
      ok: silence <= most && !this.stopping,
      live: this.settings.live,
      block: String(this.head?.number ?? "none"),
      secondsSinceGoodRound: Math.round(silence),
      accounts: this.index.size,
      pending: this.worker.pending,
    };
  }

  private async close(): Promise<void> {
    this.checkpoint.save(this.book);
    this.worker.close();
    await this.server?.stop();
    this.unlock();
  }
}
