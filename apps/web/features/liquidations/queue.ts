import {
  type AccountId,
  accountOwner,
  type MarketState,
  NettingMath,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { isAddressEqual } from "viem";
import { usdOf } from "@/features/transaction/usd";
import type { AccountView } from "./auction-view";

/** Age of an auction from which others may be netted against it without having chosen to [s]. */
export const NETTING_DELAY = 120n;
/** Age of an auction from which the backstop may take it over [s]. */
export const BACKSTOP_DELAY = 120n;

/** An opposite account that could be closed against an unhealthy one. */
export interface Counterparty {
  readonly view: AccountView;
  /** Its owner chose to take part, for a rebate. */
  readonly isOptedIn: boolean;
  /** Most that both sides could move [units of the unhealthy account's collateral]. */
  readonly amount: bigint;
  readonly value: Usd | undefined;
}

/** Debt over collateral: the most indebted are netted first. */
export function debtShare({ position }: AccountView): Wad | undefined {
  const { maintenance } = position;
  if (maintenance === undefined || maintenance.collateral === 0n) return undefined;
  return (maintenance.debt * WAD) / maintenance.collateral;
}

/** Share of debt from which an account may be netted without its owner's choice. */
export function nettingThreshold(secondsDue: bigint): Wad {
  return NettingMath.threshold(secondsDue > 0n ? secondsDue : 0n);
}

/** Opposite accounts of the same market by other owners: willing ones first, then the most indebted. */
export function counterpartiesOf(
  unhealthy: AccountView,
  views: readonly AccountView[],
): readonly Counterparty[] {
  const { collateral, debt, market } = unhealthy;
  return views
    .filter(
      (view) =>
        view.market.id === market.id &&
        view.collateral.index === debt.index &&
        view.debt.index === collateral.index &&
        !isAddressEqual(accountOwner(view.key), accountOwner(unhealthy.key)),
    )
    .map((view) => {
      const amount = overlap(unhealthy, view);
      return {
        view,
        isOptedIn: view.account.auction.nettable,
        amount,
        value: usdOf(amount, collateral),
      };
    })
    .filter(({ amount }) => amount > 0n)
    .sort(byTurn);
}

/** Half of what the opposite account owes, and no more than the unhealthy one holds. */
function overlap({ account, collateral }: AccountView, opposite: AccountView): bigint {
  const held = account.state.collateral[collateral.index] ?? 0n;
  const half = (opposite.account.state.debt[collateral.index] ?? 0n) / 2n;
  return held < half ? held : half;
}

function byTurn(a: Counterparty, b: Counterparty): number {
  if (a.isOptedIn !== b.isOptedIn) return a.isOptedIn ? -1 : 1;
  const [left, right] = [debtShare(a.view) ?? 0n, debtShare(b.view) ?? 0n];
  if (left !== right) return left > right ? -1 : 1;
  return a.view.key < b.view.key ? -1 : 1;
}

/** Seconds until an auction is this old; 0 once it is, undefined without a clock. */
export function untilAge({ account }: AccountView, age: bigint, now: bigint): number | undefined {
  const { startedAt, stopped } = account.auction;
  if (startedAt === 0n || stopped) return undefined;
  const left = startedAt + age - now;
  return left > 0n ? Number(left) : 0;
}

/** Accounts of a market by key, so that a counterparty is found once. */
export function inMarket(views: readonly AccountView[], market: MarketState | undefined) {
  return market === undefined ? views : views.filter((view) => view.market.id === market.id);
}

export function byKey(views: readonly AccountView[], key: AccountId): AccountView | undefined {
  return views.find((view) => view.key === key);
}
