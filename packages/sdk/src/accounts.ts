import { type Address, getAddress, type Hex, numberToHex, size, slice } from "viem";
import type { Deployment } from "./deployments/types";
import type { AccountId, Side } from "./types";

/**
 * Account of an owner by its index.
 *
 * @param owner Owner of the account.
 * @param index Index of the account among the owner's.
 * @returns Owner (20 bytes) ‖ index (12 bytes), in lower case.
 *
 * @example
 * const lender = accountId("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", 0n);
 */
export function accountId(owner: Address, index: bigint): AccountId {
  return `${owner.toLowerCase()}${numberToHex(index, { size: 12 }).slice(2)}` as Hex;
}

/** Accounts of an owner that belong to one market by the convention: one for a long, one for a short, two to spare. */
const ACCOUNTS_OF_MARKET = 4n;

/**
 * Account in which Gimbal's app opens the first position of one market and side: index `market << 8`, plus 1 for a short.
 * A market with several assets has one account for both, at the index of the long. A position that is flipped or moved is
 * in another account than this: `accountFor` finds it.
 *
 * @param owner Owner of the position.
 * @param market Id of the market.
 * @param side Direction of the position.
 * @returns Account id.
 *
 * @example
 * const account = positionAccount("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", 1, "long");
 */
export function positionAccount(owner: Address, market: number, side: Side): AccountId {
  return accountId(owner, (BigInt(market) << 8n) | (side === "short" ? 1n : 0n));
}

/**
 * Account that holds an owner's supply shares: index 0.
 *
 * @param owner Owner of the shares.
 * @returns Account id.
 *
 * @example
 * const account = lenderAccount("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
 */
export function lenderAccount(owner: Address): AccountId {
  return accountId(owner, 0n);
}

/**
 * Every account in which an owner may have a position, by the convention of {@link positionAccount}.
 *
 * @param owner Owner of the positions.
 * @param deployment Deployment whose markets are meant.
 * @returns Four accounts of each market, from index `market << 8` up.
 *
 * @example
 * const accounts = positionAccounts("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", deployment);
 */
export function positionAccounts(owner: Address, deployment: Deployment): readonly AccountId[] {
  return deployment.markets.flatMap(({ id }) => marketAccounts(owner, id));
}

/**
 * Accounts in which an owner may have a position in one market, by the convention.
 *
 * @param owner Owner of the positions.
 * @param market Id of the market.
 * @returns Four accounts, from index `market << 8` up.
 *
 * @example
 * const accounts = marketAccounts("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", 1);
 */
export function marketAccounts(owner: Address, market: number): readonly AccountId[] {
  const first = BigInt(market) << 8n;
  return Array.from({ length: Number(ACCOUNTS_OF_MARKET) }, (_, i) => accountId(owner, first + BigInt(i)));
}

/**
 * Owner of an account.
 *
 * @param account Account id.
 * @returns Checksummed address.
 *
 * @example
 * const owner = accountOwner(account);
 */
export function accountOwner(account: AccountId): Address {
  return getAddress(slice(account, 0, 20));
}

/**
 * Index of an account among its owner's.
 *
 * @param account Account id.
 * @returns Index in the last 12 bytes.
 *
 * @example
 * const index = accountIndex(account);
 */
export function accountIndex(account: AccountId): bigint {
  return BigInt(slice(account, 20, size(account)));
}
