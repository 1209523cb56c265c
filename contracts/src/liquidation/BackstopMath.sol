// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Arithmetic of the backstop. Prices are words of the oracle: USD · 10^(36 − decimals) per whole token, so that
/// the ratio of two is the price of one unit in units of the other.
library BackstopMath {
    using FixedPointMathLib for uint256;

    /// @dev Of every share in `BackstopParameters`.
    uint256 internal constant ONE = 1e4;
    uint256 internal constant WAD = 1e18;
    /// @dev ε: the move that depth is measured at.
    uint256 internal constant DEPTH_MOVE = 100;

    /// @notice Value of an amount in quote units, rounded down.
    function quoteDown(uint256 amount, uint256 price, uint256 quotePrice) internal pure returns (uint256) {
        return amount.fullMulDiv(price, quotePrice);
    }

    /// @notice Value of an amount in quote units, rounded up.
    function quoteUp(uint256 amount, uint256 price, uint256 quotePrice) internal pure returns (uint256) {
        return amount.fullMulDivUp(price, quotePrice);
    }

    /// @notice Part of what was taken over that is hedged: `1 − left / taken`; 1 when nothing is left, 0 when interest
    /// made more of it [1e-4].
    function hedgeRatio(uint256 left, uint256 taken) internal pure returns (uint256) {
        if (left == 0) return ONE;
        return left >= taken ? 0 : ONE - left.fullMulDivUp(ONE, taken);
    }

    /// @notice `max(σ / σ_full, floor)`, at most 1; 1 for an unknown volatility [1e-4].
    function hedgeTarget(uint256 volatility, uint256 full, uint256 floor) internal pure returns (uint256 target) {
        if (volatility == 0 || volatility >= full) return ONE;
        target = volatility * ONE / full;
        if (target < floor) target = floor;
    }

    /// @notice Most that a trade may cost: half the bound for pool and oracle to differ, its own fee and its impact
    /// `ε·x / depth`; never more than the bound [1e-4].
    /// @param fee Of the pool [1e-6]. @param value Of the trade [USD wad]. @param depth [USD, whole], not 0.
    function slippage(uint256 most, uint256 fee, uint256 value, uint256 depth) internal pure returns (uint256 allowed) {
        allowed = most / 2 + fee.divUp(100) + value.divUp(depth * WAD * DEPTH_MOVE / ONE);
        if (allowed > most) allowed = most;
    }

    /// @notice Furthest price of a pool at which a trade still costs at most `allowed`, its fee included.
    /// @param price0, price1 Words of the two tokens. @param token0In Whether token0 is paid in.
    /// @param allowed [1e-4]. @param fee [1e-6].
    /// @return Square root of token0's price in token1 [2^96 = 1].
    function priceLimit(uint256 price0, uint256 price1, bool token0In, uint256 allowed, uint256 fee)
        internal
        pure
        returns (uint160)
    {
        // what is paid in earns pool price · (1 − fee) and must earn oracle price · (1 − allowed)
        uint256 earned = (ONE - allowed) * 100; // [1e-6]
        uint256 kept = 1e6 - fee;
        // twice the precision of the result, so that the root has all of it; prices of tokens differ by less than 2^64
        uint256 square = price0.fullMulDiv(1 << 192, price1);
        square = token0In ? square.fullMulDivUp(earned, kept) : square.fullMulDiv(kept, earned);
        uint256 root = square.sqrt();
        if (token0In && root * root < square) ++root;
        // forge-lint: disable-next-line(unsafe-typecast) — the root of less than 2^256 · 1e6 / 98e4 by the line above
        return uint160(root);
    }
}
