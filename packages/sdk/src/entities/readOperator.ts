import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { marginEngineAbi } from "../generated/abis";

/** Parameters of {@link readOperator}. */
export interface ReadOperatorParameters {
  readonly deployment: Deployment;
  readonly owner: Address;
  /** Who may act; the account mover when left out. */
  readonly operator?: Address;
}

/** What {@link readOperator} returns. */
export type ReadOperatorReturnType = boolean;

/**
 * Whether somebody may act on every account of an owner.
 *
 * Reads `isOperator` of the engine: one `eth_call`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.owner Owner.
 * @param parameters.operator Who may act; the account mover when left out.
 * @returns True if he may.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const operator = await readOperator(client, { deployment, owner });
 */
export async function readOperator(
  client: Client,
  { deployment, owner, operator }: ReadOperatorParameters,
): Promise<ReadOperatorReturnType> {
  const { marginEngine, accountMover } = deployment.contracts;
  try {
    return await readContract(client, {
      address: marginEngine,
      abi: marginEngineAbi,
      functionName: "isOperator",
      args: [owner, operator ?? accountMover],
    });
  } catch (error) {
    throw decodeError(error);
  }
}
