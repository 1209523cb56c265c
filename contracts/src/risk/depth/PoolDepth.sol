// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IDepthOracle} from "../../interfaces/IDepthOracle.sol";
import {SourceReader} from "../../oracle/SourceReader.sol";
import {TickPrice} from "../../oracle/TickPrice.sol";
import {LiquidityWalk, Walk} from "./LiquidityWalk.sol";
import {PoolWord} from "./PoolWord.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Depth of one pool
/// @notice The least of three amounts: 1 % down and 1 % up through the liquidity there is now, no range counting for
/// more than the pool's average liquidity, and 1 % of that average around the pool's average price.
/// @dev The harmonic mean over the window has no seconds of this block in it, and one block of twelve seconds raises it
/// by at most 0.7 % of half an hour: liquidity that comes for a block is not counted. A swap of this block moves where
/// the walk starts, into thick ranges or to a price where the same liquidity is worth more: the third amount does not
/// see it.
library PoolDepth {
    /// @return amount [units of the quote token]
    function measure(PoolWord word, uint256 window) internal view returns (uint256 amount) {
        IUniswapV3Pool pool = IUniswapV3Pool(word.pool());
        (uint256 sqrtPrice, int256 tick) = priceOf(pool);
        (bool usable, int256 meanTick, uint256 mean) = SourceReader.observe(address(pool), window);
        require(usable, IDepthOracle.PoolHistoryTooShort(address(pool), window));
        Walk memory walk = Walk({
            pool: pool,
            tickSpacing: int256(word.tickSpacing()),
            quoteIsToken1: word.quoteIsToken1(),
            tick: tick,
            sqrtPrice: sqrtPrice,
            liquidity: pool.liquidity(),
            cap: FixedPointMathLib.min(mean, type(uint128).max),
            root: LiquidityWalk.ROOT
        });
        amount = LiquidityWalk.uniform(walk, TickPrice.sqrtPriceAtTick(meanTick));
        amount = FixedPointMathLib.min(amount, LiquidityWalk.down(walk));
        amount = FixedPointMathLib.min(amount, LiquidityWalk.up(walk));
    }

    /// @dev A pool in the middle of a trade or a mint holds liquidity that is not paid for yet.
    function priceOf(IUniswapV3Pool pool) internal view returns (uint256 sqrtPrice, int256 tick) {
        bool unlocked;
        (sqrtPrice, tick,,,,, unlocked) = pool.slot0();
        require(sqrtPrice != 0, IDepthOracle.PoolNotInitialized(address(pool)));
        require(unlocked, IDepthOracle.PoolLocked(address(pool)));
    }
}
