// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice Accounts with three assets: which pair is taken matters.
contract LiquidateCrossTest is LiquidationTest {
    /// @dev Collateral WETH and WBTC, debt USDC, near the most debt; then both fall.
    function _openTwoLongs(uint256 amount, uint256 mix, uint256 fall) internal {
        uint256 eth = _boundAmount(CROSS, 1, amount);
        uint256 value = eth * 3_000;
        uint256 btc = _tokens(wbtc, value * bound(mix, 100, 9_900) / 10_000, WBTC_PRICE);
        _deposit(account, CROSS, 1, eth);
        _deposit(account, CROSS, 2, btc);
        Health memory h = engine.initialHealth(account);
        _borrow(account, CROSS, 0, (h.collateral * 84 / 100) / 1e12);
        fall = bound(fall, 8_500, 9_100);
        _setPrice(CROSS, 1, WETH_PRICE * fall / 10_000);
        _setPrice(CROSS, 2, WBTC_PRICE * fall / 10_000);
    }

    /// @dev Of a solvent account neither `C / D` nor, to first order, health falls. The bonus is found at the margins of
    /// before: over a large close they fall, and health may end lower by as much as they do.
    function _assertNotHarmed(Health memory before) internal view {
        Health memory current = engine.health(account);
        if (current.debt == 0) return;
        // a unit of WBTC is worth 6e14 wei: rounding of seized and repaid
        assertGe(
            (current.collateral + 2e15) * before.debt, before.collateral * current.debt, "collateral per debt fell"
        );
        assertGe(_factor(current) + 0.005e18, _factor(before), "health fell by more than the second order");
        assertLe(_factor(current), 1.05e18 + 2e15 * WAD / current.debt, "more taken than needed");
    }

    /// @dev Property 43, over both pairs.
    function testFuzz_NoPairLowersHealthOfASolventAccount(uint256 amount, uint256 mix, uint256 fall, bool second)
        public
    {
        _openTwoLongs(amount, mix, fall);
        Health memory h = engine.health(account);
        vm.assume(h.collateral < h.debt + h.margin && h.collateral > h.debt);
        _liquidate(account, second ? 2 : 1, 0, type(uint256).max);
        _assertNotHarmed(h);
    }

    /// @dev The property exactly, where it is exact: a small close.
    function testFuzz_ASmallCloseNeverLowersHealth(uint256 amount, uint256 mix, uint256 fall, bool second) public {
        _openTwoLongs(bound(amount, 1e20, 1e24), mix, fall);
        Health memory h = engine.health(account);
        vm.assume(h.collateral < h.debt + h.margin && h.collateral > h.debt);
        _liquidate(account, second ? 2 : 1, 0, h.debt / 1e12 / 10_000);
        assertGe(_healthFactor(account) + 1e10 + 2e15 * WAD / h.debt, _factor(h));
    }

    /// @dev Stable and volatile collateral against volatile debt: the stable leg alone may not be taken.
    function testFuzz_LowMarginLegIsRefusedWhereItWouldLowerHealth(uint256 amount, uint256 fall) public {
        uint256 btc = _boundAmount(CROSS, 2, amount);
        _deposit(account, CROSS, 2, btc);
        uint256 value = btc * 600e12;
        _deposit(account, CROSS, 0, value / 1e12);
        _borrow(account, CROSS, 1, value * 174 / 100 * 1e18 / WETH_PRICE);
        _setPrice(CROSS, 2, WBTC_PRICE * bound(fall, 8_000, 9_300) / 10_000);
        Health memory h = engine.health(account);
        vm.assume(h.collateral < h.debt + h.margin && h.collateral > h.debt);
        vm.prank(liquidator);
        (bool ok, bytes memory reason) = address(engine)
            .call(
                abi.encodeCall(
                    engine.liquidate, (account, takeOf(uint8(0), uint8(1), type(uint256).max, liquidator, ""))
                )
            );
        if (ok) {
            _assertNotHarmed(h);
        } else {
            assertEq(keccak256(reason), keccak256(abi.encodeWithSelector(Errors.PairLowersHealth.selector, 0, 1)));
            // liveness: the other pair is open
            (uint256 repaid,) = _liquidate(account, 2, 1, type(uint256).max);
            assertGt(repaid, 0);
            _assertNotHarmed(h);
        }
    }

    /// @dev With hedge credit on the debt side: the correlated pair of WETH and WBTC.
    function testFuzz_HedgedAccountsReachTheTarget(uint256 amount, uint256 rise, uint8 rho) public {
        vm.prank(admin);
        engine.setRiskParameters(CROSS, 1, RiskParameters(500, 300, 100_000_000, uint128(bound(rho, 1, 153)) << 16));
        (, uint256 debt) = _open(account, CROSS, 2, 1, amount, 8_000);
        _setPrice(CROSS, 1, WETH_PRICE * bound(rise, 10_800, 12_400) / 10_000);
        Health memory h = engine.health(account);
        vm.assume(h.collateral < h.debt + h.margin && h.collateral > h.debt);
        (uint256 repaid,) = _liquidate(account, 2, 1, type(uint256).max);
        assertLe(repaid, debt);
        _assertNotHarmed(h);
    }

    /// @dev A third asset whose price is down stops liquidation of its holder, and of nobody else.
    function testFuzz_RevertWhen_AnUnrelatedLegHasNoPrice(uint256 amount, uint256 fall) public {
        _openTwoLongs(amount, 100, fall);
        bytes32 id = other;
        _setPrice(CROSS, 1, WETH_PRICE);
        _open(id, CROSS, 1, 0, amount, MAX_SHARE);
        _setPrice(CROSS, 1, WETH_PRICE * 89 / 100);
        _setPrice(CROSS, 2, 0);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, CROSS, 2));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        (uint256 repaid,) = _liquidate(id, 1, 0, type(uint256).max);
        assertGt(repaid, 0);
    }

    /// @dev Two debts: one is repaid at a time, and the other is untouched.
    function testFuzz_OneDebtAtATime(uint256 amount, uint256 fall, bool second) public {
        uint256 eth = _boundAmount(CROSS, 1, amount);
        _deposit(account, CROSS, 1, eth);
        uint256 value = eth * 3_000;
        _borrow(account, CROSS, 0, value * 42 / 100 / 1e12);
        _borrow(account, CROSS, 2, _tokens(wbtc, value * 42 / 100, WBTC_PRICE));
        _setPrice(CROSS, 1, WETH_PRICE * bound(fall, 8_500, 8_900) / 10_000);
        Health memory h = engine.health(account);
        vm.assume(h.collateral < h.debt + h.margin && h.collateral > h.debt);
        (,, uint256[16] memory debts) = engine.position(account);
        vm.prank(liquidator);
        try engine.liquidate(account, takeOf(1, second ? 2 : 0, type(uint256).max, liquidator, "")) {}
        catch (bytes memory reason) {
            assertEq(reason, abi.encodeWithSelector(Errors.PairLowersHealth.selector, 1, second ? 2 : 0));
            second = !second; // then the other debt is open
            _liquidate(account, 1, second ? 2 : 0, type(uint256).max);
        }
        (,, uint256[16] memory later) = engine.position(account);
        assertLt(later[second ? 2 : 0], debts[second ? 2 : 0]);
        assertEq(later[second ? 0 : 2], debts[second ? 0 : 2]);
        _assertNotHarmed(h);
    }
}
