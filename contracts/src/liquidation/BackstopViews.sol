// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopAsset, BackstopParameters, BackstopStatus, IBackstopShares} from "../interfaces/IBackstopVault.sol";
import {Bits} from "../libraries/Bits.sol";
import {Marks} from "./BackstopMarks.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {BackstopShares} from "./BackstopShares.sol";

/// @title The state of a vault for screens.
abstract contract BackstopViews is BackstopShares {
    using Bits for uint256;

    /// @inheritdoc IBackstopShares
    function parameters() external view returns (BackstopParameters memory) {
        return _parameters;
    }

    /// @inheritdoc IBackstopShares
    function poolFeeOf(uint8 asset) external view returns (uint24) {
        return _poolFees[asset];
    }

    /// @inheritdoc IBackstopShares
    function status() external view returns (BackstopStatus memory s) {
        Marks memory m = _marks(0);
        (s.cash, s.vesting, s.low, s.high, s.pricesUp) = (_cash, _unvested(), m.low, m.high, m.pricesUp);
        (s.collateral, s.owed) = (m.collateral, m.owedHigh);
        (s.coverRoom, s.covered, s.queued) = (_coverRoom(), _covered, _queued);
        (s.exitsLimited, s.exitRoom) = (exitsLimited(), _exitRoom(m));
        uint256 mask = m.debtMask | _inventoryMask;
        s.assets = new BackstopAsset[](_count(mask));
        for (uint256 i; mask != 0; mask = mask.dropLowest()) {
            // forge-lint: disable-next-line(unsafe-typecast) — a mask of 16 assets
            s.assets[i++] = _statusOf(m, uint8(mask.lowest()));
        }
    }

    function _statusOf(Marks memory m, uint8 i) private view returns (BackstopAsset memory a) {
        (a.asset, a.held, a.taken) = (i, _inventory[i], _taken[i]);
        (a.owed, a.assumed) = (m.owed[i], _assumed[i]);
        a.hedgeTarget = _hedgeTarget(_tokenOf(i));
        a.hedgeRatio =
            a.owed != 0 ? BackstopMath.hedgeRatio(a.owed, a.assumed) : BackstopMath.hedgeRatio(a.held, a.taken);
        if (m.words[i] == 0 || m.words[QUOTE] == 0) return a;
        (uint256 low, uint256 high) = _bounds(m, i);
        a.heldLow = BackstopMath.quoteDown(a.held, low, _high(m.words[QUOTE]));
        a.heldHigh = BackstopMath.quoteUp(a.held, high, _low(m.words[QUOTE]));
        a.room = _assetRoom(m, i);
    }

    function _count(uint256 mask) private pure returns (uint256 count) {
        for (; mask != 0; mask = mask.dropLowest()) {
            ++count;
        }
    }
}
