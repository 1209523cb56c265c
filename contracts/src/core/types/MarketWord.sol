// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Parameters of a market, read by the check of an action that adds risk and by liquidation. Low bit first:
///   initialRatio 16 (1e-4) | targetHealth 16 (1e-4) | assetCount 8 | paused 8 | gates 8 | position caps 16 × 12 |
///   spare 8                                                                                                = 256
/// A position cap is mantissa 7 (high) and exponent 5 [USD, whole]; 0 is none.
type MarketWord is uint256;

uint256 constant GATES_SHIFT = 48;
uint256 constant CAPS_SHIFT = 56;
/// @dev The coverage gate keeps new risk out.
uint256 constant GATE_UNCOVERED = 1;
/// @dev The risk engine keeps new risk out: its regime is a halt.
uint256 constant GATE_HALTED = 2;
/// @dev New risk gets no hedge credit: correlations part, or there is stress.
uint256 constant GATE_HEDGELESS = 4;
/// @dev Depths at which the impact of the margin, `x / (200·depth)`, reaches its greatest value: of more than that the
/// margin does not know what unwinding would cost, so no position may be larger.
uint256 constant POSITION_DEPTHS = 20;

using {
    exists,
    initialRatio,
    targetHealth,
    assetCount,
    paused,
    gates,
    openingsClosed,
    halted,
    hedgeless,
    positionCap,
    hasPositionCaps,
    presentDepth,
    withGate,
    withPositionCap,
    withParametersOf
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

/// @return GATE bits.
function gates(MarketWord w) pure returns (uint256) {
    return uint8(MarketWord.unwrap(w) >> GATES_SHIFT);
}

/// @notice Set by the coverage gate: no new risk until liquidations are covered again.
function openingsClosed(MarketWord w) pure returns (bool) {
    return gates(w) & GATE_UNCOVERED != 0;
}

/// @notice Set by the risk engine while its regime is a halt.
function halted(MarketWord w) pure returns (bool) {
    return gates(w) & GATE_HALTED != 0;
}

/// @notice Set by the risk engine: opposite legs of new positions do not offset each other.
function hedgeless(MarketWord w) pure returns (bool) {
    return gates(w) & GATE_HEDGELESS != 0;
}

/// @return Most debt that a position in this asset may carry [USD, whole]; the largest number without a cap.
function positionCap(MarketWord w, uint256 asset) pure returns (uint256) {
    unchecked {
        uint256 packed = (MarketWord.unwrap(w) >> (CAPS_SHIFT + 12 * asset)) & 4095;
        return packed == 0 ? type(uint256).max : (packed >> 5) << (packed & 31);
    }
}

function hasPositionCaps(MarketWord w) pure returns (bool) {
    return MarketWord.unwrap(w) >> CAPS_SHIFT != 0;
}

/// @notice Depth that takes may count on [USD, whole]. That of the margin glides down by the hour; the position cap has
/// fallen with what is measured, so of both the lesser.
/// @param gliding Depth of the margin [USD, whole].
function presentDepth(MarketWord w, uint256 asset, uint256 gliding) pure returns (uint256) {
    uint256 measured = w.positionCap(asset) / POSITION_DEPTHS;
    return measured < gliding ? measured : gliding;
}

function withGate(MarketWord w, uint256 gate, bool set) pure returns (MarketWord) {
    uint256 bit = gate << GATES_SHIFT;
    return MarketWord.wrap(set ? MarketWord.unwrap(w) | bit : MarketWord.unwrap(w) & ~bit);
}

/// @param cap [USD, whole], rounded down to 7 significant bits.
function withPositionCap(MarketWord w, uint256 asset, uint256 cap) pure returns (MarketWord) {
    uint256 exponent;
    while (cap >> exponent > 127 && exponent < 31) ++exponent;
    uint256 mantissa = cap >> exponent;
    if (mantissa > 127) mantissa = 127;
    uint256 shift = CAPS_SHIFT + 12 * asset;
    uint256 kept = MarketWord.unwrap(w) & ~(uint256(4095) << shift);
    return MarketWord.wrap(kept | (((mantissa << 5) | exponent) << shift));
}

/// @notice Everything that governance decides of `parameters`, everything that is measured of `w`.
function withParametersOf(MarketWord w, MarketWord parameters) pure returns (MarketWord) {
    uint256 measured = MarketWord.unwrap(w) >> GATES_SHIFT << GATES_SHIFT;
    return MarketWord.wrap(measured | MarketWord.unwrap(parameters));
}

function packMarket(uint256 ratio, uint256 target, uint256 assets, bool isPaused) pure returns (MarketWord) {
    return MarketWord.wrap(ratio | (target << 16) | (assets << 32) | (isPaused ? 1 << 40 : 0));
}
