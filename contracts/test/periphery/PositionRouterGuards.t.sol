// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {IExecutor} from "../../src/interfaces/ICallbacks.sol";
import {IPositionRouter, PositionOrder, PositionOrderKind} from "../../src/interfaces/IPositionRouter.sol";
import {ITradeRouter} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";
import {PositionRouterTest} from "./PositionRouterTest.sol";
import {Pair} from "./RouterTest.sol";

contract PositionRouterGuardsTest is PositionRouterTest {
    uint256 private _collateral;
    uint256 private _debt;

    function setUp() public override {
        super.setUp();
        (_collateral, _debt) = _openCross(1, MAX_EQUITY, MAX_EQUITY);
    }

    /// @dev A valid order of each kind on the position of `setUp`.
    function _orderOf(uint256 kind) private view returns (PositionOrder memory order) {
        kind = kind % 3;
        if (kind == 0) return _positionOrder(PositionOrderKind.Flip, CROSS, 1, 0, 1e18, _path(weth, usdc));
        if (kind == 1) {
            return _positionOrder(PositionOrderKind.SwapCollateral, CROSS, 1, 2, 1e18, _path(weth, wbtc));
        }
        return _positionOrder(PositionOrderKind.SwapDebt, CROSS, 0, 2, 1e9, _path(wbtc, usdc));
    }

    function testFuzz_OrdersOfThisTestWork(uint256 kind) public {
        _run(_orderOf(kind));
        _assertEmpty();
    }

    /* WHO MAY CALL */

    function testFuzz_RevertWhen_ExecutorIsNotCalledByTheEngine(address caller, uint256 kind) public {
        vm.assume(caller != address(engine));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, caller));
        positions.onExecute(account, alice, abi.encode(_orderOf(kind)));
    }

    function _context(PositionOrder memory order) private view returns (bytes memory) {
        return bytes.concat(abi.encode(account, uint256(0), int256(1)), abi.encode(order));
    }

    function testFuzz_RevertWhen_CallbackIsNotFromThePool(address caller, uint256 kind, int256 a0, int256 a1) public {
        vm.assume(caller != address(crossPool) && caller != address(btcPool) && caller != address(ethPool));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, caller));
        positions.uniswapV3SwapCallback(a0, a1, _context(_orderOf(kind)));
    }

    /// @dev A real pool, but not of the factory: the same code from another deployer.
    function testFuzz_RevertWhen_PoolIsOfAnotherFactory(uint256 kind) public {
        address pool = UniswapV3.deployFactory().createPool(address(weth), address(usdc), POOL_FEE);
        vm.prank(pool);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, pool));
        positions.uniswapV3SwapCallback(1, -1, _context(_orderOf(kind)));
    }

    function testFuzz_RevertWhen_CallerIsNeitherOwnerNorOperator(uint256 kind) public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, bob));
        engine.execute(account, address(positions), abi.encode(_orderOf(kind)));
    }

    /// @dev An operator may, and nothing reaches or leaves his wallet.
    function testFuzz_OperatorMovesNoTokens(uint256 kind) public {
        vm.prank(alice);
        engine.setOperator(bob, true);
        uint256 held = usdc.balanceOf(alice);
        vm.prank(bob);
        engine.execute(account, address(positions), abi.encode(_orderOf(kind)));
        assertEq(usdc.balanceOf(alice), held);
        assertEq(usdc.balanceOf(bob) + weth.balanceOf(bob) + wbtc.balanceOf(bob), 0);
    }

    /* ORDER */

    function testFuzz_RevertWhen_OrderExpired(uint256 kind, uint256 late) public {
        PositionOrder memory order = _orderOf(kind);
        vm.warp(order.deadline + bound(late, 1, 365 days));
        vm.expectRevert(
            abi.encodeWithSelector(ITradeRouter.OrderExpired.selector, vm.getBlockTimestamp(), order.deadline)
        );
        _run(order);
    }

    function testFuzz_RevertWhen_PathIsNotOne(uint256 kind, uint256 length) public {
        length = bound(length, 0, 200);
        bool whole = length == 43 || (kind % 3 != 0 && (length == 66 || length == 89));
        vm.assume(!whole);
        PositionOrder memory order = _orderOf(kind);
        order.path = new bytes(length);
        vm.expectRevert(abi.encodeWithSelector(IPositionRouter.PathInvalid.selector, length));
        _run(order);
    }

    function testFuzz_RevertWhen_PoolDoesNotExist(uint256 kind, uint24 fee) public {
        vm.assume(fee != POOL_FEE);
        PositionOrder memory order = _orderOf(kind);
        order.path = abi.encodePacked(kind % 3 == 2 ? wbtc : weth, fee, kind % 3 == 1 ? wbtc : usdc);
        vm.expectPartialRevert(ITradeRouter.PoolNotFound.selector);
        _run(order);
    }

    /// @dev Risk may be added: `deleverage` refuses all three.
    function testFuzz_RevertWhen_Deleveraging(uint256 kind) public {
        vm.prank(alice);
        vm.expectRevert(Errors.NotDeleveraging.selector);
        engine.deleverage(account, address(positions), abi.encode(_orderOf(kind)));
    }

    /// @dev A pool fills what it can and stops at the end of its liquidity; the order does not accept a part.
    function testFuzz_RevertWhen_PoolRunsOut(uint256 kind) public {
        PositionOrder memory order = _orderOf(kind);
        (IMintable a, IMintable b) = (kind % 3 == 2 ? wbtc : weth, kind % 3 == 1 ? wbtc : usdc);
        IUniswapV3Pool pool = IUniswapV3Pool(factory.createPool(address(a), address(b), 3000));
        (uint160 price, int24 tick,,,,,) = _poolOf(a, b).slot0();
        pool.initialize(price);
        tick = tick / 60 * 60;
        poolTrader.add(pool, tick - 180, tick + 240, 1e6);
        order.path = abi.encodePacked(a, uint24(3000), b);
        vm.expectPartialRevert(ITradeRouter.SwapIncomplete.selector);
        _run(order);
    }

    /* WRONG TOKENS */

    /// @dev Assets and path that do not belong together: nothing moves, for nobody.
    function testFuzz_WrongTokensMoveNothing(uint256 kind, uint256 path, uint8 from, uint8 to) public {
        PositionOrder memory order = _orderOf(kind);
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        (uint256 a, uint256 b) = (path % 3, (path / 3) % 3);
        (order.fromAsset, order.toAsset) = (from % 3, to % 3);
        bool debts = order.kind == PositionOrderKind.SwapDebt;
        vm.assume(a != (debts ? order.toAsset : order.fromAsset) || b != (debts ? order.fromAsset : order.toAsset));
        order.path = _path(tokens[a], tokens[b]);
        vm.prank(alice);
        (bool success,) =
            address(engine).call(abi.encodeCall(engine.execute, (account, address(positions), abi.encode(order))));
        assertFalse(success);
        _assertPosition(1, 0, _collateral, _debt);
        _assertEmpty();
    }

    /// @dev A token of the attacker's own in the middle of the path, that calls back from every transfer.
    function testFuzz_HostileTokenGainsNothing(uint256 target) public {
        HostileToken hostile = new HostileToken();
        _createPool(hostile, weth, 1e18, WETH_PRICE, POOL_FEE);
        _createPool(hostile, wbtc, 1e18, WBTC_PRICE, POOL_FEE);
        PositionOrder memory order = _orderOf(1);
        order.path = _path(weth, hostile, wbtc);
        bytes memory data = abi.encode(order);
        bytes[5] memory attacks = [
            abi.encodeCall(engine.execute, (account, address(positions), data)),
            abi.encodeCall(engine.sync, (CROSS, 0)),
            abi.encodeCall(IExecutor.onExecute, (account, alice, data)),
            abi.encodeCall(engine.withdraw, (account, 1, 1e18, bob)),
            abi.encodeCall(positions.uniswapV3SwapCallback, (int256(1), int256(-1), _context(order)))
        ];
        target = target % 5;
        hostile.aim(target == 2 || target == 4 ? address(positions) : address(engine), attacks[target]);
        // the swap itself is the caller's own affair; the attacks from inside it all fail, or it would revert
        _run(order);
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, _collateral - 1e18);
        assertGt(hostile.calls(), 0, "the token called");
        assertEq(weth.balanceOf(bob), 0);
        _assertEmpty();
    }

    /// @dev Whatever bytes are passed as an order: only the caller's account can move.
    function testFuzz_RawOrderData(bytes calldata data) public {
        vm.prank(bob);
        (bool success,) =
            address(engine).call(abi.encodeCall(engine.execute, (_account(bob, 0), address(positions), data)));
        assertFalse(success);
        _assertPosition(1, 0, _collateral, _debt);
    }

    function test_Constructor() public view {
        assertEq(address(positions.ENGINE()), address(engine));
        assertEq(positions.FACTORY(), address(factory));
    }
}

/// @notice Calls somewhere on every transfer; reverts if that works.
contract HostileToken is PlainToken {
    uint256 public calls;
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
        ++calls;
    }
}
