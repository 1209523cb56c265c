import { type Config, createConfig, createStorage } from "wagmi";
import { LOCAL_CHAIN, type Runtime } from "@/features/data/runtime-context";
import { rpcTransport } from "@/features/rpc/transport";
import { keptTexts } from "@/lib/browser-storage";
import { chainOf } from "./chain";
import { demoConnector } from "./demo/connector";

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
    connectors: hasDemoWallet ? [demoConnector({ chain, rpcUrl: runtime.rpcUrls[0] })] : [],
    transports: { [chain.id]: rpcTransport(runtime) },
    multiInjectedProviderDiscovery: true,
    batch: { multicall: { batchSize: BATCH_BYTES } },
    ssr: true,
    storage: createStorage({ storage: keptTexts() }),
  });
}
