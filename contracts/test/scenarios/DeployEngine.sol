// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {MarginEngineExtension} from "../../src/core/extension/MarginEngineExtension.sol";
import {MarginEngineClearing} from "../../src/core/liquidation/MarginEngineClearing.sol";
import {MarginEngineLiquidation} from "../../src/core/liquidation/MarginEngineLiquidation.sol";
import {MarginEngineNetting} from "../../src/core/liquidation/MarginEngineNetting.sol";
import {IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";

/// @notice An engine on an oracle of the test's choice.
abstract contract DeployEngine {
    function _engineOn(address oracle, address authority) internal returns (IMarginEngine) {
        address liquidation = address(new MarginEngineLiquidation(oracle));
        address clearing = address(new MarginEngineClearing(oracle));
        address extension = address(new MarginEngineExtension());
        address netting = address(new MarginEngineNetting(oracle));
        return IMarginEngine(address(new MarginEngine(oracle, authority, extension, liquidation, clearing, netting)));
    }
}
