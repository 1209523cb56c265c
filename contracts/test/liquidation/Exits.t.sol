// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopExit, IBackstopBase} from "../../src/interfaces/IBackstopVault.sol";
import {Regime} from "../../src/interfaces/IRiskEngine.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Leaving the vault: cooldown, window, what waits, and the daily limit.
contract ExitsTest is BackstopTest {
    uint256 internal shares;

    function setUp() public override {
        super.setUp();
        shares = _put(carol, FIRST);
        _put(dave, FIRST);
    }

    /// @dev Nothing before the cooldown, all inside the window, nothing after it.
    function testFuzz_OnlyInsideTheWindow(uint256 part, uint256 time) public {
        part = bound(part, 1, shares);
        vm.prank(carol);
        vault.requestRedeem(part);
        uint256 start = vm.getBlockTimestamp();
        time = bound(time, 0, COOLDOWN + 2 * WINDOW);
        vm.warp(start + time);
        bool open = time >= COOLDOWN && time <= COOLDOWN + WINDOW;
        assertEq(vault.maxRedeem(carol), open ? part : 0);
        assertEq(vault.exitOf(carol).shares, time <= COOLDOWN + WINDOW ? part : 0);
        if (!open) {
            vm.expectRevert();
            vm.prank(carol);
            vault.redeem(1, carol, carol);
            return;
        }
        vm.prank(carol);
        vault.redeem(part, carol, carol);
        assertEq(vault.exitOf(carol).shares, 0, "used up");
        assertEq(vault.status().queued, 0);
    }

    /// @dev 67: a loss during the cooldown, and one inside the window, is shared by those who wait, pro rata.
    function testFuzz_TheCooldownDoesNotDodgeALoss(uint256 loss, uint256 early, bool late) public {
        vm.prank(carol);
        vault.requestRedeem(shares);
        uint256 start = vm.getBlockTimestamp();
        vm.warp(start + bound(early, 0, COOLDOWN - 1));
        uint256 paid = late ? 0 : _loss(bound(loss, 1, FIRST / 2));
        vm.warp(start + COOLDOWN);
        if (late) paid = _loss(bound(loss, 1, FIRST / 2));
        vm.prank(carol);
        uint256 out = vault.redeem(shares, carol, carol);
        assertApproxEqAbs(out, FIRST - paid / 2, 2, "67: half of the vault bears half of the loss");
    }

    /// @dev 67: shares that wait cannot be moved to where no request is, the others can.
    function testFuzz_WaitingSharesStay(uint256 part, uint256 moved) public {
        part = bound(part, 1, shares);
        vm.startPrank(carol);
        vault.requestRedeem(part);
        moved = bound(moved, 0, shares);
        if (moved > shares - part) {
            vm.expectRevert(abi.encodeWithSelector(IBackstopBase.SharesWaiting.selector, moved, shares - part));
        }
        vault.transfer(bob, moved);
        vm.stopPrank();
        assertEq(vault.maxRedeem(bob), 0, "and a receiver has no window");
    }

    /// @dev After the window the shares are free again, and whoever says so first clears the queue.
    function testFuzz_AMissedWindowLapses(uint256 part, uint256 late, bool byTransfer) public {
        part = bound(part, 1, shares);
        vm.prank(carol);
        vault.requestRedeem(part);
        uint256 closesAt = vm.getBlockTimestamp() + COOLDOWN + WINDOW;
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.ExitWindowOpen.selector, vm.getBlockTimestamp(), closesAt));
        vm.prank(bob);
        vault.release(carol);
        vm.warp(closesAt + bound(late, 1, 365 days));
        if (byTransfer) {
            vm.prank(carol);
            vault.transfer(bob, shares);
            assertEq(vault.balanceOf(bob), shares);
        } else {
            vm.prank(bob);
            vault.release(carol);
        }
        assertEq(vault.status().queued, 0);
    }

    function testFuzz_TheOwnerMayCancel(uint256 part) public {
        part = bound(part, 1, shares);
        vm.startPrank(carol);
        vault.requestRedeem(part);
        assertEq(vault.status().queued, part);
        vault.release(carol);
        assertEq(vault.status().queued, 0);
        vault.transfer(bob, shares);
        vm.stopPrank();
    }

    /// @dev A second request starts the cooldown anew, for all of it.
    function testFuzz_ANewRequestReplacesTheOld(uint256 first, uint256 second, uint256 time) public {
        (first, second) = (bound(first, 1, shares), bound(second, 1, shares));
        vm.startPrank(carol);
        vault.requestRedeem(first);
        uint256 later = vm.getBlockTimestamp() + bound(time, 0, COOLDOWN);
        vm.warp(later);
        vault.requestRedeem(second);
        vm.stopPrank();
        BackstopExit memory exit = vault.exitOf(carol);
        assertEq(exit.shares, second);
        assertEq(exit.opensAt, later + COOLDOWN);
        assertEq(exit.closesAt, later + COOLDOWN + WINDOW);
        assertEq(vault.status().queued, second);
    }

    function testFuzz_RevertWhen_MoreIsRequestedThanOwned(uint256 more) public {
        more = bound(more, 1, type(uint128).max);
        vm.expectRevert();
        vm.prank(carol);
        vault.requestRedeem(shares + more);
    }

    /* DAILY LIMIT */

    /// @dev In a nervous market no more than a twentieth leaves within any day, however it is cut.
    function testFuzz_ATwentiethADay(uint256 seed, bool closed) public {
        _openWindow(carol);
        if (closed) _closeOpenings();
        else risk.set(Regime(bound(seed, 1, 3)));
        assertTrue(vault.exitsLimited());
        uint256 before = vault.totalAssets();
        uint256 start = vm.getBlockTimestamp();
        uint256 out;
        while (vm.getBlockTimestamp() < start + 1 days) {
            uint256 most = vault.maxWithdraw(carol);
            uint256 part = bound(seed = uint256(keccak256(abi.encode(seed))), 0, most);
            vm.prank(carol);
            vault.withdraw(part, carol, carol);
            out += part;
            _skip(bound(seed >> 128, 1 hours, 8 hours));
        }
        assertLe(out, before / 20, "at most a twentieth");
        vm.warp(start + WINDOW);
        assertGt(vault.maxWithdraw(carol), 0, "and the next day again");
    }

    /// @dev What left on a calm day counts when the next hour is nervous.
    function testFuzz_ACalmExitCountsToo(uint256 part) public {
        _openWindow(carol);
        part = bound(part, 1e6, FIRST);
        vm.prank(carol);
        vault.withdraw(part, carol, carol);
        risk.set(Regime.Stress);
        uint256 most = (2 * FIRST) / 20;
        assertEq(vault.maxWithdraw(carol), part >= most ? 0 : _least(most - part, FIRST - part));
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    /// @dev A risk engine that does not answer counts as a nervous market, not as a calm one, and not as a lock.
    function testFuzz_ABrokenRegimeLimits(uint256 part) public {
        _openWindow(carol);
        risk.breakDown();
        uint256 most = vault.maxWithdraw(carol);
        assertEq(most, 2 * FIRST / 20);
        vm.prank(carol);
        vault.withdraw(bound(part, 0, most), carol, carol);
    }

    /// @dev 71: while a price is down nobody leaves and nobody joins; when it is back, at the price that it has then.
    function testFuzz_WithoutAPriceDepositsAndExitsWait(uint256 price) public {
        _put(carol, FIRST);
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _due(account);
        _absorb(account);
        _openWindow(carol);
        _setPrice(ETH, 1, 0);
        assertEq(vault.maxWithdraw(carol), 0);
        assertEq(vault.maxRedeem(carol), 0);
        assertEq(vault.maxDeposit(carol), 0);
        assertEq(vault.maxMint(carol), 0);
        assertFalse(vault.status().pricesUp);
        _setPrice(ETH, 1, bound(price, 100e18, 10_000e18));
        assertGt(vault.maxWithdraw(carol), 0);
    }

    function _closeOpenings() private {
        vm.prank(admin);
        engine.setOpeningsClosed(ETH, true);
    }
}
