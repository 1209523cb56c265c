// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {MarketWord, packMarket} from "../../../src/core/types/MarketWord.sol";
import {
    CashWord,
    DebtWord,
    INDEX_ONE,
    MAX_AMOUNT,
    SupplyWord,
    packCap,
    unpackCap
} from "../../../src/core/types/ReserveWords.sol";

contract ReserveWordsTest is Test {
    function _debt(uint112 scaled, uint80 index, uint32 at, uint32 rate) internal pure returns (DebtWord) {
        return DebtWord.wrap(uint256(scaled) | uint256(index) << 112 | uint256(at) << 192 | uint256(rate) << 224);
    }

    function testFuzz_DebtWordUnpacks(uint112 scaled, uint80 index, uint32 at, uint32 rate) public pure {
        DebtWord w = _debt(scaled, index, at, rate);
        assertEq(w.scaledDebt(), scaled);
        assertEq(w.index(), index);
        assertEq(w.accruedAt(), at);
        assertEq(w.logRate(), rate);
    }

    function testFuzz_ScaledDebtMovesAlone(uint112 scaled, uint80 index, uint32 at, uint32 rate, uint112 by)
        public
        pure
    {
        by = uint112(bound(by, 0, type(uint112).max - scaled));
        DebtWord w = _debt(scaled, index, at, rate);
        assertEq(DebtWord.unwrap(w.addScaled(by)), DebtWord.unwrap(_debt(scaled + by, index, at, rate)));
        assertEq(DebtWord.unwrap(w.addScaled(by).subScaled(by)), DebtWord.unwrap(w));
    }

    /// @dev Debt rounds up, and parts are never less than the whole.
    function testFuzz_DebtRoundsUp(uint112 scaled, uint80 index, uint112 part) public pure {
        DebtWord w = _debt(scaled, index, 0, 0);
        uint256 owed = w.totalDebt();
        assertGe(owed * INDEX_ONE, uint256(scaled) * index);
        assertLt(owed * INDEX_ONE, uint256(scaled) * index + INDEX_ONE);
        part = uint112(bound(part, 0, scaled));
        assertGe(w.debtOf(part) + w.debtOf(scaled - part), owed);
        assertLe(w.debtOf(part) + w.debtOf(scaled - part), owed + 1);
    }

    struct Cash {
        uint112 cash;
        uint96 fees;
        uint16 cap;
        uint8 share;
        uint16 premium;
        uint8 minDebt;
    }

    function _cash(Cash memory f) internal pure returns (CashWord) {
        return CashWord.wrap(
            uint256(f.cash) | uint256(f.fees) << 112 | uint256(f.cap) << 208 | uint256(f.share) << 224
                | uint256(f.premium) << 232 | uint256(f.minDebt) << 248
        );
    }

    function testFuzz_CashWordUnpacks(Cash memory f) public pure {
        CashWord w = _cash(f);
        assertEq(w.cash(), f.cash);
        assertEq(w.feesDown(), f.fees / 65_536);
        assertEq(w.feesUp(), (uint256(f.fees) + 65_535) / 65_536);
        assertEq(w.debtCap(), unpackCap(f.cap));
        assertEq(w.feeShare(), f.share);
        assertEq(w.ratePremium(), f.premium);
        assertEq(w.minDebt(), f.minDebt > 255 ? 0 : uint256(1) << f.minDebt);
    }

    function testFuzz_CashMovesAlone(Cash memory f, uint112 by) public pure {
        by = uint112(bound(by, 0, type(uint112).max - f.cash));
        CashWord w = _cash(f);
        CashWord more = w.addCash(by);
        assertEq(CashWord.unwrap(more.subCash(by)), CashWord.unwrap(w));
        f.cash += by;
        assertEq(CashWord.unwrap(more), CashWord.unwrap(_cash(f)));
    }

    function testFuzz_SupplyWordUnpacks(uint144 shares, uint16 cap, uint144 by) public pure {
        by = uint144(bound(by, 0, type(uint144).max - shares));
        SupplyWord w = SupplyWord.wrap(uint256(shares) | uint256(cap) << 144);
        assertEq(w.supplyShares(), shares);
        assertEq(w.supplyCap(), unpackCap(cap));
        assertEq(w.addShares(by).supplyShares(), uint256(shares) + by);
        assertEq(w.addShares(by).supplyCap(), unpackCap(cap));
        assertEq(SupplyWord.unwrap(w.addShares(by).subShares(by)), SupplyWord.unwrap(w));
    }

    /// @dev A cap keeps eight bits: never above what was asked for, and within a 128th of it.
    function testFuzz_CapRoundsDownWithinA128th(uint256 amount) public pure {
        amount = bound(amount, 0, MAX_AMOUNT);
        uint256 packed = packCap(amount);
        uint256 cap = unpackCap(packed);
        assertLt(packed, 2 ** 16);
        assertLe(cap, amount);
        assertGe(cap + amount / 128, amount);
        if (amount < 256) assertEq(cap, amount);
        assertEq(packCap(cap), packed, "packing is stable");
    }

    function testFuzz_MarketWordUnpacks(uint16 ratio, uint16 target, uint8 assets, bool paused) public pure {
        MarketWord w = packMarket(ratio, target, assets, paused);
        assertEq(w.initialRatio(), ratio);
        assertEq(w.targetHealth(), uint256(target) * 1e14);
        assertEq(w.assetCount(), assets);
        assertEq(w.paused(), paused);
        assertEq(w.exists(), ratio != 0 || target != 0 || assets != 0 || paused);
    }
}
