// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Primary source of an asset: a Chainlink-style USD feed and what we accept from it.
/// @param token Token of the asset; fixed once set.
/// @param feed Aggregator or its proxy, answering in USD per whole token.
/// @param heartbeat Age at which an answer becomes unusable [seconds].
/// @param minPrice Lowest answer believed [USD wad per whole token]; kept to 17 bits, rounded up.
/// @param maxPrice Highest answer believed [USD wad per whole token]; kept to 17 bits, rounded down.
struct FeedParameters {
    address token;
    address feed;
    uint24 heartbeat;
    uint256 minPrice;
    uint256 maxPrice;
}

/// @notice Second source of an asset: the time-weighted average price of a Uniswap v3 pool.
/// @param pool Pool of the asset's token and the quote asset's token.
/// @param quoteAsset Asset of the same market whose primary price turns the pool's price into USD.
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

/// @title Configuration of the price oracle
/// @notice Every setter tests the source it is given: a source that does not answer now is not accepted.
interface IPriceOracleAdmin {
    event SetFeed(uint16 indexed market, uint8 indexed asset, FeedParameters parameters);
    event ClearFeed(uint16 indexed market, uint8 indexed asset);
    event SetWitness(uint16 indexed market, uint8 indexed asset, WitnessParameters parameters);
    event ClearWitness(uint16 indexed market, uint8 indexed asset);

    /// @notice Thrown when an asset index does not fit the mask of a market.
    error AssetIndexOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the token of an asset would change.
    error TokenFixed(address actual, address bound);
    /// @notice Thrown when a token has too few or too many decimals.
    error TokenDecimalsOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a feed has too few or too many decimals.
    error FeedDecimalsOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a heartbeat is too short or too long [seconds].
    error HeartbeatOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a price bound is too low, not below the other one, or too high to represent.
    error PriceBoundOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a feed gives no complete, positive answer of the past.
    error FeedUnusable(address feed);
    /// @notice Thrown when the answer of a feed is too old [seconds].
    error FeedStale(uint256 actual, uint256 bound);
    /// @notice Thrown when the answer of a feed is outside its price bounds [units of the feed].
    error FeedAnswerOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a new feed is too far from the working one it replaces [1e-4].
    error FeedStepTooLarge(uint256 actual, uint256 bound);
    /// @notice Thrown when an asset has no feed yet.
    error FeedNotSet(uint16 market, uint8 asset);
    /// @notice Thrown when the tokens of a pool are not the asset and its quote.
    error PoolTokensMismatch(address pool, address token, address quoteToken);
    /// @notice Thrown when a window is too short or too long [seconds].
    error WindowOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a deviation limit is too tight or too loose [1e-4].
    error MaxDeviationOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the least liquidity is zero.
    error MinLiquidityOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a pool that trades in every block would forget the start of the window [observations].
    error CardinalityTooLow(uint256 actual, uint256 bound);
    /// @notice Thrown when a pool cannot be observed over the window, or the average has no USD price.
    error WitnessUnusable(address pool);
    /// @notice Thrown when a pool had too little liquidity over the window.
    error WitnessLiquidityTooLow(uint256 actual, uint256 bound);
    /// @notice Thrown when the sources of an asset disagree already [1e-4].
    error WitnessDeviates(uint256 actual, uint256 bound);
    /// @notice Thrown when a source failed with less gas than it is owed: the caller, not the source, is to blame.
    error InsufficientGas(uint256 actual, uint256 bound);

    /// @notice Sets or replaces the primary source. Keeps the witness.
    /// @dev Requirements: bounds; the feed answers now, fresh and inside them; a working feed is only replaced by one
    /// whose price is within 20 % (`clearFeed` first otherwise).
    function setFeed(uint16 market, uint8 asset, FeedParameters calldata parameters) external;

    /// @notice Removes the primary source: the asset is down until the next `setFeed`.
    function clearFeed(uint16 market, uint8 asset) external;

    /// @notice Sets or replaces the witness.
    /// @dev Requirements: both assets have feeds; bounds; the pool holds enough observations for the window, answers
    /// now and agrees with the primary source.
    function setWitness(uint16 market, uint8 asset, WitnessParameters calldata parameters) external;

    /// @notice Removes the witness: the primary source stands alone.
    function clearWitness(uint16 market, uint8 asset) external;

    /// @notice Primary source in force; price bounds as rounded.
    function feedOf(uint16 market, uint8 asset) external view returns (FeedParameters memory);

    /// @notice Witness in force; all zero without one.
    function witnessOf(uint16 market, uint8 asset) external view returns (WitnessParameters memory);

    /// @notice Shortest window accepted on this chain [seconds].
    function MIN_WINDOW() external view returns (uint256);

    /// @notice Shortest time between two blocks of this chain, at least a second [seconds].
    function BLOCK_INTERVAL() external view returns (uint256);
}
