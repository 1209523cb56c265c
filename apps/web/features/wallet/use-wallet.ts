"use client";

import { useCallback } from "react";
import type { Address } from "viem";
import { useAccount, useDisconnect, useSwitchChain } from "wagmi";
import { walletCopy } from "@/content/wallet";
import { LOCAL_CHAIN, useRuntime } from "@/features/data/runtime-context";
import { DEMO_CONNECTOR_ID } from "./demo/connector";
import { openConnectModal } from "./modal-store";

export interface Wallet {
  readonly status: "disconnected" | "connecting" | "connected";
  readonly address: Address | undefined;
  readonly chainId: number | undefined;
  /** Connected, but to another chain than the app's. */
  readonly wrongNetwork: boolean;
  /** Name of the network the wallet is on. */
  readonly networkName: string;
  readonly isDemo: boolean;
  readonly connect: () => void;
  readonly disconnect: () => void;
  /** Asks the wallet to change to the app's chain. */
  readonly switchNetwork: () => Promise<void>;
}

const networkNames: Readonly<Record<number, string>> = {
  1: "Ethereum",
  10: "OP Mainnet",
  137: "Polygon",
  8453: "Base",
  42161: "Arbitrum",
  11155111: "Sepolia",
};

function networkName(chainId: number | undefined): string {
  if (chainId === LOCAL_CHAIN) return walletCopy.wrongNetwork.local;
  return networkNames[chainId ?? 0] ?? walletCopy.wrongNetwork.unknown(chainId);
}

const states = {
  connected: "connected",
  connecting: "connecting",
  reconnecting: "connecting",
  disconnected: "disconnected",
} as const;

/** The connected wallet and what can be asked of it. */
export function useWallet(): Wallet {
  const runtime = useRuntime();
  const { address, chainId, connector, status } = useAccount();
  const { disconnect } = useDisconnect();
  const { switchChainAsync } = useSwitchChain();
  const state = states[status];

  const switchNetwork = useCallback(async () => {
    await switchChainAsync({ chainId: runtime.chainId });
  }, [switchChainAsync, runtime.chainId]);

  return {
    status: state,
    address,
    chainId,
    wrongNetwork: state === "connected" && chainId !== runtime.chainId,
    networkName: networkName(chainId),
    isDemo: connector?.id === DEMO_CONNECTOR_ID,
    connect: openConnectModal,
    disconnect: useCallback(() => disconnect(), [disconnect]),
    switchNetwork,
  };
}
