// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarginMath, Requirement} from "../../src/libraries/MarginMath.sol";
import {Leg, ReferenceMargin} from "../reference/ReferenceMargin.sol";
import {PortfolioTest} from "./PortfolioTest.sol";

contract MarginMathTest is PortfolioTest {
    using MarginMath for Requirement;
    using ReferenceMargin for Leg;

    /* AGAINST THE REFERENCE */

    function testFuzz_EqualsTheReferenceToTheWei(uint256 seed, uint256 longs, uint256 shorts) public pure {
        Portfolio memory p = _portfolio(seed, bound(longs, 0, 9), bound(shorts, 0, 7), true);
        Requirement memory r = _requirement(p);
        assertEq(r.collateral, ReferenceMargin.gross(p.legs, true), "C");
        assertEq(r.debt, ReferenceMargin.gross(p.legs, false), "D");
        uint256 margin = r.maintenance();
        assertEq(margin, ReferenceMargin.maintenance(p.legs, p.rho), "MM");
        uint256 ratio = _draw(seed, "ratio", 0, 10_500, 30_000);
        assertEq(MarginMath.initialMargin(margin, ratio), ReferenceMargin.initial(p.legs, p.rho, ratio), "IM");
    }

    /// @dev The largest legs the engine lets through: no square may wrap.
    function testFuzz_LargestLegsDoNotOverflow(uint256 seed, uint256 longs) public pure {
        longs = bound(longs, 0, 16);
        Portfolio memory p = _portfolio(seed, longs, 16 - longs, true);
        for (uint256 i; i < 16; ++i) {
            int256 value = int256(MarginMath.MAX_LEG_VALUE - 1 - _draw(seed, "huge", i, 0, 1e30));
            p.legs[i].exposure = i < longs ? value : -value;
            p.legs[i].v = MAX_V * 1e14;
        }
        assertEq(_requirement(p).maintenance(), ReferenceMargin.maintenance(p.legs, p.rho));
    }

    function testFuzz_ImpactIsTheReference(uint256 x, uint64 depth) public pure {
        x = bound(x, 0, 2 ** 120);
        depth = uint64(bound(depth, 0, 2 ** 42 - 1));
        uint256 kappa = MarginMath.impact(x, depth);
        assertEq(kappa, ReferenceMargin.impact(x, depth));
        assertLe(kappa, MarginMath.MAX_IMPACT);
    }

    /* BOUNDS AND DIRECTIONS */

    /// @dev `|L − S| ≤ root ≤ L + S`: opposite sides never offset more, nor cost more, than their difference and sum.
    function testFuzz_RootLiesBetweenDifferenceAndSum(uint256 seed, uint256 longs, uint256 shorts) public pure {
        Requirement memory r = _requirement(_portfolio(seed, bound(longs, 1, 5), bound(shorts, 1, 5), true));
        uint256 root = r.spread();
        assertGe(root, r.longs > r.shorts ? r.longs - r.shorts : r.shorts - r.longs);
        assertLe(root, r.longs + r.shorts);
    }

    function testFuzz_RootRoundsUp(uint256 seed, uint256 longs, uint256 shorts) public pure {
        Portfolio memory p = _portfolio(seed, bound(longs, 0, 5), bound(shorts, 0, 5), true);
        uint256 root = _requirement(p).spread();
        uint256 square = ReferenceMargin.squared(p.legs, p.rho);
        assertGe(root * root, square, "not below");
        if (root != 0) assertLt((root - 1) * (root - 1), square, "the smallest such");
    }

    function testFuzz_CorrelationNeverRaisesTheRequirement(uint256 seed, uint256 longs, uint256 shorts) public pure {
        (longs, shorts) = (bound(longs, 1, 4), bound(shorts, 1, 4));
        uint256 hedged = _requirement(_portfolio(seed, longs, shorts, true)).maintenance();
        uint256 plain = _requirement(_portfolio(seed, longs, shorts, false)).maintenance();
        assertLe(hedged, plain);
    }

    function testFuzz_OneSideAddsUp(uint256 seed, uint256 longs) public pure {
        Requirement memory r = _requirement(_portfolio(seed, bound(longs, 1, 9), 0, true));
        assertEq(r.spread(), r.longs, "no credit for diversification");
    }

    /// @dev More collateral never lowers `C − MM`, whatever the rest of the account is, up to the edges of the rails.
    function testFuzz_DepositNeverLowersTheBuffer(
        uint256 seed,
        uint256 longs,
        uint256 shorts,
        uint256 which,
        uint256 by
    ) public pure {
        (longs, shorts) = (bound(longs, 1, 4), bound(shorts, 0, 4));
        Portfolio memory p = _portfolio(seed, longs, shorts, true);
        (int256 before,) = _buffer(p);
        p.legs[bound(which, 0, longs - 1)].exposure += int256(bound(by, 1, 1e28));
        (int256 later,) = _buffer(p);
        assertGe(later + int256(_noise(longs + shorts)), before);
    }

    /// @dev The worst case of the rails: an uncorrelated leg beside one that the short side hedges best.
    function test_DepositAtTheEdgeOfTheRails() public pure {
        Portfolio memory p = _portfolio(1, 2, 1, true);
        for (uint256 i; i < 3; ++i) {
            (p.legs[i].v, p.legs[i].penalty, p.legs[i].depth) = (MAX_V * 1e14, MAX_PENALTY * 1e14, 0);
        }
        (p.legs[0].exposure, p.legs[1].exposure) = (1_000_000e18, 1e18);
        p.legs[2].exposure = -int256(1_000_000e18 * MAX_RHO / 256);
        p.rho[0][2] = p.rho[2][0] = MAX_RHO;
        p.rho[1][2] = p.rho[2][1] = p.rho[0][1] = p.rho[1][0] = 0;
        (int256 before,) = _buffer(p);
        p.legs[1].exposure += 1_000e18;
        (int256 later,) = _buffer(p);
        assertGt(later, before);
        assertLt(_marginal(p, 1), WAD);
    }

    /// @dev A repayment raises `C − MM − D`, and health of any account whose health is above the hedge it may lose.
    function testFuzz_RepaymentNeverLowersHealth(uint256 seed, uint256 longs, uint256 shorts, uint256 which, uint256 by)
        public
        pure
    {
        (longs, shorts) = (bound(longs, 1, 4), bound(shorts, 1, 4));
        Portfolio memory p = _portfolio(seed, longs, shorts, true);
        (int256 buffer, uint256 debt) = _buffer(p);
        Leg memory leg = p.legs[longs + bound(which, 0, shorts - 1)];
        by = bound(by, 1, leg.size());
        leg.exposure += int256(by);
        (int256 bufferAfter, uint256 debtAfter) = _buffer(p);
        int256 noise = int256(_noise(longs + shorts));
        assertGe(bufferAfter - int256(debtAfter) + noise, buffer - int256(debt), "equity over margin");
        // ρ̂·1.247·v is the most that a repaid hedge can cost: 0.42 of the repayment
        if (buffer * 100 > int256(debt) * 42) {
            assertGe((bufferAfter + noise) * int256(debt), buffer * int256(debtAfter), "health");
        }
    }

    function testFuzz_MoreVolatilityNeedsMore(uint256 seed, uint256 longs) public pure {
        longs = bound(longs, 1, 5);
        Portfolio memory p = _portfolio(seed, longs, 0, false);
        uint256 before = _requirement(p).maintenance();
        p.legs[seed % longs].v += 1e14;
        assertGe(_requirement(p).maintenance(), before);
    }

    function testFuzz_LargerPositionsNeedMoreThanTheirShare(uint256 seed, uint256 scale) public pure {
        scale = bound(scale, 2, 10);
        Portfolio memory p = _portfolio(seed, 2, 2, true);
        uint256 before = _requirement(p).maintenance();
        for (uint256 i; i < 4; ++i) {
            p.legs[i].exposure *= int256(scale);
        }
        assertGe(_requirement(p).maintenance() + scale * _noise(4), before * scale);
    }

    /// @dev Each of: weights, frictions and the root rounds by less than two wei.
    function _noise(uint256 legs) internal pure returns (uint256) {
        return 4 * legs + 4;
    }

    /* MARGINAL, INITIAL, HEALTH */

    /// @dev `m_i` against a difference quotient: with impact between 3 % and 6 % of each leg, below its cap.
    function testFuzz_MarginalIsTheDerivative(uint256 seed, uint256 longs, uint256 shorts, uint256 which) public pure {
        (longs, shorts) = (bound(longs, 1, 3), bound(shorts, 0, 3));
        Portfolio memory p = _portfolio(seed, longs, shorts, true);
        for (uint256 j; j < p.legs.length; ++j) {
            uint256 depth = p.legs[j].size() / 6e18;
            p.legs[j].depth = depth == 0 ? 1 : depth;
        }
        uint256 i = bound(which, 0, longs + shorts - 1);
        uint256 marginal = _marginal(p, i);
        uint256 floor = p.legs[i].penalty + 2 * MarginMath.impact(p.legs[i].size(), p.legs[i].depth);
        uint256 base = _requirement(p).maintenance();
        Portfolio memory q = _copy(p);
        uint256 step = p.legs[i].size() / 1e6;
        q.legs[i].exposure += q.legs[i].exposure > 0 ? int256(step) : -int256(step);
        uint256 raised = _requirement(q).maintenance();
        uint256 quotient = raised > base ? (raised - base) * WAD / step : 0;
        // an over-hedged leg would lower the root: it counts as 0 there, and friction stays
        if (marginal == floor) assertLe(quotient, marginal + 1e14);
        else assertApproxEqAbs(marginal, quotient, 1e14);
    }

    function testFuzz_InitialMarginRoundsUp(uint256 margin, uint16 ratio) public pure {
        margin = bound(margin, 0, 2 ** 130);
        uint256 initial = MarginMath.initialMargin(margin, ratio);
        assertGe(initial * 10_000, margin * ratio);
        assertLt(initial * 10_000, margin * ratio + 10_000);
    }

    function testFuzz_HealthFactorRoundsDown(uint256 collateral, uint256 debt, uint256 margin) public pure {
        collateral = bound(collateral, 0, 2 ** 124);
        margin = bound(margin, 0, 2 ** 124);
        debt = bound(debt, 1, 2 ** 124);
        uint256 factor = MarginMath.healthFactor(collateral, debt, margin);
        if (collateral <= margin) {
            assertEq(factor, 0);
        } else {
            assertEq(factor, (collateral - margin) * WAD / debt);
            // property 31: the decision by cross-multiplication and the factor agree
            assertEq(factor >= WAD, collateral >= debt + margin);
        }
    }

    function testFuzz_HealthFactorWithoutDebtIsTheLargestNumber(uint256 collateral, uint256 margin) public pure {
        assertEq(MarginMath.healthFactor(collateral, 0, margin), type(uint256).max);
    }
}
