// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DepthState, IDepthOracle} from "../../../src/interfaces/IDepthOracle.sol";
import {DepthWord} from "../../../src/risk/depth/DepthWord.sol";
import {DepthTest} from "./DepthTest.sol";

/// @notice The memory: spacing, least, slow depth and age.
contract ObserveTest is DepthTest {
    function setUp() public override {
        super.setUp();
        _setPool(weth, _ethPool(), ETH, 0);
    }

    function test_UnknownUntilFourObservations() public {
        for (uint256 i; i < 4; ++i) {
            assertEq(_depth(), 0);
            assertEq(depths.slowDepth(address(weth)), 0);
            _skip(SPACING);
            depths.observe(address(weth));
        }
        assertEq(_depth(), _sample());
        assertEq(depths.slowDepth(address(weth)), _sample());
    }

    function testFuzz_RevertWhen_TooEarly(uint16 wait, address caller) public {
        _observeAll(weth);
        wait = uint16(bound(wait, 0, SPACING - 1));
        _skip(wait);
        vm.expectRevert(abi.encodeWithSelector(IDepthOracle.ObservationTooEarly.selector, wait, SPACING));
        vm.prank(caller);
        depths.observe(address(weth));
    }

    function testFuzz_AnyoneObservesAndTheEventSaysAll(address caller) public {
        _observeAll(weth);
        _skip(SPACING);
        uint256 value = _sample();
        vm.expectEmit(address(depths));
        emit IDepthOracle.Observe(address(weth), caller, value, value, value);
        vm.prank(caller);
        assertEq(depths.observe(address(weth)), value);
        DepthState memory s = depths.state(address(weth));
        assertEq(s.samples[0], value);
        assertEq(s.count, 4);
        assertEq(s.observedAt, block.timestamp);
    }

    /// @notice Not looked at, the depth stays for eight spacings, then halves every day.
    function testFuzz_ShrinksWithAge(uint32 wait) public {
        _observeAll(weth);
        uint256 fresh = _depth();
        wait = uint32(bound(wait, 0, 60 days));
        _skip(wait);
        uint256 old = 8 * uint256(SPACING);
        if (wait <= old) {
            assertEq(_depth(), fresh, "good for a while");
        } else {
            uint256 halvings = (wait - old) / 1 days;
            assertLe(_depth(), fresh >> halvings, "halved every day");
            assertGe(_depth() + 1, fresh >> (halvings + 1));
        }
        assertEq(depths.slowDepth(address(weth)), fresh, "what is usual is not what is old");
    }

    /// @notice What age took has to be grown back.
    function test_AgeIsGrownBack() public {
        _observeAll(weth);
        uint256 fresh = _depth();
        _skip(8 * SPACING + 3 days);
        assertEq(_depth(), fresh / 8);
        depths.observe(address(weth));
        assertApproxEqAbs(_depth(), fresh / 8 + uint256(10_000) * 8 * SPACING / 1 days, 1, "a step, not the whole");
    }

    /* THE WORD, FOR ALL VALUES */

    /// @notice Depth is never above the least sample, nor above the slow depth; slow moves at most by its rates.
    function testFuzz_WordKeepsItsBounds(uint64[24] memory values, uint32[24] memory waits, uint16 spacing_)
        public
        pure
    {
        uint256 spacing = bound(spacing_, 1, 6 hours);
        uint256 time = 1_800_000_000;
        DepthWord word;
        uint256[4] memory last;
        for (uint256 i; i < 24; ++i) {
            uint256 value = bound(values[i], 0, 1e12);
            uint256 wait = bound(waits[i], spacing, 10 days);
            time += wait;
            uint256 before = word.slowAt(time, spacing);
            bool known = word.isKnown();
            word = word.pushed(value, time, spacing);
            (last[3], last[2], last[1], last[0]) = (last[2], last[1], last[0], value);

            assertEq(word.newest(), value);
            assertEq(word.observedAt(), time);
            if (i < 3) {
                assertEq(word.depthAt(time, spacing), 0);
                continue;
            }
            uint256 least = last[0];
            for (uint256 j = 1; j < 4; ++j) {
                if (last[j] < least) least = last[j];
            }
            assertEq(word.least(), least, "of the last four");
            uint256 depth = word.depthAt(time, spacing);
            assertEq(depth, least < word.slow() ? least : word.slow(), "121: the lesser of least and slow");
            if (!known) continue;
            uint256 step = wait < 8 * spacing ? wait : 8 * spacing;
            if (step > 1 days) step = 1 days;
            uint256 base = before > 10_000 ? before : 10_000;
            assertLe(word.slow(), (before > least ? before : before + base * step / 1 days), "121: slow up");
            assertTrue(least > before ? word.slow() <= least : word.slow() >= least, "121: never past its target");
            assertGe(word.slow() + before * wait / 1 days, before < least ? 0 : before, "121: slow down, in a day");
        }
    }

    function testFuzz_ReplacingLowersTheNewestAlone(uint64[4] memory values, uint64 lower) public pure {
        DepthWord word;
        for (uint256 i; i < 4; ++i) {
            word = word.pushed(bound(values[i], 0, 1e12), 1_800_000_000 + i, 1);
        }
        uint256 value = bound(lower, 0, word.newest());
        DepthWord next = word.replaced(value);
        assertEq(next.newest(), value);
        assertEq(next.slow(), word.slow());
        assertEq(next.observedAt(), word.observedAt());
        assertLe(next.least(), word.least());
    }
}
