// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A token everybody has enough of: it only counts what arrives.
contract HarnessToken {
    mapping(address holder => uint256) public balanceOf;

    function transfer(address to, uint256 amount) external returns (bool) {
        balanceOf[to] += amount;
        return true;
    }

    function transferFrom(address, address to, uint256 amount) external returns (bool) {
        balanceOf[to] += amount;
        return true;
    }
}
