// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title From forecasts to margins
/// @notice Every rounding asks for more margin, never for less.
library RiskMath {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant YEAR = 365 days;
    /// @dev 0.2 and 0.6 of 256, the shrinkage rounded up and the cap down.
    uint256 internal constant CORRELATION_SHRINKAGE = 52;
    uint256 internal constant CORRELATION_CAP = 153;

    /// @notice `max(k·σ·√(τ / 1 year), floor)` [wad], rounded up.
    /// @param volatility `σ` [wad, a year], below 2^64.
    /// @param horizon `τ` [seconds], below 2^32.
    /// @param multiple `k` [wad], below 2^72.
    /// @param marginFloor [wad].
    /// @dev Largest intermediate: 2^64 · 2^72 · √(2^32 / 1 year)·1e18 < 2^136 · 2^64.
    function volatilityMargin(uint256 volatility, uint256 horizon, uint256 multiple, uint256 marginFloor)
        internal
        pure
        returns (uint256)
    {
        uint256 root = sqrtUp(FixedPointMathLib.divUp(horizon * WAD * WAD, YEAR));
        uint256 margin = FixedPointMathLib.divUp(multiple * volatility * root, WAD * WAD);
        return margin > marginFloor ? margin : marginFloor;
    }

    /// @notice Wad in units of 1e-4, rounded up.
    function toBasisUp(uint256 wad) internal pure returns (uint256) {
        return FixedPointMathLib.divUp(wad, 1e14);
    }

    /// @notice `clamp(ρ − 0.2, 0, 0.6)` of every byte [1/256].
    function usableCorrelations(uint128 correlations) internal pure returns (uint128 usable) {
        for (uint256 shift; shift < 128; shift += 8) {
            // forge-lint: disable-next-line(unsafe-typecast) — takes one byte
            uint256 rho = uint8(correlations >> shift);
            rho = rho > CORRELATION_SHRINKAGE ? rho - CORRELATION_SHRINKAGE : 0;
            if (rho > CORRELATION_CAP) rho = CORRELATION_CAP;
            // forge-lint: disable-next-line(unsafe-typecast) — a byte shifted by at most 120
            usable |= uint128(rho << shift);
        }
    }

    function sqrtUp(uint256 x) internal pure returns (uint256 root) {
        root = FixedPointMathLib.sqrt(x);
        if (root * root < x) root++;
    }
}
