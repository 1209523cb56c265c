// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A Uniswap v3 pool in which the depth of a token is measured.
/// @param pool Pool of the factory that has the token on one side.
/// @param quoteMarket, quoteAsset Listing of the token on the other side: its oracle price turns amounts into USD.
struct DepthPool {
    address pool;
    uint16 quoteMarket;
    uint8 quoteAsset;
}

/// @notice How a token is measured.
/// @param window Time over which the liquidity of its pools is averaged [seconds].
/// @param spacing Least time between two observations that count apart [seconds].
struct DepthParameters {
    uint24 window;
    uint24 spacing;
}

/// @notice What is stored of a token.
/// @param samples Last spaced observations, the newest first [USD, whole].
/// @param count How many of them there are yet.
/// @param slow Depth as it moves slowly: the bound of `depth` and the measure of what is usual [USD, whole].
/// @param observedAt Time of the newest one [unix seconds].
struct DepthState {
    uint256[4] samples;
    uint256 count;
    uint256 slow;
    uint256 observedAt;
}

/// @title Depth oracle: the value that moves the price of a token by 1 %, read from its pools
/// @notice Falls at once, rises slowly, and shrinks when nobody looks. What it says can be pushed down for a while by
/// whoever pays for moving the pools, and cannot be pushed up within a transaction or a block.
interface IDepthOracle {
    /// @notice The pools of a token were set; its observations start anew.
    event SetPools(address indexed token, DepthParameters parameters, DepthPool[] pools);
    /// @notice An observation was stored. All values [USD, whole].
    event Observe(address indexed token, address indexed caller, uint256 sample, uint256 depth, uint256 slow);

    /// @notice Thrown when a pool would forget the start of the window on a busy day [observations].
    error PoolCardinalityTooLow(address pool, uint256 actual, uint256 bound);
    /// @notice Thrown when a token has no pools.
    error NoPools(address token);
    /// @notice Thrown when an observation comes before the spacing has passed, and is not lower than the newest [seconds].
    error ObservationTooEarly(uint256 actual, uint256 bound);
    /// @notice Thrown when a pool cannot tell its average over the window.
    error PoolHistoryTooShort(address pool, uint256 window);
    /// @notice Thrown when a pool is in the middle of a trade.
    error PoolLocked(address pool);
    /// @notice Thrown when a pool has no price yet.
    error PoolNotInitialized(address pool);
    /// @notice Thrown when a pool is not the factory's, is listed twice, or does not trade the token.
    error PoolNotAccepted(address pool);
    /// @notice Thrown when the quote listing is of another token than the pool's.
    error PoolQuoteMismatch(address pool, address actual, address bound);
    /// @notice Thrown when the price of the quote asset is down.
    error QuotePriceUnavailable(uint16 market, uint8 asset);
    /// @notice Thrown when there are more pools than are read.
    error TooManyPools(uint256 actual, uint256 bound);
    /// @notice Thrown when a window or spacing is outside its bounds [seconds].
    error DepthParameterOutOfBounds(bytes32 name, uint256 actual, uint256 bound);

    /// @notice Sets the pools of a token; an empty list ends its measurement.
    /// @dev Requirements: pools of the factory that trade the token against the listed quote, initialised, with a memory
    /// of the window that is filled already.
    function setPools(address token, DepthParameters calldata parameters, DepthPool[] calldata pools) external;

    /// @notice Measures a token and stores the result; anyone may.
    /// @dev Requirements: the spacing has passed, or the result is lower than the newest observation.
    /// @return Depth after it [USD, whole].
    function observe(address token) external returns (uint256);

    /// @notice Value that moves the price by 1 % [USD, whole]: the least of the last observations, at most the slow
    /// depth, less with their age. 0 while there are too few observations, and without pools.
    function depth(address token) external view returns (uint256);

    /// @notice What `depth` usually is: follows the observations within a day [USD, whole].
    function slowDepth(address token) external view returns (uint256);

    /// @notice What an observation would say now [USD, whole].
    function sample(address token) external view returns (uint256);

    function state(address token) external view returns (DepthState memory);
    function parametersOf(address token) external view returns (DepthParameters memory, DepthPool[] memory);
}
