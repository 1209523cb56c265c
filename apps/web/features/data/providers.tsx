"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import { makeWalletConfig } from "@/features/wallet/config";
import { type Runtime, RuntimeProvider } from "./runtime-context";
import { ChainWatcher } from "./watcher";

interface DataProvidersProps {
  readonly runtime: Runtime;
  readonly children: ReactNode;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The chain may be on this machine: being offline is no reason to stop.
        networkMode: "always",
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** Chain access of the whole app: endpoints, wallet, cache and block watcher. */
export function DataProviders({ runtime, children }: DataProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  const [walletConfig] = useState(() => makeWalletConfig(runtime));
  return (
    <RuntimeProvider value={runtime}>
      <WagmiProvider config={walletConfig} reconnectOnMount>
        <QueryClientProvider client={queryClient}>
          <ChainWatcher>{children}</ChainWatcher>
        </QueryClientProvider>
      </WagmiProvider>
    </RuntimeProvider>
  );
}
