// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, ReserveParameters, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {ripen, takeOf} from "../support/Takes.sol";
import {Step} from "./Actor.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

contract LiquidateTest is LiquidationTest {
    /// @dev Properties 43 and 44: health rises, and never past the target.
    function testFuzz_RaisesHealthToTheTargetAndNoFurther(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        uint256 before = _healthFactor(account);
        _liquidate(account, 1, 0, type(uint256).max);
        (, uint256 owed) = _positionOf(account, 1, 0);
        if (owed == 0) return; // what would stay under the minimum was closed whole
        uint256 target = uint256(_config(ETH).targetHealth) * 1e14;
        assertGt(_healthFactor(account), before);
        assertLe(_healthFactor(account), target + _ulp(account));
        // with the equity to pay for it the first order is close: impact is small here
        if (_priceOf(ETH, 1) > WETH_PRICE * 90 / 100) assertGt(_healthFactor(account), target - 0.01e18);
    }

    /// @dev Property 48: every unit is where it belongs.
    function testFuzz_MovesExactlyWhatItSays(uint256 amount, uint256 fall, uint256 most) public {
        (uint256 collateral, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        most = bound(most, debt / 20, debt / 2);
        ReserveState memory before = _reserve(ETH, 0);
        (uint256 wallet, uint256 taken) = (usdc.balanceOf(liquidator), weth.balanceOf(bob));
        (uint256 repaid, uint256 seized) = _liquidate(account, takeOf(1, 0, most, bob, ""));
        assertLe(repaid, most);
        uint256 paid = wallet - usdc.balanceOf(liquidator);
        assertEq(paid - repaid, _reserve(ETH, 0).fees - before.fees, "46: the fee is the reserve's");
        assertEq(weth.balanceOf(bob) - taken, seized);
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(held, collateral - seized);
        assertEq(owed, debt - repaid, "index is one");
        assertEq(_reserve(ETH, 0).cash, before.cash + paid);
        assertEq(_reserve(ETH, 0).totalAssets, before.totalAssets);
    }

    /// @dev Property 46: no more than the penalty is earned, and no more than the account's equity share.
    function testFuzz_ProfitIsBoundedByPenaltyAndEquity(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        Health memory h = engine.health(account);
        (uint256 repaid, uint256 seized) = _liquidate(account, 1, 0, type(uint256).max);
        uint256 gained = seized * _priceOf(ETH, 1) / 1e18;
        uint256 paid = repaid * 1e12;
        assertLe(gained * 10_000, paid * 10_300, "penalty of 3 %");
        assertLe(gained * h.debt, paid * h.collateral + h.debt, "equity share");
    }

    /// @dev Properties 24 and 47: in parts, never more in sum, and the parts stop at the target too.
    function testFuzz_SplittingNeverPaysTheLiquidator(uint256 amount, uint256 fall, uint256 part) public {
        _openUnhealthyEth(account, amount, fall);
        uint256 state = vm.snapshotState();
        (uint256 onceRepaid, uint256 onceSeized) = _liquidate(account, 1, 0, type(uint256).max);
        (, uint256 owed) = _positionOf(account, 1, 0);
        vm.assume(owed != 0);
        vm.revertToState(state);
        (uint256 repaid, uint256 seized) = _liquidate(account, 1, 0, bound(part, onceRepaid / 10, onceRepaid * 9 / 10));
        if (_healthFactor(account) < WAD) {
            (uint256 r, uint256 s) = _liquidate(account, 1, 0, type(uint256).max);
            (repaid, seized) = (repaid + r, seized + s);
        }
        uint256 target = uint256(_config(ETH).targetHealth) * 1e14;
        (, owed) = _positionOf(account, 1, 0);
        if (owed != 0) assertLe(_healthFactor(account), target + _ulp(account));
        // profit, valued at the oracle: seized − repaid
        int256 once = int256(onceSeized * _priceOf(ETH, 1) / 1e18) - int256(onceRepaid * 1e12);
        int256 split = int256(seized * _priceOf(ETH, 1) / 1e18) - int256(repaid * 1e12);
        assertLe(split, once + once / 100 + 1e15, "parts earn no more");
    }

    /// @dev Property 42: nothing but health and prices decides.
    function testFuzz_WorksPausedDisabledAndWithoutCash(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        _pause(ETH);
        for (uint8 asset; asset < 2; ++asset) {
            ReserveParameters memory p = _reserve(ETH, asset).parameters;
            (p.collateralEnabled, p.borrowEnabled, p.debtCap, p.supplyCap) = (false, false, 0, 0);
            _setReserve(ETH, asset, p);
        }
        vm.startPrank(lender);
        uint256 all = _reserve(ETH, 0).cash * 999_999 / 1e6 * 1e6;
        engine.redeem(_account(lender, 0), ETH, 0, all, lender);
        vm.stopPrank();
        (uint256 repaid,) = _liquidate(account, 1, 0, type(uint256).max);
        assertGt(repaid, 0);
    }

    function testFuzz_ShortsAreLiquidatedAlike(uint256 amount, uint256 rise) public {
        (uint256 collateral, uint256 debt) = _open(account, BTC, 0, 1, amount, 8_000);
        _setPrice(BTC, 1, WBTC_PRICE * bound(rise, 11_500, 12_400) / 10_000);
        uint256 before = _healthFactor(account);
        vm.assume(before < WAD);
        (uint256 repaid, uint256 seized) = _liquidate(account, 0, 1, type(uint256).max);
        assertLe(repaid, debt);
        assertLe(seized, collateral);
        (, uint256 owed) = _positionOf(account, 0, 1);
        if (owed != 0) {
            assertGt(_healthFactor(account), before);
            // a unit of WBTC is 6e14 wei of value
            assertLe(_healthFactor(account), 1.05e18 + 3e15 * WAD / engine.health(account).debt);
        }
    }

    /* CALLBACK */

    /// @dev Property 51: collateral first, state complete, then the call, then the pull.
    function testFuzz_PaysFromTheSeizedCollateral(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        // the actor has no USDC until its callback buys it with what was seized
        vm.startPrank(address(actor));
        usdc.transfer(bob, usdc.balanceOf(address(actor)));
        weth.transfer(bob, weth.balanceOf(address(actor)));
        vm.stopPrank();
        Step[] memory steps = new Step[](1);
        steps[0] = Step(address(usdc), abi.encodeCall(usdc.mint, (address(actor), 1e15)));
        vm.prank(address(actor));
        (uint256 repaid, uint256 seized) =
            engine.liquidate(account, takeOf(1, 0, type(uint256).max, address(actor), abi.encode(steps)));
        assertEq(actor.first(), repaid);
        assertEq(actor.second(), seized);
        assertEq(weth.balanceOf(address(actor)), seized);
        assertEq(usdc.balanceOf(address(actor)), 1e15 - repaid);
    }

    function testFuzz_RevertWhen_TheCallbackReenters(uint256 amount, uint256 which) public {
        _openUnhealthyEth(account, amount, 9_000);
        bytes[8] memory calls = [
            abi.encodeCall(engine.liquidate, (account, takeOf(1, 0, 1, address(actor), ""))),
            abi.encodeCall(engine.deposit, (_account(address(actor), 0), ETH, 1, 1)),
            abi.encodeCall(engine.repay, (account, 0, 1)),
            abi.encodeCall(engine.accrue, (ETH, 0)),
            abi.encodeCall(engine.flashLoan, (address(usdc), 1, address(actor), "")),
            abi.encodeCall(engine.execute, (account, address(actor), "")),
            abi.encodeCall(engine.health, (account)),
            abi.encodeCall(engine.reserve, (ETH, 0))
        ];
        vm.prank(address(actor));
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, address(actor), abi.encode(_steps(calls[which % 8]))));
    }

    function testFuzz_RevertWhen_TheDebtIsNotPaid(uint256 amount) public {
        _openUnhealthyEth(account, amount, 9_000);
        vm.startPrank(liquidator);
        usdc.approve(address(engine), 0);
        vm.expectRevert();
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    /* REVERTS */

    /// @dev Property 41: the error says exactly why.
    function testFuzz_RevertWhen_Healthy(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        Health memory h = engine.health(account);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    /// @dev Both sources must say so: collateral counts at the higher, debt at the lower.
    function testFuzz_RevertWhen_OnlyOneSourceSaysSo(uint256 amount, uint256 low) public {
        _openEth(account, amount, MAX_SHARE);
        low = bound(low, WETH_PRICE / 100, WETH_PRICE * 90 / 100);
        _setPrices(ETH, 1, low, WETH_PRICE);
        vm.prank(liquidator);
        vm.expectPartialRevert(Errors.NotLiquidatable.selector);
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        _setPrices(ETH, 1, low, WETH_PRICE * 91 / 100);
        _liquidate(account, 1, 0, type(uint256).max);
    }

    function testFuzz_RevertWhen_OwnAccount(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.OwnAccount.selector, account));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, alice, ""));
    }

    /// @dev Property 62: price and deadline of the take hold, to the unit and to the second.
    function testFuzz_RevertWhen_ThePriceIsAboveTheMaximum(uint256 amount, uint256 fall, uint256 under) public {
        _openUnhealthyEth(account, amount, fall);
        uint256 state = vm.snapshotState();
        Take memory take = takeOf(1, 0, type(uint256).max, liquidator, "");
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, take);
        vm.revertToState(state);
        uint256 price = (paid * WAD + seized - 1) / seized;
        take.maxPrice = bound(under, 0, price - 1);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceAboveMaximum.selector, price, take.maxPrice));
        engine.liquidate(account, take);
        take.maxPrice = price;
        vm.prank(liquidator);
        engine.liquidate(account, take);
    }

    function testFuzz_RevertWhen_TheDeadlineHasPassed(uint256 amount, uint256 fall, uint256 late) public {
        _openUnhealthyEth(account, amount, fall);
        Take memory take = takeOf(1, 0, type(uint256).max, liquidator, "");
        take.deadline = block.timestamp - bound(late, 1, block.timestamp);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.DeadlinePassed.selector, block.timestamp, take.deadline));
        engine.liquidate(account, take);
        take.deadline = block.timestamp;
        vm.prank(liquidator);
        engine.liquidate(account, take);
    }

    function testFuzz_RevertWhen_TheBudgetStrandsDust(uint256 amount, uint256 left) public {
        // small and close to insolvent: everything is to be repaid
        amount = bound(amount, 0.34e18, 2e18);
        _deposit(account, ETH, 1, amount);
        uint256 debt = _debtFor(ETH, 1, 0, amount, MAX_SHARE);
        _borrow(account, ETH, 0, debt);
        _setPrice(ETH, 1, WETH_PRICE * 8_520 / 10_000);
        uint256 least = _reserve(ETH, 0).parameters.minDebt;
        left = bound(left, 1, least - 1);
        ripen(engine, account);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.DebtBelowMinimum.selector, left, least));
        engine.liquidate(account, takeOf(1, 0, debt - left, liquidator, ""));
        (uint256 repaid,) = _liquidate(account, 1, 0, type(uint256).max);
        assertEq(repaid, debt, "whole");
    }

    function testFuzz_RevertWhen_ThePairIsNotThere(uint256 amount, uint8 pair) public {
        pair = uint8(bound(pair, 1, 3)); // 0 would be the one that is there
        (uint8 c, uint8 d) = (1 - (pair & 1), pair >> 1);
        _openUnhealthyEth(account, amount, 9_000);
        vm.prank(liquidator);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.liquidate(account, takeOf(c, d, type(uint256).max, liquidator, ""));
    }

    function testFuzz_RevertWhen_NothingIsOffered(uint256 amount) public {
        _openUnhealthyEth(account, amount, 9_000);
        vm.prank(liquidator);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.liquidate(account, takeOf(1, 0, 0, liquidator, ""));
    }

    function testFuzz_RevertWhen_APriceIsDown(uint256 amount, uint8 asset) public {
        asset = uint8(bound(asset, 0, 1));
        _openUnhealthyEth(account, amount, 9_000);
        _setPrice(ETH, asset, 0);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, asset));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    function testFuzz_RevertWhen_TheReceiverIsNobodyOrTheEngine(bool nobody) public {
        _openUnhealthyEth(account, 0, 9_000);
        address to = nobody ? address(0) : address(engine);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, to));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, to, ""));
    }

    function testFuzz_RevertWhen_TheAccountIsEmpty(bytes32 id, uint8 c, uint8 d) public {
        vm.assume(id != account);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, 0, c));
        engine.liquidate(id, takeOf(c, d, type(uint256).max, liquidator, ""));
    }
}
