// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title How fast a number may move
/// @notice A glide moves with the time since it last moved, of which at most `BANK` counts: a step of one block is at
/// most that of half an hour, and what moves in any hour at most that of an hour and a half. The rates make that one
/// point of margin.
///
/// Depth: `κ(x) = min(10 %, x / (200·depth))`. If depth falls by a fraction f, a κ that ends at κ₁ was at least
/// (1 − f)·κ₁ before, so it rose by at most f·κ₁ ≤ f · 10 %. A fifteenth of itself an hour: f ≤ 1/30 in a block, a third
/// of a point; f ≤ 1/10 in any hour, one point. Upwards likewise.
///
/// Correlation: the spread is √(L² + S² − 2N) with ρ̂ ≤ 0.6. If ρ̂ falls by δ it rises by at most
/// δ·L·S / √(L² + S² − 1.2·L·S) ≤ 1.25·δ·min(L, S). With L or S at most v·x, and δ = u/256 for u units, that is one third
/// of a point of x when 1.25·u·v/256 = 1/300: a unit takes 0.27 s · v [1e-4], and half an hour is banked.
library Glide {
    uint256 internal constant BANK = 30 minutes;
    uint256 internal constant DEPTH_TIME = 15 hours;
    /// @dev A depth of less rises as fast as this one, so that it can leave 0 [1e-6 USD].
    uint256 internal constant MIN_DEPTH = 1_000e6;
    /// @dev A fifth a day.
    uint256 internal constant CAP_TIME = 5 days;
    /// @dev A ceiling of less than this part of governance's cap rises as fast as that part.
    uint256 internal constant MIN_CEILING_PART = 100;
    uint256 internal constant AVERAGE_TIME = 7 days;

    /// @notice Depth after `elapsed` seconds on the way to `target` [1e-6 USD].
    function depth(uint256 from, uint256 target, uint256 elapsed, bool mayLoosen) internal pure returns (uint256) {
        elapsed = FixedPointMathLib.min(elapsed, BANK);
        if (target < from) return FixedPointMathLib.max(target, from - from * elapsed / DEPTH_TIME);
        if (!mayLoosen) return from;
        uint256 base = FixedPointMathLib.max(from, MIN_DEPTH);
        return FixedPointMathLib.min(target, from + base * elapsed / DEPTH_TIME);
    }

    /// @notice Seconds in which a correlation may move by one unit of 1/256, for a volatility margin up to `marginCap`
    /// [1e-4].
    function correlationUnit(uint256 marginCap) internal pure returns (uint256) {
        return FixedPointMathLib.divUp(marginCap * 27, 100);
    }

    /// @notice Correlation after `units` on the way to `target` [1/256].
    function correlation(uint256 from, uint256 target, uint256 units, bool mayLoosen) internal pure returns (uint256) {
        if (target < from) return FixedPointMathLib.max(target, FixedPointMathLib.zeroFloorSub(from, units));
        return mayLoosen ? FixedPointMathLib.min(target, from + units) : from;
    }

    /// @notice Debt cap and its ceiling [token units]. The cap follows `wanted` at once, up to the ceiling; the ceiling
    /// follows by a fifth a day. So growth is slow, and an hour without depth does not cost weeks of growth.
    function debtCap(uint256 cap, uint256 ceiling, uint256 wanted, uint256 most, uint256 elapsed, bool mayLoosen)
        internal
        pure
        returns (uint256, uint256)
    {
        elapsed = FixedPointMathLib.min(elapsed, 1 days);
        ceiling = FixedPointMathLib.min(ceiling, most);
        if (wanted < ceiling) {
            ceiling = FixedPointMathLib.max(wanted, ceiling - ceiling * elapsed / CAP_TIME);
        } else if (mayLoosen) {
            uint256 base = FixedPointMathLib.max(ceiling, most / MIN_CEILING_PART);
            ceiling = FixedPointMathLib.min(wanted, ceiling + base * elapsed / CAP_TIME);
        }
        uint256 next = FixedPointMathLib.min(wanted, ceiling);
        return (mayLoosen ? next : FixedPointMathLib.min(next, cap), ceiling);
    }

    /// @notice Average over about a week.
    function average(uint256 from, uint256 to, uint256 elapsed) internal pure returns (uint256) {
        elapsed = FixedPointMathLib.min(elapsed, 1 days);
        return to > from ? from + (to - from) * elapsed / AVERAGE_TIME : from - (from - to) * elapsed / AVERAGE_TIME;
    }
}
