// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment, SETTLE_COLLATERAL} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";
import {HookToken} from "./HookToken.sol";

/// @notice Control in the hook of a token, before and after every movement: nothing of value can be entered or read.
contract HookTokensTest is CoreTest {
    function _newToken(string memory symbol, uint8 decimals) internal override returns (IMintable) {
        return new HookToken(symbol, decimals);
    }

    function setUp() public override {
        super.setUp();
        _openEth(account, 1e20, 5_000);
        _fund(address(actor), weth, address(engine), 1e24);
        _fund(address(actor), usdc, address(engine), 1e15);
    }

    /// @dev In the hook the actor tries `inner`, and notes how it failed.
    function _arm(IMintable token, bool early, bytes memory inner) internal {
        bytes memory data = abi.encodeCall(actor.attempt, (_steps(inner)));
        HookToken(address(token)).arm(address(actor), early ? data : bytes(""), early ? bytes("") : data);
    }

    function _assertRefused() internal view {
        bytes4[] memory failures = actor.failures();
        assertEq(failures.length, 1, "the hook ran once");
        assertEq(failures[0], Errors.CallNotAllowed.selector);
    }

    /// @dev All that changes value, and all views of value.
    function _calls(uint256 which) internal view returns (bytes memory) {
        bytes[16] memory calls = [
            abi.encodeCall(engine.deposit, (account, ETH, 1, 1)),
            abi.encodeCall(engine.withdraw, (account, 1, 1, address(actor))),
            abi.encodeCall(engine.borrow, (account, ETH, 0, 1, address(actor))),
            abi.encodeCall(engine.repay, (account, 0, 1e7)),
            abi.encodeCall(engine.supply, (account, ETH, 1, 1)),
            abi.encodeCall(engine.redeem, (account, ETH, 1, 1, address(actor))),
            abi.encodeCall(engine.execute, (account, address(actor), "")),
            abi.encodeCall(engine.deleverage, (account, address(actor), "")),
            abi.encodeCall(engine.accrue, (ETH, 0)),
            abi.encodeCall(engine.flashLoan, (address(weth), 1, address(actor), "")),
            abi.encodeCall(engine.liquidate, (account, takeOf(1, 0, 1, address(actor), ""))),
            abi.encodeCall(engine.sync, (ETH, 1)),
            abi.encodeCall(engine.health, (account)),
            abi.encodeCall(engine.initialHealth, (account)),
            abi.encodeCall(engine.position, (account)),
            abi.encodeCall(engine.amounts, (account, 1, 0))
        ];
        return calls[which % 16];
    }

    /// @dev Property 133/134 in a direct action: `actor` is even an operator of the account.
    function testFuzz_DirectActionCannotBeReentered(uint256 which, uint256 inner, bool early) public {
        vm.prank(alice);
        engine.setOperator(address(actor), true);
        bytes[5] memory outer = [
            abi.encodeCall(engine.deposit, (account, ETH, 1, 1e18)),
            abi.encodeCall(engine.withdraw, (account, 1, 1e15, address(actor))),
            abi.encodeCall(engine.supply, (account, ETH, 1, 1e18)),
            abi.encodeCall(engine.flashLoan, (address(weth), 1e18, address(actor), abi.encode(new Step[](0)))),
            abi.encodeCall(engine.borrow, (account, ETH, 0, 1e8, address(actor)))
        ];
        which %= 5;
        _arm(which == 4 ? usdc : weth, early, _calls(inner));
        vm.prank(address(actor));
        (bool ok,) = address(engine).call(outer[which]);
        assertTrue(ok, "the outer action is not disturbed");
        _assertRefused();
    }

    /// @dev The executor himself is locked out while his own action moves tokens.
    function testFuzz_ExecutorIsLockedOutOfHisOwnTransfers(uint256 which, uint256 inner, bool early) public {
        bytes[4] memory outer = [
            abi.encodeCall(engine.deposit, (account, ETH, 1, 1e18)),
            abi.encodeCall(engine.withdraw, (account, 1, 1e15, address(actor))),
            abi.encodeCall(engine.supply, (account, ETH, 1, 1e18)),
            abi.encodeCall(engine.redeem, (account, ETH, 1, 1e18, address(actor)))
        ];
        if (which % 4 == 3) _run(account, _steps(outer[2]));
        _arm(weth, early, _calls(inner));
        _run(account, _steps(outer[which % 4]));
        _assertRefused();
    }

    /// @dev One transfer must not be a deposit and an arrival: sync before the move, settle after.
    function testFuzz_RevertWhen_ADepositIsSettledAgain(uint256 amount) public {
        amount = bound(amount, 1, 1e24);
        _arm(weth, true, abi.encodeCall(engine.sync, (ETH, 1)));
        Adjustment memory a = _adjustment(account);
        a.collateralDelta = SETTLE_COLLATERAL;
        Step[] memory steps = _steps(abi.encodeCall(engine.deposit, (account, ETH, 1, amount)), _adjustCall(a));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.SyncMismatch.selector, address(0), address(weth)));
        engine.execute(account, address(actor), abi.encode(steps));
    }

    function testFuzz_LiquidationCannotBeReentered(uint256 inner, bool early, bool debtToken) public {
        _openEth(other, 1e21, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * 89 / 100);
        _arm(debtToken ? usdc : weth, early, _calls(inner));
        vm.prank(address(actor));
        engine.liquidate(other, takeOf(1, 0, type(uint256).max, address(actor), ""));
        _assertRefused();
    }

    function testFuzz_CollectionCannotBeReentered(uint256 inner, bool early) public {
        _skip(365 days);
        _arm(usdc, early, _calls(inner));
        vm.prank(admin);
        engine.collectFees(ETH, 0, admin);
        _assertRefused();
    }

    /// @dev The lock is gone after.
    function testFuzz_LockEndsWithTheAction(uint256 amount, bool early) public {
        amount = _boundAmount(ETH, 1, amount);
        _arm(weth, early, abi.encodeCall(engine.accrue, (ETH, 0)));
        (uint256 before,) = _positionOf(account, 1, 0);
        _deposit(account, ETH, 1, amount);
        engine.accrue(ETH, 0);
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, before + amount);
    }
}
