// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReason, PriceStatus, SourceState} from "../../src/interfaces/IPriceOracle.sol";
import {Evidence, PriceJudge, Reading, Verdict} from "../../src/oracle/PriceJudge.sol";
import {PriceMath} from "../../src/oracle/PriceMath.sol";
import {Test} from "forge-std/Test.sol";

/// @notice What three sources mean together, against a plain reading of the rules.
contract PriceJudgeTest is Test {
    /// @notice Common case and general case are one rule: a feed alone or with a witness.
    function testFuzz_TheCommonCaseIsTheGeneralOne(uint256 feed, uint256 witness, uint16 limit, bool witnessed)
        public
        pure
    {
        feed = bound(feed, 0, PriceMath.MAX_RAW);
        witness = witnessed ? bound(witness, 0, type(uint128).max) : 0;
        limit = witnessed ? uint16(bound(limit, 10, 1000)) : 0;
        Evidence memory e;
        e.feed = _reading(feed, true);
        e.pool = _reading(witness, witnessed);
        e.limit = limit;
        Verdict memory v = PriceJudge.judge(e);
        (PriceStatus status, uint256 low, uint256 high) = PriceMath.judge(feed, witness, limit);
        assertEq(uint8(v.status), uint8(status), "114: status");
        assertEq(v.low, low, "low");
        assertEq(v.high, high, "high");
        if (status == PriceStatus.Ok) assertEq(v.mid, (low + high) / 2, "mid");
        else assertEq(v.mid, feed, "the primary is shown");
    }

    function testFuzz_ThreeSources(uint256[3] memory prices, uint16 limit, uint8 configured, bool near) public pure {
        limit = uint16(bound(limit, 10, 1000));
        prices[0] = bound(prices[0], 0, PriceMath.MAX_RAW);
        for (uint256 i = 1; i < 3; i++) {
            // half of the runs around the limit, half anywhere
            uint256 highest = near ? prices[0] + prices[0] / 5 : PriceMath.MAX_RAW;
            prices[i] = bound(prices[i], near ? prices[0] * 4 / 5 : 0, highest);
        }
        Evidence memory e;
        e.feed = _reading(prices[0], true);
        e.pyth = _reading(prices[1], configured & 1 != 0);
        e.pool = _reading(prices[2], configured & 2 != 0);
        e.limit = limit;
        if (configured & 1 == 0) prices[1] = 0;
        if (configured & 2 == 0) prices[2] = 0;
        Verdict memory v = PriceJudge.judge(e);

        if (prices[0] == 0 && prices[1] == 0) {
            assertEq(uint8(v.status), uint8(PriceStatus.Down), "114: a witness alone is no price");
            assertEq(v.low + v.mid + v.high, 0, "no price");
            return;
        }
        (uint256 least, uint256 median, uint256 most, uint256 count) = _order(prices);
        bool silent =
            prices[0] == 0 || (configured & 1 != 0 && prices[1] == 0) || (configured & 2 != 0 && prices[2] == 0);
        bool apart = (most - least) * 1e4 > least * limit;
        assertEq(v.status == PriceStatus.Ok, !silent && !apart, "114: ok only if all agree");
        assertEq(v.reasons & PriceReason.DEVIATION != 0, apart, "reason");
        if (count == 3 || (count == 2 && !apart)) assertEq(v.mid, median, "median of the fresh");
        else assertEq(v.mid, prices[0] != 0 ? prices[0] : prices[1], "the primary");
        if (silent) {
            uint256 below = v.mid * (1e4 - limit) / 1e4;
            uint256 above = (v.mid * (1e4 + limit) + 9_999) / 1e4;
            assertEq(v.low, below < least ? below : least, "a silent source disagrees by the limit");
            assertEq(v.high, above > most ? above : most, "a silent source disagrees by the limit");
        } else {
            assertEq(v.low, least, "the lowest");
            assertEq(v.high, most, "the highest");
        }
        assertEq(v.deviation, PriceMath.deviation(least, most, 1e18));
    }

    /// @notice A jump is doubted between the old and the new price, unless a second source stands by the new one.
    function testFuzz_Jump(uint256 price, uint256 previous, uint256 second, bool byPyth, uint16 limit) public pure {
        price = bound(price, 1e6, PriceMath.MAX_RAW / 2);
        previous = bound(previous, 1e6, PriceMath.MAX_RAW / 2);
        second = bound(second, 0, 1) * bound(second, price * 8 / 10, price * 12 / 10);
        limit = uint16(bound(limit, 10, 1000));
        Evidence memory e;
        e.feed = _reading(price, true);
        if (byPyth) e.pyth = _reading(second, second != 0);
        else e.pool = _reading(second, second != 0);
        e.limit = limit;
        (e.jumped, e.maxJump, e.previous) = (true, 600, previous);
        Verdict memory v = PriceJudge.judge(e);
        (uint256 least, uint256 most) = price < second ? (price, second) : (second, price);
        bool confirmed = second != 0 && (most - least) * 1e4 <= least * limit;
        assertEq(v.reasons & PriceReason.JUMP != 0, !confirmed, "confirmed by a second source only");
        if (confirmed) return;
        assertEq(uint8(v.status), uint8(PriceStatus.Guarded));
        assertLe(v.low, previous, "between the old price and the new one");
        assertGe(v.high, previous, "between the old price and the new one");
        assertLe(v.low, price);
        assertGe(v.high, price);
    }

    function testFuzz_BoundsAlwaysFitAPriceWord(uint256[3] memory prices, uint64 confidence, uint256 flags)
        public
        pure
    {
        Evidence memory e;
        e.feed = _reading(bound(prices[0], 0, PriceMath.MAX_RAW), true);
        e.pyth = _reading(bound(prices[1], 0, PriceMath.MAX_RAW), flags & 1 != 0);
        e.pool = _reading(bound(prices[2], 0, type(uint128).max), flags & 2 != 0);
        e.pyth.confidence = bound(confidence, 0, 0.05e18);
        e.limit = flags & 3 == 0 ? 0 : 1000;
        (e.jumped, e.maxJump, e.baseGuarded) = (flags & 4 != 0, 4000, flags & 8 != 0);
        e.previous = flags & 16 == 0 ? 0 : PriceMath.MAX_RAW;
        e.unsettled = flags & 32 != 0;
        Verdict memory v = PriceJudge.judge(e);
        assertLe(v.high, type(uint128).max, "117: fits");
        assertLe(v.low, v.mid);
        assertLe(v.mid, v.high);
        assertEq(v.status == PriceStatus.Ok, v.reasons == 0 && v.mid != 0, "guarded for a reason");
    }

    function _reading(uint256 price, bool configured) private pure returns (Reading memory r) {
        if (!configured) return r;
        r.state = price == 0 ? SourceState.Silent : SourceState.Ok;
        (r.price, r.low, r.high) = (price, price, price);
    }

    /// @dev Of those that are not 0.
    function _order(uint256[3] memory p) private pure returns (uint256 least, uint256 median, uint256 most, uint256 n) {
        least = type(uint256).max;
        uint256 sum;
        for (uint256 i; i < 3; i++) {
            if (p[i] == 0) continue;
            (n, sum) = (n + 1, sum + p[i]);
            if (p[i] < least) least = p[i];
            if (p[i] > most) most = p[i];
        }
        median = n == 3 ? sum - least - most : n == 2 ? sum / 2 : sum;
    }
}
