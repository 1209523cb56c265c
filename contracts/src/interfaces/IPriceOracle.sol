// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What the sources of one asset say together.
/// `Ok`: fresh, in bounds, within the deviation limit. `Guarded`: the sources disagree, one of them is silent, or the
/// price jumped. `Down`: no usable price but, at most, a witness.
enum PriceStatus {
    Ok,
    Guarded,
    Down
}

/// @notice What one source says now. `Silent`: no complete, positive answer of the past. `Uncertain`: its confidence
/// interval is too wide. `QuoteDown`: the asset it is quoted in has no price. `Illiquid`: too little liquidity.
enum SourceState {
    Absent,
    Ok,
    Silent,
    Stale,
    OutOfBounds,
    Uncertain,
    QuoteDown,
    Illiquid
}

/// @notice Of the chain's sequencer. `Absent`: the chain has none. `Settling`: up again for less than the grace period.
enum SequencerState {
    Absent,
    Up,
    Down,
    Settling
}

/// @notice Why a price is not `Ok`: bits of `PriceReport.reasons`.
library PriceReason {
    uint256 internal constant FEED = 1; // the feed is configured and unusable
    uint256 internal constant PYTH = 2; // likewise Pyth
    uint256 internal constant WITNESS = 4; // likewise the witness
    uint256 internal constant DEVIATION = 8; // the sources are further apart than the limit
    uint256 internal constant JUMP = 16; // the feed jumped and no second source confirms it yet
    uint256 internal constant BASE = 32; // the asset a ratio is quoted in is guarded
    uint256 internal constant SEQUENCER = 64; // the sequencer is down, or was until a moment ago
}

/// @param price [USD wad per whole token]; 0 unless `Ok`.
/// @param confidence Half the width of the confidence interval, relative to the price [wad]; 0 where none is given.
/// @param updatedAt Time of the answer, also of one that is too old [unix seconds]; 0 for the witness, which is
/// computed when read.
/// @param staleAfter Time at which the answer becomes unusable [unix seconds]; 0 for the witness.
struct SourceReport {
    SourceState state;
    uint256 price;
    uint256 confidence;
    uint256 updatedAt;
    uint256 staleAfter;
}

/// @notice A proposed source in its shadow period; all zero without one.
/// @param feed Proposed feed; zero if the proposal is a Pyth price.
/// @param pythId Proposed Pyth price; zero if the proposal is a feed.
/// @param startedAt Since when it agrees with the source in force [unix seconds].
/// @param readyAt When the shadow period ends [unix seconds].
/// @param nextSampleAt When the next sample can be taken [unix seconds].
/// @param samples, samplesNeeded Samples that agreed in a row, and how many are needed.
struct ProposalReport {
    address feed;
    bytes32 pythId;
    uint256 startedAt;
    uint256 readyAt;
    uint256 nextSampleAt;
    uint256 samples;
    uint256 samplesNeeded;
}

/// @notice All sources of one asset, for screens and keepers.
/// @param status State that decides what is allowed.
/// @param primary Price of the feed [USD wad per whole token]; 0 if unusable.
/// @param witness Price of the Uniswap v3 TWAP witness [USD wad per whole token]; 0 if there is none or it is unusable.
/// @param mid Price used for display and, while `Ok`, for liquidation: the median [USD wad per whole token].
/// @param updatedAt Time of the primary answer [unix seconds].
/// @param staleAfter Time at which the primary answer becomes unusable [unix seconds].
/// @param deviation Distance of the lowest and the highest source [wad]; 0 with one source.
/// @param maxDeviation Distance at which the state becomes `Guarded` [wad].
/// @param reasons Why the state is not `Ok`: bits of `PriceReason`.
/// @param feed, pyth, pool What each source says.
/// @param quarantineEnd When a jump of the feed counts as confirmed by time [unix seconds]; 0 without a jump.
/// @param sequencer State of the chain's sequencer.
/// @param settledAt When risk can be added again after an outage [unix seconds]; 0 while up or unknown.
/// @param proposal Change of a source that is under way.
struct PriceReport {
    PriceStatus status;
    uint256 primary;
    uint256 witness;
    uint256 mid;
    uint256 updatedAt;
    uint256 staleAfter;
    uint256 deviation;
    uint256 maxDeviation;
    uint256 reasons;
    SourceReport feed;
    SourceReport pyth;
    SourceReport pool;
    uint256 quarantineEnd;
    SequencerState sequencer;
    uint256 settledAt;
    ProposalReport proposal;
}

/// @title Prices of the assets of a market, as a pair of bounds chosen by what the price is for.
/// @dev A price word is `low << 128 | high`, each in USD · 10^(36 − decimals) per whole token, so that
/// `amount · price / 1e18` is a USD wad for any token. Word 0 means the price is down.
interface IPriceOracle {
    /// @notice Bounds for an action that adds risk: the lower and the higher of the sources. The engine values
    /// collateral at `low` and debt at `high`.
    /// @param market Market of the assets.
    /// @param assets Bit i set: asset i is wanted. Other words are 0.
    function openingPrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words);

    /// @notice Bounds for liquidation. While `Ok`, low = high = mid; while `Guarded`, the two outermost sources. The
    /// engine values collateral at `high` and debt at `low`, so a liquidation needs all sources to agree.
    function maintenancePrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words);

    /// @notice All sources of one asset; never reverts for a configured asset, whatever the sources do.
    function report(uint16 market, uint8 asset) external view returns (PriceReport memory);

    /// @notice Longest time for which the true price may have left what the oracle says: part of the horizon over
    /// which a position must stay solvent [seconds]. 0 for an asset without a feed.
    function latency(uint16 market, uint8 asset) external view returns (uint256);
}
