// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopAsset, BackstopParameters, BackstopStatus} from "../../src/interfaces/IBackstopVault.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice The two marks against their formulas, written out once more.
contract MarksTest is BackstopTest {
    uint256 internal low;
    uint256 internal high;
    uint256 internal quoteLow;
    uint256 internal quoteHigh;

    /// @dev Two bounds for WETH, two for USDC [USD wad].
    function _boundPrices(uint256 a, uint256 b, uint256 c, uint256 d) internal {
        (low, high) = _sorted(bound(a, 500e18, 9_000e18), bound(b, 500e18, 9_000e18));
        (quoteLow, quoteHigh) = _sorted(bound(c, 0.9e18, 1.1e18), bound(d, 0.9e18, 1.1e18));
        _setPrices(ETH, 1, low, high);
        _setPrices(ETH, 0, quoteLow, quoteHigh);
    }

    function _sorted(uint256 a, uint256 b) private pure returns (uint256, uint256) {
        return a < b ? (a, b) : (b, a);
    }

    function testFuzz_MarksOfInventory(uint256 a, uint256 b, uint256 c, uint256 d, uint256 haircut) public {
        _withInventory();
        BackstopParameters memory p = _parameters();
        p.haircut = uint16(bound(haircut, 0, 2_000));
        _setParameters(p);
        _boundPrices(a, b, c, d);
        BackstopStatus memory s = vault.status();
        BackstopAsset memory w = s.assets[0];
        uint256 worth = w.held * low / quoteHigh / 1e12;
        assertApproxEqAbs(s.low, s.cash + worth * (10_000 - p.haircut) / 10_000, 1, "low mark");
        assertApproxEqAbs(s.high, s.cash + w.held * high / quoteLow / 1e12, 2, "high mark");
        assertApproxEqAbs(w.heldLow, worth, 1);
        assertApproxEqAbs(w.heldHigh, w.held * high / quoteLow / 1e12, 2);
        assertEq(vault.totalAssets(), s.low);
    }

    function testFuzz_MarksOfDebt(uint256 a, uint256 b, uint256 c, uint256 d) public {
        _withDebt();
        _boundPrices(a, b, c, d);
        BackstopStatus memory s = vault.status();
        uint256 most = s.assets[0].owed * high / quoteLow / 1e12;
        uint256 least = s.assets[0].owed * low / quoteHigh / 1e12;
        assertApproxEqAbs(s.owed, most, 2);
        // without recourse: what is owed beyond the collateral is not the vault's
        assertApproxEqAbs(s.low, s.cash + (s.collateral > most ? s.collateral - most : 0), 2, "low mark");
        assertApproxEqAbs(s.high, s.cash + (s.collateral > least ? s.collateral - least : 0), 2, "high mark");
    }

    /// @dev Who comes in and goes out at once, or whom a price leads to believe something, takes nothing from who stays.
    function testFuzz_UncertainPricesAreNoProfit(uint256 a, uint256 b, uint256 assets) public {
        _withInventory();
        _boundPrices(a, b, 1e18, 1e18);
        assets = bound(assets, 1e6, 10 * FIRST);
        uint256 before = vault.convertToAssets(vault.balanceOf(carol));
        uint256 shares = _put(dave, assets);
        assertLe(vault.convertToAssets(shares), assets, "dave has no more than he brought");
        assertGe(vault.convertToAssets(vault.balanceOf(carol)) + 1, before, "carol no less than she had");
    }

    /// @dev A price that is down counts nothing in the low mark, and says so.
    function testFuzz_ADownPriceCountsNothing(bool quote) public {
        _withInventory();
        _setPrice(ETH, quote ? 0 : 1, 0);
        BackstopStatus memory s = vault.status();
        assertFalse(s.pricesUp);
        assertEq(s.low, s.cash);
        assertEq(s.exitRoom, 0);
    }

    function testFuzz_ADownPriceOfADebtCountsNoEquity(bool quote) public {
        _withDebt();
        _setPrice(ETH, quote ? 0 : 1, 0);
        BackstopStatus memory s = vault.status();
        assertFalse(s.pricesUp);
        assertEq(s.low, s.cash, "what may be owed is not counted on");
        assertEq(s.high, s.cash + s.collateral);
    }
}
