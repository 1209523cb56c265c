import { ContractError, explainError, type GimbalError, UnknownContractError } from "@gimbal/sdk";
import { type Hex, size, toFunctionSelector } from "viem";

/** What a pasted text says of a failure. */
export type Decoded =
  | { readonly type: "none" }
  | { readonly type: "unknown"; readonly selector: Hex }
  /** The name alone: without its arguments there is no sentence. */
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "error"; readonly name: string; readonly sentence: string };

const SELECTOR = 4;
const WORD = 32;

/** Finds the data of a revert in any text, and says what it means. */
export async function decodeText(text: string): Promise<Decoded> {
  const data = dataIn(text);
  if (data === undefined) return { type: "none" };
  const selector = data.slice(0, 10) as Hex;
  const name = await nameOf(selector);
  const error = await explainError({ data });
  if (error instanceof UnknownContractError) {
    return name === undefined ? { type: "unknown", selector } : { type: "name", name };
  }
  return { type: "error", name: labelOf(error), sentence: error.shortMessage };
}

/** The longest run of bytes that can be revert data: a selector and whole words after it. */
function dataIn(text: string): Hex | undefined {
  const found = (text.match(/0x[0-9a-f]{8,}/gi) ?? []) as Hex[];
  const candidates = found.filter((hex) => (size(hex) - SELECTOR) % WORD === 0 && hex.length % 2 === 0);
  return candidates.toSorted((a, b) => b.length - a.length)[0]?.toLowerCase() as Hex | undefined;
}

async function nameOf(selector: Hex): Promise<string | undefined> {
  const { allErrorsAbi } = await import("@gimbal/sdk/abis");
  const item = allErrorsAbi.find(
    ({ name, inputs }) =>
      toFunctionSelector(`${name}(${inputs.map(({ type }) => type).join(",")})`) === selector,
  );
  return item?.name;
}

function labelOf(error: GimbalError): string {
  return error instanceof ContractError ? (error.details ?? error.errorName) : error.name;
}
