// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {TickPrice} from "../../../src/oracle/TickPrice.sol";
import {DepthTest} from "./DepthTest.sol";

/// @notice What money of one block, or of one transaction, can and cannot make the oracle say.
contract DepthManipulationTest is DepthTest {
    IUniswapV3Pool internal pool;
    uint128 internal liquidity;
    uint256 internal honest;

    function setUp() public override {
        super.setUp();
        pool = _ethPool();
        liquidity = pool.liquidity();
        _setPool(weth, pool, ETH, 0);
        _observeAll(weth);
        honest = _sample();
        assertEq(_depth(), honest);
    }

    /* LIQUIDITY THAT COMES FOR A BLOCK */

    function testFuzz_JustInTimeInTheSameBlockCountsNothing(uint8 times, int24 reach) public {
        _addAround(pool, int24(bound(reach, 10, 20_000)), liquidity * uint128(bound(times, 1, 255)));
        assertEq(_sample(), honest, "124: no second of it is in the mean");
    }

    /// @notice One block of twelve seconds in a window of half an hour: 12/1800 at the most.
    function testFuzz_JustInTimeInTheBlockBeforeCountsItsSeconds(uint8 times, int24 reach) public {
        _addAround(pool, int24(bound(reach, 200, 20_000)), liquidity * uint128(bound(times, 1, 255)));
        _skip(BLOCK);
        assertGt(_sample(), honest, "it does count a little");
        assertLe(_sample(), honest * WINDOW / (WINDOW - BLOCK) + 1, "124: at most its part of the window");
    }

    /// @notice The mean is of liquidity at the price only: where that is thin, borrowed liquidity beside it fills a
    /// sample up. It does not raise the depth, and whoever looks without it takes it back.
    function test_JustInTimeBesideAThinRangeIsOutvoted() public {
        pool = _emptyPool(weth, usdc, WETH_PRICE, USDC_PRICE, 3_000);
        trader.addFullRange(pool, liquidity / 100);
        _addAround(pool, 10, liquidity);
        _age(pool);
        _setPool(weth, pool, ETH, 0);
        _observeAll(weth);
        uint256 thin = _depth();

        _skip(SPACING);
        (int24 low, int24 high) = _addAround(pool, 300, 10 * liquidity);
        depths.observe(address(weth));
        trader.remove(pool, low, high, 10 * liquidity);
        assertGt(depths.state(address(weth)).samples[0], thin * 3 / 2, "the sample is filled up");
        assertEq(_depth(), thin, "124: the depth is not");

        _skip(BLOCK);
        depths.observe(address(weth));
        assertApproxEqRel(depths.state(address(weth)).samples[0], thin, 0.01e18, "124: and the sample is corrected");
    }

    /// @notice Capital that stays for all the windows is real depth, and still counts only as it stays.
    function testFuzz_ParkedLiquidityCountsSlowly(uint8 times, uint16 wait) public {
        trader.addFullRange(pool, liquidity * uint128(bound(times, 1, 200)));
        uint256 before = _depth();
        uint256 elapsed;
        for (uint256 i; i < 12; ++i) {
            uint256 time = SPACING + bound(wait, 0, SPACING * 7);
            elapsed += time;
            _skip(time);
            depths.observe(address(weth));
            uint256 most = before + before * time / 1 days + 1;
            assertLe(_depth(), most, "121: a rise of at most itself a day");
            before = _depth();
        }
        assertGt(_depth(), honest, "and it does rise");
    }

    /* SWAPS */

    /// @notice A swap of this block into a region a hundred times as thick, and to prices where the same liquidity is
    /// worth more: neither raises what is measured.
    function testFuzz_FlashSwapIntoAThickRegionCountsNothing(int24 distance, bool upwards, uint8 times) public {
        distance = int24(bound(distance, 600, 20_000)) / 10 * 10;
        (, int24 tick,,,,,) = pool.slot0();
        int24 low = _floor(upwards ? tick + distance : tick - distance, 10);
        trader.add(pool, low, low + 400, liquidity * uint128(bound(times, 2, 255)));
        _age(pool);
        assertApproxEqAbs(_sample(), honest, 1, "the thick region is not at the price");
        trader.swapTo(pool, _priceAt(low + 200));
        assertLe(_sample(), honest, "124: nor is it after a swap of this block");
    }

    /// @notice Whoever holds the price in a thick region across a block owns the pool for twelve seconds of 1800.
    function test_SwapIntoAThickRegionInTheBlockBeforeCountsItsSeconds() public {
        (, int24 tick,,,,,) = pool.slot0();
        int24 low = _floor(tick + 300, 10);
        trader.add(pool, low, low + 400, 100 * liquidity);
        _age(pool);
        trader.swapTo(pool, _priceAt(low + 200));
        _skip(BLOCK);
        assertLe(_sample(), honest * WINDOW / (WINDOW - BLOCK) + honest / 1_000, "124: at most its part of the window");
    }

    /// @notice The other way is possible, for whoever pays the fees: a sample falls, the depth with it, and it is back
    /// when the sample has left the memory. The slow depth hardly moves.
    function test_SwapOutOfTheLiquidityLowersForAWhile() public {
        _addAround(pool, 3_000, 4 * liquidity);
        for (uint256 i; i < 300; ++i) {
            _skip(SPACING);
            depths.observe(address(weth));
        }
        uint256 usual = _depth();
        assertApproxEqRel(usual, 5 * honest, 0.001e18);

        (uint160 price, int24 tick,,,,,) = pool.slot0();
        trader.swapTo(pool, _priceAt(tick + 4_000));
        depths.observe(address(weth));
        trader.swapTo(pool, price);
        assertLt(_depth(), usual / 2, "fast down");
        assertGt(depths.slowDepth(address(weth)), usual * 98 / 100, "slow");
        _observeAll(weth);
        assertGt(_depth(), usual * 95 / 100, "back after the memory has passed");
    }

    /* LIQUIDITY THAT LEAVES */

    /// @notice Falls at the next observation, whether the spacing has passed or not.
    function testFuzz_FallsAtOnce(uint128 removed, uint16 wait) public {
        removed = uint128(bound(removed, liquidity / 100, liquidity * 99 / 100));
        int24 edge = 887_270;
        trader.remove(pool, -edge, edge, removed);
        _skip(bound(wait, BLOCK, 2 * SPACING));
        depths.observe(address(weth));
        uint256 left = honest * (liquidity - removed) / liquidity;
        // the average price is that of a whole tick, the pool's own is not
        assertApproxEqAbs(_depth(), left, left / 10_000 + 2, "121: down in one step");
    }

    function test_AnEmptiedPoolHasNoDepth() public {
        trader.remove(pool, -887_270, 887_270, liquidity);
        depths.observe(address(weth));
        assertEq(_depth(), 0);
        // and comes back from nothing, a day's step at a time
        trader.addFullRange(pool, liquidity);
        _skip(1 days);
        for (uint256 i; i < 5; ++i) {
            depths.observe(address(weth));
            _skip(SPACING);
        }
        assertLt(_depth(), honest * 3 / 5);
        assertGt(_depth(), 0);
    }

    function _priceAt(int24 tick) private pure returns (uint160) {
        return uint160(TickPrice.sqrtPriceAtTick(tick));
    }
}
