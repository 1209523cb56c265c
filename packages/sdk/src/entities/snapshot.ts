import { type Address, isAddressEqual } from "viem";
import {
  AccountMissingError,
  AssetUnknownError,
  MarketUnknownError,
  PoolUnknownError,
} from "../errors/input";
import { position } from "../math/position";
import type {
  AccountId,
  AccountState,
  AssetState,
  LenderState,
  MarketState,
  PoolState,
  Position,
  Snapshot,
  WalletState,
} from "../types";

/**
 * Market of a snapshot.
 *
 * @param snapshot Snapshot.
 * @param market Id or slug.
 * @throws {MarketUnknownError} when the snapshot has no such market.
 *
 * @example
 * const market = marketOf(snapshot, "eth-usdc");
 */
export function marketOf(snapshot: Snapshot, market: number | string): MarketState {
  const found = snapshot.markets.find((m) =>
    typeof market === "number" ? m.id === market : m.slug === market,
  );
  if (found === undefined) throw new MarketUnknownError(market);
  return found;
}

/**
 * Asset of a market of a snapshot.
 *
 * @param snapshot Snapshot.
 * @param market Id or slug.
 * @param asset Asset index.
 * @throws {MarketUnknownError} when the snapshot has no such market.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const eth = assetOf(snapshot, "eth-usdc", 1);
 */
export function assetOf(snapshot: Snapshot, market: number | string, asset: number): AssetState {
  const found = marketOf(snapshot, market);
  const state = found.assets[asset];
  if (state === undefined) throw new AssetUnknownError(found.slug, asset);
  return state;
}

/**
 * Pool in which the base asset trades against the quote asset.
 *
 * @param snapshot Snapshot.
 * @param market Id or slug.
 * @param base Index of the base asset.
 * @throws {PoolUnknownError} when the asset has no pool, or none was read.
 *
 * @example
 * const pool = poolOf(snapshot, "eth-usdc");
 */
export function poolOf(snapshot: Snapshot, market: number | string, base = 1): PoolState {
  const asset = assetOf(snapshot, market, base);
  const { pool } = asset.deployed;
  const found = pool === null ? undefined : snapshot.pools.find((p) => isAddressEqual(p.address, pool));
  if (found === undefined) throw new PoolUnknownError(asset.symbol);
  return found;
}

/**
 * Account of a snapshot.
 *
 * @param snapshot Snapshot.
 * @param account Account id.
 * @throws {AccountMissingError} when the snapshot was read without it.
 *
 * @example
 * const account = accountOf(snapshot, positionAccount(owner, 1, "long"));
 */
export function accountOf(snapshot: Snapshot, account: AccountId): AccountState {
  const found = snapshot.accounts.find((a) => a.id.toLowerCase() === account.toLowerCase());
  if (found === undefined) throw new AccountMissingError(account);
  return found;
}

/**
 * Balance and allowances of the owner in one token.
 *
 * @param snapshot Snapshot.
 * @param token Token.
 * @returns The wallet's state, undefined if the snapshot has no owner.
 *
 * @example
 * const balance = walletOf(snapshot, usdc.token)?.balance;
 */
export function walletOf(snapshot: Snapshot, token: Address): WalletState | undefined {
  return snapshot.wallet.find((w) => isAddressEqual(w.token, token));
}

/**
 * What the owner has lent to one reserve.
 *
 * @param snapshot Snapshot.
 * @param market Market id.
 * @param asset Asset index.
 * @returns The loan, undefined if the snapshot has no owner.
 *
 * @example
 * const lent = lenderOf(snapshot, 1, 0)?.assets;
 */
export function lenderOf(snapshot: Snapshot, market: number, asset: number): LenderState | undefined {
  return snapshot.lender.find((l) => l.market === market && l.asset === asset);
}

/**
 * An account as a trader sees it: side, size, equity, leverage, health, liquidation price and rate.
 *
 * @param snapshot Snapshot.
 * @param account Account id.
 * @param base Index of the asset it is about; the largest exposure when left out.
 * @returns The position, undefined if the account is empty.
 * @throws {AccountMissingError} when the snapshot was read without it.
 *
 * @example
 * const health = positionOf(snapshot, account)?.health;
 */
export function positionOf(snapshot: Snapshot, account: AccountId, base?: number): Position | undefined {
  const state = accountOf(snapshot, account);
  return state.market === 0 ? undefined : position(marketOf(snapshot, state.market), state.id, state, base);
}

/**
 * Every account of the snapshot that holds or owes something.
 *
 * @param snapshot Snapshot.
 * @returns Positions in the order of the accounts.
 *
 * @example
 * const open = positionsOf(snapshot).length;
 */
export function positionsOf(snapshot: Snapshot): readonly Position[] {
  return snapshot.accounts.flatMap((account) => {
    if (account.market === 0 || !snapshot.markets.some((m) => m.id === account.market)) return [];
    return positionOf(snapshot, account.id) ?? [];
  });
}
