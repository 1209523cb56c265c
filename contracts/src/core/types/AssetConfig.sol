// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice All that a health check needs to know about an asset, in one slot. Low bit first:
///
///   token 160 | marginFrom 14 | marginTo 14 | rampStart 32 | penalty 10 | depthMantissa 11 | depthExponent 5 |
///   flags 4 | debtUnit 6                                                                                 = 256
///
/// Margins and penalty in 1e-4; depth = mantissa << exponent, whole USD. The liquidation map counts scaled debt in units
/// of 2^debtUnit, fixed when the asset is listed.
type AssetConfig is uint256;

using {
    token,
    penalty,
    depth,
    isCorrelated,
    collateralEnabled,
    borrowEnabled,
    volatilityMargin,
    targetMargin,
    debtUnit,
    maxDebtCap,
    withDebtUnit,
    withToken,
    withFlags,
    withRisk
} for AssetConfig global;

uint256 constant MARGIN_FROM_SHIFT = 160;
uint256 constant MARGIN_TO_SHIFT = 174;
uint256 constant RAMP_START_SHIFT = 188;
uint256 constant PENALTY_SHIFT = 220;
uint256 constant DEPTH_SHIFT = 230;
uint256 constant FLAGS_SHIFT = 246;
uint256 constant DEBT_UNIT_SHIFT = 250;
uint256 constant FLAG_CORRELATED = 1;
uint256 constant FLAG_COLLATERAL = 2;
uint256 constant FLAG_BORROW = 4;

uint256 constant MAX_DEBT_UNIT = 48; // 2^112 units of debt in a sum of 64 bits

uint256 constant BASIS = 1e14; // one unit of 1e-4, as a wad
uint256 constant RAMP_PER_SECOND = 0.01e18 / uint256(1 hours); // one percentage point an hour

function token(AssetConfig c) pure returns (address) {
    return address(uint160(AssetConfig.unwrap(c)));
}

/// @return Wad.
function penalty(AssetConfig c) pure returns (uint256) {
    // cannot overflow: 10 bits · 1e14
    unchecked {
        return ((AssetConfig.unwrap(c) >> PENALTY_SHIFT) & 1023) * BASIS;
    }
}

/// @return Whole USD.
function depth(AssetConfig c) pure returns (uint256) {
    uint256 raw = AssetConfig.unwrap(c) >> DEPTH_SHIFT;
    return (raw & 2047) << ((raw >> 11) & 31);
}

function isCorrelated(AssetConfig c) pure returns (bool) {
    return AssetConfig.unwrap(c) & (FLAG_CORRELATED << FLAGS_SHIFT) != 0;
}

function collateralEnabled(AssetConfig c) pure returns (bool) {
    return AssetConfig.unwrap(c) & (FLAG_COLLATERAL << FLAGS_SHIFT) != 0;
}

function borrowEnabled(AssetConfig c) pure returns (bool) {
    return AssetConfig.unwrap(c) & (FLAG_BORROW << FLAGS_SHIFT) != 0;
}

/// @return Wad, where the ramp ends.
function targetMargin(AssetConfig c) pure returns (uint256) {
    // cannot overflow: 14 bits · 1e14
    unchecked {
        return ((AssetConfig.unwrap(c) >> MARGIN_TO_SHIFT) & 16383) * BASIS;
    }
}

/// @return log2 of the unit in which the liquidation map counts scaled debt of this asset.
function debtUnit(AssetConfig c) pure returns (uint256) {
    return AssetConfig.unwrap(c) >> DEBT_UNIT_SHIFT;
}

/// @notice Most debt that the 64 bits of one bucket can hold [token units]: scaled debt is never more than debt, and debt
/// is added under the cap, so no sum of the map can overflow.
function maxDebtCap(AssetConfig c) pure returns (uint256) {
    return (1 << (64 + debtUnit(c))) - 1;
}

