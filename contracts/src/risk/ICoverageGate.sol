// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Coverage} from "./Coverage.sol";

/// @title Keeps new leverage out of markets whose liquidations are not covered.
interface ICoverageGate {
    event SetGap(uint16 indexed market, uint8 indexed asset, uint256 gap);
    event SetHorizon(uint16 indexed market, uint256 horizon);
    /// @param ratio Coverage in the worst shock [wad]. @param closed State of the market after.
    /// @param pendingSince Since when the ratio speaks for the other state [unix seconds]; 0 if it does not.
    event Poke(uint16 indexed market, uint256 ratio, bool closed, uint256 pendingSince);

    /// @notice Thrown when a parameter is outside its hard bound.
    error GateParameterOutOfBounds(bytes32 name, uint256 actual, uint256 bound);

    /// @notice Measures a market, closes it to new risk or opens it again, and sets the premiums on its borrow rates.
    /// @dev Permissionless. Closes when coverage was below 1.2, opens when it was at least 1.3, in every poke of a
    /// confirmation time: an account that is opened, measured and closed in one transaction decides nothing, because
    /// anyone can measure again. Requirements: all prices of the market.
    /// @return ratio Coverage in the worst shock [wad].
    /// @return closed State of the market after.
    function poke(uint16 market) external returns (uint256 ratio, bool closed);

    /// @notice Coverage of a market in its worst shock.
    function coverageOf(uint16 market) external view returns (Coverage memory);
    /// @notice Coverage of one shock.
    function shockOf(uint16 market, uint8 asset, bool rises) external view returns (Coverage memory);
    /// @notice Stress gap `J` of an asset: the jump that the market must survive [wad].
    function gapOf(uint16 market, uint8 asset) external view returns (uint256);
    /// @notice Time that outside markets have to take the collateral [seconds].
    function horizonOf(uint16 market) external view returns (uint256);
    /// @notice Since when pokes speak for the other state [unix seconds]; 0 if they do not.
    function pendingSince(uint16 market) external view returns (uint256);

    /// @notice Restricted. `gap` in [0.5 %, 50 %].
    function setGap(uint16 market, uint8 asset, uint256 gap) external;
    /// @notice Restricted. `horizon` in [5 minutes, 1 day].
    function setHorizon(uint16 market, uint256 horizon) external;
}
