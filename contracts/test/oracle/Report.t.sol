// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReport, PriceStatus, SequencerState, SourceState} from "../../src/interfaces/IPriceOracle.sol";
import {PythPrice, PythReader} from "../../src/oracle/PythReader.sol";
import {FeedParameters, PythParameters} from "../../src/oracle/SourceParameters.sol";
import {Chainlink} from "./Chainlink.sol";
import {PythTest} from "./PythTest.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

/// @notice What screens and the risk engine read, and that it is what the engine's prices are made of.
contract ReportTest is PythTest {
    IUniswapV3Pool internal pool;

    function setUp() public override {
        super.setUp();
        pool = _createPool(weth, WETH_PRICE);
        _setWitness(MARKET, WETH, USDC, pool, 1e12);
        _publish(3_000e8, 3e8);
    }

    function test_AllThreeSources() public view {
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
        assertEq(r.feed.price, WETH_PRICE);
        assertEq(r.primary, r.feed.price);
        assertEq(r.pyth.price, WETH_PRICE);
        assertEq(r.pyth.confidence, 0.001e18);
        assertEq(r.pyth.updatedAt, block.timestamp);
        assertEq(r.pyth.staleAfter, block.timestamp + MAX_AGE);
        assertApproxEqRel(r.pool.price, WETH_PRICE, 0.0001e18);
        assertEq(r.witness, r.pool.price);
        assertEq(uint8(r.feed.state), uint8(SourceState.Ok));
        assertEq(uint8(r.pyth.state), uint8(SourceState.Ok));
        assertEq(uint8(r.pool.state), uint8(SourceState.Ok));
        assertEq(r.updatedAt, r.feed.updatedAt);
        assertEq(r.staleAfter, r.feed.updatedAt + 1 days);
        assertEq(uint8(r.sequencer), uint8(SequencerState.Absent));
        assertEq(r.mid, WETH_PRICE, "the median is one of the three");
    }

    /// @notice Any movement of all three: prices and report are one judgement, and the bounds enclose every source.
    function testFuzz_TheReportIsWhatTheEngineReads(uint256 feed, int64 price, uint32 wait, bool withPyth, bool jumps)
        public
    {
        vm.startPrank(admin);
        if (!withPyth) oracle.clearPyth(MARKET, WETH);
        FeedParameters memory p = _feedParameters(weth, address(wethFeed), WETH_PRICE);
        p.maxJump = jumps ? 600 : 0;
        oracle.setFeed(MARKET, WETH, p);
        vm.stopPrank();
        skip(1);
        Chainlink.publish(wethFeed, int256(bound(feed, 2_700e8, 3_300e8)));
        _publish(int64(bound(price, 2_700e8, 3_300e8)), 1e8);
        skip(bound(wait, 0, 200));

        PriceReport memory r = oracle.report(MARKET, WETH);
        (uint256 low, uint256 high) = _opening(WETH);
        (uint256 liquidationLow, uint256 liquidationHigh) = _maintenance(WETH);
        assertEq(r.reasons == 0, r.status == PriceStatus.Ok);
        if (r.status == PriceStatus.Ok) {
            assertEq(liquidationLow, r.mid, "liquidation at the median");
            assertEq(liquidationHigh, r.mid, "liquidation at the median");
        } else {
            assertEq(liquidationLow, low, "114: guarded");
            assertEq(liquidationHigh, high, "114: guarded");
        }
        _assertEnclosed(r.feed.price, low, high);
        if (r.pyth.price != 0) _assertEnclosed(r.pyth.price, low, high);
        _assertEnclosed(r.pool.price, low, high);
        _assertEnclosed(r.mid, low, high);
    }

    /* LATENCY */

    function testFuzz_Latency(uint24 heartbeat, uint16 trigger, uint16 jump, uint24 maxAge, bool witnessed) public {
        vm.startPrank(admin);
        if (!witnessed) oracle.clearWitness(MARKET, WETH);
        FeedParameters memory p = _feedParameters(weth, address(wethFeed), WETH_PRICE);
        (p.heartbeat, p.trigger) = (uint24(bound(heartbeat, 1 hours, 2 days)), uint16(bound(trigger, 0, 200)));
        p.maxJump = jump & 1 == 0 ? 0 : 600;
        oracle.setFeed(MARKET, WETH, p);
        PythParameters memory q = _pythParameters(ID, WETH_PRICE);
        q.maxAge = uint24(bound(maxAge, 1, 1 hours));
        oracle.setPyth(MARKET, WETH, q);
        vm.stopPrank();
        uint256 expected = p.trigger != 0 && p.trigger <= 100 ? 60 : p.heartbeat;
        if (p.maxJump != 0) expected += 120;
        if (q.maxAge > expected) expected = q.maxAge;
        if (witnessed && WINDOW > expected) expected = WINDOW;
        assertEq(oracle.latency(MARKET, WETH), expected);
        assertEq(oracle.latency(MARKET, 9), 0, "not listed");
    }

    /* UNITS */

    /// @notice 117: a price of Pyth in any exponent and any token decimals, rounded down, never above 2^256.
    function testFuzz_PythPricesInAllDecimals(uint8 tokenDecimals, int256 exponent, uint64 price) public pure {
        uint256 t = bound(tokenDecimals, 0, 27);
        exponent = bound(exponent, PythReader.MIN_EXPONENT, PythReader.MAX_EXPONENT);
        price = uint64(bound(price, 1, uint64(type(int64).max)));
        uint256 raw = PythReader.raw(PythPrice(price, 0, exponent, 1), t);
        int256 shift = 36 - int256(t) + exponent;
        if (shift >= 0) {
            assertEq(raw, uint256(price) * 10 ** uint256(shift), "117: exact");
        } else {
            assertLe(raw * 10 ** uint256(-shift), price, "117: rounded down");
            assertGt((raw + 1) * 10 ** uint256(-shift), price, "117: by less than one");
        }
    }

    function _assertEnclosed(uint256 price, uint256 low, uint256 high) private pure {
        assertLe(low, price);
        assertGe(high, price);
    }
}
