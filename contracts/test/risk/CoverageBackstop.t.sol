// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVolatilityOracle} from "../../src/interfaces/IVolatilityOracle.sol";
import {Coverage} from "../../src/risk/Coverage.sol";
import {CoverageGate} from "../../src/risk/CoverageGate.sol";
import {BackstopTest} from "../liquidation/BackstopTest.sol";

/// @notice A backstop that answers what it likes.
contract OddBackstop {
    uint256 internal immutable _quote;
    uint256 internal immutable _mode;

    constructor(uint256 quote, uint256 mode) {
        (_quote, _mode) = (quote, mode);
    }

    function QUOTE() external view returns (uint256) {
        return _quote;
    }

    function freeCash() external view returns (uint256) {
        if (_mode == 0) revert("no");
        if (_mode == 1) while (true) {}
        if (_mode == 2) {
            assembly {
                return(0, 8)
            }
        }
        return _mode == 3 ? type(uint256).max : 1e12;
    }
}

/// @notice What the backstop can spend is part of the coverage ratio.
contract CoverageBackstopTest is BackstopTest {
    CoverageGate internal gate;

    function setUp() public override {
        super.setUp();
        gate = new CoverageGate(address(manager), engine, IVolatilityOracle(address(risk.VOLATILITY_ORACLE())));
    }

    function testFuzz_FreeCashCounts(uint256 cash, uint256 price, uint256 loss) public {
        _long(account, 1_000_000, 82);
        Coverage memory bare = gate.shockOf(ETH, 1, false);
        assertEq(bare.backstop, 0, "an empty vault covers nothing");
        cash = bound(cash, 1, 50_000_000e6);
        price = bound(price, 0.9e18, 1.1e18);
        _setPrices(ETH, 0, price - 0.01e18, price + 0.01e18);
        bare = gate.shockOf(ETH, 1, false);
        _put(carol, cash);
        Coverage memory c = gate.shockOf(ETH, 1, false);
        assertEq(c.backstop, cash * price / 1e6, "free cash at the middle of the bounds");
        assertEq(c.ratio, (bare.throttle + bare.nettable + bare.insurance + c.backstop) * 1e18 / c.atRisk);
        assertEq(gate.shockOf(ETH, 0, true).backstop, c.backstop, "whatever moves");
        uint256 paid = _loss(loss);
        assertEq(gate.shockOf(ETH, 1, false).backstop, (cash - paid) * price / 1e6, "and falls with every loss");
        assertEq(gate.shockOf(CROSS, 1, false).backstop, 0, "of its market alone");
    }

    /// @dev What is tied up in inventory is not there a second time.
    function test_InventoryDoesNotCount() public {
        _withInventory();
        assertEq(gate.shockOf(ETH, 1, false).backstop, vault.freeCash() * 1e12);
        assertLt(vault.freeCash(), FIRST);
    }

    /// @dev A backstop that is broken, or lies beyond reason, stops no measurement and covers nothing.
    function testFuzz_OddBackstopsCoverNothing(uint256 quote, uint256 mode) public {
        mode = bound(mode, 0, 4);
        quote = mode == 4 ? bound(quote, 2, type(uint256).max) : quote % 2;
        _long(account, 1_000_000, 82);
        address odd = address(new OddBackstop(quote, mode));
        vm.prank(admin);
        engine.setBackstop(ETH, odd);
        assertEq(gate.shockOf(ETH, 1, false).backstop, 0);
        assertGt(gate.coverageOf(ETH).atRisk, 0);
    }
}
