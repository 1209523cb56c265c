import type { Devnet } from "@gimbal/devnet";
import { closePosition, lenderAccount, openPosition, positionAccount, positionOf, WAD } from "@gimbal/sdk";
import { marginEngineAbi } from "@gimbal/sdk/abis";
import { encodeFunctionData, erc20Abi, maxUint256 } from "viem";
import { SupportError } from "./errors";
import { Trader } from "./trader";

const USDC = 1_000_000n;

/** One transaction after the other, drawn from a seed: each mines one block with events of the protocol. */
export class RandomActions {
  private readonly devnet: Devnet;
  private readonly traders: readonly Trader[];
  private state: number;

  constructor(devnet: Devnet, seed: number) {
    this.devnet = devnet;
    this.traders = devnet.accounts.traders.map((account) => new Trader(devnet, account));
    this.state = seed;
  }

  /** Tokens, allowances and something to borrow. */
  async prepare(): Promise<void> {
    const { deployment } = this.devnet;
    const lender = new Trader(this.devnet, this.devnet.accounts.lender);
    for (const trader of [...this.traders, lender])
      for (const [symbol, amount] of [["USDC", 1_000_000n * USDC] as const, ["ETH", 500n * WAD] as const]) {
        await this.devnet.mint(symbol, trader.address, amount);
        const token = deployment.markets[0]?.assets.find((asset) => asset.symbol === symbol)?.address;
        if (token === undefined) throw new SupportError(`there is no ${symbol}`);
        for (const spender of [deployment.contracts.marginEngine, deployment.contracts.tradeRouter])
          await trader.transact(
            token,
            encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, maxUint256] }),
          );
      }
    for (const [asset, amount] of [[0, 500_000n * USDC] as const, [1, 200n * WAD] as const])
      await this.engine(lender, "supply", [lenderAccount(lender.address), 1, asset, amount]);
  }

  async next(): Promise<void> {
    const trader = this.traders[this.below(this.traders.length)] as Trader;
    const account = positionAccount(trader.address, 1, "long");
    const amount = BigInt(1 + this.below(1_000));
    switch (this.below(5)) {
      case 0:
        return this.engine(trader, "supply", [lenderAccount(trader.address), 1, 0, amount * USDC]);
      case 1:
        return this.engine(trader, "deposit", [account, 1, 1, amount * (WAD / 1_000n)]);
      case 2:
        return this.engine(trader, "accrue", [1, this.below(2)]);
      default:
        return this.trade(trader);
    }
  }

  /** Opens a short, or closes the one that is open. */
  private async trade(trader: Trader): Promise<void> {
    const snapshot = await trader.snapshot();
    const parameters = {
      snapshot,
      market: 1,
      side: "short",
      slippage: 300n,
      deadline: await trader.deadline(),
    } as const;
    if (positionOf(snapshot, positionAccount(trader.address, 1, "short")) !== undefined)
      return trader.send(closePosition(parameters));
    return trader.send(
      openPosition({ ...parameters, equity: BigInt(500 + this.below(500)) * USDC, leverage: 2n * WAD }),
    );
  }

  private engine(trader: Trader, functionName: string, args: readonly unknown[]): Promise<void> {
    const call = { abi: marginEngineAbi, functionName, args } as Parameters<typeof encodeFunctionData>[0];
    return trader.transact(this.devnet.deployment.contracts.marginEngine, encodeFunctionData(call));
  }

  /** A linear congruential generator is random enough to vary what happens. */
  private below(bound: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * bound);
  }
}
