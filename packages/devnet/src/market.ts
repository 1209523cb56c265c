import { convert, sqrtPriceX96 } from "@gimbal/contracts/deployment";
import type { Deployment } from "@gimbal/sdk";
import { type Address, encodeFunctionData, maxUint256 } from "viem";
import { aggregatorAbi, feedAbi, poolAbi, swapRouterAbi, tokenAbi } from "./abis";
import { assetOf, DRIVEN_ASSETS, type TradedAsset, tradedAssetOf } from "./assets";
import { type BlockPlan, BlockSender, type DriverCall } from "./block";
import { type Clients, devnetAccounts } from "./clients";
import type { DrivenAsset } from "./types";

/** Prices of feeds [10^−8 USD]. */
export type Prices = ReadonlyMap<DrivenAsset, bigint>;

/** One answer of some feeds; at `timestamp` [unix seconds] if given. */
export interface Round {
  readonly prices: ReadonlyMap<string, bigint>;
  readonly timestamp?: bigint;
  /** What happens in the same block, after the answers. */
  readonly then?: DriverCall | undefined;
}

/** Value the driver keeps of every token, so that it can trade any pool to any price [USD]. */
const WAR_CHEST = 100_000_000_000n;
/** More than any pool takes before it reaches its limit price. */
const ANY_AMOUNT = 10n ** 40n;

/** The price path of the chain: answers the feeds and trades the pools, as oracle nodes and arbitrageurs would. */
export class Market {
  private readonly clients: Clients;
  private readonly deployment: Deployment;
  private readonly sender: BlockSender;
  private readonly driver = devnetAccounts.driver.address;
  private readonly aggregators = new Map<string, Address>();

  constructor(clients: Clients, deployment: Deployment, automine: boolean) {
    this.clients = clients;
    this.deployment = deployment;
    this.sender = new BlockSender(clients, automine);
  }

  /** Gives the driver what it trades with. Once, before the first trade. */
  async prepare(): Promise<void> {
    const usdc = { decimals: assetOf(this.deployment, "USDC").decimals, price: await this.answer("USDC") };
    const amount = WAR_CHEST * 10n ** BigInt(usdc.decimals);
    const to = this.driver;
    const spender = this.deployment.contracts.uniswapSwapRouter;
    const mints: DriverCall[] = [];
    const approvals: DriverCall[] = [];
    for (const symbol of ["USDC", ...DRIVEN_ASSETS]) {
      const { address, decimals } = assetOf(this.deployment, symbol);
      const price = await this.answer(symbol);
      const args = [to, convert(amount, usdc, { decimals, price })] as const;
      mints.push({
        what: `Minting ${symbol}`,
        to: address,
        data: encodeFunctionData({ abi: tokenAbi, functionName: "mint", args }),
      });
      approvals.push({
        what: `Approving ${symbol}`,
        to: address,
        data: encodeFunctionData({ abi: tokenAbi, functionName: "approve", args: [spender, maxUint256] }),
      });
    }
    await this.sender.send(devnetAccounts.admin.address, mints);
    await this.sender.send(this.driver, approvals);
  }

  /** Last answer of a feed [10^−8 USD]. */
  answer(symbol: string): Promise<bigint> {
    const { feed } = assetOf(this.deployment, symbol);
    return this.clients.client.readContract({ address: feed, abi: feedAbi, functionName: "latestAnswer" });
  }

  async prices(): Promise<Prices> {
    const entries = DRIVEN_ASSETS.map(async (asset) => [asset, await this.answer(asset)] as const);
    return new Map(await Promise.all(entries));
  }

  /** Publishes prices without trading, in one block. */
  publish(prices: ReadonlyMap<string, bigint>): Promise<void> {
    return this.publishSeries([{ prices }]);
  }

