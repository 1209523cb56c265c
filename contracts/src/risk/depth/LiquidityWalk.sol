// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {TickPrice} from "../../oracle/TickPrice.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {LibBit} from "solady/utils/LibBit.sol";

/// @notice A way through the liquidity of a pool.
/// @param pool Pool.
/// @param tickSpacing Ticks between two that can be initialised.
/// @param quoteIsToken1 Which side is counted.
/// @param tick Tick of the pool.
/// @param sqrtPrice Square root of the price of the pool [2^96].
/// @param liquidity In-range liquidity of the pool.
/// @param cap Liquidity beyond this is not counted.
/// @param root Square root of the factor by which the price moves, over 1 and at most √1.05 [2^96].
struct Walk {
    IUniswapV3Pool pool;
    int256 tickSpacing;
    bool quoteIsToken1;
    int256 tick;
    uint256 sqrtPrice;
    uint256 liquidity;
    uint256 cap;
    uint256 root;
}

/// @title Quote tokens that move the price of a pool by a factor, tick range by tick range
/// @notice 1 % is a factor of 1.01 either way, so that the order of the tokens makes no difference. Every amount is
/// rounded down.
/// @dev The loops are bounded by the range, not by the pool: the 100 ticks of 1 % are in at most two words of the bitmap,
/// and hold at most 100 initialised ones, 10 with the spacing of the 0.05 % tier.
library LiquidityWalk {
    /// @dev √1.01 · 2^96, rounded down.
    uint256 internal constant ROOT = 0x10146dd68287f35899f20af67;
    uint256 internal constant MIN_SQRT_PRICE = 4295128739;
    uint256 internal constant MAX_SQRT_PRICE = 1461446703485210103287273052203988822378723970342;

    /// @notice Towards a lower price of token 0.
    function down(Walk memory walk) internal view returns (uint256 amount) {
        uint256 end = _lower(walk, walk.sqrtPrice);
        uint256 price = walk.sqrtPrice;
        uint256 liquidity = walk.liquidity;
        int256 compressed = _compressed(walk);
        int256 word = compressed >> 8;
        // forge-lint: disable-next-line(unsafe-typecast) — a mask of eight bits
        uint256 ticks = _word(walk, word) & (type(uint256).max >> (255 - uint8(uint256(compressed))));
        while (true) {
            while (ticks != 0) {
                uint256 bit = LibBit.fls(ticks);
                int256 tick = ((word << 8) + int256(bit)) * walk.tickSpacing;
                uint256 next = TickPrice.sqrtPriceAtTick(tick);
                if (next <= end) return amount + _amount(walk, liquidity, end, price);
                amount += _amount(walk, liquidity, next, price);
                liquidity = _crossed(walk.pool, tick, liquidity, false);
                price = next;
                ticks ^= 1 << bit;
            }
            int256 last = (word << 8) * walk.tickSpacing; // first tick of this word: below it is the next one
            if (last <= -TickPrice.MAX_TICK || TickPrice.sqrtPriceAtTick(last) <= end) {
                return amount + _amount(walk, liquidity, end, price);
            }
            ticks = _word(walk, --word);
        }
    }

    /// @notice Towards a higher price of token 0.
    function up(Walk memory walk) internal view returns (uint256 amount) {
        uint256 end = _upper(walk, walk.sqrtPrice);
        uint256 price = walk.sqrtPrice;
        uint256 liquidity = walk.liquidity;
        int256 compressed = _compressed(walk) + 1; // the tick of the price is crossed downwards only
        int256 word = compressed >> 8;
        // forge-lint: disable-next-line(unsafe-typecast) — a mask of eight bits
        uint256 ticks = _word(walk, word) & (type(uint256).max << uint8(uint256(compressed)));
        while (true) {
            while (ticks != 0) {
                uint256 bit = LibBit.ffs(ticks);
                int256 tick = ((word << 8) + int256(bit)) * walk.tickSpacing;
                uint256 next = TickPrice.sqrtPriceAtTick(tick);
                if (next >= end) return amount + _amount(walk, liquidity, price, end);
                amount += _amount(walk, liquidity, price, next);
                liquidity = _crossed(walk.pool, tick, liquidity, true);
                price = next;
                ticks ^= 1 << bit;
            }
            int256 first = (++word << 8) * walk.tickSpacing;
            if (first >= TickPrice.MAX_TICK || TickPrice.sqrtPriceAtTick(first) >= end) {
                return amount + _amount(walk, liquidity, price, end);
            }
            ticks = _word(walk, word);
        }
    }

    /// @notice The lesser direction, of constant liquidity around a price.
    function uniform(Walk memory walk, uint256 sqrtPrice) internal pure returns (uint256) {
        return FixedPointMathLib.min(
            _amount(walk, walk.cap, _lower(walk, sqrtPrice), sqrtPrice),
            _amount(walk, walk.cap, sqrtPrice, _upper(walk, sqrtPrice))
        );
    }

    /// @dev Quote tokens between two prices, of at most `cap` liquidity. Liquidity is below 2^128, prices below 2^160.
    function _amount(Walk memory walk, uint256 liquidity, uint256 low, uint256 high) private pure returns (uint256) {
        liquidity = FixedPointMathLib.min(liquidity, walk.cap);
        return walk.quoteIsToken1
            ? FixedPointMathLib.fullMulDivN(liquidity, high - low, 96)
            : FixedPointMathLib.fullMulDiv(liquidity << 96, high - low, high) / low;
    }

    function _crossed(IUniswapV3Pool pool, int256 tick, uint256 liquidity, bool upwards)
        private
        view
        returns (uint256)
    {
        // forge-lint: disable-next-line(unsafe-typecast) — a tick that the bitmap names
        (, int256 net,,,,,,) = pool.ticks(int24(tick));
        // forge-lint: disable-next-line(unsafe-typecast) — what the pool itself would hold: neither negative nor 2^128
        return uint256(upwards ? int256(liquidity) + net : int256(liquidity) - net);
    }

    function _word(Walk memory walk, int256 word) private view returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast) — |tick| < 2^20, so |word| < 2^12
        return walk.pool.tickBitmap(int16(word));
    }

    /// @dev Division that rounds towards negative infinity.
    function _compressed(Walk memory walk) private pure returns (int256 compressed) {
        compressed = walk.tick / walk.tickSpacing;
        if (walk.tick < 0 && walk.tick % walk.tickSpacing != 0) --compressed;
    }

    function _lower(Walk memory walk, uint256 sqrtPrice) private pure returns (uint256) {
        return FixedPointMathLib.max((sqrtPrice << 96) / walk.root, MIN_SQRT_PRICE);
    }

    function _upper(Walk memory walk, uint256 sqrtPrice) private pure returns (uint256) {
        return FixedPointMathLib.min(FixedPointMathLib.fullMulDivN(sqrtPrice, walk.root, 96), MAX_SQRT_PRICE);
    }
}
