import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Deployment, findDeployment } from "@gimbal/sdk";
import { DeploymentMissingError, SettingError } from "./errors";

const chainId = numberOf("GIMBAL_CHAIN_ID", 31_337, 1, 2 ** 48);

/** Chain that is indexed. */
export const RPC_URL = process.env.GIMBAL_RPC_URL || "http://127.0.0.1:8545";

/** First block that is read. */
export const START_BLOCK = numberOf("GIMBAL_START_BLOCK", 0, 0, 2 ** 48);

/** How often the chain is asked for a new block [ms]. */
export const POLLING_INTERVAL = numberOf("GIMBAL_POLLING_INTERVAL", 1_000, 50, 60_000);

/** Origins whose pages may read the answers, separated by commas; all when left out, as the data is public. */
export const ORIGINS = process.env.GIMBAL_WEB_ORIGIN ? process.env.GIMBAL_WEB_ORIGIN.split(",") : "*";

/** The manifest in `GIMBAL_DEPLOYMENTS`, or the one of the SDK. */
export const deployment: Deployment = readDeployment();

function readDeployment(): Deployment {
  const folder = process.env.GIMBAL_DEPLOYMENTS;
  if (folder) return JSON.parse(readFileSync(resolve(folder, `${chainId}.json`), "utf8"));
  const found = findDeployment(chainId);
  if (found === undefined) throw new DeploymentMissingError(chainId);
  return found;
}

/** A whole number of the environment, within its bounds. */
function numberOf(name: string, fallback: number, least: number, most: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new SettingError(name, text, least, most);
  return value;
}
