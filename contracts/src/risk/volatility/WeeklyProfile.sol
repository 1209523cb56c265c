// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {VolatilityState} from "./VolatilityState.sol";

/// @title When in the week prices move
/// @notice Absolute returns are larger in some hours of the day and smaller at weekends. An hour of the week is expected
/// to move by `day · hour` times the usual: 7 + 24 multipliers instead of 168, so each is seen often enough to be known
/// within weeks, and all fit two words. Only their ratios matter: a common factor cancels out of the forecast.
/// @dev Multipliers are 2^-14, within [0.25, 4). Day 0 is a Thursday, as the unix epoch.
library WeeklyProfile {
    int256 internal constant ONE = 2 ** 14;
    /// @dev Observations over which a multiplier forgets: 256 of its day (11 weeks), 96 of its hour (14 weeks).
    int256 private constant DAY_MEMORY = 256;
    int256 private constant HOUR_MEMORY = 96;
    /// @dev One return counts for at most this many times the expected one: a crash is no habit of its hour.
    uint256 private constant MAX_SURPRISE = 4 * 2 ** 14;
    int256 private constant MIN_MULTIPLIER = 2 ** 12;
    int256 private constant MAX_MULTIPLIER = 2 ** 16 - 1;
    /// @dev A tenth of its distance from one is given back per observation: noise does not accumulate.
    int256 private constant SHRINKAGE = 10;
    uint256 private constant LANE = 0xffff;
    /// @dev Every multiplier at one.
    uint256 internal constant NEUTRAL_HOURS = uint256(2 ** 14) * (type(uint256).max / LANE);
    uint256 internal constant NEUTRAL_DAYS = NEUTRAL_HOURS >> 16;

    /// @notice Multiplier of the absolute return in an hour [2^-28].
    /// @param hour Hours since the unix epoch.
    function multiplier(VolatilityState memory s, uint256 hour) internal pure returns (uint256) {
        unchecked {
            uint256 h = hour % 24; // a lane past the first word is shifted into the second
            return (h < 16 ? s.hoursWord >> 16 * h & LANE : s.daysWord >> 16 * (h - 16) & LANE) * _day(s, hour);
        }
    }

    /// @notice Moves the multipliers of an hour towards what was seen.
    /// @param absolute Absolute return without the profile [2^-64 per √hour].
    /// @param expected What it usually is. @param elapsed Time the return took [seconds].
    function learn(VolatilityState memory s, uint256 hour, uint256 absolute, uint256 expected, uint256 elapsed)
        internal
        pure
    {
        // cannot overflow: absolute < 2^64, elapsed ≤ 3600, multipliers < 2^16
        unchecked {
            uint256 size = (absolute << 14) / (expected == 0 ? 1 : expected);
            int256 surprise = int256(size < MAX_SURPRISE ? size : MAX_SURPRISE) - ONE;
            int256 time = int256(elapsed < 1 hours ? elapsed : 1 hours);
            uint256 h = hour % 24;
            if (h < 16) s.hoursWord = _follow(s.hoursWord, 16 * h, surprise, time, HOUR_MEMORY);
            else s.daysWord = _follow(s.daysWord, 16 * (h - 16), surprise, time, HOUR_MEMORY);
            s.daysWord = _follow(s.daysWord, 16 * (8 + hour / 24 % 7), surprise, time, DAY_MEMORY);
        }
    }

    /// @notice Mean square of the multipliers of the 24 hours from `hour` on [2^-56].
    function nextDay(VolatilityState memory s, uint256 hour) internal pure returns (uint256) {
        // cannot overflow: 24 squares below 2^32, times a square
        unchecked {
            uint256 split = hour % 24;
            uint256 before;
            uint256 rest;
            uint256 word = s.hoursWord;
            for (uint256 h; h < 24; ++h) {
                if (h == 16) word = s.daysWord;
                uint256 m = word & LANE;
                if (h < split) before += m * m;
                else rest += m * m;
                word >>= 16;
            }
            uint256 today = _day(s, hour);
            uint256 tomorrow = _day(s, hour + 24);
            return (today * today * rest + tomorrow * tomorrow * before) / 24;
        }
    }

    function _day(VolatilityState memory s, uint256 hour) private pure returns (uint256) {
        unchecked {
            return s.daysWord >> 16 * (8 + hour / 24 % 7) & LANE;
        }
    }

    function _follow(uint256 word, uint256 shift, int256 surprise, int256 time, int256 memory_)
        private
        pure
        returns (uint256)
    {
        unchecked {
            int256 m = int256(word >> shift & LANE);
            int256 pull = (m - ONE) * ONE / SHRINKAGE;
            int256 next = m + (m * surprise - pull) * time / (memory_ * 1 hours * ONE);
            if (next < MIN_MULTIPLIER) next = MIN_MULTIPLIER;
            if (next > MAX_MULTIPLIER) next = MAX_MULTIPLIER;
            return word & ~(LANE << shift) | uint256(next) << shift;
        }
    }
}
