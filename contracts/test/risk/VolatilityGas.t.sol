// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {VolatilityTest} from "./VolatilityTest.sol";
import {console} from "forge-std/console.sol";

/// @notice Gas of a poke, of its own transaction, after a month of samples so that nothing is written for the first time.
/// The price oracle costs one storage read here. Without the base of 21,000 and without calldata.
contract VolatilityGasTest is VolatilityTest {
    uint256 internal constant BASE = 21_000 + 4 * 16 + 20 * 16 + 12 * 4;

    /// forge-config: default.isolate = true
    function test_PokeGas() public {
        _walk(1, 30 * 24);
        (uint256 factorMost, uint256 tokenMost) = (0, 0);
        for (uint256 i; i < 48; ++i) {
            skip(PERIOD);
            _setPrice(WETH_ASSET, WETH_PRICE + i * 1e18);
            _setPrice(WBTC_ASSET, WBTC_PRICE + i * i * 1e18);
            factorMost = _max(factorMost, _poke(weth));
            tokenMost = _max(tokenMost, _poke(wbtc));
        }
        console.log("poke, cold, market factor: %d", factorMost);
        console.log("poke, cold, other token: %d", tokenMost);
        assertLe(factorMost, 101_000);
        assertLe(tokenMost, 114_000);
    }

    /// @notice The same with every slot read before in the transaction, as when an engine has asked for volatilities.
    function test_PokeGasWarm() public {
        // the walk runs in one transaction with the poke: dirty slots are as cheap as they get, so this is arithmetic
        _walk(1, 30 * 24);
        skip(PERIOD);
        uint256 before = gasleft();
        oracle.poke(weth);
        uint256 used = before - gasleft();
        console.log("poke, warm and dirty: %d", used);
        assertLe(used, 60_000);
    }

    function test_ReadGas() public {
        _walk(1, 48);
        // a view is no transaction of its own: its slots are cold, its price is what it takes from the caller
        vm.cool(address(oracle));
        uint256 before = gasleft();
        oracle.volatility(weth);
        uint256 used = before - gasleft();
        console.log("volatility, cold: %d", used);
        assertLe(used, 14_500);
    }

    function _poke(address token) private returns (uint256) {
        oracle.poke(token);
        return vm.lastCallGas().gasTotalUsed - BASE;
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}
