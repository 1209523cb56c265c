import type { Devnet } from "@gimbal/devnet";
import { lenderAccount, positionAccount } from "@gimbal/sdk";
import { marginEngineAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";
import { type Address, erc20Abi, type Hex } from "viem";

const WAD = 10n ** 18n;

export type MarketSlug = "eth-usdc" | "btc-usdc" | "link-usdc";
export type Side = "long" | "short";

/** What the contracts say, in the words of a test. */
export class Chain {
  constructor(private readonly devnet: Devnet) {}

  get trader(): Address {
    return this.devnet.accounts.traders[0].address;
  }

  /** Account of an owner's position in an isolated market. */
  account(slug: MarketSlug, side: Side, owner = this.trader): Hex {
    return positionAccount(owner, this.market(slug).id, side);
  }

  /** Collateral and debt of the position [token units]. */
  async position(slug: MarketSlug, side: Side, owner = this.trader) {
    const [, collateral, debt] = await this.devnet.client.readContract({
      ...this.engine,
      functionName: "position",
      args: [this.account(slug, side, owner)],
    });
    const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
    return { collateral: sum(collateral), debt: sum(debt) };
  }

  /** Health factor of the position, rounded down [wad]; undefined without debt. */
  async health(slug: MarketSlug, side: Side, owner = this.trader): Promise<bigint | undefined> {
    const { collateral, debt, margin } = await this.devnet.client.readContract({
      ...this.engine,
      functionName: "health",
      args: [this.account(slug, side, owner)],
    });
    return debt === 0n ? undefined : ((collateral - margin) * WAD) / debt;
  }

  /** Auction clock and choices of an account. */
  async auction(account: Hex) {
    return this.devnet.client.readContract({
      address: this.devnet.deployment.contracts.marginEngine,
      abi: marginEngineLiquidationAbi,
      functionName: "auction",
      args: [account],
    });
  }

  /** Supply shares of an owner. */
  async shares(slug: MarketSlug, symbol: string, owner = this.trader): Promise<bigint> {
    const market = this.market(slug);
    const asset = market.assets.find((candidate) => candidate.symbol === symbol);
    if (!asset) throw new RangeError(`${slug} has no ${symbol}`);
    return this.devnet.client.readContract({
      ...this.engine,
      functionName: "sharesOf",
      args: [lenderAccount(owner), market.id, asset.index],
    });
  }

  async balance(symbol: string, owner = this.trader): Promise<bigint> {
    return this.devnet.client.readContract({
      address: this.token(symbol),
      abi: erc20Abi,
      functionName: "balanceOf",
      args: [owner],
    });
  }

  private market(slug: MarketSlug) {
    const market = this.devnet.deployment.markets.find((candidate) => candidate.slug === slug);
    if (!market) throw new RangeError(`no market ${slug}`);
    return market;
  }

  private token(symbol: string): Address {
    const assets = this.devnet.deployment.markets.flatMap((market) => market.assets);
    const asset = assets.find((candidate) => candidate.symbol === symbol);
    if (!asset) throw new RangeError(`no token ${symbol}`);
    return asset.address;
  }

  private get engine() {
    return { address: this.devnet.deployment.contracts.marginEngine, abi: marginEngineAbi } as const;
  }
}
