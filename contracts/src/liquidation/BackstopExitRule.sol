// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IBackstopBase} from "../interfaces/IBackstopVault.sol";
import {Regime} from "../interfaces/IRiskEngine.sol";
import {BackstopMarks, Marks} from "./BackstopMarks.sol";
import {BackstopMath} from "./BackstopMath.sol";

/// @title How much may leave: in a nervous market at most a twentieth of the vault a day.
/// @notice A rule of this code and nobody's decision: a vote would come too late, and would be asked by those who leave.
abstract contract BackstopExitRule is BackstopMarks {
    using FixedPointMathLib for uint256;
    using RateLimiter for RateLimiter.SlidingWindow;

    /// @dev Most that leaves within any 24 hours while exits are limited, of what was there before [1e-4].
    uint256 public constant DAILY_EXIT = 500;
    bytes32 internal constant EXITS = 0;

    /// @inheritdoc IBackstopBase
    function exitsLimited() public view returns (bool) {
        if (ENGINE.openingsClosed(MARKET)) return true;
        try RISK_ENGINE.regime(MARKET) returns (Regime regime, uint8) {
            return regime != Regime.Calm;
        } catch {
            return true;
        }
    }

    /// @dev What may leave now [quote units].
    function _exitRoom(Marks memory m) internal view returns (uint256) {
        if (!m.pricesUp) return 0;
        if (!exitsLimited()) return _cash;
        uint256 left = _left.used(EXITS);
        return ((m.low + left) * DAILY_EXIT / BackstopMath.ONE).zeroFloorSub(left).min(_cash);
    }
}
