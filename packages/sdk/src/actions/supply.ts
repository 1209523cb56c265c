import { encodeFunctionData } from "viem";
import { assetOf, walletOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { toSharesDown } from "../math/SupplyMath";
import type { LenderPreview, Plan } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import { lenderPreview } from "./lending";
import { approvalFor, engineCall, frozen, suppliersAccount } from "./plan";

/** Parameters of {@link supply}. */
export interface SupplyParameters {
  readonly snapshot: Snapshot;
  /** Market id. */
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  readonly amount: TokenAmount;
}

/** Arguments of a `supply` plan. */
export interface SupplyArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly asset: number;
  readonly amount: TokenAmount;
  /** Shares credited if nothing changes. */
  readonly shares: bigint;
}

/** What {@link supply} returns. */
export type SupplyReturnType = Plan<"supply", SupplyArgs, LenderPreview>;

/** What {@link supply} throws. */
export type SupplyErrorType = GimbalErrorType;

/**
 * Lends to a reserve.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the owner's wallet and loans.
 * @param parameters.market Market id.
 * @param parameters.asset Asset index.
 * @param parameters.amount Amount pulled from the wallet.
 * @returns Frozen plan; `preview` has the loan and the rates before and after.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = supply({ snapshot, market: 1, asset: 0, amount: 1_000_000_000n });
 */
export function supply(parameters: SupplyParameters): SupplyReturnType {
  const { snapshot, market, asset: index, amount } = parameters;
  const account = suppliersAccount(snapshot);
  const asset = assetOf(snapshot, market, index);
  const { reserve } = asset;
  const shares = toSharesDown(amount, reserve.supplied, reserve.supplyShares);
  const wallet = walletOf(snapshot, asset.token);
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "supply",
    args: [account, market, index, amount],
  });
  return frozen({
    action: { type: "supply", args: { account, market, asset: index, amount, shares } },
    approvals: approvalFor(snapshot, asset, "engine", amount),
    calls: engineCall(snapshot, data),
    preview: lenderPreview(snapshot, asset, { assets: amount, shares }),
    guards: guard.findings(
      guard.notZero(shares),
      guard.withinBalance(amount, wallet, asset),
      guard.supplyRoom(asset, amount),
    ),
    units: { collateral: asset, debt: asset },
  });
}
