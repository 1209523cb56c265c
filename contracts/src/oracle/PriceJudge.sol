// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceReason, PriceStatus, SourceState} from "../interfaces/IPriceOracle.sol";
import {PriceMath} from "./PriceMath.sol";

/// @notice One source of one asset. Prices are raw (see `PriceMath`) and 0 unless the source is `Ok`.
/// @param low, high The price with what rounding and a base of its own leave open.
/// @param confidence Relative [wad], rounded up.
struct Reading {
    SourceState state;
    uint256 price;
    uint256 low;
    uint256 high;
    uint256 confidence;
    uint256 updatedAt;
    uint256 staleAfter;
}

/// @notice All that is known about the price of one asset.
/// @param limit Distance at which the sources disagree [1e-4]; 0 with a feed alone.
/// @param jumped Whether the last round of the feed is young and moved by more than `maxJump` [1e-4].
/// @param previous Raw price before that round; 0 if it is not known.
/// @param quarantineEnd [unix seconds]
/// @param baseGuarded Whether the asset a ratio is quoted in is guarded.
/// @param unsettled Whether the sequencer is down, or was until a moment ago.
struct Evidence {
    Reading feed;
    Reading pyth;
    Reading pool;
    uint256 limit;
    bool jumped;
    uint256 maxJump;
    uint256 previous;
    uint256 quarantineEnd;
    bool baseGuarded;
    bool unsettled;
}

/// @param deviation Distance of the lowest and the highest source [wad].
struct Verdict {
    PriceStatus status;
    uint256 low;
    uint256 mid;
    uint256 high;
    uint256 reasons;
    uint256 deviation;
}

/// @title What all sources of an asset mean together
/// @notice `PriceMath.judge` is the same for the common case, a feed alone or with a witness.
library PriceJudge {
    using PriceMath for uint256;

    /// @dev Doubt where an asset has one source and therefore no limit [1e-4].
    uint256 internal constant LONE_LIMIT = 200;

    /// @dev Live sources in ascending order of price.
    struct Live {
        uint256 count;
        uint256[3] prices;
        uint256 confidence;
    }

    function judge(Evidence memory e) internal pure returns (Verdict memory v) {
        Live memory live;
        v.low = type(uint256).max;
        _hear(v, live, e.feed, PriceReason.FEED);
        _hear(v, live, e.pyth, PriceReason.PYTH);
        _hear(v, live, e.pool, PriceReason.WITNESS);
        bool silent = v.reasons != 0;
        if (e.feed.state != SourceState.Ok && e.pyth.state != SourceState.Ok) {
            // a witness confirms a price, it is none
            return Verdict(PriceStatus.Down, 0, 0, 0, v.reasons, 0);
        }

        uint256 lowest = live.prices[0];
        uint256 highest = live.prices[live.count - 1];
        v.deviation = lowest.deviation(highest, 1e18);
        bool apart = (highest - lowest) * PriceMath.BASIS > lowest * e.limit;
        if (apart) v.reasons |= PriceReason.DEVIATION;
        v.mid = _mid(e, live, apart);

        // A silent source counts as one that disagrees by the limit, in whichever direction hurts.
        if (silent) _widen(v, v.mid, e.limit);
        if (e.jumped && !_confirmed(e)) {
            v.reasons |= PriceReason.JUMP;
            // An unknown previous price is one that would just not have been a jump.
            if (e.previous == 0) _widen(v, e.feed.price, e.maxJump);
            else _include(v, e.previous, e.previous);
        }
        if (e.baseGuarded && e.feed.state == SourceState.Ok) v.reasons |= PriceReason.BASE;
        if (e.unsettled) {
            v.reasons |= PriceReason.SEQUENCER;
            uint256 limit = e.limit == 0 ? LONE_LIMIT : e.limit;
            _include(v, _below(v.low, limit), _above(v.high, limit));
        }
        if (live.confidence != 0) {
            v.low -= _portionUp(v.low, live.confidence);
            v.high += _portionUp(v.high, live.confidence);
        }
        // an upper bound that does not fit its half of the price word is no bound that the engine could use
        if (v.high > type(uint128).max) v.high = type(uint128).max;
        v.status = v.reasons == 0 ? PriceStatus.Ok : PriceStatus.Guarded;
    }

    function _hear(Verdict memory v, Live memory live, Reading memory r, uint256 reason) private pure {
        if (r.state == SourceState.Absent) return;
        if (r.state != SourceState.Ok) {
            v.reasons |= reason;
            return;
        }
        _include(v, r.low, r.high);
        if (r.confidence > live.confidence) live.confidence = r.confidence;
        uint256 place = live.count++;
        for (; place > 0 && live.prices[place - 1] > r.price; place--) {
            live.prices[place] = live.prices[place - 1];
        }
        live.prices[place] = r.price;
    }

    /// @dev The median. Two sources that disagree have none that either would sign: then the primary.
    function _mid(Evidence memory e, Live memory live, bool apart) private pure returns (uint256) {
        if (live.count != 2) return live.prices[live.count >> 1];
        if (apart) return e.feed.state == SourceState.Ok ? e.feed.price : e.pyth.price;
        return (live.prices[0] + live.prices[1]) / 2;
    }

    function _confirmed(Evidence memory e) private pure returns (bool) {
        return _agrees(e.feed.price, e.pyth, e.limit) || _agrees(e.feed.price, e.pool, e.limit);
    }

    function _agrees(uint256 price, Reading memory r, uint256 limit) private pure returns (bool) {
        if (r.state != SourceState.Ok || price == 0) return false;
        (uint256 low, uint256 high) = price < r.price ? (price, r.price) : (r.price, price);
        return (high - low) * PriceMath.BASIS <= low * limit;
    }

    function _widen(Verdict memory v, uint256 price, uint256 limit) private pure {
        _include(v, _below(price, limit), _above(price, limit));
    }

    function _include(Verdict memory v, uint256 low, uint256 high) private pure {
        if (low < v.low) v.low = low;
        if (high > v.high) v.high = high;
    }

    function _below(uint256 price, uint256 limit) private pure returns (uint256) {
        return price * (PriceMath.BASIS - limit) / PriceMath.BASIS;
    }

    function _above(uint256 price, uint256 limit) private pure returns (uint256) {
        return (price * (PriceMath.BASIS + limit) + PriceMath.BASIS - 1) / PriceMath.BASIS;
    }

    function _portionUp(uint256 price, uint256 portion) private pure returns (uint256) {
        return (price * portion + 1e18 - 1) / 1e18;
    }
}
