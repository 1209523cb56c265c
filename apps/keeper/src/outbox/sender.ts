import { decodeError, GasFundsShortError, type GimbalError } from "@gimbal/sdk";
import type { Address, Hex } from "viem";
import type { Head } from "../accounts/follower";
import { isUpstream } from "../errors";
import type { Logger } from "../observe/log";
import type { Metrics } from "../observe/metrics";
import type { Budget } from "./budget";
import type { Cause, Cooldowns } from "./cooldown";
import type { Entry } from "./entry";
import { type Fees, firstFees } from "./fees";
import type { Node } from "./node";
import { nextNonce } from "./nonces";
import type { Outbox } from "./outbox";
import type { Outcome, Plan } from "./plan";
import type { Transmitter } from "./transmitter";

/** An estimate does not see that time passes before inclusion [%]. */
const GAS_MARGIN = 130n;
const WAD = 10n ** 18n;

/** What the sender works with. */
export interface SenderParts {
  readonly node: Node;
  readonly outbox: Outbox;
  readonly cooldowns: Cooldowns;
  readonly budget: Budget;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Absent: nothing is ever sent. */
  readonly transmitter: Transmitter | undefined;
  /** Whom simulations come from. */
  readonly from: Address;
  /** [wei] */
  readonly maxFee: bigint;
  /** [USD wad] */
  readonly minProfit: bigint;
  /** Wall clock [s]. */
  readonly now: () => number;
}

/** What a plan is judged by. */
export interface Moment {
  readonly head: Head;
  /** Price of the native coin [USD wad]; undefined while it is down. */
  readonly nativePrice: bigint | undefined;
}

/** Simulates, prices, signs and sends, one after the other. */
export class Sender {
  private readonly parts: SenderParts;

  constructor(parts: SenderParts) {
    this.parts = parts;
  }

  /** Whether a plan with this purpose would be looked at now. */
  isFree(purpose: string, { head }: Moment): boolean {
    return (
      !this.parts.outbox.has(purpose, head.number) &&
      this.parts.cooldowns.cause(purpose, Number(head.timestamp)) === undefined
    );
  }

  /** Does what a plan says, if it is allowed and worth it. Never throws for one plan. */
  async submit(plan: Plan, moment: Moment): Promise<Outcome> {
    const { metrics, log, outbox, cooldowns } = this.parts;
    const now = Number(moment.head.timestamp);
    const outcome = outbox.has(plan.purpose, moment.head.number)
      ? "busy"
      : cooldowns.cause(plan.purpose, now) !== undefined
        ? "cooling"
        : await this.try(plan, moment).catch((error: unknown) => this.failed(plan, error, now));
    metrics.plans.inc({ duty: plan.duty, outcome });
    if (outcome !== "busy" && outcome !== "cooling")
      log.debug({ duty: plan.duty, plan: plan.purpose, account: plan.account, outcome }, "plan");
    return outcome;
  }

  private async try(plan: Plan, moment: Moment): Promise<Outcome> {
    const { node, from, transmitter, outbox, minProfit } = this.parts;
    const call = { from, to: plan.to, data: plan.data, gas: plan.gas ?? plan.gasCap };
    const result = await node.simulate(call, "pending");
    const gas = plan.gas ?? ((await node.estimate(call)) * GAS_MARGIN) / 100n;
    if (gas > plan.gasCap) return this.pause(plan, "reverted", moment, "it uses more gas than it may");
    const fees = firstFees(moment.head.baseFee, await node.tip(), this.parts.maxFee);
    if (fees === undefined) return this.pause(plan, "gas", moment, "gas is too dear");
    const cost = gas * (moment.head.baseFee + fees.tip);
    const judged = this.judge(plan, result, cost, moment);
    if (typeof judged === "string") return this.pause(plan, judged, moment);
    // What it must earn on the chain, where somebody may have been there before.
    const data = plan.withFloor?.(judged.cost + minProfit) ?? plan.data;
    if (plan.withFloor !== undefined) await node.simulate({ ...call, data }, "pending");
    if (transmitter === undefined) return this.dryRun(plan, gas, judged.expected, moment);
    const entry = outbox.plan({
      purpose: plan.purpose,
      duty: plan.duty,
      to: plan.to,
      data,
      gas,
      expected: judged.expected,
      at: this.parts.now(),
    });
    if (plan.earns === undefined) this.parts.budget.spend(cost, Number(moment.head.timestamp));
    await this.send(entry, fees, transmitter);
    return "sent";
  }

  /** Profit after gas [USD wad] and the gas itself, or why it is not worth it. */
  private judge(
    plan: Plan,
    result: Hex,
    gasCost: bigint,
    { head, nativePrice }: Moment,
  ): { readonly expected: bigint; readonly cost: bigint } | Cause {
    if (plan.earns === undefined)
      return this.parts.budget.allows(gasCost, Number(head.timestamp))
        ? { expected: 0n, cost: 0n }
        : "budget";
    if (nativePrice === undefined) return "unprofitable";
    const cost = (gasCost * nativePrice + WAD - 1n) / WAD;
    const expected = plan.earns(result) - cost;
    return expected < this.parts.minProfit ? "unprofitable" : { expected, cost };
  }

  private dryRun(plan: Plan, gas: bigint, expected: bigint, moment: Moment): Outcome {
    const { log, cooldowns } = this.parts;
    log.info({ duty: plan.duty, plan: plan.purpose, account: plan.account, gas, expected }, "would send");
    cooldowns.start(plan.purpose, "unprofitable", Number(moment.head.timestamp));
    return "dry-run";
  }

  private async send(entry: Entry, fees: Fees, transmitter: Transmitter): Promise<void> {
    const { node, outbox, log, metrics } = this.parts;
    const nonce = nextNonce(await node.transactions(transmitter.signer.address), outbox.open());
    const attempt = await transmitter.sign(entry, nonce, fees, false);
    const sent = outbox.update(entry, { state: "sent", nonce, attempts: [attempt] });
    log.info({ duty: sent.duty, plan: sent.purpose, hash: attempt.hash, nonce, gas: sent.gas }, "sending");
    metrics.transactions.inc({ duty: sent.duty, state: "sent" });
    await transmitter.broadcast(attempt);
  }

  private pause(plan: Plan, cause: Cause, moment: Moment, why?: string): Cause {
    this.parts.cooldowns.start(plan.purpose, cause, Number(moment.head.timestamp));
    if (why !== undefined) this.parts.log.debug({ plan: plan.purpose, why }, "left alone");
    return cause;
  }

  /** One plan that fails is left alone for a while, and stops nothing else. */
  private failed(plan: Plan, error: unknown, now: number): Cause {
    const cause: Cause = isUpstream(error) ? "upstream" : "reverted";
    this.parts.cooldowns.start(plan.purpose, cause, now);
    const decoded = decodeError(error);
    const level = decoded instanceof GasFundsShortError ? "error" : "debug";
    this.parts.log[level]({ duty: plan.duty, plan: plan.purpose, reason: reasonOf(decoded) }, "left alone");
    return cause;
  }
}

/** A sentence, with what it hides behind if it says nothing itself. */
function reasonOf({ shortMessage, details }: GimbalError): string {
  return details === undefined ? shortMessage : `${shortMessage} ${details.slice(0, 200)}`;
}
