// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ITradeRouter, Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

contract RouterOpenTest is RouterTest {
    /* WHAT AN ORDER DOES */

    function testFuzz_OpenWithDebtToken(uint256 seed, uint256 equity, uint256 borrow) public {
        Pair memory pair = _pair(seed);
        equity = _boundEquity(equity);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, equity, _boundBorrow(borrow, equity));
        (, uint256 bought) = _quote(pair.pool, order.debtToken, int256(order.equity + order.amount));
        uint256 held = pair.collateral.balanceOf(address(engine));

        _execute(account, order);

        (uint256 collateral, uint256 debt) = _amounts(pair);
        assertEq(collateral, bought, "equity and loan are swapped together");
        assertEq(debt, order.amount, "owes what was borrowed");
        assertEq(pair.debt.balanceOf(alice), 0, "pays the equity");
        assertEq(pair.collateral.balanceOf(address(engine)) - held, bought, "the engine holds what it credits");
        _assertRouterEmpty();
    }

    function testFuzz_OpenWithCollateralToken(uint256 seed, uint256 equity, uint256 borrow) public {
        Pair memory pair = _pair(seed);
        equity = _boundEquity(equity);
        Order memory order = _opening(OrderKind.OpenWithCollateralToken, pair, equity, _boundBorrow(borrow, equity));
        (, uint256 bought) = _quote(pair.pool, order.debtToken, int256(order.amount));
        uint256 held = pair.collateral.balanceOf(address(engine));

        _execute(account, order);

        (uint256 collateral, uint256 debt) = _amounts(pair);
        assertEq(collateral, order.equity + bought, "only the loan is swapped");
        assertEq(debt, order.amount, "owes what was borrowed");
        assertEq(pair.collateral.balanceOf(alice), 0, "pays the equity");
        assertEq(pair.collateral.balanceOf(address(engine)) - held, collateral, "the engine holds what it credits");
        _assertRouterEmpty();
    }

    function testFuzz_Increase(uint256 seed, uint256 equity, uint256 borrow, uint256 time, bool inDebt) public {
        Pair memory pair = _pair(seed);
        _open(pair, MAX_EQUITY, MAX_EQUITY);
        _skip(bound(time, 1, 30 days));
        (uint256 collateral, uint256 debt) = _amounts(pair);
        equity = _boundEquity(equity);
        Order memory order = _opening(
            inDebt ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken,
            pair,
            equity,
            _boundBorrow(borrow, equity)
        );
        uint256 sold = inDebt ? order.equity + order.amount : order.amount;
        (, uint256 bought) = _quote(pair.pool, order.debtToken, int256(sold));

        _execute(account, order);

        (uint256 newCollateral, uint256 newDebt) = _amounts(pair);
        assertEq(newCollateral - collateral, inDebt ? bought : bought + order.equity);
        assertApproxEqAbs(newDebt - debt, order.amount, 2, "scaled debt rounds up");
        assertGe(newDebt - debt, order.amount);
        _assertRouterEmpty();
    }

    function testFuzz_MoreLeverageWithoutEquity(uint256 seed, uint256 borrow) public {
        Pair memory pair = _pair(seed);
        _open(pair, MAX_EQUITY, MAX_EQUITY);
        Order memory order =
            _opening(OrderKind.OpenWithDebtToken, pair, 0, bound(borrow, MAX_EQUITY / 10, 2 * MAX_EQUITY));
        (, uint256 debt) = _amounts(pair);

        _execute(account, order);

        (, uint256 newDebt) = _amounts(pair);
        assertEq(newDebt - debt, order.amount);
        assertEq(order.equity, 0);
    }

    /// @dev Without a loan the order is a purchase of collateral.
    function testFuzz_BuyCollateralWithoutLoan(uint256 seed, uint256 equity) public {
        Pair memory pair = _pair(seed);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, _boundEquity(equity), 0);
        (, uint256 bought) = _quote(pair.pool, order.debtToken, int256(order.equity));

        _execute(account, order);

        (uint256 collateral, uint256 debt) = _amounts(pair);
        assertEq(collateral, bought);
        assertEq(debt, 0);
    }

    /* EQUAL TO A LOOP BY HAND */

    /// @dev Borrow, swap, deposit, again and again: one order reaches the same position, fees and impact included.
    function testFuzz_OneOrderEqualsTheLoop(uint256 seed, uint256 equity, uint256 borrow) public {
        Pair memory pair = _pair(seed);
        equity = _boundEquity(equity);
        borrow = bound(borrow, equity / 10, 4 * equity);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, equity, borrow);
        uint256 state = vm.snapshotState();
        _execute(account, order);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        vm.revertToState(state);

        uint256 rounds = _loop(pair, order.equity, order.amount);

        (uint256 loopCollateral, uint256 loopDebt) = _amounts(pair);
        assertGe(rounds, 1);
        assertEq(loopDebt, debt, "same debt");
        // each swap rounds its output down by up to one unit, and its fee up by one unit of the input
        uint256 unit = _tokens(pair.collateral, pair.debtPrice / 10 ** pair.debt.decimals(), pair.collateralPrice) + 1;
        assertApproxEqAbs(loopCollateral, collateral, (rounds + 2) * (unit + 1), "same collateral");
    }

    function _loop(Pair memory pair, uint256 equity, uint256 target) private returns (uint256 rounds) {
        _swapAndDeposit(pair, equity);
        uint256 left = target;
        while (left != 0) {
            uint256 part = _borrowable(pair);
            if (part > left) part = left;
            else if (left - part < part / 10) part /= 2; // no dust for the last swap
            _borrow(account, pair.market, pair.debtAsset, part);
            _swapAndDeposit(pair, part);
            left -= part;
            ++rounds;
        }
    }

    /// @dev 84 % of the collateral's value: the initial margin is at most 15.1 % of size, of two volatile tokens.
    function _borrowable(Pair memory pair) private view returns (uint256) {
        (uint256 collateral, uint256 debt) = _amounts(pair);
        uint256 value = collateral * pair.collateralPrice / 10 ** pair.collateral.decimals() * 84 / 100;
        uint256 owed = debt * pair.debtPrice / 10 ** pair.debt.decimals();
        return value > owed ? _tokens(pair.debt, value - owed, pair.debtPrice) : type(uint256).max;
    }

    function _swapAndDeposit(Pair memory pair, uint256 amount) private {
        (, uint256 bought) = poolTrader.swap(pair.pool, address(pair.debt), int256(amount));
        _deposit(account, pair.market, pair.collateralAsset, bought);
    }

    /* LIMITS */

    function testFuzz_LimitIsExact(uint256 seed, uint256 equity, uint256 borrow, bool inDebt) public {
        Pair memory pair = _pair(seed);
        equity = _boundEquity(equity);
        Order memory order = _opening(
            inDebt ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken,
            pair,
            equity,
            _boundBorrow(borrow, equity)
        );
        uint256 sold = inDebt ? order.equity + order.amount : order.amount;
        (, uint256 bought) = _quote(pair.pool, order.debtToken, int256(sold));

        order.limit = bought + 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, bought, bought + 1));
        _execute(account, order);

        order.limit = bought;
        _execute(account, order);
    }

    /// @dev The engine decides on leverage at oracle prices, whatever limit the caller accepts.
    function testFuzz_RevertWhen_InitialMarginNotMet(uint256 seed, uint256 equity, uint256 borrow) public {
        Pair memory pair = _pair(seed);
        equity = _boundEquity(equity);
        Order memory order =
            _opening(OrderKind.OpenWithDebtToken, pair, equity, bound(borrow, 12 * equity, 20 * equity));
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _execute(account, order);
    }

    /// @dev A pool pushed away from the oracle cannot cost the account more than its equity above the margin.
    function testFuzz_RevertWhen_PoolIsFarFromTheOracle(uint256 seed, uint256 push) public {
        Pair memory pair = _pair(seed);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, MIN_EQUITY, 5 * MIN_EQUITY);
        push = bound(push, 130, 1_000);
        _movePool(pair.pool, pair.collateral, pair.debt, pair.collateralPrice * push / 100, pair.debtPrice);

        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _execute(account, order);
    }
}
