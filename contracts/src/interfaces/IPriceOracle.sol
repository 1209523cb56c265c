// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What the sources of one asset say together.
/// `Ok`: fresh, in bounds, within the deviation limit. `Guarded`: the sources disagree. `Down`: no usable primary price.
enum PriceStatus {
    Ok,
    Guarded,
    Down
}

/// @notice Both sources of one asset, for screens and keepers.
/// @param status State that decides what is allowed.
/// @param primary Price of the primary source [USD wad per whole token]; 0 if unusable.
/// @param witness Price of the Uniswap v3 TWAP witness [USD wad per whole token]; 0 if there is none or it is unusable.
/// @param mid Price used for display and, while `Ok`, for liquidation [USD wad per whole token].
/// @param updatedAt Time of the primary answer [unix seconds].
/// @param staleAfter Time at which the primary answer becomes unusable [unix seconds].
/// @param deviation Distance of the sources [wad]; 0 without witness.
/// @param maxDeviation Distance at which the state becomes `Guarded` [wad].
struct PriceReport {
    PriceStatus status;
    uint256 primary;
    uint256 witness;
    uint256 mid;
    uint256 updatedAt;
    uint256 staleAfter;
    uint256 deviation;
    uint256 maxDeviation;
}

/// @notice Prices of the assets of a market, as a pair of bounds chosen by what the price is for.
/// @dev A price word is `low << 128 | high`, each in USD · 10^(36 − decimals) per whole token, so that
/// `amount · price / 1e18` is a USD wad for any token. Word 0 means the price is down.
interface IPriceOracle {
    /// @notice Bounds for an action that adds risk: the lower and the higher of the sources. The engine values
    /// collateral at `low` and debt at `high`.
    /// @param market Market of the assets.
    /// @param assets Bit i set: asset i is wanted. Other words are 0.
    function openingPrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words);

    /// @notice Bounds for liquidation. While `Ok`, low = high = mid; while `Guarded`, the two sources. The engine
    /// values collateral at `high` and debt at `low`, so a liquidation needs both sources to agree.
    function maintenancePrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words);

    /// @notice Both sources of one asset; never reverts for a configured asset, whatever the sources do.
    function report(uint16 market, uint8 asset) external view returns (PriceReport memory);
}
