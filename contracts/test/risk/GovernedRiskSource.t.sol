// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RiskState} from "../../src/interfaces/IMarginEngine.sol";
import {IRiskSource, RiskInputs} from "../../src/interfaces/IRiskSource.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {GovernedRiskSource} from "../../src/risk/GovernedRiskSource.sol";
import {RiskMath} from "../../src/risk/RiskMath.sol";
import {BaseTest} from "../support/BaseTest.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

contract GovernedRiskSourceTest is BaseTest {
    uint64 internal constant WRITER = 1;

    GovernedRiskSource internal source;

    function setUp() public override {
        super.setUp();
        source = new GovernedRiskSource(address(manager), address(engine));
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = engine.setRiskParameters.selector;
        vm.startPrank(admin);
        manager.setTargetFunctionRole(address(engine), selectors, WRITER);
        manager.grantRole(WRITER, address(source), 0);
        vm.stopPrank();
    }

    /// @notice What the engine uses is the formula, in its units, rounded up.
    function testFuzz_WritesTheEngine(uint256 volatility, uint32 horizon, uint256 multiple, uint64 penalty, uint8 rho)
        public
    {
        RiskInputs memory inputs = _inputs();
        inputs.volatility = bound(volatility, 0, 1.5e18);
        inputs.horizon = uint32(bound(horizon, 1 minutes, 6 hours));
        inputs.multiple = bound(multiple, 3e18, 12e18);
        inputs.penalty = bound(penalty, 0.001e18, 0.1e18);
        inputs.correlations = uint128(rho) << 16; // with asset 2
        vm.expectEmit(address(source));
        emit IRiskSource.SetRiskInputs(CROSS, 1, inputs);
        vm.prank(admin);
        source.setRiskInputs(CROSS, 1, inputs);
        _skip(60 days); // past the ramp

        uint256 v = RiskMath.volatilityMargin(inputs.volatility, inputs.horizon, inputs.multiple, inputs.marginFloor);
        assertEq(source.volatilityMargin(inputs), v);
        RiskState memory r = engine.risk(CROSS, 1);
        assertEq(r.maintenanceMargin, (v + 1e14 - 1) / 1e14 * 1e14, "rounded up");
        assertEq(r.penalty, (inputs.penalty + 1e14 - 1) / 1e14 * 1e14, "rounded up");
        assertLe(r.depth, inputs.depth);
        assertGe(r.depth, inputs.depth - inputs.depth / 1024);
        assertEq(r.correlations, RiskMath.usableCorrelations(inputs.correlations));
        assertEq(abi.encode(source.riskInputs(CROSS, 1)), abi.encode(inputs));
    }

    function testFuzz_RevertWhen_NotAllowed(address caller) public {
        vm.assume(caller != admin);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        source.setRiskInputs(CROSS, 1, _inputs());
    }

    /// @notice No other way into the engine's parameters than through the bounds here.
    function test_RevertWhen_GovernanceWritesTheEngineItself() public {
        vm.prank(admin);
        (bool success,) =
            address(engine).call(abi.encodeCall(engine.setRiskParameters, (CROSS, 1, _riskParameters(weth))));
        assertFalse(success);
    }

    function testFuzz_RevertWhen_Volatility(uint256 actual) public {
        RiskInputs memory inputs = _inputs();
        inputs.volatility = bound(actual, 5e18 + 1, type(uint256).max);
        _assertRefused(inputs, "volatility", inputs.volatility, 5e18);
    }

    function testFuzz_RevertWhen_Horizon(uint32 actual) public {
        vm.assume(actual < 1 minutes || actual > 1 days);
        RiskInputs memory inputs = _inputs();
        inputs.horizon = actual;
        _assertRefused(inputs, "horizon", actual, actual < 1 minutes ? 1 minutes : 1 days);
    }

    function testFuzz_RevertWhen_Multiple(uint256 actual) public {
        vm.assume(actual < 3e18 || actual > 20e18);
        RiskInputs memory inputs = _inputs();
        inputs.multiple = actual;
        _assertRefused(inputs, "multiple", actual, actual < 3e18 ? 3e18 : 20e18);
    }

    function testFuzz_RevertWhen_MarginFloor(uint256 actual) public {
        vm.assume(actual < 0.005e18 || actual > 0.5e18);
        RiskInputs memory inputs = _inputs();
        inputs.marginFloor = actual;
        _assertRefused(inputs, "marginFloor", actual, actual < 0.005e18 ? 0.005e18 : 0.5e18);
    }

    function testFuzz_RevertWhen_Penalty(uint256 actual) public {
        vm.assume(actual < 0.001e18 || actual > 0.1e18);
        RiskInputs memory inputs = _inputs();
        inputs.penalty = actual;
        _assertRefused(inputs, "penalty", actual, actual < 0.001e18 ? 0.001e18 : 0.1e18);
    }

    function testFuzz_RevertWhen_Depth(uint64 actual) public {
        RiskInputs memory inputs = _inputs();
        inputs.depth = uint64(bound(actual, 1e12 + 1, type(uint64).max));
        _assertRefused(inputs, "depth", inputs.depth, 1e12);
    }

    function testFuzz_RevertWhen_TheResultIsTooHigh(uint256 volatility) public {
        RiskInputs memory inputs = _inputs();
        inputs.volatility = bound(volatility, 2e18, 5e18);
        (inputs.horizon, inputs.multiple) = (1 days, 10e18);
        _assertRefused(inputs, "volatilityMargin", source.volatilityMargin(inputs), 0.6e18);
    }

    function testFuzz_RevertWhen_AssetIsNotListed(uint8 asset) public {
        asset = uint8(bound(asset, 3, 15));
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, CROSS, asset));
        source.setRiskInputs(CROSS, asset, _inputs());
    }

    function _assertRefused(RiskInputs memory inputs, bytes32 name, uint256 actual, uint256 bound_) private {
        bytes memory refusal = abi.encodeWithSelector(IRiskSource.RiskInputOutOfBounds.selector, name, actual, bound_);
        vm.prank(admin);
        vm.expectRevert(refusal);
        source.setRiskInputs(CROSS, 1, inputs);
    }

    /// @notice Ether on an ordinary day.
    function _inputs() private pure returns (RiskInputs memory) {
        return RiskInputs({
            volatility: 0.7e18,
            horizon: 1 hours,
            multiple: 7e18,
            marginFloor: 0.05e18,
            penalty: 0.03e18,
            depth: 20_000_000,
            correlations: 0
        });
    }
}
