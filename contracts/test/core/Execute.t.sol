// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment, REPAY_ALL} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {Actor, Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";

contract ExecuteTest is CoreTest {
    function setUp() public override {
        super.setUp();
        vm.startPrank(address(actor));
        usdc.approve(address(engine), type(uint256).max);
        weth.approve(address(engine), type(uint256).max);
        vm.stopPrank();
    }

    function _borrowCall(bytes32 id, uint256 debt) internal view returns (bytes memory) {
        return abi.encodeCall(engine.borrow, (id, ETH, 0, debt, address(actor)));
    }

    function _depositCall(bytes32 id, uint256 amount) internal view returns (bytes memory) {
        return abi.encodeCall(engine.deposit, (id, ETH, 1, amount));
    }

    /// @dev The check waits for the end: debt first, collateral after.
    function testFuzz_BorrowsBeforeItDeposits(uint256 amount, uint256 share) public {
        uint256 collateral = _boundAmount(ETH, 1, amount);
        uint256 debt = _debtFor(ETH, 1, 0, collateral, bound(share, MIN_SHARE, MAX_SHARE));
        weth.mint(address(actor), collateral);
        _run(account, _steps(_borrowCall(account, debt), _depositCall(account, collateral)));
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(held, collateral);
        assertEq(owed, debt);
        assertEq(actor.account(), account);
        assertEq(actor.caller(), alice);
    }

    function testFuzz_ReportsAnOperatorAsCaller(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        weth.mint(address(actor), amount);
        vm.prank(alice);
        engine.setOperator(bob, true);
        vm.prank(bob);
        engine.execute(account, address(actor), abi.encode(_steps(_depositCall(account, amount))));
        assertEq(actor.caller(), bob);
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, amount);
    }

    /// @dev Property 37: no order of actions makes the check forget; a harmless last action neither.
    function testFuzz_CheckCannotBeShakenOff(uint256 amount, uint256 share, uint256 tail) public {
        uint256 collateral = _boundAmount(ETH, 1, amount);
        uint256 debt = _debtFor(ETH, 1, 0, collateral, bound(share, 9_000, 20_000));
        weth.mint(address(actor), 2 * collateral);
        Step[] memory steps = new Step[](3);
        steps[0] = Step(address(engine), _depositCall(account, collateral));
        steps[1] = Step(address(engine), _borrowCall(account, debt));
        bytes[4] memory tails = [
            _depositCall(account, 1),
            abi.encodeCall(engine.repay, (account, 0, 2)),
            abi.encodeCall(engine.supply, (account, ETH, 1, 1)),
            abi.encodeCall(engine.amounts, (account, 1, 0))
        ];
        steps[2] = Step(address(engine), tails[tail % 4]);
        vm.prank(alice);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.execute(account, address(actor), abi.encode(steps));
    }

    /// @dev Borrowed and repaid inside: no debt at the end, so no price and no margin is needed.
    function testFuzz_DebtForOneCallNeedsNothing(uint256 debt) public {
        debt = bound(debt, _reserve(ETH, 0).parameters.minDebt, _reserve(ETH, 0).cash);
        _setPrice(ETH, 0, 0);
        _run(account, _steps(_borrowCall(account, debt), abi.encodeCall(engine.repay, (account, 0, type(uint256).max))));
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0);
        assertEq(_reserve(ETH, 0).debt, 0);
    }

    function testFuzz_NothingAddedNeedsNoMargin(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        usdc.mint(address(actor), 1e8);
        _run(account, _steps(abi.encodeCall(engine.repay, (account, 0, 1e7))));
        assertLt(_healthFactor(account), WAD, "still unhealthy, and better");
    }

    /// @dev Closing works while every price is down and the market is paused.
    function testFuzz_CloseWorksWithoutPrices(uint256 amount, uint256 share) public {
        (uint256 collateral,) = _openEth(account, amount, share);
        _setPrice(ETH, 0, 0);
        _setPrice(ETH, 1, 0);
        _pause(ETH);
        (, uint256 owed) = _positionOf(account, 1, 0);
        usdc.mint(address(actor), owed);
        Adjustment memory a = _adjustment(account);
        (a.debtDelta, a.restTo) = (REPAY_ALL, alice);
        _run(account, _steps(_adjustCall(a)));
        assertEq(weth.balanceOf(alice), collateral);
    }

    function testFuzz_LeavesAndEntersMarkets(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        _run(
            account,
            _steps(
                abi.encodeCall(engine.withdraw, (account, 1, type(uint256).max, address(actor))),
                abi.encodeCall(engine.deposit, (account, CROSS, 1, amount))
            )
        );
        (uint16 market, uint256[16] memory collateral,) = engine.position(account);
        assertEq(market, CROSS);
        assertEq(collateral[1], amount);
    }

    /* AUTHORITY */

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger) public {
        vm.assume(stranger != alice);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.execute(account, address(actor), abi.encode(new Step[](0)));
    }

    function testFuzz_RevertWhen_ExecutorTouchesAnotherAccount(uint96 index, bool mine) public {
        bytes32 victim = _account(mine ? alice : bob, index);
        vm.assume(victim != account);
        weth.mint(address(actor), 1e18);
        vm.prank(alice);
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.execute(account, address(actor), abi.encode(_steps(_depositCall(victim, 1e18))));
    }

    /// @dev Not even of the executor's own accounts, nor by another contract that the executor calls.
    function testFuzz_RevertWhen_AnotherContractActs(bool ownAccount) public {
        Actor accomplice = new Actor();
        bytes32 id = ownAccount ? _account(address(accomplice), 0) : account;
        Step[] memory inner = _steps(abi.encodeCall(engine.withdraw, (id, 1, 1, address(accomplice))));
        _deposit(account, ETH, 1, 1e18);
        Step[] memory steps = new Step[](1);
        steps[0] = Step(address(accomplice), abi.encodeCall(accomplice.run, (inner)));
        vm.prank(alice);
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.execute(account, address(actor), abi.encode(steps));
    }

    function testFuzz_RevertWhen_LockedFunctionsAreCalledInside(uint256 which) public {
        _deposit(account, ETH, 1, 1e18);
        bytes[9] memory calls = [
            abi.encodeCall(engine.execute, (account, address(actor), "")),
            abi.encodeCall(engine.deleverage, (account, address(actor), "")),
            abi.encodeCall(engine.accrue, (ETH, 0)),
            abi.encodeCall(engine.flashLoan, (address(weth), 1, address(actor), "")),
            abi.encodeCall(engine.liquidate, (account, takeOf(1, 0, 1, address(actor), ""))),
            abi.encodeCall(engine.liquidateMany, (new bytes32[](1), takeOf(1, 0, 1, address(actor), ""))),
            abi.encodeCall(engine.health, (account)),
            abi.encodeCall(engine.position, (account)),
            abi.encodeCall(engine.reserve, (ETH, 0))
        ];
        vm.prank(alice);
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.execute(account, address(actor), abi.encode(_steps(calls[which % 9])));
    }

    function testFuzz_AuthorityEndsWithTheCall(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        weth.mint(address(actor), amount);
        _run(account, _steps(_depositCall(account, amount)));
        vm.prank(address(actor));
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, address(actor)));
        engine.withdraw(account, 1, 1, address(actor));
    }

    function testFuzz_RevertWhen_ExecutorIsThePrecompileOrTheEngine(uint8 low, bool self) public {
        address executor = self ? address(engine) : address(uint160(low));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidExecutor.selector, executor));
        engine.execute(account, executor, "");
    }

    function testFuzz_RevertWhen_ExecutorHasNoCode(address executor) public {
        vm.assume(executor.code.length == 0 && uint160(executor) > 0xff);
        vm.prank(alice);
        vm.expectRevert();
        engine.execute(account, executor, "");
    }

    /// @dev A failed execution leaves no lock and no authority behind in the same transaction.
    function testFuzz_FailureReleasesTheLock(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        vm.prank(alice);
        vm.expectRevert();
        engine.execute(account, address(actor), abi.encode(_steps(_borrowCall(account, 1e12))));
        _deposit(account, ETH, 1, amount);
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, amount);
    }
}
