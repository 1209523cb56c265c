import type { TransactionReceipt } from "viem";
import type { Head } from "../accounts/follower";
import type { Logger } from "../observe/log";
import type { Metrics } from "../observe/metrics";
import type { Cooldowns } from "./cooldown";
import type { Attempt, Entry } from "./entry";
import { type Fees, firstFees, replacementFees } from "./fees";
import type { Node } from "./node";
import type { Outbox } from "./outbox";
import type { Transmitter } from "./transmitter";

const ETHER = 1e18;

/** What the settler works with. */
export interface SettlerParts {
  readonly node: Node;
  readonly outbox: Outbox;
  readonly cooldowns: Cooldowns;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly transmitter: Transmitter;
  /** [wei] */
  readonly maxFee: bigint;
  readonly confirmations: bigint;
  readonly stuckSeconds: number;
  /** Wall clock [s]. */
  readonly now: () => number;
  /** Hears of every transaction that was mined and did what it should. */
  readonly onSuccess?: (entry: Entry, receipt: TransactionReceipt) => void;
}

/** Follows what was sent until it is final: mined, replaced because it is stuck, or taken back by a reorganisation. */
export class Settler {
  private readonly parts: SettlerParts;
  /** Entries that this process has told the network of. */
  private readonly told = new Set<number>();

  constructor(parts: SettlerParts) {
    this.parts = parts;
  }

  /** Brings every open entry to what the chain says now. */
  async settle(head: Head): Promise<void> {
    const { outbox, log } = this.parts;
    for (const entry of outbox.open()) {
      try {
        await this.settleOne(entry, head);
      } catch (error) {
        // The next round asks again; nothing is decided without an answer.
        log.warn({ plan: entry.purpose, reason: String(error).slice(0, 200) }, "cannot be settled now");
      }
    }
    this.parts.metrics.pending.set(outbox.open().length);
  }

  private settleOne(entry: Entry, head: Head): Promise<void> {
    if (entry.state === "planned") return this.drop(entry, "the keeper ended before it was signed");
    return entry.state === "mined" ? this.settleMined(entry, head) : this.settleSent(entry, head);
  }

  private async settleMined(entry: Entry, head: Head): Promise<void> {
    const { outbox, confirmations, metrics, log } = this.parts;
    const found = await this.receiptOf(entry);
    if (found === undefined) {
      log.warn({ plan: entry.purpose, block: entry.block?.number }, "its block was replaced");
      const { block: _, ...rest } = entry;
      outbox.update(rest as Entry, { state: "sent" });
      this.told.delete(entry.id);
      return;
    }
    const { receipt } = found;
    if (head.number - receipt.blockNumber >= confirmations) {
      outbox.update(entry, { state: "final" });
      this.told.delete(entry.id);
      metrics.transactions.inc({ duty: entry.duty, state: "final" });
    } else if (receipt.blockHash !== entry.block?.hash)
      outbox.update(entry, { block: { number: receipt.blockNumber, hash: receipt.blockHash } });
  }

  private async settleSent(entry: Entry, head: Head): Promise<void> {
    const found = await this.receiptOf(entry);
    if (found !== undefined) return this.mined(entry, found.attempt, found.receipt, head);
    const { node, transmitter, confirmations, stuckSeconds, now } = this.parts;
    const last = entry.attempts.at(-1) as Attempt;
    if (head.number >= confirmations) {
      const used = await node.transactions(transmitter.signer.address, head.number - confirmations);
      if (used > (entry.nonce as number)) return this.drop(entry, "another transaction has its nonce");
    }
    if (now() - last.at >= stuckSeconds) return this.replace(entry, last, head);
    if (!this.told.has(entry.id)) return this.tellAgain(entry, last, head);
  }

