// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DepthParameters, DepthPool, DepthState, IDepthOracle} from "../interfaces/IDepthOracle.sol";
import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../interfaces/IPriceOracle.sol";
import {SourceReader} from "../oracle/SourceReader.sol";
import {DEPTH_BITS, DEPTH_MASK, DepthWord, MAX_DEPTH, SAMPLES} from "./depth/DepthWord.sol";
import {PoolDepth} from "./depth/PoolDepth.sol";
import {PoolWord, packPool} from "./depth/PoolWord.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Depth of tokens in Uniswap v3 pools
/// @notice `docs/risk-engine.md` says what a manipulator can and cannot do to it. Pools are the factory's own, so they
/// are not hostile; their tokens are not called.
contract DepthOracle is IDepthOracle, AccessManaged {
    uint256 internal constant MAX_POOLS = 4;
    uint256 internal constant MAX_WINDOW = 1 days;
    uint256 internal constant MAX_SPACING = 6 hours;

    IMarginEngine public immutable ENGINE;
    IPriceOracle public immutable ORACLE;
    IUniswapV3Factory public immutable FACTORY;
    /// @notice Shortest window accepted on this chain [seconds].
    uint256 public immutable MIN_WINDOW;
    /// @notice Shortest spacing accepted on this chain [seconds].
    uint256 public immutable MIN_SPACING;
    /// @notice Shortest time between two blocks of this chain, at least a second [seconds].
    uint256 public immutable BLOCK_INTERVAL;

    mapping(address token => DepthParameters) private _parameters;
    mapping(address token => PoolWord[]) private _pools;
    mapping(address token => DepthWord) private _words;

    constructor(
        address authority,
        address engine,
        address factory,
        uint256 minWindow,
        uint256 minSpacing,
        uint256 blockInterval
    ) AccessManaged(authority) {
        _within("minWindow", minWindow, 1, MAX_WINDOW);
        _within("minSpacing", minSpacing, 1, MAX_SPACING);
        _within("blockInterval", blockInterval, 1, minWindow);
        ENGINE = IMarginEngine(engine);
        ORACLE = IPriceOracle(ENGINE.ORACLE());
        FACTORY = IUniswapV3Factory(factory);
        (MIN_WINDOW, MIN_SPACING, BLOCK_INTERVAL) = (minWindow, minSpacing, blockInterval);
    }

    /// @inheritdoc IDepthOracle
    function setPools(address token, DepthParameters calldata parameters, DepthPool[] calldata pools)
        external
        restricted
    {
        require(pools.length <= MAX_POOLS, TooManyPools(pools.length, MAX_POOLS));
        _within("window", parameters.window, MIN_WINDOW, MAX_WINDOW);
        _within("spacing", parameters.spacing, MIN_SPACING, MAX_SPACING);
        delete _pools[token];
        for (uint256 i; i < pools.length; ++i) {
            for (uint256 j; j < i; ++j) {
                require(pools[i].pool != pools[j].pool, PoolNotAccepted(pools[i].pool));
            }
            _pools[token].push(_checked(token, pools[i], parameters.window));
        }
        _parameters[token] = parameters;
        _words[token] = DepthWord.wrap(0); // samples of other pools say nothing of these
        emit SetPools(token, parameters, pools);
    }

    /// @inheritdoc IDepthOracle
    function observe(address token) external returns (uint256 usd) {
        DepthWord word = _words[token];
        uint256 spacing = _parameters[token].spacing;
        uint256 value = sample(token);
        uint256 elapsed = block.timestamp - word.observedAt();
        if (elapsed >= spacing) {
            word = word.pushed(value, block.timestamp, spacing);
        } else {
            // Whoever takes every slot with borrowed liquidity in the pool is undone by anyone who looks without it.
            require(value < word.newest(), ObservationTooEarly(elapsed, spacing));
            word = word.replaced(value);
        }
        _words[token] = word;
        usd = word.depthAt(block.timestamp, spacing);
        emit Observe(token, msg.sender, value, usd, word.slow());
    }

    /// @inheritdoc IDepthOracle
    function depth(address token) external view returns (uint256) {
        return _words[token].depthAt(block.timestamp, _parameters[token].spacing);
    }

    /// @inheritdoc IDepthOracle
    function slowDepth(address token) external view returns (uint256) {
        return _words[token].slow();
    }

    /// @inheritdoc IDepthOracle
    function sample(address token) public view returns (uint256 usd) {
        PoolWord[] storage pools = _pools[token];
        uint256 length = pools.length;
        require(length != 0, NoPools(token));
        uint256 window = _parameters[token].window;
        for (uint256 i; i < length; ++i) {
            PoolWord pool = pools[i];
            // amount · price / 1e18 is a USD wad; the lower of the sources, so that doubt makes depth smaller
            usd += FixedPointMathLib.fullMulDiv(PoolDepth.measure(pool, window), _price(pool), 1e36);
        }
        return FixedPointMathLib.min(usd, MAX_DEPTH);
    }

    /// @inheritdoc IDepthOracle
    function state(address token) external view returns (DepthState memory s) {
        DepthWord word = _words[token];
        for (uint256 i; i < SAMPLES; ++i) {
            s.samples[i] = (DepthWord.unwrap(word) >> (i * DEPTH_BITS)) & DEPTH_MASK;
        }
        (s.count, s.slow, s.observedAt) = (word.count(), word.slow(), word.observedAt());
    }

    /// @inheritdoc IDepthOracle
    function parametersOf(address token)
        external
        view
        returns (DepthParameters memory parameters, DepthPool[] memory pools)
    {
        parameters = _parameters[token];
        pools = new DepthPool[](_pools[token].length);
        for (uint256 i; i < pools.length; ++i) {
            PoolWord word = _pools[token][i];
            pools[i] = DepthPool(word.pool(), word.quoteMarket(), word.quoteAsset());
        }
    }

    function _price(PoolWord pool) private view returns (uint256 price) {
        (uint16 market, uint8 asset) = (pool.quoteMarket(), pool.quoteAsset());
        price = ORACLE.openingPrices(market, uint16(1 << asset))[asset] >> 128;
        require(price != 0, QuotePriceUnavailable(market, asset));
    }

    /// @dev Whatever a pool must be for `observe` to work on any later day.
    function _checked(address token, DepthPool calldata p, uint256 window) private view returns (PoolWord) {
        IUniswapV3Pool pool = IUniswapV3Pool(p.pool);
        (address token0, address token1) = (pool.token0(), pool.token1());
        require(FACTORY.getPool(token0, token1, pool.fee()) == p.pool, PoolNotAccepted(p.pool));
        require(token == token0 || token == token1, PoolNotAccepted(p.pool));
        bool quoteIsToken1 = token == token0;
        address quote = quoteIsToken1 ? token1 : token0;
        address listed = ENGINE.reserve(p.quoteMarket, p.quoteAsset).token;
        require(listed == quote, PoolQuoteMismatch(p.pool, listed, quote));

        PoolDepth.priceOf(pool);
        // A pool keeps one observation a block: fewer than this reach back far enough on quiet days only.
        (,,, uint256 cardinality,,,) = pool.slot0();
        uint256 needed = (window + BLOCK_INTERVAL - 1) / BLOCK_INTERVAL + 1;
        require(cardinality >= needed, PoolCardinalityTooLow(p.pool, cardinality, needed));
        (bool usable,,) = SourceReader.observe(p.pool, window);
        require(usable, PoolHistoryTooShort(p.pool, window));
        return packPool(p.pool, p.quoteMarket, p.quoteAsset, quoteIsToken1, uint24(pool.tickSpacing()));
    }

    function _within(bytes32 name, uint256 actual, uint256 least, uint256 most) private pure {
        require(actual >= least, DepthParameterOutOfBounds(name, actual, least));
        require(actual <= most, DepthParameterOutOfBounds(name, actual, most));
    }
}
