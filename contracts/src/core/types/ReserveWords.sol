// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Debt side of a reserve. Low bit first:
///   scaledDebt 112 | index 80 (2^60 = 1) | accruedAt 32 | logRate 32 (ln(rateAtTarget / 0.1 %), 2^-29) = 256
type DebtWord is uint256;

/// @notice Cash side of a reserve. Low bit first:
///   cash 112 | fees 96 (16 of them fractional) | debtCap 16 (mantissa 8, exponent 8) | feeShare 8 (1/256) |
///   ratePremium 16 (0.1 % a year) | minDebtExponent 8                                                  = 256
type CashWord is uint256;

/// @notice Suppliers' side of a reserve, read by lenders only. Low bit first:
///   supplyShares 144 | supplyCap 16 (mantissa 8, exponent 8) | hadLoss 1 | spare 95 = 256
type SupplyWord is uint256;

using {scaledDebt, index, accruedAt, logRate, addScaled, subScaled, debtOf, totalDebt} for DebtWord global;
using {
    cash,
    feesUp,
    feesDown,
    debtCap,
    feeShare,
    ratePremium,
    minDebt,
    addCash,
    subCash,
    addFees,
    subFees,
    withDebtCap,
    withRatePremium
} for CashWord global;
using {supplyShares, supplyCap, hadLoss, addShares, subShares, withCap, withLoss} for SupplyWord global;

uint256 constant MAX_AMOUNT = type(uint112).max;
uint256 constant MAX_INDEX = type(uint80).max;
uint256 constant MAX_FEES = type(uint96).max;
uint256 constant MAX_SHARES = type(uint144).max;
uint256 constant INDEX_ONE = 2 ** 60;
uint256 constant INDEX_BITS = 60;

uint256 constant INDEX_SHIFT = 112;
uint256 constant ACCRUED_AT_SHIFT = 192;
uint256 constant LOG_RATE_SHIFT = 224;
uint256 constant FEES_SHIFT = 112;
uint256 constant FEES_FRACTION_BITS = 16;
uint256 constant DEBT_CAP_SHIFT = 208;
uint256 constant FEE_SHARE_SHIFT = 224;
uint256 constant RATE_PREMIUM_SHIFT = 232;
uint256 constant MIN_DEBT_SHIFT = 248;
uint256 constant SUPPLY_CAP_SHIFT = 144;
uint256 constant FLAG_HAD_LOSS = 1 << 160;

/* DEBT WORD */

function scaledDebt(DebtWord w) pure returns (uint256) {
    return DebtWord.unwrap(w) & MAX_AMOUNT;
}

function index(DebtWord w) pure returns (uint256) {
    return (DebtWord.unwrap(w) >> INDEX_SHIFT) & MAX_INDEX;
}

function accruedAt(DebtWord w) pure returns (uint256) {
    return uint32(DebtWord.unwrap(w) >> ACCRUED_AT_SHIFT);
}

function logRate(DebtWord w) pure returns (uint256) {
    return DebtWord.unwrap(w) >> LOG_RATE_SHIFT;
}

/// @notice Debt of `scaled`, rounded up [token units].
function debtOf(DebtWord w, uint256 scaled) pure returns (uint256) {
    // cannot overflow: 112 + 80 bits
    unchecked {
        return (scaled * index(w) + (INDEX_ONE - 1)) >> INDEX_BITS;
    }
}

/// @notice Debt of all borrowers, rounded up [token units].
function totalDebt(DebtWord w) pure returns (uint256) {
    return debtOf(w, scaledDebt(w));
}

/// @dev Requires the sum ≤ MAX_AMOUNT.
function addScaled(DebtWord w, uint256 scaled) pure returns (DebtWord) {
    unchecked {
        return DebtWord.wrap(DebtWord.unwrap(w) + scaled);
    }
}

/// @dev Requires scaled ≤ scaledDebt(w): the sum over accounts equals the total exactly.
function subScaled(DebtWord w, uint256 scaled) pure returns (DebtWord) {
    unchecked {
        return DebtWord.wrap(DebtWord.unwrap(w) - scaled);
    }
}

/* CASH WORD */

function cash(CashWord w) pure returns (uint256) {
    return CashWord.unwrap(w) & MAX_AMOUNT;
}

/// @notice Protocol's interest, rounded up: what suppliers do not own [token units].
function feesUp(CashWord w) pure returns (uint256) {
    // cannot overflow: 96 bits
    unchecked {
        return (((CashWord.unwrap(w) >> FEES_SHIFT) & MAX_FEES) + 0xffff) >> FEES_FRACTION_BITS;
    }
}

/// @notice Protocol's interest, rounded down: what can be collected [token units].
function feesDown(CashWord w) pure returns (uint256) {
    return ((CashWord.unwrap(w) >> FEES_SHIFT) & MAX_FEES) >> FEES_FRACTION_BITS;
}

