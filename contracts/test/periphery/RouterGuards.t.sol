// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {IExecutor} from "../../src/interfaces/ICallbacks.sol";
import {ITradeRouter, Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {TradeRouter} from "../../src/periphery/TradeRouter.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

contract RouterGuardsTest is RouterTest {
    /* WHO MAY CALL */

    function testFuzz_RevertWhen_ExecutorIsNotCalledByTheEngine(address caller) public {
        vm.assume(caller != address(engine));
        Order memory order = _opening(OrderKind.OpenWithDebtToken, _pair(0), MIN_EQUITY, MIN_EQUITY);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, caller));
        router.onExecute(account, alice, abi.encode(order));
    }

    function testFuzz_RevertWhen_CallbackIsNotFromThePool(address caller, uint256 seed, int256 a0, int256 a1) public {
        Pair memory pair = _pair(seed);
        vm.assume(caller != address(pair.pool));
        bytes memory context = _context(_opening(OrderKind.OpenWithDebtToken, pair, MIN_EQUITY, 1e18));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, caller));
        router.uniswapV3SwapCallback(a0, a1, context);
    }

    /// @dev A real pool, but not of the factory: the same code from another deployer.
    function testFuzz_RevertWhen_PoolIsOfAnotherFactory(uint256 seed) public {
        Pair memory pair = _pair(seed);
        IUniswapV3Factory stranger = UniswapV3.deployFactory();
        address pool = stranger.createPool(address(pair.collateral), address(pair.debt), POOL_FEE);
        bytes memory context = _context(_opening(OrderKind.OpenWithDebtToken, pair, MIN_EQUITY, 1e18));
        vm.prank(pool);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, pool));
        router.uniswapV3SwapCallback(1, -1, context);
    }

    /// @dev A real pool calls back only who called it: an allowance to the router is out of reach.
    function testFuzz_RevertWhen_PoolIsCalledByAThief(uint256 seed) public {
        Pair memory pair = _pair(seed);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, MIN_EQUITY, 0);
        Thief thief = new Thief(router, _context(order));
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, address(thief)));
        thief.swap(pair.pool, address(pair.debt) < address(pair.collateral), int256(order.equity));
        assertEq(pair.debt.balanceOf(alice), order.equity);
    }

    /// @dev Data of the callback, as the router would write it for alice's account.
    function _context(Order memory order) private view returns (bytes memory) {
        return bytes.concat(abi.encode(account, alice, int256(order.amount), uint256(0)), abi.encode(order));
    }

    function test_RevertWhen_CallerIsNeitherOwnerNorOperator() public {
        Order memory order = _opening(OrderKind.OpenWithDebtToken, _pair(0), MIN_EQUITY, MIN_EQUITY);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, bob));
        engine.execute(account, address(router), abi.encode(order));
    }

    /* OPERATORS */

    /// @dev Who calls pays, the account owns, the recipient receives.
    function testFuzz_OperatorPaysAndChoosesTheRecipient(uint256 seed, uint256 equity, uint256 borrow) public {
        Pair memory pair = _pair(seed);
        equity = _boundEquity(equity);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, equity, _boundBorrow(borrow, equity));
        _fund(bob, pair.debt, address(router), order.equity);
        vm.prank(alice);
        engine.setOperator(bob, true);

        vm.prank(bob);
        engine.execute(account, address(router), abi.encode(order));
        assertEq(pair.debt.balanceOf(bob), 0, "the operator paid");
        assertEq(pair.debt.balanceOf(alice), order.equity, "the owner did not");

        order = _orderOf(OrderKind.CloseToDebt, pair, alice);
        vm.prank(bob);
        engine.execute(account, address(router), abi.encode(order));
        assertEq(pair.debt.balanceOf(bob), 0, "the operator was not paid");
        assertGt(pair.debt.balanceOf(alice), order.equity, "the recipient was");
        _assertClosed();
    }

    /* DEADLINE */

    function testFuzz_RevertWhen_OrderExpired(uint256 kind, uint256 late) public {
        Order memory order = _opening(OrderKind(bound(kind, 0, 4)), _pair(kind), MIN_EQUITY, MIN_EQUITY);
        late = bound(late, 1, 365 days);
        vm.warp(order.deadline + late);
        vm.expectRevert(
            abi.encodeWithSelector(ITradeRouter.OrderExpired.selector, order.deadline + late, order.deadline)
        );
        _execute(account, order);
    }

    /* POOLS */

    function testFuzz_RevertWhen_PoolDoesNotExist(uint256 seed, uint24 fee) public {
        vm.assume(fee != POOL_FEE);
        Pair memory pair = _pair(seed);
        Order memory order = _opening(OrderKind.OpenWithDebtToken, pair, MIN_EQUITY, MIN_EQUITY);
        order.poolFee = fee;
        vm.expectPartialRevert(ITradeRouter.PoolNotFound.selector);
        _execute(account, order);
    }

    /// @dev A pool fills what it can and stops at the end of its liquidity; the order does not accept a part.
    function testFuzz_RevertWhen_PoolRunsOut(uint256 seed, bool exactOut) public {
        Pair memory pair = _pair(seed);
        _open(pair, MAX_EQUITY, MAX_EQUITY);
        (uint256 collateral, uint256 debt) = _amounts(pair);
        _createThinPool(pair);

        OrderKind kind = exactOut ? OrderKind.CloseToCollateral : OrderKind.CloseToDebt;
        Order memory order = _orderOf(kind, pair, alice);
        order.poolFee = 3000;
        vm.expectPartialRevert(ITradeRouter.SwapIncomplete.selector);
        _execute(account, order);

        order = _orderOf(OrderKind.Decrease, pair, alice);
        order.poolFee = 3000;
        order.amount = collateral / 2;
        vm.expectPartialRevert(ITradeRouter.SwapIncomplete.selector);
        _deleverage(account, order);

        order = _opening(OrderKind.OpenWithDebtToken, pair, MIN_EQUITY, MAX_EQUITY);
        order.poolFee = 3000;
        vm.expectPartialRevert(ITradeRouter.SwapIncomplete.selector);
        _execute(account, order);
        (uint256 newCollateral, uint256 newDebt) = _amounts(pair);
        assertEq(newCollateral, collateral);
        assertEq(newDebt, debt);
    }

    /// @dev Liquidity of a thousand dollars in a range of ±2 % only.
    function _createThinPool(Pair memory pair) private {
        IUniswapV3Pool pool = IUniswapV3Pool(factory.createPool(address(pair.collateral), address(pair.debt), 3000));
        (uint160 price, int24 tick,,,,,) = pair.pool.slot0();
        pool.initialize(price);
        tick = tick / 60 * 60;
        (IMintable token0, IMintable token1, uint256 price0, uint256 price1) = address(pair.collateral)
            < address(pair.debt)
            ? (pair.collateral, pair.debt, pair.collateralPrice, pair.debtPrice)
            : (pair.debt, pair.collateral, pair.debtPrice, pair.collateralPrice);
        poolTrader.add(pool, tick - 180, tick + 240, UniswapV3.liquidityOf(token0, token1, price0, price1, 1_000e18));
    }

    function testFuzz_RevertWhen_NothingToSwap(uint256 seed, bool opens) public {
        Pair memory pair = _pair(seed);
        Order memory order = opens
            ? _opening(OrderKind.OpenWithCollateralToken, pair, MIN_EQUITY, 0)
            : _orderOf(OrderKind.Decrease, pair, alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        _execute(account, order);
    }

    /// @dev Amounts that would change their sign, or their meaning, on the way to the pool or the engine.
    function testFuzz_RevertWhen_AmountIsHuge(uint256 seed, uint256 amount, uint256 kind) public {
        Pair memory pair = _pair(seed);
        _open(pair, MAX_EQUITY, MAX_EQUITY);
        Order memory order = _orderOf(OrderKind(bound(kind, 0, 2)), pair, alice);
        order.amount = bound(amount, 1 << 127, type(uint256).max);
        vm.expectRevert();
        _execute(account, order);
    }

    /* WRONG TOKENS */

    /// @dev Tokens that are not the assets: real ones with a real pool, in any mixture. Nobody else's balance moves.
    function testFuzz_WrongTokensHurtNobodyElse(uint256 seed, uint256 kind, uint256 wrong) public {
        Pair memory pair = _pair(seed);
        _open(pair, MAX_EQUITY, MAX_EQUITY);
        Order memory order = _opening(OrderKind(bound(kind, 0, 4)), pair, MIN_EQUITY, MIN_EQUITY);
        order.limit = order.kind == OrderKind.CloseToCollateral ? type(uint256).max : 0;
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        order.collateralToken = address(tokens[wrong % 3]);
        order.debtToken = address(tokens[(wrong / 3) % 3]);
        vm.assume(order.collateralToken != address(pair.collateral) || order.debtToken != address(pair.debt));
        for (uint256 i; i < 3; ++i) {
            _fund(alice, tokens[i], address(router), 1e30);
            _fund(bob, tokens[i], address(router), 1e30);
        }
        uint256[2] memory cash =
            [engine.reserve(pair.market, pair.collateralAsset).cash, engine.reserve(pair.market, pair.debtAsset).cash];

        vm.prank(alice);
        (bool success,) =
            address(engine).call(abi.encodeCall(engine.execute, (account, address(router), abi.encode(order))));

        assertFalse(success, "the settlement is short");
        for (uint256 i; i < 3; ++i) {
            assertEq(tokens[i].balanceOf(bob), 1e30, "the router takes from its caller only");
        }
        assertEq(engine.reserve(pair.market, pair.collateralAsset).cash, cash[0]);
        assertEq(engine.reserve(pair.market, pair.debtAsset).cash, cash[1]);
    }

    /// @dev A token of the attacker's own, with a real pool, that calls back from every transfer.
    function testFuzz_HostileTokenGainsNothing(uint256 kind, bool asCollateral, uint256 target) public {
        _open(_pair(0), MAX_EQUITY, MAX_EQUITY);
        HostileToken hostile = new HostileToken();
        _createPool(hostile, usdc, 1e18, USDC_PRICE, POOL_FEE);
        Order memory order = _opening(OrderKind(bound(kind, 0, 4)), _pair(0), MIN_EQUITY, MIN_EQUITY);
        order.limit = order.kind == OrderKind.CloseToCollateral ? type(uint256).max : 0;
        if (asCollateral) (order.collateralToken, order.debtToken) = (address(hostile), address(usdc));
        else (order.collateralToken, order.debtToken) = (address(usdc), address(hostile));
        hostile.mint(alice, 1e30);
        vm.prank(alice);
        hostile.approve(address(router), type(uint256).max);
        (address callee, bytes memory call) = _attack(order, bound(target, 0, 4));
        hostile.aim(callee, call);
        uint256 held = usdc.balanceOf(address(engine));

        vm.prank(alice);
        (bool success,) =
            address(engine).call(abi.encodeCall(engine.execute, (account, address(router), abi.encode(order))));

        assertFalse(success);
        assertEq(usdc.balanceOf(address(engine)), held);
    }

    /// @dev What the hostile token tries from inside a transfer.
    function _attack(Order memory order, uint256 index) private view returns (address, bytes memory) {
        bytes memory data = abi.encode(order);
        if (index == 0) return (address(engine), abi.encodeCall(engine.execute, (account, address(router), data)));
        if (index == 1) return (address(engine), abi.encodeCall(engine.sync, (ETH, 0)));
        if (index == 2) return (address(router), abi.encodeCall(IExecutor.onExecute, (account, alice, data)));
        if (index == 3) return (address(engine), abi.encodeCall(engine.withdraw, (account, 1, 1e18, bob)));
        return (address(router), abi.encodeCall(router.uniswapV3SwapCallback, (int256(1), int256(-1), _context(order))));
    }

    /* RAW DATA */

    /// @dev Whatever bytes are passed as an order: only the caller's account and wallet can move.
    function testFuzz_RawOrderData(bytes calldata data) public {
        _open(_pair(0), MAX_EQUITY, MAX_EQUITY);
        (uint256 collateral, uint256 debt) = _amounts(_pair(0));
        _fund(alice, usdc, address(router), 1e18);
        vm.prank(bob);
        (bool success,) =
            address(engine).call(abi.encodeCall(engine.execute, (_account(bob, 0), address(router), data)));
        assertFalse(success);
        (uint256 newCollateral, uint256 newDebt) = _amounts(_pair(0));
        assertEq(newCollateral, collateral);
        assertEq(newDebt, debt);
        assertEq(usdc.balanceOf(alice), 1e18);
    }

    function test_Constructor() public view {
        assertEq(address(router.ENGINE()), address(engine));
        assertEq(router.FACTORY(), address(factory));
    }
}

/// @notice Calls a real pool and hands its callback on to the router.
contract Thief {
    TradeRouter private immutable _router;
    bytes private _data;

    constructor(TradeRouter router, bytes memory data) {
        (_router, _data) = (router, data);
    }

    function swap(IUniswapV3Pool pool, bool zeroForOne, int256 amount) external {
        uint160 limit = zeroForOne ? 4295128740 : 1461446703485210103287273052203988822378723970341;
        pool.swap(address(this), zeroForOne, amount, limit, "");
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        _router.uniswapV3SwapCallback(amount0, amount1, _data);
    }
}

/// @notice Calls somewhere on every transfer, and goes on whatever comes of it.
contract HostileToken is PlainToken {
    address private _target;
    bytes private _call;

    constructor() PlainToken("EVIL", 18) {}

    function aim(address target, bytes memory data) external {
        (_target, _call) = (target, data);
    }

    function _move(address from, address to, uint256 amount) internal override {
        super._move(from, to, amount);
        if (_target == address(0)) return;
        (bool success,) = _target.call(_call);
        require(!success, "the attack worked");
    }
}
