import type { Deployment } from "@gimbal/sdk";
import type { Address, Chain, Hex, LocalAccount, PublicClient, TestClient, Transport } from "viem";

/** Assets whose price the driver moves; USDC stays at one dollar. */
export type DrivenAsset = "ETH" | "BTC" | "LINK";

/** Where the liquidity of an asset's pool is: in the pool, or out of it but for a sliver that keeps it trading. */
export type LiquiditySide = "in" | "out";

/** `none`: contracts only. `liquidity`: pools, lenders and price history. `traders`: open positions as well. */
export type Seed = "none" | "liquidity" | "traders";

export interface DevnetOptions {
  /** Port of the chain; a free one when left out. */
  readonly port?: number;
  /** Port of the control endpoint; a free one when left out, none when `false`. */
  readonly controlPort?: number | false;
  /** Origin of the web app, the only one a browser may call the control endpoint from. */
  readonly webOrigin?: string;
  /** Seconds between blocks; every transaction mines its own block when left out. */
  readonly blockTime?: number;
  /** Default `traders`. */
  readonly seed?: Seed;
  /** Seconds between two steps of the random walk of prices; prices move by command alone when left out. */
  readonly driveEvery?: number;
  /** Liquidates unhealthy accounts in the steps of the walk; `driveEvery` must be given. */
  readonly keeper?: boolean;
  /** Where the deployment is written; not written when left out. */
  readonly manifestFolder?: string;
  /** Hears one line per step of the start. */
  readonly onProgress?: (line: string) => void;
}

/** The public development accounts of anvil, by what they do here. */
export interface DevnetAccounts {
  readonly admin: LocalAccount;
  readonly traders: readonly [LocalAccount, LocalAccount, LocalAccount];
  readonly lender: LocalAccount;
  readonly liquidator: LocalAccount;
  readonly driver: LocalAccount;
  readonly guardian: LocalAccount;
}

export interface ShockParameters {
  readonly asset: DrivenAsset;
  /** Change of the price in percent, e.g. −20. */
  readonly percent: number;
}

export interface ChainTime {
  readonly blockNumber: bigint;
  readonly timestamp: bigint;
}

/** A running local chain with everything deployed, and the levers of its market. */
export interface Devnet {
  readonly rpcUrl: string;
  readonly controlUrl: string | undefined;
  readonly deployment: Deployment;
  readonly accounts: DevnetAccounts;
  readonly client: PublicClient<Transport, Chain>;
  readonly test: TestClient<"anvil", Transport, Chain>;
  /** Price of the feed [USD, 8 decimals]. */
  price(asset: DrivenAsset): Promise<bigint>;
  /** Sets the feed, trades the pools to the price, and moves time by the TWAP window so that both sources agree. */
  setPrice(asset: DrivenAsset, price: bigint): Promise<ChainTime>;
  /** `setPrice` relative to the price now. */
  shock(parameters: ShockParameters): Promise<ChainTime>;
  /** Where the liquidity of an asset's pool is. */
  liquidity(asset: DrivenAsset): Promise<LiquiditySide>;
  /** Pulls the liquidity out of an asset's pool, all but 0.5 %, or puts it back; moves time by the TWAP window. */
  setLiquidity(asset: DrivenAsset, side: LiquiditySide): Promise<ChainTime>;
  /** Publishes a price without trading the pools: the sources then disagree. */
  publish(asset: DrivenAsset, price: bigint): Promise<ChainTime>;
  /** Publishes every feed at its price, as a heartbeat does. */
  refresh(): Promise<ChainTime>;
  /** Moves chain time forward, publishes every feed so that prices stay fresh, and mines. */
  travel(seconds: number): Promise<ChainTime>;
  /** One round of the risk keeper: samples volatility and depth and carries them into the margins. */
  sampleRisk(): Promise<ChainTime>;
  /** One look of the liquidation keeper, whether or not it looks by itself; a line for each thing it did. */
  keep(): Promise<readonly string[]>;
  /** Moves chain time forward and mines, nothing else: feeds grow stale. */
  elapse(seconds: number): Promise<ChainTime>;
  mine(blocks?: number): Promise<ChainTime>;
  /** The newest block. */
  chainTime(): Promise<ChainTime>;
  /** Gives test tokens (`USDC`, `ETH`, `BTC`, `LINK`), any amount [token units]. */
  mint(symbol: DrivenAsset | "USDC", to: Address, amount: bigint): Promise<Hex>;
  /** Liquidates an account from the liquidator's wallet as far as the engine allows. */
  liquidate(account: Hex): Promise<Hex>;
  snapshot(): Promise<Hex>;
  /** Returns to a snapshot, which is used up by it; throws if it is unknown. */
  revert(snapshot: Hex): Promise<void>;
  /** Resolves when the chain has ended, whoever ended it. */
  readonly exited: Promise<void>;
  /** Stops the driver, the control endpoint and the chain. */
  stop(): Promise<void>;
}
