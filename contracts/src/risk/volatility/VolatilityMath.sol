// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ForecastScore} from "./ForecastScore.sol";
import {VolatilityState} from "./VolatilityState.sol";
import {WeeklyProfile} from "./WeeklyProfile.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Forecasts of the variance of the next 24 hours, each the mean of an hour [2^-64].
/// @param baseline HAR with fixed weights 0.5 / 0.3 / 0.2. @param learned Within [0.85², 1.5²] times the baseline.
/// @param features What the learned forecast is made of [wad].
struct Forecast {
    uint256 baseline;
    uint256 learned;
    int256[3] features;
}

/// @notice When a sample is stale and where the volatility goes then.
/// @param grace Age from which it widens [seconds]. @param stress Variance it reaches in a day [2^-64 per hour].
struct Staleness {
    uint256 grace;
    uint256 stress;
}

/// @title The volatility estimator: a function of (state, sample), in integers
/// @notice `docs/volatility.md` states it. The SDK computes the same numbers.
///
/// LOWERING. `used` after a poke is at least each of: 0.85² of the fixed forecast, the 6-hour average, and `used` before
/// the poke less one hour's fading at most. The first two grow with the size of the return and the third does not depend
/// on it, so a trade that moves the price cannot push `used` below what no trade would have left as its floor.
library VolatilityMath {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant MAX_LEVEL = type(uint64).max;
    /// @dev Highest volatility that is ever reported: 500 % a year.
    uint256 internal constant MAX_VOLATILITY = 5e18;
    /// @dev Longest gap over which one sample may make the estimate fall: a return to the old price after a week hides
    /// what happened between.
    uint256 private constant MAX_CALM_GAP = 6 hours;
    /// @dev A return over a longer time belongs to no hour of the week: it is divided by the mean of a day.
    uint256 private constant MAX_PROFILED = 2 hours;
    /// @dev A return counts up to 10 σ, and up to 10 % whatever σ is: a bad print cannot dominate, a depeg is seen.
    uint256 private constant RAIL_SQUARED = 100;
    uint256 private constant LEAST_RAIL_SQUARED = 0.01e18;
    uint256 private constant SHAPE_MEMORY = 4000 hours;
    int256 private constant MAX_SHAPE = 8e18;
    int256 private constant MAX_FEATURE = 4e18;
    /// @dev Level of the learned forecast: fixed, so that nobody can teach it to be low.
    int256 private constant BIAS = 0.05e18;
    /// @dev Fast up, slow down: what is in use fades over this many hours at least, and by one hour per sample at most.
    uint256 internal constant DESCENT = 12;
    uint256 private constant MAX_CLIPS = type(uint16).max;

    /// @notice State before the first sample: every level at one volatility.
    /// @param volatility [wad, a year].
    function seed(VolatilityState memory s, uint256 volatility) internal pure {
        uint256 variance = hourlyVariance(volatility);
        uint256 absolute = FixedPointMathLib.sqrt(variance << 64) * 4 / 5; // E|r| of a normal return is 0.798 σ
        for (uint256 i; i < 4; ++i) {
            s.raw[i] = variance;
        }
        for (uint256 i; i < 3; ++i) {
            (s.calm[i], s.absolute[i]) = (variance, absolute);
        }
        s.shape = [_shape(absolute, variance), _shape(absolute, variance)];
        s.slopes = [ForecastScore.PRIOR_0, ForecastScore.PRIOR_1, ForecastScore.PRIOR_2];
        s.used = variance;
        (s.hoursWord, s.daysWord) = (WeeklyProfile.NEUTRAL_HOURS, WeeklyProfile.NEUTRAL_DAYS);
    }

    /// @notice Takes a sample. The first one only remembers the price.
    /// @param price [USD wad], above 0. @param time Now, after the last poke [unix seconds].
    /// @param entry Word of the ring at the hour of `time`.
    /// @return pending New word of the ring; `entry` while the hour is still that of the last poke.
    /// @return f Forecasts after the sample; zero at the first one.
    function poke(VolatilityState memory s, uint256 price, uint256 time, uint256 entry, Staleness memory staleness)
        internal
        pure
        returns (uint256 pending, Forecast memory f)
    {
        if (s.price == 0) {
            (s.price, s.lastPoke, s.since) = (price, time, time);
            return (entry, f);
        }
        uint256 last = s.lastPoke;
        uint256 floor = staleVariance(s.used, time - last, staleness) * decay(_min(time - last, 1 hours), DESCENT) / WAD;
        _sample(s, price, time);
        bool isNewHour = time / 1 hours != last / 1 hours;
        if (isNewHour) ForecastScore.settle(s, entry, time);
        int256[2] memory shapes = _shapes(s);
        _followShape(s, shapes, time - last, time - s.since);
        f = _forecast(s, shapes);
        uint256 used = _max(_max(counted(s, f), s.raw[0]), floor);
        s.used = _min(used, MAX_LEVEL);
        pending = isNewHour ? ForecastScore.pending(s, f.baseline, f.learned, f.features) : entry;
    }

    /// @notice Forecasts that a state makes.
    function forecast(VolatilityState memory s) internal pure returns (Forecast memory) {
        return _forecast(s, _shapes(s));
    }

    function _forecast(VolatilityState memory s, int256[2] memory shapes) private pure returns (Forecast memory f) {
        // cannot overflow: levels < 2^64, profile < 2^64, |log| < 0.05 + 4·(0.45 + 0.7 + 0.8) < 8
        unchecked {
            f.baseline = _max(_har(s.raw[1], s.raw[2], s.raw[3]), 1);
            int256 x =
                2 * (FixedPointMathLib.lnWad(int256(s.absolute[0])) - FixedPointMathLib.lnWad(int256(s.absolute[2])));
            f.features[0] = _clamp(x, MAX_FEATURE);
            f.features[1] = _clamp(shapes[0] - s.shape[0], MAX_FEATURE);
            f.features[2] = _clamp(shapes[1] - s.shape[1], MAX_FEATURE);
            int256 log = BIAS + f.features[0] * s.slopes[0] / 1e9 + f.features[1] * s.slopes[1] / 1e9 + f.features[2]
                * s.slopes[2] / 1e9;
            uint256 seasonal =
                _har(s.calm[0], s.calm[1], s.calm[2]) * WeeklyProfile.nextDay(s, s.lastPoke / 1 hours) >> 56;
            uint256 learned = seasonal * uint256(FixedPointMathLib.expWad(log)) / WAD;
            f.learned = _max(f.baseline * 7225 / 10_000 + 1, _min(f.baseline * 9 / 4, learned));
        }
    }

    /// @notice The forecast that counts [2^-64 per hour].
    function counted(VolatilityState memory s, Forecast memory f) internal pure returns (uint256) {
        return ForecastScore.learnedCounts(s) ? f.learned : f.baseline;
    }

    /// @notice Variance at an age: grows towards stress over a day once it is stale, and never falls [2^-64 per hour].
    function staleVariance(uint256 used, uint256 age, Staleness memory staleness) internal pure returns (uint256) {
        if (age <= staleness.grace || staleness.stress <= used) return used;
        return used + (staleness.stress - used) * _min(age - staleness.grace, 1 days) / 1 days;
    }

    /// @notice Variance of an hour [2^-64] of a volatility of a year [wad], rounded up.
    function hourlyVariance(uint256 volatility) internal pure returns (uint256) {
        return (volatility * volatility * 1 hours << 64) / (YEAR * WAD * WAD) + 1;
    }

    /// @notice Volatility of a year [wad] of a variance of an hour [2^-64], rounded up, at most 500 %.
    function annualVolatility(uint256 variance) internal pure returns (uint256) {
        return _min(FixedPointMathLib.sqrt(variance * (YEAR * WAD * WAD) / (1 hours << 64)) + 1, MAX_VOLATILITY);
    }

    function _sample(VolatilityState memory s, uint256 price, uint256 time) private pure {
        // cannot overflow: levels < 2^64, multipliers in [2^24, 2^32), times < 2^32
        unchecked {
            uint256 elapsed = time - s.lastPoke;
            uint256 variance = _squaredReturn(s, price, elapsed);
            uint256 absolute = FixedPointMathLib.sqrt(variance << 64);
            bool isProfiled = elapsed < MAX_PROFILED;
            uint256 middle = (time - elapsed / 2) / 1 hours;
            uint256 m = isProfiled
                ? WeeklyProfile.multiplier(s, middle)
                : FixedPointMathLib.sqrt(WeeklyProfile.nextDay(s, s.lastPoke / 1 hours));
            uint256 calmVariance = _min((variance << 56) / (m * m), MAX_LEVEL);
            absolute = _min((absolute << 28) / m, MAX_LEVEL);
            if (isProfiled) WeeklyProfile.learn(s, middle, absolute, s.absolute[1], elapsed);
            s.cumulative = (s.cumulative + (variance * elapsed / 1 hours >> 8)) & type(uint64).max;

            _average(s, variance, calmVariance, absolute, elapsed);
            (s.price, s.lastPoke) = (price, time);
        }
    }

    /// @dev The mean of the shapes follows by the share of this sample in all time seen, at most 4,000 hours.
    function _followShape(VolatilityState memory s, int256[2] memory shapes, uint256 elapsed, uint256 age)
        private
        pure
    {
        // cannot overflow: shapes are at most 8e18; and elapsed ≤ age, so a mean does not leave what it averages
        unchecked {
            int256 step = int256(_min(elapsed, SHAPE_MEMORY));
            int256 span = int256(_min(age, SHAPE_MEMORY));
            s.shape[0] += (shapes[0] - s.shape[0]) * step / span;
            s.shape[1] += (shapes[1] - s.shape[1]) * step / span;
        }
    }

    function _shapes(VolatilityState memory s) private pure returns (int256[2] memory) {
        return [_shape(s.absolute[1], s.calm[0]), _shape(s.absolute[2], s.calm[1])];
    }

    function _average(
        VolatilityState memory s,
        uint256 variance,
        uint256 calmVariance,
        uint256 absolute,
        uint256 elapsed
    ) private pure {
        (uint256 up, uint256 down) = _weights(elapsed, 6);
        s.raw[0] = _mix(s.raw[0], variance, up, down);
        s.absolute[0] = _mix(s.absolute[0], absolute, up, down);
        (up, down) = _weights(elapsed, 24);
        s.raw[1] = _mix(s.raw[1], variance, up, down);
        s.calm[0] = _mix(s.calm[0], calmVariance, up, down);
        s.absolute[1] = _mix(s.absolute[1], absolute, up, down);
        (up, down) = _weights(elapsed, 168);
        s.raw[2] = _mix(s.raw[2], variance, up, down);
        s.calm[1] = _mix(s.calm[1], calmVariance, up, down);
        s.absolute[2] = _mix(s.absolute[2], absolute, up, down);
        (up, down) = _weights(elapsed, 720);
        s.raw[3] = _mix(s.raw[3], variance, up, down);
        s.calm[2] = _mix(s.calm[2], calmVariance, up, down);
    }

    /// @dev Weights of the old level when the sample is above it and when it is below it [wad].
    function _weights(uint256 elapsed, uint256 horizon) private pure returns (uint256 up, uint256 down) {
        up = decay(elapsed, horizon);
        down = elapsed > MAX_CALM_GAP ? decay(MAX_CALM_GAP, horizon) : up;
    }

    /// @dev Squared log return per hour, within the rail [2^-64].
    function _squaredReturn(VolatilityState memory s, uint256 price, uint256 elapsed)
        private
        pure
        returns (uint256 variance)
    {
        // cannot overflow: prices < 2^112, size ≤ 1e18, elapsed > 0
        unchecked {
            uint256 size = FixedPointMathLib.abs(logReturn(s.price, price));
            variance = (size * size * 1 hours << 64) / (elapsed * WAD * WAD);
            uint256 rail = (LEAST_RAIL_SQUARED * 1 hours << 64) / (elapsed * WAD);
            rail = _min(_max(RAIL_SQUARED * s.used, rail), MAX_LEVEL);
            if (variance <= rail) {
                s.clips = 0;
            } else {
                variance = rail;
                if (s.clips < MAX_CLIPS) ++s.clips;
            }
        }
    }

    /// @notice Log return between two prices below 2^112, at most 1 in size [wad].
    function logReturn(uint256 from, uint256 to) internal pure returns (int256) {
        return _clamp(FixedPointMathLib.lnWad(int256(_max(to * WAD / from, 1))), int256(WAD));
    }

    /// @dev `ln(absolute² / calm)` up to a constant that its mean takes out [wad].
    function _shape(uint256 absolute, uint256 calm) private pure returns (int256) {
        unchecked {
            return
                _clamp(2 * FixedPointMathLib.lnWad(int256(absolute)) - FixedPointMathLib.lnWad(int256(calm)), MAX_SHAPE);
        }
    }

    function _har(uint256 day, uint256 week, uint256 month) private pure returns (uint256) {
        unchecked {
            return (5 * day + 3 * week + 2 * month) / 10;
        }
    }

    /// @notice `e^(−elapsed / horizon)` [wad].
    /// @param elapsed [seconds]. @param horizon [hours].
    function decay(uint256 elapsed, uint256 horizon) internal pure returns (uint256) {
        unchecked {
            return uint256(FixedPointMathLib.expWad(-int256(elapsed * WAD / (horizon * 1 hours))));
        }
    }

    /// @dev Weighted mean, between its two arguments but at least 1: a level of 0 has no logarithm. Each level chooses its
    /// weight by itself: were one choice made for all, a larger return could lower one of them.
    function _mix(uint256 old, uint256 latest, uint256 up, uint256 down) private pure returns (uint256) {
        unchecked {
            uint256 weight = latest < old ? down : up;
            return _max((old * weight + latest * (WAD - weight)) / WAD, 1);
        }
    }

    function _clamp(int256 x, int256 bound) private pure returns (int256) {
        unchecked {
            if (x < -bound) return -bound;
            return x > bound ? bound : x;
        }
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}
