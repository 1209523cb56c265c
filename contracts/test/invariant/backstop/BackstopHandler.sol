// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters} from "../../../src/interfaces/IBackstopVault.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {Reading} from "./BackstopWorld.sol";
import {BookActions} from "./BookActions.sol";

/// @notice All actions on a backstop vault: income, gifts, prices, time and parameters besides those of holders and books.
contract BackstopHandler is BookActions {
    function selectors() external pure returns (bytes4[] memory list) {
        list = new bytes4[](20);
        (list[0], list[1], list[2]) = (this.deposit.selector, this.request.selector, this.release.selector);
        (list[3], list[4], list[5]) = (this.exit.selector, this.transfer.selector, this.mood.selector);
        (list[6], list[7], list[8]) = (this.open.selector, this.leave.selector, this.absorb.selector);
        (list[9], list[10], list[11]) = (this.assume.selector, this.trim.selector, this.gap.selector);
        (list[12], list[13], list[14]) = (this.rebalance.selector, this.harvest.selector, this.recover.selector);
        (list[15], list[16], list[17]) = (this.donate.selector, this.movePrice.selector, this.partSources.selector);
        (list[18], list[19]) = (this.skipTime.selector, this.tune.selector);
    }

    /* INCOME */

    /// @dev Who is there when income arrives gets it, and nobody loses by it.
    function harvest() external {
        _called("harvest");
        Reading memory a = _read();
        uint256 fees = usdc.balanceOf(address(engine));
        try vault.harvest() returns (uint256 amount) {
            fees -= usdc.balanceOf(address(engine));
            assertEq(amount, unbooked + fees, Spec.V1);
            (unbooked, income, vestedAt) = (0, amount, block.timestamp + 1 days);
            _checkOthers(a);
            Reading memory b = _read();
            assertEq(b.low, a.low, Spec.V4);
            assertEq(b.high, a.high + amount, Spec.V4);
            _succeeded("harvest");
        } catch (bytes memory reason) {
            _checkRefused(reason);
            assertTrue(block.timestamp < vestedAt || unbooked == 0, Spec.V1);
        }
    }

    function recover(uint256 part) external {
        _called("recover");
        (uint256 outstanding, uint256 ofBackstop) = engine.losses(ETH, 0);
        if (outstanding + ofBackstop == 0) return;
        Reading memory a = _read();
        uint256 amount = bound(part, 1, outstanding + ofBackstop);
        usdc.mint(liquidator, amount);
        uint256 before = usdc.balanceOf(address(vault));
        vm.prank(liquidator);
        uint256 taken = engine.recover(ETH, 0, amount);
        uint256 arrived = usdc.balanceOf(address(vault)) - before;
        assertEq(arrived, taken > outstanding ? taken - outstanding : 0, Spec.V1);
        unbooked += arrived;
        _checkOthers(a);
        _succeeded("recover");
    }

    /// @dev A gift moves nothing until it is harvested; one of another token never.
    function donate(uint256 amount, bool quote) external {
        _called("donate");
        Reading memory a = _read();
        amount = bound(amount, 1, 1e11);
        if (quote) {
            usdc.mint(address(vault), amount);
            unbooked += amount;
        } else {
            weth.mint(address(vault), amount);
            giftedWeth += amount;
        }
        assertEq(abi.encode(_read()), abi.encode(a), Spec.V4);
        _succeeded("donate");
    }

    /* OUTSIDE */

    function movePrice(uint256 by) external {
        _called("movePrice");
        uint256 price = _mid() * (85e16 + by % 30e16) / 1e18;
        price = bound(price, 1_000e18, 9_000e18);
        _publish(price, price);
        _succeeded("movePrice");
    }

    /// @dev The sources part by up to a tenth; one time out of eight there is no price at all.
    function partSources(uint256 spread) external {
        _called("partSources");
        uint256 price = _mid() < 300e18 ? WETH_PRICE : _mid();
        if (spread % 8 == 0) {
            _publish(0, 0);
            assertEq(vault.maxRedeem(carol), 0 < _tied() ? 0 : vault.maxRedeem(carol), Spec.V7);
        } else {
            spread = spread % 5e16;
            _publish(price * (1e18 - spread) / 1e18, price * (1e18 + spread) / 1e18);
        }
        _succeeded("partSources");
    }

    function _tied() private view returns (uint256) {
        Reading memory a = _read();
        return a.held + a.owed;
    }

    function skipTime(uint256 time) external {
        _called("skipTime");
        _skip(bound(time, 0, 3 days));
        _succeeded("skipTime");
    }

    /// @dev Any parameters; they do not touch the high mark.
    function tune(uint256 seed) external {
        _called("tune");
        Reading memory a = _read();
        BackstopParameters memory p = _parameters();
        p.haircut = uint16(seed % 2_001);
        p.assetShare = uint16(1_000 + (seed >> 16) % 4_001);
        p.ownerShare = uint16(500 + (seed >> 32) % 2_001);
        p.coverShare = uint16(1_000 + (seed >> 48) % 9_001);
        p.assumeMargin = uint16(5_000 + (seed >> 64) % 25_001);
        vm.prank(admin);
        vault.setParameters(p);
        Reading memory b = _read();
        assertEq(b.high, a.high, Spec.V4);
        assertEq(b.cash, a.cash, Spec.V4);
        _succeeded("tune");
    }
}
