// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {SupplyMath} from "../../src/libraries/SupplyMath.sol";

contract SupplyMathTest is Test {
    uint256 internal constant V = SupplyMath.VIRTUAL_SHARES;
    uint256 internal constant ONE = SupplyMath.VIRTUAL_ASSETS;

    function _reserve(uint256 total, uint256 shares) internal pure returns (uint256, uint256) {
        return (bound(total, 0, 2 ** 110), bound(shares, 0, 2 ** 140));
    }

    /// @dev Price `(A' + 1) / (S' + V) ≥ (A + 1) / (S + V)`, cross-multiplied: the rule that a round trip cannot see.
    function _assertPriceDidNotFall(uint256 a0, uint256 s0, uint256 a1, uint256 s1) internal pure {
        assertGe((a1 + ONE) * (s0 + V), (a0 + ONE) * (s1 + V), "share price fell");
    }

    function testFuzz_PriceDoesNotFallOnSupply(uint256 total, uint256 shares, uint256 assets) public pure {
        (total, shares) = _reserve(total, shares);
        assets = bound(assets, 0, 2 ** 110);
        uint256 minted = SupplyMath.toSharesDown(assets, total, shares);
        vm.assume(minted <= 2 ** 141);
        _assertPriceDidNotFall(total, shares, total + assets, shares + minted);
    }

    function testFuzz_PriceDoesNotFallOnRedeem(uint256 total, uint256 shares, uint256 burnt) public pure {
        (total, shares) = _reserve(total, shares);
        burnt = bound(burnt, 0, shares);
        uint256 assets = SupplyMath.toAssetsDown(burnt, total, shares);
        assertLe(assets, total, "never more than there is");
        _assertPriceDidNotFall(total, shares, total - assets, shares - burnt);
    }

    function testFuzz_SharesRoundDown(uint256 total, uint256 shares, uint256 assets) public pure {
        (total, shares) = _reserve(total, shares);
        assets = bound(assets, 0, 2 ** 110);
        uint256 minted = SupplyMath.toSharesDown(assets, total, shares);
        assertLe(minted * (total + ONE), assets * (shares + V));
        assertGt((minted + 1) * (total + ONE), assets * (shares + V));
    }

    function testFuzz_AssetsRoundDown(uint256 total, uint256 shares, uint256 burnt) public pure {
        (total, shares) = _reserve(total, shares);
        burnt = bound(burnt, 0, shares);
        uint256 assets = SupplyMath.toAssetsDown(burnt, total, shares);
        assertLe(assets * (shares + V), burnt * (total + ONE));
        assertGt((assets + 1) * (shares + V), burnt * (total + ONE));
    }

    function testFuzz_RoundTripNeverProfits(uint256 total, uint256 shares, uint256 assets) public pure {
        (total, shares) = _reserve(total, shares);
        assets = bound(assets, 1, 2 ** 110);
        uint256 minted = SupplyMath.toSharesDown(assets, total, shares);
        vm.assume(minted <= 2 ** 141);
        assertLe(SupplyMath.toAssetsDown(minted, total + assets, shares + minted), assets);
    }

    function testFuzz_SplittingASupplyNeverPays(uint256 total, uint256 shares, uint256 a, uint256 b) public pure {
        (total, shares) = _reserve(total, shares);
        (a, b) = (bound(a, 1, 2 ** 109), bound(b, 1, 2 ** 109));
        uint256 whole = SupplyMath.toSharesDown(a + b, total, shares);
        vm.assume(whole <= 2 ** 141);
        uint256 first = SupplyMath.toSharesDown(a, total, shares);
        uint256 second = SupplyMath.toSharesDown(b, total + a, shares + first);
        assertLe(first + second, whole);
    }

    function testFuzz_SplittingARedeemNeverPays(uint256 total, uint256 shares, uint256 x, uint256 y) public pure {
        (total, shares) = _reserve(total, shares);
        x = bound(x, 0, shares);
        y = bound(y, 0, shares - x);
        uint256 whole = SupplyMath.toAssetsDown(x + y, total, shares);
        uint256 first = SupplyMath.toAssetsDown(x, total, shares);
        uint256 second = SupplyMath.toAssetsDown(y, total - first, shares - x);
        // the first remainder stays in the reserve and may lift the second by its share of it
        assertLe(first + second, whole + 1);
    }

    /// @dev Property 26: whoever is first and inflates the price by `gift` gets back at most what he put in.
    function testFuzz_InflationOfAnEmptyReserveDoesNotPay(uint256 first, uint256 gift, uint256 victim) public pure {
        first = bound(first, 1, 2 ** 90);
        gift = bound(gift, 0, 2 ** 100);
        victim = bound(victim, 1, 2 ** 100);
        uint256 mine = SupplyMath.toSharesDown(first, 0, 0);
        uint256 total = first + gift;
        uint256 theirs = SupplyMath.toSharesDown(victim, total, mine);
        total += victim;
        assertLe(SupplyMath.toAssetsDown(mine, total, mine + theirs), first + gift, "attacker");
        uint256 back = SupplyMath.toAssetsDown(theirs, total, mine + theirs);
        assertLe(victim - back, total / 1e6 + 1, "victim loses at most a millionth of the reserve");
    }

    /// @dev Property 27: dust that is left behind does not move the price of the next supplier.
    function testFuzz_RestartAfterEveryoneLeft(uint256 dust, uint256 assets) public pure {
        dust = bound(dust, 0, 1_000);
        assets = bound(assets, 1e6, 2 ** 100);
        uint256 minted = SupplyMath.toSharesDown(assets, dust, 0);
        uint256 back = SupplyMath.toAssetsDown(minted, dust + assets, minted);
        assertLe(assets - back, assets / 1e6 * (dust + 1) / 1 + dust + 2);
    }

    function testFuzz_EmptyReserveGivesAMillionSharesAUnit(uint256 assets) public pure {
        assets = bound(assets, 1, 2 ** 112);
        assertEq(SupplyMath.toSharesDown(assets, 0, 0), assets * 1e6);
    }
}
