// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessTable, Row} from "./AccessTable.sol";

/// @notice Property 104: every state-changing function of the deployed contracts × every role. The functions are those of
/// the compiler's ABIs: one that has no row in AccessTable fails. The fuzzed part is in AccessMatrix.t.sol.
contract AccessTableTest is AccessTable {
    string[8] private _contracts = [
        "MarginEngine",
        "MarginEngineExtension",
        "MarginEngineLiquidation",
        "MarginEngineClearing",
        "MarginEngineNetting",
        "BackstopVault",
        "BackstopDesk",
        "LiquidationTaker"
    ];
    string[8] private _roleNames =
        ["owner", "operator", "nobody", "risk source", "guardian", "admin", "vault", "engine"];

    function test_104_Core() public {
        _checkAll("MarginEngine", 12);
    }

    function test_104_Extension() public {
        _checkAll("MarginEngineExtension", 18);
    }

    function test_104_Liquidation() public {
        _checkAll("MarginEngineLiquidation", 6);
        _checkAll("MarginEngineClearing", 5);
        _checkAll("MarginEngineNetting", 2);
    }

    function test_104_Vault() public {
        _checkAll("BackstopVault", 12);
        _checkAll("BackstopDesk", 8);
    }

    function test_104_Periphery() public {
        _checkAll("LiquidationTaker", 4);
        _checkAll("TradeRouter", 2);
    }

    /// @dev Nothing takes the chain's coin.
    function test_20_NothingIsPayable() public view {
        for (uint256 i; i < _contracts.length; ++i) {
            assertEq(_select(_contracts[i], "payable").length, 0, _contracts[i]);
        }
    }

    /// @param least Functions that are known to be there, so that an ABI that was not read says so.
    function _checkAll(string memory name, uint256 least) private {
        string[] memory functions = _functions(name);
        assertGe(functions.length, least, name);
        for (uint256 i; i < functions.length; ++i) {
            _checkRow(name, functions[i]);
        }
    }

    function _checkRow(string memory name, string memory function_) private {
        // one authority for all parts: the row of the contract that is called
        bool shared = keccak256(bytes(function_)) == keccak256("setAuthority");
        string memory key = string.concat(shared ? _caller(name) : name, ".", function_);
        Row memory row = _row(key);
        assertTrue(row.target != address(0), string.concat("no row in AccessTable: ", key));
        for (uint256 i; i < ROLES; ++i) {
            if (_role(i) == row.target) continue; // it does not call itself
            uint256 state = vm.snapshotState();
            vm.prank(_role(i));
            (bool success, bytes memory reason) = row.target.call(row.data);
            bool allowed = row.allowed >> i & 1 == 1;
            string memory cell = string.concat(key, " by ", i < 8 ? _roleNames[i] : "holder", ": ", vm.toString(reason));
            assertEq(success, allowed && row.otherwise == 0, cell);
            if (!success && (allowed || row.denied != 0)) {
                assertEq(bytes4(reason), allowed ? row.otherwise : row.denied, cell);
            }
            vm.revertToState(state);
        }
    }

    function _caller(string memory name) private pure returns (string memory) {
        return bytes(name)[0] == "B" ? "BackstopVault" : "MarginEngine";
    }

    /// @dev Names of the functions of a contract; none is overloaded, and each has at least two.
    function _functions(string memory name) private view returns (string[] memory) {
        return abi.decode(_select(name, "nonpayable"), (string[]));
    }

    function _select(string memory name, string memory mutability) private view returns (bytes memory) {
        string memory json = vm.readFile(string.concat("out/", name, ".sol/", name, ".json"));
        string memory path = string.concat("$.abi[?(@.type=='function' && @.stateMutability=='", mutability, "')].name");
        return vm.parseJson(json, path);
    }
}
