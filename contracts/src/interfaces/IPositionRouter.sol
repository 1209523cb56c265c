// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IExecutor} from "./ICallbacks.sol";

/// @notice What an order does to a position.
enum PositionOrderKind {
    Flip, // long becomes short of the same pair, or the reverse; what the debt leaves of the sale is the new collateral
    SwapCollateral, // sells collateral for another; debt unchanged
    SwapDebt // borrows one asset to repay another; collateral unchanged
}

/// @param fromAsset Flip: collateral, which is owed after. SwapCollateral: what is sold. SwapDebt: what is repaid.
/// @param toAsset Flip: debt, which is held after. SwapCollateral: what is bought. SwapDebt: what is borrowed.
/// @param amount Flip: borrowed of `fromAsset` and sold with all collateral. SwapCollateral: sold. SwapDebt: repaid; more
/// than is owed repays all [token units].
/// @param limit Flip, SwapCollateral: least bought. SwapDebt: most borrowed [token units].
/// @param deadline Last valid time [unix seconds].
/// @param path Pools from the token sold to the token bought, as Uniswap packs it: `token 20 | fee 3 | token 20 …`; one
/// pool for a flip, up to three else. A wrong token only fails the caller's own order.
struct PositionOrder {
    PositionOrderKind kind;
    uint16 market;
    uint8 fromAsset;
    uint8 toAsset;
    uint256 amount;
    uint256 limit;
    uint256 deadline;
    bytes path;
}

/// @title Orders that change what an account holds or owes, in one transaction, with no tokens of its owner's.
/// @notice Used through `MarginEngine.execute(account, router, abi.encode(order))`. Its other errors are `ITradeRouter`'s.
interface IPositionRouter is IExecutor {
    /// @notice Thrown when a path is not tokens and fees of as many pools as the order may trade in [bytes].
    error PathInvalid(uint256 length);
}
