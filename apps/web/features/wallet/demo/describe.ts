import type { DeployedAsset, Deployment } from "@gimbal/sdk";
import { erc20Abi, marginEngineAbi, orderShapeAbi } from "@gimbal/sdk/abis";
import { type Address, decodeAbiParameters, decodeFunctionData, type Hex, isAddressEqual, slice } from "viem";
import { demoCallsCopy } from "@/content/demo-calls";
import { walletCopy } from "@/content/wallet";
import { exactAmount } from "@/lib/format";
import { describeAccountOrder } from "./describe-order";
import { describeVault, vaultAsset } from "./describe-vault";

/** A call in words, with every value below it. */
export interface Description {
  readonly title: string;
  /** Name of the contract; undefined if this app does not know it. */
  readonly contract: string | undefined;
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

interface Transaction {
  readonly to: Address | undefined;
  readonly data: Hex;
}

const copy = demoCallsCopy;

/** What a transaction of this app does; an unknown one is called unknown. */
export function describeTransaction({ to, data }: Transaction, deployment: Deployment): Description {
  const contract = nameOf(to, deployment);
  if (data === "0x") return { title: walletCopy.demo.transfer, contract, values: [] };
  const ofVault = describeVault(to, data, deployment);
  if (ofVault !== undefined) return ofVault;
  const accountOrder = describeAccountOrder({ to, data }, deployment);
  if (accountOrder !== undefined) return { ...accountOrder, contract };
  const decoded = decode(data);
  if (decoded === undefined) {
    return { title: walletCopy.demo.unknownAction(slice(data, 0, 4)), contract, values: [] };
  }
  const { functionName, args } = decoded;
  const values = args.flatMap((value, index) => flatten(names(functionName)[index] ?? `#${index}`, value));
  const order = functionName === "execute" || functionName === "deleverage" ? orderOf(args[2]) : undefined;
  if (order !== undefined) return { ...describeOrder(order, deployment), contract };
  const asset = assetOf(to, deployment);
  if (functionName === "approve" && asset !== undefined) {
    return { ...describeApproval(asset, args, deployment), contract };
  }
  return { title: functionName, contract, values };
}

interface Decoded {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

function decode(data: Hex): Decoded | undefined {
  for (const abi of [marginEngineAbi, erc20Abi]) {
    try {
      const { functionName, args } = decodeFunctionData({ abi, data });
      return { functionName, args: (args ?? []) as readonly unknown[] };
    } catch {
      // Not a function of this contract: try the next.
    }
  }
  return undefined;
}

function names(functionName: string): readonly string[] {
  const entry = [...marginEngineAbi, ...erc20Abi].find(
    (item) => item.type === "function" && item.name === functionName,
  );
  return entry !== undefined && "inputs" in entry ? entry.inputs.map((input) => input.name ?? "") : [];
}

type Order = ReturnType<typeof decodeOrder>;

function decodeOrder(data: Hex) {
  return decodeAbiParameters(orderShapeAbi[0].inputs, data)[0];
}

function orderOf(data: unknown): Order | undefined {
  try {
    return decodeOrder(data as Hex);
  } catch {
    return undefined;
  }
}

function describeOrder(order: Order, deployment: Deployment): Omit<Description, "contract"> {
  const market = deployment.markets.find(({ id }) => id === order.market);
  const collateral = market?.assets[order.collateralAsset];
  const debt = market?.assets[order.debtAsset];
  const quote = market?.assets[0];
  const base = order.collateralAsset === 0 ? debt : collateral;
  const isOpen = order.kind <= 1;
  return {
    title: `${copy.orders[order.kind] ?? copy.order}, ${base?.symbol ?? copy.unknown}`,
    values: [
      { name: isOpen ? copy.pay : copy.paidOut, value: amount(isOpen ? order.equity : order.payout, quote) },
      { name: isOpen ? copy.borrowed : copy.sold, value: amount(order.amount, isOpen ? debt : collateral) },
      {
        name: copy.limit,
        value: amount(order.limit, isOpen ? collateral : order.kind === 3 ? collateral : debt),
      },
      { name: copy.deadline, value: new Date(Number(order.deadline) * 1000).toISOString() },
    ],
  };
}

function describeApproval(
  asset: DeployedAsset,
  [spender, value]: readonly unknown[],
  deployment: Deployment,
): Omit<Description, "contract"> {
  const to = nameOf(spender as Address, deployment) ?? String(spender);
  return {
    title: copy.approve(amount(value as bigint, asset)),
    values: [{ name: copy.spender, value: to }],
  };
}

/** `2500.5 USDC`, every digit. */
export function amount(value: bigint, asset: DeployedAsset | undefined): string {
  return asset === undefined ? value.toString() : `${exactAmount(value, asset.decimals)} ${asset.symbol}`;
}

export function assetOf(address: Address | undefined, { markets }: Deployment): DeployedAsset | undefined {
  if (address === undefined) return undefined;
  return markets.flatMap(({ assets }) => assets).find((asset) => isAddressEqual(asset.address, address));
}

export function nameOf(address: Address | undefined, deployment: Deployment): string | undefined {
  if (address === undefined) return undefined;
  const key = Object.entries(deployment.contracts).find(([, known]) => isAddressEqual(known, address))?.[0];
  return (
    (key === undefined ? undefined : (copy.contracts as Readonly<Record<string, string>>)[key]) ??
    assetOf(address, deployment)?.symbol ??
    vaultName(address, deployment)
  );
}

function vaultName(address: Address, deployment: Deployment): string | undefined {
  const asset = vaultAsset(address, deployment);
  return asset && copy.vault.contract(asset.symbol);
}

/** Values of a nested argument, one line each. */
function flatten(name: string, value: unknown): readonly { name: string; value: string }[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => flatten(key, inner));
  }
  return [{ name, value: String(value) }];
}
