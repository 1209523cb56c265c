// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineEvents} from "../../interfaces/IMarginEngine.sol";
import {SequencerState} from "../../interfaces/IPriceOracle.sol";
import {LiquidationMath} from "../../libraries/LiquidationMath.sol";
import {SequencerReader} from "../../oracle/SequencerReader.sol";
import {EngineRequirement} from "../EngineRequirement.sol";
import {AssetConfig} from "../types/AssetConfig.sol";
import {AuctionWord} from "../types/AuctionWord.sol";

/// @title Age of auctions, and the bonus that it gives.
abstract contract EngineClock is EngineRequirement, IMarginEngineEvents {
    /// @dev An older auction counts as none: whoever let it lie has not tried to sell, and its price would be a gift.
    uint256 internal constant MAX_AGE = 30 minutes;
    /// @dev Longer than any time since a restart: so the reader tells when it was.
    uint256 private constant ANY_TIME = 1 << 40;

    /// @dev Uptime feed of the price oracle, which cannot change it; zero on a chain without sequencer.
    address internal immutable SEQUENCER;

    constructor() {
        SEQUENCER = _sequencerOf(PRICE_ORACLE);
    }

    /// @notice Seconds in which takes were possible since an auction started; 0 without one, while its clock stands, or
    /// when it is too old to count. A restart of the sequencer starts it anew.
    function _age(AuctionWord auction_) internal view returns (uint256 age) {
        uint256 start = auction_.startedAt();
        if (start == 0 || auction_.isStopped()) return 0;
        if (SEQUENCER != address(0)) {
            uint256 restart = _restartedAt();
            if (restart > start) start = restart;
        }
        // forge-lint: disable-next-line(block-timestamp) — the bonus grows once in 12 s
        age = block.timestamp - start;
        if (age > MAX_AGE) age = 0;
    }

    function _age(bytes32 account) internal view returns (uint256) {
        return _age(_auctions[account]);
    }

    /// @notice Bonus that the auction of an account offers for an asset now, before the caps of its health [wad].
    function _bonusNow(bytes32 account, AssetConfig config) internal view returns (uint256) {
        return LiquidationMath.offer(_age(account), config.volatilityMargin(false), config.penalty());
    }

    function _endAuction(bytes32 account) internal {
        _endAuction(account, _auctions[account]);
    }

    function _endAuction(bytes32 account, AuctionWord auction_) internal {
        if (auction_.startedAt() != 0) _setClock(account, auction_, 0, false);
    }

    function _setClock(bytes32 account, AuctionWord auction_, uint256 start, bool stopped) internal {
        _auctions[account] = auction_.withClock(start, stopped);
        emit Mark(account, start, stopped);
    }

    /// @dev Now, while the sequencer is down.
    function _restartedAt() private view returns (uint256) {
        (SequencerState state, uint256 settledAt) = SequencerReader.read(SEQUENCER, ANY_TIME);
        return state == SequencerState.Settling ? settledAt - ANY_TIME : block.timestamp;
    }

    /// @dev An oracle that does not know of sequencers has none.
    function _sequencerOf(address oracle) private view returns (address) {
        (bool known, bytes memory answer) = oracle.staticcall(abi.encodeWithSignature("SEQUENCER()"));
        return known && answer.length == 32 ? abi.decode(answer, (address)) : address(0);
    }
}
