import type { Client } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { lensAbi } from "../generated/abis";
import { factorOf } from "../math/EngineRisk";
import type { AccountId, AccountState } from "../types";
import { accountState } from "./accountState";

/** Parameters of {@link readAccounts}. */
export interface ReadAccountsParameters {
  readonly deployment: Deployment;
  readonly accounts: readonly AccountId[];
}

/** What {@link readAccounts} returns. */
export type ReadAccountsReturnType = readonly AccountState[];

/** Accounts of one call: beyond, a node may refuse the gas. */
const CHUNK = 150;

/**
 * States of many accounts, in the order asked for.
 *
 * Reads `Lens.accounts`: one `eth_call` for every 150 accounts.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.accounts Accounts.
 * @returns States.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const states = await readAccounts(client, { deployment, accounts: [account] });
 */
export async function readAccounts(
  client: Client,
  { deployment, accounts }: ReadAccountsParameters,
): Promise<ReadAccountsReturnType> {
  const chunks = Array.from({ length: Math.ceil(accounts.length / CHUNK) }, (_, i) =>
    accounts.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  try {
    const answers = await Promise.all(
      chunks.map((ids) =>
        readContract(client, {
          address: deployment.contracts.lens,
          abi: lensAbi,
          functionName: "accounts",
          args: [ids],
        }),
      ),
    );
    return answers.flat().map(accountState);
  } catch (error) {
    throw decodeError(error);
  }
}

/**
 * The accounts with debt that are nearest to liquidation, lowest health first; those whose health is not known lead,
 * because they may be anything.
 *
 * @param states Accounts.
 * @param count Most of them.
 * @returns At most `count` accounts.
 *
 * @example
 * const watched = nearestToLiquidation(states, 48);
 */
export function nearestToLiquidation(
  states: readonly AccountState[],
  count: number,
): readonly AccountState[] {
  const rank = ({ maintenance }: AccountState) => (maintenance === undefined ? 0n : factorOf(maintenance));
  return states
    .flatMap((state) => {
      const health = state.debt.some((amount) => amount > 0n) ? rank(state) : null;
      return health === null ? [] : [{ state, health }];
    })
    .sort((a, b) => (a.health < b.health ? -1 : a.health > b.health ? 1 : 0))
    .slice(0, count)
    .map(({ state }) => state);
}
