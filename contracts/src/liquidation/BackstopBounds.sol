// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {BackstopParameters, IBackstopBase} from "../interfaces/IBackstopVault.sol";

/// @title Hard bounds of a backstop vault: governance moves inside them, nothing moves them.
library BackstopBounds {
    uint256 internal constant MIN_COOLDOWN = 1 minutes; // for a local chain; 14 days where there is value
    uint256 internal constant MAX_COOLDOWN = 30 days;
    uint256 internal constant MIN_WINDOW = 1 minutes;
    uint256 internal constant MAX_WINDOW = 7 days;

    /// @dev Shares have six decimals more, and their number must fit an exit request.
    uint256 internal constant MAX_DEPOSIT_CAP = 2 ** 96;

    function check(BackstopParameters memory p) internal pure {
        _within("depositCap", p.depositCap, 0, MAX_DEPOSIT_CAP);
        _within("haircut", p.haircut, 0, 2_000);
        // what stays is there for losses, which need cash
        _within("assetShare", p.assetShare, 100, 9_000);
        _within("ownerShare", p.ownerShare, 50, 2_500);
        _within("coverShare", p.coverShare, 1_000, 10_000);
        _within("assumeMargin", p.assumeMargin, 5_000, 30_000);
        _within("hedgeFloor", p.hedgeFloor, 0, 10_000);
        _within("hedgeBand", p.hedgeBand, 10, 3_000);
        _within("depthShare", p.depthShare, 100, 6_000);
        _within("maxSlippage", p.maxSlippage, 10, 100);
        _within("callerShare", p.callerShare, 0, 10);
        _within("fullHedgeVolatility", p.fullHedgeVolatility, 0.1e18, 3e18);
    }

    function checkExit(uint256 cooldown, uint256 window) internal pure {
        _within("cooldown", cooldown, MIN_COOLDOWN, MAX_COOLDOWN);
        _within("window", window, MIN_WINDOW, MAX_WINDOW);
    }

    function _within(bytes32 name, uint256 actual, uint256 least, uint256 most) private pure {
        require(actual >= least, IBackstopBase.BackstopParameterOutOfBounds(name, actual, least));
        require(actual <= most, IBackstopBase.BackstopParameterOutOfBounds(name, actual, most));
    }
}
