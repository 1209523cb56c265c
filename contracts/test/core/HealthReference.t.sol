// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Health, RiskParameters, RiskState} from "../../src/interfaces/IMarginEngine.sol";
import {Leg, ReferenceMargin} from "../reference/ReferenceMargin.sol";
import {takeOf} from "../support/Takes.sol";
import {WideTest} from "./WideTest.sol";

/// @notice Health of the engine against the plain formula, fed from its views: storage, prices, accrual and rounding.
contract HealthReferenceTest is WideTest {
    uint256 internal constant USED = 8;

    /// @dev Random risk parameters for the first eight assets, with correlations among all of them.
    function _setRisks(uint256 seed) internal {
        for (uint8 i; i < USED; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, i)));
            uint128 row;
            for (uint256 j; j < USED; ++j) {
                if (j != i) row |= uint128((r >> (8 * j)) % 154) << uint128(8 * j);
            }
            uint64 depth = r % 7 == 0 ? 0 : uint64(10 ** (5 + r % 7));
            vm.prank(admin);
            engine.setRiskParameters(
                WIDE, i, RiskParameters(uint16(50 + r % 1_000), uint16(10 + (r >> 16) % 300), depth, row)
            );
        }
    }

    /// @dev Longs in the first `longs` assets, shorts in the next ones, within the initial margin.
    function _positions(uint256 seed, uint256 longs, uint256 shorts) internal {
        uint256 value;
        for (uint8 i; i < longs; ++i) {
            uint256 whole = 1 + uint256(keccak256(abi.encode(seed, "long", i))) % 20_000;
            value += whole;
            _deposit(account, WIDE, i, _units(i, whole));
        }
        for (uint8 i; i < shorts; ++i) {
            uint8 asset = uint8(longs + i);
            uint256 part = value * (1 + uint256(keccak256(abi.encode(seed, "short", i))) % 50) / (100 * shorts);
            if (part == 0) continue;
            vm.prank(alice);
            (bool ok,) =
                address(engine).call(abi.encodeCall(engine.borrow, (account, WIDE, asset, _units(asset, part), alice)));
            ok; // with wild parameters even half of the value may be too much: then without this leg
        }
    }

    function _expected(bool initial) internal view returns (Health memory h) {
        (, uint256[16] memory collaterals, uint256[16] memory debts) = engine.position(account);
        Leg[] memory legs = new Leg[](USED);
        uint256[][] memory rho = new uint256[][](USED);
        for (uint8 i; i < USED; ++i) {
            RiskState memory r = engine.risk(WIDE, i);
            (uint256 low, uint256 high) = (oracle.report(WIDE, i).primary, oracle.report(WIDE, i).witness);
            uint256 c = collaterals[i] * (initial ? low : high) / 1e18;
            uint256 d = Math.ceilDiv(debts[i] * (initial ? high : low), 1e18);
            (h.collateral, h.debt) = (h.collateral + c, h.debt + d);
            legs[i] = Leg(int256(c) - int256(d), initial ? r.initialMargin : r.maintenanceMargin, r.penalty, r.depth);
            rho[i] = new uint256[](USED);
            for (uint256 j; j < USED; ++j) {
                rho[i][j] = uint8(r.correlations >> (8 * j));
            }
        }
        uint256 ratio = engine.marketParameters(WIDE).initialRatio;
        h.margin = initial ? ReferenceMargin.initial(legs, rho, ratio) : ReferenceMargin.maintenance(legs, rho);
    }

    function testFuzz_HealthEqualsTheReferenceToTheWei(uint256 seed, uint256 longs, uint256 shorts, uint256 time)
        public
    {
        longs = bound(longs, 1, 5);
        shorts = bound(shorts, 0, USED - longs);
        _setRisks(seed);
        _positions(seed, longs, shorts);
        // in the middle of other ramps, with interest, and with sources that disagree
        _setRisks(~seed);
        _skip(bound(time, 0, 100 days));
        for (uint8 i; i < USED; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, "price", i)));
            uint256 low = 1e18 + r % 300e18;
            _setPrices(WIDE, i, low, low + (r >> 128) % 20e18);
        }
        assertEq(abi.encode(engine.health(account)), abi.encode(_expected(false)));
        assertEq(abi.encode(engine.initialHealth(account)), abi.encode(_expected(true)));
    }

    /// @dev Where the engine says liquidatable, the reference does, and the reverse: at the wei.
    function testFuzz_LiquidatableIsThePredicate(uint256 seed, uint256 fall) public {
        _setRisks(seed);
        _positions(seed, 3, 3);
        fall = bound(fall, 30, 110);
        for (uint8 i; i < 3; ++i) {
            _setPrice(WIDE, i, PRICE * fall / 100);
        }
        Health memory h = _expected(false);
        vm.assume(h.debt != 0);
        vm.prank(liquidator);
        (bool ok, bytes memory reason) = address(engine)
            .call(
                abi.encodeCall(
                    engine.liquidate, (account, takeOf(uint8(9), uint8(10), type(uint256).max, liquidator, ""))
                )
            );
        assertFalse(ok);
        // an asset that is not there: healthy accounts are refused before it matters
        if (h.collateral >= h.debt + h.margin) {
            assertEq(reason.length, 68);
        } else {
            assertEq(reason.length, 4);
        }
    }
}
