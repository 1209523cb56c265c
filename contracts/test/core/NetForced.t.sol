// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {NettingQuote, NettingResult} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {NettingTest} from "./NettingTest.sol";

/// @notice Property 70: netting with a counterparty that did not ask for it. Only when due, by rank, half at most.
contract NetForcedTest is NettingTest {
    function _notDue(uint256 age, uint256 delay) private pure returns (bytes memory) {
        return abi.encodeWithSelector(Errors.NettingNotDue.selector, age, delay);
    }

    /* DUE */

    function testFuzz_70_OnlyWhenDue(uint256 amount, uint256 fall, uint256 age) public {
        _openBoth(bound(amount, 1e18, 100e18), fall, 5_000_000e6, MAX_SHARE, false);
        _expectRefusal(_notDue(0, DELAY));
        _mark(account);
        age = bound(age, 0, 29 minutes);
        _skip(age);
        NettingQuote memory q = _quote();
        if (age < DELAY) assertEq(q.reason, _notDue(age, DELAY));
        else assertTrue(q.reason.length == 0 || bytes4(q.reason) == Errors.LeverageBelowThreshold.selector);
    }

    /// @dev A record that nobody renewed says nothing any more.
    function test_70_NotAfterTheAuctionIsStale() public {
        _openBoth(30e18, 9_000, 5_000_000e6, MAX_SHARE, false);
        _waitUntilDue(10 minutes);
        _net(1e18);
        _skip(1 hours);
        assertEq(bytes4(_quote().reason), Errors.NettingNotDue.selector);
        _mark(account);
        _skip(DELAY + 10 minutes);
        _net(1e18);
    }

    /// @dev Thin depth: nobody waits for takers, yet the auction has to run.
    function test_70_AtOnceWhenDepthIsBelowItsFloor() public {
        _openBoth(30e18, 9_000, 5_000_000e6, MAX_SHARE, false);
        RiskParameters memory risk = _riskParameters(weth);
        risk.depth = 4_999;
        vm.prank(admin);
        engine.setRiskParameters(ETH, WETH, risk);
        _expectRefusal(_notDue(0, 0));
        _mark(account);
        assertEq(bytes4(_quote().reason), Errors.LeverageBelowThreshold.selector, "due");
        _skip(10 minutes);
        _net(ALL);
    }

    /// @dev The throttle leaves less than U needs: the market cannot take it now.
    function test_70_AtOnceWhenTheThrottleIsExhausted() public {
        _openBoth(30e18, 9_000, 5_000_000e6, MAX_SHARE, false);
        RiskParameters memory risk = _riskParameters(weth);
        risk.depth = 6_000; // a capacity of 12,000 dollars, and U needs more
        vm.prank(admin);
        engine.setRiskParameters(ETH, WETH, risk);
        _mark(account);
        assertEq(bytes4(_quote().reason), Errors.LeverageBelowThreshold.selector, "due");
    }

    /* RANK */

    /// @dev The threshold at every second; who is below is refused with both numbers.
    function testFuzz_70_RankIsKept(uint256 share, uint256 since) public {
        _openBoth(30e18, 9_000, 5_000_000e6, share, false);
        since = bound(since, 0, 12 minutes);
        _waitUntilDue(since);
        uint256 leverage = _leverage(other);
        if (leverage < _threshold(since)) {
            _expectRefusal(abi.encodeWithSelector(Errors.LeverageBelowThreshold.selector, leverage, _threshold(since)));
        } else {
            _net(ALL);
        }
    }

    /// @dev Of two shorts the more levered one is reachable first, and only it.
    function test_70_MostLeveredFirst() public {
        bytes32 safer = _account(makeAddr("safer"), 0);
        _openShort(safer, 5_000_000e6, 4_000);
        _openBoth(30e18, 9_000, 5_000_000e6, MAX_SHARE, false);
        assertGt(_leverage(other), _leverage(safer));
        _waitUntilDue(3 minutes);
        NettingQuote memory q = engine.quoteNetting(account, safer, WETH, USD);
        assertEq(bytes4(q.reason), Errors.LeverageBelowThreshold.selector, "the safer one is refused");
        (uint256 moved,) = _net(1e18);
        assertEq(moved, 1e18, "the levered one is netted");
        _skip(7 minutes);
        engine.net(account, safer, WETH, USD, 1e18);
    }

    /* HALF */

    /// @dev However many calls are made, half of the debt stays for ten minutes; then half of that.
    function testFuzz_70_AtMostHalfInTenMinutes(uint256 first, uint256 wait) public {
        _openShort(other, 30_000e6, MAX_SHARE);
        _openLong(200e18, 8_600);
        _waitUntilDue(10 minutes);
        (, uint256 owed) = _positionOf(other, USD, WETH);
        first = bound(first, owed / 100, owed);
        (uint256 moved,) = _net(first);
        assertEq(moved, first < owed / 2 ? first : moved);
        _skip(bound(wait, 0, 9 minutes + 59));
        uint256 more;
        if (_quote().reason.length == 0) (more,) = _net(ALL);
        (, uint256 left) = _positionOf(other, USD, WETH);
        assertGe(left, owed / 2, "half stays");
        assertLe(moved + more, owed / 2 + owed / 1e6, "of the debt when the window opened, and its interest");
        assertApproxEqAbs(left, owed / 2, owed / 1e6 + 1e3, "and no more than half: a small call does not use it up");
        bytes4 reason = bytes4(_quote().reason);
        assertTrue(reason == Errors.NettedToHalf.selector || reason == Errors.ZeroAmount.selector, "used up");
    }

    function test_70_ANewWindowHalvesAgain() public {
        _openShort(other, 30_000e6, MAX_SHARE);
        _openLong(200e18, 8_600);
        _waitUntilDue(10 minutes);
        (, uint256 owed) = _positionOf(other, USD, WETH);
        _net(ALL);
        _skip(10 minutes);
        _net(ALL);
        (, uint256 left) = _positionOf(other, USD, WETH);
        assertApproxEqRel(left, owed / 4, 1e13);
    }

    /// @dev No rebate: X is paid the mark, and keeps its equity to the unit.
    function testFuzz_70_ForcedIsAtTheMark(uint256 amount, uint256 fall, uint256 shortAmount, uint256 share) public {
        _openBoth(amount, fall, shortAmount, share, false);
        _waitUntilDue(10 minutes);
        NettingQuote memory q = _quote();
        vm.assume(q.reason.length == 0);
        assertTrue(q.forced);
        assertEq(q.rebate, 0);
        Books memory a = _books(account, other);
        vm.recordLogs();
        _net(ALL);
        NettingResult memory n = _result();
        assertEq(n.window >> 40, (a.accountsScaled[WETH] + 1) / 2, "what X keeps is in the event");
        assertEq(uint40(n.window), vm.getBlockTimestamp());
        assertApproxEqAbs(n.moved * _priceOf(ETH, WETH) / WAD, n.repaid * 1e12, 2e12, "the mark");
        Books memory b = _books(account, other);
        _assertHealthKept(a.x, b.x, "70: X");
        assertLe(b.x.margin, a.x.margin, "70: requirement of X");
        assertApproxEqAbs(b.x.collateral - b.x.debt, a.x.collateral - a.x.debt, 2e12 + 6_000, "equity of X");
    }

    /// @dev Who asked is not asked again: the choice decides, and can be taken back.
    function test_70_TheChoiceCanBeTakenBack() public {
        _openBoth(30e18, 9_000, 5_000_000e6, 4_000, true);
        assertFalse(_quote().forced);
        _setNettable(other, false);
        assertEq(bytes4(_quote().reason), Errors.NettingNotDue.selector);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, other, liquidator));
        vm.prank(liquidator);
        engine.setNettable(other, true);
    }

    function test_Gas_NetForced() public {
        _openBoth(30e18, 9_000, 5_000_000e6, MAX_SHARE, false);
        _waitUntilDue(10 minutes);
        vm.prank(liquidator);
        uint256 gas = gasleft();
        engine.net(account, other, WETH, USD, ALL);
        gas -= gasleft();
        emit log_named_uint("gas of net, forced", gas);
        assertLt(gas, 270_000);
    }
}
