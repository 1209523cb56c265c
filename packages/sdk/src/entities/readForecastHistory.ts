import type { Address, Client } from "viem";
import { getBlockNumber, getContractEvents } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import { volatilityOracleAbi } from "../generated/riskAbis";
import { max } from "../math/FixedPointMath";
import type { ForecastPoint } from "../risk/report";

/** Parameters of {@link readForecastHistory}. */
export interface ReadForecastHistoryParameters {
  readonly deployment: Deployment;
  /** Token whose samples to read. */
  readonly token: Address;
  /** How many blocks to look back; 10,000 when left out, as many nodes answer no more. */
  readonly blocks?: bigint | undefined;
}

/** What {@link readForecastHistory} returns: oldest first. */
export type ReadForecastHistoryReturnType = readonly ForecastPoint[];

const BLOCKS = 10_000n;

/**
 * Samples of the volatility of a token, for a chart.
 *
 * Reads the `Poke` events of the volatility oracle: `eth_blockNumber`, then one `eth_getLogs`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.token Token.
 * @param parameters.blocks Blocks to look back.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const points = await readForecastHistory(client, { deployment, token: asset.deployed.address });
 */
export async function readForecastHistory(
  client: Client,
  parameters: ReadForecastHistoryParameters,
): Promise<ReadForecastHistoryReturnType> {
  const { deployment, token, blocks = BLOCKS } = parameters;
  try {
    const newest = await getBlockNumber(client);
    const events = await getContractEvents(client, {
      address: deployment.contracts.volatilityOracle,
      abi: volatilityOracleAbi,
      eventName: "Poke",
      args: { token },
      fromBlock: max(0n, newest - blocks),
      toBlock: newest,
      strict: true,
    });
    return events.map(({ args: { time, price, volatility, baseline, learned } }) => ({
      time,
      price,
      volatility,
      baseline,
      learned,
    }));
  } catch (error) {
    throw await explainError(error);
  }
}
