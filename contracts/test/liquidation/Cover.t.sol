// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters, IBackstopBase} from "../../src/interfaces/IBackstopVault.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Losses that the vault pays, income that it earns, and tokens that somebody sends it.
contract CoverTest is BackstopTest {
    function setUp() public override {
        super.setUp();
        _put(carol, FIRST);
    }

    /* LOSSES */

    /// @dev 66: paid is what arrives and what is booked, at most the cap of one event, never more than the loss.
    function testFuzz_CoverPaysUpToTheCap(uint256 loss, uint256 share) public {
        BackstopParameters memory p = _parameters();
        p.coverShare = uint16(bound(share, 1_000, 10_000));
        _setParameters(p);
        loss = bound(loss, 0, 2 * FIRST);
        uint256 cap = FIRST * p.coverShare / 10_000;
        assertEq(vault.status().coverRoom, cap);
        uint256 before = usdc.balanceOf(address(engine));
        uint256 paid = _loss(loss);
        assertEq(paid, loss < cap ? loss : cap);
        assertEq(usdc.balanceOf(address(engine)) - before, paid, "66: arrived");
        assertEq(vault.freeCash(), FIRST - paid);
        assertEq(vault.totalAssets(), FIRST - paid, "an explicit loss of every share");
        assertEq(vault.status().covered, paid);
        _assertBacked();
    }

    /// @dev 66, 68: another market's loss, and one in another token, is not this vault's.
    function testFuzz_OtherLossesAreNotCovered(uint16 market, uint256 loss) public {
        vm.assume(market != ETH);
        vm.startPrank(address(engine));
        assertEq(vault.cover(market, address(usdc), loss), 0);
        assertEq(vault.cover(ETH, address(weth), loss), 0);
        vm.stopPrank();
        assertEq(vault.freeCash(), FIRST);
    }

    function testFuzz_RevertWhen_AnybodyElseAsksForCover(address caller, uint256 loss) public {
        vm.assume(caller != address(engine));
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.NotEngine.selector, caller));
        vm.prank(caller);
        vault.cover(ETH, address(usdc), loss);
    }

    /// @dev 71: who joins after a loss does not bear it, who was there does.
    function testFuzz_ALossIsOfThoseWhoWereThere(uint256 loss, uint256 joins) public {
        joins = bound(joins, 1e6, FIRST);
        uint256 paid = _loss(bound(loss, 1, FIRST / 2));
        uint256 shares = _put(dave, joins);
        assertApproxEqAbs(vault.convertToAssets(shares), joins, 2);
        assertApproxEqAbs(vault.convertToAssets(vault.balanceOf(carol)), FIRST - paid, 2);
    }

    /* DONATIONS */

    /// @dev 143: nothing that is sent here moves the share price, a limit or a mark.
    function testFuzz_DonationsChangeNothing(uint256 amount) public {
        amount = bound(amount, 1, 1e15);
        (uint256 low, uint256 high,) = vault.marks();
        usdc.mint(address(vault), amount);
        weth.mint(address(vault), amount);
        (uint256 lowAfter, uint256 highAfter,) = vault.marks();
        assertEq(lowAfter, low);
        assertEq(highAfter, high);
        assertEq(vault.freeCash(), FIRST);
        assertEq(vault.status().assets.length, 0);
    }

    /// @dev 102: the first depositor of an empty vault cannot rob the second, though what he sends is harvested.
    function testFuzz_InflationDoesNotPay(uint256 first, uint256 donated, uint256 second) public {
        vault = _deployVault(_setup(), _parameters());
        first = bound(first, 1, 1e6);
        donated = bound(donated, 1, 10_000_000e6);
        second = bound(second, 1e6, 10_000_000e6);
        _put(alice, first);
        usdc.mint(address(vault), donated);
        vault.harvest();
        _skip(1 days);
        uint256 shares = _put(bob, second);
        assertGe(vault.convertToAssets(shares) + donated / 1e6 + 2, second, "bob loses a millionth of what alice gives");
        assertLe(vault.convertToAssets(vault.balanceOf(alice)), first + donated, "alice earns nothing");
    }

    /* INCOME */

    /// @dev Fees count linearly over a day: who joins the moment before gains nothing at once, and there is nothing to gain
    /// from calling twice.
    function testFuzz_IncomeVests(uint256 income, uint256 time) public {
        income = bound(income, 1, FIRST);
        usdc.mint(address(vault), income);
        uint256 start = vm.getBlockTimestamp();
        assertEq(vault.harvest(), income);
        assertEq(vault.totalAssets(), FIRST, "nothing yet");
        time = bound(time, 0, 2 days);
        vm.warp(start + time);
        uint256 counted = time >= 1 days ? income : income * time / 1 days;
        assertEq(vault.totalAssets(), FIRST + counted);
        assertEq(vault.status().vesting, income - counted);
        usdc.mint(address(vault), 1);
        if (time < 1 days) {
            vm.expectRevert(
                abi.encodeWithSelector(IBackstopBase.HarvestTooEarly.selector, start + time, start + 1 days)
            );
        }
        vault.harvest();
    }

    function test_RevertWhen_ThereIsNoIncome() public {
        vm.expectRevert(Errors.ZeroAmount.selector);
        vault.harvest();
    }

    /// @dev A loss larger than what has vested takes the income too; the mark does not go below zero.
    function testFuzz_ALossDuringVesting(uint256 income, uint256 loss) public {
        BackstopParameters memory p = _parameters();
        p.coverShare = 10_000;
        _setParameters(p);
        income = bound(income, 1, FIRST);
        usdc.mint(address(vault), income);
        vault.harvest();
        uint256 paid = _loss(bound(loss, 1, 3 * FIRST));
        assertEq(vault.totalAssets(), FIRST > paid ? FIRST - paid : 0);
        _skip(1 days);
        assertEq(vault.totalAssets(), FIRST + income - paid);
        _assertBacked();
    }

    /// @dev 71: income belongs to who was there, also while it does not count yet: whoever joins pays for it. Else the one
    /// who joins after a loss that only this income survived would be given nearly all of it.
    function testFuzz_WhoJoinsPaysForUnvestedIncome(uint256 income, uint256 loss, uint256 time, uint256 joins) public {
        BackstopParameters memory p = _parameters();
        p.coverShare = 10_000;
        _setParameters(p);
        usdc.mint(address(vault), bound(income, 1, 2 * FIRST));
        vault.harvest();
        _loss(bound(loss, 0, FIRST - 1_000e6));
        _skip(bound(time, 0, 1 days));
        uint256 left = vault.freeCash();
        uint256 shares = _put(dave, joins = bound(joins, 1e6, 50 * FIRST));
        _skip(1 days);
        assertApproxEqAbs(vault.convertToAssets(vault.balanceOf(carol)), left, left / 1e5 + 2, "71: who was there");
        assertLe(vault.convertToAssets(shares), joins, "71: who came");
    }
}