/// @return Token units.
function debtCap(CashWord w) pure returns (uint256) {
    return unpackCap(CashWord.unwrap(w) >> DEBT_CAP_SHIFT);
}

/// @return 1/256.
function feeShare(CashWord w) pure returns (uint256) {
    return uint8(CashWord.unwrap(w) >> FEE_SHARE_SHIFT);
}

/// @return 0.1 % a year.
function ratePremium(CashWord w) pure returns (uint256) {
    return uint16(CashWord.unwrap(w) >> RATE_PREMIUM_SHIFT);
}

/// @return Token units.
function minDebt(CashWord w) pure returns (uint256) {
    return 1 << (CashWord.unwrap(w) >> MIN_DEBT_SHIFT);
}

/// @dev Requires the sum ≤ MAX_AMOUNT.
function addCash(CashWord w, uint256 amount) pure returns (CashWord) {
    unchecked {
        return CashWord.wrap(CashWord.unwrap(w) + amount);
    }
}

/// @dev Requires amount ≤ cash(w).
function subCash(CashWord w, uint256 amount) pure returns (CashWord) {
    unchecked {
        return CashWord.wrap(CashWord.unwrap(w) - amount);
    }
}

/// @notice Adds to the protocol's part; what does not fit its field is the suppliers'.
function addFees(CashWord w, uint256 amount) pure returns (CashWord) {
    uint256 fees = (CashWord.unwrap(w) >> FEES_SHIFT) & MAX_FEES;
    uint256 room = (MAX_FEES - fees) >> FEES_FRACTION_BITS;
    if (amount > room) amount = room;
    return CashWord.wrap(CashWord.unwrap(w) + (amount << (FEES_SHIFT + FEES_FRACTION_BITS)));
}

/// @dev Requires amount ≤ feesDown(w).
function subFees(CashWord w, uint256 amount) pure returns (CashWord) {
    return CashWord.wrap(CashWord.unwrap(w) - (amount << (FEES_SHIFT + FEES_FRACTION_BITS)));
}

/// @param cap Token units, below 2^112; rounded down to 8 significant bits.
function withDebtCap(CashWord w, uint256 cap) pure returns (CashWord) {
    return CashWord.wrap((CashWord.unwrap(w) & ~(uint256(0xffff) << DEBT_CAP_SHIFT)) | (packCap(cap) << DEBT_CAP_SHIFT));
}

/// @param premium 0.1 % a year, below 2^16.
function withRatePremium(CashWord w, uint256 premium) pure returns (CashWord) {
    uint256 kept = CashWord.unwrap(w) & ~(uint256(0xffff) << RATE_PREMIUM_SHIFT);
    return CashWord.wrap(kept | (premium << RATE_PREMIUM_SHIFT));
}

/* SUPPLY WORD */

function supplyShares(SupplyWord w) pure returns (uint256) {
    return SupplyWord.unwrap(w) & MAX_SHARES;
}

/// @return Token units.
function supplyCap(SupplyWord w) pure returns (uint256) {
    return unpackCap(SupplyWord.unwrap(w) >> SUPPLY_CAP_SHIFT);
}

/// @notice Suppliers once lost something here: their claims are settled before their shares change.
function hadLoss(SupplyWord w) pure returns (bool) {
    return SupplyWord.unwrap(w) & FLAG_HAD_LOSS != 0;
}

function withLoss(SupplyWord w) pure returns (SupplyWord) {
    return SupplyWord.wrap(SupplyWord.unwrap(w) | FLAG_HAD_LOSS);
}

/// @param cap Token units, below 2^112; rounded down to 8 significant bits.
function withCap(SupplyWord w, uint256 cap) pure returns (SupplyWord) {
    uint256 kept = SupplyWord.unwrap(w) & (MAX_SHARES | FLAG_HAD_LOSS);
    return SupplyWord.wrap(kept | (packCap(cap) << SUPPLY_CAP_SHIFT));
}

/// @dev Requires the sum ≤ MAX_SHARES.
function addShares(SupplyWord w, uint256 shares) pure returns (SupplyWord) {
    unchecked {
        return SupplyWord.wrap(SupplyWord.unwrap(w) + shares);
    }
}

/// @dev Requires shares ≤ supplyShares(w).
function subShares(SupplyWord w, uint256 shares) pure returns (SupplyWord) {
    unchecked {
        return SupplyWord.wrap(SupplyWord.unwrap(w) - shares);
    }
}

/* CAPS: mantissa 8 (low), exponent 8 */

function unpackCap(uint256 packed) pure returns (uint256) {
    return (packed & 255) << ((packed >> 8) & 255);
}

/// @notice Rounds down to 8 significant bits.
function packCap(uint256 amount) pure returns (uint256) {
    uint256 exponent;
    while (amount >> exponent > 255) ++exponent;
    return (amount >> exponent) | (exponent << 8);
}
