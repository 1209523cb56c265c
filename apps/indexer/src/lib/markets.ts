import type { DeployedMarket, Deployment } from "@gimbal/sdk";
import type { Address, Hex } from "viem";
import { deployment } from "./settings";

/** A base asset of a market, as the history of an account in it needs it. */
export interface Base {
  readonly index: number;
  readonly token: Address;
  readonly decimals: number;
  readonly quoteToken: Address;
  readonly pool: Hex | undefined;
  /** [1e-6] */
  readonly poolFee: bigint;
}

/** A pool in which base assets trade against the quote asset. */
export interface Pool {
  readonly address: Hex;
  readonly baseIsToken0: boolean;
  readonly baseDecimals: number;
}

/** Every pool once. */
export function poolsOf({ markets }: Pick<Deployment, "markets">): readonly Pool[] {
  const pools = new Map<Hex, Pool>();
  for (const market of markets)
    for (const { pool, token, quoteToken, decimals } of basesOf(market))
      if (pool !== undefined)
        pools.set(pool, {
          address: pool,
          baseIsToken0: BigInt(token) < BigInt(quoteToken),
          baseDecimals: decimals,
        });
  return [...pools.values()];
}

/** Assets 1 and up: what a position can be about. */
export function basesOf({ assets }: DeployedMarket): readonly Base[] {
  const [quote, ...others] = assets;
  if (quote === undefined) return [];
  return others.map(({ index, address, decimals, pool, poolFee }) => ({
    index,
    token: address,
    decimals,
    quoteToken: quote.address,
    pool: pool === null ? undefined : (pool.toLowerCase() as Hex),
    poolFee: BigInt(poolFee ?? 0),
  }));
}

const bases = new Map(deployment.markets.map((market) => [market.id, basesOf(market)]));
const pools = new Map(poolsOf(deployment).map((pool) => [pool.address, pool]));

/** Bases of a market; none if the deployment does not know it. */
export function basesOfMarket(id: number): readonly Base[] {
  return bases.get(id) ?? [];
}

export function poolAt(address: Address): Pool | undefined {
  return pools.get(address.toLowerCase() as Hex);
}

/** Who acts on accounts of others, in lower case: the routers, and the mover of positions. */
export const ROUTER = deployment.contracts.tradeRouter.toLowerCase();
export const POSITION_ROUTER = deployment.contracts.positionRouter.toLowerCase();
export const ACCOUNT_MOVER = deployment.contracts.accountMover.toLowerCase();

/** Whether all that an account of the market does is about one base asset. */
export function isIsolated(id: number): boolean {
  return basesOfMarket(id).length === 1;
}
