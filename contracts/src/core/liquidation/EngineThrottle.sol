// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineEvents} from "../../interfaces/IMarginEngine.sol";
import {EngineRequirement} from "../EngineRequirement.sol";
import {AssetConfig} from "../types/AssetConfig.sol";

/// @title Throttle: what takes of a collateral may sell into its market in five minutes.
/// @notice A bucket for each (market, asset): takes draw the seized value, and it refills linearly. Liquidations cannot
/// outrun the market and feed the fall; netting and the backstop, which sell nothing, never draw.
abstract contract EngineThrottle is EngineRequirement, IMarginEngineEvents {
    /// @dev In which an empty bucket is full again [seconds].
    uint256 internal constant REFILL_TIME = 300;
    /// @dev Values of 1 % impact that the market bears in that time.
    uint256 private constant DEPTHS = 2;
    /// @dev Least capacity [USD, whole]: a thin market must not leave small accounts without takers.
    uint256 private constant MIN_CAPACITY = 10_000;
    uint256 private constant DRAWN_SHIFT = 40;

    function _capacity(uint256 market, uint256 asset, AssetConfig config) internal view returns (uint256 capacity) {
        capacity = DEPTHS * _markets[market].presentDepth(asset, config.depth());
        if (capacity < MIN_CAPACITY) capacity = MIN_CAPACITY;
        capacity *= 1e18;
    }

    /// @return room What takes may seize now [USD wad]. @return drawn What the bucket lacks now [USD wad].
    function _bucketNow(uint256 market, uint256 asset, AssetConfig config)
        internal
        view
        returns (uint256 room, uint256 drawn)
    {
        uint256 capacity = _capacity(market, asset, config);
        uint256 word = _throttle(market, asset);
        // forge-lint: disable-next-line(block-timestamp) — a refill of seconds
        uint256 refilled = capacity * (block.timestamp - uint40(word)) / REFILL_TIME;
        drawn = word >> DRAWN_SHIFT;
        drawn = drawn > refilled ? drawn - refilled : 0;
        room = capacity > drawn ? capacity - drawn : 0; // the capacity may have fallen since
    }

    function _room(uint256 market, uint256 asset) internal view returns (uint256 room) {
        (room,) = _bucketNow(market, asset, _config(market, asset));
    }

    /// @param drawn What the bucket lacks now, with the takes of this call [USD wad, below 2^216].
    function _setDrawn(uint256 market, uint256 asset, uint256 drawn) internal {
        uint256 word = (drawn << DRAWN_SHIFT) | uint40(block.timestamp);
        _setThrottle(market, asset, word);
        emit Draw(_reserveId(market, asset), word);
    }
}
