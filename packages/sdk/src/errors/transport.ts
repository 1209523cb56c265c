import type { Hex } from "viem";
import { GimbalError } from "./base";

interface Options {
  readonly cause?: unknown;
  readonly details?: string | undefined;
}

/** Thrown when the person said no in the wallet. Not a failure. */
export class UserRejectedError extends GimbalError {
  override name = "UserRejectedError";
  constructor(options: Options = {}) {
    super("You cancelled in the wallet. Nothing was sent.", { ...options, docsPath: "UserRejectedError" });
  }
}

/** Thrown when the node does not answer. */
export class ChainUnreachableError extends GimbalError {
  override name = "ChainUnreachableError";
  constructor(options: Options = {}) {
    super(
      "The network does not answer. Your positions are not affected. Check the connection and try again.",
      {
        ...options,
        docsPath: "ChainUnreachableError",
      },
    );
  }
}

/** Thrown when the wallet is on another chain. */
export class WrongChainError extends GimbalError {
  override name = "WrongChainError";
  constructor(options: Options = {}) {
    super("Your wallet is on another network. Switch the network and try again.", {
      ...options,
      docsPath: "WrongChainError",
    });
  }
}

/** Thrown when the wallet cannot pay the network fee. */
export class GasFundsShortError extends GimbalError {
  override name = "GasFundsShortError";
  constructor(options: Options = {}) {
    super("The wallet has too little of the network's coin to pay the fee. Add some and try again.", {
      ...options,
      docsPath: "GasFundsShortError",
    });
  }
}

/** Thrown when the transaction's number was used already. */
export class NonceUsedError extends GimbalError {
  override name = "NonceUsedError";
  constructor(options: Options = {}) {
    super("Another transaction of this wallet came first. Check its result, then try again.", {
      ...options,
      docsPath: "NonceUsedError",
    });
  }
}

/** Thrown when a transaction ran out of gas. */
export class OutOfGasError extends GimbalError {
  override name = "OutOfGasError";
  constructor(options: Options = {}) {
    super("The gas limit was too low. Nothing was spent but the network fee. Send it with a higher limit.", {
      ...options,
      docsPath: "OutOfGasError",
    });
  }
}

/** Thrown when a contract stopped with a `Panic`: a bug, not a condition. */
export class PanicError extends GimbalError {
  override name = "PanicError";
  readonly code: bigint;
  constructor(code: bigint, options: Options = {}) {
    super(`A contract stopped on an internal check (panic 0x${code.toString(16)}). Nothing was spent.`, {
      ...options,
      docsPath: "PanicError",
    });
    this.code = code;
  }
}

const UNISWAP: Readonly<Record<string, string>> = {
  LOK: "The pool is in the middle of another trade. Send this one on its own.",
  SPL: "The pool is already past the price limit of the trade. Ask for a new quote.",
  AS: "The amount traded is zero. Enter a larger one.",
  IIA: "The pool was paid too little. Make a new order.",
  L: "The pool has no liquidity at this price. Trade less, or later.",
  LS: "The pool's liquidity does not add up. Trade less.",
  LA: "The pool's liquidity does not add up. Trade less.",
  OLD: "The pool does not remember prices long enough. Wait a few minutes.",
  I: "The pool is not ready for trading.",
  R: "The trade would leave the pool's price range. Trade less.",
  T: "The trade would leave the pool's price range. Trade less.",
  TF: "The token refused the transfer. Nothing was spent.",
  STF: "The tokens could not be taken: balance or approval is too small. Approve the full amount and check the balance.",
  "Unexpected error": "The pool cannot quote this trade. Trade less.",
};

/** Thrown when a contract gave a text as its reason, as Uniswap v3 does. */
export class RevertReasonError extends GimbalError {
  override name = "RevertReasonError";
  readonly reason: string;
  constructor(reason: string, options: Options = {}) {
    super(UNISWAP[reason] ?? `The contract refused: ${reason}. Nothing was spent.`, {
      ...options,
      details: `revert ${JSON.stringify(reason)}`,
      docsPath: "RevertReasonError",
    });
    this.reason = reason;
  }
}

/** Thrown when a contract gave an error that the SDK does not know. */
export class UnknownContractError extends GimbalError {
  override name = "UnknownContractError";
  /** First four bytes: what to search for. */
  readonly selector: Hex;
  readonly data: Hex;
  constructor(data: Hex, options: Options = {}) {
    const selector = data.slice(0, 10) as Hex;
    super(`A contract refused for a reason this version does not know (${selector}). Nothing was spent.`, {
      ...options,
      details: data,
      docsPath: "UnknownContractError",
    });
    this.selector = selector;
    this.data = data;
  }
}

/** Thrown when a call failed and nothing says why. */
export class UnexplainedError extends GimbalError {
  override name = "UnexplainedError";
  constructor(options: Options = {}) {
    super("Something failed without saying why. Try again; if it stays, copy the details and report them.", {
      ...options,
      docsPath: "UnexplainedError",
    });
  }
}
