// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ILiquidationCallback} from "./ICallbacks.sol";

/// @notice What is taken, and how it is paid for.
/// @param collateralAsset, debtAsset Pair of the market [0, 15].
/// @param maxRepaid Most debt repaid, without the fee [units of debtAsset].
/// @param path Pools that turn the collateral into the debt token, as Uniswap packs it:
/// `token 20 | fee 3 | token 20 | …`, one to three pools.
/// @param minProfit Least that is left after paying [units of debtAsset].
/// @param recipient Receiver of the profit.
/// @param deadline Last second of validity [unix seconds].
struct TakeOrder {
    uint8 collateralAsset;
    uint8 debtAsset;
    uint256 maxRepaid;
    bytes path;
    uint256 minProfit;
    address recipient;
    uint256 deadline;
}

/// @title Takes liquidations without own capital: the seized collateral is sold to pay for itself.
interface ILiquidationTaker is ILiquidationCallback {
    /// @notice A liquidation was taken and sold. All but `seized` in units of the debt token.
    event TakeAndSell(
        address indexed caller,
        address indexed recipient,
        address indexed debtToken,
        uint256 paid,
        uint256 seized,
        uint256 profit
    );

    /// @notice Thrown when a callback comes from something else than the engine, or the pool that trades.
    error TakerCallbackNotAllowed(address caller);
    /// @notice Thrown when the path is not tokens and fees of one to three pools [bytes].
    error TakerPathInvalid(uint256 length);
    /// @notice Thrown when there is no such pool.
    error TakerPoolNotFound(address pool);
    /// @notice Thrown when a pool has too little liquidity for all of the collateral [token units].
    error TakerSwapIncomplete(uint256 actual, uint256 bound);
    /// @notice Thrown when the sale leaves less than `minProfit` after debt and fee [debt units].
    error ProfitBelowMinimum(uint256 actual, uint256 bound);

    /// @notice Takes an account, unhealthy or in its soft zone, and sells what was seized.
    /// @return profit Sent to the recipient [units of the debt token].
    function take(bytes32 account, TakeOrder calldata order) external returns (uint256 profit);

    /// @notice As `take`, of many accounts of one market; those that cannot be taken are skipped.
    function takeMany(bytes32[] calldata accounts, TakeOrder calldata order) external returns (uint256 profit);
}
