import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import { assetOf, lenderOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { min } from "../math/FixedPointMath";
import { toAssetsDown, toSharesUp } from "../math/SupplyMath";
import type { LenderPreview, Plan } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import { MAX_UINT256 } from "../units";
import * as guard from "./guards";
import { lenderPreview } from "./lending";
import { engineCall, frozen, ownerOf, suppliersAccount } from "./plan";

/** Parameters of {@link redeem}. */
export interface RedeemParameters {
  readonly snapshot: Snapshot;
  /** Market id. */
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  /** Tokens to take out; `"max"` redeems every share. */
  readonly amount: TokenAmount | "max";
  /** Receiver; the owner when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `redeem` plan. */
export interface RedeemArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly asset: number;
  readonly shares: bigint;
  /** Tokens sent if nothing changes. */
  readonly assets: TokenAmount;
  readonly recipient: Address;
}

/** What {@link redeem} returns. */
export type RedeemReturnType = Plan<"redeem", RedeemArgs, LenderPreview>;

/** What {@link redeem} throws. */
export type RedeemErrorType = GimbalErrorType;

/**
 * Takes lent tokens back, as far as they are not lent out.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the owner's loans.
 * @param parameters.market Market id.
 * @param parameters.asset Asset index.
 * @param parameters.amount Tokens, or `"max"` for every share.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan; `preview` has the loan and the rates before and after.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = redeem({ snapshot, market: 1, asset: 0, amount: "max" });
 */
export function redeem(parameters: RedeemParameters): RedeemReturnType {
  const { snapshot, market, asset: index } = parameters;
  const account = suppliersAccount(snapshot);
  const asset = assetOf(snapshot, market, index);
  const { supplied, supplyShares } = asset.reserve;
  const lent = lenderOf(snapshot, market, index);
  const held = lent?.shares ?? 0n;
  const all = parameters.amount === "max";
  const wanted = all ? held : toSharesUp(parameters.amount, supplied, supplyShares);
  const shares = min(wanted, held);
  const assets = toAssetsDown(shares, supplied, supplyShares);
  const recipient = parameters.recipient ?? ownerOf(snapshot);
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "redeem",
    args: [account, market, index, all ? MAX_UINT256 : wanted, recipient],
  });
  return frozen({
    action: { type: "redeem", args: { account, market, asset: index, shares, assets, recipient } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: lenderPreview(snapshot, asset, { assets: -assets, shares: -shares }),
    guards: guard.findings(
      guard.notZero(all ? assets : parameters.amount),
      all || wanted <= held ? undefined : guard.withinSupplied(parameters.amount, lent?.assets ?? 0n, asset),
      guard.redeemable(asset, assets),
    ),
    units: { collateral: asset, debt: asset },
  });
}
