// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Auction clock and choices of an account. Low bit first:
///   startedAt 40 | lastSoftAt 40 | stopped 1 | softZone 1 | nettable 1 | spare 173 = 256
type AuctionWord is uint256;

using {
    startedAt,
    lastSoftAt,
    isStopped,
    inSoftZone,
    isNettable,
    withClock,
    withLastSoftAt,
    withSoftZone,
    withNettable
} for AuctionWord global;

uint256 constant LAST_SOFT_SHIFT = 40;
uint256 constant FLAG_STOPPED = 1 << 80;
uint256 constant FLAG_SOFT_ZONE = 1 << 81;
uint256 constant FLAG_NETTABLE = 1 << 82;

/// @return Unix seconds; 0 if no auction runs.
function startedAt(AuctionWord w) pure returns (uint256) {
    return uint40(AuctionWord.unwrap(w));
}

/// @return Unix seconds; 0 if no slice was ever taken.
function lastSoftAt(AuctionWord w) pure returns (uint256) {
    return uint40(AuctionWord.unwrap(w) >> LAST_SOFT_SHIFT);
}

/// @notice A price was down when the account was last marked: its clock stands.
function isStopped(AuctionWord w) pure returns (bool) {
    return AuctionWord.unwrap(w) & FLAG_STOPPED != 0;
}

function inSoftZone(AuctionWord w) pure returns (bool) {
    return AuctionWord.unwrap(w) & FLAG_SOFT_ZONE != 0;
}

function isNettable(AuctionWord w) pure returns (bool) {
    return AuctionWord.unwrap(w) & FLAG_NETTABLE != 0;
}

/// @param time When the auction started, or 0 if none runs [unix seconds, below 2^40].
function withClock(AuctionWord w, uint256 time, bool stopped) pure returns (AuctionWord) {
    uint256 kept = AuctionWord.unwrap(w) & ~(uint256(type(uint40).max) | FLAG_STOPPED);
    return AuctionWord.wrap(kept | time | (stopped ? FLAG_STOPPED : 0));
}

/// @param time Unix seconds, below 2^40.
function withLastSoftAt(AuctionWord w, uint256 time) pure returns (AuctionWord) {
    uint256 kept = AuctionWord.unwrap(w) & ~(uint256(type(uint40).max) << LAST_SOFT_SHIFT);
    return AuctionWord.wrap(kept | (time << LAST_SOFT_SHIFT));
}

function withSoftZone(AuctionWord w, bool on) pure returns (AuctionWord) {
    return _withFlag(w, FLAG_SOFT_ZONE, on);
}

function withNettable(AuctionWord w, bool on) pure returns (AuctionWord) {
    return _withFlag(w, FLAG_NETTABLE, on);
}

function _withFlag(AuctionWord w, uint256 flag, bool on) pure returns (AuctionWord) {
    return AuctionWord.wrap(on ? AuctionWord.unwrap(w) | flag : AuctionWord.unwrap(w) & ~flag);
}
