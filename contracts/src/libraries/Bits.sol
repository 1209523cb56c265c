// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title Walking the set bits of a 16-bit mask.
library Bits {
    /// @notice Index of the lowest set bit. Requires mask != 0 and mask < 2^16.
    function lowest(uint256 mask) internal pure returns (uint256 i) {
        // A bit is found by halving: four comparisons, no loop, no table.
        assembly ("memory-safe") {
            let b := and(mask, sub(0, mask))
            i := shl(3, gt(b, 0xff))
            i := or(i, shl(2, gt(and(b, 0xf0f0), 0)))
            i := or(i, shl(1, gt(and(b, 0xcccc), 0)))
            i := or(i, gt(and(b, 0xaaaa), 0))
        }
    }

    /// @notice Mask without its lowest set bit.
    function dropLowest(uint256 mask) internal pure returns (uint256) {
        unchecked {
            return mask & (mask - 1); // mask is not 0 where this is called; 0 would stay 0
        }
    }
}
