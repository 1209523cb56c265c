import type { DeployedAsset, Deployment } from "@gimbal/sdk";
import { type Address, type Hex, isAddressEqual } from "viem";
import { demoCallsCopy } from "@/content/demo-calls";
import { decodeVaultCall } from "@/features/transaction/vault/decode";
import { exactAmount } from "@/lib/format";
import type { Description } from "./describe";

const copy = demoCallsCopy.vault;
/** A share of a vault has so many decimals more than its asset. */
const SHARE_DECIMALS = 6;

/** Asset of the lending vault at an address. */
export function vaultAsset(to: Address | undefined, { markets }: Deployment): DeployedAsset | undefined {
  if (to === undefined) return undefined;
  return markets
    .flatMap(({ assets }) => assets)
    .find(({ lendingVault }) => lendingVault && isAddressEqual(lendingVault, to));
}

/** A call of a lending vault in words; undefined for anything else. */
export function describeVault(
  to: Address | undefined,
  data: Hex,
  deployment: Deployment,
): Description | undefined {
  const asset = vaultAsset(to, deployment);
  const call = asset && decodeVaultCall(data);
  if (asset === undefined || call === undefined) return undefined;
  const { name, amount, unit, receiver } = call;
  const { symbol, decimals } = asset;
  const value =
    amount === undefined
      ? undefined
      : unit === "assets"
        ? `${exactAmount(amount, decimals)} ${symbol}`
        : copy.shares(exactAmount(amount, decimals + SHARE_DECIMALS));
  return {
    title: copy.title(copy.calls[name], symbol),
    contract: copy.contract(symbol),
    values: [
      ...(value === undefined ? [] : [{ name: copy.amount, value }]),
      ...(receiver === undefined ? [] : [{ name: copy.receiver, value: receiver }]),
    ],
  };
}
