// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {MarginEngineExtension} from "../../src/core/extension/MarginEngineExtension.sol";
import {IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";

/// @notice An engine on an oracle of the test's choice.
abstract contract DeployEngine {
    function _engineOn(address oracle, address authority) internal returns (IMarginEngine) {
        return IMarginEngine(address(new MarginEngine(oracle, authority, address(new MarginEngineExtension()))));
    }
}
