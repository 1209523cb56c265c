// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ITradeRouter, Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

/// @notice Trades round an order, on a real pool: the limit of the order bounds what they can earn.
contract RouterSandwichTest is RouterTest {
    /// @dev The attacker's gain is at most what the order lost, and that is at most its limit: valued at the price the
    /// order itself would have left behind, the highest one on its way.
    function testFuzz_SandwichEarnsAtMostTheLimit(uint256 seed, uint256 borrow, uint256 slippage, uint256 attack)
        public
    {
        Pair memory pair = _pair(seed);
        Order memory order =
            _opening(OrderKind.OpenWithDebtToken, pair, MAX_EQUITY, bound(borrow, MAX_EQUITY / 10, 3 * MAX_EQUITY));
        uint256 sold = order.equity + order.amount;
        (, uint256 fair) = _quote(pair.pool, order.debtToken, int256(sold));
        order.limit = fair * (10_000 - bound(slippage, 1, 500)) / 10_000;
        uint256 budget = _valueAfter(pair, order, fair - order.limit);
        attack = _tokens(pair.debt, bound(attack, 1_000e18, 20_000_000e18), pair.debtPrice);

        (, uint256 bought) = poolTrader.swap(pair.pool, order.debtToken, int256(attack));
        (, uint256 received) = _quote(pair.pool, order.debtToken, int256(sold));
        if (received < order.limit) {
            vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, received, order.limit));
            _execute(account, order);
            return;
        }
        _execute(account, order);
        (, uint256 back) = poolTrader.swap(pair.pool, order.collateralToken, int256(bought));

        assertLe(back, attack + budget, "more than the limit allowed");
        (uint256 collateral,) = _amounts(pair);
        assertGe(collateral, order.limit);
    }

    /// @dev What the attacker would pay for `amount` of collateral right after the order, had nobody interfered.
    function _valueAfter(Pair memory pair, Order memory order, uint256 amount) private returns (uint256 cost) {
        uint256 state = vm.snapshotState();
        poolTrader.swap(pair.pool, order.debtToken, int256(order.equity + order.amount));
        (cost,) = poolTrader.swap(pair.pool, order.debtToken, -int256(amount));
        vm.revertToState(state);
    }
}
