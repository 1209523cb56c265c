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

/**
 * Account in which Gimbal's app keeps the position of one market and side: index `market << 8`, plus 1 for a short.
 * A market with several assets has one account, at the index of the long.
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

/** Numbers of the further accounts of an owner in each market: nothing is opened there, positions are moved there. */
export const SPARE_ACCOUNTS: readonly number[] = [2, 3];

/**
 * Further account of an owner in a market: index `market << 8`, plus its number.
 *
 * @param owner Owner of the account.
 * @param market Id of the market.
 * @param number One of {@link SPARE_ACCOUNTS}.
 * @returns Account id.
 *
 * @example
 * const account = spareAccount("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", 1, 2);
 */
export function spareAccount(owner: Address, market: number, number: number): AccountId {
  return accountId(owner, (BigInt(market) << 8n) | BigInt(number));
}

/**
 * Number of an account among those of its market.
 *
 * @param account Account id.
 * @returns One of {@link SPARE_ACCOUNTS}; undefined for the account of a long, a short or a loan.
 *
 * @example
 * const number = spareNumber(account) ?? 1;
 */
export function spareNumber(account: AccountId): number | undefined {
  const number = Number(accountIndex(account) & 0xffn);
  return SPARE_ACCOUNTS.includes(number) ? number : undefined;
}

/**
 * Every account in which an owner may have a position, by the conventions of {@link positionAccount} and
 * {@link spareAccount}.
 *
 * @param owner Owner of the positions.
 * @param deployment Deployment whose markets are meant.
 * @returns Those of a long and a short for an isolated market, one for a market with several assets; and the further ones.
 *
 * @example
 * const accounts = positionAccounts("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", deployment);
 */
export function positionAccounts(owner: Address, deployment: Deployment): readonly AccountId[] {
  return deployment.markets.flatMap(({ id, kind }) => [
    positionAccount(owner, id, "long"),
    ...(kind === "isolated" ? [positionAccount(owner, id, "short")] : []),
    ...SPARE_ACCOUNTS.map((number) => spareAccount(owner, id, number)),
  ]);
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
