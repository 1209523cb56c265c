// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {AccountWord} from "../../../src/core/types/AccountWord.sol";

contract AccountWordTest is Test {
    struct Fields {
        uint96 collateral;
        uint96 debt;
        uint16 market;
        uint16 collateralMask;
        uint16 debtMask;
        uint8 primaryCollateral;
        uint8 primaryDebt;
        uint8 bucket;
    }

    /// @dev The drawing in the source, bit by bit.
    function _pack(Fields memory f) internal pure returns (AccountWord) {
        return AccountWord.wrap(
            uint256(f.collateral) | uint256(f.debt) << 96 | uint256(f.market) << 192 | uint256(f.collateralMask) << 208
                | uint256(f.debtMask) << 224 | uint256(f.primaryCollateral) << 240 | uint256(f.primaryDebt) << 244
                | uint256(f.bucket) << 248
        );
    }

    function _bounded(Fields memory f) internal pure returns (Fields memory) {
        (f.primaryCollateral, f.primaryDebt) = (f.primaryCollateral & 15, f.primaryDebt & 15);
        return f;
    }

    function testFuzz_Unpacks(Fields memory f) public pure {
        f = _bounded(f);
        AccountWord w = _pack(f);
        assertEq(w.inlineCollateral(), f.collateral);
        assertEq(w.inlineDebt(), f.debt);
        assertEq(w.market(), f.market);
        assertEq(w.collateralMask(), f.collateralMask);
        assertEq(w.debtMask(), f.debtMask);
        assertEq(w.assetMask(), f.collateralMask | f.debtMask);
        assertEq(w.primaryCollateral(), f.primaryCollateral);
        assertEq(w.primaryDebt(), f.primaryDebt);
        assertEq(w.bucket(), f.bucket);
        assertEq(w.isEmpty(), f.collateralMask | f.debtMask == 0);
    }

    function testFuzz_InlineCollateralReplacesOnlyItself(Fields memory f, uint96 amount, uint8 asset) public pure {
        f = _bounded(f);
        asset &= 15;
        AccountWord w = _pack(f).withInlineCollateral(asset, amount);
        (f.collateral, f.primaryCollateral) = (amount, asset);
        assertEq(AccountWord.unwrap(w), AccountWord.unwrap(_pack(f)));
    }

    function testFuzz_InlineDebtReplacesOnlyItself(Fields memory f, uint96 amount, uint8 asset) public pure {
        f = _bounded(f);
        asset &= 15;
        AccountWord w = _pack(f).withInlineDebt(asset, amount);
        (f.debt, f.primaryDebt) = (amount, asset);
        assertEq(AccountWord.unwrap(w), AccountWord.unwrap(_pack(f)));
    }

    function testFuzz_BitsReplaceOnlyThemselves(Fields memory f, uint8 asset, bool set) public pure {
        f = _bounded(f);
        asset &= 15;
        AccountWord c = _pack(f).withCollateralBit(asset, set);
        AccountWord d = _pack(f).withDebtBit(asset, set);
        assertEq(c.holds(asset), set);
        assertEq(d.owes(asset), set);
        uint16 bit = uint16(1 << asset);
        Fields memory g = abi.decode(abi.encode(f), (Fields));
        g.collateralMask = set ? g.collateralMask | bit : g.collateralMask & ~bit;
        assertEq(AccountWord.unwrap(c), AccountWord.unwrap(_pack(g)));
        f.debtMask = set ? f.debtMask | bit : f.debtMask & ~bit;
        assertEq(AccountWord.unwrap(d), AccountWord.unwrap(_pack(f)));
    }

    function testFuzz_EntersAMarket(uint16 market) public pure {
        assertEq(AccountWord.wrap(0).withMarket(market).market(), market);
    }

    /* LIQUIDATION MAP */

    function testFuzz_BucketReplacesOnlyItself(Fields memory f, uint8 bucket) public pure {
        AccountWord w = _pack(_bounded(f)).withBucket(bucket);
        f.bucket = bucket;
        assertEq(AccountWord.unwrap(w), AccountWord.unwrap(_pack(f)));
    }

    /// @dev By the primary collateral while it is held, else by the lowest that is.
    function testFuzz_PairOfTheMap(Fields memory f) public pure {
        f = _bounded(f);
        uint256 collateral = f.primaryCollateral;
        if (f.collateralMask >> collateral & 1 == 0) {
            for (collateral = 0; collateral < 15 && f.collateralMask >> collateral & 1 == 0; ++collateral) {}
            if (f.collateralMask == 0) collateral = 0;
        }
        assertEq(_pack(f).mapCollateral(), collateral);
        assertEq(_pack(f).mapPair(), uint256(f.market) << 8 | uint256(f.primaryDebt) << 4 | collateral);
    }

    function testFuzz_APairHasOneOfEach(Fields memory f, bool simple) public pure {
        f = _bounded(f);
        if (simple) {
            (f.collateralMask, f.debtMask) = (uint16(1 << f.primaryCollateral), uint16(1 << f.primaryDebt));
        }
        bool expected = f.collateralMask == 1 << f.primaryCollateral && f.debtMask == 1 << f.primaryDebt;
        assertEq(_pack(f).isPair(), expected);
    }

    function testFuzz_SameButCollateral(Fields memory f, uint96 amount, uint8 bit) public pure {
        f = _bounded(f);
        AccountWord w = _pack(f);
        uint256 other = AccountWord.unwrap(w.withInlineCollateral(f.primaryCollateral, amount));
        assertTrue(w.sameButCollateral(AccountWord.wrap(other)));
        bit = uint8(bound(bit, 96, 255));
        assertFalse(w.sameButCollateral(AccountWord.wrap(other ^ (1 << bit))));
    }
}
