/** What the loop does about an error: try again at the next block, leave this one thing, or end. */
export type Next = "retry" | "skip" | "fatal";

/** Base of every error of the keeper; the message says what to do. */
export class KeeperError extends Error {
  override readonly name: string = "KeeperError";
  readonly next: Next;

  constructor(next: Next, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.next = next;
  }
}

/** A setting that is missing or wrong. */
export class SettingsError extends KeeperError {
  override readonly name = "SettingsError";

  constructor(problems: readonly string[]) {
    super("fatal", `The settings are not complete:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
}

/** A key file that must not, or cannot, be used. */
export class KeyError extends KeeperError {
  override readonly name = "KeyError";

  constructor(message: string) {
    super("fatal", message);
  }
}

/** The chain is not the one that was deployed on. */
export class WrongDeploymentError extends KeeperError {
  override readonly name = "WrongDeploymentError";

  constructor(message: string) {
    super("fatal", message);
  }
}

/** No endpoint answered. */
export class EndpointsDownError extends KeeperError {
  override readonly name = "EndpointsDownError";

  constructor(count: number, cause: unknown) {
    super("retry", `None of the ${count} RPC endpoints answered; trying again at the next block.`, cause);
  }
}

/** Too few endpoints know a block by the same hash. */
export class NoQuorumError extends KeeperError {
  override readonly name = "NoQuorumError";

  constructor(block: bigint, agreed: number, needed: number) {
    super("retry", `${agreed} of ${needed} RPC endpoints agree on block ${block}; nothing is decided on it.`);
  }
}

/** The chain changed while it was read. */
export class ChainMovedError extends KeeperError {
  override readonly name = "ChainMovedError";

  constructor(block: bigint) {
    super("retry", `Block ${block} was replaced while it was read; reading it again.`);
  }
}

/** What the error means for the loop; anything the keeper did not expect is worth another try. */
export function nextOf(error: unknown): Next {
  return error instanceof KeeperError ? error.next : "retry";
}

/** Whether an error is of the endpoints: the chain itself has not said anything. */
export function isUpstream(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause)
    if (current instanceof EndpointsDownError || /^(HttpRequest|Timeout)Error$/.test(current.name))
      return true;
  return false;
}
