// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IExecutor, IFlashLoanCallback, ILiquidationCallback} from "../../src/interfaces/ICallbacks.sol";

/// @notice One call of a script.
struct Step {
    address target;
    bytes data;
}

/// @notice A contract that does what a test tells it at every point where it gets control. Failures are bubbled up.
contract Actor is IExecutor, ILiquidationCallback, IFlashLoanCallback {
    /// @notice What the last callback was given.
    bytes32 public account;
    address public caller;
    uint256 public first;
    uint256 public second;
    bytes[] internal _results;
    bytes4[] internal _failures;

    function onExecute(bytes32 account_, address caller_, bytes calldata data) external {
        (account, caller) = (account_, caller_);
        run(abi.decode(data, (Step[])));
    }

    function onLiquidate(uint256 repaid, uint256 seized, bytes calldata data) external {
        (first, second) = (repaid, seized);
        run(abi.decode(data, (Step[])));
    }

    function onFlashLoan(address caller_, address, uint256 amount, bytes calldata data) external {
        (caller, first) = (caller_, amount);
        run(abi.decode(data, (Step[])));
    }

    function run(Step[] memory steps) public {
        for (uint256 i; i < steps.length; ++i) {
            (bool ok, bytes memory returned) = steps[i].target.call(steps[i].data);
            if (!ok) {
                assembly ("memory-safe") {
                    revert(add(returned, 32), mload(returned))
                }
            }
            _results.push(returned);
        }
    }

    /// @notice As `run`, but a failure is noted and stops nothing; 0 where the call succeeded.
    function attempt(Step[] memory steps) external {
        for (uint256 i; i < steps.length; ++i) {
            (bool ok, bytes memory returned) = steps[i].target.call(steps[i].data);
            _failures.push(ok ? bytes4(0) : bytes4(returned));
        }
    }

    function failures() external view returns (bytes4[] memory) {
        return _failures;
    }

    function result(uint256 i) external view returns (bytes memory) {
        return _results[i];
    }
}
