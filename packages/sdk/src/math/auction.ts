import type { Usd } from "../units";
import { min } from "./FixedPointMath";

/** An older auction counts as none, in seconds. */
const MAX_AGE = 1_800n;
/** Between two slices in the soft zone, in seconds. */
const SLICE_INTERVAL = 300n;
/** In which an empty throttle is full again, in seconds. */
const REFILL_TIME = 300n;
const MIN_CAPACITY = 10_000n;
/** Of which a position may be as large. */
const POSITION_DEPTHS = 20n;
const USD = 1_000_000_000_000_000_000n;

/** Auction of an account, as the engine reports it. */
export interface AuctionState {
  /** Unix seconds; 0 if none runs. */
  readonly startedAt: bigint;
  /** Unix seconds; 0 if no slice was ever taken. */
  readonly lastSoftAt: bigint;
  readonly softZone: boolean;
  readonly stopped: boolean;
}

/**
 * Seconds in which takes were possible since an auction started; 0 without one, while its clock stands, or when it is
 * too old to count.
 *
 * @param auction Auction of the account.
 * @param now Unix seconds.
 * @param restartedAt When the chain's sequencer came back, in unix seconds; 0 on a chain without one.
 */
export function auctionAge(auction: AuctionState, now: bigint, restartedAt = 0n): bigint {
  if (auction.startedAt === 0n || auction.stopped) return 0n;
  const age = now - (restartedAt > auction.startedAt ? restartedAt : auction.startedAt);
  return age > MAX_AGE ? 0n : age;
}

/** Seconds until the next slice of an account may be taken; 0: now. */
export function sliceWait(auction: AuctionState, now: bigint): bigint {
  const next = auction.lastSoftAt + SLICE_INTERVAL;
  return next > now ? next - now : 0n;
}

/**
 * Depth that takes may count on: the margin's glides down by the hour, the position cap has fallen with what is measured.
 *
 * @param depth Depth of the margin [USD, whole].
 * @param positionCap [USD, whole]; undefined without one.
 */
export function presentDepth(depth: bigint, positionCap: bigint | undefined): bigint {
  return positionCap === undefined ? depth : min(depth, positionCap / POSITION_DEPTHS);
}

/**
 * Most that takes of a collateral may seize at once: `max(2·depth, 10,000 USD)`.
 *
 * @param depth `presentDepth` [USD, whole].
 */
export function throttleCapacity(depth: bigint): Usd {
  const capacity = 2n * depth;
  return (capacity < MIN_CAPACITY ? MIN_CAPACITY : capacity) * USD;
}

/**
 * What takes of a collateral may still seize.
 *
 * @param drawn What the throttle lacked at `time`.
 * @param time Unix seconds.
 * @param depth `presentDepth` [USD, whole].
 * @param now Unix seconds.
 */
export function throttleRoom(drawn: Usd, time: bigint, depth: bigint, now: bigint): Usd {
  const capacity = throttleCapacity(depth);
  const refilled = (capacity * (now - time)) / REFILL_TIME;
  const lacking = drawn > refilled ? drawn - refilled : 0n;
  return capacity > lacking ? capacity - lacking : 0n;
}
