import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Abi, Hex } from "viem";
import { DeploymentError } from "./errors";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Artifact {
  readonly name: string;
  readonly abi: Abi;
  readonly bytecode: Hex;
}

interface ArtifactFile {
  readonly abi: Abi;
  readonly bytecode: Hex | { readonly object: Hex };
}

const BUILD = "run `pnpm --filter @gimbal/contracts build`.";

/** The production build is what is deployed. */
function compiledFolder(): string {
  return resolve(root, process.env.GIMBAL_ARTIFACTS ?? "out-production");
}

function readFile(name: string, path: string, remedy: string): ArtifactFile {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ArtifactFile;
  } catch (cause) {
    throw new DeploymentError(`The compiled ${name} is not at ${path}: ${remedy}`, { cause });
  }
}

function read(name: string, path: string, remedy: string): Artifact {
  const file = readFile(name, path, remedy);
  const bytecode = typeof file.bytecode === "string" ? file.bytecode : file.bytecode.object;
  if (!/^0x[0-9a-fA-F]+$/.test(bytecode))
    throw new DeploymentError(`${name} at ${path} has no linked bytecode: it cannot be deployed.`);
  return { name, abi: file.abi, bytecode };
}

/** Functions of one of our own interfaces. */
export function interfaceAbi(name: string): Abi {
  const path = `${compiledFolder()}/${name}.sol/${name}.json`;
  return readFile(name, path, BUILD).abi;
}

/** One of our own contracts (or of OpenZeppelin's), as forge compiled it. */
export function compiled(name: string): Artifact {
  return read(name, `${compiledFolder()}/${name}.sol/${name}.json`, BUILD);
}

/** A Chainlink contract, as `script/build-chainlink.mjs` compiled it. */
export function chainlink(name: string): Artifact {
  return read(name, `${root}out-chainlink/${name}.json`, "run `node contracts/script/build-chainlink.mjs`.");
}

/** A Uniswap v3 contract, as published on npm. */
export function uniswap(name: string, folder: "v3-core" | "v3-periphery", group = ""): Artifact {
  const path = require.resolve(`@uniswap/${folder}/artifacts/contracts/${group}${name}.sol/${name}.json`);
  return read(name, path, "run `pnpm install`.");
}

/** Runtime code kept in `vendor/`. */
export function vendored(file: string): Hex {
  return readFileSync(`${root}vendor/${file}`, "utf8").trim() as Hex;
}
