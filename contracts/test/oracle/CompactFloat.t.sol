// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CompactFloat} from "../../src/oracle/CompactFloat.sol";
import {Test} from "forge-std/Test.sol";

contract CompactFloatTest is Test {
    uint256 internal constant HIGHEST = (1 << 143) - 1;

    function testFuzz_RoundsDownByLessThanItsError(uint256 value) public pure {
        value = bound(value, 0, HIGHEST) >> value % 143;
        uint256 decoded = CompactFloat.decode(CompactFloat.encodeDown(value));
        assertLe(decoded, value);
        assertLe(value - decoded, value >> 16);
    }

    function testFuzz_RoundsUpByLessThanItsError(uint256 value) public pure {
        value = bound(value, 0, HIGHEST) >> value % 143;
        uint256 decoded = CompactFloat.decode(CompactFloat.encodeUp(value));
        assertGe(decoded, value);
        assertLe(decoded - value, value >> 16);
    }

    function testFuzz_FitsIn24Bits(uint256 value) public pure {
        value = bound(value, 0, HIGHEST) >> value % 143;
        assertLt(CompactFloat.encodeDown(value), 1 << 24);
        assertLt(CompactFloat.encodeUp(value), 1 << 24);
    }

    function testFuzz_ExactBelow17Bits(uint256 value) public pure {
        value = bound(value, 0, (1 << 17) - 1);
        assertEq(CompactFloat.decode(CompactFloat.encodeDown(value)), value);
        assertEq(CompactFloat.decode(CompactFloat.encodeUp(value)), value);
    }

    /// @notice The mantissa overflows by rounding up: every value just below a power of two.
    function test_RoundsUpToThePowerOfTwo() public pure {
        for (uint256 bits = 18; bits <= 143; bits++) {
            assertEq(CompactFloat.decode(CompactFloat.encodeUp((1 << bits) - 1)), 1 << bits);
        }
    }
}
