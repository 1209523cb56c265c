import type { Deployment } from "@gimbal/sdk";
import { type Address, isAddress } from "viem";
import { walletCopy } from "@/content/wallet";
import { formatFullTime } from "@/lib/format";
import { amount, assetOf, type Description, nameOf } from "./describe";

interface TypedData {
  readonly primaryType: string;
  readonly domain: { readonly verifyingContract?: Address };
  readonly message: Readonly<Record<string, unknown>>;
}

/** What a typed-data signature allows, with the token's units and known contracts by name. */
export function describeTypedData(json: string, deployment: Deployment): Description {
  const { primaryType, domain, message } = JSON.parse(json) as TypedData;
  const token = assetOf(domain.verifyingContract, deployment);
  const isPermit = primaryType === "Permit" && token !== undefined && message.value !== undefined;
  const text = (name: string, value: unknown): string => {
    if (name === "value" && token !== undefined) return amount(BigInt(String(value)), token);
    if (name === "deadline") return formatFullTime(Number(value));
    if (typeof value === "string" && isAddress(value)) return nameOf(value, deployment) ?? value;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  return {
    title: isPermit ? walletCopy.demo.permit(text("value", message.value)) : primaryType,
    contract: nameOf(domain.verifyingContract, deployment),
    values: Object.entries(message).map(([name, value]) => ({ name, value: text(name, value) })),
  };
}
