// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IBackstopDesk} from "../interfaces/IBackstopVault.sol";
import {BackstopExitRule} from "./BackstopExitRule.sol";
import {Marks} from "./BackstopMarks.sol";
import {BackstopMath} from "./BackstopMath.sol";

/// @title The vault's own account in the engine: quote collateral beside the debts that it assumed.
abstract contract BackstopMargin is BackstopExitRule, IBackstopDesk {
    using FixedPointMathLib for uint256;
    using SafeTransferLib for address;

    /// @inheritdoc IBackstopDesk
    function trim() external nonReentrant returns (uint256) {
        return _trim();
    }

    /// @dev From cash into the account.
    function _addMargin(uint256 amount) internal {
        _cash -= amount;
        // forge-lint: disable-next-line(unsafe-typecast) — an amount of tokens
        emit MoveMargin(int256(amount), _cash);
        TOKEN.safeApproveWithRetry(address(ENGINE), amount);
        ENGINE.deposit(_account(), MARKET, QUOTE, amount);
    }

    /// @dev Back to cash what exceeds debt and margin. A market that is paused keeps it: it counts all the same.
    function _trim() internal returns (uint256 amount) {
        Marks memory m = _marks(0);
        if (m.debtMask != 0 && (!m.pricesUp || m.owedHigh == 0)) return 0;
        uint256 kept = m.owedHigh * (BackstopMath.ONE + _parameters.assumeMargin) / BackstopMath.ONE;
        amount = m.collateral.zeroFloorSub(kept);
        if (amount == 0) return 0;
        try ENGINE.withdraw(_account(), QUOTE, amount, address(this)) {
            _cash += amount;
            // forge-lint: disable-next-line(unsafe-typecast) — an amount of tokens
            emit MoveMargin(-int256(amount), _cash);
        } catch {
            return 0;
        }
    }
}
