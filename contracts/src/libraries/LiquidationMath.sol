// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice State of an account and of the pair that is liquidated.
/// @param collateral `C` [USD wad]. @param debt `D` [USD wad]. @param margin `MM` [USD wad].
/// @param seizedMarginal `m_c` of the seized asset [wad]. @param repaidMarginal `m_d` of the repaid asset [wad].
/// @param offer Most bonus that is offered, at most `π` of the seized asset [wad]. @param target `h*` [wad].
struct CloseInputs {
    uint256 collateral;
    uint256 debt;
    uint256 margin;
    uint256 seizedMarginal;
    uint256 repaidMarginal;
    uint256 offer;
    uint256 target;
}

/// @title How much of an unhealthy account is closed, and at what bonus.
/// @notice `R = (h*·D − (C − MM)) / (h* + m_d − (1 − m_c)·(1 + β))`: the repayment after which health is `h*`, to first
/// order. Impact makes MM convex in a leg, so the true health after is at most `h*`, but for a trace on legs that hedge
/// each other.
library LiquidationMath {
    uint256 internal constant WAD = 1e18;
    /// @dev Part of the bonus that is the reserve's: a fifth.
    uint256 internal constant FEE_DIVISOR = 5;
    /// @dev The bonus of an auction grows once in this time: a block of the main chain [seconds].
    uint256 internal constant STEP = 12;
    /// @dev 0.25 % a step at a margin of 5 %.
    uint256 internal constant GROWTH_DIVISOR = 20;
    uint256 internal constant MIN_GROWTH = 0.0025e18;
    uint256 internal constant MAX_GROWTH = 0.01e18;
    uint256 internal constant MIN_BUFFER = 0.01e18;
    uint256 internal constant MAX_BUFFER = 0.1e18;
    uint256 internal constant MAX_SOFT_BONUS = 0.01e18;
    uint256 internal constant MAX_BACKSTOP_BONUS = 0.04e18;

    /* OFFERS: what a taker may earn at most, before the health of the account caps it */

    /// @notice Bonus that an auction of a given age offers: `min(g·steps, π)` in steps of 12 s,
    /// `g = 0.25 %·clamp(v / 5 %, 1, 4)` [wad].
    /// @param age [seconds]. @param v Volatility margin of the seized asset [wad]. @param penalty `π` of it [wad].
    function offer(uint256 age, uint256 v, uint256 penalty) internal pure returns (uint256 beta) {
        uint256 growth = v / GROWTH_DIVISOR;
        if (growth < MIN_GROWTH) growth = MIN_GROWTH;
        if (growth > MAX_GROWTH) growth = MAX_GROWTH;
        beta = growth * (age / STEP);
        if (beta > penalty) beta = penalty;
    }

    /// @notice Width `b` of the soft zone above health 1: `clamp(v / 2, 1 %, 10 %)` [wad].
    function softBuffer(uint256 v) internal pure returns (uint256 buffer) {
        buffer = v / 2;
        if (buffer < MIN_BUFFER) buffer = MIN_BUFFER;
        if (buffer > MAX_BUFFER) buffer = MAX_BUFFER;
    }

    /// @notice Bonus of a slice: from 0 at health `1 + b` to 1 % at 1, at most `π` [wad].
    /// @dev Requires health in [1, 1 + b).
    function softOffer(uint256 health, uint256 buffer, uint256 penalty) internal pure returns (uint256 beta) {
        beta = MAX_SOFT_BONUS * (WAD + buffer - health) / buffer;
        if (beta > penalty) beta = penalty;
    }

    /// @notice Bonus of the backstop: at most 4 %, and no more than the account's equity share [wad].
    function backstopBonus(CloseInputs memory x) internal pure returns (uint256 beta) {
        if (x.collateral <= x.debt) return 0;
        beta = (x.collateral - x.debt) * WAD / x.debt;
        if (beta > x.offer) beta = x.offer;
        if (beta > MAX_BACKSTOP_BONUS) beta = MAX_BACKSTOP_BONUS;
    }

    /* TERMS */

    /// @notice Bonus `β` [wad]: the offer, and while the account is solvent no more than its equity share, nor than what
    /// keeps a partial liquidation from lowering health: `β ≤ (HF + m_d) / (1 − m_c) − 1`.
    /// @dev An insolvent account is closed whole: there is no health to protect.
    /// @return beta [wad].
    /// @return raises False if this pair would lower health even without bonus. Then another pair of the account raises
    /// it: MM ≤ Σ m·x, so health is at least a mean of what the pairs need while `C ≥ D`.
    function bonus(CloseInputs memory x) internal pure returns (uint256 beta, bool raises) {
        beta = x.offer;
        if (x.collateral <= x.debt) return (beta, true);
        uint256 equityShare = (x.collateral - x.debt) * WAD / x.debt;
        if (beta > equityShare) beta = equityShare;
        uint256 health = x.collateral > x.margin ? (x.collateral - x.margin) * WAD / x.debt : 0;
        uint256 bound = (health + x.repaidMarginal) * WAD / (WAD - x.seizedMarginal);
        if (bound < WAD) return (0, false);
        if (beta > bound - WAD) beta = bound - WAD;
        raises = true;
    }

    /// @notice Value to repay so that health returns to the target, rounded up; at most the whole debt [USD wad].
    /// @dev Requires collateral < debt + margin. The denominator is positive for every parameter inside the rails:
    /// h* > 1 ≥ (1 − π)(1 + π) ≥ (1 − m_c)(1 + β), because m_c ≥ π ≥ β.
    function repayValue(CloseInputs memory x, uint256 beta) internal pure returns (uint256 value) {
        if (x.collateral <= x.debt) return x.debt;
        uint256 needed = x.target * x.debt / WAD + x.margin - x.collateral;
        uint256 lift = x.target + x.repaidMarginal - (WAD - x.seizedMarginal) * (WAD + beta) / WAD;
        value = (needed * WAD + lift - 1) / lift;
        if (value > x.debt) value = x.debt;
    }

    /// @notice What a taker pays on top of `repaid` to the fees of the debt reserve, rounded up [token units]: out of his
    /// bonus, never out of the account.
    function feeOf(uint256 repaid, uint256 beta) internal pure returns (uint256) {
        return (repaid * beta + FEE_DIVISOR * WAD - 1) / (FEE_DIVISOR * WAD);
    }
}
