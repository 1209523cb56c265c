// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Sums over the legs of an account, from which the margin follows.
/// @param collateral `C` [USD wad].
/// @param debt `D` [USD wad].
/// @param longs `L = Σ a_i` over collateral legs [USD wad].
/// @param shorts `S = Σ a_j` over debt legs [USD wad].
/// @param hedged `N = Σ ρ̂_ij·a_i·a_j` over pairs of a collateral and a debt leg [wad²].
/// @param friction `Σ x·(π + κ(x))` [USD wad].
/// @param longMask Collateral legs that have a correlation row.
/// @param shortMask Debt legs that have a correlation row.
/// @param weights `a_i` of each asset [USD wad].
struct Requirement {
    uint256 collateral;
    uint256 debt;
    uint256 longs;
    uint256 shorts;
    uint256 hedged;
    uint256 friction;
    uint256 longMask;
    uint256 shortMask;
    uint256[16] weights;
}

/// @title Margin requirement of a portfolio.
/// @notice `MM = sqrt(L² + S² − 2N) + Σ x·(π + κ(x))`, `IM = γ·MM`; an account never holds and owes the same asset, so
/// each leg `x` is a collateral value or a debt value. See docs/protocol.md. Every rounding raises the requirement.
/// @dev Values of legs are below 2^120, margins below 1e18: the squares stay below 2^256.
library MarginMath {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant MAX_LEG_VALUE = 2 ** 120;
    uint256 internal constant MAX_IMPACT = 0.1e18;
    /// @dev κ = ε·x / (2·depth) with ε = 1 %.
    uint256 internal constant IMPACT_DIVISOR = 200;

    /// @notice Average price impact `κ(x)` of unwinding `x` [USD wad] against `depth` [USD], rounded up [wad].
    function impact(uint256 x, uint256 depth) internal pure returns (uint256 kappa) {
        // cannot overflow: depth < 2^42
        unchecked {
            if (depth == 0) return MAX_IMPACT;
            kappa = (x + IMPACT_DIVISOR * depth - 1) / (IMPACT_DIVISOR * depth);
            if (kappa > MAX_IMPACT) kappa = MAX_IMPACT;
        }
    }

    /// @notice `value · part`, rounded up [USD wad]. Requires value < MAX_LEG_VALUE and part < 2^64 [wad].
    function share(uint256 value, uint256 part) internal pure returns (uint256) {
        unchecked {
            return (value * part + (WAD - 1)) / WAD;
        }
    }

    /// @notice Adds a collateral leg. Requires value < MAX_LEG_VALUE and v, cost < 1e18.
    /// @param cost `π + κ(x)` of the leg [wad].
    function addLong(Requirement memory r, uint256 asset, uint256 value, uint256 v, uint256 cost) internal pure {
        unchecked {
            uint256 weight = (value * v + (WAD - 1)) / WAD;
            r.weights[asset] = weight;
            r.collateral += value;
            r.longs += weight;
            r.friction += (value * cost + (WAD - 1)) / WAD;
        }
    }

    /// @notice Adds a debt leg. As `addLong`.
    function addShort(Requirement memory r, uint256 asset, uint256 value, uint256 v, uint256 cost) internal pure {
        unchecked {
            uint256 weight = (value * v + (WAD - 1)) / WAD;
            r.weights[asset] = weight;
            r.debt += value;
            r.shorts += weight;
            r.friction += (value * cost + (WAD - 1)) / WAD;
        }
    }

    /// @notice Adds the offset of one collateral leg against one debt leg.
    /// @param rho Usable correlation [1/256].
    function addHedge(Requirement memory r, uint256 long, uint256 short, uint256 rho) internal pure {
        unchecked {
            r.hedged += offset(r.weights[long], r.weights[short], rho);
        }
    }

    /// @notice `ρ̂·a_i·a_j` [wad²].
    function offset(uint256 long, uint256 short, uint256 rho) internal pure returns (uint256) {
        unchecked {
            return (rho * long >> 8) * short;
        }
    }

    /// @notice `sqrt(L² + S² − 2N)`, rounded up [USD wad].
    function spread(Requirement memory r) internal pure returns (uint256) {
        return spread(r.longs, r.shorts, r.hedged);
    }

    function spread(uint256 longs, uint256 shorts, uint256 hedged) internal pure returns (uint256 root) {
        // cannot underflow: ρ̂ < 1 makes N < L·S, so the sum is at least (L − S)²
        unchecked {
            uint256 square = longs * longs + shorts * shorts - 2 * hedged;
            root = FixedPointMathLib.sqrt(square);
            if (root * root < square) ++root;
        }
    }

    /// @notice Maintenance margin [USD wad].
    function maintenance(Requirement memory r) internal pure returns (uint256) {
        unchecked {
            return spread(r) + r.friction; // each below 16 · 2^121
        }
    }

    /// @notice Initial margin `γ·MM`, rounded up [USD wad].
    /// @param ratio `γ` [1e-4].
    /// @dev Requires margin < 2^240.
    function initialMargin(uint256 margin, uint256 ratio) internal pure returns (uint256) {
        unchecked {
            return (margin * ratio + 9999) / 10000;
        }
    }

    /// @notice `m_i = ∂MM/∂x_i`: what one more unit of value of a leg adds to the maintenance margin [wad].
    /// @param side `L` or `S`, the side of the leg.
    /// @param hedge `Σ ρ̂_ij·a_j` over the other side. @param value Value of the leg [USD wad].
    function marginal(
        uint256 side,
        uint256 hedge,
        uint256 root,
        uint256 value,
        uint256 v,
        uint256 penalty,
        uint256 depth
    ) internal pure returns (uint256) {
        uint256 net = side > hedge ? side - hedge : 0;
        return (root == 0 ? v : net * v / root) + penalty + 2 * impact(value, depth);
    }

    /// @notice `HF = (C − MM) / D`, rounded down; the largest number without debt, 0 when `MM ≥ C` [wad].
    function healthFactor(uint256 collateral, uint256 debt, uint256 margin) internal pure returns (uint256) {
        if (debt == 0) return type(uint256).max;
        return collateral > margin ? FixedPointMathLib.fullMulDiv(collateral - margin, WAD, debt) : 0;
    }
}
