import { type Address, decodeFunctionData, erc4626Abi, type Hex } from "viem";

/** A call of a vault, read back from the bytes that are signed. */
export interface VaultCall {
  readonly name: "deposit" | "withdraw" | "redeem" | "mint" | "harvest";
  /** Exact amount; undefined where the call names none. */
  readonly amount: bigint | undefined;
  readonly unit: "assets" | "shares";
  readonly receiver: Address | undefined;
}

const harvestAbi = [
  {
    type: "function",
    name: "harvest",
    inputs: [],
    outputs: [{ type: "uint256" }],
    stateMutability: "nonpayable",
  },
] as const;

/** Undefined for a call of another contract. */
export function decodeVaultCall(data: Hex): VaultCall | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: [...erc4626Abi, ...harvestAbi], data });
    switch (functionName) {
      case "deposit":
      case "withdraw":
        return { name: functionName, amount: args[0], unit: "assets", receiver: args[1] };
      case "mint":
      case "redeem":
        return { name: functionName, amount: args[0], unit: "shares", receiver: args[1] };
      case "harvest":
        return { name: functionName, amount: undefined, unit: "assets", receiver: undefined };
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
