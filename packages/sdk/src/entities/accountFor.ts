import { isAddressEqual } from "viem";
import { accountOwner, positionAccount } from "../accounts";
import { OwnerMissingError } from "../errors/input";
import { position } from "../math/position";
import type { AccountId, AccountState, MarketState, Side, Snapshot } from "../types";
import { marketOf } from "./snapshot";

/**
 * Account of the owner of a snapshot for a position of one market and side: the one that holds such a position, wherever
 * it is, or one that is free to take it. After a flip the account of the long may hold a short.
 *
 * @param snapshot Snapshot with the owner's accounts.
 * @param market Id of the market.
 * @param side Direction of the position.
 * @returns Account id; the convention's one if no account is free, where the trade is then refused by name.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 * @throws {MarketUnknownError} when the snapshot has no such market.
 *
 * @example
 * const account = accountFor(snapshot, 1, "long");
 */
export function accountFor(snapshot: Snapshot, market: number, side: Side): AccountId {
  const { owner } = snapshot;
  if (owner === undefined) throw new OwnerMissingError();
  const state = marketOf(snapshot, market);
  // an account of a market with several assets holds positions of both sides
  if (state.deployed.kind === "cross") return positionAccount(owner, market, "long");
  const usual = positionAccount(owner, market, side);
  const own = [...ownAccounts(snapshot, market)].sort((a, b) => rank(a, usual) - rank(b, usual));
  const found =
    own.find((account) => sideIn(state, account) === side) ??
    own.find((account) => isSame(account.id, usual) && canTake(account, side)) ??
    own.find((account) => account.market === 0) ??
    own.find((account) => canTake(account, side));
  return found?.id ?? usual;
}

/** Accounts of the owner that are in the market, and empty ones that the convention gives to it. */
function ownAccounts({ owner, accounts }: Snapshot, market: number): readonly AccountState[] {
  return accounts.filter(
    ({ id, index, market: entered }) =>
      owner !== undefined &&
      isAddressEqual(accountOwner(id), owner) &&
      (entered === market || (entered === 0 && Number(index >> 8n) === market)),
  );
}

/** The convention's account first, else in the order of the snapshot. */
function rank({ id }: AccountState, usual: AccountId): number {
  return isSame(id, usual) ? 0 : 1;
}

function isSame(a: AccountId, b: AccountId): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function sideIn(market: MarketState, account: AccountState): Side | undefined {
  return account.market === market.id ? position(market, account.id, account)?.side : undefined;
}

/** Nothing is held that the trade would owe, or owed that it would hold. */
function canTake({ collateral, debt }: AccountState, side: Side): boolean {
  const [held, owed] = side === "long" ? [1, 0] : [0, 1];
  return (debt[held] ?? 0n) === 0n && (collateral[owed] ?? 0n) === 0n;
}
