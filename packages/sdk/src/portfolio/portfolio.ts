import type { Address } from "viem";
import { positionsOf } from "../entities/snapshot";
import type { LendingVaultState } from "../lending/vault";
import { divUp } from "../math/FixedPointMath";
import { usdValue } from "../math/prices";
import { sumKnown } from "../math/sum";
import type { AssetState, MarketState, Position, Snapshot } from "../types";
import { type TokenAmount, type Usd, WAD, type Wad, YEAR } from "../units";

/** What an owner lends to one reserve. */
export interface Loan {
  readonly market: MarketState;
  readonly asset: AssetState;
  /** Lending vault the shares are of; undefined where they are in the owner's own account. */
  readonly vault: Address | undefined;
  /** Of the reserve, or of the vault. */
  readonly shares: bigint;
  /** What the shares redeem for now. */
  readonly assets: TokenAmount;
  /** Undefined while the price is down. */
  readonly value: Usd | undefined;
  /** Interest of a day at the present rate, rounded down. */
  readonly earnsPerDay: Usd | undefined;
}

/** One token over all accounts and loans of an owner. */
export interface Exposure {
  readonly token: Address;
  readonly symbol: string;
  readonly decimals: number;
  /** Collateral of all accounts. */
  readonly held: TokenAmount;
  /** Debt of all accounts. */
  readonly owed: TokenAmount;
  readonly lent: TokenAmount;
  /** `held + lent − owed`: negative is short. */
  readonly net: bigint;
  /** `net` at the mid price, signed; undefined while the price is down. */
  readonly netValue: Usd | undefined;
  /** Value of `held + lent + owed`: how much of the books is in this token. */
  readonly grossValue: Usd | undefined;
}

/** Everything an owner has in the protocol, and what it comes to. A sum with an unknown part is undefined, never less. */
export interface Portfolio {
  /** Accounts that hold or owe something. */
  readonly positions: readonly Position[];
  readonly loans: readonly Loan[];
  /** Each token once, the largest first. */
  readonly exposures: readonly Exposure[];
  /** `equity + lent`. */
  readonly netWorth: Usd | undefined;
  /** Collateral less debt of all accounts. */
  readonly equity: Usd | undefined;
  readonly lent: Usd | undefined;
  /** What all accounts owe. */
  readonly debt: Usd | undefined;
  /** Value of all longs, and of all shorts, in their base assets. */
  readonly long: Usd | undefined;
  readonly short: Usd | undefined;
  /** Interest of a day on all debts at present rates, rounded up. */
  readonly costPerDay: Usd | undefined;
  /** Interest of a day on all loans at present rates, rounded down. */
  readonly earnsPerDay: Usd | undefined;
  /** `null` while no account owes anything; undefined as long as one of them is unknown. */
  readonly lowestHealth: Wad | null | undefined;
  /** The account with the lowest health; undefined while none owes anything. */
  readonly weakest: Position | undefined;
}

const DAYS = YEAR / 86_400n;

/**
 * All accounts and loans of the owner of a snapshot.
 *
 * @param snapshot Snapshot that was read for an owner.
 * @param vaults Lending vaults with the owner's stakes, read at about the same block; none when left out.
 * @returns Positions, loans, exposure by token and totals, by the same mathematics as each position.
 *
 * @example
 * const { netWorth, lowestHealth, costPerDay } = portfolioOf(snapshot);
 */
export function portfolioOf(snapshot: Snapshot, vaults: readonly LendingVaultState[] = []): Portfolio {
  const positions = positionsOf(snapshot);
  const loans = loansOf(snapshot, vaults);
  const exposures = exposuresOf(positions, loans);
  const equity = sumKnown(positions.map((position) => position.equity));
  const lent = sumKnown(loans.map(({ value }) => value));
  const weakest = weakestOf(positions);
  return {
    positions,
    loans,
    exposures,
    netWorth: equity === undefined || lent === undefined ? undefined : equity + lent,
    equity,
    lent,
    debt: sumKnown(debts(positions).map(({ value }) => value)),
    long: sideValue(positions, "long"),
    short: sideValue(positions, "short"),
    costPerDay: sumKnown(positions.map(costPerDay)),
    earnsPerDay: sumKnown(loans.map(({ earnsPerDay }) => earnsPerDay)),
    lowestHealth: positions.some(({ health }) => health === undefined)
      ? undefined
      : (weakest?.health ?? null),
    weakest,
  };
}

