// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, ReserveParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

contract WithdrawTest is CoreTest {
    function testFuzz_SendsCollateral(uint256 amount, uint256 part) public {
        amount = _boundAmount(ETH, 1, amount);
        part = bound(part, 1, amount - 1);
        _deposit(account, ETH, 1, amount);
        vm.prank(alice);
        engine.withdraw(account, 1, part, bob);
        (uint256 collateral,) = _positionOf(account, 1, 0);
        assertEq(collateral, amount - part);
        assertEq(weth.balanceOf(bob), part);
    }

    function testFuzz_MaxTakesAll(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, bob);
        assertEq(weth.balanceOf(bob), amount);
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0, "an empty account has left its market");
    }

    /// @dev Property 130: without debt, collateral leaves without oracle, governance or keeper.
    function testFuzz_WithoutDebtNothingCanHoldIt(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        _setPrice(ETH, 0, 0);
        _setPrice(ETH, 1, 0);
        _pause(ETH);
        ReserveParameters memory p = _reserve(ETH, 1).parameters;
        (p.collateralEnabled, p.borrowEnabled) = (false, false);
        _setReserve(ETH, 1, p);
        vm.prank(alice);
        engine.withdraw(account, 1, amount, alice);
        assertEq(weth.balanceOf(alice), amount);
    }

    /// @dev The bound is exact: what the initial reading allows leaves, one unit of value more does not.
    function testFuzz_WithDebtDownToTheInitialMargin(uint256 amount, uint256 share, uint256 part) public {
        share = bound(share, MIN_SHARE, 7_500);
        (uint256 collateral,) = _openEth(account, amount, share);
        part = bound(part, 1, collateral);
        uint256 state = vm.snapshotState();
        vm.prank(alice);
        (bool ok, bytes memory reason) =
            address(engine).call(abi.encodeCall(engine.withdraw, (account, 1, part, alice)));
        if (ok) {
            Health memory h = engine.initialHealth(account);
            assertGe(h.collateral, h.debt + h.margin);
            assertGe(_healthFactor(account), WAD, "initial margin implies health");
        } else {
            vm.revertToState(state);
            assertEq(bytes4(reason), Errors.InitialMarginNotMet.selector);
        }
    }

    function testFuzz_RevertWhen_InitialMarginIsNotMet(uint256 amount, uint256 more) public {
        (uint256 collateral,) = _openEth(account, amount, MAX_SHARE);
        // 85 % of debt needs about 1.13 times its value: 8 % less is too little
        uint256 part = bound(more, collateral * 8 / 100, collateral - 1);
        vm.prank(alice);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.withdraw(account, 1, part, alice);
    }

    function testFuzz_InitialMarginErrorCarriesBothSides(uint256 amount) public {
        (uint256 collateral, uint256 debt) = _openEth(account, amount, MAX_SHARE);
        uint256 part = collateral / 5;
        // the same position, built up to where the withdrawal would have left it: its reading is what the error says
        uint256 value = (collateral - part) * (WETH_PRICE) / 1e18;
        vm.prank(alice);
        try engine.withdraw(account, 1, part, alice) {
            fail();
        } catch (bytes memory reason) {
            (uint256 actual, uint256 bound_) = _arguments(reason);
            assertEq(actual, value);
            assertGt(bound_, actual);
            assertGe(bound_, debt * 1e12, "at least the debt");
        }
    }

    function _arguments(bytes memory reason) private pure returns (uint256 a, uint256 b) {
        assembly ("memory-safe") {
            a := mload(add(reason, 36))
            b := mload(add(reason, 68))
        }
    }

    function testFuzz_RevertWhen_PausedWithDebt(uint256 amount, uint256 part) public {
        (uint256 collateral,) = _openEth(account, amount, MIN_SHARE);
        _pause(ETH);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, ETH));
        engine.withdraw(account, 1, bound(part, 1, collateral / 2), alice);
    }

    function testFuzz_RevertWhen_PriceIsDownWithDebt(uint256 amount, uint8 asset) public {
        (uint256 collateral,) = _openEth(account, amount, MIN_SHARE);
        asset = uint8(bound(asset, 0, 1));
        _setPrice(ETH, asset, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, asset));
        engine.withdraw(account, 1, collateral / 10, alice);
    }

    /// @dev Opening values collateral at the lower source.
    function testFuzz_CollateralCountsAtTheLowerSource(uint256 amount, uint256 low) public {
        (uint256 collateral,) = _openEth(account, amount, 8_000);
        low = bound(low, WETH_PRICE * 80 / 100, WETH_PRICE * 88 / 100);
        _setPrices(ETH, 1, low, WETH_PRICE);
        assertGe(_healthFactor(account), WAD, "healthy at the higher source");
        vm.prank(alice);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.withdraw(account, 1, collateral / 1e6, alice);
    }

    function testFuzz_RevertWhen_MoreThanHeld(uint256 amount, uint256 part) public {
        amount = _boundAmount(ETH, 1, amount);
        part = bound(part, amount + 1, type(uint112).max);
        _deposit(account, ETH, 1, amount);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCollateral.selector, amount, part));
        engine.withdraw(account, 1, part, alice);
    }

    function testFuzz_RevertWhen_NothingIsHeld(uint256 amount) public {
        _deposit(account, ETH, 1, _boundAmount(ETH, 1, amount));
        vm.startPrank(alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.withdraw(account, 0, type(uint256).max, alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.withdraw(account, 1, 0, alice);
    }

    function testFuzz_RevertWhen_ReceiverIsNobodyOrTheEngine(uint256 amount, bool all, bool nobody) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        address to = nobody ? address(0) : address(engine);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, to));
        engine.withdraw(account, 1, all ? type(uint256).max : amount, to);
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger, uint256 amount) public {
        vm.assume(stranger != alice);
        _deposit(account, ETH, 1, _boundAmount(ETH, 1, amount));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.withdraw(account, 1, type(uint256).max, bob);
    }

    function testFuzz_RevertWhen_AccountIsEmpty(uint8 asset) public {
        asset = uint8(bound(asset, 0, 15));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, 0, asset));
        engine.withdraw(account, asset, type(uint256).max, alice);
    }
}
