// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IDepthOracle} from "./IDepthOracle.sol";
import {IVolatilityOracle} from "./IVolatilityOracle.sol";

/// @notice What governance decides of one (market, asset), inside hard bounds; everything else is measured.
/// @param multiple Volatility multiple `k` [wad].
/// @param marginFloor Least volatility margin `v_min` [1e-4].
/// @param marginCap Greatest one `v_max` [1e-4].
/// @param penalty `π` [1e-4].
/// @param latency Least oracle latency that counts; that which the price oracle tells counts if it is longer [seconds].
/// @param correlationCap Most that counts of a correlation with this asset `ρ̂` [1/256].
/// @param debtDepths Debt that the depth carries: the debt cap in depths.
/// @param depthFloor Least depth the margin uses [USD, whole].
/// @param depthCap Greatest one [USD, whole].
/// @param debtCap Governance's own cap on the debt [token units].
struct RiskRails {
    uint64 multiple;
    uint16 marginFloor;
    uint16 marginCap;
    uint16 penalty;
    uint32 latency;
    uint8 correlationCap;
    uint16 debtDepths;
    uint64 depthFloor;
    uint64 depthCap;
    uint128 debtCap;
}

/// @notice How nervous a market is. `Elevated` is shown; `Stress` lets nothing loosen and no cap grow, and gives
/// new positions no hedge credit; `Halt` keeps new risk out of the market for as long as it lasts.
enum Regime {
    Calm,
    Elevated,
    Stress,
    Halt
}

/// @notice What the risk engine remembers of one (market, asset).
/// @param token Token of the asset.
/// @param level Regime that this asset alone calls for.
/// @param reasons Why, as REASON bits.
/// @param depth Depth on its glide, before the rounding of the engine [1e-6 USD].
/// @param slowVolatility Volatility averaged over a week [wad].
/// @param debtCap Debt cap in force [token units].
/// @param debtCeiling Where the debt cap returns to when depth returns [token units].
/// @param refreshedAt Last refresh [unix seconds].
struct RiskAsset {
    address token;
    Regime level;
    uint8 reasons;
    uint256 depth;
    uint256 slowVolatility;
    uint256 debtCap;
    uint256 debtCeiling;
    uint256 refreshedAt;
}

/* REASONS of a regime, one bit each */

/// @dev Volatility far above its weekly average.
uint8 constant REASON_VOLATILITY = 1;
/// @dev Depth far below its slow average.
uint8 constant REASON_DEPTH = 2;
/// @dev Samples of the price were clipped.
uint8 constant REASON_CLIPS = 4;
/// @dev Short and long correlations of a pair part.
uint8 constant REASON_CORRELATION = 8;
/// @dev The price is guarded or down.
uint8 constant REASON_PRICE = 16;
/// @dev Nobody samples the price.
uint8 constant REASON_STALE = 32;
/// @dev Nothing any more, but not for long enough.
uint8 constant REASON_COOLING = 64;

/// @title Risk engine: from forecasts to the margins of the engine, inside rails
/// @notice Anyone may refresh. `docs/risk-engine.md` says what each number may do in one block.
interface IRiskEngine {
    event SetHorizon(uint16 indexed market, uint32 horizon);
    event SetRails(uint16 indexed market, uint8 indexed asset, RiskRails rails);
    /// @notice New parameters of one (market, asset).
    /// @param volatility Forecast used [wad]. @param margin Target of `v` [1e-4]. @param depth [1e-6 USD].
    /// @param correlations `ρ̂` with asset j in byte j [1/256]. @param debtCap [token units].
    event Refresh(
        uint16 indexed market,
        uint8 indexed asset,
        address indexed caller,
        uint256 volatility,
        uint256 margin,
        uint256 depth,
        uint256 correlations,
        uint256 debtCap,
        uint256 debtCeiling
    );
    /// @notice What one asset calls for, or why, changed, and with it perhaps the regime of the market.
    event SetRegime(uint16 indexed market, uint8 indexed asset, Regime level, uint8 reasons, Regime regime);

    /// @notice Thrown when a refresh comes before the market has a horizon.
    error HorizonNotSet(uint16 market);
    /// @notice Thrown when the penalty moves too far in one step [1e-4].
    error PenaltyStepTooLarge(uint256 actual, uint256 bound);
    /// @notice Thrown when the penalty moves again too soon [seconds].
    error PenaltyStepTooSoon(uint256 actual, uint256 bound);
    /// @notice Thrown when a rail is outside its hard bound.
    error RailOutOfBounds(bytes32 name, uint256 actual, uint256 bound);
    /// @notice Thrown when an asset has no rails yet.
    error RailsNotSet(uint16 market, uint8 asset);

    /// @notice Sets the liquidation horizon of a market, the part of `τ` that all its assets share [seconds].
    function setHorizon(uint16 market, uint32 horizon) external;

    /// @notice Sets the rails of an asset. They take effect with the next refresh, the penalty at once.
    /// @dev Requirements: hard bounds; the penalty moves by at most a quarter of a point, once a day.
    function setRails(uint16 market, uint8 asset, RiskRails calldata rails) external;

    /// @notice Brings an asset's parameters in the engine nearer to what is measured now; anyone may.
    function refresh(uint16 market, uint8 asset) external;

    /// @notice `v = max(k·σ·√τ, v_min)` of the forecast now, at most `v_max` [1e-4], rounded up.
    function volatilityMargin(uint16 market, uint8 asset) external view returns (uint256);

    /// @notice Most debt of a reserve that depth carries [token units].
    function debtCap(uint16 market, uint8 asset) external view returns (uint256);

    /// @notice Regime of a market, and the reasons of all its assets together.
    function regime(uint16 market) external view returns (Regime, uint8 reasons);

    /// @notice When the regime of a market last changed; 0 if it never did [unix seconds].
    function regimeSince(uint16 market) external view returns (uint256);

    /// @notice Whether parameters of a market may loosen: no stress now, nor for a day.
    function mayLoosen(uint16 market) external view returns (bool);

    function VOLATILITY_ORACLE() external view returns (IVolatilityOracle);
    function DEPTH_ORACLE() external view returns (IDepthOracle);
    function horizonOf(uint16 market) external view returns (uint32);
    function railsOf(uint16 market, uint8 asset) external view returns (RiskRails memory);
    function assetOf(uint16 market, uint8 asset) external view returns (RiskAsset memory);
}
