import { backstopVaultAbi } from "@gimbal/sdk/abis";
import { encodeFunctionData } from "viem";
import { vaultsOf } from "./backstop";
import type { Duty } from "./duty";

const GAS_CAP = 3_000_000n;

/** Brings what the backstops have taken over back to their hedge ratio, little by little. */
export const rebalance: Duty = {
  name: "rebalance",
  async plans(round) {
    const { reader, markets, deployment } = round;
    const vaults = [...(await vaultsOf(round, new Set(markets.map(({ id }) => id))))];
    const states = await reader.multicall({
      multicallAddress: deployment.contracts.multicall3,
      contracts: vaults.map(([, address]) => ({
        address,
        abi: backstopVaultAbi,
        functionName: "status" as const,
      })),
    });
    return vaults.flatMap(([market, to], i) =>
      (states[i]?.result?.assets ?? [])
        // Exactly where it should be, there is nothing to do; how far off it may be, the vault says itself.
        .filter(({ held, owed, hedgeRatio, hedgeTarget }) => held + owed > 0n && hedgeRatio < hedgeTarget)
        .map(({ asset }) => ({
          purpose: `rebalance ${market} ${asset}`,
          duty: "rebalance" as const,
          to,
          data: encodeFunctionData({ abi: backstopVaultAbi, functionName: "rebalance", args: [asset] }),
          gasCap: GAS_CAP,
        }))
        .filter(({ purpose }) => round.isFree(purpose)),
    );
  },
};
