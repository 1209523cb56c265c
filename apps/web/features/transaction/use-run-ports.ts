"use client";

import { readPermitDomain } from "@gimbal/sdk";
import { useMemo } from "react";
import { type Address, type Client, erc20Abi } from "viem";
import { estimateGas, call as execute, readContract } from "viem/actions";
import { type Config, useClient, useConfig } from "wagmi";
import { getAccount, sendTransaction, signTypedData } from "wagmi/actions";
import { useRuntime } from "@/features/data/runtime-context";
import { useRefresh } from "@/features/data/watcher";
import { type BatchState, batchState, sendBatch, type WalletRequest } from "./batch";
import type { BatchPorts, RunPorts } from "./ports";
import { sentSince } from "./sent-since";
import { simulateAll } from "./simulate-all";
import { waitFor } from "./wait-for";

/** The wallet and the chain of this page, for one owner. */
export function useRunPorts(owner: Address): RunPorts | undefined {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const client = useClient({ chainId });
  const refresh = useRefresh();

  return useMemo(() => {
    if (client === undefined) return undefined;
    return {
      wallet: () => {
        const { address, chainId: current, connector } = getAccount(config);
        if (address === undefined || current === undefined) return undefined;
        return { address, chainId: current, connector: connector?.uid };
      },
      simulate: async (call, block) => {
        await execute(client, {
          account: owner,
          ...call,
          ...(block !== undefined && { blockNumber: block }),
        });
      },
      estimateGas: (call) => estimateGas(client, { account: owner, ...call }),
      send: (call) => sendTransaction(config, { account: owner, chainId, ...call }),
      sentSince: (call) => sentSince(client, owner, call),
      waitFor: (hash, onReplaced) => waitFor(client, owner, hash, onReplaced),
      batch: batchPorts(config, client, owner, chainId),
      allowance: (token, spender) =>
        readContract(client, {
          address: token,
          abi: erc20Abi,
          functionName: "allowance",
          args: [owner, spender],
        }),
      permitDomain: (token) =>
        readPermitDomain(client, { token, owner, multicall3: deployment.contracts.multicall3 }),
      sign: (data) => signTypedData(config, { account: owner, ...data } as never),
      refresh,
    };
  }, [client, config, owner, chainId, deployment, refresh]);
}

const BATCH_POLL_MS = 1_000;

function batchPorts(config: Config, client: Client, owner: Address, chainId: number): BatchPorts {
  const request: WalletRequest = async (args) => {
    const provider = (await getAccount(config).connector?.getProvider()) as
      | { readonly request: WalletRequest }
      | undefined;
    if (provider === undefined) throw new ReferenceError("No wallet is connected");
    return provider.request(args);
  };
  return {
    // a node that cannot run several calls leaves the check to the wallet
    simulate: async (calls) => void (await simulateAll(client, owner, calls)),
    send: (calls) => sendBatch(request, { address: owner, chainId, calls }),
    hashOf: async (id) => {
      for (;;) {
        const state: BatchState = await batchState(request, id);
        if (state.type !== "pending") return state.type === "mined" ? state.hash : undefined;
        await new Promise((resolve) => setTimeout(resolve, BATCH_POLL_MS));
      }
    },
  };
}
