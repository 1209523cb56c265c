// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice The whole life of a position for every pair of 6, 8 and 18 decimals, at prices from a cent to 100,000 dollars.
contract DecimalsTest is LiquidationTest {
    uint16 internal constant PAIR = 30;
    IMintable internal held;
    IMintable internal owed;
    uint256 internal heldPrice;
    uint256 internal owedPrice;

    function _setUpPair(uint8 pair, uint256 a, uint256 b) internal {
        pair %= 9;
        (heldPrice, owedPrice) = (bound(a, 0.01e18, 100_000e18), bound(b, 0.01e18, 100_000e18));
        held = new PlainToken("HELD", _decimals(pair % 3));
        owed = new PlainToken("OWED", _decimals(pair / 3));
        _createMarket(PAIR);
        _list(PAIR, 0, held, heldPrice);
        _list(PAIR, 1, owed, owedPrice);
        _supply(lender, PAIR, 1, _tokens(owed, 10_000_000e18, owedPrice));
        _fund(liquidator, owed, address(engine), _tokens(owed, 10_000_000e18, owedPrice));
    }

    function _decimals(uint256 i) private pure returns (uint8) {
        return i == 0 ? 6 : i == 1 ? 8 : 18;
    }

    function _openPair(uint256 value) internal returns (uint256 collateral, uint256 debt) {
        value = bound(value, 10_000e18, 5_000_000e18);
        collateral = _tokens(held, value, heldPrice);
        debt = _tokens(owed, value * 80 / 100, owedPrice);
        _deposit(account, PAIR, 0, collateral);
        _borrow(account, PAIR, 1, debt);
    }

    function _value(IMintable token, uint256 amount, uint256 price) internal view returns (uint256) {
        return amount * price / 10 ** token.decimals();
    }

    function testFuzz_ValuesAreDollars(uint8 pair, uint256 a, uint256 b, uint256 value) public {
        _setUpPair(pair, a, b);
        (uint256 collateral, uint256 debt) = _openPair(value);
        Health memory h = engine.health(account);
        assertApproxEqRel(h.collateral, _value(held, collateral, heldPrice), 1e6);
        assertApproxEqRel(h.debt, _value(owed, debt, owedPrice), 1e6);
        // v = 5 %, π = 3 % on both legs: between 8 % of the larger and of the sum
        assertGe(h.margin, h.collateral * 8 / 100);
        assertLe(h.margin, (h.collateral + h.debt) * 81 / 1_000 + (h.collateral + h.debt) / 100);
    }

    function testFuzz_LifeOfAPosition(uint8 pair, uint256 a, uint256 b, uint256 value, uint256 time) public {
        _setUpPair(pair, a, b);
        (uint256 collateral, uint256 debt) = _openPair(value);
        _skip(bound(time, 0, 365 days));
        (, uint256 due) = _positionOf(account, 0, 1);
        assertGe(due, debt);
        _repayAll(account, 1);
        vm.prank(alice);
        engine.withdraw(account, 0, type(uint256).max, alice);
        assertEq(held.balanceOf(alice), collateral);
        assertEq(engine.reserve(PAIR, 1).debt, 0);
        vm.prank(admin);
        engine.collectFees(PAIR, 1, admin);
        vm.prank(lender);
        engine.redeem(_account(lender, 0), PAIR, 1, type(uint256).max, lender);
        assertLe(owed.balanceOf(address(engine)), 3, "everybody has gone with what was his");
        assertEq(held.balanceOf(address(engine)), 0);
    }

    function testFuzz_LiquidationReachesTheTarget(uint8 pair, uint256 a, uint256 b, uint256 value, uint256 fall)
        public
    {
        _setUpPair(pair, a, b);
        _openPair(value);
        fall = bound(fall, 8_300, 9_300);
        _setPrice(PAIR, 0, heldPrice * fall / 10_000);
        Health memory h = engine.health(account);
        vm.assume(h.collateral < h.debt + h.margin && h.collateral > h.debt);
        (uint256 repaid, uint256 seized) = _liquidate(account, 0, 1, type(uint256).max);
        uint256 paid = _value(owed, repaid, owedPrice);
        // units of a coarse token may be worth ten cents
        assertLe(_value(held, seized, heldPrice * fall / 10_000), paid * 103 / 100 + 0.2e18, "at most the penalty");
        Health memory current = engine.health(account);
        if (current.debt == 0) return;
        uint256 unit = 0.4e18 * WAD / current.debt;
        assertLe(_factor(current), 1.05e18 + unit);
        assertGe(_factor(current) + unit, _factor(h));
    }

    function testFuzz_InsolvencyIsWrittenOff(uint8 pair, uint256 a, uint256 b, uint256 value, uint256 fall) public {
        _setUpPair(pair, a, b);
        _openPair(value);
        _setPrice(PAIR, 0, heldPrice * bound(fall, 100, 7_900) / 10_000);
        uint256 before = engine.reserve(PAIR, 1).totalAssets;
        (, uint256 due) = _positionOf(account, 0, 1);
        vm.prank(liquidator); // without an auction: no bonus, no fee
        (uint256 repaid,) = engine.liquidate(account, takeOf(0, 1, type(uint256).max, liquidator, ""));
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0);
        assertEq(before - engine.reserve(PAIR, 1).totalAssets, due - repaid, "the loss is the suppliers', exactly");
    }
}
