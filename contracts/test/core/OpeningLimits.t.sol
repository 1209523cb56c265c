// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, IMarginEngineEvents, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice What the risk engine allows to new positions: the size that depth carries, hedge credit, anything at all.
contract OpeningLimitsTest is CoreTest {
    uint128 private constant RHO = 153;

    function _limit(uint16 market, uint8 asset, uint256 cap, bool halted, bool hedgeless) private {
        vm.prank(admin);
        engine.setOpeningLimits(market, asset, cap, halted, hedgeless);
    }

    function testFuzz_LimitsTouchNothingElse(uint8 asset, uint256 cap, bool halted, bool hedgeless, bool closed)
        public
    {
        asset %= 3;
        cap = bound(cap, 1, 1e11);
        bytes32 before = keccak256(abi.encode(engine.marketParameters(CROSS), engine.marketParameters(ETH)));
        vm.prank(admin);
        engine.setOpeningsClosed(CROSS, closed);
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.SetOpeningLimits(CROSS, asset, cap, halted, hedgeless);
        _limit(CROSS, asset, cap, halted, hedgeless);

        (uint256 actual, bool isHalted, bool isHedgeless) = engine.openingLimits(CROSS, asset);
        assertLe(actual, cap);
        assertGe(actual, cap - cap / 64, "seven bits");
        assertTrue(isHalted == halted && isHedgeless == hedgeless);
        assertEq(engine.openingsClosed(CROSS), closed, "the gate of coverage is another one");
        for (uint8 other; other < 3; ++other) {
            if (other == asset) continue;
            (uint256 none, bool marketHalted, bool marketHedgeless) = engine.openingLimits(CROSS, other);
            assertEq(none, type(uint256).max);
            assertTrue(marketHalted == halted && marketHedgeless == hedgeless, "gates are the market's");
        }
        assertEq(keccak256(abi.encode(engine.marketParameters(CROSS), engine.marketParameters(ETH))), before);
        assertEq(engine.assetCount(CROSS), 3);

        vm.startPrank(admin);
        engine.setPaused(CROSS, true);
        engine.setOpeningsClosed(CROSS, !closed);
        vm.stopPrank();
        _list(CROSS, 3, _newToken("T", 18), 1e18);
        (uint256 kept, bool keptHalted, bool keptHedgeless) = engine.openingLimits(CROSS, asset);
        assertTrue(kept == actual && keptHalted == halted && keptHedgeless == hedgeless, "parameters leave them");
    }

    function test_RevertWhen_TheCapIsZero() public {
        vm.prank(admin);
        vm.expectRevert(
            abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, bytes32("positionCap"), uint256(0), uint256(1))
        );
        engine.setOpeningLimits(ETH, 1, 0, false, false);
    }

    function testFuzz_RevertWhen_Halted(uint256 amount, uint256 share) public {
        (uint256 collateral,) = _openEth(account, amount, bound(share, MIN_SHARE, 4_000));
        _limit(ETH, 1, 1e11, true, false);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketHalted.selector, ETH));
        engine.withdraw(account, 1, collateral / 10, alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketHalted.selector, ETH));
        engine.borrow(account, ETH, 0, 20e6, alice);
        vm.stopPrank();
        _repayAll(account, 0);
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, alice);
    }

    /// @notice 18: a pair may owe what the depth of both its assets carries, and not a dollar more.
    function testFuzz_CapOfAPairBoundsItsDebt(uint256 cap, bool ofDebt, uint256 over) public {
        cap = bound(cap, 1_000, 50_000_000);
        uint8 asset = ofDebt ? 0 : 1;
        _limit(ETH, asset, cap, false, false);
        (cap,,) = engine.openingLimits(ETH, asset);
        _supply(lender, ETH, 0, 5e14);
        _deposit(account, ETH, 1, 100_000e18);
        _borrow(account, ETH, 0, cap * 1e6);
        over = bound(over, 1e6, cap * 1e6);
        vm.prank(alice);
        vm.expectPartialRevert(Errors.PositionCapExceeded.selector);
        engine.borrow(account, ETH, 0, over, alice);
    }

    /// @notice Of a portfolio each leg is bounded on its own: dust of a deep asset does not carry a thin one.
    function testFuzz_CapOfALegOfAPortfolio(uint256 cap, uint256 dust) public {
        cap = bound(cap, 10_000, 1_000_000);
        _limit(CROSS, 2, cap, false, false);
        (cap,,) = engine.openingLimits(CROSS, 2);
        _supply(lender, CROSS, 0, 5e14);
        _deposit(account, CROSS, 1, bound(dust, 1e15, 1e18));
        _deposit(account, CROSS, 2, 1_000e8);
        uint256 debt = (cap + 1) * 1e6 + 1e6;
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(Errors.PositionCapExceeded.selector, CROSS, uint8(2), debt * 1e12, cap * 1e18)
        );
        engine.borrow(account, CROSS, 0, debt, alice);
        _borrow(account, CROSS, 0, cap * 1e6);
    }

    /// @notice What an account holds beyond its debt has not to be unwound.
    function test_ACapDoesNotBoundWhatIsNotOwed() public {
        _limit(ETH, 1, 10_000, false, false);
        _supply(lender, ETH, 0, 5e14);
        _deposit(account, ETH, 1, 100_000e18);
        _borrow(account, ETH, 0, 5_000e6);
        vm.prank(alice);
        engine.withdraw(account, 1, 90_000e18, alice);
    }

    /// @notice Lowered below a position, a cap stops what adds to it and nothing else.
    function testFuzz_ALoweredCapLetsPositionsShrink(uint256 part) public {
        _supply(lender, ETH, 0, 5e14);
        _deposit(account, ETH, 1, 1_000e18);
        _borrow(account, ETH, 0, 1_000_000e6);
        _limit(ETH, 1, 100_000, false, false);
        _fund(alice, usdc, address(engine), 1_000_000e6);
        vm.startPrank(alice);
        engine.repay(account, 0, bound(part, 1e6, 800_000e6));
        vm.expectPartialRevert(Errors.PositionCapExceeded.selector);
        engine.withdraw(account, 1, 1, alice);
        vm.stopPrank();
        assertGt(_healthFactor(account), 1e18);
    }

    /// @notice New risk is measured without hedge credit, open positions with theirs.
    function testFuzz_HedgelessIsForNewRiskAlone(uint256 amount, bool pair) public {
        _correlate();
        amount = bound(amount, 1e18, 1_000e18);
        _supply(lender, CROSS, 2, 1e12);
        _deposit(account, CROSS, 1, amount);
        if (!pair) _deposit(account, CROSS, 0, 100e6);
        _borrow(account, CROSS, 2, amount * 3_000 / 60_000 / 1e10 / 2);
        Health memory maintenance = engine.health(account);
        Health memory initial = engine.initialHealth(account);
        _limit(CROSS, 1, 1e11, false, true);
        assertEq(keccak256(abi.encode(engine.health(account))), keccak256(abi.encode(maintenance)), "open");
        uint256 without = engine.initialHealth(account).margin;
        assertGt(without, initial.margin, "new");
        vm.startPrank(admin);
        engine.setRiskParameters(CROSS, 2, RiskParameters(500, 300, 100_000_000, 0));
        vm.stopPrank();
        assertEq(engine.initialHealth(account).margin, without, "exactly as without correlation");
    }

    function _correlate() private {
        vm.prank(admin);
        engine.setRiskParameters(CROSS, 2, RiskParameters(500, 300, 100_000_000, RHO << 8));
    }
}
