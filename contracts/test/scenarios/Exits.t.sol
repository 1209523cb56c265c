// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReserveParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice A price that is down, a pause, a disabled asset: nothing adds risk, and every way out is open.
contract ExitScenarios is TradeTest {
    bytes32 internal account = _account(alice, 0);

    function setUp() public override {
        super.setUp();
        _fund(alice, usdc, address(engine), 1e13);
        _fund(alice, weth, address(engine), 1e22);
        _fund(alice, wbtc, address(engine), 1e10);
    }

    /// @dev One of three assets has no price: the account can be fed and repaid, and closed by repaying; what needs the
    /// price says so.
    function testFuzz_OnePriceDown(uint256 amount, uint8 down) public {
        amount = bound(amount, 1e18, 100e18);
        down = uint8(bound(down, 0, 2));
        _holdTwoOweOne(amount);
        _setPrice(CROSS, down, 0);

        vm.startPrank(alice);
        bytes memory refused = abi.encodeWithSelector(Errors.PriceUnavailable.selector, CROSS, down);
        vm.expectRevert(refused);
        engine.withdraw(account, 1, 1, alice);
        vm.expectRevert(refused);
        engine.borrow(account, CROSS, 0, 20e6, alice);
        vm.stopPrank();
        vm.expectRevert(refused);
        vm.prank(liquidator);
        engine.liquidate(account, takeOf(1, 0, 1e6, liquidator, ""));

        vm.startPrank(alice);
        engine.deposit(account, CROSS, 1, 1e18);
        engine.repay(account, 0, 100e6);
        engine.repay(account, 0, type(uint256).max);
        engine.withdraw(account, 1, type(uint256).max, alice);
        engine.withdraw(account, 2, type(uint256).max, alice);
        vm.stopPrank();
        _assertOut();
    }

    /// @dev Closing through the router needs no price: there is no debt when it ends.
    function testFuzz_CloseByRouterWithoutPrices(uint256 equity, uint256 borrowed, bool toDebt, bool paused) public {
        equity = bound(equity, 1_000e6, 100_000e6);
        _openLong(account, ETH, equity, bound(borrowed, equity / 5, equity * 4));
        _setPrice(ETH, 0, 0);
        _setPrice(ETH, 1, 0);
        _pause(ETH, paused);
        _execute(account, _order(toDebt ? OrderKind.CloseToDebt : OrderKind.CloseToCollateral, ETH, 1, 0, alice));
        _assertOut();
    }

    /// @dev Paused: deleverage, repay, deposit, liquidation and close go on; withdrawal against debt and loans do not.
    function testFuzz_PausedMarket(uint256 equity, uint256 borrowed, uint256 part) public {
        equity = bound(equity, 10_000e6, 100_000e6);
        borrowed = bound(borrowed, equity, equity * 4);
        _openLong(account, ETH, equity, borrowed);
        _pause(ETH, true);

        vm.startPrank(alice);
        bytes memory refused = abi.encodeWithSelector(Errors.MarketPaused.selector, ETH);
        vm.expectRevert(refused);
        engine.withdraw(account, 1, 1, alice);
        vm.expectRevert(refused);
        engine.borrow(account, ETH, 0, 20e6, alice);
        engine.deposit(account, ETH, 1, 1e18);
        engine.repay(account, 0, 1_000e6);
        vm.stopPrank();

        Order memory order = _order(OrderKind.Decrease, ETH, 1, 0, alice);
        order.amount = _tokens(weth, bound(part, 100e18, borrowed * 1e12 / 3), WETH_PRICE);
        _deleverage(account, order);
        vm.prank(alice);
        vm.expectRevert(refused);
        engine.execute(account, address(router), abi.encode(order));
        _execute(account, _order(OrderKind.CloseToDebt, ETH, 1, 0, alice));
        _assertOut();
    }

    function testFuzz_PausedMarketStillLiquidates(uint256 borrowed, uint256 fall) public {
        _openLong(account, ETH, 10_000e6, bound(borrowed, 30_000e6, 40_000e6));
        _pause(ETH, true);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 40, 75) / 100);
        _fund(liquidator, usdc, address(engine), 1e12);
        vm.prank(liquidator);
        (uint256 repaid,) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertGt(repaid, 0);
    }

    /// @dev Lenders leave while paused and without prices, as far as there is cash.
    function testFuzz_LendersLeave(uint256 shares) public {
        for (uint8 asset; asset < 2; ++asset) {
            _setPrice(ETH, asset, 0);
        }
        _pause(ETH, true);
        shares = bound(shares, 1e6, engine.sharesOf(_account(lender, 0), ETH, 0));
        vm.prank(lender);
        assertGt(engine.redeem(_account(lender, 0), ETH, 0, shares, lender), 0);
    }

    /// @dev An asset that is wound up: no new collateral, no new debt, and out.
    function testFuzz_DisabledAsset(uint256 amount) public {
        amount = bound(amount, 1e18, 100e18);
        _holdTwoOweOne(amount);
        for (uint8 asset; asset < 3; ++asset) {
            ReserveParameters memory p = engine.reserve(CROSS, asset).parameters;
            (p.collateralEnabled, p.borrowEnabled, p.debtCap, p.supplyCap) = (false, false, 0, 0);
            vm.prank(admin);
            engine.setReserveParameters(CROSS, asset, p);
        }
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.CollateralDisabled.selector, CROSS, 1));
        engine.deposit(account, CROSS, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(Errors.BorrowDisabled.selector, CROSS, 0));
        engine.borrow(account, CROSS, 0, 20e6, alice);
        engine.withdraw(account, 2, 1, alice);
        engine.repay(account, 0, type(uint256).max);
        engine.withdraw(account, 1, type(uint256).max, alice);
        engine.withdraw(account, 2, type(uint256).max, alice);
        vm.stopPrank();
        _assertOut();
    }

    function _holdTwoOweOne(uint256 amount) private {
        vm.startPrank(alice);
        engine.deposit(account, CROSS, 1, amount);
        engine.deposit(account, CROSS, 2, amount / 20e10);
        engine.borrow(account, CROSS, 0, amount * 2 / 1e9, alice);
        vm.stopPrank();
    }

    function _pause(uint16 market, bool on) private {
        vm.prank(admin);
        engine.setPaused(market, on);
    }

    function _assertOut() private view {
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0, "out");
    }
}
