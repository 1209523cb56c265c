// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Bits} from "../../libraries/Bits.sol";

/// @notice An account while it is simple: one collateral and one debt fit in its only slot. Further assets are in the
/// spill slots, found by the masks. Low bit first:
///
///   collateral 96 | scaledDebt 96 | market 16 | collateralMask 16 | debtMask 16 | primaryCollateral 4 | primaryDebt 4 |
///   bucket 8                                                                                                     = 256
///
/// The inline amount belongs to the primary index; if the mask bit of that index is clear, the inline place is free and
/// the amount 0.
/// `bucket` is the place of the inline debt in the liquidation map; 0 without debt.
type AccountWord is uint256;

using {
    market,
    collateralMask,
    debtMask,
    assetMask,
    primaryCollateral,
    primaryDebt,
    inlineCollateral,
    inlineDebt,
    holds,
    owes,
    isEmpty,
    isPair,
    bucket,
    sameButCollateral,
    sameAssets,
    mapCollateral,
    mapPair,
    withBucket,
    withMarket,
    withInlineCollateral,
    withInlineDebt,
    withCollateralBit,
    withDebtBit
} for AccountWord global;

uint256 constant MAX_ACCOUNT_AMOUNT = type(uint96).max;

uint256 constant DEBT_SHIFT = 96;
uint256 constant MARKET_SHIFT = 192;
uint256 constant COLLATERAL_MASK_SHIFT = 208;
uint256 constant DEBT_MASK_SHIFT = 224;
uint256 constant PRIMARY_COLLATERAL_SHIFT = 240;
uint256 constant PRIMARY_DEBT_SHIFT = 244;
uint256 constant BUCKET_SHIFT = 248;

function market(AccountWord w) pure returns (uint256) {
    return uint16(AccountWord.unwrap(w) >> MARKET_SHIFT);
}

function collateralMask(AccountWord w) pure returns (uint256) {
    return uint16(AccountWord.unwrap(w) >> COLLATERAL_MASK_SHIFT);
}

function debtMask(AccountWord w) pure returns (uint256) {
    return uint16(AccountWord.unwrap(w) >> DEBT_MASK_SHIFT);
}

function assetMask(AccountWord w) pure returns (uint256) {
    return collateralMask(w) | debtMask(w);
}

function primaryCollateral(AccountWord w) pure returns (uint256) {
    return (AccountWord.unwrap(w) >> PRIMARY_COLLATERAL_SHIFT) & 15;
}

function primaryDebt(AccountWord w) pure returns (uint256) {
    return (AccountWord.unwrap(w) >> PRIMARY_DEBT_SHIFT) & 15;
}

function inlineCollateral(AccountWord w) pure returns (uint256) {
    return uint96(AccountWord.unwrap(w));
}

function inlineDebt(AccountWord w) pure returns (uint256) {
    return uint96(AccountWord.unwrap(w) >> DEBT_SHIFT);
}

function holds(AccountWord w, uint256 asset) pure returns (bool) {
    return (collateralMask(w) >> asset) & 1 != 0;
}

function owes(AccountWord w, uint256 asset) pure returns (bool) {
    return (debtMask(w) >> asset) & 1 != 0;
}

function isEmpty(AccountWord w) pure returns (bool) {
    return uint32(AccountWord.unwrap(w) >> COLLATERAL_MASK_SHIFT) == 0;
}

/// @notice One collateral and one debt, both inline.
function isPair(AccountWord w) pure returns (bool) {
    return collateralMask(w) == 1 << primaryCollateral(w) && debtMask(w) == 1 << primaryDebt(w);
}

function withMarket(AccountWord w, uint256 newMarket) pure returns (AccountWord) {
    return AccountWord.wrap(AccountWord.unwrap(w) | (newMarket << MARKET_SHIFT));
}

/// @dev Requires amount ≤ MAX_ACCOUNT_AMOUNT.
function withInlineCollateral(AccountWord w, uint256 asset, uint256 amount) pure returns (AccountWord) {
    uint256 cleared = AccountWord.unwrap(w) & ~(MAX_ACCOUNT_AMOUNT | (15 << PRIMARY_COLLATERAL_SHIFT));
    return AccountWord.wrap(cleared | amount | (asset << PRIMARY_COLLATERAL_SHIFT));
}

/// @dev Requires amount ≤ MAX_ACCOUNT_AMOUNT.
function withInlineDebt(AccountWord w, uint256 asset, uint256 amount) pure returns (AccountWord) {
    uint256 cleared = AccountWord.unwrap(w) & ~((MAX_ACCOUNT_AMOUNT << DEBT_SHIFT) | (15 << PRIMARY_DEBT_SHIFT));
    return AccountWord.wrap(cleared | (amount << DEBT_SHIFT) | (asset << PRIMARY_DEBT_SHIFT));
}

function withCollateralBit(AccountWord w, uint256 asset, bool set) pure returns (AccountWord) {
    uint256 bit = (1 << COLLATERAL_MASK_SHIFT) << asset;
    uint256 raw = AccountWord.unwrap(w) | bit;
    if (!set) raw ^= bit;
    return AccountWord.wrap(raw);
}

function withDebtBit(AccountWord w, uint256 asset, bool set) pure returns (AccountWord) {
    uint256 bit = (1 << DEBT_MASK_SHIFT) << asset;
    uint256 raw = AccountWord.unwrap(w) | bit;
    if (!set) raw ^= bit;
    return AccountWord.wrap(raw);
}

/* LIQUIDATION MAP */

function bucket(AccountWord w) pure returns (uint256) {
    return AccountWord.unwrap(w) >> BUCKET_SHIFT;
}

/// @notice Whether two words of one account are the same but for the amount of inline collateral.
function sameButCollateral(AccountWord w, AccountWord other) pure returns (bool) {
    return AccountWord.unwrap(w) >> DEBT_SHIFT == AccountWord.unwrap(other) >> DEBT_SHIFT;
}

/// @notice Whether two words of one account are the same but for the inline amounts and the bucket.
function sameAssets(AccountWord w, AccountWord other) pure returns (bool) {
    return (AccountWord.unwrap(w) ^ AccountWord.unwrap(other)) << 8 >> (MARKET_SHIFT + 8) == 0;
}

/// @notice Collateral by which the map files the account: the primary one while it is held, else the first that is.
function mapCollateral(AccountWord w) pure returns (uint256 asset) {
    asset = primaryCollateral(w);
    uint256 mask = collateralMask(w);
    if ((mask >> asset) & 1 == 0) asset = Bits.lowest(mask);
}

/// @notice `market 16 | primary debt 4 | collateral 4`: the pair in whose buckets the map files the account.
function mapPair(AccountWord w) pure returns (uint256) {
    return (market(w) << 8) | (primaryDebt(w) << 4) | mapCollateral(w);
}

/// @dev Requires newBucket < 256.
function withBucket(AccountWord w, uint256 newBucket) pure returns (AccountWord) {
    return AccountWord.wrap((AccountWord.unwrap(w) << 8 >> 8) | (newBucket << BUCKET_SHIFT));
}
