// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";
import {Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {EngineSlots} from "./EngineSlots.sol";

Vm constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

/// @notice A take without limits on price and time.
function takeOf(uint8 collateralAsset, uint8 debtAsset, uint256 most, address to, bytes memory data)
    pure
    returns (Take memory)
{
    return Take(collateralAsset, debtAsset, most, type(uint256).max, type(uint256).max, to, data);
}

/// @notice Gives an account an auction of a given age, so that time and interest stand still [seconds].
function age(IMarginEngine engine, bytes32 account, uint256 time) {
    bytes32 slot = EngineSlots.auctionSlot(account);
    uint256 kept = uint256(VM.load(address(engine), slot)) >> 40 << 40;
    VM.store(address(engine), slot, bytes32(kept | (VM.getBlockTimestamp() - time)));
}

/// @notice An auction so old that it offers the whole penalty, whatever the asset.
function ripen(IMarginEngine engine, bytes32 account) {
    age(engine, account, 10 minutes);
}
