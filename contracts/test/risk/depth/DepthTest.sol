// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {DepthParameters, DepthPool, IDepthOracle} from "../../../src/interfaces/IDepthOracle.sol";
import {DepthOracle} from "../../../src/risk/DepthOracle.sol";
import {BaseTest} from "../../support/BaseTest.sol";
import {IMintable} from "../../support/TestTokens.sol";
import {PoolTrader, UniswapV3} from "../../support/UniswapV3.sol";

/// @notice Takes liquidity out again, and can call somebody in the middle of a swap.
contract DepthTrader is PoolTrader {
    bytes internal nested;
    address internal target;

    function remove(IUniswapV3Pool pool, int24 lower, int24 upper, uint128 liquidity) external {
        pool.burn(lower, upper, liquidity);
        pool.collect(address(this), lower, upper, type(uint128).max, type(uint128).max);
    }

    /// @notice What the pool takes (+) and gives (−) on the way to a price.
    function swapTo(IUniswapV3Pool pool, uint160 sqrtPrice) external returns (int256 amount0, int256 amount1) {
        (uint160 current,,,,,,) = pool.slot0();
        return pool.swap(address(this), sqrtPrice < current, type(int128).max, sqrtPrice, "");
    }

    /// @notice Lends itself tokens of the pool and calls `target_` while it owes them.
    function flashAndCall(IUniswapV3Pool pool, address target_, bytes calldata data) external {
        (target, nested) = (target_, data);
        pool.flash(address(this), 0, 0, "");
    }

    function uniswapV3FlashCallback(uint256, uint256, bytes calldata) external {
        (bool success, bytes memory reason) = target.call(nested);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(reason, 32), mload(reason))
            }
        }
    }
}

/// @notice A depth oracle on the markets of BaseTest and pools of real Uniswap v3 code, with half an hour of window.
abstract contract DepthTest is BaseTest {
    uint24 internal constant WINDOW = 1800;
    uint24 internal constant SPACING = 900;
    uint256 internal constant BLOCK = 12;
    /// @dev Value of each side of a full-range pool [USD wad].
    uint256 internal constant POOL_VALUE = 10_000_000e18;

    IUniswapV3Factory internal factory;
    DepthTrader internal trader;
    DepthOracle internal depths;

    function setUp() public virtual override {
        super.setUp();
        factory = UniswapV3.deployFactory();
        trader = new DepthTrader();
        depths = new DepthOracle(address(manager), address(engine), address(factory), WINDOW, 600, BLOCK);
    }

    /* POOLS */

    /// @notice An initialised pool at the ratio of two prices [USD wad per whole token], without liquidity.
    function _emptyPool(IMintable a, IMintable b, uint256 priceA, uint256 priceB, uint24 fee)
        internal
        returns (IUniswapV3Pool pool)
    {
        pool = IUniswapV3Pool(factory.createPool(address(a), address(b), fee));
        pool.initialize(_sqrtPrice(a, b, priceA, priceB));
        pool.increaseObservationCardinalityNext(uint16(WINDOW / BLOCK + 1));
    }

    /// @notice A full-range pool of `value` [USD wad] a side, with a window of quiet trading behind it.
    function _fullPool(IMintable a, IMintable b, uint256 priceA, uint256 priceB, uint24 fee, uint256 value)
        internal
        returns (IUniswapV3Pool pool)
    {
        pool = _emptyPool(a, b, priceA, priceB, fee);
        trader.addFullRange(pool, _liquidity(a, b, priceA, priceB, value));
        _age(pool);
    }

    /// @notice A block with a trade in it, so that the memory grows, and a window after it.
    function _age(IUniswapV3Pool pool) internal {
        _skip(BLOCK);
        (uint160 price,,,,,,) = pool.slot0();
        trader.tradeTo(pool, price + price / 10_000);
        trader.tradeTo(pool, price);
        _skip(WINDOW);
    }

    function _ethPool() internal returns (IUniswapV3Pool) {
        return _fullPool(weth, usdc, WETH_PRICE, USDC_PRICE, 500, POOL_VALUE);
    }

    function _liquidity(IMintable a, IMintable b, uint256 priceA, uint256 priceB, uint256 value)
        internal
        view
        returns (uint128)
    {
        return UniswapV3.liquidityOf(a, b, priceA, priceB, value);
    }

    /// @notice Square root of token1 per token0 at two prices, whichever of the tokens is which.
    function _sqrtPrice(IMintable a, IMintable b, uint256 priceA, uint256 priceB) internal view returns (uint160) {
        return address(a) < address(b)
            ? UniswapV3.sqrtPriceX96(a, b, priceA, priceB)
            : UniswapV3.sqrtPriceX96(b, a, priceB, priceA);
    }

    /// @notice Liquidity within `reach` ticks of the price, at least one spacing to each side.
    function _addAround(IUniswapV3Pool pool, int24 reach, uint128 liquidity) internal returns (int24 low, int24 high) {
        (, int24 tick,,,,,) = pool.slot0();
        int24 spacing = pool.tickSpacing();
        low = _floor(tick - reach, spacing);
        high = _floor(tick + reach, spacing) + spacing;
        trader.add(pool, low, high, liquidity);
    }

    function _floor(int24 tick, int24 spacing) internal pure returns (int24 floored) {
        floored = tick / spacing * spacing;
        if (floored > tick) floored -= spacing;
    }

    /* THE ORACLE */

    function _parameters() internal pure returns (DepthParameters memory) {
        return DepthParameters({window: WINDOW, spacing: SPACING});
    }

    function _one(IUniswapV3Pool pool, uint16 market, uint8 asset) internal pure returns (DepthPool[] memory pools) {
        pools = new DepthPool[](1);
        pools[0] = DepthPool(address(pool), market, asset);
    }

    function _setPool(IMintable token, IUniswapV3Pool pool, uint16 market, uint8 asset) internal {
        vm.prank(admin);
        depths.setPools(address(token), _parameters(), _one(pool, market, asset));
    }

    function _refuse(IMintable token, DepthPool[] memory pools, bytes memory reason) internal {
        vm.prank(admin);
        vm.expectRevert(reason);
        depths.setPools(address(token), _parameters(), pools);
    }

    /// @notice Observes as often as a depth needs, a spacing apart.
    function _observeAll(IMintable token) internal {
        for (uint256 i; i < 4; ++i) {
            _skip(SPACING);
            depths.observe(address(token));
        }
    }

    function _depth() internal view returns (uint256) {
        return depths.depth(address(weth));
    }

    function _sample() internal view returns (uint256) {
        return depths.sample(address(weth));
    }
}
