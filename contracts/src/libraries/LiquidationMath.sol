// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice State of an account and of the pair that is liquidated.
/// @param collateral `C` [USD wad]. @param debt `D` [USD wad]. @param margin `MM` [USD wad].
/// @param seizedMarginal `m_c` of the seized asset [wad]. @param repaidMarginal `m_d` of the repaid asset [wad].
/// @param penalty `π` of the seized asset [wad]. @param target `h*` [wad].
struct CloseInputs {
    uint256 collateral;
    uint256 debt;
    uint256 margin;
    uint256 seizedMarginal;
    uint256 repaidMarginal;
    uint256 penalty;
    uint256 target;
}

/// @title How much of an unhealthy account is closed, and at what bonus.
/// @notice `R = (h*·D − (C − MM)) / (h* + m_d − (1 − m_c)·(1 + β))`: the repayment after which health is `h*`, to first
/// order. Impact makes MM convex in a leg, so the true health after is at most `h*`, but for a trace on legs that hedge
/// each other.
library LiquidationMath {
    uint256 internal constant WAD = 1e18;

    /// @notice Bonus `β` [wad]: the penalty, and while the account is solvent no more than its equity share, nor than
    /// what keeps a partial liquidation from lowering health: `β ≤ (HF + m_d) / (1 − m_c) − 1`.
    /// @dev An insolvent account is closed whole, there is no health to protect: the full penalty makes that worth doing.
    /// @return beta [wad].
    /// @return raises False if this pair would lower health even without bonus. Then another pair of the account raises
    /// it: MM ≤ Σ m·x, so health is at least a mean of what the pairs need while `C ≥ D`.
    function bonus(CloseInputs memory x) internal pure returns (uint256 beta, bool raises) {
        beta = x.penalty;
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
}
