// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IExecutor} from "../../src/interfaces/ICallbacks.sol";
import {Health, IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice Repays and withdraws what it is told.
contract MilkingExecutor is IExecutor {
    IMarginEngine private immutable _engine;

    constructor(IMarginEngine engine) {
        _engine = engine;
    }

    function onExecute(bytes32 account, address caller, bytes calldata data) external {
        (uint256 repaid, uint8 asset, uint256 withdrawn) = abi.decode(data, (uint256, uint8, uint256));
        _engine.repay(account, 0, repaid);
        _engine.withdraw(account, asset, withdrawn, caller);
    }
}

/// @notice One price is wrong, or none at all, and the attacker is there first (Moonwell 2025, Venus LUNA 2022).
contract WrongPriceScenarios is TradeTest {
    address internal mallory = makeAddr("mallory");
    bytes32 internal account;

    function setUp() public override {
        super.setUp();
        account = _account(mallory, 0);
    }

    /// @dev The market is paused because a price is ten times too high. Collateral that was cheap to get stays, good
    /// collateral must not be paid out under the name of deleveraging.
    function testFuzz_RevertWhen_PausedMarketIsMilked(uint256 part) public {
        MilkingExecutor executor = new MilkingExecutor(engine);
        _deposit(account, CROSS, 1, 100e18);
        _borrow(account, CROSS, 0, 240_000e6);
        _setPrice(CROSS, 2, WBTC_PRICE * 10);
        vm.prank(admin);
        engine.setPaused(CROSS, true);
        _deposit(account, CROSS, 2, 0.5e8); // worth 30,000, taken for 300,000

        uint256 repaid = 120_000e6;
        uint256 withdrawn = bound(part, 50e18, 99e18); // worth 150,000 to 297,000
        _fund(address(executor), usdc, address(engine), repaid);
        vm.prank(mallory);
        vm.expectPartialRevert(Errors.SoldTooMuch.selector);
        engine.deleverage(account, address(executor), abi.encode(repaid, uint8(1), withdrawn));

        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, CROSS));
        engine.execute(account, address(executor), abi.encode(repaid, uint8(1), withdrawn));
    }

    /// @dev An unhealthy account must not hide behind a unit of something that has no price: every leg is needed to
    /// liquidate.
    function testFuzz_RevertWhen_HidingBehindAnUnpricedLeg(uint256 amount) public {
        _deposit(account, CROSS, 1, 100e18);
        _borrow(account, CROSS, 0, 240_000e6);
        _setPrice(CROSS, 2, 0);
        _setPrice(CROSS, 1, 2_500e18);
        amount = bound(amount, 1, 1e8);
        _fund(mallory, wbtc, address(engine), amount);
        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, CROSS, 2));
        engine.deposit(account, CROSS, 2, amount);

        _fund(liquidator, usdc, address(engine), 240_000e6);
        vm.prank(liquidator);
        (uint256 repaid,) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertGt(repaid, 0);
    }

    /// @dev While two sources disagree, a position is opened at the worse of both: swapping between them never pays.
    function testFuzz_DisagreementIsNotAnArbitrage(uint256 spread, uint256 amount, bool long) public {
        spread = bound(spread, 1e15, 2e17);
        amount = bound(amount, 1e18, 100e18);
        _setPrices(ETH, 1, WETH_PRICE * (1e18 - spread) / 1e18, WETH_PRICE * (1e18 + spread) / 1e18);
        uint256 value = amount * 3_000 / 1e12;
        uint256 true_ = long ? value * (1e18 - spread) / 1e18 : amount * 1e18 / (1e18 + spread);
        if (long) _deposit(account, ETH, 1, amount);
        else _deposit(account, ETH, 0, value);
        vm.prank(mallory);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.borrow(account, ETH, long ? 0 : 1, true_ * 95 / 100, mallory);
    }

    /// @dev A liquidation needs both sources.
    function testFuzz_RevertWhen_OneSourceSaysUnhealthy(uint256 low) public {
        _deposit(account, ETH, 1, 100e18);
        _borrow(account, ETH, 0, 240_000e6);
        _setPrices(ETH, 1, WETH_PRICE * bound(low, 10, 90) / 100, WETH_PRICE);
        Health memory h = engine.health(account);
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin));
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }
}
