import type { Address } from "viem";
import { type Artifact, compiled } from "./artifacts";
import type { Core } from "./core";
import type { Listing } from "./parameters";
import type { Call, Session } from "./session";

/** The ERC-4626 token of one reserve. */
export interface LendingVault {
  readonly listing: Listing;
  readonly vault: Address;
}

const artifact = (): Artifact => compiled("LendingVault");

/** A call of a vault. */
export function lendingVaultCall(vault: Address, functionName: string): Call {
  return { to: vault, abi: artifact().abi, functionName, args: [] };
}

/** Deploys a vault for every reserve that takes lenders; only what is missing. It has no owner and nothing to configure. */
export async function ensureLendingVaults(
  session: Session,
  core: Core,
  all: readonly Listing[],
): Promise<readonly LendingVault[]> {
  const vaults: LendingVault[] = [];
  for (const listing of all.filter(({ asset }) => asset.reserve.supplyCap > 0n)) {
    const { market, index, asset } = listing;
    const name = `Gimbal ${asset.symbol} lent in ${market.slug}`;
    const symbol = `g${asset.symbol}-${market.slug}`;
    const args = [core.marginEngine, market.id, index, name, symbol];
    vaults.push({ listing, vault: await session.create2(artifact(), args) });
  }
  return vaults;
}
