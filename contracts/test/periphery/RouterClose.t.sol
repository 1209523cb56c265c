// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health} from "../../src/interfaces/IMarginEngine.sol";
import {ITradeRouter, Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

contract RouterCloseTest is RouterTest {
    /* CLOSE */

    function testFuzz_CloseToCollateral(uint256 seed, uint256 equity, uint256 borrow, uint256 time) public {
        Pair memory pair = _opened(seed, equity, borrow, time);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        (uint256 cost,) = _quote(pair.pool, address(pair.collateral), -int256(debt));
        uint256 cash = engine.reserve(pair.market, pair.debtAsset).cash;

        _execute(account, _orderOf(OrderKind.CloseToCollateral, pair, bob));

        _assertClosed();
        assertEq(pair.collateral.balanceOf(bob), collateral - cost, "what the debt did not cost");
        assertEq(pair.debt.balanceOf(bob), 0, "nothing over");
        assertEq(engine.reserve(pair.market, pair.debtAsset).cash, cash + debt, "the lenders have it all back");
        _assertRouterEmpty();
    }

    function testFuzz_CloseToDebt(uint256 seed, uint256 equity, uint256 borrow, uint256 time) public {
        Pair memory pair = _opened(seed, equity, borrow, time);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        (, uint256 proceeds) = _quote(pair.pool, address(pair.collateral), int256(collateral));
        uint256 cash = engine.reserve(pair.market, pair.debtAsset).cash;

        _execute(account, _orderOf(OrderKind.CloseToDebt, pair, bob));

        _assertClosed();
        assertEq(pair.debt.balanceOf(bob), proceeds - debt, "what the debt left of the proceeds");
        assertEq(pair.collateral.balanceOf(bob), 0, "nothing over");
        assertEq(engine.reserve(pair.market, pair.debtAsset).cash, cash + debt, "the lenders have it all back");
        _assertRouterEmpty();
    }

    /// @dev Leaving needs no price: without debt there is nothing to check.
    function testFuzz_CloseWhilePriceIsDown(uint256 seed, bool toDebt) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1 days);
        _setPrices(pair.market, pair.collateralAsset, 0, 0);
        _execute(account, _orderOf(toDebt ? OrderKind.CloseToDebt : OrderKind.CloseToCollateral, pair, alice));
        _assertClosed();
    }

    function testFuzz_CloseLimitIsExact(uint256 seed, uint256 equity, uint256 borrow) public {
        Pair memory pair = _opened(seed, equity, borrow, 1 days);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        (uint256 cost,) = _quote(pair.pool, address(pair.collateral), -int256(debt));
        (, uint256 proceeds) = _quote(pair.pool, address(pair.collateral), int256(collateral));

        Order memory order = _orderOf(OrderKind.CloseToCollateral, pair, alice);
        order.limit = cost - 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, cost, cost - 1));
        _execute(account, order);

        Order memory toDebt = _orderOf(OrderKind.CloseToDebt, pair, alice);
        toDebt.limit = proceeds + 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, proceeds, proceeds + 1));
        _execute(account, toDebt);

        order.limit = cost;
        _execute(account, order);
        _assertClosed();
    }

    function testFuzz_RevertWhen_ProceedsBelowDebt(uint256 seed, uint256 fall) public {
        Pair memory pair = _opened(seed, MIN_EQUITY, 4 * MIN_EQUITY, 1);
        fall = bound(fall, 25, 90);
        uint256 price = pair.collateralPrice * (100 - fall) / 100;
        _movePool(pair.pool, pair.collateral, pair.debt, price, pair.debtPrice);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        (, uint256 proceeds) = _quote(pair.pool, address(pair.collateral), int256(collateral));

        Order memory order = _orderOf(OrderKind.CloseToDebt, pair, alice);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.ProceedsBelowDebt.selector, proceeds, debt));
        _execute(account, order);

        // buying the debt would cost more than there is
        (uint256 cost,) = _quote(pair.pool, address(pair.collateral), -int256(debt));
        order = _orderOf(OrderKind.CloseToCollateral, pair, alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCollateral.selector, collateral, cost));
        _execute(account, order);
    }

    function testFuzz_RevertWhen_NothingToClose(uint256 seed, bool toDebt) public {
        Pair memory pair = _pair(seed);
        Order memory order = _orderOf(toDebt ? OrderKind.CloseToDebt : OrderKind.CloseToCollateral, pair, alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        _execute(account, order);
    }

    /* DECREASE */

    function testFuzz_Decrease(uint256 seed, uint256 equity, uint256 borrow, uint256 part, bool deleverages) public {
        Pair memory pair = _opened(seed, equity, borrow, 1 days);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        Order memory order = _orderOf(OrderKind.Decrease, pair, bob);
        order.amount = _tokens(pair.collateral, bound(part, 1e18, MIN_EQUITY / 20), pair.collateralPrice);
        (, uint256 proceeds) = _quote(pair.pool, order.collateralToken, int256(order.amount));
        order.limit = proceeds;

        deleverages ? _deleverage(account, order) : _execute(account, order);

        (uint256 newCollateral, uint256 newDebt) = _amounts(pair);
        assertEq(collateral - newCollateral, order.amount, "sold");
        assertApproxEqAbs(debt - newDebt, proceeds, 2, "repaid");
        assertLe(debt - newDebt, proceeds, "rounds against the borrower");
        assertEq(pair.debt.balanceOf(bob), 0, "nothing is paid out");
        _assertRouterEmpty();
    }

    function testFuzz_DecreaseWithPayout(uint256 seed, uint256 part, uint256 payout) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1 days);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        Order memory order = _orderOf(OrderKind.Decrease, pair, bob);
        part = bound(part, MIN_EQUITY, MAX_EQUITY / 2);
        order.amount = _tokens(pair.collateral, part, pair.collateralPrice);
        order.payout = _tokens(pair.debt, bound(payout, 1e18, MAX_EQUITY / 4), pair.debtPrice);
        (, uint256 proceeds) = _quote(pair.pool, order.collateralToken, int256(order.amount));

        _execute(account, order);

        (uint256 newCollateral, uint256 newDebt) = _amounts(pair);
        assertEq(collateral - newCollateral, order.amount, "sold");
        assertApproxEqAbs(newDebt + proceeds, debt + order.payout, 4, "repaid and borrowed back");
        assertEq(pair.debt.balanceOf(bob), order.payout, "paid out");
        _assertRouterEmpty();
    }

    /// @dev Selling more than is owed repays all; the rest of the proceeds is the recipient's.
    function testFuzz_DecreaseBeyondTheDebt(uint256 seed, uint256 part) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, MAX_EQUITY / 4, 1 days);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        Order memory order = _orderOf(OrderKind.Decrease, pair, bob);
        order.amount = collateral * bound(part, 30, 90) / 100;
        (, uint256 proceeds) = _quote(pair.pool, order.collateralToken, int256(order.amount));

        _deleverage(account, order);

        (uint256 newCollateral, uint256 newDebt) = _amounts(pair);
        assertEq(newDebt, 0);
        assertEq(newCollateral, collateral - order.amount);
        assertEq(pair.debt.balanceOf(bob), proceeds - debt);
    }

    function testFuzz_DecreaseLimitIsExact(uint256 seed, uint256 part) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1 days);
        Order memory order = _orderOf(OrderKind.Decrease, pair, alice);
        order.amount = _tokens(pair.collateral, bound(part, MIN_EQUITY, MAX_EQUITY / 2), pair.collateralPrice);
        (, uint256 proceeds) = _quote(pair.pool, order.collateralToken, int256(order.amount));
        order.limit = proceeds + 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, proceeds, proceeds + 1));
        _execute(account, order);
    }

    /// @dev Between maintenance and initial margin a position may only get safer: `execute` refuses, `deleverage` does it.
    function testFuzz_DeleverageBelowInitialMargin(uint256 seed, uint256 part) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, 5 * MAX_EQUITY, 1);
        _fallBelowInitialMargin(pair);
        uint256 health = _healthFactor(account);
        Order memory order = _orderOf(OrderKind.Decrease, pair, alice);
        order.amount = _tokens(pair.collateral, bound(part, 100e18, 5_000e18), pair.collateralPrice);

        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _execute(account, order);

        _deleverage(account, order);
        assertGt(_healthFactor(account), health, "safer");
        _assertRouterEmpty();
    }

    /// @dev A payout is new debt: it goes through `execute`, under the initial margin.
    function testFuzz_RevertWhen_DeleveragePaysOut(uint256 seed, uint256 payout) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1);
        Order memory order = _orderOf(OrderKind.Decrease, pair, alice);
        order.amount = _tokens(pair.collateral, MIN_EQUITY, pair.collateralPrice);
        order.payout = _tokens(pair.debt, bound(payout, 1e18, MIN_EQUITY), pair.debtPrice);
        vm.expectRevert(Errors.NotDeleveraging.selector);
        _deleverage(account, order);
    }

    /// @dev Nor can an opening order hide in it.
    function testFuzz_RevertWhen_DeleverageOpens(uint256 seed, bool inDebt) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1);
        OrderKind kind = inDebt ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken;
        Order memory order = _opening(kind, pair, MIN_EQUITY, MIN_EQUITY);
        vm.expectRevert(Errors.NotDeleveraging.selector);
        _deleverage(account, order);
    }

    /* PAUSED */

    function testFuzz_PausedMarketLetsOut(uint256 seed, uint256 way) public {
        Pair memory pair = _opened(seed, MAX_EQUITY, 2 * MAX_EQUITY, 1 days);
        vm.prank(admin);
        engine.setPaused(pair.market, true);
        way = bound(way, 0, 2);
        if (way == 0) _execute(account, _orderOf(OrderKind.CloseToCollateral, pair, alice));
        else if (way == 1) _execute(account, _orderOf(OrderKind.CloseToDebt, pair, alice));
        if (way < 2) return _assertClosed();

        Order memory order = _orderOf(OrderKind.Decrease, pair, alice);
        order.amount = _tokens(pair.collateral, MIN_EQUITY, pair.collateralPrice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, pair.market));
        _execute(account, order);

        (, uint256 debt) = _amounts(pair);
        _deleverage(account, order);
        (, uint256 newDebt) = _amounts(pair);
        assertLt(newDebt, debt);
    }

    function testFuzz_RevertWhen_OpeningInPausedMarket(uint256 seed, bool inDebt) public {
        Pair memory pair = _pair(seed);
        vm.prank(admin);
        engine.setPaused(pair.market, true);
        OrderKind kind = inDebt ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken;
        Order memory order = _opening(kind, pair, MIN_EQUITY, MIN_EQUITY);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, pair.market));
        _execute(account, order);
    }

    /* SET-UP */

    function _opened(uint256 seed, uint256 equity, uint256 borrow, uint256 time) private returns (Pair memory pair) {
        pair = _pair(seed);
        equity = _boundEquity(equity);
        _open(pair, equity, _boundBorrow(borrow, equity));
        _skip(bound(time, 1, 30 days));
    }

    /// @dev Lowers the collateral's price, oracle and pool alike, until a tenth of the initial margin is missing: far
    /// from what one of the sales here restores, and still above the maintenance margin.
    function _fallBelowInitialMargin(Pair memory pair) private {
        uint256 price = pair.collateralPrice;
        while (_isNearInitialMargin()) {
            price = price * 995 / 1000;
            _setPrice(pair.market, pair.collateralAsset, price);
        }
        _movePool(pair.pool, pair.collateral, pair.debt, price, pair.debtPrice);
        assertGt(_healthFactor(account), 1e18, "not liquidatable");
    }

    function _isNearInitialMargin() private view returns (bool) {
        Health memory initial = engine.initialHealth(account);
        return initial.collateral >= initial.debt + initial.margin * 9 / 10;
    }
}
