import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import { accountOwner } from "../accounts";
import { accountOf, assetOf, marketOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import { MAX_UINT256 } from "../units";
import * as guard from "./guards";
import { engineCall, frozen, riskGuards } from "./plan";

/** Parameters of {@link removeCollateral}. */
export interface RemoveCollateralParameters {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Asset index. */
  readonly asset: number;
  /** `"max"` takes all of it, whatever it is when the transaction runs. */
  readonly amount: TokenAmount | "max";
  /** Receiver; the owner of the account when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `removeCollateral` plan. */
export interface RemoveCollateralArgs {
  readonly account: AccountId;
  readonly asset: number;
  readonly amount: TokenAmount;
  readonly recipient: Address;
}

/** What {@link removeCollateral} returns. */
export type RemoveCollateralReturnType = Plan<"removeCollateral", RemoveCollateralArgs>;

/** What {@link removeCollateral} throws. */
export type RemoveCollateralErrorType = GimbalErrorType;

/**
 * Takes collateral out of an account. With debt, the rest must cover the initial margin.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account.
 * @param parameters.account Account.
 * @param parameters.asset Asset index.
 * @param parameters.amount Amount, or `"max"`.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {MarketUnknownError} when the account is empty.
 *
 * @example
 * const plan = removeCollateral({ snapshot, account, asset: 0, amount: "max" });
 */
export function removeCollateral(parameters: RemoveCollateralParameters): RemoveCollateralReturnType {
  const { snapshot, account: id, asset: index } = parameters;
  const account = accountOf(snapshot, id);
  const market = marketOf(snapshot, account.market);
  const asset = assetOf(snapshot, market.id, index);
  const held = account.collateral[index] ?? 0n;
  const amount = parameters.amount === "max" ? held : parameters.amount;
  const recipient = parameters.recipient ?? accountOwner(id);
  const sent = parameters.amount === "max" ? MAX_UINT256 : amount;
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "withdraw",
    args: [id, index, sent, recipient],
  });
  const out = { collateral: -min(amount, held), debt: 0n };
  const after = moved({ market, collateral: asset, debt: asset }, account, out);
  return frozen({
    action: { type: "removeCollateral", args: { account: id, asset: index, amount: sent, recipient } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: { before: position(market, id, account), after: position(market, id, after) },
    guards: guard.findings(
      guard.notZero(amount),
      guard.withinCollateral(amount, held, asset),
      guard.ownedBy(snapshot, id),
      account.debt.some((owed) => owed !== 0n) ? riskGuards(snapshot, market, account, after) : [],
    ),
    units: { collateral: asset },
  });
}
