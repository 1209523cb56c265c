// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {Vm} from "forge-std/Vm.sol";
import {console2} from "forge-std/console2.sol";

/// @notice Measures calls as separate transactions: needs `isolate = true`, so that every account and slot is cold.
abstract contract GasMeter is Test {
    uint256 private constant BASE = 21_000;

    /// @return gas Execution gas after refunds, without the base of a transaction and without calldata.
    function _measure(address caller, address target, bytes memory data) internal returns (uint256 gas) {
        vm.prank(caller);
        (bool success, bytes memory result) = target.call(data);
        Vm.Gas memory used = vm.lastCallGas();
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
        return used.gasTotalUsed - BASE - _calldataGas(data);
    }

    /// @notice A line for scripts/bench-gas.mjs.
    function _report(string memory conditions, string memory op, uint256 gas) internal pure {
        console2.log(string.concat("GAS|", conditions, "|", op, "|", vm.toString(gas)));
    }

    function _calldataGas(bytes memory data) private pure returns (uint256 gas) {
        for (uint256 i; i < data.length; ++i) {
            gas += data[i] == 0 ? 4 : 16;
        }
    }
}
