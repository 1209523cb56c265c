/** Something about the deployment that a person has to put right; the message says what. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
}

/** A configuration that cannot be deployed, with every reason at once. */
export class ConfigurationError extends DeploymentError {
  readonly reasons: readonly string[];

  constructor(chain: string, reasons: readonly string[]) {
    super(
      `The deployment configuration of ${chain} cannot be used:\n${reasons.map((r) => `  - ${r}`).join("\n")}`,
    );
    this.reasons = reasons;
  }
}
