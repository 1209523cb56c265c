// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SourceState} from "../interfaces/IPriceOracle.sol";
import {CompactFloat} from "./CompactFloat.sol";
import {Evidence, Reading} from "./PriceJudge.sol";
import {PriceMath} from "./PriceMath.sol";
import {PythWord, packPyth} from "./PythWord.sol";
import {Composition, FeedParameters, PythParameters, WitnessParameters} from "./SourceParameters.sol";
import {IAggregator, SourceReader} from "./SourceReader.sol";
import {SourceReadings} from "./SourceReadings.sol";
import {Source} from "./SourceStorage.sol";
import {FeedFields, FeedWord, WitnessWord, packFeed, packWitness} from "./SourceWords.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {LibString} from "solady/utils/LibString.sol";

/// @title What a source must show before it is accepted
abstract contract SourceChecks is SourceReadings {
    using LibString for string;
    using PriceMath for uint256;

    /// @dev What we list; `PriceMath` itself is exact for 0 to 27.
    uint256 internal constant MIN_DECIMALS = 6;
    uint256 internal constant MIN_HEARTBEAT = 1 minutes;
    uint256 internal constant MAX_HEARTBEAT = 2 days;
    uint256 internal constant MIN_PRICE = 1e4; // USD wad: leaves four digits to the price of an 18-decimal token
    uint256 internal constant MAX_RATIO = 1e27; // a billion of the base per token: below it nothing overflows
    uint256 internal constant MAX_TRIGGER = 1000; // 10 %
    uint256 internal constant MIN_JUMP = 50; // 0.5 %: below the trigger of the feeds, every round would be a jump
    uint256 internal constant MAX_JUMP = 4000; // 40 %
    uint256 internal constant MIN_PYTH_AGE = 1 seconds;
    uint256 internal constant MAX_PYTH_AGE = 1 hours;
    uint256 internal constant MIN_CONFIDENCE = 1;
    uint256 internal constant MAX_CONFIDENCE = 500; // 5 %: a price that is not known better is no second source
    uint256 internal constant MIN_DEVIATION_LIMIT = 10; // 0.1 %: below the noise between two live sources
    uint256 internal constant MAX_DEVIATION_LIMIT = 1000; // 10 %: above it a second source guards nothing

    /* FEED */

    function _checkedFeed(uint256 market, uint8 asset, FeedParameters calldata p) internal view returns (FeedWord) {
        FeedFields memory f;
        (f.feed, f.heartbeat, f.maxJump, f.composition) =
        (p.feed, p.heartbeat, p.maxJump, uint256(uint8(p.composition)));
        f.tokenDecimals = IERC20Metadata(p.token).decimals();
        require(f.tokenDecimals >= MIN_DECIMALS, TokenDecimalsOutOfBounds(f.tokenDecimals, MIN_DECIMALS));
        require(f.tokenDecimals <= MAX_DECIMALS, TokenDecimalsOutOfBounds(f.tokenDecimals, MAX_DECIMALS));
        f.feedDecimals = IAggregator(p.feed).decimals();
        require(f.feedDecimals >= MIN_DECIMALS, FeedDecimalsOutOfBounds(f.feedDecimals, MIN_DECIMALS));
        require(f.feedDecimals <= MAX_DECIMALS, FeedDecimalsOutOfBounds(f.feedDecimals, MAX_DECIMALS));
        require(p.heartbeat >= MIN_HEARTBEAT, HeartbeatOutOfBounds(p.heartbeat, MIN_HEARTBEAT));
        require(p.heartbeat <= MAX_HEARTBEAT, HeartbeatOutOfBounds(p.heartbeat, MAX_HEARTBEAT));
        require(p.trigger <= MAX_TRIGGER, TriggerOutOfBounds(p.trigger, MAX_TRIGGER));
        require(p.maxJump == 0 || p.maxJump >= MIN_JUMP, MaxJumpOutOfBounds(p.maxJump, MIN_JUMP));
        require(p.maxJump <= MAX_JUMP, MaxJumpOutOfBounds(p.maxJump, MAX_JUMP));
        if (f.composition & 2 != 0) f.base = _checkedBase(market, asset, p.base);
        else require(p.base == 0, AssetIndexOutOfBounds(p.base, 0));
        _requireUnit(p);
        (f.minAnswerFloat, f.maxAnswerFloat) = _checkedBounds(p, f);
        return packFeed(f);
    }

    /// @dev A ratio needs a USD feed below it, and nothing may be quoted in a ratio: no cycle, no doubt hidden.
    function _checkedBase(uint256 market, uint8 asset, uint8 base) internal view returns (uint256) {
        FeedWord other = _source(market, base).feed;
        require(base != asset && other.isSet() && !other.isRatio(), QuoteNotUsd(uint16(market), base));
        for (uint8 i; i <= MAX_ASSET_INDEX; i++) {
            Source storage s = _source(market, i);
            FeedWord feed = s.feed;
            bool quoted = feed.isRatio() && feed.base() == asset;
            quoted = quoted || (feed.isWitnessed() && s.witness.quoteAsset() == asset);
            require(i == asset || !quoted, AssetIsQuote(asset, i));
        }
        return base;
    }

    /// @dev Chainlink names its feeds "ETH / USD". A ratio taken for a price in USD has cost lenders millions.
    function _requireUnit(FeedParameters calldata p) private view {
        string memory description = IAggregator(p.feed).description();
        (bool inUsd, bool ofUsd) = (description.endsWith(" / USD"), description.startsWith("USD / "));
        bool matches = p.composition == Composition.Usd
            ? inUsd && !ofUsd
            : p.composition == Composition.InverseUsd ? ofUsd && !inUsd : !inUsd && !ofUsd;
        require(matches, FeedUnitMismatch(p.feed, p.composition));
    }

    /// @dev Both bounds are rounded inwards: never a price that governance did not allow.
    function _checkedBounds(FeedParameters calldata p, FeedFields memory f)
        private
        pure
        returns (uint256 minFloat, uint256 maxFloat)
    {
        uint256 unit = 10 ** (MAX_DECIMALS - f.feedDecimals);
        uint256 highest = f.composition == 0 ? PriceMath.maxAnswer(f.tokenDecimals, f.feedDecimals) * unit : MAX_RATIO;
        require(p.minPrice >= MIN_PRICE, PriceBoundOutOfBounds(p.minPrice, MIN_PRICE));
        require(p.maxPrice <= highest, PriceBoundOutOfBounds(p.maxPrice, highest));
        require(p.minPrice < p.maxPrice, PriceBoundOutOfBounds(p.minPrice, p.maxPrice));
        if (f.composition & 1 == 0) {
            return (CompactFloat.encodeUp((p.minPrice - 1) / unit + 1), CompactFloat.encodeDown(p.maxPrice / unit));
        }
        // an answer is the inverse of a price: the least answer belongs to the highest price
        uint256 one = 10 ** (MAX_DECIMALS + f.feedDecimals);
        return (CompactFloat.encodeUp((one - 1) / p.maxPrice + 1), CompactFloat.encodeDown(one / p.minPrice));
    }

    /// @dev Raw price now; the same conditions as `_readFeed`, but says which one fails.
    function _priceNow(uint256 market, FeedWord feed) internal view returns (uint256) {
        Evidence memory e;
        _readFeed(e, market, feed);
        Reading memory r = e.feed;
        require(r.state != SourceState.Silent, FeedUnusable(feed.source()));
        uint256 age = block.timestamp - r.updatedAt;
        require(r.state != SourceState.Stale, FeedStale(age, feed.heartbeat()));
        require(r.state != SourceState.QuoteDown, QuoteNotUsd(uint16(market), uint8(feed.base())));
        if (r.state != SourceState.Ok) {
            (, uint256 answer,,) = SourceReader.latestAnswer(feed.source());
            require(answer >= feed.minAnswer(), FeedAnswerOutOfBounds(answer, feed.minAnswer()));
            revert FeedAnswerOutOfBounds(answer, feed.maxAnswer());
        }
        return r.price;
    }

    /* PYTH */

    function _checkedPyth(PythParameters calldata p, FeedWord feed) internal view returns (PythWord) {
        require(PYTH != address(0) && p.id != 0, PythUnusable(p.id));
        require(p.maxAge >= MIN_PYTH_AGE, HeartbeatOutOfBounds(p.maxAge, MIN_PYTH_AGE));
        require(p.maxAge <= MAX_PYTH_AGE, HeartbeatOutOfBounds(p.maxAge, MAX_PYTH_AGE));
        require(p.maxConfidence >= MIN_CONFIDENCE, ConfidenceLimitOutOfBounds(p.maxConfidence, MIN_CONFIDENCE));
        require(p.maxConfidence <= MAX_CONFIDENCE, ConfidenceLimitOutOfBounds(p.maxConfidence, MAX_CONFIDENCE));
        _requireDeviationLimit(p.maxDeviation);
        uint256 highest = PriceMath.wadFromRaw(PriceMath.MAX_RAW, feed.tokenDecimals());
        require(p.minPrice >= MIN_PRICE, PriceBoundOutOfBounds(p.minPrice, MIN_PRICE));
        require(p.maxPrice <= highest, PriceBoundOutOfBounds(p.maxPrice, highest));
        require(p.minPrice < p.maxPrice, PriceBoundOutOfBounds(p.minPrice, p.maxPrice));
        uint256 scale = 10 ** (MAX_DECIMALS - feed.tokenDecimals());
        return packPyth(
            p.maxAge,
            p.maxConfidence,
            p.maxDeviation,
            CompactFloat.encodeUp(p.minPrice * scale),
            CompactFloat.encodeDown(p.maxPrice * scale)
        );
    }

    /// @dev Raw price now; says which condition fails.
    function _pythNow(PythWord word, bytes32 id, FeedWord feed) internal view returns (uint256) {
        Reading memory r;
        _readPyth(r, word, id, feed.tokenDecimals());
        if (r.state == SourceState.Stale) revert FeedStale(block.timestamp - r.updatedAt, word.maxAge());
        require(
            r.state != SourceState.Uncertain, ConfidenceTooWide((r.confidence + 1e14 - 1) / 1e14, word.maxConfidence())
        );
        require(r.state == SourceState.Ok, PythUnusable(id));
        return r.price;
    }

    function _requirePythAgreement(uint256 price, uint256 primary, PythWord word) internal pure {
        uint256 distance = price.deviation(primary, PriceMath.BASIS);
        require(distance <= word.maxDeviation(), PythDeviates(distance, word.maxDeviation()));
    }

    /* WITNESS */

    function _checkedWitness(WitnessParameters calldata p, address token, address quoteToken)
        internal
        view
        returns (WitnessWord)
    {
        require(p.window >= MIN_WINDOW, WindowOutOfBounds(p.window, MIN_WINDOW));
        require(p.window <= MAX_WINDOW, WindowOutOfBounds(p.window, MAX_WINDOW));
        _requireDeviationLimit(p.maxDeviation);
        require(p.minLiquidity != 0, MinLiquidityOutOfBounds(p.minLiquidity, 1));

        bool baseIsToken0 = _baseIsToken0(p.pool, token, quoteToken);
        _requireMemory(p.pool, p.window);

        uint256 minLiquidity = CompactFloat.encodeUp(p.minLiquidity);
        return packWitness(p.pool, p.window, minLiquidity, p.maxDeviation, p.quoteAsset, baseIsToken0);
    }

    function _requireDeviationLimit(uint256 limit) private pure {
        require(limit >= MIN_DEVIATION_LIMIT, MaxDeviationOutOfBounds(limit, MIN_DEVIATION_LIMIT));
        require(limit <= MAX_DEVIATION_LIMIT, MaxDeviationOutOfBounds(limit, MAX_DEVIATION_LIMIT));
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

    function _requireWitnessAgreement(WitnessWord witness, uint256 primary, uint256 quoteRaw) internal view {
        (bool usable,, uint256 liquidity) = SourceReader.observe(witness.pool(), witness.window());
        require(usable, WitnessUnusable(witness.pool()));
        require(liquidity >= witness.minLiquidity(), WitnessLiquidityTooLow(liquidity, witness.minLiquidity()));
        uint256 price = _readWitness(witness, quoteRaw);
        require(price != 0, WitnessUnusable(witness.pool()));
        uint256 distance = price.deviation(primary, PriceMath.BASIS);
        require(distance <= witness.maxDeviation(), WitnessDeviates(distance, witness.maxDeviation()));
    }
}
