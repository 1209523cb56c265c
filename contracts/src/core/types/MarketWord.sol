// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Parameters of a market, read by the check of an action that adds risk and by liquidation. Low bit first:
///   initialRatio 16 (1e-4) | targetHealth 16 (1e-4) | assetCount 8 | paused 8 | openingsClosed 8 | spare 200 = 256
type MarketWord is uint256;

uint256 constant OPENINGS_CLOSED_SHIFT = 48;

using {
    exists,
    initialRatio,
    targetHealth,
    assetCount,
    paused,
    openingsClosed,
    withOpeningsClosed
} for MarketWord global;

function exists(MarketWord w) pure returns (bool) {
    return MarketWord.unwrap(w) != 0;
}

/// @return `γ` [1e-4].
function initialRatio(MarketWord w) pure returns (uint256) {
    return uint16(MarketWord.unwrap(w));
}

/// @return `h*` [wad].
function targetHealth(MarketWord w) pure returns (uint256) {
    return uint256(uint16(MarketWord.unwrap(w) >> 16)) * 1e14;
}

function assetCount(MarketWord w) pure returns (uint256) {
    return uint8(MarketWord.unwrap(w) >> 32);
}

function paused(MarketWord w) pure returns (bool) {
    return uint8(MarketWord.unwrap(w) >> 40) != 0;
}

/// @notice Set by the coverage gate: no new risk until liquidations are covered again.
function openingsClosed(MarketWord w) pure returns (bool) {
    return uint8(MarketWord.unwrap(w) >> OPENINGS_CLOSED_SHIFT) != 0;
}

function withOpeningsClosed(MarketWord w, bool closed) pure returns (MarketWord) {
    uint256 kept = MarketWord.unwrap(w) & ~(uint256(255) << OPENINGS_CLOSED_SHIFT);
    return MarketWord.wrap(kept | (closed ? 1 << OPENINGS_CLOSED_SHIFT : 0));
}

function packMarket(uint256 ratio, uint256 target, uint256 assets, bool isPaused) pure returns (MarketWord) {
    return MarketWord.wrap(ratio | (target << 16) | (assets << 32) | (isPaused ? 1 << 40 : 0));
}
