import { join } from "node:path";
import type { NextConfig } from "next";

/** Wallet SDKs that RainbowKit names but the workspace leaves out (pnpm-workspace.yaml): they call foreign hosts. */
const absentWalletSdks = [
  "@base-org/account",
  "@coinbase/wallet-sdk",
  "cbw-sdk",
  "@gemini-wallet/core",
  "@metamask/sdk",
  "@safe-global/safe-apps-provider",
  "@safe-global/safe-apps-sdk",
  "@walletconnect/ethereum-provider",
  "porto",
  "porto/internal",
];

/**
 * Bytecode that viem runs in `eth_call` where a chain has no Multicall3, or to check the signature of a contract. A
 * deployment always names its Multicall3 and the app checks no signatures, so no page loads it.
 */
const absentBytecode = { "../../constants/contracts.js": "./stubs/viem-bytecode.ts" };

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  transpilePackages: ["@gimbal/history", "@gimbal/sdk"],
  redirects: async () => [{ source: "/", destination: "/trade/eth-usdc", permanent: false }],
  turbopack: {
    root: join(import.meta.dirname, "../.."),
    resolveAlias: {
      ...Object.fromEntries(absentWalletSdks.map((name) => [name, "./stubs/wallet-sdk.ts"])),
      ...absentBytecode,
    },
  },
};

export default config;
