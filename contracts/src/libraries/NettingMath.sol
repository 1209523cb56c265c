// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice The two sides of a netting. U: the unhealthy account, holds the collateral asset and owes the debt asset. X: the
/// counterparty, holds what U owes and owes what U holds.
/// @param collateralPrice, debtPrice Mid of the guarded bounds [USD · 10^(36 − decimals) per whole token].
/// @param rebate What X gets on top of the mark, out of U's penalty [wad].
/// @param needed Debt that U's target health asks to repay [units of the debt asset].
/// @param limit Most that leaves U [units of the collateral asset].
/// @param held, owed What U has of the pair. @param minDebt Of the debt asset.
/// @param sole U holds nothing else: debt that is left when it is gone is written off.
/// @param counterHeld, counterOwed What X has of the pair. @param counterMinDebt Of the collateral asset.
/// @param counterLimit Most of X's debt that may be repaid now [units of the collateral asset].
struct NettingInputs {
    uint256 collateralPrice;
    uint256 debtPrice;
    uint256 rebate;
    uint256 needed;
    uint256 limit;
    uint256 held;
    uint256 owed;
    uint256 minDebt;
    bool sole;
    uint256 counterHeld;
    uint256 counterOwed;
    uint256 counterMinDebt;
    uint256 counterLimit;
}

/// @notice Amounts of one netting. What leaves an account is at least what the other is credited with, by less than one
/// unit more: that unit stays with the suppliers of the reserve.
/// @param moved Collateral that leaves U. @param credited Debt of X it repays [both units of the collateral asset].
/// @param taken Collateral that leaves X. @param repaid Debt of U it repays [both units of the debt asset].
struct Netting {
    uint256 moved;
    uint256 credited;
    uint256 taken;
    uint256 repaid;
}

/// @title Longs closed against shorts at the guarded price, with nobody outside.
/// @notice `moved · p_c = taken · p_d · (1 + rebate)`: X is paid the mark and the rebate, U pays them. No token moves: the
/// collateral of both becomes the cash of the two reserves, and their debts fall by as much. See docs/netting.md.
library NettingMath {
    uint256 internal constant WAD = 1e18;
    /// @dev Part of U's bonus that an opted-in counterparty earns.
    uint256 internal constant REBATE_SHARE = 0.5e18;
    /// @dev Leverage `D / C` from which an account can be netted against its will at first.
    uint256 internal constant TOP_THRESHOLD = 0.95e18;
    /// @dev Time in which the threshold falls to 0 [seconds].
    uint256 internal constant THRESHOLD_FALL = 10 minutes;

    /// @notice Middle of a price word (low 128 | high 128), rounded down.
    function mid(uint256 word) internal pure returns (uint256) {
        unchecked {
            return (uint256(uint128(word)) + (word >> 128)) / 2;
        }
    }

    /// @notice Leverage an account needs to be netted against its will, `sinceDue` seconds after netting became due [wad].
    /// @dev The most levered opposite accounts come first without anybody sorting them.
    function threshold(uint256 sinceDue) internal pure returns (uint256) {
        if (sinceDue >= THRESHOLD_FALL) return 0;
        unchecked {
            return TOP_THRESHOLD - TOP_THRESHOLD * sinceDue / THRESHOLD_FALL;
        }
    }

    /// @notice Rebate of an opted-in counterparty: half of U's bonus, and nothing of an insolvent U, whose suppliers would
    /// pay it.
    /// @param bonus `β(t)`, capped as for a take [wad]. @param collateral `C` of U. @param debt `D` of U [USD wad].
    function rebate(uint256 bonus, uint256 collateral, uint256 debt) internal pure returns (uint256) {
        return collateral > debt ? bonus * REBATE_SHARE / WAD : 0;
    }

    /// @notice Amounts of one netting, all 0 if none can be done: at most what U's target needs, what each side has, and
    /// what each may lose; neither is left with a debt below its minimum.
    /// @dev Amount times price is below 2^180 on every leg that the engine values, so no product overflows.
    function size(NettingInputs memory x) internal pure returns (Netting memory n) {
        uint256 most = _min(_min(x.limit, x.held), _min(x.counterLimit, x.counterOwed));
        // what would stay under the minimum is closed whole
        uint256 wanted = x.owed < x.needed + x.minDebt ? x.owed : x.needed;
        n = _amounts(x, wanted, most);
        // twice, because the cut of one side can leave of the other what is too small; each cut holds for good
        for (uint256 i; i < 2; ++i) {
            if (_strands(x.owed, n.repaid, x.minDebt) && !(x.sole && n.moved == x.held)) {
                wanted = _above(x.owed, x.minDebt);
                n = _amounts(x, wanted, most);
            }
            if (_strands(x.counterOwed, n.credited, x.counterMinDebt)) {
                most = _above(x.counterOwed, x.counterMinDebt);
                n = _amounts(x, wanted, most);
            }
        }
        if (n.credited == 0 || n.repaid == 0) return Netting(0, 0, 0, 0);
    }

    /// @dev The side that binds is exact; the other rounds up where it leaves and down where it arrives.
    /// @param wanted Most of the debt asset. @param most Most of the collateral asset.
    function _amounts(NettingInputs memory x, uint256 wanted, uint256 most) private pure returns (Netting memory n) {
        // cannot overflow: see `size`
        unchecked {
            uint256 debtUnit = x.debtPrice * (WAD + x.rebate);
            uint256 collateralUnit = x.collateralPrice * WAD;
            n.taken = n.repaid = _min(wanted, x.counterHeld);
            uint256 value = n.repaid * debtUnit;
            n.credited = value / collateralUnit;
            n.moved = (value + collateralUnit - 1) / collateralUnit;
            if (n.moved > most) {
                n.moved = n.credited = most;
                value = most * collateralUnit;
                n.repaid = value / debtUnit;
                n.taken = (value + debtUnit - 1) / debtUnit;
            }
        }
    }

    /// @dev Whether a repayment leaves a debt below the minimum.
    function _strands(uint256 owed, uint256 repaid, uint256 minDebt) private pure returns (bool) {
        unchecked {
            uint256 left = owed - repaid; // callers repay at most what is owed
            return left != 0 && left < minDebt;
        }
    }

    function _above(uint256 owed, uint256 minDebt) private pure returns (uint256) {
        return owed > minDebt ? owed - minDebt : 0;
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
