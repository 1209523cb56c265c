// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

contract RepayTest is CoreTest {
    function testFuzz_LowersDebtByAtMostWhatIsPaid(uint256 amount, uint256 share, uint256 time, uint256 part) public {
        _openEth(account, amount, bound(share, 1_000, MAX_SHARE));
        _skip(bound(time, 0, 365 days));
        (, uint256 owed) = _positionOf(account, 1, 0);
        uint256 cash = _reserve(ETH, 0).cash;
        part = bound(part, 2, owed - _reserve(ETH, 0).parameters.minDebt - 2);
        _fund(alice, usdc, address(engine), part);
        uint256 held = usdc.balanceOf(alice);
        vm.prank(alice);
        uint256 repaid = engine.repay(account, 0, part);
        (, uint256 left) = _positionOf(account, 1, 0);
        assertEq(repaid, part);
        assertEq(usdc.balanceOf(alice), held - part);
        assertGe(left, owed - part, "never more than was paid");
        assertLe(left, owed - part + _reserve(ETH, 0).index / 2 ** 60 + 1);
        assertEq(_reserve(ETH, 0).cash, cash + part);
    }

    /// @dev Property 147/148: more than is owed pulls exactly what is owed.
    function testFuzz_PullsNoMoreThanIsOwed(uint256 amount, uint256 share, uint256 time, uint256 over) public {
        _openEth(account, amount, share);
        _skip(bound(time, 0, 365 days));
        (, uint256 owed) = _positionOf(account, 1, 0);
        over = bound(over, owed, type(uint256).max);
        _fund(alice, usdc, address(engine), owed);
        uint256 held = usdc.balanceOf(alice);
        vm.prank(alice);
        assertEq(engine.repay(account, 0, over), owed);
        (, uint256 left) = _positionOf(account, 1, 0);
        assertEq(left, 0);
        assertEq(usdc.balanceOf(alice), held - owed);
    }

    function testFuzz_LastBorrowerLeavesNoDebtBehind(uint256 amount, uint256 share, uint256 time) public {
        _openEth(account, amount, share);
        _openEth(other, amount / 3, share);
        _skip(bound(time, 0, 365 days));
        _repayAll(account, 0);
        _repayAll(other, 0);
        assertEq(_reserve(ETH, 0).debt, 0, "scaled debts sum to the total exactly");
    }

    function testFuzz_NeverLowersHealth(uint256 amount, uint256 fall, uint256 part) public {
        (, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        uint256 before = _healthFactor(account);
        part = bound(part, 2, debt - _reserve(ETH, 0).parameters.minDebt - 2);
        _fund(alice, usdc, address(engine), part);
        vm.prank(alice);
        engine.repay(account, 0, part);
        assertGe(_healthFactor(account), before);
    }

    function testFuzz_NeedsNeitherPriceNorMarket(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        _setPrice(ETH, 0, 0);
        _setPrice(ETH, 1, 0);
        _pause(ETH);
        _repayAll(account, 0);
        (, uint256 left) = _positionOf(account, 1, 0);
        assertEq(left, 0);
    }

    /// @dev Whatever the amounts, all that is paid stays with the suppliers and the protocol.
    function testFuzz_SuppliersNeverLose(uint256 amount, uint256 share, uint256 time, uint256 part) public {
        _openEth(account, amount, bound(share, 1_000, MAX_SHARE));
        _skip(bound(time, 0, 365 days));
        engine.accrue(ETH, 0);
        ReserveState memory before = _reserve(ETH, 0);
        (, uint256 owed) = _positionOf(account, 1, 0);
        part = bound(part, 2, owed - before.parameters.minDebt - 2);
        _fund(alice, usdc, address(engine), part);
        vm.prank(alice);
        engine.repay(account, 0, part);
        ReserveState memory current = _reserve(ETH, 0);
        assertGe(current.totalAssets, before.totalAssets);
        assertLe(current.totalAssets, before.totalAssets + current.index / 2 ** 60 + 1);
    }

    /* REVERTS */

    function testFuzz_RevertWhen_RestIsBelowTheMinimum(uint256 amount, uint256 share, uint256 left) public {
        (, uint256 debt) = _openEth(account, amount, share);
        uint256 least = _reserve(ETH, 0).parameters.minDebt;
        left = bound(left, 1, least - 1);
        vm.prank(alice);
        usdc.approve(address(engine), type(uint256).max);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.DebtBelowMinimum.selector, left, least));
        engine.repay(account, 0, debt - left);
    }

    function testFuzz_RevertWhen_NothingIsOwed(uint256 amount, uint256 part) public {
        _deposit(account, ETH, 1, _boundAmount(ETH, 1, amount));
        vm.prank(alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.repay(account, 0, bound(part, 0, type(uint256).max));
    }

    /// @dev A payment too small to burn a unit of scaled debt is refused, not kept.
    function test_RevertWhen_ThePaymentRoundsToNothing() public {
        _openEth(account, 1e30, MAX_SHARE);
        _skip(900 days);
        engine.accrue(ETH, 0);
        assertGt(_reserve(ETH, 0).index, 2 ** 60);
        vm.prank(alice);
        usdc.approve(address(engine), type(uint256).max);
        vm.prank(alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.repay(account, 0, 1);
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger) public {
        vm.assume(stranger != alice);
        _openEth(account, 0, MIN_SHARE);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.repay(account, 0, type(uint256).max);
    }

    function testFuzz_RevertWhen_AccountIsEmpty(uint8 asset) public {
        asset = uint8(bound(asset, 0, 15));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, 0, asset));
        engine.repay(account, asset, 1);
    }
}
