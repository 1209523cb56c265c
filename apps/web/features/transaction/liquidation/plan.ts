import {
  AuctionUnknownError,
  claim,
  type LiquidatableAccount,
  type LiquidationReport,
  mark,
  net,
  type Snapshot,
  setNettable,
  setSoftZone,
  take,
  takeAndSell,
} from "@gimbal/sdk";
import type { Intent, LiquidationIntent } from "../intent";
import type { LiquidationPlan, PlanContext } from "../plan-of";

const types: Readonly<Record<LiquidationIntent["type"], true>> = {
  take: true,
  mark: true,
  net: true,
  softZone: true,
  nettable: true,
  claim: true,
};

export function isLiquidation(intent: Intent): intent is LiquidationIntent {
  return intent.type in types;
}

/** Whether the report of liquidations is needed to plan an intent. */
export function needsReport(intent: Intent): boolean {
  return intent.type === "take";
}

/** Plan of an intent about accounts of others, at one report of them. */
export function planLiquidation(
  intent: LiquidationIntent,
  { snapshot, limits }: PlanContext,
  report: LiquidationReport | undefined,
): LiquidationPlan {
  switch (intent.type) {
    case "take": {
      const { account, collateralAsset, debtAsset, maxRepaid } = intent;
      const found = report?.accounts.find(({ state }) => state.id === account);
      // as of the last block: until the transaction is mined the bonus can only grow, so its price is a bound that holds
      const quote = found?.quote;
      const isPair = quote?.collateralAsset === collateralAsset && quote.debtAsset === debtAsset;
      if (found === undefined || quote === undefined || !isPair) throw new AuctionUnknownError(account);
      return (intent.capital === "flash" ? takeAndSell : take)({
        snapshot: including(snapshot, found),
        account,
        quote,
        ...limits,
        ...(maxRepaid !== "max" && { maxRepaid }),
      });
    }
    case "mark":
      return mark({ snapshot, accounts: intent.accounts });
    case "net": {
      const { market, account, counterparty, collateralAsset, debtAsset } = intent;
      return net({ snapshot, market, unhealthy: account, counterparty, collateralAsset, debtAsset });
    }
    case "softZone":
      return setSoftZone({ snapshot, account: intent.account, on: intent.on });
    case "nettable":
      return setNettable({ snapshot, account: intent.account, on: intent.on });
    case "claim":
      return claim({ snapshot, market: intent.market, asset: intent.asset });
  }
}

/** A snapshot of one person, with an account of another in it. */
function including(snapshot: Snapshot, { state }: LiquidatableAccount): Snapshot {
  return { ...snapshot, accounts: [...snapshot.accounts.filter(({ id }) => id !== state.id), state] };
}
