// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title Positive numbers in 24 bits: mantissa 17 << 7 | exponent 7.
/// @notice Limits need range and a direction of rounding, not digits: the error is below 2^-16 of the value.
library CompactFloat {
    uint256 private constant MANTISSA_BITS = 17;
    uint256 private constant EXPONENT_BITS = 7;

    /// @notice Largest representable number not above `value`. Requires value < 2^143.
    function encodeDown(uint256 value) internal pure returns (uint256) {
        uint256 exponent = _exponent(value);
        return (value >> exponent) << EXPONENT_BITS | exponent;
    }

    /// @notice Smallest representable number not below `value`. Requires value < 2^143.
    function encodeUp(uint256 value) internal pure returns (uint256) {
        uint256 exponent = _exponent(value);
        uint256 mantissa = value >> exponent;
        if (mantissa << exponent != value) mantissa++;
        if (mantissa >> MANTISSA_BITS != 0) {
            mantissa >>= 1; // it is exactly 2^17, so nothing is lost
            exponent++;
        }
        return mantissa << EXPONENT_BITS | exponent;
    }

    function decode(uint256 encoded) internal pure returns (uint256) {
        return (encoded >> EXPONENT_BITS) << (encoded & (2 ** EXPONENT_BITS - 1));
    }

    /// @dev Least shift that makes the value fit the mantissa; a loop, as only setters encode.
    function _exponent(uint256 value) private pure returns (uint256 exponent) {
        while (value >> exponent >> MANTISSA_BITS != 0) exponent++;
    }
}
