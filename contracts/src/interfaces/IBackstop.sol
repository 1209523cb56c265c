// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title Backstop of a market: takes over what nobody else takes, and bears losses before suppliers do.
/// @dev What the engine calls. It tolerates any failure: gas is capped, and what counts is what arrives.
interface IBackstop {
    /// @notice Asks for tokens for debt of a reserve that nothing backs any more; called while the engine is locked.
    /// @param market Market of the loss. @param token Token of the reserve.
    /// @param loss What the fees of the reserve do not bear [token units].
    /// @return paid What was transferred to the caller, at most `loss`; 0 if `token` is not the backstop's [token units].
    function cover(uint16 market, address token, uint256 loss) external returns (uint256 paid);
}
