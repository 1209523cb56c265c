import { isAddressEqual } from "viem";
import { accountOwner } from "../accounts";
import { inPercent, inRatio, inTime, inUnits, inUsd, type Unit } from "../amounts/sentences";
import { type Amounts, covers, factorOf, tryRequirement } from "../math/EngineRisk";
import { tightestCap } from "../math/positionCap";
import type { Guard, GuardCode } from "../plan";
import type {
  AccountId,
  AccountState,
  AssetState,
  Health,
  MarketState,
  Snapshot,
  WalletState,
} from "../types";
import { type Seconds, type TokenAmount, WAD } from "../units";

const HEALTH_WARNING = (WAD * 105n) / 100n;
/** `deleverage` accepts a tenth of loss. */
const MAX_SALE_LOSS = 10n;

/** What one guard says: nothing, while all is well. */
export type Finding = Guard | undefined;

/** The findings, without those that found nothing. */
export function findings(...guards: readonly (Finding | readonly Finding[])[]): readonly Guard[] {
  return guards.flat().filter((guard): guard is Guard => guard !== undefined);
}

export function block(code: GuardCode, message: string, actual?: bigint, bound?: bigint): Guard {
  return {
    code,
    level: "block",
    message,
    ...(actual === undefined || bound === undefined ? {} : { actual, bound }),
  };
}

export function warn(code: GuardCode, message: string, actual?: bigint, bound?: bigint): Guard {
  return { ...block(code, message, actual, bound), level: "warn" };
}

export function notZero(amount: bigint): Finding {
  return amount > 0n ? undefined : block("amount-zero", "Enter an amount.");
}

/** More than the wallet has. */
export function withinBalance(amount: TokenAmount, wallet: WalletState | undefined, unit: Unit): Finding {
  const balance = wallet?.balance;
  if (balance === undefined || amount <= balance) return undefined;
  const short = inUnits(amount - balance, unit, "up");
  return block("amount-above-balance", `${short} more than your balance. Use Max.`, amount, balance);
}

/** More than the account holds. */
export function withinCollateral(amount: TokenAmount, held: TokenAmount, unit: Unit): Finding {
  if (amount <= held) return undefined;
  return block("amount-above-collateral", `The account holds ${inUnits(held, unit)}. Use Max.`, amount, held);
}

export function withinDebt(amount: TokenAmount, owed: TokenAmount, unit: Unit): Finding {
  if (amount <= owed) return undefined;
  return warn(
    "amount-above-debt",
    `Only ${inUnits(owed, unit, "up")} is owed. The rest stays with you.`,
    amount,
    owed,
  );
}

export function withinSupplied(amount: TokenAmount, supplied: TokenAmount, unit: Unit): Finding {
  if (amount <= supplied) return undefined;
  return block(
    "amount-above-supplied",
    `You have supplied ${inUnits(supplied, unit)}. Use Max.`,
    amount,
    supplied,
  );
}

export function ownedBy(snapshot: Snapshot, account: AccountId): Finding {
  const owner = accountOwner(account);
  if (snapshot.owner !== undefined && isAddressEqual(owner, snapshot.owner)) return undefined;
  return block("not-owner", `This account belongs to ${owner}. Use that wallet.`);
}

export function notOwnedBy(snapshot: Snapshot, account: AccountId): Finding {
  const owned = ownedBy(snapshot, account) === undefined;
  return owned
    ? block("own-account", "You cannot liquidate your own account. Repay, or add collateral.")
    : undefined;
}

export function inMarket(account: AccountState, market: MarketState, snapshot: Snapshot): Finding {
  if (account.market === 0 || account.market === market.id) return undefined;
  const other = snapshot.markets.find((m) => m.id === account.market)?.slug ?? `market ${account.market}`;
  return block(
    "account-in-other-market",
    `This account trades in ${other}. Close it first, or use another account.`,
  );
}

