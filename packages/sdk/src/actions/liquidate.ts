import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import { accountOf, assetOf, marketOf, walletOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import { type LiquidationResult, liquidation } from "../math/EngineLiquidation";
import { divUp, min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Guard, Plan, Preview } from "../plan";
import type { AccountId, AssetState, Snapshot } from "../types";
import type { BasisPoints, TokenAmount, Usd, Wad } from "../units";
import { BASIS_POINTS, MAX_UINT256, WAD } from "../units";
import * as guard from "./guards";
import { checkedSlippage } from "./opening";
import { approvalFor, engineCall, frozen, ownerOf } from "./plan";
import { plusSlippage } from "./tradeGuards";

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
  /** Age of the account's auction, in seconds; without one when left out. See `auctionAge`. */
  readonly age?: bigint;
  /** What the throttle of the collateral leaves; all when left out. See `throttleRoom`. */
  readonly room?: Usd;
  /** Most paid, as a tolerance above the expected price. */
  readonly slippage: BasisPoints;
  /** Last second of validity, in unix seconds; any when left out. */
  readonly deadline?: bigint;
  /** Receiver of the collateral; the owner of the snapshot when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `liquidate` plan. */
export interface LiquidateArgs {
  readonly account: AccountId;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly maxRepaid: TokenAmount;
  /** Most debt units for one unit of collateral. */
  readonly maxPrice: Wad;
  readonly deadline: bigint;
  readonly recipient: Address;
}

/** Preview of a liquidation. */
export interface LiquidatePreview extends Preview {
  readonly repaid: TokenAmount;
  /** Paid on top of `repaid`. */
  readonly fee: TokenAmount;
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
 * @param parameters.age Age of the account's auction, in seconds.
 * @param parameters.room What the throttle of the collateral leaves.
 * @param parameters.slippage Most paid, as a tolerance above the expected price.
 * @param parameters.deadline Last second of validity.
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
  const { age = 0n, room, deadline = MAX_UINT256 } = parameters;
  const result = liquidation({
    market,
    amounts: account,
    collateralAsset,
    debtAsset,
    minDebt,
    maxRepaid,
    age,
    ...(room === undefined ? {} : { room }),
  });
  const close = result.type === "close" ? result : { repaid: 0n, fee: 0n, seized: 0n, bonus: 0n };
  const price = close.seized === 0n ? 0n : divUp((close.repaid + close.fee) * WAD, close.seized);
  const maxPrice = divUp(price * (BASIS_POINTS + checkedSlippage(parameters.slippage)), BASIS_POINTS);
  const recipient = parameters.recipient ?? ownerOf(snapshot);
  // interest and prices move until the transaction runs: the engine may ask for a little more
  const pulled = min(maxRepaid, plusSlippage(close.repaid, parameters.slippage));
  const take = {
    collateralAsset,
    debtAsset,
    maxRepaid: pulled,
    maxPrice,
    deadline,
    to: recipient,
    data: "0x",
  } as const;
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "liquidate",
    args: [id, take],
  });
  const change = { collateral: -close.seized, debt: -close.repaid };
  const after = moved({ market, collateral, debt }, account, change);
  return frozen({
    action: {
      type: "liquidate",
      args: { account: id, collateralAsset, debtAsset, maxRepaid: pulled, maxPrice, deadline, recipient },
    },
    approvals: approvalFor(snapshot, debt, "engine", pulled + plusSlippage(close.fee, parameters.slippage)),
    calls: engineCall(snapshot, data),
    preview: {
      before: position(market, id, account),
      after: position(market, id, after),
      repaid: close.repaid,
      fee: close.fee,
      seized: close.seized,
      bonus: close.bonus,
    },
    guards: guard.findings(
      guard.notOwnedBy(snapshot, id),
      refusal(result, debt),
      guard.withinBalance(close.repaid + close.fee, walletOf(snapshot, debt.token), debt),
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
    case "slice-too-soon":
      return guard.notLiquidatable("The last slice of this account is too recent.");
    case "throttled":
      return guard.notLiquidatable("Liquidations of this collateral wait for its market.");
    case "strands-debt":
      return guard.strandsDebt(result.actual, result.bound, debt);
  }
}
