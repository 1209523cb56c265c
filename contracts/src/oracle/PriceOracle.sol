// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracle, PriceStatus, SequencerState} from "../interfaces/IPriceOracle.sol";
import {Bits} from "../libraries/Bits.sol";
import {IPriceOracleAdmin} from "./IPriceOracleAdmin.sol";
import {IProposedSources} from "./IProposedSources.sol";
import {Evidence, PriceJudge, Verdict} from "./PriceJudge.sol";
import {PriceMath} from "./PriceMath.sol";
import {PriceOracleExtension} from "./PriceOracleExtension.sol";
import {PriceReporter} from "./PriceReporter.sol";
import {SequencerReader} from "./SequencerReader.sol";
import {FeedParameters, OracleParameters, PythParameters, WitnessParameters} from "./SourceParameters.sol";
import {Source, SourceStorage} from "./SourceStorage.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";

/// @title Price oracle: a Chainlink feed per asset, beside it Pyth, and a Uniswap v3 average as their witness
/// @notice `docs/decisions/2026-11-22-oracle-states.md` argues the states and `…/2026-11-26-three-sources.md` what more
/// sources add. No price comes from a pool's present state, so no trade moves a price in its own transaction.
contract PriceOracle is PriceReporter {
    /// @dev Mark in the cache for a feed that was read; prices have 128 bits and times fewer.
    uint256 private constant READ = 1 << 255;

    /// @notice Code of the configuration, run on this contract's storage.
    address public immutable EXTENSION;

    constructor(address authority, OracleParameters memory parameters) SourceStorage(authority, parameters) {
        EXTENSION = address(new PriceOracleExtension(authority, parameters));
    }

    /// @inheritdoc IPriceOracle
    function openingPrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words) {
        // Who could not trade for a while could not close either: no risk is added until everybody had the time.
        if (!_isSettled()) return words;
        uint256[16] memory cache;
        for (uint256 mask = assets; mask != 0; mask = Bits.dropLowest(mask)) {
            uint256 asset = Bits.lowest(mask);
            (, uint256 low,, uint256 high) = _judge(market, asset, cache, true);
            words[asset] = low << 128 | high;
        }
    }

    /// @inheritdoc IPriceOracle
    function maintenancePrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words) {
        bool settled = _isSettled();
        uint256[16] memory cache;
        for (uint256 mask = assets; mask != 0; mask = Bits.dropLowest(mask)) {
            uint256 asset = Bits.lowest(mask);
            (PriceStatus status, uint256 low, uint256 mid, uint256 high) = _judge(market, asset, cache, settled);
            if (status == PriceStatus.Ok) low = high = mid;
            words[asset] = low << 128 | high;
        }
    }

    /// @param cache Plain feeds read so far, by asset: a quote asset is read once for all its pairs.
    function _judge(uint256 market, uint256 asset, uint256[16] memory cache, bool settled)
        private
        view
        returns (PriceStatus, uint256 low, uint256 mid, uint256 high)
    {
        Source storage s = sources[market << 8 | asset]; // below 16: it comes from a mask
        FeedWord feed = s.feed;
        if (settled && feed.isPlain()) {
            uint256 cached = _readOnce(feed, asset, cache);
            uint256 primary = uint128(cached);
            if (primary == 0) return (PriceStatus.Down, 0, 0, 0);
            if (feed.maxJump() == 0 || _isOld(cached)) {
                if (!feed.isWitnessed()) return (PriceStatus.Ok, primary, primary, primary);
                return _judgeWitnessed(market, primary, s.witness, cache);
            }
        }
        Evidence memory e = _evidence(market, asset);
        e.unsettled = !settled;
        Verdict memory v = PriceJudge.judge(e);
        return (v.status, v.low, v.mid, v.high);
    }

    function _judgeWitnessed(uint256 market, uint256 primary, WitnessWord w, uint256[16] memory cache)
        private
        view
        returns (PriceStatus status, uint256 low, uint256 mid, uint256 high)
    {
        uint256 witness = _readWitness(w, _quoteOnce(market, w.quoteAsset(), cache));
        (status, low, high) = PriceMath.judge(primary, witness, w.maxDeviation());
        // cannot overflow: prices are below 2^128
        unchecked {
            mid = (low + high) >> 1;
        }
    }

    /// @return cached READ, the time of the answer above 128 bits and the raw price below.
    function _readOnce(FeedWord feed, uint256 asset, uint256[16] memory cache) private view returns (uint256 cached) {
        cached = cache[asset];
        if (cached != 0) return cached;
        (uint256 raw, uint256 updatedAt) = _readPlain(feed);
        cached = READ | updatedAt << 128 | raw;
        cache[asset] = cached;
    }

    function _quoteOnce(uint256 market, uint256 asset, uint256[16] memory cache) private view returns (uint256) {
        uint256 cached = cache[asset];
        if (cached == 0) {
            FeedWord feed = _source(market, asset).feed;
            if (!feed.isPlain()) return _quotePrice(market, asset);
            cached = _readOnce(feed, asset, cache);
        }
        return uint128(cached);
    }

    function _isOld(uint256 cached) private view returns (bool) {
        // forge-lint: disable-next-line(block-timestamp) — seconds of skew are nothing to the quarantine
        return block.timestamp - ((cached ^ READ) >> 128) >= QUARANTINE;
    }

    function _isSettled() private view returns (bool) {
        if (SEQUENCER == address(0)) return true;
        (SequencerState state,) = SequencerReader.read(SEQUENCER, GRACE_PERIOD);
        return SequencerReader.isSettled(state);
    }

    /* CONFIGURATION */

    /// @inheritdoc IPriceOracleAdmin
    function setFeed(uint16, uint8, FeedParameters calldata) external {
        _extend();
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearFeed(uint16, uint8) external {
        _extend();
    }

    /// @inheritdoc IPriceOracleAdmin
    function setPyth(uint16, uint8, PythParameters calldata) external {
        _extend();
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearPyth(uint16, uint8) external {
        _extend();
    }

    /// @inheritdoc IPriceOracleAdmin
    function setWitness(uint16, uint8, WitnessParameters calldata) external {
        _extend();
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearWitness(uint16, uint8) external {
        _extend();
    }

    /// @inheritdoc IPriceOracleAdmin
    function checkpointWitness(uint16, uint8) external {
        _extend();
    }

    /// @inheritdoc IProposedSources
    function proposeFeed(uint16, uint8, FeedParameters calldata) external {
        _extend();
    }

    /// @inheritdoc IProposedSources
    function proposePyth(uint16, uint8, PythParameters calldata) external {
        _extend();
    }

    /// @inheritdoc IProposedSources
    function cancelProposal(uint16, uint8) external {
        _extend();
    }

    /// @inheritdoc IProposedSources
    function sampleProposal(uint16, uint8) external returns (uint256) {
        _extend();
    }

    /// @inheritdoc IProposedSources
    function activateProposal(uint16, uint8) external {
        _extend();
    }

    /// @dev Ends the call as the extension ends it. Access is checked there: it sees the same caller and call.
    function _extend() private {
        address extension = EXTENSION;
        assembly ("memory-safe") {
            let p := mload(0x40)
            calldatacopy(p, 0, calldatasize())
            let success := delegatecall(gas(), extension, p, calldatasize(), 0, 0)
            returndatacopy(p, 0, returndatasize())
            if success { return(p, returndatasize()) }
            revert(p, returndatasize())
        }
    }
}