  /** Publishes one round of prices after the other, each in a block of its own. */
  async publishSeries(rounds: readonly Round[]): Promise<void> {
    const next = new Map<string, bigint>();
    const blocks: BlockPlan[] = [];
    for (const { prices, timestamp, then } of rounds) {
      const calls: DriverCall[] = [];
      for (const [symbol, price] of prices) {
        const aggregator = await this.aggregatorOf(symbol);
        const round = next.get(symbol) ?? (await this.latestRound(aggregator)) + 1n;
        next.set(symbol, round + 1n);
        calls.push(submission(symbol, aggregator, round, price));
      }
      if (then !== undefined) calls.push(then);
      blocks.push({ calls, ...(timestamp === undefined ? {} : { timestamp }) });
    }
    await this.sender.sendSeries(this.driver, blocks);
  }

  /** Publishes every feed at its price, as a heartbeat does; at `timestamp` if given. */
  async republish(timestamp?: bigint): Promise<void> {
    const answers = ["USDC", ...DRIVEN_ASSETS].map(
      async (symbol) => [symbol, await this.answer(symbol)] as const,
    );
    const prices = new Map(await Promise.all(answers));
    await this.publishSeries([{ prices, ...(timestamp === undefined ? {} : { timestamp }) }]);
  }

  /** Publishes prices and trades the pools to them, in one block. */
  async move(prices: Prices): Promise<void> {
    const quote = await this.answer("USDC");
    const trades = [...prices].map(([symbol, price]) =>
      this.trade(tradedAssetOf(this.deployment, symbol), price, quote),
    );
    const calls = [...(await this.submissions(prices)), ...(await Promise.all(trades)).flat()];
    await this.sender.send(this.driver, calls);
  }

  private async submissions(prices: ReadonlyMap<string, bigint>): Promise<readonly DriverCall[]> {
    const calls = [...prices].map(async ([symbol, price]) => {
      const aggregator = await this.aggregatorOf(symbol);
      return submission(symbol, aggregator, (await this.latestRound(aggregator)) + 1n, price);
    });
    return Promise.all(calls);
  }

  private latestRound(aggregator: Address): Promise<bigint> {
    const { client } = this.clients;
    return client.readContract({ address: aggregator, abi: aggregatorAbi, functionName: "latestRound" });
  }

  /** The aggregator behind the proxy of a feed; it never changes here. */
  private async aggregatorOf(symbol: string): Promise<Address> {
    const { feed } = assetOf(this.deployment, symbol);
    const known = this.aggregators.get(feed);
    if (known) return known;
    const address = await this.clients.client.readContract({
      address: feed,
      abi: feedAbi,
      functionName: "aggregator",
    });
    this.aggregators.set(feed, address);
    return address;
  }

  /** A swap that ends exactly at the price; none if the pool is there. */
  private async trade(asset: TradedAsset, price: bigint, quotePrice: bigint): Promise<readonly DriverCall[]> {
    const quote = assetOf(this.deployment, "USDC");
    const { client } = this.clients;
    const base = { address: asset.address, decimals: asset.decimals, price };
    const other = { address: quote.address, decimals: quote.decimals, price: quotePrice };
    const [token0, token1] =
      base.address.toLowerCase() < other.address.toLowerCase() ? [base, other] : [other, base];
    const target = sqrtPriceX96(token0, token1);
    const [current] = await client.readContract({ address: asset.pool, abi: poolAbi, functionName: "slot0" });
    if (current === target) return [];
    const [tokenIn, tokenOut] = target < current ? [token0, token1] : [token1, token0];
    const data = encodeFunctionData({
      abi: swapRouterAbi,
      functionName: "exactInputSingle",
      args: [
        {
          tokenIn: tokenIn.address,
          tokenOut: tokenOut.address,
          fee: asset.poolFee,
          recipient: this.driver,
          deadline: maxUint256,
          amountIn: ANY_AMOUNT,
          amountOutMinimum: 0n,
          sqrtPriceLimitX96: target,
        },
      ],
    });
    return [{ what: `Trading ${asset.symbol}`, to: this.deployment.contracts.uniswapSwapRouter, data }];
  }
}

function submission(symbol: string, aggregator: Address, round: bigint, price: bigint): DriverCall {
  const data = encodeFunctionData({ abi: aggregatorAbi, functionName: "submit", args: [round, price] });
  return { what: `Publishing ${symbol}`, to: aggregator, data };
}
