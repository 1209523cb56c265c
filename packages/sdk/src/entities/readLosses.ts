import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { lenderAccount } from "../accounts";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { ReserveLosses } from "../liquidation/report";
import type { TokenAmount } from "../units";
import { isReverted } from "./isReverted";

/** Parameters of {@link readLosses}. */
export interface ReadLossesParameters {
  readonly deployment: Deployment;
  /** Supplier whose claims to read. */
  readonly owner?: Address | undefined;
}

/** Losses of one reserve, and what of it is a supplier's. */
export interface SupplierLosses extends ReserveLosses {
  /** What the supplier lost and was not paid back [token units]; undefined without an owner. */
  readonly owed: TokenAmount | undefined;
  /** What he can claim now [token units]; undefined without an owner. */
  readonly claimable: TokenAmount | undefined;
}

/** What {@link readLosses} returns. */
export type ReadLossesReturnType = readonly SupplierLosses[];

/**
 * Losses of every reserve that were not paid back, and a supplier's claims.
 *
 * Reads `losses` and `claimOf` of the engine, in one tick.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.owner Supplier whose claims to read.
 * @returns One entry per reserve.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const losses = await readLosses(client, { deployment, owner });
 */
export async function readLosses(
  client: Client,
  { deployment, owner }: ReadLossesParameters,
): Promise<ReadLossesReturnType> {
  const engine = { address: deployment.contracts.marginEngine, abi: marginEngineLiquidationAbi } as const;
  const reserves = deployment.markets.flatMap(({ id, assets }) =>
    assets.map(({ index }) => ({ market: id, asset: index })),
  );
  try {
    const losses = await Promise.all(
      reserves.map(async ({ market, asset }) => {
        const [lost, claims] = await Promise.all([
          readContract(client, { ...engine, functionName: "losses", args: [market, asset] }).catch(
            isReverted,
          ),
          owner === undefined
            ? undefined
            : readContract(client, {
                ...engine,
                functionName: "claimOf",
                args: [lenderAccount(owner), market, asset],
              }).catch(isReverted),
        ]);
        if (lost === undefined) return undefined;
        const [outstanding, backstopOutstanding] = lost;
        return {
          market,
          asset,
          outstanding,
          backstopOutstanding,
          owed: claims?.[0],
          claimable: claims?.[1],
        };
      }),
    );
    return losses.filter((loss) => loss !== undefined);
  } catch (error) {
    throw decodeError(error);
  }
}
