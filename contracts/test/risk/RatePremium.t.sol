// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {RatePremium} from "../../src/risk/RatePremium.sol";

contract RatePremiumTest is Test {
    uint256 internal constant UNIT = 0.001e18;

    function test_Examples() public pure {
        assertEq(RatePremium.premium(0, 1.3e18), 0, "nothing to pay for");
        assertEq(RatePremium.premium(0.6e18, 2e18), 12, "2 % of sigma");
        assertEq(RatePremium.premium(0.6e18, 1.15e18), 112, "and half of 20 %");
        assertEq(RatePremium.premium(100e18, 0), 300, "the most");
        assertEq(RatePremium.premium(type(uint256).max, type(uint256).max), 100);
    }

    function testFuzz_Bounded(uint256 volatility, uint256 coverage) public pure {
        assertLe(RatePremium.premium(volatility, coverage), 300);
    }

    function testFuzz_MonotoneInVolatility(uint256 a, uint256 b, uint256 coverage) public pure {
        (a, b) = a < b ? (a, b) : (b, a);
        assertLe(RatePremium.premium(a, coverage), RatePremium.premium(b, coverage));
    }

    function testFuzz_MonotoneInCoverage(uint256 volatility, uint256 a, uint256 b) public pure {
        (a, b) = (bound(a, 0, 2e18), bound(b, 0, 2e18));
        (a, b) = a < b ? (a, b) : (b, a);
        assertGe(RatePremium.premium(volatility, a), RatePremium.premium(volatility, b));
    }

    /// @dev Continuous: a step of x moves the parts by at most 2 % of x and two thirds of x, and a rounding.
    function testFuzz_Continuous(uint256 volatility, uint256 coverage, uint256 step) public pure {
        volatility = bound(volatility, 0, 6e18);
        coverage = bound(coverage, 0.9e18, 1.4e18);
        step = bound(step, 0, 0.1e18);
        uint256 up = RatePremium.volatilityPart(volatility + step) - RatePremium.volatilityPart(volatility);
        assertLe(up, step * 2 / 100 + 1, "volatility");
        uint256 down = RatePremium.coveragePart(coverage) - RatePremium.coveragePart(coverage + step);
        assertLe(down, step * 2 / 3 + 1, "coverage");
    }

    function testFuzz_RoundsUpByLessThanAUnit(uint256 volatility, uint256 coverage) public pure {
        volatility = bound(volatility, 0, 6e18);
        coverage = bound(coverage, 0.9e18, 1.4e18);
        uint256 exact = RatePremium.volatilityPart(volatility) + RatePremium.coveragePart(coverage);
        uint256 premium = RatePremium.premium(volatility, coverage);
        assertGe(premium * UNIT, exact);
        assertLt(premium * UNIT, exact + UNIT);
    }
}
