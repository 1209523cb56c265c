// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EngineAccounts} from "./EngineAccounts.sol";
import {AccountWord} from "./types/AccountWord.sol";

/// @title Liquidation map: how much debt becomes liquidatable at which price.
/// @notice The primary debt of every account is in exactly one bucket of its pair, and the account's word says in which
/// and how much: what leaves a bucket is what once came in. Debt beyond the primary one is in a sum of its own.
/// @dev A bucket is as of the last action that could price the account. Repayments, deposits, interest, parameters and
/// liquidation leave it, so it may be stale; `touch` files any account anew.
abstract contract EngineMap is EngineAccounts {
    /// @dev What lowers risk needs no price: the debt stays in its bucket, which shows its liquidation too early rather
    /// than too late. In another pair that bucket would be another price: there it is unknown.
    uint256 internal constant SAME_BUCKET = 256;

    /// @dev Stores an account and moves its debt in the map from where it was to where it is.
    /// @param before Word of the account when the map was last right.
    /// @param bucket Where its debt is now, or SAME_BUCKET.
    function _storeMapped(bytes32 account, AccountWord before, AccountWord word, uint256 bucket) internal {
        (uint256 removed, uint256 added) = (before.inlineDebt(), word.inlineDebt());
        if (removed | added != 0) {
            uint256 to = word.mapPair();
            uint256 from = to;
            uint256 old = before.bucket();
            if (word.sameAssets(before)) {
                uint256 unit = _debtUnit(to);
                (removed, added) = (removed >> unit, added >> unit);
            } else {
                from = before.mapPair();
                if (removed != 0) removed >>= _debtUnit(from);
                if (added != 0) added >>= _debtUnit(to);
            }
            if (bucket == SAME_BUCKET) bucket = from == to ? old : 0;
            if (added == 0) bucket = 0; // no debt, or less than the unit: nowhere is where it was
            word = word.withBucket(bucket);
            _move((from << 8) | old, removed, (to << 8) | bucket, added);
        }
        _storeAccount(account, word);
    }

    /// @param pair `market 16 | debt asset 4 | collateral asset 4`.
    function _debtUnit(uint256 pair) private view returns (uint256) {
        return _config(pair >> 8, (pair >> 4) & 15).debtUnit();
    }

    /// @dev cannot underflow: what is removed was added at the same place; cannot overflow: see `maxDebtCap`.
    function _move(uint256 from, uint256 removed, uint256 to, uint256 added) private {
        unchecked {
            uint256 minus = removed << ((from & 3) << 6);
            uint256 plus = added << ((to & 3) << 6);
            if (from >> 2 == to >> 2) {
                if (plus != minus) _setMapWord(to >> 2, _mapWord(to >> 2) + plus - minus);
            } else {
                if (minus != 0) _setMapWord(from >> 2, _mapWord(from >> 2) - minus);
                if (plus != 0) _setMapWord(to >> 2, _mapWord(to >> 2) + plus);
            }
        }
    }
}
