// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment, Health, REPAY_ALL, SETTLE_COLLATERAL} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";

contract DeleverageTest is CoreTest {
    function setUp() public override {
        super.setUp();
        vm.startPrank(address(actor));
        usdc.approve(address(engine), type(uint256).max);
        weth.approve(address(engine), type(uint256).max);
        vm.stopPrank();
    }

    /// @dev Takes `sold` of collateral out to the executor and repays `repaid`, which the executor has.
    function _sale(uint256 sold, uint256 repaid) internal returns (Step[] memory) {
        usdc.mint(address(actor), repaid);
        return _steps(
            abi.encodeCall(engine.withdraw, (account, 1, sold, address(actor))),
            abi.encodeCall(engine.repay, (account, 0, repaid))
        );
    }

    function _valueInUsdc(uint256 amount, uint256 price) internal pure returns (uint256) {
        return amount * price / 1e30;
    }

    /// @dev A sale at the oracle's price, below the initial margin and while paused.
    function testFuzz_SellsAndRepaysBelowTheInitialMargin(uint256 amount, uint256 fall, uint256 part, bool paused)
        public
    {
        (uint256 collateral, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        uint256 price = _priceOf(ETH, 1);
        uint256 sold = bound(part, collateral / 1000, collateral / 2);
        uint256 repaid = _valueInUsdc(sold, price) * 1_002 / 1_000;
        vm.assume(repaid < debt - _reserve(ETH, 0).parameters.minDebt);
        if (paused) _pause(ETH);
        Health memory before = engine.health(account);
        // a fair sale raises health while C > D, as every account here is
        _runSafer(account, _sale(sold, repaid));
        Health memory current = engine.health(account);
        assertLt(current.debt, before.debt);
        assertGe(_factor(current), _factor(before));
    }

    /// @dev Whatever is sold and repaid: it passes exactly if value was given for value and health did not fall.
    function testFuzz_ValueAndHealthDecide(uint256 amount, uint256 fall, uint256 sold, uint256 repaid) public {
        (uint256 collateral, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        sold = bound(sold, 1, collateral - 1);
        // half of the draws near a fair price, where health and not the bound of the sale decides
        uint256 fair = _valueInUsdc(sold, _priceOf(ETH, 1));
        if (repaid % 2 == 0) repaid = bound(repaid, fair * 8 / 10, fair * 11 / 10);
        repaid = bound(repaid, 1e4, debt - _reserve(ETH, 0).parameters.minDebt - 2);
        Health memory before = engine.health(account);
        Step[] memory steps = _sale(sold, repaid);
        uint256 state = vm.snapshotState();
        _run2(sold, repaid);
        Health memory reached = engine.health(account);
        vm.revertToState(state);
        bool safer = (int256(reached.collateral) - int256(reached.margin)) * int256(before.debt)
            >= (int256(before.collateral) - int256(before.margin)) * int256(reached.debt);
        (uint256 paidOut, uint256 most) = (before.collateral - reached.collateral, before.debt - reached.debt);
        most += most / 10;
        vm.prank(alice);
        if (paidOut > most) {
            vm.expectRevert(abi.encodeWithSelector(Errors.SoldTooMuch.selector, paidOut, most));
        } else if (!safer) {
            vm.expectRevert(abi.encodeWithSelector(Errors.HealthLowered.selector, _factor(reached), _factor(before)));
        }
        engine.deleverage(account, address(actor), abi.encode(steps));
    }

    /// @dev The same end state without the check: repay, and pretend that the rest was never deposited.
    function _run2(uint256 sold, uint256 repaid) private {
        _fund(alice, usdc, address(engine), repaid);
        vm.prank(alice);
        engine.repay(account, 0, repaid);
        bytes32 slot = keccak256(abi.encode(account, uint256(1)));
        uint256 word = uint256(vm.load(address(engine), slot));
        vm.store(address(engine), slot, bytes32(word - sold));
    }

    function testFuzz_FullCloseNeedsNoHealth(uint256 amount, uint256 fall) public {
        (uint256 collateral, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        _pause(ETH);
        usdc.mint(address(actor), debt);
        Adjustment memory a = _adjustment(account);
        (a.debtDelta, a.restTo) = (REPAY_ALL, bob);
        _runSafer(account, _steps(_adjustCall(a)));
        assertEq(weth.balanceOf(bob), collateral);
    }

    /* ONLY SALES AND REPAYMENTS */

    /// @dev Collateral that comes in could be the side that is overvalued while the sources disagree.
    function testFuzz_RevertWhen_CollateralComesIn(uint256 amount, uint256 more, bool settled) public {
        _openEth(account, amount, MIN_SHARE);
        more = bound(more, 1, 1e24);
        weth.mint(address(actor), more);
        Step[] memory steps = _steps(abi.encodeCall(engine.deposit, (account, ETH, 1, more)));
        if (settled) {
            Adjustment memory a = _adjustment(account);
            a.collateralDelta = SETTLE_COLLATERAL;
            steps = new Step[](3);
            steps[0] = Step(address(engine), abi.encodeCall(engine.sync, (ETH, 1)));
            steps[1] = Step(address(weth), abi.encodeCall(weth.transfer, (address(engine), more)));
            steps[2] = Step(address(engine), _adjustCall(a));
        }
        vm.prank(alice);
        vm.expectRevert(Errors.NotDeleveraging.selector);
        engine.deleverage(account, address(actor), abi.encode(steps));
    }

    function testFuzz_RevertWhen_DebtIsTakenOn(uint256 amount, uint256 more) public {
        (, uint256 debt) = _openEth(account, amount, 2_000);
        more = bound(more, 1, debt);
        usdc.mint(address(actor), debt);
        vm.prank(alice);
        vm.expectRevert(Errors.NotDeleveraging.selector);
        engine.deleverage(
            account,
            address(actor),
            abi.encode(
                _steps(
                    abi.encodeCall(engine.repay, (account, 0, debt / 2)),
                    abi.encodeCall(engine.borrow, (account, ETH, 0, more, address(actor)))
                )
            )
        );
    }

    /// @dev The flag is of one call: a deposit in `execute` does not spoil a later `deleverage`.
    function testFuzz_FlagsDoNotOutliveTheCall(uint256 amount, uint256 more) public {
        (, uint256 debt) = _openEth(account, amount, 4_000);
        more = bound(more, 1, 1e24);
        weth.mint(address(actor), more);
        _run(account, _steps(abi.encodeCall(engine.deposit, (account, ETH, 1, more))));
        usdc.mint(address(actor), debt);
        _runSafer(account, _steps(abi.encodeCall(engine.repay, (account, 0, debt / 4))));
        // nor does a sale in `deleverage` ask for the initial margin of a later `execute`
        _pause(ETH);
        _run(account, _steps(abi.encodeCall(engine.repay, (account, 0, debt / 4))));
    }

    function testFuzz_RevertWhen_OnlyCollateralLeaves(uint256 amount, uint256 share, uint256 part) public {
        (uint256 collateral,) = _openEth(account, amount, share);
        part = bound(part, 1, collateral - 1);
        uint256 value = engine.health(account).collateral - (collateral - part) * WETH_PRICE / 1e18;
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.SoldTooMuch.selector, value, 0));
        engine.deleverage(
            account,
            address(actor),
            abi.encode(_steps(abi.encodeCall(engine.withdraw, (account, 1, part, address(actor)))))
        );
    }

    /// @dev Debt that nothing backs could never be written off.
    function testFuzz_RevertWhen_AllCollateralLeavesAndDebtStays(uint256 amount, uint256 repaid) public {
        (uint256 collateral, uint256 debt) = _openEth(account, amount, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE / 1_000); // C < MM: the buffer is negative
        repaid = bound(repaid, debt / 100, debt - _reserve(ETH, 0).parameters.minDebt - 2);
        bytes memory data = abi.encode(_sale(collateral, repaid));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.HealthLowered.selector, 0, 0));
        engine.deleverage(account, address(actor), data);
    }

    function testFuzz_RevertWhen_PriceIsDown(uint256 amount, uint8 asset) public {
        _openEth(account, amount, MIN_SHARE);
        asset = uint8(bound(asset, 0, 1));
        _setPrice(ETH, asset, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, asset));
        engine.deleverage(account, address(actor), abi.encode(new Step[](0)));
    }

    function testFuzz_RevertWhen_CallerIsAStranger(address stranger) public {
        vm.assume(stranger != alice);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        engine.deleverage(account, address(actor), abi.encode(new Step[](0)));
    }

    function test_RevertWhen_ExecutorIsTheEngine() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidExecutor.selector, address(engine)));
        engine.deleverage(account, address(engine), "");
    }
}
