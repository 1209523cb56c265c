import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import { accountOwner } from "../accounts";
import { accountOf, assetOf, marketOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import { engineCall, frozen, riskGuards } from "./plan";

/** Parameters of {@link borrow}. */
export interface BorrowParameters {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Market of the account. */
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  readonly amount: TokenAmount;
  /** Receiver; the owner of the account when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `borrow` plan. */
export interface BorrowArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly asset: number;
  readonly amount: TokenAmount;
  readonly recipient: Address;
}

/** What {@link borrow} returns. */
export type BorrowReturnType = Plan<"borrow", BorrowArgs>;

/** What {@link borrow} throws. */
export type BorrowErrorType = GimbalErrorType;

/**
 * Borrows to a wallet. The account must cover its initial margin after.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account.
 * @param parameters.account Account.
 * @param parameters.market Market of the account.
 * @param parameters.asset Asset index.
 * @param parameters.amount Amount sent to the recipient.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = borrow({ snapshot, account, market: 1, asset: 0, amount: 500_000_000n });
 */
export function borrow(parameters: BorrowParameters): BorrowReturnType {
  const { snapshot, account: id, market: marketId, asset: index, amount } = parameters;
  const account = accountOf(snapshot, id);
  const market = marketOf(snapshot, marketId);
  const asset = assetOf(snapshot, marketId, index);
  const recipient = parameters.recipient ?? accountOwner(id);
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "borrow",
    args: [id, marketId, index, amount, recipient],
  });
  const after = moved({ market, collateral: asset, debt: asset }, account, { collateral: 0n, debt: amount });
  return frozen({
    action: { type: "borrow", args: { account: id, market: marketId, asset: index, amount, recipient } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: { before: position(market, id, account), after: position(market, id, after) },
    guards: guard.findings(
      guard.notZero(amount),
      guard.ownedBy(snapshot, id),
      guard.inMarket(account, market, snapshot),
      guard.oneSide(asset, account.collateral[index] ?? 0n, "owe"),
      guard.borrowable(asset, amount, after.debt[index] ?? 0n),
      riskGuards(snapshot, market, account, after),
    ),
    units: { debt: asset },
  });
}
