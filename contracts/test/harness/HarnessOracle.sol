// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Price words by hand, one set for opening and one for maintenance, whatever the market.
contract HarnessOracle {
    uint256[16] internal _opening;
    uint256[16] internal _maintenance;

    function set(uint256[16] calldata opening, uint256[16] calldata maintenance) external {
        _opening = opening;
        _maintenance = maintenance;
    }

    function openingPrices(uint16, uint16) external view returns (uint256[16] memory) {
        return _opening;
    }

    function maintenancePrices(uint16, uint16) external view returns (uint256[16] memory) {
        return _maintenance;
    }
}
