// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {ripen, takeOf} from "../support/Takes.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice CoreTest with a liquidator who has enough of everything.
abstract contract LiquidationTest is CoreTest {
    function setUp() public virtual override {
        super.setUp();
        address[2] memory takers = [liquidator, address(actor)];
        for (uint256 i; i < 2; ++i) {
            _fund(takers[i], usdc, address(engine), 1e16);
            _fund(takers[i], weth, address(engine), 1e25);
            _fund(takers[i], wbtc, address(engine), 1e14);
        }
    }

    /// @notice A take of an account whose auction has run its course.
    /// @return repaid Debt repaid, without the fee.
    function _liquidate(bytes32 id, uint8 collateralAsset, uint8 debtAsset, uint256 most)
        internal
        returns (uint256 repaid, uint256 seized)
    {
        return _liquidate(id, takeOf(collateralAsset, debtAsset, most, liquidator, ""));
    }

    function _liquidate(bytes32 id, Take memory take) internal returns (uint256 repaid, uint256 seized) {
        ripen(engine, id);
        vm.recordLogs();
        vm.prank(liquidator);
        (uint256 paid, uint256 taken) = engine.liquidate(id, take);
        (repaid, seized,) = _sums(vm.getRecordedLogs(), paid);
        assertEq(taken, seized);
    }

    /// @notice Sums over the `Liquidate` events of one call, which paid `paid`.
    function _sums(Vm.Log[] memory logs, uint256 paid)
        internal
        pure
        returns (uint256 repaid, uint256 seized, uint256 fees)
    {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IMarginEngineEvents.Liquidate.selector) continue;
            (, uint256 r, uint256 s,, uint256 fee) =
                abi.decode(logs[i].data, (uint256, uint256, uint256, uint256, uint256));
            (repaid, seized, fees) = (repaid + r, seized + s, fees + fee);
        }
        assertEq(paid, repaid + fees, "48: debt and fee, nothing else");
    }

    /// @notice A wei of value against the debt, in the unit of health: token units of six decimals are 1e12 wei.
    function _ulp(bytes32 id) internal view returns (uint256) {
        uint256 debt = engine.health(id).debt;
        return debt == 0 ? 0 : 4e12 * WAD / debt + 4;
    }
}
