// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Observations of the depth of a token. Low bit first:
///
///   samples 4 × 44, the newest lowest (USD) | slow 44 (USD) | observedAt 32 | count 3 | spare 1                = 256
type DepthWord is uint256;

using {newest, least, slow, observedAt, count, isKnown, depthAt, slowAt, replaced, pushed} for DepthWord global;

uint256 constant SAMPLES = 4;
/// @dev A trillion dollars, in 44 bits.
uint256 constant MAX_DEPTH = 1e12;
uint256 constant DEPTH_BITS = 44;
uint256 constant DEPTH_MASK = 2 ** DEPTH_BITS - 1;
uint256 constant SLOW_SHIFT = SAMPLES * DEPTH_BITS;
uint256 constant OBSERVED_AT_SHIFT = SLOW_SHIFT + DEPTH_BITS;
uint256 constant COUNT_SHIFT = OBSERVED_AT_SHIFT + 32;
/// @dev The slow depth follows over a day: a fall in full, a rise by what it was itself.
uint256 constant FOLLOW_TIME = 1 days;
/// @dev What the slow depth may rise by in `FOLLOW_TIME` however small it is, so that it can leave 0 [USD].
uint256 constant MIN_RISE = 10_000;
/// @dev Spacings after which the newest observation is old.
uint256 constant STALE_SPACINGS = 8;
/// @dev An old depth halves in this time.
uint256 constant HALF_LIFE = 1 days;

function newest(DepthWord w) pure returns (uint256) {
    return DepthWord.unwrap(w) & DEPTH_MASK;
}

/// @notice The least sample; of a word with fewer than `SAMPLES`, 0.
function least(DepthWord w) pure returns (uint256 value) {
    uint256 raw = DepthWord.unwrap(w);
    value = raw & DEPTH_MASK;
    for (uint256 i = 1; i < SAMPLES; ++i) {
        raw >>= DEPTH_BITS;
        value = FixedPointMathLib.min(value, raw & DEPTH_MASK);
    }
}

function slow(DepthWord w) pure returns (uint256) {
    return (DepthWord.unwrap(w) >> SLOW_SHIFT) & DEPTH_MASK;
}

/// @return [unix seconds]
function observedAt(DepthWord w) pure returns (uint256) {
    return uint32(DepthWord.unwrap(w) >> OBSERVED_AT_SHIFT);
}

function count(DepthWord w) pure returns (uint256) {
    return DepthWord.unwrap(w) >> COUNT_SHIFT;
}

/// @notice Whether there are as many samples as the least is taken of.
function isKnown(DepthWord w) pure returns (bool) {
    return count(w) == SAMPLES;
}

/// @notice Depth at a time not before `observedAt` [USD].
function depthAt(DepthWord w, uint256 time, uint256 spacing) pure returns (uint256) {
    return isKnown(w) ? _aged(FixedPointMathLib.min(least(w), slow(w)), time - observedAt(w), spacing) : 0;
}

/// @notice Slow depth at a time not before `observedAt` [USD].
function slowAt(DepthWord w, uint256 time, uint256 spacing) pure returns (uint256) {
    return _aged(slow(w), time - observedAt(w), spacing);
}

/// @notice The newest sample lowered, as if it had been seen when it was taken.
function replaced(DepthWord w, uint256 value) pure returns (DepthWord) {
    return DepthWord.wrap((DepthWord.unwrap(w) & ~DEPTH_MASK) | value);
}

/// @notice A new sample, at most `MAX_DEPTH`; the oldest leaves.
function pushed(DepthWord w, uint256 value, uint256 time, uint256 spacing) pure returns (DepthWord) {
    uint256 samples = ((DepthWord.unwrap(w) << DEPTH_BITS) | value) & (2 ** SLOW_SHIFT - 1);
    uint256 n = count(w);
    DepthWord next = DepthWord.wrap(samples);
    uint256 pace;
    if (n == SAMPLES) pace = _followed(w, least(next), time, spacing);
    else if (++n == SAMPLES) pace = least(next); // the first that is known: nothing to follow yet
    return DepthWord.wrap(samples | (pace << SLOW_SHIFT) | (time << OBSERVED_AT_SHIFT) | (n << COUNT_SHIFT));
}

/// @dev The slow depth one step nearer to `target`. What it lost to age it has to grow back, at the pace of any rise.
function _followed(DepthWord w, uint256 target, uint256 time, uint256 spacing) pure returns (uint256) {
    uint256 from = slowAt(w, time, spacing);
    uint256 elapsed = FixedPointMathLib.min(time - observedAt(w), FOLLOW_TIME);
    if (target > from) {
        // Time in which nobody looked counts no more than what an observation is good for.
        elapsed = FixedPointMathLib.min(elapsed, STALE_SPACINGS * spacing);
        return FixedPointMathLib.min(target, from + FixedPointMathLib.max(from, MIN_RISE) * elapsed / FOLLOW_TIME);
    }
    return FixedPointMathLib.max(target, from - from * elapsed / FOLLOW_TIME);
}

/// @dev Halves with every `HALF_LIFE` past the age at which observations are old, on straight lines between.
function _aged(uint256 value, uint256 age, uint256 spacing) pure returns (uint256) {
    uint256 old = STALE_SPACINGS * spacing;
    if (age <= old) return value;
    uint256 halvings = (age - old) / HALF_LIFE;
    if (halvings >= DEPTH_BITS) return 0;
    value >>= halvings;
    return value - value * ((age - old) % HALF_LIFE) / (2 * HALF_LIFE);
}
