import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lensAbi } from "@gimbal/sdk/abis";
import type { Hex } from "viem";
import type { Devnet } from "../../../../packages/devnet/src";
import type { Key } from "../../src/config/key";
import { readSettings, type Settings } from "../../src/config/settings";
import { Keeper } from "../../src/keeper";
import { createLogger } from "../../src/observe/log";

/** Settings of a keeper on a local chain, in a folder of its own. */
export function settingsFor(devnet: Devnet, more: NodeJS.ProcessEnv = {}): Settings {
  const settings = readSettings({
    KEEPER_RPC_URLS: devnet.rpcUrl,
    KEEPER_CHAIN_ID: "31337",
    KEEPER_STATE_DIR: mkdtempSync(join(tmpdir(), "keeper-")),
    KEEPER_PORT: "0",
    KEEPER_DEADLINE_SECONDS: "3600",
    KEEPER_CONFIRMATIONS: "2",
    KEEPER_DUTIES: "mark,take",
    // A chain of this process: nobody minds the file's mode.
    KEEPER_KEY_FILE: "unused",
    ...more,
  });
  return { ...settings, deployment: devnet.deployment };
}

/** A keeper and everything it logs. */
export interface Running {
  readonly keeper: Keeper;
  readonly logs: string[];
}

export async function startKeeper(settings: Settings, key: Key | undefined): Promise<Running> {
  const logs: string[] = [];
  const secrets = key?.secrets ?? [];
  const log = createLogger({
    level: "trace",
    secrets,
    destination: { write: (line) => void logs.push(line) },
  });
  return { keeper: await Keeper.create({ settings, key, log }), logs };
}

/** Maintenance reading of an account [USD wad]. */
export async function healthOf(devnet: Devnet, account: Hex) {
  const [view] = await devnet.client.readContract({
    address: devnet.deployment.contracts.lens,
    abi: lensAbi,
    functionName: "accounts",
    args: [[account]],
  });
  const { collateral, debt, margin } = view?.maintenance ?? { collateral: 0n, debt: 0n, margin: 0n };
  return {
    collateral,
    debt,
    margin,
    factor: debt === 0n ? null : Number(((collateral - margin) * 10_000n) / debt) / 1e4,
  };
}
