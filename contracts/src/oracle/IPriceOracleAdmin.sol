// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IProposedSources} from "./IProposedSources.sol";
import {Composition, FeedParameters, OracleParameters, PythParameters, WitnessParameters} from "./SourceParameters.sol";

/// @title Configuration of the price oracle
/// @notice Every setter tests the source it is given: a source that does not answer now is not accepted. The first
/// source of a kind is set at once, another one only through a proposal (`IProposedSources`).
interface IPriceOracleAdmin is IProposedSources {
    event SetFeed(uint16 indexed market, uint8 indexed asset, FeedParameters parameters);
    event ClearFeed(uint16 indexed market, uint8 indexed asset);
    event SetPyth(uint16 indexed market, uint8 indexed asset, PythParameters parameters);
    event ClearPyth(uint16 indexed market, uint8 indexed asset);
    event SetWitness(uint16 indexed market, uint8 indexed asset, WitnessParameters parameters);
    event ClearWitness(uint16 indexed market, uint8 indexed asset);
    /// @param tickCumulative, secondsPerLiquidity Accumulators of the pool now.
    event CheckpointWitness(
        address indexed caller,
        address indexed pool,
        uint256 window,
        uint256 tickCumulative,
        uint256 secondsPerLiquidity
    );

    /// @notice Thrown when an asset index does not fit the mask of a market.
    error AssetIndexOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when an asset becomes a ratio while another one is quoted in it.
    error AssetIsQuote(uint8 asset, uint8 dependent);
    /// @notice Thrown when a pool that trades in every block would forget the start of the window [observations].
    error CardinalityTooLow(uint256 actual, uint256 bound);
    /// @notice Thrown when an interval has its checkpoint already [unix seconds; the start of the next one].
    error CheckpointTooSoon(uint256 actual, uint256 bound);
    /// @notice Thrown when a confidence limit is too tight or too loose [1e-4].
    error ConfidenceLimitOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a confidence interval is too wide [1e-4].
    error ConfidenceTooWide(uint256 actual, uint256 bound);
    /// @notice Thrown when the answer of a feed is outside its price bounds [units of the feed].
    error FeedAnswerOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a feed has too few or too many decimals.
    error FeedDecimalsOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when an asset has no feed yet.
    error FeedNotSet(uint16 market, uint8 asset);
    /// @notice Thrown when the answer of a feed is too old [seconds].
    error FeedStale(uint256 actual, uint256 bound);
    /// @notice Thrown when the description of a feed names another unit than its composition.
    error FeedUnitMismatch(address feed, Composition composition);
    /// @notice Thrown when a feed gives no complete, positive answer of the past.
    error FeedUnusable(address feed);
    /// @notice Thrown when a grace period is too short or too long [seconds].
    error GracePeriodOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a heartbeat, or the age of a Pyth price, is too short or too long [seconds].
    error HeartbeatOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a source failed with less gas than it is owed: the caller, not the source, is to blame.
    error InsufficientGas(uint256 actual, uint256 bound);
    /// @notice Thrown when the least jump that is quarantined is too small or too large [1e-4].
    error MaxJumpOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a deviation limit is too tight or too loose [1e-4].
    error MaxDeviationOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the least liquidity is zero.
    error MinLiquidityOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the tokens of a pool are not the asset and its quote.
    error PoolTokensMismatch(address pool, address token, address quoteToken);
    /// @notice Thrown when a price bound is too low, not below the other one, or too high to represent.
    error PriceBoundOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the sources of an asset disagree already [1e-4].
    error PythDeviates(uint256 actual, uint256 bound);
    /// @notice Thrown when Pyth gives no positive price in bounds.
    error PythUnusable(bytes32 id);
    /// @notice Thrown when an asset is quoted in one without a USD feed of its own.
    error QuoteNotUsd(uint16 market, uint8 asset);
    /// @notice Thrown when a shadow period is too short or too long [seconds].
    error ShadowPeriodOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a source in force would be replaced without a proposal.
    error ShadowRequired(uint16 market, uint8 asset);
    /// @notice Thrown when a token has too few or too many decimals.
    error TokenDecimalsOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the token of an asset would change.
    error TokenFixed(address actual, address bound);
    /// @notice Thrown when the trigger of a feed is too large [1e-4].
    error TriggerOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a window is too short or too long [seconds].
    error WindowOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when the sources of an asset disagree already [1e-4].
    error WitnessDeviates(uint256 actual, uint256 bound);
    /// @notice Thrown when an asset has no witness.
    error WitnessNotSet(uint16 market, uint8 asset);
    /// @notice Thrown when a pool had too little liquidity over the window.
    error WitnessLiquidityTooLow(uint256 actual, uint256 bound);
    /// @notice Thrown when a pool cannot be observed over the window, or the average has no USD price.
    error WitnessUnusable(address pool);

    /// @notice Sets the primary source of a new asset, or what is accepted of the one in force.
    /// @dev Requirements: bounds; the feed's description names its unit; it answers now, fresh and inside the bounds.
    function setFeed(uint16 market, uint8 asset, FeedParameters calldata parameters) external;

    /// @notice Removes the primary source: until a proposed one is activated the asset is down, or guarded with Pyth.
    function clearFeed(uint16 market, uint8 asset) external;

    /// @notice Sets the Pyth price of an asset that never had one, or what is accepted of the one in force.
    /// @dev Requirements: bounds; Pyth has the price now, fresh, narrow and in agreement with the feed.
    function setPyth(uint16 market, uint8 asset, PythParameters calldata parameters) external;

    /// @notice Removes the Pyth price.
    function clearPyth(uint16 market, uint8 asset) external;

    /// @notice Sets or replaces the witness.
    /// @dev Requirements: both assets have feeds, the quote one in USD; bounds; the pool holds enough observations for
    /// the window, answers now and agrees with the primary source.
    function setWitness(uint16 market, uint8 asset, WitnessParameters calldata parameters) external;

    /// @notice Removes the witness.
    function clearWitness(uint16 market, uint8 asset) external;

    /// @notice Stores what the accumulators of the witness's pool are now; anyone may, once in a quarter of its window.
    /// @dev While somebody does, reading the witness costs a fraction: its average then starts at a checkpoint, one to
    /// one and a half windows ago, instead of where the pool has to search for.
    function checkpointWitness(uint16 market, uint8 asset) external;

    /// @notice Shortest window accepted on this chain [seconds].
    function MIN_WINDOW() external view returns (uint256);

    /// @notice Shortest time between two blocks of this chain, at least a second [seconds].
    function BLOCK_INTERVAL() external view returns (uint256);

    /// @notice Pyth's contract; zero where there is none.
    function PYTH() external view returns (address);

    /// @notice Uptime feed of the sequencer; zero on a chain without one.
    function SEQUENCER() external view returns (address);

    /// @notice How long after a restart of the sequencer no risk is added [seconds].
    function GRACE_PERIOD() external view returns (uint256);

    /// @notice How long a proposed source is compared with the one in force [seconds].
    function SHADOW_PERIOD() external view returns (uint256);
}
