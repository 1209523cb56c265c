import type { Address, Hex } from "viem";
import type { AssetPrice, Seconds, Usd, Wad } from "./units";

/** `ok`: sources agree. `guarded`: they disagree. `down`: no usable price, only risk-reducing actions work. */
export type PriceStatus = "ok" | "guarded" | "down";

/** Why a price is not `ok`. */
export type PriceReason = "feed" | "pyth" | "witness" | "deviation" | "jump" | "base" | "sequencer";

/** What one source says now. */
export type SourceStatus =
  | "absent"
  | "ok"
  | "silent"
  | "stale"
  | "out-of-bounds"
  | "uncertain"
  | "quote-down"
  | "illiquid";

/** Of the chain's sequencer; `settling`: up again, but not for long. */
export type SequencerStatus = "absent" | "up" | "down" | "settling";

/** Lower and higher bound of a price; both 0 while it is down. */
export interface PriceBounds {
  readonly low: AssetPrice;
  readonly high: AssetPrice;
}

/** One source of a price. */
export interface SourceState {
  readonly status: SourceStatus;
  /** [USD wad per whole token]; 0 unless it is `ok`. */
  readonly price: Usd;
  /** Half the width of the confidence interval, relative to the price; 0 where none is given. */
  readonly confidence: Wad;
  /** Time of the answer; 0 for a witness, which is computed when read. */
  readonly updatedAt: Seconds;
  /** Time at which the answer becomes unusable; 0 for a witness. */
  readonly staleAfter: Seconds;
}

/** Change of a source that is under way: a feed, or a price of Pyth. */
export interface SourceProposal {
  readonly feed: Address;
  readonly pythId: Hex;
  /** Since when it agrees with the source in force. */
  readonly startedAt: Seconds;
  readonly readyAt: Seconds;
  readonly nextSampleAt: Seconds;
  /** Samples that agreed in a row. */
  readonly samples: bigint;
  readonly samplesNeeded: bigint;
}

/** What the price sources of one asset say together. */
export interface PriceState {
  readonly status: PriceStatus;
  /** Empty while the price is `ok`. */
  readonly reasons: readonly PriceReason[];
  /** Primary source [USD wad per whole token]; 0 if unusable. */
  readonly primary: Usd;
  /** Uniswap TWAP witness [USD wad per whole token]; 0 if there is none. */
  readonly witness: Usd;
  /** Price for display [USD wad per whole token]; 0 while down. */
  readonly mid: Usd;
  /** Time of the primary answer. */
  readonly updatedAt: Seconds;
  /** Time at which the primary answer becomes unusable. */
  readonly staleAfter: Seconds;
  /** Distance of the lowest and the highest source. */
  readonly deviation: Wad;
  /** Distance at which the price becomes `guarded`. */
  readonly maxDeviation: Wad;
  readonly feed: SourceState;
  readonly pyth: SourceState;
  readonly pool: SourceState;
  /** When a jump of the feed counts as confirmed by time; 0 without one. */
  readonly quarantineEnd: Seconds;
  readonly sequencer: SequencerStatus;
  /** When risk can be added again after an outage of the sequencer; 0 while it is up, or not known. */
  readonly settledAt: Seconds;
  /** Absent while no source changes. */
  readonly proposal: SourceProposal | undefined;
  /** Bounds for actions that add risk. */
  readonly opening: PriceBounds;
  /** Bounds for liquidation. */
  readonly maintenance: PriceBounds;
}
