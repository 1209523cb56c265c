// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {AssetConfig} from "../../src/core/types/AssetConfig.sol";
import {DebtWord} from "../../src/core/types/ReserveWords.sol";

/// @notice Reads the storage of the engine where no view says enough; test/core pins the slots.
library EngineSlots {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant ACCOUNTS = 1;
    uint256 private constant SPILL = 2;
    uint256 private constant RESERVES = 65542;
    uint256 private constant CONFIG = 0;
    uint256 private constant DEBT = 1;
    uint256 private constant SPILLED_DEBTS = 5;
    uint256 private constant THROTTLE = 6;
    uint256 private constant MAP = RESERVES + 65536 * 16 * 8;
    uint256 private constant AUCTIONS = MAP + 65536 * 16 * 16 * 64;
    uint256 private constant LOSSES = AUCTIONS + 2;
    uint256 private constant NETTING_WINDOWS = AUCTIONS + 4;

    function accountWord(address engine, bytes32 account) internal view returns (AccountWord) {
        return AccountWord.wrap(uint256(VM.load(engine, keccak256(abi.encode(account, ACCOUNTS)))));
    }

    function debtWord(address engine, uint16 market, uint8 asset) internal view returns (DebtWord) {
        return DebtWord.wrap(_reserveWord(engine, market, asset, DEBT));
    }

    function config(address engine, uint16 market, uint256 asset) internal view returns (AssetConfig) {
        return AssetConfig.wrap(_reserveWord(engine, market, asset, CONFIG));
    }

    function spilledDebts(address engine, uint16 market, uint256 asset) internal view returns (uint256) {
        return _reserveWord(engine, market, asset, SPILLED_DEBTS);
    }

    function auctionSlot(bytes32 account) internal pure returns (bytes32) {
        return keccak256(abi.encode(account, AUCTIONS));
    }

    /// @notice `drawn << 40 | time`.
    function throttle(address engine, uint16 market, uint256 asset) internal view returns (uint256) {
        return _reserveWord(engine, market, asset, THROTTLE);
    }

    /// @notice Recovered for suppliers and not claimed: tokens of the engine that are in no reserve.
    function recoveryPool(address engine, uint16 market, uint256 asset) internal view returns (uint256) {
        uint256 slot = uint256(keccak256(abi.encode(uint256(market) << 4 | asset, LOSSES)));
        return uint256(VM.load(engine, bytes32(slot + 1))) >> 128;
    }

    /// @notice `scaled debt that netting against its will leaves an account 96 | since 40`.
    function nettingWindow(address engine, bytes32 account, uint256 asset) internal view returns (uint256) {
        bytes32 windows = keccak256(abi.encode(account, NETTING_WINDOWS));
        return uint256(VM.load(engine, keccak256(abi.encode(asset, windows))));
    }

    /// @notice The 256 sums of one pair of the liquidation map.
    function buckets(address engine, uint16 market, uint256 debtAsset, uint256 collateralAsset)
        internal
        view
        returns (uint256[256] memory sums)
    {
        uint256 first = MAP + (uint256(market) << 14 | debtAsset << 10 | collateralAsset << 6);
        for (uint256 i; i < 64; ++i) {
            uint256 word = uint256(VM.load(engine, bytes32(first + i)));
            for (uint256 lane; word != 0; ++lane) {
                sums[4 * i + lane] = uint64(word);
                word >>= 64;
            }
        }
    }

    function _reserveWord(address engine, uint16 market, uint256 asset, uint256 kind) private view returns (uint256) {
        return uint256(VM.load(engine, bytes32(RESERVES + (uint256(market) << 7 | asset << 3 | kind))));
    }

    /// @notice What the storage says, whatever the masks say.
    function rawCollateral(address engine, bytes32 account, uint256 asset) internal view returns (uint256) {
        AccountWord word = accountWord(engine, account);
        uint256 inlined = word.primaryCollateral() == asset ? word.inlineCollateral() : 0;
        return inlined + _spilled(engine, account, asset >> 1, asset);
    }

    /// @notice As `rawCollateral`, scaled debt.
    function rawDebt(address engine, bytes32 account, uint256 asset) internal view returns (uint256) {
        AccountWord word = accountWord(engine, account);
        uint256 inlined = word.primaryDebt() == asset ? word.inlineDebt() : 0;
        return inlined + _spilled(engine, account, 8 + (asset >> 1), asset);
    }

    function _spilled(address engine, bytes32 account, uint256 word, uint256 asset) private view returns (uint256) {
        uint256 slot = uint256(keccak256(abi.encode(account, SPILL))) + word;
        return uint128(uint256(VM.load(engine, bytes32(slot))) >> ((asset & 1) << 7));
    }
}
