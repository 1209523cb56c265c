// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Health} from "../../src/interfaces/IMarginEngine.sol";

/// @notice Buckets of the liquidation map by the book: halve and double until the octave is found, then count its steps.
library ReferenceBuckets {
    uint256 private constant ONE = 2 ** 96;

    /// @return index `32·e + m` with `2^e·(1 + m/32) ≤ ratio < 2^e·(1 + (m + 1)/32)`.
    function indexOf(uint256 numerator, uint256 denominator) internal pure returns (int256 index) {
        uint256 shift;
        uint256 ratio; // as many bits as fit
        for (shift = 0; shift < 255 && numerator >> (255 - shift) == 0; ++shift) {}
        ratio = Math.mulDiv(numerator << shift, 1, denominator);
        int256 octave;
        if (ratio < ONE) {
            // the quotient is small: scale it up before it is rounded
            ratio = Math.mulDiv(numerator << shift, ONE, denominator);
            octave = -96;
        }
        octave -= int256(shift);
        while (ratio >= 2 * ONE) {
            ratio /= 2;
            ++octave;
        }
        while (ratio < ONE) {
            ratio *= 2;
            --octave;
        }
        return (octave + 96) * 32 + int256((ratio - ONE) * 32 / ONE);
    }

    /// @notice Bucket of an account with debt.
    function bucketOf(uint256 collateralPrice, uint256 debtPrice, Health memory h) internal pure returns (uint256) {
        uint256 buffer = h.collateral > h.margin ? h.collateral - h.margin : 0;
        if (h.debt >= 2 * buffer) return 0;
        uint256 debt = h.debt < buffer / 64 ? buffer / 64 : h.debt;
        int256 index = indexOf(collateralPrice * debt, debtPrice * buffer);
        int256 place = ((index % 256) + 256) % 256;
        return place == 0 ? 1 : uint256(place);
    }
}
