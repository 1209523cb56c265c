// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracle, PriceReport, PriceStatus} from "../../src/interfaces/IPriceOracle.sol";

/// @notice Prices by hand, one storage read each. Opening and maintenance bounds are the same pair: equal while the
/// sources agree, the two sources while they do not.
contract SettableOracle is IPriceOracle {
    /// @dev `market << 4 | asset`; a plain array, so that a price costs its read and no hash.
    uint256[65536 * 16] internal _words;
    uint256 internal constant SHIFT = 128;

    /// @param low, high USD wad per whole token; 0 and 0 is "down".
    function set(uint16 market, uint8 asset, uint8 decimals, uint256 low, uint256 high) external {
        uint256 scale = 10 ** (18 - decimals);
        _words[uint256(market) << 4 | asset] = (low * scale) << SHIFT | high * scale;
    }

    function openingPrices(uint16 market, uint16 assets) external view returns (uint256[16] memory) {
        _return(market, assets);
    }

    function maintenancePrices(uint16 market, uint16 assets) external view returns (uint256[16] memory) {
        _return(market, assets);
    }

    function report(uint16 market, uint8 asset) external view returns (PriceReport memory result) {
        uint256 word = _words[uint256(market) << 4 | asset];
        (uint256 low, uint256 high) = (word >> SHIFT, uint128(word));
        if (high == 0) result.status = PriceStatus.Down;
        else if (low != high) result.status = PriceStatus.Guarded;
        (result.primary, result.witness, result.mid) = (low, high, (low + high) / 2);
        (result.updatedAt, result.staleAfter) = (block.timestamp, block.timestamp + 1 hours);
    }

    /// @inheritdoc IPriceOracle
    mapping(uint16 market => mapping(uint8 asset => uint256)) public latency;

    function setLatency(uint16 market, uint8 asset, uint256 time) external {
        latency[market][asset] = time;
    }

    /// @dev A read, a store and a step an asset; ends the call with the words as they lie in memory. What is measured
    /// with this oracle shall be the engine.
    function _return(uint256 market, uint256 assets) internal view {
        uint256[16] memory words;
        assembly ("memory-safe") {
            let slot := add(_words.slot, shl(4, market))
            for { let place := words } assets { assets := shr(1, assets) } {
                if and(assets, 1) { mstore(place, sload(slot)) }
                slot := add(slot, 1)
                place := add(place, 32)
            }
            return(words, 512)
        }
    }
}
