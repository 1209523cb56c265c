// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReserveParameters, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

contract SupplyTest is CoreTest {
    uint256 internal constant V = 1e6;

    function _price(ReserveState memory r) internal pure returns (uint256 assets, uint256 shares) {
        return (r.totalAssets + 1, r.supplyShares + V);
    }

    function _assertPriceDidNotFall(ReserveState memory a, ReserveState memory b) internal pure {
        (uint256 assets0, uint256 shares0) = _price(a);
        (uint256 assets1, uint256 shares1) = _price(b);
        assertGe(assets1 * shares0, assets0 * shares1, "share price fell");
    }

    function testFuzz_CreditsSharesAndCash(uint256 amount, uint256 share, uint256 time) public {
        _openEth(account, 1e30, share);
        _skip(bound(time, 0, 365 days));
        ReserveState memory before = _reserve(ETH, 0);
        amount = bound(amount, 1e6, 1e14);
        uint256 shares = _supply(bob, ETH, 0, amount);
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(engine.sharesOf(_account(bob, 0), ETH, 0), shares);
        assertEq(current.supplyShares, before.supplyShares + shares);
        assertEq(current.cash, before.cash + amount);
        assertEq(current.totalAssets, before.totalAssets + amount);
        assertEq(shares, amount * (before.supplyShares + V) / (before.totalAssets + 1));
        _assertPriceDidNotFall(before, current);
    }

    function testFuzz_RedeemPaysTheShare(uint256 amount, uint256 part, uint256 time) public {
        _openEth(account, 1e30, MAX_SHARE);
        amount = bound(amount, 1e6, 1e14);
        uint256 shares = _supply(bob, ETH, 0, amount);
        _skip(bound(time, 0, 365 days));
        ReserveState memory before = _reserve(ETH, 0);
        part = bound(part, shares / 1000, shares);
        vm.prank(bob);
        uint256 assets = engine.redeem(_account(bob, 0), ETH, 0, part, alice);
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(assets, part * (before.totalAssets + 1) / (before.supplyShares + V));
        assertEq(engine.sharesOf(_account(bob, 0), ETH, 0), shares - part);
        assertEq(current.cash, before.cash - assets);
        _assertPriceDidNotFall(before, current);
    }

    /// @dev Property 23: supplying and redeeming at once never profits.
    function testFuzz_RoundTripNeverProfits(uint256 amount, uint256 time) public {
        _openEth(account, 1e30, MAX_SHARE);
        _skip(bound(time, 0, 365 days));
        amount = bound(amount, 1e6, 1e14);
        _supply(bob, ETH, 0, amount);
        vm.prank(bob);
        uint256 back = engine.redeem(_account(bob, 0), ETH, 0, type(uint256).max, bob);
        assertLe(back, amount);
        assertLe(amount - back, 2);
    }

    /// @dev Interest belongs to suppliers but for the protocol's share, and to nobody twice (property 12).
    function testFuzz_InterestIsSharedOut(uint256 amount, uint256 share, uint256 time) public {
        _openEth(account, amount, share);
        ReserveState memory before = _reserve(ETH, 0);
        _skip(bound(time, 1 hours, 365 days));
        ReserveState memory current = _reserve(ETH, 0);
        uint256 interest = current.debt - before.debt;
        assertApproxEqAbs(current.totalAssets + current.fees, before.totalAssets + before.fees + interest, 0);
        assertLe(current.fees, interest * 26 / 256 + 1);
        assertGe(current.fees + 1, interest * 26 / 256);
        _assertPriceDidNotFall(before, current);
    }

    /// @dev Property 143: tokens sent to the engine change nothing.
    function testFuzz_DonationsChangeNothing(uint256 gift) public {
        bytes32 before = keccak256(abi.encode(_reserve(ETH, 0)));
        usdc.mint(address(engine), bound(gift, 1, 1e30));
        assertEq(keccak256(abi.encode(_reserve(ETH, 0))), before);
    }

    /// @dev The last supplier takes everything but the dust of rounding, and the next finds a normal price (property 27).
    function testFuzz_RestartsAfterEveryoneLeft(uint256 amount, uint256 share, uint256 time, uint256 again) public {
        _openEth(account, amount, share);
        _skip(bound(time, 0, 365 days));
        _repayAll(account, 0);
        vm.prank(lender);
        engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender);
        ReserveState memory r = _reserve(ETH, 0);
        assertEq(r.supplyShares, 0);
        assertLe(r.totalAssets, 2, "dust");
        again = bound(again, 1e6, 1e14);
        _supply(bob, ETH, 0, again);
        vm.prank(bob);
        uint256 back = engine.redeem(_account(bob, 0), ETH, 0, type(uint256).max, bob);
        assertLe(again - back, again * 3 / 1e6 + 3);
    }

    function testFuzz_SharesBelongToTheNamedAccount(uint96 index, uint256 amount) public {
        amount = bound(amount, 1e6, 1e14);
        bytes32 id = _account(bob, index);
        _fund(bob, usdc, address(engine), amount);
        vm.prank(bob);
        uint256 shares = engine.supply(id, ETH, 0, amount);
        assertEq(engine.sharesOf(id, ETH, 0), shares);
        assertEq(engine.sharesOf(_account(bob, index ^ 1), ETH, 0), 0);
        assertEq(engine.sharesOf(id, CROSS, 0), 0, "nor in another market with the same token");
    }

    /* REVERTS */

    function testFuzz_RevertWhen_CapIsExceeded(uint256 over) public {
        ReserveState memory r = _reserve(ETH, 0);
        r.parameters.supplyCap = uint128(r.totalAssets + 1e14);
        _setReserve(ETH, 0, r.parameters);
        uint256 cap = _reserve(ETH, 0).parameters.supplyCap;
        over = bound(over, 1, 1e14);
        uint256 room = cap - r.totalAssets;
        _fund(bob, usdc, address(engine), room + over);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.SupplyCapExceeded.selector, cap + over, cap));
        engine.supply(_account(bob, 0), ETH, 0, room + over);
        vm.prank(bob);
        engine.supply(_account(bob, 0), ETH, 0, room);
    }

    function testFuzz_RevertWhen_CashIsLentOut(uint256 amount) public {
        ReserveParameters memory p = _reserve(ETH, 0).parameters;
        _deposit(account, ETH, 1, 1e27);
        _borrow(account, ETH, 0, _reserve(ETH, 0).cash - bound(amount, 1, 1e12));
        assertGt(p.minDebt, 0);
        uint256 cash = _reserve(ETH, 0).cash;
        uint256 owned = engine.sharesOf(_account(lender, 0), ETH, 0) * (_reserve(ETH, 0).totalAssets + 1)
            / (_reserve(ETH, 0).supplyShares + V);
        vm.prank(lender);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCash.selector, cash, owned));
        engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender);
    }

    function testFuzz_RevertWhen_MoreSharesThanHeld(uint256 amount, uint256 over) public {
        uint256 shares = _supply(bob, ETH, 0, bound(amount, 1e6, 1e14));
        over = bound(over, shares + 1, type(uint256).max - 1);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientShares.selector, shares, over));
        engine.redeem(_account(bob, 0), ETH, 0, over, bob);
    }

    function testFuzz_RevertWhen_RoundsToNothing(uint256 shares) public {
        vm.startPrank(bob);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.supply(_account(bob, 0), ETH, 0, 0);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.redeem(_account(bob, 0), ETH, 0, type(uint256).max, bob);
        vm.stopPrank();
        shares = bound(shares, 0, 1e6 - 1); // a unit is a million shares
        vm.prank(lender);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.redeem(_account(lender, 0), ETH, 0, shares, lender);
    }

    function testFuzz_RevertWhen_AmountDoesNotFit(uint256 amount) public {
        amount = bound(amount, 2 ** 112, type(uint256).max);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.AmountTooLarge.selector, amount, type(uint112).max));
        engine.supply(_account(bob, 0), ETH, 0, amount);
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger) public {
        vm.assume(stranger != lender);
        bytes32 id = _account(lender, 0);
        vm.startPrank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, id, stranger));
        engine.redeem(id, ETH, 0, 1, stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, id, stranger));
        engine.supply(id, ETH, 0, 1);
    }

    function testFuzz_RevertWhen_ReceiverIsNobodyOrTheEngine(bool nobody) public {
        address to = nobody ? address(0) : address(engine);
        vm.prank(lender);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, to));
        engine.redeem(_account(lender, 0), ETH, 0, 1e12, to);
    }
}
