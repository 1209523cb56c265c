// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PositionOrder} from "../../src/interfaces/IPositionRouter.sol";
import {ITradeRouter} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PositionRouterTest} from "./PositionRouterTest.sol";
import {Pair} from "./RouterTest.sol";

contract PositionRouterFlipTest is PositionRouterTest {
    function _opened(uint256 seed, uint256 equity, uint256 borrow, uint256 time)
        private
        returns (Pair memory pair, uint256 collateral, uint256 debt)
    {
        pair = _pair(seed);
        equity = _boundEquity(equity);
        _open(pair, equity, _boundBorrow(borrow, equity));
        _skip(bound(time, 1, 30 days));
        (collateral, debt) = _amounts(pair);
    }

    /// @dev Long to short and short to long, on every pair: what was owed is held, what was held is owed, to the wei.
    function testFuzz_Flip(uint256 seed, uint256 equity, uint256 borrow, uint256 time, uint256 again) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, equity, borrow, time);
        equity = _boundEquity(equity);
        uint256 amount = _tokens(pair.collateral, bound(again, equity / 10, equity * 3), pair.collateralPrice);
        uint256 proceeds = _sale(pair.collateral, pair.debt, collateral + amount);
        uint256[2] memory cash =
            [engine.reserve(pair.market, pair.collateralAsset).cash, engine.reserve(pair.market, pair.debtAsset).cash];

        _run(_flip(pair, amount));

        _assertPosition(pair.debtAsset, pair.collateralAsset, proceeds - debt, amount);
        (uint256 oldCollateral, uint256 oldDebt) = _amounts(pair);
        assertEq(oldCollateral + oldDebt, 0, "nothing of the old position is left");
        assertEq(engine.reserve(pair.market, pair.collateralAsset).cash, cash[0] - amount, "lent");
        assertEq(engine.reserve(pair.market, pair.debtAsset).cash, cash[1] + debt, "repaid");
        _assertEmpty();
    }

    function testFuzz_FlipAndBackKeepsAllButCosts(uint256 seed, uint256 again) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1 days);
        uint256 value = bound(again, MAX_EQUITY / 10, MAX_EQUITY * 2);
        _run(_flip(pair, _tokens(pair.collateral, value, pair.collateralPrice)));
        PositionOrder memory back = _flip(_turned(pair), debt);
        _run(back);
        (uint256 held, uint256 owed) = _amounts(pair);
        assertGe(owed, debt);
        assertLe(owed, debt + 1);
        assertLt(held, collateral, "two trades cost something");
        assertGt(held, collateral * 97 / 100, "and not more than fees and impact");
        _assertEmpty();
    }

    function _turned(Pair memory p) private pure returns (Pair memory) {
        return
            Pair(p.market, p.debtAsset, p.collateralAsset, p.debt, p.collateral, p.debtPrice, p.collateralPrice, p.pool);
    }

    /// @dev Without new debt: the position is closed into the other token and stays in the account.
    function testFuzz_FlipWithoutDebt(uint256 seed, uint256 equity, uint256 borrow) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, equity, borrow, 1 days);
        uint256 proceeds = _sale(pair.collateral, pair.debt, collateral);
        _setPrices(pair.market, pair.collateralAsset, 0, 0); // no debt, no price
        _run(_flip(pair, 0));
        _assertPosition(pair.debtAsset, pair.collateralAsset, proceeds - debt, 0);
    }

    function testFuzz_LimitIsExact(uint256 seed, uint256 equity, uint256 borrow) public {
        (Pair memory pair, uint256 collateral,) = _opened(seed, equity, borrow, 1 days);
        PositionOrder memory order = _flip(pair, collateral / 10);
        uint256 proceeds = _sale(pair.collateral, pair.debt, collateral + order.amount);
        order.limit = proceeds + 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, proceeds, proceeds + 1));
        _run(order);
        order.limit = proceeds;
        _run(order);
    }

    function testFuzz_RevertWhen_TheInitialMarginIsNotMet(uint256 seed, uint256 equity) public {
        (Pair memory pair,,) = _opened(seed, equity, 0, 1 days);
        uint256 amount = _tokens(pair.collateral, _boundEquity(equity) * 30, pair.collateralPrice);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _run(_flip(pair, amount));
    }

    function testFuzz_RevertWhen_ProceedsBelowDebt(uint256 seed, uint256 fall) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MIN_EQUITY, 5 * MIN_EQUITY, 1 days);
        uint256 price = pair.collateralPrice * (100 - bound(fall, 30, 90)) / 100;
        _movePool(pair.pool, pair.collateral, pair.debt, price, pair.debtPrice);
        uint256 proceeds = _sale(pair.collateral, pair.debt, collateral);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.ProceedsBelowDebt.selector, proceeds, debt));
        _run(_flip(pair, 0));
    }

    function testFuzz_RevertWhen_Paused(uint256 seed) public {
        (Pair memory pair, uint256 collateral,) = _opened(seed, MAX_EQUITY, MAX_EQUITY, 1 days);
        vm.prank(admin);
        engine.setPaused(pair.market, true);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, pair.market));
        _run(_flip(pair, collateral / 10));
    }

    /// @dev There must be a debt: an unlevered holding is what `SwapCollateral` is for.
    function testFuzz_RevertWhen_NothingIsOwed(uint256 seed, uint256 amount) public {
        Pair memory pair = _pair(seed);
        amount = bound(amount, 0, 1e6);
        _deposit(account, pair.market, pair.collateralAsset, 1e6);
        vm.expectRevert(Errors.ZeroAmount.selector);
        _run(_flip(pair, amount));
    }
}