  private async mined(
    entry: Entry,
    attempt: Attempt,
    receipt: TransactionReceipt,
    head: Head,
  ): Promise<void> {
    const { outbox, cooldowns, metrics, log } = this.parts;
    const succeeded = receipt.status === "success" && !attempt.cancels;
    const spent = receipt.gasUsed * receipt.effectiveGasPrice;
    outbox.update(entry, {
      state: "mined",
      succeeded,
      spent,
      at: this.parts.now(),
      block: { number: receipt.blockNumber, hash: receipt.blockHash },
    });
    metrics.transactions.inc({
      duty: entry.duty,
      state: succeeded ? "mined" : attempt.cancels ? "cancelled" : "reverted",
    });
    metrics.gasSpent.inc({ duty: entry.duty }, Number(spent) / ETHER);
    const fields = { duty: entry.duty, plan: entry.purpose, hash: attempt.hash, block: receipt.blockNumber };
    if (succeeded) {
      cooldowns.clear(entry.purpose);
      log.info(fields, "done");
      this.parts.onSuccess?.(entry, receipt);
    } else {
      cooldowns.start(entry.purpose, "lost", Number(head.timestamp));
      log.warn(fields, attempt.cancels ? "cancelled" : "reverted: somebody else was faster");
    }
  }

  /** Dearer if it is still worth sending; else its nonce is freed, because everything after it waits. */
  private async replace(entry: Entry, last: Attempt, head: Head): Promise<void> {
    const { node, maxFee, outbox, transmitter, log, metrics } = this.parts;
    const now: Fees = firstFees(head.baseFee, await node.tip(), maxFee) ?? { maxFee: 0n, tip: 0n };
    const fees = replacementFees(last, now, maxFee);
    if (fees === undefined) {
      log.warn({ plan: entry.purpose, nonce: entry.nonce }, "stuck, and a replacement would cost too much");
      return transmitter.broadcast(last);
    }
    const cancels = last.cancels || !(await this.stillWorks(entry));
    const attempt = await transmitter.sign(entry, entry.nonce as number, fees, cancels);
    outbox.update(entry, { attempts: [...entry.attempts, attempt] });
    this.told.add(entry.id);
    metrics.transactions.inc({ duty: entry.duty, state: "replaced" });
    log.warn({ plan: entry.purpose, nonce: entry.nonce, hash: attempt.hash, cancels }, "stuck: sending anew");
    await transmitter.broadcast(attempt);
  }

  /** After a start, or after its block was replaced: the same bytes again, if they still do what they are for. */
  private async tellAgain(entry: Entry, last: Attempt, head: Head): Promise<void> {
    const { node, outbox, transmitter } = this.parts;
    if (last.cancels || (await this.stillWorks(entry))) {
      this.told.add(entry.id);
      return transmitter.broadcast(last);
    }
    const waiting = outbox.open().some(({ nonce }) => nonce !== undefined && nonce > (entry.nonce as number));
    const known = await Promise.all(entry.attempts.map(({ hash }) => node.isKnown(hash)));
    if (waiting || known.includes(true)) return this.replace(entry, last, head);
    // Nobody has it. Whoever plans next takes the nonce, so that this one can never be mined beside it.
    return this.drop(entry, "the chain has moved on");
  }

  private async stillWorks(entry: Entry): Promise<boolean> {
    const { node, transmitter } = this.parts;
    const { to, data, gas } = entry;
    // Not at the pending block: the transaction itself may be in it already.
    return node.simulate({ from: transmitter.signer.address, to, data, gas }, "latest").then(
      () => true,
      () => false,
    );
  }

  private async receiptOf(entry: Entry) {
    for (const attempt of entry.attempts) {
      const receipt = await this.parts.node.receipt(attempt.hash);
      if (receipt !== undefined) return { attempt, receipt };
    }
    return undefined;
  }

  private async drop(entry: Entry, cause: string): Promise<void> {
    const { outbox, log, metrics } = this.parts;
    outbox.update(entry, { state: "dropped", cause });
    this.told.delete(entry.id);
    metrics.transactions.inc({ duty: entry.duty, state: "dropped" });
    log.info({ plan: entry.purpose, nonce: entry.nonce, cause }, "dropped");
  }
}
