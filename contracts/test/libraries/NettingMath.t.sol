// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {Netting, NettingInputs, NettingMath} from "../../src/libraries/NettingMath.sol";

/// @notice Property 70, the pure part: amounts at the mark, limits, minimum debts, rounding.
contract NettingMathTest is Test {
    uint256 internal constant WAD = 1e18;

    /// @dev Prices from $0.000001 to $1,000,000 of tokens with 6, 8 or 18 decimals; amounts up to a billion dollars.
    function _draw(uint256 seed) internal pure returns (NettingInputs memory x) {
        x.collateralPrice = _price(seed, "collateral");
        x.debtPrice = _price(seed, "debt");
        x.rebate = _of(seed, "opted", 2) == 0 ? 0 : _of(seed, "rebate", 0.05e18 + 1);
        x.held = _amount(seed, "held", x.collateralPrice);
        x.owed = _amount(seed, "owed", x.debtPrice) + 1;
        x.needed = _of(seed, "needed", 2 * x.owed) + 1;
        x.counterHeld = _amount(seed, "counterHeld", x.debtPrice);
        x.counterOwed = _amount(seed, "counterOwed", x.collateralPrice);
        x.counterLimit = _of(seed, "forced", 2) == 0 ? x.counterOwed : x.counterOwed / 2;
        x.limit = _of(seed, "limited", 2) == 0 ? type(uint256).max : _amount(seed, "limit", x.collateralPrice);
        x.sole = _of(seed, "sole", 2) == 0;
        // in a third of the cases small against the debts, in the rest of their size or larger
        (x.minDebt, x.counterMinDebt) = (_least(seed, "min", x.owed), _least(seed, "counterMin", x.counterOwed));
    }

    function _of(uint256 seed, string memory what, uint256 below) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, what))) % below;
    }

    function _price(uint256 seed, string memory what) private pure returns (uint256) {
        uint256 decimals = [uint256(6), 8, 18][_of(seed, string.concat(what, "decimals"), 3)];
        return 10 ** _of(seed, string.concat(what, "size"), 13) * (_of(seed, what, 9_999) + 1) * 10 ** (26 - decimals);
    }

    function _amount(uint256 seed, string memory what, uint256 price) private pure returns (uint256) {
        uint256 dollars = 10 ** _of(seed, string.concat(what, "size"), 10) * (_of(seed, what, 99) + 1);
        return dollars * 1e36 / price + _of(seed, string.concat(what, "dust"), 3);
    }

    function _least(uint256 seed, string memory what, uint256 owed) private pure returns (uint256) {
        uint256 divisor = [uint256(1_000), 3, 1][_of(seed, string.concat(what, "kind"), 3)];
        return 1 << FixedPointMathLib.log2(owed / divisor + 1);
    }

    /* ROUNDING */

    /// @dev What leaves one account is what arrives at the other, or one unit more; X is paid the mark and the rebate to
    /// less than one unit, U pays them to less than one unit.
    function testFuzz_AmountsAreAtTheMarkAndDustStaysWithTheReserves(uint256 seed) public pure {
        NettingInputs memory x = _draw(seed);
        Netting memory n = NettingMath.size(x);
        (uint256 c, uint256 d) = (x.collateralPrice * WAD, x.debtPrice * (WAD + x.rebate));
        assertGe(n.moved, n.credited, "U pays what X is credited with");
        assertLe(n.moved - n.credited, 1, "dust of the collateral asset");
        assertGe(n.taken, n.repaid, "X pays what U is credited with");
        assertLe(n.taken - n.repaid, 1, "dust of the debt asset");
        assertGe(n.moved * c, n.repaid * d, "U is never paid more than the mark");
        assertLe(n.credited * c, n.taken * d, "X is never paid more than the mark and the rebate");
        assertLe(n.moved * c, n.repaid * d + (c > d ? c : d), "U pays at most one unit more");
        assertTrue(n.moved == n.credited || n.taken == n.repaid, "one side is exact");
        assertEq(n.moved == 0, n.repaid == 0, "nothing for nothing");
    }

    /* LIMITS */

    function testFuzz_NobodyGivesMoreThanItHasOrMay(uint256 seed) public pure {
        NettingInputs memory x = _draw(seed);
        Netting memory n = NettingMath.size(x);
        assertLe(n.moved, x.held, "U's collateral");
        assertLe(n.moved, x.limit, "caller's limit");
        assertLe(n.credited, x.counterLimit, "X's limit");
        assertLe(n.taken, x.counterHeld, "X's collateral");
        assertLe(n.repaid, x.owed, "U's debt");
        if (n.repaid > x.needed) assertLt(x.owed - x.needed, x.minDebt, "more than needed only to leave no dust");
    }

    function testFuzz_NobodyIsLeftWithADebtBelowTheMinimum(uint256 seed) public pure {
        NettingInputs memory x = _draw(seed);
        Netting memory n = NettingMath.size(x);
        vm.assume(n.moved != 0);
        (uint256 left, uint256 counterLeft) = (x.owed - n.repaid, x.counterOwed - n.credited);
        assertTrue(counterLeft == 0 || counterLeft >= x.counterMinDebt, "X");
        bool writtenOff = x.sole && n.moved == x.held;
        assertTrue(left == 0 || left >= x.minDebt || writtenOff, "U");
    }

    /// @dev Liveness: with minimum debts out of the way, one of the limits is reached to the unit.
    function testFuzz_SomethingBinds(uint256 seed) public pure {
        NettingInputs memory x = _draw(seed);
        (x.minDebt, x.counterMinDebt) = (1, 1);
        Netting memory n = NettingMath.size(x);
        vm.assume(n.moved != 0);
        bool binds = n.moved == x.held || n.moved == x.limit || n.credited == x.counterLimit;
        assertTrue(binds || n.taken == x.counterHeld || n.repaid == x.owed || n.repaid == x.needed);
    }

    /// @dev A minimum cuts, it does not refuse what can be done without it.
    function testFuzz_MinimumsLeaveSomethingToDo(uint256 seed) public pure {
        NettingInputs memory x = _draw(seed);
        (x.rebate, x.limit, x.counterLimit) = (0, type(uint256).max, x.counterOwed);
        (uint256 c, uint256 d) = (x.collateralPrice, x.debtPrice);
        vm.assume(x.owed > 2 * x.minDebt && x.counterOwed > 2 * x.counterMinDebt);
        vm.assume(x.held * c > 4 * (c + d) && x.counterHeld * d > 4 * (c + d) && x.needed * d > 4 * (c + d));
        vm.assume(x.minDebt * d > 4 * (c + d) && x.counterMinDebt * c > 4 * (c + d));
        assertGt(NettingMath.size(x).moved, 0);
    }

    /* SPLITS */

    /// @dev Property 24 and 47: two events give neither side more than one, and together take no more than was needed.
    function testFuzz_SplittingPaysNobodyMore(uint256 seed, uint256 part) public pure {
        NettingInputs memory x = _draw(seed);
        (x.minDebt, x.counterMinDebt, x.sole) = (1, 1, false);
        Netting memory once = NettingMath.size(x);
        vm.assume(once.moved > 1);
        x.limit = bound(part, 1, once.moved - 1);
        Netting memory first = NettingMath.size(x);
        x.limit = once.moved - first.moved;
        (x.held, x.owed) = (x.held - first.moved, x.owed - first.repaid);
        (x.counterHeld, x.counterOwed) = (x.counterHeld - first.taken, x.counterOwed - first.credited);
        x.counterLimit -= first.credited;
        x.needed = x.needed > first.repaid ? x.needed - first.repaid : 0;
        Netting memory second = NettingMath.size(x);

        uint256 moved = first.moved + second.moved;
        uint256 repaid = first.repaid + second.repaid;
        (uint256 c, uint256 d) = (x.collateralPrice * WAD, x.debtPrice * (WAD + x.rebate));
        assertLe(moved, once.moved, "moved");
        assertLe(repaid, once.repaid, "repaid");
        assertGe(moved * c, repaid * d, "U is paid no more");
        assertLe((first.credited + second.credited) * c, (first.taken + second.taken) * d, "X is paid no more");
    }

    /* PRICE, REBATE, RANK */

    function testFuzz_MidIsBetweenTheBounds(uint128 low, uint128 high) public pure {
        (low, high) = low < high ? (low, high) : (high, low);
        uint256 mid = NettingMath.mid(uint256(low) << 128 | high);
        assertEq(mid, (uint256(low) + high) / 2);
        assertTrue(mid >= low && mid <= high);
    }

    function testFuzz_RebateIsHalfTheBonusOfASolventAccount(uint64 bonus, uint128 collateral, uint128 debt)
        public
        pure
    {
        uint256 rebate = NettingMath.rebate(bonus, collateral, debt);
        if (collateral > debt) assertEq(rebate, uint256(bonus) / 2);
        else assertEq(rebate, 0, "an insolvent account has no penalty to share");
    }

    function testFuzz_ThresholdFallsLinearlyToNothing(uint256 sinceDue, uint256 later) public pure {
        sinceDue = bound(sinceDue, 0, 700);
        later = bound(later, sinceDue, type(uint256).max);
        uint256 threshold = NettingMath.threshold(sinceDue);
        assertGe(threshold, NettingMath.threshold(later), "never rises");
        assertEq(threshold, sinceDue >= 600 ? 0 : (950_000 * (600 - sinceDue) * 1e12 + 599) / 600);
    }

    function test_ThresholdBeginsAt95PercentAndEndsAfterTenMinutes() public pure {
        assertEq(NettingMath.threshold(0), 0.95e18);
        assertEq(NettingMath.threshold(300), 0.475e18);
        assertGt(NettingMath.threshold(599), 0);
        assertEq(NettingMath.threshold(600), 0);
    }

    /* BY HAND */

    /// @dev U: 10 WETH at 3,000 against 27,000 USDC, needs 6,000; X: 40,000 USDC against 8 WETH.
    function _example() private pure returns (NettingInputs memory x) {
        (x.collateralPrice, x.debtPrice) = (3_000e18, 1e30);
        (x.held, x.owed, x.needed, x.minDebt) = (10e18, 27_000e6, 6_000e6, 10e6);
        (x.counterHeld, x.counterOwed, x.counterMinDebt) = (40_000e6, 8e18, 0.01e18);
        (x.counterLimit, x.limit) = (8e18, type(uint256).max);
    }

    function test_NeedBinds() public pure {
        _assertNetting(NettingMath.size(_example()), 2e18, 2e18, 6_000e6, 6_000e6);
    }

    function test_RebateComesOutOfTheUnhealthyAccount() public pure {
        NettingInputs memory x = _example();
        x.rebate = 0.01e18;
        _assertNetting(NettingMath.size(x), 2.02e18, 2.02e18, 6_000e6, 6_000e6);
    }

    /// @dev One third of a WETH is 999.999999 USDC and a bit: U is credited the floor, X pays the unit above it.
    function test_DustOfAPartStaysWithTheReserve() public pure {
        NettingInputs memory x = _example();
        x.limit = 333_333_333_333_333_333;
        _assertNetting(NettingMath.size(x), 333_333_333_333_333_333, 333_333_333_333_333_333, 1_000e6, 999_999_999);
    }

    function test_CounterpartyIsClosedWholeOrLeftTheMinimum() public pure {
        NettingInputs memory x = _example();
        (x.counterOwed, x.counterLimit) = (2e18, 2e18);
        _assertNetting(NettingMath.size(x), 2e18, 2e18, 6_000e6, 6_000e6);
        (x.counterOwed, x.counterLimit) = (2.001e18, 2.001e18);
        _assertNetting(NettingMath.size(x), 1.991e18, 1.991e18, 5_973e6, 5_973e6);
    }

    function test_DustOfTheUnhealthyAccountIsClosedWhole() public pure {
        NettingInputs memory x = _example();
        x.needed = 26_991e6;
        _assertNetting(NettingMath.size(x), 8e18, 8e18, 24_000e6, 24_000e6);
        x.counterOwed = x.counterLimit = 20e18;
        _assertNetting(NettingMath.size(x), 9e18, 9e18, 27_000e6, 27_000e6);
    }

    /// @dev X would be left 0.005 WETH, so it is cut; then U would be left 15 USDC, so it is cut too.
    function test_TheCutOfOneSideIsFollowedByTheOther() public pure {
        NettingInputs memory x = _example();
        (x.needed, x.minDebt) = (27_000e6, 20e6);
        x.counterOwed = x.counterLimit = 9.005e18;
        _assertNetting(NettingMath.size(x), 8_993_333_333_333_333_334, 8_993_333_333_333_333_333, 26_980e6, 26_980e6);
    }

    function test_LastCollateralOfAnInsolventAccountGoesWhole() public pure {
        NettingInputs memory x = _example();
        (x.owed, x.needed, x.sole) = (30_005e6, 30_005e6, true);
        x.counterOwed = x.counterLimit = 20e18;
        _assertNetting(NettingMath.size(x), 10e18, 10e18, 30_000e6, 30_000e6);
        x.sole = false;
        _assertNetting(NettingMath.size(x), 9_998_333_333_333_333_334, 9_998_333_333_333_333_333, 29_995e6, 29_995e6);
    }

    function _assertNetting(Netting memory n, uint256 moved, uint256 credited, uint256 taken, uint256 repaid)
        private
        pure
    {
        assertEq(abi.encode(n), abi.encode(Netting(moved, credited, taken, repaid)));
        assertEq(n.moved, moved);
        assertEq(n.repaid, repaid);
    }
}
