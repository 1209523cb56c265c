import type { Devnet } from "@gimbal/devnet";
import {
  type AccountId,
  addCollateral,
  borrow,
  openPosition,
  type Plan,
  positionAccount,
  readOperator,
  readSnapshot,
  setOperator,
  spareAccount,
} from "@gimbal/sdk";
import { marginEngineAbi } from "@gimbal/sdk/abis";
import { createWalletClient, encodeFunctionData, erc20Abi, type Hex, http } from "viem";

const CROSS = "cross";

/** The sub-accounts of the trader: set up with the SDK, read from the contracts. */
export class Accounts {
  constructor(private readonly devnet: Devnet) {}

  get cross(): AccountId {
    return positionAccount(this.trader.address, this.market(CROSS), "long");
  }

  /** A further account of a market. */
  spare(slug: string, number: number): AccountId {
    return spareAccount(this.trader.address, this.market(slug), number);
  }

  /** Fills the cross account with ETH [wei], and lets it owe USDC [token units]. */
  async openCross(collateral: bigint, debt: bigint): Promise<void> {
    const market = this.market(CROSS);
    const account = this.cross;
    await this.send(
      addCollateral({ snapshot: await this.snapshot(), account, market, asset: 1, amount: collateral }),
    );
    if (debt === 0n) return;
    await this.send(borrow({ snapshot: await this.snapshot(), account, market, asset: 0, amount: debt }));
  }

  /** Opens a threefold long of the ETH market with this much USDC [token units]. */
  async openLong(equity: bigint): Promise<void> {
    const snapshot = await this.snapshot();
    const terms = { market: this.market("eth-usdc"), side: "long", leverage: 3n * 10n ** 18n } as const;
    const deadline = snapshot.timestamp + 3_600n;
    await this.send(openPosition({ snapshot, ...terms, equity, slippage: 100n, deadline }));
  }

  /** What an account holds and owes, by asset index, as the engine says. */
  async amounts(account: AccountId) {
    const [market, collateral, debt] = await this.devnet.client.readContract({
      address: this.devnet.deployment.contracts.marginEngine,
      abi: marginEngineAbi,
      functionName: "position",
      args: [account],
    });
    return { market, collateral, debt };
  }

  /** Whether the account mover may act. */
  moverAllowed(): Promise<boolean> {
    const { client, deployment } = this.devnet;
    return readOperator(client, { deployment, owner: this.trader.address });
  }

  /** Lets the account mover act. */
  async allowMover(): Promise<void> {
    const operator = this.devnet.deployment.contracts.accountMover;
    await this.send(setOperator({ snapshot: await this.snapshot(), operator, approved: true }));
  }

  /** Whether transactions are mined as they come; else with `mine`. */
  async automine(on: boolean): Promise<void> {
    await this.devnet.client.request({ method: "evm_setAutomine", params: [on] } as never);
  }

  async mine(): Promise<void> {
    await this.devnet.client.request({ method: "evm_mine", params: [] } as never);
  }

  private get trader() {
    return this.devnet.accounts.traders[0];
  }

  private market(slug: string): number {
    const market = this.devnet.deployment.markets.find((candidate) => candidate.slug === slug);
    if (!market) throw new RangeError(`no market ${slug}`);
    return market.id;
  }

  private snapshot() {
    const { client, deployment } = this.devnet;
    return readSnapshot(client, { deployment, owner: this.trader.address });
  }

  private async send(plan: Plan<string, unknown, unknown>): Promise<void> {
    const blocking = plan.guards.find(({ level }) => level === "block");
    if (blocking) throw new Error(blocking.message);
    for (const { token, spender, amount } of plan.approvals) {
      const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
      await this.transact(token, data);
    }
    for (const { to, data } of plan.calls) await this.transact(to, data);
  }

  private async transact(to: Hex, data: Hex): Promise<void> {
    const { client, rpcUrl } = this.devnet;
    const wallet = createWalletClient({ account: this.trader, transport: http(rpcUrl) });
    const hash = await wallet.sendTransaction({ chain: null, to, data, gas: 3_000_000n });
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error(`${to} refused the setup`);
  }
}
