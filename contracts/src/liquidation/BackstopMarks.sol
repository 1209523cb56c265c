// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IBackstopBase} from "../interfaces/IBackstopVault.sol";
import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {BackstopStorage} from "./BackstopStorage.sol";

/// @dev One reading of the vault.
/// @param low, high Marks [quote units]. @param pricesUp Whether every price they need is there.
/// @param collateral Quote tokens of the vault's account. @param owedHigh Its debt at the higher bound [quote units].
/// @param owed Its debts [token units]. @param debtMask Assets it owes.
/// @param words Prices `low << 128 | high` of what is held and owed, and of the quote token; 0 of the others.
struct Marks {
    uint256 low;
    uint256 high;
    bool pricesUp;
    uint256 collateral;
    uint256 owedHigh;
    uint256[16] owed;
    uint256 debtMask;
    uint256[16] words;
}

/// @title What the vault is worth: a low mark at which shares are redeemed, a high one at which they are issued.
/// @notice `low = cash + Σ inventory·p_low·(1 − haircut) + max(0, collateral − Σ debt·p_high)`, `high` with the other
/// bounds and no haircut; of cash, income that still vests counts in `high` alone. So a price that is known to be
/// uncertain, or about to move, cannot be turned into a profit against those who stay.
abstract contract BackstopMarks is BackstopStorage {
    using Bits for uint256;
    using FixedPointMathLib for uint256;

    /// @inheritdoc IBackstopBase
    function marks() public view returns (uint256 low, uint256 high, bool pricesUp) {
        Marks memory m = _marks(0);
        return (m.low, m.high, m.pricesUp);
    }

    /// @param also Mask of assets whose prices are wanted besides.
    function _marks(uint256 also) internal view returns (Marks memory m) {
        uint256[16] memory held;
        (, held, m.owed) = ENGINE.position(_account());
        m.collateral = held[QUOTE];
        for (uint256 i; i < 16; ++i) {
            if (m.owed[i] != 0) m.debtMask |= 1 << i;
        }
        m.pricesUp = true;
        // who comes in pays for income that does not count yet: it belongs to those who were there
        (m.low, m.high) = (_cash.zeroFloorSub(_unvested()), _cash);
        uint256 needed = m.debtMask | _inventoryMask;
        if (needed | also != 0) {
            // forge-lint: disable-next-line(unsafe-typecast) — masks of 16 assets
            m.words = ORACLE.maintenancePrices(MARKET, uint16(needed | also | 1 << QUOTE));
            if (m.words[QUOTE] == 0) m.pricesUp = needed == 0;
            else _addInventory(m);
        }
        _addAccount(m);
    }

    function _addInventory(Marks memory m) private view {
        uint256 kept = BackstopMath.ONE - _parameters.haircut;
        for (uint256 mask = _inventoryMask; mask != 0; mask = mask.dropLowest()) {
            uint256 i = mask.lowest();
            (uint256 low, uint256 high) = _bounds(m, i);
            if (high == 0) m.pricesUp = false;
            uint256 amount = _inventory[i];
            m.low += BackstopMath.quoteDown(amount, low, _high(m.words[QUOTE])) * kept / BackstopMath.ONE;
            m.high += BackstopMath.quoteUp(amount, high, _low(m.words[QUOTE]));
        }
    }

    /// @dev The account is without recourse: what it owes beyond its collateral is not the vault's.
    function _addAccount(Marks memory m) private view {
        if (m.words[QUOTE] == 0 && m.debtMask != 0) m.pricesUp = false;
        uint256 least;
        bool complete = true;
        for (uint256 mask = m.debtMask; mask != 0; mask = mask.dropLowest()) {
            uint256 i = mask.lowest();
            (uint256 low, uint256 high) = _bounds(m, i);
            if (high == 0 || m.words[QUOTE] == 0) {
                complete = m.pricesUp = false;
                continue;
            }
            m.owedHigh += BackstopMath.quoteUp(m.owed[i], high, _low(m.words[QUOTE]));
            least += BackstopMath.quoteDown(m.owed[i], low, _high(m.words[QUOTE]));
        }
        if (complete) m.low += m.collateral.zeroFloorSub(m.owedHigh);
        m.high += m.collateral.zeroFloorSub(least);
    }

    /// @dev Part of the last income that does not count yet.
    function _unvested() internal view returns (uint256) {
        uint256 end = _vestedAt;
        if (block.timestamp >= end) return 0;
        return uint256(_vesting).mulDivUp(end - block.timestamp, DAY);
    }

    /// @dev Most that one loss takes; what a running takeover is about to pay is not there for it.
    function _coverRoom() internal view returns (uint256) {
        return (_cash - _reserved) * _parameters.coverShare / BackstopMath.ONE;
    }

    /* READING OF ONE ASSET */

    function _bounds(Marks memory m, uint256 i) internal pure returns (uint256 low, uint256 high) {
        return (_low(m.words[i]), _high(m.words[i]));
    }

    function _low(uint256 word) internal pure returns (uint256) {
        return word >> 128;
    }

    function _high(uint256 word) internal pure returns (uint256) {
        return uint128(word);
    }

    /// @dev Prices of an asset and of the quote token must be there.
    function _requirePrices(Marks memory m, uint8 asset_) internal view {
        require(m.words[asset_] != 0, Errors.PriceUnavailable(MARKET, asset_));
        require(m.words[QUOTE] != 0, Errors.PriceUnavailable(MARKET, QUOTE));
    }

    /// @dev Both sides of an asset at the higher bound: hedges that happen to be there do not make room for more.
    function _exposure(Marks memory m, uint8 asset_) internal view returns (uint256) {
        uint256 amount = _inventory[asset_] + m.owed[asset_];
        return amount == 0 ? 0 : BackstopMath.quoteUp(amount, _high(m.words[asset_]), _low(m.words[QUOTE]));
    }

    function _assetRoom(Marks memory m, uint8 asset_) internal view returns (uint256) {
        return (m.low * _parameters.assetShare / BackstopMath.ONE).zeroFloorSub(_exposure(m, asset_));
    }

    function _hedgeTarget(address token) internal view returns (uint256) {
        return BackstopMath.hedgeTarget(
            RISK_ENGINE.VOLATILITY_ORACLE().volatility(token), _parameters.fullHedgeVolatility, _parameters.hedgeFloor
        );
    }
}
