// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {POSITION_DEPTHS} from "../core/types/MarketWord.sol";
import {RiskParameters, RiskState} from "../interfaces/IMarginEngine.sol";
import {IRiskEngine, REASON_COOLING, REASON_CORRELATION, Regime, RiskRails} from "../interfaces/IRiskEngine.sol";
import {RiskMath} from "./RiskMath.sol";
import {Glide} from "./engine/Glide.sol";
import {MarketRegime, Regimes, Signals} from "./engine/Regimes.sol";
import {RiskRecords} from "./engine/RiskRecords.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title Risk engine
/// @notice `docs/risk-engine.md`. In short: a tighter `v` is written at once, and the engine lets it reach open positions
/// on its ramp; depth and correlations are one word for all positions, so they glide here; caps fall at once. Nothing
/// loosens in stress or within a day of it. The oracles are ours and fixed; what they read may be hostile.
contract RiskEngine is RiskRecords {
    using Regimes for MarketRegime;

    /// @dev What one refresh reads and decides, by memory: the stack holds sixteen.
    struct Round {
        uint16 market;
        uint8 asset;
        uint256 volatility;
        uint256 depth; // USD, inside the rails
        bool mayLoosen;
        bool halted;
        bool hedgeless;
        uint256 elapsed;
        uint256 margin;
        uint128 correlations;
        bool part;
    }

    constructor(address authority, address engine, address volatilityOracle, address depthOracle)
        RiskRecords(authority, engine, volatilityOracle, depthOracle)
    {}

    /* ANYONE */

    /// @inheritdoc IRiskEngine
    function refresh(uint16 market, uint8 asset) external {
        RiskRails memory rails = _rails[_id(market, asset)];
        require(rails.multiple != 0, RailsNotSet(market, asset));
        Asset memory a = _assets[_id(market, asset)];
        RiskState memory risk = ENGINE.risk(market, asset);

        Round memory r;
        (r.market, r.asset, r.elapsed) = (market, asset, block.timestamp - a.refreshedAt);
        r.volatility = _volatility(a.token);
        r.depth = DEPTH_ORACLE.depth(a.token);
        r.part = _anyPart(r, a.token);
        a.slowVolatility = uint64(Glide.average(a.slowVolatility, r.volatility, r.elapsed));
        _updateRegime(r, a);

        r.depth = FixedPointMathLib.clamp(r.depth, rails.depthFloor, rails.depthCap);
        r.margin = _margin(r, rails, risk.targetMargin / 1e14);
        uint256 written = a.depth / MICRO;
        a.depth = uint64(Glide.depth(a.depth, r.depth * MICRO, r.elapsed, r.mayLoosen));
        r.correlations = _correlations(r, a, rails, risk);
        uint256 capBefore = a.debtCap;
        _updateDebtCap(r, a, rails);
        // forge-lint: disable-next-line(unsafe-typecast) — until 2106, like every time of the engine
        a.refreshedAt = uint32(block.timestamp);
        _assets[_id(market, asset)] = a;
        emit Refresh(
            market, asset, msg.sender, r.volatility, r.margin, a.depth, r.correlations, a.debtCap, a.debtCeiling
        );
        bool same = a.depth / MICRO == written && r.margin * 1e14 == risk.targetMargin;
        if (!same || r.correlations != risk.correlations) _write(r, a, risk);
        if (a.debtCap != capBefore) ENGINE.setDebtCap(market, asset, a.debtCap);
        _limitOpenings(r, a.depth / MICRO);
    }

    /* REFRESHING */

    /// @dev Level of the asset, regime of the market, and what follows from them.
    function _updateRegime(Round memory r, Asset memory a) private {
        MarketRegime memory m = _markets[r.market];
        (Regime called, uint8 reasons) = Regimes.judge(
            Signals({
                volatility: r.volatility,
                slowVolatility: a.slowVolatility,
                depth: r.depth,
                slowDepth: DEPTH_ORACLE.slowDepth(a.token),
                clips: VOLATILITY_ORACLE.clips(a.token),
                part: r.part,
                status: ORACLE.report(r.market, r.asset).status,
                age: FixedPointMathLib.zeroFloorSub(block.timestamp, VOLATILITY_ORACLE.lastPoke(a.token))
            })
        );
        (Regime level, uint256 cleanSince) = Regimes.next(m.levelOf(r.asset), a.cleanSince, called, block.timestamp);
        if (level > called) reasons |= REASON_COOLING;
        a.cleanSince = uint32(cleanSince);
        bool changed = level != m.levelOf(r.asset) || reasons != m.reasonsOf(r.asset);
        Regime before = m.regime();
        m.set(r.asset, level, reasons);
        if (m.regime() != before) m.changedAt = uint32(block.timestamp);
        if (m.regime() >= Regime.Stress) m.stressedAt = uint32(block.timestamp);
        _markets[r.market] = m;
        if (changed) emit SetRegime(r.market, r.asset, level, reasons, m.regime());
        r.mayLoosen = m.mayLoosen(block.timestamp);
        r.halted = m.regime() == Regime.Halt;
        r.hedgeless = m.regime() >= Regime.Stress || m.allReasons() & REASON_CORRELATION != 0;
    }

    /// @dev A halt, and credit that is gone, reach new positions at once and end with their reasons; the position cap
    /// falls at once with what is measured and rises with the depth on its glide.
    function _limitOpenings(Round memory r, uint256 glided) private {
        uint256 cap = POSITION_DEPTHS * FixedPointMathLib.min(r.depth, glided);
        (uint256 capBefore, bool halted, bool hedgeless) = ENGINE.openingLimits(r.market, r.asset);
        // what the engine keeps of a cap is rounded down: the same cap again is no change
        bool same = capBefore <= cap && cap - capBefore <= cap / 64;
        if (same && halted == r.halted && hedgeless == r.hedgeless) return;
        ENGINE.setOpeningLimits(r.market, r.asset, cap, r.halted, r.hedgeless);
    }

    /// @param current Target that is in force [1e-4].
    function _margin(Round memory r, RiskRails memory rails, uint256 current) private view returns (uint256 margin) {
        margin = _target(r.market, r.asset, rails, r.volatility);
        if (margin < current && !r.mayLoosen) {
            margin = FixedPointMathLib.clamp(current, rails.marginFloor, rails.marginCap);
        }
    }

    /// @dev Each pair belongs to the refresh of its higher index: with two owners it would move twice as fast.
    function _correlations(Round memory r, Asset memory a, RiskRails memory rails, RiskState memory risk)
        private
        view
        returns (uint128 row)
    {
        row = risk.correlations;
        uint256 units = _units(a, rails.marginCap, risk.maintenanceMargin);
        for (uint256 i; i < r.asset; ++i) {
            uint256 shift = i << 3;
            uint256 target = _usable(r.market, i, a.token, rails);
            uint256 to = Glide.correlation(uint8(row >> shift), target, units, r.mayLoosen);
            row = uint128((row & ~(uint256(255) << shift)) | (to << shift));
        }
    }

    /// @dev Time that was not enough for a whole unit is kept, so that frequent calls do not stop the glide.
    /// @param margin Volatility margin in force: above its cap for a while after that was lowered [wad].
    function _units(Asset memory a, uint256 marginCap, uint256 margin) private view returns (uint256 units) {
        uint256 unit = Glide.correlationUnit(FixedPointMathLib.max(marginCap, RiskMath.toBasisUp(margin)));
        uint256 since = FixedPointMathLib.max(a.correlationsAt, block.timestamp - Glide.BANK);
        units = (block.timestamp - since) / unit;
        a.correlationsAt = uint32(since + units * unit);
    }

    /// @dev `ρ̂` of a pair; none while its correlations part [1/256].
    function _usable(uint16 market, uint256 other, address token, RiskRails memory rails)
        private
        view
        returns (uint256)
    {
        uint256 cap = FixedPointMathLib.min(rails.correlationCap, _rails[_id(market, other)].correlationCap);
        address otherToken = _assets[_id(market, other)].token;
        if (cap == 0 || VOLATILITY_ORACLE.correlationsPart(token, otherToken)) return 0;
        uint256 usable = RiskMath.usableCorrelations(VOLATILITY_ORACLE.correlation(token, otherToken));
        return FixedPointMathLib.min(usable, cap);
    }

    function _anyPart(Round memory r, address token) private view returns (bool) {
        if (_rails[_id(r.market, r.asset)].correlationCap == 0) return false;
        for (uint256 i; i < r.asset; ++i) {
            if (_rails[_id(r.market, i)].correlationCap == 0) continue;
            if (VOLATILITY_ORACLE.correlationsPart(token, _assets[_id(r.market, i)].token)) return true;
        }
        return false;
    }

    /// @dev Without a price the cap stays: the engine lends nothing of an asset without one.
    function _updateDebtCap(Round memory r, Asset memory a, RiskRails memory rails) private view {
        uint256 price = uint128(ORACLE.openingPrices(r.market, uint16(1 << r.asset))[r.asset]);
        uint256 wanted = a.debtCap;
        if (price != 0) {
            // USD wad · 1e18 / price are token units; the higher price makes them fewer
            wanted = FixedPointMathLib.fullMulDiv(r.depth * rails.debtDepths, 1e36, price);
        }
        wanted = FixedPointMathLib.min(wanted, rails.debtCap);
        (uint256 cap, uint256 ceiling) =
            Glide.debtCap(a.debtCap, a.debtCeiling, wanted, rails.debtCap, r.elapsed, r.mayLoosen);
        (a.debtCap, a.debtCeiling) = (uint128(cap), uint128(ceiling));
    }

    /// @dev The penalty is passed on as it is.
    function _write(Round memory r, Asset memory a, RiskState memory risk) private {
        ENGINE.setRiskParameters(
            r.market,
            r.asset,
            RiskParameters(uint16(r.margin), uint16(risk.penalty / 1e14), uint64(a.depth / MICRO), r.correlations)
        );
    }
}
