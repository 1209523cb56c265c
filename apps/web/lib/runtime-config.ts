import * as z from "zod/mini";

/** What one running server tells its browsers; read from the environment at request time, not at build time. */
export interface RuntimeConfig {
  /** JSON-RPC endpoints of the chain, called by the browser: the first that answers, in this order. */
  readonly rpcUrls: readonly [string, ...string[]];
  /** Control endpoint of the local chain (price shocks, time, faucet); undefined hides the demo bar. */
  readonly controlUrl: string | undefined;
  /** Indexer that histories are read from; undefined, or down, the chain is read instead. */
  readonly indexerUrl: string | undefined;
  /** Block explorer of the chain; undefined where it has none, and hashes are copied instead. */
  readonly explorerUrl?: string | undefined;
  /** Chain whose deployment the app shows. */
  readonly chainId: number;
}

/** More would make a visitor whose network is down wait for nothing. */
const MOST_ENDPOINTS = 5;

const schema = z.object({
  rpcUrls: z.array(z.url({ protocol: /^https?$/ })).check(z.minLength(1), z.maxLength(MOST_ENDPOINTS)),
  controlUrl: z.optional(z.url({ protocol: /^https?$/ })),
  indexerUrl: z.optional(z.url({ protocol: /^https?$/ })),
  explorerUrl: z.optional(z.url({ protocol: /^https?$/ })),
  chainId: z.coerce.number().check(z.int(), z.positive()),
});

/**
 * `GIMBAL_RPC_URL` (or `NEXT_PUBLIC_RPC_URL`), one or several between commas, default `http://127.0.0.1:8545`
 * `GIMBAL_CONTROL_URL`, default none
 * `GIMBAL_INDEXER_URL`, default none
 * `GIMBAL_EXPLORER_URL`, default none
 * `GIMBAL_CHAIN_ID`, default 31337
 */
export function readRuntimeConfig(env: Record<string, string | undefined> = process.env): RuntimeConfig {
  const parsed = z.safeParse(schema, {
    rpcUrls: listOf(env.GIMBAL_RPC_URL || env.NEXT_PUBLIC_RPC_URL || "http://127.0.0.1:8545"),
    controlUrl: env.GIMBAL_CONTROL_URL || undefined,
    indexerUrl: env.GIMBAL_INDEXER_URL || undefined,
    explorerUrl: env.GIMBAL_EXPLORER_URL || undefined,
    chainId: env.GIMBAL_CHAIN_ID || 31337,
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new TypeError(`The environment of the web app is wrong. ${faults.join("; ")}`);
  }
  const [first, ...others] = parsed.data.rpcUrls;
  return {
    rpcUrls: [first as string, ...others],
    controlUrl: parsed.data.controlUrl,
    indexerUrl: parsed.data.indexerUrl,
    explorerUrl: parsed.data.explorerUrl,
    chainId: parsed.data.chainId,
  };
}

function listOf(text: string): readonly string[] {
  const urls = text.split(",").map((url) => url.trim());
  return [...new Set(urls.filter((url) => url !== ""))];
}
