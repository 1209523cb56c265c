import { encodeFunctionData } from "viem";
import { accountOf, assetOf, marketOf, walletOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { divUp, min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import { MAX_UINT256 } from "../units";
import * as guard from "./guards";
import { approvalFor, engineCall, frozen } from "./plan";

/** Parameters of {@link repay}. */
export interface RepayParameters {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Asset index. */
  readonly asset: number;
  /** `"max"` repays all that is owed when the transaction runs; its approval has room for 0.1 % of interest. */
  readonly amount: TokenAmount | "max";
}

/** Arguments of a `repay` plan. */
export interface RepayArgs {
  readonly account: AccountId;
  readonly asset: number;
  readonly amount: TokenAmount;
}

/** What {@link repay} returns. */
export type RepayReturnType = Plan<"repay", RepayArgs>;

/** What {@link repay} throws. */
export type RepayErrorType = GimbalErrorType;

/**
 * Repays debt from the wallet. Works whatever the price, the health and the pause.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account and the owner's wallet.
 * @param parameters.account Account.
 * @param parameters.asset Asset index.
 * @param parameters.amount Amount, or `"max"`.
 * @returns Frozen plan.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {MarketUnknownError} when the account is empty.
 *
 * @example
 * const plan = repay({ snapshot, account, asset: 0, amount: "max" });
 */
export function repay(parameters: RepayParameters): RepayReturnType {
  const { snapshot, account: id, asset: index } = parameters;
  const account = accountOf(snapshot, id);
  const market = marketOf(snapshot, account.market);
  const asset = assetOf(snapshot, market.id, index);
  const owed = account.debt[index] ?? 0n;
  const amount = parameters.amount === "max" ? owed : parameters.amount;
  const sent = parameters.amount === "max" ? MAX_UINT256 : amount;
  // interest grows until the transaction runs; the engine pulls exactly what is owed then
  const pulled = amount < owed ? amount : owed + divUp(owed, 1000n);
  const data = encodeFunctionData({ abi: marginEngineAbi, functionName: "repay", args: [id, index, sent] });
  const paid = min(amount, owed);
  const after = moved({ market, collateral: asset, debt: asset }, account, { collateral: 0n, debt: -paid });
  return frozen({
    action: { type: "repay", args: { account: id, asset: index, amount: sent } },
    approvals: approvalFor(
      snapshot,
      asset,
      "engine",
      parameters.amount === "max" ? pulled : min(amount, pulled),
    ),
    calls: engineCall(snapshot, data),
    preview: { before: position(market, id, account), after: position(market, id, after) },
    guards: guard.findings(
      guard.notZero(amount),
      guard.withinBalance(paid, walletOf(snapshot, asset.token), asset),
      guard.withinDebt(amount, owed, asset),
      guard.ownedBy(snapshot, id),
      guard.aboveMinimumDebt(asset, owed - paid),
    ),
    units: { collateral: asset, debt: asset },
  });
}
