import "server-only";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readDeployment } from "./deployment";
import { readRuntimeConfig } from "./runtime-config";

/** What `next dev` and tests have: nothing was built. */
const UNBUILT = "development";

/** Names the build of this server and the contracts it shows: a page of another version shows or signs the wrong thing. */
export async function readVersion(): Promise<string> {
  const file = resolve(/* turbopackIgnore: true */ process.cwd(), ".next/BUILD_ID");
  const build = await readFile(file, "utf8").catch(() => UNBUILT);
  const { chainId, contracts } = await readDeployment(readRuntimeConfig().chainId);
  return `${build.trim()}:${chainId}:${contracts.marginEngine.toLowerCase()}`;
}
