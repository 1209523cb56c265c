import type { AccountId } from "@gimbal/sdk";
import { accountId } from "@gimbal/sdk";
import { pad } from "viem";
import { type Account, emptyAccount } from "../../src/accounts/account";
import type { KeptMarket } from "../../src/risk/market";

/** mulberry32: the same numbers for the same seed, on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers of one asset as people say them. */
export interface PlainAsset {
  /** [USD] */
  readonly price: number;
  readonly decimals: number;
  readonly v: number;
  readonly penalty: number;
  /** [USD] */
  readonly depth: number;
  /** Debt index, 1 at the start. */
  readonly index: number;
  /** Distance of the two bounds of the price, relative. */
  readonly spread?: number;
}

const wad = (x: number): bigint => BigInt(Math.round(x * 1e9)) * 10n ** 9n;

/** A market of plain numbers; `rho` is the usable correlation of all pairs but those with asset 0. */
export function plainMarket(id: number, assets: readonly PlainAsset[], rho = 0): KeptMarket {
  const row = (i: number) =>
    assets.reduce(
      (bits, _, j) =>
        i === 0 || j === 0 || i === j ? bits : bits | (BigInt(Math.round(rho * 256)) << BigInt(8 * j)),
      0n,
    );
  return {
    id,
    initialRatio: 12_500n,
    hedgeless: false,
    assets: assets.map(({ price, decimals, v, penalty, depth, index, spread = 0 }, i) => {
      const at = (factor: number) => wad(price * factor) * 10n ** BigInt(18 - decimals);
      const bounds = { low: at(1 - spread / 2), high: at(1 + spread / 2) };
      return {
        price: { opening: bounds, maintenance: bounds },
        risk: {
          maintenanceMargin: wad(v),
          initialMargin: wad(v),
          targetMargin: wad(v),
          penalty: wad(penalty),
          depth: BigInt(Math.round(depth)),
          correlations: row(i),
        },
        reserve: { index: BigInt(Math.round(index * 2 ** 40)) << 20n },
      };
    }),
  };
}

/** Account number `n`. */
export function idOf(n: number): AccountId {
  return accountId(pad(`0x${(n + 1).toString(16)}`, { size: 20 }), 1n);
}

/** An account of plain amounts, in whole tokens by asset index. */
export function plainAccount(
  id: AccountId,
  market: number,
  assets: readonly PlainAsset[],
  held: Readonly<Record<number, number>>,
  owed: Readonly<Record<number, number>>,
): Account {
  const legs = (amounts: Readonly<Record<number, number>>) =>
    Object.entries(amounts)
      .map(([asset, amount]) => ({
        asset: Number(asset),
        amount: BigInt(Math.round(amount * 1e6)) * 10n ** BigInt((assets[Number(asset)]?.decimals ?? 6) - 6),
      }))
      .filter(({ amount }) => amount > 0n);
  return { ...emptyAccount(id), market, held: legs(held), owed: legs(owed) };
}
