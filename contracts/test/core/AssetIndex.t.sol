// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Errors} from "../../src/libraries/Errors.sol";
import {BaseTest} from "../support/BaseTest.sol";

/// @notice An asset index is 0 … 15 everywhere: a larger one would reach into another asset's slots and mask bits.
contract AssetIndexTest is BaseTest {
    function setUp() public override {
        super.setUp();
        _supply(lender, ETH, 0, 1e12);
        _supply(lender, ETH, 1, 1e21);
        _supply(lender, CROSS, 1, 1e21);
        _supply(lender, BTC, 1, 1e10);
        _fund(alice, usdc, address(engine), 1e12);
        _fund(alice, weth, address(engine), 1e21);
        _fund(alice, wbtc, address(engine), 1e12);
    }

    function testFuzz_RevertWhen_BorrowAssetIndexIsTooLarge(uint8 asset) public {
        asset = uint8(bound(asset, 16, 255));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, asset));
        engine.borrow(_account(alice, 0), ETH, asset, 1e18, alice);
    }

    function testFuzz_RevertWhen_DepositAssetIndexIsTooLarge(uint8 asset, uint256 amount) public {
        asset = uint8(bound(asset, 16, 255));
        amount = bound(amount, 1, 1e10);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, BTC, asset));
        engine.deposit(_account(alice, 0), BTC, asset, amount);
    }

    function testFuzz_RevertWhen_WithdrawOrRepayAssetIndexIsTooLarge(uint8 asset, uint256 amount) public {
        asset = uint8(bound(asset, 16, 255));
        amount = bound(amount, 1, 1e10);
        _deposit(_account(alice, 0), ETH, 1, 10e18);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, asset));
        engine.withdraw(_account(alice, 0), asset, amount, alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, asset));
        engine.repay(_account(alice, 0), asset, amount);
    }

    function testFuzz_RevertWhen_SupplyAssetIndexIsTooLarge(uint8 asset, uint256 amount) public {
        asset = uint8(bound(asset, 16, 255));
        amount = bound(amount, 1, 1e10);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, BTC, asset));
        engine.supply(_account(alice, 0), BTC, asset, amount);
    }

    /// @dev Market 2 asset 17 is market 3 asset 1 in the array: WETH shares must not be paid out in WBTC.
    function testFuzz_RevertWhen_RedeemAssetIndexIsTooLarge(uint8 asset, uint256 shares) public {
        asset = uint8(bound(asset, 16, 255));
        _supply(alice, CROSS, 1, 1e21);
        shares = bound(shares, 1, engine.sharesOf(_account(alice, 0), CROSS, 1));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, BTC, asset));
        engine.redeem(_account(alice, 0), BTC, asset, shares, alice);
    }

    function testFuzz_RevertWhen_AccrueOrCollectAssetIndexIsTooLarge(uint8 asset) public {
        asset = uint8(bound(asset, 16, 255));
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, BTC, asset));
        engine.accrue(BTC, asset);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, BTC, asset));
        engine.collectFees(BTC, asset, admin);
    }
}
