// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CoreTest} from "../core/CoreTest.sol";
import {HealthGuard} from "./HealthGuard.sol";

contract HealthGuardTest is CoreTest {
    HealthGuard internal guard;

    function setUp() public override {
        super.setUp();
        guard = new HealthGuard(engine);
    }

    function _repay(uint256 amount) private {
        usdc.mint(alice, amount);
        vm.startPrank(alice);
        usdc.approve(address(guard), amount);
        engine.execute(account, address(guard), abi.encode(ETH, uint8(1), uint8(0), address(usdc), amount));
        vm.stopPrank();
    }

    function testFuzz_ReadsTheHealthThatTheEngineDecidesOn(uint256 amount, uint256 share) public {
        assertEq(guard.healthFactor(account), type(uint256).max);
        _openEth(account, amount, share);
        assertEq(guard.healthFactor(account), _factor(engine.health(account)));
    }

    function testFuzz_RepaysFromTheCallersWalletAndRaisesHealth(uint256 amount, uint256 part) public {
        (, uint256 debt) = _openEth(account, amount, MAX_SHARE);
        uint256 before = guard.healthFactor(account);
        uint256 paid = bound(part, debt / 100, debt / 4);
        _repay(paid);
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertApproxEqAbs(owed, debt - paid, 1, "rounded up, against the borrower");
        assertGe(owed, debt - paid, "rounded up, against the borrower");
        assertGt(guard.healthFactor(account), before);
        assertEq(usdc.balanceOf(address(guard)), 0);
    }

    function testFuzz_WhatIsNotOwedComesBack(uint256 amount, uint256 share, uint256 surplus) public {
        (, uint256 debt) = _openEth(account, amount, share);
        surplus = bound(surplus, 10, 1e12);
        // alice still has what she borrowed
        uint256 before = usdc.balanceOf(alice);
        _repay(debt + surplus);
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(owed, 0);
        assertApproxEqAbs(usdc.balanceOf(alice) - before, surplus, 1, "a unit at most stays: debt is rounded up");
    }

    function testFuzz_RevertWhen_AnybodyButTheEngineCalls(address caller) public {
        vm.assume(caller != address(engine));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(HealthGuard.OnlyEngine.selector, caller));
        guard.onExecute(account, alice, "");
    }
}