export function takesRisk(market: MarketState): Finding {
  if (market.paused) return block("market-paused", "Opening is paused. Closing works.");
  if (market.openingsClosed)
    return block("openings-closed", "Liquidations are not covered well enough to open more. Closing works.");
  return market.halted
    ? block("market-halted", "Opening is halted until volatility and depth are calm again. Closing works.")
    : undefined;
}

/** Whether the depth of each asset carries what of a position would have to be unwound in it. */
export function withinPositionCap(market: MarketState, after: Amounts): Finding {
  const use = tightestCap(market.assets, after);
  if (use === undefined || use.actual <= use.bound) return undefined;
  const symbol = market.assets[use.asset]?.symbol ?? "this asset";
  const message = `Depth carries positions in ${symbol} of at most ${inUsd(use.bound)} debt. Lower the size.`;
  return block("position-cap", message, use.actual, use.bound);
}

export function collateralAccepted(asset: AssetState): Finding {
  if (asset.reserve.limits.collateralEnabled) return undefined;
  return block("collateral-disabled", `New collateral in ${asset.symbol} is switched off. Closing works.`);
}

/** What a borrower needs of the reserve: permission, cash, room under the cap, and enough debt to be worth it. */
export function borrowable(
  asset: AssetState,
  amount: TokenAmount,
  owedAfter: TokenAmount,
): readonly Finding[] {
  const { cash, debt, limits } = asset.reserve;
  const room = limits.debtCap > debt ? limits.debtCap - debt : 0n;
  return [
    limits.borrowEnabled
      ? undefined
      : block("borrow-disabled", `New debt in ${asset.symbol} is switched off. Closing works.`),
    amount > cash
      ? block("cash-short", `${inUnits(cash, asset)} can be borrowed now. Lower the size.`, amount, cash)
      : undefined,
    amount > room
      ? block(
          "debt-cap-exceeded",
          `The cap leaves ${inUnits(room, asset)} to borrow. Lower the size.`,
          amount,
          room,
        )
      : undefined,
    aboveMinimumDebt(asset, owedAfter),
  ];
}

export function aboveMinimumDebt(asset: AssetState, owedAfter: TokenAmount): Finding {
  const { minDebt } = asset.reserve.limits;
  if (owedAfter === 0n || owedAfter >= minDebt) return undefined;
  const message = `Debt would be ${inUnits(owedAfter, asset)}; the minimum is ${inUnits(minDebt, asset, "up")}.`;
  return block("debt-below-minimum", message, owedAfter, minDebt);
}

export function supplyRoom(asset: AssetState, amount: TokenAmount): Finding {
  const { supplied, limits } = asset.reserve;
  const room = limits.supplyCap > supplied ? limits.supplyCap - supplied : 0n;
  if (amount <= room) return undefined;
  return block("supply-cap-exceeded", `The cap leaves room for ${inUnits(room, asset)}.`, amount, room);
}

export function redeemable(asset: AssetState, amount: TokenAmount): Finding {
  const { cash } = asset.reserve;
  if (amount <= cash) return undefined;
  const message = `${inUnits(cash, asset)} is not lent out now. Withdraw that, or wait for repayments.`;
  return block("cash-short", message, amount, cash);
}

/** An account never holds and owes one asset. */
export function oneSide(asset: AssetState, other: TokenAmount, doing: "hold" | "owe"): Finding {
  if (other === 0n) return undefined;
  return doing === "hold"
    ? block("same-asset", `The account owes ${asset.symbol}. Repay with it instead.`)
    : block("same-asset", `The account holds ${asset.symbol}. Withdraw it instead.`);
}

/** Prices that an action which adds risk, or compares health, cannot do without. */
export function priced(assets: readonly AssetState[], now: Seconds): readonly Finding[] {
  return assets.map((asset) => {
    const { symbol, price } = asset;
    if (price.status === "ok") return undefined;
    if (price.sequencer === "down" || price.sequencer === "settling") {
      const until = price.settledAt > now ? ` Opening works again in ${inTime(price.settledAt - now)}.` : "";
      return block("price-down", `The sequencer of the chain was down.${until} Repaying and closing work.`);
    }
    if (price.status === "guarded") {
      const message = `${doubt(asset)} Collateral counts at the lower price, debt at the higher.`;
      return warn("price-guarded", message, price.deviation, price.maxDeviation);
    }
    if (price.staleAfter === 0n || price.staleAfter > now) {
      return block(
        "price-down",
        `${symbol} has no usable price. Adding collateral, repaying and closing work.`,
      );
    }
    const age = inTime(now - price.updatedAt);
    const message = `The price of ${symbol} is ${age} old. Adding collateral, repaying and closing work.`;
    return block("price-stale", message, now, price.staleAfter);
  });
}

