// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReason, PriceReport, PriceStatus, SourceState} from "../../src/interfaces/IPriceOracle.sol";
import {PythReader} from "../../src/oracle/PythReader.sol";
import {Chainlink} from "./Chainlink.sol";
import {HostileSource} from "./HostileSource.sol";
import {Pyth} from "./Pyth.sol";
import {PythTest} from "./PythTest.sol";

/// @notice A feed and Pyth together: each may stop, be wrong, or turn hostile.
contract PythSourceTest is PythTest {
    /* OK */

    function testFuzz_TheMedianOfTwoIsTheirMean(int64 price) public {
        price = int64(bound(price, 2_950e8, 3_050e8));
        _publish(2_999e8, 0); // the same time twice is one price
        skip(1);
        _publish(price, 0);
        PriceReport memory r = oracle.report(MARKET, WETH);
        uint256 raw = uint256(uint64(price)) * 1e10;
        assertEq(uint8(r.status), uint8(PriceStatus.Ok), "114: within the limit");
        assertEq(r.pyth.price, raw);
        assertEq(r.mid, (raw + WETH_PRICE) / 2, "median");
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, raw < WETH_PRICE ? raw : WETH_PRICE, "bid: the lower");
        assertEq(high, raw < WETH_PRICE ? WETH_PRICE : raw, "ask: the higher");
        (low, high) = _maintenance(WETH);
        assertEq(low, r.mid, "liquidation at the median");
        assertEq(high, r.mid);
    }

    /// @notice bid = min · (1 − confidence), ask = max · (1 + confidence), rounded outwards.
    function testFuzz_ConfidenceWidensTheBounds(int64 price, uint64 confidence) public {
        skip(1);
        price = int64(bound(price, 2_980e8, 3_020e8));
        confidence = uint64(bound(confidence, 0, uint256(uint64(price)) / 100));
        _publish(price, confidence);
        uint256 raw = uint256(uint64(price)) * 1e10;
        uint256 portion = (uint256(confidence) * 1e18 + uint64(price) - 1) / uint64(price);
        uint256 least = raw < WETH_PRICE ? raw : WETH_PRICE;
        uint256 most = raw < WETH_PRICE ? WETH_PRICE : raw;
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, least - (least * portion + 1e18 - 1) / 1e18, "bid");
        assertEq(high, most + (most * portion + 1e18 - 1) / 1e18, "ask");
        assertEq(oracle.report(MARKET, WETH).pyth.confidence, portion);
    }

    /* DISAGREEMENT */

    function testFuzz_BeyondTheLimitIsGuarded(int64 price) public {
        skip(1);
        price = int64(bound(price, 100e8, 200_000e8));
        _publish(price, 0);
        uint256 raw = uint256(uint64(price)) * 1e10;
        (uint256 least, uint256 most) = raw < WETH_PRICE ? (raw, WETH_PRICE) : (WETH_PRICE, raw);
        bool apart = (most - least) * 1e4 > least * LIMIT;
        _assertStatus(
            apart ? PriceStatus.Guarded : PriceStatus.Ok, apart ? PriceReason.DEVIATION : 0, "114: the limit decides"
        );
        if (!apart) return;
        (uint256 low, uint256 high) = _maintenance(WETH);
        assertEq(low, least, "114: liquidation only where both agree");
        assertEq(high, most, "114: liquidation only where both agree");
        (low, high) = _opening(WETH);
        assertEq(low, least, "114: opens at the worse");
        assertEq(high, most, "114: opens at the worse");
        assertEq(oracle.report(MARKET, WETH).mid, WETH_PRICE, "the primary is shown");
    }

    /* ONE OF TWO */

    function testFuzz_AStalePythGuards(uint32 age) public {
        age = uint32(bound(age, 0, 1 days));
        skip(age);
        bool stale = age > MAX_AGE;
        _assertStatus(
            stale ? PriceStatus.Guarded : PriceStatus.Ok, stale ? PriceReason.PYTH : 0, "113: fresh to the second"
        );
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.pyth.state), uint8(stale ? SourceState.Stale : SourceState.Ok));
        assertEq(r.pyth.staleAfter, block.timestamp - age + MAX_AGE);
        (uint256 low, uint256 high) = _maintenance(WETH);
        assertEq(low, stale ? WETH_PRICE * 98 / 100 : WETH_PRICE, "one left: doubted by the limit");
        assertEq(high, stale ? WETH_PRICE * 102 / 100 : WETH_PRICE, "one left: doubted by the limit");
    }

    function test_AStaleFeedGuardsAndPythStandsIn() public {
        skip(1 days + 1);
        _publish(2_500e8, 0);
        _assertStatus(PriceStatus.Guarded, PriceReason.FEED, "one non-witness source of two");
        (uint256 low, uint256 high) = _maintenance(WETH);
        assertEq(low, 2_450e18);
        assertEq(high, 2_550e18);
        assertEq(oracle.report(MARKET, WETH).mid, 2_500e18);
        assertEq(oracle.report(MARKET, WETH).primary, 0);
    }

    function test_BothStaleIsDown() public {
        skip(1 days + 1);
        _assertStatus(PriceStatus.Down, PriceReason.FEED | PriceReason.PYTH, "none of two");
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low + high, 0);
    }

    function test_AClearedFeedLeavesPythGuarded() public {
        vm.prank(admin);
        oracle.clearFeed(MARKET, WETH);
        _assertStatus(PriceStatus.Guarded, PriceReason.FEED, "the feed is missed");
        (uint256 low,) = _opening(WETH);
        assertEq(low, 2_940e18);
    }

    /* WHAT PYTH MAY DO */

    function testFuzz_TooWideAConfidenceIsNoPrice(uint64 confidence) public {
        skip(1);
        confidence = uint64(bound(confidence, 0, type(uint64).max));
        _publish(3_000e8, confidence);
        bool wide = confidence > 30e8;
        _assertStatus(wide ? PriceStatus.Guarded : PriceStatus.Ok, wide ? PriceReason.PYTH : 0, "confidence blow-up");
        if (wide) assertEq(uint8(oracle.report(MARKET, WETH).pyth.state), uint8(SourceState.Uncertain));
    }

    function testFuzz_ClocksAheadOfTheBlock(uint32 ahead) public {
        ahead = uint32(bound(ahead, 1, 1 days));
        _publishAt(3_010e8, 0, block.timestamp + ahead);
        bool usable = ahead <= PythReader.MAX_AHEAD;
        _assertStatus(
            usable ? PriceStatus.Ok : PriceStatus.Guarded, usable ? 0 : PriceReason.PYTH, "125: a price of the future"
        );
    }

    function testFuzz_NotPositiveIsNoPrice(int64 price) public {
        skip(1);
        price = int64(bound(price, type(int64).min, 0));
        Pyth.publish(pyth, ID, price, 1, -8, block.timestamp);
        _assertStatus(PriceStatus.Guarded, PriceReason.PYTH, "113: price > 0");
    }

    /// @notice A price in another unit is outside our own bounds, or at least guarded.
    function testFuzz_AnotherExponentNeverLiquidates(int32 exponent) public {
        vm.assume(exponent != -8);
        skip(1);
        Pyth.publish(pyth, ID, 3_000e8, 0, exponent, block.timestamp);
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Guarded), "113: x 10^n");
        (uint256 low, uint256 high) = _maintenance(WETH);
        assertLe(low, WETH_PRICE);
        assertGe(high, WETH_PRICE);
    }

    /// @notice The same price in any exponent is the same price.
    function testFuzz_ExponentsAreNormalised(int32 exponent) public {
        exponent = int32(bound(exponent, -15, 0));
        skip(1);
        int64 price = int64(uint64(3_000 * 10 ** uint32(-exponent)));
        Pyth.publish(pyth, ID, price, 0, exponent, block.timestamp);
        assertEq(oracle.report(MARKET, WETH).pyth.price, WETH_PRICE);
        _assertStatus(PriceStatus.Ok, 0, "normalised");
    }

    function testFuzz_AHostilePythCostsBoundedGas(uint8 mode, bytes32[4] calldata words) public {
        HostileSource hostile = _replacePyth();
        mode = uint8(bound(mode, 0, uint256(type(HostileSource.Mode).max)));
        hostile.setMode(HostileSource.Mode(mode));
        hostile.setAnswer(abi.encodePacked(words));
        uint256 gasBefore = gasleft();
        (uint256 low, uint256 high) = _opening(WETH);
        assertLt(gasBefore - gasleft(), PythReader.PYTH_GAS + 60_000, "119: gas of the reader");
        assertLe(low, WETH_PRICE, "119: the feed stands");
        assertGe(high, WETH_PRICE);
        oracle.report(MARKET, WETH); // must not revert
    }

    function testFuzz_WrongLengthIsNoPrice(uint16 length) public {
        vm.assume(length != 128);
        HostileSource hostile = _replacePyth();
        bytes memory data = new bytes(bound(length, 0, 2000));
        bytes memory honest = abi.encode(int64(3_000e8), uint64(0), int32(-8), block.timestamp);
        for (uint256 i; i < data.length && i < 128; i++) {
            data[i] = honest[i];
        }
        hostile.setAnswer(data);
        bool exact = data.length == 128;
        _assertStatus(exact ? PriceStatus.Ok : PriceStatus.Guarded, exact ? 0 : PriceReason.PYTH, "119: wrong length");
        hostile.setAnswer(honest);
        _assertStatus(PriceStatus.Ok, 0, "the right length");
    }

    /// @notice Any words a contract may put in the place of a price: a price in bounds, or none.
    function testFuzz_GarbageIsNoPrice(uint256 price, uint256 confidence, int256 exponent, uint256 time) public {
        HostileSource hostile = _replacePyth();
        hostile.setAnswer(abi.encode(price, confidence, exponent, time));
        PriceReport memory r = oracle.report(MARKET, WETH);
        if (r.pyth.state != SourceState.Ok) return;
        assertGe(r.pyth.price, 30e18);
        assertLe(r.pyth.price, 300_000e18);
    }

    function _replacePyth() private returns (HostileSource) {
        vm.etch(address(pyth), address(new HostileSource()).code);
        return HostileSource(address(pyth));
    }
}
