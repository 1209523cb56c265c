// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TickPrice} from "../../src/oracle/TickPrice.sol";
import {PlainToken} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {Test} from "forge-std/Test.sol";

contract TickPriceTest is Test {
    uint256 internal constant MIN_SQRT_PRICE = 4295128739;
    uint256 internal constant MAX_SQRT_PRICE = 1461446703485210103287273052203988822378723970342;

    IUniswapV3Factory internal factory;
    address internal token0;
    address internal token1;

    function setUp() public {
        factory = UniswapV3.deployFactory();
        (token0, token1) = (address(new PlainToken("A", 18)), address(new PlainToken("B", 18)));
    }

    /// @notice A pool starts in the greatest tick whose price is not above its own. So our price of a tick is the
    /// pool's if and only if a pool started there is in that tick, and one started a wei lower in the tick below.
    function testFuzz_SqrtPriceIsThatOfThePools(int24 tick) public {
        _assertPrice(bound(tick, -TickPrice.MAX_TICK + 1, TickPrice.MAX_TICK - 1));
    }

    /// @notice Every factor of the product alone, in both directions.
    function test_SqrtPriceIsThatOfThePoolsForEachPowerOfTwo() public {
        for (int256 tick = 1; tick < TickPrice.MAX_TICK; tick *= 2) {
            _assertPrice(tick);
            _assertPrice(-tick);
        }
    }

    function test_SqrtPriceAtTheEnds() public pure {
        assertEq(TickPrice.sqrtPriceAtTick(0), 1 << 96);
        assertEq(TickPrice.sqrtPriceAtTick(-TickPrice.MAX_TICK), MIN_SQRT_PRICE);
        assertEq(TickPrice.sqrtPriceAtTick(TickPrice.MAX_TICK), MAX_SQRT_PRICE);
    }

    /// @notice No input reverts, and both directions are each other's inverse.
    function testFuzz_BaseRawOfBothDirections(uint160 sqrtPrice, uint128 quote) public pure {
        uint256 s = bound(sqrtPrice, MIN_SQRT_PRICE, MAX_SQRT_PRICE);
        uint256 token0Price = TickPrice.baseRaw(s, quote, true);
        uint256 token1Price = TickPrice.baseRaw(s, quote, false);
        // geometric mean of the two is the quote: floor of each side keeps the product at or below the square
        if (token0Price != 0 && token1Price != 0) {
            assertLe(_log2(token0Price) + _log2(token1Price), 2 * _log2(quote) + 2);
            assertGe(_log2(token0Price) + _log2(token1Price) + 3, 2 * _log2(quote));
        }
    }

    /// @notice Against the price computed the long way: p = s² / 2^192, in the range of real pools.
    function testFuzz_BaseRawIsTheSquareTimesTheQuote(uint160 sqrtPrice, uint96 quote) public pure {
        uint256 s = bound(sqrtPrice, 1 << 64, 1 << 127);
        uint256 q = bound(quote, 1e18, type(uint96).max);
        // s·s·q / 2^192 in two exact halves: (s·q / 2^96) loses below s, so the error is below s / 2^96 + 1
        uint256 expected = s * (s * q >> 96) >> 96;
        assertApproxEqAbs(TickPrice.baseRaw(s, q, true), expected, (s >> 96) + 1);
    }

    function _assertPrice(int256 tick) private {
        uint256 price = TickPrice.sqrtPriceAtTick(tick);
        assertEq(_startTick(price), tick, "at the price");
        assertEq(_startTick(price - 1), tick - 1, "a wei below");
    }

    function _startTick(uint256 sqrtPrice) private returns (int24 tick) {
        uint256 snapshot = vm.snapshotState();
        IUniswapV3Pool pool = IUniswapV3Pool(factory.createPool(token0, token1, 500));
        pool.initialize(uint160(sqrtPrice));
        (, tick,,,,,) = pool.slot0();
        vm.revertToState(snapshot);
    }

    function _log2(uint256 x) private pure returns (uint256 bits) {
        while (x >> bits > 1) bits++;
    }
}
