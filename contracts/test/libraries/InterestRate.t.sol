// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {InterestRate} from "../../src/libraries/InterestRate.sol";

contract InterestRateTest is Test {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant Q96 = 2 ** 96;
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant SEAM = 1 << 20;

    /* LEVEL AND CURVE */

    function test_InitialRateIsFourPercentAYear() public pure {
        assertApproxEqRel(InterestRate.rateAtTarget(InterestRate.INITIAL_LOG_RATE), 0.04e18, 2e9);
    }

    function testFuzz_RateAtTargetStaysBetweenItsEnds(uint32 logRate) public pure {
        uint256 rate = InterestRate.rateAtTarget(logRate);
        assertGe(rate, 0.000999999999e18, "0.1 %");
        assertLe(rate, 2.981e18, "298.1 %");
    }

    function testFuzz_RateAtTargetIsTheExponential(uint32 logRate) public pure {
        uint256 expected = 0.001e18 * uint256(FixedPointMathLib.expWad(int256(uint256(logRate) * WAD >> 29))) / WAD;
        assertApproxEqRel(InterestRate.rateAtTarget(logRate), expected, 1e3);
    }

    function testFuzz_BorrowRateIsMonotoneInUtilization(uint32 logRate, uint256 u1, uint256 u2, uint16 premium)
        public
        pure
    {
        u1 = bound(u1, 0, WAD);
        u2 = bound(u2, u1, WAD);
        assertLe(
            InterestRate.borrowRate(logRate, u1, premium), InterestRate.borrowRate(logRate, u2, premium), "monotone"
        );
    }

    function testFuzz_BorrowRateIsMonotoneInLevel(uint32 a, uint32 b, uint256 u, uint16 premium) public pure {
        u = bound(u, 0, WAD);
        (a, b) = a < b ? (a, b) : (b, a);
        assertLe(InterestRate.borrowRate(a, u, premium), InterestRate.borrowRate(b, u, premium));
    }

    function testFuzz_CurveIsAQuarterOneAndFour(uint32 logRate) public pure {
        uint256 rate = InterestRate.rateAtTarget(logRate);
        assertApproxEqRel(InterestRate.borrowRate(logRate, 0, 0), rate / 4, 1e5, "idle");
        assertApproxEqRel(InterestRate.borrowRate(logRate, 0.9e18, 0), rate, 1e5, "target");
        assertApproxEqRel(InterestRate.borrowRate(logRate, WAD, 0), rate * 4, 1e5, "full");
    }

    function testFuzz_PremiumIsAddedWhole(uint32 logRate, uint256 u, uint16 premium) public pure {
        u = bound(u, 0, WAD);
        uint256 added = InterestRate.borrowRate(logRate, u, premium) - InterestRate.borrowRate(logRate, u, 0);
        assertApproxEqAbs(added, uint256(premium) * 0.001e18, 1e6 + uint256(premium) * 1e4);
    }

    function testFuzz_UtilizationIsAtMostOne(uint128 debt, uint112 cash) public pure {
        uint256 u = InterestRate.utilizationOf(debt, cash);
        assertLe(u, WAD);
        if (cash == 0 && debt != 0) assertEq(u, WAD);
        if (debt == 0) assertEq(u, 0);
    }

    /* ACCRUAL */

    /// @dev Every input that storage can hold, up to 136 years without an accrual.
    function testFuzz_AccrueNeverRevertsAndSaturates(
        uint32 logRate,
        uint128 debt,
        uint112 cash,
        uint32 elapsed,
        uint16 premium
    ) public pure {
        uint256 u = InterestRate.utilizationOf(debt, cash);
        (uint256 growth, uint256 newLogRate) = InterestRate.accrue(logRate, u, elapsed, premium);
        assertLe(growth, Q96 * 5 / 3, "e^1 - 1 in three terms is the most");
        assertLe(newLogRate, type(uint32).max, "32 bits");
    }

    function test_AHundredYearsAtTheTopSaturate() public pure {
        (uint256 growth, uint256 logRate) = InterestRate.accrue(type(uint32).max, WAD, 100 * YEAR, type(uint16).max);
        assertEq(growth, Q96 + Q96 / 2 + Q96 / 6);
        assertEq(logRate, type(uint32).max);
        (, logRate) = InterestRate.accrue(type(uint32).max, 0, 100 * YEAR, 0);
        assertEq(logRate, 0, "an idle reserve falls to the floor, not through it");
    }

    function testFuzz_NoTimeNoInterest(uint32 logRate, uint256 u, uint16 premium) public pure {
        (uint256 growth, uint256 newLogRate) = InterestRate.accrue(logRate, bound(u, 0, WAD), 0, premium);
        assertEq(growth, 0);
        assertEq(newLogRate, logRate);
    }

    function testFuzz_LevelFollowsUtilization(uint32 logRate, uint256 u, uint32 elapsed) public pure {
        u = bound(u, 0, WAD);
        (, uint256 newLogRate) = InterestRate.accrue(logRate, u, elapsed, 0);
        if (u > 0.9e18) assertGe(newLogRate, logRate);
        else if (u < 0.9e18) assertLe(newLogRate, logRate);
        else assertEq(newLogRate, logRate);
    }

    /// @dev Property 15: interest is at least simple interest at the lower of the two rates, until it saturates.
    function testFuzz_GrowthIsAtLeastSimpleInterest(uint32 logRate, uint256 u, uint32 elapsed, uint16 premium)
        public
        pure
    {
        u = bound(u, 0, WAD);
        (uint256 growth, uint256 newLogRate) = InterestRate.accrue(logRate, u, elapsed, premium);
        uint256 rate = FixedPointMathLib.min(
            InterestRate.borrowRate(logRate, u, premium), InterestRate.borrowRate(newLogRate, u, premium)
        );
        uint256 simple = FixedPointMathLib.min(FixedPointMathLib.fullMulDiv(rate * elapsed, Q96, YEAR * WAD), Q96);
        assertGe(growth * (1e9 + 1), simple * 1e9 / 1e9 * 1e9, "rates are rounded to 1e-9");
    }

    function testFuzz_GrowthIsMonotoneInTimeAboveTarget(uint32 logRate, uint256 u, uint32 t1, uint32 t2) public pure {
        u = bound(u, 0.9e18, WAD);
        (t1, t2) = t1 < t2 ? (t1, t2) : (t2, t1);
        (uint256 early,) = InterestRate.accrue(logRate, u, t1, 0);
        (uint256 late,) = InterestRate.accrue(logRate, u, t2, 0);
        assertLe(early, late);
    }

    /// @dev Property 15: at constant utilisation many small steps are one large step, within 1e-9.
    function testFuzz_AccrualComposes(uint256 logRate, uint256 u, uint256 elapsed, uint256 steps, uint16 premium)
        public
        pure
    {
        u = bound(u, 0, WAD);
        premium = uint16(bound(premium, 0, 1000));
        // ln stays inside its 32 bits for ten days of drift on either side
        logRate = bound(logRate, 800_000_000, 3_400_000_000);
        steps = bound(steps, 2, 30);
        uint256 top = FixedPointMathLib.min(logRate + 740_000_000, type(uint32).max);
        uint256 rate = InterestRate.borrowRate(top, u, premium);
        elapsed = bound(elapsed, steps, steps + FixedPointMathLib.min(10 days, 0.005e18 * YEAR / rate));

        (uint256 once,) = InterestRate.accrue(logRate, u, elapsed, premium);
        uint256 index = 1 << 150;
        uint256 level = logRate;
        uint256 done;
        for (uint256 i = 1; i <= steps; ++i) {
            uint256 part = elapsed * i / steps - done;
            uint256 growth;
            (growth, level) = InterestRate.accrue(level, u, part, premium);
            index += (index * growth) >> 96;
            done += part;
        }
        uint256 whole = (1 << 150) + ((uint256(1) << 150) * once >> 96);
        assertApproxEqRel(index, whole, 1e9, "1e-9");
    }

    /// @dev The series below 2^20 and the quotient above it are the same mean: both against the exact formula.
    function testFuzz_MeanIsExactOnBothSidesOfTheSeam(uint256 logRate, uint256 elapsed) public pure {
        // at 100 % utilisation the level moves 851.1 units a second: 1231 s is just below the seam, 1232 s above
        elapsed = bound(elapsed, 1_100, 1_400);
        logRate = bound(logRate, 1, type(uint32).max - 2_000_000);
        (uint256 growth, uint256 newLogRate) = InterestRate.accrue(logRate, WAD, elapsed, 0);
        uint256 d = newLogRate - logRate;
        assertEq(d >= SEAM, elapsed >= 1_232, "the range straddles the seam");

        uint256 change = d * WAD >> 29;
        uint256 mean = (uint256(FixedPointMathLib.expWad(int256(change))) - WAD) * WAD / change;
        uint256 start = InterestRate.rateAtTarget(logRate);
        uint256 x = FixedPointMathLib.fullMulDiv(start * 4 * elapsed, mean * Q96 / WAD, YEAR * WAD);
        uint256 expected = x + (x * x >> 97) + (x * x >> 96) * x / (6 * Q96);
        assertApproxEqRel(growth, expected, 2e9, "2^-29");
    }

    function test_TheSeamDoesNotStep() public pure {
        (uint256 below, uint256 belowLevel) = InterestRate.accrue(InterestRate.INITIAL_LOG_RATE, WAD, 1_231, 0);
        (uint256 above, uint256 aboveLevel) = InterestRate.accrue(InterestRate.INITIAL_LOG_RATE, WAD, 1_232, 0);
        assertLt(belowLevel - InterestRate.INITIAL_LOG_RATE, SEAM);
        assertGe(aboveLevel - InterestRate.INITIAL_LOG_RATE, SEAM);
        // one second more of 1231: the average rate changes by half of what the level moves, 8e-7
        assertApproxEqRel(above * 1_231, below * 1_232, 1e12);
        assertGt(above, below);
    }
}
