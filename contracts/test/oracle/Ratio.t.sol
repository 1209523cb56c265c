// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReason, PriceReport, PriceStatus, SourceState} from "../../src/interfaces/IPriceOracle.sol";
import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {Composition, FeedParameters} from "../../src/oracle/SourceParameters.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {PythTest} from "./PythTest.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

/// @notice Feeds that answer in another unit than USD per token: cbETH / ETH, USD / TRY, ETH / cbETH.
contract RatioTest is PythTest {
    uint8 internal constant CBETH = 3;
    uint8 internal constant LIRA = 4;

    IMintable internal cbeth;
    IAggregatorProxy internal ratio;

    function setUp() public override {
        super.setUp();
        cbeth = new PlainToken("cbETH", 18);
        ratio = Chainlink.deployFeed(18, 1.1e18, "CBETH / ETH");
        _set(CBETH, _ratioParameters(cbeth, address(ratio), Composition.Ratio));
    }

    function testFuzz_RatioTimesBase(uint256 answer, int64 price) public {
        skip(1);
        answer = bound(answer, 0.2e18, 9e18);
        price = int64(bound(price, 100e8, 90_000e8));
        Chainlink.publish(ratio, int256(answer));
        Chainlink.publish(wethFeed, int256(price));
        _publish(price, 0);
        uint256 expected = answer * uint256(uint64(price)) / 1e8;
        (uint256 low, uint256 high) = _opening(CBETH);
        assertEq(low, expected, "117: ratio x base, rounded down");
        assertApproxEqAbs(high, expected, 1, "117: rounded up");
        assertGe(high, low);
        assertApproxEqAbs(oracle.report(MARKET, CBETH).primary, expected, 1);
    }

    /// @notice The doubts of the base are the doubts of the ratio.
    function testFuzz_AGuardedBaseGuards(int64 price) public {
        skip(1);
        price = int64(bound(price, 1_500e8, 6_000e8));
        _publish(price, 0);
        uint256 other = uint256(uint64(price)) * 1e10;
        PriceReport memory base = oracle.report(MARKET, WETH);
        PriceReport memory r = oracle.report(MARKET, CBETH);
        assertEq(uint8(r.status), uint8(base.status), "117: each leg is checked");
        assertEq(r.reasons, base.status == PriceStatus.Ok ? 0 : PriceReason.BASE);
        (uint256 low, uint256 high) = _opening(CBETH);
        (uint256 least, uint256 most) = other < WETH_PRICE ? (other, WETH_PRICE) : (WETH_PRICE, other);
        assertEq(low, least * 11 / 10);
        assertApproxEqAbs(high, most * 11 / 10, 1);
    }

    function test_ADownBaseIsDown() public {
        skip(1 days + 1);
        Chainlink.publish(ratio, 1.1e18);
        PriceReport memory r = oracle.report(MARKET, CBETH);
        assertEq(uint8(r.status), uint8(PriceStatus.Down), "117: each leg is checked");
        assertEq(uint8(r.feed.state), uint8(SourceState.QuoteDown));
        (uint256 low, uint256 high) = _maintenance(CBETH);
        assertEq(low + high, 0);
    }

    /// @notice Every pair of decimals, both ways round: the value of a whole token is its price.
    function testFuzz_InEveryDecimals(uint8 tokenDecimals, uint8 feedDecimals, uint256 answer, bool inverse) public {
        tokenDecimals = uint8(bound(tokenDecimals, 6, 18));
        feedDecimals = uint8(bound(feedDecimals, 6, 18));
        uint256 one = 10 ** feedDecimals;
        answer = bound(answer, one / 100, one * 100);
        IMintable token = new PlainToken("T", tokenDecimals);
        IAggregatorProxy feed = Chainlink.deployFeed(feedDecimals, int256(answer), "A / B");
        FeedParameters memory p =
            _ratioParameters(token, address(feed), inverse ? Composition.InverseRatio : Composition.Ratio);
        (p.minPrice, p.maxPrice) = (0.001e18, 1_000e18);
        _set(5, p);
        (uint256 low, uint256 high) = _opening(5);
        uint256 raw = WETH_PRICE * 10 ** (18 - tokenDecimals);
        uint256 expected =
            inverse ? FixedPointMathLib.fullMulDiv(raw, one, answer) : FixedPointMathLib.fullMulDiv(raw, answer, one);
        assertEq(low, expected, "117: rounded down");
        assertApproxEqAbs(high, expected, 1, "117: rounded up");
        FeedParameters memory kept = oracle.feedOf(MARKET, 5);
        assertGe(kept.minPrice, p.minPrice, "rounded inwards");
        assertLe(kept.maxPrice, p.maxPrice, "rounded inwards");
        assertEq(uint8(kept.composition), uint8(p.composition));
        assertEq(kept.base, WETH);
    }

    function testFuzz_InverseUsd(uint256 answer) public {
        answer = bound(answer, 1e8, 1_000e8);
        _listLira(answer);
        (uint256 low, uint256 high) = _opening(LIRA);
        assertEq(low, uint256(1e26) / answer, "117: 1 / p, rounded down");
        assertEq(high, (uint256(1e26) + answer - 1) / answer, "117: 1 / p, rounded up");
    }

    function testFuzz_InverseBoundsHold(uint256 answer) public {
        _listLira(40e8);
        answer = bound(answer, 1, 1e20);
        Chainlink.publish(IAggregatorProxy(oracle.feedOf(MARKET, LIRA).feed), int256(answer));
        PriceReport memory r = oracle.report(MARKET, LIRA);
        uint256 price = uint256(1e26) / answer;
        if (price < 0.0001e18 || price > 10e18) assertEq(r.primary, 0, "113: outside");
        else if (price > 0.00011e18 && price < 9.99e18) assertEq(r.primary, price, "113: inside");
    }

    /* THE UNIT TAG */

    /// @notice cbETH / ETH taken for a price in USD: refused by its name.
    function testFuzz_RevertWhen_TheUnitIsAnother(uint8 name, uint8 composition) public {
        string[4] memory names = ["CBETH / USD", "USD / TRY", "CBETH / ETH", "USD / USD"];
        name = uint8(bound(name, 0, 3));
        composition = uint8(bound(composition, 0, 3));
        FeedParameters memory p =
            _ratioParameters(cbeth, address(Chainlink.deployFeed(18, 1e18, names[name])), Composition(composition));
        if (composition < 2) p.base = 0;
        bool matches = (name < 3 && name == composition) || (name == 2 && composition == 3);
        if (!matches) {
            vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedUnitMismatch.selector, p.feed, p.composition));
        }
        _set(6, p);
        assertEq(oracle.feedOf(MARKET, 6).feed == p.feed, matches, "117: unit tag");
    }

    function testFuzz_RevertWhen_TheBaseHasNoUsdFeed(uint8 base) public {
        base = uint8(bound(base, 0, 15));
        FeedParameters memory p = _ratioParameters(cbeth, address(ratio), Composition.Ratio);
        p.base = base;
        if (base > WETH) {
            vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.QuoteNotUsd.selector, MARKET, base));
        }
        _set(7, p);
    }

    function test_RevertWhen_AQuoteBecomesARatio() public {
        vm.startPrank(admin);
        FeedParameters memory p = _ratioParameters(weth, address(ratio), Composition.Ratio);
        p.base = USDC;
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.AssetIsQuote.selector, WETH, CBETH));
        oracle.proposeFeed(MARKET, WETH, p);
        p.base = WETH;
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.QuoteNotUsd.selector, MARKET, WETH));
        oracle.proposeFeed(MARKET, WETH, p);
    }

    function test_RevertWhen_AUsdFeedNamesABase() public {
        FeedParameters memory p = _feedParameters(weth, address(wethFeed), WETH_PRICE);
        p.base = 2;
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.AssetIndexOutOfBounds.selector, 2, 0));
        _set(8, p);
    }

    function _listLira(uint256 answer) private {
        FeedParameters memory p = _feedParameters(
            new PlainToken("TRYB", 18), address(Chainlink.deployFeed(8, int256(answer), "USD / TRY")), 0
        );
        (p.composition, p.minPrice, p.maxPrice) = (Composition.InverseUsd, 0.0001e18, 10e18);
        _set(LIRA, p);
    }

    function _ratioParameters(IMintable token, address feed, Composition composition)
        private
        pure
        returns (FeedParameters memory p)
    {
        p = _feedParameters(token, feed, 1e18);
        (p.composition, p.base, p.minPrice, p.maxPrice) = (composition, WETH, 0.1e18, 10e18);
    }

    function _set(uint8 asset, FeedParameters memory p) private {
        vm.prank(admin);
        oracle.setFeed(MARKET, asset, p);
    }
}
