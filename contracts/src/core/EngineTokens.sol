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
    function _pull(address token, address from, uint256 amount) internal {
        require(_syncedToken != token, Errors.SyncMismatch(_syncedToken, token));
        uint256 before = _balance(token);
        token.safeTransferFrom(from, address(this), amount);
        uint256 arrived = _balance(token) - before;
        require(arrived == amount, Errors.TransferShort(arrived, amount));
    }

    /// @dev Sending a synced token lowers its baseline, else what leaves would hide what arrives.
    function _push(address token, address to, uint256 amount) internal {
        if (amount == 0) return;
        require(to != address(this) && to != address(0), Errors.InvalidReceiver(to));
        if (_syncedToken == token) _syncedBalance -= amount;
        token.safeTransfer(to, amount);
    }

    /// @dev Amount of `token` that arrived since `sync`; ends the sync.
    function _settle(address token) internal returns (uint256) {
        require(_syncedToken == token, Errors.SyncMismatch(_syncedToken, token));
        _syncedToken = address(0);
        return _balance(token) - _syncedBalance;
    }

    /// @dev A balance that cannot be read stops the action. Taken for 0, as by a `sync` with so little gas that only the
    /// token runs out of it, it would credit all that the engine holds.
    function _balance(address token) internal view returns (uint256) {
        return IERC20(token).balanceOf(address(this));
    }
}
