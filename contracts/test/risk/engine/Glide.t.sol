// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {MarginMath} from "../../../src/libraries/MarginMath.sol";
import {Glide} from "../../../src/risk/engine/Glide.sol";

/// @notice The rates as bounds on margins, for every sequence of steps.
contract GlideTest is Test {
    uint256 internal constant POINT = 0.01e18;

    /// @notice κ of any position rises by at most a third of a point in a step, and a point in any hour.
    function testFuzz_ImpactRisesByAPointAnHour(
        uint64 from,
        uint64[30] memory targets,
        uint16[30] memory waits,
        uint256 x
    ) public pure {
        uint256[31] memory kappa;
        uint256[31] memory time;
        uint256 depth = bound(from, 1_000e6, 1e18);
        x = bound(x, 1e18, 2e18) << (x % 46); // a position of any size, in dollars
        kappa[0] = MarginMath.impact(x, depth / 1e6);
        for (uint256 i; i < 30; ++i) {
            uint256 wait = bound(waits[i], 0, 3 hours);
            time[i + 1] = time[i] + wait;
            uint256 target = bound(targets[i] >> (targets[i] % 31), 1_000e6, 1e18);
            depth = Glide.depth(depth, target, wait, true);
            assertGe(depth, 1_000e6, "122: inside the rails that hold both ends");
            kappa[i + 1] = MarginMath.impact(x, depth / 1e6);
            // whole dollars: a thousandth of the smallest depth
            uint256 rounding = kappa[i + 1] / 1_000 + 1;
            assertLe(kappa[i + 1], kappa[i] + POINT / 3 + rounding, "123: a third of a point in a block");
            for (uint256 j = i; j > 0 && time[i + 1] - time[j] <= 1 hours; --j) {
                assertLe(kappa[i + 1], kappa[j] + POINT + rounding, "122: a point in an hour");
                assertLe(kappa[j], kappa[i + 1] + POINT + kappa[j] / 1_000 + 1, "122: nor does it loosen faster");
            }
        }
    }

    function testFuzz_DepthReachesItsTarget(uint64 from, uint64 target) public pure {
        uint256 depth = bound(from, 0, 1e18);
        uint256 goal = bound(target, depth / 20, _capped(depth * 20));
        for (uint256 i; i < 200; ++i) {
            depth = Glide.depth(depth, goal, 30 minutes, true);
        }
        if (goal >= 1_000e6 && from >= 1_000e6) assertEq(depth, goal);
    }

    function _capped(uint256 value) private pure returns (uint256) {
        return value > 1e18 ? 1e18 : value;
    }

    function testFuzz_NothingLoosensWhenItMayNot(uint64 from, uint64 target, uint32 elapsed, uint8 rho, uint8 units)
        public
        pure
    {
        assertLe(Glide.depth(from, target, elapsed, false), from, "122");
        assertLe(Glide.correlation(rho, target % 256, units, false), rho, "122");
    }

    /// @notice What half an hour of correlation lost costs: at most a third of a point of the leg it belongs to.
    function testFuzz_SpreadRisesByAThirdOfAPoint(uint256 c, uint256 d, uint16 v, uint16 other, uint8 rho, uint256 caps)
        public
        pure
    {
        uint256 cap = bound(caps, 50, 4_000);
        c = bound(c, 1e18, 1e27);
        d = bound(d, c / 100, c * 100);
        (uint256 long, uint256 short) = (c * bound(v, 50, cap) / 10_000, d * bound(other, 50, 4_000) / 10_000);
        uint256 from = bound(rho, 0, 153);
        uint256 to = Glide.correlation(from, 0, 30 minutes / Glide.correlationUnit(cap), true);
        uint256 rise = _spread(long, short, to) - _spread(long, short, from);
        assertLe(rise, c / 300 + 2, "123: a third of a point of the leg whose cap it is");
    }

    function _spread(uint256 long, uint256 short, uint256 rho) private pure returns (uint256) {
        return sqrt(long * long + short * short - 2 * rho * long * short / 256);
    }

    function sqrt(uint256 x) private pure returns (uint256 y) {
        y = x;
        uint256 z = (x >> 1) + 1;
        while (z < y) (y, z) = (z, (x / z + z) >> 1);
    }

    /// @notice The cap is never above what is wanted, and its ceiling grows by a fifth a day.
    function testFuzz_DebtCap(uint112 cap, uint112 ceiling, uint112 wanted, uint112 most, uint32 elapsed, bool may)
        public
        pure
    {
        uint256 goal = wanted < most ? wanted : most;
        uint256 start = ceiling < most ? ceiling : most;
        uint256 held = cap < start ? cap : start;
        (uint256 next, uint256 roof) = Glide.debtCap(held, ceiling, goal, most, elapsed, may);
        assertLe(next, goal, "down at once");
        assertLe(next, roof);
        assertLe(roof, most);
        uint256 base = start > most / 100 ? start : most / 100;
        uint256 time = elapsed < 1 days ? elapsed : 1 days;
        assertLe(roof, start + base * time / 5 days, "a fifth a day");
        assertGe(roof + start * time / 5 days + 1, start, "and falls by a fifth a day");
        if (!may) assertLe(next, held, "nothing grows in stress");
        (uint256 again, uint256 roofAgain) = Glide.debtCap(next, roof, goal, most, 0, may);
        assertEq(again, next, "twice in a block is once");
        assertEq(roofAgain, roof);
    }

    function testFuzz_AverageStaysBetween(uint64 from, uint64 to, uint32 elapsed) public pure {
        uint256 average = Glide.average(from, to, elapsed);
        assertGe(average, from < to ? from : to, "121: between the old and the new");
        assertLe(average, from < to ? to : from, "121: between the old and the new");
    }
}
