"use client";

import { readPermitDomain } from "@gimbal/sdk";
import { useMemo } from "react";
import { type Address, type Client, erc20Abi, type Hash, isAddressEqual, parseEventLogs } from "viem";
import { estimateGas, call as execute, readContract, waitForTransactionReceipt } from "viem/actions";
import { useClient, useConfig } from "wagmi";
import { getAccount, sendTransaction, signTypedData } from "wagmi/actions";
import { useRuntime } from "@/features/data/runtime-context";
import { useRefresh } from "@/features/data/watcher";
import type { Mined, RunPorts } from "./ports";

/** The wallet and the chain of this page, for one owner. */
export function useRunPorts(owner: Address): RunPorts | undefined {
  const config = useConfig();
  const { chainId } = useRuntime();
  const client = useClient({ chainId });
  const refresh = useRefresh();

  return useMemo(() => {
    if (client === undefined) return undefined;
    return {
      wallet: () => {
        const { address, chainId: current } = getAccount(config);
        return address === undefined || current === undefined ? undefined : { address, chainId: current };
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
      waitFor: (hash, onReplaced) => waitFor(client, owner, hash, onReplaced),
      allowance: (token, spender) =>
        readContract(client, {
          address: token,
          abi: erc20Abi,
          functionName: "allowance",
          args: [owner, spender],
        }),
      permitDomain: (token) => readPermitDomain(client, { token, owner }),
      sign: (data) => signTypedData(config, { account: owner, ...data } as never),
      refresh,
    };
  }, [client, config, owner, chainId, refresh]);
}

/** Waits as long as it takes: a person may speed the transaction up, or cancel it. */
export async function waitFor(
  client: Client,
  owner: Address,
  hash: Hash,
  onReplaced: (hash: Hash) => void,
): Promise<Mined> {
  let replaced: Mined["replaced"] = "no";
  const receipt = await waitForTransactionReceipt(client, {
    hash,
    timeout: 0,
    onReplaced: ({ reason, transaction }) => {
      replaced = reason === "replaced" ? "other" : reason;
      onReplaced(transaction.hash);
    },
  });
  const transfers = parseEventLogs({ abi: erc20Abi, eventName: "Transfer", logs: receipt.logs });
  return {
    hash: receipt.transactionHash,
    status: receipt.status,
    blockNumber: receipt.blockNumber,
    replaced,
    received: (token) =>
      transfers
        .filter(({ address, args }) => isAddressEqual(address, token) && isAddressEqual(args.to, owner))
        .reduce((sum, { args }) => sum + args.value, 0n),
  };
}
