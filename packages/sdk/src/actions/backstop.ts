import { type Address, encodeFunctionData, erc4626Abi, type Hex } from "viem";
import type { BackstopState } from "../backstop/state";
import { assetOf, walletOf } from "../entities/snapshot";
import { backstopVaultAbi } from "../generated/liquidationAbis";
import type { Approval, Plan, Preview } from "../plan";
import type { Snapshot } from "../types";
import type { TokenAmount } from "../units";
import { block, type Finding } from "./guards";
import { frozen } from "./plan";

/** What a stake would become. */
export interface BackstopPreview extends Preview {
  /** Quote units that move between wallet and vault. */
  readonly assets: TokenAmount;
  readonly shares: bigint;
}

/** Snapshot and vault that every action of a stake needs. */
export interface BackstopParameters {
  /** Snapshot of the owner of the stake. */
  readonly snapshot: Snapshot;
  readonly backstop: BackstopState;
}

/** The plan of an action of a stake. */
export function backstopPlan<type extends string, args>(
  { snapshot, backstop }: BackstopParameters,
  action: { readonly type: type; readonly args: args },
  data: Hex,
  moved: { readonly assets: TokenAmount; readonly shares: bigint },
  rest: { readonly approvals?: readonly Approval[]; readonly guards?: readonly Finding[] } = {},
): Plan<type, args, BackstopPreview> {
  const quote = assetOf(snapshot, backstop.market, backstop.quote);
  return frozen({
    action,
    approvals: rest.approvals ?? [],
    calls: [{ to: backstop.address, data, value: 0n }],
    preview: { before: undefined, after: undefined, ...moved },
    guards: (rest.guards ?? []).filter((finding) => finding !== undefined),
    units: { collateral: quote, debt: quote },
  });
}

/** The allowance that a deposit misses: exactly the amount. */
export function allowanceFor(
  { snapshot, backstop }: BackstopParameters,
  amount: TokenAmount,
): readonly Approval[] {
  const { symbol, decimals, token } = assetOf(snapshot, backstop.market, backstop.quote);
  const current = backstop.stake?.allowance ?? 0n;
  if (amount === 0n || current >= amount) return [];
  return [{ token, symbol, decimals, spender: backstop.address, amount, current }];
}

/** Deposits and exits wait while a price of the vault's inventory is down. */
export function marksKnown({ pricesUp }: BackstopState): Finding {
  return pricesUp
    ? undefined
    : block("price-down", "A price the vault needs is down. Deposits and exits wait.");
}

/** Balance of the owner in the quote token. */
export function quoteBalance({ snapshot, backstop }: BackstopParameters) {
  return walletOf(snapshot, assetOf(snapshot, backstop.market, backstop.quote).token);
}

/** Calls of the share side of a vault. */
export const encodeShares = {
  deposit: (assets: TokenAmount, owner: Address) =>
    encodeFunctionData({ abi: erc4626Abi, functionName: "deposit", args: [assets, owner] }),
  redeem: (shares: bigint, owner: Address) =>
    encodeFunctionData({ abi: erc4626Abi, functionName: "redeem", args: [shares, owner, owner] }),
  request: (shares: bigint) =>
    encodeFunctionData({ abi: backstopVaultAbi, functionName: "requestRedeem", args: [shares] }),
  release: (owner: Address) =>
    encodeFunctionData({ abi: backstopVaultAbi, functionName: "release", args: [owner] }),
} as const;
