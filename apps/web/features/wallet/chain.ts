import { type Chain, defineChain } from "viem";
import type { Runtime } from "@/features/data/runtime-context";

/** The chain of this deployment, as wallets and viem know it. */
export function chainOf({ chainId, rpcUrls, deployment }: Runtime): Chain {
  return defineChain({
    id: chainId,
    name: deployment.name,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: rpcUrls } },
    contracts: { multicall3: { address: deployment.contracts.multicall3 } },
  });
}
