// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {Auction, Quote, Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {age, takeOf} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice The clock of auctions: who starts, stops and ends it, and what it makes of the bonus (properties 56 to 64).
/// WETH has a margin of 5 % and a penalty of 3 %: a quarter of a point each 12 s, all of it after 144 s.
contract AuctionTest is LiquidationTest {
    uint256 internal constant PENALTY = 0.03e18;
    uint256 internal constant MAX_AGE = 30 minutes;

    function _mark(bytes32 id) internal {
        bytes32[] memory ids = new bytes32[](1);
        ids[0] = id;
        engine.mark(ids);
    }

    function _started(bytes32 id) internal view returns (uint256) {
        return engine.auction(id).startedAt;
    }

    function _bonus(bytes32 id) internal view returns (uint256) {
        return engine.quoteLiquidation(id, 1, 0).bonus;
    }

    /// @dev Unhealthy with so much equity that only the clock binds.
    function _unhealthy(uint256 amount) internal {
        _openUnhealthyEth(account, amount, 9_200);
    }

    /// @dev 56, 57: starts at 0, grows in steps, ends at the penalty, and never falls while it counts.
    function testFuzz_BonusGrowsInStepsToThePenalty(uint256 amount, uint256 time, uint256 later) public {
        _unhealthy(amount);
        _mark(account);
        assertEq(_bonus(account), 0, "57: starts at the oracle's price");
        time = bound(time, 0, MAX_AGE);
        later = bound(later, time, MAX_AGE);
        uint256 start = block.timestamp;
        vm.warp(start + time);
        uint256 offer = time / 12 * 0.0025e18;
        uint256 bonus = _bonus(account);
        assertEq(bonus, offer > PENALTY ? PENALTY : offer, "56: a step each 12 s");
        vm.warp(start + later);
        assertGe(_bonus(account), bonus, "56: never falls");
        assertLe(_bonus(account), PENALTY, "56: bounded");
    }

    /// @dev 56: volatile collateral is sold faster, four times at most.
    function testFuzz_VolatileCollateralIsSoldFaster(uint16 v, uint256 time) public {
        _unhealthy(1e22);
        v = uint16(bound(v, 50, 5_500));
        vm.store(address(engine), bytes32(uint256(65_542) + (uint256(ETH) << 7 | 1 << 3)), _withMargin(uint256(v)));
        _setPrice(ETH, 1, 2_650e18);
        time = bound(time, 0, MAX_AGE);
        age(engine, account, time);
        uint256 step = uint256(v) * 1e14 / 20;
        if (step < 0.0025e18) step = 0.0025e18;
        if (step > 0.01e18) step = 0.01e18;
        uint256 offer = step * (time / 12);
        if (offer > PENALTY) offer = PENALTY;
        assertLe(_bonus(account), offer, "56");
        if (v <= 1_000) assertEq(_bonus(account), offer, "56: exactly, where health leaves room");
    }

    /// @dev The margin in force at once, without its ramp.
    function _withMargin(uint256 v) private view returns (bytes32) {
        uint256 word = uint256(vm.load(address(engine), bytes32(uint256(65_542) + (uint256(ETH) << 7 | 1 << 3))));
        word &= ~(uint256((1 << 28) - 1) << 160);
        return bytes32(word | v << 160 | v << 174);
    }

    /// @dev 64: who marks and takes at once gets the oracle's price; a skew of 15 s is worth two steps at most.
    function testFuzz_MarkAndTakeInOneBlockPaysThePrice(uint256 amount, uint256 time, uint256 skew) public {
        _unhealthy(amount);
        _mark(account);
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, 2_000e6, liquidator, ""));
        assertLe(seized * _priceOf(ETH, 1) / 1e18, paid * 1e12, "64: no better than the price");
        vm.warp(block.timestamp + bound(time, 0, MAX_AGE - 15));
        uint256 bonus = _bonus(account);
        vm.warp(block.timestamp + bound(skew, 0, 15));
        assertLe(_bonus(account), bonus + 2 * 0.0025e18, "64: skew");
    }

    /// @dev Without a record takes work, at the oracle's price.
    function testFuzz_TakesNeedNoRecord(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        assertEq(q.bonus, 0);
        assertEq(q.fee, 0);
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertEq(paid, q.repaid, "42: the quote holds");
        assertEq(seized, q.seized);
    }

    /// @dev The quote is the take, to the unit, at any age.
    function testFuzz_QuoteIsTheTake(uint256 amount, uint256 fall, uint256 time) public {
        _openUnhealthyEth(account, amount, fall);
        age(engine, account, bound(time, 0, MAX_AGE));
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        assertEq(q.zone, 2);
        assertEq(q.health, _healthFactor(account));
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertEq(paid, q.repaid + q.fee);
        assertEq(seized, q.seized);
        assertEq(q.fee, (q.repaid * q.bonus + 5e18 - 1) / 5e18, "46: a fifth of the bonus, rounded up");
    }

    /// @dev 63: too old counts as none, for takes and for the backstop; a mark starts it anew, and only then.
    function testFuzz_StaleAuctionsCountAsNone(uint256 amount, uint256 time) public {
        _unhealthy(amount);
        _mark(account);
        uint256 start = block.timestamp;
        vm.warp(start + bound(time, 0, MAX_AGE));
        _mark(account);
        assertEq(_started(account), start, "58: one auction at a time, a mark does not restart it");
        vm.warp(start + MAX_AGE + bound(time, 1, 365 days));
        assertEq(_bonus(account), 0, "63");
        assertFalse(engine.quoteLiquidation(account, 1, 0).backstopDue, "63");
        _mark(account);
        assertEq(_started(account), block.timestamp, "63: anew");
        vm.warp(block.timestamp + 24);
        assertEq(_bonus(account), 0.005e18, "63: from the start");
    }

    /// @dev 60: an account that healed has no auction any more.
    function testFuzz_HealingEndsIt(uint256 amount, bool repays) public {
        (, uint256 debt) = _openUnhealthyEth(account, amount, 9_000);
        _mark(account);
        assertEq(_started(account), block.timestamp);
        if (repays) {
            _fund(alice, usdc, address(engine), debt);
            vm.prank(alice);
            engine.repay(account, 0, debt / 2);
        } else {
            _setPrice(ETH, 1, WETH_PRICE);
        }
        _mark(account);
        assertEq(_started(account), 0, "60");
    }

    /// @dev 60: so has one that was taken to its target; a part leaves the clock running.
    function testFuzz_TheWholeTakeEndsIt(uint256 amount, uint256 part) public {
        (, uint256 debt) = _openUnhealthyEth(account, amount, 9_000);
        age(engine, account, 36);
        uint256 started = _started(account);
        Quote memory q = engine.quoteLiquidation(account, 1, 0);
        part = bound(part, q.repaid / 100 + 1, q.repaid / 2);
        vm.assume(debt - part > 100e6);
        vm.startPrank(liquidator);
        engine.liquidate(account, takeOf(1, 0, part, liquidator, ""));
        assertEq(_started(account), started, "59: a part");
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertEq(_started(account), 0, "60: the rest");
    }

    /// @dev 52: while a price is down the clock stands; with the price it starts anew.
    function testFuzz_APriceThatIsDownStopsIt(uint256 amount, uint256 time, uint256 outage, uint8 asset) public {
        asset = uint8(bound(asset, 0, 1));
        _unhealthy(amount);
        _mark(account);
        vm.warp(block.timestamp + bound(time, 0, MAX_AGE));
        uint256 price = _priceOf(ETH, asset) * 10 ** (18 - _tokenOf(ETH, asset).decimals());
        _setPrice(ETH, asset, 0);
        _mark(account);
        assertTrue(engine.auction(account).stopped, "52");
        vm.warp(block.timestamp + bound(outage, 0, MAX_AGE));
        _setPrice(ETH, asset, price);
        assertEq(_bonus(account), 0, "52: nothing grew meanwhile, nor before");
        _mark(account);
        Auction memory a = engine.auction(account);
        assertFalse(a.stopped);
        assertEq(a.startedAt, block.timestamp, "52: anew");
    }

    /// @dev No account of a list stops the others.
    function testFuzz_MarkNeverRevertsForOneAccount(bytes32 anyone, uint256 amount, uint8 down) public {
        _unhealthy(amount);
        _open(other, BTC, 1, 0, amount, MAX_SHARE);
        bytes32 third = _account(bob, 9);
        _openEth(third, amount, 3_000);
        _setPrice(BTC, uint8(down % 2), 0);
        bytes32[] memory ids = new bytes32[](5);
        (ids[0], ids[1], ids[2], ids[3], ids[4]) = (anyone, other, account, third, account);
        engine.mark(ids);
        assertEq(_started(account), block.timestamp, "the unhealthy one");
        assertEq(_started(other), 0, "the one without a price");
        assertEq(_started(third), 0, "the healthy one");
    }

    function test_RevertWhen_MarkedInsideAnAction() public {
        _deposit(account, ETH, 1, 1e18);
        bytes32[] memory ids = new bytes32[](1);
        ids[0] = account;
        vm.prank(alice);
        vm.expectRevert(Errors.CallNotAllowed.selector);
        engine.execute(account, address(actor), abi.encode(_steps(abi.encodeCall(engine.mark, (ids)))));
    }

    /// @dev 46, 49: what a taker has in the end is at most four fifths of the bonus.
    function testFuzz_TheTakerKeepsFourFifths(uint256 amount, uint256 fall, uint256 time) public {
        _openUnhealthyEth(account, amount, fall);
        age(engine, account, bound(time, 0, MAX_AGE));
        vm.recordLogs();
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        (uint256 repaid,,) = _sums(logs, paid);
        uint256 bonus;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IMarginEngineEvents.Liquidate.selector) continue;
            (,,, bonus) = abi.decode(logs[i].data, (uint256, uint256, uint256, uint256));
        }
        uint256 value = seized * _priceOf(ETH, 1) / 1e18;
        assertLe(value, repaid * 1e12 * (WAD + bonus) / WAD, "46: never more than the bonus");
        assertLe(value, paid * 1e12 + repaid * 1e12 / WAD * bonus * 4 / 5 + repaid * bonus / 1e6, "46: less the fee");
    }

    /// @dev 47: in parts at one age, never more in sum; the price of the parts is the price of the whole.
    function testFuzz_PartsAtOneTimePayNoMore(uint256 amount, uint256 time, uint256 part) public {
        _openUnhealthyEth(account, amount, 9_200);
        age(engine, account, bound(time, 0, MAX_AGE));
        Take memory take = takeOf(1, 0, type(uint256).max, liquidator, "");
        uint256 state = vm.snapshotState();
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, take);
        vm.revertToState(state);
        uint256 whole = engine.quoteLiquidation(account, 1, 0).repaid;
        take.maxRepaid = bound(part, whole / 10, whole * 9 / 10);
        vm.startPrank(liquidator);
        (uint256 paidNow, uint256 seizedNow) = engine.liquidate(account, take);
        if (_healthFactor(account) < WAD) {
            take.maxRepaid = type(uint256).max;
            (uint256 p, uint256 s) = engine.liquidate(account, take);
            (paidNow, seizedNow) = (paidNow + p, seizedNow + s);
        }
        // units of USDC are 1e12 wei: each part rounds by one, fee and repayment
        assertLe(seizedNow * paid, seized * (paidNow + 4) + seized * paid / 1e6, "47: no better a price");
    }
}
