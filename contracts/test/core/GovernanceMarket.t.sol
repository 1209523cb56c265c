// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    IMarginEngineEvents,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {IMintable} from "../support/TestTokens.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice Markets and listing.
contract GovernanceMarketTest is CoreTest {
    uint16 internal constant NEW = 9;

    function _out(bytes32 name, uint256 actual, uint256 bound_) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(Errors.ParameterOutOfBounds.selector, name, actual, bound_);
    }

    function _inside(MarketParameters memory p) internal pure returns (MarketParameters memory) {
        p.initialRatio = uint16(bound(p.initialRatio, 10_500, 30_000));
        p.targetHealth = uint16(bound(p.targetHealth, 10_100, 12_000));
        return p;
    }

    function testFuzz_CreatesAMarketInsideTheBounds(uint16 market, MarketParameters memory p) public {
        market = uint16(bound(market, CROSS + 1, type(uint16).max));
        p = _inside(p);
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.CreateMarket(market);
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.SetMarketParameters(market, p);
        vm.prank(admin);
        engine.createMarket(market, p);
        assertEq(keccak256(abi.encode(engine.marketParameters(market))), keccak256(abi.encode(p)));
        assertEq(engine.assetCount(market), 0);
    }

    function testFuzz_SetsParametersAndKeepsTheAssets(MarketParameters memory p) public {
        p = _inside(p);
        vm.prank(admin);
        engine.setMarketParameters(CROSS, p);
        assertEq(keccak256(abi.encode(engine.marketParameters(CROSS))), keccak256(abi.encode(p)));
        assertEq(engine.assetCount(CROSS), 3);
    }

    function testFuzz_PauseTouchesNothingElse(bool paused) public {
        MarketParameters memory p = engine.marketParameters(CROSS);
        vm.prank(admin);
        engine.setPaused(CROSS, paused);
        p.paused = paused;
        assertEq(keccak256(abi.encode(engine.marketParameters(CROSS))), keccak256(abi.encode(p)));
        assertEq(engine.assetCount(CROSS), 3);
        assertFalse(engine.marketParameters(ETH).paused);
    }

    function testFuzz_RevertWhen_AMarketParameterIsOutside(
        MarketParameters memory p,
        uint16 v,
        uint256 side,
        bool create
    ) public {
        p = _inside(p);
        bytes memory reason;
        side %= 4;
        if (side == 0) (p.initialRatio, reason) = _below(v, 10_500, "initialRatio");
        if (side == 1) (p.initialRatio, reason) = _above(v, 30_000, "initialRatio");
        if (side == 2) (p.targetHealth, reason) = _below(v, 10_100, "targetHealth");
        if (side == 3) (p.targetHealth, reason) = _above(v, 12_000, "targetHealth");
        vm.prank(admin);
        vm.expectRevert(reason);
        if (create) engine.createMarket(NEW, p);
        else engine.setMarketParameters(ETH, p);
    }

    function _below(uint16 v, uint16 least, bytes32 name) private pure returns (uint16, bytes memory) {
        v = uint16(bound(v, 0, least - 1));
        return (v, _out(name, v, least));
    }

    function _above(uint16 v, uint16 most, bytes32 name) private pure returns (uint16, bytes memory) {
        v = uint16(bound(v, most + 1, type(uint16).max));
        return (v, _out(name, v, most));
    }

    function testFuzz_RevertWhen_TheMarketExistsOrIsZero(uint16 market, MarketParameters memory p) public {
        market = uint16(bound(market, 0, CROSS));
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketExists.selector, market));
        engine.createMarket(market, p);
    }

    function testFuzz_RevertWhen_TheMarketDoesNotExist(uint16 market, MarketParameters memory p) public {
        vm.assume(market == 0 || market > CROSS);
        vm.startPrank(admin);
        bytes memory reason = abi.encodeWithSelector(Errors.MarketNotFound.selector, market);
        vm.expectRevert(reason);
        engine.setMarketParameters(market, p);
        vm.expectRevert(reason);
        engine.setPaused(market, true);
        (ReserveParameters memory reserve, RiskParameters memory risk) =
            (_reserveParameters(weth, WETH_PRICE), _riskParameters(weth));
        vm.expectRevert(reason);
        engine.listAsset(market, 0, address(weth), reserve, risk);
    }

    /* LISTING */

    function testFuzz_ListsInOrder(uint256 n) public {
        n = bound(n, 1, 16);
        _createMarket(NEW);
        for (uint8 i; i < n; ++i) {
            IMintable token = _newToken("T", 18);
            _list(NEW, i, token, 1e18);
            assertEq(engine.assetCount(NEW), i + 1);
            assertEq(_reserve(NEW, i).token, address(token));
            assertEq(_reserve(NEW, i).index, 2 ** 60);
            assertEq(_reserve(NEW, i).cash + _reserve(NEW, i).debt, 0);
        }
        assertEq(engine.marketParameters(NEW).initialRatio, 12_500, "parameters of the market are kept");
    }

    function testFuzz_RevertWhen_OutOfOrderOrTwiceOrWithoutCode(uint8 asset, uint256 which) public {
        ReserveParameters memory reserve = _reserveParameters(weth, WETH_PRICE);
        RiskParameters memory risk = _riskParameters(weth);
        address token = address(_newToken("T", 18));
        which %= 3;
        if (which == 0) vm.assume(asset != 3);
        else asset = 3;
        if (which == 1) token = address(wbtc); // listed already
        if (which == 2) token = makeAddr("nothing");
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetListing.selector, CROSS, asset, token));
        engine.listAsset(CROSS, asset, token, reserve, risk);
    }

    function test_RevertWhen_ASeventeenthIsListed() public {
        _createMarket(NEW);
        for (uint8 i; i < 16; ++i) {
            _list(NEW, i, _newToken("T", 18), 1e18);
        }
        ReserveParameters memory reserve = _reserveParameters(weth, WETH_PRICE);
        RiskParameters memory risk = _riskParameters(weth);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetListing.selector, NEW, 16, address(weth)));
        engine.listAsset(NEW, 16, address(weth), reserve, risk);
    }

    /* FEES */

    /// @dev Property 16: at most what was accrued and what there is in cash; suppliers do not notice.
    function testFuzz_CollectsWholeFees(uint256 amount, uint256 share, uint256 time) public {
        _openEth(account, amount, share);
        _skip(bound(time, 0, 365 days));
        uint256 fees = _reserve(ETH, 0).fees;
        (uint256 cash, uint256 owned) = (_reserve(ETH, 0).cash, _reserve(ETH, 0).totalAssets);
        vm.prank(admin);
        uint256 collected = engine.collectFees(ETH, 0, bob);
        assertLe(collected, fees);
        assertGe(collected + 1, fees, "fees are shown rounded up, and paid rounded down");
        assertEq(usdc.balanceOf(bob), collected);
        assertEq(_reserve(ETH, 0).cash, cash - collected);
        assertEq(_reserve(ETH, 0).totalAssets, owned);
        vm.prank(admin);
        assertEq(engine.collectFees(ETH, 0, bob), 0, "once");
    }

    /// @dev Property 16, pitfall 9: fees of many tiny accruals are not lost to rounding.
    function testFuzz_FeesOfManyAccrualsAddUp(uint256 steps) public {
        _openEth(account, 0, MAX_SHARE); // 850 USDC
        uint256 before = _reserve(ETH, 0).debt;
        steps = bound(steps, 10, 60);
        for (uint256 i; i < steps; ++i) {
            _skip(12 hours / steps);
            engine.accrue(ETH, 0);
        }
        uint256 interest = _reserve(ETH, 0).debt - before;
        uint256 fees = _reserve(ETH, 0).fees;
        assertGe(fees + 1, interest * 26 / 256, "nothing vanishes");
        assertLe(fees, interest * 26 / 256 + 1);
    }

    function testFuzz_CollectsAtMostTheCash(uint256 time) public {
        _deposit(account, ETH, 1, 1e27);
        _borrow(account, ETH, 0, _reserve(ETH, 0).cash);
        _skip(bound(time, 30 days, 365 days));
        assertGt(_reserve(ETH, 0).fees, 0);
        vm.prank(admin);
        assertEq(engine.collectFees(ETH, 0, bob), 0, "all is lent");
    }

    function testFuzz_RevertWhen_CollectedToNobodyOrTheEngine(bool nobody) public {
        _openEth(account, 1e22, MAX_SHARE);
        _skip(365 days);
        address to = nobody ? address(0) : address(engine);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.InvalidReceiver.selector, to));
        engine.collectFees(ETH, 0, to);
    }
}
