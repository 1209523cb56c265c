// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Errors} from "../libraries/Errors.sol";
import {InterestRate} from "../libraries/InterestRate.sol";
import {EngineMap} from "./EngineMap.sol";
import {
    ACCRUED_AT_SHIFT,
    CashWord,
    DebtWord,
    FEES_FRACTION_BITS,
    FEES_SHIFT,
    INDEX_SHIFT,
    LOG_RATE_SHIFT,
    MAX_AMOUNT,
    MAX_FEES,
    MAX_INDEX
} from "./types/ReserveWords.sol";

/// @title Interest of reserves.
abstract contract EngineReserves is EngineMap {
    /// @dev Both words of a reserve, accrued to now; the caller stores them. Requires that the asset is listed: callers have
    /// its config from `_listed`, or its index from the mask of an account.
    function _accrued(uint256 market, uint256 asset) internal view returns (DebtWord debt, CashWord cash) {
        (debt, cash) = _debtAndCash(market, asset);
        if (debt.accruedAt() != uint32(block.timestamp)) (debt, cash) = _grow(debt, cash);
    }

    /// @dev Debt word with the index of now: all that a debt value needs.
    function _accruedDebt(uint256 market, uint256 asset) internal view returns (DebtWord debt) {
        debt = _debtWord(market, asset);
        if (debt.accruedAt() != uint32(block.timestamp)) (debt,) = _grow(debt, _cashWord(market, asset));
    }

    function _store(uint256 market, uint256 asset, DebtWord debt, CashWord cash) internal {
        _setDebtAndCash(market, asset, debt, cash);
    }

    /// @notice What suppliers own: cash and debt without the protocol's fees [token units].
    function _totalAssets(DebtWord debt, CashWord cash) internal pure returns (uint256) {
        // cannot overflow: 112 and 132 bits
        unchecked {
            uint256 gross = cash.cash() + debt.totalDebt();
            uint256 fees = cash.feesUp();
            return gross > fees ? gross - fees : 0; // fees round up, so on an empty reserve they may be one unit more
        }
    }

    /// @dev The period is charged at the utilisation before the action, so a borrow that is repaid in the same block
    /// leaves no trace on the rate. Index and fees saturate: accrual never reverts.
    function _grow(DebtWord debt, CashWord cash) private view returns (DebtWord, CashWord) {
        // cannot overflow: index 80 + growth 97 bits, interest 113 + 8 + 8 bits; accruedAt is a past timestamp
        unchecked {
            uint256 owed = debt.totalDebt();
            (uint256 growth, uint256 logRate) = InterestRate.accrue(
                debt.logRate(),
                InterestRate.utilizationOf(owed, cash.cash()),
                block.timestamp - debt.accruedAt(),
                cash.ratePremium()
            );
            uint256 index = debt.index();
            index += (index * growth) >> 96;
            if (index > MAX_INDEX) index = MAX_INDEX;
            debt = DebtWord.wrap(
                debt.scaledDebt() | (index << INDEX_SHIFT) | (uint256(uint32(block.timestamp)) << ACCRUED_AT_SHIFT)
                    | (logRate << LOG_RATE_SHIFT)
            );
            uint256 earned = (debt.totalDebt() - owed) * cash.feeShare() << (FEES_FRACTION_BITS - 8);
            uint256 fees = ((CashWord.unwrap(cash) >> FEES_SHIFT) & MAX_FEES) + earned;
            if (fees > MAX_FEES) fees = MAX_FEES;
            cash = CashWord.wrap((CashWord.unwrap(cash) & ~(MAX_FEES << FEES_SHIFT)) | (fees << FEES_SHIFT));
            return (debt, cash);
        }
    }

    /// @dev Takes `amount` out of the cash of a reserve.
    function _spend(CashWord cash, uint256 amount) internal pure returns (CashWord) {
        if (amount > cash.cash()) revert Errors.InsufficientCash(cash.cash(), amount);
        return cash.subCash(amount);
    }

    /// @dev Adds `amount` to the cash of a reserve.
    function _receive(CashWord cash, uint256 amount) internal pure returns (CashWord) {
        uint256 total = cash.cash() + amount;
        if (total > MAX_AMOUNT) revert Errors.AmountTooLarge(total, MAX_AMOUNT);
        return cash.addCash(amount);
    }
}
