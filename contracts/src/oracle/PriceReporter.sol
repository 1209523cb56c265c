// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracle, PriceReport, SourceReport} from "../interfaces/IPriceOracle.sol";
import {SPACINGS_IN_WINDOW} from "./Checkpoint.sol";
import {Evidence, PriceJudge, Reading, Verdict} from "./PriceJudge.sol";
import {PriceMath} from "./PriceMath.sol";
import {SequencerReader} from "./SequencerReader.sol";
import {Source} from "./SourceStorage.sol";
import {SourceViews} from "./SourceViews.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";

/// @title What screens, keepers and the risk engine want to know beside the prices
abstract contract PriceReporter is IPriceOracle, SourceViews {
    /// @dev A feed that publishes moves of 1 % and more hides at most that: less than any margin rounds away.
    uint256 private constant FINE_TRIGGER = 100; // 1e-4
    /// @dev From the move to the block with the round that reports it.
    uint256 private constant PUBLISHING_TIME = 1 minutes;

    /// @inheritdoc IPriceOracle
    function report(uint16 market, uint8 asset) external view returns (PriceReport memory r) {
        uint256 decimals = _source(market, asset).feed.tokenDecimals();
        Evidence memory e = _evidence(market, asset);
        (r.sequencer, r.settledAt) = SequencerReader.read(SEQUENCER, GRACE_PERIOD);
        e.unsettled = !SequencerReader.isSettled(r.sequencer);
        Verdict memory v = PriceJudge.judge(e);

        (r.status, r.reasons, r.deviation) = (v.status, v.reasons, v.deviation);
        r.mid = PriceMath.wadFromRaw(v.mid, decimals);
        r.maxDeviation = e.limit * 1e14;
        r.feed = _sourceReport(e.feed, decimals);
        r.pyth = _sourceReport(e.pyth, decimals);
        r.pool = _sourceReport(e.pool, decimals);
        (r.primary, r.witness) = (r.feed.price, r.pool.price);
        (r.updatedAt, r.staleAfter) = (r.feed.updatedAt, r.feed.staleAfter);
        r.quarantineEnd = e.quarantineEnd;
        r.proposal = _proposalReport(market, asset);
    }

    /// @inheritdoc IPriceOracle
    /// @dev Sources are late at the same time, not one after the other. A fall that a witness must confirm is confirmed
    /// when the average has caught up, at the latest after its window; without one, after the quarantine of the jump.
    function latency(uint16 market, uint8 asset) external view returns (uint256) {
        return _latency(market, asset);
    }

    function _latency(uint256 market, uint256 asset) private view returns (uint256 longest) {
        Source storage s = _source(market, asset);
        FeedWord feed = s.feed;
        if (!feed.isListed()) return 0;
        bool isFine = s.trigger != 0 && s.trigger <= FINE_TRIGGER;
        longest = isFine ? PUBLISHING_TIME : feed.heartbeat();
        if (feed.maxJump() != 0) longest += QUARANTINE;
        if (feed.hasPyth()) longest = _longer(longest, s.pyth.maxAge());
        if (feed.isWitnessed()) {
            WitnessWord witness = s.witness;
            uint256 window = witness.window();
            longest = _longer(longest, witness.isCheckpointed() ? window + 2 * (window / SPACINGS_IN_WINDOW) : window);
        }
        // No asset is quoted in a ratio, and a feed that became one all the same is not followed further.
        if (feed.isRatio() && !_source(market, feed.base()).feed.isRatio()) {
            longest = _longer(longest, _latency(market, feed.base()));
        }
    }

    function _longer(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }

    function _sourceReport(Reading memory r, uint256 decimals) private pure returns (SourceReport memory) {
        return SourceReport(r.state, PriceMath.wadFromRaw(r.price, decimals), r.confidence, r.updatedAt, r.staleAfter);
    }
}
