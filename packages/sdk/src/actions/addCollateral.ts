import { encodeFunctionData } from "viem";
import { accountOf, assetOf, marketOf, walletOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import { approvalFor, engineCall, frozen } from "./plan";

/** Parameters of {@link addCollateral}. */
export interface AddCollateralParameters {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Market of the account. */
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  readonly amount: TokenAmount;
}

/** Arguments of an `addCollateral` plan. */
export type AddCollateralArgs = Omit<AddCollateralParameters, "snapshot">;

/** What {@link addCollateral} returns. */
export type AddCollateralReturnType = Plan<"addCollateral", AddCollateralArgs>;

/** What {@link addCollateral} throws. */
export type AddCollateralErrorType = GimbalErrorType;

/**
 * Adds collateral to an account. Works whatever the price, the health and the pause.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account and the owner's wallet.
 * @param parameters.account Account.
 * @param parameters.market Market of the account.
 * @param parameters.asset Asset index.
 * @param parameters.amount Amount pulled from the wallet.
 * @returns Frozen plan.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = addCollateral({ snapshot, account, market: 1, asset: 1, amount: 10n ** 18n });
 */
export function addCollateral(parameters: AddCollateralParameters): AddCollateralReturnType {
  const { snapshot, account: id, market: marketId, asset: index, amount } = parameters;
  const market = marketOf(snapshot, marketId);
  const asset = assetOf(snapshot, marketId, index);
  const account = accountOf(snapshot, id);
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "deposit",
    args: [id, marketId, index, amount],
  });
  const after = moved({ market, collateral: asset, debt: asset }, account, { collateral: amount, debt: 0n });
  return frozen({
    action: { type: "addCollateral", args: { account: id, market: marketId, asset: index, amount } },
    approvals: approvalFor(snapshot, asset, "engine", amount),
    calls: engineCall(snapshot, data),
    preview: { before: position(market, id, account), after: position(market, id, after) },
    guards: guard.findings(
      guard.notZero(amount),
      guard.withinBalance(amount, walletOf(snapshot, asset.token), asset),
      guard.ownedBy(snapshot, id),
      guard.inMarket(account, market, snapshot),
      guard.collateralAccepted(asset),
      guard.valued(market, after),
      guard.oneSide(asset, account.debt[index] ?? 0n, "hold"),
    ),
    units: { collateral: asset },
  });
}
