import {
  type Address,
  type Chain,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  type LocalAccount,
  type TransactionReceipt,
  type Transport,
  type WalletClient,
} from "viem";
import { expect } from "vitest";
import { startDevnet } from "../../../devnet/src";
import {
  type AccountId,
  type Call,
  type Deployment,
  decodeError,
  type Plan,
  positionAccounts,
  readSnapshot,
  type Snapshot,
  walletOf,
} from "../../src";

export type Devnet = Awaited<ReturnType<typeof startDevnet>>;

/** A local chain with pools and lenders, and nothing that moves by itself. */
export function startChain(): Promise<Devnet> {
  return startDevnet({ seed: "liquidity", controlPort: false });
}

/** One wallet that reads, previews and sends, as the app does. */
export class Trader {
  readonly devnet: Devnet;
  readonly account: LocalAccount;
  readonly wallet: WalletClient<Transport, Chain, LocalAccount>;

  constructor(devnet: Devnet, account: LocalAccount) {
    this.devnet = devnet;
    this.account = account;
    this.wallet = createWalletClient({ account, chain: devnet.client.chain, transport: http(devnet.rpcUrl) });
  }

  get address(): Address {
    return this.account.address;
  }

  get deployment(): Deployment {
    return this.devnet.deployment;
  }

  snapshot(others: readonly AccountId[] = []): Promise<Snapshot> {
    const { client, deployment } = this.devnet;
    const accounts = [...positionAccounts(this.address, deployment), ...others];
    return readSnapshot(client, { deployment, owner: this.address, accounts });
  }

  /** Sends the approvals and calls of a plan that nothing blocks. */
  async send(plan: Plan<string, unknown, unknown>): Promise<TransactionReceipt> {
    expect(plan.guards.filter((guard) => guard.level === "block")).toEqual([]);
    for (const { token, spender, amount } of plan.approvals) await this.approve(token, spender, amount);
    const [call] = plan.calls;
    if (call === undefined || plan.calls.length !== 1) throw new RangeError("one call was expected");
    return this.transact(call);
  }

  approve(token: Address, spender: Address, amount: bigint): Promise<TransactionReceipt> {
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
    return this.transact({ to: token, data });
  }

  async balance(token: Address): Promise<bigint> {
    return walletOf(await this.snapshot(), token)?.balance ?? 0n;
  }

  /** What the chain says of a call at this block, without sending it: `undefined`, or the error. */
  async refusal(call: Call | undefined) {
    if (call === undefined) throw new RangeError("a call was expected");
    try {
      await this.devnet.client.call({ account: this.account, to: call.to, data: call.data, gas: 3_000_000n });
      return undefined;
    } catch (error) {
      return decodeError(error);
    }
  }

  private async transact({ to, data }: Omit<Call, "value">): Promise<TransactionReceipt> {
    const estimate = await this.devnet.client
      .estimateGas({ account: this.account, to, data })
      .catch((error: unknown) => {
        throw decodeError(error);
      });
    // a pool writes more once time has passed between estimate and block
    return this.receipt(await this.wallet.sendTransaction({ to, data, gas: (estimate * 13n) / 10n }));
  }

  private async receipt(hash: Hex): Promise<TransactionReceipt> {
    const receipt = await this.devnet.client.waitForTransactionReceipt({ hash });
    expect(receipt.status).toBe("success");
    return receipt;
  }
}