/**
 * Interest of a day on the debts of one position, at present rates, rounded up.
 *
 * @param position Position.
 * @returns Dollars a day; undefined while a price is down.
 */
export function costPerDay(position: Position): Usd | undefined {
  return sumKnown(debts([position]).map(({ value, rate }) => value && divUp(value * rate, WAD * DAYS)));
}

function loansOf({ lender, markets }: Snapshot, vaults: readonly LendingVaultState[]): readonly Loan[] {
  const own = lender.map((loan) => ({ ...loan, vault: undefined }));
  const tokens = vaults.flatMap(({ stake, ...vault }) =>
    stake === undefined
      ? []
      : [
          {
            market: vault.market,
            asset: vault.asset,
            vault: vault.address,
            shares: stake.shares,
            assets: stake.assets,
          },
        ],
  );
  return [...own, ...tokens].flatMap(({ market: id, asset: index, vault, shares, assets }) => {
    const market = markets.find((candidate) => candidate.id === id);
    const asset = market?.assets[index];
    if (market === undefined || asset === undefined || shares === 0n) return [];
    const value = midValue(assets, asset);
    const earnsPerDay = value && (value * asset.reserve.supplyRate) / (WAD * DAYS);
    return [{ market, asset, vault, shares, assets, value, earnsPerDay }];
  });
}

function exposuresOf(positions: readonly Position[], loans: readonly Loan[]): readonly Exposure[] {
  const byToken = new Map<string, { asset: AssetState; held: bigint; owed: bigint; lent: bigint }>();
  const add = (asset: AssetState, held: bigint, owed: bigint, lent: bigint) => {
    const key = asset.token.toLowerCase();
    const sum = byToken.get(key) ?? { asset, held: 0n, owed: 0n, lent: 0n };
    byToken.set(key, { ...sum, held: sum.held + held, owed: sum.owed + owed, lent: sum.lent + lent });
  };
  for (const { legs } of positions) {
    for (const { asset, collateral, debt } of legs) add(asset, collateral, debt, 0n);
  }
  for (const { asset, assets } of loans) add(asset, 0n, 0n, assets);
  const exposures = [...byToken.values()].map(({ asset, held, owed, lent }): Exposure => {
    const net = held + lent - owed;
    return {
      token: asset.token,
      symbol: asset.symbol,
      decimals: asset.decimals,
      held,
      owed,
      lent,
      net,
      netValue: midValue(net, asset),
      grossValue: midValue(held + lent + owed, asset),
    };
  });
  return exposures.sort((a, b) => {
    const [x, y] = [a.grossValue ?? 0n, b.grossValue ?? 0n];
    return x === y ? 0 : x > y ? -1 : 1;
  });
}

/** Every debt at the mid price, rounded up. */
function debts(positions: readonly Position[]) {
  return positions.flatMap(({ legs }) =>
    legs
      .filter(({ debt }) => debt !== 0n)
      .map(({ asset, debt }) => ({
        value:
          asset.price.mid === 0n ? undefined : divUp(debt * asset.price.mid, 10n ** BigInt(asset.decimals)),
        rate: asset.reserve.borrowRate,
      })),
  );
}

/** A position in several assets counts leg by leg; the quote asset is what exposure is measured in. */
function sideValue(positions: readonly Position[], side: "long" | "short"): Usd | undefined {
  const legs = positions.flatMap((position) =>
    position.legs.filter(
      ({ asset, net }) => asset.index !== 0 && net !== 0n && net > 0n === (side === "long"),
    ),
  );
  const sum = sumKnown(legs.map(({ netValue }) => netValue));
  return sum === undefined || sum >= 0n ? sum : -sum;
}

function weakestOf(positions: readonly Position[]): Position | undefined {
  let weakest: { position: Position; health: Wad } | undefined;
  for (const position of positions) {
    const { health } = position;
    if (typeof health === "bigint" && (weakest === undefined || health < weakest.health)) {
      weakest = { position, health };
    }
  }
  return weakest?.position;
}

function midValue(amount: bigint, { price, decimals }: AssetState): Usd | undefined {
  return price.mid === 0n ? undefined : usdValue(amount, price.mid, decimals);
}
