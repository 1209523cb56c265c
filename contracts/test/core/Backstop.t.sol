// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {Health, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {age, takeOf} from "../support/Takes.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice absorb and assume: when they are due, at what price, and what they leave.
contract BackstopEngineTest is BackstopTest {
    function _into() internal view returns (bytes32) {
        return _account(address(backstop), 3);
    }

    function _all() internal view returns (Take memory) {
        return takeOf(1, 0, type(uint256).max, address(backstop), "");
    }

    function testFuzz_RevertWhen_TakersStillHaveTime(uint256 amount, uint256 time, bool assumes) public {
        _openUnhealthyEth(account, amount, 8_800);
        time = bound(time, 0, 119);
        age(engine, account, time);
        assertFalse(engine.quoteLiquidation(account, 1, 0).backstopDue);
        vm.expectRevert(abi.encodeWithSelector(Errors.BackstopNotDue.selector, time, 120));
        if (assumes) backstop.assume(account, _into(), 1, 0, type(uint256).max);
        else backstop.absorb(account, _all());
    }

    function testFuzz_RevertWhen_TheAccountIsHealthy(uint256 amount, uint256 time, bool assumes) public {
        _openEth(account, amount, 8_000);
        age(engine, account, bound(time, 0, 30 minutes));
        Health memory h = engine.health(account);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin));
        if (assumes) backstop.assume(account, _into(), 1, 0, type(uint256).max);
        else backstop.absorb(account, _all());
    }

    function testFuzz_RevertWhen_SomebodyElseCalls(address caller, uint256 fall) public {
        vm.assume(caller != address(backstop));
        _insolvent(1e20, fall);
        vm.startPrank(caller);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotBackstop.selector, caller, address(backstop)));
        engine.absorb(account, _all());
        bytes32 own = _account(caller, 1);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotBackstop.selector, caller, address(backstop)));
        engine.assume(account, own, 1, 0, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, other, caller));
        engine.assume(account, other, 1, 0, type(uint256).max);
    }

    /// @dev As a take: to the target and no further, at no more than 4 %, the penalty and the equity; no throttle.
    function testFuzz_AbsorbsToTheTarget(uint256 amount, uint256 fall, uint256 time) public {
        (uint256 collateral, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        age(engine, account, bound(time, 120, 30 minutes));
        usdc.mint(address(backstop), debt * 2);
        Health memory h = engine.health(account);
        (uint256 roomBefore,) = engine.throttleRoom(ETH, 1);
        ReserveState memory before = _reserve(ETH, 0);
        (uint256 paid, uint256 seized) = backstop.absorb(account, _all());
        (uint256 room,) = engine.throttleRoom(ETH, 1);
        assertEq(room, roomBefore, "no draw");
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(held, collateral - seized);
        uint256 fee = paid - (debt - owed);
        assertEq(_reserve(ETH, 0).fees, before.fees + fee);
        uint256 repaid = debt - owed;
        uint256 gained = seized * _priceOf(ETH, 1) / 1e18;
        assertLe(gained * 100, repaid * 1e12 * 103, "the penalty");
        assertLe(gained * h.debt, repaid * 1e12 * h.collateral + h.debt, "the equity share");
        if (owed != 0) assertLe(_healthFactor(account), 1.05e18 + _ulp(account), "44");
    }

    /// @dev Insolvent: at the price, without waiting, and the rest is written off.
    function testFuzz_AbsorbsTheInsolventAtThePrice(uint256 amount, uint256 fall) public {
        _insolvent(amount, fall);
        (uint256 held, uint256 debt) = _positionOf(account, 1, 0);
        usdc.mint(address(backstop), debt * 3);
        assertTrue(engine.quoteLiquidation(account, 1, 0).backstopDue);
        (uint256 paid, uint256 seized) = backstop.absorb(account, _all());
        assertEq(seized, held, "69");
        assertApproxEqAbs(paid, held * _priceOf(ETH, 1) / 1e18 / 1e12, 1, "no bonus, no fee");
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0);
        assertEq(backstop.asked(), debt - paid, "66: what nobody paid");
    }

    /* ASSUME */

    function _prepare(uint256 amount, uint256 time) internal returns (uint256 collateral, uint256 debt) {
        (collateral, debt) = _openUnhealthyEth(account, amount, 8_800);
        age(engine, account, bound(time, 120, 30 minutes));
        weth.mint(address(backstop), 1e24);
        backstop.deposit(_into(), ETH, 1, collateral);
    }

    /// @dev Debt and collateral move, tokens do not, and the sums of the reserve stay.
    function testFuzz_AssumesIntoItsAccount(uint256 amount, uint256 time, bool closed) public {
        (uint256 collateral, uint256 debt) = _prepare(amount, time);
        vm.startPrank(admin);
        engine.setPaused(ETH, closed);
        engine.setOpeningsClosed(ETH, !closed);
        vm.stopPrank();
        ReserveState memory before = _reserve(ETH, 0);
        uint256 balance = weth.balanceOf(address(engine));
        (uint256 repaid, uint256 seized) = backstop.assume(account, _into(), 1, 0, type(uint256).max);
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        (uint256 intoHeld, uint256 intoOwed) = _positionOf(_into(), 1, 0);
        assertEq(held, collateral - seized);
        assertEq(intoHeld, collateral + seized, "all of it");
        assertEq(owed, debt - repaid, "index is one");
        assertEq(intoOwed, repaid, "all of it");
        assertEq(weth.balanceOf(address(engine)), balance, "no token moves");
        assertEq(keccak256(abi.encode(_reserve(ETH, 0))), keccak256(abi.encode(before)), "the reserve does not notice");
        if (owed != 0) assertLe(_healthFactor(account), 1.05e18 + _ulp(account), "44");
        Health memory h = engine.initialHealth(_into());
        assertGe(h.collateral, h.debt + h.margin, "its initial margin");
    }

    function testFuzz_RevertWhen_ItsMarginIsTooSmall(uint256 amount, uint256 time) public {
        _openUnhealthyEth(account, amount, 8_800);
        age(engine, account, bound(time, 120, 30 minutes));
        (bool ok, bytes memory reason) =
            address(backstop).call(abi.encodeCall(backstop.assume, (account, _into(), 1, 0, type(uint256).max)));
        assertFalse(ok);
        assertEq(bytes4(reason), Errors.InitialMarginNotMet.selector);
    }

    function testFuzz_RevertWhen_ItHoldsWhatItWouldOwe(uint256 amount, uint256 time) public {
        _openUnhealthyEth(account, amount, 8_800);
        age(engine, account, bound(time, 120, 30 minutes));
        usdc.mint(address(backstop), 1e14);
        backstop.deposit(_into(), ETH, 0, 1e14);
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, ETH, 1));
        backstop.assume(account, _into(), 1, 0, type(uint256).max);
    }

    function testFuzz_RevertWhen_ItIsInAnotherMarket(uint256 amount, uint256 time) public {
        _openUnhealthyEth(account, amount, 8_800);
        age(engine, account, bound(time, 120, 30 minutes));
        weth.mint(address(backstop), 1e24);
        backstop.deposit(_into(), CROSS, 1, 1e24);
        vm.expectRevert(abi.encodeWithSelector(Errors.AccountInOtherMarket.selector, CROSS, ETH));
        backstop.assume(account, _into(), 1, 0, type(uint256).max);
    }

    /* FEES AND WHO IT IS */

    /// @dev Fees above one hundredth of the debt go to the backstop; what is below stays as insurance.
    function testFuzz_FeesAboveTheTargetAreDistributed(uint256 amount, uint256 time) public {
        _openEth(account, amount, 8_000);
        _skip(bound(time, 1 days, 3_000 days));
        engine.accrue(ETH, 0);
        ReserveState memory before = _reserve(ETH, 0);
        uint256 target = before.debt / 100;
        uint256 fees = before.fees - 1; // rounded up
        if (fees <= target) {
            vm.expectRevert(Errors.ZeroAmount.selector);
            engine.distributeFees(ETH, 0);
            return;
        }
        uint256 sent = engine.distributeFees(ETH, 0);
        assertApproxEqAbs(sent, fees - target, 1);
        assertEq(usdc.balanceOf(address(backstop)), sent);
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(current.fees, before.fees - sent);
        assertEq(current.cash, before.cash - sent);
        assertEq(current.totalAssets, before.totalAssets, "67: suppliers lose nothing");
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.distributeFees(ETH, 0);
    }

    function testFuzz_RevertWhen_AStrangerNamesTheBackstop(address stranger) public {
        vm.assume(stranger != admin && stranger != address(manager));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger));
        engine.setBackstop(ETH, stranger);
    }

    function test_RevertWhen_TheBackstopIsNoContract() public {
        vm.startPrank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, alice));
        engine.setBackstop(ETH, alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketNotFound.selector, 9));
        engine.setBackstop(9, address(backstop));
        engine.setBackstop(ETH, address(0));
        assertEq(engine.backstop(ETH), address(0));
    }
}
