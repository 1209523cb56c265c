// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @param from, to Accounts of one owner.
/// @param market Market of `to`, which it enters if it is empty. It may be another than that of `from` where both list the
/// same tokens at the same indices.
/// @param collateralAsset, debtAsset Assets of the position; the second only matters if debt moves.
/// @param collateral Moved [token units]; `type(uint256).max` moves all.
/// @param debt Moved [token units]; more than is owed moves all, 0 none.
/// @param poolToken Other token of the Uniswap v3 pool that lends the debt token for the call, and its fee tier [1e-6].
/// @param maxFee Most that this pool may cost; it is added to the debt of `to` [units of the debt token].
/// @param deadline Last valid time [unix seconds].
struct Move {
    bytes32 from;
    bytes32 to;
    uint16 market;
    uint8 collateralAsset;
    uint8 debtAsset;
    uint256 collateral;
    uint256 debt;
    address poolToken;
    uint24 poolFee;
    uint256 maxFee;
    uint256 deadline;
}

/// @title Moves collateral, or a position, between two accounts of one owner in one transaction.
/// @notice The owner makes it an operator first. The engine checks both accounts: what is left in `from` if it owes, and
/// what `to` becomes, must meet the initial margin; so an account that could not open what it has cannot move its debt.
/// Beside its own, the errors are `ITradeRouter`'s.
interface IAccountMover {
    /// @param collateral, debt What moved, the fee not included [token units].
    /// @param fee Added to the debt of `to` [units of the debt token].
    event MovePosition(
        bytes32 indexed from, bytes32 indexed to, address indexed caller, uint256 collateral, uint256 debt, uint256 fee
    );

    /// @notice Thrown when the two accounts are one, or belong to different owners.
    error AccountsNotMovable(bytes32 from, bytes32 to);

    /// @dev Requirements: the caller is the owner or an operator of both accounts, this contract is an operator.
    /// @return collateral Collateral moved [token units].
    /// @return debt Debt moved [token units].
    function move(Move calldata order) external returns (uint256 collateral, uint256 debt);
}
