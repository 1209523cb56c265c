// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestBackstop} from "../support/TestBackstop.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice LiquidationTest with a backstop of market ETH in USDC.
abstract contract BackstopTest is LiquidationTest {
    TestBackstop internal backstop;

    function setUp() public virtual override {
        super.setUp();
        backstop = new TestBackstop(engine, address(usdc));
        backstop.approve(address(usdc));
        backstop.approve(address(weth));
        vm.prank(admin);
        engine.setBackstop(ETH, address(backstop));
    }

    function _set(TestBackstop.Mode mode) internal {
        backstop.set(mode, "");
    }

    /// @dev A long of WETH whose collateral is worth less than it owes.
    function _insolvent(uint256 amount, uint256 fall) internal {
        _openEth(account, amount, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 2_000, 8_300) / 10_000);
    }
}