/** The first reason why a price is guarded, worst first. */
function doubt({ symbol, price }: AssetState): string {
  const { reasons } = price;
  if (reasons.includes("jump")) return `The price of ${symbol} jumped and nothing confirms it yet.`;
  if (reasons.includes("deviation"))
    return `Sources differ by ${inPercent(price.deviation, "up")} for ${symbol}.`;
  if (reasons.includes("base")) return `Sources differ for what ${symbol} is priced in.`;
  return `A source of ${symbol} is silent.`;
}

/** Legs of 2^120 wad dollars and more are refused. */
export function valued(market: MarketState, after: Amounts): Finding {
  if (tryRequirement(market, after, "initial") !== "leg-too-large") return undefined;
  return block("amount-too-large", "The amount is larger than the engine can value. Enter a smaller one.");
}

/** The check the engine makes after an action that adds risk. */
export function initialMarginMet(after: Health | undefined): Finding {
  if (after === undefined || covers(after)) return undefined;
  const needed = after.debt + after.margin;
  const message = `Collateral would be ${inUsd(after.collateral)}; debt and opening margin need ${inUsd(needed, "up")}. Lower the size.`;
  return block("initial-margin-not-met", message, after.collateral, needed);
}

/** A position that stands, and is close to liquidation. */
export function healthy(after: Health | undefined): Finding {
  const factor = after === undefined ? null : factorOf(after);
  if (factor === null || factor >= HEALTH_WARNING) return undefined;
  return warn(
    "health-low",
    `Health falls to ${inRatio(factor)}. Liquidation begins below 1.00.`,
    factor,
    HEALTH_WARNING,
  );
}

/** The checks of `deleverage`: what is sold is worth what is repaid, but for a tenth, and health is not lower. */
export function notRiskier(before: Health | undefined, after: Health | undefined): Finding {
  if (before === undefined || after === undefined || after.debt === 0n) return undefined;
  const sold = before.collateral - after.collateral;
  const repaid = before.debt - after.debt;
  const bound = repaid + repaid / MAX_SALE_LOSS;
  if (sold > bound) {
    const message = `Collateral of ${inUsd(sold)} would be sold for a repayment of ${inUsd(repaid)}. Trade less.`;
    return block("sale-at-loss", message, sold, bound);
  }
  const lower =
    after.collateral === 0n ||
    (after.collateral - after.margin) * before.debt < (before.collateral - before.margin) * after.debt;
  if (!lower) return undefined;
  return block(
    "health-lowered",
    "The trade would cost more health than it frees. Trade less, or add collateral first.",
  );
}

/** Selling all collateral has to cover the debt. */
export function coversDebt(proceeds: TokenAmount, owed: TokenAmount, unit: Unit): Finding {
  if (proceeds >= owed) return undefined;
  const message = `Closing would bring ${inUnits(proceeds, unit)}; ${inUnits(owed, unit, "up")} is needed. Repay the difference first.`;
  return block("proceeds-below-debt", message, proceeds, owed);
}

export function positionMissing(message: string): Guard {
  return block("position-missing", message);
}

export function notLiquidatable(message: string, actual?: bigint, bound?: bigint): Guard {
  return block("not-liquidatable", message, actual, bound);
}

export function strandsDebt(actual: TokenAmount, bound: TokenAmount, unit: Unit): Guard {
  const message = `${inUnits(actual, unit)} of debt would be left; the minimum is ${inUnits(bound, unit, "up")}. Repay more, or less.`;
  return block("debt-below-minimum", message, actual, bound);
}
