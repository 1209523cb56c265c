// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FeedParameters, PythParameters} from "./SourceParameters.sol";

/// @title Change of a price source in the open
/// @notice A proposed source is compared with the one in force for the shadow period, by samples that anyone takes.
/// One that parts from it starts again; one that never did is put in force by anyone.
interface IProposedSources {
    event ProposeFeed(uint16 indexed market, uint8 indexed asset, FeedParameters parameters);
    event ProposePyth(uint16 indexed market, uint8 indexed asset, PythParameters parameters);
    event CancelProposal(uint16 indexed market, uint8 indexed asset);
    /// @param price Raw price of the proposed source; 0 if it gave none.
    /// @param inForce Raw price of the source in force; 0 if none gave one.
    /// @param samples Samples that agreed in a row, this one included; 0 if it did not.
    event SampleProposal(
        address indexed caller,
        uint16 indexed market,
        uint8 indexed asset,
        uint256 price,
        uint256 inForce,
        uint256 samples
    );
    event ActivateProposal(address indexed caller, uint16 indexed market, uint8 indexed asset);

    /// @notice Thrown when a source at its activation is too far from the one in force [raw prices].
    error ActivationOutOfBounds(uint256 actual, uint256 bound);
    /// @notice Thrown when a feed changed its decimals since it was proposed.
    error FeedDecimalsChanged(uint256 actual, uint256 bound);
    /// @notice Thrown when no source is proposed.
    error NoProposal(uint16 market, uint8 asset);
    /// @notice Thrown when the last sample before an activation is too old [seconds].
    error SampleTooOld(uint256 actual, uint256 bound);
    /// @notice Thrown when a sample follows the one before it too closely [seconds].
    error SampleTooSoon(uint256 actual, uint256 bound);
    /// @notice Thrown when a proposed source was compared too rarely.
    error SamplesTooFew(uint256 actual, uint256 bound);
    /// @notice Thrown when a proposed source was compared for too short a time [seconds].
    error ShadowTooShort(uint256 actual, uint256 bound);

    /// @notice Proposes another feed, or another composition of it. Replaces a proposal that is under way.
    function proposeFeed(uint16 market, uint8 asset, FeedParameters calldata parameters) external;

    /// @notice Proposes another Pyth price. Replaces a proposal that is under way.
    function proposePyth(uint16 market, uint8 asset, PythParameters calldata parameters) external;

    /// @notice Withdraws a proposal.
    function cancelProposal(uint16 market, uint8 asset) external;

    /// @notice Compares a proposed source with the one in force; anyone may, one spacing after the last time.
    /// @return samples Samples that agreed in a row.
    function sampleProposal(uint16 market, uint8 asset) external returns (uint256 samples);

    /// @notice Puts a proposed source in force; anyone may.
    /// @dev Requirements: it agreed for the whole shadow period, in enough samples, the last one recent; it answers
    /// now, and between half and twice the source in force.
    function activateProposal(uint16 market, uint8 asset) external;
}
