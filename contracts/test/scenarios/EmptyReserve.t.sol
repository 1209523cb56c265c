// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {BaseTest} from "../support/BaseTest.sol";

/// @notice Attacks on the price of a share in a reserve that is empty or nearly so (Hundred, Onyx, Sonne, Radiant, Wise).
contract EmptyReserveScenarios is BaseTest {
    address internal mallory = makeAddr("mallory");

    /// @dev First depositor: one unit, a donation, a victim, and out. The donation is simply lost.
    function testFuzz_FirstDepositorWithDonation(uint256 first, uint256 gift, uint256 victim) public {
        first = bound(first, 1, 1_000e6);
        gift = bound(gift, 0, 1_000_000e6);
        victim = bound(victim, 1, 1_000_000e6);
        _supply(mallory, ETH, 0, first);
        usdc.mint(address(engine), gift);
        _supply(bob, ETH, 0, victim);

        uint256 out = _redeemAll(mallory, 0);
        assertLe(out, first, "no profit, the gift not counted");
        assertApproxEqAbs(_redeemAll(bob, 0), victim, 1, "the victim loses a unit at most");
    }

    /// @dev A donation that the books do see: interest on an empty reserve, paid by the attacker himself.
    function testFuzz_FirstDepositorWithInterest(uint256 first, uint256 time, uint256 victim) public {
        first = bound(first, 20e6, 1_000_000e6);
        time = bound(time, 1, 365 days);
        victim = bound(victim, 1e6, 1_000_000e6);
        _supply(mallory, ETH, 0, first);
        bytes32 account = _account(mallory, 1);
        _deposit(account, ETH, 1, _tokens(weth, 100 * first * 1e12, WETH_PRICE));
        _borrow(account, ETH, 0, first);
        _skip(time);
        _supply(bob, ETH, 0, victim);
        uint256 paid = _repayAll(account, 0);

        uint256 spent = first + paid;
        uint256 got = first + _redeemAll(mallory, 0); // what was borrowed, and the shares
        assertLe(got, spent, "interest came out of his own pocket");
        assertGe(_redeemAll(bob, 0) + 2, victim, "the victim is whole");
    }

    /// @dev Rounding of one unit, over and over, must not inflate a share so that a victim's supply buys nothing.
    /// forge-config: default.fuzz.runs = 64
    function testFuzz_InflationByRounding(uint256 rounds, uint256 amount, uint256 victim) public {
        rounds = bound(rounds, 1, 60);
        amount = bound(amount, 2, 1e6);
        victim = bound(victim, 1e6, 1_000_000e6);
        uint256 start = _supply(mallory, ETH, 0, amount);
        uint256 spent = amount;
        uint256 got;
        bytes32 account = _account(mallory, 0);
        for (uint256 i; i < rounds; ++i) {
            uint256 shares = _supply(mallory, ETH, 0, amount);
            spent += amount;
            // one share more than the fewest that pay a unit: the worst rounding for who leaves
            vm.prank(mallory);
            got += engine.redeem(account, ETH, 0, shares > start ? start : shares, mallory);
        }
        _supply(bob, ETH, 0, victim);
        got += _redeemAll(mallory, 0);
        assertLe(got, spent);
        assertGe(_redeemAll(bob, 0) + 1, victim, "a unit at most");
        ReserveState memory r = engine.reserve(ETH, 0);
        assertLe(r.totalAssets, rounds + 3, "what rounding left behind");
    }

    /// @dev Everyone leaves, rounding stays: the next lender finds a normal price.
    function testFuzz_RestartAfterEveryoneLeft(uint256 a, uint256 b, uint256 c) public {
        a = bound(a, 1, 4e14);
        b = bound(b, 1, 4e14);
        c = bound(c, 1e3, 4e14);
        _supply(alice, ETH, 0, a);
        _supply(bob, ETH, 0, b);
        _redeemAll(alice, 0);
        _redeemAll(bob, 0);
        _supply(mallory, ETH, 0, c);
        assertApproxEqAbs(_redeemAll(mallory, 0), c, 1);
    }

    function _redeemAll(address owner, uint8 asset) private returns (uint256) {
        vm.prank(owner);
        try engine.redeem(_account(owner, 0), ETH, asset, type(uint256).max, owner) returns (uint256 assets) {
            return assets;
        } catch {
            return 0; // shares that are worth less than a unit
        }
    }

    function _repayAll(bytes32 account, uint8 asset) private returns (uint256 paid) {
        (, uint256 owed) = _positionOf(account, 1, asset);
        address owner = _ownerOf(account);
        _fund(owner, _tokenOf(ETH, asset), address(engine), owed);
        vm.prank(owner);
        return engine.repay(account, asset, type(uint256).max);
    }
}
