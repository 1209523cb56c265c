import type { Address, Client, ContractFunctionReturnType } from "viem";
import { readContract } from "viem/actions";
import type { DeployedMarket, Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { lensAbi } from "../generated/abis";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { LiquidationQuote, LiquidationReport, LiquidationZone } from "../liquidation/report";
import type { AccountId } from "../types";
import { accountState } from "./accountState";
import { auctionRecord } from "./auctionRecord";
import { isReverted } from "./isReverted";

/** A pair of assets, by index. */
export interface TakePair {
  readonly collateralAsset: number;
  readonly debtAsset: number;
}

/** Parameters of {@link readLiquidations}. */
export interface ReadLiquidationsParameters {
  readonly deployment: Deployment;
  /** Accounts to read, each with the pair that a take would move, if a quote of it is wanted. */
  readonly accounts: readonly { readonly account: AccountId; readonly pair?: TakePair | undefined }[];
  readonly blockNumber?: bigint | undefined;
}

/** What {@link readLiquidations} returns. */
export type ReadLiquidationsReturnType = LiquidationReport;

const ZONES = ["safe", "soft", "auction"] as const satisfies readonly LiquidationZone[];
const NOBODY = "0x0000000000000000000000000000000000000000";

/**
 * Auctions, quotes, throttles and losses at one block.
 *
 * Reads `Lens.accounts` and views of the engine: all in one tick, so that a client that batches sends one request.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.accounts Accounts to read, each with the pair that is quoted.
 * @param parameters.blockNumber Block to read at; the latest when left out.
 * @returns The report; an account without a quote is one whose price is down, or none was asked for.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const { accounts } = await readLiquidations(client, { deployment, accounts: [{ account }] });
 */
export async function readLiquidations(
  client: Client,
  parameters: ReadLiquidationsParameters,
): Promise<ReadLiquidationsReturnType> {
  const { deployment, accounts } = parameters;
  const block = parameters.blockNumber === undefined ? {} : { blockNumber: parameters.blockNumber };
  const engine = {
    address: deployment.contracts.marginEngine,
    abi: marginEngineLiquidationAbi,
    ...block,
  } as const;
  const reserves = deployment.markets.flatMap(({ id, assets }) =>
    assets.map(({ index }) => ({ market: id, asset: index })),
  );
  try {
    const [views, records, quotes, throttles, losses, backstops] = await Promise.all([
      readContract(client, {
        address: deployment.contracts.lens,
        abi: lensAbi,
        functionName: "accounts",
        args: [accounts.map(({ account }) => account)],
        ...block,
      }),
      all(accounts, ({ account }) =>
        readContract(client, { ...engine, functionName: "auction", args: [account] }),
      ),
      all(accounts, ({ account, pair }) =>
        pair === undefined
          ? undefined
          : readContract(client, {
              ...engine,
              functionName: "quoteLiquidation",
              args: [account, pair.collateralAsset, pair.debtAsset],
            }).then((raw) => quoteOf(raw, pair), isReverted),
      ),
      all(reserves, async ({ market, asset }) => {
        const read = { ...engine, functionName: "throttleRoom", args: [market, asset] } as const;
        const answer = await readContract(client, read).catch(isReverted);
        return answer && { market, asset, room: answer[0], capacity: answer[1] };
      }),
      all(reserves, async ({ market, asset }) => {
        const read = { ...engine, functionName: "losses", args: [market, asset] } as const;
        const answer = await readContract(client, read).catch(isReverted);
        return answer && { market, asset, outstanding: answer[0], backstopOutstanding: answer[1] };
      }),
      all(deployment.markets, async ({ id }: DeployedMarket) => {
        const read = { ...engine, functionName: "backstop", args: [id] } as const;
        const address = (await readContract(client, read).catch(isReverted)) ?? NOBODY;
        return [id, address === NOBODY ? null : address] as const;
      }),
    ]);
    return Object.freeze({
      accounts: views.map((view, i) => ({
        state: accountState(view),
        auction: auctionRecord(records[i] as RawAuction),
        quote: quotes[i],
      })),
      throttles: throttles.filter((throttle) => throttle !== undefined),
      losses: losses.filter((loss) => loss !== undefined),
      backstops: new Map<number, Address | null>(backstops),
    });
  } catch (error) {
    throw decodeError(error);
  }
}

function all<T, R>(items: readonly T[], read: (item: T) => Promise<R> | R): Promise<Awaited<R>[]> {
  return Promise.all(items.map(read));
}

type RawAuction = ContractFunctionReturnType<typeof marginEngineLiquidationAbi, "view", "auction">;
type RawQuote = ContractFunctionReturnType<typeof marginEngineLiquidationAbi, "view", "quoteLiquidation">;

function quoteOf({ zone, ...raw }: RawQuote, pair: TakePair): LiquidationQuote {
  return { ...pair, ...raw, zone: ZONES[zone] ?? "safe" };
}
