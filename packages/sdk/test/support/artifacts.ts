import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Abi, Hex } from "viem";

const contracts = resolve(import.meta.dirname, "../../../../contracts");
const out = resolve(contracts, process.env.FOUNDRY_OUT ?? "out");

/** ABI and creation code of a compiled contract. */
export function artifact(name: string): { readonly abi: Abi; readonly bytecode: Hex } {
  const path = join(out, `${name}.sol`, `${name}.json`);
  if (!existsSync(path)) throw new Error(`${path} is missing: run forge build in contracts first`);
  const json = JSON.parse(readFileSync(path, "utf8"));
  return { abi: json.abi, bytecode: json.bytecode.object };
}
