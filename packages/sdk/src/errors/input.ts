import { GimbalError } from "./base";

/** Thrown when a deployment or snapshot has no such market. */
export class MarketUnknownError extends GimbalError {
  override name = "MarketUnknownError";
  constructor(market: number | string) {
    super(`There is no market ${market} here. Choose one of the markets in the list.`, {
      docsPath: "MarketUnknownError",
    });
  }
}

/** Thrown when a market has no such asset. */
export class AssetUnknownError extends GimbalError {
  override name = "AssetUnknownError";
  constructor(market: string, asset: number) {
    super(`Market ${market} has no asset ${asset}.`, { docsPath: "AssetUnknownError" });
  }
}

/** Thrown when an asset has no pool in the snapshot, so that it cannot be traded. */
export class PoolUnknownError extends GimbalError {
  override name = "PoolUnknownError";
  constructor(symbol: string) {
    super(`${symbol} has no pool to trade in.`, { docsPath: "PoolUnknownError" });
  }
}

/** Thrown when a snapshot was read without the account an action is about. */
export class AccountMissingError extends GimbalError {
  override name = "AccountMissingError";
  constructor(account: string) {
    super("This account is not part of the data that was read.", {
      docsPath: "AccountMissingError",
      details: `Read the snapshot with account ${account}.`,
    });
  }
}

/** Thrown when an action needs an owner and the snapshot was read without one. */
export class OwnerMissingError extends GimbalError {
  override name = "OwnerMissingError";
  constructor() {
    super("Connect a wallet first.", {
      docsPath: "OwnerMissingError",
      details: "The snapshot was read without an owner.",
    });
  }
}

/** Thrown when a quote is for another trade than the action makes. */
export class QuoteMismatchError extends GimbalError {
  override name = "QuoteMismatchError";
  constructor(details: string) {
    super("The quote belongs to another trade. Ask for a new one.", {
      docsPath: "QuoteMismatchError",
      details,
    });
  }
}

/** Thrown when a slippage limit is negative or more than everything. */
export class SlippageOutOfRangeError extends GimbalError {
  override name = "SlippageOutOfRangeError";
  constructor(slippage: bigint) {
    super("The slippage limit has to be between 0 % and 100 %.", {
      docsPath: "SlippageOutOfRangeError",
      details: `${slippage} of 10000`,
    });
  }
}

/** Thrown when a permit is made with the domain of another token. */
export class PermitMismatchError extends GimbalError {
  override name = "PermitMismatchError";
  constructor(token: string, domain: string) {
    super("The signature would be for another token. Start again.", {
      docsPath: "PermitMismatchError",
      details: `approval of ${token}, domain of ${domain}`,
    });
  }
}
