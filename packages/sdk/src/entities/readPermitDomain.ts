import { type Address, type Client, domainSeparator, type TypedDataDomain } from "viem";
import { multicall } from "viem/actions";
import { explainError } from "../errors/explainError";
import { erc20Abi } from "../generated/abis";
import type { PermitDomain } from "../plan";

/** Parameters of {@link readPermitDomain}. */
export interface ReadPermitDomainParameters {
  readonly token: Address;
  /** Who will sign. */
  readonly owner: Address;
  /** Multicall3 of the chain; without it the call carries its bytecode. */
  readonly multicall3?: Address | undefined;
}

/** What {@link readPermitDomain} returns. */
export type ReadPermitDomainReturnType = PermitDomain | undefined;

/**
 * Nonce and signing domain of an EIP-2612 token.
 *
 * Reads `nonces`, `eip712Domain` and `DOMAIN_SEPARATOR`: one `eth_call`.
 *
 * @param client Client of the chain of the token.
 * @param parameters.token Token.
 * @param parameters.owner Who will sign.
 * @param parameters.multicall3 Multicall3 of the chain; without it the call carries its bytecode.
 * @returns Domain and nonce; undefined if the token has no permit, or a domain that does not hash to its separator:
 * then approve by transaction.
 * @throws {ChainUnreachableError} when the node does not answer.
 *
 * @example
 * const domain = await readPermitDomain(client, { token: usdc.token, owner });
 */
export async function readPermitDomain(
  client: Client,
  parameters: ReadPermitDomainParameters,
): Promise<ReadPermitDomainReturnType> {
  const { token, owner, multicall3 } = parameters;
  const contract = { address: token, abi: erc20Abi } as const;
  const [nonce, fields, separator] = await multicall(client, {
    ...(multicall3 === undefined ? { deployless: true } : { multicallAddress: multicall3 }),
    contracts: [
      { ...contract, functionName: "nonces", args: [owner] },
      { ...contract, functionName: "eip712Domain" },
      { ...contract, functionName: "DOMAIN_SEPARATOR" },
    ],
  }).catch(async (error: unknown) => {
    throw await explainError(error);
  });
  if (nonce.status === "failure" || fields.status === "failure" || separator.status === "failure")
    return undefined;
  const [, name, version, chainId, verifyingContract] = fields.result;
  const domain: TypedDataDomain = { name, version, chainId: Number(chainId), verifyingContract };
  if (domainSeparator({ domain }) !== separator.result) return undefined;
  return { token, owner, nonce: nonce.result, domain };
}
