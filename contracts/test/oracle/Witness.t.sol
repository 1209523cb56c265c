// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReport, PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {SourceReader} from "../../src/oracle/SourceReader.sol";
import {TickPrice} from "../../src/oracle/TickPrice.sol";
import {Chainlink} from "./Chainlink.sol";
import {HostileSource} from "./HostileSource.sol";
import {OracleTest} from "./OracleTest.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

/// @notice A feed and the average of a real pool together.
contract WitnessTest is OracleTest {
    /// @dev A tick is a factor of 1.0001, and the average is rounded to one.
    uint256 internal constant TICK = 0.0001e18;
    uint128 internal constant MIN_LIQUIDITY = 1e12;

    IUniswapV3Pool internal pool;

    function setUp() public override {
        super.setUp();
        pool = _createPool(weth, WETH_PRICE);
        _setWitness(MARKET, WETH, USDC, pool, MIN_LIQUIDITY);
    }

    /* OK */

    function test_SourcesThatAgree() public view {
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
        assertEq(r.primary, WETH_PRICE);
        assertApproxEqRel(r.witness, WETH_PRICE, TICK);
        assertEq(r.mid, (r.primary + r.witness) / 2);
        assertEq(r.maxDeviation, 0.02e18);
        assertLe(r.deviation, TICK);
        assertEq(uint128(oracle.openingPrices(MARKET, 1)[USDC]), 1e30, "the quote has no witness");
    }

    function testFuzz_OkWithinTheLimitGuardedBeyond(uint256 answer) public {
        answer = bound(answer, 2_400e8, 3_600e8);
        Chainlink.publish(wethFeed, int256(answer));
        PriceReport memory r = oracle.report(MARKET, WETH);
        (uint256 low, uint256 high) = _opening(WETH);
        (uint256 liquidationLow, uint256 liquidationHigh) = _maintenance(WETH);

        assertEq(r.primary, answer * 1e10);
        assertEq(low, r.primary < r.witness ? r.primary : r.witness, "opening: the lower");
        assertEq(high, r.primary < r.witness ? r.witness : r.primary, "opening: the higher");
        assertEq(r.deviation, ((high - low) * 1e18 + low - 1) / low);
        if (r.deviation <= 0.02e18) {
            assertEq(uint8(r.status), uint8(PriceStatus.Ok));
            assertEq(liquidationLow, (low + high) / 2);
            assertEq(liquidationHigh, liquidationLow, "one price");
            assertEq(r.mid, liquidationLow);
        } else {
            assertEq(uint8(r.status), uint8(PriceStatus.Guarded));
            assertEq(liquidationLow, low, "both sources must agree");
            assertEq(liquidationHigh, high, "both sources must agree");
            assertEq(r.mid, r.primary);
        }
    }

    /// @notice The same pool the other way round: a dollar in ether. Whatever the order of the tokens, this and the
    /// test above cover both.
    function testFuzz_InverseDirection(uint256 answer) public {
        answer = bound(answer, 2_950e8, 3_050e8);
        uint16 other = 2;
        vm.startPrank(admin);
        oracle.setFeed(other, 0, _feedParameters(weth, address(wethFeed), WETH_PRICE));
        oracle.setFeed(other, 1, _feedParameters(usdc, address(usdcFeed), 1e18));
        oracle.setWitness(other, 1, _witnessParameters(pool, 0, MIN_LIQUIDITY));
        vm.stopPrank();
        Chainlink.publish(wethFeed, int256(answer));
        PriceReport memory r = oracle.report(other, 1);
        assertApproxEqRel(r.witness, answer * 1e10 / 3_000, TICK, "dollars per USDC through ether");
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
    }

    /// @notice A dollar that lost its peg takes the pool's price with it.
    function testFuzz_QuoteAssetIsNotTakenForADollar(uint256 dollar) public {
        dollar = bound(dollar, 0.5e8, 2e8);
        Chainlink.publish(usdcFeed, int256(dollar));
        assertApproxEqRel(oracle.report(MARKET, WETH).witness, dollar * 3_000e10, TICK);
    }

    /* MANIPULATION */

    /// @notice No trade moves a price in its own block, however large.
    function testFuzz_TradeDoesNotMoveItsOwnBlock(uint256 to) public {
        uint256[16] memory before = oracle.openingPrices(MARKET, 3);
        trader.tradeTo(pool, _sqrtPrice(weth, bound(to, 1e18, 1_000_000e18)));
        assertEq(keccak256(abi.encode(oracle.openingPrices(MARKET, 3))), keccak256(abi.encode(before)));
    }

    /// @notice A spot price held for one block moves the average by that block's share of the window, in ticks.
    function testFuzz_OneBlockMovesTheAverageByItsShare(uint256 to) public {
        (, int24 tickBefore,,,,,) = pool.slot0();
        (, int256 meanBefore,) = SourceReader.observe(address(pool), WINDOW);
        trader.tradeTo(pool, _sqrtPrice(weth, bound(to, 1_500e18, 4_500e18)));
        (, int24 tick,,,,,) = pool.slot0();
        skip(BLOCK);
        (, int256 mean,) = SourceReader.observe(address(pool), WINDOW);
        int256 share = int256(tick - tickBefore) * int256(BLOCK) / int256(uint256(WINDOW));
        assertApproxEqAbs(mean - meanBefore, share, 1);
    }

    /// @notice Spot 50 % higher for a block: the average moves by less than 50 % · 12 / 1800, and no state changes.
    function test_HalfMoreForOneBlockMovesLittle() public {
        uint256 before = oracle.report(MARKET, WETH).witness;
        trader.tradeTo(pool, _sqrtPrice(weth, 4_500e18));
        skip(BLOCK);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertGt(r.witness, before, "it does move");
        assertLe(r.witness - before, before * 50 * BLOCK / 100 / WINDOW);
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
    }

    /// @notice Held for the whole window, the pool's price is the average, and the feed disagrees.
    function testFuzz_HeldForTheWindowTheWitnessFollows(uint256 to) public {
        to = bound(to, 1_500e18, 2_900e18);
        trader.tradeTo(pool, _sqrtPrice(weth, to));
        skip(WINDOW);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertApproxEqRel(r.witness, to, 2 * TICK);
        assertEq(uint8(r.status), uint8(PriceStatus.Guarded));
        (uint256 low, uint256 high) = _maintenance(WETH);
        assertEq(low, r.witness);
        assertEq(high, WETH_PRICE, "an attack on the pool alone liquidates nobody");
    }

    /// @notice Half the window at one price, half at another: the geometric mean, in both tick signs.
    function testFuzz_TimeWeighted(uint256 to, uint256 time) public {
        to = bound(to, 2_000e18, 4_000e18);
        time = bound(time, 0, WINDOW);
        (, int24 from,,,,,) = pool.slot0();
        trader.tradeTo(pool, _sqrtPrice(weth, to));
        (, int24 tick,,,,,) = pool.slot0();
        skip(time);
        (, int256 mean,) = SourceReader.observe(address(pool), WINDOW);
        int256 window = int256(uint256(WINDOW));
        int256 sum = int256(from) * (window - int256(time)) + int256(tick) * int256(time);
        // rounded down, whatever the sign
        assertLe(mean * window, sum);
        assertGt((mean + 1) * window, sum);
    }

    /// @notice The pool's clock is 32 bits: the average does not notice it wrapping.
    function test_ClockWraps() public {
        vm.warp(uint256(type(uint32).max) - WINDOW / 2);
        trader.tradeTo(pool, _sqrtPrice(weth, 3_010e18));
        skip(WINDOW);
        Chainlink.publish(wethFeed, 3_000e8);
        Chainlink.publish(usdcFeed, 1e8);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertApproxEqRel(r.witness, 3_010e18, 2 * TICK);
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
    }

    /* SILENCE */

    function testFuzz_SilentWitnessCountsAsDisagreeingByTheLimit(uint8 how) public {
        how = uint8(bound(how, 0, 4));
        if (how < 4) {
            HostileSource hostile = new HostileSource();
            vm.etch(address(pool), address(hostile).code);
            HostileSource(address(pool)).setMode(HostileSource.Mode(how + 1));
        } else {
            vm.etch(address(pool), "");
        }
        _assertSilent();
    }

    function testFuzz_GarbageWitnessNeverReverts(bytes32[8] memory words, bool wellFormed) public {
        vm.etch(address(pool), address(new HostileSource()).code);
        if (wellFormed) {
            words[0] = bytes32(uint256(0x40));
            words[1] = bytes32(uint256(0xa0));
            words[2] = words[5] = bytes32(uint256(2));
        }
        HostileSource(address(pool)).setMode(HostileSource.Mode.Honest);
        HostileSource(address(pool)).setAnswer(abi.encodePacked(words));
        (uint256 low, uint256 high) = _opening(WETH);
        assertGt(low, 0);
        assertGe(high, low);
        assertTrue(low == WETH_PRICE || high == WETH_PRICE || low == 2_940e18, "the feed stays one of the bounds");
    }

    /// @notice A pool at any price at all: one of the bounds, or silent where a price word has no room for it.
    function testFuzz_AnyTickIsABoundOrSilence(int256 tick) public {
        tick = bound(tick, -TickPrice.MAX_TICK, TickPrice.MAX_TICK);
        int56[] memory ticks = new int56[](2);
        uint160[] memory perLiquidity = new uint160[](2);
        (ticks[1], perLiquidity[1]) = (int56(tick * int256(uint256(WINDOW))), 1e9);
        bool baseIsToken0 = pool.token0() == address(weth);
        vm.etch(address(pool), address(new HostileSource()).code);
        HostileSource(address(pool)).setAnswer(abi.encode(ticks, perLiquidity));

        uint256 price = TickPrice.baseRaw(TickPrice.sqrtPriceAtTick(tick), 1e30, baseIsToken0);
        if (price == 0 || price > type(uint128).max) return _assertSilent();
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, price < WETH_PRICE ? price : WETH_PRICE);
        assertEq(high, price < WETH_PRICE ? WETH_PRICE : price);
    }

    function test_TooLittleLiquidityIsSilence() public {
        (,, uint256 liquidity) = SourceReader.observe(address(pool), WINDOW);
        _setWitness(MARKET, WETH, USDC, pool, uint128(liquidity * 9 / 10));
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Ok));

        int24 edge = 887270;
        vm.prank(address(trader));
        pool.burn(-edge, edge, uint128(liquidity / 2)); // the harmonic mean falls below 9/10 in a few minutes
        skip(60);
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Ok), "a moment alone does not count");
        skip(WINDOW);
        _assertSilent();
    }

    /// @notice The harmonic mean is that of the pool's own liquidity.
    function testFuzz_LiquidityIsThePools(uint64 added) public {
        uint256 before = pool.liquidity();
        (,, uint256 mean) = SourceReader.observe(address(pool), WINDOW);
        assertApproxEqRel(mean, before, 1e12);
        uint128 more = uint128(bound(added, 1e9, type(uint64).max));
        trader.addFullRange(pool, more);
        skip(WINDOW);
        (,, mean) = SourceReader.observe(address(pool), WINDOW);
        assertApproxEqRel(mean, before + more, 1e12);
    }

    function test_DownQuoteIsSilence() public {
        Chainlink.publish(usdcFeed, 0);
        _assertSilent();
    }

    function test_DownPrimaryIsDownWhateverTheWitnessSays() public {
        Chainlink.publish(wethFeed, 0);
        assertEq(oracle.openingPrices(MARKET, 2)[WETH], 0);
        assertEq(oracle.maintenancePrices(MARKET, 2)[WETH], 0);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Down));
        assertApproxEqRel(r.witness, WETH_PRICE, TICK, "still shown");
        assertEq(r.primary + r.mid + r.deviation, 0);
    }

    function test_ClearedWitnessLeavesThePrimaryAlone() public {
        Chainlink.publish(wethFeed, 3_500e8);
        vm.prank(admin);
        oracle.clearWitness(MARKET, WETH);
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, 3_500e18);
        assertEq(high, 3_500e18);
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Ok));
    }

    /// @dev 2 % on either side of 3,000, for opening and for liquidation.
    function _assertSilent() private view {
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, 2_940e18);
        assertEq(high, 3_060e18);
        (low, high) = _maintenance(WETH);
        assertEq(low, 2_940e18);
        assertEq(high, 3_060e18);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Guarded));
        assertEq(r.mid, WETH_PRICE);
        assertEq(r.witness + r.deviation, 0);
    }
}
