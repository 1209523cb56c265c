// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {Adjustment, Health, IMarginEngineEvents, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Quote, Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Actor, Step} from "../core/Actor.sol";
import {BackstopTest} from "../liquidation/BackstopTest.sol";
import {takeOf} from "../support/Takes.sol";

/// @notice What befell others, step by step, on the engine with its backstop vault and a real pool. The numbers are the rows
/// of the table of historical exploits; row 4 is in SpotManipulation.t.sol.
contract HistoryScenarios is BackstopTest {
    address internal mallory = makeAddr("mallory");
    address internal accomplice = makeAddr("accomplice");
    bytes32 internal own = _account(mallory, 0);
    Actor internal actor;

    function setUp() public override {
        super.setUp();
        actor = new Actor();
        address[3] memory payers = [accomplice, mallory, address(actor)];
        for (uint256 i; i < 3; ++i) {
            _fund(payers[i], usdc, address(engine), 10_000_000e6);
            _fund(payers[i], weth, address(engine), 10_000e18);
        }
        _put(carol, FIRST);
    }

    /* 3: MAKER, MARCH 2020, AUCTIONS WON FOR NOTHING */

    /// @dev Nobody comes for hours; who then comes pays the oracle's price, and a bid of nothing is refused with the price.
    function testFuzz_Hist_3_NobodyBidsForHours(uint256 time) public {
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _mark(account);
        _skip(bound(time, 30 minutes + 1, 12 hours));
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        assertEq(q.bonus, 0, "63: stale counts as none");
        assertFalse(q.backstopDue, "63");
        Take memory take = takeOf(1, 0, type(uint256).max, accomplice, "");
        take.maxPrice = 1;
        vm.startPrank(accomplice);
        vm.expectRevert(
            abi.encodeWithSelector(Errors.PriceAboveMaximum.selector, (q.repaid * 1e18 + q.seized - 1) / q.seized, 1)
        );
        engine.liquidate(account, take);
        take.maxPrice = type(uint256).max;
        (uint256 paid, uint256 seized) = engine.liquidate(account, take);
        vm.stopPrank();
        assertEq(abi.encode(paid, seized), abi.encode(q.repaid, q.seized), "the quote");
        assertGe(paid * 1e12, seized * 2_600, "57: the oracle's price at least");
    }

    /// @dev A reset starts from 0, and the floor is the penalty, whoever waits how long.
    function testFuzz_Hist_3_TheFloorIsThePenalty(uint256 time) public {
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _mark(account);
        _skip(6 hours);
        _mark(account);
        assertEq(engine.auction(account).startedAt, block.timestamp, "63: reset by anyone");
        time = bound(time, 0, 30 minutes);
        _skip(time);
        uint256 expected = time / 12 * 0.0025e18;
        if (expected > 0.03e18) expected = 0.03e18;
        assertEq(engine.quoteLiquidation(account, 1, 0).bonus, expected, "56: never below the floor");
    }

    /// @dev The market gaps while nobody bids: the last bidder pays the floor, and the shortfall is what the steps bear.
    function testFuzz_Hist_3_TheShortfallGoesDownTheSteps(uint256 price) public {
        _long(account, 1_000_000, 82);
        _skip(30 days);
        price = bound(price, 600e18, 2_300e18);
        _setPrice(ETH, 1, price);
        _mark(account);
        _skip(30 minutes);
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        uint256 cash = vault.freeCash();
        vm.recordLogs();
        vm.prank(accomplice);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, accomplice, ""));
        assertEq(seized, held, "all of it");
        assertGe(paid * 103 / 100 + 1, held * price / 1e30, "57: at the floor and not below");
        (uint256 loss, uint256 fees) = _writtenOff();
        (uint256 bySuppliers, uint256 byBackstop) = engine.losses(ETH, 0);
        assertEq(loss, fees + byBackstop + bySuppliers, "66: every unit, once");
        uint256 room = cash / 2;
        assertEq(byBackstop, loss - fees < room ? loss - fees : room, "66: the backstop before suppliers");
        assertEq(vault.freeCash(), cash - byBackstop);
        assertLe(loss, owed - paid * 994 / 1_000 + 1, "69: no more than what was not repaid, fee aside");
        assertEq(engine.openingsClosed(ETH), bySuppliers != 0);
    }

    function _writtenOff() private returns (uint256 loss, uint256 fees) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IMarginEngineEvents.WriteOff.selector) continue;
            (, loss, fees) = abi.decode(logs[i].data, (uint256, uint256, uint256));
        }
    }

    /* 13: EULER, MARCH 2023, UNHEALTHY ON PURPOSE AND ONE'S OWN LIQUIDATOR */

    /// @dev There is no way to give collateral away: into another's account, into the engine, or out without the check.
    function testFuzz_Hist_13_NothingCanBeDonatedAway(uint256 amount) public {
        amount = bound(amount, 2e18, 30e18);
        _long(own, 100_000, 84);
        Health memory before = engine.health(own);
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, mallory));
        engine.deposit(account, ETH, 1, amount);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.withdraw(own, 1, amount, address(vault));
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.withdraw(own, 1, amount, _ownerOf(account));
        weth.transfer(address(engine), amount); // hers no more, and no part of the account
        vm.stopPrank();
        assertEq(abi.encode(engine.health(own)), abi.encode(before), "50: only prices make it unhealthy");
    }

    /// @dev 49: she and her accomplice together have no more after the vault took her over, whoever called and for what fee.
    function testFuzz_Hist_13_TheVaultIsNoLiquidatorOfOnesOwn(uint256 value, uint256 price, uint256 fee) public {
        _long(own, bound(value, 100, 200_000), 82);
        price = bound(price, 2_480e18, 2_650e18);
        _moveEth(price);
        _due(own);
        vm.fee(bound(fee, 0, 10_000 gwei));
        Health memory h = engine.health(own);
        uint256 usdcHeld = usdc.balanceOf(accomplice);
        (, uint256 high,) = vault.marks();
        vm.prank(accomplice);
        vault.absorb(own, 1, type(uint128).max);
        Health memory after_ = engine.health(own);
        uint256 gained = (usdc.balanceOf(accomplice) - usdcHeld) * 1e12;
        uint256 equity = after_.collateral - after_.debt + gained;
        assertLe(equity, h.collateral - h.debt + 2e12, "49: the pair has no more");
        (, uint256 highAfter,) = vault.marks();
        assertGe(highAfter + 2, high, "49: and the vault no less");
    }

    /// @dev 49: nor when the accomplice is the other side of a netting: what one pays the other gets, to a unit.
    function testFuzz_Hist_13_NorIsACounterpartyOfOnesOwn(uint256 value, uint256 share, uint256 price) public {
        bytes32 short = _account(accomplice, 0);
        _short(short, bound(value, 10_000, 300_000), bound(share, 30, 80));
        _long(own, 100_000, 82);
        price = bound(price, 2_480e18, 2_600e18);
        _moveEth(price);
        _due(own);
        vm.prank(accomplice);
        engine.setNettable(short, true);
        uint256 before = _equity(own) + _equity(short);
        ReserveState[2] memory r = [engine.reserve(ETH, 0), engine.reserve(ETH, 1)];
        vm.prank(accomplice);
        engine.net(own, short, 1, 0, type(uint256).max);
        assertLe(_equity(own) + _equity(short), before, "49: nothing came in");
        assertGe(_equity(own) + _equity(short) + 2e12, before, "and nothing but roundings went out");
        for (uint8 i; i < 2; ++i) {
            assertGe(engine.reserve(ETH, i).totalAssets, r[i].totalAssets, "49: lenders lose nothing");
        }
        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.OwnAccount.selector, _account(mallory, 9)));
        engine.net(own, _account(mallory, 9), 1, 0, type(uint256).max);
    }

    function _equity(bytes32 id) private view returns (uint256) {
        Health memory h = engine.health(id);
        return h.collateral - h.debt;
    }

    /* 17: PLATYPUS, FEBRUARY 2023, AN EXIT THAT LOOKED AT SOLVENCY ALONE */

    /// @dev Every way out of collateral × every state of an account that owes: none leaves it below what is asked of it,
    /// though the account is solvent. There is no emergency exit from a debt.
    function testFuzz_Hist_17_EveryWayOutIsChecked(uint256 way, uint256 state, uint256 part) public {
        _long(own, 100_000, 82);
        (uint256 held, uint256 owed) = _positionOf(own, 1, 0);
        state = state % 3;
        if (state == 1) _setPrice(ETH, 1, 2_600e18); // unhealthy, solvent
        else if (state == 2) _setPrice(ETH, 1, 0);
        part = bound(part, held / 5, held - 1);
        (bytes memory call, bool deleverages) = _wayOut(way % 5, part);
        vm.prank(mallory);
        (bool success, bytes memory reason) = address(engine).call(call);
        assertFalse(success, "33: checked");
        bytes4 expected = deleverages ? Errors.SoldTooMuch.selector : Errors.InitialMarginNotMet.selector;
        // without any collateral no price is needed to say that there is none
        if (state == 2 && way % 5 != 1) expected = Errors.PriceUnavailable.selector;
        assertEq(bytes4(reason), expected, "33: and for that reason");
        (uint256 heldAfter, uint256 owedAfter) = _positionOf(own, 1, 0);
        assertEq(abi.encode(heldAfter, owedAfter), abi.encode(held, owed));
    }

    function _wayOut(uint256 way, uint256 amount) private view returns (bytes memory call, bool deleverages) {
        bytes memory steps = _one(abi.encodeCall(engine.withdraw, (own, 1, amount, mallory)));
        Adjustment memory a;
        (a.account, a.market, a.collateralAsset, a.debtAsset) = (own, ETH, 1, 0);
        (a.collateralDelta, a.collateralTo) = (-int256(amount), mallory);
        if (way == 0) return (abi.encodeCall(engine.withdraw, (own, 1, amount, mallory)), false);
        if (way == 1) return (abi.encodeCall(engine.withdraw, (own, 1, type(uint256).max, mallory)), false);
        if (way == 2) return (abi.encodeCall(engine.adjust, (a)), false);
        if (way == 3) return (abi.encodeCall(engine.execute, (own, address(actor), steps)), false);
        return (abi.encodeCall(engine.deleverage, (own, address(actor), steps)), true);
    }

    /* 22: ARCADIA, JULY 2023, LIQUIDATED BY ONESELF INSIDE ONE'S OWN ACTION */

    /// @dev Inside an action the account may be anything for a moment: nobody can act on it then, nor on the vault.
    function testFuzz_Hist_22_NoLiquidationInsideAnAction(uint256 which, bool safer) public {
        _long(own, 100_000, 82);
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _due(own);
        _due(account);
        bytes32 target = which % 2 == 0 ? own : account;
        bytes memory steps = abi.encode(_during(target, which / 2 % 7));
        vm.prank(mallory);
        (bool success, bytes memory reason) = address(engine)
            .call(
                safer
                    ? abi.encodeCall(engine.deleverage, (own, address(actor), steps))
                    : abi.encodeCall(engine.execute, (own, address(actor), steps))
            );
        assertFalse(success, "37: locked");
        assertEq(reason, abi.encodeWithSelector(Errors.CallNotAllowed.selector), "37: for being locked");
    }

    function _during(bytes32 target, uint256 which) private view returns (Step[] memory steps) {
        bytes32[] memory list = new bytes32[](1);
        list[0] = target;
        Take memory take = takeOf(1, 0, type(uint256).max, address(actor), "");
        bytes[7] memory calls = [
            abi.encodeCall(engine.liquidate, (target, take)),
            abi.encodeCall(engine.liquidateMany, (list, take)),
            abi.encodeCall(engine.net, (target, account, 1, 0, 1e18)),
            abi.encodeCall(engine.mark, (list)),
            abi.encodeCall(vault.absorb, (target, 1, 1e9)),
            abi.encodeCall(vault.assume, (target, 1, 1e18)),
            abi.encodeCall(vault.rebalance, (1))
        ];
        steps = new Step[](1);
        steps[0] = Step(which < 4 ? address(engine) : address(vault), calls[which]);
    }

    /// @dev And the check at the end applies to what the action left.
    function testFuzz_Hist_22_TheEndIsChecked(uint256 part) public {
        _long(own, 100_000, 82);
        (uint256 held,) = _positionOf(own, 1, 0);
        bytes memory steps = _one(abi.encodeCall(engine.withdraw, (own, 1, bound(part, held / 10, held), mallory)));
        vm.prank(mallory);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.execute(own, address(actor), steps);
    }

    /* 39: TESSERA, MAY 2026, PAID OUT BEFORE IT COLLECTED */

    /// @dev What is owed for a take is fixed before the callback and pulled exactly after it, whatever happens in between to
    /// prices, pools and balances.
    function testFuzz_Hist_39_TheAmountIsFixedBeforeTheCallback(uint256 price, uint256 gift, uint256 swap) public {
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _due(account);
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        gift = bound(gift, 1, 1_000_000e6);
        Step[] memory steps = new Step[](4);
        price = bound(price, 1e18, 100_000e18);
        steps[0] = Step(address(oracle), abi.encodeCall(oracle.set, (ETH, 1, 18, price, price)));
        steps[1] = Step(address(usdc), abi.encodeCall(usdc.transfer, (address(engine), gift))); // no payment
        steps[2] = Step(address(weth), abi.encodeCall(weth.transfer, (mallory, q.seized)));
        steps[3] = Step(
            address(poolTrader),
            abi.encodeCall(poolTrader.swap, (ethPool, address(weth), int256(bound(swap, 1, 1_000e18))))
        );
        uint256[2] memory before = [usdc.balanceOf(address(actor)), usdc.balanceOf(address(engine))];
        ReserveState memory r = engine.reserve(ETH, 0);
        vm.prank(address(actor));
        (uint256 paid, uint256 seized) =
            engine.liquidate(account, takeOf(1, 0, type(uint256).max, address(actor), abi.encode(steps)));
        assertEq(abi.encode(paid, seized), abi.encode(q.repaid + q.fee, q.seized), "39: as before the callback");
        assertEq(before[0] - usdc.balanceOf(address(actor)), paid + gift, "39: pulled in full, the gift besides");
        assertEq(usdc.balanceOf(address(engine)) - before[1], paid + gift);
        assertEq(engine.reserve(ETH, 0).cash, r.cash + paid, "39: booked is what was pulled");
    }

    /// @dev Who keeps what he got and does not pay has got nothing.
    function testFuzz_Hist_39_WithoutPaymentThereIsNoTake(uint256 kept) public {
        _long(account, 100_000, 82);
        _moveEth(2_600e18);
        _due(account);
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        uint256 balance = usdc.balanceOf(address(actor));
        Step[] memory steps = new Step[](1);
        uint256 away = balance - (q.repaid + q.fee) + bound(kept, 1, q.repaid + q.fee);
        steps[0] = Step(address(usdc), abi.encodeCall(usdc.transfer, (mallory, away)));
        uint256 collateral = weth.balanceOf(address(engine));
        vm.prank(address(actor));
        vm.expectRevert();
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, address(actor), abi.encode(steps)));
        assertEq(weth.balanceOf(address(engine)), collateral, "39: nothing left");
        assertEq(usdc.balanceOf(mallory), 10_000_000e6, "39: nor anything else");
    }

    /* HELPERS */

    function _mark(bytes32 id) private {
        bytes32[] memory list = new bytes32[](1);
        list[0] = id;
        engine.mark(list);
    }

    function _one(bytes memory call) private view returns (bytes memory) {
        Step[] memory steps = new Step[](1);
        steps[0] = Step(address(engine), call);
        return abi.encode(steps);
    }
}
