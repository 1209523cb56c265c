// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {ILiquidationTaker, TakeOrder} from "../../src/interfaces/ILiquidationTaker.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {LiquidationTaker} from "../../src/periphery/LiquidationTaker.sol";
import {ripen} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

/// @notice Liquidations that pay for themselves, through real pools.
contract LiquidationTakerTest is RouterTest {
    LiquidationTaker internal taker;
    address internal keeper = makeAddr("keeper");
    address internal payee = makeAddr("payee");

    function setUp() public override {
        super.setUp();
        taker = new LiquidationTaker(engine, address(factory));
    }

    /* SET-UP */

    /// @dev An account of `pair` whose collateral fell, and whose auction is old enough for a bonus above the pool's fee.
    function _unhealthy(Pair memory pair, bytes32 id, uint256 value, uint256 fall) internal {
        uint256 collateral = _tokens(pair.collateral, value, pair.collateralPrice);
        _deposit(id, pair.market, pair.collateralAsset, collateral);
        _borrow(id, pair.market, pair.debtAsset, _tokens(pair.debt, value * 82 / 100, pair.debtPrice));
        _fall(pair, fall);
    }

    /// @dev Oracle and pool alike.
    function _fall(Pair memory pair, uint256 fall) internal {
        uint256 price = pair.collateralPrice * (10_000 - fall) / 10_000;
        _setPrice(pair.market, pair.collateralAsset, price);
        _movePool(pair.pool, pair.collateral, pair.debt, price, pair.debtPrice);
    }

    function _takeOrder(Pair memory pair) internal view returns (TakeOrder memory) {
        return TakeOrder({
            collateralAsset: pair.collateralAsset,
            debtAsset: pair.debtAsset,
            maxRepaid: type(uint128).max,
            path: abi.encodePacked(pair.collateral, POOL_FEE, pair.debt),
            minProfit: 0,
            recipient: payee,
            deadline: block.timestamp
        });
    }

    function _assertTakerEmpty() internal view {
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        for (uint256 i; i < 3; ++i) {
            assertEq(tokens[i].balanceOf(address(taker)), 0, "taker holds nothing");
            assertEq(tokens[i].allowance(address(taker), address(engine)), 0, "nor allows anything");
        }
    }

    function _boundUnhealthy(uint256 value, uint256 fall) internal pure returns (uint256, uint256) {
        return (bound(value, 1_000e18, 100_000e18), bound(fall, 1_100, 1_300));
    }

    /* TAKES */

    /// @dev 48: the profit is what the pool paid, less debt and fee, to the unit; nothing stays.
    function testFuzz_TakePaysTheProfitOut(uint256 seed, uint256 value, uint256 fall) public {
        Pair memory pair = _pair(seed);
        (value, fall) = _boundUnhealthy(value, fall);
        _unhealthy(pair, account, value, fall);
        ripen(engine, account);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        TakeOrder memory order = _takeOrder(pair);

        uint256 state = vm.snapshotState();
        vm.prank(keeper);
        uint256 profit = taker.take(account, order);
        (uint256 collateralLeft, uint256 debtLeft) = _amounts(pair);
        vm.revertToState(state);
        (, uint256 sold) = _quote(pair.pool, address(pair.collateral), int256(collateral - collateralLeft));

        vm.prank(keeper);
        assertEq(taker.take(account, order), profit);
        assertEq(pair.debt.balanceOf(payee), profit, "the recipient has it");
        assertLe(profit, sold - (debt - debtLeft) + 1, "the fee is not profit");
        assertGt(profit, 0, "worth doing");
        _assertTakerEmpty();
    }

    /// @dev Three accounts, of which one is healthy: the others are taken together.
    function testFuzz_TakeMany(uint256 value, uint256 fall) public {
        Pair memory pair = _pair(0);
        (value, fall) = _boundUnhealthy(value, fall);
        bytes32[] memory ids = new bytes32[](3);
        for (uint96 i; i < 3; ++i) {
            ids[i] = _account(alice, i);
            _deposit(ids[i], ETH, 1, _tokens(weth, value, WETH_PRICE));
            _borrow(ids[i], ETH, 0, value * (i == 1 ? 40 : 82) / 100e12);
        }
        _fall(pair, fall);
        for (uint256 i; i < 3; ++i) {
            ripen(engine, ids[i]);
        }
        TakeOrder memory order = _takeOrder(pair);
        vm.prank(keeper);
        uint256 profit = taker.takeMany(ids, order);
        assertEq(usdc.balanceOf(payee), profit);
        assertGt(profit, 0);
        (uint256 untouched,) = _positionOf(ids[1], 1, 0);
        assertEq(untouched, _tokens(weth, value, WETH_PRICE), "41: a healthy one is passed over");
        for (uint96 i; i < 3; i += 2) {
            (uint256 left,) = _positionOf(ids[i], 1, 0);
            assertLt(left, _tokens(weth, value, WETH_PRICE), "taken");
        }
        _assertTakerEmpty();
    }

    /// @dev Two pools: WETH to WBTC to USDC.
    function testFuzz_TakeThroughTwoPools(uint256 value, uint256 fall) public {
        Pair memory pair = _pair(0);
        (value, fall) = _boundUnhealthy(value, fall);
        _unhealthy(pair, account, value, fall);
        uint256 price = WETH_PRICE * (10_000 - fall) / 10_000;
        _movePool(crossPool, weth, wbtc, price, WBTC_PRICE);
        ripen(engine, account);
        TakeOrder memory order = _takeOrder(pair);
        order.path = abi.encodePacked(weth, POOL_FEE, wbtc, POOL_FEE, usdc);
        vm.prank(keeper);
        assertEq(taker.take(account, order), usdc.balanceOf(payee));
        _assertTakerEmpty();
    }

    /// @dev An account that opted in is closed by a slice before it is unhealthy; where the bonus pays for the pool's fee.
    function testFuzz_TakeASoftSlice(uint256 value) public {
        Pair memory pair = _pair(0);
        value = bound(value, 10_000e18, 100_000e18);
        _deposit(account, ETH, 1, _tokens(weth, value, WETH_PRICE));
        _borrow(account, ETH, 0, value * 82 / 100e12);
        vm.prank(alice);
        engine.setSoftZone(account, true);
        _fall(pair, 944);
        assertGe(_healthFactor(account), 1e18, "healthy");
        assertLt(_healthFactor(account), 1.01e18, "just so");
        TakeOrder memory order = _takeOrder(pair);
        (, uint256 debt) = _amounts(pair);
        vm.prank(keeper);
        uint256 profit = taker.take(account, order);
        (, uint256 left) = _amounts(pair);
        assertLt(left, debt, "a slice is closed");
        assertGe(left, debt * 89 / 100, "and no more");
        assertEq(usdc.balanceOf(payee), profit);
        assertGt(profit, 0);
        _assertTakerEmpty();
    }

    /* BOUNDS */

    function testFuzz_RevertWhen_ProfitIsBelowMinimum(uint256 value, uint256 fall, uint256 more) public {
        Pair memory pair = _pair(0);
        (value, fall) = _boundUnhealthy(value, fall);
        _unhealthy(pair, account, value, fall);
        ripen(engine, account);
        TakeOrder memory order = _takeOrder(pair);
        uint256 state = vm.snapshotState();
        vm.prank(keeper);
        uint256 profit = taker.take(account, order);
        vm.revertToState(state);
        order.minProfit = profit + bound(more, 1, 1e12);
        vm.expectRevert(abi.encodeWithSelector(ILiquidationTaker.ProfitBelowMinimum.selector, profit, order.minProfit));
        vm.prank(keeper);
        taker.take(account, order);
        order.minProfit = profit;
        vm.prank(keeper);
        assertEq(taker.take(account, order), profit, "the bound itself is enough");
    }

    /// @dev A pool far below the oracle: the sale does not even pay the debt.
    function testFuzz_RevertWhen_TheSaleDoesNotPayTheDebt(uint256 value) public {
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        _movePool(ethPool, weth, usdc, WETH_PRICE / 2, USDC_PRICE);
        TakeOrder memory order = _takeOrder(pair);
        vm.expectRevert();
        vm.prank(keeper);
        taker.take(account, order);
    }

    function testFuzz_RevertWhen_TheDeadlineHasPassed(uint256 value, uint256 late) public {
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        TakeOrder memory order = _takeOrder(pair);
        order.deadline = block.timestamp - bound(late, 1, 1 days);
        vm.expectRevert(abi.encodeWithSelector(Errors.DeadlinePassed.selector, block.timestamp, order.deadline));
        vm.prank(keeper);
        taker.take(account, order);
    }

    /// @dev 49: neither alone nor among others.
    function testFuzz_RevertWhen_TheCallerOwnsTheAccount(uint256 value) public {
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        TakeOrder memory order = _takeOrder(pair);
        bytes memory reason = abi.encodeWithSelector(Errors.OwnAccount.selector, account);
        vm.startPrank(alice);
        vm.expectRevert(reason);
        taker.take(account, order);
        bytes32[] memory ids = new bytes32[](2);
        (ids[0], ids[1]) = (other(), account);
        vm.expectRevert(reason);
        taker.takeMany(ids, order);
        vm.stopPrank();
    }

    function other() internal view returns (bytes32) {
        return _account(bob, 3);
    }

    function testFuzz_RevertWhen_ThePathIsNotHops(uint256 length) public {
        TakeOrder memory order = _takeOrder(_pair(0));
        length = bound(length, 0, 120);
        vm.assume(length != 43 && length != 66 && length != 89);
        order.path = new bytes(length);
        vm.expectRevert(abi.encodeWithSelector(ILiquidationTaker.TakerPathInvalid.selector, length));
        taker.take(account, order);
    }

    function testFuzz_RevertWhen_ThereIsNoSuchPool(uint256 value, uint24 fee) public {
        vm.assume(fee != POOL_FEE);
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        TakeOrder memory order = _takeOrder(pair);
        order.path = abi.encodePacked(weth, fee, usdc);
        vm.expectPartialRevert(ILiquidationTaker.TakerPoolNotFound.selector);
        vm.prank(keeper);
        taker.take(account, order);
    }

    /// @dev Another first token is not there to be paid; another last one leaves the engine without its debt.
    function testFuzz_RevertWhen_TheTokensOfThePathAreOthers(uint256 value) public {
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        TakeOrder memory order = _takeOrder(pair);
        order.path = abi.encodePacked(wbtc, POOL_FEE, usdc);
        vm.expectRevert();
        vm.prank(keeper);
        taker.take(account, order);
        order.path = abi.encodePacked(weth, POOL_FEE, wbtc);
        vm.expectRevert();
        vm.prank(keeper);
        taker.take(account, order);
    }

    /// @dev A pool that runs dry fills a part of the sale.
    function testFuzz_RevertWhen_ThePoolIsTooThin(uint256 value) public {
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        IUniswapV3Pool thin = IUniswapV3Pool(factory.createPool(address(weth), address(usdc), 3_000));
        (uint160 sqrtPrice,,,,,,) = ethPool.slot0();
        thin.initialize(sqrtPrice);
        (, int24 tick,,,,,) = thin.slot0();
        tick = tick / 60 * 60;
        poolTrader.add(thin, tick - 60, tick + 60, 1e9);
        TakeOrder memory order = _takeOrder(pair);
        order.path = abi.encodePacked(weth, uint24(3_000), usdc);
        vm.expectPartialRevert(ILiquidationTaker.TakerSwapIncomplete.selector);
        vm.prank(keeper);
        taker.take(account, order);
    }

    /* CALLBACKS */

    function testFuzz_RevertWhen_SomebodyElseCallsBack(address caller, uint256 amount) public {
        vm.assume(caller != address(engine) && caller != address(0));
        bytes memory path = abi.encodePacked(weth, POOL_FEE, usdc);
        amount = bound(amount, 1, 1e24);
        weth.mint(address(taker), amount);
        bytes memory reason = abi.encodeWithSelector(ILiquidationTaker.TakerCallbackNotAllowed.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(reason);
        taker.onLiquidate(0, amount, path);
        vm.expectRevert(reason);
        taker.uniswapV3SwapCallback(1, -1, abi.encode(weth, amount));
        vm.stopPrank();
    }

    /// @dev A real pool whose callback is not awaited is a stranger too.
    function testFuzz_RevertWhen_ThePoolIsNotAwaited(uint256 amount) public {
        amount = bound(amount, 1, 1e24);
        weth.mint(address(taker), amount);
        vm.prank(address(ethPool));
        vm.expectRevert(abi.encodeWithSelector(ILiquidationTaker.TakerCallbackNotAllowed.selector, address(ethPool)));
        taker.uniswapV3SwapCallback(int256(amount), -1, abi.encode(weth, amount));
    }

    /// @dev 143: what was sent here by mistake pays nobody.
    function testFuzz_DonationsAreNotProfit(uint256 value, uint256 donated) public {
        Pair memory pair = _pair(0);
        (value,) = _boundUnhealthy(value, 1_100);
        _unhealthy(pair, account, value, 1_100);
        ripen(engine, account);
        TakeOrder memory order = _takeOrder(pair);
        uint256 state = vm.snapshotState();
        vm.prank(keeper);
        uint256 profit = taker.take(account, order);
        vm.revertToState(state);
        donated = bound(donated, 1, 1e15);
        usdc.mint(address(taker), donated);
        vm.prank(keeper);
        assertEq(taker.take(account, order), profit);
        assertEq(usdc.balanceOf(address(taker)), donated);
    }
}
