import type { Address, Hex } from "viem";
import { lenderAccount } from "../accounts";
import { walletOf } from "../entities/snapshot";
import { OwnerMissingError } from "../errors/input";
import { type Amounts, health } from "../math/EngineRisk";
import type { Approval, Call, Plan, Preview } from "../plan";
import type { AccountId, AssetState, MarketState, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";

/** Owner of the snapshot. */
export function ownerOf(snapshot: Snapshot): Address {
  if (snapshot.owner === undefined) throw new OwnerMissingError();
  return snapshot.owner;
}

/** Account of the supply shares of the owner of the snapshot. */
export function suppliersAccount(snapshot: Snapshot): AccountId {
  return lenderAccount(ownerOf(snapshot));
}

/** The approval an action misses: none if the allowance is there, or nothing is pulled. */
export function approvalFor(
  snapshot: Snapshot,
  asset: AssetState,
  to: "engine" | "router",
  amount: TokenAmount,
): readonly Approval[] {
  const wallet = walletOf(snapshot, asset.token);
  const current = (to === "engine" ? wallet?.engineAllowance : wallet?.routerAllowance) ?? 0n;
  if (amount === 0n || current >= amount) return [];
  const { marginEngine, tradeRouter } = snapshot.deployment.contracts;
  const spender = to === "engine" ? marginEngine : tradeRouter;
  const { token, symbol, decimals } = asset;
  return [{ token, symbol, decimals, spender, amount, current }];
}

/** Preview of an action that moves no position. */
export const UNCHANGED: Preview = { before: undefined, after: undefined };

/** A call of the engine. */
export function engineCall(snapshot: Snapshot, data: Hex): readonly Call[] {
  return [{ to: snapshot.deployment.contracts.marginEngine, data, value: 0n }];
}

/** The plan, frozen: what was previewed is what is sent. */
export function frozen<plan extends Plan<string, unknown, unknown>>(plan: plan): plan {
  for (const part of [plan.action, plan.action.args, plan.approvals, plan.calls, plan.preview, plan.guards]) {
    Object.freeze(part);
  }
  for (const part of [...plan.approvals, ...plan.calls, ...plan.guards]) Object.freeze(part);
  return Object.freeze(plan);
}

/** Findings of an action that adds risk to an account with debt. */
export function riskGuards(snapshot: Snapshot, market: MarketState, before: Amounts, after: Amounts) {
  return guard.findings(
    guard.takesRisk(market),
    guard.valued(market, after),
    guard.withinPositionCap(market, after),
    guard.priced(usedAssets(market, before, after), snapshot.timestamp),
    guard.initialMarginMet(health(market, after, "initial")),
    guard.healthy(health(market, after, "maintenance")),
  );
}

/** Assets that an account holds or owes in one of these states. */
export function usedAssets(market: MarketState, ...states: readonly Amounts[]): readonly AssetState[] {
  return market.assets.filter(({ index }) =>
    states.some(({ collateral, debt }) => (collateral[index] ?? 0n) + (debt[index] ?? 0n) !== 0n),
  );
}
