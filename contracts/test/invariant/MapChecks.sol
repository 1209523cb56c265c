// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {DebtWord} from "../../src/core/types/ReserveWords.sol";
import {Health} from "../../src/interfaces/IMarginEngine.sol";
import {ReferenceBuckets} from "../reference/ReferenceBuckets.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";
import {World} from "./World.sol";

/// @notice The liquidation map against a recount over all accounts.
abstract contract MapChecks is World {
    /// @notice M1, M2.
    function checkMap() public view {
        for (uint16 market = ETH; market <= CROSS; ++market) {
            uint256 count = engine.assetCount(market);
            for (uint256 debt; debt < count; ++debt) {
                for (uint256 collateral; collateral < count; ++collateral) {
                    _checkPair(market, debt, collateral);
                }
                _checkSpilled(market, debt);
            }
        }
    }

    /// @notice M3, tried on every account; the state is as before.
    function checkTouch() public {
        uint256 state = vm.snapshotState();
        for (uint256 i; i < accounts.length; ++i) {
            if (!_hasDebt(accounts[i]) || !_isPriced(accounts[i])) continue;
            uint256 expected = _bucketOf(accounts[i]);
            vm.prank(stranger);
            assertEq(engine.touch(accounts[i]), expected, Spec.M3);
            assertEq(_word(accounts[i]).bucket(), expected, Spec.M3);
        }
        checkMap();
        vm.revertToState(state);
    }

    function _checkPair(uint16 market, uint256 debt, uint256 collateral) private view {
        uint256[256] memory sums = EngineSlots.buckets(address(engine), market, debt, collateral);
        for (uint256 i; i < accounts.length; ++i) {
            AccountWord word = _word(accounts[i]);
            if (word.market() != market || word.primaryDebt() != debt || _filedBy(word) != collateral) continue;
            uint256 units = word.inlineDebt() >> EngineSlots.config(address(engine), market, debt).debtUnit();
            assertGe(sums[word.bucket()], units, Spec.M1);
            sums[word.bucket()] -= units;
        }
        for (uint256 i; i < 256; ++i) {
            assertEq(sums[i], 0, Spec.M1);
        }
    }

    function _checkSpilled(uint16 market, uint256 debt) private view {
        uint256 inlined;
        for (uint256 i; i < accounts.length; ++i) {
            AccountWord word = _word(accounts[i]);
            if (word.market() == market && word.primaryDebt() == debt) inlined += word.inlineDebt();
        }
        DebtWord total = EngineSlots.debtWord(address(engine), market, uint8(debt));
        uint256 spilled = EngineSlots.spilledDebts(address(engine), market, debt);
        assertEq(spilled + inlined, total.scaledDebt(), Spec.M2);
    }

    /// @dev The primary collateral while it is held, else the lowest that is.
    function _filedBy(AccountWord word) private pure returns (uint256 asset) {
        asset = word.primaryCollateral();
        if (word.collateralMask() & (1 << asset) != 0) return asset;
        for (asset = 0; asset < 16 && word.collateralMask() & (1 << asset) == 0; ++asset) {}
        if (asset == 16) asset = 0;
    }

    function _bucketOf(bytes32 account) private view returns (uint256) {
        AccountWord word = _word(account);
        if (word.debtMask() & (1 << word.primaryDebt()) == 0) return 0;
        if (
            word.inlineDebt()
                    >> EngineSlots.config(address(engine), uint16(word.market()), word.primaryDebt()).debtUnit() == 0
        ) return 0;
        Health memory h = engine.health(account);
        uint256[16] memory prices = oracle.maintenancePrices(uint16(word.market()), type(uint16).max);
        uint256 collateralPrice = uint128(prices[_filedBy(word)]);
        uint256 debtPrice = prices[word.primaryDebt()] >> 128;
        return ReferenceBuckets.bucketOf(collateralPrice, debtPrice, h);
    }
}
