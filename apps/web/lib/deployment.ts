import "server-only";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Deployment } from "@gimbal/sdk";
import { cache } from "react";
import { safeName } from "./safe-name";

/**
 * What is deployed on a chain, from `<chainId>.json` in `GIMBAL_DEPLOYMENTS` (default: the SDK's own folder). Read at
 * request time, so that a chain can be deployed again without another build of the app.
 */
export const readDeployment = cache(async (chainId: number): Promise<Deployment> => {
  const folder = process.env.GIMBAL_DEPLOYMENTS || "../../packages/sdk/src/deployments";
  const file = resolve(/* turbopackIgnore: true */ process.cwd(), folder, `${chainId}.json`);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new ReferenceError(`Chain ${chainId} has no deployment at ${file}. Deploy first.`, { cause });
  });
  return withSafeNames(JSON.parse(text) as Deployment);
});

/** Names of tokens are chosen by whoever made them: they are made harmless here, once, for every place that shows them. */
function withSafeNames(deployment: Deployment): Deployment {
  const markets = deployment.markets.map((market) => ({
    ...market,
    assets: market.assets.map((asset) => ({
      ...asset,
      symbol: safeName(asset.symbol),
      name: safeName(asset.name),
    })),
  }));
  return { ...deployment, name: safeName(deployment.name), markets };
}
