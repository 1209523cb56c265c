import type { Deployment } from "@gimbal/sdk";
import { type Address, createPublicClient, defineChain, keccak256 } from "viem";
import type { Reader } from "../accounts/follower";
import { WrongDeploymentError } from "../errors";
import type { Endpoints } from "./endpoints";

/** A client that reads through the endpoints, each request from the first that answers. */
export function readerOf(endpoints: Endpoints, { chainId, name }: Deployment): Reader {
  const chain = defineChain({
    id: chainId,
    name,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [] } },
  });
  return createPublicClient({ chain, transport: endpoints.transport(), cacheTime: 0 });
}

/** Throws if the endpoints are on another chain, or if the code of a contract the keeper calls is not what was deployed. */
export async function verifyDeployment(reader: Reader, deployment: Deployment): Promise<void> {
  const chainId = await reader.getChainId();
  if (chainId !== deployment.chainId)
    throw new WrongDeploymentError(
      `The endpoints are on chain ${chainId}, the deployment is of ${deployment.chainId}.`,
    );
  const { marginEngine, lens } = deployment.contracts;
  for (const address of [marginEngine, lens]) {
    const expected = hashOf(deployment, address);
    const code = await reader.getCode({ address });
    const actual = code === undefined ? "no code" : keccak256(code);
    if (actual !== expected)
      throw new WrongDeploymentError(
        `${address} is not what the deployment says: ${actual} instead of ${expected ?? "a known hash"}.`,
      );
  }
}

function hashOf({ codeHashes }: Deployment, address: Address): string | undefined {
  const entry = Object.entries(codeHashes).find(([key]) => key.toLowerCase() === address.toLowerCase());
  return entry?.[1];
}
