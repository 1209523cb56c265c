import type { Client } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { AuctionRecord } from "../liquidation/report";
import type { AccountId } from "../types";
import { auctionRecord } from "./auctionRecord";

/** Parameters of {@link readAuction}. */
export interface ReadAuctionParameters {
  readonly deployment: Deployment;
  readonly account: AccountId;
}

/** What {@link readAuction} returns. */
export type ReadAuctionReturnType = AuctionRecord;

/**
 * Auction clock of an account, and what its owner chose.
 *
 * Reads `auction` of the engine: one `eth_call`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.account Account.
 * @returns The record; all 0 and false for an account that has none.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const { softZone } = await readAuction(client, { deployment, account });
 */
export async function readAuction(
  client: Client,
  { deployment, account }: ReadAuctionParameters,
): Promise<ReadAuctionReturnType> {
  try {
    const raw = await readContract(client, {
      address: deployment.contracts.marginEngine,
      abi: marginEngineLiquidationAbi,
      functionName: "auction",
      args: [account],
    });
    return auctionRecord(raw);
  } catch (error) {
    throw decodeError(error);
  }
}
