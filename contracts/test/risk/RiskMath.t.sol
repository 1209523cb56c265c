// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RiskMath} from "../../src/risk/RiskMath.sol";
import {Test} from "forge-std/Test.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

contract RiskMathTest is Test {
    uint256 internal constant YEAR = 365 days;

    /// @notice `v ≥ k·σ·√(τ/year)`, compared as squares without any root: the margin is never less than the formula.
    function testFuzz_MarginIsNeverBelowTheFormula(uint64 volatility, uint32 horizon, uint64 multiple) public pure {
        uint256 v = RiskMath.volatilityMargin(volatility, horizon, multiple, 0);
        assertGe(v * v * YEAR, _variance(volatility, horizon, multiple));
    }

    /// @notice And less than a part in 10^12 above it, in the range of real inputs.
    function testFuzz_MarginIsCloseToTheFormula(uint256 volatility, uint256 horizon, uint256 multiple) public pure {
        volatility = bound(volatility, 0.01e18, 5e18);
        horizon = bound(horizon, 1 minutes, 1 days);
        multiple = bound(multiple, 3e18, 20e18);
        uint256 v = RiskMath.volatilityMargin(volatility, horizon, multiple, 0);
        uint256 lower = v - v / 1e12 - 1;
        assertLt(lower * lower * YEAR, _variance(volatility, horizon, multiple));
    }

    function testFuzz_FloorHolds(uint64 volatility, uint32 horizon, uint64 multiple, uint64 floor) public pure {
        uint256 without = RiskMath.volatilityMargin(volatility, horizon, multiple, 0);
        uint256 v = RiskMath.volatilityMargin(volatility, horizon, multiple, floor);
        assertEq(v, without > floor ? without : floor);
    }

    function testFuzz_MoreRiskIsNeverLessMargin(uint64 volatility, uint32 horizon, uint64 multiple, uint32 more)
        public
        pure
    {
        uint256 v = RiskMath.volatilityMargin(volatility, horizon, multiple, 0);
        assertGe(RiskMath.volatilityMargin(uint256(volatility) + more, horizon, multiple, 0), v);
        assertGe(RiskMath.volatilityMargin(volatility, horizon, uint256(multiple) + more, 0), v);
        assertGe(RiskMath.volatilityMargin(volatility, uint256(horizon) + more, multiple, 0), v);
    }

    /// @notice Four times the horizon is twice the margin; a year of one σ is σ.
    function testFuzz_SquareRootOfTime(uint64 volatility) public pure {
        assertEq(RiskMath.volatilityMargin(volatility, YEAR, 1e18, 0), volatility);
        assertEq(RiskMath.volatilityMargin(volatility, 4 * YEAR, 1e18, 0), 2 * uint256(volatility));
    }

    /// @notice The example of the margin model: σ = 80 %, an hour, k = 7.
    function test_Example() public pure {
        uint256 v = RiskMath.volatilityMargin(0.8e18, 1 hours, 7e18, 0.05e18);
        assertApproxEqAbs(v, 0.059832e18, 0.000001e18); // 5.6 · √(3600 / 31,536,000)
        assertEq(RiskMath.toBasisUp(v), 599);
    }

    function testFuzz_BasisRoundsUp(uint128 wad) public pure {
        uint256 basis = RiskMath.toBasisUp(wad);
        assertGe(basis * 1e14, wad);
        assertLt(basis * 1e14, uint256(wad) + 1e14);
    }

    /// @notice Each byte alone is ρ − 0.2 and at most 0.6, never rounded in favour of the account.
    function testFuzz_UsableCorrelations(uint128 raw) public pure {
        uint128 usable = RiskMath.usableCorrelations(raw);
        for (uint256 i; i < 16; i++) {
            uint256 rho = uint8(raw >> (8 * i));
            uint256 used = uint8(usable >> (8 * i));
            assertLe(used * 10, 6 * 256, "cap");
            if (used > 0) assertLe(used * 10, rho * 10 - 2 * 256, "shrunk by at least 0.2");
            if (rho * 10 >= 2 * 256 + 10) {
                uint256 exact = rho * 10 - 2 * 256 > 6 * 256 ? 6 * 256 : rho * 10 - 2 * 256;
                assertGt(used * 10 + 10, exact, "by no more than rounding");
            }
        }
    }

    /// @dev (k·σ)² · τ, in wad², rounded up.
    function _variance(uint256 volatility, uint256 horizon, uint256 multiple) private pure returns (uint256) {
        uint256 spread = volatility * multiple; // in wad²
        return FixedPointMathLib.fullMulDivUp(spread, spread * horizon, 1e36);
    }
}
