// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";

import {BackstopSetup} from "../../src/liquidation/BackstopStorage.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice The properties of a16z's ERC-4626 tests (74–99), with no tolerance, in whatever state `_state` makes. Owners
/// have an open window unless the state says otherwise; the cooldown is a minute, so that a round trip sees one state.
abstract contract Erc4626Properties is BackstopTest {
    uint256 internal constant MOST = 10_000_000e6;

    function setUp() public override {
        super.setUp();
        BackstopSetup memory setup = _setup();
        (setup.cooldown, setup.window) = (1 minutes, 7 days);
        vault = _deployVault(setup, _parameters());
        _nameBackstop();
        vm.prank(admin);
        vault.setPool(1, POOL_FEE);
        for (uint256 i; i < 3; ++i) {
            _fund(_user(i), usdc, address(vault), 1e18);
        }
        _state();
    }

    function _state() internal virtual;

    function _reopen(address owner) internal virtual {
        uint256 shares = vault.balanceOf(owner);
        if (shares == 0) return;
        vm.prank(owner);
        vault.requestRedeem(shares);
        _skip(1 minutes);
    }

    function _user(uint256 seed) internal view returns (address) {
        return [carol, dave, bob][seed % 3];
    }

    /// @dev Shares of two owners, with their windows open.
    function _owners() internal {
        if (vault.balanceOf(carol) == 0) _put(carol, FIRST);
        _put(dave, 300_000e6);
        _reopen(carol);
        _reopen(dave);
    }

    function _least(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? a : b;
    }

    function _deposit(uint256 seed, uint256 assets) internal returns (uint256 a, uint256 shares, address owner) {
        owner = _user(seed);
        a = bound(assets, 0, _least(vault.maxDeposit(owner), MOST));
        vm.prank(owner);
        shares = vault.deposit(a, owner);
    }

    function _mint(uint256 seed, uint256 shares) internal returns (uint256 s, uint256 assets, address owner) {
        owner = _user(seed);
        s = bound(shares, 0, _least(vault.maxMint(owner), MOST * 1e6));
        vm.prank(owner);
        assets = vault.mint(s, owner);
    }

    function _redeem(uint256 seed, uint256 shares) internal returns (uint256 s, uint256 assets, address owner) {
        owner = _user(seed);
        s = bound(shares, 0, vault.maxRedeem(owner));
        vm.prank(owner);
        assets = vault.redeem(s, owner, owner);
    }

    function _withdraw(uint256 seed, uint256 assets) internal returns (uint256 a, uint256 shares, address owner) {
        owner = _user(seed);
        a = bound(assets, 0, vault.maxWithdraw(owner));
        vm.prank(owner);
        shares = vault.withdraw(a, owner, owner);
    }

    /* NEVER REVERT */

    function testFuzz_Prop_ViewsDoNotRevert(address a, uint256 assets, uint256 shares) public view {
        assertEq(vault.asset(), address(usdc), "74");
        vault.totalAssets();
        vault.maxDeposit(a);
        vault.maxMint(a);
        vault.maxWithdraw(a);
        vault.maxRedeem(a);
        assets = assets % 2 ** 96;
        vault.convertToShares(assets);
        vault.convertToAssets(shares % 2 ** 128);
        vault.previewDeposit(assets);
        vault.previewMint(shares % 2 ** 128);
        vault.previewWithdraw(assets);
        vault.previewRedeem(shares % 2 ** 128);
        vault.status();
    }

    function testFuzz_Prop_ConversionsAreTheSameForAll(address a, address b, uint256 amount) public {
        amount = amount % 2 ** 96;
        vm.prank(a);
        (uint256 shares, uint256 assets) = (vault.convertToShares(amount), vault.convertToAssets(amount));
        vm.prank(b);
        assertEq(vault.convertToShares(amount), shares, "76");
        assertEq(vault.convertToAssets(amount), assets, "77");
    }

    /* PREVIEWS AND MOVES */

    function testFuzz_Prop_Deposit(uint256 who, uint256 to, uint256 assets) public {
        (address caller, address receiver) = (_user(who), _user(to));
        assets = bound(assets, 0, _least(vault.maxDeposit(receiver), MOST));
        uint256 preview = vault.previewDeposit(assets);
        (uint256 cash, uint256 shares) = (usdc.balanceOf(caller), vault.balanceOf(receiver));
        vm.prank(caller);
        usdc.approve(address(vault), assets);
        vm.prank(caller);
        uint256 minted = vault.deposit(assets, receiver);
        assertGe(minted, preview, "82: at least the preview");
        assertEq(cash - usdc.balanceOf(caller), assets, "86: assets");
        assertEq(vault.balanceOf(receiver) - shares, minted, "86: shares");
        assertEq(usdc.allowance(caller, address(vault)), 0, "86: allowance");
        _assertBacked();
    }

    function testFuzz_Prop_Mint(uint256 who, uint256 to, uint256 shares) public {
        (address caller, address receiver) = (_user(who), _user(to));
        shares = bound(shares, 0, _least(vault.maxMint(receiver), MOST * 1e6));
        uint256 preview = vault.previewMint(shares);
        (uint256 cash, uint256 before) = (usdc.balanceOf(caller), vault.balanceOf(receiver));
        vm.prank(caller);
        uint256 paid = vault.mint(shares, receiver);
        assertLe(paid, preview, "83: at most the preview");
        assertEq(cash - usdc.balanceOf(caller), paid, "87: assets");
        assertEq(vault.balanceOf(receiver) - before, shares, "87: shares");
    }

    function testFuzz_Prop_Withdraw(uint256 who, uint256 to, uint256 of_, uint256 assets) public {
        (address caller, address receiver, address owner) = (_user(who), _user(to), _user(of_));
        assets = bound(assets, 0, vault.maxWithdraw(owner));
        uint256 preview = vault.previewWithdraw(assets);
        (uint256 cash, uint256 shares) = (usdc.balanceOf(receiver), vault.balanceOf(owner));
        if (caller != owner) {
            vm.prank(owner);
            vault.approve(caller, preview);
        }
        vm.prank(caller);
        uint256 burnt = vault.withdraw(assets, receiver, owner);
        assertLe(burnt, preview, "84: at most the preview");
        assertEq(usdc.balanceOf(receiver) - cash, assets, "88: assets");
        assertEq(shares - vault.balanceOf(owner), burnt, "88: shares");
        assertEq(vault.allowance(owner, caller), preview - (caller == owner ? preview : burnt), "88, 101: allowance");
        _assertBacked();
    }

    function testFuzz_Prop_Redeem(uint256 who, uint256 to, uint256 of_, uint256 shares) public {
        (address caller, address receiver, address owner) = (_user(who), _user(to), _user(of_));
        shares = bound(shares, 0, vault.maxRedeem(owner));
        uint256 preview = vault.previewRedeem(shares);
        (uint256 cash, uint256 before) = (usdc.balanceOf(receiver), vault.balanceOf(owner));
        if (caller != owner) {
            vm.prank(owner);
            vault.approve(caller, type(uint256).max);
        }
        vm.prank(caller);
        uint256 paid = vault.redeem(shares, receiver, owner);
        assertGe(paid, preview, "85: at least the preview");
        assertEq(usdc.balanceOf(receiver) - cash, paid, "89: assets");
        assertEq(before - vault.balanceOf(owner), shares, "89: shares");
        if (caller != owner) assertEq(vault.allowance(owner, caller), type(uint256).max, "101: infinite stays");
    }

    /* ROUND TRIPS */

    function testFuzz_Prop_DepositRedeem(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _deposit(who, amount);
        _reopen(owner);
        if (shares > vault.maxRedeem(owner)) return;
        vm.prank(owner);
        assertLe(vault.redeem(shares, owner, owner), assets, "90");
    }

    function testFuzz_Prop_DepositWithdraw(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _deposit(who, amount);
        _reopen(owner);
        if (assets > vault.maxWithdraw(owner)) return;
        vm.prank(owner);
        assertGe(vault.withdraw(assets, owner, owner), shares, "91");
    }

    function testFuzz_Prop_RedeemDeposit(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _redeem(who, amount);
        if (assets > vault.maxDeposit(owner)) return;
        vm.prank(owner);
        assertLe(vault.deposit(assets, owner), shares, "92");
    }

    function testFuzz_Prop_RedeemMint(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _redeem(who, amount);
        if (shares > vault.maxMint(owner)) return;
        vm.prank(owner);
        assertGe(vault.mint(shares, owner), assets, "93");
    }

    function testFuzz_Prop_MintWithdraw(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _mint(who, amount);
        _reopen(owner);
        if (assets > vault.maxWithdraw(owner)) return;
        vm.prank(owner);
        assertGe(vault.withdraw(assets, owner, owner), shares, "94");
    }

    function testFuzz_Prop_MintRedeem(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _mint(who, amount);
        _reopen(owner);
        if (shares > vault.maxRedeem(owner)) return;
        vm.prank(owner);
        assertLe(vault.redeem(shares, owner, owner), assets, "95");
    }

    function testFuzz_Prop_WithdrawMint(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _withdraw(who, amount);
        if (shares > vault.maxMint(owner)) return;
        vm.prank(owner);
        assertGe(vault.mint(shares, owner), assets, "96");
    }

    function testFuzz_Prop_WithdrawDeposit(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _withdraw(who, amount);
        if (assets > vault.maxDeposit(owner)) return;
        vm.prank(owner);
        assertLe(vault.deposit(assets, owner), shares, "97");
    }

    /* LIMITS */

    /// @dev 100: the limit itself works, one unit more does not.
    function testFuzz_Prop_LimitsAreExact(uint256 who) public {
        address owner = _user(who);
        uint256 state = vm.snapshotState();
        uint256 most = vault.maxWithdraw(owner);
        vm.startPrank(owner);
        vault.withdraw(most, owner, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0xfe9cceec); // ERC4626ExceededMaxWithdraw
        vault.withdraw(most + 1, owner, owner);
        most = vault.maxRedeem(owner);
        vault.redeem(most, owner, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0xb94abeec); // ERC4626ExceededMaxRedeem
        vault.redeem(most + 1, owner, owner);
        most = vault.maxDeposit(owner);
        vault.deposit(most, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0x79012fb2); // ERC4626ExceededMaxDeposit
        vault.deposit(most + 1, owner);
        most = vault.maxMint(owner);
        vault.mint(most, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0x284ff667); // ERC4626ExceededMaxMint
        vault.mint(most + 1, owner);
        vm.stopPrank();
    }
}
