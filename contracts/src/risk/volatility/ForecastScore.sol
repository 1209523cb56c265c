// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {VolatilityState} from "./VolatilityState.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title How well the next day was forecast, and what is learned from it
/// @notice A forecast waits in a ring of 24 words until its day has passed. Then both forecasts are scored by
/// `QLIKE = RV/F − ln(RV/F) − 1` (Patton 2011), and the slopes of the learned one take a step down its gradient, which in
/// `ln F` is `(1 − RV/F)·x`.
/// @dev Word of the ring: time 32, cumulative 64, ln of both forecasts 2 · 32, features 3 · 16 = 208 bits.
library ForecastScore {
    uint256 internal constant RING = 24;
    int256 internal constant WAD = 1e18;
    /// @dev 0.15, 0.4, 0.5: where learning starts, from the years 2018 to 2022 of ETH and BTC, rounded.
    int256 internal constant PRIOR_0 = 150_000_000;
    int256 internal constant PRIOR_1 = 400_000_000;
    int256 internal constant PRIOR_2 = 500_000_000;
    /// @dev Distance from the prior that learning may reach: a slope never leaves what is plausible.
    int256 internal constant SLOPE_RAIL = 300_000_000;

    uint256 private constant MIN_AGE = 23 hours;
    uint256 private constant MAX_AGE = 25 hours;
    /// @dev Forecasts over which a score forgets: 90 days of hours. Until then it is a plain mean.
    uint256 private constant SCORE_MEMORY = 2160;
    /// @dev 30 days: a score of less is luck.
    uint256 private constant MIN_SCORED = 720;
    uint256 private constant MAX_COUNT = type(uint16).max;
    int256 private constant MAX_QLIKE = 10e18;
    /// @dev One day teaches at most as much as one with four times the forecast variance; the mean of a ratio so capped
    /// is 0.9, and slopes are measured from there, or the cap alone would push them down.
    int256 private constant MAX_RATIO = 4e18;
    int256 private constant MEAN_RATIO = 0.9e18;
    /// @dev 2e-4, of the product of two wads, in units of 1e-9.
    int256 private constant LEARNING_RATE = 200_000;
    int256 private constant FEATURE_UNIT = 2e14;

    /// @notice Whether the learned forecast counts: scored for 30 days, and better.
    function learnedCounts(VolatilityState memory s) internal pure returns (bool) {
        return s.scored >= MIN_SCORED && s.learnedScore < s.baselineScore;
    }

    /// @notice Scores the forecast of a day ago and learns from it. Nothing happens if there is none, or the day was flat.
    /// @param entry Word of the ring. @param time Now [unix seconds].
    function settle(VolatilityState memory s, uint256 entry, uint256 time) internal pure {
        // cannot overflow: the sum has 64 bits, wads of logarithms 66, slopes and scores are bounded
        unchecked {
            uint256 age = time - (entry >> 176);
            if (entry == 0 || age < MIN_AGE || age > MAX_AGE) return;
            uint256 sum = (s.cumulative - (entry >> 112)) & type(uint64).max;
            uint256 realised = (sum << 8) * 1 hours / age;
            if (realised == 0) return;
            int256 ln = FixedPointMathLib.lnWad(int256(realised));
            if (s.scored < MAX_COUNT) ++s.scored;
            uint256 memory_ = s.scored < SCORE_MEMORY ? s.scored : SCORE_MEMORY;
            (uint256 score,) = _qlike(ln - int256(int32(uint32(entry >> 80))) * 1e12);
            s.baselineScore = _mean(s.baselineScore, score, memory_);
            int256 error;
            (score, error) = _qlike(ln - int256(int32(uint32(entry >> 48))) * 1e12);
            s.learnedScore = _mean(s.learnedScore, score, memory_);

            error = (error < MAX_RATIO ? error : MAX_RATIO) - MEAN_RATIO;
            s.slopes[0] = _learn(s.slopes[0], PRIOR_0, error, int16(uint16(entry >> 32)));
            s.slopes[1] = _learn(s.slopes[1], PRIOR_1, error, int16(uint16(entry >> 16)));
            s.slopes[2] = _learn(s.slopes[2], PRIOR_2, error, int16(uint16(entry)));
        }
    }

    /// @notice Word of the ring of the forecast made at the last poke.
    /// @param baseline, learned Mean variance of an hour, at least 1 [2^-64]. @param x Features, at most 4 in size [wad].
    function pending(VolatilityState memory s, uint256 baseline, uint256 learned, int256[3] memory x)
        internal
        pure
        returns (uint256)
    {
        unchecked {
            uint256 lnBaseline = uint32(int32(FixedPointMathLib.lnWad(int256(baseline)) / 1e12));
            uint256 lnLearned = uint32(int32(FixedPointMathLib.lnWad(int256(learned)) / 1e12));
            return s.lastPoke << 176 | s.cumulative << 112 | lnBaseline << 80 | lnLearned << 48
                | uint256(uint16(int16(x[0] / FEATURE_UNIT))) << 32 | uint256(uint16(int16(x[1] / FEATURE_UNIT))) << 16
                | uint256(uint16(int16(x[2] / FEATURE_UNIT)));
        }
    }

    /// @return score [1e-10]. @return ratio `RV / F` [wad].
    function _qlike(int256 logRatio) private pure returns (uint256 score, int256 ratio) {
        unchecked {
            ratio = FixedPointMathLib.expWad(logRatio);
            int256 loss = ratio - logRatio - WAD; // never negative but for the rounding of the exponential
            if (loss > MAX_QLIKE) loss = MAX_QLIKE;
            score = loss > 0 ? uint256(loss) / 1e8 : 0;
        }
    }

    function _mean(uint256 mean, uint256 latest, uint256 memory_) private pure returns (uint256) {
        unchecked {
            return uint256(int256(mean) + (int256(latest) - int256(mean)) / int256(memory_));
        }
    }

    function _learn(int256 slope, int256 prior, int256 error, int256 feature) private pure returns (int256) {
        unchecked {
            slope += error * feature * FEATURE_UNIT * LEARNING_RATE / (WAD * WAD);
            if (slope < prior - SLOPE_RAIL) return prior - SLOPE_RAIL;
            return slope > prior + SLOPE_RAIL ? prior + SLOPE_RAIL : slope;
        }
    }
}
