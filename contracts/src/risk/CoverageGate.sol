// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IMarginEngine, ReserveState} from "../interfaces/IMarginEngine.sol";
import {IVolatilityOracle} from "../interfaces/IVolatilityOracle.sol";
import {Coverage, CoverageLib} from "./Coverage.sol";
import {ICoverageGate} from "./ICoverageGate.sol";
import {RatePremium} from "./RatePremium.sol";

/// @title Coverage gate
/// @notice New leverage only while liquidations are covered: a balance-sheet rule, not a faster liquidator.
/// @dev Trust: can do nothing but `setOpeningsClosed`, whose role of the AccessManager belongs to this contract alone;
/// `setGap` and `setHorizon` belong to governance. A closed market is reduce-only already, so nothing more happens
/// when coverage falls below 1.
contract CoverageGate is ICoverageGate, AccessManaged {
    uint256 public constant CLOSE_BELOW = 1.2e18;
    uint256 public constant OPEN_FROM = 1.3e18;
    uint256 public constant CLOSE_CONFIRMATION = 1 minutes;
    uint256 public constant OPEN_CONFIRMATION = 10 minutes;

    /// @dev Of an asset nobody set one for: that of a thinly traded one.
    uint256 public constant DEFAULT_GAP = 0.2e18;
    uint256 public constant DEFAULT_HORIZON = 1 hours;
    uint256 internal constant MIN_GAP = 0.005e18;
    uint256 internal constant MAX_GAP = 0.5e18;
    uint256 internal constant MIN_HORIZON = 5 minutes;
    uint256 internal constant MAX_HORIZON = 1 days;

    IMarginEngine public immutable ENGINE;
    IVolatilityOracle public immutable VOLATILITY_ORACLE;

    mapping(uint16 market => mapping(uint8 asset => uint256)) private _gaps;
    mapping(uint16 market => uint256) private _horizons;
    /// @inheritdoc ICoverageGate
    mapping(uint16 market => uint256) public pendingSince;

    constructor(address authority, IMarginEngine engine, IVolatilityOracle volatilityOracle) AccessManaged(authority) {
        (ENGINE, VOLATILITY_ORACLE) = (engine, volatilityOracle);
    }

    /// @inheritdoc ICoverageGate
    function poke(uint16 market) external returns (uint256 ratio, bool closed) {
        ratio = coverageOf(market).ratio;
        closed = ENGINE.openingsClosed(market);
        uint256 since = pendingSince[market];
        bool stays = closed ? ratio < OPEN_FROM : ratio >= CLOSE_BELOW;
        if (stays) {
            since = 0;
        } else if (since == 0) {
            since = block.timestamp;
        } else if (block.timestamp >= since + (closed ? OPEN_CONFIRMATION : CLOSE_CONFIRMATION)) {
            (since, closed) = (0, !closed);
            ENGINE.setOpeningsClosed(market, closed);
        }
        pendingSince[market] = since;
        emit Poke(market, ratio, closed, since);
        _setPremiums(market, ratio);
    }

    /// @inheritdoc ICoverageGate
    function coverageOf(uint16 market) public view returns (Coverage memory worst) {
        worst = shockOf(market, 0, false);
        uint256 count = ENGINE.assetCount(market);
        for (uint8 asset; asset < count; ++asset) {
            if (asset != 0) worst = _worse(market, worst, shockOf(market, asset, false));
            worst = _worse(market, worst, shockOf(market, asset, true));
        }
    }

    /// @dev The lower ratio; of two that put nothing at risk the one of the larger gap.
    function _worse(uint16 market, Coverage memory a, Coverage memory b) private view returns (Coverage memory) {
        if (b.ratio != a.ratio) return b.ratio < a.ratio ? b : a;
        return gapOf(market, b.asset) > gapOf(market, a.asset) ? b : a;
    }

    /// @inheritdoc ICoverageGate
    function shockOf(uint16 market, uint8 asset, bool rises) public view returns (Coverage memory) {
        return CoverageLib.ofShock(ENGINE, market, asset, rises, gapOf(market, asset), horizonOf(market));
    }

    /// @inheritdoc ICoverageGate
    function gapOf(uint16 market, uint8 asset) public view returns (uint256 gap) {
        gap = _gaps[market][asset];
        if (gap == 0) gap = DEFAULT_GAP;
    }

    /// @inheritdoc ICoverageGate
    function horizonOf(uint16 market) public view returns (uint256 horizon) {
        horizon = _horizons[market];
        if (horizon == 0) horizon = DEFAULT_HORIZON;
    }

    /// @inheritdoc ICoverageGate
    function setGap(uint16 market, uint8 asset, uint256 gap) external restricted {
        _within("gap", gap, MIN_GAP, MAX_GAP);
        _gaps[market][asset] = gap;
        emit SetGap(market, asset, gap);
    }

    /// @inheritdoc ICoverageGate
    function setHorizon(uint16 market, uint256 horizon) external restricted {
        _within("horizon", horizon, MIN_HORIZON, MAX_HORIZON);
        _horizons[market] = horizon;
        emit SetHorizon(market, horizon);
    }

    /// @dev Of what is measured in this block: a premium that somebody caused for a moment ends with the next poke.
    function _setPremiums(uint16 market, uint256 ratio) private {
        uint256 count = ENGINE.assetCount(market);
        for (uint8 asset; asset < count; ++asset) {
            ReserveState memory reserve = ENGINE.reserve(market, asset);
            uint16 premium = RatePremium.premium(VOLATILITY_ORACLE.volatility(reserve.token), ratio);
            if (premium != reserve.parameters.ratePremium) ENGINE.setRatePremium(market, asset, premium);
        }
    }

    function _within(bytes32 name, uint256 actual, uint256 least, uint256 most) private pure {
        require(actual >= least, GateParameterOutOfBounds(name, actual, least));
        require(actual <= most, GateParameterOutOfBounds(name, actual, most));
    }
}
