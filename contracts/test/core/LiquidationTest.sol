// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

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

    function _liquidate(bytes32 id, uint8 collateralAsset, uint8 debtAsset, uint256 most)
        internal
        returns (uint256 repaid, uint256 seized)
    {
        vm.prank(liquidator);
        return engine.liquidate(id, collateralAsset, debtAsset, most, 0, liquidator, "");
    }

    /// @notice A wei of value against the debt, in the unit of health: token units of six decimals are 1e12 wei.
    function _ulp(bytes32 id) internal view returns (uint256) {
        uint256 debt = engine.health(id).debt;
        return debt == 0 ? 0 : 4e12 * WAD / debt + 4;
    }
}
