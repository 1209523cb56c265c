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
import {Vm} from "forge-std/Vm.sol";

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

    /// @notice A halt pauses new risk, once; who lifts the pause is the guardian.
    function test_HaltPauses() public {
        depths.set(address(weth), 3e7, 1e8);
        volatilities.setVolatility(address(weth), 3e18);
        vm.expectEmit(address(risks));
        emit IRiskEngine.Halt(CROSS, 1, true);
        risks.refresh(CROSS, 1);
        _assertRegime(Regime.Halt, REASON_DEPTH | REASON_VOLATILITY);
        assertTrue(engine.marketParameters(CROSS).paused);
        assertFalse(engine.marketParameters(ETH).paused);

        bytes32 account = _account(alice, 1);
        _supply(lender, CROSS, 0, 1e12);
        _deposit(account, CROSS, 1, 1e18);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, CROSS));
        engine.borrow(account, CROSS, 0, 100e6, alice);

        depths.set(address(weth), 1e8, 1e8);
        volatilities.setVolatility(address(weth), 0.7e18);
        for (uint256 i; i < 3; ++i) {
            _wait(7 hours);
            risks.refresh(CROSS, 1);
        }
        assertTrue(engine.marketParameters(CROSS).paused, "not lifted by itself");
        vm.prank(guardian);
        engine.setPaused(CROSS, false);
        _wait(1 hours);
        risks.refresh(CROSS, 1);
        assertFalse(engine.marketParameters(CROSS).paused, "nor paused again without a reason");
    }

    /// @notice One pause is enough while it lasts; lifted, it is not repeated for reasons that are gone.
    function test_HaltPausesForItsReasonsOnly() public {
        depths.set(address(weth), 3e7, 1e8);
        volatilities.setVolatility(address(weth), 3e18);
        risks.refresh(CROSS, 1);
        vm.recordLogs();
        _wait(10 minutes);
        risks.refresh(CROSS, 1);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], IRiskEngine.Halt.selector, "paused already");
        }
        vm.prank(guardian);
        engine.setPaused(CROSS, false);
        risks.refresh(CROSS, 1);
        assertTrue(engine.marketParameters(CROSS).paused, "the reasons are still there");

        vm.prank(guardian);
        engine.setPaused(CROSS, false);
        depths.set(address(weth), 1e8, 1e8);
        _wait(10 minutes);
        risks.refresh(CROSS, 1);
        (Regime regime,) = risks.regime(CROSS);
        assertEq(uint256(regime), uint256(Regime.Halt), "cooling");
        assertFalse(engine.marketParameters(CROSS).paused, "but not paused again");
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

    /// @notice A halt that may not pause is a halt all the same: tightening goes on.
    function test_HaltWithoutTheRole() public {
        vm.prank(admin);
        manager.revokeRole(GUARDIAN, address(risks));
        depths.set(address(weth), 3e7, 1e8);
        volatilities.setVolatility(address(weth), 3e18);
        vm.expectEmit(address(risks));
        emit IRiskEngine.Halt(CROSS, 1, false);
        risks.refresh(CROSS, 1);
        assertFalse(engine.marketParameters(CROSS).paused);
        assertEq(_targetOf(CROSS, 1), risks.volatilityMargin(CROSS, 1));
    }

    function _assertRegime(Regime regime, uint8 reasons) private view {
        (Regime actual, uint8 why) = risks.regime(CROSS);
        assertEq(uint256(actual), uint256(regime));
        assertEq(why, reasons);
    }
}
