// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {PriceMath} from "../../src/oracle/PriceMath.sol";
import {Test} from "forge-std/Test.sol";

contract PriceMathTest is Test {
    /// @notice 0 to 27 decimals on both sides, no overflow, and the value of a whole token is its price.
    function testFuzz_RawPriceInAllDecimals(uint8 tokenDecimals, uint8 feedDecimals, uint256 answer) public pure {
        uint256 t = bound(tokenDecimals, 0, 27);
        uint256 f = bound(feedDecimals, 0, 27);
        uint256 highest = PriceMath.maxAnswer(t, f);
        answer = bound(answer, 0, highest);
        uint256 raw = PriceMath.rawFromAnswer(answer, t, f);
        assertLe(raw, PriceMath.MAX_RAW);
        // raw = answer · 10^(36 − t − f), down; checked by cross-multiplication
        if (t + f <= 36) {
            assertEq(raw, answer * 10 ** (36 - t - f));
        } else {
            assertLe(raw * 10 ** (t + f - 36), answer);
            assertGt((raw + 1) * 10 ** (t + f - 36), answer);
        }
    }

    function testFuzz_MaxAnswerIsTheHighest(uint8 tokenDecimals, uint8 feedDecimals) public pure {
        uint256 t = bound(tokenDecimals, 0, 27);
        uint256 f = bound(feedDecimals, 0, 27);
        uint256 highest = PriceMath.maxAnswer(t, f);
        assertLe(PriceMath.rawFromAnswer(highest, t, f), PriceMath.MAX_RAW);
        if (t + f <= 36) assertGt((highest + 1) * 10 ** (36 - t - f), PriceMath.MAX_RAW);
    }

    function testFuzz_WadInAllDecimals(uint8 tokenDecimals, uint128 raw) public pure {
        uint256 t = bound(tokenDecimals, 0, 27);
        uint256 wad = PriceMath.wadFromRaw(raw, t);
        assertLe(wad * 10 ** 18, uint256(raw) * 10 ** t);
        assertGt((wad + 1) * 10 ** 18, uint256(raw) * 10 ** t);
    }

    /// @notice Of one state only, bounds ordered and around the primary, which fits a price word in every state.
    function testFuzz_Judge(uint256 primary, uint256 witness, uint16 limit) public pure {
        primary = bound(primary, 0, PriceMath.MAX_RAW);
        witness = bound(witness, 0, type(uint128).max);
        limit = uint16(bound(limit, 0, 1000));
        (PriceStatus status, uint256 low, uint256 high) = PriceMath.judge(primary, witness, limit);
        assertLe(low, primary);
        assertGe(high, primary);
        assertLe(high, type(uint128).max);
        assertEq(status == PriceStatus.Down, primary == 0);
        if (primary == 0) {
            assertEq(high, 0);
        } else if (limit == 0) {
            assertEq(high - low, 0);
            assertEq(uint8(status), uint8(PriceStatus.Ok));
        } else if (witness == 0) {
            assertEq(uint8(status), uint8(PriceStatus.Guarded));
            assertEq(low, primary * (1e4 - limit) / 1e4);
            assertEq(high, (primary * (1e4 + limit) + 9_999) / 1e4);
        } else {
            assertEq(low + high, primary + witness, "the two sources");
            assertEq(status == PriceStatus.Ok, PriceMath.deviation(primary, witness, 1e4) <= limit);
        }
    }

    /// @notice The exact edge: one raw unit decides.
    function testFuzz_JudgeAtTheLimit(uint256 low, uint16 limit, bool primaryIsLow) public pure {
        limit = uint16(bound(limit, 10, 1000));
        low = bound(low, 1e4, 1e36) / 1e4 * 1e4;
        uint256 edge = low + low * limit / 1e4;
        assertEq(uint8(_status(low, edge, limit, primaryIsLow)), uint8(PriceStatus.Ok));
        assertEq(uint8(_status(low, edge + 1, limit, primaryIsLow)), uint8(PriceStatus.Guarded));
    }

    function _status(uint256 low, uint256 high, uint256 limit, bool primaryIsLow)
        private
        pure
        returns (PriceStatus status)
    {
        (status,,) = primaryIsLow ? PriceMath.judge(low, high, limit) : PriceMath.judge(high, low, limit);
    }
}
