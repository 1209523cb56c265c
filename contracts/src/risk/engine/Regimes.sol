// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceStatus} from "../../interfaces/IPriceOracle.sol";
import {
    REASON_CLIPS,
    REASON_COOLING,
    REASON_CORRELATION,
    REASON_DEPTH,
    REASON_PRICE,
    REASON_STALE,
    REASON_VOLATILITY,
    Regime
} from "../../interfaces/IRiskEngine.sol";

/// @notice What is looked at to tell how nervous an asset is.
/// @param volatility, slowVolatility Forecast, and its average over a week [wad].
/// @param depth, slowDepth Depth, and what it usually is [USD]; 0 if it is not measured.
/// @param clips Samples in a row whose return was clipped.
/// @param part Whether the correlations of a pair of it part.
/// @param status What the price oracle says.
/// @param age Time since the price was last sampled [seconds].
struct Signals {
    uint256 volatility;
    uint256 slowVolatility;
    uint256 depth;
    uint256 slowDepth;
    uint256 clips;
    bool part;
    PriceStatus status;
    uint256 age;
}

/// @notice Levels and reasons of the assets of one market, and when there was stress last. One slot:
///   levels 16 × 2 | reasons 16 × 8 | stressedAt 32 | horizon 32 | changedAt 32 = 256
struct MarketRegime {
    uint32 levels;
    uint128 reasons;
    uint32 stressedAt;
    uint32 horizon;
    uint32 changedAt;
}

/// @title Regimes: entered at once, left step by step
library Regimes {
    uint256 internal constant CLEAN_TIME = 6 hours;
    uint256 internal constant CLEAN_TIME_OF_HALT = 1 hours;
    uint256 internal constant LOOSEN_AFTER = 1 days;
    uint256 internal constant OLD_SAMPLE = 6 hours;
    uint256 internal constant VERY_OLD_SAMPLE = 1 days;
    uint256 internal constant MANY_CLIPS = 3;
    /// @dev A stable token that trebles from 1 % to 3 % a year alarms nobody [wad].
    uint256 internal constant MIN_VOLATILITY = 0.05e18;

    /// @notice What the signals alone call for.
    function judge(Signals memory s) internal pure returns (Regime level, uint8 reasons) {
        uint256 kinds; // of stress that have nothing to do with one another: two of them are not a coincidence
        uint256 worst;
        (worst, reasons) = _raise(worst, reasons, REASON_VOLATILITY, _volatility(s));
        if (_volatility(s) == 2) ++kinds;
        (worst, reasons) = _raise(worst, reasons, REASON_DEPTH, _depth(s));
        if (_depth(s) == 2) ++kinds;
        (worst, reasons) = _raise(worst, reasons, REASON_PRICE, uint256(s.status));
        if (s.status == PriceStatus.Down) ++kinds;
        (worst, reasons) = _raise(worst, reasons, REASON_CLIPS, s.clips >= MANY_CLIPS ? 2 : s.clips == 0 ? 0 : 1);
        (worst, reasons) = _raise(worst, reasons, REASON_CORRELATION, s.part ? 1 : 0);
        (worst, reasons) =
            _raise(worst, reasons, REASON_STALE, s.age > VERY_OLD_SAMPLE ? 2 : s.age > OLD_SAMPLE ? 1 : 0);
        level = kinds >= 2 ? Regime.Halt : Regime(worst);
    }

    /// @notice Level after a look: up at once, down by one step after a time without reason for it.
    /// @param cleanSince When the reason for the level went away; 0 while it is there [unix seconds].
    function next(Regime level, uint256 cleanSince, Regime called, uint256 time)
        internal
        pure
        returns (Regime, uint256)
    {
        if (called >= level) return (called, 0);
        if (cleanSince == 0) return (level, time);
        if (time - cleanSince < (level == Regime.Halt ? CLEAN_TIME_OF_HALT : CLEAN_TIME)) return (level, cleanSince);
        level = Regime(uint256(level) - 1);
        return (level, level > called ? time : 0);
    }

    /* THE MARKET */

    function levelOf(MarketRegime memory m, uint256 asset) internal pure returns (Regime) {
        return Regime((m.levels >> (2 * asset)) & 3);
    }

    function reasonsOf(MarketRegime memory m, uint256 asset) internal pure returns (uint8) {
        // forge-lint: disable-next-line(unsafe-typecast) — takes one byte
        return uint8(m.reasons >> (8 * asset));
    }

    function set(MarketRegime memory m, uint256 asset, Regime level, uint8 reasons) internal pure {
        m.levels = uint32((m.levels & ~(3 << (2 * asset))) | (uint256(level) << (2 * asset)));
        m.reasons = uint128((m.reasons & ~(255 << (8 * asset))) | (uint256(reasons) << (8 * asset)));
    }

    /// @notice The highest level of an asset is that of the market.
    function regime(MarketRegime memory m) internal pure returns (Regime) {
        uint256 high = m.levels & 0xaaaaaaaa;
        if (high & (uint256(m.levels) << 1) != 0) return Regime.Halt;
        if (high != 0) return Regime.Stress;
        return m.levels != 0 ? Regime.Elevated : Regime.Calm;
    }

    function allReasons(MarketRegime memory m) internal pure returns (uint8 reasons) {
        for (uint256 i; i < 16; ++i) {
            reasons |= reasonsOf(m, i);
        }
    }

    function mayLoosen(MarketRegime memory m, uint256 time) internal pure returns (bool) {
        return regime(m) < Regime.Stress && time >= m.stressedAt + LOOSEN_AFTER;
    }

    /* SIGNALS: 0 nothing, 1 elevated, 2 stress */

    /// @dev Twice and three times the weekly average.
    function _volatility(Signals memory s) private pure returns (uint256) {
        uint256 usual = s.slowVolatility > MIN_VOLATILITY ? s.slowVolatility : MIN_VOLATILITY;
        if (s.volatility > 3 * usual) return 2;
        return s.volatility > 2 * usual ? 1 : 0;
    }

    /// @dev Below 70 % and 40 % of what is usual.
    function _depth(Signals memory s) private pure returns (uint256) {
        if (s.depth * 10 < s.slowDepth * 4) return 2;
        return s.depth * 10 < s.slowDepth * 7 ? 1 : 0;
    }

    function _raise(uint256 worst, uint8 reasons, uint8 reason, uint256 signal) private pure returns (uint256, uint8) {
        return (signal > worst ? signal : worst, signal == 0 ? reasons : reasons | reason);
    }
}
