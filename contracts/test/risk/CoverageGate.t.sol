// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {IVolatilityOracle} from "../../src/interfaces/IVolatilityOracle.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Coverage} from "../../src/risk/Coverage.sol";
import {CoverageGate} from "../../src/risk/CoverageGate.sol";
import {ICoverageGate} from "../../src/risk/ICoverageGate.sol";
import {RatePremium} from "../../src/risk/RatePremium.sol";
import {CoreTest} from "../core/CoreTest.sol";
import {SettableVolatility} from "./engine/SettableSources.sol";

/// @notice Coverage from the engine's own map and depths, and the gate on new leverage.
contract CoverageGateTest is CoreTest {
    uint64 internal constant GATE_ROLE = 7;
    CoverageGate internal gate;
    SettableVolatility internal volatilities;

    function setUp() public override {
        super.setUp();
        volatilities = new SettableVolatility();
        gate = new CoverageGate(address(manager), engine, IVolatilityOracle(address(volatilities)));
        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (engine.setOpeningsClosed.selector, engine.setRatePremium.selector);
        vm.startPrank(admin);
        manager.setTargetFunctionRole(address(engine), selectors, GATE_ROLE);
        manager.grantRole(GATE_ROLE, address(gate), 0);
        vm.stopPrank();
    }

    /// @dev The premium of every reserve follows volatility and coverage at once, up and down.
    function testFuzz_PremiumsFollowVolatilityAndCoverage(uint256 amount, uint256 volatility, uint256 ratio) public {
        _openEth(account, amount, MAX_SHARE);
        _cover(bound(ratio, 0.9e18, 2e18));
        volatility = bound(volatility, 0, 6e18);
        volatilities.setVolatility(address(weth), volatility);
        (uint256 measured,) = gate.poke(ETH);
        assertEq(_reserve(ETH, 1).parameters.ratePremium, RatePremium.premium(volatility, measured), "WETH");
        assertEq(_reserve(ETH, 0).parameters.ratePremium, RatePremium.premium(0, measured), "USDC");
        volatilities.setVolatility(address(weth), 0);
        _setDepth(1e9);
        gate.poke(ETH);
        assertEq(_reserve(ETH, 1).parameters.ratePremium, 0, "and down again");
    }

    /// @dev Depth at which the shock of WETH in market ETH has about this coverage [wad].
    function _cover(uint256 ratio) internal {
        Coverage memory c = gate.shockOf(ETH, 1, false);
        _setDepth(c.atRisk * ratio / 1e18 / 24 / 1e18 + 1);
    }

    function _setDepth(uint256 depth) internal {
        vm.prank(admin);
        engine.setRiskParameters(ETH, 1, RiskParameters(500, 300, uint64(depth), 0));
    }

    /* COVERAGE */

    function testFuzz_WithoutDebtEverythingIsCovered(uint256 amount) public {
        _deposit(account, ETH, 1, _boundAmount(ETH, 1, amount));
        assertEq(gate.coverageOf(ETH).ratio, type(uint256).max);
    }

    /// @dev What the market bears now counts, not the depth that still glides down to it.
    function testFuzz_ThrottleFallsAtOnceWithTheMeasuredDepth(uint64 depth, uint64 measured) public {
        _setDepth(bound(depth, 64, 1e9));
        vm.prank(admin);
        engine.setOpeningLimits(ETH, 1, bound(measured, 1, 1e9) * 20, false, false);
        (uint256 cap,,) = engine.openingLimits(ETH, 1);
        uint256 present = engine.risk(ETH, 1).depth;
        if (cap / 20 < present) present = cap / 20;
        assertEq(gate.shockOf(ETH, 1, false).throttle, 24 * present * 1e18);
    }

    /// @dev A long is hurt by the fall of its collateral and by the rise of its debt, by nothing else.
    function testFuzz_PartsOfALong(uint256 amount) public {
        (, uint256 debt) = _openEth(account, amount, MAX_SHARE);
        Coverage memory c = gate.shockOf(ETH, 1, false);
        assertEq(c.throttle, 24 * engine.risk(ETH, 1).depth * 1e18, "twice the depth, twelve times an hour");
        assertEq(c.nettable + c.insurance + c.backstop, 0);
        assertApproxEqAbs(c.atRisk, debt * 1e12, 2 ** 13 * 1e12, "within 20 %");
        assertEq(c.ratio, c.throttle * 1e18 / c.atRisk);
        assertEq(gate.shockOf(ETH, 1, true).ratio, type(uint256).max, "nobody owes WETH");
        assertEq(gate.shockOf(ETH, 0, false).ratio, type(uint256).max, "nobody holds USDC");
        assertEq(gate.shockOf(ETH, 0, true).atRisk, c.atRisk, "USDC rises");
        Coverage memory worst = gate.coverageOf(ETH);
        assertEq(worst.ratio, c.ratio, "WETH is thinner than USDC");
        assertEq(worst.asset, 1);
        assertFalse(worst.rises);
    }

    /// @dev A short of the same size: half of it can be netted against the long.
    function testFuzz_TheOppositeSideIsNettable(uint256 amount, uint256 size) public {
        (, uint256 debt) = _openEth(account, amount, MAX_SHARE);
        uint256 margin = bound(size, debt / 10, debt * 4);
        _deposit(other, ETH, 0, margin);
        uint256 short = _tokens(weth, margin * 1e12 * 8 / 10, WETH_PRICE);
        _borrow(other, ETH, 1, short);
        Coverage memory c = gate.shockOf(ETH, 1, false);
        uint256 half = short * 3_000 / 2;
        assertApproxEqRel(c.nettable, half < c.atRisk ? half : c.atRisk, 1e16);
        assertGt(gate.shockOf(ETH, 1, true).atRisk, 0, "and the short is at risk when WETH rises");
    }

    function testFuzz_FeesAreInsurance(uint256 amount, uint256 time) public {
        _openEth(account, amount, 8_000);
        _skip(bound(time, 1 days, 100 days));
        assertEq(gate.shockOf(ETH, 1, false).insurance, _reserve(ETH, 0).fees * 1e12);
    }

    /// @dev Debt beyond the primary one counts whole: it cannot be hidden from the gate.
    function testFuzz_UnmappedDebtIsAtRisk(uint256 amount) public {
        (, uint256 debt) = _open(account, CROSS, 1, 0, amount, 1_000);
        uint256 before = gate.shockOf(CROSS, 1, false).atRisk;
        uint256 second = _debtFor(CROSS, 0, 2, debt, 9_000);
        _borrow(account, CROSS, 2, second);
        uint256 value = second * 60_000e10;
        assertApproxEqAbs(gate.shockOf(CROSS, 1, false).atRisk - before, value, 1e18);
        assertApproxEqAbs(gate.shockOf(CROSS, 2, true).atRisk, value, 1e18);
    }

    function testFuzz_MoreDepthOrLessDebtNeverLowersCoverage(uint256 amount, uint64 depth, uint256 part) public {
        (, uint256 debt) = _openEth(account, amount, MAX_SHARE);
        depth = uint64(bound(depth, 1, 1e9));
        _setDepth(depth);
        uint256 before = gate.coverageOf(ETH).ratio;
        _setDepth(uint256(depth) * 2);
        assertGe(gate.coverageOf(ETH).ratio, before);
        _setDepth(depth);
        part = bound(part, 1e6, debt - 20e6);
        _fund(alice, usdc, address(engine), part);
        vm.prank(alice);
        engine.repay(account, 0, part);
        assertGe(gate.coverageOf(ETH).ratio, before);
    }

    function test_RevertWhen_APriceIsDown() public {
        _openEth(account, 1e20, 8_000);
        _setPrice(ETH, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, 1));
        gate.poke(ETH);
    }

    /* GATE */

    function testFuzz_ClosesBelowAndOpensAbove(uint256 low, uint256 high, address anyone) public {
        _openEth(account, 1e21, MAX_SHARE);
        _cover(bound(low, 0.1e18, 1.19e18));
        vm.startPrank(anyone);
        (, bool closed) = gate.poke(ETH);
        assertFalse(closed, "one poke decides nothing");
        assertEq(gate.pendingSince(ETH), block.timestamp);
        vm.stopPrank();
        _skip(1 minutes);
        (, closed) = gate.poke(ETH);
        assertTrue(closed && engine.openingsClosed(ETH), "closed");
        assertEq(gate.pendingSince(ETH), 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.OpeningsClosed.selector, ETH));
        engine.withdraw(account, 1, 1, alice);

        _cover(bound(high, 1.31e18, 10e18));
        gate.poke(ETH);
        _skip(10 minutes - 1);
        (, closed) = gate.poke(ETH);
        assertTrue(closed, "not yet");
        _skip(1);
        (, closed) = gate.poke(ETH);
        assertFalse(closed || engine.openingsClosed(ETH), "open");
    }

    /// @dev Between the two bounds nothing changes, whatever the state.
    function testFuzz_Hysteresis(uint256 between) public {
        between = bound(between, 1.21e18, 1.29e18);
        _openEth(account, 1e21, MAX_SHARE);
        _cover(between);
        for (uint256 i; i < 3; ++i) {
            (, bool open) = gate.poke(ETH);
            assertFalse(open);
            _skip(1 hours);
        }
        _cover(0.5e18);
        gate.poke(ETH);
        _skip(1 minutes);
        gate.poke(ETH);
        _cover(between);
        for (uint256 i; i < 3; ++i) {
            (, bool closed) = gate.poke(ETH);
            assertTrue(closed);
            _skip(1 hours);
        }
    }

    /// @dev Who opens, pokes and closes in one transaction decides nothing: the next poke takes it back.
    function testFuzz_AMomentaryStateIsTakenBack(uint256 time) public {
        _openEth(account, 1e21, MAX_SHARE);
        _cover(1e18);
        gate.poke(ETH);
        _cover(2e18);
        gate.poke(ETH);
        assertEq(gate.pendingSince(ETH), 0);
        _cover(1e18);
        _skip(bound(time, 1 minutes, 1 days));
        (, bool closed) = gate.poke(ETH);
        assertFalse(closed, "counts from anew");
    }

    function testFuzz_PokeEmits(uint256 ratio) public {
        _openEth(account, 1e21, MAX_SHARE);
        _cover(bound(ratio, 0.1e18, 1.19e18));
        uint256 exact = gate.coverageOf(ETH).ratio;
        vm.expectEmit(address(gate));
        emit ICoverageGate.Poke(ETH, exact, false, block.timestamp);
        (uint256 returned,) = gate.poke(ETH);
        assertEq(returned, exact);
    }

    /* PARAMETERS */

    function testFuzz_ParametersInsideTheirBounds(uint256 gap, uint256 horizon) public {
        assertEq(gate.gapOf(ETH, 1), 0.2e18);
        assertEq(gate.horizonOf(ETH), 1 hours);
        (gap, horizon) = (bound(gap, 0.005e18, 0.5e18), bound(horizon, 5 minutes, 1 days));
        vm.startPrank(admin);
        vm.expectEmit(address(gate));
        emit ICoverageGate.SetGap(ETH, 1, gap);
        gate.setGap(ETH, 1, gap);
        vm.expectEmit(address(gate));
        emit ICoverageGate.SetHorizon(ETH, horizon);
        gate.setHorizon(ETH, horizon);
        assertEq(gate.gapOf(ETH, 1), gap);
        assertEq(gate.gapOf(ETH, 0), 0.2e18);
        assertEq(gate.horizonOf(ETH), horizon);
        vm.stopPrank();
        _openEth(account, 1e21, MAX_SHARE);
        assertEq(gate.shockOf(ETH, 1, false).throttle, 2 * engine.risk(ETH, 1).depth * 1e18 * horizon / 5 minutes);
    }

    function testFuzz_RevertWhen_AParameterIsOutside(uint256 value) public {
        vm.startPrank(admin);
        uint256 low = bound(value, 0, 0.005e18 - 1);
        vm.expectRevert(_out("gap", low, 0.005e18));
        gate.setGap(ETH, 1, low);
        uint256 high = bound(value, 0.5e18 + 1, type(uint256).max);
        vm.expectRevert(_out("gap", high, 0.5e18));
        gate.setGap(ETH, 1, high);
        low = bound(value, 0, 5 minutes - 1);
        vm.expectRevert(_out("horizon", low, 5 minutes));
        gate.setHorizon(ETH, low);
        high = bound(value, 1 days + 1, type(uint256).max);
        vm.expectRevert(_out("horizon", high, 1 days));
        gate.setHorizon(ETH, high);
    }

    function _out(bytes32 name, uint256 actual, uint256 bound_) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ICoverageGate.GateParameterOutOfBounds.selector, name, actual, bound_);
    }

    function testFuzz_RevertWhen_AStrangerGoverns(address stranger) public {
        vm.assume(stranger != admin && stranger != address(manager));
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        gate.setGap(ETH, 1, 0.1e18);
        vm.expectRevert(reason);
        gate.setHorizon(ETH, 1 hours);
    }
}
