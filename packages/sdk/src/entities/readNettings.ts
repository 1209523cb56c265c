import type { Client, ContractFunctionReturnType } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { NettingQuote } from "../liquidation/report";
import type { AccountId } from "../types";
import { isReverted } from "./isReverted";

/** Two accounts of one market that could be closed against each other. */
export interface NettingPair {
  /** Holds the collateral asset and owes the debt asset. */
  readonly unhealthy: AccountId;
  /** Holds the debt asset and owes the collateral asset. */
  readonly counterparty: AccountId;
  readonly collateralAsset: number;
  readonly debtAsset: number;
}

/** Parameters of {@link readNettings}. */
export interface ReadNettingsParameters {
  readonly deployment: Deployment;
  readonly pairs: readonly NettingPair[];
}

/** What {@link readNettings} returns. */
export type ReadNettingsReturnType = readonly (NettingQuote | undefined)[];

/**
 * What netting each pair would do now, or why the engine refuses.
 *
 * Reads `quoteNetting` of the engine: all in one tick, so that a client that batches sends one request.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.pairs Pairs to ask about.
 * @returns In the order asked for; undefined where the deployment does not say.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const pairs = [{ unhealthy, counterparty, collateralAsset: 1, debtAsset: 0 }];
 * const [quote] = await readNettings(client, { deployment, pairs });
 */
export async function readNettings(
  client: Client,
  { deployment, pairs }: ReadNettingsParameters,
): Promise<ReadNettingsReturnType> {
  const engine = { address: deployment.contracts.marginEngine, abi: marginEngineLiquidationAbi } as const;
  try {
    return await Promise.all(
      pairs.map(({ unhealthy, counterparty, collateralAsset, debtAsset }) =>
        readContract(client, {
          ...engine,
          functionName: "quoteNetting",
          args: [unhealthy, counterparty, collateralAsset, debtAsset],
        }).then(quoteOf, isReverted),
      ),
    );
  } catch (error) {
    throw decodeError(error);
  }
}

type RawNetting = ContractFunctionReturnType<typeof marginEngineLiquidationAbi, "view", "quoteNetting">;

function quoteOf({ reason, ...raw }: RawNetting): NettingQuote {
  return { ...raw, refusal: reason === "0x" ? undefined : decodeError({ data: reason }) };
}
