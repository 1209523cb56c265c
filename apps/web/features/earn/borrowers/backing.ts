import {
  type AccountState,
  type AssetState,
  EngineRisk,
  type MarketState,
  type TokenAmount,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";

/** Debt of one reserve that is backed by the same collateral. */
export interface BackingLine {
  /** `ETH`, or `ETH + BTC` where an account holds both; empty where nothing backs it. */
  readonly key: string;
  readonly collateral: readonly AssetState[];
  readonly accounts: number;
  /** Owed of the reserve's asset. */
  readonly debt: TokenAmount;
  /** Of all that is owed to the reserve. */
  readonly share: Wad;
  /** Undefined while a price is down. */
  readonly held: Usd | undefined;
  /** Collateral over all debts of these accounts; undefined while a price is down. */
  readonly cover: Wad | undefined;
}

/** Who borrows from a reserve. */
export interface Backing {
  /** The largest debt first. */
  readonly lines: readonly BackingLine[];
  readonly accounts: number;
  readonly debt: TokenAmount;
  /** Lowest health among them; undefined while one is not known, null without debt. */
  readonly lowest: Wad | null | undefined;
}

/** Groups the accounts that owe an asset by what they hold against it. */
export function backingOf(states: readonly AccountState[], market: MarketState, asset: number): Backing {
  const groups = new Map<string, AccountState[]>();
  const borrowers = states.filter((state) => state.market === market.id && (state.debt[asset] ?? 0n) > 0n);
  for (const state of borrowers) {
    const key = heldBy(state, market)
      .map(({ symbol }) => symbol)
      .join(" + ");
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  const debt = sum(borrowers.map((state) => state.debt[asset] ?? 0n));
  const lines = [...groups].map(([key, members]): BackingLine => {
    const owed = sum(members.map((state) => state.debt[asset] ?? 0n));
    const held = worthIn(members, market, "collateral");
    const owes = worthIn(members, market, "debt");
    return {
      key,
      collateral: members[0] === undefined ? [] : heldBy(members[0], market),
      accounts: members.length,
      debt: owed,
      share: debt === 0n ? 0n : (owed * WAD) / debt,
      held,
      cover: held === undefined || owes === undefined || owes === 0n ? undefined : (held * WAD) / owes,
    };
  });
  return {
    lines: lines.sort((a, b) => (a.debt === b.debt ? 0 : a.debt > b.debt ? -1 : 1)),
    accounts: borrowers.length,
    debt,
    lowest: lowestOf(borrowers),
  };
}

function heldBy(state: AccountState, market: MarketState): readonly AssetState[] {
  return market.assets.filter(({ index }) => (state.collateral[index] ?? 0n) > 0n);
}

function worthIn(
  states: readonly AccountState[],
  market: MarketState,
  side: "collateral" | "debt",
): Usd | undefined {
  let total = 0n;
  for (const asset of market.assets) {
    const amount = sum(states.map((state) => state[side][asset.index] ?? 0n));
    if (amount === 0n) continue;
    const value = usdOf(amount, asset);
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

function lowestOf(states: readonly AccountState[]): Wad | null | undefined {
  let lowest: Wad | null = null;
  for (const { maintenance } of states) {
    if (maintenance === undefined) return undefined;
    const health = EngineRisk.factorOf(maintenance);
    if (health !== null && (lowest === null || health < lowest)) lowest = health;
  }
  return lowest;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
