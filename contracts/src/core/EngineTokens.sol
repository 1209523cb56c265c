// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {Errors} from "../libraries/Errors.sol";
import {EngineStorage} from "./EngineStorage.sol";

/// @title Movements of tokens. State is written before any of these is called.
abstract contract EngineTokens is EngineStorage {
    using SafeTransferLib for address;

    /// @dev The whole amount must arrive: a token that takes a fee, or that rebases, is refused here.
    /// A synced token cannot be pulled: the arrival would be credited a second time by SETTLE.
    /// @param lock `_lock` when the action began. 0: no executor runs, so nothing is synced.
    function _pull(address token, address from, uint256 amount, uint256 lock) internal {
        if (lock != 0 && _syncedToken == uint160(token)) revert Errors.SyncMismatch(token, token);
        uint256 before = _balance(token);
        token.safeTransferFrom(from, address(this), amount);
        uint256 arrived = _balance(token) - before;
        if (arrived != amount) revert Errors.TransferShort(arrived, amount);
    }

    /// @dev Sending a synced token lowers its baseline, else what leaves would hide what arrives.
    /// @param lock As of `_pull`.
    function _push(address token, address to, uint256 amount, uint256 lock) internal {
        if (amount == 0) return;
        if (to == address(this) || to == address(0)) revert Errors.InvalidReceiver(to);
        if (lock != 0 && _syncedToken == uint160(token)) _syncedBalance -= amount;
        token.safeTransfer(to, amount);
    }

    /// @dev Amount of `token` that arrived since `sync`; ends the sync.
    function _settle(address token) internal returns (uint256) {
        uint256 synced = _syncedToken;
        if (synced != uint160(token)) revert Errors.SyncMismatch(address(uint160(synced)), token);
        _syncedToken = 0;
        return _balance(token) - _syncedBalance;
    }

    /// @dev A balance that cannot be read stops the action. Taken for 0, as by a `sync` with so little gas that only the
    /// token runs out of it, it would credit all that the engine holds.
    function _balance(address token) internal view returns (uint256 amount) {
        bytes4 selector = IERC20.balanceOf.selector;
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, address())
            if iszero(staticcall(gas(), token, 0, 36, 0, 32)) {
                returndatacopy(mload(0x40), 0, returndatasize())
                revert(mload(0x40), returndatasize())
            }
            if lt(returndatasize(), 32) { revert(0, 0) }
            amount := mload(0)
        }
    }
}
