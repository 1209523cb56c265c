// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SourceState} from "../interfaces/IPriceOracle.sol";
import {IProposedSources} from "./IProposedSources.sol";
import {Evidence} from "./PriceJudge.sol";
import {PriceMath} from "./PriceMath.sol";
import {PriceSources} from "./PriceSources.sol";
import {FeedParameters, OracleParameters, PythParameters} from "./SourceParameters.sol";
import {IAggregator} from "./SourceReader.sol";
import {Proposal, Source, SourceStorage} from "./SourceStorage.sol";
import {FeedWord} from "./SourceWords.sol";

/// @title Configuration of the oracle: code that `PriceOracle` delegates to, for what no price needs
/// @notice `docs/decisions/2026-11-26-source-changes.md` argues the rules of a change in the open.
/// @dev Only the oracle's storage means anything; the constructor gives both contracts the same immutables.
contract PriceOracleExtension is PriceSources {
    using PriceMath for uint256;

    uint256 internal constant MAX_SAMPLE_DEVIATION = 200; // 2 %
    /// @dev Age of the last sample at an activation, in spacings: what was true long ago proves nothing now.
    uint256 internal constant RECENT = 2;

    constructor(address authority, OracleParameters memory parameters) SourceStorage(authority, parameters) {}

    /// @inheritdoc IProposedSources
    function proposeFeed(uint16 market, uint8 asset, FeedParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        require(s.token != address(0), FeedNotSet(market, asset));
        require(s.token == p.token, TokenFixed(p.token, s.token));
        FeedWord feed = _checkedFeed(market, asset, p);
        _priceNow(market, feed);

        Proposal storage proposal = _begin(market, asset);
        (proposal.feed, proposal.trigger) = (feed, p.trigger);
        emit ProposeFeed(market, asset, p);
    }

    /// @inheritdoc IProposedSources
    function proposePyth(uint16 market, uint8 asset, PythParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        require(s.token != address(0), FeedNotSet(market, asset));

        Proposal storage proposal = _begin(market, asset);
        (proposal.pyth, proposal.pythId) = (_checkedPyth(p, s.feed), p.id);
        _pythNow(proposal.pyth, p.id, s.feed);
        emit ProposePyth(market, asset, p);
    }

    /// @inheritdoc IProposedSources
    function cancelProposal(uint16 market, uint8 asset) external restricted {
        _proposal(market, asset);
        delete proposals[_id(market, asset)];
        emit CancelProposal(market, asset);
    }

    /// @inheritdoc IProposedSources
    function sampleProposal(uint16 market, uint8 asset) external returns (uint256 samples) {
        Proposal storage proposal = _proposal(market, asset);
        uint256 elapsed = block.timestamp - proposal.sampledAt;
        require(elapsed >= _spacing(), SampleTooSoon(elapsed, _spacing()));

        Source storage s = _source(market, asset);
        uint256 price = _proposedPrice(market, s, proposal);
        uint256 inForce = _referencePrice(market, s);
        // Without a price in force there is nothing to part from: time, the unit tag and the bounds remain.
        bool agrees = price != 0 && (inForce == 0 || price.deviation(inForce, PriceMath.BASIS) <= MAX_SAMPLE_DEVIATION);
        // One that parted must agree for a whole period again: who samples cannot choose the moments that suit it.
        if (agrees) samples = proposal.samples + 1;
        else proposal.startedAt = uint48(block.timestamp);
        (proposal.sampledAt, proposal.samples) = (uint48(block.timestamp), uint32(samples));
        emit SampleProposal(msg.sender, market, asset, price, inForce, samples);
    }

    /// @inheritdoc IProposedSources
    function activateProposal(uint16 market, uint8 asset) external {
        Proposal memory proposal = _proposal(market, asset);
        uint256 elapsed = block.timestamp - proposal.startedAt;
        require(elapsed >= SHADOW_PERIOD, ShadowTooShort(elapsed, SHADOW_PERIOD));
        require(proposal.samples >= SAMPLES_NEEDED, SamplesTooFew(proposal.samples, SAMPLES_NEEDED));
        uint256 age = block.timestamp - proposal.sampledAt;
        require(age <= RECENT * _spacing(), SampleTooOld(age, RECENT * _spacing()));

        Source storage s = _source(market, asset);
        FeedWord current = s.feed;
        if (proposal.feed.isSet()) {
            uint256 decimals = IAggregator(proposal.feed.source()).decimals();
            require(
                decimals == proposal.feed.feedDecimals(), FeedDecimalsChanged(decimals, proposal.feed.feedDecimals())
            );
            _requireWithinTwo(_priceNow(market, proposal.feed), _referencePrice(market, s));
            if (proposal.feed.isRatio()) _checkedBase(market, asset, uint8(proposal.feed.base()));
            (s.feed, s.trigger) = (proposal.feed.withFlagsOf(current), proposal.trigger);
        } else {
            uint256 price = _pythNow(proposal.pyth, proposal.pythId, current);
            _requireWithinTwo(price, _referencePrice(market, s));
            (s.pyth, s.pythId, s.feed) = (proposal.pyth, proposal.pythId, current.withPyth(true));
        }
        delete proposals[_id(market, asset)];
        emit ActivateProposal(msg.sender, market, asset);
    }

    function _begin(uint256 market, uint256 asset) private returns (Proposal storage proposal) {
        delete proposals[_id(market, asset)];
        proposal = proposals[_id(market, asset)];
        (proposal.startedAt, proposal.sampledAt) = (uint48(block.timestamp), uint48(block.timestamp));
    }

    function _proposal(uint16 market, uint8 asset) private view returns (Proposal storage proposal) {
        proposal = proposals[_id(market, asset)];
        require(proposal.startedAt != 0, NoProposal(market, asset));
    }

    /// @return Raw price; 0 if the proposed source gives none.
    function _proposedPrice(uint256 market, Source storage s, Proposal storage proposal)
        private
        view
        returns (uint256)
    {
        Evidence memory e;
        if (proposal.feed.isSet()) _readFeed(e, market, proposal.feed);
        else _readPyth(e.pyth, proposal.pyth, proposal.pythId, s.feed.tokenDecimals());
        return e.feed.price + e.pyth.price; // one of them is 0
    }

    /// @return Raw price of the feed in force, or of Pyth where that is silent; 0 if neither gives one.
    function _referencePrice(uint256 market, Source storage s) private view returns (uint256) {
        Evidence memory e;
        FeedWord feed = s.feed;
        _readFeed(e, market, feed);
        if (e.feed.state == SourceState.Ok) return e.feed.price;
        if (feed.hasPyth()) _readPyth(e.pyth, s.pyth, s.pythId, feed.tokenDecimals());
        return e.pyth.price;
    }

    function _requireWithinTwo(uint256 price, uint256 inForce) private pure {
        if (inForce == 0) return;
        require(price * 2 >= inForce, ActivationOutOfBounds(price, (inForce + 1) / 2));
        require(price <= inForce * 2, ActivationOutOfBounds(price, inForce * 2));
    }
}
