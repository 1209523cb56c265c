import {
  type AccountId,
  type AccountState,
  type MarketState,
  type Position,
  positionAccount,
  type Snapshot,
  SPARE_ACCOUNTS,
  spareAccount,
} from "@gimbal/sdk";
import { isAddressEqual } from "viem";

/** Another account of the same owner, to which something can be moved. */
export interface Target {
  readonly account: AccountId;
  readonly market: number;
  readonly isNew: boolean;
}

/** What is moved: indices of the assets. */
export interface Moved {
  readonly collateral: number;
  /** Left out where no debt moves. */
  readonly debt?: number | undefined;
}

/** Accounts that can take it: those in use first, then the next free one of each market. */
export function targetsOf(snapshot: Snapshot, from: Position, moved: Moved): readonly Target[] {
  const markets = snapshot.markets
    .filter((market) => takes(market, from.market, moved))
    .toSorted((a, b) => Number(b.id === from.market.id) - Number(a.id === from.market.id));
  const used = markets.flatMap(({ id }) =>
    snapshot.accounts
      .filter((state) => state.id !== from.account && state.market === id && !opposes(state, moved))
      .map((state): Target => ({ account: state.id, market: id, isNew: false })),
  );
  const free = markets.flatMap((market): readonly Target[] => {
    const account = nextFree(snapshot, market, from.account, moved);
    return account === undefined ? [] : [{ account, market: market.id, isNew: true }];
  });
  return [...used, ...free];
}

/** A market takes what it lists at the same index. */
function takes(market: MarketState, source: MarketState, { collateral, debt }: Moved): boolean {
  return [collateral, debt].every((index) => {
    if (index === undefined) return true;
    const [given, taken] = [source.assets[index], market.assets[index]];
    return given !== undefined && taken !== undefined && isAddressEqual(given.token, taken.token);
  });
}

/** An account never holds and owes one asset. */
function opposes(state: AccountState, { collateral, debt }: Moved): boolean {
  return (state.debt[collateral] ?? 0n) > 0n || (debt !== undefined && (state.collateral[debt] ?? 0n) > 0n);
}

/** The account in which the market's own page would look for such a position, else the first further one. */
function nextFree(
  snapshot: Snapshot,
  { id, deployed }: MarketState,
  from: AccountId,
  moved: Moved,
): AccountId | undefined {
  const { owner } = snapshot;
  if (owner === undefined) return undefined;
  const side = deployed.kind === "isolated" && moved.collateral === 0 ? "short" : "long";
  const wanted = [
    positionAccount(owner, id, side),
    ...SPARE_ACCOUNTS.map((number) => spareAccount(owner, id, number)),
  ];
  return wanted.find(
    (account) =>
      account !== from && snapshot.accounts.some((state) => state.id === account && state.market === 0),
  );
}
