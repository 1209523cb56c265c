// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {EngineRequirement} from "./EngineRequirement.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {MarketWord} from "./types/MarketWord.sol";

/// @title How large a position may be: what would have to be unwound through the market of an asset is bounded by its
/// depth.
abstract contract EnginePositionCaps is EngineRequirement {
    using Bits for uint256;

    /// @dev Of a collateral its value or all the debt, whichever is less, of a debt its value. Of one collateral and one
    /// debt both are the debt, as collateral exceeds it.
    function _requirePositionCaps(
        bytes32 account,
        AccountWord word,
        MarketWord parameters,
        uint256[16] memory prices,
        uint256 debt
    ) internal view {
        bool pair = word.isPair();
        uint256 market = word.market();
        for (uint256 mask = word.collateralMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            uint256 value = debt;
            if (!pair) {
                value = _collateralValue(_collateralOf(account, word, asset), _bound(prices, market, asset, false));
                if (value > debt) value = debt;
            }
            _requirePositionCap(parameters, market, asset, value);
        }
        for (uint256 mask = word.debtMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            uint256 value = debt;
            if (!pair) {
                value = _scaledDebtOf(account, word, asset);
                value = _debtValue(market, asset, value, _bound(prices, market, asset, true));
            }
            _requirePositionCap(parameters, market, asset, value);
        }
    }

    function _requirePositionCap(MarketWord parameters, uint256 market, uint256 asset, uint256 value) private pure {
        uint256 cap = parameters.positionCap(asset);
        // forge-lint: disable-next-item(unsafe-typecast) — ids of 16 and 4 bits
        if ((value + 1e18 - 1) / 1e18 > cap) {
            revert Errors.PositionCapExceeded(uint16(market), uint8(asset), value, cap * 1e18);
        }
    }
}
