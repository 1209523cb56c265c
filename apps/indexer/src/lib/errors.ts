/** Thrown at the start when nobody has said where the contracts of a chain are. */
export class DeploymentMissingError extends Error {
  override readonly name = "DeploymentMissingError";

  constructor(chainId: number) {
    super(
      `No deployment on chain ${chainId} is known: set GIMBAL_DEPLOYMENTS to the folder of ${chainId}.json.`,
    );
  }
}

/** Thrown at the start when the chain does not answer what the sources of events are. */
export class SourceUnknownError extends Error {
  override readonly name = "SourceUnknownError";

  constructor(feed: string, cause: unknown) {
    super(`The feed ${feed} does not name its aggregator: is the chain at GIMBAL_RPC_URL the deployment's?`, {
      cause,
    });
  }
}

/** Thrown at the start for a setting that is no number, or out of its bounds. */
export class SettingError extends Error {
  override readonly name = "SettingError";

  constructor(setting: string, actual: string, least: number, most: number) {
    super(`${setting} is ${actual}; it must be a whole number from ${least} to ${most}.`);
  }
}
