// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {IMarginEngineCore, IMarginEngineExtension} from "../../src/interfaces/IMarginEngine.sol";
import {IEngineTakes} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";
import {LooseHandler} from "./LooseHandler.sol";

/// @notice Unbounded arguments: the same invariants of every state, and no panic.
contract LooseInvariants is Test {
    uint256 private constant COURSES = 8;
    uint256 private constant STEPS = 480;

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
        handler.checkMap();
    }

    /// @dev N1, on fixed courses: what a random run happens to draw says nothing about the handler. Each course starts
    /// anew, because what people deposit over time makes their accounts safe.
    function test_EveryFunctionSucceedsAndIsRefused() public {
        LooseHandler[] memory handlers = new LooseHandler[](COURSES);
        uint256 x = 1;
        for (uint256 i; i < COURSES; ++i) {
            handlers[i] = new LooseHandler();
            handlers[i].setUp();
            x = _run(handlers[i], x);
            handlers[i].checkSolvency();
            handlers[i].checkBooks();
            handlers[i].checkAccounts();
            handlers[i].checkMap();
        }
        _assertAlive(handlers, "deposit", IMarginEngineCore.deposit.selector);
        _assertAlive(handlers, "withdraw", IMarginEngineCore.withdraw.selector);
        _assertAlive(handlers, "borrow", IMarginEngineCore.borrow.selector);
        _assertAlive(handlers, "repay", IMarginEngineCore.repay.selector);
        _assertAlive(handlers, "adjust", IMarginEngineCore.adjust.selector);
        _assertAlive(handlers, "supply", IMarginEngineCore.supply.selector);
        _assertAlive(handlers, "redeem", IMarginEngineCore.redeem.selector);
        _assertAlive(handlers, "accrue", IMarginEngineExtension.accrue.selector);
        _assertAlive(handlers, "liquidate", IEngineTakes.liquidate.selector);
        _assertAlive(handlers, "liquidateMany", IEngineTakes.liquidateMany.selector);
    }

    function _run(LooseHandler target, uint256 x) private returns (uint256) {
        bytes4[] memory selectors = _selectors();
        for (uint256 i; i < STEPS; ++i) {
            bytes memory data = abi.encodePacked(selectors[i % 7]);
            for (uint256 j; j < 5; ++j) {
                x = uint256(keccak256(abi.encode(x)));
                data = abi.encodePacked(data, _isFlag(i % 7, j) ? x % 2 : x);
            }
            (bool success, bytes memory reason) = address(target).call(data);
            if (!success) {
                assembly ("memory-safe") {
                    revert(add(reason, 32), mload(reason))
                }
            }
        }
        return x;
    }

    function _assertAlive(LooseHandler[] memory handlers, string memory name, bytes4 selector) private view {
        (uint256 succeeded, uint256 refused) = (0, 0);
        for (uint256 i; i < handlers.length; ++i) {
            succeeded += handlers[i].succeeded(selector);
            refused += handlers[i].refused(selector);
        }
        assertGe(succeeded, 3, string.concat(Spec.N1, ": ", name));
        assertGe(refused, 3, string.concat(Spec.N1, ": refused ", name));
    }

    /// @dev The fourth argument of `lend` and of `liquidate` is a bool.
    function _isFlag(uint256 which, uint256 argument) private pure returns (bool) {
        return argument == 3 && (which == 2 || which == 3);
    }

    function _selectors() private view returns (bytes4[] memory selectors) {
        selectors = new bytes4[](7);
        (selectors[0], selectors[1]) = (handler.move.selector, handler.adjust.selector);
        (selectors[2], selectors[3]) = (handler.lend.selector, handler.liquidate.selector);
        (selectors[4], selectors[5]) = (handler.others.selector, handler.price.selector);
        selectors[6] = handler.clearing.selector;
    }
}
