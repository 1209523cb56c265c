// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {IMintable} from "../support/TestTokens.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice Twenty times round, or split into many: rounding never pays (Raft, zkLend, Balancer 2025, Alpha Homora).
contract RoundingLoopScenarios is TradeTest {
    uint256 internal constant ROUNDS = 20;

    bytes32 internal account = _account(alice, 0);

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_SupplyAndRedeem(uint256 amount, uint256 time, uint256 seed) public {
        _accrueSome(time);
        amount = bound(amount, 1e3, 1_000_000e6);
        usdc.mint(alice, amount);
        _allow(usdc);
        uint256 start = usdc.balanceOf(alice);
        vm.startPrank(alice);
        for (uint256 i; i < ROUNDS; ++i) {
            uint256 part = 1e2 + uint256(keccak256(abi.encode(seed, i))) % (amount - 1e2);
            if (part > usdc.balanceOf(alice)) part = usdc.balanceOf(alice);
            engine.supply(account, ETH, 0, part);
            engine.redeem(account, ETH, 0, type(uint256).max, alice);
        }
        vm.stopPrank();
        assertLe(usdc.balanceOf(alice), start);
        assertGe(usdc.balanceOf(alice) + ROUNDS, start, "a unit a round at most");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_BorrowAndRepay(uint256 amount, uint256 time, uint256 seed) public {
        _accrueSome(time);
        _deposit(account, ETH, 1, 1_000e18);
        usdc.mint(alice, 1_000e6);
        _allow(usdc);
        amount = bound(amount, 20e6, 500_000e6);
        uint256 start = usdc.balanceOf(alice);
        vm.startPrank(alice);
        for (uint256 i; i < ROUNDS; ++i) {
            engine.borrow(account, ETH, 0, 17e6 + uint256(keccak256(abi.encode(seed, i))) % amount, alice);
            if (i % 3 == 0) engine.repay(account, 0, type(uint256).max);
        }
        engine.repay(account, 0, type(uint256).max);
        vm.stopPrank();
        assertLe(usdc.balanceOf(alice), start);
        assertGe(usdc.balanceOf(alice) + 2 * ROUNDS, start, "two units a round at most");
    }

    /// @dev Borrowed at once or in n parts, and repaid in m: never cheaper split.
    /// forge-config: default.fuzz.runs = 64
    function testFuzz_SplittingIsNeverCheaper(uint256 amount, uint256 parts, uint256 time) public {
        _accrueSome(time);
        parts = bound(parts, 2, 15);
        amount = bound(amount, parts * 20e6, 1_000_000e6);
        bytes32 whole = _account(alice, 0);
        bytes32 split = _account(bob, 0);
        _deposit(whole, ETH, 1, 1_000e18);
        _deposit(split, ETH, 1, 1_000e18);
        _borrow(whole, ETH, 0, amount / parts * parts);
        for (uint256 i; i < parts; ++i) {
            _borrow(split, ETH, 0, amount / parts);
        }
        (, uint256 owedWhole) = engine.amounts(whole, 1, 0);
        (, uint256 owedSplit) = engine.amounts(split, 1, 0);
        assertGe(owedSplit, owedWhole, "borrowing");
        assertLe(owedSplit, owedWhole + 2 * parts);

        usdc.mint(bob, owedSplit);
        vm.startPrank(bob);
        usdc.approve(address(engine), type(uint256).max);
        for (uint256 i; i < parts; ++i) {
            engine.repay(split, 0, (owedSplit - 20e6) / parts + 1);
        }
        vm.stopPrank();
        uint256 repaid = parts * ((owedSplit - 20e6) / parts + 1);
        (, uint256 left) = engine.amounts(split, 1, 0);
        assertGe(repaid + left, owedSplit, "repaying");
    }

    /// @dev Open and close through the pool: each round costs its fees.
    /// forge-config: default.fuzz.runs = 12
    function testFuzz_OpenAndClose(uint256 equity, uint256 leverage, bool toDebt) public {
        equity = bound(equity, 1_000e6, 20_000e6);
        leverage = bound(leverage, 1, 4);
        uint256 wealth = equity * ROUNDS;
        usdc.mint(alice, wealth);
        vm.prank(alice);
        usdc.approve(address(router), type(uint256).max);
        wealth += _wethValue();
        for (uint256 i; i < ROUNDS; ++i) {
            Order memory open = _order(OrderKind.OpenWithDebtToken, ETH, 1, 0, alice);
            (open.equity, open.amount) = (equity, equity * leverage);
            if (usdc.balanceOf(alice) < equity) break;
            _execute(account, open);
            _execute(account, _order(toDebt ? OrderKind.CloseToDebt : OrderKind.CloseToCollateral, ETH, 1, 0, alice));
        }
        assertLt(usdc.balanceOf(alice) + _wethValue(), wealth, "fees and no more than that");
    }

    /// @dev Deposits of one unit, withdrawals of one unit: exact both ways.
    /// forge-config: default.fuzz.runs = 64
    function testFuzz_DustInAndOut(uint256 rounds) public {
        rounds = bound(rounds, 1, 50);
        wbtc.mint(alice, rounds);
        _allow(wbtc);
        vm.startPrank(alice);
        for (uint256 i; i < rounds; ++i) {
            engine.deposit(account, BTC, 1, 1);
        }
        for (uint256 i; i < rounds; ++i) {
            engine.withdraw(account, 1, 1, alice);
        }
        vm.stopPrank();
        assertEq(wbtc.balanceOf(alice), rounds);
    }

    function _wethValue() private view returns (uint256) {
        return weth.balanceOf(alice) * WETH_PRICE / 1e30;
    }

    function _allow(IMintable token) private {
        vm.prank(alice);
        token.approve(address(engine), type(uint256).max);
    }

    /// @dev Another borrower makes the index a crooked number.
    function _accrueSome(uint256 time) private {
        _deposit(_account(makeAddr("borrower"), 0), ETH, 1, 2_000e18);
        _borrow(_account(makeAddr("borrower"), 0), ETH, 0, 4_000_000e6);
        _skip(bound(time, 1, 365 days));
    }
}
