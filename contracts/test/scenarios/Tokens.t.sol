// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {Errors} from "../../src/libraries/Errors.sol";
import {BaseTest} from "../support/BaseTest.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {FalseToken, OddToken, SilentToken} from "./OddTokens.sol";

/// @notice Tokens that change their manners after listing, and those that never had any.
contract TokenScenarios is BaseTest {
    uint16 internal constant ODD = 7;

    OddToken internal odd;
    bytes32 internal account = _account(alice, 0);

    function setUp() public override {
        super.setUp();
        odd = new OddToken("ODD", 18);
        _createMarket(ODD);
        _list(ODD, 0, usdc, USDC_PRICE);
        _list(ODD, 1, odd, 10e18);
        _supply(lender, ODD, 0, 1_000_000e6);
        _supply(lender, ODD, 1, 1_000_000e18);
        _deposit(account, ODD, 0, 100_000e6);
        _borrow(account, ODD, 1, 5_000e18);
        _fund(alice, odd, address(engine), 1e24);
        _fund(liquidator, odd, address(engine), 1e24);
    }

    /// @dev Whatever is pulled, less than all of it arrives.
    function testFuzz_RevertWhen_FeeOnTransfer(uint256 amount, uint256 which) public {
        amount = bound(amount, 100, 4_000e18);
        odd.behave(OddToken.Manner.Fee);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.TransferShort.selector, amount - amount / 100, amount));
        if (which % 3 == 0) engine.deposit(_account(alice, 1), ODD, 1, amount);
        else if (which % 3 == 1) engine.supply(account, ODD, 1, amount);
        else engine.repay(account, 1, amount);
        vm.stopPrank();
        _assertBooks();
    }

    function testFuzz_RevertWhen_FeeOnTransferInLiquidation(uint256 rise) public {
        _setPrice(ODD, 1, bound(rise, 20e18, 40e18));
        odd.behave(OddToken.Manner.Fee);
        vm.prank(liquidator);
        vm.expectPartialRevert(Errors.TransferShort.selector);
        engine.liquidate(account, takeOf(0, 1, type(uint256).max, liquidator, ""));
    }

    /// @dev More than was sent arrives: refused as well, the books would not say whose it is.
    function testFuzz_RevertWhen_BonusOnTransfer(uint256 amount) public {
        amount = bound(amount, 100, 4_000e18);
        odd.behave(OddToken.Manner.Bonus);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.TransferShort.selector, amount + amount / 100, amount));
        engine.deposit(_account(alice, 1), ODD, 1, amount);
    }

    /// @dev A rebase upwards is a donation: nobody's. One downwards leaves the last to leave short; other tokens, other
    /// markets and repayment go on.
    function testFuzz_Rebase(int256 by) public {
        by = bound(by, -900_000e18, 900_000e18);
        bytes32 health = keccak256(abi.encode(engine.health(account), engine.reserve(ODD, 0), engine.reserve(ODD, 1)));
        odd.rebase(address(engine), by);
        assertEq(keccak256(abi.encode(engine.health(account), engine.reserve(ODD, 0), engine.reserve(ODD, 1))), health);
        vm.startPrank(alice);
        engine.repay(account, 1, type(uint256).max);
        engine.withdraw(account, 0, type(uint256).max, alice);
        vm.stopPrank();
        assertEq(usdc.balanceOf(alice), 100_000e6, "all of it");
        vm.prank(lender);
        try engine.redeem(_account(lender, 0), ODD, 1, type(uint256).max, lender) {
            assertGe(by, -10, "all of it only if all is there");
        } catch {
            assertLt(by, 0);
        }
    }

    /// @dev A blocked borrower is liquidated like anyone; a blocked liquidator chooses another receiver; a blocked owner
    /// takes his collateral to another address.
    function testFuzz_BlockList(uint256 rise) public {
        odd.behave(OddToken.Manner.Blocks);
        odd.block_(alice, true);
        _setPrice(ODD, 1, bound(rise, 20e18, 40e18));
        vm.prank(liquidator);
        (uint256 repaid,) = engine.liquidate(account, takeOf(0, 1, type(uint256).max, liquidator, ""));
        assertGt(repaid, 0);

        bytes32 held = _account(bob, 0);
        _deposit(held, ODD, 1, 100e18);
        odd.block_(bob, true);
        vm.startPrank(bob);
        vm.expectRevert(SafeTransferLib.TransferFailed.selector);
        engine.withdraw(held, 1, 100e18, bob);
        engine.withdraw(held, 1, 100e18, makeAddr("bob's other address"));
        vm.stopPrank();
    }

    function testFuzz_RevertWhen_TransferReturnsFalse(uint256 amount) public {
        FalseToken token = new FalseToken();
        _createMarket(8);
        _list(8, 0, token, 1e18);
        amount = bound(amount, 1, 1e12);
        token.mint(alice, amount - 1);
        vm.startPrank(alice);
        token.approve(address(engine), amount);
        vm.expectRevert(SafeTransferLib.TransferFromFailed.selector);
        engine.deposit(_account(alice, 1), 8, 0, amount);
        vm.expectRevert(SafeTransferLib.TransferFromFailed.selector);
        engine.supply(_account(alice, 1), 8, 0, amount);
        vm.stopPrank();
    }

    function testFuzz_TransferReturnsNothing(uint256 amount) public {
        SilentToken token = new SilentToken();
        _createMarket(8);
        _list(8, 0, IMintable(address(token)), 1e18);
        amount = bound(amount, 1, 1e12);
        token.mint(alice, amount);
        vm.startPrank(alice);
        token.approve(address(engine), amount);
        engine.deposit(_account(alice, 1), 8, 0, amount);
        engine.withdraw(_account(alice, 1), 0, type(uint256).max, alice);
        vm.stopPrank();
        assertEq(token.balanceOf(alice), amount);
    }

    function _assertBooks() private view {
        assertGe(odd.balanceOf(address(engine)), engine.reserve(ODD, 1).cash);
    }
}
