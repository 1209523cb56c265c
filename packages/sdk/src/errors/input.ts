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

/** Thrown when an account is to be taken of which no auction is known. */
export class AuctionUnknownError extends GimbalError {
  override name = "AuctionUnknownError";
  constructor(account: string) {
    super("Nothing of this account can be taken now: it may be healthy again, or a price is down.", {
      docsPath: "AuctionUnknownError",
      details: `Read the liquidations with account ${account} and its pair.`,
    });
  }
}

/** Thrown when an account is to be taken without capital where nothing can sell what is seized. */
export class FlashTakeUnknownError extends GimbalError {
  override name = "FlashTakeUnknownError";
  constructor() {
    super("This pair cannot be taken without capital here. Use your own.", {
      docsPath: "FlashTakeUnknownError",
      details: "The deployment has no taker, or the pair does not trade in one pool.",
    });
  }
}

/** Thrown when an action is about the backstop of a market that has none, or whose state was not read. */
export class BackstopUnknownError extends GimbalError {
  override name = "BackstopUnknownError";
  constructor(market: number) {
    super("The backstop of this market is not known yet. Try again in a moment.", {
      docsPath: "BackstopUnknownError",
      details: `Read the backstop of market ${market}.`,
    });
  }
}

/** Thrown when an action is about the lending vault of a reserve that has none, or whose state was not read. */
export class LendingVaultUnknownError extends GimbalError {
  override name = "LendingVaultUnknownError";
  constructor(market: number, asset: number) {
    super("The vault of this reserve is not known yet. Try again in a moment.", {
      docsPath: "LendingVaultUnknownError",
      details: `Read the lending vault of asset ${asset} in market ${market}.`,
    });
  }
}

/** Thrown when it was not read whether the account mover is an operator of the owner. */
export class OperatorUnknownError extends GimbalError {
  override name = "OperatorUnknownError";
  constructor() {
    super("It is not known yet what the account mover may do. Try again in a moment.", {
      docsPath: "OperatorUnknownError",
      details: "Read it with `readOperator`.",
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
