// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PriceStatus} from "../interfaces/IPriceOracle.sol";

/// @title Units of prices and what two sources mean together
/// @dev A raw price is USD · 10^(36 − decimals of the token) per whole token, that is 1e18 · USD wad per token unit.
library PriceMath {
    /// @dev Highest raw price believed of a feed: half the room of a price word, so that a deviation limit above it
    /// still fits.
    uint256 internal constant MAX_RAW = type(uint128).max / 2;
    uint256 internal constant BASIS = 1e4;

    /// @notice Raw price of a feed's answer, rounded down. Decimals up to 27 each.
    /// @dev Cannot overflow for `answer <= maxAnswer(…)`.
    function rawFromAnswer(uint256 answer, uint256 tokenDecimals, uint256 feedDecimals)
        internal
        pure
        returns (uint256)
    {
        unchecked {
            uint256 decimals = tokenDecimals + feedDecimals;
            return decimals <= 36 ? answer * 10 ** (36 - decimals) : answer / 10 ** (decimals - 36);
        }
    }

    /// @notice Highest answer whose raw price is at most `MAX_RAW`.
    function maxAnswer(uint256 tokenDecimals, uint256 feedDecimals) internal pure returns (uint256) {
        uint256 decimals = tokenDecimals + feedDecimals;
        return decimals <= 36 ? MAX_RAW / 10 ** (36 - decimals) : MAX_RAW * 10 ** (decimals - 36);
    }

    /// @notice Raw price as USD wad per whole token, rounded down. Token decimals up to 27.
    function wadFromRaw(uint256 raw, uint256 tokenDecimals) internal pure returns (uint256) {
        return tokenDecimals <= 18 ? raw / 10 ** (18 - tokenDecimals) : raw * 10 ** (tokenDecimals - 18);
    }

    /// @notice Distance of two prices, relative to the lower, in `unit`s, rounded up. Requires low != 0.
    function deviation(uint256 a, uint256 b, uint256 unit) internal pure returns (uint256) {
        (uint256 low, uint256 high) = a < b ? (a, b) : (b, a);
        return ((high - low) * unit + low - 1) / low;
    }

    /// @notice State and bounds of an asset.
    /// @param primary Raw price of the primary source; 0 if unusable.
    /// @param witness Raw price of the witness; 0 if unusable.
    /// @param limit Deviation at which the sources disagree [1e-4]; 0 without a witness.
    /// @dev Prices are below 2^128 and the limit below 2^16: nothing here overflows.
    function judge(uint256 primary, uint256 witness, uint256 limit)
        internal
        pure
        returns (PriceStatus status, uint256 low, uint256 high)
    {
        unchecked {
            if (primary == 0) return (PriceStatus.Down, 0, 0);
            if (limit == 0) return (PriceStatus.Ok, primary, primary);
            if (witness == 0) {
                // A silent witness counts as one that disagrees by the limit, in whichever direction hurts. Were it
                // ignored, emptying the pool would switch the guard off; were it a veto, it would switch liquidation
                // off. This way silencing it delays a liquidation by no more than the limit.
                low = primary * (BASIS - limit) / BASIS;
                high = (primary * (BASIS + limit) + BASIS - 1) / BASIS;
                return (PriceStatus.Guarded, low, high);
            }
            (low, high) = primary < witness ? (primary, witness) : (witness, primary);
            status = (high - low) * BASIS <= low * limit ? PriceStatus.Ok : PriceStatus.Guarded;
        }
    }
}
