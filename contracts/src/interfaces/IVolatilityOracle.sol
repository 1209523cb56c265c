// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceStatus} from "./IPriceOracle.sol";

/// @notice What is known of the volatility of one token, for screens and keepers. Volatilities are annualised.
/// @param volatility In use now: `volatility(token)` [wad].
/// @param baseline Forecast of the next 24 hours with fixed weights [wad].
/// @param learned Forecast of the next 24 hours that learns, within [0.85, 1.5] times `baseline` [wad].
/// @param counted The one of both that counts [wad].
/// @param ewma6h Average of 6 hours; above `counted` it is what is used [wad].
/// @param ewma168h Average of a week: `ewma6h / ewma168h` is the ratio a regime is told by [wad].
/// @param baselineScore Mean QLIKE of `baseline` over 90 days; lower is better [wad].
/// @param learnedScore Mean QLIKE of `learned` over 90 days [wad].
/// @param scored Forecasts scored so far, at most 65,535.
/// @param learnedCounts Whether `learned` has been scored for 30 days and is the better one.
/// @param slopes Learned slopes [1e-9].
/// @param price Last sampled price [USD wad per whole token].
/// @param lastPoke Time of the last sample; 0 before the first [unix seconds].
/// @param staleAfter Time from which `volatility` widens [unix seconds].
/// @param stress Volatility it widens to within a day [wad].
/// @param clips Returns in a row that met the rail, up to the last one; at most 65,535.
/// @param correlationParts Whether its short and long correlation with the market factor disagree.
struct VolatilityReport {
    uint256 volatility;
    uint256 baseline;
    uint256 learned;
    uint256 counted;
    uint256 ewma6h;
    uint256 ewma168h;
    uint256 baselineScore;
    uint256 learnedScore;
    uint256 scored;
    bool learnedCounts;
    int256[3] slopes;
    uint256 price;
    uint256 lastPoke;
    uint256 staleAfter;
    uint256 stress;
    uint256 clips;
    bool correlationParts;
}

/// @title Volatility oracle
/// @notice Samples the guarded price of each token and forecasts how much it will move; `docs/volatility.md`.
interface IVolatilityOracle {
    event List(address indexed token, uint16 market, uint8 asset, uint256 stress);
    event Seed(address indexed token, uint256 volatility);
    event SetSamplePeriod(uint256 samplePeriod);
    event SetFactor(address indexed factor);
    /// @param price [USD wad per whole token]. @param volatility, baseline, learned After the sample [wad].
    /// @param time Of the sample [unix seconds].
    event Poke(
        address indexed token,
        address indexed caller,
        uint256 price,
        uint256 volatility,
        uint256 baseline,
        uint256 learned,
        uint256 time
    );
    /// @notice A return met the rail. @param clips How many in a row have, at most 65,535.
    event Clip(address indexed token, uint256 clips);

    /// @notice Thrown when a token was seeded before.
    error AlreadySeeded(address token);
    /// @notice Thrown when a token has no starting volatility yet.
    error NotSeeded(address token);
    /// @notice Thrown when a token has no price reference.
    error NotListed(address token);
    /// @notice Thrown when a sample would come too soon after the last one [unix seconds].
    error PokedTooEarly(uint256 actual, uint256 bound);
    /// @notice Thrown when the price is not one that both sources agree on: the time counts as missed.
    error PriceNotOk(address token, PriceStatus status);
    /// @notice Thrown when a price is 0 or too large to keep [USD wad per whole token].
    error SampleOutOfBounds(uint256 actual, uint256 bound);

    /// @notice Samples the price of a token. Anyone may; it is worth nothing not to, for what is stale widens.
    /// Requirements: listed and seeded; `samplePeriod` after the last poke; the price status is `Ok`.
    /// Emits {Poke}, and {Clip} if the return met the rail.
    function poke(address token) external;

    /// @notice As `poke`, of every token that may be poked now; the others are passed over. Poking the factor first gives
    /// the covariances the same moments.
    /// @return poked Number of tokens sampled.
    function pokeMany(address[] calldata tokens) external returns (uint256 poked);

    /// @notice Volatility in use: the forecast that counts or the 6-hour average, whichever is higher; widened towards
    /// `stress` once the last sample is stale; at most 500 % [wad, a year]. 0 for a token that was not seeded.
    function volatility(address token) external view returns (uint256);

    /// @notice Everything behind `volatility`.
    function forecast(address token) external view returns (VolatilityReport memory);

    /// @notice Correlation of two tokens through the market factor, the lower of the short (24 h) and the long (720 h)
    /// window; 0 when negative or unknown, at most 255 [1/256].
    function correlation(address a, address b) external view returns (uint8);

    /// @notice Whether the short and the long correlation of two tokens differ by more than a quarter.
    function correlationsPart(address a, address b) external view returns (bool);

    /// @notice Where the price of a token is read, and the volatility it widens to [wad].
    function listing(address token) external view returns (uint16 market, uint8 asset, uint256 stress);

    /// @notice Time of the last sample; 0 before the first [unix seconds].
    function lastPoke(address token) external view returns (uint256);

    /// @notice Samples in a row, up to the last one, whose return met the rail; at most 65,535.
    function clips(address token) external view returns (uint256);

    /// @notice Least time between samples of a token [seconds].
    function samplePeriod() external view returns (uint256);
    /// @notice Token whose returns stand for the market; zero address: none, and every correlation is 0.
    function factor() external view returns (address);

    /// @notice Registers, or moves, the price reference of a token. Requirements: the price is `Ok` now; `stress` within
    /// 50 % and 500 % a year [wad]. Emits {List}.
    function list(address token, uint16 market, uint8 asset, uint256 stress) external;

    /// @notice Starting volatility of a token, once, before its first poke: choose a high one, the estimate comes down by
    /// itself within days. Requirements: listed, not seeded; within 1 % and `stress` [wad]. Emits {Seed}.
    function seed(address token, uint256 volatility) external;

    /// @notice Requirements: within 10 seconds and 4 hours. Emits {SetSamplePeriod}.
    function setSamplePeriod(uint256 samplePeriod) external;

    /// @notice Chooses the market factor; correlations start over. Requirements: listed, or zero. Emits {SetFactor}.
    function setFactor(address factor) external;
}
