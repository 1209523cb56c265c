import { type Address, zeroAddress } from "viem";
import { type Artifact, uniswap } from "./artifacts";
import type { DeploymentConfig, Existing } from "./config";
import { DeploymentError } from "./errors";
import type { Session } from "./session";

export interface Uniswap {
  readonly factory: Address;
  readonly swapRouter: Address;
  readonly quoter: Address;
  /** Absent where no pool is created. */
  readonly positionManager: Address | undefined;
}

export const factoryArtifact = (): Artifact => uniswap("UniswapV3Factory", "v3-core");
export const poolArtifact = (): Artifact => uniswap("UniswapV3Pool", "v3-core");
export const positionManagerArtifact = (): Artifact => uniswap("NonfungiblePositionManager", "v3-periphery");

/**
 * Uniswap v3, as published. `native` is what the periphery wraps ether into; orders never send ether, so any token does
 * on a local chain.
 */
export async function ensureUniswap(
  session: Session,
  config: DeploymentConfig,
  native: Address,
): Promise<Uniswap> {
  const parts = config.uniswap;
  const place = async (
    name: string,
    part: Existing | "deploy",
    artifact: () => Artifact,
    args: readonly unknown[],
  ) => {
    const address = part === "deploy" ? await session.create2(artifact(), args) : part.address;
    if (!(await session.hasCode(address)))
      throw new DeploymentError(`The Uniswap ${name} is not at ${address} on ${config.name}.`);
    return address;
  };
  const factory = await place("factory", parts.factory, factoryArtifact, []);
  const periphery = [factory, native] as const;
  const swapRouter = () => uniswap("SwapRouter", "v3-periphery");
  const quoter = () => uniswap("QuoterV2", "v3-periphery", "lens/");
  // The last argument describes positions as pictures; nothing here asks for one.
  const positionManager = parts.positionManager
    ? await place("position manager", parts.positionManager, positionManagerArtifact, [
        ...periphery,
        zeroAddress,
      ])
    : undefined;
  return {
    factory,
    swapRouter: await place("swap router", parts.swapRouter, swapRouter, periphery),
    quoter: await place("quoter", parts.quoter, quoter, periphery),
    positionManager,
  };
}
