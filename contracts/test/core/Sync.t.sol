// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment, SETTLE_COLLATERAL, SETTLE_DEBT} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice What arrives between `sync` and `SETTLE_*` is credited once, to nobody but the running account.
contract SyncTest is CoreTest {
    function setUp() public override {
        super.setUp();
        vm.startPrank(address(actor));
        usdc.approve(address(engine), type(uint256).max);
        weth.approve(address(engine), type(uint256).max);
        vm.stopPrank();
    }

    function _sync(uint8 asset) internal view returns (Step memory) {
        return Step(address(engine), abi.encodeCall(engine.sync, (ETH, asset)));
    }

    function _send(uint8 asset, uint256 amount) internal returns (Step memory) {
        _tokenOf(ETH, asset).mint(address(actor), amount);
        return Step(address(_tokenOf(ETH, asset)), abi.encodeCall(weth.transfer, (address(engine), amount)));
    }

    function _settleCollateral() internal view returns (Step memory) {
        Adjustment memory a = _adjustment(account);
        a.collateralDelta = SETTLE_COLLATERAL;
        return Step(address(engine), _adjustCall(a));
    }

    function _settleDebt(address to) internal view returns (Step memory) {
        Adjustment memory a = _adjustment(account);
        (a.debtDelta, a.debtTo) = (SETTLE_DEBT, to);
        return Step(address(engine), _adjustCall(a));
    }

    function _three(Step memory a, Step memory b, Step memory c) internal pure returns (Step[] memory steps) {
        steps = new Step[](3);
        (steps[0], steps[1], steps[2]) = (a, b, c);
    }

    function _expect(bytes memory reason, Step[] memory steps) internal {
        vm.prank(alice);
        vm.expectRevert(reason);
        engine.execute(account, address(actor), abi.encode(steps));
    }

    function testFuzz_CreditsWhatArrived(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _run(account, _three(_sync(1), _send(1, amount), _settleCollateral()));
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, amount);
    }

    function testFuzz_RepaysWithWhatArrivedAndPassesTheSurplusOn(uint256 amount, uint256 share, uint256 over) public {
        (, uint256 debt) = _openEth(account, amount, share);
        over = bound(over, 0, 1e15);
        _run(account, _three(_sync(0), _send(0, debt + over), _settleDebt(bob)));
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(owed, 0);
        assertEq(usdc.balanceOf(bob), over);
    }

    function testFuzz_RepaysPart(uint256 amount, uint256 share, uint256 part) public {
        (, uint256 debt) = _openEth(account, amount, bound(share, 1_000, MAX_SHARE));
        part = bound(part, 1, debt - _reserve(ETH, 0).parameters.minDebt);
        _run(account, _three(_sync(0), _send(0, part), _settleDebt(address(0))));
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(owed, debt - part);
    }

    /// @dev Whatever lies in the engine already, lent, pledged or given, is never anyone's arrival.
    function testFuzz_DonationsBeforeSyncAreNobodys(uint256 gift, uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        weth.mint(address(engine), bound(gift, 1, 1e24));
        _run(account, _three(_sync(1), _send(1, amount), _settleCollateral()));
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, amount);
    }

    /// @dev (a) A pull of the synced token would be counted again by the settlement.
    function testFuzz_RevertWhen_SyncedTokenIsPulled(uint256 amount, uint256 which) public {
        amount = _boundAmount(ETH, 1, amount);
        weth.mint(address(actor), amount);
        bytes[2] memory pulls = [
            abi.encodeCall(engine.deposit, (account, ETH, 1, amount)),
            abi.encodeCall(engine.supply, (account, ETH, 1, amount))
        ];
        _expect(
            abi.encodeWithSelector(Errors.SyncMismatch.selector, address(weth), address(weth)),
            _three(_sync(1), Step(address(engine), pulls[which % 2]), _settleCollateral())
        );
    }

    function testFuzz_RevertWhen_SyncedTokenIsPulledByRepayment(uint256 amount, uint256 share) public {
        (, uint256 debt) = _openEth(account, amount, share);
        usdc.mint(address(actor), debt);
        _expect(
            abi.encodeWithSelector(Errors.SyncMismatch.selector, address(usdc), address(usdc)),
            _three(
                _sync(0),
                Step(address(engine), abi.encodeCall(engine.repay, (account, 0, type(uint256).max))),
                _settleDebt(alice)
            )
        );
    }

    /// @dev (b) What leaves lowers the baseline: it neither hides what arrives nor counts as an arrival when it returns.
    function testFuzz_WhatLeavesLowersTheBaseline(uint256 amount, uint256 out, uint256 back) public {
        amount = _boundAmount(ETH, 1, amount);
        out = bound(out, 1, amount);
        back = bound(back, 1, out);
        _deposit(account, ETH, 1, amount);
        Step[] memory steps = new Step[](4);
        steps[0] = _sync(1);
        steps[1] = Step(address(engine), abi.encodeCall(engine.withdraw, (account, 1, out, address(actor))));
        steps[2] = Step(address(weth), abi.encodeCall(weth.transfer, (address(engine), back)));
        steps[3] = _settleCollateral();
        _run(account, steps);
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, amount - out + back);
        assertEq(weth.balanceOf(address(actor)), out - back);
    }

    function testFuzz_BorrowOfTheSyncedTokenLowersTheBaseline(uint256 amount, uint256 back) public {
        (, uint256 debt) = _openEth(account, amount, 4_000);
        back = bound(back, 1, debt);
        Step[] memory steps = new Step[](4);
        steps[0] = _sync(0);
        steps[1] = Step(address(engine), abi.encodeCall(engine.borrow, (account, ETH, 0, debt, address(actor))));
        steps[2] = Step(address(usdc), abi.encodeCall(usdc.transfer, (address(engine), back)));
        steps[3] = _settleDebt(alice);
        _run(account, steps);
        (, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(owed, 2 * debt - back);
    }

    function testFuzz_RedeemOfTheSyncedTokenLowersTheBaseline(uint256 amount, uint256 back) public {
        amount = _boundAmount(ETH, 1, amount);
        back = bound(back, 1, amount - 1);
        _fund(alice, weth, address(engine), amount);
        vm.prank(alice);
        uint256 shares = engine.supply(account, ETH, 1, amount);
        Step[] memory steps = new Step[](4);
        steps[0] = _sync(1);
        steps[1] = Step(address(engine), abi.encodeCall(engine.redeem, (account, ETH, 1, shares, address(actor))));
        steps[2] = Step(address(weth), abi.encodeCall(weth.transfer, (address(engine), back)));
        steps[3] = _settleCollateral();
        _run(account, steps);
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(held, back);
    }

    /// @dev (c) Left open, the next action of the transaction would inherit the arrivals.
    function testFuzz_RevertWhen_SyncIsLeftOpen(uint256 amount, bool safer) public {
        amount = _boundAmount(ETH, 1, amount);
        Step[] memory steps = new Step[](2);
        (steps[0], steps[1]) = (_sync(1), _send(1, amount));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.SyncMismatch.selector, address(weth), address(0)));
        if (safer) engine.deleverage(account, address(actor), abi.encode(steps));
        else engine.execute(account, address(actor), abi.encode(steps));
    }

    /// @dev (d) One at a time, whichever the token.
    function testFuzz_RevertWhen_SyncedTwice(uint8 first, uint8 second) public {
        (first, second) = (uint8(bound(first, 0, 1)), uint8(bound(second, 0, 1)));
        _expect(
            abi.encodeWithSelector(
                Errors.SyncMismatch.selector, address(_tokenOf(ETH, first)), address(_tokenOf(ETH, second))
            ),
            _three(_sync(first), _sync(second), _settleCollateral())
        );
    }

    function testFuzz_RevertWhen_AnotherTokenIsSettled(uint256 amount) public {
        _expect(
            abi.encodeWithSelector(Errors.SyncMismatch.selector, address(usdc), address(weth)),
            _three(_sync(0), _send(0, bound(amount, 1, 1e12)), _settleCollateral())
        );
    }

    /// @dev One token in two markets: what arrived settles into the market that is named, once.
    function testFuzz_SameTokenInTwoMarkets(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        Step memory crossSync = Step(address(engine), abi.encodeCall(engine.sync, (CROSS, 1)));
        _run(account, _three(crossSync, _send(1, amount), _settleCollateral()));
        (uint16 market, uint256[16] memory held,) = engine.position(account);
        assertEq(market, ETH);
        assertEq(held[1], amount);
    }

    function testFuzz_RevertWhen_SettledTwice(uint256 amount) public {
        Step[] memory steps = new Step[](4);
        (steps[0], steps[1]) = (_sync(1), _send(1, _boundAmount(ETH, 1, amount)));
        steps[2] = steps[3] = _settleCollateral();
        _expect(abi.encodeWithSelector(Errors.SyncMismatch.selector, address(0), address(weth)), steps);
    }

    function test_RevertWhen_NothingArrived() public {
        Step[] memory steps = new Step[](2);
        (steps[0], steps[1]) = (_sync(1), _settleCollateral());
        _expect(abi.encodeWithSelector(Errors.ZeroAmount.selector), steps);
    }

    /// @dev (e) Only the running executor.
    function testFuzz_RevertWhen_NotTheExecutor(address stranger, uint8 asset) public {
        vm.assume(stranger != address(0));
        vm.prank(stranger);
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.sync(ETH, asset);
    }

    /// @dev (f) A transfer from the engine to itself would look like an arrival.
    function testFuzz_RevertWhen_TheEngineIsTheReceiver(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        _expect(
            abi.encodeWithSelector(Errors.InvalidReceiver.selector, address(engine)),
            _three(
                _sync(1),
                Step(address(engine), abi.encodeCall(engine.withdraw, (account, 1, amount, address(engine)))),
                _settleCollateral()
            )
        );
    }

    function testFuzz_RevertWhen_AssetIsNotListed(uint8 asset) public {
        asset = uint8(bound(asset, 2, 255));
        Step[] memory steps = new Step[](1);
        steps[0] = _sync(asset);
        _expect(abi.encodeWithSelector(Errors.AssetNotListed.selector, ETH, asset), steps);
    }
}
