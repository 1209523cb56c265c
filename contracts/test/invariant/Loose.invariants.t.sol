// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {IMarginEngineCore} from "../../src/interfaces/IMarginEngine.sol";
import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";
import {LooseHandler} from "./LooseHandler.sol";

/// @notice Unbounded arguments: the same invariants of every state, and no panic.
contract LooseInvariants is Test {
    LooseHandler internal handler;

    function setUp() public {
        handler = new LooseHandler();
        handler.setUp();
        targetContract(address(handler));
        targetSelector(FuzzSelector(address(handler), _selectors()));
    }

    /// forge-config: default.invariant.runs = 10
    /// forge-config: default.invariant.depth = 120
    /// forge-config: default.invariant.check_interval = 10
    function invariant_NothingPanicsAndBooksBalance() public view {
        handler.checkSolvency();
        handler.checkBooks();
        handler.checkAccounts();
    }

    /// @dev N1, on a fixed course: what a random run happens to draw says nothing about the handler.
    function test_EveryFunctionSucceedsAndIsRefused() public {
        uint256 x = 1;
        for (uint256 i; i < 1_500; ++i) {
            bytes memory data = abi.encodePacked(_selectors()[i % 6]);
            for (uint256 j; j < 5; ++j) {
                x = uint256(keccak256(abi.encode(x)));
                data = abi.encodePacked(data, _isFlag(i % 6, j) ? x % 2 : x);
            }
            (bool success, bytes memory reason) = address(handler).call(data);
            if (!success) {
                assembly ("memory-safe") {
                    revert(add(reason, 32), mload(reason))
                }
            }
        }
        handler.checkSolvency();
        handler.checkBooks();
        handler.checkAccounts();
        _assertAlive("deposit", IMarginEngineCore.deposit.selector);
        _assertAlive("withdraw", IMarginEngineCore.withdraw.selector);
        _assertAlive("borrow", IMarginEngineCore.borrow.selector);
        _assertAlive("repay", IMarginEngineCore.repay.selector);
        _assertAlive("adjust", IMarginEngineCore.adjust.selector);
        _assertAlive("supply", IMarginEngineCore.supply.selector);
        _assertAlive("redeem", IMarginEngineCore.redeem.selector);
        _assertAlive("accrue", IMarginEngineCore.accrue.selector);
        _assertAlive("liquidate", IMarginEngineCore.liquidate.selector);
        _assertAlive("liquidateMany", IMarginEngineCore.liquidateMany.selector);
    }

    function _assertAlive(string memory name, bytes4 selector) private view {
        assertGe(handler.succeeded(selector), 3, string.concat(Spec.N1, ": ", name));
        assertGe(handler.refused(selector), 3, string.concat(Spec.N1, ": refused ", name));
    }

    /// @dev The fourth argument of `lend` and of `liquidate` is a bool.
    function _isFlag(uint256 which, uint256 argument) private pure returns (bool) {
        return argument == 3 && (which == 2 || which == 3);
    }

    function _selectors() private view returns (bytes4[] memory selectors) {
        selectors = new bytes4[](6);
        (selectors[0], selectors[1]) = (handler.move.selector, handler.adjust.selector);
        (selectors[2], selectors[3]) = (handler.lend.selector, handler.liquidate.selector);
        (selectors[4], selectors[5]) = (handler.others.selector, handler.price.selector);
    }
}
