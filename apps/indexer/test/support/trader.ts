import type { Devnet } from "@gimbal/devnet";
import { type AccountId, type Plan, positionAccounts, readSnapshot, type Snapshot } from "@gimbal/sdk";
import {
  type Address,
  type Chain,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  type LocalAccount,
  type Transport,
  type WalletClient,
} from "viem";
import { SupportError } from "./errors";

/** One wallet that reads and sends, as the app does. */
export class Trader {
  readonly account: LocalAccount;
  private readonly devnet: Devnet;
  private readonly wallet: WalletClient<Transport, Chain, LocalAccount>;

  constructor(devnet: Devnet, account: LocalAccount) {
    this.devnet = devnet;
    this.account = account;
    this.wallet = createWalletClient({ account, chain: devnet.client.chain, transport: http(devnet.rpcUrl) });
  }

  get address(): Address {
    return this.account.address;
  }

  snapshot(others: readonly AccountId[] = []): Promise<Snapshot> {
    const { client, deployment } = this.devnet;
    const accounts = [...positionAccounts(this.address, deployment), ...others];
    return readSnapshot(client, { deployment, owner: this.address, accounts });
  }

  async deadline(): Promise<bigint> {
    return (await this.devnet.client.getBlock()).timestamp + 600n;
  }

  /** Sends the approvals and calls of a plan. */
  async send(plan: Plan<string, unknown, unknown>): Promise<void> {
    const blocked = plan.guards.filter(({ level }) => level === "block");
    if (blocked.length > 0)
      throw new SupportError(`${plan.action.type}: ${JSON.stringify(blocked.map((g) => g.message))}`);
    for (const { token, spender, amount } of plan.approvals)
      await this.transact(
        token,
        encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] }),
      );
    for (const { to, data } of plan.calls) await this.transact(to, data);
  }

  async transact(to: Address, data: Hex): Promise<void> {
    const hash = await this.wallet.sendTransaction({ to, data, gas: 4_000_000n });
    const { status } = await this.devnet.client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new SupportError(`A transaction of ${this.address} failed: ${hash}`);
  }
}
