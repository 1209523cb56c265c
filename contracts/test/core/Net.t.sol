// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {Health, IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {NettingQuote, NettingResult} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {NettingTest} from "./NettingTest.sol";

/// @notice Property 70: netting with a counterparty that asked for it. What is forced is in NetForced.t.sol.
contract NetTest is NettingTest {
    /* CONSERVATION */

    function testFuzz_70_ConservesEveryUnit(
        uint256 amount,
        uint256 fall,
        uint256 shortAmount,
        uint256 share,
        uint256 age
    ) public {
        _openBoth(amount, fall, shortAmount, share, true);
        _mark(account);
        _skip(bound(age, 0, 20 minutes));
        vm.assume(_quote().reason.length == 0);
        engine.accrue(ETH, USD);
        engine.accrue(ETH, WETH);
        Books memory a = _books(account, other);
        vm.recordLogs();
        (uint256 moved, uint256 repaid) = _net(ALL);
        NettingResult memory n = _result();
        Books memory b = _books(account, other);
        assertEq(abi.encode(moved, repaid), abi.encode(n.moved, n.repaid));
        _assertConserved(a, b, n);
        _assertHealthKept(a.u, b.u, "70: U");
        _assertHealthKept(a.x, b.x, "70: X");
        assertLe(b.x.margin, a.x.margin, "70: requirement of X");
        assertLe(b.u.collateral, b.u.margin + b.u.debt * 105 / 100 + 1e13, "no more than the target needs");
    }

    /// @dev The event alone gives both positions and both reserves.
    function testFuzz_EventSaysTheStateAfter(uint256 amount, uint256 fall, uint256 shortAmount, uint256 share) public {
        _openBoth(amount, fall, shortAmount, share, true);
        vm.assume(_quote().reason.length == 0);
        vm.recordLogs();
        _net(ALL);
        NettingResult memory n = _result();
        assertEq(n.assets, uint256(ETH) << 8 | uint256(WETH) << 4 | USD);
        (uint256 held,) = _positionOf(account, WETH, USD);
        assertEq(n.position, held << 128 | _scaled(account, USD), "U");
        (held,) = _positionOf(other, USD, WETH);
        assertEq(n.counterPosition, held << 128 | _scaled(other, WETH), "X");
        uint256 base = 6 + 65_536 + (uint256(ETH) << 7);
        assertEq(uint256(vm.load(address(engine), bytes32(base + 1))), n.debtWord, "debt word");
        assertEq(uint256(vm.load(address(engine), bytes32(base + 2))), n.cashWord, "cash word");
        assertEq(uint256(vm.load(address(engine), bytes32(base + 9))), n.counterDebtWord, "counter debt word");
        assertEq(uint256(vm.load(address(engine), bytes32(base + 10))), n.counterCashWord, "counter cash word");
        assertEq(n.window, 0, "not forced");
    }

    /// @dev Values move at the mark: U pays the rebate and less than a unit more, X gets both and less than a unit less.
    function testFuzz_70_AtTheMarkWithTheRebateOutOfThePenalty(
        uint256 amount,
        uint256 fall,
        uint256 shortAmount,
        uint256 share,
        uint256 age
    ) public {
        _openBoth(amount, fall, shortAmount, share, true);
        _mark(account);
        _skip(bound(age, 0, 20 minutes));
        NettingQuote memory q = _quote();
        vm.assume(q.reason.length == 0);
        uint256 bonus = engine.quoteLiquidation(account, WETH, USD).bonus;
        assertEq(q.rebate, bonus / 2, "half of what a taker would get");
        assertLe(2 * q.rebate, engine.risk(ETH, WETH).penalty, "out of the penalty");
        uint256 price = _priceOf(ETH, WETH);
        uint256 paid = q.repaid * 1e12 * (WAD + q.rebate) / WAD;
        assertLe(paid, q.moved * price / WAD + 1, "U is paid no more than the mark");
        assertApproxEqAbs(q.moved * price / WAD, paid, 2e12, "U pays mark and rebate");
        assertApproxEqAbs(
            q.credited * price / WAD, q.taken * 1e12 * (WAD + q.rebate) / WAD, 2e12, "X gets mark and rebate"
        );
        assertFalse(q.forced);
    }

    /* LIMITS */

    function testFuzz_NeverMoreThanAsked(uint256 amount, uint256 fall, uint256 shortAmount, uint256 most) public {
        _openBoth(amount, fall, shortAmount, MAX_SHARE, true);
        uint256 all = _quote().moved;
        vm.assume(all > 1e15);
        most = bound(most, 1e15, all - 1);
        (uint256 moved,) = _net(most);
        assertLe(moved, most);
    }

    /// @dev An opted-in account may be closed whole; nobody keeps a debt below the minimum.
    function testFuzz_70_DebtsLeftAreNothingOrTheMinimum(
        uint256 amount,
        uint256 fall,
        uint256 shortAmount,
        uint256 most
    ) public {
        _openBoth(amount, fall, bound(shortAmount, 0, 40_000e6), MAX_SHARE, true);
        vm.assume(_quote().reason.length == 0);
        try engine.net(account, other, WETH, USD, bound(most, 1e12, 20e18)) {}
        catch {
            return;
        }
        (, uint256 debt) = _positionOf(account, WETH, USD);
        (, uint256 counterDebt) = _positionOf(other, USD, WETH);
        assertTrue(debt == 0 || debt >= _reserve(ETH, USD).parameters.minDebt, "U");
        assertTrue(counterDebt == 0 || counterDebt >= _reserve(ETH, WETH).parameters.minDebt, "X");
    }

    /// @dev Property 24: in two events nobody is paid more than in one, and U ends at its target as well.
    function testFuzz_70_SplittingPaysNobodyMore(uint256 amount, uint256 fall, uint256 shortAmount, uint256 part)
        public
    {
        _openBoth(amount, fall, bound(shortAmount, 20_000e6, 5_000_000e6), MAX_SHARE, true);
        NettingQuote memory once = _quote();
        vm.assume(once.reason.length == 0 && once.moved > 1e17);
        (uint256 first, uint256 firstRepaid) = _net(bound(part, 1e16, once.moved - 1e16));
        NettingQuote memory second = _quote();
        if (second.reason.length != 0) return; // what is left is too small
        (uint256 moved, uint256 repaid) = _net(ALL);
        assertEq(abi.encode(moved, repaid), abi.encode(second.moved, second.repaid));
        uint256 paid = (first + moved) * _priceOf(ETH, WETH) / WAD;
        assertGe(paid + 1, (firstRepaid + repaid) * 1e12, "U is paid no more than the mark");
        assertLe(paid, (firstRepaid + repaid) * 1e12 + 3e12, "nor X");
        (, uint256 owed) = _positionOf(account, WETH, USD);
        if (owed != 0) assertLe(_healthFactor(account), 1.05e18 + 1e12, "the target is not passed either");
    }

    /* WHAT THE STATE OF THE MARKET DOES NOT STOP */

    /// @dev With no cash left, no cap, paused and closed: nothing from outside is needed.
    function testFuzz_70_NeedsNoLiquidityAndNoPermission(uint256 amount, uint256 fall) public {
        _openBoth(bound(amount, 1e18, 400e18), fall, 5_000_000e6, MAX_SHARE, true);
        _pause(ETH);
        vm.startPrank(admin);
        engine.setOpeningsClosed(ETH, true);
        engine.setDebtCap(ETH, USD, 0);
        engine.setDebtCap(ETH, WETH, 0);
        vm.stopPrank();
        vm.startPrank(lender);
        for (uint8 i; i < 2; ++i) {
            uint256 cash = _reserve(ETH, i).cash;
            uint256 shares = engine.sharesOf(_account(lender, 0), ETH, i);
            uint256 owned = _reserve(ETH, i).totalAssets;
            engine.redeem(_account(lender, 0), ETH, i, shares * (cash - 1) / owned, lender);
        }
        vm.stopPrank();
        Health memory a = engine.health(account);
        _net(ALL);
        _assertHealthKept(a, engine.health(account), "70: U");
        assertGe(_healthFactor(account), 1e18, "cured without anybody's money");
    }

    /* WHO */

    function testFuzz_RevertWhen_Healthy(uint256 amount, uint256 share) public {
        _openShort(other, amount, 4_000);
        _openEth(account, amount, bound(share, 1_000, 8_000));
        _setNettable(other, true);
        Health memory h = engine.health(account);
        _expectRefusal(abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin));
    }

    function test_RevertWhen_SameOwner() public {
        _openShort(_account(alice, 9), 1e6 * 50_000, MAX_SHARE);
        _openLong(30e18, 9_000);
        _setNettable(_account(alice, 9), true);
        other = _account(alice, 9);
        _expectRefusal(abi.encodeWithSelector(Errors.OwnAccount.selector, other));
        other = account;
        _expectRefusal(abi.encodeWithSelector(Errors.OwnAccount.selector, account));
    }

    /// @dev Another market, another side, another asset, nothing at all.
    function test_RevertWhen_NotOpposite() public {
        _openLong(30e18, 9_000);
        bytes memory reason = abi.encodeWithSelector(Errors.NotOpposite.selector, other);
        _expectRefusal(reason);
        _open(other, CROSS, USD, WETH, 50_000e6, 5_000);
        _expectRefusal(reason);
        other = _account(bob, 8);
        _deposit(other, ETH, WETH, 10e18);
        _borrow(other, ETH, USD, 5_000e6);
        _expectRefusal(abi.encodeWithSelector(Errors.NotOpposite.selector, other));
        vm.expectRevert(abi.encodeWithSelector(Errors.NotOpposite.selector, other));
        engine.net(account, other, USD, WETH, ALL);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, 2));
        engine.net(account, other, 2, USD, ALL);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, 16));
        engine.net(account, other, WETH, 16, ALL);
    }

    function test_RevertWhen_NothingIsAsked() public {
        _openBoth(30e18, 9_000, 50_000e6, MAX_SHARE, true);
        vm.expectRevert(Errors.ZeroAmount.selector);
        _net(0);
    }

    function test_RevertWhen_APriceIsDown() public {
        _openBoth(30e18, 9_000, 50_000e6, MAX_SHARE, true);
        for (uint8 i; i < 2; ++i) {
            uint256 price = _priceOf(ETH, i);
            _setPrice(ETH, i, 0);
            _expectRefusal(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, i));
            _setPrice(ETH, i, price);
        }
        _net(ALL);
    }

    /// @dev Guarded: U must be unhealthy at the bounds that are best for it, and the price is the middle.
    function testFuzz_GuardedOnlyIfUnhealthyAtBothBounds(uint256 low, uint256 high) public {
        _openBoth(30e18, 9_000, 5_000_000e6, 5_000, true);
        low = WETH_PRICE * bound(low, 8_700, 9_100) / 10_000;
        high = low * bound(high, 10_000, 10_600) / 10_000;
        _setPrices(ETH, WETH, low, high);
        Health memory h = engine.health(account);
        NettingQuote memory q = _quote();
        if (h.collateral >= h.debt + h.margin) {
            assertEq(bytes4(q.reason), Errors.NotLiquidatable.selector);
        } else if (q.reason.length != 0) {
            assertEq(bytes4(q.reason), Errors.HealthLowered.selector, "the middle is too far from a bound");
        } else {
            uint256 mid = (low + high) / 2;
            assertApproxEqAbs(q.moved * mid / WAD, q.repaid * 1e12, 2e12, "at the middle");
            Health memory x = engine.health(other);
            _net(ALL);
            _assertHealthKept(h, engine.health(account), "70: U");
            _assertHealthKept(x, engine.health(other), "70: X");
        }
    }

    /* INSOLVENT */

    /// @dev All of U goes at the mark; what it cannot pay is written off, and X is as if it had traded at the mark.
    function testFuzz_70_InsolventIsClosedWholeAndXIsNeverCharged(uint256 amount, uint256 fall) public {
        _openShort(other, 5_000_000e6, 8_000);
        _openEth(account, bound(amount, 1e18, 500e18), MAX_SHARE);
        _setPrice(ETH, WETH, WETH_PRICE * bound(fall, 5_000, 8_400) / 10_000);
        _setNettable(other, true);
        _mark(account);
        _skip(10 minutes);
        Health memory u = engine.health(account);
        Health memory x = engine.health(other);
        (uint256 held,) = _positionOf(account, WETH, USD);
        uint256 suppliers = _reserve(ETH, USD).totalAssets;
        vm.recordLogs();
        (uint256 moved,) = _net(ALL);
        assertEq(moved, held, "whole");
        assertEq(AccountWord.unwrap(EngineSlots.accountWord(address(engine), account)), 0, "written off");
        uint256 loss = (suppliers - _reserve(ETH, USD).totalAssets) * 1e12;
        assertApproxEqAbs(loss, u.debt - u.collateral, 1e18 + u.debt / 1e4, "the shortfall, and nothing else");
        Health memory after_ = engine.health(other);
        assertApproxEqAbs(
            after_.collateral - after_.debt, x.collateral - x.debt, 1e13 + x.debt / 1e8, "X kept its equity"
        );
        assertEq(engine.auction(account).startedAt, 0, "and no auction is left");
    }

    /// @dev No rebate out of what suppliers would lose.
    function test_InsolventPaysNoRebate() public {
        _openShort(other, 500_000e6, 8_000);
        _openEth(account, 20e18, MAX_SHARE);
        _setPrice(ETH, WETH, 2_400e18);
        _setNettable(other, true);
        _mark(account);
        _skip(10 minutes);
        assertGt(engine.quoteLiquidation(account, WETH, USD).bonus, 0);
        assertEq(_quote().rebate, 0);
    }

    /* RECORDS */

    function testFuzz_MapIsExactForBoth(uint256 amount, uint256 fall, uint256 shortAmount, uint256 share) public {
        _openBoth(amount, fall, shortAmount, share, true);
        vm.assume(_quote().reason.length == 0);
        _net(ALL);
        uint256 bucket = EngineSlots.accountWord(address(engine), account).bucket();
        uint256 counterBucket = EngineSlots.accountWord(address(engine), other).bucket();
        _assertMapped(account, USD, WETH);
        _assertMapped(other, WETH, USD);
        assertEq(engine.touch(account), bucket, "U is where a touch would file it");
        assertEq(engine.touch(other), counterBucket, "X is where a touch would file it");
    }

    /// @dev The only debt of its pair: one bucket has it, less a unit of the map.
    function _assertMapped(bytes32 id, uint8 debtAsset, uint8 collateralAsset) private view {
        uint256[] memory debts = engine.liquidationMap(ETH, debtAsset, collateralAsset);
        uint256 sum;
        for (uint256 i; i < 256; ++i) {
            sum += debts[i];
        }
        AccountWord word = EngineSlots.accountWord(address(engine), id);
        uint256 unit = EngineSlots.config(address(engine), ETH, debtAsset).debtUnit();
        uint256 units = word.inlineDebt() >> unit << unit;
        (, uint256 owed) = _positionOf(id, collateralAsset, debtAsset);
        assertEq(sum, debts[word.bucket()], "one bucket");
        if (units == 0) assertEq(sum, 0, "none");
        else assertApproxEqAbs(sum, owed, (1 << unit) * 2, "its debt");
    }

    function testFuzz_AuctionEndsWhenHealthy(uint256 amount, uint256 fall, uint256 most) public {
        _openBoth(amount, fall, 5_000_000e6, MAX_SHARE, true);
        _mark(account);
        assertEq(engine.auction(account).startedAt, vm.getBlockTimestamp());
        (uint256 moved,) = _net(bound(most, 1e15, 5_000e18));
        bool healthy = _healthFactor(account) >= 1e18;
        assertEq(engine.auction(account).startedAt == 0, healthy, "ends exactly when healthy");
        assertTrue(moved != 0 && engine.auction(other).nettable, "the choice of X stays");
    }

    function test_RevertWhen_AnotherActionRuns() public {
        _openBoth(30e18, 9_000, 50_000e6, MAX_SHARE, true);
        bytes memory call = abi.encodeCall(engine.net, (account, other, WETH, USD, ALL));
        vm.expectRevert(Errors.CallNotAllowed.selector);
        _run(other, _steps(call));
    }

    /* QUOTE */

    function testFuzz_179_QuoteIsWhatHappens(
        uint256 amount,
        uint256 fall,
        uint256 shortAmount,
        uint256 share,
        uint256 age
    ) public {
        _openBoth(amount, fall, shortAmount, share, true);
        _mark(account);
        _skip(bound(age, 0, 2 hours));
        NettingQuote memory q = _quote();
        if (q.reason.length != 0) {
            vm.expectRevert(q.reason);
            vm.prank(liquidator);
            engine.net(account, other, WETH, USD, ALL);
            return;
        }
        vm.recordLogs();
        _net(ALL);
        NettingResult memory n = _result();
        assertEq(
            abi.encode(q.moved, q.credited, q.taken, q.repaid, q.rebate),
            abi.encode(n.moved, n.credited, n.taken, n.repaid, n.rebate)
        );
    }

    /* BY HAND, AND GAS */

    /// @dev U: 10 WETH, 25,500 USDC. X: 100,000 USDC, 20 WETH. At 2,700 U's health is 0.963; its target is 1.05.
    function _example() private {
        _deposit(account, ETH, WETH, 10e18);
        _borrow(account, ETH, USD, 25_500e6);
        _deposit(other, ETH, USD, 100_000e6);
        _borrow(other, ETH, WETH, 20e18);
        _setPrice(ETH, WETH, 2_700e18);
        _setNettable(other, true);
    }

    function test_Example() public {
        _example();
        (uint256 moved, uint256 repaid) = _net(ALL);
        assertEq(moved, (repaid * 1e12 + 2_699) / 2_700, "at 2,700");
        (uint256 held, uint256 owed) = _positionOf(account, WETH, USD);
        assertEq(held, 10e18 - moved);
        assertEq(owed, 25_500e6 - repaid);
        (held, owed) = _positionOf(other, USD, WETH);
        assertEq(held, 100_000e6 - repaid);
        assertApproxEqAbs(owed, 20e18 - moved, 1, "less the unit that stays with the suppliers");
        assertApproxEqAbs(_healthFactor(account), 1.05e18, 0.001e18, "at the target");
    }

    function test_Gas_Net() public {
        _example();
        _mark(account);
        _skip(24);
        vm.prank(liquidator);
        uint256 gas = gasleft();
        engine.net(account, other, WETH, USD, ALL);
        gas -= gasleft();
        emit log_named_uint("gas of net, opted in", gas);
        assertLt(gas, 250_000);
    }
}
