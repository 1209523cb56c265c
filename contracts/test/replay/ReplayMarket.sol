// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IMintable} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";

/// @notice A real Uniswap v3 pool with everybody else in it: the provider whose liquidity comes and goes, and the
/// arbitrageurs who keep it near the market. Both issue the tokens they need.
contract ReplayMarket {
    uint160 private constant LOWEST_SQRT_PRICE = 4295128740;
    uint160 private constant HIGHEST_SQRT_PRICE = 1461446703485210103287273052203988822378723970341;
    uint256 private constant WAD = 1e18;
    /// @dev `√1.01 − 1` [wad]: what 1 % is in a pool of constant liquidity.
    uint256 private constant ONE_PERCENT = 4987562112089027;

    IMintable public immutable BASE;
    IMintable public immutable QUOTE;
    IUniswapV3Pool public immutable POOL;
    int24 private immutable EDGE;
    bool private immutable BASE_IS_0;

    constructor(IUniswapV3Factory factory, IMintable base, IMintable quote, uint24 fee, uint256 price) {
        (BASE, QUOTE) = (base, quote);
        BASE_IS_0 = address(base) < address(quote);
        POOL = IUniswapV3Pool(factory.createPool(address(base), address(quote), fee));
        POOL.initialize(_sqrtPrice(price));
        int24 spacing = POOL.tickSpacing();
        EDGE = (887272 / spacing) * spacing;
    }

    /// @notice Value that moves the pool by 1 % from now on [USD, whole].
    function setDepth(uint256 depth) external {
        // depth · 1e6 quote units = L · √p · (√1.01 − 1), √p in quote units per base unit
        (uint160 sqrtPrice,,,,,,) = POOL.slot0();
        uint256 quoteUnits = depth * 10 ** QUOTE.decimals() * WAD / ONE_PERCENT;
        uint256 wanted = BASE_IS_0
            ? FixedPointMathLib.fullMulDiv(quoteUnits, 1 << 96, sqrtPrice)
            : FixedPointMathLib.fullMulDiv(quoteUnits, sqrtPrice, 1 << 96);
        uint256 now_ = POOL.liquidity();
        if (wanted > now_) POOL.mint(address(this), -EDGE, EDGE, uint128(wanted - now_), "");
        else if (wanted < now_) POOL.burn(-EDGE, EDGE, uint128(now_ - wanted));
    }

    /// @notice The market goes from one price to another; of the distance that the pool had, `rest` [wad] is left.
    function follow(uint256 before, uint256 price, uint256 rest) external {
        uint256 here = poolPrice();
        uint256 gap = here > before ? here - before : before - here;
        gap = FixedPointMathLib.fullMulDiv(gap, rest, WAD) * price / before;
        moveTo(here > before ? price + gap : price - gap);
    }

    function moveTo(uint256 price) public {
        uint160 target = _sqrtPrice(price);
        (uint160 current,,,,,,) = POOL.slot0();
        if (current == target) return;
        POOL.swap(address(this), target < current, type(int128).max, target, "");
    }

    /// @notice Sells what the caller has sent before. @return received Of the other token, by `to`.
    function sell(IMintable token, uint256 amount, address to) external returns (uint256 received) {
        bool zeroForOne = address(token) == POOL.token0();
        (int256 a0, int256 a1) =
            POOL.swap(to, zeroForOne, int256(amount), zeroForOne ? LOWEST_SQRT_PRICE : HIGHEST_SQRT_PRICE, "");
        return zeroForOne ? uint256(-a1) : uint256(-a0);
    }

    /// @return Of one whole base token [USD wad; a quote token is a dollar].
    function poolPrice() public view returns (uint256) {
        (uint160 root,,,,,,) = POOL.slot0();
        uint256 scale = WAD * 10 ** BASE.decimals();
        uint256 unit = 10 ** QUOTE.decimals();
        return BASE_IS_0
            ? FixedPointMathLib.fullMulDiv(FixedPointMathLib.fullMulDiv(root, root, 1 << 96), scale, unit << 96)
            : FixedPointMathLib.fullMulDiv(FixedPointMathLib.fullMulDiv(1 << 96, 1 << 96, root), scale, unit * root);
    }

    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        _pay(int256(amount0), int256(amount1));
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        _pay(amount0, amount1);
    }

    function _pay(int256 amount0, int256 amount1) private {
        if (amount0 > 0) IMintable(POOL.token0()).mint(msg.sender, uint256(amount0));
        if (amount1 > 0) IMintable(POOL.token1()).mint(msg.sender, uint256(amount1));
    }

    function _sqrtPrice(uint256 price) private view returns (uint160) {
        return
            BASE_IS_0
                ? UniswapV3.sqrtPriceX96(BASE, QUOTE, price, WAD)
                : UniswapV3.sqrtPriceX96(QUOTE, BASE, WAD, price);
    }
}
