// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {IPriceOracleAdmin, WitnessParameters} from "../../src/oracle/IPriceOracleAdmin.sol";
import {SourceReader} from "../../src/oracle/SourceReader.sol";
import {PlainToken} from "../support/TestTokens.sol";
import {Chainlink} from "./Chainlink.sol";
import {OracleTest} from "./OracleTest.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

contract WitnessSetterTest is OracleTest {
    WitnessParameters internal valid;
    IUniswapV3Pool internal pool;

    function setUp() public override {
        super.setUp();
        pool = _createPool(weth, WETH_PRICE);
        valid = _witnessParameters(pool, USDC, 1);
    }

    function testFuzz_RoundTrip(uint16 maxDeviation, uint128 minLiquidity) public {
        (,, uint256 liquidity) = SourceReader.observe(address(pool), WINDOW);
        valid.maxDeviation = uint16(bound(maxDeviation, 10, 1000));
        valid.minLiquidity = uint128(bound(minLiquidity, 1, liquidity * 65_535 / 65_536));
        vm.expectEmit(address(oracle));
        emit IPriceOracleAdmin.SetWitness(MARKET, WETH, valid);
        _set();
        WitnessParameters memory w = oracle.witnessOf(MARKET, WETH);
        assertEq(w.pool, address(pool));
        assertEq(w.quoteAsset, USDC);
        assertEq(w.window, WINDOW);
        assertEq(w.maxDeviation, valid.maxDeviation);
        assertGe(w.minLiquidity, valid.minLiquidity, "rounded up");
        assertLe(w.minLiquidity, uint256(valid.minLiquidity) + valid.minLiquidity / 65_536 + 1);
        assertEq(oracle.report(MARKET, WETH).maxDeviation, uint256(valid.maxDeviation) * 1e14);
    }

    function test_ChangingTheFeedKeepsTheWitness() public {
        _set();
        _setFeed(WETH, weth, address(wethFeed), WETH_PRICE * 2);
        assertApproxEqRel(oracle.report(MARKET, WETH).witness, WETH_PRICE, 0.0001e18);
        vm.prank(admin);
        oracle.clearFeed(MARKET, WETH);
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Down), "114: a witness is no price");
        assertApproxEqRel(oracle.report(MARKET, WETH).witness, WETH_PRICE, 0.0001e18);
    }

    function test_ClearedWitnessIsGone() public {
        _set();
        vm.prank(admin);
        vm.expectEmit(address(oracle));
        emit IPriceOracleAdmin.ClearWitness(MARKET, WETH);
        oracle.clearWitness(MARKET, WETH);
        assertEq(oracle.witnessOf(MARKET, WETH).pool, address(0));
        assertEq(oracle.report(MARKET, WETH).maxDeviation, 0);
        assertEq(oracle.feedOf(MARKET, WETH).feed, address(wethFeed), "the feed stays");
    }

    function testFuzz_RevertWhen_NoFeed(uint8 missing, bool asQuote) public {
        missing = uint8(bound(missing, 2, 15));
        if (asQuote) valid.quoteAsset = missing;
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedNotSet.selector, MARKET, missing));
        oracle.setWitness(MARKET, asQuote ? WETH : missing, valid);
    }

    function testFuzz_RevertWhen_QuoteIndexTooHigh(uint8 quote) public {
        valid.quoteAsset = uint8(bound(quote, 16, 255));
        _expect(IPriceOracleAdmin.AssetIndexOutOfBounds.selector, valid.quoteAsset, 15);
        _set();
    }

    function testFuzz_RevertWhen_Window(uint24 window) public {
        vm.assume(window < WINDOW || window > 1 days);
        valid.window = window;
        _expect(IPriceOracleAdmin.WindowOutOfBounds.selector, window, window < WINDOW ? WINDOW : 1 days);
        _set();
    }

    function testFuzz_RevertWhen_MaxDeviation(uint16 limit) public {
        vm.assume(limit < 10 || limit > 1000);
        valid.maxDeviation = limit;
        _expect(IPriceOracleAdmin.MaxDeviationOutOfBounds.selector, limit, limit < 10 ? 10 : 1000);
        _set();
    }

    function test_RevertWhen_MinLiquidityIsZero() public {
        valid.minLiquidity = 0;
        _expect(IPriceOracleAdmin.MinLiquidityOutOfBounds.selector, 0, 1);
        _set();
    }

    function test_RevertWhen_PoolHasOtherTokens() public {
        address other = address(new PlainToken("X", 18));
        valid.pool = factory.createPool(other, address(usdc), 500);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.PoolTokensMismatch.selector, valid.pool, weth, usdc));
        oracle.setWitness(MARKET, WETH, valid);
    }

    function test_RevertWhen_QuotedInItself() public {
        valid.quoteAsset = WETH;
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.PoolTokensMismatch.selector, pool, weth, weth));
        oracle.setWitness(MARKET, WETH, valid);
    }

    /// @notice 1,800 seconds of 12-second blocks need 151 observations.
    function testFuzz_RevertWhen_PoolRemembersTooLittle(uint24 window) public {
        valid.window = uint24(bound(window, WINDOW + 1, 1 days));
        _expect(IPriceOracleAdmin.CardinalityTooLow.selector, 151, (uint256(valid.window) + 11) / 12 + 1);
        _set();
    }

    /// @notice The bound is the right one: traded in every block, the pool still reaches back the whole window.
    function test_TheMemoryIsEnoughOnABusyDay() public {
        _set();
        for (uint256 i; i < 200; i++) {
            skip(BLOCK);
            trader.tradeTo(pool, _sqrtPrice(weth, WETH_PRICE * (1000 + i % 2) / 1000));
        }
        (bool usable,,) = SourceReader.observe(address(pool), WINDOW);
        assertTrue(usable, "the window");
        (usable,,) = SourceReader.observe(address(pool), WINDOW + BLOCK);
        assertFalse(usable, "and not one block more");
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Ok));
    }

    function test_RevertWhen_PoolIsTooYoung() public {
        weth = new PlainToken("WETH", 18);
        _setFeed(7, weth, address(wethFeed), WETH_PRICE);
        pool = _createPoolAt(weth, WETH_PRICE, 151);
        _trade(pool, WETH_PRICE, weth);
        valid.pool = address(pool);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.WitnessUnusable.selector, pool));
        oracle.setWitness(MARKET, 7, valid);
        skip(WINDOW);
        vm.prank(admin);
        oracle.setWitness(MARKET, 7, valid);
    }

    function testFuzz_RevertWhen_TooLittleLiquidity(uint128 more) public {
        (,, uint256 liquidity) = SourceReader.observe(address(pool), WINDOW);
        valid.minLiquidity = uint128(bound(more, liquidity + 1, type(uint128).max / 2));
        vm.prank(admin);
        vm.expectPartialRevert(IPriceOracleAdmin.WitnessLiquidityTooLow.selector);
        oracle.setWitness(MARKET, WETH, valid);
    }

    function testFuzz_RevertWhen_SourcesDisagree(uint256 answer, uint16 limit) public {
        valid.maxDeviation = uint16(bound(limit, 10, 900));
        uint256 off = bound(answer, valid.maxDeviation + 3, 1500);
        Chainlink.publish(wethFeed, int256(3_000e8 + 3_000e8 * off / 1e4));
        vm.prank(admin);
        vm.expectPartialRevert(IPriceOracleAdmin.WitnessDeviates.selector);
        oracle.setWitness(MARKET, WETH, valid);
    }

    function testFuzz_RevertWhen_AFeedIsDown(bool quote) public {
        Chainlink.publish(quote ? usdcFeed : wethFeed, 0);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedUnusable.selector, quote ? usdcFeed : wethFeed));
        oracle.setWitness(MARKET, WETH, valid);
    }

    function _set() private {
        vm.prank(admin);
        oracle.setWitness(MARKET, WETH, valid);
    }

    function _expect(bytes4 selector, uint256 actual, uint256 bound_) private {
        vm.expectRevert(abi.encodeWithSelector(selector, actual, bound_));
    }
}
