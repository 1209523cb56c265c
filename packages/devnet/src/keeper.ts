import type { Deployment } from "@gimbal/sdk";
import { lensAbi, marginEngineAbi } from "@gimbal/sdk/abis";
import type { Hex } from "viem";
import type { Clients } from "./clients";
import { liquidate } from "./liquidation";

/** Liquidates what is unhealthy, as a keeper would, but one look later: so that a person sees it unhealthy first. */
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

  /** Looks at every account; returns those that were unhealthy at the last look as well, and liquidated now. */
  async look(): Promise<readonly Hex[]> {
    await this.discover();
    const unhealthy = await this.findUnhealthy();
    const due = unhealthy.filter((account) => this.unhealthy.has(account));
    for (const account of due) await liquidate(this.clients, this.deployment, account);
    this.unhealthy = new Set(unhealthy);
    return due;
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
