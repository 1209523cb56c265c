import local from "./31337.json" with { type: "json" };
import type { Deployment } from "./types";

/** Every chain Gimbal is deployed on. */
export const deployments: readonly Deployment[] = [local as Deployment];

/**
 * Deployment on a chain.
 *
 * @param chainId Chain to look for.
 * @returns The deployment, or undefined if there is none on that chain.
 *
 * @example
 * const deployment = findDeployment(31_337);
 */
export function findDeployment(chainId: number): Deployment | undefined {
  return deployments.find((deployment) => deployment.chainId === chainId);
}
