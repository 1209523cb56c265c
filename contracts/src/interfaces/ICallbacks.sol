// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Receives the authority of `MarginEngine.execute` for one call.
interface IExecutor {
    /// @param account The account the executor may act on until it returns.
    /// @param caller Who called `execute`: the owner or an operator of the account.
    function onExecute(bytes32 account, address caller, bytes calldata data) external;
}

/// @notice Called on the liquidator between receiving the collateral and paying the debt.
interface ILiquidationCallback {
    /// @param paid Debt repaid and fee: what is pulled when this returns [token units]. @param seized [token units].
    function onLiquidate(uint256 paid, uint256 seized, bytes calldata data) external;
}

/// @notice Called on the receiver of a flash loan; the engine pulls `amount` back when it returns.
interface IFlashLoanCallback {
    function onFlashLoan(address caller, address token, uint256 amount, bytes calldata data) external;
}
