import { readFileSync } from "node:fs";
import { type Deployment, findDeployment } from "@gimbal/sdk";
import { type Address, getAddress, isAddress, parseEther, parseGwei, parseUnits } from "viem";
import { z } from "zod";
import { DUTIES, type DutyName } from "../duties/names";
import { SettingsError } from "../errors";
import { manifest } from "./manifest";

const decimal = (digits: number, what: string) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, `must be a number of ${what}, e.g. 0.5`)
    .transform((text) => parseUnits(text, digits));

const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/, "must be a whole number").transform(Number).pipe(z.number().min(least).max(most));

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const path = z.string().min(1);
const address = z
  .string()
  .refine((text) => isAddress(text), "must be an address with a right checksum")
  .transform((text): Address => getAddress(text));

const urls = z
  .string()
  .transform((text) => text.split(",").map((url) => url.trim()))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: "must be http(s) URLs, separated by commas" })).min(1));

const duties = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim()))
  .pipe(z.array(z.enum(DUTIES)));

/** Every setting: its environment variable, what is accepted, and what is taken when it is left out. */
export const SETTINGS = {
  KEEPER_RPC_URLS: urls.describe("RPC endpoints, the preferred one first, separated by commas"),
  KEEPER_CHAIN_ID: whole(1, 2 ** 53 - 1).describe("chain that the endpoints must be on"),
  KEEPER_MANIFEST: path
    .optional()
    .describe("file of the deployment; the SDK's own for the chain if left out"),
  KEEPER_LIVE: flag.default(false).describe("true sends transactions, false only says what it would do"),
  KEEPER_KEY_FILE: path.optional().describe("file of mode 600 with the private key"),
  KEEPER_KEYSTORE_FILE: path.optional().describe("encrypted keystore (V3), instead of a key file"),
  KEEPER_PASSWORD_FILE: path.optional().describe("file of mode 600 with the keystore's password"),
  KEEPER_RECIPIENT: address.optional().describe("who gets the profits; the key's address if left out"),
  KEEPER_TAKE_WITH: z
    .enum(["flash", "wallet"])
    .default("flash")
    .describe("flash: without own capital, through the taker; wallet: with the key's tokens and allowances"),
  KEEPER_DUTIES: duties.default([...DUTIES]).describe("duties to do, separated by commas"),
  KEEPER_MIN_PROFIT_USD: decimal(18, "dollars")
    .default(10n ** 18n)
    .describe("least profit of a take after gas [USD]"),
  KEEPER_GAS_BUDGET: decimal(18, "ether")
    .default(parseEther("0.05"))
    .describe("most that unpaid duties may spend on gas in 24 hours [ether]"),
  KEEPER_MAX_FEE_GWEI: decimal(9, "gwei").default(parseGwei("100")).describe("most paid for one gas [gwei]"),
  KEEPER_NATIVE_ASSET: z
    .string()
    .default("ETH")
    .describe("symbol of the asset whose price gas is counted at"),
  KEEPER_STATE_DIR: path.default(".keeper").describe("folder of the outbox and the checkpoint"),
  KEEPER_HOST: z.string().default("127.0.0.1").describe("interface of /healthz and /metrics"),
  KEEPER_PORT: whole(0, 65_535).default(9_464).describe("port of /healthz and /metrics; 0 takes a free one"),
  KEEPER_POLL_MS: whole(10, 60_000).default(1_000).describe("how often a new block is asked for [ms]"),
  KEEPER_QUORUM: whole(1, 16)
    .optional()
    .describe("endpoints that must agree on a block; 2 if there are as many"),
  KEEPER_CONFIRMATIONS: whole(0, 10_000).default(12).describe("blocks after which a transaction is final"),
  KEEPER_STUCK_SECONDS: whole(1, 3_600)
    .default(30)
    .describe("age at which a transaction is sent anew, dearer [s]"),
  KEEPER_DEADLINE_SECONDS: whole(1, 3_600).default(24).describe("how long a take may wait to be mined [s]"),
  KEEPER_START_BLOCK: whole(0, 2 ** 53 - 1)
    .default(0)
    .describe("block of the deployment"),
  KEEPER_LOG_RANGE: whole(1, 1_000_000).default(5_000).describe("blocks asked for in one eth_getLogs"),
  KEEPER_LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("how much is logged"),
} as const;

const schema = z.object(SETTINGS);

