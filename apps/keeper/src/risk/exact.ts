import { EngineRisk, type Health, ReserveWords } from "@gimbal/sdk";
import type { Account } from "../accounts/account";
import { ASSETS } from "./floatMarket";
import type { KeptMarket } from "./market";

/** Collateral and debt by asset index, as the engine reports them in the block of the market. */
export function amountsOf(account: Account, market: KeptMarket): EngineRisk.Amounts {
  const collateral = new Array<bigint>(ASSETS).fill(0n);
  const debt = new Array<bigint>(ASSETS).fill(0n);
  for (const { asset, amount } of account.held) collateral[asset] = amount;
  for (const { asset, amount } of account.owed)
    debt[asset] = ReserveWords.debtOf(amount, market.assets[asset]?.reserve.index ?? 0n);
  return { collateral, debt };
}

/** Maintenance reading of the engine, to the wei; undefined while it cannot be valued. */
export function healthOf(account: Account, market: KeptMarket): Health | undefined {
  return EngineRisk.health(market, amountsOf(account, market), "maintenance");
}

/** Whether the engine would let anyone liquidate the account in the block of the market. */
export function isUnhealthy(account: Account, market: KeptMarket): boolean {
  const health = healthOf(account, market);
  return health !== undefined && health.debt > 0n && !EngineRisk.covers(health);
}
