// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {LiquidationBuckets} from "../../src/libraries/LiquidationBuckets.sol";
import {ReferenceBuckets} from "../reference/ReferenceBuckets.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice The liquidation map, action by action. That it equals a recount in every state is M1 to M3 of the campaigns.
contract LiquidationMapTest is LiquidationTest {
    uint256 internal constant UNIT = 2 ** 13; // a minimum debt of ten dollars, with six decimals, and eleven bits

    function _bucket(bytes32 id) internal view returns (uint256) {
        return EngineSlots.accountWord(address(engine), id).bucket();
    }

    function _debts() internal view returns (uint256[] memory) {
        return engine.liquidationMap(ETH, 0, 1);
    }

    function _sum(uint256[] memory debts) internal pure returns (uint256 sum) {
        for (uint256 i; i < debts.length; ++i) {
            sum += debts[i];
        }
    }

    /// @dev Price words of the oracle: USDC 1e30, WETH as they are.
    function _now() internal view returns (int256) {
        return LiquidationBuckets.indexOf(_priceOf(ETH, 1), 1e30);
    }

    function _bounds(bytes32 id) internal view returns (uint256 lower, uint256 upper) {
        return LiquidationBuckets.boundsOf(_bucket(id), _now(), 1e30);
    }

    /* BORROW, REPAY, CLOSE */

    function testFuzz_DebtIsInOneBucketOfItsPair(uint256 amount, uint256 share) public {
        (, uint256 debt) = _openEth(account, amount, share);
        uint256[] memory debts = _debts();
        assertEq(debts.length, 256);
        assertEq(_sum(debts), debts[_bucket(account)], "one bucket");
        assertLe(debts[_bucket(account)], debt, "no more than owed");
        assertGt(debts[_bucket(account)] + UNIT, debt, "less by less than a unit");
        assertEq(_sum(engine.liquidationMap(ETH, 1, 0)), 0, "not the opposite pair");
        assertEq(_sum(engine.liquidationMap(CROSS, 0, 1)), 0, "not another market");
    }

    /// @dev First order: health at the bounds of the bucket is one, give or take the debt's own margin of 2 %.
    function testFuzz_HealthIsOneAtTheBounds(uint256 amount, uint256 share) public {
        _openEth(account, amount, bound(share, 2_000, MAX_SHARE));
        (uint256 lower, uint256 upper) = _bounds(account);
        _setPrice(ETH, 1, lower);
        assertLt(_healthFactor(account), 1.001e18, "liquidatable below");
        _setPrice(ETH, 1, upper + upper / 32);
        assertGt(_healthFactor(account), 1e18, "healthy a step above");
    }

    function testFuzz_BucketDoesNotMoveWithThePrice(uint256 amount, uint256 share, uint256 move) public {
        _openEth(account, amount, share);
        uint256 bucket = _bucket(account);
        (uint256 lower, uint256 upper) = _bounds(account);
        _setPrice(ETH, 1, WETH_PRICE * bound(move, 60, 190) / 100);
        engine.accrue(ETH, 0);
        assertEq(_bucket(account), bucket);
        (uint256 lowerNow, uint256 upperNow) = _bounds(account);
        assertEq(abi.encode(lowerNow, upperNow), abi.encode(lower, upper), "the ring is read at the same place");
    }

    function testFuzz_RepayLowersTheSumInPlace(uint256 amount, uint256 share, uint256 part) public {
        (, uint256 debt) = _openEth(account, amount, share);
        uint256 bucket = _bucket(account);
        part = bound(part, 1e6, debt - 20e6);
        _setPrice(ETH, 1, 0); // no price is needed
        _fund(alice, usdc, address(engine), part);
        vm.prank(alice);
        engine.repay(account, 0, part);
        assertEq(_bucket(account), bucket);
        assertApproxEqAbs(_debts()[bucket], debt - part, UNIT);
        _repayAll(account, 0);
        assertEq(_sum(_debts()), 0, "closed");
        assertEq(_bucket(account), 0);
    }

    function testFuzz_BorrowMovesTheAccount(uint256 amount, uint256 share) public {
        (uint256 collateral, uint256 debt) = _openEth(account, amount, bound(share, MIN_SHARE, 4_000));
        uint256 bucket = _bucket(account);
        uint256 more = _debtFor(ETH, 1, 0, collateral, 4_000);
        _borrow(account, ETH, 0, more);
        uint256[] memory debts = _debts();
        assertTrue(LiquidationBuckets.isSafer(bucket, _bucket(account)) && bucket != _bucket(account), "riskier");
        assertEq(debts[bucket], 0);
        assertApproxEqAbs(debts[_bucket(account)], debt + more, UNIT);
    }

    /* COLLATERAL */

    function testFuzz_DepositLeavesTheBucketAndTouchMovesIt(uint256 amount, uint256 share, address anyone) public {
        (uint256 collateral, uint256 debt) = _openEth(account, amount, bound(share, 2_000, MAX_SHARE));
        uint256 bucket = _bucket(account);
        _deposit(account, ETH, 1, collateral);
        assertEq(_bucket(account), bucket, "shows its liquidation too early");
        uint256 expected = ReferenceBuckets.bucketOf(_priceOf(ETH, 1), 1e30, engine.health(account));
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.Touch(account, expected);
        vm.prank(anyone);
        assertEq(engine.touch(account), expected);
        assertTrue(LiquidationBuckets.isSafer(expected, bucket) && expected != bucket);
        assertApproxEqAbs(_debts()[expected], debt, UNIT);
        assertEq(_debts()[bucket], 0);
    }

    function testFuzz_WithdrawalMovesTheAccountOnlyIfItIsRiskier(uint256 amount, uint256 part) public {
        (uint256 collateral,) = _openEth(account, amount, 4_000);
        uint256 bucket = _bucket(account);
        vm.startPrank(alice);
        engine.withdraw(account, 1, collateral / 3, alice);
        uint256 riskier = _bucket(account);
        assertTrue(LiquidationBuckets.isSafer(bucket, riskier) && bucket != riskier, "earlier");
        vm.stopPrank();
        _deposit(account, ETH, 1, collateral);
        vm.prank(alice);
        engine.withdraw(account, 1, bound(part, 1, collateral / 2), alice);
        assertEq(_bucket(account), riskier, "still safer than its bucket says");
    }

    function testFuzz_TouchOfAnAccountWithoutDebtDoesNothing(uint256 amount, address anyone) public {
        _deposit(account, ETH, 1, _boundAmount(ETH, 1, amount));
        AccountWord before = EngineSlots.accountWord(address(engine), account);
        _setPrice(ETH, 1, 0);
        vm.prank(anyone);
        assertEq(engine.touch(account), 0);
        assertEq(engine.touch(other), 0);
        assertEq(
            AccountWord.unwrap(EngineSlots.accountWord(address(engine), account)), AccountWord.unwrap(before), "same"
        );
    }

    function testFuzz_RevertWhen_TheTouchedAccountHasNoPrice(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        _setPrice(ETH, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, 1));
        engine.touch(account);
    }

    /// @dev Interest brings liquidation nearer: a touch shows it.
    function testFuzz_TouchFollowsInterest(uint256 amount, uint256 time) public {
        _openEth(account, amount, 8_000);
        uint256 bucket = _bucket(account);
        _skip(bound(time, 3 * 365 days, 6 * 365 days));
        uint256 moved = engine.touch(account);
        assertTrue(LiquidationBuckets.isSafer(bucket, moved), "earlier");
    }

    /* LIQUIDATION */

    function testFuzz_LiquidationLowersTheSum(uint256 amount, uint256 fall) public {
        (, uint256 debt) = _openUnhealthyEth(account, amount, fall);
        uint256 bucket = _bucket(account);
        (uint256 repaid,) = _liquidate(account, 1, 0, type(uint256).max);
        assertApproxEqAbs(_debts()[bucket], debt - repaid, UNIT + 1);
        assertEq(_sum(_debts()), _debts()[bucket]);
    }

    function testFuzz_WriteOffEmptiesTheMap(uint256 amount, uint256 fall) public {
        _openEth(account, amount, MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 100, 7_000) / 10_000);
        _liquidate(account, 1, 0, type(uint256).max);
        assertEq(_sum(_debts()), 0);
    }

    function testFuzz_ManyAccountsAddUp(uint256 amount, uint256 share, uint256 second) public {
        (, uint256 a) = _openEth(account, amount, share);
        (, uint256 b) = _openEth(other, second, share);
        assertApproxEqAbs(_sum(_debts()), a + b, 2 * UNIT);
        _repayAll(account, 0);
        assertApproxEqAbs(_sum(_debts()), b, UNIT);
    }

    /* SEVERAL LEGS */

    /// @dev The second debt is spilled: the map does not show it, the sum of its reserve does.
    function testFuzz_DebtBeyondThePrimaryIsUnmapped(uint256 amount, uint256 share) public {
        (, uint256 debt) = _open(account, CROSS, 1, 0, amount, bound(share, 1_000, 4_000));
        uint256 second = _debtFor(CROSS, 0, 2, debt, 4_000);
        _borrow(account, CROSS, 2, second);
        assertApproxEqAbs(_sum(engine.liquidationMap(CROSS, 0, 1)), debt, UNIT);
        assertEq(_sum(engine.liquidationMap(CROSS, 2, 1)), 0);
        assertEq(engine.unmappedDebt(CROSS, 0), 0);
        assertEq(engine.unmappedDebt(CROSS, 2), second);
        _repayAll(account, 2);
        assertEq(engine.unmappedDebt(CROSS, 2), 0);
    }

    /// @dev The primary collateral leaves while others stay: the account moves to the pair of the next one, priced.
    function testFuzz_PairFollowsTheCollateral(uint256 amount) public {
        (uint256 held, uint256 debt) = _open(account, CROSS, 1, 0, amount, 3_000);
        _deposit(account, CROSS, 2, _tokens(wbtc, held * 3_000, WBTC_PRICE));
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, alice);
        assertEq(_sum(engine.liquidationMap(CROSS, 0, 1)), 0);
        uint256 bucket = ReferenceBuckets.bucketOf(60_000e28, 1e30, engine.health(account));
        assertApproxEqAbs(engine.liquidationMap(CROSS, 0, 2)[bucket], debt, UNIT);
        assertEq(_bucket(account), bucket);
    }

    /// @dev A deposit brings the primary collateral back, without a price: in that pair the bucket is unknown until a touch.
    function testFuzz_AnotherPairWithoutAPriceIsUnknown(uint256 amount) public {
        (uint256 held, uint256 debt) = _open(account, CROSS, 1, 0, amount, 3_000);
        _deposit(account, CROSS, 2, _tokens(wbtc, held * 3_000, WBTC_PRICE));
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, alice);
        _deposit(account, CROSS, 1, held);
        assertEq(_bucket(account), 0);
        assertEq(_sum(engine.liquidationMap(CROSS, 0, 2)), 0);
        assertApproxEqAbs(engine.liquidationMap(CROSS, 0, 1)[0], debt, UNIT);
        uint256 bucket = engine.touch(account);
        assertGt(bucket, 0);
        assertApproxEqAbs(engine.liquidationMap(CROSS, 0, 1)[bucket], debt, UNIT);
        assertEq(engine.liquidationMap(CROSS, 0, 1)[0], 0);
    }

    /* DEBT AT RISK */

    function testFuzz_DebtAtRiskIsWhatTheFallMakesLiquidatable(uint256 amount, uint256 share, uint256 gap) public {
        (, uint256 debt) = _openEth(account, amount, share);
        gap = bound(gap, 0, 0.9e18);
        uint256 atRisk = engine.debtAtRisk(ETH, 0, 1, gap);
        (uint256 lower, uint256 upper) = _bounds(account);
        uint256 fallen = WETH_PRICE - WETH_PRICE * gap / 1e18;
        if (fallen < lower) assertApproxEqAbs(atRisk, debt, UNIT, "reached");
        if (fallen > upper + upper / 30) assertEq(atRisk, 0, "not reached");
    }

    function testFuzz_DebtAtRiskGrowsWithTheGap(uint256 seed, uint256 a, uint256 b) public {
        for (uint96 i; i < 6; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            _openEth(_account(alice, i), seed, seed >> 128);
        }
        (a, b) = (bound(a, 0, 0.9e18), bound(b, 0, 0.9e18));
        (a, b) = a < b ? (a, b) : (b, a);
        assertLe(engine.debtAtRisk(ETH, 0, 1, a), engine.debtAtRisk(ETH, 0, 1, b));
        assertLe(engine.debtAtRisk(ETH, 0, 1, b), _sum(_debts()) + 6);
    }

    /// @dev An account far under water is in bucket 0, which every gap counts.
    function testFuzz_UnderWaterIsAlwaysAtRisk(uint256 amount, uint256 fall, uint256 gap) public {
        (, uint256 debt) = _openEth(account, amount, 8_000);
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 100, 3_000) / 10_000);
        assertEq(engine.touch(account), 0);
        assertApproxEqAbs(_debts()[0], debt, UNIT);
        assertApproxEqAbs(engine.debtAtRisk(ETH, 0, 1, bound(gap, 0, 0.9e18)), debt, UNIT);
    }

    function testFuzz_RevertWhen_TheGapIsTooLarge(uint256 gap) public {
        gap = bound(gap, 0.9e18 + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, bytes32("gap"), gap, 0.9e18));
        engine.debtAtRisk(ETH, 0, 1, gap);
    }

    function testFuzz_RevertWhen_ThePairIsNotListed(uint16 market, uint8 debtAsset, uint8 collateralAsset) public {
        vm.assume(market > CROSS || debtAsset > 2 || collateralAsset > 2);
        vm.expectRevert();
        engine.liquidationMap(market, debtAsset, collateralAsset);
        vm.expectRevert();
        engine.debtAtRisk(market, debtAsset, collateralAsset, 0.1e18);
    }

    function test_RevertWhen_APriceOfThePairIsDown() public {
        _setPrice(ETH, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, 1));
        engine.debtAtRisk(ETH, 0, 1, 0.1e18);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, 1));
        engine.debtAtRisk(ETH, 1, 0, 0.1e18);
    }
}