/// @notice `v` in force now. Tightening is instant for the initial margin and glides for the maintenance margin;
/// loosening glides for both.
/// @return margin Wad.
function volatilityMargin(AssetConfig c, bool initial) view returns (uint256 margin) {
    uint256 raw = AssetConfig.unwrap(c);
    uint256 target = targetMargin(c);
    // cannot overflow: 14 bits · 1e14, 2^32 seconds · 2.8e12; cannot underflow: rampStart was a past block.timestamp
    unchecked {
        margin = ((raw >> MARGIN_FROM_SHIFT) & 16383) * BASIS;
        if (margin == target) return margin;
        uint256 step = (block.timestamp - uint32(raw >> RAMP_START_SHIFT)) * RAMP_PER_SECOND;
        if (margin < target) {
            margin += step;
            if (initial || margin > target) margin = target;
        } else {
            margin = margin > target + step ? margin - step : target;
        }
    }
}

function withToken(AssetConfig c, address newToken) pure returns (AssetConfig) {
    return AssetConfig.wrap((AssetConfig.unwrap(c) >> 160 << 160) | uint160(newToken));
}

/// @param flag One of the FLAG constants.
function withFlags(AssetConfig c, uint256 flag, bool set) pure returns (AssetConfig) {
    uint256 bit = flag << FLAGS_SHIFT;
    return AssetConfig.wrap(set ? AssetConfig.unwrap(c) | bit : AssetConfig.unwrap(c) & ~bit);
}

/// @notice Fixes the unit of the map: a thousandth of the least debt, coarser only if the cap would not fit 64 bits.
/// @param least Least debt of an account [token units]. @param cap Most debt of the reserve [token units], below 2^112.
function withDebtUnit(AssetConfig c, uint256 least, uint256 cap) pure returns (AssetConfig) {
    uint256 unit;
    while (unit < MAX_DEBT_UNIT && (least >> (unit + 11) != 0 || cap >> (unit + 64) != 0)) ++unit;
    return AssetConfig.wrap((AssetConfig.unwrap(c) << 6 >> 6) | (unit << DEBT_UNIT_SHIFT));
}

/// @notice New risk parameters; the margin glides from the one in force now, without a step.
/// @param margin New `v` [1e-4]. @param newPenalty [1e-4]. @param depthUsd [USD, whole], rounded down.
function withRisk(AssetConfig c, bool first, uint256 margin, uint256 newPenalty, uint256 depthUsd)
    view
    returns (AssetConfig)
{
    (uint256 from, uint256 start) = first ? (margin, block.timestamp) : _rampStart(volatilityMargin(c, false), margin);
    uint256 exponent;
    while (depthUsd >> exponent > 2047 && exponent < 31) ++exponent;
    uint256 mantissa = depthUsd >> exponent;
    if (mantissa > 2047) mantissa = 2047;
    uint256 kept = AssetConfig.unwrap(c) & (type(uint160).max | (1023 << FLAGS_SHIFT));
    return AssetConfig.wrap(
        kept | (from << MARGIN_FROM_SHIFT) | (margin << MARGIN_TO_SHIFT) | (uint256(uint32(start)) << RAMP_START_SHIFT)
            | (newPenalty << PENALTY_SHIFT) | (mantissa << DEPTH_SHIFT) | (exponent << (DEPTH_SHIFT + 11))
    );
}

/// @dev `from` is stored in 1e-4: the fraction goes into the start time, else repeated calls would outrun the ramp.
/// @param current Margin in force now [wad]. @param target [1e-4].
function _rampStart(uint256 current, uint256 target) view returns (uint256 from, uint256 start) {
    bool tightens = current < target * BASIS;
    from = tightens ? current / BASIS : (current + BASIS - 1) / BASIS;
    uint256 passed = tightens ? current - from * BASIS : from * BASIS - current;
    start = block.timestamp - passed / RAMP_PER_SECOND;
}
