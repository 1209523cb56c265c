// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PlainToken} from "../support/TestTokens.sol";
import {Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";

contract FlashLoanTest is CoreTest {
    function setUp() public override {
        super.setUp();
        vm.startPrank(address(actor));
        usdc.approve(address(engine), type(uint256).max);
        weth.approve(address(engine), type(uint256).max);
        vm.stopPrank();
    }

    function _noSteps() internal pure returns (bytes memory) {
        return abi.encode(new Step[](0));
    }

    /// @dev Free, of any amount the engine has, and without a trace.
    function testFuzz_LendsForOneCall(uint256 amount, address caller) public {
        vm.assume(caller != address(0));
        amount = bound(amount, 1, usdc.balanceOf(address(engine)));
        bytes32 before = keccak256(abi.encode(_reserve(ETH, 0), usdc.balanceOf(address(engine))));
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.FlashLoan(caller, address(actor), address(usdc), amount);
        vm.prank(caller);
        engine.flashLoan(address(usdc), amount, address(actor), _noSteps());
        assertEq(actor.caller(), caller);
        assertEq(actor.first(), amount);
        assertEq(keccak256(abi.encode(_reserve(ETH, 0), usdc.balanceOf(address(engine)))), before);
    }

    /// @dev Any token that lies in the engine, listed or not.
    function testFuzz_LendsUnlistedTokens(uint256 amount) public {
        PlainToken token = new PlainToken("ODD", 18);
        amount = bound(amount, 1, 1e30);
        token.mint(address(engine), amount);
        vm.prank(address(actor));
        token.approve(address(engine), amount);
        engine.flashLoan(address(token), amount, address(actor), _noSteps());
        assertEq(token.balanceOf(address(engine)), amount);
    }

    function testFuzz_RevertWhen_NotReturned(uint256 amount, uint256 kept) public {
        amount = bound(amount, 1, usdc.balanceOf(address(engine)));
        kept = bound(kept, 1, amount);
        Step[] memory steps = new Step[](1);
        steps[0] = Step(address(usdc), abi.encodeCall(usdc.transfer, (bob, kept)));
        vm.expectRevert();
        engine.flashLoan(address(usdc), amount, address(actor), abi.encode(steps));
    }

    /// @dev Paid back by hand is a gift: the pull still takes the whole amount.
    function testFuzz_ReturnedTwiceIsAGift(uint256 amount) public {
        amount = bound(amount, 1, 1e13);
        usdc.mint(address(actor), amount);
        Step[] memory steps = new Step[](1);
        steps[0] = Step(address(usdc), abi.encodeCall(usdc.transfer, (address(engine), amount)));
        uint256 before = usdc.balanceOf(address(engine));
        engine.flashLoan(address(usdc), amount, address(actor), abi.encode(steps));
        assertEq(usdc.balanceOf(address(engine)), before + amount);
    }

    /// @dev Property 135: nothing of the engine can be entered with borrowed tokens, and no value can be read.
    function testFuzz_RevertWhen_Reentered(uint256 amount, uint256 which) public {
        amount = bound(amount, 1, usdc.balanceOf(address(engine)));
        bytes32 id = _account(address(actor), 0);
        bytes[10] memory calls = [
            abi.encodeCall(engine.deposit, (id, ETH, 0, amount)),
            abi.encodeCall(engine.supply, (id, ETH, 0, amount)),
            abi.encodeCall(engine.repay, (id, 0, amount)),
            abi.encodeCall(engine.execute, (id, address(actor), _noSteps())),
            abi.encodeCall(engine.flashLoan, (address(weth), 1, address(actor), _noSteps())),
            abi.encodeCall(engine.accrue, (ETH, 0)),
            abi.encodeCall(engine.sync, (ETH, 0)),
            abi.encodeCall(engine.sharesOf, (id, ETH, 0)),
            abi.encodeCall(engine.health, (id)),
            abi.encodeCall(engine.reserve, (ETH, 0))
        ];
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.flashLoan(address(usdc), amount, address(actor), abi.encode(_steps(calls[which % 10])));
    }

    function testFuzz_RevertWhen_NothingIsAsked(address receiver) public {
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.flashLoan(address(usdc), 0, receiver, "");
    }

    function testFuzz_RevertWhen_MoreThanThereIs(uint256 over) public {
        over = bound(over, usdc.balanceOf(address(engine)) + 1, type(uint256).max);
        vm.expectRevert();
        engine.flashLoan(address(usdc), over, address(actor), _noSteps());
    }

    function testFuzz_RevertWhen_ReceiverIsNobodyOrTheEngine(uint256 amount, bool nobody) public {
        amount = bound(amount, 1, 1e12);
        address to = nobody ? address(0) : address(engine);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, to));
        engine.flashLoan(address(usdc), amount, to, "");
    }

    /// @dev Nobody can be made to take a loan by somebody else: an allowance to the engine is no consent.
    function testFuzz_RevertWhen_ReceiverDoesNotTakePart(uint256 amount) public {
        amount = bound(amount, 1, 1e12);
        _fund(alice, usdc, address(engine), amount);
        vm.expectRevert();
        engine.flashLoan(address(usdc), amount, alice, "");
        assertEq(usdc.balanceOf(alice), amount);
    }

    function testFuzz_RevertWhen_TokenHasNoCode(address token, uint256 amount) public {
        vm.assume(token.code.length == 0 && uint160(token) > 0xff);
        vm.expectRevert();
        engine.flashLoan(token, bound(amount, 1, 1e18), address(actor), _noSteps());
    }
}
