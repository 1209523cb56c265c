// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice One asset of an account: signed value [USD wad] and its parameters.
/// @param exposure Positive: collateral; negative: debt.
/// @param v, penalty [wad]. @param depth [USD, whole].
struct Leg {
    int256 exposure;
    uint256 v;
    uint256 penalty;
    uint256 depth;
}

/// @notice The requirement as the page on the margin model writes it, leg by leg, without any packing: slow and plain.
library ReferenceMargin {
    uint256 internal constant WAD = 1e18;

    function size(Leg memory leg) internal pure returns (uint256) {
        return leg.exposure < 0 ? uint256(-leg.exposure) : uint256(leg.exposure);
    }

    /// @notice `a_i = |w_i|·v_i`.
    function weight(Leg memory leg) internal pure returns (uint256) {
        return Math.mulDiv(size(leg), leg.v, WAD, Math.Rounding.Ceil);
    }

    /// @notice `κ(x) = min(10 %, 1 %·x / (2·depth))`.
    function impact(uint256 x, uint256 depth) internal pure returns (uint256) {
        if (depth == 0) return 0.1e18;
        return Math.min(0.1e18, Math.mulDiv(x, 0.01e18, 2 * depth * WAD, Math.Rounding.Ceil));
    }

    function friction(Leg memory leg) internal pure returns (uint256) {
        return Math.mulDiv(size(leg), leg.penalty + impact(size(leg), leg.depth), WAD, Math.Rounding.Ceil);
    }

    function gross(Leg[] memory legs, bool collateral) internal pure returns (uint256 sum) {
        for (uint256 i; i < legs.length; ++i) {
            if ((legs[i].exposure > 0) == collateral) sum += size(legs[i]);
        }
    }

    /// @notice `L² + S² − 2N`.
    /// @param rho Correlations `[i][j]` [1/256].
    function squared(Leg[] memory legs, uint256[][] memory rho) internal pure returns (uint256) {
        uint256 long;
        uint256 short;
        uint256 offset;
        for (uint256 i; i < legs.length; ++i) {
            if (legs[i].exposure > 0) long += weight(legs[i]);
            if (legs[i].exposure < 0) short += weight(legs[i]);
            if (legs[i].exposure <= 0) continue;
            for (uint256 j; j < legs.length; ++j) {
                if (legs[j].exposure < 0) offset += rho[i][j] * weight(legs[i]) / 256 * weight(legs[j]);
            }
        }
        return long ** 2 + short ** 2 - 2 * offset;
    }

    /// @notice `MM`.
    function maintenance(Leg[] memory legs, uint256[][] memory rho) internal pure returns (uint256 margin) {
        margin = Math.sqrt(squared(legs, rho), Math.Rounding.Ceil);
        for (uint256 i; i < legs.length; ++i) {
            margin += friction(legs[i]);
        }
    }

    /// @notice `IM`, `γ` [1e-4].
    function initial(Leg[] memory legs, uint256[][] memory rho, uint256 ratio) internal pure returns (uint256) {
        return Math.mulDiv(maintenance(legs, rho), ratio, 10_000, Math.Rounding.Ceil);
    }
}
