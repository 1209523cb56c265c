// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";

import {BackstopExit, IBackstopShares} from "../interfaces/IBackstopVault.sol";
import {Errors} from "../libraries/Errors.sol";
import {BackstopExitRule} from "./BackstopExitRule.sol";

/// @title Leaving: a cooldown through which shares still bear every loss, then a window.
/// @notice Shares that wait cannot be transferred, or one request could serve many owners.
abstract contract BackstopExits is BackstopExitRule, ERC4626, IBackstopShares {
    using FixedPointMathLib for uint256;
    using RateLimiter for RateLimiter.SlidingWindow;
    using SafeCastLib for uint256;

    /// @inheritdoc IBackstopShares
    function requestRedeem(uint256 shares) external nonReentrant {
        uint256 balance = balanceOf(msg.sender);
        require(shares != 0, Errors.ZeroAmount());
        require(shares <= balance, ERC20InsufficientBalance(msg.sender, balance, shares));
        BackstopExit storage exit = _exits[msg.sender];
        _queued = _queued - exit.shares + shares;
        uint256 opensAt = block.timestamp + COOLDOWN;
        exit.shares = shares.toUint128();
        (exit.opensAt, exit.closesAt) = (uint40(opensAt), uint40(opensAt + WINDOW));
        emit RequestRedeem(msg.sender, shares, opensAt, opensAt + WINDOW);
    }

    /// @inheritdoc IBackstopShares
    function release(address owner) external nonReentrant {
        require(_exits[owner].shares != 0, Errors.ZeroAmount());
        uint256 closesAt = _exits[owner].closesAt;
        require(msg.sender == owner || block.timestamp > closesAt, ExitWindowOpen(block.timestamp, closesAt));
        _release(owner);
    }

    /// @inheritdoc IBackstopShares
    function exitOf(address owner) public view returns (BackstopExit memory exit) {
        exit = _exits[owner];
        if (block.timestamp > exit.closesAt) delete exit;
    }

    /// @dev Shares of an owner whose window is open.
    function _redeemable(address owner) internal view returns (uint256) {
        BackstopExit memory exit = exitOf(owner);
        return block.timestamp < exit.opensAt ? 0 : exit.shares;
    }

    /// @dev Books an exit: always, so that a day that begins calm does not let out the twentieth a second time.
    function _leave(address owner, uint256 assets, uint256 shares) internal {
        _left.consume(EXITS, assets);
        // forge-lint: disable-next-line(unsafe-typecast) — at most the shares of the request
        _exits[owner].shares -= uint128(shares);
        _queued -= shares;
    }

    /// @dev Waiting shares stay where they are until they are redeemed.
    function _update(address from, address to, uint256 shares) internal override {
        if (from != address(0) && to != address(0)) {
            BackstopExit memory exit = _exits[from];
            if (exit.shares != 0) {
                if (block.timestamp > exit.closesAt) {
                    _release(from);
                } else {
                    uint256 free = balanceOf(from).zeroFloorSub(exit.shares);
                    require(shares <= free, SharesWaiting(shares, free));
                }
            }
        }
        super._update(from, to, shares);
    }

    function _release(address owner) private {
        uint256 shares = _exits[owner].shares;
        _queued -= shares;
        delete _exits[owner];
        emit ReleaseShares(owner, shares);
    }
}
