// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {DepthPool, IDepthOracle} from "../../../src/interfaces/IDepthOracle.sol";
import {IMintable} from "../../support/TestTokens.sol";
import {DepthTest} from "./DepthTest.sol";

/// @notice What a sample says of pools at rest, and what it costs.
contract MeasureTest is DepthTest {
    /// @dev 1 − 1/√1.01: the part of a full range's side that lies within 1 % [wad], rounded down.
    uint256 internal constant ONE_PERCENT = 0.004962809790010712e18;

    /// @notice Of a full range the closed form, for tokens of 6, 8 and 18 decimals, either of them measured, whichever
    /// has the lower address, at any ratio of prices.
    function testFuzz_FullRangeIsTheClosedForm(uint8 pair, bool other, uint256 priceA, uint256 priceB, uint256 value)
        public
    {
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        (uint8 a, uint8 b) = (pair % 3, (pair % 3 + 1) % 3);
        if (other) (a, b) = (b, a);
        priceA = bound(priceA, 0.01e18, 100_000e18);
        priceB = bound(priceB, 0.01e18, 100_000e18);
        value = bound(value, 100_000e18, 1_000_000_000e18);
        _setPrice(CROSS, b, priceB);
        IUniswapV3Pool pool = _fullPool(tokens[a], tokens[b], priceA, priceB, 500, value);
        _setPool(tokens[a], pool, CROSS, b);

        uint256 expected = value * ONE_PERCENT / 1e36;
        assertApproxEqRel(depths.sample(address(tokens[a])), expected, 0.004e18, "rounded down, to whole dollars");
        assertLe(depths.sample(address(tokens[a])), expected + expected / 1e5);
    }

    /// @notice Value is that of the oracle's lower price, not of the pool's.
    function testFuzz_IsWorthTheOraclesLowerPrice(uint256 low, uint256 high) public {
        _setPool(weth, _ethPool(), ETH, 0);
        uint256 before = _sample();
        low = bound(low, 0.1e18, 10e18);
        _setPrices(ETH, 0, low, bound(high, low, 10e18));
        assertApproxEqAbs(_sample(), before * low / 1e18, 11);
    }

    /// @notice A range that ends inside the percent counts no further than it reaches.
    function testFuzz_ThinRangeIsWalked(uint96 amount, uint8 reach) public {
        IUniswapV3Pool pool = _ethPool();
        uint128 liquidity = _liquidity(weth, usdc, WETH_PRICE, USDC_PRICE, POOL_VALUE);
        uint128 added = uint128(bound(amount, liquidity, 50 * uint256(liquidity)));
        int24 ticks = int24(uint24(bound(reach, 10, 50)));
        _addAround(pool, ticks, added);
        _age(pool);
        _setPool(weth, pool, ETH, 0);
        uint256 base = POOL_VALUE * ONE_PERCENT / 1e36;
        uint256 peak = base * (uint256(liquidity) + added) / liquidity;
        uint256 most = base + (peak - base) * uint24(ticks + 12) / 98;
        assertLt(_sample(), most, "no more than the range's share of the percent");
        assertGt(_sample(), base, "and more than without it");
    }

    /// @notice Samples of several pools are summed.
    function test_SumsPools() public {
        DepthPool[] memory pools = new DepthPool[](2);
        (pools[0], pools[1]) =
        (
            DepthPool(address(_ethPool()), ETH, 0),
            DepthPool(address(_fullPool(weth, usdc, WETH_PRICE, USDC_PRICE, 3_000, POOL_VALUE)), CROSS, 0)
        );
        vm.prank(admin);
        depths.setPools(address(weth), _parameters(), pools);
        assertApproxEqAbs(_sample(), 2 * POOL_VALUE * ONE_PERCENT / 1e36, 10);
        (, DepthPool[] memory set) = depths.parametersOf(address(weth));
        assertEq(abi.encode(set), abi.encode(pools));
    }

    /// @notice A token that nobody lists has no depth.
    function testFuzz_UnknownTokenHasNone(address token) public {
        assertEq(depths.depth(token), 0);
        assertEq(depths.slowDepth(token), 0);
        vm.expectRevert(abi.encodeWithSelector(IDepthOracle.NoPools.selector, token));
        depths.observe(token);
    }

    function test_RevertWhen_TheQuotePriceIsDown() public {
        _setPool(weth, _ethPool(), ETH, 0);
        _setPrice(ETH, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IDepthOracle.QuotePriceUnavailable.selector, ETH, 0));
        depths.observe(address(weth));
    }

    /// @notice In the middle of somebody's call into the pool, its liquidity may not be paid for yet.
    function test_RevertWhen_ThePoolIsInUse() public {
        IUniswapV3Pool pool = _ethPool();
        _setPool(weth, pool, ETH, 0);
        vm.expectRevert(abi.encodeWithSelector(IDepthOracle.PoolLocked.selector, pool));
        trader.flashAndCall(pool, address(depths), abi.encodeCall(depths.observe, (address(weth))));
    }

    /// @notice Gas of an observation, cold: a deep pool with a handful of positions, and the worst a pool can be.
    function test_Gas() public {
        IUniswapV3Pool pool = _ethPool();
        for (int24 reach = 20; reach <= 80; reach += 20) {
            _addAround(pool, reach, 1e15);
        }
        _setPool(weth, pool, ETH, 0);
        _cool(pool);
        emit log_named_uint("observe, 0.05 % pool with four positions in the percent", _gasOfObserve());

        factory.enableFeeAmount(100, 1);
        IUniswapV3Pool worst = _emptyPool(weth, usdc, WETH_PRICE, USDC_PRICE, 100);
        trader.addFullRange(worst, 1e15);
        (, int24 tick,,,,,) = worst.slot0();
        for (int24 i = -110; i < 110; ++i) {
            trader.add(worst, tick + i, tick + i + 1, 1e15);
        }
        _age(worst);
        _setPool(weth, worst, ETH, 0);
        _cool(worst);
        uint256 gas = _gasOfObserve();
        emit log_named_uint("observe, 0.01 % pool with every tick initialised", gas);
        assertLt(gas, 3_500_000, "bounded");
    }

    function _gasOfObserve() private returns (uint256) {
        uint256 before = gasleft();
        depths.observe(address(weth));
        return before - gasleft();
    }

    function _cool(IUniswapV3Pool pool) private {
        vm.cool(address(pool));
        vm.cool(address(depths));
        vm.cool(address(oracle));
    }
}
