// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {DebtWord} from "../../src/core/types/ReserveWords.sol";
import {ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {takeOf} from "../support/Takes.sol";
import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";
import {ReserveKey, World} from "./World.sol";

/// @notice What must hold in every state, whoever brought the engine there.
abstract contract StateChecks is World {
    /// @notice A1: exact, donations counted.
    function checkSolvency() public view {
        for (uint256 t; t < ASSETS; ++t) {
            uint256 owned = donated[tokens[t]];
            for (uint256 i; i < reserves.length; ++i) {
                if (_tokenIndex(reserves[i].market, reserves[i].asset) != t) continue;
                owned += _reserve(reserves[i]).cash;
                owned += EngineSlots.recoveryPool(address(engine), reserves[i].market, reserves[i].asset);
            }
            for (uint256 i; i < accounts.length; ++i) {
                uint16 market = _marketOf(accounts[i]);
                for (uint8 asset; asset < ASSETS; ++asset) {
                    if (_tokenIndex(market, asset) != t) continue;
                    owned += EngineSlots.rawCollateral(address(engine), accounts[i], asset);
                }
            }
            assertEq(tokens[t].balanceOf(address(engine)), owned, Spec.A1);
        }
    }

    /// @notice A2 to A6: the books of every reserve.
    function checkBooks() public view {
        for (uint256 i; i < reserves.length; ++i) {
            ReserveKey memory key = reserves[i];
            ReserveState memory r = _reserve(key);
            _checkDebts(key, r);
            uint256 shares;
            for (uint256 j; j < lenders.length; ++j) {
                shares += engine.sharesOf(_account(lenders[j], 0), key.market, key.asset);
            }
            for (uint256 j; j < accounts.length; ++j) {
                shares += engine.sharesOf(accounts[j], key.market, key.asset);
            }
            assertEq(shares, r.supplyShares, Spec.A3);
            assertLe(r.borrowRate, 13e18, Spec.A5); // 4 · 298 %, and a premium of at most 100 %
            uint256 gross = r.cash + r.debt;
            assertEq(r.totalAssets, gross > r.fees ? gross - r.fees : 0, Spec.A6);
        }
    }

    function _checkDebts(ReserveKey memory key, ReserveState memory r) private view {
        uint256 scaled;
        uint256 owed;
        uint256 borrowers;
        for (uint256 i; i < accounts.length; ++i) {
            if (_marketOf(accounts[i]) != key.market) continue;
            uint256 raw = EngineSlots.rawDebt(address(engine), accounts[i], key.asset);
            if (raw == 0) continue;
            scaled += raw;
            (, uint256 debt) = engine.amounts(accounts[i], 0, key.asset);
            owed += debt;
            ++borrowers;
        }
        DebtWord word = EngineSlots.debtWord(address(engine), key.market, key.asset);
        assertEq(scaled, word.scaledDebt(), Spec.A2);
        assertGe(owed, r.debt, Spec.A4);
        assertLe(owed, r.debt + borrowers, Spec.A4);
        assertTrue(r.debt == 0 || scaled != 0, Spec.A5);
    }

    /// @notice B1 to B4: the shape of every account.
    function checkAccounts() public view {
        for (uint256 i; i < accounts.length; ++i) {
            AccountWord word = _word(accounts[i]);
            uint256 held;
            uint256 owed;
            for (uint256 asset; asset < 16; ++asset) {
                if (EngineSlots.rawCollateral(address(engine), accounts[i], asset) != 0) held |= 1 << asset;
                if (EngineSlots.rawDebt(address(engine), accounts[i], asset) != 0) owed |= 1 << asset;
            }
            assertEq(word.collateralMask(), held, Spec.B2);
            assertEq(word.debtMask(), owed, Spec.B2);
            assertEq(AccountWord.unwrap(word) == 0, held | owed == 0, Spec.B1);
            assertEq(held & owed, 0, Spec.B3);
            assertTrue(held != 0 || owed == 0, Spec.B4);
        }
    }

    /// @notice B5: tried on every account without debt, with all prices down and all markets paused.
    function checkExits() public {
        uint256 state = vm.snapshotState();
        for (uint256 i; i < reserves.length; ++i) {
            _setPrice(reserves[i].market, reserves[i].asset, 0);
        }
        vm.startPrank(admin);
        for (uint16 market = ETH; market <= CROSS; ++market) {
            engine.setPaused(market, true);
        }
        vm.stopPrank();
        for (uint256 i; i < accounts.length; ++i) {
            if (_hasDebt(accounts[i])) continue;
            address owner = _ownerOf(accounts[i]);
            for (uint8 asset; asset < ASSETS; ++asset) {
                if (!_word(accounts[i]).holds(asset)) continue;
                vm.prank(owner);
                engine.withdraw(accounts[i], asset, type(uint256).max, owner);
            }
            assertEq(AccountWord.unwrap(_word(accounts[i])), 0, Spec.B5);
        }
        vm.revertToState(state);
    }

    /// @notice L6: of every unhealthy account with prices, some pair can be liquidated.
    function checkLiquidatable() public {
        for (uint256 i; i < accounts.length; ++i) {
            if (!_isUnhealthy(accounts[i])) continue;
            assertTrue(_someLiquidationWorks(accounts[i]), Spec.L6);
        }
    }

    function _someLiquidationWorks(bytes32 account) private returns (bool works) {
        AccountWord word = _word(account);
        uint256 state = vm.snapshotState();
        for (uint8 asset; asset < ASSETS && !works; ++asset) {
            for (uint8 debtAsset; debtAsset < ASSETS && !works; ++debtAsset) {
                if (!word.holds(asset) || !word.owes(debtAsset)) continue;
                works = _liquidationWorks(account, asset, debtAsset);
            }
        }
        vm.revertToState(state);
    }

    function _liquidationWorks(bytes32 account, uint8 asset, uint8 debtAsset) private returns (bool works) {
        (, uint256 owed) = _positionOf(account, asset, debtAsset);
        _mint(liquidator, _marketOf(account), debtAsset, 2 * owed); // the fee comes on top
        bytes memory call =
            abi.encodeCall(engine.liquidate, (account, takeOf(asset, debtAsset, type(uint256).max, liquidator, "")));
        vm.prank(liquidator);
        bytes memory answer;
        (works, answer) = address(engine).call(call);
        if (!works && bytes4(answer) == Errors.Throttled.selector) works = true; // in seconds
    }
}
