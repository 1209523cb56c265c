// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SettableOracle} from "../support/SettableOracle.sol";
import {age} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice Chainlink's uptime feed by hand.
contract UptimeFeed {
    int256 public answer;
    uint256 public startedAt;

    function set(int256 answer_, uint256 startedAt_) external {
        (answer, startedAt) = (answer_, startedAt_);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, answer, startedAt, startedAt, 1);
    }
}

contract SequencedOracle is SettableOracle {
    address public immutable SEQUENCER = address(new UptimeFeed());
}

/// @notice 52: while the sequencer is down nobody can take, so no time passes; after it everybody starts at 0.
contract AuctionSequencerTest is LiquidationTest {
    UptimeFeed internal uptime;

    function _newOracle() internal override returns (SettableOracle) {
        SequencedOracle sequenced = new SequencedOracle();
        uptime = UptimeFeed(sequenced.SEQUENCER());
        uptime.set(0, block.timestamp - 30 days);
        return sequenced;
    }

    function _bonus() internal view returns (uint256) {
        return engine.quoteLiquidation(account, 1, 0).bonus;
    }

    function testFuzz_ARestartBeginsAnew(uint256 amount, uint256 started, uint256 since) public {
        _openUnhealthyEth(account, amount, 9_200);
        started = bound(started, 0, 30 minutes);
        since = bound(since, 0, 60 minutes);
        age(engine, account, started);
        uptime.set(0, block.timestamp - since);
        uint256 time = since < started ? since : started;
        uint256 offer = time / 12 * 0.0025e18;
        assertEq(_bonus(), offer > 0.03e18 ? 0.03e18 : offer, "52: time since the restart, if it came later");
    }

    function testFuzz_DownItStands(uint256 amount, uint256 started, int256 answer) public {
        _openUnhealthyEth(account, amount, 9_200);
        age(engine, account, bound(started, 0, 30 minutes));
        vm.assume(answer != 0);
        uptime.set(answer, block.timestamp - 1 days);
        assertEq(_bonus(), 0, "52: a feed that does not say that it is up");
        assertFalse(engine.quoteLiquidation(account, 1, 0).backstopDue);
    }
}
