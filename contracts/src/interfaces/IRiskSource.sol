// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Inputs of the margin of one (market, asset); see `docs/protocol.md`.
/// @param volatility Forecast annualised volatility `σ` [wad].
/// @param horizon Liquidation horizon plus oracle latency `τ` [seconds].
/// @param multiple Volatility multiple `k` [wad].
/// @param marginFloor Least `v` whatever the forecast says [wad].
/// @param penalty `π` [wad].
/// @param depth Value that moves the price by 1 % [USD, whole].
/// @param correlations Raw correlation `ρ` with asset j in byte j [1/256].
struct RiskInputs {
    uint256 volatility;
    uint32 horizon;
    uint256 multiple;
    uint256 marginFloor;
    uint256 penalty;
    uint64 depth;
    uint128 correlations;
}

/// @title Where σ, depth and ρ come from.
/// @notice Turns inputs into `v = max(k·σ·√τ, floor)` and `ρ̂ = clamp(ρ − 0.2, 0, 0.6)` and writes them to the engine.
interface IRiskSource {
    event SetRiskInputs(uint16 indexed market, uint8 indexed asset, RiskInputs inputs);

    /// @notice Thrown when an input is outside its bound.
    error RiskInputOutOfBounds(bytes32 name, uint256 actual, uint256 bound);

    function setRiskInputs(uint16 market, uint8 asset, RiskInputs calldata inputs) external;
    function riskInputs(uint16 market, uint8 asset) external view returns (RiskInputs memory);
    /// @notice `v` of the inputs [wad], rounded up.
    function volatilityMargin(RiskInputs calldata inputs) external pure returns (uint256);
}
