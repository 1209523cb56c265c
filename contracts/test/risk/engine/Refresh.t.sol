// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RiskState} from "../../../src/interfaces/IMarginEngine.sol";
import {IRiskEngine, RiskAsset, RiskRails} from "../../../src/interfaces/IRiskEngine.sol";
import {RiskMath} from "../../../src/risk/RiskMath.sol";
import {RiskEngineTest} from "./RiskEngineTest.sol";

/// @notice What one refresh writes.
contract RefreshTest is RiskEngineTest {
    /* VOLATILITY MARGIN */

    /// @notice The target is the formula inside the rails, for the initial margin at once.
    function testFuzz_TightensAtOnceForTheInitialMargin(uint64 volatility, uint32 horizon, uint32 latency, uint32 told)
        public
    {
        RiskRails memory rails = _rails(1);
        rails.latency = uint32(bound(latency, 0, 1 days));
        uint256 late = bound(told, 0, 1 days); // what the oracle tells counts when it is longer
        oracle.setLatency(CROSS, 1, late);
        if (late < rails.latency) late = rails.latency;
        _setRails(CROSS, 1, rails);
        horizon = uint32(bound(horizon, 1 minutes, 1 days));
        vm.prank(admin);
        risks.setHorizon(CROSS, horizon);
        uint256 sigma = bound(volatility, 0.75e18, 15e18);
        volatilities.setVolatility(address(weth), sigma);
        uint256 v = RiskMath.volatilityMargin(sigma, uint256(horizon) + late, 7e18, 0.03e18);
        uint256 expected = (v + 1e14 - 1) / 1e14;
        if (expected > 4_000) expected = 4_000;
        assertEq(risks.volatilityMargin(CROSS, 1), expected);
        RiskState memory before = engine.risk(CROSS, 1);
        risks.refresh(CROSS, 1);

        RiskState memory r = engine.risk(CROSS, 1);
        if (expected >= 500) {
            assertEq(r.initialMargin, expected * 1e14, "122: at once");
            assertEq(r.maintenanceMargin, before.maintenanceMargin, "123: not at all in this block");
        }
        assertEq(r.penalty, before.penalty, "the penalty is governance's");
        _skip(1 hours);
        uint256 least = expected >= 600 ? 0.01e18 : 0;
        assertApproxEqAbs(engine.risk(CROSS, 1).maintenanceMargin, before.maintenanceMargin + least, 0.01e18, "122");
    }

    /// @notice 122: between the rails, and never smaller for more volatility.
    function testFuzz_MarginIsMonotoneInsideTheRails(uint64 lower, uint64 higher) public {
        lower = uint64(bound(lower, 0, higher));
        volatilities.setVolatility(address(weth), lower);
        uint256 first = risks.volatilityMargin(CROSS, 1);
        volatilities.setVolatility(address(weth), higher);
        uint256 second = risks.volatilityMargin(CROSS, 1);
        assertLe(first, second, "122: monotone");
        assertGe(first, 300, "122: rails");
        assertLe(second, 4_000, "122: rails");
    }

    /// @notice A looser margin waits for a day after stress, then glides.
    function test_LoosensADayAfterStress() public {
        volatilities.setVolatility(address(weth), 2.5e18);
        risks.refresh(CROSS, 1);
        uint256 tight = _targetOf(CROSS, 1);
        assertFalse(risks.mayLoosen(CROSS));
        volatilities.setVolatility(address(weth), 0.5e18);
        for (uint256 i; i < 29; ++i) {
            _wait(1 hours);
            risks.refresh(CROSS, 1);
            assertEq(_targetOf(CROSS, 1), tight, "122: six hours clean and a day");
        }
        _wait(2 hours);
        risks.refresh(CROSS, 1);
        assertEq(_targetOf(CROSS, 1), risks.volatilityMargin(CROSS, 1));
        uint256 v = engine.risk(CROSS, 1).initialMargin;
        _wait(1 hours);
        risks.refresh(CROSS, 1);
        assertApproxEqAbs(engine.risk(CROSS, 1).initialMargin, v - 0.01e18, 1e14, "122: a point an hour");
    }

    /* DEPTH */

    /// @notice Whole for the caps, a step for the margin.
    function test_DepthGlidesAndTheCapFalls() public {
        risks.refresh(CROSS, 1);
        uint256 cap = risks.debtCap(CROSS, 1);
        uint256 before = risks.assetOf(CROSS, 1).depth;
        _wait(1 hours);
        depths.set(address(weth), 1_000_000, 1_000_000);
        risks.refresh(CROSS, 1);
        uint256 begun = before - before / 30;
        assertEq(risks.assetOf(CROSS, 1).depth, begun, "123: a thirtieth");
        assertLe(risks.debtCap(CROSS, 1), cap / 30, "caps at once");
        uint256 inForce = engine.reserve(CROSS, 1).parameters.debtCap; // in 8 bits of mantissa
        assertApproxEqRel(inForce, risks.debtCap(CROSS, 1), 0.01e18, "and in the engine");
        assertEq(risks.debtCap(CROSS, 1), uint256(1_000_000) * 10 * 1e18 / 3_000);
        assertApproxEqRel(engine.risk(CROSS, 1).depth, uint256(1e8) * 29 / 30, 0.001e18);
    }

    /// @notice A ceiling grows by a fifth a day; a dip is not a loss of it.
    function test_CapReturnsAfterADip() public {
        risks.refresh(CROSS, 1);
        uint256 cap = risks.debtCap(CROSS, 1);
        depths.set(address(weth), 6e7, 1e8);
        _wait(1 hours);
        risks.refresh(CROSS, 1);
        assertApproxEqRel(risks.debtCap(CROSS, 1), cap * 6 / 10, 0.005e18);
        depths.set(address(weth), 1e8, 1e8);
        _wait(1 hours);
        risks.refresh(CROSS, 1);
        assertGt(risks.debtCap(CROSS, 1), cap * 99 / 100);
        assertLe(risks.debtCap(CROSS, 1), cap + cap / 100, "an hour's growth");
    }

    function testFuzz_CapIsNeverAboveGovernances(uint112 most, uint64 depth) public {
        RiskRails memory rails = _rails(1);
        rails.debtCap = most;
        _setRails(CROSS, 1, rails);
        _setDepth(depth % 1e12);
        for (uint256 i; i < 5; ++i) {
            _wait(1 days);
            risks.refresh(CROSS, 1);
            assertLe(risks.debtCap(CROSS, 1), most);
        }
    }

    /* CORRELATIONS */

    /// @notice Each pair glides with the refresh of its higher index, however often either is refreshed.
    function testFuzz_CorrelationGlides(uint8 rho, uint16[8] memory waits, uint8 order) public {
        volatilities.setCorrelation(address(weth), address(wbtc), rho, false);
        uint256 unit = 4_000 * 27 / 100;
        uint256 usable = rho > 52 ? rho - 52 : 0;
        if (usable > 153) usable = 153;
        uint256 start = block.timestamp;
        uint256 last;
        for (uint256 i; i < 8; ++i) {
            _wait(waits[i] % 7_200);
            for (uint256 j; j < 3; ++j) {
                risks.refresh(CROSS, (order >> (i % 8)) & 1 == 0 ? 1 : 2);
                risks.refresh(CROSS, j == 0 ? 2 : 1);
            }
            uint256 now_ = _rho();
            assertGe(now_, last);
            assertLe(now_ - last, 30 minutes / unit + 1, "123: half an hour at most at once");
            assertLe(now_, (block.timestamp - start) / unit, "122: at its pace");
            assertLe(now_, usable);
            assertEq(uint8(engine.risk(CROSS, 1).correlations >> 16), now_, "both sides of the pair");
            last = now_;
        }
    }

    function test_FrequentRefreshesDoNotStopTheGlide() public {
        volatilities.setCorrelation(address(weth), address(wbtc), 255, false);
        for (uint256 i; i < 400; ++i) {
            _wait(12);
            risks.refresh(CROSS, 2);
        }
        assertEq(_rho(), uint256(4_800) / 1_080);
    }

    /// @notice A pair whose correlations part loses its hedge credit, at the pace of the glide.
    function test_PartingPairsLoseTheirCredit() public {
        volatilities.setCorrelation(address(weth), address(wbtc), 255, false);
        for (uint256 i; i < 40; ++i) {
            _wait(30 minutes);
            risks.refresh(CROSS, 2);
        }
        uint256 held = _rho();
        assertGt(held, 30);
        volatilities.setCorrelation(address(weth), address(wbtc), 255, true);
        _wait(30 minutes);
        risks.refresh(CROSS, 2);
        assertGe(_rho() + 2, held, "123: not at once");
        for (uint256 i; i < 120; ++i) {
            _wait(30 minutes);
            risks.refresh(CROSS, 2);
        }
        assertEq(_rho(), 0);
    }

    /// @notice A lower cap of the margin makes the glide faster only as the margin itself has come down.
    function test_ALowerCapDoesNotHurryTheGlide() public {
        volatilities.setCorrelation(address(weth), address(wbtc), 255, false);
        for (uint256 i; i < 40; ++i) {
            _wait(30 minutes);
            risks.refresh(CROSS, 2);
        }
        volatilities.setVolatility(address(wbtc), 10e18);
        risks.refresh(CROSS, 2);
        _wait(40 hours);
        assertEq(engine.risk(CROSS, 2).maintenanceMargin, 0.4e18);
        RiskRails memory rails = _rails(2);
        (rails.marginFloor, rails.marginCap) = (50, 50);
        _setRails(CROSS, 2, rails);
        volatilities.setCorrelation(address(weth), address(wbtc), 0, false);
        uint256 held = _rho();
        risks.refresh(CROSS, 2);
        assertGe(_rho() + 30 minutes / uint256(1_080) + 1, held, "123: at the pace of the margin in force");
    }

    /* TWICE, AND TOGETHER */

    function testFuzz_TwiceInABlockIsOnce(uint64 sigma, uint40 depth, uint8 rho, uint16 wait, bool part) public {
        volatilities.setVolatility(address(wbtc), sigma);
        depths.set(address(wbtc), depth, 1e8);
        volatilities.setCorrelation(address(weth), address(wbtc), rho, part);
        _wait(wait);
        risks.refresh(CROSS, 2);
        bytes memory once = abi.encode(engine.risk(CROSS, 2), risks.assetOf(CROSS, 2));
        risks.refresh(CROSS, 2);
        assertEq(abi.encode(engine.risk(CROSS, 2), risks.assetOf(CROSS, 2)), once, "125: nothing passes in a block");
    }

    function testFuzz_AnyoneRefreshesWithTheSameResult(address a, address b, uint64 sigma) public {
        vm.assume(a != address(vm) && b != address(vm));
        volatilities.setVolatility(address(weth), sigma);
        uint256 state = vm.snapshotState();
        vm.prank(a);
        risks.refresh(ETH, 1);
        bytes memory first = abi.encode(engine.risk(ETH, 1), risks.assetOf(ETH, 1));
        vm.revertToState(state);
        vm.prank(b);
        risks.refresh(ETH, 1);
        assertEq(abi.encode(engine.risk(ETH, 1), risks.assetOf(ETH, 1)), first, "124: whoever calls");
    }

    function test_EmitsEverything() public {
        _wait(1 hours);
        uint256 snapshot = vm.snapshotState();
        risks.refresh(CROSS, 2);
        RiskAsset memory a = risks.assetOf(CROSS, 2);
        uint256 margin = _targetOf(CROSS, 2);
        vm.revertToState(snapshot);
        vm.expectEmit(address(risks));
        emit IRiskEngine.Refresh(CROSS, 2, bob, 0.7e18, margin, a.depth, 0, a.debtCap, a.debtCeiling);
        vm.prank(bob);
        risks.refresh(CROSS, 2);
    }

    function test_Gas() public {
        volatilities.setCorrelation(address(weth), address(wbtc), 200, false);
        _wait(1 hours);
        address[4] memory cold = [address(risks), address(engine), address(oracle), address(volatilities)];
        for (uint256 i; i < 4; ++i) {
            vm.cool(cold[i]);
        }
        uint256 before = gasleft();
        risks.refresh(CROSS, 2);
        emit log_named_uint("refresh, third asset of three", before - gasleft());
    }

    function _rho() private view returns (uint256) {
        return uint8(engine.risk(CROSS, 2).correlations >> 8);
    }
}
