// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CompactFloat} from "./CompactFloat.sol";
import {FeedParameters, IPriceOracleAdmin, WitnessParameters} from "./IPriceOracleAdmin.sol";
import {PriceMath} from "./PriceMath.sol";
import {IAggregator, SourceReader} from "./SourceReader.sol";
import {FeedWord, WitnessWord, packFeed, packWitness} from "./SourceWords.sol";
import {TickPrice} from "./TickPrice.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

/// @title Which sources each asset has, and one reading of each
abstract contract PriceSources is IPriceOracleAdmin, AccessManaged {
    using PriceMath for uint256;

    uint256 internal constant MAX_ASSET_INDEX = 15;
    /// @dev What we list; `PriceMath` itself is exact for 0 to 27.
    uint256 internal constant MIN_DECIMALS = 6;
    uint256 internal constant MAX_DECIMALS = 18;
    uint256 internal constant MIN_HEARTBEAT = 1 minutes;
    uint256 internal constant MAX_HEARTBEAT = 2 days;
    uint256 internal constant MIN_PRICE = 1e4; // USD wad: leaves four digits to the price of an 18-decimal token
    uint256 internal constant MAX_WINDOW = 1 days;
    uint256 internal constant MIN_DEVIATION_LIMIT = 10; // 0.1 %: below the noise between two live sources
    uint256 internal constant MAX_DEVIATION_LIMIT = 1000; // 10 %: above it a witness guards nothing
    uint256 internal constant MAX_FEED_STEP = 2000; // 20 %

    /// @dev `token` is only read by setters, so it has a slot of its own.
    struct Source {
        FeedWord feed;
        WitnessWord witness;
        address token;
    }

    /// @inheritdoc IPriceOracleAdmin
    uint256 public immutable MIN_WINDOW;
    /// @inheritdoc IPriceOracleAdmin
    uint256 public immutable BLOCK_INTERVAL;

    /// @dev By `market << 8 | asset`.
    mapping(uint256 id => Source) internal sources;

    constructor(address authority, uint256 minWindow, uint256 blockInterval) AccessManaged(authority) {
        require(minWindow != 0 && minWindow <= MAX_WINDOW, WindowOutOfBounds(minWindow, MAX_WINDOW));
        require(blockInterval != 0 && blockInterval <= minWindow, WindowOutOfBounds(blockInterval, minWindow));
        MIN_WINDOW = minWindow;
        BLOCK_INTERVAL = blockInterval;
    }

    /* SETTERS */

    /// @inheritdoc IPriceOracleAdmin
    function setFeed(uint16 market, uint8 asset, FeedParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        require(s.token == address(0) || s.token == p.token, TokenFixed(p.token, s.token));

        FeedWord feed = _checkedFeed(p);
        uint256 price = _answerNow(feed);
        (uint256 oldPrice,) = _readFeed(s.feed);
        if (oldPrice != 0) {
            // A feed in the wrong unit, or for the wrong asset, is further off than a working pair ever is.
            uint256 step = price.deviation(oldPrice, PriceMath.BASIS);
            require(step <= MAX_FEED_STEP, FeedStepTooLarge(step, MAX_FEED_STEP));
        }

        s.feed = feed.withWitnessed(s.witness.isSetWitness());
        s.token = p.token;
        emit SetFeed(market, asset, p);
    }

    /// @inheritdoc IPriceOracleAdmin
    function clearFeed(uint16 market, uint8 asset) external restricted {
        Source storage s = _source(market, asset);
        require(s.feed.isSet(), FeedNotSet(market, asset));
        s.feed = FeedWord.wrap(0);
        emit ClearFeed(market, asset);
    }

    /// @inheritdoc IPriceOracleAdmin
    function setWitness(uint16 market, uint8 asset, WitnessParameters calldata p) external restricted {
        Source storage s = _source(market, asset);
        Source storage quote = _source(market, p.quoteAsset);
        require(s.feed.isSet(), FeedNotSet(market, asset));
        require(quote.feed.isSet(), FeedNotSet(market, p.quoteAsset));

        WitnessWord witness = _checkedWitness(p, s.token, quote.token);
        _requireAgreement(witness, _answerNow(s.feed), _answerNow(quote.feed));

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

    /* VIEWS */

    /// @inheritdoc IPriceOracleAdmin
    function feedOf(uint16 market, uint8 asset) external view returns (FeedParameters memory) {
        Source storage s = _source(market, asset);
        FeedWord feed = s.feed;
        uint256 unit = 10 ** (MAX_DECIMALS - feed.feedDecimals());
        return FeedParameters({
            token: s.token,
            feed: feed.source(),
            heartbeat: uint24(feed.heartbeat()),
            minPrice: feed.minAnswer() * unit,
            maxPrice: feed.maxAnswer() * unit
        });
    }

    /// @inheritdoc IPriceOracleAdmin
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

    /* READING */

    /// @return raw Raw price; 0 if the feed is unusable.
    /// @return updatedAt Time of the answer, also of one that is too old; 0 if there is none.
    function _readFeed(FeedWord feed) internal view returns (uint256 raw, uint256 updatedAt) {
        if (!feed.isSet()) return (0, 0);
        bool usable;
        uint256 answer;
        (usable, answer, updatedAt) = SourceReader.latestAnswer(feed.source());
        // forge-lint: disable-next-line(block-timestamp) — seconds of skew are nothing to a heartbeat
        if (!usable || block.timestamp - updatedAt > feed.heartbeat()) return (0, updatedAt);
        if (answer < feed.minAnswer() || answer > feed.maxAnswer()) return (0, updatedAt);
        raw = PriceMath.rawFromAnswer(answer, feed.tokenDecimals(), feed.feedDecimals());
    }

    /// @param quoteRaw Raw price of the quote asset; 0 if that is down.
    /// @return Raw price; 0 if the witness is unusable.
    function _readWitness(WitnessWord witness, uint256 quoteRaw) internal view returns (uint256) {
        if (quoteRaw == 0) return 0;
        (bool usable, int256 meanTick, uint256 liquidity) = SourceReader.observe(witness.pool(), witness.window());
        if (!usable || liquidity < witness.minLiquidity()) return 0;
        uint256 raw = TickPrice.baseRaw(TickPrice.sqrtPriceAtTick(meanTick), quoteRaw, witness.baseIsToken0());
        return raw <= type(uint128).max ? raw : 0;
    }

    function _source(uint256 market, uint256 asset) internal view returns (Source storage) {
        require(asset <= MAX_ASSET_INDEX, AssetIndexOutOfBounds(asset, MAX_ASSET_INDEX));
        return sources[market << 8 | asset];
    }

    /* CHECKS OF THE SETTERS */

    function _checkedFeed(FeedParameters calldata p) private view returns (FeedWord) {
        uint256 tokenDecimals = IERC20Metadata(p.token).decimals();
        require(tokenDecimals >= MIN_DECIMALS, TokenDecimalsOutOfBounds(tokenDecimals, MIN_DECIMALS));
        require(tokenDecimals <= MAX_DECIMALS, TokenDecimalsOutOfBounds(tokenDecimals, MAX_DECIMALS));
        uint256 feedDecimals = IAggregator(p.feed).decimals();
        require(feedDecimals >= MIN_DECIMALS, FeedDecimalsOutOfBounds(feedDecimals, MIN_DECIMALS));
        require(feedDecimals <= MAX_DECIMALS, FeedDecimalsOutOfBounds(feedDecimals, MAX_DECIMALS));
        require(p.heartbeat >= MIN_HEARTBEAT, HeartbeatOutOfBounds(p.heartbeat, MIN_HEARTBEAT));
        require(p.heartbeat <= MAX_HEARTBEAT, HeartbeatOutOfBounds(p.heartbeat, MAX_HEARTBEAT));

        // Both bounds are rounded inwards: never a price that governance did not allow.
        uint256 unit = 10 ** (MAX_DECIMALS - feedDecimals);
        uint256 highest = PriceMath.maxAnswer(tokenDecimals, feedDecimals) * unit;
        require(p.minPrice >= MIN_PRICE, PriceBoundOutOfBounds(p.minPrice, MIN_PRICE));
        require(p.maxPrice <= highest, PriceBoundOutOfBounds(p.maxPrice, highest));
        require(p.minPrice < p.maxPrice, PriceBoundOutOfBounds(p.minPrice, p.maxPrice));
        uint256 minAnswer = CompactFloat.encodeUp((p.minPrice - 1) / unit + 1);
        uint256 maxAnswer = CompactFloat.encodeDown(p.maxPrice / unit);
        return packFeed(p.feed, p.heartbeat, minAnswer, maxAnswer, tokenDecimals, feedDecimals);
    }

    /// @dev Raw price now; the same conditions as `_readFeed`, but says which one fails.
    function _answerNow(FeedWord feed) private view returns (uint256) {
        (bool usable, uint256 answer, uint256 updatedAt) = SourceReader.latestAnswer(feed.source());
        require(usable, FeedUnusable(feed.source()));
        uint256 age = block.timestamp - updatedAt;
        require(age <= feed.heartbeat(), FeedStale(age, feed.heartbeat()));
        require(answer >= feed.minAnswer(), FeedAnswerOutOfBounds(answer, feed.minAnswer()));
        require(answer <= feed.maxAnswer(), FeedAnswerOutOfBounds(answer, feed.maxAnswer()));
        return PriceMath.rawFromAnswer(answer, feed.tokenDecimals(), feed.feedDecimals());
    }

    function _checkedWitness(WitnessParameters calldata p, address token, address quoteToken)
        private
        view
        returns (WitnessWord)
    {
        require(p.window >= MIN_WINDOW, WindowOutOfBounds(p.window, MIN_WINDOW));
        require(p.window <= MAX_WINDOW, WindowOutOfBounds(p.window, MAX_WINDOW));
        require(p.maxDeviation >= MIN_DEVIATION_LIMIT, MaxDeviationOutOfBounds(p.maxDeviation, MIN_DEVIATION_LIMIT));
        require(p.maxDeviation <= MAX_DEVIATION_LIMIT, MaxDeviationOutOfBounds(p.maxDeviation, MAX_DEVIATION_LIMIT));
        require(p.minLiquidity != 0, MinLiquidityOutOfBounds(p.minLiquidity, 1));

        bool baseIsToken0 = _baseIsToken0(p.pool, token, quoteToken);
        _requireMemory(p.pool, p.window);

        uint256 minLiquidity = CompactFloat.encodeUp(p.minLiquidity);
        return packWitness(p.pool, p.window, minLiquidity, p.maxDeviation, p.quoteAsset, baseIsToken0);
    }

    function _baseIsToken0(address pool, address token, address quoteToken) private view returns (bool) {
        (address token0, address token1) = (IUniswapV3Pool(pool).token0(), IUniswapV3Pool(pool).token1());
        if (token0 == token && token1 == quoteToken) return true;
        require(token1 == token && token0 == quoteToken, PoolTokensMismatch(pool, token, quoteToken));
        return false;
    }

    /// @dev A pool keeps one observation a block. If it trades in every block, n of them reach back n − 1 intervals;
    /// with fewer, observing would work today and fail on the first busy day.
    function _requireMemory(address pool, uint256 window) private view {
        (,,, uint256 cardinality,,,) = IUniswapV3Pool(pool).slot0();
        uint256 needed = (window + BLOCK_INTERVAL - 1) / BLOCK_INTERVAL + 1;
        require(cardinality >= needed, CardinalityTooLow(cardinality, needed));
    }

    function _requireAgreement(WitnessWord witness, uint256 primary, uint256 quoteRaw) private view {
        (bool usable,, uint256 liquidity) = SourceReader.observe(witness.pool(), witness.window());
        require(usable, WitnessUnusable(witness.pool()));
        require(liquidity >= witness.minLiquidity(), WitnessLiquidityTooLow(liquidity, witness.minLiquidity()));
        uint256 price = _readWitness(witness, quoteRaw);
        require(price != 0, WitnessUnusable(witness.pool()));
        uint256 distance = price.deviation(primary, PriceMath.BASIS);
        require(distance <= witness.maxDeviation(), WitnessDeviates(distance, witness.maxDeviation()));
    }
}
