// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Errors} from "../libraries/Errors.sol";
import {EngineReserves} from "./EngineReserves.sol";

/// @title Who may act on an account.
abstract contract EngineAccess is EngineReserves {
    /// @dev Starts an action on an account: by its owner or operator when idle, else by the executor it is lent to. An
    /// executor is locked out of his own actions too: a `sync` from the hook of a token would credit its arrival twice.
    /// @return lock 0 when this action is the whole transaction, so that its checks are made at once; else `_lock` as it
    /// was, to be given to `_leave` with what the action did.
    function _enter(bytes32 account) internal returns (uint256 lock) {
        lock = _lock;
        if (lock == 0) _authorize(account);
        else if (uint160(lock) != uint160(msg.sender) || _executingAccount != account) revert Errors.CallNotAllowed();
        _lock = LOCKED;
    }

    /// @dev Ends what `_enter` began.
    function _leave(uint256 lock) internal {
        _lock = lock;
    }

    function _authorize(bytes32 account) internal view {
        address owner = _ownerOf(account);
        if (msg.sender != owner && !_operators[owner][msg.sender]) revert Errors.NotAuthorized(account, msg.sender);
    }

    function _ownerOf(bytes32 account) internal pure returns (address) {
        return address(bytes20(account));
    }
}
