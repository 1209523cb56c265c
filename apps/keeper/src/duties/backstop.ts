import type { AccountId } from "@gimbal/sdk";
import { backstopVaultAbi } from "@gimbal/sdk/abis";
import { type Address, encodeFunctionData, isAddressEqual, maxUint256, zeroAddress } from "viem";
import { engineAbi } from "../engineAbi";
import type { Plan } from "../outbox/plan";
import type { Duty, Round } from "./duty";
import { type QuotedPair, quotePairs } from "./pairs";

const MOST = 20;
const GAS_CAP = 6_000_000n;

/**
 * Hands accounts to the backstop of their market when they are due for it: debt in the quote asset is absorbed with cash,
 * debt in another asset is assumed. The vault pays for the gas; losses are realised even if it does not.
 */
export const backstop: Duty = {
  name: "backstop",
  async plans(round) {
    const free = round.unhealthy
      .map(({ account }) => account)
      .filter((id) => round.isFree(purposeOf(id)))
      .slice(0, MOST);
    const due = (await quotePairs(round, free)).filter(({ quote }) => quote.backstopDue);
    if (due.length === 0) return [];
    const vaults = await vaultsOf(round, new Set(due.map(({ market }) => market.id)));
    const plans = new Map<AccountId, Plan>();
    for (const pair of due) {
      const vault = vaults.get(pair.market.id);
      const data = vault === undefined || plans.has(pair.account.id) ? undefined : takeoverOf(pair);
      if (vault === undefined || data === undefined) continue;
      plans.set(pair.account.id, {
        purpose: purposeOf(pair.account.id),
        duty: "backstop",
        account: pair.account.id,
        to: vault,
        data,
        gasCap: GAS_CAP,
      });
    }
    return [...plans.values()];
  },
};

function purposeOf(id: AccountId): string {
  return `backstop ${id}`;
}

/** The vaults of some markets; a market without one is left out. */
export async function vaultsOf(
  { reader, deployment }: Round,
  markets: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Address>> {
  const ids = [...markets];
  const vaults = await reader.multicall({
    multicallAddress: deployment.contracts.multicall3,
    contracts: ids.map((id) => ({
      address: deployment.contracts.marginEngine,
      abi: engineAbi,
      functionName: "backstop" as const,
      args: [id] as const,
    })),
  });
  const named = ids.map((id, i) => [id, vaults[i]?.result ?? zeroAddress] as const);
  return new Map(named.filter(([, vault]) => !isAddressEqual(vault, zeroAddress)));
}

/** Undefined for a pair that no vault takes: neither side is the quote asset. */
function takeoverOf({ account, collateral, debt }: QuotedPair) {
  if (debt.index === 0)
    return encodeFunctionData({
      abi: backstopVaultAbi,
      functionName: "absorb",
      args: [account.id, collateral.index, maxUint256],
    });
  if (collateral.index === 0)
    return encodeFunctionData({
      abi: backstopVaultAbi,
      functionName: "assume",
      args: [account.id, debt.index, maxUint256],
    });
  return undefined;
}
