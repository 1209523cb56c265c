// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {Vm} from "forge-std/Vm.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IMintable} from "./TestTokens.sol";

/// @notice Trades and provides liquidity with tokens that it issues to itself.
contract PoolTrader {
    uint160 internal constant LOWEST_SQRT_PRICE = 4295128740;
    uint160 internal constant HIGHEST_SQRT_PRICE = 1461446703485210103287273052203988822378723970341;

    function addFullRange(IUniswapV3Pool pool, uint128 liquidity) external {
        int24 spacing = pool.tickSpacing();
        int24 edge = (887272 / spacing) * spacing;
        add(pool, -edge, edge, liquidity);
    }

    function add(IUniswapV3Pool pool, int24 lower, int24 upper, uint128 liquidity) public {
        pool.mint(address(this), lower, upper, liquidity, "");
    }

    /// @param amount Exact input if positive, exact output if negative.
    function swap(IUniswapV3Pool pool, address tokenIn, int256 amount)
        external
        returns (uint256 paid, uint256 received)
    {
        bool zeroForOne = tokenIn == pool.token0();
        (int256 a0, int256 a1) =
            pool.swap(address(this), zeroForOne, amount, zeroForOne ? LOWEST_SQRT_PRICE : HIGHEST_SQRT_PRICE, "");
        return zeroForOne ? (uint256(a0), uint256(-a1)) : (uint256(a1), uint256(-a0));
    }

    /// @notice Trades until the pool stands at a price.
    function tradeTo(IUniswapV3Pool pool, uint160 sqrtPriceX96) external {
        (uint160 current,,,,,,) = pool.slot0();
        if (current == sqrtPriceX96) return;
        pool.swap(address(this), sqrtPriceX96 < current, type(int128).max, sqrtPriceX96, "");
    }

    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        _pay(int256(amount0), int256(amount1));
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        _pay(amount0, amount1);
    }

    function _pay(int256 amount0, int256 amount1) private {
        if (amount0 > 0) IMintable(IUniswapV3Pool(msg.sender).token0()).mint(msg.sender, uint256(amount0));
        if (amount1 > 0) IMintable(IUniswapV3Pool(msg.sender).token1()).mint(msg.sender, uint256(amount1));
    }
}

/// @notice Uniswap v3 from its published bytecode.
library UniswapV3 {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    string private constant FACTORY_ARTIFACT =
        "node_modules/@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";

    function deployFactory() internal returns (IUniswapV3Factory factory) {
        bytes memory code = VM.parseJsonBytes(VM.readFile(FACTORY_ARTIFACT), ".bytecode");
        assembly ("memory-safe") {
            factory := create(0, add(code, 32), mload(code))
        }
        require(address(factory) != address(0), "factory not deployed");
    }

    /// @notice Square root of the price of token0 in token1, from the prices of both [USD wad per whole token].
    function sqrtPriceX96(IMintable token0, IMintable token1, uint256 price0, uint256 price1)
        internal
        view
        returns (uint160)
    {
        uint256 numerator = price0 * 10 ** token1.decimals();
        uint256 denominator = price1 * 10 ** token0.decimals();
        return uint160(FixedPointMathLib.sqrt(FixedPointMathLib.fullMulDiv(numerator, 1 << 192, denominator)));
    }

    /// @notice Liquidity of a full range that holds `value` [USD wad] of each token.
    function liquidityOf(IMintable token0, IMintable token1, uint256 price0, uint256 price1, uint256 value)
        internal
        view
        returns (uint128)
    {
        uint256 amount0 = value * 10 ** token0.decimals() / price0;
        uint256 amount1 = value * 10 ** token1.decimals() / price1;
        return uint128(FixedPointMathLib.sqrt(amount0 * amount1));
    }
}
