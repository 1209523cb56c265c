// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FeedParameters, PythParameters, WitnessParameters} from "./SourceParameters.sol";

/// @title The sources of an asset as they were configured
interface ISourceViews {
    /// @notice Primary source in force; price bounds as rounded.
    function feedOf(uint16 market, uint8 asset) external view returns (FeedParameters memory);

    /// @notice Pyth price in force; price bounds as rounded, all zero without one.
    function pythOf(uint16 market, uint8 asset) external view returns (PythParameters memory);

    /// @notice Witness in force; all zero without one.
    function witnessOf(uint16 market, uint8 asset) external view returns (WitnessParameters memory);
}
