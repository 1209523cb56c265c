// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";
import {BackstopHandler} from "./backstop/BackstopHandler.sol";

/// @notice A random campaign on a backstop vault: holders come, wait and go, positions are taken over and traded out of,
/// losses are paid and recovered. The checks between two states are in BackstopWorld.
contract BackstopInvariants is Test {
    BackstopHandler internal handler;

    function setUp() public {
        handler = new BackstopHandler();
        handler.setUp();
        targetContract(address(handler));
        targetSelector(FuzzSelector(address(handler), handler.selectors()));
    }

    /// forge-config: default.invariant.runs = 16
    /// forge-config: default.invariant.depth = 100
    /// forge-config: default.invariant.check_interval = 1
    function invariant_TheVaultIsBacked() public view {
        handler.checkVault();
    }

    /// @notice N1: every action, in turn, on a fixed course.
    function test_EveryActionSucceeds() public {
        bytes4[] memory selectors = handler.selectors();
        uint256 x = 1;
        for (uint256 round; round < 24; ++round) {
            for (uint256 i; i < selectors.length; ++i) {
                bytes memory data = abi.encodePacked(selectors[i]);
                for (uint256 j; j < 4; ++j) {
                    x = uint256(keccak256(abi.encode(x)));
                    data = abi.encodePacked(data, _isFlag(handler, selectors[i], j) ? x % 2 : x);
                }
                (bool success, bytes memory reason) = address(handler).call(data);
                if (!success) {
                    assembly ("memory-safe") {
                        revert(add(reason, 32), mload(reason))
                    }
                }
                handler.checkVault();
            }
        }
        for (uint256 i; i < handler.actionCount(); ++i) {
            (string memory action, uint256 called, uint256 succeeded) = handler.tally(i);
            assertEq(called, 24, action);
            assertGe(succeeded, 3, string.concat(Spec.N1, ": ", action));
        }
        assertGe(handler.lossCount(), 3, "losses happen");
        assertGe(handler.refused(), 3, "early exits are tried");
    }

    /// @dev Which arguments are bools.
    function _isFlag(BackstopHandler h, bytes4 selector, uint256 argument) private pure returns (bool) {
        if (selector == h.release.selector || selector == h.mood.selector || selector == h.donate.selector) {
            return argument == 1;
        }
        if (selector == h.trim.selector) return argument == 0;
        if (selector == h.deposit.selector || selector == h.open.selector) return argument == 2;
        return selector == h.exit.selector && argument >= 2;
    }
}