/** Settings as the keeper uses them. */
export interface Settings {
  readonly rpcUrls: readonly string[];
  readonly deployment: Deployment;
  readonly live: boolean;
  readonly keyFile: string | undefined;
  readonly keystoreFile: string | undefined;
  readonly passwordFile: string | undefined;
  readonly recipient: Address | undefined;
  readonly takeWith: "flash" | "wallet";
  readonly duties: readonly DutyName[];
  /** [USD wad] */
  readonly minProfit: bigint;
  /** [wei a day] */
  readonly gasBudget: bigint;
  /** [wei] */
  readonly maxFee: bigint;
  readonly nativeAsset: string;
  readonly stateDir: string;
  readonly host: string;
  readonly port: number;
  readonly pollMs: number;
  readonly quorum: number;
  readonly confirmations: bigint;
  readonly stuckSeconds: number;
  readonly deadlineSeconds: number;
  readonly startBlock: bigint;
  readonly logRange: bigint;
  readonly logLevel: string;
}

/** Settings of the environment; throws with every problem at once. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.entries(environment).filter(
    ([name, value]) => name.startsWith("KEEPER_") && value !== "",
  );
  const unknown = given
    .filter(([name]) => !(name in SETTINGS))
    .map(([name]) => `${name}: there is no such setting`);
  const parsed = schema.safeParse(Object.fromEntries(given));
  const problems = [
    ...unknown,
    ...(parsed.error?.issues ?? []).map(({ path: [name], message, code }) =>
      code === "invalid_type" && environment[String(name)] === undefined
        ? `${String(name)}: is needed (${SETTINGS[name as keyof typeof SETTINGS].description})`
        : `${String(name)}: ${message}`,
    ),
  ];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const env = parsed.data;
  const keys = [env.KEEPER_KEY_FILE, env.KEEPER_KEYSTORE_FILE].filter((file) => file !== undefined);
  if (env.KEEPER_LIVE && keys.length !== 1)
    throw new SettingsError([
      "KEEPER_LIVE=true needs exactly one of KEEPER_KEY_FILE and KEEPER_KEYSTORE_FILE",
    ]);
  if (env.KEEPER_KEYSTORE_FILE !== undefined && env.KEEPER_PASSWORD_FILE === undefined)
    throw new SettingsError(["KEEPER_KEYSTORE_FILE needs KEEPER_PASSWORD_FILE"]);
  const quorum = env.KEEPER_QUORUM ?? Math.min(2, env.KEEPER_RPC_URLS.length);
  if (quorum > env.KEEPER_RPC_URLS.length)
    throw new SettingsError([
      `KEEPER_QUORUM: ${quorum} endpoints cannot agree, there are ${env.KEEPER_RPC_URLS.length}`,
    ]);
  return {
    rpcUrls: env.KEEPER_RPC_URLS,
    deployment: deploymentOf(env.KEEPER_CHAIN_ID, env.KEEPER_MANIFEST),
    live: env.KEEPER_LIVE,
    keyFile: env.KEEPER_KEY_FILE,
    keystoreFile: env.KEEPER_KEYSTORE_FILE,
    passwordFile: env.KEEPER_PASSWORD_FILE,
    recipient: env.KEEPER_RECIPIENT,
    takeWith: env.KEEPER_TAKE_WITH,
    duties: env.KEEPER_DUTIES,
    minProfit: env.KEEPER_MIN_PROFIT_USD,
    gasBudget: env.KEEPER_GAS_BUDGET,
    maxFee: env.KEEPER_MAX_FEE_GWEI,
    nativeAsset: env.KEEPER_NATIVE_ASSET,
    stateDir: env.KEEPER_STATE_DIR,
    host: env.KEEPER_HOST,
    port: env.KEEPER_PORT,
    pollMs: env.KEEPER_POLL_MS,
    quorum,
    confirmations: BigInt(env.KEEPER_CONFIRMATIONS),
    stuckSeconds: env.KEEPER_STUCK_SECONDS,
    deadlineSeconds: env.KEEPER_DEADLINE_SECONDS,
    startBlock: BigInt(env.KEEPER_START_BLOCK),
    logRange: BigInt(env.KEEPER_LOG_RANGE),
    logLevel: env.KEEPER_LOG_LEVEL,
  };
}

function deploymentOf(chainId: number, file: string | undefined): Deployment {
  const deployment =
    file === undefined ? findDeployment(chainId) : manifest(readFileSync(file, "utf8"), file);
  if (deployment === undefined)
    throw new SettingsError([
      `KEEPER_CHAIN_ID: there is no deployment on chain ${chainId}; give KEEPER_MANIFEST`,
    ]);
  if (deployment.chainId !== chainId)
    throw new SettingsError([
      `KEEPER_MANIFEST: is of chain ${deployment.chainId}, KEEPER_CHAIN_ID is ${chainId}`,
    ]);
  return deployment;
}
