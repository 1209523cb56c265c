// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IExecutor} from "./ICallbacks.sol";

/// @notice What an order does. "Debt token" and "collateral token" are the two sides of the position:
/// a long of ETH holds ETH and owes USDC, a short of ETH holds USDC and owes ETH.
enum OrderKind {
    OpenWithDebtToken, // equity comes in the debt token and is swapped together with the borrowed amount
    OpenWithCollateralToken, // equity comes in the collateral token and is not swapped
    Decrease, // sells `amount` of collateral and repays with the proceeds; `payout` is borrowed back to `recipient`
    CloseToCollateral, // buys exactly the debt; the collateral that remains goes to `recipient`
    CloseToDebt // sells all collateral; what remains after repaying goes to `recipient` in the debt token
}

/// @notice How the router may pull the equity, if the allowance is not there yet.
/// `None`: by allowance. `Erc2612`: `data = abi.encode(value, deadline, v, r, s)`.
/// `Permit2`: `data = abi.encode(nonce, deadline, signature)`, a SignatureTransfer of exactly the equity.
enum PermitKind {
    None,
    Erc2612,
    Permit2
}

/// @param collateralToken Token of `collateralAsset`; a wrong one only fails the caller's own order.
/// @param debtToken Token of `debtAsset`.
/// @param poolFee Fee tier of the Uniswap v3 pool of the two tokens [1e-6].
/// @param equity Open: pulled from the caller [token units].
/// @param amount Open: debt tokens borrowed. Decrease: collateral sold; `type(uint256).max` is not special.
/// @param limit Open: least collateral bought. Decrease, CloseToDebt: least debt tokens received.
/// CloseToCollateral: most collateral sold.
/// @param payout Decrease: debt tokens borrowed back to `recipient`, under the initial margin.
/// @param recipient Receiver of what comes out.
/// @param deadline Last valid time [unix seconds].
struct Order {
    OrderKind kind;
    PermitKind permitKind;
    uint16 market;
    uint8 collateralAsset;
    uint8 debtAsset;
    address collateralToken;
    address debtToken;
    uint24 poolFee;
    uint256 equity;
    uint256 amount;
    uint256 limit;
    uint256 payout;
    address recipient;
    uint256 deadline;
    bytes permit;
}

/// @title Opens, changes and closes levered positions in one transaction by Uniswap v3 flash swap.
/// @notice Used through `MarginEngine.execute(account, router, abi.encode(order))`, or `deleverage` for `Decrease`
/// without payout. The pool pays the engine first; the engine pays the pool from the swap callback.
interface ITradeRouter is IExecutor {
    /// @notice Thrown when the caller of a callback is not the engine or not the expected pool.
    error CallbackNotAllowed(address caller);
    /// @notice Thrown when the deadline of an order has passed [unix seconds].
    error OrderExpired(uint256 actual, uint256 bound);
    /// @notice Thrown when no pool of the two tokens has the fee tier of the order.
    error PoolNotFound(address pool);
    /// @notice Thrown when the pool has too little liquidity for the whole swap [token units].
    error SwapIncomplete(uint256 actual, uint256 bound);
    /// @notice Thrown when a swap returns less, or costs more, than `limit` [token units].
    error SlippageExceeded(uint256 actual, uint256 bound);
    /// @notice Thrown when selling all collateral does not cover the debt [token units].
    error ProceedsBelowDebt(uint256 actual, uint256 bound);
}
