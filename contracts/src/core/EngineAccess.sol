// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {Errors} from "../libraries/Errors.sol";
import {EngineReserves} from "./EngineReserves.sol";

/// @title Who may act on an account.
abstract contract EngineAccess is EngineReserves, IMarginEngineCore {
    /// @inheritdoc IMarginEngineCore
    function setOperator(address operator, bool approved) external {
        _operators[msg.sender][operator] = approved;
        emit SetOperator(msg.sender, operator, approved);
    }

    /// @dev Starts an action on an account: by its owner or operator when idle, else by the executor it is lent to. An
    /// executor is locked out of his own actions too: a `sync` from the hook of a token would credit its arrival twice.
    /// @return direct True when this action is the whole transaction: its checks are made at once.
    function _enter(bytes32 account) internal returns (bool direct) {
        address executor = _executor;
        direct = executor == address(0);
        if (direct) _authorize(account);
        else require(executor == msg.sender && _executingAccount == account, Errors.CallNotAllowed());
        _executor = LOCKED;
    }

    /// @dev Ends what `_enter` began.
    function _leave(bool direct) internal {
        _executor = direct ? address(0) : msg.sender;
    }

    function _authorize(bytes32 account) internal view {
        address owner = _ownerOf(account);
        require(msg.sender == owner || _operators[owner][msg.sender], Errors.NotAuthorized(account, msg.sender));
    }

    function _ownerOf(bytes32 account) internal pure returns (address) {
        return address(bytes20(account));
    }
}
