import type { LiquidationQuote } from "../liquidation/report";
import { divUp, min } from "../math/FixedPointMath";
import type { Guard } from "../plan";
import type { AccountState, AssetState } from "../types";
import type { TokenAmount, Wad } from "../units";
import * as guard from "./guards";

/** Amounts of a take. */
export interface TakeAmounts {
  /** Debt repaid and fee [units of the debt asset]. */
  readonly paid: TokenAmount;
  readonly repaid: TokenAmount;
  readonly fee: TokenAmount;
  readonly seized: TokenAmount;
  readonly bonus: Wad;
}

/** Amounts of the quote, or as much of them as a budget repays. */
export function sizedTo(quote: LiquidationQuote, budget: TokenAmount | undefined): TakeAmounts {
  const { repaid: whole, fee, seized, bonus } = quote;
  const repaid = budget === undefined ? whole : min(budget, whole);
  if (repaid === whole || whole === 0n) return { paid: whole + fee, repaid: whole, fee, seized, bonus };
  const partFee = divUp(fee * repaid, whole);
  return { paid: repaid + partFee, repaid, fee: partFee, seized: (seized * repaid) / whole, bonus };
}

/** Why a budget cannot be spent, if so: it must not leave a debt that is too small to liquidate. */
export function notStranding(
  account: AccountState,
  debt: AssetState,
  quote: LiquidationQuote,
  { repaid }: TakeAmounts,
): Guard | undefined {
  if (repaid >= quote.repaid) return undefined;
  const left = (account.debt[quote.debtAsset] ?? 0n) - repaid;
  const { minDebt } = debt.reserve.limits;
  return left > 0n && left < minDebt ? guard.strandsDebt(left, minDebt, debt) : undefined;
}
