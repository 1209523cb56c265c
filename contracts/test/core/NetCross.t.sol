// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {NettingQuote} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {NettingTest} from "./NettingTest.sol";

/// @notice Netting of accounts with several legs, over all pairs of tokens with 6, 8 and 18 decimals.
contract NetCrossTest is NettingTest {
    uint8 internal constant BTC_ASSET = 2;

    /// @dev Four legs at most: U holds c and perhaps a third asset, or owes it; so does X.
    function _openPair(uint256 seed, uint8 c, uint8 d) private {
        uint8 third = 3 - c - d;
        uint256 thousand = _worth(third, 1_000e18);
        if (seed & 1 != 0) _deposit(account, CROSS, third, thousand);
        if (seed & 2 != 0) _deposit(other, CROSS, third, thousand);
        _openLegs(account, c, d, bound(seed >> 8, 20_000e18, 500_000e18), bound(seed >> 88, 7_000, 8_000));
        _openLegs(other, d, c, bound(seed >> 48, 2_000e18, 900_000e18), bound(seed >> 128, 1_000, 7_500));
        if (seed & 5 == 4) _borrow(account, CROSS, third, thousand / 2);
        if (seed & 10 == 8) _borrow(other, CROSS, third, thousand / 20);
    }

    function _openLegs(bytes32 id, uint8 long, uint8 short, uint256 value, uint256 share) private {
        uint256 held = _worth(long, value);
        _deposit(id, CROSS, long, held);
        _borrow(id, CROSS, short, _debtFor(CROSS, long, short, held, share));
    }

    function _worth(uint8 asset, uint256 value) private view returns (uint256) {
        return _tokens(_tokenOf(CROSS, asset), value, _priceOf(CROSS, asset));
    }

    function _correlate(uint256 rho) private {
        RiskParameters memory risk = _riskParameters(wbtc);
        risk.correlations = uint128(rho << 8); // WBTC with WETH
        vm.prank(admin);
        engine.setRiskParameters(CROSS, BTC_ASSET, risk);
    }

    /// @dev Moves the pair apart until U is unhealthy.
    function _part(uint8 c, uint8 d) private {
        for (uint256 i; i < 40 && _healthFactor(account) >= 1e18; ++i) {
            if (c != USD) _setPrice(CROSS, c, _priceOf(CROSS, c) * 99 / 100);
            else _setPrice(CROSS, d, _priceOf(CROSS, d) * 101 / 100);
        }
    }

    struct Totals {
        uint256[3] booked;
        uint256[3] scaled;
        uint256[3] balance;
        Health u;
        Health x;
    }

    function _totals() private view returns (Totals memory t) {
        for (uint8 i; i < 3; ++i) {
            (uint256 held,) = _positionOf(account, i, 0);
            (uint256 counterHeld,) = _positionOf(other, i, 0);
            t.booked[i] = held + counterHeld + _reserve(CROSS, i).cash;
            t.scaled[i] =
                EngineSlots.debtWord(address(engine), CROSS, i).scaledDebt() - _scaled(account, i) - _scaled(other, i);
            t.balance[i] = _tokenOf(CROSS, i).balanceOf(address(engine));
        }
        (t.u, t.x) = (engine.health(account), engine.health(other));
    }

    function testFuzz_70_AnyPairAnyLegs(uint256 seed, uint256 pair, uint256 rho, bool nettable) public {
        (uint8 c, uint8 d) = (uint8(pair % 3), uint8(pair / 3 % 2));
        if (d >= c) ++d;
        _correlate(rho % 154);
        _openPair(seed, c, d);
        _part(c, d);
        if (nettable) _setNettable(other, true);
        _mark(account);
        _skip(12 minutes + seed % 15 minutes);
        Totals memory a = _totals();
        NettingQuote memory q = engine.quoteNetting(account, other, c, d);
        if (q.reason.length != 0) return _assertRefusal(q.reason, c, d);
        engine.net(account, other, c, d, ALL);
        Totals memory b = _totals();
        assertEq(abi.encode(a.booked), abi.encode(b.booked), "70: collateral and cash, every asset");
        assertEq(abi.encode(a.scaled), abi.encode(b.scaled), "70: scaled debts, every asset");
        assertEq(abi.encode(a.balance), abi.encode(b.balance), "70: no token moves");
        if (a.u.collateral > a.u.debt) _assertHealthKept(a.u, b.u, "70: U");
        _assertHealthKept(a.x, b.x, "70: X");
        assertLe(b.x.margin, a.x.margin, "70: requirement of X");
        assertEq(engine.auction(account).startedAt == 0, b.u.collateral >= b.u.debt + b.u.margin, "auction");
    }

    /// @dev Whatever is refused is refused for a reason that this test knows.
    function _assertRefusal(bytes memory reason, uint8 c, uint8 d) private {
        bytes4 s = bytes4(reason);
        assertTrue(
            s == Errors.RequirementRaised.selector || s == Errors.HealthLowered.selector
                || s == Errors.PairLowersHealth.selector || s == Errors.ZeroAmount.selector
                || s == Errors.NotLiquidatable.selector,
            "an unknown reason"
        );
        vm.expectRevert(reason);
        engine.net(account, other, c, d, ALL);
    }

    /// @dev X is long BTC against short ETH, hedged, in a market with hardly a penalty: without the short its requirement
    /// would rise, so it is spared.
    function test_70_RevertWhen_TheRequirementOfTheCounterpartyWouldRise() public {
        _setRisk(USD, 50, 0);
        _setRisk(WETH, 2_000, 0);
        _setRisk(BTC_ASSET, 2_000, uint128(153) << 8);
        _deposit(other, CROSS, BTC_ASSET, 20e8);
        _deposit(other, CROSS, USD, 100_000e6);
        _borrow(other, CROSS, WETH, 150e18);
        _deposit(account, CROSS, WETH, 30e18);
        _borrow(account, CROSS, USD, 66_000e6);
        _setPrice(CROSS, WETH, 2_700e18);
        _setNettable(other, true);
        assertEq(bytes4(_quote().reason), Errors.RequirementRaised.selector);
    }

    function _setRisk(uint8 asset, uint16 margin, uint128 row) private {
        vm.prank(admin);
        engine.setRiskParameters(CROSS, asset, RiskParameters(margin, 10, 1_000_000_000, row));
        _skip(30 days); // the ramp
    }
}
