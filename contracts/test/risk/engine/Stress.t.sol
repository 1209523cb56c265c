// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    IRiskEngine,
    REASON_COOLING,
    REASON_CORRELATION,
    REASON_DEPTH,
    REASON_PRICE,
    REASON_STALE,
    REASON_VOLATILITY,
    Regime
} from "../../../src/interfaces/IRiskEngine.sol";
import {Errors} from "../../../src/libraries/Errors.sol";
import {RiskEngineTest} from "./RiskEngineTest.sol";

/// @notice Regimes as a market lives through them.
contract StressTest is RiskEngineTest {
    function test_CalmByDefault() public {
        _refreshAll(CROSS);
        _assertRegime(Regime.Calm, 0);
        assertTrue(risks.mayLoosen(CROSS));
    }

    /// @notice Reasons of all assets count; one asset's calm is not the market's.
    function test_TheWorstAssetDecides() public {
        volatilities.setVolatility(address(weth), 1.5e18);
        depths.set(address(wbtc), 3e7, 1e8);
        vm.expectEmit(address(risks));
        emit IRiskEngine.SetRegime(CROSS, 1, Regime.Elevated, REASON_VOLATILITY, Regime.Elevated);
        risks.refresh(CROSS, 1);
        vm.expectEmit(address(risks));
        emit IRiskEngine.SetRegime(CROSS, 2, Regime.Stress, REASON_DEPTH, Regime.Stress);
        risks.refresh(CROSS, 2);
        _assertRegime(Regime.Stress, REASON_VOLATILITY | REASON_DEPTH);
        risks.refresh(CROSS, 0);
        _assertRegime(Regime.Stress, REASON_VOLATILITY | REASON_DEPTH);
        (Regime other,) = risks.regime(ETH);
        assertEq(uint256(other), 0, "another market, another regime");
    }

    function test_CoolsStepByStep() public {
        depths.set(address(weth), 3e7, 1e8);
        risks.refresh(CROSS, 1);
        depths.set(address(weth), 1e8, 1e8);
        _wait(1 hours);
        risks.refresh(CROSS, 1);
        _assertRegime(Regime.Stress, REASON_COOLING);
        _wait(6 hours);
        risks.refresh(CROSS, 1);
        _assertRegime(Regime.Elevated, REASON_COOLING);
        _wait(6 hours);
        risks.refresh(CROSS, 1);
        _assertRegime(Regime.Calm, 0);
        assertFalse(risks.mayLoosen(CROSS), "a day after stress");
        _wait(1 days);
        assertTrue(risks.mayLoosen(CROSS));
    }

    /// @notice In stress nothing loosens: neither margin nor depth nor correlation, and no cap grows.
    function testFuzz_NothingLoosensInStress(uint64 sigma, uint64 depth, uint8 rho, uint16[8] memory waits) public {
        volatilities.setCorrelation(address(weth), address(wbtc), 150, false);
        volatilities.setVolatility(address(wbtc), 2.5e18); // and remains
        _wait(1 hours);
        _refreshAll(CROSS);
        volatilities.setVolatility(address(weth), sigma % 2e18);
        volatilities.setCorrelation(address(weth), address(wbtc), rho, false);
        depths.set(address(weth), depth % 1e12, 1e8);
        for (uint256 i; i < 8; ++i) {
            uint256 v = _targetOf(CROSS, 1);
            uint256 d = risks.assetOf(CROSS, 1).depth;
            uint256 cap = risks.debtCap(CROSS, 1);
            uint128 row = engine.risk(CROSS, 2).correlations;
            _wait(waits[i] % 4 hours); // the price of neither is old
            _refreshAll(CROSS);
            assertGe(_targetOf(CROSS, 1), v, "122: margin");
            assertLe(risks.assetOf(CROSS, 1).depth, d, "122: depth");
            assertLe(risks.debtCap(CROSS, 1), cap, "cap");
            assertLe(engine.risk(CROSS, 2).correlations, row, "122: correlation");
        }
    }

    /// @notice A halt keeps new risk out of its market, and ends by rule: nobody has to lift it.
    function test_HaltClosesOpeningsForItsTime() public {
        _halt();
        _assertRegime(Regime.Halt, REASON_DEPTH | REASON_VOLATILITY);
        _assertHalted(CROSS, true);
        _assertHalted(ETH, false);

        bytes32 account = _account(alice, 1);
        _supply(lender, CROSS, 0, 1e12);
        _deposit(account, CROSS, 1, 1e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketHalted.selector, CROSS));
        engine.borrow(account, CROSS, 0, 100e6, alice);

        depths.set(address(weth), 1e8, 1e8);
        volatilities.setVolatility(address(weth), 0.7e18);
        _wait(10 minutes);
        risks.refresh(CROSS, 1);
        _assertHalted(CROSS, true); // cooling
        _wait(1 hours);
        risks.refresh(CROSS, 1);
        _assertHalted(CROSS, false);
        (Regime regime,) = risks.regime(CROSS);
        assertEq(uint256(regime), uint256(Regime.Stress), "a step at a time");
        vm.prank(alice);
        engine.borrow(account, CROSS, 0, 100e6, alice);
    }

    /// @notice The guardian's pause is another thing: the end of a halt does not lift it.
    function test_HaltAndPauseAreTwoThings() public {
        _halt();
        assertFalse(engine.marketParameters(CROSS).paused);
        vm.prank(guardian);
        engine.setPaused(CROSS, true);
        depths.set(address(weth), 1e8, 1e8);
        volatilities.setVolatility(address(weth), 0.7e18);
        risks.refresh(CROSS, 1);
        _wait(2 hours);
        risks.refresh(CROSS, 1);
        _assertHalted(CROSS, false);
        assertTrue(engine.marketParameters(CROSS).paused);
    }

    /// @notice New positions lose their hedge credit at once, open ones on the glide.
    function test_HedgeCreditOfNewRiskVanishesAtOnce() public {
        volatilities.setCorrelation(address(weth), address(wbtc), 200, false);
        for (uint256 i; i < 200; ++i) {
            _wait(30 minutes);
            _refreshAll(CROSS);
        }
        uint128 row = engine.risk(CROSS, 2).correlations;
        assertGt(row, 0);
        bytes32 account = _account(alice, 1);
        _supply(lender, CROSS, 2, 1e10);
        _deposit(account, CROSS, 1, 100e18);
        vm.prank(alice);
        engine.borrow(account, CROSS, 2, 1e8, alice);
        uint256 hedged = engine.initialHealth(account).margin;
        uint256 maintenance = engine.health(account).margin;

        volatilities.setCorrelation(address(weth), address(wbtc), 200, true);
        risks.refresh(CROSS, 2);
        (, bool halted, bool hedgeless) = engine.openingLimits(CROSS, 2);
        assertTrue(hedgeless && !halted);
        assertGt(engine.initialHealth(account).margin, hedged, "gone for new risk");
        assertGt(engine.risk(CROSS, 2).correlations, row >> 1, "gliding for open positions");
        assertApproxEqRel(engine.health(account).margin, maintenance, 0.01e18);

        volatilities.setCorrelation(address(weth), address(wbtc), 200, false);
        risks.refresh(CROSS, 2);
        (,, hedgeless) = engine.openingLimits(CROSS, 2);
        assertFalse(hedgeless, "a pair that agrees again is not stress");
    }

    /// @notice The position cap falls at once with what is measured, and rises with the depth on its glide.
    function testFuzz_PositionCapFollowsDepth(uint64 measured) public {
        _refreshAll(CROSS);
        (uint256 before,,) = engine.openingLimits(CROSS, 1);
        uint256 glided = risks.assetOf(CROSS, 1).depth / 1e6;
        measured = uint64(bound(measured, 0, 1e12));
        depths.set(address(weth), measured, measured);
        _wait(1);
        risks.refresh(CROSS, 1);
        (uint256 cap,,) = engine.openingLimits(CROSS, 1);
        uint256 inside = measured < 1_000 ? 1_000 : measured;
        if (inside < glided) {
            assertLe(cap, 20 * inside, "down at once");
            assertGe(cap, 20 * inside - 20 * inside / 32, "and no further");
        } else {
            assertLe(cap, before + before / 8, "up slowly");
        }
    }

    function test_PriceDownAndStaleSamples() public {
        _setPrice(CROSS, 2, 0);
        risks.refresh(CROSS, 2);
        _assertRegime(Regime.Stress, REASON_PRICE);
        _setPrice(CROSS, 2, WBTC_PRICE);
        _skip(7 hours); // nobody pokes
        risks.refresh(CROSS, 2);
        _assertRegime(Regime.Stress, REASON_STALE | REASON_COOLING);
    }

    function test_PartingCorrelationsShow() public {
        volatilities.setCorrelation(address(weth), address(wbtc), 200, true);
        risks.refresh(CROSS, 2);
        _assertRegime(Regime.Elevated, REASON_CORRELATION);
    }

    function _halt() private {
        depths.set(address(weth), 3e7, 1e8);
        volatilities.setVolatility(address(weth), 3e18);
        risks.refresh(CROSS, 1);
    }

    function _assertHalted(uint16 market, bool expected) private view {
        (, bool halted,) = engine.openingLimits(market, 1);
        assertEq(halted, expected);
    }

    function _assertRegime(Regime regime, uint8 reasons) private view {
        (Regime actual, uint8 why) = risks.regime(CROSS);
        assertEq(uint256(actual), uint256(regime));
        assertEq(why, reasons);
    }
}
