// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, IMarginEngineEvents, ReserveParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

contract DepositTest is CoreTest {
    function testFuzz_MovesTokensIntoTheAccount(uint256 amount, uint256 again) public {
        amount = _boundAmount(ETH, 1, amount);
        again = _boundAmount(ETH, 1, again);
        uint256 before = weth.balanceOf(address(engine));
        _deposit(account, ETH, 1, amount);
        _deposit(account, ETH, 1, again);
        (uint16 market, uint256[16] memory collateral, uint256[16] memory debt) = engine.position(account);
        assertEq(market, ETH);
        assertEq(collateral[1], amount + again);
        assertEq(debt[0], 0);
        assertEq(weth.balanceOf(address(engine)), before + amount + again);
        assertEq(weth.balanceOf(alice), 0);
    }

    function testFuzz_EmitsTheResult(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        _fund(alice, weth, address(engine), amount);
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.MoveCollateral(account, alice, uint256(ETH) << 8 | 1 << 4, int256(amount), 2 * amount);
        vm.prank(alice);
        engine.deposit(account, ETH, 1, amount);
    }

    function testFuzz_NeedsNoPrice(uint256 amount) public {
        _openEth(account, 0, MIN_SHARE);
        _setPrice(ETH, 1, 0);
        _setPrice(ETH, 0, 0);
        amount = bound(amount, 1, 1e24);
        (uint256 before,) = _positionOf(account, 1, 0);
        _deposit(account, ETH, 1, amount);
        (uint256 collateral,) = _positionOf(account, 1, 0);
        assertEq(collateral, before + amount);
    }

    function testFuzz_WorksWhilePausedAndUnhealthy(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        _pause(ETH);
        uint256 before = _healthFactor(account);
        _deposit(account, ETH, 1, 1e18);
        assertGt(_healthFactor(account), before, "a deposit raises health");
    }

    /// @dev Property 32/33: health never falls by a deposit, but for the roundings of the margin: one wei each of weight,
    /// friction and root, and one unit of κ, which is worth 1e-18 of the leg.
    function testFuzz_NeverLowersHealth(uint256 amount, uint256 share, uint256 more) public {
        _openEth(account, amount, share);
        Health memory before = engine.health(account);
        _deposit(account, ETH, 1, bound(more, 1, 1e24));
        Health memory h = engine.health(account);
        uint256 rounding = 3 + h.collateral / 1e18 + 1;
        assertGe(h.collateral + before.margin + rounding, before.collateral + h.margin);
        assertEq(h.debt, before.debt);
    }

    function testFuzz_ByAnOperatorPullsFromTheOperator(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        vm.prank(alice);
        engine.setOperator(bob, true);
        _fund(bob, weth, address(engine), amount);
        vm.prank(bob);
        engine.deposit(account, ETH, 1, amount);
        (uint256 collateral,) = _positionOf(account, 1, 0);
        assertEq(collateral, amount);
        assertEq(weth.balanceOf(bob), 0);
    }

    /* REVERTS */

    /// @dev Dust of an asset without a price would shield debt from every liquidation: no new leg of it.
    function testFuzz_RevertWhen_NewLegOfADebtorHasNoPrice(uint256 amount, bool direction) public {
        amount = bound(amount, 1, 1e12);
        _deposit(account, CROSS, 1, 10e18);
        if (!direction) _borrow(account, CROSS, 0, 1e9);
        _setPrice(CROSS, 2, 0);
        _fund(alice, wbtc, address(engine), amount);
        vm.prank(alice);
        if (!direction) vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, CROSS, 2));
        engine.deposit(account, CROSS, 2, amount);
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger, uint256 amount) public {
        vm.assume(stranger != alice);
        amount = _boundAmount(ETH, 1, amount);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.deposit(account, ETH, 1, amount);
    }

    function test_RevertWhen_AmountIsZero() public {
        vm.prank(alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.deposit(account, ETH, 1, 0);
    }

    function testFuzz_RevertWhen_AmountIsAbove112Bits(uint256 amount) public {
        amount = bound(amount, 2 ** 112, type(uint256).max);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AmountTooLarge.selector, amount, type(uint112).max));
        engine.deposit(account, ETH, 1, amount);
    }

    function testFuzz_RevertWhen_AccountWouldHoldMoreThan96Bits(uint256 first, uint256 second) public {
        first = bound(first, 1, type(uint96).max);
        second = bound(second, uint256(type(uint96).max) - first + 1, type(uint112).max - first);
        _deposit(account, ETH, 1, first);
        _fund(alice, weth, address(engine), second);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AmountTooLarge.selector, first + second, type(uint96).max));
        engine.deposit(account, ETH, 1, second);
    }

    function testFuzz_RevertWhen_AssetIsNotListed(uint8 asset, uint16 market) public {
        vm.assume(market > CROSS || asset > (market == CROSS ? 2 : 1) || market == 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, market, asset));
        engine.deposit(account, market, asset, 1);
    }

    function testFuzz_RevertWhen_AccountIsInAnotherMarket(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AccountInOtherMarket.selector, ETH, CROSS));
        engine.deposit(account, CROSS, 1, amount);
    }

    function testFuzz_RevertWhen_CollateralIsDisabled(uint256 amount) public {
        ReserveParameters memory p = _reserve(ETH, 1).parameters;
        p.collateralEnabled = false;
        _setReserve(ETH, 1, p);
        amount = _boundAmount(ETH, 1, amount);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.CollateralDisabled.selector, ETH, 1));
        engine.deposit(account, ETH, 1, amount);
    }

    /// @dev An account never holds what it owes.
    function testFuzz_RevertWhen_AssetIsOwed(uint256 amount, uint256 share, uint256 more) public {
        _openEth(account, amount, share);
        more = bound(more, 1, 1e12);
        _fund(alice, usdc, address(engine), more);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, ETH, 0));
        engine.deposit(account, ETH, 0, more);
    }

    /// @dev The error names the asset that is on both sides, whatever the other leg of the call says.
    function testFuzz_RevertWhen_TheOtherAssetIsOwed(uint256 debt) public {
        _deposit(account, ETH, 0, 1e13);
        _borrow(account, ETH, 1, bound(debt, 1e18, 5e20));
        _fund(alice, weth, address(engine), 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, ETH, 1));
        engine.deposit(account, ETH, 1, 1);
    }
}
