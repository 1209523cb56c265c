import { type Address, encodeFunctionData } from "viem";
import { assetOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { backstopVaultAbi } from "../generated/liquidationAbis";
import type { Plan, Preview } from "../plan";
import type { AccountId, Snapshot } from "../types";
import { MAX_UINT256 } from "../units";
import { frozen, UNCHANGED } from "./plan";

/** Parameters of {@link takeOver}. */
export interface TakeOverParameters {
  readonly snapshot: Snapshot;
  readonly market: number;
  readonly account: AccountId;
  /** Backstop vault of the market. */
  readonly backstop: Address;
  readonly collateralAsset: number;
  readonly debtAsset: number;
}

/** Arguments of a `takeOver` plan. */
export type TakeOverArgs = Omit<TakeOverParameters, "snapshot">;

/** What {@link takeOver} returns. */
export type TakeOverReturnType = Plan<"takeOver", TakeOverArgs, Preview>;

/** What {@link takeOver} throws. */
export type TakeOverErrorType = GimbalErrorType;

/**
 * Lets the backstop of a market take an account over that nobody takes: it pays debt in the quote asset from its cash,
 * and moves other debt into an account of its own. Whoever calls earns the gas back, and a little.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot: says what the assets are.
 * @param parameters.market Market of the account.
 * @param parameters.account Account.
 * @param parameters.backstop Backstop vault of the market.
 * @param parameters.collateralAsset Asset index.
 * @param parameters.debtAsset Asset index.
 * @returns Frozen plan.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = takeOver({ snapshot, market: 1, account, backstop: address, collateralAsset: 1, debtAsset: 0 });
 */
export function takeOver({ snapshot, ...args }: TakeOverParameters): TakeOverReturnType {
  const { market, account, backstop, collateralAsset, debtAsset } = args;
  const data =
    debtAsset === 0
      ? encodeFunctionData({
          abi: backstopVaultAbi,
          functionName: "absorb",
          args: [account, collateralAsset, MAX_UINT256],
        })
      : encodeFunctionData({
          abi: backstopVaultAbi,
          functionName: "assume",
          args: [account, debtAsset, MAX_UINT256],
        });
  return frozen({
    action: { type: "takeOver", args },
    approvals: [],
    calls: [{ to: backstop, data, value: 0n }],
    preview: UNCHANGED,
    guards: [],
    units: {
      collateral: assetOf(snapshot, market, collateralAsset),
      debt: assetOf(snapshot, market, debtAsset),
    },
  });
}
