import { encodeErrorResult, type Hex, stringToHex } from "viem";
import type { allErrorsAbi } from "../../src/generated/errorsAbi";

export const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

/** An error of the contracts as it comes from the chain, with arguments of every type. */
export function encoded(item: (typeof allErrorsAbi)[number]): {
  readonly data: Hex;
  readonly args: readonly unknown[];
} {
  const args = item.inputs.map((input, i) => example(input.type, input.name, i));
  return { data: encodeErrorResult({ abi: [item], errorName: item.name, args } as never), args };
}

function example(type: string, name: string, index: number): unknown {
  if (type === "address") return ADDRESS;
  if (type === "string") return "text";
  if (type === "bytes32")
    return name === "name" ? stringToHex("debtCap", { size: 32 }) : `0x${"ab".repeat(32)}`;
  if (type === "bytes4") return "0x12345678";
  const value = 1_234_567n + BigInt(index);
  return Number(type.replace("uint", "")) <= 48 ? Number(value % 200n) : value;
}
