// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceStatus, SourceState} from "../interfaces/IPriceOracle.sol";
import {Checkpoint, KEPT, SPACINGS_IN_WINDOW} from "./Checkpoint.sol";
import {Evidence, PriceJudge, Reading, Verdict} from "./PriceJudge.sol";
import {PriceMath} from "./PriceMath.sol";
import {PythPrice, PythReader} from "./PythReader.sol";
import {PythWord} from "./PythWord.sol";
import {SourceReader} from "./SourceReader.sol";
import {Source, SourceStorage} from "./SourceStorage.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";
import {TickPrice} from "./TickPrice.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title One reading of each source
/// @notice No reading reverts for what a source does, except when the caller brought it too little gas.
abstract contract SourceReadings is SourceStorage {
    using PythReader for PythPrice;

    /// @dev How long a jump of a feed is doubted that no second source confirms.
    uint256 internal constant QUARANTINE = 120 seconds;
    /// @dev A dollar as the base of a USD feed: raw price of a token without decimals.
    uint256 private constant DOLLAR = 1e36;

    /// @dev Price of the asset that an answer is counted in.
    struct Base {
        uint256 low;
        uint256 mid;
        uint256 high;
        uint256 decimals;
    }

    /* THE COMMON CASE */

    /// @notice A feed that answers in USD per token.
    /// @return raw Raw price; 0 if the feed is unusable.
    /// @return updatedAt Time of the answer, also of one that is too old; 0 if there is none.
    function _readPlain(FeedWord feed) internal view returns (uint256 raw, uint256 updatedAt) {
        if (!feed.isSet()) return (0, 0);
        bool usable;
        uint256 answer;
        (usable, answer, updatedAt,) = SourceReader.latestAnswer(feed.source());
        unchecked {
            // cannot underflow: a usable answer is one of the past
            // forge-lint: disable-next-line(block-timestamp) — seconds of skew are nothing to a heartbeat
            if (!usable || block.timestamp - updatedAt > feed.heartbeat()) return (0, updatedAt);
        }
        if (answer < feed.minAnswer() || answer > feed.maxAnswer()) return (0, updatedAt);
        raw = PriceMath.rawFromAnswer(answer, feed.tokenDecimals(), feed.feedDecimals());
    }

    /// @param quoteRaw Raw price of the quote asset; 0 if that is down.
    /// @return Raw price; 0 if the witness is unusable.
    function _readWitness(WitnessWord witness, uint256 quoteRaw) internal view returns (uint256) {
        if (quoteRaw == 0) return 0;
        (bool usable, int256 meanTick, uint256 liquidity) = _observe(witness);
        if (!usable || liquidity < witness.minLiquidity()) return 0;
        uint256 raw = TickPrice.baseRaw(TickPrice.sqrtPriceAtTick(meanTick), quoteRaw, witness.baseIsToken0());
        return raw <= type(uint128).max ? raw : 0;
    }

    /// @dev The average since the youngest checkpoint that is older than the window, if there is one that is at most
    /// half a window older; else over the window itself, for which the pool searches its memory. A checkpoint is what
    /// the pool says of that second, so both are averages of the pool, and neither is shorter than the window.
    function _observe(WitnessWord witness) private view returns (bool usable, int256 meanTick, uint256 liquidity) {
        uint256 window = witness.window();
        if (witness.isCheckpointed()) {
            uint256 spacing = window / SPACINGS_IN_WINDOW;
            // The interval before the one in which the window starts: it has ended a window ago.
            uint256 interval = (block.timestamp - window) / spacing - 1;
            Checkpoint c = checkpoints[witness.averageOf()][interval % KEPT];
            uint256 time = c.time();
            if (time / spacing == interval) {
                return SourceReader.observeSince(
                    witness.pool(), c.tickCumulative(), c.secondsPerLiquidity(), block.timestamp - time
                );
            }
        }
        return SourceReader.observe(witness.pool(), window);
    }

    /// @notice Raw price at which other assets are quoted: the asset's own USD feed, or Pyth where that is silent.
    /// @dev 0 for a ratio, so that no asset is ever quoted in itself, however the configuration came about.
    function _quotePrice(uint256 market, uint256 asset) internal view returns (uint256 raw) {
        Source storage s = _source(market, asset);
        FeedWord feed = s.feed;
        if (feed.isRatio()) return 0;
        if (feed.isPlain()) {
            (raw,) = _readPlain(feed);
            return raw;
        }
        Evidence memory e;
        _readFeed(e, market, feed);
        if (e.feed.state != SourceState.Ok && feed.hasPyth()) {
            _readPyth(e.pyth, s.pyth, s.pythId, feed.tokenDecimals());
            return e.pyth.price;
        }
        return e.feed.price;
    }

    /* ALL SOURCES */

    function _evidence(uint256 market, uint256 asset) internal view returns (Evidence memory e) {
        Source storage s = _source(market, asset);
        FeedWord feed = s.feed;
        if (!feed.isListed()) return e;
        _readFeed(e, market, feed);
        if (feed.hasPyth()) {
            PythWord pyth = s.pyth;
            _readPyth(e.pyth, pyth, s.pythId, feed.tokenDecimals());
            e.limit = pyth.maxDeviation();
        }
        if (feed.isWitnessed()) {
            WitnessWord witness = s.witness;
            _readPool(e.pool, witness, _quotePrice(market, witness.quoteAsset()));
            if (witness.maxDeviation() > e.limit) e.limit = witness.maxDeviation();
        }
    }

    function _readFeed(Evidence memory e, uint256 market, FeedWord feed) internal view {
        Reading memory r = e.feed;
        r.state = SourceState.Silent;
        if (!feed.isSet()) return;
        (bool usable, uint256 answer, uint256 updatedAt, uint256 round) = SourceReader.latestAnswer(feed.source());
        if (!usable) return;
        r.updatedAt = updatedAt;
        r.staleAfter = updatedAt + feed.heartbeat();
        r.state = SourceState.Stale;
        // forge-lint: disable-next-line(block-timestamp) — seconds of skew are nothing to a heartbeat
        if (block.timestamp > r.staleAfter) return;
        r.state = SourceState.OutOfBounds;
        if (!_isBelievable(feed, answer)) return;
        Base memory base;
        (base, e.baseGuarded) = _base(market, feed);
        r.state = SourceState.QuoteDown;
        if (base.mid == 0) return;

        (uint256 numerator, uint256 denominator) = _perBase(feed, answer, base.decimals);
        uint256 low = FixedPointMathLib.fullMulDiv(base.low, numerator, denominator);
        uint256 high = FixedPointMathLib.fullMulDivUp(base.high, numerator, denominator);
        r.state = SourceState.OutOfBounds;
        if (low == 0 || high > PriceMath.MAX_RAW) return;
        r.state = SourceState.Ok;
        (r.low, r.high) = (low, high);
        r.price = FixedPointMathLib.fullMulDiv(base.mid, numerator, denominator);
        // forge-lint: disable-next-line(block-timestamp) — as above
        if (feed.maxJump() != 0 && block.timestamp - updatedAt < QUARANTINE) _readJump(e, feed, answer, round, base);
    }

    /// @dev Compares the last answer with the one before it, which a feed keeps for nothing.
    function _readJump(Evidence memory e, FeedWord feed, uint256 answer, uint256 round, Base memory base) private view {
        // Nothing can have jumped before the first round of the first aggregator. The first round of another one has
        // no predecessor that could be asked for, and is doubted.
        bool isFirstOfPhase = uint64(round) <= 1;
        if (isFirstOfPhase && round >> 64 <= 1) return;
        bool usable;
        uint256 previous;
        if (!isFirstOfPhase) (usable, previous) = SourceReader.answerOf(feed.source(), round - 1);
        usable = usable && _isBelievable(feed, previous);
        if (usable) {
            if (PriceMath.deviation(answer, previous, PriceMath.BASIS) <= feed.maxJump()) return;
            (uint256 numerator, uint256 denominator) = _perBase(feed, previous, base.decimals);
            e.previous = FixedPointMathLib.fullMulDiv(base.mid, numerator, denominator);
        }
        e.jumped = true;
        e.maxJump = feed.maxJump();
        e.quarantineEnd = e.feed.updatedAt + QUARANTINE;
    }

    function _readPyth(Reading memory r, PythWord word, bytes32 id, uint256 tokenDecimals) internal view {
        r.state = SourceState.Silent;
        (bool usable, PythPrice memory p) = PythReader.read(PYTH, id);
        if (!usable) return;
        r.updatedAt = p.publishTime;
        r.staleAfter = p.publishTime + word.maxAge();
        r.confidence = (p.confidence * 1e18 + p.price - 1) / p.price;
        r.state = SourceState.Stale;
        // forge-lint: disable-next-line(block-timestamp) — seconds of skew are allowed by the reader
        if (block.timestamp > r.staleAfter) return;
        uint256 raw = p.raw(tokenDecimals);
        r.state = SourceState.OutOfBounds;
        if (raw < word.minRaw() || raw > word.maxRaw()) return;
        r.state = SourceState.Uncertain;
        if (r.confidence > word.maxConfidence() * 1e14) return;
        r.state = SourceState.Ok;
        (r.price, r.low, r.high) = (raw, raw, raw);
    }

    function _readPool(Reading memory r, WitnessWord witness, uint256 quoteRaw) private view {
        r.state = SourceState.QuoteDown;
        if (quoteRaw == 0) return;
        r.state = SourceState.Silent;
        (bool usable, int256 meanTick, uint256 liquidity) = _observe(witness);
        if (!usable) return;
        r.state = SourceState.Illiquid;
        if (liquidity < witness.minLiquidity()) return;
        uint256 raw = TickPrice.baseRaw(TickPrice.sqrtPriceAtTick(meanTick), quoteRaw, witness.baseIsToken0());
        r.state = SourceState.OutOfBounds;
        if (raw == 0 || raw > type(uint128).max) return;
        r.state = SourceState.Ok;
        (r.price, r.low, r.high) = (raw, raw, raw);
    }

    /// @dev The dollar, or all sources of the asset a ratio is quoted in: their doubts are the ratio's doubts.
    function _base(uint256 market, FeedWord feed) private view returns (Base memory base, bool guarded) {
        if (!feed.isRatio()) return (Base(DOLLAR, DOLLAR, DOLLAR, 0), false);
        FeedWord other = _source(market, feed.base()).feed;
        if (other.isRatio()) return (base, false); // ends the recursion, however the configuration came about
        Verdict memory v = PriceJudge.judge(_evidence(market, feed.base()));
        base = Base(v.low, v.mid, v.high, other.tokenDecimals());
        guarded = v.status == PriceStatus.Guarded;
    }

    function _isBelievable(FeedWord feed, uint256 answer) internal pure returns (bool) {
        return answer >= feed.minAnswer() && answer <= feed.maxAnswer();
    }

    /// @dev Raw price per raw price of the base, as a fraction: answer / 10^f tokens of the base, or that many tokens
    /// per token of the base. Decimals are at most 18, answers below 10^f · 10^18 for a ratio and below 2^127 for a
    /// USD feed: both parts are below 2^191 and their quotient with a price below 2^128 below 2^256.
    function _perBase(FeedWord feed, uint256 answer, uint256 baseDecimals)
        private
        pure
        returns (uint256 numerator, uint256 denominator)
    {
        (uint256 f, uint256 t) = (feed.feedDecimals(), feed.tokenDecimals());
        return
            feed.isInverse()
                ? (10 ** (f + baseDecimals), answer * 10 ** t)
                : (answer * 10 ** baseDecimals, 10 ** (f + t));
    }
}
