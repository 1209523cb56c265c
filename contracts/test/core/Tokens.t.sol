// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Errors} from "../../src/libraries/Errors.sol";
import {IMintable} from "../support/TestTokens.sol";
import {CoreTest} from "./CoreTest.sol";
import {FeeToken, SilentToken} from "./HookToken.sol";

/// @notice Tokens that take a fee are refused where they arrive; tokens that return nothing work.
contract TokensTest is CoreTest {
    uint16 internal constant ODD = 40;
    FeeToken internal fee;
    SilentToken internal silent;

    function setUp() public override {
        super.setUp();
        (fee, silent) = (new FeeToken("FEE", 18), new SilentToken("SILENT", 6));
        _createMarket(ODD);
        _list(ODD, 0, IMintable(address(silent)), 1e18);
        _list(ODD, 1, IMintable(address(fee)), 100e18);
        silent.mint(lender, 1e13);
        vm.startPrank(lender);
        silent.approve(address(engine), type(uint256).max);
        engine.supply(_account(lender, 0), ODD, 0, 1e13);
        vm.stopPrank();
        _supply(lender, ODD, 1, 1e24);
    }

    /// @dev Property 139, also for a fee that is switched on later; what is inside can leave.
    function testFuzz_RevertWhen_LessArrivesThanWasSent(uint256 amount, uint256 which) public {
        amount = bound(amount, 100, 1e22);
        _deposit(account, ODD, 1, amount);
        _fund(alice, fee, address(engine), amount);
        fee.switchOn();
        bytes[2] memory calls = [
            abi.encodeCall(engine.deposit, (account, ODD, 1, amount)),
            abi.encodeCall(engine.supply, (account, ODD, 1, amount))
        ];
        vm.prank(alice);
        (bool ok, bytes memory reason) = address(engine).call(calls[which % 2]);
        assertFalse(ok);
        assertEq(reason, abi.encodeWithSelector(Errors.TransferShort.selector, amount - amount / 100, amount));
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, bob);
        assertEq(fee.balanceOf(bob), amount - amount / 100);
    }

    /// @dev Property 140: nothing returned is success, as USDT has it.
    function testFuzz_TokensThatReturnNothingWork(uint256 amount, uint256 share) public {
        amount = bound(amount, 10e18, 1e22);
        _deposit(account, ODD, 1, amount);
        uint256 debt = amount * 100 * bound(share, MIN_SHARE, 8_000) / 10_000 / 1e12;
        _borrow(account, ODD, 0, debt);
        assertEq(silent.balanceOf(alice), debt);
        vm.startPrank(alice);
        silent.approve(address(engine), debt);
        assertEq(engine.repay(account, 0, type(uint256).max), debt);
        engine.withdraw(account, 1, type(uint256).max, alice);
        vm.stopPrank();
        assertEq(fee.balanceOf(alice), amount);
    }

    /// @dev Property 42: a token that cannot be moved stops what moves it, and nothing else.
    function testFuzz_AnotherLegWorksWhileATokenIsStuck(uint256 amount) public {
        amount = _boundAmount(CROSS, 1, amount);
        _deposit(account, CROSS, 1, amount);
        _deposit(account, CROSS, 2, 1e8);
        vm.mockCallRevert(address(wbtc), abi.encodeWithSelector(wbtc.transfer.selector), "frozen");
        vm.startPrank(alice);
        vm.expectRevert();
        engine.withdraw(account, 2, type(uint256).max, alice);
        engine.withdraw(account, 1, type(uint256).max, alice);
        assertEq(weth.balanceOf(alice), amount);
    }
}
