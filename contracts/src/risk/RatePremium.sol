// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Premium on the borrow rate.
/// @notice `premium = min(σ · 2 %, 10 %) + 20 % · clamp((1.3 − coverage) / 0.3, 0, 1)` a year: what lenders are owed for
/// the risk of the asset, and what makes leverage dear before the coverage gate closes. Bounded, continuous, monotone in
/// both: it never falls when volatility rises or coverage falls.
library RatePremium {
    uint256 internal constant WAD = 1e18;
    /// @dev Premium per unit of annualised volatility: 1.2 % a year at σ = 60 %.
    uint256 internal constant VOLATILITY_SHARE = 0.02e18;
    uint256 internal constant MAX_VOLATILITY_PREMIUM = 0.1e18;
    uint256 internal constant MAX_COVERAGE_PREMIUM = 0.2e18;
    /// @dev Coverage from which on there is no premium, and at which it is whole.
    uint256 internal constant FULL_COVERAGE = 1.3e18;
    uint256 internal constant LEAST_COVERAGE = 1e18;
    /// @dev 0.1 % a year, the unit of the engine.
    uint256 internal constant UNIT = 0.001e18;

    /// @notice Premium, rounded up [0.1 % a year, at most 300].
    /// @param volatility Forecast `σ` [wad, a year].
    /// @param coverage Coverage ratio of the market [wad].
    function premium(uint256 volatility, uint256 coverage) internal pure returns (uint16) {
        // forge-lint: disable-next-line(unsafe-typecast) — at most 300
        return uint16(FixedPointMathLib.divUp(volatilityPart(volatility) + coveragePart(coverage), UNIT));
    }

    /// @notice Part that pays for volatility [wad, a year].
    function volatilityPart(uint256 volatility) internal pure returns (uint256) {
        if (volatility >= MAX_VOLATILITY_PREMIUM * WAD / VOLATILITY_SHARE) return MAX_VOLATILITY_PREMIUM;
        return FixedPointMathLib.divUp(volatility * VOLATILITY_SHARE, WAD);
    }

    /// @notice Part that pays for thin coverage [wad, a year].
    function coveragePart(uint256 coverage) internal pure returns (uint256) {
        if (coverage >= FULL_COVERAGE) return 0;
        if (coverage <= LEAST_COVERAGE) return MAX_COVERAGE_PREMIUM;
        return
            FixedPointMathLib.divUp((FULL_COVERAGE - coverage) * MAX_COVERAGE_PREMIUM, FULL_COVERAGE - LEAST_COVERAGE);
    }
}
