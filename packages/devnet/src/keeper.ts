import type { Deployment } from "@gimbal/sdk";
import { lensAbi, marginEngineAbi } from "@gimbal/sdk/abis";
import type { Hex } from "viem";
import type { Clients } from "./clients";
import { liquidate, mark, quote, sellable, takeOver } from "./liquidation";
import { net } from "./netting";

/** Of an unhealthy account, in `quoteLiquidation`. */
const AUCTION = 2;

/**
 * Starts the auction of what is unhealthy and has it closed one look later, so that a person sees it unhealthy first: by
 * a taker, as far as the pools buy what he seizes; against opposite accounts; by the backstop. What nobody takes now is
 * tried again at the next look.
 */
export class Keeper {
  private readonly clients: Clients;
  private readonly deployment: Deployment;
  private readonly accounts = new Set<Hex>();
  private unhealthy: ReadonlySet<Hex> = new Set();
  private nextBlock = 0n;

  constructor(clients: Clients, deployment: Deployment) {
    this.clients = clients;
    this.deployment = deployment;
  }

  /** Looks at every account; returns a line for each that was unhealthy at the last look as well. */
  async look(): Promise<readonly string[]> {
    await this.discover();
    const unhealthy = await this.findUnhealthy();
    const due = unhealthy.filter((account) => this.unhealthy.has(account));
    if (unhealthy.length > 0) await mark(this.clients, this.deployment, unhealthy);
    const lines: string[] = [];
    for (const account of due) lines.push(...(await this.close(account)));
    this.unhealthy = new Set(unhealthy);
    return lines;
  }

  /** One account that nobody can take must not keep the others, nor the market, waiting. */
  private async close(account: Hex): Promise<readonly string[]> {
    const lines: string[] = [];
    let failure: unknown = "it is not due, and no pool buys it";
    for (const step of [this.take, this.net, this.handOver]) {
      try {
        const line = await step.call(this, account);
        if (line !== undefined) lines.push(line);
      } catch (error) {
        failure = error;
      }
    }
    return lines.length === 0 ? [`nobody takes ${account} yet: ${String(failure)}`] : lines;
  }

  private async take(account: Hex): Promise<string | undefined> {
    const asked = await quote(this.clients, this.deployment, account);
    if (asked?.zone !== AUCTION || asked.seized === 0n) return undefined;
    const most = await sellable(this.clients, asked);
    if (most < asked.repaid) {
      await liquidate(this.clients, this.deployment, account, most);
      return `liquidated ${account} as far as the pools bear`;
    }
    await liquidate(this.clients, this.deployment, account);
    return `liquidated ${account}`;
  }

  private async net(account: Hex): Promise<string | undefined> {
    const asked = await quote(this.clients, this.deployment, account);
    if (asked?.zone !== AUCTION) return undefined;
    const hash = await net(this.clients, this.deployment, account, this.accounts);
    return hash === undefined ? undefined : `netted ${account}`;
  }

  private async handOver(account: Hex): Promise<string | undefined> {
    const asked = await quote(this.clients, this.deployment, account);
    if (asked?.zone !== AUCTION || !asked.backstopDue) return undefined;
    await takeOver(this.clients, this.deployment, account);
    return `${account} went to the backstop`;
  }

  /** Accounts that have acted since the last look. */
  private async discover(): Promise<void> {
    const toBlock = await this.clients.client.getBlockNumber();
    if (toBlock < this.nextBlock) return;
    const logs = await this.clients.client.getContractEvents({
      address: this.deployment.contracts.marginEngine,
      abi: marginEngineAbi,
      eventName: "Adjust",
      fromBlock: this.nextBlock,
      toBlock,
      strict: true,
    });
    for (const { args } of logs) this.accounts.add(args.account);
    this.nextBlock = toBlock + 1n;
  }

  private async findUnhealthy(): Promise<readonly Hex[]> {
    const views = await this.clients.client.readContract({
      address: this.deployment.contracts.lens,
      abi: lensAbi,
      functionName: "accounts",
      args: [[...this.accounts]],
    });
    return views
      .filter(
        ({ priced, maintenance: { collateral, debt, margin } }) =>
          priced && debt > 0n && collateral < debt + margin,
      )
      .map(({ account }) => account);
  }
}
