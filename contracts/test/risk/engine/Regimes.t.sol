// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {PriceStatus} from "../../../src/interfaces/IPriceOracle.sol";
import {
    REASON_CLIPS,
    REASON_CORRELATION,
    REASON_DEPTH,
    REASON_PRICE,
    REASON_STALE,
    REASON_VOLATILITY,
    Regime
} from "../../../src/interfaces/IRiskEngine.sol";
import {MarketRegime, Regimes, Signals} from "../../../src/risk/engine/Regimes.sol";

contract RegimesTest is Test {
    using Regimes for MarketRegime;

    function test_EachSignalAlone() public pure {
        Signals memory s = _calm();
        _assertJudged(s, Regime.Calm, 0);
        s.volatility = 1.4e18;
        _assertJudged(s, Regime.Calm, 0);
        s.volatility = 1.4e18 + 1;
        _assertJudged(s, Regime.Elevated, REASON_VOLATILITY);
        s.volatility = 2.1e18 + 1;
        _assertJudged(s, Regime.Stress, REASON_VOLATILITY);
        s = _calm();
        s.depth = 699;
        _assertJudged(s, Regime.Elevated, REASON_DEPTH);
        s.depth = 399;
        _assertJudged(s, Regime.Stress, REASON_DEPTH);
        s = _calm();
        s.clips = 1;
        _assertJudged(s, Regime.Elevated, REASON_CLIPS);
        s.clips = 3;
        _assertJudged(s, Regime.Stress, REASON_CLIPS);
        s = _calm();
        s.part = true;
        _assertJudged(s, Regime.Elevated, REASON_CORRELATION);
        s = _calm();
        s.status = PriceStatus.Guarded;
        _assertJudged(s, Regime.Elevated, REASON_PRICE);
        s.status = PriceStatus.Down;
        _assertJudged(s, Regime.Stress, REASON_PRICE);
        s = _calm();
        s.age = 6 hours + 1;
        _assertJudged(s, Regime.Elevated, REASON_STALE);
        s.age = 1 days + 1;
        _assertJudged(s, Regime.Stress, REASON_STALE);
    }

    /// @notice Unmeasured depth is no sign, and a stable token's whisper is none either.
    function test_NoSignals() public pure {
        Signals memory s = _calm();
        (s.depth, s.slowDepth) = (0, 0);
        (s.volatility, s.slowVolatility) = (0.1e18, 0.001e18);
        _assertJudged(s, Regime.Calm, 0);
    }

    /// @notice Two kinds of stress that do not follow from one another make a halt; nothing else does.
    function testFuzz_HaltNeedsTwoKinds(
        uint64 volatility,
        uint16 depth,
        uint8 clips,
        bool part,
        uint8 status,
        uint32 age
    ) public pure {
        Signals memory s = _calm();
        (s.volatility, s.depth, s.clips, s.part) = (volatility % 4e18, depth % 1_200, clips, part);
        (s.status, s.age) = (PriceStatus(status % 3), age);
        (Regime level, uint8 reasons) = Regimes.judge(s);
        uint256 kinds;
        if (s.volatility > 2.1e18) ++kinds;
        if (s.depth < 400) ++kinds;
        if (s.status == PriceStatus.Down) ++kinds;
        assertEq(level == Regime.Halt, kinds >= 2);
        assertEq(level == Regime.Calm, reasons == 0, "every level has a reason");
    }

    /// @notice Up at once; down a step at a time, after the clean time of the level, whoever looks how often.
    function testFuzz_Hysteresis(uint8[40] memory calls, uint16[40] memory waits) public pure {
        Regime level;
        uint256 cleanSince;
        uint256 time = 1_800_000_000;
        uint256 changedAt = time;
        for (uint256 i; i < 40; ++i) {
            time += waits[i];
            Regime called = Regime(calls[i] % 4);
            if (i % 3 != 0) called = Regime.Calm;
            Regime before = level;
            (level, cleanSince) = Regimes.next(level, cleanSince, called, time);
            assertGe(uint256(level), uint256(called), "never below what is called for");
            if (level < before) {
                assertEq(uint256(before) - uint256(level), 1, "a step at a time");
                assertGe(time - changedAt, before == Regime.Halt ? 1 hours : 6 hours, "after the clean time");
            }
            if (level != before || called >= before) changedAt = time;
            (Regime again,) = Regimes.next(level, cleanSince, called, time);
            assertEq(uint256(again), uint256(level), "twice in a block is once");
        }
    }

    /// @notice The packed market is an array of levels and reasons, and its regime is the highest.
    function testFuzz_MarketIsTheHighest(uint8[16] memory levels, uint8[16] memory reasons, uint8 asset) public pure {
        MarketRegime memory m = MarketRegime(0, 0, 1, 2, 0);
        uint256 highest;
        uint8 all;
        for (uint256 i; i < 16; ++i) {
            m.set(i, Regime(asset % 2 == 0 ? 3 : levels[i] % 4), ~reasons[i]); // what was there is replaced
            uint256 level = levels[i] % (1 + asset % 4);
            m.set(i, Regime(level), reasons[i]);
            if (level > highest) highest = level;
            all |= reasons[i];
        }
        for (uint256 i; i < 16; ++i) {
            assertEq(uint256(m.levelOf(i)), levels[i] % (1 + asset % 4));
            assertEq(m.reasonsOf(i), reasons[i]);
        }
        assertEq(uint256(m.regime()), highest);
        assertEq(m.allReasons(), all);
        assertEq(m.stressedAt, 1);
        assertEq(m.horizon, 2);
    }

    function testFuzz_LoosensADayAfterStress(uint32 stressedAt, uint32 wait, uint8 level) public pure {
        MarketRegime memory m = MarketRegime(0, 0, stressedAt, 0, 0);
        m.set(3, Regime(level % 4), 0);
        uint256 time = uint256(stressedAt) + wait;
        assertEq(m.mayLoosen(time), level % 4 < 2 && wait >= 1 days);
    }

    function _assertJudged(Signals memory s, Regime level, uint8 reasons) private pure {
        (Regime actual, uint8 why) = Regimes.judge(s);
        assertEq(uint256(actual), uint256(level));
        assertEq(why, reasons);
    }

    function _calm() private pure returns (Signals memory) {
        return Signals({
            volatility: 0.7e18,
            slowVolatility: 0.7e18,
            depth: 1_000,
            slowDepth: 1_000,
            clips: 0,
            part: false,
            status: PriceStatus.Ok,
            age: 1 hours
        });
    }
}
