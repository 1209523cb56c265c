// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What the accumulators of a pool were at one second. Low bit first:
///
///   tickCumulative 56 | secondsPerLiquidity 160 | time 40                                                       = 256
type Checkpoint is uint256;

using {tickCumulative, secondsPerLiquidity, time} for Checkpoint global;

/// @dev Spacings in a window. A finer one costs whoever stores them more, a coarser one makes the average longer.
uint256 constant SPACINGS_IN_WINDOW = 4;
/// @dev The one that is read lies at most six spacings back, so that none of eight is overwritten while it is needed.
uint256 constant KEPT = 8;

function packCheckpoint(uint256 ticks, uint256 perLiquidity, uint256 time_) pure returns (Checkpoint) {
    return Checkpoint.wrap(ticks | perLiquidity << 56 | time_ << 216);
}

function tickCumulative(Checkpoint c) pure returns (uint256) {
    return uint56(Checkpoint.unwrap(c));
}

function secondsPerLiquidity(Checkpoint c) pure returns (uint256) {
    return uint160(Checkpoint.unwrap(c) >> 56);
}

/// @return [unix seconds]
function time(Checkpoint c) pure returns (uint256) {
    return Checkpoint.unwrap(c) >> 216;
}
