// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    MarketParameters,
    ReserveParameters,
    RiskParameters,
    RiskState
} from "../../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../../src/libraries/Errors.sol";
import {Effect, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {ReserveKey} from "../World.sol";
import {AuctionActions} from "./AuctionActions.sol";

/// @notice Parameters, inside the range where `TraderActions.USABLE` is true: v ≤ 12 %, π ≤ 5 %, γ ≤ 1.5.
abstract contract GovernanceActions is AuctionActions {
    /// @dev `v` alone: it ramps, so nobody's maintenance margin moves now.
    function tuneMargin(uint256 which, uint256 margin) external {
        _called("tuneMargin");
        ReserveKey memory key = _reserveOf(which);
        RiskState memory risk = engine.risk(key.market, key.asset);
        RiskParameters memory p = _unpackRisk(risk);
        p.volatilityMargin = uint16(bound(margin, 50, 1_200));
        Snapshot memory s = _take();

        vm.prank(admin);
        engine.setRiskParameters(key.market, key.asset, p);

        _check("tuneMargin", Effect.Parameters, 0, s);
        uint256 now_ = engine.risk(key.market, key.asset).maintenanceMargin;
        assertApproxEqAbs(now_, risk.maintenanceMargin, 1e13, Spec.H5);
    }

    function tuneReserve(uint256 which, uint256 seed) external {
        _called("tuneReserve");
        ReserveKey memory key = _reserveOf(which);
        ReserveParameters memory p = _reserve(key).parameters;
        p.feeShare = uint8(seed % 65);
        p.ratePremium = uint16(seed / 65 % 200);
        uint256 dollars = bound(seed, 1_000_000e18, 1_000_000_000e18);
        p.debtCap = uint128(_worth(_tokenIndex(key.market, key.asset), dollars));
        p.supplyCap = p.debtCap;
        Snapshot memory s = _take();

        vm.prank(admin);
        engine.setReserveParameters(key.market, key.asset, p);

        _check("tuneReserve", Effect.Parameters, 0, s);
        _checkOnly(s, key.market, key.asset);
    }

    function tuneMarket(uint256 which, uint256 ratio, uint256 target) external {
        _called("tuneMarket");
        uint16 market = uint16(which % 3) + 1;
        MarketParameters memory p = engine.marketParameters(market);
        p.initialRatio = uint16(bound(ratio, 10_500, 15_000));
        p.targetHealth = uint16(bound(target, 10_100, 12_000));
        Snapshot memory s = _take();
        vm.prank(admin);
        engine.setMarketParameters(market, p);
        _check("tuneMarket", Effect.Parameters, 0, s);
    }

    /// @dev A pause lasts a few calls, not the rest of the campaign.
    function pause(uint256 which) external {
        _called("pause");
        uint16 market = uint16(which % 3) + 1;
        Snapshot memory s = _take();
        vm.startPrank(admin);
        for (uint16 other = ETH; other <= CROSS; ++other) {
            engine.setPaused(other, other == market && which % 2 == 0);
        }
        vm.stopPrank();
        _check("pause", Effect.Parameters, 0, s);
    }

    /// @notice The narrow entries of the risk engine: premium, cap, gate. The gate opens again at once, as a pause does.
    function tuneNarrowly(uint256 which, uint256 premium, uint256 cap) external {
        _called("tuneNarrowly");
        ReserveKey memory key = _reserveOf(which);
        cap = _worth(_tokenIndex(key.market, key.asset), bound(cap, 1_000_000e18, 1_000_000_000e18));
        Snapshot memory s = _take();
        vm.startPrank(admin);
        engine.setRatePremium(key.market, key.asset, uint16(premium % 1_001));
        engine.setDebtCap(key.market, key.asset, uint128(cap));
        engine.setOpeningsClosed(key.market, true);
        _tryToOpen(key.market);
        engine.setOpeningsClosed(key.market, false);
        vm.stopPrank();
        _check("tuneNarrowly", Effect.Parameters, 0, s);
        _checkOnly(s, key.market, key.asset);
    }

    /// @dev Whoever has room in this market cannot use it now.
    function _tryToOpen(uint16 market) private {
        for (uint256 i; i < accounts.length; ++i) {
            if (_marketOf(accounts[i]) != market || !_hasDebt(accounts[i]) || !_hasRoom(accounts[i])) continue;
            uint8 asset = _pick(_word(accounts[i]).collateralMask(), i);
            vm.startPrank(_ownerOf(accounts[i]));
            vm.expectRevert(abi.encodeWithSelector(Errors.OpeningsClosed.selector, market));
            engine.withdraw(accounts[i], asset, 1, treasury);
            vm.startPrank(admin);
        }
    }

    function collectFees(uint256 which) external {
        _called("collectFees");
        ReserveKey memory key = _reserveOf(which);
        Snapshot memory s = _take();
        uint256 held = tokens[_tokenIndex(key.market, key.asset)].balanceOf(treasury);
        vm.prank(admin);
        uint256 amount = engine.collectFees(key.market, key.asset, treasury);
        assertEq(tokens[_tokenIndex(key.market, key.asset)].balanceOf(treasury) - held, amount, Spec.A1);
        assertLe(amount, _feesOf(s, key), Spec.C6);
        _check("collectFees", Effect.Parameters, 0, s);
        _checkOnly(s, key.market, key.asset);
    }

    function _feesOf(Snapshot memory s, ReserveKey memory key) private view returns (uint256) {
        for (uint256 i; i < reserves.length; ++i) {
            if (reserves[i].market == key.market && reserves[i].asset == key.asset) return s.reserves[i].fees;
        }
        return 0;
    }

    function _unpackRisk(RiskState memory risk) private pure returns (RiskParameters memory p) {
        p.volatilityMargin = uint16(risk.targetMargin / 1e14);
        p.penalty = uint16(risk.penalty / 1e14);
        p.depth = uint64(risk.depth);
        p.correlations = risk.correlations;
    }
}
