import type { Devnet } from "@gimbal/devnet";
import { lenderAccount, positionAccount, readLiquidationJournal } from "@gimbal/sdk";
import { marginEngineAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";
import { type Address, createWalletClient, erc20Abi, erc4626Abi, type Hex, http } from "viem";

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
    const { collateral, debt } = await this.holdings(this.account(slug, side, owner));
    const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
    return { collateral: sum(collateral), debt: sum(debt) };
  }

  /** Health factor of the position, rounded down [wad]; undefined without debt. */
  async health(slug: MarketSlug, side: Side, owner = this.trader): Promise<bigint | undefined> {
    return this.healthOf(this.account(slug, side, owner));
  }

  /** Account of all positions of an owner in the market for cross margin. */
  crossAccount(owner = this.trader): Hex {
    return positionAccount(owner, this.market("cross").id, "long");
  }

  /** What an account holds and owes, by asset index [token units]. */
  async holdings(account: Hex) {
    const [, collateral, debt] = await this.devnet.client.readContract({
      ...this.engine,
      functionName: "position",
      args: [account],
    });
    return { collateral, debt };
  }

  /** Health factor of an account, rounded down [wad]; undefined without debt. */
  async healthOf(account: Hex): Promise<bigint | undefined> {
    const { collateral, debt, margin } = await this.devnet.client.readContract({
      ...this.engine,
      functionName: "health",
      args: [account],
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
    const asset = this.asset(slug, symbol);
    return this.devnet.client.readContract({
      ...this.engine,
      functionName: "sharesOf",
      args: [lenderAccount(owner), market.id, asset.index],
    });
  }

  /** Vault of a reserve, and what an owner has in it, by the vault's own getters. */
  async vault(slug: MarketSlug, symbol: string, owner = this.trader) {
    const address = this.asset(slug, symbol).lendingVault;
    if (address === null) throw new RangeError(`${slug} ${symbol} has no vault`);
    const vault = { address, abi: erc4626Abi } as const;
    const { client } = this.devnet;
    const shares = await client.readContract({ ...vault, functionName: "balanceOf", args: [owner] });
    const [worth, price, maxWithdraw] = await Promise.all([
      client.readContract({ ...vault, functionName: "convertToAssets", args: [shares] }),
      client.readContract({ ...vault, functionName: "convertToAssets", args: [10n ** 24n] }),
      client.readContract({ ...vault, functionName: "maxWithdraw", args: [owner] }),
    ]);
    return { address, shares, worth, price, maxWithdraw };
  }

  /** The lender of the seed takes out what is not lent, until so much is left: the rest is lent out. */
  async drain(slug: MarketSlug, symbol: string, left: bigint): Promise<void> {
    const { client, accounts, rpcUrl } = this.devnet;
    const market = this.market(slug);
    const { index } = this.asset(slug, symbol);
    const { cash, totalAssets, supplyShares } = await client.readContract({
      ...this.engine,
      functionName: "reserve",
      args: [market.id, index],
    });
    const wallet = createWalletClient({
      account: accounts.lender,
      chain: client.chain,
      transport: http(rpcUrl),
    });
    const shares = ((cash - left) * supplyShares) / totalAssets;
    const hash = await wallet.writeContract({
      ...this.engine,
      functionName: "redeem",
      args: [lenderAccount(accounts.lender.address), market.id, index, shares, accounts.lender.address],
    });
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error("the lender could not withdraw");
  }

  /** What lenders are owed, by reserve: in all [token units], and for one share [token units · 1e27]. */
  async claims(): Promise<ReadonlyMap<string, { readonly owed: bigint; readonly perShare: bigint }>> {
    const reserves = this.devnet.deployment.markets.flatMap(({ id, slug, assets }) =>
      assets.map(async ({ index, symbol }) => {
        const { totalAssets, supplyShares } = await this.devnet.client.readContract({
          ...this.engine,
          functionName: "reserve",
          args: [id, index],
        });
        const perShare = (totalAssets * 10n ** 27n) / supplyShares;
        return [`${slug}:${symbol}`, { owed: totalAssets, perShare }] as const;
      }),
    );
    return new Map(await Promise.all(reserves));
  }

  /** Debt of liquidated accounts by who paid it, and what lenders lost [USDC units]; the debts of the test are in USDC. */
  async paid(): Promise<Readonly<Record<string, bigint>>> {
    const { deployment, client } = this.devnet;
    const { past } = await readLiquidationJournal(client, { deployment });
    const sums = { takers: 0n, netting: 0n, backstop: 0n, insurance: 0n, cover: 0n, lenders: 0n };
    const losses = { insurance: "insurance", backstop: "cover", suppliers: "lenders" } as const;
    const closes = { auction: "takers", soft: "takers", netting: "netting", backstop: "backstop" } as const;
    for (const entry of past) {
      if (entry.type === "close") sums[closes[entry.path]] += entry.repaid;
      else sums[losses[entry.step]] += entry.amount;
    }
    return sums;
  }

  async balance(symbol: string, owner = this.trader): Promise<bigint> {
    return this.devnet.client.readContract({
      address: this.token(symbol),
      abi: erc20Abi,
      functionName: "balanceOf",
      args: [owner],
    });
  }

  private market(slug: MarketSlug | "cross") {
    const market = this.devnet.deployment.markets.find((candidate) => candidate.slug === slug);
    if (!market) throw new RangeError(`no market ${slug}`);
    return market;
  }

  private asset(slug: MarketSlug, symbol: string) {
    const asset = this.market(slug).assets.find((candidate) => candidate.symbol === symbol);
    if (!asset) throw new RangeError(`${slug} has no ${symbol}`);
    return asset;
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
