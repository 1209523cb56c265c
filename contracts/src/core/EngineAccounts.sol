// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Errors} from "../libraries/Errors.sol";
import {EngineTokens} from "./EngineTokens.sol";
import {AccountWord, MAX_ACCOUNT_AMOUNT} from "./types/AccountWord.sol";

/// @title Amounts of an account: inline while simple, spilled beyond. Setters return the new word; the caller stores it.
abstract contract EngineAccounts is EngineTokens {
    uint256 private constant SPILLED_DEBT = 8;

    /// @dev The inline amount is 0 while its place is free: the primary asset is the one case that needs no look at the mask.
    function _collateralOf(bytes32 account, AccountWord word, uint256 asset) internal view returns (uint256 amount) {
        if (word.primaryCollateral() == asset) amount = word.inlineCollateral();
        else if (word.holds(asset)) amount = _spilled(account, 0, asset);
    }

    /// @return scaled Scaled debt.
    function _scaledDebtOf(bytes32 account, AccountWord word, uint256 asset) internal view returns (uint256 scaled) {
        if (word.primaryDebt() == asset) scaled = word.inlineDebt();
        else if (word.owes(asset)) scaled = _spilled(account, SPILLED_DEBT, asset);
    }

    function _withCollateral(bytes32 account, AccountWord word, uint256 asset, uint256 amount)
        internal
        returns (AccountWord)
    {
        if (amount > MAX_ACCOUNT_AMOUNT) revert Errors.AmountTooLarge(amount, MAX_ACCOUNT_AMOUNT);
        uint256 primary = word.primaryCollateral();
        // an asset that is already spilled stays there, even when the inline place becomes free
        if (primary == asset || (!word.holds(primary) && !word.holds(asset))) {
            word = word.withInlineCollateral(asset, amount);
        } else {
            _setSpilled(account, 0, asset, amount);
        }
        return word.withCollateralBit(asset, amount != 0);
    }

    function _withScaledDebt(bytes32 account, AccountWord word, uint256 asset, uint256 scaled)
        internal
        returns (AccountWord)
    {
        if (scaled > MAX_ACCOUNT_AMOUNT) revert Errors.AmountTooLarge(scaled, MAX_ACCOUNT_AMOUNT);
        uint256 primary = word.primaryDebt();
        if (primary == asset || (!word.owes(primary) && !word.owes(asset))) {
            word = word.withInlineDebt(asset, scaled);
        } else {
            uint256 market = word.market();
            uint256 others = _spilledDebts(market, asset) - _spilled(account, SPILLED_DEBT, asset);
            _setSpilledDebts(market, asset, others + scaled);
            _setSpilled(account, SPILLED_DEBT, asset, scaled);
        }
        return word.withDebtBit(asset, scaled != 0);
    }

    /// @dev An account that holds and owes nothing is 0 again, and free to enter another market.
    function _storeAccount(bytes32 account, AccountWord word) internal {
        _accounts[account] = word.isEmpty() ? AccountWord.wrap(0) : word;
    }

    function _spilled(bytes32 account, uint256 offset, uint256 asset) private view returns (uint256) {
        return uint128(_spill[account][offset + (asset >> 1)] >> ((asset & 1) << 7));
    }

    function _setSpilled(bytes32 account, uint256 offset, uint256 asset, uint256 amount) private {
        uint256 shift = (asset & 1) << 7;
        uint256 kept = _spill[account][offset + (asset >> 1)] & ~(uint256(type(uint128).max) << shift);
        _spill[account][offset + (asset >> 1)] = kept | (amount << shift);
    }
}
