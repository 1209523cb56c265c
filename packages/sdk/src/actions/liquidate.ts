import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import { accountOf, assetOf, marketOf, walletOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import { type LiquidationResult, liquidation } from "../math/EngineLiquidation";
import { min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Guard, Plan, Preview } from "../plan";
import type { AccountId, AssetState, Snapshot } from "../types";
import type { BasisPoints, TokenAmount, Wad } from "../units";
import { MAX_UINT256 } from "../units";
import * as guard from "./guards";
import { checkedSlippage } from "./opening";
import { approvalFor, engineCall, frozen, ownerOf } from "./plan";
import { lessSlippage, plusSlippage } from "./tradeGuards";

/** Parameters of {@link liquidate}. */
export interface LiquidateParameters {
  /** Snapshot of the liquidator as owner, with the account among its accounts. */
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Index of the asset taken. */
  readonly collateralAsset: number;
  /** Index of the asset repaid. */
  readonly debtAsset: number;
  /** Most to repay; what the engine allows when left out. */
  readonly maxRepaid?: TokenAmount;
  /** Least taken, as a tolerance below the expected amount. */
  readonly slippage: BasisPoints;
  /** Receiver of the collateral; the owner of the snapshot when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `liquidate` plan. */
export interface LiquidateArgs {
  readonly account: AccountId;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly maxRepaid: TokenAmount;
  readonly minSeized: TokenAmount;
  readonly recipient: Address;
}

/** Preview of a liquidation. */
export interface LiquidatePreview extends Preview {
  readonly repaid: TokenAmount;
  readonly seized: TokenAmount;
  readonly bonus: Wad;
}

/** What {@link liquidate} returns. */
export type LiquidateReturnType = Plan<"liquidate", LiquidateArgs, LiquidatePreview>;

/** What {@link liquidate} throws. */
export type LiquidateErrorType = GimbalErrorType;

/**
 * Repays debt of an unhealthy account and takes collateral with a bonus: as much as brings it back to the target health.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot of the liquidator as owner, with the account among its accounts.
 * @param parameters.account Account.
 * @param parameters.collateralAsset Index of the asset taken.
 * @param parameters.debtAsset Index of the asset repaid.
 * @param parameters.maxRepaid Most to repay.
 * @param parameters.slippage Least taken, as a tolerance below the expected amount.
 * @param parameters.recipient Receiver of the collateral.
 * @returns Frozen plan; `preview` has the account before and after, and what is repaid and taken.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {MarketUnknownError} when the account is empty.
 * @throws {SlippageOutOfRangeError} when the tolerance is below 0 or above 100 %.
 *
 * @example
 * const plan = liquidate({ snapshot, account, collateralAsset: 1, debtAsset: 0, slippage: 50n });
 */
export function liquidate(parameters: LiquidateParameters): LiquidateReturnType {
  const { snapshot, account: id, collateralAsset, debtAsset, maxRepaid = MAX_UINT256 } = parameters;
  const account = accountOf(snapshot, id);
  const market = marketOf(snapshot, account.market);
  const collateral = assetOf(snapshot, market.id, collateralAsset);
  const debt = assetOf(snapshot, market.id, debtAsset);
  const { minDebt } = debt.reserve.limits;
  const result = liquidation({ market, amounts: account, collateralAsset, debtAsset, minDebt, maxRepaid });
  const close = result.type === "close" ? result : { repaid: 0n, seized: 0n, bonus: 0n };
  const minSeized = lessSlippage(close.seized, checkedSlippage(parameters.slippage));
  const recipient = parameters.recipient ?? ownerOf(snapshot);
  // interest and prices move until the transaction runs: the engine may ask for a little more
  const pulled = min(maxRepaid, plusSlippage(close.repaid, parameters.slippage));
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "liquidate",
    args: [id, collateralAsset, debtAsset, pulled, minSeized, recipient, "0x"],
  });
  const change = { collateral: -close.seized, debt: -close.repaid };
  const after = moved({ market, collateral, debt }, account, change);
  return frozen({
    action: {
      type: "liquidate",
      args: { account: id, collateralAsset, debtAsset, maxRepaid: pulled, minSeized, recipient },
    },
    approvals: approvalFor(snapshot, debt, "engine", pulled),
    calls: engineCall(snapshot, data),
    preview: {
      before: position(market, id, account),
      after: position(market, id, after),
      repaid: close.repaid,
      seized: close.seized,
      bonus: close.bonus,
    },
    guards: guard.findings(
      guard.notOwnedBy(snapshot, id),
      refusal(result, debt),
      guard.withinBalance(close.repaid, walletOf(snapshot, debt.token), debt),
    ),
    units: { collateral, debt, traded: collateral },
  });
}

function refusal(result: LiquidationResult, debt: AssetState): Guard | undefined {
  switch (result.type) {
    case "close":
      return undefined;
    case "unpriced":
      return guard.notLiquidatable("A price of this account is down. Liquidation waits for it.");
    case "nothing":
      return guard.notLiquidatable("The account has none of this pair. Choose another.");
    case "too-large":
      return guard.notLiquidatable("A leg of this account is larger than the engine can value.");
    case "lowers-health":
      return guard.notLiquidatable("This pair would lower health. Choose another.");
    case "healthy":
      return guard.notLiquidatable("The account is healthy.", result.actual, result.bound);
    case "strands-debt":
      return guard.strandsDebt(result.actual, result.bound, debt);
  }
}
