// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Prices of Uniswap v3 ticks
/// @notice `sqrtPriceAtTick` returns bit for bit what the pools compute; the tests hold it against their bytecode.
library TickPrice {
    int256 internal constant MAX_TICK = 887_272;

    /// @notice sqrt(1.0001^tick) · 2^96, rounded up.
    /// @dev Requires |tick| <= MAX_TICK. Multiplies the powers 1.0001^(−2^i / 2) of the set bits of |tick|, 128 bits
    /// after the point, and takes the reciprocal for positive ticks. Every factor is below 2^128 and so is, after the
    /// first, every product: no multiplication overflows.
    function sqrtPriceAtTick(int256 tick) internal pure returns (uint256) {
        unchecked {
            uint256 t = uint256(tick < 0 ? -tick : tick);
            uint256 p = t & 0x1 != 0 ? 0xfffcb933bd6fad37aa2d162d1a594001 : 1 << 128;
            if (t & 0x2 != 0) p = (p * 0xfff97272373d413259a46990580e213a) >> 128;
            if (t & 0x4 != 0) p = (p * 0xfff2e50f5f656932ef12357cf3c7fdcc) >> 128;
            if (t & 0x8 != 0) p = (p * 0xffe5caca7e10e4e61c3624eaa0941cd0) >> 128;
            if (t & 0x10 != 0) p = (p * 0xffcb9843d60f6159c9db58835c926644) >> 128;
            if (t & 0x20 != 0) p = (p * 0xff973b41fa98c081472e6896dfb254c0) >> 128;
            if (t & 0x40 != 0) p = (p * 0xff2ea16466c96a3843ec78b326b52861) >> 128;
            if (t & 0x80 != 0) p = (p * 0xfe5dee046a99a2a811c461f1969c3053) >> 128;
            if (t & 0x100 != 0) p = (p * 0xfcbe86c7900a88aedcffc83b479aa3a4) >> 128;
            if (t & 0x200 != 0) p = (p * 0xf987a7253ac413176f2b074cf7815e54) >> 128;
            if (t & 0x400 != 0) p = (p * 0xf3392b0822b70005940c7a398e4b70f3) >> 128;
            if (t & 0x800 != 0) p = (p * 0xe7159475a2c29b7443b29c7fa6e889d9) >> 128;
            if (t & 0x1000 != 0) p = (p * 0xd097f3bdfd2022b8845ad8f792aa5825) >> 128;
            if (t & 0x2000 != 0) p = (p * 0xa9f746462d870fdf8a65dc1f90e061e5) >> 128;
            if (t & 0x4000 != 0) p = (p * 0x70d869a156d2a1b890bb3df62baf32f7) >> 128;
            if (t & 0x8000 != 0) p = (p * 0x31be135f97d08fd981231505542fcfa6) >> 128;
            if (t & 0x10000 != 0) p = (p * 0x9aa508b5b7a84e1c677de54f3e99bc9) >> 128;
            if (t & 0x20000 != 0) p = (p * 0x5d6af8dedb81196699c329225ee604) >> 128;
            if (t & 0x40000 != 0) p = (p * 0x2216e584f5fa1ea926041bedfe98) >> 128;
            if (t & 0x80000 != 0) p = (p * 0x48a170391f7dc42444e8fa2) >> 128;
            if (tick > 0) p = type(uint256).max / p;
            return (p + 0xffffffff) >> 32; // p < 2^193 in the allowed range, so the sum does not wrap
        }
    }

    /// @notice Raw price of the base token: raw price of the quote token times the price of the pool, rounded down.
    /// @param sqrtPrice sqrt(token1 / token0) · 2^96, within the range of Uniswap.
    /// @param quoteRaw Raw price of the quote token, below 2^128.
    /// @dev Raw prices are per token unit and so is the pool's: decimals cancel. The square is kept with 192 bits
    /// after the point while it fits, else with 128. None of the quotients reaches 2^256: sqrtPrice >= 2^32 makes
    /// the square at least 2^64, and 2^192 · 2^128 / 2^64 = 2^256 is not reached as sqrtPrice > 2^32.
    function baseRaw(uint256 sqrtPrice, uint256 quoteRaw, bool baseIsToken0) internal pure returns (uint256) {
        if (sqrtPrice < 1 << 128) {
            uint256 square = sqrtPrice * sqrtPrice;
            return baseIsToken0
                ? FixedPointMathLib.fullMulDivN(square, quoteRaw, 192)
                : FixedPointMathLib.fullMulDiv(1 << 192, quoteRaw, square);
        }
        uint256 ratio = FixedPointMathLib.fullMulDivN(sqrtPrice, sqrtPrice, 64);
        return baseIsToken0
            ? FixedPointMathLib.fullMulDivN(ratio, quoteRaw, 128)
            : FixedPointMathLib.fullMulDiv(1 << 128, quoteRaw, ratio);
    }
}
