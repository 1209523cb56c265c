// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {Handler} from "./Handler.sol";
import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";

/// @notice Random campaigns in which no call of a handler may revert. The checks after every call are in Hooks; those of
/// every state are here.
contract EngineInvariants is Test {
    Handler internal handler;

    function setUp() public {
        handler = new Handler();
        handler.setUp();
        targetContract(address(handler));
        targetSelector(FuzzSelector(address(handler), handler.selectors()));
        targetSelector(FuzzSelector(address(handler), handler.rareSelectors()));
    }

    /// forge-config: default.invariant.runs = 16
    /// forge-config: default.invariant.depth = 100
    /// forge-config: default.invariant.check_interval = 4
    function invariant_BooksBalance() public {
        handler.checkSolvency();
        handler.checkBooks();
        handler.checkAccounts();
        handler.checkMap();
        handler.checkTouch();
        handler.checkExits();
        handler.checkLiquidatable();
    }

    /// @notice N1: every action, in turn, on a fixed course. What a random run happens to draw says nothing about a
    /// handler: it calls each of 40 actions three times.
    function test_EveryActionSucceeds() public {
        bytes4[] memory selectors = handler.selectors();
        bytes4[] memory rare = handler.rareSelectors();
        uint256 x = 1;
        for (uint256 round; round < 12; ++round) {
            for (uint256 i; i < selectors.length + rare.length; ++i) {
                bytes4 selector = i < selectors.length ? selectors[i] : rare[i - selectors.length];
                bytes memory data = abi.encodePacked(selector);
                for (uint256 j; j < 5; ++j) {
                    x = uint256(keccak256(abi.encode(x)));
                    data = abi.encodePacked(data, x % 1e30);
                }
                (bool success, bytes memory reason) = address(handler).call(data);
                if (!success) {
                    assembly ("memory-safe") {
                        revert(add(reason, 32), mload(reason))
                    }
                }
            }
        }
        for (uint256 i; i < handler.actionCount(); ++i) {
            (string memory action, uint256 called, uint256 succeeded) = handler.tally(i);
            assertEq(called, 12, action);
            assertGe(succeeded, 3, string.concat(Spec.N1, ": ", action));
        }
        assertGe(handler.writeOffCount(), 1, "a write-off happens");
        handler.checkSolvency();
        handler.checkBooks();
        handler.checkAccounts();
        handler.checkMap();
        handler.checkTouch();
    }
}
