// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILendingVault, ILendingVaultBase} from "../../src/interfaces/ILendingVault.sol";
import {ReserveParameters, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {LendingVaultTest} from "./LendingVaultTest.sol";

contract LendingVaultUnitTest is LendingVaultTest {
    function test_Constructor() public view {
        assertEq(address(vault.ENGINE()), address(engine));
        assertEq(vault.MARKET(), ETH);
        assertEq(vault.ASSET(), 0);
        assertEq(vault.ACCOUNT(), _account(address(vault), 0));
        assertEq(vault.asset(), address(usdc));
        assertEq(vault.decimals(), 12);
        assertEq(vault.name(), "Lent");
        assertEq(vault.symbol(), "gLent");
    }

    function test_RevertWhen_AssetIsNotListed() public {
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, uint8(9)));
        _deployVault(ETH, 9);
    }

    /* AS GOOD AS LENDING ONESELF */

    /// @dev The vault earns what the engine pays: it and a lender beside it leave with the same, but for a unit a step.
    function testFuzz_SameAsTheEngine(uint256 amount, uint256 utilization, uint256 time) public {
        amount = bound(amount, 1e6, 100_000_000e6);
        uint256 direct = _supply(dave, ETH, 0, amount);
        assertApproxEqAbs(_put(carol, amount), direct, 1e6, "one to one");
        _openLong(bound(utilization, 500, 9_000));
        _skip(bound(time, 1, 1_000 days));
        vm.prank(lender);
        try engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender) {} catch {}
        _supply(lender, ETH, 0, 300_000_000e6);
        vm.prank(dave);
        uint256 got = engine.redeem(_account(dave, 0), ETH, 0, direct, dave);
        assertApproxEqAbs(_leave(carol), got, 2);
        _assertWhole();
    }

    function testFuzz_SharesAreOneToOneUntilRounding(uint256 amount) public {
        amount = bound(amount, 1, 100_000_000e6);
        uint256 shares = _put(carol, amount);
        assertEq(engine.sharesOf(vault.ACCOUNT(), ETH, 0), shares);
        assertEq(vault.backing(), shares);
    }

    /// @dev What `mint` rounds up stays behind all shares, and is never the caller's gain.
    function testFuzz_MintRoundsUp(uint256 shares, uint256 utilization) public {
        _owners();
        _withInterest(bound(utilization, 500, 9_000));
        shares = bound(shares, 1, 1e18);
        uint256 price = vault.convertToAssets(1e18);
        _fund(carol, usdc, address(vault), 1e18);
        vm.startPrank(carol);
        uint256 paid = vault.mint(shares, carol);
        assertGe(paid, vault.convertToAssets(shares), "83: never less than their worth");
        assertLe(vault.redeem(shares, carol, carol), paid, "95");
        vm.stopPrank();
        assertGe(vault.convertToAssets(1e18), price, "nobody else pays");
        _assertWhole();
    }

    /// @dev Random moves of three owners: the price of a share never falls by a move, only by a loss.
    function testFuzz_MovesNeverLowerThePrice(uint256 seed) public {
        _owners();
        _withInterest(6_000);
        for (uint256 i; i < 12; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, i)));
            address owner = [carol, dave, bob][r % 3];
            uint256 price = vault.convertToAssets(1e24);
            uint256 size = (r >> 16) % 10 ** (1 + (r >> 8) % 12);
            _fund(owner, usdc, address(vault), 1e18);
            vm.startPrank(owner);
            if (r % 4 == 0) vault.deposit(size, owner);
            if (r % 4 == 1) vault.mint(size * 1e5, owner);
            if (r % 4 == 2) vault.redeem(vault.maxRedeem(owner) / (1 + r % 9), owner, owner);
            if (r % 4 == 3) vault.withdraw(vault.maxWithdraw(owner) / (1 + r % 9), owner, owner);
            vm.stopPrank();
            assertGe(vault.convertToAssets(1e24), price, "the price of a share");
            _assertWhole();
        }
    }

    /// @dev First owner, a gift, a victim: as `scenarios/EmptyReserve`, through the vault.
    function testFuzz_FirstDepositorWithDonation(uint256 first, uint256 gift, uint256 victim) public {
        vm.prank(lender);
        engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender);
        first = bound(first, 1, 1_000e6);
        victim = bound(victim, 1, 1_000_000e6);
        _put(carol, first);
        usdc.mint(address(vault), bound(gift, 0, 1_000_000e6));
        _put(dave, victim);
        assertLe(_leave(carol), first, "no profit");
        assertApproxEqAbs(_leave(dave), victim, 1, "the victim loses a unit at most");
    }

    /// @dev A share worth more than a unit: `withdraw` still sends exactly what was asked.
    function testFuzz_WithdrawIsExactAtAnyPrice(uint256 assets) public {
        _owners();
        ReserveState memory r = engine.reserve(ETH, 0);
        // all but a millionth of a millionth of the shares of the reserve vanish: a unit of it is a thousand units of USDC
        bytes32 slot = bytes32(uint256(65542) + (uint256(ETH) << 7 | 3));
        uint256 word = uint256(vm.load(address(engine), slot));
        assertEq(uint144(word), r.supplyShares, "the supply word");
        uint256 few = r.totalAssets / 1_000;
        vm.store(address(engine), slot, bytes32((word >> 144 << 144) | few));
        vm.store(address(vault), bytes32(uint256(2)), bytes32(few / 2));
        vm.mockCall(address(engine), abi.encodeCall(engine.sharesOf, (vault.ACCOUNT(), ETH, 0)), abi.encode(few / 2));
        assets = bound(assets, 1, 10_000e6);
        uint256 before = usdc.balanceOf(dave);
        vm.prank(carol);
        vault.withdraw(assets, dave, carol);
        assertEq(usdc.balanceOf(dave) - before, assets, "88: exactly");
        assertLt(usdc.balanceOf(address(vault)), 1_001, "less than a share stays");
    }

    /* LIMITS */

    /// @dev What the vault says can be put in is exactly what the engine takes.
    function testFuzz_RoomIsTheEngines(uint256 cap) public {
        ReserveParameters memory p = engine.reserve(ETH, 0).parameters;
        p.supplyCap = uint128(bound(cap, 0, 1e15));
        _setReserve(ETH, 0, p);
        uint256 room = vault.maxDeposit(carol);
        ReserveState memory r = engine.reserve(ETH, 0);
        assertEq(room, r.parameters.supplyCap > r.totalAssets ? r.parameters.supplyCap - r.totalAssets : 0);
        _fund(carol, usdc, address(engine), room + 1);
        vm.startPrank(carol);
        vm.expectPartialRevert(Errors.SupplyCapExceeded.selector);
        engine.supply(_account(carol, 0), ETH, 0, room + 1);
        if (room != 0) engine.supply(_account(carol, 0), ETH, 0, room);
        assertEq(vault.maxDeposit(carol) + vault.maxMint(carol), 0);
    }

    function testFuzz_IlliquidOwnersWaitAndEarn(uint256 time) public {
        _owners();
        _withoutCash();
        uint256 worth = vault.totalAssets();
        _skip(bound(time, 1 days, 365 days));
        assertGt(vault.totalAssets(), worth, "interest goes on");
        assertEq(vault.maxWithdraw(carol), 0);
        _supply(lender, ETH, 0, 1_000_000_000);
        assertEq(vault.maxWithdraw(carol), 1_000_000_000, "as much as there is cash");
        uint256 before = usdc.balanceOf(carol);
        _leave(carol);
        assertApproxEqAbs(usdc.balanceOf(carol) - before, 1_000_000_000, 1);
    }

    function testFuzz_RevertWhen_ReceiverCannotPassItOn(bool theEngine, uint256 amount) public {
        address receiver = theEngine ? address(engine) : address(vault);
        _owners();
        _fund(carol, usdc, address(vault), 1e12);
        amount = bound(amount, 1, 1e12);
        bytes memory refused = abi.encodeWithSelector(Errors.InvalidReceiver.selector, receiver);
        vm.startPrank(carol);
        vm.expectRevert(refused);
        vault.deposit(amount, receiver);
        vm.expectRevert(refused);
        vault.withdraw(amount, receiver, carol);
    }

    /* LOSS AND RECOVERY */

    /// @dev A loss falls on the shares at once; what is recovered comes back over a week, to who holds them then.
    function testFuzz_LossAndRecovery(uint256 share, uint256 price, uint256 part) public {
        _owners();
        uint256 before = vault.totalAssets();
        uint256 lost = _withLoss(bound(share, 100, 9_000), bound(price, 100, 4_500));
        uint256 after_ = vault.totalAssets();
        (uint256 owed, uint256 claimable,,) = vault.recovery();
        assertApproxEqAbs(before - after_, owed, 1e6, "the claim is what was lost, without the interest of the fee");
        part = bound(part, lost / 100, lost);
        _recover(part);
        (, claimable,,) = vault.recovery();
        assertApproxEqAbs(claimable, owed * part / lost, 2, "recovered by shares");

        vm.expectEmit(address(vault));
        emit ILendingVaultBase.Harvest(bob, claimable, _sharesFor(claimable), block.timestamp + VESTING);
        vm.prank(bob);
        assertEq(vault.harvest(), claimable);
        assertApproxEqAbs(vault.totalAssets(), after_, 2, "nothing counts yet");
        _skip(VESTING / 2);
        assertApproxEqAbs(vault.totalAssets(), after_ + claimable / 2, 3, "half");
        _skip(VESTING / 2);
        assertApproxEqAbs(vault.totalAssets(), after_ + claimable, 3, "all");
        assertEq(usdc.balanceOf(address(vault)), 0, "no token rests");
        _assertWhole();
    }

    function _sharesFor(uint256 assets) private view returns (uint256) {
        ReserveState memory r = engine.reserve(ETH, 0);
        return assets * (r.supplyShares + VIRTUAL) / (r.totalAssets + 1);
    }

    /// @dev Ten times the vault, put in beside a harvest and taken out at once, gains nothing.
    function testFuzz_HarvestCannotBeSandwiched(uint256 size, bool early) public {
        _owners();
        _recover(_withLoss(5_000, 3_000));
        size = bound(size, 1, 13_000_000e6);
        if (early) _put(bob, size);
        vault.harvest();
        if (!early) _put(bob, size);
        assertLe(_leave(bob), size);
        _skip(VESTING);
        _assertWhole();
    }

    function testFuzz_RevertWhen_TheLastRecoveryStillVests(uint256 time) public {
        _owners();
        uint256 lost = _withLoss(5_000, 3_000);
        _recover(lost / 2);
        vault.harvest();
        uint256 end = block.timestamp + VESTING;
        _recover(lost / 4);
        _skip(bound(time, 0, VESTING - 1));
        vm.expectRevert(abi.encodeWithSelector(ILendingVaultBase.HarvestTooEarly.selector, vm.getBlockTimestamp(), end));
        vault.harvest();
        vm.warp(end);
        vault.harvest();
    }

    function test_RevertWhen_NothingWasRecovered() public {
        _owners();
        _withLoss(5_000, 3_000);
        vm.expectRevert(Errors.ZeroAmount.selector);
        vault.harvest();
    }

    /* PERMIT */

    function testFuzz_Permit(uint256 key, uint256 amount) public {
        key = bound(key, 1, 1 << 250);
        address owner = vm.addr(key);
        uint256 shares = _put(owner, bound(amount, 1e6, 1e12));
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typeHash, owner, bob, shares, vault.nonces(owner), block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", vault.DOMAIN_SEPARATOR(), structHash)));
        vault.permit(owner, bob, shares, block.timestamp, v, r, s);
        vm.prank(bob);
        assertGt(vault.redeem(shares, bob, owner), 0);
        assertEq(vault.allowance(owner, bob), 0);
    }
}
