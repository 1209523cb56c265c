import { type Address, concatHex, encodeFunctionData, type Hex, numberToHex } from "viem";
import { inUnits } from "../amounts/sentences";
import { accountOf, assetOf, marketOf, poolOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { FlashTakeUnknownError } from "../errors/input";
import { liquidationTakerAbi } from "../generated/liquidationAbis";
import type { LiquidationQuote } from "../liquidation/report";
import { estimateSwap } from "../math/estimateSwap";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan } from "../plan";
import type { AccountId, AssetState, Snapshot } from "../types";
import type { BasisPoints, Seconds, TokenAmount } from "../units";
import * as guard from "./guards";
import { checkedSlippage } from "./opening";
import { frozen, ownerOf } from "./plan";
import { notStranding, sizedTo } from "./sizedTo";
import type { TakePreview } from "./take";
import { takeable } from "./takeable";
import { lessSlippage, notExpired, plusSlippage } from "./tradeGuards";

/** Parameters of {@link takeAndSell}. */
export interface TakeAndSellParameters {
  /** Snapshot of the taker as owner. */
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** What the chain says of the pair. */
  readonly quote: LiquidationQuote;
  /** Most to repay, without the fee; what the engine allows when left out. */
  readonly maxRepaid?: TokenAmount | undefined;
  /** Most that the profit may be less than estimated. */
  readonly slippage: BasisPoints;
  /** Last valid time. */
  readonly deadline: Seconds;
}

/** Arguments of a `takeAndSell` plan. */
export interface TakeAndSellArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly maxRepaid: TokenAmount;
  /** Least that is left after paying [units of the debt asset]. */
  readonly minProfit: TokenAmount;
  readonly deadline: Seconds;
  readonly recipient: Address;
}

/** Preview of a take whose collateral is sold at once. */
export interface TakeAndSellPreview extends TakePreview {
  /** What is left after paying [units of the debt asset]. */
  readonly profit: TokenAmount;
}

/** What {@link takeAndSell} returns. */
export type TakeAndSellReturnType = Plan<"takeAndSell", TakeAndSellArgs, TakeAndSellPreview>;

/** What {@link takeAndSell} throws. */
export type TakeAndSellErrorType = GimbalErrorType;

/**
 * Takes an account without own capital: what is seized is sold in the pool, and pays for itself. What is left comes to
 * the caller; less than the least of it, and nothing happens.
 *
 * Reads nothing: arithmetic on the snapshot and a quote of the chain.
 *
 * @param parameters.snapshot Snapshot of the taker as owner, with the account among its accounts.
 * @param parameters.account Account.
 * @param parameters.quote What the chain says of the pair.
 * @param parameters.maxRepaid Most to repay, without the fee.
 * @param parameters.slippage Most that the profit may be less than estimated.
 * @param parameters.deadline Last valid time.
 * @returns Frozen plan; `preview.profit` is an estimate on the pool of the snapshot.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {FlashTakeUnknownError} when the deployment has no taker, or the pair trades in no pool.
 *
 * @example
 * const plan = takeAndSell({ snapshot, account, quote, slippage: 50n, deadline });
 */
export function takeAndSell(parameters: TakeAndSellParameters): TakeAndSellReturnType {
  const { snapshot, account: id, quote, slippage, deadline } = parameters;
  const { collateralAsset, debtAsset } = quote;
  const account = accountOf(snapshot, id);
  const market = marketOf(snapshot, account.market);
  const collateral = assetOf(snapshot, market.id, collateralAsset);
  const debt = assetOf(snapshot, market.id, debtAsset);
  const taker = snapshot.deployment.contracts.liquidationTaker;
  // both in base assets would take two pools
  if (taker === undefined || (collateral.index !== 0 && debt.index !== 0)) throw new FlashTakeUnknownError();
  const traded = collateral.index === 0 ? debt : collateral;
  const pool = poolOf(snapshot, market.id, traded.index);
  const sized = sizedTo(quote, parameters.maxRepaid);
  const { amountOut } = estimateSwap({ pool, tokenIn: collateral.token, amountIn: sized.seized });
  const { paid } = sized;
  const profit = amountOut > paid ? amountOut - paid : 0n;
  const minProfit = lessSlippage(profit, checkedSlippage(slippage));
  const maxRepaid = parameters.maxRepaid ?? plusSlippage(quote.repaid, slippage);
  const recipient = ownerOf(snapshot);
  const args = {
    account: id,
    market: market.id,
    collateralAsset,
    debtAsset,
    maxRepaid,
    minProfit,
    deadline,
    recipient,
  };
  const path = pathOf(collateral, debt, traded);
  const data = encodeFunctionData({
    abi: liquidationTakerAbi,
    functionName: "take",
    args: [id, { collateralAsset, debtAsset, maxRepaid, path, minProfit, recipient, deadline }],
  });
  const change = { collateral: -sized.seized, debt: -sized.repaid };
  return frozen({
    action: { type: "takeAndSell", args },
    approvals: [],
    calls: [{ to: taker, data, value: 0n }],
    preview: {
      before: position(market, id, account),
      after: position(market, id, moved({ market, collateral, debt }, account, change)),
      ...sized,
      profit,
    },
    guards: guard.findings(
      guard.notOwnedBy(snapshot, id),
      takeable(quote),
      notStranding(account, debt, quote, sized),
      amountOut < paid
        ? guard.block(
            "sale-at-loss",
            `Selling brings ${inUnits(amountOut, debt)} in the pool; ${inUnits(paid, debt, "up")} is to be paid. Wait for a better price.`,
            amountOut,
            paid,
          )
        : undefined,
      notExpired(deadline, snapshot.timestamp),
    ),
    units: { collateral, debt, traded: debt },
  });
}

/** Token, fee and token, as Uniswap packs a path. */
function pathOf(collateral: AssetState, debt: AssetState, { deployed }: AssetState): Hex {
  const fee = numberToHex(deployed.poolFee ?? 0, { size: 3 });
  return concatHex([collateral.token, fee, debt.token]);
}
