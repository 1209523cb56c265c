// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Buckets of the liquidation map.
/// @notice A bucket is a step of the *liquidation ratio*: the price of the collateral in units of the debt at which
/// health would be 1, if all that the account holds moved with it: `p_c / p_d · D / (C − MM)`. It does not move when the
/// price moves. 32 buckets an octave, linear inside it (3.1 % … 1.6 %): index `32·e + m` holds the ratios from
/// `2^e · (1 + m/32)` to `2^e · (1 + (m + 1)/32)`.
///
/// The map keeps the index modulo 256, a ring of eight octaves, read around the ratio of now: one octave above it
/// (liquidatable already), seven below. Bucket 0 is set apart for debt whose ratio is unknown or above the ring: always
/// counted as liquidatable. A ratio that would fall into it is filed one bucket higher.
/// @dev Prices as of the oracle, [USD · 10^(36 − decimals)] per whole token, so ratios are between smallest units.
library LiquidationBuckets {
    uint256 internal constant BUCKETS = 256;
    int256 internal constant OCTAVE = 32;
    /// @dev Furthest below the ratio of now that an account is filed: a price that doubles later keeps it inside the ring.
    uint256 internal constant MAX_HEALTH = 64;
    /// @dev Debt over what may back it from which on the ring has no room above.
    uint256 internal constant MAX_DEFICIT = 2;

    /// @notice Bucket of an account.
    /// @param collateralPrice Price of the collateral it is filed by. @param debtPrice Price of its primary debt.
    /// Both below 2^128.
    /// @param buffer `C − MM`, 0 if there is none [USD wad, below 2^124]. @param debt `D` [USD wad, below 2^124].
    function bucketOf(uint256 collateralPrice, uint256 debtPrice, uint256 buffer, uint256 debt)
        internal
        pure
        returns (uint256 bucket)
    {
        // cannot overflow: 124 + 128 bits
        unchecked {
            if (debt >= MAX_DEFICIT * buffer || collateralPrice == 0 || debtPrice == 0) return 0;
            if (debt < buffer / MAX_HEALTH) debt = buffer / MAX_HEALTH;
            bucket = ring(indexOf(collateralPrice * debt, debtPrice * buffer));
        }
    }

    /// @notice Bucket in which ratios of an index are filed.
    function ring(int256 index) internal pure returns (uint256 bucket) {
        // forge-lint: disable-next-line(unsafe-typecast) — modulo 256 in two's complement
        bucket = uint8(uint256(index));
        if (bucket == 0) bucket = 1;
    }

    /// @notice Whether `bucket` shows a liquidation at most as early as `other`: half a ring is before, half behind.
    function isSafer(uint256 bucket, uint256 other) internal pure returns (bool) {
        unchecked {
            return bucket != 0 && other != 0 && uint8(other - bucket) < 128;
        }
    }

    /// @notice Index of the ratio `numerator / denominator`, each in [1, 2^256); the quotient is exact to 2^-62.
    function indexOf(uint256 numerator, uint256 denominator) internal pure returns (int256) {
        // shifts bring the highest bit to 127 and 63, so the quotient is in [2^63, 2^65)
        unchecked {
            uint256 n = FixedPointMathLib.log2(numerator);
            uint256 d = FixedPointMathLib.log2(denominator);
            uint256 quotient = ((numerator << (255 - n)) >> 128) / ((denominator << (255 - d)) >> 192);
            uint256 whole = quotient >> 64; // 1, or 0 when the exponent is one less
            // forge-lint: disable-next-line(unsafe-typecast) — exponents below 256
            int256 exponent = int256(n) - int256(d) + int256(whole) - 1;
            // forge-lint: disable-next-line(unsafe-typecast) — five bits
            return exponent * OCTAVE + int256((quotient >> (58 + whole)) & 31);
        }
    }

    /// @notice Price of the collateral at which debt of a bucket becomes liquidatable, while the debt keeps its price.
    /// @param now_ Index of the ratio of now: says which octave of the ring is meant.
    /// @return lower Inclusive, rounded down [unit of debtPrice]. @return upper Exclusive, rounded down.
    function boundsOf(uint256 bucket, int256 now_, uint256 debtPrice)
        internal
        pure
        returns (uint256 lower, uint256 upper)
    {
        int256 index = nearest(bucket, now_);
        return (priceAt(index, debtPrice), priceAt(index + 1, debtPrice));
    }

    /// @notice Index that a bucket stands for: the one between seven octaves below `now_` and one above.
    function nearest(uint256 bucket, int256 now_) internal pure returns (int256) {
        unchecked {
            int256 top = now_ + OCTAVE;
            // forge-lint: disable-next-line(unsafe-typecast) — modulo 256 in two's complement
            return top - int256(uint256(uint8(uint256(top) - bucket)));
        }
    }

    /// @notice Price of the collateral at the lower end of an index, rounded down [unit of debtPrice, below 2^128].
    /// @dev An index of a ratio between two prices below 2^128: at most 2^128 in size.
    function priceAt(int256 index, uint256 debtPrice) internal pure returns (uint256) {
        // arithmetic shift and mask: floor and modulo for negative indices too
        int256 exponent = index >> 5;
        // forge-lint: disable-next-line(unsafe-typecast) — five bits
        uint256 scaled = debtPrice * (32 + uint256(index & 31));
        // forge-lint: disable-next-line(unsafe-typecast) — sign is checked
        return exponent >= 5 ? scaled << uint256(exponent - 5) : scaled >> uint256(5 - exponent);
    }
}
