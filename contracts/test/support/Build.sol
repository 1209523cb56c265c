// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {MarginEngineExtension} from "../../src/core/extension/MarginEngineExtension.sol";
import {MarginEngineClearing} from "../../src/core/liquidation/MarginEngineClearing.sol";
import {MarginEngineLiquidation} from "../../src/core/liquidation/MarginEngineLiquidation.sol";
import {MarginEngineNetting} from "../../src/core/liquidation/MarginEngineNetting.sol";
import {IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";
import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {OracleParameters} from "../../src/oracle/SourceParameters.sol";
import {TradeRouter} from "../../src/periphery/TradeRouter.sol";

/// @notice Deploys the engine and its router from one of the two builds: the default one, which compiles in seconds, or
/// the production one (`FOUNDRY_PROFILE=production forge build`), which is what is deployed and measured.
/// `GIMBAL_BUILD=production` runs any test against the latter.
library Build {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function isProduction() internal view returns (bool) {
        return keccak256(bytes(VM.envOr("GIMBAL_BUILD", string("default")))) == keccak256("production");
    }

    function engine(address oracle, address authority) internal returns (IMarginEngine) {
        if (isProduction()) return productionEngine(oracle, authority);
        address extension = address(new MarginEngineExtension());
        address liquidation = address(new MarginEngineLiquidation(oracle));
        address clearing = address(new MarginEngineClearing(oracle));
        address netting = address(new MarginEngineNetting(oracle));
        return IMarginEngine(address(new MarginEngine(oracle, authority, extension, liquidation, clearing, netting)));
    }

    function router(IMarginEngine engine_, address factory) internal returns (TradeRouter) {
        if (isProduction()) return productionRouter(engine_, factory);
        return new TradeRouter(engine_, factory);
    }

    function productionEngine(address oracle, address authority) internal returns (IMarginEngine) {
        address extension = _deploy("MarginEngineExtension", "");
        address liquidation = _deploy("MarginEngineLiquidation", abi.encode(oracle));
        address clearing = _deploy("MarginEngineClearing", abi.encode(oracle));
        address netting = _deploy("MarginEngineNetting", abi.encode(oracle));
        bytes memory arguments = abi.encode(oracle, authority, extension, liquidation, clearing, netting);
        return IMarginEngine(_deploy("MarginEngine", arguments));
    }

    function productionRouter(IMarginEngine engine_, address factory) internal returns (TradeRouter) {
        return TradeRouter(_deploy("TradeRouter", abi.encode(engine_, factory)));
    }

    function productionOracle(address authority, uint256 minWindow, uint256 blockInterval)
        internal
        returns (PriceOracle)
    {
        OracleParameters memory parameters;
        (parameters.minWindow, parameters.blockInterval) = (minWindow, blockInterval);
        parameters.shadowPeriod = 48 hours;
        return PriceOracle(_deploy("PriceOracle", abi.encode(authority, parameters)));
    }

    /// @notice Any other contract of the production build.
    function production(string memory name, bytes memory arguments) internal returns (address) {
        return _deploy(name, arguments);
    }

    function _deploy(string memory name, bytes memory arguments) private returns (address) {
        return VM.deployCode(string.concat("out-production/", name, ".sol/", name, ".json"), arguments);
    }
}
