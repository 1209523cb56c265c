import type { AccountId } from "@gimbal/sdk";
import { type Account, type Leg, maskOf } from "../accounts/account";
import { isUnhealthy } from "./exact";
import { type FloatMarket, floatMarket } from "./floatMarket";
import { Group } from "./group";
import type { KeptMarket } from "./market";
import { shapeOf } from "./shape";

/**
 * Part of `C + D` within which floating point does not decide: its error is some 1e−15 of it, and the roundings of the
 * engine's integers are a few wei.
 */
const BAND = 1e-9;

/** An account that anyone may liquidate. */
export interface Unhealthy {
  readonly account: AccountId;
  readonly market: number;
  /** What it owes and holds together [USD]: for ordering alone. */
  readonly gross: number;
  /** `C − D − MM` [USD], negative: for ordering alone. */
  readonly slack: number;
}

/** What a tick looked at. */
export interface TickResult {
  /** Largest first. */
  readonly unhealthy: readonly Unhealthy[];
  /** Accounts that were looked at. */
  readonly looked: number;
  /** Of those, the ones that only exact arithmetic could tell. */
  readonly exact: number;
}

/**
 * Accounts with debt, ordered by what makes them unhealthy, so that a price only leads to those it can change. A filter
 * in floating point leaves out what is healthy for certain; what is near the boundary is decided in the engine's integers.
 */
export class RiskIndex {
  private readonly groups = new Map<string, { readonly market: number; readonly group: Group }>();
  private readonly groupOf = new Map<AccountId, string>();
  private readonly account: (id: AccountId) => Account | undefined;

  /** @param account Exact amounts of an account of the index. */
  constructor(account: (id: AccountId) => Account | undefined) {
    this.account = account;
  }

  get size(): number {
    return this.groupOf.size;
  }

  /** Files an account anew after it has changed; undefined or without debt takes it out. */
  update(id: AccountId, account: Account | undefined): void {
    const old = this.groupOf.get(id);
    const key = account === undefined || account.owed.length === 0 ? undefined : keyOf(account);
    if (old !== undefined && old !== key) {
      this.groups.get(old)?.group.remove(id);
      this.groupOf.delete(id);
    }
    if (account === undefined || key === undefined) return;
    let group = this.groups.get(key)?.group;
    if (group === undefined) {
      group = new Group(shapeOf(maskOf(account.held), maskOf(account.owed)));
      this.groups.set(key, { market: account.market, group });
    }
    this.groupOf.set(id, key);
    group.put(id, [...inOrder(account.held), ...inOrder(account.owed)]);
  }

  /** Every account that is liquidatable at the prices, parameters and indices of these markets. */
  tick(markets: readonly KeptMarket[]): TickResult {
    const unhealthy: Unhealthy[] = [];
    let [looked, exact] = [0, 0];
    for (const state of markets) {
      const market = floatMarket(state);
      for (const { market: id, group } of this.groups.values()) {
        if (id !== state.id) continue;
        exact += this.tickGroup(group, state, market, unhealthy);
        looked += group.looked;
      }
    }
    unhealthy.sort((a, b) => b.gross - a.gross);
    return { unhealthy, looked, exact };
  }

  /** Makes new orders where the old ones are worn. To be called between ticks; returns how many were made. */
  maintain(markets: readonly KeptMarket[]): number {
    let made = 0;
    for (const state of markets) {
      const market = floatMarket(state);
      for (const entry of this.groups.values())
        if (entry.market === state.id && entry.group.maintain(market)) made += 1;
    }
    return made;
  }

  private tickGroup(group: Group, state: KeptMarket, market: FloatMarket, into: Unhealthy[]): number {
    const found = group.tick(market, BAND);
    let exact = 0;
    for (let k = 0; k < found.count; k++) {
      const account = group.idAt(found.places[k] as number) as AccountId;
      const [slack, gross] = [found.slack[k] as number, found.gross[k] as number];
      // Of what floating point is sure of, only the size matters here; who acts on it decides exactly again.
      if (!(slack < -BAND * gross - BAND) || gross >= LARGEST) {
        exact += 1;
        const known = this.account(account);
        if (known === undefined || !isUnhealthy(known, state)) continue;
      }
      into.push({ account, market: state.id, gross, slack });
    }
    return exact;
  }
}

/** Near 2^120 wei the engine stops valuing a leg [USD]. */
const LARGEST = 1e18;

function keyOf({ market, held, owed }: Account): string {
  return `${market}:${maskOf(held)}:${maskOf(owed)}`;
}

/** Amounts by asset, as the columns of a group are. */
function inOrder(legs: readonly Leg[]): readonly number[] {
  return [...legs].sort((a, b) => a.asset - b.asset).map(({ amount }) => Number(amount));
}
