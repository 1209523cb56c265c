// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILiquidationCallback} from "../../src/interfaces/ICallbacks.sol";
import {Health, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {ripen, takeOf} from "../support/Takes.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice Being unhealthy on purpose and taking one's own penalty (Euler 2023, Arcadia 2023, Platypus 2023).
contract SelfLiquidationScenarios is TradeTest {
    address internal mallory = makeAddr("mallory");
    address internal accomplice = makeAddr("accomplice");
    bytes32 internal account;

    function setUp() public override {
        super.setUp();
        account = _account(mallory, 0);
        _fund(accomplice, usdc, address(engine), 100_000_000e6);
    }

    /// @dev Together they own what they owned: what one pays as penalty the other gets, and lenders lose nothing, as
    /// long as the account is solvent.
    function testFuzz_SecondAddressGainsNothing(uint256 amount, uint256 fall) public {
        _openMax(bound(amount, 1e18, 1_000e18));
        // debt is 0.873 of the collateral: solvent above that, unhealthy below 0.873 · 1.02 / 0.92
        uint256 price = WETH_PRICE * bound(fall, 8_800, 9_450) / 1e4;
        _setPrice(ETH, 1, price);
        Health memory before = engine.health(account);
        assertLt(before.collateral, before.debt + before.margin);
        assertGt(before.collateral, before.debt);
        uint256 lenders = engine.reserve(ETH, 0).totalAssets;

        ripen(engine, account);
        vm.prank(accomplice);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, accomplice, ""));

        Health memory current = engine.health(account);
        uint256 equityBefore = before.collateral - before.debt;
        uint256 equityAfter = current.collateral - current.debt;
        uint256 value = seized * price / 1e18;
        assertLe(equityAfter + value, equityBefore + paid * 1e12, "49: the penalty is paid by himself, the fee by both");
        assertGe(engine.reserve(ETH, 0).totalAssets, lenders, "lenders lose nothing");
    }

    function testFuzz_RevertWhen_OwnerLiquidatesHimself(uint256 amount, uint256 fall, bool many) public {
        _openMax(bound(amount, 1e18, 1_000e18));
        _setPrice(ETH, 1, WETH_PRICE * bound(fall, 5_000, 9_100) / 1e4);
        bytes32[] memory list = new bytes32[](1);
        list[0] = account;
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.OwnAccount.selector, account));
        if (many) engine.liquidateMany(list, takeOf(1, 0, type(uint256).max, mallory, ""));
        else engine.liquidate(account, takeOf(1, 0, type(uint256).max, mallory, ""));
        vm.stopPrank();
    }

    /// @dev There is no way to give collateral away, or to take on debt, without the check: each path, one wei over.
    function testFuzz_RevertWhen_MakingOneselfUnhealthy(uint256 amount, uint256 path) public {
        _openMax(bound(amount, 1e18, 1_000e18));
        Health memory h = engine.initialHealth(account);
        uint256 room = (h.collateral - h.debt - h.margin) * 1e18 / WETH_PRICE;
        vm.startPrank(mallory);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        if (path % 3 == 0) engine.withdraw(account, 1, room * 2 + 1e15, mallory);
        else if (path % 3 == 1) engine.withdraw(account, 1, type(uint256).max, mallory);
        else engine.borrow(account, ETH, 0, room * 2 * 3_000 / 1e12 + 1e6, mallory);
        vm.stopPrank();
    }

    /// @dev Open, crash (price), liquidate and repeat on what is left: the pair never gains, whatever the path.
    function testFuzz_RepeatedSlicesGainNothing(uint256 amount, uint256 slices, uint256 fall) public {
        _openMax(bound(amount, 10e18, 1_000e18));
        slices = bound(slices, 2, 8);
        uint256 price = WETH_PRICE * bound(fall, 8_800, 9_450) / 1e4;
        _setPrice(ETH, 1, price);
        Health memory before = engine.health(account);
        uint256 slice = before.debt / 1e12 / (slices * 4);
        int256 gain;
        ripen(engine, account);
        for (uint256 i; i < slices; ++i) {
            Health memory h = engine.health(account);
            if (h.collateral >= h.debt + h.margin) break;
            vm.prank(accomplice);
            try engine.liquidate(account, takeOf(1, 0, slice, accomplice, "")) returns (uint256 paid, uint256 seized) {
                gain += int256(seized * price / 1e18) - int256(paid * 1e12);
            } catch {
                break;
            }
        }
        Health memory current = engine.health(account);
        int256 started = int256(before.collateral - before.debt + 1e12 * slices);
        assertLe(int256(current.collateral - current.debt) + gain, started, "49: together they gain nothing");
    }

    /// @dev The most that the initial margin allows, but for a hair.
    function _openMax(uint256 amount) private {
        _deposit(account, ETH, 1, amount);
        Health memory h = engine.initialHealth(account);
        // γ·(v + π + κ) of the collateral is its margin; the debt's is 1.25·2 % of itself, and κ a little
        uint256 value = (h.collateral - h.margin) * 1e4 / 10_350;
        _borrow(account, ETH, 0, value / 1e12);
    }
}
