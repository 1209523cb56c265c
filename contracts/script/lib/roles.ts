import { type Address, isAddressEqual, toFunctionSelector } from "viem";
import { getAbiItem } from "viem/utils";
import type { Artifact } from "./artifacts";
import type { DeploymentConfig } from "./config";
import { CORE_ARTIFACTS, type Core } from "./core";
import { DeploymentError } from "./errors";
import type { Call, Session } from "./session";
import { same } from "./session";
import { ensure, type Setting } from "./steps";

/** Roles of the AccessManager. Every restricted function without one of the others belongs to `admin`. */
export const ROLES = { admin: 0n, riskEngine: 1n, riskManager: 2n, guardian: 3n, coverageGate: 4n } as const;

interface FunctionRole {
  readonly target: Address;
  readonly artifact: Artifact;
  readonly functionName: string;
  readonly role: bigint;
}

/** The only functions that are not the administrator's. */
export function functionRoles(core: Core): readonly FunctionRole[] {
  const engine = CORE_ARTIFACTS.marginEngine();
  const riskEngine = CORE_ARTIFACTS.riskEngine();
  return [
    {
      target: core.marginEngine,
      artifact: engine,
      functionName: "setRiskParameters",
      role: ROLES.riskEngine,
    },
    { target: core.marginEngine, artifact: engine, functionName: "setDebtCap", role: ROLES.riskEngine },
    {
      target: core.marginEngine,
      artifact: engine,
      functionName: "setOpeningLimits",
      role: ROLES.riskEngine,
    },
    { target: core.marginEngine, artifact: engine, functionName: "setPaused", role: ROLES.guardian },
    {
      target: core.marginEngine,
      artifact: engine,
      functionName: "setOpeningsClosed",
      role: ROLES.coverageGate,
    },
    { target: core.marginEngine, artifact: engine, functionName: "setRatePremium", role: ROLES.coverageGate },
    { target: core.riskEngine, artifact: riskEngine, functionName: "setRails", role: ROLES.riskManager },
    { target: core.riskEngine, artifact: riskEngine, functionName: "setHorizon", role: ROLES.riskManager },
  ];
}

/** Who holds which role while the deployment runs, and after. */
export function members(config: DeploymentConfig, core: Core): readonly (readonly [bigint, Address])[] {
  return [
    [ROLES.riskEngine, core.riskEngine],
    [ROLES.riskManager, config.roles.riskManager],
    [ROLES.guardian, config.roles.guardian],
    [ROLES.coverageGate, core.coverageGate],
  ];
}

export async function ensureRoles(session: Session, config: DeploymentConfig, core: Core): Promise<void> {
  for (const entry of functionRoles(core)) await ensure(session, functionSetting(core, entry));
  for (const [role, account] of members(config, core))
    await ensure(session, memberSetting(core, role, account));
}

/** Gives administration to who shall have it and takes it from the deployer. The last step: nothing can follow it. */
export async function handOver(session: Session, config: DeploymentConfig, core: Core): Promise<void> {
  const { admin } = config.roles;
  if (isAddressEqual(admin, session.deployer)) return;
  await ensure(session, memberSetting(core, ROLES.admin, admin));
  await ensure(session, {
    read: hasRole(core, ROLES.admin, session.deployer),
    expected: [false, 0],
    write: manager(core, "renounceRole", [ROLES.admin, session.deployer]),
  });
}

/** Throws unless the deployer may configure, which it may not any more once it has handed over. */
export async function requireAdministration(session: Session, core: Core): Promise<void> {
  const held = await session.read(hasRole(core, ROLES.admin, session.deployer));
  if (!same(held, [true, 0]))
    throw new DeploymentError(
      `${session.deployer} does not administer ${core.accessManager} any more: what is missing has to be proposed to who does.`,
    );
}

export function functionSetting(core: Core, entry: FunctionRole): Setting {
  const selector = selectorOf(entry);
  return {
    read: manager(core, "getTargetFunctionRole", [entry.target, selector]),
    expected: entry.role,
    write: manager(core, "setTargetFunctionRole", [entry.target, [selector], entry.role]),
  };
}

export function memberSetting(core: Core, role: bigint, account: Address): Setting {
  return {
    read: hasRole(core, role, account),
    expected: [true, 0],
    write: manager(core, "grantRole", [role, account, 0]),
  };
}

function hasRole(core: Core, role: bigint, account: Address): Call {
  return manager(core, "hasRole", [role, account]);
}

function manager(core: Core, functionName: string, args: readonly unknown[]): Call {
  return { to: core.accessManager, abi: CORE_ARTIFACTS.accessManager().abi, functionName, args };
}

function selectorOf({ artifact, functionName }: FunctionRole): `0x${string}` {
  const item = getAbiItem({ abi: artifact.abi, name: functionName });
  if (item?.type !== "function")
    throw new DeploymentError(`${artifact.name} has no function ${functionName}.`);
  return toFunctionSelector(item);
}
