// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Checkpoint, KEPT, SPACINGS_IN_WINDOW, packCheckpoint} from "./Checkpoint.sol";
import {IPriceOracleAdmin} from "./IPriceOracleAdmin.sol";
import {PythWord} from "./PythWord.sol";
import {SourceChecks} from "./SourceChecks.sol";
import {FeedParameters, PythParameters, WitnessParameters} from "./SourceParameters.sol";
import {SourceReader} from "./SourceReader.sol";
import {Source} from "./SourceStorage.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";

/// @title Which sources each asset has
abstract contract PriceSources is SourceChecks {
    /// @inheritdoc IPriceOracleAdmin
    function setFeed(uint16 market, uint8 asset, FeedParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        require(s.token == address(0) || s.token == p.token, TokenFixed(p.token, s.token));

        FeedWord feed = _checkedFeed(market, asset, p);
        _priceNow(market, feed);
        // What is accepted of a source may change at once, the source only in the open.
        require(s.token == address(0) || _sameSource(feed, s.feed), ShadowRequired(market, asset));

        s.feed = feed.withFlagsOf(s.feed);
        (s.token, s.trigger) = (p.token, p.trigger);
        emit SetFeed(market, asset, p);
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearFeed(uint16 market, uint8 asset) external restricted {
        Source storage s = _source(market, asset);
        require(s.feed.isSet(), FeedNotSet(market, asset));
        s.feed = s.feed.withoutFeed();
        emit ClearFeed(market, asset);
    }

    /// @inheritdoc IPriceOracleAdmin
    function setPyth(uint16 market, uint8 asset, PythParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        FeedWord feed = s.feed;
        require(feed.isSet(), FeedNotSet(market, asset));
        PythWord word = _checkedPyth(p, feed);
        _requirePythAgreement(_pythNow(word, p.id, feed), _priceNow(market, feed), word);
        // Stays after `clearPyth`, so that removing and setting is no way around the proposal.
        require(s.pythId == 0 || s.pythId == p.id, ShadowRequired(market, asset));

        (s.pyth, s.pythId, s.feed) = (word, p.id, feed.withPyth(true));
        emit SetPyth(market, asset, p);
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearPyth(uint16 market, uint8 asset) external restricted {
        Source storage s = _source(market, asset);
        (s.pyth, s.feed) = (PythWord.wrap(0), s.feed.withPyth(false));
        emit ClearPyth(market, asset);
    }

    /// @inheritdoc IPriceOracleAdmin
    function setWitness(uint16 market, uint8 asset, WitnessParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        Source storage quote = _source(market, p.quoteAsset);
        require(s.feed.isSet(), FeedNotSet(market, asset));
        require(quote.feed.isSet(), FeedNotSet(market, p.quoteAsset));
        require(!quote.feed.isRatio(), QuoteNotUsd(market, p.quoteAsset));

        WitnessWord witness = _checkedWitness(p, s.token, quote.token);
        _requireWitnessAgreement(witness, _priceNow(market, s.feed), _priceNow(market, quote.feed));

        s.witness = witness;
        s.feed = s.feed.withWitnessed(true);
        emit SetWitness(market, asset, p);
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearWitness(uint16 market, uint8 asset) external restricted {
        Source storage s = _source(market, asset);
        s.witness = WitnessWord.wrap(0);
        s.feed = s.feed.withWitnessed(false);
        emit ClearWitness(market, asset);
    }

    /// @inheritdoc IPriceOracleAdmin
    function checkpointWitness(uint16 market, uint8 asset) external {
        Source storage s = _source(market, asset);
        WitnessWord witness = s.witness;
        require(witness.isSetWitness(), WitnessNotSet(market, asset));
        uint256 spacing = witness.window() / SPACINGS_IN_WINDOW;
        require(spacing != 0, WindowOutOfBounds(witness.window(), SPACINGS_IN_WINDOW));
        uint256 interval = block.timestamp / spacing;
        Checkpoint[KEPT] storage kept = checkpoints[witness.averageOf()];
        bool isNew = kept[interval % KEPT].time() / spacing != interval;
        // Another asset of the same average may have stored it; then this one only has to know that there are any.
        require(isNew || !witness.isCheckpointed(), CheckpointTooSoon(block.timestamp, (interval + 1) * spacing));
        if (!witness.isCheckpointed()) s.witness = witness.withCheckpoints();
        if (!isNew) return;

        address pool = witness.pool();
        (bool usable, uint256 ticks, uint256 perLiquidity) = SourceReader.accumulators(pool);
        require(usable, WitnessUnusable(pool));
        kept[interval % KEPT] = packCheckpoint(ticks, perLiquidity, block.timestamp);
        emit CheckpointWitness(msg.sender, pool, witness.window(), ticks, perLiquidity);
    }

    /// @dev Same feed, same decimals, same meaning of its answer.
    function _sameSource(FeedWord a, FeedWord b) private pure returns (bool) {
        return a.source() == b.source() && a.feedDecimals() == b.feedDecimals() && a.composition() == b.composition()
            && a.base() == b.base();
    }
}
