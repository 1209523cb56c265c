// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarketParameters} from "../../../src/interfaces/IMarginEngine.sol";
import {RiskRails} from "../../../src/interfaces/IRiskEngine.sol";
import {RiskEngineTest} from "./RiskEngineTest.sol";

/// @notice The worst block there is: margins at their cap, positions as large as they may be, fully hedged or not
/// at all, and then depth and correlations gone, everything refreshed at once.
contract WorstBlockTest is RiskEngineTest {
    uint256 internal constant DEPTH = 300_000;
    bytes32 internal account = _account(alice, 1);

    function setUp() public override {
        super.setUp();
        vm.prank(admin);
        engine.setMarketParameters(CROSS, MarketParameters(10_500, 10_100, false)); // as sharp as the engine allows
        _supply(lender, CROSS, 0, _tokens(usdc, 200_000_000e18, USDC_PRICE));
        _supply(lender, CROSS, 1, _tokens(weth, 200_000_000e18, WETH_PRICE));
        volatilities.setCorrelation(address(weth), address(wbtc), 255, false);
        for (uint8 asset; asset < 3; ++asset) {
            RiskRails memory rails = _rails(asset);
            rails.debtDepths = 1_000; // the cap shall not keep anyone from it
            _setRails(CROSS, asset, rails);
        }
        for (uint256 i; i < 3; ++i) {
            depths.set(address(_tokenOf(CROSS, uint8(i))), DEPTH, DEPTH);
        }
        volatilities.setVolatility(address(weth), 4e18);
        volatilities.setVolatility(address(wbtc), 4e18);
        for (uint256 i; i < 40; ++i) {
            _wait(1 days); // until the storm is what is usual: hedge credit counts for new positions again
            _refreshAll(CROSS);
        }
        for (uint256 i; i < 250; ++i) {
            _wait(30 minutes);
            _refreshAll(CROSS);
        }
        (, bool halted, bool hedgeless) = engine.openingLimits(CROSS, 2);
        assertFalse(halted || hedgeless);
        for (uint8 asset = 1; asset < 3; ++asset) {
            assertEq(engine.risk(CROSS, asset).maintenanceMargin, 0.4e18);
            assertApproxEqAbs(engine.risk(CROSS, asset).depth, DEPTH, DEPTH / 1_000);
        }
        assertEq(uint8(engine.risk(CROSS, 2).correlations >> 8), 153);
    }

    function testFuzz_NobodyFallsToOne(uint256 size, uint32 idle, bool hedged, bool gone) public {
        uint256 before = _openSharp(bound(size, 10_000e18, 5_900_000e18), hedged);
        _skip(idle);
        if (before < 1.05e18) return;
        before = _healthFactor(account);
        _shock(gone);
        uint256 fall = before - _healthFactor(account);
        assertLe(fall, 0.031e18, "123: the bound of RailBounds");
        if (before >= 1.05e18) assertGe(_healthFactor(account), 1e18, "123");
    }

    /// @notice The bound is of legs that all grow and all lose their hedge at once; a single account with
    /// its collateral at the cap of the impact already, as sharp accounts have it, reaches a sixth of it.
    function test_TheWorstHurts() public {
        _openSharp(5_000_000e18, true);
        _skip(30 minutes);
        uint256 before = _healthFactor(account);
        _shock(true);
        emit log_named_decimal_uint("health lost in the worst block", before - _healthFactor(account), 18);
        assertGt(before - _healthFactor(account), 0.004e18);
    }

    function _shock(bool gone) private {
        for (uint256 i; i < 3; ++i) {
            depths.set(address(_tokenOf(CROSS, uint8(i))), gone ? 0 : DEPTH / 2, DEPTH);
        }
        volatilities.setCorrelation(address(weth), address(wbtc), 0, true);
        volatilities.setVolatility(address(weth), 15e18);
        for (uint256 i; i < 3; ++i) {
            _refreshAll(CROSS);
        }
    }

    /// @dev WBTC against WETH, or USDC; collateral just enough for the initial margin, which is at health 1.05 or so.
    function _openSharp(uint256 value, bool hedged) private returns (uint256) {
        (uint8 debtAsset, uint256 price) = hedged ? (1, WETH_PRICE) : (0, USDC_PRICE);
        uint256 debt = _tokens(_tokenOf(CROSS, debtAsset), value, price);
        _deposit(account, CROSS, 2, _tokens(wbtc, value * 4, WBTC_PRICE));
        _borrow(account, CROSS, debtAsset, debt);
        for (uint256 step = value; step > value / 1_000; step /= 2) {
            for (uint256 i; i < 4; ++i) {
                uint256 part = _tokens(wbtc, step, WBTC_PRICE);
                vm.prank(alice);
                try engine.withdraw(account, 2, part, alice) {} catch {}
            }
        }
        return _healthFactor(account);
    }
}
