// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {MarginMath, Requirement} from "../../src/libraries/MarginMath.sol";
import {Leg, ReferenceMargin} from "../reference/ReferenceMargin.sol";

/// @notice Random portfolios inside the rails of governance, and the production margin of them.
abstract contract PortfolioTest is Test {
    using MarginMath for Requirement;
    using ReferenceMargin for Leg;

    /// @dev Rails of EngineGovernance [1e-4], correlation in 1/256.
    uint256 internal constant MIN_V = 50;
    uint256 internal constant MAX_V = 5_500;
    uint256 internal constant MIN_PENALTY = 10;
    uint256 internal constant MAX_PENALTY = 1_000;
    uint256 internal constant MAX_RHO = 153;
    uint256 internal constant WAD = 1e18;

    struct Portfolio {
        Leg[] legs;
        uint256[][] rho;
    }

    function _draw(uint256 seed, string memory what, uint256 i, uint256 least, uint256 most)
        internal
        pure
        returns (uint256)
    {
        return least + uint256(keccak256(abi.encode(seed, what, i))) % (most - least + 1);
    }

    /// @dev Values between a dollar and a billion, spread over the orders of magnitude.
    function _value(uint256 seed, uint256 i) internal pure returns (uint256) {
        uint256 scale = 10 ** _draw(seed, "scale", i, 18, 26);
        return _draw(seed, "value", i, scale, 10 * scale);
    }

    function _leg(uint256 seed, uint256 i, bool collateral) internal pure returns (Leg memory leg) {
        uint256 value = _value(seed, i);
        leg.exposure = collateral ? int256(value) : -int256(value);
        leg.v = _draw(seed, "v", i, MIN_V, MAX_V) * 1e14;
        leg.penalty = _draw(seed, "penalty", i, MIN_PENALTY, MAX_PENALTY) * 1e14;
        // none, thin and deep books
        leg.depth = _draw(seed, "book", i, 0, 9) == 0 ? 0 : 10 ** _draw(seed, "depth", i, 4, 10);
    }

    function _portfolio(uint256 seed, uint256 longs, uint256 shorts, bool correlated)
        internal
        pure
        returns (Portfolio memory p)
    {
        uint256 n = longs + shorts;
        p.legs = new Leg[](n);
        p.rho = new uint256[][](n);
        for (uint256 i; i < n; ++i) {
            p.legs[i] = _leg(seed, i, i < longs);
            p.rho[i] = new uint256[](n);
        }
        for (uint256 i; i < n && correlated; ++i) {
            for (uint256 j; j < i; ++j) {
                p.rho[i][j] = p.rho[j][i] = _draw(seed, "rho", i * 16 + j, 0, MAX_RHO);
            }
        }
    }

    /// @notice The library's sums over the same legs.
    function _requirement(Portfolio memory p) internal pure returns (Requirement memory r) {
        for (uint256 i; i < p.legs.length; ++i) {
            Leg memory leg = p.legs[i];
            uint256 cost = leg.penalty + MarginMath.impact(leg.size(), leg.depth);
            if (leg.exposure > 0) r.addLong(i, leg.size(), leg.v, cost);
            else r.addShort(i, leg.size(), leg.v, cost);
        }
        for (uint256 i; i < p.legs.length; ++i) {
            for (uint256 j; j < p.legs.length; ++j) {
                if (p.legs[i].exposure > 0 && p.legs[j].exposure < 0) r.addHedge(i, j, p.rho[i][j]);
            }
        }
    }

    /// @notice `C − MM` and `D`.
    function _buffer(Portfolio memory p) internal pure returns (int256 buffer, uint256 debt) {
        Requirement memory r = _requirement(p);
        return (int256(r.collateral) - int256(r.maintenance()), r.debt);
    }

    /// @notice `∂MM/∂x` of leg i by the library.
    function _marginal(Portfolio memory p, uint256 i) internal pure returns (uint256) {
        Requirement memory r = _requirement(p);
        Leg memory leg = p.legs[i];
        uint256 hedge;
        for (uint256 j; j < p.legs.length; ++j) {
            if ((p.legs[j].exposure > 0) != (leg.exposure > 0)) hedge += p.rho[i][j] * r.weights[j] >> 8;
        }
        uint256 side = leg.exposure > 0 ? r.longs : r.shorts;
        return MarginMath.marginal(side, hedge, r.spread(), leg.size(), leg.v, leg.penalty, leg.depth);
    }

    function _copy(Portfolio memory p) internal pure returns (Portfolio memory) {
        return abi.decode(abi.encode(p), (Portfolio));
    }
}
