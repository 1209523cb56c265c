// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ForecastScore} from "../../src/risk/volatility/ForecastScore.sol";
import {VolatilityState} from "../../src/risk/volatility/VolatilityState.sol";
import {WeeklyProfile} from "../../src/risk/volatility/WeeklyProfile.sol";
import {Test} from "forge-std/Test.sol";

/// @notice The weekly profile and the score, each by itself.
contract WeeklyProfileTest is Test {
    int256 internal constant WAD = 1e18;

    /// @notice The mean of the next day is the mean of its 24 squared multipliers.
    function testFuzz_NextDayIsTheMean(uint256 random, uint256 hour) public pure {
        VolatilityState memory s = _profile(random);
        hour = bound(hour, 0, 2 ** 20);
        uint256 sum;
        for (uint256 i; i < 24; ++i) {
            uint256 m = WeeklyProfile.multiplier(s, hour + i);
            sum += m * m;
        }
        assertEq(WeeklyProfile.nextDay(s, hour), sum / 24);
        assertEq(WeeklyProfile.multiplier(s, hour), WeeklyProfile.multiplier(s, hour + 168), "weekly");
    }

    /// @notice Only the hour and the day seen move, towards what was seen, and stay within a quarter and four.
    function testFuzz_LearnMovesOnlyItsHour(
        uint256 random,
        uint256 hour,
        uint64 absolute,
        uint64 expected,
        uint256 time
    ) public pure {
        VolatilityState memory s = _profile(random);
        (hour, time) = (bound(hour, 0, 2 ** 20), bound(time, 1, 2 hours));
        uint256[168] memory before = _multipliers(s);
        WeeklyProfile.learn(s, hour, absolute, expected, time);
        uint256[168] memory after_ = _multipliers(s);
        for (uint256 h; h < 168; ++h) {
            assertGe(after_[h], 2 ** 24, "a sixteenth");
            assertLt(after_[h], 2 ** 32, "sixteen");
            if (h % 24 != hour % 24 && h / 24 != hour / 24 % 7) assertEq(after_[h], before[h], "another hour");
        }
        uint256 neutral = 2 ** 28;
        uint256 own = hour % 168;
        if (absolute > 4 * uint256(expected) && expected > 0 && before[own] < neutral) {
            assertGe(after_[own], before[own], "up after a surprise");
        }
        if (absolute < expected / 4 && before[own] > neutral * 2) {
            assertLe(after_[own], before[own], "down after a calm");
        }
    }

    /// @notice Under returns as expected every multiplier comes nearer to one.
    /// forge-config: default.fuzz.runs = 16
    function testFuzz_UnsurprisedComesBack(uint256 random) public pure {
        VolatilityState memory s = _profile(random);
        uint256[2] memory before = [s.hoursWord, s.daysWord];
        for (uint256 i; i < 168 * 80; ++i) {
            WeeklyProfile.learn(s, i, 1e10, 1e10, 1 hours);
        }
        for (uint256 lane; lane < 31; ++lane) {
            (uint256 old, uint256 latest) = lane < 16
                ? (before[0] >> 16 * lane & 0xffff, s.hoursWord >> 16 * lane & 0xffff)
                : (before[1] >> 16 * (lane - 16) & 0xffff, s.daysWord >> 16 * (lane - 16) & 0xffff);
            uint256 distance = old > 2 ** 14 ? old - 2 ** 14 : 2 ** 14 - old;
            uint256 left = latest > 2 ** 14 ? latest - 2 ** 14 : 2 ** 14 - latest;
            assertEq(old > 2 ** 14 && left > 0, latest > 2 ** 14, "does not cross");
            assertLe(left, distance * 3 / 5 + 2560, "a good part of the way, but for what rounds to nothing");
        }
    }

    /// @notice QLIKE of known ratios, in the mean: 0 for a perfect forecast, `e − 2` for e times, `1/e` for 1/e.
    function test_ScoresAreQlike() public pure {
        VolatilityState memory s;
        uint256 forecast = 1e15;
        s.lastPoke = 1_800_000_000;
        uint256 entry = ForecastScore.pending(s, forecast, forecast, [int256(0), 0, 0]);
        assertEq(_settled(s, entry, forecast).baselineScore, 0);
        VolatilityState memory high = _settled(s, entry, forecast * 2_718_281_828 / 1e9);
        assertApproxEqAbs(high.baselineScore, 7_182_818_284, 1e5); // the logarithm is kept to 1e-6
        VolatilityState memory low = _settled(s, entry, forecast * 367_879_441 / 1e9);
        assertApproxEqAbs(low.learnedScore, 3_678_794_411, 1e5);
        assertEq(low.scored, 1);
        (s.scored, s.learnedScore) = (4320, 1e10);
        assertEq(_settled(s, entry, forecast).learnedScore, 1e10 - uint256(1e10) / 2160, "forgets over 90 days");
    }

    /// @notice Only a day of 23 to 25 hours is scored; a flat one is not.
    function testFuzz_OnlyADayIsScored(uint256 age, bool isFlat) public pure {
        VolatilityState memory s;
        s.lastPoke = 1_800_000_000;
        uint256 entry = ForecastScore.pending(s, 1e15, 1e15, [int256(0), 0, 0]);
        if (!isFlat) s.cumulative = 1e15;
        age = bound(age, 21 hours, 27 hours);
        ForecastScore.settle(s, entry, s.lastPoke + age);
        assertEq(s.scored, age >= 23 hours && age <= 25 hours && !isFlat ? 1 : 0);
        ForecastScore.settle(s, 0, s.lastPoke + 1 days);
        assertLe(s.scored, 1, "an empty entry");
    }

    /// @notice A slope steps by 2e-4 · (min(RV/F, 4) − 0.9) · x and stays within 0.3 of where it started.
    function testFuzz_SlopesFollowTheError(int256 x, uint256 ratio, int256 slope) public pure {
        VolatilityState memory s;
        x = bound(x, -4e18, 4e18) / 2e14 * 2e14;
        ratio = bound(ratio, 0.01e18, 20e18);
        slope = bound(slope, 0.2e9, 0.8e9);
        s.slopes = [ForecastScore.PRIOR_0, ForecastScore.PRIOR_1, slope];
        s.lastPoke = 1_800_000_000;
        uint256 entry = ForecastScore.pending(s, 1e15, 1e15, [int256(0), 0, x]);
        s = _settled(s, entry, 1e15 * ratio / 1e18);
        int256 error = (ratio < 4e18 ? int256(ratio) : int256(4e18)) - 0.9e18;
        int256 expected = slope + error * x / WAD * 200_000 / WAD;
        if (expected > 0.8e9) expected = 0.8e9;
        if (expected < 0.2e9) expected = 0.2e9;
        assertApproxEqAbs(s.slopes[2], expected, 5);
        assertEq(s.slopes[0], ForecastScore.PRIOR_0, "no feature, no step");
    }

    function _settled(VolatilityState memory s, uint256 entry, uint256 realised)
        private
        pure
        returns (VolatilityState memory r)
    {
        r = abi.decode(abi.encode(s), (VolatilityState));
        r.cumulative = s.cumulative + (realised * 24 >> 8);
        ForecastScore.settle(r, entry, s.lastPoke + 1 days);
    }

    function _profile(uint256 random) private pure returns (VolatilityState memory s) {
        for (uint256 i; i < 16; ++i) {
            random = uint256(keccak256(abi.encode(random)));
            s.hoursWord |= (2 ** 12 + random % (2 ** 16 - 2 ** 12)) << 16 * i;
            if (i < 15) s.daysWord |= (2 ** 12 + (random >> 128) % (2 ** 16 - 2 ** 12)) << 16 * i;
        }
    }

    function _multipliers(VolatilityState memory s) private pure returns (uint256[168] memory m) {
        for (uint256 h; h < 168; ++h) {
            m[h] = WeeklyProfile.multiplier(s, h);
        }
    }
}
