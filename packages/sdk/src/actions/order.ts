import { type Address, encodeAbiParameters, encodeFunctionData, type Hex, hexToNumber, slice } from "viem";
import { marginEngineAbi, orderShapeAbi } from "../generated/abis";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";

/** `OrderKind` of the trade router. */
export const OrderKind = {
  OpenWithDebtToken: 0,
  OpenWithCollateralToken: 1,
  Decrease: 2,
  CloseToCollateral: 3,
  CloseToDebt: 4,
} as const;

/** One of {@link OrderKind}. */
export type OrderKind = (typeof OrderKind)[keyof typeof OrderKind];

const PermitKind = { None: 0, Erc2612: 1 } as const;

/** An order of the trade router, without its permit. */
export interface Order {
  readonly kind: OrderKind;
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly collateralToken: Address;
  readonly debtToken: Address;
  readonly poolFee: number;
  readonly equity: TokenAmount;
  readonly amount: TokenAmount;
  readonly limit: TokenAmount;
  readonly payout: TokenAmount;
  readonly recipient: Address;
  readonly deadline: bigint;
}

/** Signature of an EIP-2612 permit and what it was made for. */
export interface SignedPermit {
  readonly value: TokenAmount;
  readonly deadline: bigint;
  readonly signature: Hex;
}

/** Call of the engine that lends the account to the router for one order. */
export function encodeOrder(
  snapshot: Snapshot,
  account: AccountId,
  order: Order,
  how: "execute" | "deleverage",
  permit?: SignedPermit,
): Hex {
  const value = {
    ...order,
    permitKind: permit === undefined ? PermitKind.None : PermitKind.Erc2612,
    permit: permit === undefined ? "0x" : encodePermit(permit),
  } as const;
  return encodeFunctionData({
    abi: marginEngineAbi,
    functionName: how,
    args: [
      account,
      snapshot.deployment.contracts.tradeRouter,
      encodeAbiParameters(orderShapeAbi[0].inputs, [value]),
    ],
  });
}

/** `abi.encode(value, deadline, v, r, s)` */
function encodePermit({ value, deadline, signature }: SignedPermit): Hex {
  // Split here: viem's parser would bring an elliptic curve library into every page.
  const recovery = hexToNumber(slice(signature, 64, 65));
  return encodeAbiParameters(
    [{ type: "uint256" }, { type: "uint256" }, { type: "uint8" }, { type: "bytes32" }, { type: "bytes32" }],
    [
      value,
      deadline,
      recovery < 27 ? recovery + 27 : recovery,
      slice(signature, 0, 32),
      slice(signature, 32, 64),
    ],
  );
}
