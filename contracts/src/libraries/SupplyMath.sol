// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Shares of suppliers, with virtual shares against inflation of an empty reserve.
/// @dev Inputs are below 2^144 (shares) and 2^134 (assets): sums cannot overflow, products are checked.
library SupplyMath {
    uint256 internal constant VIRTUAL_SHARES = 1e6;
    uint256 internal constant VIRTUAL_ASSETS = 1;

    /// @notice Shares for assets that come in.
    function toSharesDown(uint256 assets, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        unchecked {
            (totalShares, totalAssets) = (totalShares + VIRTUAL_SHARES, totalAssets + VIRTUAL_ASSETS);
        }
        return FixedPointMathLib.rawDiv(assets * totalShares, totalAssets); // never 0: it has the virtual ones
    }

    /// @notice Assets for shares that are redeemed.
    function toAssetsDown(uint256 shares, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        unchecked {
            (totalShares, totalAssets) = (totalShares + VIRTUAL_SHARES, totalAssets + VIRTUAL_ASSETS);
        }
        return FixedPointMathLib.rawDiv(shares * totalAssets, totalShares); // likewise
    }
}
