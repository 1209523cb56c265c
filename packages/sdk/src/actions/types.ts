import type { Address } from "viem";
import type { SwapQuote, TradeLimits } from "../plan";
import type { AccountId, OneOf, Side, Snapshot } from "../types";
import type { TokenAmount, Wad } from "../units";

/** How big a new or additional position is: exactly one way of saying it. */
export type TradeSize = OneOf<
  | {
      /** Value of the trade over the equity paid in. */
      readonly leverage: Wad;
    }
  | {
      /** Base bought or sold [units of base]. */
      readonly size: TokenAmount;
    }
  | {
      /** Debt taken on [units of the debt asset]: the quote asset of a long, the base asset of a short. */
      readonly borrow: TokenAmount;
    }
>;

/** How much of a position to close: exactly one way of saying it. */
export type DecreaseSize = OneOf<
  | {
      /** Part of the position, 1e18 = all. */
      readonly fraction: Wad;
    }
  | {
      /** Base sold (long) or bought back (short) [units of base]. */
      readonly size: TokenAmount;
    }
>;

/** What every trade through the router says. */
export interface TradeParameters extends TradeLimits {
  readonly snapshot: Snapshot;
  /** Market id. */
  readonly market: number;
  readonly side: Side;
  /** Index of the base asset; 1 when left out. */
  readonly base?: number;
  /** Account to act on; the one of `accountFor` when left out. */
  readonly account?: AccountId;
  /** Receiver of what comes out; the owner of the account when left out. */
  readonly recipient?: Address;
  /** Quote of exactly this trade from `quoteSwap`; local arithmetic on the pool of the snapshot when left out. */
  readonly quote?: SwapQuote;
}
