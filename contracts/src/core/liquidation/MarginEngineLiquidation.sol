// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {EngineRequirement} from "../EngineRequirement.sol";
import {EngineAuctions} from "./EngineAuctions.sol";
import {EngineLiquidation} from "./EngineLiquidation.sol";

/// @title Liquidation and solvency of the engine.
/// @notice Runs only on the storage of a `MarginEngine`, which calls it by delegatecall at an address fixed for ever.
/// Called at its own address it finds no market and no account, and nobody has authority over it.
contract MarginEngineLiquidation is EngineLiquidation, EngineAuctions {
    /// @param oracle The engine's price oracle.
    constructor(address oracle) EngineRequirement(oracle) AccessManaged(address(0)) {}

    /// @notice For those who check a deployment: must be the engine's. Through the engine, its own answers.
    function ORACLE() external view returns (address) {
        return PRICE_ORACLE;
    }
}
