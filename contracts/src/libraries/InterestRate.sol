// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Adaptive borrow rate: a curve on utilisation whose level drifts towards what the market clears at.
/// @notice rate(u) = rateAtTarget · curve(u) + premium, with curve(0) = 1/4, curve(90 %) = 1, curve(100 %) = 4.
/// rateAtTarget grows by `e^(50·err·dt)` a year, where `err` is the distance of u from 90 %, scaled to [−1, 1].
/// The rate at target is kept as a logarithm, so that adaptation is one addition: exact, and bounded by its 32 bits
/// to 0.1 % … 298 % a year.
/// @dev Source of the model: Morpho AdaptiveCurveIrm. All functions are pure and never revert: accrual must not.
library InterestRate {
    uint256 internal constant TARGET_UTILIZATION = 0.9e18;
    int256 internal constant CURVE_STEEPNESS = 3; // curve(1) − 1
    int256 internal constant ADAPTATION = 50; // 1 / year
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant Q96 = 2 ** 96;
    /// @dev 0.1 % a year, per second, Q96.
    uint256 internal constant MIN_RATE_Q96 = 2512308552583217199;
    /// @dev logRate of 4 % a year: ln(40) · 2^29.
    uint256 internal constant INITIAL_LOG_RATE = 1980452077;

    /// @notice Interest over `elapsed` seconds at constant utilisation.
    /// @param logRate ln(rateAtTarget / 0.1 %) [2^-29].
    /// @param utilization [wad].
    /// @param elapsed [seconds].
    /// @param premium [0.1 % a year].
    /// @return growth Factor by which debt grows, minus 1 [Q96].
    /// @return newLogRate Adapted logRate.
    function accrue(uint256 logRate, uint256 utilization, uint256 elapsed, uint256 premium)
        internal
        pure
        returns (uint256 growth, uint256 newLogRate)
    {
        // bounds: logRate < 2^32, elapsed < 2^32, |error| ≤ 1e18, rates < 2^80: every product is below 2^200
        unchecked {
            int256 deviation = _error(utilization);
            newLogRate = _adapt(logRate, deviation, elapsed);
            uint256 rate = _curve(_averageRateAtTarget(logRate, newLogRate), deviation) + premium * MIN_RATE_Q96;
            uint256 x = rate * elapsed;
            if (x > Q96) x = Q96; // longer than a year at 100 %: growth saturates instead of bricking the reserve
            growth = x + (x * x >> 97) + ((x * x >> 96) * x / (6 * Q96)); // e^x − 1, three terms
        }
    }

    /// @notice Borrow rate of this moment [wad, a year].
    function borrowRate(uint256 logRate, uint256 utilization, uint256 premium) internal pure returns (uint256) {
        uint256 perSecond = _curve(_rateAtTarget(logRate), _error(utilization)) + premium * MIN_RATE_Q96;
        return perSecond * YEAR * 1e18 >> 96;
    }

    /// @notice Rate at target utilisation [wad, a year].
    function rateAtTarget(uint256 logRate) internal pure returns (uint256) {
        return _rateAtTarget(logRate) * YEAR * 1e18 >> 96;
    }

    /// @notice debt / (debt + cash) [wad]. Requires both below 2^196.
    function utilizationOf(uint256 debt, uint256 cash) internal pure returns (uint256) {
        unchecked {
            return FixedPointMathLib.rawDiv(debt * 1e18, debt + cash); // of an empty reserve 0 / 0, which is 0 here
        }
    }

    /// @dev Distance from target in units of the room on that side [wad, −1 … 1].
    function _error(uint256 u) private pure returns (int256) {
        unchecked {
            int256 distance = int256(u) - int256(TARGET_UTILIZATION);
            return distance > 0 ? distance * 10 : distance * 10 / 9;
        }
    }

    function _adapt(uint256 logRate, int256 deviation, uint256 elapsed) private pure returns (uint256 adapted) {
        unchecked {
            int256 unbounded = int256(logRate) + deviation * int256(elapsed) * (ADAPTATION << 29) / int256(YEAR * 1e18);
            if (unbounded > 0) adapted = uint256(unbounded);
            if (adapted > type(uint32).max) adapted = type(uint32).max;
        }
    }

    /// @dev Mean of the exponential path between two levels: the logarithmic mean, by its series when they are close
    /// (relative error below 2^-30), because the quotient would cancel there.
    function _averageRateAtTarget(uint256 from, uint256 to) private pure returns (uint256 average) {
        unchecked {
            int256 start = int256(_rateAtTarget(from));
            int256 d = int256(to) - int256(from); // 2^-29
            average = d > -(1 << 20) && d < 1 << 20
                ? uint256(start + (start * d >> 30) + start * d * d / (6 << 58))
                : uint256((int256(_rateAtTarget(to)) - start) * (1 << 29) / d);
        }
    }

    function _rateAtTarget(uint256 logRate) private pure returns (uint256) {
        unchecked {
            return MIN_RATE_Q96 * uint256(FixedPointMathLib.expWad(int256((logRate * 1e18) >> 29))) / 1e18;
        }
    }

    function _curve(uint256 rate, int256 deviation) private pure returns (uint256) {
        unchecked {
            int256 factor = 1e18 + CURVE_STEEPNESS * (deviation > 0 ? deviation : deviation / 4);
            return rate * uint256(factor) / 1e18;
        }
    }
}
