// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {PriceMath} from "../../src/oracle/PriceMath.sol";
import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {FeedParameters, OracleParameters, WitnessParameters} from "../../src/oracle/SourceParameters.sol";
import {PlainToken} from "../support/TestTokens.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {HostileSource} from "./HostileSource.sol";
import {OracleTest} from "./OracleTest.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

contract FeedSetterTest is OracleTest {
    FeedParameters internal valid;

    function setUp() public override {
        super.setUp();
        valid = _feedParameters(weth, address(wethFeed), WETH_PRICE);
    }

    function testFuzz_RoundTrip(uint24 heartbeat, uint256 minPrice, uint256 maxPrice) public {
        valid.heartbeat = uint24(bound(heartbeat, 1 minutes, 2 days));
        valid.minPrice = bound(minPrice, 1e4, 2_999e18);
        valid.maxPrice = bound(maxPrice, 3_001e18, PriceMath.MAX_RAW / 1e10 * 1e10);
        vm.expectEmit(address(oracle));
        emit IPriceOracleAdmin.SetFeed(MARKET, WETH, valid);
        _set();
        FeedParameters memory f = oracle.feedOf(MARKET, WETH);
        assertEq(f.token, address(weth));
        assertEq(f.feed, address(wethFeed));
        assertEq(f.heartbeat, valid.heartbeat);
        assertGe(f.minPrice, valid.minPrice, "rounded inwards");
        assertLe(f.minPrice, (valid.minPrice + 1e10) * 65_537 / 65_536);
        assertLe(f.maxPrice, valid.maxPrice, "rounded inwards");
        assertGe(f.maxPrice, valid.maxPrice - valid.maxPrice / 65_536 - 1e10);
    }

    function testFuzz_RevertWhen_NotAllowed(address caller) public {
        vm.assume(caller != admin);
        vm.startPrank(caller);
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        vm.expectRevert(refusal);
        oracle.setFeed(MARKET, WETH, valid);
        vm.expectRevert(refusal);
        oracle.clearFeed(MARKET, WETH);
        WitnessParameters memory none;
        vm.expectRevert(refusal);
        oracle.setWitness(MARKET, WETH, none);
        vm.expectRevert(refusal);
        oracle.clearWitness(MARKET, WETH);
    }

    function testFuzz_RevertWhen_AssetIndexTooHigh(uint8 asset) public {
        asset = uint8(bound(asset, 16, 255));
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.AssetIndexOutOfBounds.selector, asset, 15));
        oracle.setFeed(MARKET, asset, valid);
    }

    function testFuzz_RevertWhen_TokenDecimals(uint8 decimals) public {
        vm.assume(decimals < 6 || decimals > 18);
        valid.token = address(new PlainToken("T", decimals));
        vm.prank(admin);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracleAdmin.TokenDecimalsOutOfBounds.selector, decimals, decimals < 6 ? 6 : 18)
        );
        oracle.setFeed(MARKET, 9, valid);
    }

    function testFuzz_RevertWhen_FeedDecimals(uint8 decimals) public {
        vm.assume(decimals < 6 || decimals > 18);
        valid.feed = address(Chainlink.deployFeed(decimals, 3_000));
        _expect(IPriceOracleAdmin.FeedDecimalsOutOfBounds.selector, decimals, decimals < 6 ? 6 : 18);
        _set();
    }

    function testFuzz_RevertWhen_Heartbeat(uint24 heartbeat) public {
        vm.assume(heartbeat < 1 minutes || heartbeat > 2 days);
        valid.heartbeat = heartbeat;
        _expect(IPriceOracleAdmin.HeartbeatOutOfBounds.selector, heartbeat, heartbeat < 1 minutes ? 1 minutes : 2 days);
        _set();
    }

    function testFuzz_RevertWhen_MinPriceTooLow(uint256 minPrice) public {
        valid.minPrice = bound(minPrice, 0, 1e4 - 1);
        _expect(IPriceOracleAdmin.PriceBoundOutOfBounds.selector, valid.minPrice, 1e4);
        _set();
    }

    function testFuzz_RevertWhen_MaxPriceTooHigh(uint256 maxPrice) public {
        uint256 highest = PriceMath.MAX_RAW / 1e10 * 1e10; // 18 token decimals: raw is wad; 8 feed decimals
        valid.maxPrice = bound(maxPrice, highest + 1, type(uint256).max);
        _expect(IPriceOracleAdmin.PriceBoundOutOfBounds.selector, valid.maxPrice, highest);
        _set();
    }

    function testFuzz_RevertWhen_BoundsCross(uint256 minPrice, uint256 maxPrice) public {
        valid.minPrice = bound(minPrice, 1e4, 1e30);
        valid.maxPrice = bound(maxPrice, 0, valid.minPrice);
        _expect(IPriceOracleAdmin.PriceBoundOutOfBounds.selector, valid.minPrice, valid.maxPrice);
        _set();
    }

    function testFuzz_RevertWhen_AnswerOutsideTheBounds(bool above) public {
        if (above) valid.maxPrice = 2_900e18;
        else valid.minPrice = 3_100e18;
        vm.prank(admin);
        vm.expectPartialRevert(IPriceOracleAdmin.FeedAnswerOutOfBounds.selector);
        oracle.setFeed(MARKET, WETH, valid);
    }

    function testFuzz_RevertWhen_Stale(uint32 age) public {
        age = uint32(bound(age, 1 days + 1, type(uint32).max));
        skip(age);
        _expect(IPriceOracleAdmin.FeedStale.selector, age, 1 days);
        _set();
    }

    function testFuzz_RevertWhen_FeedUnusable(uint8 mode) public {
        HostileSource hostile = new HostileSource();
        hostile.setMode(HostileSource.Mode(bound(mode, 0, uint256(type(HostileSource.Mode).max))));
        valid.feed = address(hostile);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedUnusable.selector, hostile));
        oracle.setFeed(MARKET, WETH, valid);
    }

    /// @notice 110: whatever another feed says, it is not put in force at once.
    function testFuzz_RevertWhen_TheSourceChangesWithoutAProposal(uint256 answer, bool cleared) public {
        answer = bound(answer, 31e8, 299_000e8);
        valid.feed = address(Chainlink.deployFeed(8, int256(answer)));
        vm.startPrank(admin);
        if (cleared) oracle.clearFeed(MARKET, WETH);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.ShadowRequired.selector, MARKET, WETH));
        oracle.setFeed(MARKET, WETH, valid);
    }

    function test_AClearedFeedIsDown() public {
        vm.startPrank(admin);
        vm.expectEmit(address(oracle));
        emit IPriceOracleAdmin.ClearFeed(MARKET, WETH);
        oracle.clearFeed(MARKET, WETH);
        assertEq(oracle.openingPrices(MARKET, 2)[WETH], 0);
        assertEq(oracle.feedOf(MARKET, WETH).feed, address(0));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedNotSet.selector, MARKET, WETH));
        oracle.clearFeed(MARKET, WETH);
    }

    function testFuzz_RevertWhen_TokenChanges(bool cleared) public {
        if (cleared) {
            vm.prank(admin);
            oracle.clearFeed(MARKET, WETH);
        }
        valid.token = address(usdc);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.TokenFixed.selector, usdc, weth));
        oracle.setFeed(MARKET, WETH, valid);
    }

    function testFuzz_RevertWhen_ChainIsImpossible(uint256 window, uint256 interval) public {
        window = bound(window, 0, 2 days);
        interval = bound(interval, 0, 2 days);
        bool possible = window != 0 && window <= 1 days && interval != 0 && interval <= window;
        if (!possible) vm.expectPartialRevert(IPriceOracleAdmin.WindowOutOfBounds.selector);
        OracleParameters memory p = _parameters();
        (p.minWindow, p.blockInterval) = (window, interval);
        PriceOracle created = new PriceOracle(admin, p);
        if (possible) assertEq(created.MIN_WINDOW() / created.BLOCK_INTERVAL(), window / interval);
    }

    function _set() private {
        vm.prank(admin);
        oracle.setFeed(MARKET, WETH, valid);
    }

    function _expect(bytes4 selector, uint256 actual, uint256 bound_) private {
        vm.expectRevert(abi.encodeWithSelector(selector, actual, bound_));
    }
}
