// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {TickPrice} from "../../../src/oracle/TickPrice.sol";
import {LiquidityWalk, Walk} from "../../../src/risk/depth/LiquidityWalk.sol";
import {DepthTest} from "./DepthTest.sol";

/// @notice The walk against the pools themselves: what it says a way costs is what a swap along it gives.
contract WalkTest is DepthTest {
    uint256 internal root = LiquidityWalk.ROOT;

    /// @notice Positions that begin and end everywhere near the price, of every fee tier, at prices of all sizes.
    function testFuzz_IsWhatASwapAlongItGives(
        int24 tick,
        uint8 tier,
        int16[8] memory lows,
        uint8[8] memory widths,
        uint96[8] memory amounts,
        bool far
    ) public {
        if (far) root = 0x106526aa25a13a95ad1f99a20; // √1.05
        IUniswapV3Pool pool = _pool(tick, tier);
        int24 spacing = pool.tickSpacing();
        (, tick,,,,,) = pool.slot0();
        for (uint256 i; i < 8; ++i) {
            int24 low = _floor(tick + lows[i] % (far ? int16(600) : int16(150)), spacing);
            int24 high = low + spacing * int24(uint24(1 + widths[i] % 20));
            trader.add(pool, low, high, uint128(bound(amounts[i], 1, 1e24)));
        }
        _assertEqualsSwap(pool);
    }

    /// @notice The price may stand on a tick from either side: where liquidity has just been crossed.
    function testFuzz_StandsOnATick(int24 tick, uint8 tier, bool fromAbove, uint96 amount) public {
        IUniswapV3Pool pool = _pool(tick, tier);
        int24 spacing = pool.tickSpacing();
        (, tick,,,,,) = pool.slot0();
        int24 edge = _floor(tick, spacing) + (fromAbove ? -spacing : 2 * spacing);
        trader.add(pool, edge - spacing, edge, uint128(bound(amount, 1e10, 1e20)));
        trader.add(pool, edge, edge + spacing, 1e19);
        trader.addFullRange(pool, 1e15);
        trader.tradeTo(pool, uint160(_sqrtPriceAt(edge)));
        (, tick,,,,,) = pool.slot0();
        assertEq(tick, fromAbove ? edge - 1 : edge, "the pool names the tick by where it came from");
        _assertEqualsSwap(pool);
    }

    /// @notice Across the ends of words of the bitmap, which are 256 spacings apart.
    function test_CrossesWords() public {
        for (int24 tick = -120; tick <= 120; tick += 24) {
            uint256 state = vm.snapshotState();
            IUniswapV3Pool pool = _pool(tick, 0);
            trader.add(pool, tick - 60, tick + 3, 1e18);
            trader.add(pool, tick - 4, tick + 70, 3e18);
            _assertEqualsSwap(pool);
            vm.revertToState(state);
        }
    }

    /// @notice No range counts for more than the cap.
    function testFuzz_CountsNoMoreThanTheCap(uint8 tier, uint96 thick, uint96 cap) public {
        IUniswapV3Pool pool = _pool(0, tier);
        trader.add(pool, -3_000, 3_000, 1e20);
        uint256 thin = _both(pool, 1e20);
        trader.add(pool, -600, 600, uint128(bound(thick, 1, type(uint96).max)));
        cap = uint96(bound(cap, 1, 1e20));
        assertEq(_both(pool, 1e20), thin, "capped at the rest");
        assertApproxEqAbs(_both(pool, cap), thin * cap / 1e20, 4, "capped below it");
    }

    function _assertEqualsSwap(IUniswapV3Pool pool) private {
        Walk memory walk = _walk(pool, type(uint128).max);
        walk.quoteIsToken1 = true;
        uint256 down = LiquidityWalk.down(walk);
        uint256 paid1 = LiquidityWalk.up(walk);
        walk.quoteIsToken1 = false;
        uint256 up = LiquidityWalk.up(walk);
        uint256 paid0 = LiquidityWalk.down(walk);

        uint256 state = vm.snapshotState();
        (int256 in0, int256 out1) = trader.swapTo(pool, uint160((walk.sqrtPrice << 96) / root));
        vm.revertToState(state);
        (int256 out0, int256 in1) = trader.swapTo(pool, uint160(walk.sqrtPrice * root >> 96));

        // the pool stops at the ends of words too, and rounds each step
        assertApproxEqAbs(down, uint256(-out1), 5, "token 1 given on the way down");
        assertApproxEqAbs(up, uint256(-out0), 5, "token 0 given on the way up");
        uint256 fee = pool.fee();
        (uint256 net0, uint256 net1) = (uint256(in0) * (1e6 - fee) / 1e6, uint256(in1) * (1e6 - fee) / 1e6);
        assertApproxEqAbs(paid0, net0, net0 / 1e9 + 60, "token 0 taken on the way down");
        assertApproxEqAbs(paid1, net1, net1 / 1e9 + 60, "token 1 taken on the way up");
    }

    function _both(IUniswapV3Pool pool, uint256 cap) private view returns (uint256) {
        Walk memory walk = _walk(pool, cap);
        return LiquidityWalk.down(walk) + LiquidityWalk.up(walk);
    }

    function _walk(IUniswapV3Pool pool, uint256 cap) private view returns (Walk memory walk) {
        (uint160 sqrtPrice, int24 tick,,,,,) = pool.slot0();
        walk = Walk({
            pool: pool,
            tickSpacing: pool.tickSpacing(),
            quoteIsToken1: true,
            tick: tick,
            sqrtPrice: sqrtPrice,
            liquidity: pool.liquidity(),
            cap: cap,
            root: root
        });
    }

    /// @notice A pool without liquidity at a tick, of one of the fee tiers.
    function _pool(int24 tick, uint8 tier) private returns (IUniswapV3Pool pool) {
        if (tier % 4 == 0 && factory.feeAmountTickSpacing(100) == 0) factory.enableFeeAmount(100, 1);
        uint24[4] memory fees = [uint24(100), 500, 3_000, 10_000];
        pool = IUniswapV3Pool(factory.createPool(address(weth), address(usdc), fees[tier % 4]));
        // amounts of both tokens stay in what the pool can pay
        pool.initialize(uint160(_sqrtPriceAt(int24(bound(tick, -200_000, 200_000)))));
    }

    function _sqrtPriceAt(int24 tick) private pure returns (uint256) {
        return TickPrice.sqrtPriceAtTick(tick);
    }
}
