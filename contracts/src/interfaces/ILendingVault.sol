// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {IMarginEngine} from "./IMarginEngine.sol";

/// @title What a lending vault has beside ERC-4626.
interface ILendingVaultBase {
    /// @notice What was recovered of the vault's losses was lent again; it counts for the shares little by little.
    /// @param amount Recovered [token units].
    /// @param credited Shares of the reserve that it bought.
    /// @param vestedAt When all of it counts [unix seconds].
    event Harvest(address indexed caller, uint256 amount, uint256 credited, uint256 vestedAt);

    /// @notice Thrown when the reserve credits less than the shares promise: something moved it inside the payment
    /// [shares of the reserve].
    error CreditTooLow(uint256 actual, uint256 bound);
    /// @notice Thrown when recoveries are collected before the last ones have vested [unix seconds].
    error HarvestTooEarly(uint256 actual, uint256 bound);

    /// @notice Collects what the engine recovered of the vault's losses and lends it again; anyone may.
    /// @dev Requirements: the last recovery has vested; there is something to collect; the supply cap has room for it.
    /// Emits `Harvest`.
    /// @return amount Recovered [token units].
    function harvest() external returns (uint256 amount);

    /// @notice What the vault lost and has not got back.
    /// @return owed Not recovered [token units].
    /// @return claimable Recovered, and collected by `harvest` [token units].
    /// @return vesting Collected, and not counted in `totalAssets` yet [token units].
    /// @return vestedAt When all of that counts [unix seconds].
    function recovery() external view returns (uint256 owed, uint256 claimable, uint256 vesting, uint256 vestedAt);

    function ENGINE() external view returns (IMarginEngine);
    function MARKET() external view returns (uint16);
    /// @notice Index of the asset in its market.
    function ASSET() external view returns (uint8);
    /// @notice Account of the vault in the engine: its shares of the reserve belong to it.
    function ACCOUNT() external view returns (bytes32);
    /// @notice Shares of the reserve behind all shares of the vault, without those that still vest.
    function backing() external view returns (uint256);
}

/// @title Shares of one reserve of the engine as an ERC-4626 token with ERC-2612 permits.
/// @notice A share stands for at least one share of the engine's reserve, and has the decimals of the asset plus six.
interface ILendingVault is IERC4626, IERC20Permit, ILendingVaultBase {}
