// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PositionOrder, PositionOrderKind} from "../../src/interfaces/IPositionRouter.sol";
import {ITradeRouter} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {IMintable} from "../support/TestTokens.sol";
import {PositionRouterTest} from "./PositionRouterTest.sol";

/// @notice Collateral for collateral and debt for debt, in the cross market: USDC 0, WETH 1, WBTC 2.
contract PositionRouterSwapTest is PositionRouterTest {
    function _opened(bool weth_, uint256 equity, uint256 borrow)
        private
        returns (uint8 from, uint8 to, uint256 collateral, uint256 debt)
    {
        (from, to) = weth_ ? (1, 2) : (2, 1);
        equity = _boundEquity(equity);
        (collateral, debt) = _openCross(from, equity, _boundBorrow(borrow, equity));
        _skip(1 days);
        (, debt) = _positionOf(account, from, 0);
    }

    function _collateralOrder(uint8 from, uint8 to, uint256 amount, bool throughUsdc)
        private
        view
        returns (PositionOrder memory)
    {
        (IMintable a, IMintable b) = (_tokenOf(CROSS, from), _tokenOf(CROSS, to));
        bytes memory path = throughUsdc ? _path(a, usdc, b) : _path(a, b);
        return _positionOrder(PositionOrderKind.SwapCollateral, CROSS, from, to, amount, path);
    }

    /* COLLATERAL */

    function testFuzz_SwapCollateral(bool w, uint256 equity, uint256 borrow, uint256 part, bool throughUsdc) public {
        (uint8 from, uint8 to, uint256 collateral, uint256 debt) = _opened(w, equity, borrow);
        uint256 amount = bound(part, collateral / 100, collateral);
        (IMintable a, IMintable b) = (_tokenOf(CROSS, from), _tokenOf(CROSS, to));
        uint256 bought = throughUsdc ? _sale(usdc, b, _sale(a, usdc, amount)) : _sale(a, b, amount);

        _run(_collateralOrder(from, to, amount, throughUsdc));

        _assertPosition(from, 0, collateral - amount, debt);
        _assertPosition(to, 0, bought, debt);
        _assertEmpty();
    }

    /// @dev More of the same: what the account already holds of the bought asset is added to.
    function testFuzz_SwapCollateralTwice(bool w, uint256 equity, uint256 part) public {
        (uint8 from, uint8 to, uint256 collateral,) = _opened(w, equity, 0);
        uint256 amount = bound(part, collateral / 100, collateral / 2);
        _run(_collateralOrder(from, to, amount, false));
        (uint256 first,) = _positionOf(account, to, 0);
        uint256 bought = _sale(_tokenOf(CROSS, from), _tokenOf(CROSS, to), amount);
        _run(_collateralOrder(from, to, amount, false));
        (uint256 second,) = _positionOf(account, to, 0);
        assertEq(second, first + bought);
    }

    /// @dev Without debt no price is needed, and the account may be empty in between.
    function testFuzz_SwapCollateralWithoutDebt(uint256 amount, bool toUsdc) public {
        amount = bound(amount, 1e15, 100e18);
        _deposit(account, CROSS, 1, amount);
        _setPrices(CROSS, 1, 0, 0);
        IMintable b = toUsdc ? usdc : wbtc;
        uint8 to = toUsdc ? 0 : 2;
        uint256 bought = _sale(weth, b, amount);
        _run(_positionOrder(PositionOrderKind.SwapCollateral, CROSS, 1, to, amount, _path(weth, b)));
        _assertPosition(to, 1, bought, 0);
        _assertEmpty();
    }

    /// @dev Three pools, through a token of no market.
    function testFuzz_SwapCollateralThroughThreePools(uint256 amount) public {
        IMintable mid = _newToken("MID", 18);
        _createPool(mid, weth, 1e18, WETH_PRICE, POOL_FEE);
        _createPool(mid, usdc, 1e18, USDC_PRICE, POOL_FEE);
        amount = bound(amount, 1e15, 100e18);
        _deposit(account, CROSS, 1, amount);
        uint256 bought = _sale(usdc, wbtc, _sale(mid, usdc, _sale(weth, mid, amount)));
        bytes memory path = abi.encodePacked(weth, POOL_FEE, mid, POOL_FEE, usdc, POOL_FEE, wbtc);
        _run(_positionOrder(PositionOrderKind.SwapCollateral, CROSS, 1, 2, amount, path));
        _assertPosition(2, 0, bought, 0);
        assertEq(mid.balanceOf(address(positions)), 0);
        _assertEmpty();
    }

    function testFuzz_CollateralLimitIsExact(bool w, uint256 part, bool throughUsdc) public {
        (uint8 from, uint8 to, uint256 collateral,) = _opened(w, MAX_EQUITY, MAX_EQUITY);
        uint256 amount = bound(part, collateral / 100, collateral);
        (IMintable a, IMintable b) = (_tokenOf(CROSS, from), _tokenOf(CROSS, to));
        uint256 bought = throughUsdc ? _sale(usdc, b, _sale(a, usdc, amount)) : _sale(a, b, amount);
        PositionOrder memory order = _collateralOrder(from, to, amount, throughUsdc);
        order.limit = bought + 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, bought, bought + 1));
        _run(order);
        order.limit = bought;
        _run(order);
    }

    function testFuzz_RevertWhen_MoreIsSoldThanHeld(bool w, uint256 extra) public {
        (uint8 from, uint8 to, uint256 collateral,) = _opened(w, MAX_EQUITY, MAX_EQUITY);
        extra = bound(extra, 1, collateral);
        PositionOrder memory order = _collateralOrder(from, to, collateral + extra, false);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCollateral.selector, collateral, collateral + extra));
        _run(order);
    }

    /// @dev What is bought is worth less to the engine than what is sold: the check at the end sees it.
    function testFuzz_RevertWhen_HealthDoesNotAllowIt(bool w, uint256 fall) public {
        (uint8 from, uint8 to, uint256 collateral,) = _opened(w, MAX_EQUITY, 5 * MAX_EQUITY);
        uint256 price = (to == 1 ? WETH_PRICE : WBTC_PRICE) * bound(fall, 10, 80) / 100;
        _setPrice(CROSS, to, price);
        PositionOrder memory order = _collateralOrder(from, to, collateral, false);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _run(order);
    }

    /// @dev The debt asset cannot become collateral; use `Decrease`.
    function testFuzz_RevertWhen_BoughtIsOwed(bool w) public {
        (uint8 from,, uint256 collateral,) = _opened(w, MAX_EQUITY, MAX_EQUITY);
        bytes memory path = _path(_tokenOf(CROSS, from), usdc);
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, CROSS, uint8(0)));
        _run(_positionOrder(PositionOrderKind.SwapCollateral, CROSS, from, 0, collateral / 2, path));
    }

    /* DEBT */

    function _debtOrder(uint8 to, uint256 amount, bool throughThird) private view returns (PositionOrder memory) {
        IMintable sold = _tokenOf(CROSS, to);
        bytes memory path = throughThird ? _path(sold, _tokenOf(CROSS, 3 - to), usdc) : _path(sold, usdc);
        return _positionOrder(PositionOrderKind.SwapDebt, CROSS, 0, to, amount, path);
    }

    function testFuzz_SwapDebt(bool w, uint256 equity, uint256 borrow, bool throughThird) public {
        (uint8 held, uint8 to, uint256 collateral, uint256 debt) = _opened(w, equity, borrow);
        (IMintable sold, IMintable third) = (_tokenOf(CROSS, to), _tokenOf(CROSS, held));
        uint256 cost = throughThird ? _cost(sold, third, _cost(third, usdc, debt)) : _cost(sold, usdc, debt);

        _run(_debtOrder(to, type(uint256).max, throughThird));

        _assertPosition(held, to, collateral, cost);
        (, uint256 left) = _positionOf(account, held, 0);
        assertEq(left, 0, "all is repaid");
        _assertEmpty();
    }

    function testFuzz_SwapDebtInPart(bool w, uint256 equity, uint256 part) public {
        (uint8 held, uint8 to, uint256 collateral, uint256 debt) = _opened(w, equity, 3 * MAX_EQUITY);
        uint256 amount = bound(part, debt / 10, debt * 9 / 10);
        uint256 cost = _cost(_tokenOf(CROSS, to), usdc, amount);
        _run(_debtOrder(to, amount, false));
        _assertPosition(held, to, collateral, cost);
        (, uint256 left) = _positionOf(account, held, 0);
        assertApproxEqAbs(left, debt - amount, 1, "the rest is still owed");
        _assertEmpty();
    }

    function testFuzz_DebtLimitIsExact(bool w, uint256 equity, uint256 borrow) public {
        (, uint8 to,, uint256 debt) = _opened(w, equity, borrow);
        uint256 cost = _cost(_tokenOf(CROSS, to), usdc, debt);
        PositionOrder memory order = _debtOrder(to, debt, false);
        order.limit = cost - 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, cost, cost - 1));
        _run(order);
        order.limit = cost;
        _run(order);
    }

    function testFuzz_RevertWhen_BorrowedIsHeld(bool w) public {
        (uint8 from,,,) = _opened(w, MAX_EQUITY, MAX_EQUITY);
        PositionOrder memory order = _debtOrder(from, type(uint256).max, false);
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, CROSS, from));
        _run(order);
    }

    function test_RevertWhen_NothingIsOwed() public {
        _deposit(account, CROSS, 1, 1e18);
        PositionOrder memory order = _debtOrder(2, type(uint256).max, false);
        vm.expectRevert(Errors.ZeroAmount.selector);
        _run(order);
    }
}
