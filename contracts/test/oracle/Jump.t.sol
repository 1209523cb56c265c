// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReason, PriceReport, PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {FeedParameters} from "../../src/oracle/SourceParameters.sol";
import {IAggregator, SourceReader} from "../../src/oracle/SourceReader.sol";
import {Chainlink} from "./Chainlink.sol";
import {HostileSource} from "./HostileSource.sol";
import {PythTest} from "./PythTest.sol";

/// @notice A feed that moves by more than half the stress gap in one round is doubted for two minutes, unless a second
/// source confirms it.
contract JumpTest is PythTest {
    uint16 internal constant MAX_JUMP = 600; // 6 %
    uint256 internal constant QUARANTINE = 120;
    uint8 internal constant BAD = 4;

    HostileSource internal hostile;

    function setUp() public override {
        super.setUp();
        vm.startPrank(admin);
        oracle.clearPyth(MARKET, WETH);
        oracle.setFeed(MARKET, WETH, _parametersOf(address(wethFeed)));
        hostile = new HostileSource();
        hostile.setRound(7, 3_000e8, block.timestamp, 7);
        oracle.setFeed(MARKET, BAD, _parametersOf(address(hostile)));
        vm.stopPrank();
        skip(1 hours);
    }

    function testFuzz_Quarantine(uint256 answer, uint32 since) public {
        answer = bound(answer, 31e8, 299_000e8);
        Chainlink.publish(wethFeed, int256(answer));
        skip(bound(since, 0, 2 * QUARANTINE));
        (uint256 least, uint256 most) = _sorted(answer, 3_000e8);
        bool jumped = (most - least) * 1e4 > least * MAX_JUMP;
        uint256 updatedAt = oracle.report(MARKET, WETH).updatedAt;
        if (jumped && block.timestamp - updatedAt < QUARANTINE) {
            _assertStatus(PriceStatus.Guarded, PriceReason.JUMP, "a jump is doubted");
            assertEq(oracle.report(MARKET, WETH).quarantineEnd, updatedAt + QUARANTINE);
            _assertBounds(least * 1e10, most * 1e10);
        } else {
            _assertStatus(PriceStatus.Ok, 0, "no jump, or confirmed by time");
            assertEq(oracle.report(MARKET, WETH).quarantineEnd, 0);
            _assertBounds(answer * 1e10, answer * 1e10);
        }
    }

    /// @notice Of what the last round compares with, only the round before it counts.
    function test_TheNextRoundConfirms() public {
        Chainlink.publish(wethFeed, 2_000e8);
        _assertStatus(PriceStatus.Guarded, PriceReason.JUMP, "one round");
        skip(BLOCK);
        Chainlink.publish(wethFeed, 2_010e8);
        _assertStatus(PriceStatus.Ok, 0, "two rounds");
    }

    function testFuzz_PythConfirms(int64 price) public {
        vm.prank(admin);
        _publish(3_000e8, 0);
        _setPyth(WETH, ID, WETH_PRICE);
        skip(BLOCK);
        price = int64(bound(price, 2_000e8, 3_500e8));
        Chainlink.publish(wethFeed, 2_500e8);
        _publish(price, 0);
        uint256 raw = uint256(uint64(price)) * 1e10;
        (uint256 least, uint256 most) = _sorted(raw, 2_500e18);
        bool confirmed = (most - least) * 1e4 <= least * LIMIT;
        _assertStatus(
            confirmed ? PriceStatus.Ok : PriceStatus.Guarded,
            confirmed ? 0 : PriceReason.JUMP | PriceReason.DEVIATION,
            "a second source confirms"
        );
        if (!confirmed) _assertBounds(least, most > WETH_PRICE ? most : WETH_PRICE);
    }

    function test_TheWitnessConfirms() public {
        _setWitness(MARKET, WETH, USDC, _createPool(weth, WETH_PRICE), 1e12);
        Chainlink.publish(wethFeed, 2_000e8);
        _assertStatus(PriceStatus.Guarded, PriceReason.JUMP | PriceReason.DEVIATION, "the pool knows nothing of it");
        Chainlink.publish(wethFeed, 3_000e8);
        _assertStatus(PriceStatus.Ok, 0, "back at the pool's price: a jump, and confirmed");
    }

    /* THE ROUND BEFORE */

    /// @notice The first round of another aggregator has no predecessor: doubted by what would just not be a jump.
    function testFuzz_ANewAggregatorIsDoubted(uint256 answer) public {
        answer = bound(answer, 31e8, 299_000e8);
        Chainlink.replaceAggregator(wethFeed, Chainlink.deployAggregator(8, int256(answer)));
        _assertStatus(PriceStatus.Guarded, PriceReason.JUMP, "nobody knows the price before it");
        _assertBounds(answer * 1e10 * 94 / 100, answer * 1e10 * 106 / 100);
        skip(QUARANTINE);
        _assertStatus(PriceStatus.Ok, 0, "confirmed by time");
    }

    /// @notice A round before that is missing, incomplete, not positive, of the future or out of bounds.
    function testFuzz_AnUnusableRoundBeforeIsUnknown(uint8 kind, int256 price) public {
        kind = uint8(bound(kind, 0, 4));
        (uint80 answeredIn, uint256 time) = (6, block.timestamp);
        if (kind == 0) price = bound(price, type(int256).min, 0);
        else if (kind == 1) price = bound(price, 300_001e8, type(int256).max);
        else price = 3_000e8;
        if (kind == 2) answeredIn = 5;
        if (kind == 3) time = block.timestamp + 1;
        hostile.setRound(7, 3_000e8, block.timestamp, 7);
        hostile.setPast(kind == 4 ? abi.encode(1) : abi.encode(uint80(6), price, time, time, answeredIn));
        PriceReport memory r = oracle.report(MARKET, BAD);
        assertEq(uint8(r.status), uint8(PriceStatus.Guarded), "119: unknown, not trusted");
        assertEq(r.reasons, PriceReason.JUMP);
        (uint256 low, uint256 high) = _opening(BAD);
        assertEq(low, 2_820e18);
        assertEq(high, 3_180e18);
    }

    function testFuzz_AnyRoundNumberIsHarmless(uint256 round, bytes32[5] calldata past) public {
        hostile.setAnswer(abi.encode(round, 3_000e8, block.timestamp, block.timestamp, type(uint256).max));
        hostile.setPast(abi.encodePacked(past));
        (uint256 low, uint256 high) = _opening(BAD);
        assertLe(low, 3_000e18, "119: never reverts");
        assertGe(high, 3_000e18, "119: never reverts");
    }

    /// @notice Nothing extra is read of a feed that has been quiet for the length of the quarantine.
    function testFuzz_AQuietFeedIsReadOnce(uint32 quiet) public {
        hostile.setRound(7, 3_000e8, block.timestamp, 7);
        quiet = uint32(bound(quiet, 0, 1 days));
        skip(quiet);
        vm.expectCall(address(hostile), abi.encodeCall(IAggregator.getRoundData, (6)), quiet < QUARANTINE ? 1 : 0);
        oracle.openingPrices(MARKET, uint16(1 << BAD));
    }

    function testFuzz_AHostileRoundCostsBoundedGas(uint8 mode) public {
        hostile.setRound(7, 3_000e8, block.timestamp, 7);
        hostile.setMode(HostileSource.Mode(bound(mode, 1, uint256(type(HostileSource.Mode).max))));
        uint256 gasBefore = gasleft();
        oracle.openingPrices(MARKET, uint16(1 << BAD));
        assertLt(gasBefore - gasleft(), SourceReader.FEED_GAS + 30_000, "119: gas of the reader");
    }

    function _parametersOf(address feed) private view returns (FeedParameters memory p) {
        p = _feedParameters(weth, feed, WETH_PRICE);
        p.maxJump = MAX_JUMP;
    }

    function _sorted(uint256 a, uint256 b) private pure returns (uint256, uint256) {
        return a < b ? (a, b) : (b, a);
    }

    function _assertBounds(uint256 least, uint256 most) private view {
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, least, "opening: low");
        assertEq(high, most, "opening: high");
        (low, high) = _maintenance(WETH);
        assertEq(low, least, "liquidation: low");
        assertEq(high, most, "liquidation: high");
    }
}
