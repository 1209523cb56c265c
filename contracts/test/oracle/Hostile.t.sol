// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {SourceReader} from "../../src/oracle/SourceReader.sol";
import {HostileSource} from "./HostileSource.sol";
import {OracleTest} from "./OracleTest.sol";

/// @notice A feed that turned hostile after it was accepted costs its own asset the price, and bounded gas.
contract HostileTest is OracleTest {
    uint8 internal constant BAD = 4;
    uint16 internal constant ONLY_BAD = 1 << 4;
    uint16 internal constant BAD_AND_WETH = 1 << 4 | 1 << 1;
    uint256 internal constant WORST_READ = SourceReader.FEED_GAS + 15_000;

    HostileSource internal hostile;

    function setUp() public override {
        super.setUp();
        hostile = new HostileSource();
        hostile.setRound(7, 3_000e8, block.timestamp, 7);
        _setFeed(BAD, weth, address(hostile), WETH_PRICE);
    }

    function testFuzz_AnyMisbehaviourIsBounded(uint8 mode) public {
        _assertUp();
        hostile.setMode(HostileSource.Mode(bound(mode, 1, uint256(type(HostileSource.Mode).max))));
        _assertDown();
    }

    function testFuzz_WrongLengthIsDown(uint16 length) public {
        vm.assume(length != 160);
        bytes memory data = new bytes(bound(length, 0, 2000));
        bytes memory honest = hostile.answer();
        for (uint256 i; i < data.length && i < 160; i++) {
            data[i] = honest[i];
        }
        hostile.setAnswer(data);
        _assertDown();
    }

    function testFuzz_GarbageNeverReverts(bytes32[5] calldata words) public {
        hostile.setAnswer(abi.encodePacked(words));
        uint256[16] memory prices = oracle.openingPrices(MARKET, BAD_AND_WETH);
        assertEq(uint128(prices[WETH]), 3_000e18, "the others stand");
        oracle.report(MARKET, BAD); // must not revert
    }

    function testFuzz_IncompleteRoundIsDown(uint80 roundId, uint80 answeredInRound) public {
        vm.assume(answeredInRound < roundId);
        hostile.setRound(roundId, 3_000e8, block.timestamp, answeredInRound);
        _assertDown();
        hostile.setRound(roundId, 3_000e8, block.timestamp, roundId);
        _assertUp();
    }

    function testFuzz_FutureAnswerIsDown(uint256 updatedAt) public {
        updatedAt = bound(updatedAt, block.timestamp + 1, type(uint256).max);
        hostile.setRound(7, 3_000e8, updatedAt, 7);
        _assertDown();
    }

    function test_NeverAnsweredIsDown() public {
        hostile.setRound(7, 3_000e8, 0, 7);
        _assertDown();
    }

    function test_FeedWithoutCodeIsDown() public {
        vm.etch(address(hostile), "");
        _assertDown();
    }

    /// @notice A feed that needs nearly all that it is owed, and a caller who brings a little less.
    function test_RevertWhen_AFeedRunsOutOfTheCallersGas() public {
        hostile.setMode(HostileSource.Mode.BurnGas);
        uint256 owed = SourceReader.FEED_GAS * 64 / 63 + 3000;
        (bool success, bytes memory data) =
            address(oracle).staticcall{gas: 90_000}(abi.encodeCall(oracle.openingPrices, (MARKET, ONLY_BAD)));
        assertFalse(success);
        assertEq(bytes4(data), IPriceOracleAdmin.InsufficientGas.selector);
        (uint256 actual, uint256 bound_) = abi.decode(_withoutSelector(data), (uint256, uint256));
        assertLt(actual, owed);
        assertEq(bound_, owed);
    }

    function _assertUp() private view {
        assertEq(uint128(oracle.openingPrices(MARKET, ONLY_BAD)[BAD]), 3_000e18);
        assertEq(uint8(oracle.report(MARKET, BAD).status), uint8(PriceStatus.Ok));
    }

    function _assertDown() private view {
        uint256 gasBefore = gasleft();
        uint256[16] memory words = oracle.openingPrices(MARKET, ONLY_BAD);
        assertLt(gasBefore - gasleft(), WORST_READ, "gas of the reader");
        assertEq(words[BAD], 0);
        words = oracle.maintenancePrices(MARKET, BAD_AND_WETH);
        assertEq(words[BAD], 0);
        assertEq(uint128(words[WETH]), 3_000e18, "the others stand");
        assertEq(uint8(oracle.report(MARKET, BAD).status), uint8(PriceStatus.Down));
    }

    function _withoutSelector(bytes memory data) private pure returns (bytes memory rest) {
        rest = new bytes(data.length - 4);
        for (uint256 i; i < rest.length; i++) {
            rest[i] = data[i + 4];
        }
    }
}
