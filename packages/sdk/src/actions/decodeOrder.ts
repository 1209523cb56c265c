import {
  type Address,
  decodeAbiParameters,
  decodeFunctionData,
  getAddress,
  type Hex,
  isAddressEqual,
  slice,
} from "viem";
import type { Deployment } from "../deployments/types";
import { marginEngineAbi } from "../generated/abis";
import { accountMoverAbi, positionOrderShapeAbi } from "../generated/ordersAbis";
import type { Call } from "../plan";
import type { AccountId } from "../types";
import type { TokenAmount } from "../units";
import { PositionOrderKind } from "./positionOrder";

/** An order of the position router, as its calldata says it. */
export interface DecodedSwap {
  readonly type: "flip" | "swapCollateral" | "swapDebt";
  readonly account: AccountId;
  readonly market: number;
  /** Asset index of what is sold, or repaid. */
  readonly from: number;
  /** Asset index of what is bought, or borrowed. */
  readonly to: number;
  /** `2^256 − 1` repays all. */
  readonly amount: TokenAmount;
  /** Least bought, or most borrowed. */
  readonly limit: TokenAmount;
  /** [unix seconds] */
  readonly deadline: bigint;
  /** Tokens of the path, from what is sold to what is bought. */
  readonly tokens: readonly Address[];
  /** Fee of each pool on the way [1e-6]. */
  readonly poolFees: readonly number[];
}

/** An order of the account mover, as its calldata says it. */
export interface DecodedMove {
  readonly type: "movePosition";
  readonly from: AccountId;
  readonly to: AccountId;
  /** Market of `to`. */
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  /** `2^256 − 1` moves all. */
  readonly collateral: TokenAmount;
  /** `2^256 − 1` moves all. */
  readonly debt: TokenAmount;
  /** Most the loan of the pool may cost. */
  readonly maxFee: TokenAmount;
  /** [unix seconds] */
  readonly deadline: bigint;
}

/** A permission to act on every account of the sender, as its calldata says it. */
export interface DecodedOperator {
  readonly type: "setOperator";
  readonly operator: Address;
  readonly approved: boolean;
}

/** What {@link decodeOrder} returns. */
export type DecodedOrder = DecodedSwap | DecodedMove | DecodedOperator;

const kinds = {
  [PositionOrderKind.Flip]: "flip",
  [PositionOrderKind.SwapCollateral]: "swapCollateral",
  [PositionOrderKind.SwapDebt]: "swapDebt",
} as const;
const TOKEN = 20;
const HOP = 23;

/**
 * What a call of the position router, the account mover or `setOperator` will do, read back from what is signed.
 *
 * Reads nothing.
 *
 * @param deployment Addresses: a call of another contract is no order.
 * @param call One of the calls of a plan.
 * @returns The order; undefined for any other call.
 *
 * @example
 * const orders = plan.calls.map((call) => decodeOrder(deployment, call));
 */
export function decodeOrder(deployment: Deployment, { to, data }: Call): DecodedOrder | undefined {
  const { marginEngine, accountMover } = deployment.contracts;
  try {
    if (isAddressEqual(to, accountMover)) return move(data);
    return isAddressEqual(to, marginEngine) ? engine(deployment, data) : undefined;
  } catch {
    return undefined; // calldata of something else
  }
}

function engine(deployment: Deployment, data: Hex): DecodedSwap | DecodedOperator | undefined {
  const { functionName, args } = decodeFunctionData({ abi: marginEngineAbi, data });
  if (functionName === "setOperator") return { type: functionName, operator: args[0], approved: args[1] };
  if (functionName !== "execute" || !isAddressEqual(args[1], deployment.contracts.positionRouter))
    return undefined;
  const [order] = decodeAbiParameters(positionOrderShapeAbi[0].inputs, args[2]);
  const { kind, market, fromAsset, toAsset, amount, limit, deadline, path } = order;
  const type = kinds[kind as keyof typeof kinds] as (typeof kinds)[keyof typeof kinds] | undefined;
  if (type === undefined) return undefined;
  const hops = ((path.length - 2) / 2 - TOKEN) / HOP;
  const at = (hop: number) => hop * HOP;
  return {
    type,
    account: args[0],
    market,
    from: fromAsset,
    to: toAsset,
    amount,
    limit,
    deadline,
    tokens: Array.from({ length: hops + 1 }, (_, i) => getAddress(slice(path, at(i), at(i) + TOKEN))),
    poolFees: Array.from({ length: hops }, (_, i) => Number(slice(path, at(i) + TOKEN, at(i) + HOP))),
  };
}

function move(data: Hex): DecodedMove | undefined {
  const { functionName, args } = decodeFunctionData({ abi: accountMoverAbi, data });
  if (functionName !== "move") return undefined;
  const { poolToken: _, poolFee: __, ...order } = args[0];
  return { type: "movePosition", ...order };
}
