// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {Composition, FeedParameters, OracleParameters, WitnessParameters} from "../../src/oracle/SourceParameters.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {PoolTrader, UniswapV3} from "../support/UniswapV3.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Price oracle of a chain with 12-second blocks; assets on Chainlink feeds and pools of Uniswap v3.
abstract contract OracleTest is Test {
    uint16 internal constant MARKET = 1;
    uint8 internal constant USDC = 0;
    uint8 internal constant WETH = 1;
    uint24 internal constant WINDOW = 1800;
    uint16 internal constant LIMIT = 200; // 2 %
    uint256 internal constant BLOCK = 12;
    uint256 internal constant SHADOW = 48 hours;
    uint256 internal constant WETH_PRICE = 3_000e18;

    address internal admin = makeAddr("admin");
    PriceOracle internal oracle;
    IUniswapV3Factory internal factory;
    PoolTrader internal trader;

    IMintable internal usdc;
    IMintable internal weth;
    IAggregatorProxy internal usdcFeed;
    IAggregatorProxy internal wethFeed;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        oracle = new PriceOracle(address(new AccessManager(admin)), _parameters());
        factory = UniswapV3.deployFactory();
        trader = new PoolTrader();
        (usdc, weth) = (new PlainToken("USDC", 6), new PlainToken("WETH", 18));
        (usdcFeed, wethFeed) = (Chainlink.deployFeed(8, 1e8), Chainlink.deployFeed(8, 3_000e8));
        _setFeed(USDC, usdc, address(usdcFeed), 1e18);
        _setFeed(WETH, weth, address(wethFeed), WETH_PRICE);
    }

    /* CONFIGURATION */

    /// @notice Of a chain without Pyth and without a sequencer.
    function _parameters() internal virtual returns (OracleParameters memory p) {
        (p.minWindow, p.blockInterval, p.shadowPeriod) = (WINDOW, BLOCK, SHADOW);
    }

    /// @notice Bounds a hundredth and a hundred times `price` [USD wad].
    function _feedParameters(IMintable token, address feed, uint256 price)
        internal
        pure
        returns (FeedParameters memory)
    {
        return FeedParameters({
            token: address(token),
            feed: feed,
            heartbeat: 1 days,
            minPrice: price / 100,
            maxPrice: price * 100,
            trigger: 50,
            maxJump: 0,
            composition: Composition.Usd,
            base: 0
        });
    }

    function _setFeed(uint8 asset, IMintable token, address feed, uint256 price) internal {
        vm.prank(admin);
        oracle.setFeed(MARKET, asset, _feedParameters(token, feed, price));
    }

    function _setWitness(uint16 market, uint8 asset, uint8 quote, IUniswapV3Pool pool, uint128 minLiquidity) internal {
        vm.prank(admin);
        oracle.setWitness(market, asset, _witnessParameters(pool, quote, minLiquidity));
    }

    function _witnessParameters(IUniswapV3Pool pool, uint8 quote, uint128 minLiquidity)
        internal
        pure
        returns (WitnessParameters memory)
    {
        return WitnessParameters({
            pool: address(pool), quoteAsset: quote, window: WINDOW, maxDeviation: LIMIT, minLiquidity: minLiquidity
        });
    }

    /* POOLS */

    /// @notice A pool with ten million dollars a side, full memory and a window of quiet trading behind it.
    function _createPool(IMintable base, uint256 basePrice) internal returns (IUniswapV3Pool pool) {
        pool = _createPoolAt(base, basePrice, uint16(WINDOW / BLOCK + 1));
        _trade(pool, basePrice, base); // the first observation of a new block makes the memory grow
        skip(WINDOW);
    }

    function _createPoolAt(IMintable base, uint256 basePrice, uint16 cardinality)
        internal
        returns (IUniswapV3Pool pool)
    {
        pool = IUniswapV3Pool(factory.createPool(address(base), address(usdc), 500));
        pool.initialize(_sqrtPrice(base, basePrice));
        pool.increaseObservationCardinalityNext(cardinality);
        trader.addFullRange(pool, UniswapV3.liquidityOf(base, usdc, basePrice, 1e18, 10_000_000e18));
        skip(BLOCK);
    }

    /// @notice Trades the pool to a price of the base token in dollars and back through it, in this block.
    function _trade(IUniswapV3Pool pool, uint256 basePrice, IMintable base) internal {
        trader.tradeTo(pool, _sqrtPrice(base, basePrice * 1001 / 1000));
        trader.tradeTo(pool, _sqrtPrice(base, basePrice));
    }

    /// @notice Square root of token1 per token0 for a price of the base token [USD wad], a dollar being a USDC.
    function _sqrtPrice(IMintable base, uint256 basePrice) internal view returns (uint160) {
        return address(base) < address(usdc)
            ? UniswapV3.sqrtPriceX96(base, usdc, basePrice, 1e18)
            : UniswapV3.sqrtPriceX96(usdc, base, 1e18, basePrice);
    }

    /* READING */

    function _opening(uint8 asset) internal view returns (uint256 low, uint256 high) {
        return _split(oracle.openingPrices(MARKET, uint16(1 << asset))[asset]);
    }

    function _maintenance(uint8 asset) internal view returns (uint256 low, uint256 high) {
        return _split(oracle.maintenancePrices(MARKET, uint16(1 << asset))[asset]);
    }

    function _split(uint256 word) internal pure returns (uint256 low, uint256 high) {
        return (word >> 128, uint128(word));
    }
}
