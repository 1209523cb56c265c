import type { TypedDataDefinition } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { PermitMismatchError } from "../errors/input";
import type { Approval, PermitDomain } from "../plan";

const TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** Parameters of {@link permitTypedData}. */
export interface PermitTypedDataParameters {
  /** Approval of the plan that the signature replaces. */
  readonly approval: Approval;
  /** From `readPermitDomain`. */
  readonly domain: PermitDomain;
  /** Last time at which the signature is valid [unix seconds]. */
  readonly deadline: bigint;
}

/** EIP-712 data for `signTypedData`. */
export type PermitTypedDataReturnType = TypedDataDefinition<typeof TYPES, "Permit">;

/** What {@link permitTypedData} throws. */
export type PermitTypedDataErrorType = GimbalErrorType;

/**
 * What a wallet has to sign so that an order needs no approval before it (EIP-2612): exactly the amount, exactly once.
 *
 * Reads nothing.
 *
 * @param parameters.approval Approval of the plan that the signature replaces.
 * @param parameters.domain Domain and nonce of the token.
 * @param parameters.deadline Last time at which the signature is valid.
 * @returns Data for `signTypedData`; hand the signature to `plan.withPermit`.
 * @throws {PermitMismatchError} when the domain is another token's.
 *
 * @example
 * const signature = await wallet.signTypedData(permitTypedData({ approval, domain, deadline }));
 */
export function permitTypedData(parameters: PermitTypedDataParameters): PermitTypedDataReturnType {
  const { approval, domain, deadline } = parameters;
  if (BigInt(approval.token) !== BigInt(domain.token))
    throw new PermitMismatchError(approval.token, domain.token);
  return {
    domain: domain.domain,
    types: TYPES,
    primaryType: "Permit",
    message: {
      owner: domain.owner,
      spender: approval.spender,
      value: approval.amount,
      nonce: domain.nonce,
      deadline,
    },
  };
}
