// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {DepthPool, IDepthOracle} from "../../interfaces/IDepthOracle.sol";
import {IPriceOracle} from "../../interfaces/IPriceOracle.sol";
import {LiquidityWalk, Walk} from "./LiquidityWalk.sol";
import {PoolDepth} from "./PoolDepth.sol";

/// @title Depth by move: what it takes to move a price by 1, 2, 3 and 5 %
/// @notice For screens: the pools as they are now, without the averages and the minimum over observations that `depth`
/// has. Nothing on chain may depend on it, a swap or a mint in the same block moves it.
library DepthLadder {
    uint256 internal constant MOVES = 4;

    /// @return usd Value that moves the price down by 1, 2, 3, 5 %, then up by as much [USD, whole]. Pools whose quote
    /// has no price count for nothing.
    function read(IDepthOracle depthOracle, IPriceOracle oracle, address token)
        internal
        view
        returns (uint256[2 * MOVES] memory usd)
    {
        (, DepthPool[] memory pools) = depthOracle.parametersOf(token);
        uint256[2 * MOVES] memory wads;
        for (uint256 i; i < pools.length; ++i) {
            DepthPool memory pool = pools[i];
            uint256 price = oracle.openingPrices(pool.quoteMarket, uint16(1 << pool.quoteAsset))[pool.quoteAsset] >> 128;
            if (price != 0) _add(wads, _walkOf(IUniswapV3Pool(pool.pool), token), price);
        }
        for (uint256 i; i < 2 * MOVES; ++i) {
            usd[i] = wads[i] / 1e18;
        }
    }

    function _add(uint256[2 * MOVES] memory wads, Walk memory walk, uint256 price) private view {
        uint256[MOVES] memory roots = [
            LiquidityWalk.ROOT,
            0x1028c1d959b061d826602cd08, // √1.02 · 2^96
            0x103cfc69845aa8f473b93dfd6, // √1.03 · 2^96
            0x106526aa25a13a95ad1f99a20 // √1.05 · 2^96
        ];
        for (uint256 i; i < MOVES; ++i) {
            walk.root = roots[i];
            (uint256 down, uint256 up) = (LiquidityWalk.down(walk), LiquidityWalk.up(walk));
            // the price of token 1 falls where that of token 0 rises
            (uint256 fall, uint256 rise) = walk.quoteIsToken1 ? (down, up) : (up, down);
            wads[i] += FixedPointMathLib.fullMulDiv(fall, price, 1e18);
            wads[MOVES + i] += FixedPointMathLib.fullMulDiv(rise, price, 1e18);
        }
    }

    function _walkOf(IUniswapV3Pool pool, address token) private view returns (Walk memory) {
        (uint256 sqrtPrice, int256 tick) = PoolDepth.priceOf(pool);
        return Walk({
            pool: pool,
            tickSpacing: int256(pool.tickSpacing()),
            quoteIsToken1: pool.token0() == token,
            tick: tick,
            sqrtPrice: sqrtPrice,
            liquidity: pool.liquidity(),
            cap: type(uint128).max,
            root: 0
        });
    }
}
