// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IMarginEngineEvents, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice Bad debt leaves the books with the last collateral: first against fees, then the suppliers of that reserve.
contract WriteOffTest is LiquidationTest {
    function _insolvent(uint256 amount, uint256 fall) internal {
        _openEth(account, amount, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 2_000, 8_300) / 10_000);
    }

    /// @dev Properties 7, 42 and 69: one call takes all collateral, and no debt is left.
    function testFuzz_ClosesAnInsolventAccountWhole(uint256 amount, uint256 fall) public {
        _insolvent(amount, fall);
        (uint256 held,) = _positionOf(account, 1, 0);
        (, uint256 seized) = _liquidate(account, 1, 0, type(uint256).max);
        assertEq(seized, held);
        (uint16 market,, uint256[16] memory debt) = engine.position(account);
        assertEq(market, 0, "slot is empty");
        assertEq(debt[0], 0);
    }

    /// @dev Properties 66 and 68: the loss is what the liquidator did not pay; fees first, then suppliers; exact.
    function testFuzz_LossIsSharedFeesFirst(uint256 amount, uint256 fall, uint256 time) public {
        _openEth(other, 1e22, 8_000);
        _skip(bound(time, 0, 365 days));
        _insolvent(amount, fall);
        engine.accrue(ETH, 0);
        ReserveState memory before = _reserve(ETH, 0);
        (, uint256 owed) = _positionOf(account, 1, 0);
        vm.recordLogs();
        vm.prank(liquidator);
        (uint256 paid,) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        (uint256 repaid,, uint256 fee) = _sums(logs, paid);
        (uint256 loss, uint256 feesLost) = _writeOff(logs);
        before.fees += fee;
        ReserveState memory current = _reserve(ETH, 0);
        assertApproxEqAbs(loss, owed - repaid, current.index / 2 ** 60 + 1);
        assertGe(loss, owed - repaid);
        assertLe(feesLost, loss < before.fees ? loss : before.fees, "no more than the fees");
        assertGe(feesLost + 1, loss < before.fees ? loss : before.fees, "all of them first, but for a fraction");
        assertEq(current.fees, before.fees - feesLost);
        assertApproxEqAbs(before.totalAssets - current.totalAssets, loss - feesLost, current.index / 2 ** 60 + 1);
        assertEq(current.supplyShares, before.supplyShares, "pro rata by price: shares are not touched");
    }

    function _writeOff(Vm.Log[] memory logs) private pure returns (uint256 loss, uint256 feesLost) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IMarginEngineEvents.WriteOff.selector) continue;
            (, loss, feesLost,,) = abi.decode(logs[i].data, (uint256, uint256, uint256, uint256, uint256));
        }
    }

    /// @dev An insolvent account pays the full penalty: taking it is worth while, and no more is taken than is there.
    function testFuzz_LiquidatorEarnsThePenalty(uint256 amount, uint256 fall) public {
        _insolvent(amount, fall);
        (uint256 repaid, uint256 seized) = _liquidate(account, 1, 0, type(uint256).max);
        uint256 gained = seized * _priceOf(ETH, 1) / 1e18;
        assertLe(gained * 100, repaid * 1e12 * 103 + 100, "at most 3 %");
        assertGe(gained * 100 + 103e12, repaid * 1e12 * 103, "within a unit of it");
    }

    /// @dev A part of the collateral leaves the rest of the debt alive.
    function testFuzz_APartIsNotWrittenOff(uint256 amount, uint256 fall, uint256 most) public {
        _insolvent(amount, fall);
        (, uint256 debt) = _positionOf(account, 1, 0);
        most = bound(most, debt / 100, debt / 10);
        vm.recordLogs();
        (uint256 repaid,) = _liquidate(account, 1, 0, most);
        (uint256 loss,) = _writeOff(vm.getRecordedLogs());
        assertEq(loss, 0);
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(owed, debt - repaid);
    }

    /// @dev Two collaterals: the debt lives until the last of them is taken.
    function testFuzz_OnlyTheLastCollateralEndsIt(uint256 amount, uint256 mix, uint256 fall) public {
        uint256 eth = _boundAmount(CROSS, 1, amount);
        _deposit(account, CROSS, 1, eth);
        _deposit(account, CROSS, 2, _tokens(wbtc, eth * 3_000 * bound(mix, 1_000, 9_000) / 10_000, WBTC_PRICE));
        _borrow(account, CROSS, 0, engine.initialHealth(account).collateral * 85 / 100 / 1e12);
        fall = bound(fall, 2_000, 7_000);
        _setPrice(CROSS, 1, WETH_PRICE * fall / 10_000);
        _setPrice(CROSS, 2, WBTC_PRICE * fall / 10_000);
        _liquidate(account, 1, 0, type(uint256).max);
        (, uint256 owed) = _positionOf(account, 2, 0);
        assertGt(owed, 0, "WBTC still backs it");
        _liquidate(account, 2, 0, type(uint256).max);
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0);
        assertEq(_reserve(CROSS, 0).debt, 0);
    }

    /// @dev Two debts: the one that was not repaid is written off against its own reserve.
    function testFuzz_EveryDebtIsWrittenOffInItsReserve(uint256 amount, uint256 fall, bool second) public {
        uint256 eth = _boundAmount(CROSS, 1, amount);
        _deposit(account, CROSS, 1, eth);
        _borrow(account, CROSS, 0, eth * 3_000 * 42 / 100 / 1e12);
        _borrow(account, CROSS, 2, _tokens(wbtc, eth * 3_000 * 42 / 100, WBTC_PRICE));
        _setPrice(CROSS, 1, WETH_PRICE * bound(fall, 500, 3_500) / 10_000);
        uint8 paid = second ? 2 : 0;
        uint8 unpaid = second ? 0 : 2;
        ReserveState memory before = _reserve(CROSS, unpaid);
        (,, uint256[16] memory debts) = engine.position(account);
        _liquidate(account, 1, paid, type(uint256).max);
        (uint16 market,, uint256[16] memory later) = engine.position(account);
        assertEq(market, 0);
        assertEq(later[0] + later[2], 0);
        ReserveState memory current = _reserve(CROSS, unpaid);
        assertEq(current.debt, 0);
        assertEq(current.cash, before.cash);
        assertEq(before.totalAssets - current.totalAssets, debts[unpaid]);
    }

    /// @dev Property 11: another market with the same tokens does not notice.
    function testFuzz_OtherReservesAreUntouched(uint256 amount, uint256 fall) public {
        _insolvent(amount, fall);
        bytes32 before =
            keccak256(abi.encode(_reserve(ETH, 1), _reserve(CROSS, 0), _reserve(CROSS, 1), _reserve(BTC, 0)));
        _liquidate(account, 1, 0, type(uint256).max);
        assertEq(
            keccak256(abi.encode(_reserve(ETH, 1), _reserve(CROSS, 0), _reserve(CROSS, 1), _reserve(BTC, 0))), before
        );
    }

    /// @dev Property 28: after a loss of everything the reserve lives on: who left nothing owns nothing.
    function testFuzz_AReserveThatLostEverythingRestarts(uint256 again) public {
        bytes32 whale = _account(makeAddr("whale"), 0);
        _deposit(whale, ETH, 1, 1e27);
        _borrow(whale, ETH, 0, _reserve(ETH, 0).cash);
        _setPrice(ETH, 1, 1);
        _liquidate(whale, 1, 0, type(uint256).max);
        ReserveState memory r = _reserve(ETH, 0);
        assertEq(r.debt, 0);
        assertLe(r.totalAssets, 1e4, "what the dust of collateral paid");
        again = bound(again, 1e6, 1e13);
        _supply(bob, ETH, 0, again);
        vm.prank(bob);
        uint256 back = engine.redeem(_account(bob, 0), ETH, 0, type(uint256).max, bob);
        assertGe(back + again / 1e6 + r.totalAssets + 1, again, "a new supplier is not the old ones' heir");
    }

    function testFuzz_RevertWhen_NothingIsThereToTake(uint256 amount, uint256 fall) public {
        _insolvent(amount, fall);
        _liquidate(account, 1, 0, type(uint256).max);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, 0, 1));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }
}
