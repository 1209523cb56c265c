// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

import {BackstopExit, IBackstopBase} from "../../../src/interfaces/IBackstopVault.sol";
import {Regime} from "../../../src/interfaces/IRiskEngine.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {Tally} from "../Tally.sol";
import {BackstopWorld, Reading, Spent} from "./BackstopWorld.sol";

/// @notice Shares in, out and between holders, and who tries to leave without having waited.
abstract contract HolderActions is BackstopWorld, Tally {
    function deposit(uint256 who, uint256 assets, bool exact) external {
        _called("deposit");
        address holder = holders[who % 3];
        uint256 most = vault.maxDeposit(holder);
        assertTrue(most == 0 || vault.status().pricesUp, Spec.V4);
        if (most < 1e6) return;
        assets = bound(assets, 1, most < 3 * FIRST ? most : 3 * FIRST);
        Reading memory a = _read();
        uint256 shares = vault.previewDeposit(assets);
        usdc.mint(holder, assets + 1);
        vm.startPrank(holder);
        usdc.approve(address(vault), assets + 1);
        if (exact) assertLe(vault.mint(shares, holder), assets, Spec.V4);
        else assertEq(vault.deposit(assets, holder), shares, Spec.V4);
        vm.stopPrank();
        _checkOthers(a);
        _succeeded("deposit");
    }

    function request(uint256 who, uint256 part) external {
        _called("request");
        address holder = holders[who % 3];
        uint256 shares = vault.balanceOf(holder);
        if (shares == 0) return;
        // mostly nearly all, or there is little to redeem
        shares = part % 4 == 0 ? bound(part, 1, shares) : shares - part % (shares / 10 + 1);
        Reading memory a = _read();
        vm.prank(holder);
        vault.requestRedeem(shares);
        (asked[holder], opensAt[holder]) = (shares, block.timestamp + COOLDOWN);
        _checkOthers(a);
        _succeeded("request");
    }

    /// @dev By the holder at any time, by others when the window has passed.
    function release(uint256 who, bool stranger) external {
        _called("release");
        address holder = holders[who % 3];
        if (asked[holder] == 0) return;
        uint256 closesAt = opensAt[holder] + WINDOW;
        Reading memory a = _read();
        vm.prank(stranger ? keeper : holder);
        if (stranger && block.timestamp <= closesAt) {
            vm.expectRevert(abi.encodeWithSelector(IBackstopBase.ExitWindowOpen.selector, block.timestamp, closesAt));
            vault.release(holder);
            return;
        }
        vault.release(holder);
        asked[holder] = 0;
        _checkOthers(a);
        _succeeded("release");
    }

    /// @dev Who is not allowed to leave yet is taken to his window, one time out of two.
    function exit(uint256 who, uint256 part, bool waits, bool exact) external {
        _called("exit");
        address holder = holders[who % 3];
        if (asked[holder] != 0 && waits && block.timestamp < opensAt[holder]) {
            vm.warp(opensAt[holder] + part % WINDOW);
        }
        bool open = block.timestamp >= opensAt[holder] && block.timestamp <= opensAt[holder] + WINDOW;
        if (!open || asked[holder] == 0) return _tryToLeave(holder);
        // several times a day, as far as it goes
        for (uint256 i; i < 3; ++i) {
            uint256 most = vault.maxWithdraw(holder);
            assertLe(vault.maxRedeem(holder), asked[holder], Spec.V7);
            if (most < 2) return;
            _leave(holder, bound(part, most / 2, most), exact);
            _succeeded("exit");
        }
    }

    function _tryToLeave(address holder) private {
        assertEq(vault.maxRedeem(holder), 0, Spec.V7);
        assertEq(vault.maxWithdraw(holder), 0, Spec.V7);
        vm.expectRevert(abi.encodeWithSelector(ERC4626.ERC4626ExceededMaxRedeem.selector, holder, 1, 0));
        vm.prank(holder);
        vault.redeem(1, holder, holder);
        ++refused;
    }

    function _leave(address holder, uint256 assets, bool exact) private {
        Reading memory a = _read();
        bool limited = vault.exitsLimited();
        uint256 before = usdc.balanceOf(holder);
        uint256 shares = vault.previewWithdraw(assets);
        if (!exact && shares > vault.maxRedeem(holder)) shares = vault.maxRedeem(holder);
        vm.prank(holder);
        if (exact) vault.withdraw(assets, holder, holder);
        else assets = vault.redeem(shares, holder, holder);
        asked[holder] -= shares;
        assertEq(usdc.balanceOf(holder) - before, assets, Spec.V4);
        _checkOthers(a);
        uint256 left = _sum(exits, 1 days);
        if (limited) assertLe(left + assets, (a.low + left) * 500 / 10_000, Spec.V8);
        exits.push(Spent(block.timestamp, assets));
    }

    /// @dev What waits does not move; of the rest, any part.
    function transfer(uint256 who, uint256 part) external {
        _called("transfer");
        (address from, address to) = (holders[who % 3], holders[(who / 3 + 1) % 3]);
        if (from == to) return;
        BackstopExit memory pending = vault.exitOf(from);
        uint256 free = vault.balanceOf(from) - pending.shares;
        if (pending.shares != 0) {
            vm.expectRevert(abi.encodeWithSelector(IBackstopBase.SharesWaiting.selector, free + 1, free));
            vm.prank(from);
            vault.transfer(to, free + 1);
        }
        if (free == 0) return;
        Reading memory a = _read();
        vm.prank(from);
        vault.transfer(to, bound(part, 1, free));
        if (block.timestamp > opensAt[from] + WINDOW) asked[from] = 0; // the window had passed: released
        _checkOthers(a);
        _succeeded("transfer");
    }

    /// @dev Regime and openings: whether the daily limit holds.
    function mood(uint256 level, bool closed) external {
        _called("mood");
        Reading memory a = _read();
        risk.set(Regime(level % 4));
        vm.prank(admin);
        engine.setOpeningsClosed(ETH, closed && level % 4 == 0);
        assertEq(vault.exitsLimited(), closed || level % 4 != 0, Spec.V8);
        _checkOthers(a);
        _succeeded("mood");
    }
}
