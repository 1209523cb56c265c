// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {Errors} from "../libraries/Errors.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {AssetConfig} from "./types/AssetConfig.sol";
import {AuctionWord} from "./types/AuctionWord.sol";
import {ClaimState, LossState} from "./types/LossState.sol";
import {MarketWord} from "./types/MarketWord.sol";
import {CashWord, DebtWord, SupplyWord} from "./types/ReserveWords.sol";

/// @title Storage of the engine, and the lock that lives for one transaction.
/// @dev Shared by the engine, its extension and its liquidation module, which run on the engine's storage: all inherit it
/// first, and test/core/StorageLayout.t.sol pins the slots.
abstract contract EngineStorage is AccessManaged {
    /// @dev `_lock` while an action is running: no executor can be the precompile at address 1.
    uint256 internal constant LOCKED = 1;
    uint256 internal constant MAX_ASSETS = 16;
    /// @dev Effects in `_lock`: collateral left or debt was taken; collateral came in or debt was taken.
    uint256 internal constant ADDED_RISK = 1 << 160;
    uint256 internal constant ADDED_SIZE = 2 << 160;

    /* FOR ONE TRANSACTION */

    // Whole words: writing a part of one would read it first.

    /// @dev 0: idle. LOCKED: an action runs. Else `executor 160 | effects 8`: this contract may act on
    /// `_executingAccount`; what its actions did so far decides which check is made when it ends.
    uint256 internal transient _lock;
    bytes32 internal transient _executingAccount;
    /// @dev Token (an address) whose arrivals the next SETTLE credits, and the engine's balance of it that is owned.
    uint256 internal transient _syncedToken;
    uint256 internal transient _syncedBalance;

    /* FOR EVER */

    mapping(bytes32 account => AccountWord) internal _accounts;
    /// @dev Amounts that do not fit the account word, two a slot, 128 bits each: words 0–7 collateral, 8–15 scaled
    /// debt; asset i is in word i >> 1, half i & 1.
    mapping(bytes32 account => uint256[16]) internal _spill;
    /// @dev Supply shares by `market << 4 | asset`.
    mapping(bytes32 account => mapping(uint256 reserve => uint256)) internal _shares;
    mapping(address owner => mapping(address operator => bool)) internal _operators;
    mapping(address owner => uint256) internal _nonces;
    MarketWord[65536] internal _markets;
    /// @dev Seven words for each (market, asset), in a plain array because an index needs no hash:
    /// `market << 7 | asset << 3 | kind`, kind 0 AssetConfig, 1 DebtWord, 2 CashWord, 3 SupplyWord, 4 correlations,
    /// 5 scaled debt that is spilled, 6 throttle of the takes that seize the asset.
    uint256[65536 * 16 * 8] private _reserves;
    /// @dev Liquidation map: debt by bucket, four sums of 64 bits a word, bucket i in bits 64·(i & 3) of word
    /// `market << 14 | debt asset << 10 | collateral asset << 6 | i >> 2`. 0 is none.
    uint256[65536 * 16 * 16 * 64] private _map;
    mapping(bytes32 account => AuctionWord) internal _auctions;
    mapping(uint256 market => address) internal _backstops;
    /// @dev By `market << 4 | asset`.
    mapping(uint256 reserve => LossState) internal _losses;
    mapping(bytes32 account => mapping(uint256 reserve => ClaimState)) internal _claims;
    /// @dev By the asset an account owes: `scaled debt that netting against its will leaves it 96 | since 40 [unix seconds]`.
    mapping(bytes32 account => mapping(uint256 asset => uint256)) internal _nettingWindows;

    uint256 private constant CONFIG = 0;
    uint256 private constant DEBT = 1;
    uint256 private constant CASH = 2;
    uint256 private constant SUPPLY = 3;
    uint256 private constant CORRELATIONS = 4;
    uint256 private constant SPILLED_DEBTS = 5;
    uint256 private constant THROTTLE = 6;

    /* LOCK */

    /// @dev Views of value revert while an action runs: a callback would read a half-written state.
    modifier whenIdle() {
        require(_lock == 0, Errors.CallNotAllowed());
        _;
    }

    modifier locked() {
        require(_lock == 0, Errors.CallNotAllowed());
        _lock = LOCKED;
        _;
        _lock = 0;
    }

    /* ACCESS TO RESERVES */

    function _reserveId(uint256 market, uint256 asset) internal pure returns (uint256) {
        return (market << 4) | asset;
    }

    function _config(uint256 market, uint256 asset) internal view returns (AssetConfig) {
        return AssetConfig.wrap(_read(market, asset, CONFIG));
    }

    /// @dev Config of an asset that must exist. Every index of a caller comes through here first: 16 and more would be
    /// the storage of another market.
    function _listed(uint256 market, uint256 asset) internal view returns (AssetConfig config) {
        config = _config(market, asset);
        if (asset >= MAX_ASSETS || AssetConfig.unwrap(config) == 0) {
            revert Errors.AssetNotListed(uint16(market), uint8(asset));
        }
    }

    function _debtWord(uint256 market, uint256 asset) internal view returns (DebtWord) {
        return DebtWord.wrap(_read(market, asset, DEBT));
    }

    function _cashWord(uint256 market, uint256 asset) internal view returns (CashWord) {
        return CashWord.wrap(_read(market, asset, CASH));
    }

    /// @dev Two words side by side, one index.
    function _debtAndCash(uint256 market, uint256 asset) internal view returns (DebtWord debt, CashWord cash) {
        uint256 slot = _slot(market, asset, DEBT);
        assembly ("memory-safe") {
            debt := sload(slot)
            cash := sload(add(slot, 1))
        }
    }

    function _setDebtAndCash(uint256 market, uint256 asset, DebtWord debt, CashWord cash) internal {
        uint256 slot = _slot(market, asset, DEBT);
        assembly ("memory-safe") {
            sstore(slot, debt)
            sstore(add(slot, 1), cash)
        }
    }

    function _supplyWord(uint256 market, uint256 asset) internal view returns (SupplyWord) {
        return SupplyWord.wrap(_read(market, asset, SUPPLY));
    }

    function _correlations(uint256 market, uint256 asset) internal view returns (uint256) {
        return _read(market, asset, CORRELATIONS);
    }

    /// @notice Scaled debt of all accounts beyond their primary one: the part of the reserve that the map does not show.
    function _spilledDebts(uint256 market, uint256 asset) internal view returns (uint256) {
        return _read(market, asset, SPILLED_DEBTS);
    }

    /// @notice `drawn 216 [USD wad] | time 40`: what takes had drawn from the throttle of a collateral at a time.
    function _throttle(uint256 market, uint256 asset) internal view returns (uint256) {
        return _read(market, asset, THROTTLE);
    }

    function _setConfig(uint256 market, uint256 asset, AssetConfig config) internal {
        _write(market, asset, CONFIG, AssetConfig.unwrap(config));
    }

    function _setDebtWord(uint256 market, uint256 asset, DebtWord debt) internal {
        _write(market, asset, DEBT, DebtWord.unwrap(debt));
    }

    function _setCashWord(uint256 market, uint256 asset, CashWord cash) internal {
        _write(market, asset, CASH, CashWord.unwrap(cash));
    }

    function _setSupplyWord(uint256 market, uint256 asset, SupplyWord supply) internal {
        _write(market, asset, SUPPLY, SupplyWord.unwrap(supply));
    }

    function _setCorrelations(uint256 market, uint256 asset, uint256 row) internal {
        _write(market, asset, CORRELATIONS, row);
    }

    function _setSpilledDebts(uint256 market, uint256 asset, uint256 scaled) internal {
        _write(market, asset, SPILLED_DEBTS, scaled);
    }

    function _setThrottle(uint256 market, uint256 asset, uint256 word) internal {
        _write(market, asset, THROTTLE, word);
    }

    function _read(uint256 market, uint256 asset, uint256 kind) private view returns (uint256 word) {
        uint256 slot = _slot(market, asset, kind);
        assembly ("memory-safe") {
            word := sload(slot)
        }
    }

    function _write(uint256 market, uint256 asset, uint256 kind, uint256 word) private {
        uint256 slot = _slot(market, asset, kind);
        assembly ("memory-safe") {
            sstore(slot, word)
        }
    }

    /// @dev Callers pass market < 2^16 (typed) and asset < 16 (from `_listed`, or from a mask): never past the array.
    function _slot(uint256 market, uint256 asset, uint256 kind) private pure returns (uint256 slot) {
        assembly ("memory-safe") {
            slot := add(_reserves.slot, or(or(shl(7, market), shl(3, asset)), kind))
        }
    }

    /* ACCESS TO THE LIQUIDATION MAP */

    /// @param index As drawn above; below 2^30, because places come from typed fields of 32 bits.
    function _mapWord(uint256 index) internal view returns (uint256 word) {
        assembly ("memory-safe") {
            word := sload(add(_map.slot, index))
        }
    }

    function _setMapWord(uint256 index, uint256 word) internal {
        assembly ("memory-safe") {
            sstore(add(_map.slot, index), word)
        }
    }
}
