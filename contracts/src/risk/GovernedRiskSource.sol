// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngine, RiskParameters} from "../interfaces/IMarginEngine.sol";
import {IRiskSource, RiskInputs} from "../interfaces/IRiskSource.sol";
import {RiskMath} from "./RiskMath.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @title σ, depth and ρ decided by governance, inside bounds that governance cannot move
/// @notice The bounds are those of a typing error, not of good judgement; the engine's own rails come on top.
contract GovernedRiskSource is IRiskSource, AccessManaged {
    uint256 internal constant MAX_VOLATILITY = 5e18; // 500 % a year
    uint256 internal constant MIN_HORIZON = 1 minutes;
    uint256 internal constant MAX_HORIZON = 1 days;
    uint256 internal constant MIN_MULTIPLE = 3e18; // fewer standard deviations than that happen every week
    uint256 internal constant MAX_MULTIPLE = 20e18;
    uint256 internal constant MIN_MARGIN_FLOOR = 0.005e18;
    uint256 internal constant MAX_MARGIN_FLOOR = 0.5e18;
    uint256 internal constant MIN_PENALTY = 0.001e18;
    uint256 internal constant MAX_PENALTY = 0.1e18;
    uint256 internal constant MAX_DEPTH = 1e12; // USD
    uint256 internal constant MAX_VOLATILITY_MARGIN = 0.6e18;

    IMarginEngine public immutable ENGINE;

    mapping(uint256 market => mapping(uint256 asset => RiskInputs)) private _inputs;

    constructor(address authority, address engine) AccessManaged(authority) {
        ENGINE = IMarginEngine(engine);
    }

    /// @inheritdoc IRiskSource
    /// @dev The engine refuses markets and assets that do not exist.
    function setRiskInputs(uint16 market, uint8 asset, RiskInputs calldata inputs) external restricted {
        RiskParameters memory parameters = _parameters(inputs);
        _inputs[market][asset] = inputs;
        emit SetRiskInputs(market, asset, inputs);
        ENGINE.setRiskParameters(market, asset, parameters);
    }

    /// @inheritdoc IRiskSource
    function riskInputs(uint16 market, uint8 asset) external view returns (RiskInputs memory) {
        return _inputs[market][asset];
    }

    /// @inheritdoc IRiskSource
    function volatilityMargin(RiskInputs calldata inputs) public pure returns (uint256) {
        _within("volatility", inputs.volatility, 0, MAX_VOLATILITY);
        _within("horizon", inputs.horizon, MIN_HORIZON, MAX_HORIZON);
        _within("multiple", inputs.multiple, MIN_MULTIPLE, MAX_MULTIPLE);
        _within("marginFloor", inputs.marginFloor, MIN_MARGIN_FLOOR, MAX_MARGIN_FLOOR);
        return RiskMath.volatilityMargin(inputs.volatility, inputs.horizon, inputs.multiple, inputs.marginFloor);
    }

    function _parameters(RiskInputs calldata inputs) private pure returns (RiskParameters memory) {
        uint256 margin = volatilityMargin(inputs);
        _within("volatilityMargin", margin, 0, MAX_VOLATILITY_MARGIN);
        _within("penalty", inputs.penalty, MIN_PENALTY, MAX_PENALTY);
        _within("depth", inputs.depth, 0, MAX_DEPTH);
        return RiskParameters({
            volatilityMargin: uint16(RiskMath.toBasisUp(margin)), // at most 6,000
            penalty: uint16(RiskMath.toBasisUp(inputs.penalty)), // at most 1,000
            depth: inputs.depth,
            correlations: RiskMath.usableCorrelations(inputs.correlations)
        });
    }

    function _within(bytes32 name, uint256 actual, uint256 least, uint256 most) private pure {
        require(actual >= least, RiskInputOutOfBounds(name, actual, least));
        require(actual <= most, RiskInputOutOfBounds(name, actual, most));
    }
}
