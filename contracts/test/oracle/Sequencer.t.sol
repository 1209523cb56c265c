// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReason, PriceReport, PriceStatus, SequencerState} from "../../src/interfaces/IPriceOracle.sol";
import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {OracleParameters} from "../../src/oracle/SourceParameters.sol";
import {SourceReader} from "../../src/oracle/SourceReader.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {HostileSource} from "./HostileSource.sol";
import {OracleTest} from "./OracleTest.sol";

/// @notice An L2 whose sequencer stops: nobody could trade, so nobody adds risk until all had time to; who is far under
/// water is liquidated all the same.
contract SequencerTest is OracleTest {
    uint256 internal constant GRACE = 30 minutes;
    uint16 internal constant BOTH = 3;
    int256 internal constant UP = 0;
    int256 internal constant DOWN = 1;

    IAggregatorProxy internal uptime;

    function setUp() public override {
        super.setUp();
        skip(GRACE);
    }

    function _parameters() internal override returns (OracleParameters memory p) {
        p = super._parameters();
        if (address(uptime) == address(0)) uptime = Chainlink.deployFeed(0, UP);
        (p.sequencer, p.gracePeriod) = (address(uptime), GRACE);
    }

    function test_UpAndSettledChangesNothing() public view {
        (uint256 low, uint256 high) = _opening(WETH);
        assertEq(low, WETH_PRICE);
        assertEq(high, WETH_PRICE);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
        assertEq(uint8(r.sequencer), uint8(SequencerState.Up));
        assertEq(r.settledAt, 0);
    }

    /// @notice 118: from the first second of an outage to the last of the grace period, for any length of either.
    function testFuzz_DownAndSettling(uint32 outage, uint32 since) public {
        outage = uint32(bound(outage, 0, 12 hours));
        since = uint32(bound(since, 0, 2 * GRACE));
        Chainlink.publish(uptime, DOWN);
        _assertUnsettled(SequencerState.Down, 0);
        skip(outage);
        _assertUnsettled(SequencerState.Down, 0);
        Chainlink.publish(uptime, UP);
        uint256 settledAt = block.timestamp + GRACE;
        skip(since);
        if (block.timestamp < settledAt) _assertUnsettled(SequencerState.Settling, settledAt);
        else test_UpAndSettledChangesNothing();
    }

    function test_TheGracePeriodEndsToTheSecond() public {
        Chainlink.publish(uptime, DOWN);
        Chainlink.publish(uptime, UP);
        uint256 settledAt = block.timestamp + GRACE;
        vm.warp(settledAt - 1);
        _assertUnsettled(SequencerState.Settling, settledAt);
        vm.warp(settledAt);
        test_UpAndSettledChangesNothing();
    }

    /// @notice The guard of an asset with two sources is its own limit.
    function test_TheGuardIsTheLimitOfTheAsset() public {
        _setWitness(MARKET, WETH, USDC, _createPool(weth, WETH_PRICE), 1e12);
        Chainlink.publish(uptime, DOWN);
        (uint256 low, uint256 high) = _maintenance(WETH);
        PriceReport memory r = oracle.report(MARKET, WETH);
        (uint256 least, uint256 most) = r.primary < r.witness ? (r.primary, r.witness) : (r.witness, r.primary);
        assertEq(low, least * (1e4 - LIMIT) / 1e4);
        assertEq(high, (most * (1e4 + LIMIT) + 9_999) / 1e4);
    }

    function testFuzz_WhatDoesNotSayUpIsDown(int256 answer) public {
        vm.assume(answer != UP);
        Chainlink.publish(uptime, answer);
        _assertUnsettled(SequencerState.Down, 0);
    }

    function testFuzz_ABrokenUptimeFeedIsDown(uint8 mode, uint256 startedAt) public {
        vm.etch(address(uptime), address(new HostileSource()).code);
        HostileSource hostile = HostileSource(address(uptime));
        hostile.setAnswer(abi.encode(uint80(1), UP, bound(startedAt, block.timestamp + 1, type(uint256).max), 1, 1));
        _assertUnsettled(SequencerState.Down, 0);
        hostile.setAnswer(abi.encode(uint80(1), UP, uint256(0), 1, 1));
        _assertUnsettled(SequencerState.Down, 0);
        hostile.setAnswer(abi.encode(uint80(1), UP, uint256(1)));
        _assertUnsettled(SequencerState.Down, 0);
        hostile.setMode(HostileSource.Mode(bound(mode, 1, uint256(type(HostileSource.Mode).max))));
        uint256 gasBefore = gasleft();
        oracle.maintenancePrices(MARKET, BOTH);
        assertLt(gasBefore - gasleft(), SourceReader.FEED_GAS + 60_000, "119: gas of the reader");
        _assertUnsettled(SequencerState.Down, 0);
    }

    function testFuzz_RevertWhen_TheGracePeriodIsOutOfBounds(uint256 grace, bool present) public {
        OracleParameters memory p = _parameters();
        p.gracePeriod = bound(grace, 0, 8 hours);
        if (!present) p.sequencer = address(0);
        bool allowed = present ? p.gracePeriod >= 1 minutes && p.gracePeriod <= 4 hours : p.gracePeriod == 0;
        if (!allowed) vm.expectPartialRevert(IPriceOracleAdmin.GracePeriodOutOfBounds.selector);
        PriceOracle created = new PriceOracle(admin, p);
        if (allowed) assertEq(created.GRACE_PERIOD(), p.gracePeriod);
    }

    function _assertUnsettled(SequencerState state, uint256 settledAt) private view {
        uint256[16] memory words = oracle.openingPrices(MARKET, BOTH);
        assertEq(words[WETH] | words[USDC], 0, "118: no risk is added");
        (uint256 low, uint256 high) = _maintenance(WETH);
        if (low + high == 0) return; // the feed itself is stale by now
        assertEq(low, WETH_PRICE * 98 / 100, "52: in doubt for the borrower");
        assertEq(high, WETH_PRICE * 102 / 100, "52: in doubt for the borrower");
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Guarded));
        assertEq(r.reasons, PriceReason.SEQUENCER);
        assertEq(uint8(r.sequencer), uint8(state));
        assertEq(r.settledAt, settledAt);
    }
}
