import { type Address, type Hex, keccak256 } from "viem";
import { vendored } from "./artifacts";
import type { DeploymentConfig } from "./config";
import { DeploymentError } from "./errors";
import { CREATE2_DEPLOYER, type Session } from "./session";

/** Contracts that are at one address on every chain. */
export const MULTICALL3: Address = "0xcA11bde05977b3631167028862bE2a173976CA11";
export const PERMIT2: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";

/** Checks the contracts everything else stands on; on a local chain puts there what is missing. */
export async function ensureCanonical(session: Session, config: DeploymentConfig): Promise<void> {
  if (!(await session.hasCode(CREATE2_DEPLOYER)))
    throw new DeploymentError(
      `The deterministic deployer is not at ${CREATE2_DEPLOYER} on ${config.name}: see https://github.com/Arachnid/deterministic-deployment-proxy.`,
    );
  await ensureCode(session, config, "Multicall3", MULTICALL3, "multicall3.hex");
  await ensureCode(session, config, "Permit2", PERMIT2, "permit2.hex");
}

async function ensureCode(
  session: Session,
  config: DeploymentConfig,
  name: string,
  address: Address,
  file: string,
): Promise<void> {
  if (await session.hasCode(address)) return;
  if (!config.local) throw new DeploymentError(`${name} is not at ${address} on ${config.name}.`);
  const code = vendored(file);
  await session.setCode(address, code);
  const placed = await session.codeHash(address);
  if (placed !== keccak256(code as Hex))
    throw new DeploymentError(`${name} at ${address} is not the vendored code: the node did not take it.`);
}
