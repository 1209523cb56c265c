// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {
    AssetConfig,
    BASIS,
    FLAG_BORROW,
    FLAG_COLLATERAL,
    FLAG_CORRELATED,
    RAMP_PER_SECOND
} from "../../../src/core/types/AssetConfig.sol";

contract AssetConfigTest is Test {
    uint256 internal constant HOUR = 1 hours;

    function setUp() public {
        vm.warp(1_800_000_000);
    }

    function _v(uint256 margin) internal pure returns (uint256) {
        return bound(margin, 50, 5_500);
    }

    function _fresh(uint256 margin) internal view returns (AssetConfig) {
        return AssetConfig.wrap(0).withRisk(true, margin, 300, 1e6);
    }

    /* PACKING */

    function testFuzz_FieldsDoNotTouchEachOther(
        address token,
        uint256 margin,
        uint256 penalty,
        uint64 depth,
        bool[3] memory flags
    ) public view {
        (margin, penalty) = (_v(margin), bound(penalty, 10, 1_000));
        AssetConfig c = AssetConfig.wrap(0).withToken(token).withRisk(true, margin, penalty, depth);
        c = c.withFlags(FLAG_CORRELATED, flags[0]).withFlags(FLAG_COLLATERAL, flags[1]);
        c = c.withFlags(FLAG_BORROW, flags[2]);
        for (uint256 again; again < 2; ++again) {
            assertEq(c.token(), token);
            assertEq(c.targetMargin(), margin * BASIS);
            assertEq(c.volatilityMargin(true), margin * BASIS);
            assertEq(c.volatilityMargin(false), margin * BASIS);
            assertEq(c.penalty(), penalty * BASIS);
            assertEq(c.isCorrelated(), flags[0]);
            assertEq(c.collateralEnabled(), flags[1]);
            assertEq(c.borrowEnabled(), flags[2]);
            c = c.withRisk(false, margin, penalty, depth).withToken(token); // the same again changes nothing
        }
    }

    /// @dev The unit of the map stays out of the way of the flags, and they of it.
    function testFuzz_DebtUnitIsKept(uint256 least, uint256 cap, bool[3] memory flags) public view {
        (least, cap) = (bound(least, 1, type(uint112).max), bound(cap, 0, type(uint112).max));
        AssetConfig c = AssetConfig.wrap(0).withToken(address(1)).withDebtUnit(least, cap);
        uint256 unit = c.debtUnit();
        assertLe(unit, 48);
        assertGe(c.maxDebtCap(), cap, "the cap can be counted");
        if (unit != 0 && cap >> (63 + unit) == 0) assertGe(least >> unit, 1024, "the least debt is a thousand units");
        c = c.withRisk(true, 500, 300, 1e6).withFlags(FLAG_CORRELATED, flags[0]).withFlags(FLAG_COLLATERAL, flags[1]);
        c = c.withFlags(FLAG_BORROW, flags[2]).withToken(address(2)).withRisk(false, 600, 300, 1e6);
        assertEq(c.debtUnit(), unit);
        assertEq(c.isCorrelated(), flags[0]);
        assertEq(c.collateralEnabled(), flags[1]);
        assertEq(c.borrowEnabled(), flags[2]);
    }

    /// @dev Depth: eleven bits of mantissa, rounded down, saturating at 2047·2^31.
    function testFuzz_DepthRoundsDownToElevenBits(uint64 depth) public view {
        uint256 kept = AssetConfig.wrap(0).withRisk(true, 500, 300, depth).depth();
        uint256 most = uint256(2047) << 31;
        if (depth >= most) {
            assertEq(kept, most);
        } else {
            assertLe(kept, depth);
            assertGt(kept + kept / 1024 + 1, depth, "within a 1024th");
            if (depth < 2048) assertEq(kept, depth);
        }
    }

    /* RAMP */

    /// @dev Tightening: at once for new risk, at most a point an hour for positions that exist.
    function testFuzz_TighteningIsInstantForTheInitialMarginAlone(uint256 from, uint256 to, uint256 time) public {
        from = bound(from, 50, 5_499);
        to = bound(to, from + 1, 5_500);
        AssetConfig c = _fresh(from).withRisk(false, to, 300, 1e6);
        time = bound(time, 0, 60 * HOUR);
        vm.warp(vm.getBlockTimestamp() + time);
        assertEq(c.volatilityMargin(true), to * BASIS, "initial");
        uint256 expected = from * BASIS + time * RAMP_PER_SECOND;
        assertEq(c.volatilityMargin(false), expected < to * BASIS ? expected : to * BASIS, "maintenance");
    }

    function testFuzz_LooseningGlidesForBoth(uint256 from, uint256 to, uint256 time) public {
        from = bound(from, 51, 5_500);
        to = bound(to, 50, from - 1);
        AssetConfig c = _fresh(from).withRisk(false, to, 300, 1e6);
        time = bound(time, 0, 60 * HOUR);
        vm.warp(vm.getBlockTimestamp() + time);
        uint256 fallen = time * RAMP_PER_SECOND;
        uint256 expected = from * BASIS > to * BASIS + fallen ? from * BASIS - fallen : to * BASIS;
        assertEq(c.volatilityMargin(false), expected);
        assertEq(c.volatilityMargin(true), expected);
    }

    function testFuzz_RampEndsAtItsTarget(uint256 from, uint256 to) public {
        (from, to) = (_v(from), _v(to));
        AssetConfig c = _fresh(from).withRisk(false, to, 300, 1e6);
        vm.warp(vm.getBlockTimestamp() + 55 * HOUR + 1);
        assertEq(c.volatilityMargin(false), to * BASIS);
        vm.warp(vm.getBlockTimestamp() + 10_000 days);
        assertEq(c.volatilityMargin(true), to * BASIS);
    }

    /// @dev A restart never steps: in the second of the change the maintenance margin is what it was a second before.
    function testFuzz_RestartNeverSteps(uint256 from, uint256 first, uint256 second, uint256 time) public {
        AssetConfig c = _fresh(_v(from)).withRisk(false, _v(first), 300, 1e6);
        vm.warp(vm.getBlockTimestamp() + bound(time, 0, 60 * HOUR));
        uint256 before = c.volatilityMargin(false);
        uint256 later = c.withRisk(false, _v(second), 300, 1e6).volatilityMargin(false);
        assertApproxEqAbs(later, before, RAMP_PER_SECOND, "a second of the ramp");
    }

    /// @dev Repeating the call does not outrun the ramp, whatever the rhythm (it did: a rounded restart each second).
    function testFuzz_RepeatedCallsDoNotOutrunTheRamp(uint256 from, uint256 rhythm, uint256 calls, bool tightens)
        public
    {
        from = bound(from, 1_000, 3_000);
        rhythm = bound(rhythm, 1, 120);
        calls = bound(calls, 1, 40);
        uint256 target = tightens ? 5_500 : 50;
        AssetConfig c = _fresh(from).withRisk(false, target, 300, 1e6);
        for (uint256 i; i < calls; ++i) {
            vm.warp(vm.getBlockTimestamp() + rhythm);
            // the same target, or one that flips for a moment
            c = c.withRisk(false, target, 300, 1e6);
        }
        uint256 moved = calls * rhythm * RAMP_PER_SECOND;
        uint256 current = c.volatilityMargin(false);
        if (tightens) assertLe(current, from * BASIS + moved, "faster than a point an hour");
        else assertGe(current, from * BASIS - moved, "faster than a point an hour");
        // nor does it stall: at most a second of the ramp is lost at each restart
        uint256 distance = tightens ? current - from * BASIS : from * BASIS - current;
        assertGe(distance + calls * RAMP_PER_SECOND, moved);
    }

    function test_ASpeedOfOnePointAnHour() public pure {
        assertApproxEqRel(RAMP_PER_SECOND * HOUR, 0.01e18, 1e6);
        assertLe(RAMP_PER_SECOND * HOUR, 0.01e18);
    }
}
