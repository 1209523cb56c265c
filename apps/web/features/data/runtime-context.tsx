"use client";

import type { Deployment } from "@gimbal/sdk";
import { createContext, type ReactNode, use } from "react";
import type { RuntimeConfig } from "@/lib/runtime-config";

export interface Runtime extends RuntimeConfig {
  /** Build and contracts that this page was made for. */
  readonly version: string;
  readonly deployment: Deployment;
}

const RuntimeContext = createContext<Runtime | undefined>(undefined);

interface RuntimeProviderProps {
  readonly value: Runtime;
  readonly children: ReactNode;
}

export function RuntimeProvider({ value, children }: RuntimeProviderProps) {
  return <RuntimeContext value={value}>{children}</RuntimeContext>;
}

/** Endpoints and chain of this server. */
export function useRuntime(): Runtime {
  const runtime = use(RuntimeContext);
  if (runtime === undefined) throw new ReferenceError("useRuntime outside RuntimeProvider");
  return runtime;
}

/** Contracts and markets of the chain. */
export function useDeployment(): Deployment {
  return useRuntime().deployment;
}

/** True on the chain that runs on this machine. */
export function useIsLocalChain(): boolean {
  return useRuntime().chainId === LOCAL_CHAIN;
}

export const LOCAL_CHAIN = 31337;
