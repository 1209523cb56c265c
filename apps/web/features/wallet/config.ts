import { http } from "viem";
import { type Config, createConfig } from "wagmi";
import { LOCAL_CHAIN, type Runtime } from "@/features/data/runtime-context";
import { chainOf } from "./chain";
import { demoConnector } from "./demo/connector";

const TIMEOUT_MS = 8_000;
/** Calldata of one aggregated call [bytes]: room for everything that is read at a block, so that it stays one request. */
const BATCH_BYTES = 32_768;

/**
 * Wallets that announce themselves (EIP-6963) and, on the local chain, the demo wallet. Connectors exist in the
 * browser only; nothing here loads RainbowKit, whose modal comes when it is opened.
 */
export function makeWalletConfig(runtime: Runtime): Config {
  const chain = chainOf(runtime);
  const isBrowser = typeof window !== "undefined";
  const hasDemoWallet = isBrowser && runtime.chainId === LOCAL_CHAIN;
  return createConfig({
    chains: [chain],
    connectors: hasDemoWallet ? [demoConnector({ chain, rpcUrl: runtime.rpcUrl })] : [],
    transports: { [chain.id]: http(runtime.rpcUrl, { retryCount: 0, timeout: TIMEOUT_MS }) },
    multiInjectedProviderDiscovery: true,
    batch: { multicall: { batchSize: BATCH_BYTES } },
    ssr: true,
  });
}
