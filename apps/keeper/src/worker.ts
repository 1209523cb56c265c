import { join } from "node:path";
import { decodeError, type MarketState, usdPrice } from "@gimbal/sdk";
import type { Address } from "viem";
import type { Book } from "./accounts/book";
import type { Head, Reader } from "./accounts/follower";
import type { Key } from "./config/key";
import type { Settings } from "./config/settings";
import { duties } from "./duties";
import type { Round } from "./duties/duty";
import type { Logger } from "./observe/log";
import type { Metrics } from "./observe/metrics";
import { Budget } from "./outbox/budget";
import { Cooldowns } from "./outbox/cooldown";
import { FileJournal } from "./outbox/journal";
import { chainNode } from "./outbox/node";
import { Outbox } from "./outbox/outbox";
import { profitOf } from "./outbox/profit";
import { type Moment, Sender } from "./outbox/sender";
import { Settler } from "./outbox/settler";
import { Transmitter } from "./outbox/transmitter";
import type { Unhealthy } from "./risk/riskIndex";

/** Whom calls come from, and profits go to, while there is neither key nor recipient. */
const NOBODY: Address = "0x000000000000000000000000000000000000dEaD";
const ETHER = 1e18;
/** Rounds between two looks at the balance. */
const BALANCE_ROUNDS = 20;

/** What a worker works with. */
export interface WorkerParts {
  readonly settings: Settings;
  readonly key: Key | undefined;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly reader: Reader;
  readonly book: Book;
}

/** What is decided on. */
export interface Work {
  readonly head: Head;
  readonly markets: readonly MarketState[];
  readonly unhealthy: readonly Unhealthy[];
}

/** Asks every duty what is worth doing in a block, and does it. */
export class Worker {
  private readonly parts: WorkerParts;
  private readonly keeper: Address;
  private readonly recipient: Address;
  private readonly journal: FileJournal;
  private readonly outbox: Outbox;
  private readonly cooldowns = new Cooldowns();
  private readonly sender: Sender;
  private readonly settler: Settler | undefined;
  private markets: readonly MarketState[] = [];
  private rounds = 0;

  constructor(parts: WorkerParts) {
    const { settings, key, log, metrics, reader } = parts;
    this.parts = parts;
    this.keeper = key?.account.address ?? settings.recipient ?? NOBODY;
    this.recipient = settings.recipient ?? this.keeper;
    this.journal = new FileJournal(join(settings.stateDir, "outbox.jsonl"));
    this.outbox = new Outbox(this.journal, this.journal.records());
    // What is over needs no place in the file.
    this.journal.rewrite(this.outbox.open());
    const now = () => Math.floor(Date.now() / 1_000);
    const node = chainNode(reader);
    const transmitter =
      settings.live && key !== undefined
        ? new Transmitter(key.account, node, settings.deployment.chainId, log, now)
        : undefined;
    const common = {
      node,
      outbox: this.outbox,
      cooldowns: this.cooldowns,
      log,
      metrics,
      maxFee: settings.maxFee,
      now,
    };
    this.sender = new Sender({
      ...common,
      transmitter,
      from: this.keeper,
      budget: new Budget(settings.gasBudget),
      minProfit: settings.minProfit,
    });
    this.settler =
      transmitter &&
      new Settler({
        ...common,
        transmitter,
        confirmations: settings.confirmations,
        stuckSeconds: settings.stuckSeconds,
        onSuccess: ({ duty }, receipt) =>
          metrics.profit.inc({ duty }, profitOf(receipt, this.recipient, this.markets)),
      });
  }

  /** Transactions that are not final. */
  get pending(): number {
    return this.outbox.open().length;
  }

  /** Follows what was sent before. */
  async settle(head: Head): Promise<void> {
    await this.settler?.settle(head);
    const now = Number(head.timestamp);
    this.cooldowns.sweep(now);
    this.parts.metrics.cooling.set(this.cooldowns.count(now));
    if (this.settler !== undefined && this.rounds++ % BALANCE_ROUNDS === 0) {
      const balance = await this.parts.reader.getBalance({ address: this.keeper });
      this.parts.metrics.balance.set(Number(balance) / ETHER);
    }
  }

  /** Every duty in turn; one that fails does not keep the others from their work. */
  async work(work: Work): Promise<void> {
    const { settings, log, metrics } = this.parts;
    this.markets = work.markets;
    const moment: Moment = { head: work.head, nativePrice: this.nativePrice(work.markets) };
    const round = this.round(work, moment);
    for (const name of settings.duties) {
      try {
        for (const plan of await duties[name].plans(round)) await this.sender.submit(plan, moment);
      } catch (error) {
        metrics.dutyErrors.inc({ duty: name });
        log.warn({ duty: name, reason: decodeError(error).message.slice(0, 500) }, "duty failed");
      }
    }
  }

  close(): void {
    this.journal.close();
  }

  private round({ head, markets, unhealthy }: Work, moment: Moment): Round {
    const { settings, reader, book } = this.parts;
    const wallClock = BigInt(Math.floor(Date.now() / 1_000));
    const now = head.timestamp > wallClock ? head.timestamp : wallClock;
    return {
      reader,
      deployment: settings.deployment,
      head,
      markets,
      unhealthy,
      accounts: book,
      keeper: this.keeper,
      recipient: this.recipient,
      takeWith: settings.takeWith,
      minProfit: settings.minProfit,
      deadline: now + BigInt(settings.deadlineSeconds),
      isFree: (purpose) => this.sender.isFree(purpose, moment),
    };
  }

  /** [USD wad] at the higher bound; undefined while the price is down. */
  private nativePrice(markets: readonly MarketState[]): bigint | undefined {
    const { nativeAsset } = this.parts.settings;
    const asset = markets.flatMap(({ assets }) => assets).find(({ symbol }) => symbol === nativeAsset);
    const high = asset?.price.maintenance.high ?? 0n;
    return asset === undefined || high === 0n ? undefined : usdPrice(high, asset.decimals, "up");
  }
}
