import { type Address, zeroAddress } from "viem";
import { type Artifact, compiled } from "./artifacts";
import type { DeploymentConfig, MarketConfig } from "./config";
import { type Core, withModules } from "./core";
import { DeploymentError } from "./errors";
import { call } from "./markets";
import type { Listing } from "./parameters";
import { requireAdministration } from "./roles";
import type { Call, Session } from "./session";
import { ensure } from "./steps";

/** The vault behind one market, and the second part of its code. */
export interface Backstop {
  readonly market: MarketConfig;
  readonly vault: Address;
  readonly desk: Address;
}

export const BACKSTOP_ARTIFACTS = {
  vault: () => withModules("BackstopVault", "IBackstopVault"),
  desk: () => compiled("BackstopDesk"),
} as const satisfies Record<string, () => Artifact>;

/** Calls of a vault. */
export function vaultCall(vault: Address, functionName: string, args: readonly unknown[] = []): Call {
  return { to: vault, abi: BACKSTOP_ARTIFACTS.vault().abi, functionName, args };
}

/** What a vault and its desk are built with. */
export function backstopSetup(
  config: DeploymentConfig,
  core: Core,
  factory: Address,
  all: readonly Listing[],
  market: MarketConfig,
) {
  const { cooldown, window, gas } = config.backstop;
  const coin = all.find(({ key }) => key === gas);
  if (!coin) throw new DeploymentError(`${gas}, which prices the gas of callers, is in no market.`);
  return {
    engine: core.marginEngine,
    market: market.id,
    quote: 0,
    riskEngine: core.riskEngine,
    factory,
    authority: core.accessManager,
    gasMarket: coin.market.id,
    gasAsset: coin.index,
    cooldown,
    window,
    name: `Gimbal backstop ${market.slug}`,
    symbol: `gb-${market.slug}`,
  };
}

/** Deploys the vault of every market, names its pools, and names it to the engine; only what is missing. */
export async function ensureBackstops(
  session: Session,
  config: DeploymentConfig,
  core: Core,
  factory: Address,
  all: readonly Listing[],
): Promise<readonly Backstop[]> {
  const backstops: Backstop[] = [];
  for (const market of config.markets) {
    const setup = backstopSetup(config, core, factory, all, market);
    const desk = await session.create2(BACKSTOP_ARTIFACTS.desk(), [setup]);
    const args = [setup, config.backstop.parameters, desk];
    const vault = await session.create2(BACKSTOP_ARTIFACTS.vault(), args);
    for (const { index, asset } of all.filter((one) => one.market === market)) {
      if (asset.pool) await ensureOnce(session, core, poolSetting(vault, index, asset.pool.fee), 0);
    }
    await ensureOnce(session, core, nameSetting(core, market, vault), zeroAddress);
    backstops.push({ market, vault, desk });
  }
  return backstops;
}

function poolSetting(vault: Address, index: number, fee: number) {
  return {
    read: vaultCall(vault, "poolFeeOf", [index]),
    expected: fee,
    write: vaultCall(vault, "setPool", [index, fee]),
  };
}

function nameSetting(core: Core, market: MarketConfig, vault: Address) {
  return {
    read: call(core, "marginEngine", "backstop", [market.id]),
    expected: vault,
    write: call(core, "marginEngine", "setBackstop", [market.id, vault]),
  };
}

/** Writes a setting that nobody has made yet; what governance changed since is its own, and `verify` names it. */
async function ensureOnce(
  session: Session,
  core: Core,
  setting: ReturnType<typeof poolSetting> | ReturnType<typeof nameSetting>,
  unset: unknown,
): Promise<void> {
  if ((await session.read(setting.read)) !== unset) return;
  await requireAdministration(session, core);
  await ensure(session, setting);
}
