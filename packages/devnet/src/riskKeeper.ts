import type { Deployment } from "@gimbal/sdk";
import { coverageGateAbi, depthOracleAbi, riskEngineAbi, volatilityOracleAbi } from "@gimbal/sdk/abis";
import { type Address, encodeFunctionData, type Hex, multicall3Abi } from "viem";
import type { DriverCall } from "./block";
import { type Clients, devnetAccounts } from "./clients";
import { execute } from "./wallets";

/** More than a round ever takes: about 100,000 a sample and an update each, and a market's coverage. */
const GAS = 16_000_000n;

interface Call {
  readonly target: Address;
  readonly callData: Hex;
}

/**
 * Samples volatility and depth and carries them into the margins, as any keeper may: what is not due yet refuses, and
 * does not spoil the others.
 */
export class RiskKeeper {
  private readonly clients: Clients;
  private readonly deployment: Deployment;

  constructor(clients: Clients, deployment: Deployment) {
    this.clients = clients;
    this.deployment = deployment;
  }

  /** The samples alone, for a block of the driver. */
  sampling(): DriverCall {
    return {
      what: "Sampling volatility and depth",
      to: this.deployment.contracts.multicall3,
      data: encodeFunctionData({
        abi: multicall3Abi,
        functionName: "aggregate3",
        args: [tolerant(samples(this.deployment))],
      }),
    };
  }

  /** Samples, margins and gates, in one transaction. */
  pulse(): Promise<Hex> {
    return execute(this.clients, this.clients.wallet(devnetAccounts.liquidator), {
      what: "Carrying samples into the margins",
      to: this.deployment.contracts.multicall3,
      abi: multicall3Abi,
      functionName: "aggregate3",
      args: [tolerant([...samples(this.deployment), ...updates(this.deployment)])],
      gas: GAS,
    });
  }
}

function tolerant(calls: readonly Call[]) {
  return calls.map((call) => ({ ...call, allowFailure: true }));
}

function samples({ contracts, markets }: Deployment): readonly Call[] {
  const assets = markets.flatMap((market) => market.assets);
  const tokens = [...new Set(assets.map(({ address }) => address))];
  const pooled = [...new Set(assets.filter(({ pool }) => pool !== null).map(({ address }) => address))];
  return [
    {
      target: contracts.volatilityOracle,
      callData: encodeFunctionData({ abi: volatilityOracleAbi, functionName: "pokeMany", args: [tokens] }),
    },
    ...pooled.map((token) => ({
      target: contracts.depthOracle,
      callData: encodeFunctionData({ abi: depthOracleAbi, functionName: "observe", args: [token] }),
    })),
  ];
}

function updates({ contracts, markets }: Deployment): readonly Call[] {
  return [
    ...markets.flatMap(({ id, assets }) =>
      assets.map(({ index }) => ({
        target: contracts.riskEngine,
        callData: encodeFunctionData({ abi: riskEngineAbi, functionName: "refresh", args: [id, index] }),
      })),
    ),
    ...markets.map(({ id }) => ({
      target: contracts.coverageGate,
      callData: encodeFunctionData({ abi: coverageGateAbi, functionName: "poke", args: [id] }),
    })),
  ];
}
