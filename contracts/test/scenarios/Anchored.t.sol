// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {BaseTest} from "../support/BaseTest.sol";

/// @notice What campaigns found, each as a test of its own.
contract AnchoredScenarios is BaseTest {
    uint256 internal constant HELD = 1e18;

    bytes32 internal account = _account(alice, 0);

    function setUp() public override {
        super.setUp();
        _deposit(account, ETH, 1, HELD);
    }

    /// @dev The lowest number has no negation: it once panicked.
    function test_RevertWhen_LowestCollateralDelta() public {
        Adjustment memory a = _adjustment();
        a.collateralDelta = type(int256).min;
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCollateral.selector, HELD, 2 ** 255));
        engine.adjust(a);
    }

    /// @dev In and out again in one action is stored nowhere, so that no limit of storage bounded it: it once panicked.
    function testFuzz_RevertWhen_TheRestDoesNotFit(uint256 amount) public {
        amount = bound(amount, type(uint112).max, uint256(type(int256).max) - 1);
        Adjustment memory a = _adjustment();
        (a.collateralDelta, a.restTo) = (int256(amount), alice);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(Errors.AmountTooLarge.selector, amount + HELD, uint256(type(uint112).max))
        );
        engine.adjust(a);
    }

    function _adjustment() private view returns (Adjustment memory a) {
        (a.account, a.market, a.collateralAsset, a.collateralTo) = (account, ETH, 1, alice);
    }
}
