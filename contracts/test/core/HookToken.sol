// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PermitToken} from "../support/TestTokens.sol";

/// @notice Calls a contract before and after every movement, as tokens with hooks do. Each hook fires once when armed.
contract HookToken is PermitToken {
    address internal _target;
    bytes internal _before;
    bytes internal _after;

    constructor(string memory symbol, uint8 decimals_) PermitToken(symbol, decimals_) {}

    function arm(address target, bytes calldata before_, bytes calldata after_) external {
        (_target, _before, _after) = (target, before_, after_);
    }

    function _update(address from, address to, uint256 amount) internal override {
        bytes memory data = _before;
        delete _before;
        if (data.length != 0) _fire(data);
        super._update(from, to, amount);
        data = _after;
        delete _after;
        if (data.length != 0) _fire(data);
    }

    function _fire(bytes memory data) private {
        (bool ok, bytes memory reason) = _target.call(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(reason, 32), mload(reason))
            }
        }
    }
}

/// @notice Takes a hundredth of every transfer, from the moment it is switched on.
contract FeeToken is PermitToken {
    bool internal _on;

    constructor(string memory symbol, uint8 decimals_) PermitToken(symbol, decimals_) {}

    function switchOn() external {
        _on = true;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (_on && from != address(0) && to != address(0)) {
            super._update(from, address(0xfee), amount / 100);
            amount -= amount / 100;
        }
        super._update(from, to, amount);
    }
}

/// @notice Returns nothing from transfers, as USDT does.
contract SilentToken {
    string public symbol;
    uint8 public immutable decimals;
    mapping(address holder => uint256) public balanceOf;
    mapping(address holder => mapping(address spender => uint256)) public allowance;

    constructor(string memory symbol_, uint8 decimals_) {
        (symbol, decimals) = (symbol_, decimals_);
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}
