// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CloseInputs, LiquidationMath} from "../../src/libraries/LiquidationMath.sol";
import {MarginMath, Requirement} from "../../src/libraries/MarginMath.sol";
import {Leg, ReferenceMargin} from "../reference/ReferenceMargin.sol";
import {PortfolioTest} from "./PortfolioTest.sol";

contract LiquidationMathTest is PortfolioTest {
    using MarginMath for Requirement;
    using ReferenceMargin for Leg;

    /// @dev Rescales debts so that the account stands at `health` [wad] of its collateral, whatever was drawn.
    function _scaleDebts(Portfolio memory p, uint256 longs, uint256 share) internal pure {
        uint256 collateral = ReferenceMargin.gross(p.legs, true);
        uint256 debt = ReferenceMargin.gross(p.legs, false);
        for (uint256 i = longs; i < p.legs.length; ++i) {
            uint256 part = p.legs[i].size() * (collateral * share / WAD) / debt;
            p.legs[i].exposure = -int256(part == 0 ? 1 : part);
        }
    }

    /// @return x Inputs of closing leg 0 (collateral) against leg `longs` (debt); unhealthy or skipped.
    function _inputs(Portfolio memory p, uint256 longs, uint256 target) internal pure returns (CloseInputs memory x) {
        Requirement memory r = _requirement(p);
        (x.collateral, x.debt, x.margin) = (r.collateral, r.debt, r.maintenance());
        (x.seizedMarginal, x.repaidMarginal) = (_marginal(p, 0), _marginal(p, longs));
        (x.offer, x.target) = (p.legs[0].penalty, target);
    }

    function _close(Portfolio memory p, uint256 longs, uint256 repaid, uint256 beta) internal pure {
        p.legs[0].exposure -= int256(repaid * (WAD + beta) / WAD);
        p.legs[longs].exposure += int256(repaid);
    }

    function _factor(Portfolio memory p) internal pure returns (uint256) {
        Requirement memory r = _requirement(p);
        return MarginMath.healthFactor(r.collateral, r.debt, r.maintenance());
    }

    function _unhealthy(uint256 seed, uint256 longs, uint256 shorts, uint256 share, bool correlated)
        internal
        pure
        returns (Portfolio memory p, CloseInputs memory x)
    {
        p = _portfolio(seed, longs, shorts, correlated);
        _scaleDebts(p, longs, bound(share, 0.1e18, 1.5e18));
        x = _inputs(p, longs, _draw(seed, "target", 0, 10_100, 12_000) * 1e14);
        vm.assume(x.collateral < x.debt + x.margin);
    }

    /* BONUS */

    function testFuzz_BonusIsWithinPenaltyEquityAndNeutral(uint256 seed, uint256 share) public pure {
        (, CloseInputs memory x) = _unhealthy(seed, 2, 2, share, true);
        (uint256 beta, bool raises) = LiquidationMath.bonus(x);
        assertLe(beta, x.offer, "penalty");
        if (x.collateral > x.debt) {
            assertLe(beta * x.debt, (x.collateral - x.debt) * WAD, "equity share");
            uint256 health = MarginMath.healthFactor(x.collateral, x.debt, x.margin);
            bool lowers = (WAD + beta) * (WAD - x.seizedMarginal) > (health + x.repaidMarginal) * WAD;
            assertEq(lowers, !raises, "health is lowered exactly where the pair is refused");
        } else {
            assertEq(beta, x.offer, "insolvent: worth closing");
            assertTrue(raises);
        }
    }

    /// @dev One collateral and one debt: nothing to choose from, and never refused.
    function testFuzz_PlainPairIsNeverRefused(uint256 seed, uint256 share, bool correlated) public pure {
        (, CloseInputs memory x) = _unhealthy(seed, 1, 1, share, correlated);
        (, bool raises) = LiquidationMath.bonus(x);
        assertTrue(raises);
    }

    /// @dev Of any unhealthy account some pair is accepted: refusing the others costs no liveness.
    function testFuzz_SomePairOfEveryAccountIsAccepted(uint256 seed, uint256 longs, uint256 shorts, uint256 share)
        public
        pure
    {
        (longs, shorts) = (bound(longs, 1, 4), bound(shorts, 1, 4));
        (Portfolio memory p, CloseInputs memory x) = _unhealthy(seed, longs, shorts, share, true);
        bool any;
        for (uint256 i; i < longs && !any; ++i) {
            for (uint256 j = longs; j < longs + shorts && !any; ++j) {
                (x.seizedMarginal, x.repaidMarginal) = (_marginal(p, i), _marginal(p, j));
                (, any) = LiquidationMath.bonus(x);
            }
        }
        assertTrue(any);
    }

    /* AMOUNT */

    function testFuzz_RepaymentIsPositiveAndAtMostTheDebt(uint256 seed, uint256 share) public pure {
        (, CloseInputs memory x) = _unhealthy(seed, 3, 2, share, true);
        (uint256 beta,) = LiquidationMath.bonus(x);
        uint256 value = LiquidationMath.repayValue(x, beta);
        assertGt(value, 0);
        assertLe(value, x.debt);
        if (x.collateral <= x.debt) assertEq(value, x.debt, "insolvent: whole");
    }

    /// @dev The plain case of the product: one collateral, one debt. Exact to first order, convex beyond.
    function testFuzz_PairNeverPassesTheTargetAndGainsHealth(uint256 seed, uint256 share) public pure {
        (Portfolio memory p, CloseInputs memory x) = _unhealthy(seed, 1, 1, share, true);
        vm.assume(x.collateral > x.debt);
        (uint256 beta,) = LiquidationMath.bonus(x);
        uint256 value = LiquidationMath.repayValue(x, beta);
        uint256 before = _factor(p);
        _close(p, 1, value, beta);
        if (p.legs[1].exposure == 0) return; // nothing is owed
        assertGe(_factor(p) + _ulp(p), before, "health lowered");
        assertLe(_factor(p), x.target + _ulp(p), "more taken than needed");
    }

    /// @dev A wei of value against what is still owed, in the unit of health.
    function _ulp(Portfolio memory p) internal pure returns (uint256) {
        return 40 * WAD / ReferenceMargin.gross(p.legs, false) + 2;
    }

    /// @dev Several legs without offsets: the seized leg must hold what is taken.
    function testFuzz_ManyLegsNeverPassTheTarget(uint256 seed, uint256 longs, uint256 shorts, uint256 share)
        public
        pure
    {
        longs = bound(longs, 1, 4);
        shorts = bound(shorts, 1, 3);
        (Portfolio memory p, CloseInputs memory x) = _unhealthy(seed, longs, shorts, share, false);
        vm.assume(x.collateral > x.debt);
        (uint256 beta,) = LiquidationMath.bonus(x);
        uint256 value = LiquidationMath.repayValue(x, beta);
        uint256 most = p.legs[0].size() * WAD / (WAD + beta);
        if (value > most) value = most;
        if (value > p.legs[longs].size()) value = p.legs[longs].size();
        _close(p, longs, value, beta);
        if (ReferenceMargin.gross(p.legs, false) == 0) return;
        assertLe(_factor(p), x.target + _ulp(p));
    }

    /// @dev Two closes do not pass the target either. Without hedge they do not stop short of one close: margins are convex
    /// and so each is found at slopes that only fall. (Of a hedged pair the clamp of a negative marginal lets them rise.)
    function testFuzz_SplittingEndsAtTheTargetToo(uint256 seed, uint256 share, uint256 part, bool correlated)
        public
        pure
    {
        (Portfolio memory p, CloseInputs memory x) = _unhealthy(seed, 1, 1, share, correlated);
        vm.assume(x.collateral > x.debt);
        (uint256 beta,) = LiquidationMath.bonus(x);
        uint256 once = LiquidationMath.repayValue(x, beta);
        vm.assume(once < x.debt);
        uint256 first = bound(part, once / 10, once * 9 / 10);
        _close(p, 1, first, beta);
        CloseInputs memory y = _inputs(p, 1, x.target);
        vm.assume(y.collateral < y.debt + y.margin && y.debt != 0);
        (uint256 betaLater,) = LiquidationMath.bonus(y);
        // the penalty binds in both: only then is the price of both parts the same
        vm.assume(beta == x.offer && betaLater == x.offer);
        uint256 second = LiquidationMath.repayValue(y, betaLater);
        _close(p, 1, second, betaLater);
        if (p.legs[1].exposure != 0) assertLe(_factor(p), x.target + _ulp(p), "past the target");
        if (!correlated) assertGe(first + second + once / 1e14 + 2, once, "short of one close");
    }

    /// @dev Whole rails: the denominator stays positive and nothing reverts, solvent or not.
    function testFuzz_NeverRevertsInsideTheRails(uint256 seed, uint256 longs, uint256 shorts, uint256 share)
        public
        pure
    {
        (, CloseInputs memory x) = _unhealthy(seed, bound(longs, 1, 6), bound(shorts, 1, 6), share, true);
        assertLt(x.seizedMarginal, WAD);
        (uint256 beta,) = LiquidationMath.bonus(x);
        LiquidationMath.repayValue(x, beta);
    }

    function testFuzz_RepaymentGrowsWithTheTarget(uint256 seed, uint256 share) public pure {
        (, CloseInputs memory x) = _unhealthy(seed, 1, 1, share, true);
        vm.assume(x.collateral > x.debt);
        (uint256 beta,) = LiquidationMath.bonus(x);
        x.target = 1.01e18;
        uint256 near = LiquidationMath.repayValue(x, beta);
        x.target = 1.2e18;
        assertGe(LiquidationMath.repayValue(x, beta) + 1, near);
    }

    /* OFFERS */

    /// @dev 56, 57, 64: 0 at the start, never above the penalty, never falling, and a step at a time.
    function testFuzz_OfferIsBoundedAndMonotone(uint256 age, uint256 later, uint256 v, uint256 penalty) public pure {
        (age, v) = (bound(age, 0, 1 days), bound(v, 0.005e18, 0.55e18));
        later = bound(later, age, 1 days);
        penalty = bound(penalty, 0.001e18, 0.1e18);
        uint256 beta = LiquidationMath.offer(age, v, penalty);
        assertEq(LiquidationMath.offer(age % 12, v, penalty), 0, "57: nothing in the first step");
        assertLe(beta, penalty, "56: bounded");
        assertLe(beta, LiquidationMath.offer(later, v, penalty), "56: monotone");
        assertLe(LiquidationMath.offer(age + 12, v, penalty), beta + 0.01e18, "64: at most 1 % a step");
        assertLe(beta, LiquidationMath.offer(age, v + 0.01e18, penalty), "faster where it moves more");
        if (age >= 480) assertEq(beta, penalty, "56: all of it after 40 steps");
    }

    /// @dev From 0 at the edge to 1 % at 1, falling with health.
    function testFuzz_SoftOfferIsLinear(uint256 v, uint256 health, uint256 better, uint256 penalty) public pure {
        uint256 buffer = LiquidationMath.softBuffer(bound(v, 0.005e18, 0.55e18));
        assertGe(buffer, 0.01e18);
        assertLe(buffer, 0.1e18);
        health = bound(health, 1e18, 1e18 + buffer - 1);
        better = bound(better, health, 1e18 + buffer - 1);
        penalty = bound(penalty, 0.001e18, 0.1e18);
        uint256 beta = LiquidationMath.softOffer(health, buffer, penalty);
        assertLe(beta, penalty < 0.01e18 ? penalty : 0.01e18, "at most 1 %, and the penalty");
        assertLe(LiquidationMath.softOffer(better, buffer, penalty), beta, "falls with health");
        assertEq(LiquidationMath.softOffer(1e18, buffer, 0.1e18), 0.01e18, "1 % at 1");
    }

    /// @dev 46: the fee is a fifth of the bonus, rounded up, and never more than the bonus where that is a unit.
    function testFuzz_FeeIsAFifth(uint112 repaid, uint256 beta) public pure {
        beta = bound(beta, 0, 0.1e18);
        uint256 fee = LiquidationMath.feeOf(repaid, beta);
        assertGe(fee * 5e18, uint256(repaid) * beta);
        assertLt(fee * 5e18, uint256(repaid) * beta + 5e18);
    }
}
