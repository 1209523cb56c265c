// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ForecastScore} from "../../src/risk/volatility/ForecastScore.sol";
import {Forecast, Staleness, VolatilityMath} from "../../src/risk/volatility/VolatilityMath.sol";
import {VolatilityState, VolatilityWords} from "../../src/risk/volatility/VolatilityState.sol";
import {Test} from "forge-std/Test.sol";

/// @notice The estimator as a function of (state, sample).
contract VolatilityMathTest is Test {
    uint256 internal constant T0 = 1_800_000_000;
    uint256 internal constant GRACE = 2 hours;
    uint256 internal constant PRICE = 3_000e18;

    uint256[7] internal words;

    /// @notice 121, 124: whatever price is sampled, what is used stays above the fixed forecast times 0.85² in variance,
    /// above the 6-hour average, and above what it was less an hour's fading.
    function testFuzz_NoPriceLowersBelowTheFloor(uint256 random, uint256 price, uint256 gap) public pure {
        VolatilityState memory s = _walked(random, 20);
        gap = bound(gap, 10, 30 days);
        uint256 widened = VolatilityMath.staleVariance(s.used, gap, _staleness());
        price = bound(price, s.price / 10, s.price * 10);
        VolatilityMath.poke(s, price, s.lastPoke + gap, 0, _staleness());
        Forecast memory f = VolatilityMath.forecast(s);
        assertGe(s.used, f.baseline * 7225 / 10_000, "0.85 of the fixed forecast");
        assertGe(s.used, s.raw[0], "6-hour average");
        assertGe(s.used, widened * VolatilityMath.decay(1 hours, 12) / 1e18, "one hour of a 12-hour descent");
    }

    /// @notice 124: moving the price further never lowers the fixed forecast or the 6-hour average.
    function testFuzz_MovingThePriceOnlyAdds(uint256 random, uint256 small, uint256 large, uint256 gap, bool down)
        public
        pure
    {
        VolatilityState memory a = _walked(random, 10);
        VolatilityState memory b = _walked(random, 10);
        gap = bound(gap, 10, 10 days);
        large = bound(large, 0, 0.9e18);
        small = bound(small, 0, large);
        (uint256 near, uint256 far) = down
            ? (a.price * (1e18 - small) / 1e18, a.price * (1e18 - large) / 1e18)
            : (a.price * (1e18 + small) / 1e18, a.price * (1e18 + large) / 1e18);
        VolatilityMath.poke(a, near, a.lastPoke + gap, 0, _staleness());
        VolatilityMath.poke(b, far, b.lastPoke + gap, 0, _staleness());
        for (uint256 i; i < 4; ++i) {
            assertLe(a.raw[i], b.raw[i], "realised variance");
        }
        assertLe(VolatilityMath.forecast(a).baseline, VolatilityMath.forecast(b).baseline, "fixed forecast");
        assertLe(a.used, b.used, "in use while the learned forecast does not count");
    }

    /// @notice 121: a level ends between what it was and the sample, and a sample is at most 10 σ or 10 %.
    function testFuzz_OneSampleIsBounded(uint256 random, uint256 price, uint256 gap) public pure {
        VolatilityState memory s = _walked(random, 10);
        gap = bound(gap, 10, 1 days);
        price = bound(price, s.price / 1e6, s.price * 1e6);
        uint256 rail = 0.01e18 * 1 hours * 2 ** 64 / (gap * 1e18);
        if (100 * s.used > rail) rail = 100 * s.used;
        uint256[4] memory before = _copy(s).raw;
        uint256 clips = s.clips;
        uint256 cumulative = s.cumulative;
        VolatilityMath.poke(s, price, s.lastPoke + gap, 0, _staleness());
        uint256 variance = ((s.cumulative - cumulative) << 8) * 1 hours / gap;
        assertLe(variance, rail, "the rail");
        if (variance < 0xffffffffffff0000) {
            assertEq(s.clips, variance + 1e6 > rail ? clips + 1 : 0, "clips in a row are counted");
        }
        uint256 slack = 2 ** 8 * 1 hours / gap + 1; // the sum keeps 8 bits less
        for (uint256 i; i < 4; ++i) {
            assertGe(s.raw[i] + 1, before[i] < variance ? before[i] : variance, "not below both");
            assertLe(s.raw[i], before[i] > variance + slack ? before[i] : variance + slack, "not above both");
        }
    }

    /// @notice 121: not poking is worth nothing. Hours of flat prices lower the estimate less when they are skipped.
    function testFuzz_SkippingNeverLowers(uint256 random, uint256 samples) public pure {
        VolatilityState memory patient = _walked(random, 10);
        VolatilityState memory prompt = _walked(random, 10);
        samples = bound(samples, 2, 40);
        for (uint256 i; i < samples; ++i) {
            VolatilityMath.poke(prompt, prompt.price, prompt.lastPoke + 1 hours, 0, _staleness());
        }
        VolatilityMath.poke(patient, patient.price, patient.lastPoke + samples * 1 hours, 0, _staleness());
        assertGe(patient.used, prompt.used, "in use");
        assertGe(VolatilityMath.forecast(patient).baseline + 3, VolatilityMath.forecast(prompt).baseline, "forecast");
    }

    /// @notice 121: a price that is back after any time calms each level by six hours at most: what happened is unknown.
    function testFuzz_OneSampleCalmsBySixHoursAtMost(uint256 random, uint256 gap) public pure {
        VolatilityState memory s = _walked(random, 10);
        uint256[4] memory before = _copy(s).raw;
        uint256[3] memory calm = _copy(s).calm;
        gap = bound(gap, 1, 60 days);
        VolatilityMath.poke(s, s.price, s.lastPoke + gap, 0, _staleness());
        uint256 counted = gap < 6 hours ? gap : 6 hours;
        uint256[4] memory horizons = [uint256(6), 24, 168, 720];
        for (uint256 i; i < 4; ++i) {
            uint256 weight = VolatilityMath.decay(counted, horizons[i]);
            assertEq(s.raw[i], before[i] * weight / 1e18);
            if (i > 0) assertEq(s.calm[i - 1], calm[i - 1] * weight / 1e18);
        }
    }

    /// @notice The same prices over twice the time are half the variance per hour.
    function testFuzz_ReturnsAreScaledByTime(uint256 move, uint256 gap) public pure {
        move = bound(move, 1e14, 0.05e18);
        gap = bound(gap, 3 hours, 5 hours);
        VolatilityState memory s = _seeded(1e18);
        VolatilityMath.poke(s, PRICE, T0, 0, _staleness());
        uint256 old = s.raw[0];
        VolatilityMath.poke(s, PRICE * (1e18 + move) / 1e18, T0 + gap, 0, _staleness());
        // ln(1 + x)² = x²·(1 − x + …)
        uint256 variance = move * move / 1e18 * (1e18 - move + move * move * 11 / 12e18) / 1e18 * 1 hours / gap;
        uint256 weight = VolatilityMath.decay(gap, 6);
        uint256 expected = (old * weight + (variance << 64) / 1e18 * (1e18 - weight)) / 1e18;
        assertApproxEqRel(s.raw[0], expected, 1e14);
    }

    /// @notice 121: older is never less, the old value holds within grace, and a day later it is the stress.
    function testFuzz_StaleWidens(uint256 used, uint256 age, uint256 later) public pure {
        used = bound(used, 1, type(uint64).max);
        (age, later) = (bound(age, 0, 10 days), bound(later, 0, 10 days));
        uint256 now_ = VolatilityMath.staleVariance(used, age, _staleness());
        assertLe(now_, VolatilityMath.staleVariance(used, age + later, _staleness()), "monotone");
        assertEq(VolatilityMath.staleVariance(used, GRACE, _staleness()), used, "within grace");
        uint256 stress = _staleness().stress;
        uint256 most = used > stress ? used : stress;
        assertEq(VolatilityMath.staleVariance(used, GRACE + 1 days, _staleness()), most, "a day later");
    }

    /// @notice Two conversions, rounded up, never return less than what came in.
    function testFuzz_UnitsRoundUp(uint256 volatility) public pure {
        volatility = bound(volatility, 0.001e18, VolatilityMath.MAX_VOLATILITY);
        uint256 back = VolatilityMath.annualVolatility(VolatilityMath.hourlyVariance(volatility));
        assertGe(back, volatility > 5e18 ? 5e18 : volatility, "up");
        assertApproxEqRel(back, volatility, 1e12);
        assertEq(VolatilityMath.annualVolatility(type(uint64).max), VolatilityMath.MAX_VOLATILITY, "bounded");
    }

    /// @notice The learned forecast is within [0.85, 1.5] of the fixed one in volatility, whatever was learned.
    function testFuzz_LearnedStaysInItsRails(uint256 random, uint64[4] memory levels, uint8 samples) public pure {
        VolatilityState memory s = _walked(random, samples % 16);
        (s.absolute[0], s.absolute[1], s.calm[0], s.calm[1]) =
        (levels[0] | 1, levels[1] | 1, levels[2] | 1, levels[3] | 1);
        Forecast memory f = VolatilityMath.forecast(s);
        assertGe(f.learned, f.baseline * 7225 / 10_000, "0.85");
        assertLe(f.learned, f.baseline * 9 / 4 + 1, "1.5");
        assertGt(f.baseline, 0);
    }

    /// @notice The learned forecast counts after 30 days, while its score is the lower one, and not otherwise.
    function testFuzz_LearnedCounts(uint256 random, uint16 scored, uint32 baseline, uint32 learned) public pure {
        VolatilityState memory s = _walked(random, 5);
        (s.scored, s.baselineScore, s.learnedScore) = (scored, baseline, learned);
        Forecast memory f = VolatilityMath.forecast(s);
        bool counts = scored >= 720 && learned < baseline;
        assertEq(ForecastScore.learnedCounts(s), counts);
        assertEq(VolatilityMath.counted(s, f), counts ? f.learned : f.baseline);
    }

    /// @notice Nothing is lost in the words.
    function testFuzz_WordsRoundTrip(uint256 random, uint8 samples) public {
        VolatilityState memory s = _walked(random, samples % 16);
        (s.shape[0], s.slopes[2], s.slopes[0]) = (-8e18, -int256(random % 2 ** 31), int256(random % 2 ** 31));
        (s.clips, s.scored, s.cumulative) = (random % 2 ** 16, random >> 16 & 0xffff, uint64(random >> 64));
        (s.baselineScore, s.learnedScore) = (random >> 8 & 0xffffffffff, random >> 50 & 0xffffffffff);
        VolatilityWords.store(words, s);
        assertEq(abi.encode(VolatilityWords.load(words)), abi.encode(s));
        assertEq(VolatilityWords.price(words[VolatilityWords.STATUS]), s.price);
        assertEq(VolatilityWords.lastPoke(words[VolatilityWords.STATUS]), s.lastPoke);
        assertEq(VolatilityWords.used(words[VolatilityWords.LEARNING]), s.used);
    }

    /* STATES */

    function _staleness() private pure returns (Staleness memory) {
        return Staleness(GRACE, VolatilityMath.hourlyVariance(2e18));
    }

    function _copy(VolatilityState memory s) private pure returns (VolatilityState memory) {
        return abi.decode(abi.encode(s), (VolatilityState));
    }

    function _seeded(uint256 volatility) private pure returns (VolatilityState memory s) {
        VolatilityMath.seed(s, volatility);
    }

    /// @dev A state after `samples` random steps of at most 2 %, an hour apart or so.
    function _walked(uint256 random, uint256 samples) private pure returns (VolatilityState memory s) {
        s = _seeded(0.1e18 + random % 2e18);
        uint256 time = T0;
        uint256 price = PRICE;
        uint256[24] memory ring;
        for (uint256 i; i <= samples; ++i) {
            uint256 index = time / 1 hours % 24;
            (ring[index],) = VolatilityMath.poke(s, price, time, ring[index], _staleness());
            random = uint256(keccak256(abi.encode(random)));
            price = price * (0.98e18 + random % 0.04e18) / 1e18;
            time += 1 hours + (random >> 200) % 60;
        }
    }
}
