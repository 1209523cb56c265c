// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Quote} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {ripen, takeOf} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice 65: takes of a collateral sell at most what its market bears in five minutes.
contract ThrottleTest is LiquidationTest {
    function _setDepth(uint64 depth) internal {
        vm.prank(admin);
        engine.setRiskParameters(ETH, 1, RiskParameters(500, 300, depth, 0));
    }

    function _capacity(uint256 depth) internal pure returns (uint256) {
        return (depth * 2 < 10_000 ? 10_000 : depth * 2) * 1e18;
    }

    function testFuzz_CapacityIsTwiceTheDepthOrTheFloor(uint64 depth) public {
        depth = uint64(bound(depth, 0, 2_047));
        _setDepth(depth * 64);
        (uint256 room, uint256 capacity) = engine.throttleRoom(ETH, 1);
        assertEq(capacity, _capacity(engine.risk(ETH, 1).depth));
        assertEq(room, capacity, "full");
    }

    /// @dev The margin's depth takes an hour to fall by a fifteenth; the cap has fallen with what was measured.
    function testFuzz_CapacityFallsAtOnceWithTheMeasuredDepth(uint64 depth, uint64 measured) public {
        depth = uint64(bound(depth, 0, 2_047)) * 64;
        measured = uint64(bound(measured, 1, 300_000));
        _setDepth(depth);
        vm.prank(admin);
        engine.setOpeningLimits(ETH, 1, uint256(measured) * 20, false, false);
        (uint256 cap,,) = engine.openingLimits(ETH, 1);
        (uint256 room, uint256 capacity) = engine.throttleRoom(ETH, 1);
        uint256 present = engine.risk(ETH, 1).depth;
        if (cap / 20 < present) present = cap / 20;
        assertEq(capacity, _capacity(present), "65: of both the lesser");
        assertEq(room, capacity, "full");
        assertLe(present, measured, "65: never more than what is measured");
    }

    /// @dev Takes draw the seized value and are cut to the room; it refills linearly, exactly.
    function testFuzz_TakesAreCutAndItRefillsExactly(uint256 amount, uint256 time, uint256 later) public {
        _openUnhealthyEth(account, bound(amount, 100e18, 1_600e18), 8_800);
        _setDepth(10_000);
        ripen(engine, account);
        uint256 capacity = 20_000e18;
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        vm.startPrank(liquidator);
        (, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertEq(seized, q.seized);
        uint256 drawn = seized * _priceOf(ETH, 1) / 1e18;
        assertLe(drawn, capacity, "65");
        assertGe(drawn + _priceOf(ETH, 1) / 1e18 + 1, capacity, "65: all of it");
        (uint256 room,) = engine.throttleRoom(ETH, 1);
        assertEq(room, capacity - drawn);
        time = bound(time, 0, 400);
        vm.warp(block.timestamp + time);
        uint256 refilled = capacity * time / 300;
        uint256 lacking = refilled < drawn ? drawn - refilled : 0;
        (room,) = engine.throttleRoom(ETH, 1);
        assertEq(room, capacity - lacking, "refill, exact");
        if (room < 100e18) return;
        ripen(engine, account);
        (, seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        lacking += seized * _priceOf(ETH, 1) / 1e18;
        later = bound(later, 0, 400);
        vm.warp(block.timestamp + later);
        refilled = capacity * later / 300;
        lacking = refilled < lacking ? lacking - refilled : 0;
        (room,) = engine.throttleRoom(ETH, 1);
        assertEq(room, capacity - lacking, "refill, exact, from a partial bucket");
    }

    function testFuzz_RevertWhen_NothingIsLeft(uint256 amount) public {
        _openUnhealthyEth(account, bound(amount, 100e18, 1_600e18), 8_800);
        _setDepth(0);
        vm.startPrank(liquidator);
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        (uint256 room,) = engine.throttleRoom(ETH, 1);
        (bool ok, bytes memory reason) =
            address(engine).call(abi.encodeCall(engine.liquidate, (account, takeOf(1, 0, type(uint256).max, bob, ""))));
        assertFalse(ok);
        assertEq(bytes4(reason), Errors.Throttled.selector);
        (uint256 actual, uint256 needed) = abi.decode(_tail(reason), (uint256, uint256));
        assertEq(actual, room);
        assertGt(needed, room);
    }

    function _tail(bytes memory reason) private pure returns (bytes memory tail) {
        tail = new bytes(reason.length - 4);
        for (uint256 i; i < tail.length; ++i) {
            tail[i] = reason[i + 4];
        }
    }

    /// @dev 42, 45: a bucket that is nearly empty never strands a debt below the minimum, and any debt can be closed in
    /// the end, however small.
    function testFuzz_NoDustIsStranded(uint256 amount, uint256 drawn) public {
        amount = bound(amount, 0.01e18, 6e18);
        _deposit(account, ETH, 1, amount);
        uint256 debt = _debtFor(ETH, 1, 0, amount, 8_000);
        _borrow(account, ETH, 0, debt);
        _setDepth(0);
        _setPrice(ETH, 1, WETH_PRICE * 8_400 / 10_000);
        drawn = bound(drawn, 0, 10_000e18);
        vm.store(
            address(engine),
            bytes32(uint256(65_542) + (uint256(ETH) << 7 | 1 << 3 | 6)),
            bytes32(drawn << 40 | block.timestamp)
        );
        uint256 least = _reserve(ETH, 0).parameters.minDebt;
        vm.startPrank(liquidator);
        for (uint256 i; i < 4; ++i) {
            try engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, "")) {} catch {}
            (, uint256 owed) = _positionOf(account, 1, 0);
            assertTrue(owed == 0 || owed >= least, "45");
            vm.warp(block.timestamp + 300);
            if (owed == 0) return;
        }
        assertGe(_healthFactor(account), WAD, "42: closed as far as it must be");
    }

    /// @dev One bucket for all accounts of a call and of a collateral, none for others.
    function testFuzz_TheBucketIsShared(uint256 amount, uint256 second) public {
        _openUnhealthyEth(account, bound(amount, 100e18, 1_600e18), 8_800);
        _setPrice(ETH, 1, WETH_PRICE);
        _openEth(other, bound(second, 100e18, 1_600e18), MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * 8_800 / 10_000);
        _setDepth(20_000);
        bytes32[] memory ids = new bytes32[](2);
        (ids[0], ids[1]) = (account, other);
        vm.prank(liquidator);
        (, uint256 seized) = engine.liquidateMany(ids, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertLe(seized * _priceOf(ETH, 1) / 1e18, 40_000e18, "65: in sum");
        (uint256 room, uint256 capacity) = engine.throttleRoom(CROSS, 1);
        assertEq(room, capacity, "another market");
        (room, capacity) = engine.throttleRoom(ETH, 0);
        assertEq(room, capacity, "another collateral");
    }
}
