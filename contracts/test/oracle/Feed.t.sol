// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReport, PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {OracleTest} from "./OracleTest.sol";

/// @notice The primary source alone, on Chainlink's own contracts.
contract FeedTest is OracleTest {
    uint8 internal constant ASSET = 5;

    function testFuzz_PriceIsUsdPerTokenUnitInEveryDecimals(uint8 tokenDecimals, uint8 feedDecimals, uint64 cents)
        public
    {
        tokenDecimals = uint8(bound(tokenDecimals, 6, 18));
        feedDecimals = uint8(bound(feedDecimals, 6, 18));
        uint256 wad = bound(cents, 1, 1e8) * 1e16; // one cent to a million dollars
        _list(tokenDecimals, feedDecimals, wad);

        (uint256 low, uint256 high) = _opening(ASSET);
        assertEq(low, wad * 10 ** (18 - tokenDecimals), "raw price");
        assertEq(high, low, "one source, one price");
        assertEq(10 ** tokenDecimals * low / 1e18, wad, "value of one whole token");
        assertEq(oracle.maintenancePrices(MARKET, uint16(1 << ASSET))[ASSET], low << 128 | high, "liquidation price");
        PriceReport memory r = oracle.report(MARKET, ASSET);
        assertEq(uint8(r.status), uint8(PriceStatus.Ok));
        assertEq(r.primary, wad);
        assertEq(r.mid, wad);
        assertEq(r.witness + r.deviation + r.maxDeviation, 0, "no witness");
        assertEq(r.updatedAt, block.timestamp);
        assertEq(r.staleAfter, block.timestamp + 1 days);
    }

    function testFuzz_FollowsTheFeed(uint256 answer) public {
        answer = bound(answer, 34e8, 270_000e8);
        Chainlink.publish(wethFeed, int256(answer));
        (uint256 low,) = _opening(WETH);
        assertEq(low, answer * 1e10);
    }

    function testFuzz_StaleExactlyAfterTheHeartbeat(uint32 wait) public {
        uint256 published = block.timestamp;
        skip(bound(wait, 0, 10 days));
        bool stale = block.timestamp > published + 1 days;
        (uint256 low,) = _opening(WETH);
        assertEq(low, stale ? 0 : 3_000e18);
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(r.status == PriceStatus.Down, stale);
        assertEq(r.updatedAt, published, "a stale answer still shows its age");
        assertEq(r.staleAfter, published + 1 days);
        assertEq(r.primary, low, "18 decimals: raw and wad agree");
        assertEq(r.mid, low);
    }

    function test_StaleIsCuredByTheNextAnswer() public {
        skip(1 days + 1);
        (uint256 low,) = _opening(WETH);
        assertEq(low, 0);
        Chainlink.publish(wethFeed, 2_900e8);
        (low,) = _opening(WETH);
        assertEq(low, 2_900e18);
    }

    function testFuzz_OutsideTheBoundsIsDown(uint256 answer) public {
        // bounds kept to 17 bits: inside by at most 2^-16
        answer = bound(answer, 1, 1e30);
        Chainlink.publish(wethFeed, int256(answer));
        (uint256 low,) = _opening(WETH);
        if (answer < 30e8 || answer > 300_000e8) assertEq(low, 0, "outside");
        else if (answer >= 30.001e8 && answer <= 299_995e8) assertEq(low, answer * 1e10, "inside");
        else assertTrue(low == 0 || low == answer * 1e10, "in the rounding of a bound");
    }

    function testFuzz_NotPositiveIsDown(int256 answer) public {
        answer = bound(answer, type(int256).min, 0);
        Chainlink.publish(wethFeed, answer);
        _assertDown(WETH);
    }

    /// @notice The proxy is pointed at an aggregator in another unit, as in the ratio-feed accidents.
    function testFuzz_AnotherUnitBehindTheProxyIsDown(uint8 decimals) public {
        decimals = uint8(bound(decimals, 11, 30));
        Chainlink.replaceAggregator(wethFeed, Chainlink.deployAggregator(decimals, int256(3_000 * 10 ** decimals)));
        _assertDown(WETH);
    }

    function test_ANewAggregatorBehindTheProxyIsFollowed() public {
        Chainlink.replaceAggregator(wethFeed, Chainlink.deployAggregator(8, 3_100e8));
        (uint256 low,) = _opening(WETH);
        assertEq(low, 3_100e18);
    }

    function test_OneDownAssetLeavesTheOthersAlone() public {
        skip(1 days + 1);
        Chainlink.publish(usdcFeed, 1e8);
        uint256[16] memory words = oracle.openingPrices(MARKET, 3);
        assertEq(words[WETH], 0);
        assertEq(words[USDC], 1e30 << 128 | 1e30);
    }

    function testFuzz_OnlyWantedAssetsAreFilled(uint16 mask) public view {
        uint256[16] memory opening = oracle.openingPrices(MARKET, mask);
        uint256[16] memory maintenance = oracle.maintenancePrices(MARKET, mask);
        for (uint256 i; i < 16; i++) {
            bool filled = i < 2 && mask >> i & 1 == 1; // two assets are listed
            assertEq(opening[i] != 0, filled);
            assertEq(maintenance[i], opening[i], "one source");
        }
    }

    function testFuzz_AnotherMarketHasItsOwnSources(uint16 market) public view {
        vm.assume(market != MARKET);
        assertEq(oracle.openingPrices(market, 3)[WETH], 0);
        PriceReport memory r = oracle.report(market, WETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Down));
    }

    function _list(uint8 tokenDecimals, uint8 feedDecimals, uint256 wad) private {
        IMintable token = new PlainToken("T", tokenDecimals);
        IAggregatorProxy feed = Chainlink.deployFeed(feedDecimals, int256(wad / 10 ** (18 - feedDecimals)));
        vm.prank(admin);
        oracle.setFeed(MARKET, ASSET, _feedParameters(token, address(feed), wad));
    }

    function _assertDown(uint8 asset) private view {
        assertEq(oracle.openingPrices(MARKET, uint16(1 << asset))[asset], 0);
        assertEq(oracle.maintenancePrices(MARKET, uint16(1 << asset))[asset], 0);
        PriceReport memory r = oracle.report(MARKET, asset);
        assertEq(uint8(r.status), uint8(PriceStatus.Down));
        assertEq(r.primary + r.mid, 0);
    }
}
