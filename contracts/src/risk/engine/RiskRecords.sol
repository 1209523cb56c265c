// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDepthOracle} from "../../interfaces/IDepthOracle.sol";
import {IMarginEngine, RiskParameters, RiskState} from "../../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../../interfaces/IPriceOracle.sol";
import {IRiskEngine, Regime, RiskAsset, RiskRails} from "../../interfaces/IRiskEngine.sol";
import {IVolatilityOracle} from "../../interfaces/IVolatilityOracle.sol";
import {RiskMath} from "../RiskMath.sol";
import {RailBounds} from "./RailBounds.sol";
import {MarketRegime, Regimes} from "./Regimes.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @title What the risk engine remembers, what governance decides of it, and what anyone may read
abstract contract RiskRecords is IRiskEngine, AccessManaged {
    using Regimes for MarketRegime;

    /// @dev Packed: 64 + 64 + 4 · 32 = 256 | 128 + 128 = 256 | 160.
    struct Asset {
        uint64 depth; // 1e-6 USD
        uint64 slowVolatility; // wad
        uint32 refreshedAt;
        uint32 correlationsAt; // up to where time was used for correlations
        uint32 cleanSince;
        uint32 penaltyAt;
        uint128 debtCap;
        uint128 debtCeiling;
        address token;
    }

    uint256 internal constant MICRO = 1e6;

    IMarginEngine public immutable ENGINE;
    IPriceOracle public immutable ORACLE;
    IVolatilityOracle public immutable VOLATILITY_ORACLE;
    IDepthOracle public immutable DEPTH_ORACLE;

    mapping(uint256 market => MarketRegime) internal _markets;
    /// @dev By `market << 8 | asset`.
    mapping(uint256 id => RiskRails) internal _rails;
    mapping(uint256 id => Asset) internal _assets;

    constructor(address authority, address engine, address volatilityOracle, address depthOracle)
        AccessManaged(authority)
    {
        ENGINE = IMarginEngine(engine);
        ORACLE = IPriceOracle(ENGINE.ORACLE());
        VOLATILITY_ORACLE = IVolatilityOracle(volatilityOracle);
        DEPTH_ORACLE = IDepthOracle(depthOracle);
    }

    /* GOVERNANCE */

    /// @inheritdoc IRiskEngine
    function setHorizon(uint16 market, uint32 horizon) external restricted {
        RailBounds.within("horizon", horizon, RailBounds.MIN_HORIZON, RailBounds.MAX_HORIZON);
        _markets[market].horizon = horizon;
        emit SetHorizon(market, horizon);
    }

    /// @inheritdoc IRiskEngine
    function setRails(uint16 market, uint8 asset, RiskRails calldata rails) external restricted {
        RailBounds.check(rails);
        Asset storage a = _assets[_id(market, asset)];
        RiskState memory risk = ENGINE.risk(market, asset); // refuses what is not listed
        if (a.token == address(0)) _begin(a, market, asset, risk, rails.debtCap);
        _rails[_id(market, asset)] = rails;
        emit SetRails(market, asset, rails);
        _movePenalty(a, market, asset, risk, rails.penalty);
    }

    /* VIEWS */

    /// @inheritdoc IRiskEngine
    function volatilityMargin(uint16 market, uint8 asset) public view returns (uint256) {
        RiskRails memory rails = _rails[_id(market, asset)];
        require(rails.multiple != 0, RailsNotSet(market, asset));
        return _target(market, asset, rails, _volatility(_assets[_id(market, asset)].token));
    }

    /// @inheritdoc IRiskEngine
    function debtCap(uint16 market, uint8 asset) external view returns (uint256) {
        return _assets[_id(market, asset)].debtCap;
    }

    /// @inheritdoc IRiskEngine
    function regime(uint16 market) external view returns (Regime, uint8) {
        MarketRegime memory m = _markets[market];
        return (m.regime(), m.allReasons());
    }

    /// @inheritdoc IRiskEngine
    function regimeSince(uint16 market) external view returns (uint256) {
        return _markets[market].changedAt;
    }

    /// @inheritdoc IRiskEngine
    function mayLoosen(uint16 market) external view returns (bool) {
        return _markets[market].mayLoosen(block.timestamp);
    }

    /// @inheritdoc IRiskEngine
    function horizonOf(uint16 market) external view returns (uint32) {
        return _markets[market].horizon;
    }

    /// @inheritdoc IRiskEngine
    function railsOf(uint16 market, uint8 asset) external view returns (RiskRails memory) {
        return _rails[_id(market, asset)];
    }

    /// @inheritdoc IRiskEngine
    function assetOf(uint16 market, uint8 asset) external view returns (RiskAsset memory) {
        Asset memory a = _assets[_id(market, asset)];
        MarketRegime memory m = _markets[market];
        return RiskAsset({
            token: a.token,
            level: m.levelOf(asset),
            reasons: m.reasonsOf(asset),
            depth: a.depth,
            slowVolatility: a.slowVolatility,
            debtCap: a.debtCap,
            debtCeiling: a.debtCeiling,
            refreshedAt: a.refreshedAt
        });
    }

    /* BEGINNING */

    /// @dev Takes over what is in force, so that nothing moves by the takeover itself.
    function _begin(Asset storage a, uint16 market, uint8 asset, RiskState memory risk, uint256 most) private {
        a.token = ENGINE.reserve(market, asset).token;
        a.depth = uint64(risk.depth * MICRO); // below 2^42 · 2^20
        a.slowVolatility = uint64(_volatility(a.token));
        a.refreshedAt = a.correlationsAt = uint32(block.timestamp);
        uint256 cap = FixedPointMathLib.min(ENGINE.reserve(market, asset).parameters.debtCap, most);
        a.debtCap = a.debtCeiling = uint128(cap);
    }

    function _movePenalty(Asset storage a, uint16 market, uint8 asset, RiskState memory risk, uint16 penalty) private {
        uint256 step = FixedPointMathLib.dist(risk.penalty / 1e14, penalty);
        if (step == 0) return;
        require(step <= RailBounds.MAX_PENALTY_STEP, PenaltyStepTooLarge(step, RailBounds.MAX_PENALTY_STEP));
        uint256 passed = block.timestamp - a.penaltyAt;
        require(passed >= RailBounds.PENALTY_INTERVAL, PenaltyStepTooSoon(passed, RailBounds.PENALTY_INTERVAL));
        a.penaltyAt = uint32(block.timestamp);
        ENGINE.setRiskParameters(
            market,
            asset,
            RiskParameters(uint16(risk.targetMargin / 1e14), penalty, uint64(risk.depth), risk.correlations)
        );
    }

    /* READING */

    /// @dev [1e-4], rounded up. The oracle knows its latency; the rail can only say that it is longer.
    function _target(uint16 market, uint8 asset, RiskRails memory rails, uint256 volatility)
        internal
        view
        returns (uint256)
    {
        uint256 horizon = _markets[market].horizon;
        require(horizon != 0, HorizonNotSet(market));
        uint256 wad = RiskMath.volatilityMargin(
            volatility,
            horizon + FixedPointMathLib.max(rails.latency, ORACLE.latency(market, asset)),
            rails.multiple,
            uint256(rails.marginFloor) * 1e14
        );
        return FixedPointMathLib.min(RiskMath.toBasisUp(wad), rails.marginCap);
    }

    function _volatility(address token) internal view returns (uint256) {
        return FixedPointMathLib.min(VOLATILITY_ORACLE.volatility(token), type(uint64).max);
    }

    function _id(uint256 market, uint256 asset) internal pure returns (uint256) {
        return market << 8 | asset;
    }
}
