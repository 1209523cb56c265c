// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {Health, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {Composition, FeedParameters, OracleParameters, WitnessParameters} from "../../src/oracle/SourceParameters.sol";
import {Chainlink, IAggregatorProxy} from "../oracle/Chainlink.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {TradeTest} from "../support/TradeTest.sol";
import {DeployEngine} from "./DeployEngine.sol";

/// @notice Moving a pool inside one transaction, or one feed alone (Inverse, Warp, UwU, Polter, Compound's DAI at 1.30):
/// the real oracle on Chainlink's contracts, with the average of a real Uniswap v3 pool as its witness.
contract SpotManipulationScenarios is TradeTest, DeployEngine {
    uint16 internal constant REAL = 1;
    uint24 internal constant WINDOW = 1_800;
    uint16 internal constant LIMIT = 200; // 2 %

    PriceOracle internal prices;
    IAggregatorProxy internal usdcFeed;
    IAggregatorProxy internal wethFeed;
    address internal mallory = makeAddr("mallory");
    bytes32 internal victim = _account(alice, 0);
    bytes32 internal account = _account(mallory, 0);

    function setUp() public override {
        super.setUp();
        prices = new PriceOracle(address(manager), OracleParameters(WINDOW, 12, address(0), address(0), 0, 48 hours));
        engine = _engineOn(address(prices), address(manager));
        _createMarket(REAL);
        vm.startPrank(admin);
        engine.listAsset(REAL, 0, address(usdc), _reserveParameters(usdc, USDC_PRICE), _riskParameters(usdc));
        engine.listAsset(REAL, 1, address(weth), _reserveParameters(weth, WETH_PRICE), _riskParameters(weth));
        vm.stopPrank();
        (usdcFeed, wethFeed) = (Chainlink.deployFeed(8, 1e8), Chainlink.deployFeed(8, 3_000e8));
        _setFeed(0, usdc, usdcFeed, USDC_PRICE);
        _setFeed(1, weth, wethFeed, WETH_PRICE);
        ethPool.increaseObservationCardinalityNext(uint16(WINDOW / 12 + 1));
        _skip(12);
        _trade(WETH_PRICE * 1_001 / 1_000);
        _trade(WETH_PRICE);
        _skip(WINDOW);
        Chainlink.publish(wethFeed, 3_000e8);
        vm.prank(admin);
        prices.setWitness(REAL, 1, WitnessParameters(address(ethPool), 0, WINDOW, LIMIT, 1e12));

        _supply(lender, REAL, 0, 10_000_000e6);
        _supply(lender, REAL, 1, 3_000e18);
        _deposit(victim, REAL, 1, 100e18);
        _borrow(victim, REAL, 0, 240_000e6);
        _fund(liquidator, usdc, address(engine), 1e13);
    }

    /// @dev In one block a pool goes anywhere: no price of the engine moves by a wei.
    function testFuzz_PoolMovedInOneTransaction(uint256 to) public {
        to = bound(to, WETH_PRICE / 100, WETH_PRICE * 100);
        Health memory before = engine.health(victim);
        _trade(to);
        assertEq(keccak256(abi.encode(engine.health(victim))), keccak256(abi.encode(before)), "health");
        vm.prank(liquidator);
        vm.expectRevert(
            abi.encodeWithSelector(Errors.NotLiquidatable.selector, before.collateral, before.debt + before.margin)
        );
        engine.liquidate(victim, takeOf(1, 0, type(uint256).max, liquidator, ""));
        _assertNothingToDrain();
    }

    /// @dev Held there for a while: the average follows, the sources part, and then neither opening nor liquidation
    /// believes the worse one.
    function testFuzz_PoolHeldForAWhile(uint256 to, uint256 time) public {
        to = bound(to, WETH_PRICE * 60 / 100, WETH_PRICE * 140 / 100);
        time = bound(time, 12, WINDOW);
        _trade(to);
        _skip(time);
        Health memory h = engine.health(victim);
        assertGe(h.collateral, h.debt + h.margin, "not liquidatable while the feed disagrees");
        _assertNothingToDrain();
    }

    /// @dev One wrong answer of the feed, up or down by any amount: the witness stands against it.
    function testFuzz_FeedAlone(uint256 answer) public {
        answer = bound(answer, 31e8, 299_000e8);
        Chainlink.publish(wethFeed, int256(answer));
        Health memory h = engine.health(victim);
        if (prices.report(REAL, 1).status == PriceStatus.Ok) return;
        assertGe(h.collateral, h.debt + h.margin, "the witness keeps him");
        _assertNothingToDrain();
    }

    /// @dev Both agree that it fell: then the account is liquidated.
    function test_BothSourcesAgree() public {
        Chainlink.publish(wethFeed, 2_580e8);
        _trade(2_580e18);
        _skip(WINDOW);
        Chainlink.publish(wethFeed, 2_580e8);
        vm.prank(liquidator);
        (uint256 repaid,) = engine.liquidate(victim, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertGt(repaid, 0);
    }

    /// @dev Row 4, Compound in November 2020: the feed of what was borrowed stands 30 % too high for a block. Nothing can be
    /// taken, marked or netted; only when the witness agrees the short is what the feed said it was.
    function testFuzz_Hist_4_OneFeedJumps(uint256 jump) public {
        bytes32 short = _account(bob, 0);
        _deposit(short, REAL, 0, 300_000e6);
        _borrow(short, REAL, 1, 80e18); // 80 %
        int256 answer = int256(bound(jump, 3_720e8, 4_200e8));
        Chainlink.publish(wethFeed, answer);
        assertEq(uint8(prices.report(REAL, 1).status), uint8(PriceStatus.Guarded), "the witness does not agree");
        Health memory h = engine.health(short);
        bytes memory refused = abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin);
        bytes32[] memory list = new bytes32[](1);
        list[0] = short;
        engine.mark(list);
        assertEq(engine.auction(short).startedAt, 0, "no clock");
        assertEq(engine.quoteNetting(short, victim, 0, 1).reason, refused, "no netting");
        vm.startPrank(liquidator);
        vm.expectRevert(refused);
        engine.liquidate(short, takeOf(0, 1, type(uint256).max, liquidator, ""));
        vm.expectRevert(abi.encodeWithSelector(Errors.NotLiquidatable.selector, 0, 0));
        engine.liquidateMany(list, takeOf(0, 1, type(uint256).max, liquidator, ""));
        vm.stopPrank();

        _trade(uint256(answer) * 1e10);
        _skip(WINDOW);
        Chainlink.publish(wethFeed, answer);
        _fund(liquidator, weth, address(engine), 100e18);
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(short, takeOf(0, 1, type(uint256).max, liquidator, ""));
        assertGt(paid * seized, 0, "the witness agrees");
    }

    /// @dev What can be borrowed on a deposit, at most, is worth less than the deposit at the true price.
    function _assertNothingToDrain() private {
        uint256 state = vm.snapshotState();
        _deposit(account, REAL, 1, 100e18);
        uint256 least = 100e18 * WETH_PRICE / 1e30;
        vm.prank(mallory);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.borrow(account, REAL, 0, least * 94 / 100, mallory);
        vm.revertToState(state);

        state = vm.snapshotState();
        _deposit(account, REAL, 0, 300_000e6);
        vm.prank(mallory);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.borrow(account, REAL, 1, 94e18, mallory);
        vm.revertToState(state);
    }

    function _trade(uint256 to) private {
        _movePool(ethPool, weth, usdc, to, USDC_PRICE);
    }

    function _setFeed(uint8 asset, IMintable token, IAggregatorProxy feed, uint256 price) private {
        vm.prank(admin);
        prices.setFeed(
            REAL,
            asset,
            FeedParameters(address(token), address(feed), 1 days, price / 100, price * 100, 50, 600, Composition.Usd, 0)
        );
    }
}
