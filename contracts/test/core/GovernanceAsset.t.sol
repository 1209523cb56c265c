// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    Health,
    ReserveParameters,
    ReserveState,
    RiskParameters,
    RiskState
} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice Parameters of a reserve and of the risk of an asset.
contract GovernanceAssetTest is CoreTest {
    /// @dev 2^64 units of the liquidation map, 2^13 each: a thousandth of the least debt at listing.
    uint256 internal constant MAX_USDC_CAP = 2 ** 77 - 1;

    function _out(bytes32 name, uint256 actual, uint256 bound_) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, name, actual, bound_);
    }

    function _inside(ReserveParameters memory p) internal pure returns (ReserveParameters memory) {
        p.debtCap = uint128(bound(p.debtCap, 0, MAX_USDC_CAP));
        p.supplyCap = uint128(bound(p.supplyCap, 0, type(uint112).max));
        p.minDebt = uint128(bound(p.minDebt, 1, type(uint112).max));
        p.feeShare = uint8(bound(p.feeShare, 0, 64));
        p.ratePremium = uint16(bound(p.ratePremium, 0, 1_000));
        return p;
    }

    function _inside(RiskParameters memory p) internal pure returns (RiskParameters memory) {
        p.volatilityMargin = uint16(bound(p.volatilityMargin, 50, 5_500));
        p.penalty = uint16(bound(p.penalty, 10, 1_000));
        uint256 row;
        for (uint256 i; i < 3; ++i) {
            row |= (uint256(uint8(p.correlations >> (8 * i))) % 154) << (8 * i);
        }
        p.correlations = uint128(row);
        return p;
    }

    /// @dev Row with a zero for the asset itself.
    function _withoutSelf(uint128 row, uint8 asset) internal pure returns (uint128) {
        return row & ~(uint128(255) << (8 * asset));
    }

    /* RESERVE */

    function testFuzz_ReserveParametersAreKeptAsDocumented(ReserveParameters memory p) public {
        p = _inside(p);
        _setReserve(ETH, 0, p);
        ReserveParameters memory kept = _reserve(ETH, 0).parameters;
        assertLe(kept.debtCap, p.debtCap);
        assertGe(kept.debtCap + p.debtCap / 128, p.debtCap, "down to 8 bits");
        assertLe(kept.supplyCap, p.supplyCap);
        assertGe(kept.supplyCap + p.supplyCap / 128, p.supplyCap, "down to 8 bits");
        assertGe(kept.minDebt, p.minDebt, "up to a power of two");
        assertLt(kept.minDebt, 2 * uint256(p.minDebt));
        assertEq(kept.minDebt & (kept.minDebt - 1), 0);
        assertEq(kept.feeShare, p.feeShare);
        assertEq(kept.ratePremium, p.ratePremium);
        assertEq(kept.collateralEnabled, p.collateralEnabled);
        assertEq(kept.borrowEnabled, p.borrowEnabled);
    }

    /// @dev Property 16/110: the old parameters hold until the moment of the change.
    function testFuzz_ReserveParametersAccrueFirst(ReserveParameters memory p, uint256 time) public {
        _openEth(account, 1e22, MAX_SHARE);
        p = _inside(p);
        _skip(bound(time, 1, 365 days));
        ReserveState memory before = _reserve(ETH, 0);
        _setReserve(ETH, 0, p);
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(current.index, before.index);
        assertEq(current.debt, before.debt);
        assertEq(current.fees, before.fees);
        assertEq(current.cash, before.cash);
        assertEq(current.supplyShares, before.supplyShares);
        assertEq(current.token, before.token);
    }

    function testFuzz_RevertWhen_AReserveParameterIsOutside(ReserveParameters memory p, uint128 v, uint256 side)
        public
    {
        p = _inside(p);
        bytes memory reason;
        side %= 6;
        uint128 large = uint128(bound(v, uint256(type(uint112).max) + 1, type(uint128).max));
        if (side == 0) (p.debtCap, reason) = (large, _out("debtCap", large, MAX_USDC_CAP));
        if (side == 1) (p.supplyCap, reason) = (large, _out("supplyCap", large, type(uint112).max));
        if (side == 2) (p.minDebt, reason) = (large, _out("minDebt", large, type(uint112).max));
        if (side == 3) (p.minDebt, reason) = (0, _out("minDebt", 0, 1));
        if (side == 4) {
            p.feeShare = uint8(bound(v, 65, 255));
            reason = _out("feeShare", p.feeShare, 64);
        }
        if (side == 5) {
            p.ratePremium = uint16(bound(v, 1_001, type(uint16).max));
            reason = _out("ratePremium", p.ratePremium, 1_000);
        }
        vm.prank(admin);
        vm.expectRevert(reason);
        engine.setReserveParameters(ETH, 0, p);
    }

    /// @dev Property 18: a cap below what is there stops more, and nothing else.
    function testFuzz_CapsBelowTheStateStopOnlyIncreases(uint256 amount, uint256 share) public {
        (, uint256 debt) = _openEth(account, amount, bound(share, 1_000, 4_000));
        ReserveParameters memory p = _reserve(ETH, 0).parameters;
        (p.debtCap, p.supplyCap) = (0, 0);
        _setReserve(ETH, 0, p);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.DebtCapExceeded.selector, debt + 1, 0));
        engine.borrow(account, ETH, 0, 1, alice);
        _fund(alice, usdc, address(engine), debt);
        vm.prank(alice);
        engine.repay(account, 0, debt / 4);
        vm.prank(lender);
        engine.redeem(_account(lender, 0), ETH, 0, 1e12, lender);
    }

    /* RISK */

    function testFuzz_RiskParametersAreKept(uint8 asset, RiskParameters memory p) public {
        asset = uint8(bound(asset, 0, 2));
        p = _inside(p);
        p.correlations = _withoutSelf(p.correlations, asset);
        vm.prank(admin);
        engine.setRiskParameters(CROSS, asset, p);
        RiskState memory r = engine.risk(CROSS, asset);
        assertEq(r.targetMargin, uint256(p.volatilityMargin) * 1e14);
        assertEq(r.penalty, uint256(p.penalty) * 1e14);
        assertLe(r.depth, p.depth);
        assertEq(r.correlations, p.correlations);
    }

    /// @dev The matrix is symmetric after every change, with zeros on its diagonal and outside the market.
    function testFuzz_CorrelationsStaySymmetric(RiskParameters[6] memory changes, uint256 seed) public {
        for (uint256 k; k < 6; ++k) {
            uint8 asset = uint8((seed >> (8 * k)) % 3);
            RiskParameters memory p = _inside(changes[k]);
            p.correlations = _withoutSelf(p.correlations, asset);
            vm.prank(admin);
            engine.setRiskParameters(CROSS, asset, p);
        }
        for (uint8 i; i < 3; ++i) {
            uint128 row = engine.risk(CROSS, i).correlations;
            assertEq(uint8(row >> (8 * i)), 0, "diagonal");
            assertEq(row >> 24, 0, "outside");
            for (uint8 j; j < 3; ++j) {
                assertEq(uint8(row >> (8 * j)), uint8(engine.risk(CROSS, j).correlations >> (8 * i)), "symmetric");
            }
        }
        assertEq(engine.risk(ETH, 1).correlations, 0, "another market");
    }

    function testFuzz_RevertWhen_ARiskParameterIsOutside(RiskParameters memory p, uint16 v, uint256 side) public {
        p = _inside(p);
        p.correlations = 0;
        bytes memory reason;
        side %= 4;
        uint16 value;
        if (side == 0) (value, reason) = (uint16(bound(v, 0, 49)), "");
        if (side == 1) (value, reason) = (uint16(bound(v, 5_501, type(uint16).max)), "");
        if (side < 2) (p.volatilityMargin, reason) = (value, _out("volatilityMargin", value, side == 0 ? 50 : 5_500));
        if (side == 2) (value, reason) = (uint16(bound(v, 0, 9)), "");
        if (side == 3) (value, reason) = (uint16(bound(v, 1_001, type(uint16).max)), "");
        if (side > 1) (p.penalty, reason) = (value, _out("penalty", value, side == 2 ? 10 : 1_000));
        vm.prank(admin);
        vm.expectRevert(reason);
        engine.setRiskParameters(CROSS, 1, p);
    }

    function testFuzz_RevertWhen_ACorrelationIsOutside(uint8 asset, uint8 with, uint8 rho) public {
        asset = uint8(bound(asset, 0, 2));
        with = uint8(bound(with, 0, 15));
        bool allowed = with < 3 && with != asset;
        rho = uint8(bound(rho, allowed ? 154 : 1, 255));
        vm.prank(admin);
        vm.expectRevert(_out("correlation", rho, allowed ? 153 : 0));
        engine.setRiskParameters(CROSS, asset, RiskParameters(500, 300, 1e6, uint128(rho) << (8 * with)));
    }

    /// @dev Property 123: a change of `v` alone makes no healthy account liquidatable in its block.
    function testFuzz_TighteningLiquidatesNobodyAtOnce(uint256 amount, uint256 share, uint16 v, uint256 time) public {
        _openEth(account, amount, share);
        Health memory before = engine.health(account);
        v = uint16(bound(v, 500, 5_500));
        vm.prank(admin);
        engine.setRiskParameters(ETH, 1, RiskParameters(v, 300, 100_000_000, 0));
        assertEq(keccak256(abi.encode(engine.health(account))), keccak256(abi.encode(before)));
        assertEq(engine.risk(ETH, 1).initialMargin, uint256(v) * 1e14, "new risk at once");
        _skip(bound(time, 0, 55 hours));
        RiskState memory r = engine.risk(ETH, 1);
        assertLe(r.maintenanceMargin, 0.05e18 + 0.01e18 * (block.timestamp - 1_800_000_000) / 1 hours);
        assertLe(r.maintenanceMargin, r.initialMargin);
    }
}
