// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineEvents, ReserveParameters, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice What the risk engine may change of a reserve: the premium on its rate and its debt cap, each alone.
contract NarrowSettersTest is CoreTest {
    /// @dev 2^64 units of 2^13.
    uint256 internal constant MAX_USDC_CAP = 2 ** 77 - 1;

    function _setPremium(uint16 premium) internal {
        vm.prank(admin);
        engine.setRatePremium(ETH, 0, premium);
    }

    /* RATE PREMIUM */

    function testFuzz_PremiumChangesNothingElse(uint16 premium, uint256 share, uint256 time) public {
        premium = uint16(bound(premium, 0, 1_000));
        _openEth(account, 1e22, share);
        _skip(bound(time, 0, 365 days));
        ReserveState memory before = _reserve(ETH, 0);
        _setPremium(premium);
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(current.parameters.ratePremium, premium);
        assertApproxEqAbs(current.borrowRate, before.borrowRate + uint256(premium) * 0.001e18, 1e10, "added whole");
        (before.parameters.ratePremium, before.borrowRate) = (premium, current.borrowRate);
        assertEq(keccak256(abi.encode(current)), keccak256(abi.encode(before)));
    }

    /// @dev Property 16: interest until now is at the old premium, from now at the new one.
    function testFuzz_PremiumAccruesFirst(uint16 first, uint16 second, uint256 time) public {
        (first, second) = (uint16(bound(first, 0, 1_000)), uint16(bound(second, 0, 1_000)));
        time = bound(time, 1 hours, 300 days);
        _openEth(account, 1e22, MAX_SHARE);
        _setPremium(first);
        _skip(time);
        uint256 owed = _reserve(ETH, 0).debt;
        _setPremium(second);
        assertEq(_reserve(ETH, 0).debt, owed, "no step");
        uint256 state = vm.snapshotState();
        _skip(time);
        uint256 changed = _reserve(ETH, 0).debt;
        vm.revertToState(state);
        _setPremium(first);
        _skip(time);
        uint256 kept = _reserve(ETH, 0).debt;
        if (second >= first) assertGe(changed, kept);
        else assertLt(changed, kept);
    }

    function testFuzz_PremiumEmitsTheWords(uint16 premium) public {
        premium = uint16(bound(premium, 0, 1_000));
        _openEth(account, 1e20, MAX_SHARE);
        _skip(1 days);
        uint256 base = 65_542 + (uint256(ETH) << 7);
        vm.recordLogs();
        _setPremium(premium);
        bytes memory data = vm.getRecordedLogs()[0].data;
        uint256 debtWord = uint256(vm.load(address(engine), bytes32(base + 1)));
        uint256 cashWord = uint256(vm.load(address(engine), bytes32(base + 2)));
        assertEq(data, abi.encode(premium, debtWord, cashWord));
    }

    function testFuzz_RevertWhen_ThePremiumIsOutside(uint16 premium) public {
        premium = uint16(bound(premium, 1_001, type(uint16).max));
        vm.prank(admin);
        vm.expectRevert(
            abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, bytes32("ratePremium"), premium, 1_000)
        );
        engine.setRatePremium(ETH, 0, premium);
    }

    /* DEBT CAP */

    function testFuzz_CapChangesNothingElse(uint128 cap, uint256 share, uint256 time) public {
        cap = uint128(bound(cap, 0, MAX_USDC_CAP));
        _openEth(account, 1e22, share);
        _skip(bound(time, 0, 365 days));
        ReserveState memory before = _reserve(ETH, 0);
        vm.prank(admin);
        engine.setDebtCap(ETH, 0, cap);
        ReserveState memory current = _reserve(ETH, 0);
        assertLe(current.parameters.debtCap, cap);
        assertGe(current.parameters.debtCap + cap / 128, cap, "down to 8 bits");
        before.parameters.debtCap = current.parameters.debtCap;
        assertEq(keccak256(abi.encode(current)), keccak256(abi.encode(before)));
    }

    function testFuzz_CapHolds(uint256 cap, uint256 amount) public {
        cap = bound(cap, 1e9, 1e12);
        vm.prank(admin);
        vm.expectEmit(true, true, true, false, address(engine));
        emit IMarginEngineEvents.SetDebtCap(ETH, 0, uint128(cap), 0);
        engine.setDebtCap(ETH, 0, uint128(cap));
        cap = _reserve(ETH, 0).parameters.debtCap;
        _deposit(account, ETH, 1, 1e24);
        amount = bound(amount, cap + 1, 2e12);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.DebtCapExceeded.selector, amount, cap));
        engine.borrow(account, ETH, 0, amount, alice);
        _borrow(account, ETH, 0, cap);
    }

    /// @dev What 64 bits of the liquidation map can count; by every entry.
    function testFuzz_RevertWhen_TheMapCouldNotCountTheCap(uint128 cap) public {
        cap = uint128(bound(cap, MAX_USDC_CAP + 1, type(uint128).max));
        bytes memory reason =
            abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, bytes32("debtCap"), cap, MAX_USDC_CAP);
        ReserveParameters memory p = _reserve(ETH, 0).parameters;
        p.debtCap = cap;
        vm.startPrank(admin);
        vm.expectRevert(reason);
        engine.setDebtCap(ETH, 0, cap);
        vm.expectRevert(reason);
        engine.setReserveParameters(ETH, 0, p);
    }

    function testFuzz_RevertWhen_TheAssetIsNotListed(uint8 asset) public {
        asset = uint8(bound(asset, 2, 255));
        bytes memory reason = abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, asset);
        vm.startPrank(admin);
        vm.expectRevert(reason);
        engine.setDebtCap(ETH, asset, 1);
        vm.expectRevert(reason);
        engine.setRatePremium(ETH, asset, 1);
    }
}
