// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IUniswapV3SwapCallback} from "@uniswap/v3-core/contracts/interfaces/callback/IUniswapV3SwapCallback.sol";
import {IUniswapV3PoolActions} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolActions.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IExecutor} from "../interfaces/ICallbacks.sol";
import {Adjustment, IMarginEngine, SETTLE_COLLATERAL, SETTLE_DEBT} from "../interfaces/IMarginEngine.sol";
import {IPermit2, PERMIT2} from "../interfaces/IPermit2.sol";
import {ITradeRouter, Order, OrderKind, PermitKind} from "../interfaces/ITradeRouter.sol";
import {Errors} from "../libraries/Errors.sol";
import {UniswapPools} from "../libraries/UniswapPools.sol";

/// @title Trade router: an executor of the margin engine that trades on Uniswap v3.
/// @dev Trust:
/// 1. No state, no owner, no token balance between calls, no allowance given to anyone.
/// 2. It acts on an account only while the engine runs it, and pulls tokens only from who called `execute` himself.
/// 3. It pays only pools whose address follows from the factory; such a pool calls back only who called `swap`, so the
///    callback's data is what `onExecute` wrote.
/// 4. Tokens, recipient and limit are the caller's choice; a wrong token leaves the engine's settlement short and reverts.
/// 5. It decides nothing about solvency: the engine checks the account when `onExecute` returns.
contract TradeRouter is ITradeRouter, IUniswapV3SwapCallback {
    using SafeCastLib for uint256;
    using SafeTransferLib for address;

    // `abi.encode(account, caller, amount, debt)`, which precedes the order in the data of the callback.
    uint256 internal constant CONTEXT_LENGTH = 128;

    IMarginEngine public immutable ENGINE;
    address public immutable FACTORY;

    constructor(IMarginEngine engine, address factory) {
        ENGINE = engine;
        FACTORY = factory;
    }

    /// @inheritdoc IExecutor
    function onExecute(bytes32 account, address caller, bytes calldata data) external {
        if (msg.sender != address(ENGINE)) revert CallbackNotAllowed(msg.sender);
        Order calldata order = _order(data);
        if (block.timestamp > order.deadline) revert OrderExpired(block.timestamp, order.deadline);

        // The pool pays the engine before it calls back: what arrives after `sync` belongs to this account.
        if (_opens(order.kind)) {
            ENGINE.sync(order.market, order.collateralAsset);
            if (order.permitKind == PermitKind.Erc2612) _permit(order, caller);
            uint256 sold = order.kind == OrderKind.OpenWithDebtToken ? order.equity + order.amount : order.amount;
            int256 amount = sold.toInt128();
            _swap(
                order.debtToken,
                order.collateralToken,
                order.poolFee,
                amount,
                _context(account, caller, amount, 0, data)
            );
        } else {
            ENGINE.sync(order.market, order.debtAsset);
            (int256 amount, uint256 debt) = _reduction(order, account);
            _swap(
                order.collateralToken,
                order.debtToken,
                order.poolFee,
                amount,
                _context(account, caller, amount, debt, data)
            );
            if (order.kind == OrderKind.Decrease && order.payout != 0) _payOut(order, account);
        }
    }

    /// @inheritdoc IUniswapV3SwapCallback
    function uniswapV3SwapCallback(int256 amount0Delta, int256 amount1Delta, bytes calldata data) external {
        Order calldata order = _order(data[CONTEXT_LENGTH:]);
        address pool = UniswapPools.poolOf(FACTORY, order.collateralToken, order.debtToken, order.poolFee);
        if (msg.sender != pool) revert CallbackNotAllowed(msg.sender);
        (bytes32 account, address caller, int256 amount, uint256 debt) =
            abi.decode(data, (bytes32, address, int256, uint256));
        uint256 paid;
        uint256 received;
        // a pool's deltas are of opposite signs, and above −2^255
        unchecked {
            (paid, received) = amount0Delta > 0
                ? (uint256(amount0Delta), uint256(-amount1Delta))
                : (uint256(amount1Delta), uint256(-amount0Delta));
        }

        _checkSwap(order, amount, paid, received);
        if (_opens(order.kind)) {
            _settleOpening(order, account, caller);
        } else {
            require(order.kind != OrderKind.CloseToDebt || received >= debt, ProceedsBelowDebt(received, debt));
            _settleReduction(order, account, paid);
        }
    }

    /* SWAP */

    /// @dev What a reducing order swaps, negative for exact output, and what the account owes if it closes.
    function _reduction(Order calldata order, bytes32 account) internal view returns (int256 amount, uint256 debt) {
        if (order.kind == OrderKind.Decrease) return (order.amount.toInt128(), 0);
        uint256 collateral;
        (collateral, debt) = ENGINE.amounts(account, order.collateralAsset, order.debtAsset);
        amount = order.kind == OrderKind.CloseToDebt ? collateral.toInt128() : -int256(debt.toInt128());
    }

    function _swap(address tokenIn, address tokenOut, uint24 fee, int256 amount, bytes memory context) internal {
        if (amount == 0) revert Errors.ZeroAmount();
        address pool = UniswapPools.poolOf(FACTORY, tokenIn, tokenOut, fee);
        if (pool.code.length == 0) revert PoolNotFound(pool);
        bool zeroForOne = tokenIn < tokenOut;
        uint160 priceLimit = zeroForOne ? UniswapPools.LOWEST_SQRT_PRICE : UniswapPools.HIGHEST_SQRT_PRICE;
        IUniswapV3PoolActions(pool).swap(address(ENGINE), zeroForOne, amount, priceLimit, context);
    }

    /// @dev A pool that runs out of liquidity fills a part and does not say so.
    function _checkSwap(Order calldata order, int256 amount, uint256 paid, uint256 received) internal pure {
        // `amount` has 128 bits: its negation is exact
        unchecked {
            (uint256 actual, uint256 wanted) = amount > 0 ? (paid, uint256(amount)) : (received, uint256(-amount));
            if (actual != wanted) revert SwapIncomplete(actual, wanted);
        }
        if (order.kind == OrderKind.CloseToCollateral) {
            if (paid > order.limit) revert SlippageExceeded(paid, order.limit);
        } else if (received < order.limit) {
            revert SlippageExceeded(received, order.limit);
        }
    }

    /* SETTLEMENT: inside the callback, `msg.sender` is the pool */

    function _settleOpening(Order calldata order, bytes32 account, address caller) internal {
        if (order.equity != 0) {
            // Equity in the debt token was part of the swap, so it is part of what the pool is owed.
            if (order.kind == OrderKind.OpenWithDebtToken) _pullEquity(order, caller, order.debtToken, msg.sender);
            else _pullEquity(order, caller, order.collateralToken, address(ENGINE));
        }
        ENGINE.adjust(
            Adjustment({
                account: account,
                market: order.market,
                collateralAsset: order.collateralAsset,
                debtAsset: order.debtAsset,
                collateralDelta: SETTLE_COLLATERAL,
                collateralTo: address(0),
                debtDelta: order.amount.toInt128(),
                debtTo: msg.sender,
                restTo: address(0)
            })
        );
    }

    function _settleReduction(Order calldata order, bytes32 account, uint256 paid) internal {
        ENGINE.adjust(
            Adjustment({
                account: account,
                market: order.market,
                collateralAsset: order.collateralAsset,
                debtAsset: order.debtAsset,
                collateralDelta: -int256(paid.toInt128()),
                collateralTo: msg.sender,
                debtDelta: SETTLE_DEBT,
                debtTo: order.recipient,
                restTo: order.kind == OrderKind.CloseToCollateral ? order.recipient : address(0)
            })
        );
    }

    function _payOut(Order calldata order, bytes32 account) internal {
        ENGINE.adjust(
            Adjustment({
                account: account,
                market: order.market,
                collateralAsset: order.collateralAsset,
                debtAsset: order.debtAsset,
                collateralDelta: 0,
                collateralTo: address(0),
                debtDelta: order.payout.toInt128(),
                debtTo: order.recipient,
                restTo: address(0)
            })
        );
    }

    /* EQUITY */

    /// @dev Somebody may have used the signature first; then the allowance is there and the pull decides.
    function _permit(Order calldata order, address caller) internal {
        (uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) =
            abi.decode(order.permit, (uint256, uint256, uint8, bytes32, bytes32));
        address token = order.kind == OrderKind.OpenWithDebtToken ? order.debtToken : order.collateralToken;
        try IERC20Permit(token).permit(caller, address(this), value, deadline, v, r, s) {} catch {}
    }

    /// @dev The signature of Permit2 names no action: it needs none, as only its signer can be `caller`.
    function _pullEquity(Order calldata order, address caller, address token, address to) internal {
        if (order.permitKind != PermitKind.Permit2) {
            token.safeTransferFrom(caller, to, order.equity);
            return;
        }
        (uint256 nonce, uint256 deadline, bytes memory signature) = abi.decode(order.permit, (uint256, uint256, bytes));
        PERMIT2.permitTransferFrom(
            IPermit2.PermitTransferFrom(IPermit2.TokenPermissions(token, order.equity), nonce, deadline),
            IPermit2.SignatureTransferDetails(to, order.equity),
            caller,
            signature
        );
    }

    /* DATA */

    function _opens(OrderKind kind) internal pure returns (bool) {
        return kind <= OrderKind.OpenWithCollateralToken;
    }

    /// @dev The order is read in place: decoding it to memory, twice a trade, costs more than all else here. Reading
    /// past the end gives zeros, the compiler still checks each field, and a malformed order hurts only its caller.
    function _order(bytes calldata data) internal pure returns (Order calldata order) {
        assembly ("memory-safe") {
            order := add(data.offset, calldataload(data.offset))
        }
    }

    function _context(bytes32 account, address caller, int256 amount, uint256 debt, bytes calldata order)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(account, uint256(uint160(caller)), amount, debt, order);
    }
}
