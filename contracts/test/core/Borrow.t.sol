// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, ReserveParameters, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {CoreTest} from "./CoreTest.sol";

contract BorrowTest is CoreTest {
    function testFuzz_SendsCashAndRecordsDebt(uint256 amount, uint256 share) public {
        ReserveState memory before = _reserve(ETH, 0);
        (, uint256 debt) = _openEth(account, amount, share);
        ReserveState memory current = _reserve(ETH, 0);
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(usdc.balanceOf(alice), debt);
        assertEq(owed, debt, "index is one: exact");
        assertEq(current.cash, before.cash - debt);
        assertEq(current.debt, before.debt + debt);
        assertEq(current.totalAssets, before.totalAssets, "suppliers own as much as before");
    }

    /// @dev Rounding is against the borrower at any index: he owes at least what he got, within one unit.
    function testFuzz_DebtRoundsUp(uint256 amount, uint256 share, uint256 time, uint256 more) public {
        _openEth(other, 1e30, MAX_SHARE);
        _skip(bound(time, 1, 3_650 days));
        (, uint256 debt) = _openEth(account, amount, bound(share, MIN_SHARE, 4_000));
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertGe(owed, debt);
        assertLe(owed, debt + _reserve(ETH, 0).index / 2 ** 60 + 1);
        more = bound(more, 1, debt);
        _borrow(account, ETH, 0, more);
        (, uint256 later) = _positionOf(account, 1, 0);
        assertGe(later, owed + more);
    }

    /// @dev Property 35: a fresh position at the initial margin is not liquidatable in the same block.
    function testFuzz_FreshPositionIsHealthy(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        Health memory h = engine.initialHealth(account);
        assertGe(h.collateral, h.debt + h.margin);
        assertGt(_healthFactor(account), WAD);
        vm.prank(liquidator);
        vm.expectPartialRevert(Errors.NotLiquidatable.selector);
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    /// @dev Whatever is asked for: either the initial margin holds after, or the error says by how much it does not.
    function testFuzz_InitialMarginIsTheOnlyLimit(uint256 amount, uint256 share) public {
        uint256 collateral = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, collateral);
        share = bound(share, MIN_SHARE, 11_000);
        uint256 debt = _debtFor(ETH, 1, 0, collateral, share);
        vm.prank(alice);
        (bool ok, bytes memory reason) =
            address(engine).call(abi.encodeCall(engine.borrow, (account, ETH, 0, debt, alice)));
        if (!ok) {
            assertEq(bytes4(reason), Errors.InitialMarginNotMet.selector);
            assertGt(share, MAX_SHARE, "85 % is inside");
            return;
        }
        Health memory h = engine.initialHealth(account);
        assertGe(h.collateral, h.debt + h.margin);
    }

    function testFuzz_DebtCountsAtTheHigherSource(uint256 amount, uint256 high) public {
        uint256 collateral = _boundAmount(ETH, 0, amount);
        _deposit(account, ETH, 0, collateral);
        uint256 debt = _debtFor(ETH, 0, 1, collateral, 8_000);
        _setPrices(ETH, 1, WETH_PRICE, bound(high, WETH_PRICE * 115 / 100, WETH_PRICE * 2));
        vm.prank(alice);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.borrow(account, ETH, 1, debt, alice);
    }

    /* REVERTS */

    function testFuzz_RevertWhen_ThereIsNoCollateral(uint256 debt) public {
        debt = bound(debt, _reserve(ETH, 0).parameters.minDebt, _reserve(ETH, 0).cash);
        vm.prank(alice);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.borrow(account, ETH, 0, debt, alice);
    }

    function testFuzz_RevertWhen_CashIsShort(uint256 debt) public {
        _deposit(account, ETH, 1, 1e27);
        uint256 cash = _reserve(ETH, 0).cash;
        debt = bound(debt, cash + 1, type(uint112).max);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCash.selector, cash, debt));
        engine.borrow(account, ETH, 0, debt, alice);
    }

    function testFuzz_RevertWhen_BelowMinimumDebt(uint256 debt) public {
        uint256 least = _reserve(ETH, 0).parameters.minDebt;
        debt = bound(debt, 1, least - 1);
        _deposit(account, ETH, 1, 10e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.DebtBelowMinimum.selector, debt, least));
        engine.borrow(account, ETH, 0, debt, alice);
        _borrow(account, ETH, 0, least);
    }

    function testFuzz_RevertWhen_DebtCapIsExceeded(uint256 cap, uint256 over) public {
        ReserveParameters memory p = _reserve(ETH, 0).parameters;
        p.debtCap = uint128(bound(cap, 1e9, 1e13));
        _setReserve(ETH, 0, p);
        uint256 actual = _reserve(ETH, 0).parameters.debtCap;
        uint256 debt = actual + bound(over, 1, 1e13);
        _deposit(account, ETH, 1, 1e27);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.DebtCapExceeded.selector, debt, actual));
        engine.borrow(account, ETH, 0, debt, alice);
        _borrow(account, ETH, 0, actual);
    }

    function testFuzz_RevertWhen_BorrowIsDisabled(uint256 debt) public {
        ReserveParameters memory p = _reserve(ETH, 0).parameters;
        p.borrowEnabled = false;
        _setReserve(ETH, 0, p);
        _deposit(account, ETH, 1, 10e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.BorrowDisabled.selector, ETH, 0));
        engine.borrow(account, ETH, 0, bound(debt, 1, 1e12), alice);
    }

    function testFuzz_RevertWhen_AssetIsHeld(uint256 debt) public {
        _deposit(account, ETH, 0, 1e12);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, ETH, 0));
        engine.borrow(account, ETH, 0, bound(debt, 1e8, 1e11), alice);
    }

    function testFuzz_RevertWhen_Paused(uint256 debt) public {
        _deposit(account, ETH, 1, 10e18);
        _pause(ETH);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, ETH));
        engine.borrow(account, ETH, 0, bound(debt, 1e8, 1e9), alice);
    }

    function testFuzz_RevertWhen_PriceIsDown(uint8 asset) public {
        asset = uint8(bound(asset, 0, 1));
        _deposit(account, ETH, 1, 10e18);
        _setPrice(ETH, asset, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, asset));
        engine.borrow(account, ETH, 0, 1e8, alice);
    }

    function testFuzz_RevertWhen_AmountDoesNotFit(uint256 amount) public {
        vm.startPrank(alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.borrow(account, ETH, 0, 0, alice);
        amount = bound(amount, 2 ** 112, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(Errors.AmountTooLarge.selector, amount, type(uint112).max));
        engine.borrow(account, ETH, 0, amount, alice);
    }

    function testFuzz_RevertWhen_ReceiverIsNobodyOrTheEngine(bool nobody) public {
        _deposit(account, ETH, 1, 10e18);
        address to = nobody ? address(0) : address(engine);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, to));
        engine.borrow(account, ETH, 0, 1e8, to);
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger) public {
        vm.assume(stranger != alice);
        _deposit(account, ETH, 1, 10e18);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.borrow(account, ETH, 0, 1e8, stranger);
    }

    /// @dev Property 23: what is borrowed and repaid at once leaves nothing behind, neither debt nor a rate.
    function testFuzz_BorrowAndRepayInOneBlockLeavesNoTrace(uint256 amount, uint256 share) public {
        ReserveState memory before = _reserve(ETH, 0);
        _openEth(account, amount, share);
        _repayAll(account, 0);
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(keccak256(abi.encode(before)), keccak256(abi.encode(current)));
    }
}
