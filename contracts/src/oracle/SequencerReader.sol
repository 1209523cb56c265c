// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SequencerState} from "../interfaces/IPriceOracle.sol";
import {IAggregator, SourceReader} from "./SourceReader.sol";

/// @title Reads Chainlink's uptime feed of an L2 sequencer
library SequencerReader {
    /// @notice State of the sequencer; a feed that does not say clearly that it is up says that it is down.
    /// @return state As far as the feed says it.
    /// @return settledAt When the grace period after the last restart ends [unix seconds]; 0 while up or down.
    function read(address feed, uint256 grace) internal view returns (SequencerState state, uint256 settledAt) {
        if (feed == address(0)) return (SequencerState.Absent, 0);
        (bool usable, uint256 answer, uint256 startedAt) = _round(feed);
        // 0: up, 1: down. A change dated 0 is a feed that was not started, one in the future is none.
        // forge-lint: disable-next-line(block-timestamp) — seconds of skew are nothing to the grace period
        if (!usable || answer != 0 || startedAt == 0 || startedAt > block.timestamp) return (SequencerState.Down, 0);
        settledAt = startedAt + grace;
        // forge-lint: disable-next-line(block-timestamp) — as above
        if (block.timestamp < settledAt) return (SequencerState.Settling, settledAt);
        return (SequencerState.Up, 0);
    }

    function isSettled(SequencerState state) internal pure returns (bool) {
        return state == SequencerState.Absent || state == SequencerState.Up;
    }

    function _round(address feed) private view returns (bool usable, uint256 answer, uint256 startedAt) {
        bytes4 selector = IAggregator.latestRoundData.selector;
        uint256 gasBefore = gasleft();
        uint256 cap = SourceReader.FEED_GAS;
        bool success;
        assembly ("memory-safe") {
            let p := mload(0x40)
            mstore(p, selector)
            success := staticcall(cap, feed, p, 4, p, 160)
            usable := and(success, eq(returndatasize(), 160))
            answer := mload(add(p, 32))
            startedAt := mload(add(p, 64))
        }
        if (!success) SourceReader.requireOwedGas(gasBefore, cap);
    }
}
