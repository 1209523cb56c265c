// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3SwapCallback} from "@uniswap/v3-core/contracts/interfaces/callback/IUniswapV3SwapCallback.sol";
import {IUniswapV3PoolActions} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolActions.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IExecutor} from "../interfaces/ICallbacks.sol";
import {Adjustment, IMarginEngine, SETTLE_COLLATERAL, SETTLE_DEBT} from "../interfaces/IMarginEngine.sol";
import {IPositionRouter, PositionOrder, PositionOrderKind} from "../interfaces/IPositionRouter.sol";
import {ITradeRouter} from "../interfaces/ITradeRouter.sol";
import {Errors} from "../libraries/Errors.sol";
import {UniswapPools} from "../libraries/UniswapPools.sol";

/// @title Position router: an executor of the margin engine that turns a position into another one on Uniswap v3.
/// @dev Trust:
/// 1. No state, no owner, no allowance given to anyone; a token is here only between two transfers of one call.
/// 2. It acts on an account only while the engine runs it, and pulls nothing from anybody's wallet.
/// 3. It pays only pools whose address follows from the factory; such a pool calls back only who called `swap`, so the
///    callback's data is what `onExecute` wrote.
/// 4. Path and limit are the caller's choice; a wrong token leaves a pool or the engine's settlement short and reverts.
/// 5. It decides nothing about solvency: the engine checks the account when `onExecute` returns.
contract PositionRouter is IPositionRouter, IUniswapV3SwapCallback {
    using SafeCastLib for uint256;
    using SafeTransferLib for address;

    uint256 private constant TOKEN_LENGTH = 20;
    /// @dev Of a token and the fee after it.
    uint256 private constant HOP_LENGTH = 23;
    uint256 private constant MAX_HOPS = 3;
    /// @dev `abi.encode(account, hop, amount)`, which precedes the order in the data of the callback.
    uint256 private constant CONTEXT_LENGTH = 96;

    IMarginEngine public immutable ENGINE;
    address public immutable FACTORY;

    constructor(IMarginEngine engine, address factory) {
        (ENGINE, FACTORY) = (engine, factory);
    }

    /// @inheritdoc IExecutor
    function onExecute(bytes32 account, address, bytes calldata data) external {
        require(msg.sender == address(ENGINE), ITradeRouter.CallbackNotAllowed(msg.sender));
        PositionOrder calldata order = _order(data);
        require(block.timestamp <= order.deadline, ITradeRouter.OrderExpired(block.timestamp, order.deadline));
        // The last pool pays the engine: what arrives after `sync` belongs to this account.
        if (order.kind == PositionOrderKind.Flip) _flip(order, account, data);
        else if (order.kind == PositionOrderKind.SwapCollateral) _swapCollateral(order, account, data);
        else _swapDebt(order, account, data);
    }

    /// @inheritdoc IUniswapV3SwapCallback
    function uniswapV3SwapCallback(int256 amount0Delta, int256 amount1Delta, bytes calldata data) external {
        bytes calldata encoded = data[CONTEXT_LENGTH:];
        PositionOrder calldata order = _order(encoded);
        (bytes32 account, uint256 hop, int256 amount) = abi.decode(data, (bytes32, uint256, int256));
        (address pool, address tokenIn,) = _hopAt(order, hop);
        require(msg.sender == pool, ITradeRouter.CallbackNotAllowed(msg.sender));
        (uint256 paid, uint256 received) = amount0Delta > 0
            ? (uint256(amount0Delta), uint256(-amount1Delta))
            : (uint256(amount1Delta), uint256(-amount0Delta));
        // A pool that runs out of liquidity fills a part and does not say so.
        if (amount > 0) require(paid == uint256(amount), ITradeRouter.SwapIncomplete(paid, uint256(amount)));
        else require(received == uint256(-amount), ITradeRouter.SwapIncomplete(received, uint256(-amount)));

        if (order.kind == PositionOrderKind.Flip) {
            _settleFlip(order, account, received);
        } else if (order.kind == PositionOrderKind.SwapCollateral) {
            if (hop == 0) _payWithCollateral(order, account, paid);
            else tokenIn.safeTransfer(msg.sender, paid);
        } else {
            // The pool before buys for this one what it is owed; the first is paid with the new debt.
            if (hop == 0) _settleDebt(order, account, paid);
            else _swap(order, account, hop - HOP_LENGTH, -int256(paid.toInt128()), msg.sender, encoded);
        }
    }

    /* ORDERS */

    function _flip(PositionOrder calldata order, bytes32 account, bytes calldata data) private {
        require(_lastHop(order) == 0, PathInvalid(order.path.length));
        (uint256 held,) = ENGINE.amounts(account, order.fromAsset, order.toAsset);
        ENGINE.sync(order.market, order.toAsset);
        _swap(order, account, 0, (held + order.amount).toInt128(), address(ENGINE), data);
    }

    function _swapCollateral(PositionOrder calldata order, bytes32 account, bytes calldata data) private {
        uint256 last = _lastHop(order);
        ENGINE.sync(order.market, order.toAsset);
        uint256 amount = order.amount;
        for (uint256 hop; hop <= last; hop += HOP_LENGTH) {
            address recipient = hop == last ? address(ENGINE) : address(this);
            amount = _swap(order, account, hop, amount.toInt128(), recipient, data);
        }
        require(amount >= order.limit, ITradeRouter.SlippageExceeded(amount, order.limit));
        Adjustment memory a = _adjustment(order, account);
        (a.collateralAsset, a.collateralDelta) = (order.toAsset, SETTLE_COLLATERAL);
        ENGINE.adjust(a);
    }

    /// @dev Exactly what is repaid is bought: the pools are called from the last to the first, each from the callback of
    /// the one after it.
    function _swapDebt(PositionOrder calldata order, bytes32 account, bytes calldata data) private {
        uint256 last = _lastHop(order);
        (, uint256 owed) = ENGINE.amounts(account, order.toAsset, order.fromAsset);
        ENGINE.sync(order.market, order.fromAsset);
        uint256 repaid = FixedPointMathLib.min(order.amount, owed);
        _swap(order, account, last, -int256(repaid.toInt128()), address(ENGINE), data);
    }

    /* SETTLEMENT: inside the callback, `msg.sender` is the pool */

    /// @dev The old position is closed before the new one is opened, as an account never holds and owes one asset. What
    /// the debt leaves of the proceeds comes here in between: an arrival at the engine serves one purpose.
    function _settleFlip(PositionOrder calldata order, bytes32 account, uint256 received) private {
        require(received >= order.limit, ITradeRouter.SlippageExceeded(received, order.limit));
        (, uint256 owed) = ENGINE.amounts(account, order.fromAsset, order.toAsset);
        require(received >= owed, ITradeRouter.ProceedsBelowDebt(received, owed));
        Adjustment memory a = _adjustment(order, account);
        (a.collateralAsset, a.restTo) = (order.fromAsset, msg.sender);
        (a.debtAsset, a.debtDelta, a.debtTo) = (order.toAsset, SETTLE_DEBT, address(this));
        ENGINE.adjust(a);

        ENGINE.sync(order.market, order.toAsset);
        (,, address token) = _hopAt(order, 0);
        token.safeTransfer(address(ENGINE), received - owed);
        (a.collateralAsset, a.collateralDelta, a.restTo) = (order.toAsset, SETTLE_COLLATERAL, address(0));
        (a.debtAsset, a.debtDelta, a.debtTo) = (order.fromAsset, order.amount.toInt128(), msg.sender);
        ENGINE.adjust(a);
    }

    function _payWithCollateral(PositionOrder calldata order, bytes32 account, uint256 paid) private {
        Adjustment memory a = _adjustment(order, account);
        (a.collateralAsset, a.collateralDelta, a.collateralTo) = (order.fromAsset, -int256(paid), msg.sender);
        ENGINE.adjust(a);
    }

    /// @dev Repaid first: the room under the debt cap and the inline place of the account are free then.
    function _settleDebt(PositionOrder calldata order, bytes32 account, uint256 paid) private {
        require(paid <= order.limit, ITradeRouter.SlippageExceeded(paid, order.limit));
        Adjustment memory a = _adjustment(order, account);
        (a.debtAsset, a.debtDelta) = (order.fromAsset, SETTLE_DEBT);
        ENGINE.adjust(a);
        (a.debtAsset, a.debtDelta, a.debtTo) = (order.toAsset, paid.toInt128(), msg.sender);
        ENGINE.adjust(a);
    }

    function _adjustment(PositionOrder calldata order, bytes32 account) private pure returns (Adjustment memory a) {
        (a.account, a.market) = (account, order.market);
    }

    /* POOLS */

    /// @param amount Exact input if positive, exact output if negative.
    /// @return received What the pool paid.
    function _swap(
        PositionOrder calldata order,
        bytes32 account,
        uint256 hop,
        int256 amount,
        address recipient,
        bytes calldata encoded
    ) private returns (uint256 received) {
        require(amount != 0, Errors.ZeroAmount());
        (address pool, address tokenIn, address tokenOut) = _hopAt(order, hop);
        require(pool.code.length != 0, ITradeRouter.PoolNotFound(pool));
        return _trade(pool, tokenIn < tokenOut, amount, recipient, abi.encodePacked(account, hop, amount, encoded));
    }

    function _trade(address pool, bool zeroForOne, int256 amount, address recipient, bytes memory context)
        private
        returns (uint256 received)
    {
        uint160 priceLimit = zeroForOne ? UniswapPools.LOWEST_SQRT_PRICE : UniswapPools.HIGHEST_SQRT_PRICE;
        (int256 amount0, int256 amount1) =
            IUniswapV3PoolActions(pool).swap(recipient, zeroForOne, amount, priceLimit, context);
        return uint256(-(zeroForOne ? amount1 : amount0));
    }

    /// @dev Offset of the last pool in the path.
    function _lastHop(PositionOrder calldata order) private pure returns (uint256) {
        uint256 length = order.path.length;
        bool whole = length > TOKEN_LENGTH && length <= TOKEN_LENGTH + MAX_HOPS * HOP_LENGTH
            && (length - TOKEN_LENGTH) % HOP_LENGTH == 0;
        require(whole, PathInvalid(length));
        return length - TOKEN_LENGTH - HOP_LENGTH;
    }

    function _hopAt(PositionOrder calldata order, uint256 hop)
        private
        view
        returns (address pool, address tokenIn, address tokenOut)
    {
        bytes calldata path = order.path[hop:hop + HOP_LENGTH + TOKEN_LENGTH];
        tokenIn = address(bytes20(path[:TOKEN_LENGTH]));
        tokenOut = address(bytes20(path[HOP_LENGTH:]));
        pool = UniswapPools.poolOf(FACTORY, tokenIn, tokenOut, uint24(bytes3(path[TOKEN_LENGTH:HOP_LENGTH])));
    }

    /// @dev Read in place, as in the trade router: a malformed order hurts only its caller.
    function _order(bytes calldata data) private pure returns (PositionOrder calldata order) {
        assembly ("memory-safe") {
            order := add(data.offset, calldataload(data.offset))
        }
    }
}
