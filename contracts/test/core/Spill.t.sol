// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {WideTest} from "./WideTest.sol";

/// @notice The engine's own placing of amounts, without the rules on who may hold what.
contract AccountsHarness is MarginEngine {
    constructor() MarginEngine(address(1), address(1), address(1), address(1), address(1), address(1)) {}

    function set(bytes32 account, uint16 market, bool debt, uint256 asset, uint256 amount) external {
        AccountWord w = _accounts[account];
        if (w.market() == 0) w = w.withMarket(market);
        w = debt ? _withScaledDebt(account, w, asset, amount) : _withCollateral(account, w, asset, amount);
        _storeAccount(account, w);
    }

    function read(bytes32 account, uint256 asset) external view returns (uint256 collateral, uint256 debt) {
        AccountWord w = _accounts[account];
        return (_collateralOf(account, w, asset), _scaledDebtOf(account, w, asset));
    }

    function word(bytes32 account) external view returns (AccountWord) {
        return _accounts[account];
    }
}

contract SpillTest is WideTest {
    AccountsHarness internal harness;
    uint256[16] internal collateral;
    uint256[16] internal debt;

    function setUp() public override {
        super.setUp();
        harness = new AccountsHarness();
    }

    /// @dev Random writes in random order against two plain arrays, read back in full after each of them.
    function testFuzz_AnyOrderOfSixteenAssetsEqualsAPlainModel(uint256 seed, uint256 n) public {
        n = bound(n, 1, 24);
        uint256 breadth = 1 + seed % 16; // few assets: the inline place is freed and taken often
        for (uint256 i; i < n; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, i)));
            uint256 asset = (r >> 8) % breadth;
            uint256 amount = r % 3 == 0 ? 0 : (r >> 160);
            amount &= type(uint96).max;
            bool owes = r & 128 != 0;
            harness.set(account, 5, owes, asset, amount);
            (owes ? debt : collateral)[asset] = amount;
            _assertModel();
        }
    }

    function _assertModel() private view {
        AccountWord w = harness.word(account);
        uint256 masks;
        for (uint256 i; i < 16; ++i) {
            (uint256 c, uint256 d) = harness.read(account, i);
            assertEq(c, collateral[i], "collateral");
            assertEq(d, debt[i], "debt");
            assertEq(w.holds(i), c != 0, "collateral bit");
            assertEq(w.owes(i), d != 0, "debt bit");
            masks |= c | d;
        }
        if (masks == 0) assertEq(AccountWord.unwrap(w), 0, "an empty account is an empty slot");
        else assertEq(w.market(), 5);
    }

    /// @dev Emptied in any order, all storage is 0 again: slot and spill.
    function testFuzz_NothingIsLeftBehind(uint256 seed) public {
        for (uint256 i; i < 16; ++i) {
            harness.set(
                account, 5, false, (i * 7 + seed % 16) % 16, 1 + (uint256(keccak256(abi.encode(seed, i))) >> 161)
            );
            harness.set(
                account, 5, true, (i * 5 + seed % 13) % 16, 1 + (uint256(keccak256(abi.encode(seed, ~i))) >> 161)
            );
        }
        for (uint256 i; i < 16; ++i) {
            harness.set(account, 5, true, (i * 11 + seed % 7) % 16, 0);
            harness.set(account, 5, false, (i * 3 + seed % 5) % 16, 0);
        }
        assertEq(vm.load(address(harness), keccak256(abi.encode(account, 1))), 0);
        uint256 spill = uint256(keccak256(abi.encode(account, 2)));
        for (uint256 i; i < 16; ++i) {
            assertEq(vm.load(address(harness), bytes32(spill + i)), 0);
        }
    }

    function testFuzz_AccountsDoNotShareAnything(bytes32 a, bytes32 b, uint8 asset, uint96 amount) public {
        vm.assume(a != b && amount != 0);
        asset &= 15;
        harness.set(a, 5, false, asset, amount);
        (uint256 c, uint256 d) = harness.read(b, asset);
        assertEq(c + d, 0);
    }

    function testFuzz_RevertWhen_MoreThan96Bits(bool owes, uint8 asset, uint256 amount) public {
        amount = bound(amount, 2 ** 96, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(Errors.AmountTooLarge.selector, amount, type(uint96).max));
        harness.set(account, 5, owes, asset & 15, amount);
    }

    /* THROUGH THE ENGINE */

    /// @dev Deposits of all sixteen assets in a random order, and out again in another.
    function testFuzz_SixteenCollateralsInAndOut(uint256 seed) public {
        for (uint8 i; i < 16; ++i) {
            uint8 asset = uint8((uint256(i) * 5 + seed % 16) % 16);
            _deposit(account, WIDE, asset, _units(asset, 1 + asset));
        }
        for (uint8 i; i < 16; ++i) {
            (uint256 c,) = _positionOf(account, i, 0);
            assertEq(c, _units(i, 1 + i));
        }
        for (uint8 i; i < 16; ++i) {
            uint8 asset = uint8((uint256(i) * 11 + seed % 13) % 16);
            vm.prank(alice);
            engine.withdraw(account, asset, type(uint256).max, bob);
            assertEq(tokens[asset].balanceOf(bob), _units(asset, 1 + asset));
        }
        assertEq(vm.load(address(engine), keccak256(abi.encode(account, 1))), 0);
    }

    /// @dev An account goes where it likes once it is empty, and its old legs do not come back.
    function testFuzz_LeavesAndReenters(uint256 seed, uint256 rounds) public {
        rounds = bound(rounds, 1, 6);
        for (uint256 k; k < rounds; ++k) {
            bool wide = (seed >> k) & 1 != 0;
            uint16 market = wide ? WIDE : CROSS;
            uint8 asset = uint8((seed >> (8 * k)) % (wide ? 16 : 3));
            uint256 amount = 1 + ((seed >> (16 * k)) & 0xffff);
            _deposit(account, market, asset, amount);
            (uint16 current, uint256[16] memory c, uint256[16] memory d) = engine.position(account);
            assertEq(current, market);
            for (uint256 i; i < 16; ++i) {
                assertEq(c[i], i == asset ? amount : 0);
                assertEq(d[i], 0);
            }
            vm.prank(alice);
            engine.withdraw(account, asset, amount, alice);
        }
    }

    /// @dev Properties 42, 55 and 149: eight collaterals against eight debts: liquidated, written off, and in bounds.
    function testFuzz_LargestAccountIsLiquidatable(uint256 seed, uint256 fall) public {
        for (uint8 i; i < 8; ++i) {
            _deposit(account, WIDE, i, _units(i, 1_000));
        }
        for (uint8 i = 8; i < 16; ++i) {
            _borrow(account, WIDE, i, _units(i, 820));
        }
        fall = bound(fall, 10, 78);
        for (uint8 i; i < 8; ++i) {
            _setPrice(WIDE, i, PRICE * fall / 100);
        }
        for (uint8 k; k < 8; ++k) {
            uint8 asset = uint8((uint256(k) * 3 + seed % 8) % 8);
            _fund(liquidator, tokens[8 + k], address(engine), _units(8 + k, 10_000));
            vm.prank(liquidator);
            uint256 gas = gasleft();
            engine.liquidate(account, takeOf(asset, 8 + k, type(uint256).max, liquidator, ""));
            assertLt(gas - gasleft(), 1_500_000, "gas");
        }
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0, "whole");
        for (uint8 i = 8; i < 16; ++i) {
            assertEq(_reserve(WIDE, i).debt, 0, "no debt is left on the books");
        }
    }
}
