// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {VolatilityMath} from "./VolatilityMath.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Correlation through one market factor
/// @notice Each token keeps its covariance with the factor over 24 and 720 hours, so n tokens need n words and not n².
/// Two tokens correlate as the product of their correlations with the factor: what they share besides is not credited.
/// A factor that was not sampled between two samples of a token adds nothing: late samples lower the correlation.
/// @dev Word: epoch 16, price of the factor 112, covariances 2 · 64 [2^-62 per hour] = 256 bits.
library FactorCorrelation {
    int256 private constant MAX_COVARIANCE = 2 ** 62 - 1;
    int256 private constant WAD = 1e18;
    uint256 private constant SHORT = 24;
    uint256 private constant LONG = 720;
    /// @dev Distance at which the windows part [1/256].
    int256 private constant PARTED = 64;
    int256 private constant ONE = 256;

    /// @notice Adds a pair of returns. Starts over in a new epoch of the factor.
    /// @param word As kept. @param epoch Changes with the factor. @param factorPrice Last sample of the factor; 0: none.
    /// @param change Log return of the token, 0 if it met the rail [wad]. @param elapsed Time it took [seconds].
    function update(uint256 word, uint256 epoch, uint256 factorPrice, int256 change, uint256 elapsed)
        internal
        pure
        returns (uint256)
    {
        uint256 old = uint112(word >> 128);
        if (word >> 240 != epoch || old == 0 || factorPrice == 0) return epoch << 240 | factorPrice << 128;
        int256 product = change * VolatilityMath.logReturn(old, factorPrice);
        int256 latest = product * 1 hours * 2 ** 62 / (int256(elapsed) * WAD * WAD);
        if (latest > MAX_COVARIANCE) latest = MAX_COVARIANCE;
        if (latest < -MAX_COVARIANCE) latest = -MAX_COVARIANCE;
        (int256 short, int256 long) = covariances(word);
        short = _mix(short, latest, VolatilityMath.decay(elapsed, SHORT));
        long = _mix(long, latest, VolatilityMath.decay(elapsed, LONG));
        return epoch << 240 | factorPrice << 128 | uint256(uint64(int64(short))) << 64 | uint64(int64(long));
    }

    /// @notice Covariances with the factor, short and long [2^-62 per hour].
    function covariances(uint256 word) internal pure returns (int256 short, int256 long) {
        return (int64(uint64(word >> 64)), int64(uint64(word)));
    }

    /// @notice `cov / √(v·v_F)`, within ±1 [1/256].
    /// @param covariance [2^-62 per hour]. @param variance, factorVariance Over the same window [2^-64 per hour].
    function coefficient(int256 covariance, uint256 variance, uint256 factorVariance) internal pure returns (int256) {
        uint256 scale = FixedPointMathLib.sqrt(variance * factorVariance);
        if (scale == 0) return 0;
        int256 rho = covariance * 4 * ONE / int256(scale);
        if (rho > ONE) return ONE;
        return rho < -ONE ? -ONE : rho;
    }

    /// @notice The lower window of two tokens as a byte: 0 when negative [1/256].
    function usable(int256 short, int256 long) internal pure returns (uint8) {
        int256 rho = short < long ? short : long;
        if (rho <= 0) return 0;
        return rho > 255 ? 255 : uint8(uint256(rho));
    }

    function parts(int256 short, int256 long) internal pure returns (bool) {
        int256 distance = short - long;
        return distance > PARTED || distance < -PARTED;
    }

    function _mix(int256 old, int256 latest, uint256 weight) private pure returns (int256) {
        return (old * int256(weight) + latest * (WAD - int256(weight))) / WAD;
    }
}
