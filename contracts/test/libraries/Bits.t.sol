// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {Bits} from "../../src/libraries/Bits.sol";

contract BitsTest is Test {
    using Bits for uint256;

    function testFuzz_LowestIsTheFirstSetBit(uint16 mask) public pure {
        vm.assume(mask != 0);
        uint256 expected;
        while ((mask >> expected) & 1 == 0) ++expected;
        assertEq(uint256(mask).lowest(), expected);
    }

    function testFuzz_DropLowestClearsOneBit(uint16 mask) public pure {
        vm.assume(mask != 0);
        assertEq(uint256(mask).dropLowest(), uint256(mask) & ~(uint256(1) << uint256(mask).lowest()));
    }

    function testFuzz_WalkVisitsEverySetBitInOrder(uint16 mask) public pure {
        uint256 rebuilt;
        uint256 next;
        for (uint256 rest = mask; rest != 0; rest = rest.dropLowest()) {
            uint256 i = rest.lowest();
            assertGe(i, next, "ascending");
            next = i + 1;
            rebuilt |= 1 << i;
        }
        assertEq(rebuilt, mask);
    }

    function test_EveryMaskOfOneBit() public pure {
        for (uint256 i; i < 16; ++i) {
            assertEq((uint256(1) << i).lowest(), i);
            assertEq((uint256(1) << i).dropLowest(), 0);
        }
    }
}
