import type { Address, Client } from "viem";
import { multicall } from "viem/actions";
import { explainError } from "../errors/explainError";
import { aggregatorAbi } from "../generated/abis";
import { min } from "../math/FixedPointMath";
import type { Seconds, Usd } from "../units";

/** One answer of the feed. */
export interface PricePoint {
  readonly time: Seconds;
  /** [USD wad per whole token] */
  readonly price: Usd;
}

/** Parameters of {@link readPriceHistory}. */
export interface ReadPriceHistoryParameters {
  /** Chainlink feed, `DeployedAsset.feed`. */
  readonly feed: Address;
  /** Newest rounds to read, at most 300; 300 when left out. */
  readonly rounds?: number | undefined;
}

/** What {@link readPriceHistory} returns: oldest first. */
export type ReadPriceHistoryReturnType = readonly PricePoint[];

const MOST = 300;
/**
 * Multicall3, at its address on every chain. A deployless call would not do: its answer may have no more than the 24 KiB
 * of a contract's code, which is 85 rounds.
 */
const MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11";
/** A proxy's round is `phase << 64 | round of the aggregator`. */
const ROUND_MASK = (1n << 64n) - 1n;

/**
 * Prices a feed has given, for a chart.
 *
 * Reads `decimals` and `latestRoundData`, then `getRoundData` of the rounds before in the same phase: two `eth_call`s.
 *
 * @param client Client of the chain of the feed.
 * @param parameters.feed Chainlink feed.
 * @param parameters.rounds Newest rounds to read.
 * @returns Points, oldest first, one per second at most; rounds without an answer are left out.
 * @throws {GimbalError} when the feed does not answer.
 *
 * @example
 * const points = await readPriceHistory(client, { feed: asset.deployed.feed });
 */
export async function readPriceHistory(
  client: Client,
  parameters: ReadPriceHistoryParameters,
): Promise<ReadPriceHistoryReturnType> {
  const { feed, rounds = MOST } = parameters;
  const contract = { address: feed, abi: aggregatorAbi } as const;
  try {
    const [decimals, [latest]] = await multicall(client, {
      multicallAddress: MULTICALL3,
      allowFailure: false,
      contracts: [
        { ...contract, functionName: "decimals" },
        { ...contract, functionName: "latestRoundData" },
      ],
    });
    const count = Number(min(BigInt(Math.min(Math.max(rounds, 1), MOST)), latest & ROUND_MASK));
    const answers = await multicall(client, {
      multicallAddress: MULTICALL3,
      batchSize: 0,
      contracts: Array.from({ length: count }, (_, i) => ({
        ...contract,
        functionName: "getRoundData" as const,
        args: [latest - BigInt(count - 1 - i)] as const,
      })),
    });
    const [first] = answers;
    if (first?.status === "failure" && answers.every(({ status }) => status === "failure")) throw first.error;
    const scale = 10n ** BigInt(18 - decimals);
    const points = answers.flatMap((answer) => {
      if (answer.status === "failure") return [];
      const [, price, , time] = answer.result;
      return price > 0n && time > 0n ? [{ time, price: price * scale }] : [];
    });
    return points.filter((point, i) => point.time !== points[i + 1]?.time);
  } catch (error) {
    throw await explainError(error);
  }
}
