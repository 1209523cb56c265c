// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3SwapCallback} from "@uniswap/v3-core/contracts/interfaces/callback/IUniswapV3SwapCallback.sol";
import {IUniswapV3PoolActions} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolActions.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {ILiquidationCallback} from "../interfaces/ICallbacks.sol";
import {ILiquidationTaker, TakeOrder} from "../interfaces/ILiquidationTaker.sol";
import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {Take} from "../interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../libraries/Errors.sol";
import {UniswapPools} from "../libraries/UniswapPools.sol";

/// @title Liquidation taker: sells what it seizes to pay what it owes.
/// @dev Trust:
/// 1. No state between calls, no owner, no token balance but what was sent here by mistake; allowance only to the engine,
///    of what it is about to pull.
/// 2. The engine calls back only who called it, so the data of `onLiquidate` is what `take` wrote.
/// 3. It pays only pools whose address follows from the factory; tokens of the path are the caller's choice, and a
///    wrong one leaves it short of what the engine pulls.
/// 4. The profit is what the last pool paid beyond debt and fee; everything else reverts.
contract LiquidationTaker is ILiquidationTaker, IUniswapV3SwapCallback {
    using SafeCastLib for uint256;
    using SafeTransferLib for address;

    uint256 private constant TOKEN_LENGTH = 20;
    /// @dev Of a token and the fee after it.
    uint256 private constant HOP_LENGTH = 23;
    uint256 private constant MAX_HOPS = 3;

    IMarginEngine public immutable ENGINE;
    address public immutable FACTORY;

    /// @dev What the sale of the running take brought, plus 1; 0 while none runs.
    uint256 private transient _proceeds;
    /// @dev Pool whose callback is awaited.
    address private transient _pool;

    constructor(IMarginEngine engine, address factory) {
        (ENGINE, FACTORY) = (engine, factory);
    }

    /// @inheritdoc ILiquidationTaker
    function take(bytes32 account, TakeOrder calldata order) external returns (uint256 profit) {
        _requireOther(account);
        (uint256 paid, uint256 seized) = ENGINE.liquidate(account, _takeOf(order));
        return _payOut(order, paid, seized);
    }

    /// @inheritdoc ILiquidationTaker
    function takeMany(bytes32[] calldata accounts, TakeOrder calldata order) external returns (uint256 profit) {
        for (uint256 i; i < accounts.length; ++i) {
            _requireOther(accounts[i]);
        }
        (uint256 paid, uint256 seized) = ENGINE.liquidateMany(accounts, _takeOf(order));
        return _payOut(order, paid, seized);
    }

    /// @inheritdoc ILiquidationCallback
    function onLiquidate(uint256 paid, uint256 seized, bytes calldata path) external {
        require(msg.sender == address(ENGINE), TakerCallbackNotAllowed(msg.sender));
        uint256 amount = seized;
        uint256 last = path.length - TOKEN_LENGTH;
        for (uint256 at; at < last; at += HOP_LENGTH) {
            amount = _swap(path[at:at + HOP_LENGTH + TOKEN_LENGTH], amount);
        }
        _proceeds = amount;
        address debtToken = _tokenAt(path, last);
        debtToken.safeApproveWithRetry(msg.sender, paid);
    }

    /// @inheritdoc IUniswapV3SwapCallback
    function uniswapV3SwapCallback(int256 amount0Delta, int256 amount1Delta, bytes calldata data) external {
        require(msg.sender == _pool, TakerCallbackNotAllowed(msg.sender));
        _pool = address(0);
        (address token, uint256 amount) = abi.decode(data, (address, uint256));
        // forge-lint: disable-next-line(unsafe-typecast) — one of both is what the pool is owed, and positive
        uint256 owed = uint256(amount0Delta > 0 ? amount0Delta : amount1Delta);
        // a pool that runs out of liquidity fills a part and does not say so
        require(owed == amount, TakerSwapIncomplete(owed, amount));
        token.safeTransfer(msg.sender, owed);
    }

    /// @dev An owner must not collect his own penalty. He can through another address, and pays the fee for nothing.
    function _requireOther(bytes32 account) private view {
        require(address(bytes20(account)) != msg.sender, Errors.OwnAccount(account));
    }

    function _takeOf(TakeOrder calldata order) private view returns (Take memory) {
        uint256 length = order.path.length;
        require(
            length > TOKEN_LENGTH && length <= TOKEN_LENGTH + MAX_HOPS * HOP_LENGTH
                && (length - TOKEN_LENGTH) % HOP_LENGTH == 0,
            TakerPathInvalid(length)
        );
        return Take({
            collateralAsset: order.collateralAsset,
            debtAsset: order.debtAsset,
            maxRepaid: order.maxRepaid,
            maxPrice: type(uint256).max, // `minProfit` says the same after the sale
            deadline: order.deadline,
            to: address(this),
            data: order.path
        });
    }

    function _payOut(TakeOrder calldata order, uint256 paid, uint256 seized) private returns (uint256 profit) {
        uint256 proceeds = _proceeds;
        _proceeds = 0;
        profit = proceeds > paid ? proceeds - paid : 0;
        require(proceeds >= paid && profit >= order.minProfit, ProfitBelowMinimum(profit, order.minProfit));
        address debtToken = _tokenAt(order.path, order.path.length - TOKEN_LENGTH);
        emit TakeAndSell(msg.sender, order.recipient, debtToken, paid, seized, profit);
        if (profit != 0) debtToken.safeTransfer(order.recipient, profit);
    }

    /// @param hop `token 20 | fee 3 | token 20`.
    /// @return What the pool paid.
    function _swap(bytes calldata hop, uint256 amount) private returns (uint256) {
        address tokenIn = _tokenAt(hop, 0);
        address tokenOut = _tokenAt(hop, HOP_LENGTH);
        uint24 fee = uint24(bytes3(hop[TOKEN_LENGTH:HOP_LENGTH]));
        address pool = UniswapPools.poolOf(FACTORY, tokenIn, tokenOut, fee);
        require(pool.code.length != 0, TakerPoolNotFound(pool));
        bool zeroForOne = tokenIn < tokenOut;
        _pool = pool;
        (int256 amount0, int256 amount1) = IUniswapV3PoolActions(pool)
            .swap(
                address(this),
                zeroForOne,
                amount.toInt256(),
                zeroForOne ? UniswapPools.LOWEST_SQRT_PRICE : UniswapPools.HIGHEST_SQRT_PRICE,
                abi.encode(tokenIn, amount)
            );
        // forge-lint: disable-next-line(unsafe-typecast) — what the pool paid is negative
        return uint256(-(zeroForOne ? amount1 : amount0));
    }

    function _tokenAt(bytes calldata path, uint256 at) private pure returns (address) {
        return address(bytes20(path[at:at + TOKEN_LENGTH]));
    }
}
