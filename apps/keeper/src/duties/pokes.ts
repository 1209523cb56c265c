import {
  coverageGateAbi,
  depthOracleAbi,
  priceOracleCheckpointsAbi,
  riskEngineAbi,
  volatilityOracleAbi,
} from "@gimbal/sdk/abis";
import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, multicall3Abi } from "viem";
import type { Duty, Round } from "./duty";

const GAS_CAP = 16_000_000n;

interface Call {
  readonly target: Address;
  readonly callData: Hex;
}

/**
 * Samples volatility, depth and price witnesses when they are due, and carries them into margins and gates. What is not
 * due refuses, so all are asked first, and those that would work go into one transaction. Somebody who was faster makes
 * it revert: then nothing is due any more.
 */
export const pokes: Duty = {
  name: "pokes",
  async plans(round) {
    if (!round.isFree("pokes")) return [];
    const due = await working(round, [...volatilitySamples(round), ...(await depthSamples(round))]);
    if (due.length === 0) return [];
    const calls = [...due, ...(await working(round, updates(round)))].map((call) => ({
      ...call,
      allowFailure: false,
    }));
    return [
      {
        purpose: "pokes",
        duty: "pokes",
        to: round.deployment.contracts.multicall3,
        data: encodeFunctionData({ abi: multicall3Abi, functionName: "aggregate3", args: [calls] }),
        gasCap: GAS_CAP,
      },
    ];
  },
};

/** Which of some calls would work now, if they were made one after the other. */
async function working(round: Round, calls: readonly Call[]): Promise<readonly Call[]> {
  if (calls.length === 0) return [];
  const args = [calls.map((call) => ({ ...call, allowFailure: true }))] as const;
  const { data } = await round.reader.call({
    account: round.keeper,
    to: round.deployment.contracts.multicall3,
    data: encodeFunctionData({ abi: multicall3Abi, functionName: "aggregate3", args }),
    gas: GAS_CAP,
  });
  const results = decodeFunctionResult({
    abi: multicall3Abi,
    functionName: "aggregate3",
    data: data ?? "0x",
  });
  return calls.filter((_, i) => results[i]?.success === true);
}

function volatilitySamples({ deployment: { contracts, markets } }: Round): readonly Call[] {
  const tokens = new Set(markets.flatMap(({ assets }) => assets.map(({ address }) => address)));
  return [...tokens].map((token) => ({
    target: contracts.volatilityOracle,
    callData: encodeFunctionData({ abi: volatilityOracleAbi, functionName: "poke", args: [token] }),
  }));
}

/** Only when their time has come: an observation that is lower than the last one is always taken, however near. */
async function depthSamples({ reader, deployment, head }: Round): Promise<readonly Call[]> {
  const { contracts, markets } = deployment;
  const pooled = markets.flatMap(({ assets }) => assets.filter(({ pool }) => pool !== null));
  const tokens = [...new Set(pooled.map(({ address }) => address))];
  const oracle = { address: contracts.depthOracle, abi: depthOracleAbi } as const;
  const [states, parameters] = await Promise.all([
    reader.multicall({
      multicallAddress: contracts.multicall3,
      allowFailure: false,
      contracts: tokens.map((token) => ({
        ...oracle,
        functionName: "state" as const,
        args: [token] as const,
      })),
    }),
    reader.multicall({
      multicallAddress: contracts.multicall3,
      allowFailure: false,
      contracts: tokens.map((token) => ({
        ...oracle,
        functionName: "parametersOf" as const,
        args: [token] as const,
      })),
    }),
  ]);
  return tokens
    .filter((_, i) => {
      const [{ spacing }] = parameters[i] as (typeof parameters)[number];
      return (states[i]?.observedAt ?? 0n) + BigInt(spacing) <= head.timestamp;
    })
    .map((token) => ({
      target: contracts.depthOracle,
      callData: encodeFunctionData({ abi: depthOracleAbi, functionName: "observe", args: [token] }),
    }));
}

/** What follows from the samples: checkpoints of witnesses, margins and gates. */
function updates({ deployment: { contracts, markets } }: Round): readonly Call[] {
  const ofAsset = markets.flatMap(({ id, assets }) =>
    assets.flatMap(({ index, pool }) => [
      ...(pool === null
        ? []
        : [
            {
              target: contracts.priceOracle,
              callData: encodeFunctionData({
                abi: priceOracleCheckpointsAbi,
                functionName: "checkpointWitness",
                args: [id, index],
              }),
            },
          ]),
      {
        target: contracts.riskEngine,
        callData: encodeFunctionData({ abi: riskEngineAbi, functionName: "refresh", args: [id, index] }),
      },
    ]),
  );
  const ofMarket = markets.map(({ id }) => ({
    target: contracts.coverageGate,
    callData: encodeFunctionData({ abi: coverageGateAbi, functionName: "poke", args: [id] }),
  }));
  return [...ofAsset, ...ofMarket];
}
