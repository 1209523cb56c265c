// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health} from "../../src/interfaces/IMarginEngine.sol";
import {Quote} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice Slices of opted-in accounts before they are unhealthy. The margin of WETH is 5 %: the zone ends at 1.025.
contract SoftZoneTest is LiquidationTest {
    uint256 internal constant BUFFER = 0.025e18;

    /// @dev Health between 1 and 1.025, with debt far above the minimum.
    function _openInZone(uint256 amount, uint256 health) internal returns (uint256) {
        _openEth(account, bound(amount, 10e18, 1_000e18), MAX_SHARE);
        uint256 target = bound(health, WAD + 1e15, WAD + BUFFER - 1e15);
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        // 8 % margin on WETH, 2 % on USDC, impact beside
        uint256 price = owed * 1e12 * (target + 0.02e18) / 0.92e18 * 1e18 / held;
        _setPrice(ETH, 1, price + price / 1e5);
        return _healthFactor(account);
    }

    function _optIn() internal {
        vm.prank(alice);
        engine.setSoftZone(account, true);
    }

    function _take(uint256 most) internal returns (uint256 paid, uint256 seized) {
        vm.prank(liquidator);
        return engine.liquidate(account, takeOf(1, 0, most, liquidator, ""));
    }

    /// @dev 41: without consent nothing happens to a healthy account, in the zone or not.
    function testFuzz_RevertWhen_TheOwnerDidNotAsk(uint256 amount, uint256 health, bool withdrawn) public {
        uint256 before = _openInZone(amount, health);
        vm.assume(before >= WAD);
        if (withdrawn) {
            _optIn();
            vm.prank(alice);
            engine.setSoftZone(account, false);
        }
        Health memory h = engine.health(account);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertEq(engine.quoteLiquidation(account, 1, 0).repaid, 0);
    }

    /// @dev A slice: at most a tenth, at most to the end of the zone, for at most 1 %, and it raises health.
    function testFuzz_ASliceIsSmallAndCheap(uint256 amount, uint256 health) public {
        uint256 before = _openInZone(amount, health);
        vm.assume(before >= WAD && before < WAD + BUFFER);
        _optIn();
        (, uint256 debt) = _positionOf(account, 1, 0);
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        assertEq(q.zone, 1);
        assertEq(q.bonus, 0.01e18 * (WAD + BUFFER - before) / BUFFER, "linear from 0 at the edge to 1 % at 1");
        (uint256 paid, uint256 seized) = _take(type(uint256).max);
        assertEq(paid, q.repaid + q.fee);
        assertEq(seized, q.seized);
        assertLe(q.repaid, debt / 10 + 1, "a tenth");
        assertGe(_healthFactor(account), before, "43: health is not lower");
        assertLe(_healthFactor(account), WAD + BUFFER + _ulp(account), "44: not beyond the zone");
        assertEq(engine.auction(account).lastSoftAt, block.timestamp);
    }

    function testFuzz_RevertWhen_TheLastSliceIsRecent(uint256 amount, uint256 time) public {
        vm.assume(_openInZone(amount, WAD + 2e15) >= WAD);
        _optIn();
        _take(type(uint256).max);
        vm.assume(_healthFactor(account) < WAD + BUFFER);
        uint256 last = block.timestamp;
        vm.warp(last + bound(time, 0, 299));
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.SliceTooSoon.selector, block.timestamp, last + 300));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    function testFuzz_TheNextSliceComesAfterFiveMinutes(uint256 amount, uint256 time) public {
        vm.assume(_openInZone(amount, WAD + 2e15) >= WAD);
        _optIn();
        _take(type(uint256).max);
        vm.warp(block.timestamp + bound(time, 300, 1 hours));
        uint256 health = _healthFactor(account);
        vm.assume(health >= WAD && health < WAD + BUFFER);
        (uint256 paid,) = _take(type(uint256).max);
        assertGt(paid, 0);
    }

    /// @dev A slice leaves debt above the minimum, whatever is asked.
    function testFuzz_ASliceLeavesNoDust(uint256 amount) public {
        _deposit(account, ETH, 1, 1e16);
        _borrow(account, ETH, 0, bound(amount, 17e6, 25e6));
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        _setPrice(ETH, 1, owed * 1e12 * 1.03e18 / 0.92e18 * 1e18 / held);
        uint256 health = _healthFactor(account);
        vm.assume(health >= WAD && health < WAD + BUFFER);
        _optIn();
        vm.prank(liquidator);
        try engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, "")) {} catch {}
        (, owed) = _positionOf(account, 1, 0);
        assertGe(owed, _reserve(ETH, 0).parameters.minDebt, "45");
    }

    function testFuzz_OwnerAndOperatorChoose(bool on, bool operator) public {
        vm.prank(alice);
        engine.setOperator(bob, true);
        vm.prank(operator ? bob : alice);
        engine.setSoftZone(account, on);
        vm.prank(operator ? bob : alice);
        engine.setNettable(account, on);
        assertEq(engine.auction(account).softZone, on);
        assertEq(engine.auction(account).nettable, on);
    }

    function testFuzz_RevertWhen_AStrangerChooses(address stranger, bool on) public {
        vm.assume(stranger != alice);
        vm.startPrank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.setSoftZone(account, on);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.setNettable(account, on);
    }
}
