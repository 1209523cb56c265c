// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMintable, PermitToken} from "../support/TestTokens.sol";

/// @notice A token whose manners can be changed while it is listed.
contract OddToken is PermitToken {
    enum Manner {
        Plain,
        Fee, // a hundredth of every transfer is burnt
        Bonus, // the receiver gets a hundredth more
        Blocks // a listed party can neither send nor receive
    }

    Manner public manner;
    mapping(address party => bool) public blocked;

    constructor(string memory symbol, uint8 decimals_) PermitToken(symbol, decimals_) {}

    function behave(Manner manner_) external {
        manner = manner_;
    }

    function block_(address party, bool on) external {
        blocked[party] = on;
    }

    /// @notice Changes a balance without a transfer, as rebasing tokens do.
    function rebase(address holder, int256 by) external {
        if (by > 0) _mint(holder, uint256(by));
        else _burn(holder, uint256(-by));
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (from != address(0) && to != address(0)) {
            if (manner == Manner.Fee) super._update(from, address(0), amount / 100);
            if (manner == Manner.Fee) amount -= amount / 100;
            if (manner == Manner.Bonus) super._update(address(0), to, amount / 100);
            if (manner == Manner.Blocks) require(!blocked[from] && !blocked[to], "blocked");
        }
        super._update(from, to, amount);
    }
}

/// @notice Returns false instead of reverting.
contract FalseToken is IMintable {
    string public name = "FALSE";
    string public symbol = "FALSE";
    uint8 public constant decimals = 6;
    uint256 public totalSupply;
    mapping(address holder => uint256) public balanceOf;
    mapping(address holder => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        totalSupply += amount;
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        if (allowance[from][msg.sender] < amount) return false;
        allowance[from][msg.sender] -= amount;
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        if (balanceOf[from] < amount) return false;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}

/// @notice Returns nothing, as USDT does. No interface: `transfer` has another signature in all but its selector.
contract SilentToken {
    string public constant symbol = "SILENT";
    uint8 public constant decimals = 6;
    mapping(address holder => uint256) public balanceOf;
    mapping(address holder => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        // as USDT: an allowance is set to 0 before it is changed
        require(amount == 0 || allowance[msg.sender][spender] == 0, "reset first");
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
