// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    Adjustment,
    IMarginEngineEvents,
    REPAY_ALL,
    SETTLE_COLLATERAL,
    SETTLE_DEBT
} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

contract AdjustTest is CoreTest {
    function _adjust(Adjustment memory a) internal returns (int256, int256) {
        vm.prank(_ownerOf(a.account));
        return engine.adjust(a);
    }

    /// @dev One call does what deposit and borrow do in two, to the unit.
    function testFuzz_OpenEqualsDepositAndBorrow(uint256 amount, uint256 share, uint256 time) public {
        _openEth(other, 1e30, MAX_SHARE);
        _skip(bound(time, 0, 365 days));
        uint256 state = vm.snapshotState();
        (uint256 collateral, uint256 debt) = _openEth(account, amount, share);
        bytes32 expected = _fingerprint();
        vm.revertToState(state);

        _fund(alice, weth, address(engine), collateral);
        Adjustment memory a = _adjustment(account);
        (a.collateralDelta, a.debtDelta, a.debtTo) = (int256(collateral), int256(debt), alice);
        (int256 c, int256 d) = _adjust(a);
        assertEq(c, int256(collateral));
        assertEq(d, int256(debt));
        assertEq(_fingerprint(), expected);
    }

    function _fingerprint() private view returns (bytes32) {
        (uint16 market, uint256[16] memory collateral, uint256[16] memory debt) = engine.position(account);
        return keccak256(
            abi.encode(
                market,
                collateral,
                debt,
                _reserve(ETH, 0),
                _reserve(ETH, 1),
                usdc.balanceOf(alice),
                weth.balanceOf(alice)
            )
        );
    }

    /// @dev Close and pay out: debt repaid to the unit, all collateral to `restTo`.
    function testFuzz_CloseAndPayOut(uint256 amount, uint256 share, uint256 time) public {
        (uint256 collateral,) = _openEth(account, amount, share);
        _skip(bound(time, 0, 365 days));
        (, uint256 owed) = _positionOf(account, 1, 0);
        _fund(alice, usdc, address(engine), owed);
        uint256 held = usdc.balanceOf(alice);
        Adjustment memory a = _adjustment(account);
        (a.debtDelta, a.restTo) = (REPAY_ALL, bob);
        (int256 c, int256 d) = _adjust(a);
        assertEq(c, -int256(collateral));
        assertEq(d, -int256(owed));
        assertEq(weth.balanceOf(bob), collateral);
        assertEq(usdc.balanceOf(alice), held - owed);
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0);
    }

    /// @dev Part of the collateral to one receiver, the rest to another.
    function testFuzz_SplitsCollateralBetweenTwoReceivers(uint256 amount, uint256 part) public {
        amount = _boundAmount(ETH, 1, amount);
        part = bound(part, 1, amount);
        _deposit(account, ETH, 1, amount);
        Adjustment memory a = _adjustment(account);
        (a.collateralDelta, a.collateralTo, a.restTo) = (-int256(part), bob, alice);
        (int256 c,) = _adjust(a);
        assertEq(c, -int256(amount), "both legs are in the result");
        assertEq(weth.balanceOf(bob), part);
        assertEq(weth.balanceOf(alice), amount - part);
    }

    function testFuzz_EmitsResultingWords(uint256 amount, uint256 share) public {
        uint256 collateral = _boundAmount(ETH, 1, amount);
        uint256 debt = _debtFor(ETH, 1, 0, collateral, bound(share, MIN_SHARE, MAX_SHARE));
        _fund(alice, weth, address(engine), collateral);
        Adjustment memory a = _adjustment(account);
        (a.collateralDelta, a.debtDelta, a.debtTo) = (int256(collateral), int256(debt), alice);
        vm.expectEmit(true, true, false, false, address(engine));
        emit IMarginEngineEvents.Adjust(account, alice, 0, 0, 0, 0, 0, 0);
        _adjust(a);
    }

    /// @dev Leverage inside one call: what is borrowed goes out before the collateral is pulled, from the caller alike.
    function testFuzz_CollateralMayBeBoughtWithTheLoan(uint256 amount, uint256 share) public {
        uint256 collateral = _boundAmount(ETH, 1, amount);
        uint256 debt = _debtFor(ETH, 1, 0, collateral, bound(share, MIN_SHARE, MAX_SHARE));
        _fund(alice, weth, address(engine), collateral);
        Adjustment memory a = _adjustment(account);
        (a.collateralDelta, a.debtDelta, a.debtTo) = (int256(collateral), int256(debt), bob);
        _adjust(a);
        assertEq(usdc.balanceOf(bob), debt);
    }

    /* REVERTS */

    function test_RevertWhen_NothingIsAsked() public {
        vm.expectRevert(Errors.ZeroAmount.selector);
        _adjust(_adjustment(account));
    }

    function testFuzz_RevertWhen_AssetIndexIsTooLarge(uint8 asset, bool debtSide) public {
        asset = uint8(bound(asset, 16, 255));
        Adjustment memory a = _adjustment(account);
        if (debtSide) (a.debtAsset, a.debtDelta) = (asset, 1e8);
        else (a.collateralAsset, a.collateralDelta) = (asset, 1e18);
        vm.expectPartialRevert(Errors.AssetNotListed.selector);
        _adjust(a);
    }

    /// @dev A leg that does not move must not be able to address anything either.
    function testFuzz_RevertWhen_TheIdleLegIsOutOfRange(uint8 asset) public {
        asset = uint8(bound(asset, 16, 255));
        _deposit(account, ETH, 1, 10e18);
        Adjustment memory a = _adjustment(account);
        (a.collateralAsset, a.debtDelta, a.debtTo) = (asset, 1e8, alice);
        vm.expectPartialRevert(Errors.AssetNotListed.selector);
        _adjust(a);
    }

    /// @dev The event names both assets in eight bits: an index that does not fit would name others.
    function testFuzz_RevertWhen_TheIdleDebtLegIsOutOfRange(uint8 asset) public {
        asset = uint8(bound(asset, 16, 255));
        _fund(alice, weth, address(engine), 1e18);
        Adjustment memory a = _adjustment(account);
        (a.debtAsset, a.collateralDelta) = (asset, 1e18);
        vm.expectPartialRevert(Errors.AssetNotListed.selector);
        _adjust(a);
    }

    function testFuzz_RevertWhen_SettlingWithoutSync(bool debtSide) public {
        _openEth(account, 0, MIN_SHARE);
        Adjustment memory a = _adjustment(account);
        if (debtSide) a.debtDelta = SETTLE_DEBT;
        else a.collateralDelta = SETTLE_COLLATERAL;
        vm.expectRevert(
            abi.encodeWithSelector(Errors.SyncMismatch.selector, address(0), debtSide ? address(usdc) : address(weth))
        );
        _adjust(a);
    }

    function testFuzz_RevertWhen_RestIsNothing(uint256 amount) public {
        _deposit(account, ETH, 1, _boundAmount(ETH, 1, amount));
        Adjustment memory a = _adjustment(account);
        (a.collateralAsset, a.restTo) = (0, alice);
        vm.expectRevert(Errors.ZeroAmount.selector);
        _adjust(a);
    }

    function testFuzz_RevertWhen_AmountsAreExtreme(uint256 amount) public {
        _openEth(account, 0, MIN_SHARE);
        amount = bound(amount, 2 ** 113, 2 ** 254);
        _fund(alice, weth, address(engine), 1);
        Adjustment memory a = _adjustment(account);
        a.collateralDelta = int256(amount);
        vm.expectPartialRevert(Errors.AmountTooLarge.selector);
        _adjust(a);
        a.collateralDelta = -int256(amount);
        vm.expectPartialRevert(Errors.InsufficientCollateral.selector);
        _adjust(a);
        a.collateralDelta = 0;
        (a.debtDelta, a.debtTo) = (int256(amount), alice);
        vm.expectPartialRevert(Errors.InsufficientCash.selector);
        _adjust(a);
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger) public {
        vm.assume(stranger != alice);
        Adjustment memory a = _adjustment(account);
        a.collateralDelta = 1;
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.adjust(a);
    }

    function testFuzz_RevertWhen_SameAssetOnBothLegs(uint256 amount, uint8 asset) public {
        asset = uint8(bound(asset, 0, 1));
        amount = bound(amount, 1e8, 1e12);
        _fund(alice, _tokenOf(ETH, asset), address(engine), 1e24);
        Adjustment memory a = _adjustment(account);
        (a.collateralAsset, a.debtAsset, a.debtTo) = (asset, asset, alice);
        a.debtDelta = int256(uint256(_reserve(ETH, asset).parameters.minDebt) + amount);
        a.collateralDelta = a.debtDelta;
        vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, ETH, asset));
        _adjust(a);
    }
}
