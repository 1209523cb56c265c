// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What the answer of a feed is: its unit tag and how it becomes USD. `Usd`: USD per token. `InverseUsd`:
/// tokens per USD. `Ratio`: units of another asset of the market, `base`, per token. `InverseRatio`: tokens per unit of it.
enum Composition {
    Usd,
    InverseUsd,
    Ratio,
    InverseRatio
}

/// @notice Primary source of an asset: a Chainlink-style feed and what is accepted from it.
/// @param token Token of the asset; fixed once set.
/// @param feed Aggregator or its proxy.
/// @param heartbeat Age at which an answer becomes unusable [seconds].
/// @param minPrice Lowest price believed [wad of USD, or of the base asset, per whole token]; kept to 17 bits, rounded up.
/// @param maxPrice Highest price believed [same unit]; kept to 17 bits, rounded down.
/// @param trigger Move at which the feed publishes before its heartbeat [1e-4]; 0 if it does not.
/// @param maxJump Move between two rounds that is quarantined [1e-4]; 0 to quarantine none.
/// @param composition Unit of the answer.
/// @param base Asset a ratio is quoted in, with a USD feed of its own; 0 otherwise.
struct FeedParameters {
    address token;
    address feed;
    uint24 heartbeat;
    uint256 minPrice;
    uint256 maxPrice;
    uint16 trigger;
    uint16 maxJump;
    Composition composition;
    uint8 base;
}

/// @notice Second source of an asset: a USD price of Pyth, brought on chain by whoever needs it.
/// @param id Identifier of the price.
/// @param maxAge Age at which a price becomes unusable [seconds].
/// @param maxConfidence Half width of the confidence interval at which a price becomes unusable [1e-4].
/// @param maxDeviation Distance of the sources at which they disagree [1e-4]; with a witness, the larger of the two counts.
/// @param minPrice, maxPrice Prices believed [USD wad per whole token]; kept to 17 bits, rounded inwards.
struct PythParameters {
    bytes32 id;
    uint24 maxAge;
    uint16 maxConfidence;
    uint16 maxDeviation;
    uint256 minPrice;
    uint256 maxPrice;
}

/// @notice Witness of an asset: the time-weighted average price of a Uniswap v3 pool.
/// @param pool Pool of the asset's token and the quote asset's token.
/// @param quoteAsset Asset of the same market whose USD feed turns the pool's price into USD.
/// @param window Length of the average [seconds].
/// @param maxDeviation Distance of the sources at which they disagree [1e-4].
/// @param minLiquidity Least harmonic mean liquidity over the window; kept to 17 bits, rounded up.
struct WitnessParameters {
    address pool;
    uint8 quoteAsset;
    uint24 window;
    uint16 maxDeviation;
    uint128 minLiquidity;
}

/// @notice What belongs to the chain; fixed at deployment.
/// @param minWindow Shortest witness window accepted [seconds].
/// @param blockInterval Shortest time between two blocks, at least a second [seconds].
/// @param pyth Pyth's contract; zero where there is none.
/// @param sequencer Chainlink's uptime feed of the sequencer; zero on a chain without one.
/// @param gracePeriod After a restart of the sequencer, how long no risk is added [seconds].
/// @param shadowPeriod How long a proposed source is compared with the one in force [seconds].
struct OracleParameters {
    uint256 minWindow;
    uint256 blockInterval;
    address pyth;
    address sequencer;
    uint256 gracePeriod;
    uint256 shadowPeriod;
}
