import { encodeFunctionData } from "viem";
import { assetOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { Plan, Preview } from "../plan";
import type { AccountId, Snapshot } from "../types";
import { MAX_UINT256, type TokenAmount } from "../units";
import { engineCall, frozen, UNCHANGED } from "./plan";

/** Parameters of {@link net}. */
export interface NetParameters {
  readonly snapshot: Snapshot;
  /** Market of both accounts. */
  readonly market: number;
  /** Holds the collateral asset and owes the debt asset. */
  readonly unhealthy: AccountId;
  /** Holds the debt asset and owes the collateral asset. */
  readonly counterparty: AccountId;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  /** Most collateral moved; what both sides can when left out. */
  readonly maxAmount?: TokenAmount | undefined;
}

/** Arguments of a `net` plan. */
export type NetArgs = Required<Omit<NetParameters, "snapshot" | "maxAmount">> & {
  readonly maxAmount: TokenAmount;
};

/** What {@link net} returns. */
export type NetReturnType = Plan<"net", NetArgs, Preview>;

/** What {@link net} throws. */
export type NetErrorType = GimbalErrorType;

/**
 * Closes an unhealthy account against an opposite one of the same market at the oracle price: no market, no price
 * impact. Anyone may, when it is due.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot: says where the engine is.
 * @param parameters.market Market of both accounts.
 * @param parameters.unhealthy Holds the collateral asset and owes the debt asset.
 * @param parameters.counterparty Holds the debt asset and owes the collateral asset.
 * @param parameters.collateralAsset Asset index.
 * @param parameters.debtAsset Asset index.
 * @param parameters.maxAmount Most collateral moved.
 * @returns Frozen plan.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = net({ snapshot, market: 1, unhealthy, counterparty, collateralAsset: 1, debtAsset: 0 });
 */
export function net(parameters: NetParameters): NetReturnType {
  const { snapshot, maxAmount = MAX_UINT256, ...pair } = parameters;
  const { market, unhealthy, counterparty, collateralAsset, debtAsset } = pair;
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "net",
    args: [unhealthy, counterparty, collateralAsset, debtAsset, maxAmount],
  });
  return frozen({
    action: { type: "net", args: { ...pair, maxAmount } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: UNCHANGED,
    guards: [],
    units: {
      collateral: assetOf(snapshot, market, collateralAsset),
      debt: assetOf(snapshot, market, debtAsset),
    },
  });
}
