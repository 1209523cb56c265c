// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ProposalReport} from "../interfaces/IPriceOracle.sol";
import {ISourceViews} from "./ISourceViews.sol";
import {PriceMath} from "./PriceMath.sol";
import {PythWord} from "./PythWord.sol";
import {Composition, FeedParameters, PythParameters, WitnessParameters} from "./SourceParameters.sol";
import {SourceReadings} from "./SourceReadings.sol";
import {Proposal, Source} from "./SourceStorage.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";

/// @title Which sources each asset has, unpacked
abstract contract SourceViews is ISourceViews, SourceReadings {
    /// @inheritdoc ISourceViews
    function feedOf(uint16 market, uint8 asset) external view returns (FeedParameters memory p) {
        Source storage s = _source(market, asset);
        FeedWord feed = s.feed;
        (p.token, p.trigger) = (s.token, s.trigger);
        if (!feed.isSet()) return p;
        p.feed = feed.source();
        p.heartbeat = uint24(feed.heartbeat());
        p.maxJump = uint16(feed.maxJump());
        p.composition = Composition(feed.composition());
        p.base = uint8(feed.base());
        uint256 unit = 10 ** (MAX_DECIMALS - feed.feedDecimals());
        uint256 one = 10 ** (MAX_DECIMALS + feed.feedDecimals());
        (p.minPrice, p.maxPrice) = feed.isInverse()
            ? ((one - 1) / feed.maxAnswer() + 1, one / feed.minAnswer())
            : (feed.minAnswer() * unit, feed.maxAnswer() * unit);
    }

    /// @inheritdoc ISourceViews
    function pythOf(uint16 market, uint8 asset) external view returns (PythParameters memory) {
        Source storage s = _source(market, asset);
        PythWord word = s.pyth;
        uint256 decimals = s.feed.tokenDecimals();
        return PythParameters({
            id: PythWord.unwrap(word) == 0 ? bytes32(0) : s.pythId,
            maxAge: uint24(word.maxAge()),
            maxConfidence: uint16(word.maxConfidence()),
            maxDeviation: uint16(word.maxDeviation()),
            minPrice: PriceMath.wadFromRaw(word.minRaw(), decimals),
            maxPrice: PriceMath.wadFromRaw(word.maxRaw(), decimals)
        });
    }

    /// @inheritdoc ISourceViews
    function witnessOf(uint16 market, uint8 asset) external view returns (WitnessParameters memory) {
        WitnessWord witness = _source(market, asset).witness;
        return WitnessParameters({
            pool: witness.pool(),
            quoteAsset: uint8(witness.quoteAsset()),
            window: uint24(witness.window()),
            maxDeviation: uint16(witness.maxDeviation()),
            minLiquidity: uint128(witness.minLiquidity())
        });
    }

    /// @dev All zero without a proposal.
    function _proposalReport(uint256 market, uint256 asset) internal view returns (ProposalReport memory) {
        Proposal storage proposal = proposals[_id(market, asset)];
        if (proposal.startedAt == 0) return ProposalReport(address(0), 0, 0, 0, 0, 0, 0);
        return ProposalReport({
            feed: proposal.feed.source(),
            pythId: proposal.pythId,
            startedAt: proposal.startedAt,
            readyAt: proposal.startedAt + SHADOW_PERIOD,
            nextSampleAt: proposal.sampledAt + _spacing(),
            samples: proposal.samples,
            samplesNeeded: SAMPLES_NEEDED
        });
    }
}
