// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Test} from "forge-std/Test.sol";

/// @notice The properties of a16z's ERC-4626 tests (74–101), with no tolerance, of any vault in whatever state it is.
abstract contract Erc4626Properties is Test {
    function _vault() internal view virtual returns (IERC4626);

    /// @notice One of a few owners of shares; each holds plenty of the asset and lets the vault take it.
    function _user(uint256 seed) internal view virtual returns (address);

    /// @notice Most assets that one move of a test puts in [token units].
    function _most() internal view virtual returns (uint256) {
        return 10_000_000e6;
    }

    /// @notice Lets an owner leave, where a vault makes them wait.
    function _reopen(address owner) internal virtual {}

    /// @notice What the vault promises is there.
    function _assertBacked() internal view virtual {}

    /// @notice Views of the vault's own that must not revert either.
    function _otherViews() internal view virtual {}

    /// @notice Its asset; calls nobody, so that a prank meets what follows.
    function _asset() internal view virtual returns (IERC20);

    function _least(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? a : b;
    }

    function _deposit(uint256 seed, uint256 assets) internal returns (uint256 a, uint256 shares, address owner) {
        owner = _user(seed);
        a = bound(assets, 0, _least(_vault().maxDeposit(owner), _most()));
        vm.prank(owner);
        shares = _vault().deposit(a, owner);
    }

    function _mint(uint256 seed, uint256 shares) internal returns (uint256 s, uint256 assets, address owner) {
        owner = _user(seed);
        s = bound(shares, 0, _least(_vault().maxMint(owner), _most() * 1e6));
        vm.prank(owner);
        assets = _vault().mint(s, owner);
    }

    function _redeem(uint256 seed, uint256 shares) internal returns (uint256 s, uint256 assets, address owner) {
        owner = _user(seed);
        s = bound(shares, 0, _vault().maxRedeem(owner));
        vm.prank(owner);
        assets = _vault().redeem(s, owner, owner);
    }

    function _withdraw(uint256 seed, uint256 assets) internal returns (uint256 a, uint256 shares, address owner) {
        owner = _user(seed);
        a = bound(assets, 0, _vault().maxWithdraw(owner));
        vm.prank(owner);
        shares = _vault().withdraw(a, owner, owner);
    }

    /* NEVER REVERT */

    function testFuzz_Prop_ViewsDoNotRevert(address a, uint256 assets, uint256 shares) public view {
        assertEq(_vault().asset(), address(_asset()), "74");
        _vault().totalAssets();
        _vault().maxDeposit(a);
        _vault().maxMint(a);
        _vault().maxWithdraw(a);
        _vault().maxRedeem(a);
        assets = assets % 2 ** 96;
        _vault().convertToShares(assets);
        _vault().convertToAssets(shares % 2 ** 128);
        _vault().previewDeposit(assets);
        _vault().previewMint(shares % 2 ** 128);
        _vault().previewWithdraw(assets);
        _vault().previewRedeem(shares % 2 ** 128);
        _otherViews();
    }

    function testFuzz_Prop_ConversionsAreTheSameForAll(address a, address b, uint256 amount) public {
        amount = amount % 2 ** 96;
        vm.prank(a);
        (uint256 shares, uint256 assets) = (_vault().convertToShares(amount), _vault().convertToAssets(amount));
        vm.prank(b);
        assertEq(_vault().convertToShares(amount), shares, "76");
        assertEq(_vault().convertToAssets(amount), assets, "77");
    }

    /* PREVIEWS AND MOVES */

    function testFuzz_Prop_Deposit(uint256 who, uint256 to, uint256 assets) public {
        (address caller, address receiver) = (_user(who), _user(to));
        assets = bound(assets, 0, _least(_vault().maxDeposit(receiver), _most()));
        uint256 preview = _vault().previewDeposit(assets);
        (uint256 cash, uint256 shares) = (_asset().balanceOf(caller), _vault().balanceOf(receiver));
        vm.prank(caller);
        _asset().approve(address(_vault()), assets);
        vm.prank(caller);
        uint256 minted = _vault().deposit(assets, receiver);
        assertGe(minted, preview, "82: at least the preview");
        assertEq(cash - _asset().balanceOf(caller), assets, "86: assets");
        assertEq(_vault().balanceOf(receiver) - shares, minted, "86: shares");
        assertEq(_asset().allowance(caller, address(_vault())), 0, "86: allowance");
        _assertBacked();
    }

    function testFuzz_Prop_Mint(uint256 who, uint256 to, uint256 shares) public {
        (address caller, address receiver) = (_user(who), _user(to));
        shares = bound(shares, 0, _least(_vault().maxMint(receiver), _most() * 1e6));
        uint256 preview = _vault().previewMint(shares);
        (uint256 cash, uint256 before) = (_asset().balanceOf(caller), _vault().balanceOf(receiver));
        vm.prank(caller);
        uint256 paid = _vault().mint(shares, receiver);
        assertLe(paid, preview, "83: at most the preview");
        assertEq(cash - _asset().balanceOf(caller), paid, "87: assets");
        assertEq(_vault().balanceOf(receiver) - before, shares, "87: shares");
    }

    function testFuzz_Prop_Withdraw(uint256 who, uint256 to, uint256 of_, uint256 assets) public {
        (address caller, address receiver, address owner) = (_user(who), _user(to), _user(of_));
        assets = bound(assets, 0, _vault().maxWithdraw(owner));
        uint256 preview = _vault().previewWithdraw(assets);
        (uint256 cash, uint256 shares) = (_asset().balanceOf(receiver), _vault().balanceOf(owner));
        if (caller != owner) {
            vm.prank(owner);
            _vault().approve(caller, preview);
        }
        vm.prank(caller);
        uint256 burnt = _vault().withdraw(assets, receiver, owner);
        assertLe(burnt, preview, "84: at most the preview");
        assertEq(_asset().balanceOf(receiver) - cash, assets, "88: assets");
        assertEq(shares - _vault().balanceOf(owner), burnt, "88: shares");
        assertEq(_vault().allowance(owner, caller), preview - (caller == owner ? preview : burnt), "88, 101: allowance");
        _assertBacked();
    }

    function testFuzz_Prop_Redeem(uint256 who, uint256 to, uint256 of_, uint256 shares) public {
        (address caller, address receiver, address owner) = (_user(who), _user(to), _user(of_));
        shares = bound(shares, 0, _vault().maxRedeem(owner));
        uint256 preview = _vault().previewRedeem(shares);
        (uint256 cash, uint256 before) = (_asset().balanceOf(receiver), _vault().balanceOf(owner));
        if (caller != owner) {
            vm.prank(owner);
            _vault().approve(caller, type(uint256).max);
        }
        vm.prank(caller);
        uint256 paid = _vault().redeem(shares, receiver, owner);
        assertGe(paid, preview, "85: at least the preview");
        assertEq(_asset().balanceOf(receiver) - cash, paid, "89: assets");
        assertEq(before - _vault().balanceOf(owner), shares, "89: shares");
        if (caller != owner) assertEq(_vault().allowance(owner, caller), type(uint256).max, "101: infinite stays");
    }

    /* ROUND TRIPS */

    function testFuzz_Prop_DepositRedeem(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _deposit(who, amount);
        _reopen(owner);
        if (shares > _vault().maxRedeem(owner)) return;
        vm.prank(owner);
        assertLe(_vault().redeem(shares, owner, owner), assets, "90");
    }

    function testFuzz_Prop_DepositWithdraw(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _deposit(who, amount);
        _reopen(owner);
        if (assets > _vault().maxWithdraw(owner)) return;
        vm.prank(owner);
        assertGe(_vault().withdraw(assets, owner, owner), shares, "91");
    }

    function testFuzz_Prop_RedeemDeposit(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _redeem(who, amount);
        if (assets > _vault().maxDeposit(owner)) return;
        vm.prank(owner);
        assertLe(_vault().deposit(assets, owner), shares, "92");
    }

    function testFuzz_Prop_RedeemMint(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _redeem(who, amount);
        if (shares > _vault().maxMint(owner)) return;
        vm.prank(owner);
        assertGe(_vault().mint(shares, owner), assets, "93");
    }

    function testFuzz_Prop_MintWithdraw(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _mint(who, amount);
        _reopen(owner);
        if (assets > _vault().maxWithdraw(owner)) return;
        vm.prank(owner);
        assertGe(_vault().withdraw(assets, owner, owner), shares, "94");
    }

    function testFuzz_Prop_MintRedeem(uint256 who, uint256 amount) public {
        (uint256 shares, uint256 assets, address owner) = _mint(who, amount);
        _reopen(owner);
        if (shares > _vault().maxRedeem(owner)) return;
        vm.prank(owner);
        assertLe(_vault().redeem(shares, owner, owner), assets, "95");
    }

    function testFuzz_Prop_WithdrawMint(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _withdraw(who, amount);
        if (shares > _vault().maxMint(owner)) return;
        vm.prank(owner);
        assertGe(_vault().mint(shares, owner), assets, "96");
    }

    function testFuzz_Prop_WithdrawDeposit(uint256 who, uint256 amount) public {
        (uint256 assets, uint256 shares, address owner) = _withdraw(who, amount);
        if (assets > _vault().maxDeposit(owner)) return;
        vm.prank(owner);
        assertLe(_vault().deposit(assets, owner), shares, "97");
    }

    /* LIMITS */

    /// @dev 100: the limit itself works, one unit more does not.
    function testFuzz_Prop_LimitsAreExact(uint256 who) public {
        address owner = _user(who);
        uint256 state = vm.snapshotState();
        uint256 most = _vault().maxWithdraw(owner);
        vm.startPrank(owner);
        _vault().withdraw(most, owner, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0xfe9cceec); // ERC4626ExceededMaxWithdraw
        _vault().withdraw(most + 1, owner, owner);
        most = _vault().maxRedeem(owner);
        _vault().redeem(most, owner, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0xb94abeec); // ERC4626ExceededMaxRedeem
        _vault().redeem(most + 1, owner, owner);
        most = _vault().maxDeposit(owner);
        _vault().deposit(most, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0x79012fb2); // ERC4626ExceededMaxDeposit
        _vault().deposit(most + 1, owner);
        most = _vault().maxMint(owner);
        _vault().mint(most, owner);
        vm.revertToState(state);
        vm.expectPartialRevert(0x284ff667); // ERC4626ExceededMaxMint
        _vault().mint(most + 1, owner);
        vm.stopPrank();
    }
}
