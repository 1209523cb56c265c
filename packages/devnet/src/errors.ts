/** Base of every error of the local chain; the message says what to do. */
export class DevnetError extends Error {
  override readonly name: string = "DevnetError";
}

/** The node stopped or could not start. */
export class NodeStoppedError extends DevnetError {
  override readonly name = "NodeStoppedError";

  constructor(output: string) {
    super(`anvil stopped unexpectedly. Its last words:\n${output.trim() || "(none)"}`);
  }
}

/** A transaction of the driver or the seed was mined and failed. */
export class TransactionFailedError extends DevnetError {
  override readonly name = "TransactionFailedError";

  constructor(what: string, hash: string) {
    super(`${what} reverted in transaction ${hash}.`);
  }
}

/** A snapshot that was used already, or never taken. */
export class UnknownSnapshotError extends DevnetError {
  override readonly name = "UnknownSnapshotError";

  constructor(snapshot: string) {
    super(`There is no snapshot ${snapshot}: each can be returned to once.`);
  }
}

/** A request to the control endpoint that cannot be served; `status` is its HTTP status. */
export class ControlRequestError extends DevnetError {
  override readonly name = "ControlRequestError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
