// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {Health} from "../../src/interfaces/IMarginEngine.sol";
import {LiquidationBuckets} from "../../src/libraries/LiquidationBuckets.sol";
import {ReferenceBuckets} from "../reference/ReferenceBuckets.sol";

contract LiquidationBucketsTest is Test {
    int256 internal constant BELOW = 223;
    int256 internal constant ABOVE = 32;

    /// @dev Exact while the denominator fits the 64 bits of the division.
    function testFuzz_IndexIsTheReference(uint128 numerator, uint64 denominator) public pure {
        vm.assume(numerator != 0 && denominator != 0);
        assertEq(
            LiquidationBuckets.indexOf(numerator, denominator),
            ReferenceBuckets.indexOf(numerator, denominator),
            "index"
        );
    }

    /// @dev Beyond, a ratio within 2^-62 below an edge may be filed above it.
    function testFuzz_IndexOfLongNumbersIsTheReference(uint256 numerator, uint256 denominator) public pure {
        (numerator, denominator) = (bound(numerator, 1, 2 ** 252), bound(denominator, 1, 2 ** 252));
        int256 exact = ReferenceBuckets.indexOf(numerator, denominator);
        int256 index = LiquidationBuckets.indexOf(numerator, denominator);
        assertTrue(index == exact || index == exact + 1, "index");
        if (index != exact) {
            // one part in 2^62 less and it is below
            assertEq(LiquidationBuckets.indexOf(numerator - (numerator >> 61) - 1, denominator), exact, "edge");
        }
    }

    function testFuzz_IndexIsMonotone(uint128 a, uint128 b, uint256 denominator) public pure {
        (a, b) = a < b ? (a, b) : (b, a);
        vm.assume(a != 0);
        denominator = bound(denominator, 1, 2 ** 252);
        assertLe(LiquidationBuckets.indexOf(a, denominator), LiquidationBuckets.indexOf(b, denominator));
        assertGe(LiquidationBuckets.indexOf(denominator, a), LiquidationBuckets.indexOf(denominator, b));
    }

    function test_Example() public pure {
        // 3000 = 2^11 · 1.4648: step 14 of octave 11
        assertEq(LiquidationBuckets.indexOf(3_000, 1), 11 * 32 + 14);
        assertEq(LiquidationBuckets.indexOf(1, 1), 0);
        assertEq(LiquidationBuckets.indexOf(2 ** 200 - 1, 2 ** 200), -1);
        assertEq(LiquidationBuckets.indexOf(1, 2), -32);
        assertEq(LiquidationBuckets.priceAt(0, 1e18), 1e18);
        assertEq(LiquidationBuckets.priceAt(-32, 1e18), 0.5e18);
        assertEq(LiquidationBuckets.priceAt(11 * 32 + 14, 1e18), 2_944e18);
    }

    /// @dev The bounds of a bucket enclose the price that was filed in it, and are at most 3.2 % apart.
    function testFuzz_BoundsEncloseThePrice(uint256 price, uint256 debtPrice) public pure {
        price = bound(price, 1e12, 2 ** 100);
        debtPrice = bound(debtPrice, 1e12, 2 ** 100);
        int256 index = LiquidationBuckets.indexOf(price, debtPrice);
        vm.assume(index & 255 != 0);
        (uint256 lower, uint256 upper) = LiquidationBuckets.boundsOf(LiquidationBuckets.ring(index), index, debtPrice);
        assertLe(lower, price, "lower");
        assertGt(upper + 1 + (price >> 60), price, "upper");
        assertLe((upper - lower) * 32, lower + 64, "3.1 %");
    }

    /// @dev Filed anywhere from seven octaves below the ratio of now to one above, an index is found again.
    function testFuzz_TheRingIsReadAroundNow(int256 now_, int256 distance) public pure {
        now_ = bound(now_, -4096, 4096);
        int256 index = now_ + bound(distance, -BELOW, ABOVE);
        int256 expected = index & 255 == 0 ? index + 1 : index;
        uint256 bucket = LiquidationBuckets.ring(index);
        assertTrue(bucket > 0 && bucket < 256);
        if (expected <= now_ + ABOVE) assertEq(LiquidationBuckets.nearest(bucket, now_), expected);
    }

    function testFuzz_SaferIsLower(int256 index, uint256 steps) public pure {
        index = bound(index, -4096, 4096);
        steps = bound(steps, 2, 127); // one step could fall together where bucket 0 is left out
        uint256 low = LiquidationBuckets.ring(index);
        uint256 high = LiquidationBuckets.ring(index + int256(steps));
        assertTrue(LiquidationBuckets.isSafer(low, high), "lower is safer");
        assertFalse(LiquidationBuckets.isSafer(high, low), "higher is not");
        assertTrue(LiquidationBuckets.isSafer(low, low));
        assertFalse(
            LiquidationBuckets.isSafer(0, high) || LiquidationBuckets.isSafer(low, 0), "unknown compares to none"
        );
    }

    /// @dev The whole rule: unknown above an octave, no lower than six octaves, the reference between.
    function testFuzz_BucketIsTheReference(uint256 pc, uint256 pd, uint256 collateral, uint256 debt, uint256 margin)
        public
        pure
    {
        (pc, pd) = (bound(pc, 1, 2 ** 127), bound(pd, 1, 2 ** 60));
        Health memory h = Health(bound(collateral, 1, 2 ** 123), bound(debt, 1, 2 ** 123), bound(margin, 0, 2 ** 120));
        uint256 buffer = h.collateral > h.margin ? h.collateral - h.margin : 0;
        uint256 bucket = LiquidationBuckets.bucketOf(pc, pd, buffer, h.debt);
        uint256 expected = ReferenceBuckets.bucketOf(pc, pd, h);
        assertTrue(bucket == expected || bucket == expected % 255 + 1, "bucket");
        assertEq(bucket == 0, h.debt >= 2 * buffer, "unknown");
    }

    function testFuzz_APriceThatIsDownIsUnknown(uint128 price, uint112 buffer, uint112 debt) public pure {
        assertEq(LiquidationBuckets.bucketOf(0, price, buffer, debt), 0);
        assertEq(LiquidationBuckets.bucketOf(price, 0, buffer, debt), 0);
    }

    /// @dev However small the debt, it is filed where a price that doubles does not carry it over the ring.
    function testFuzz_TheLowestPlaceIsSixOctavesBelow(uint128 pc, uint128 pd, uint256 buffer, uint256 debt)
        public
        pure
    {
        vm.assume(pc != 0 && pd != 0);
        buffer = bound(buffer, 1e6, 2 ** 123);
        debt = bound(debt, 1, buffer / 64);
        uint256 bucket = LiquidationBuckets.bucketOf(pc, pd, buffer, debt);
        int256 now_ = LiquidationBuckets.indexOf(pc, pd);
        assertApproxEqAbs(LiquidationBuckets.nearest(bucket, now_), now_ - 192, 2);
    }
}
