// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../../src/core/types/AccountWord.sol";
import {Health} from "../../../src/interfaces/IMarginEngine.sol";
import {Quote} from "../../../src/interfaces/IMarginEngineLiquidation.sol";
import {takeOf} from "../../support/Takes.sol";
import {AccountState, Effect, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {NettingActions} from "./NettingActions.sol";

/// @notice Slices of accounts that opted in, before they are unhealthy. A price moves until the account lies in the zone.
abstract contract SoftZoneActions is NettingActions {
    uint8 private constant SOFT = 1;
    uint8 private constant AUCTION = 2;

    function slice(uint256 who, uint256 most) external {
        _called("slice");
        _restorePrices();
        (bool found, bytes32 account) = _findAccount(who, _hasOnePair);
        if (!found) return;
        uint8[2] memory pair = _pairOf(account);
        _choose(account, true);
        _skip(5 minutes); // since the last slice
        if (_moveIntoZone(account, pair)) _slice(account, pair, most);
        // for the others an account that nobody may touch while it is healthy
        _choose(account, false);
    }

    function _choose(bytes32 account, bool on) private {
        vm.prank(_ownerOf(account));
        engine.setSoftZone(account, on);
    }

    function _slice(bytes32 account, uint8[2] memory pair, uint256 most) private {
        Quote memory q = engine.quoteLiquidation(account, pair[0], pair[1]);
        (, uint256 owed) = _positionOf(account, pair[0], pair[1]);
        _mint(liquidator, _marketOf(account), pair[1], 2 * owed);
        Snapshot memory s = _take();
        uint256 limit = most % 3 == 0 ? type(uint256).max : q.repaid / (1 + most % 4);
        vm.prank(liquidator);
        try engine.liquidate(account, takeOf(pair[0], pair[1], limit, liquidator, "")) returns (
            uint256 paid, uint256 seized
        ) {
            if (limit >= q.repaid) {
                assertEq(abi.encode(paid, seized), abi.encode(q.repaid + q.fee, q.seized), Spec.L11);
            }
            _checkSlice(s, account, pair, [paid, seized]);
            _check("slice", Effect.Liquidate, 0, s);
        } catch {
            assertTrue(q.repaid == 0 || limit < q.repaid, Spec.L11);
        }
    }

    function _checkSlice(Snapshot memory s, bytes32 account, uint8[2] memory pair, uint256[2] memory amounts)
        private
        view
    {
        AccountState memory a = _stateOf(s, account);
        uint256[16] memory words = oracle.maintenancePrices(a.market, uint16(1 << pair[0] | 1 << pair[1]));
        (uint256 price, uint256 debtPrice) = (uint128(words[pair[0]]), words[pair[1]] >> 128);
        uint256 unit = 3 * (price + debtPrice) / 1e18 + 3;
        assertFalse(_unhealthy(a.maintenance), Spec.L11);
        Health memory h = engine.health(account);
        _checkHealthNotLower(a.maintenance, h, unit + h.debt / 1e6, Spec.L11);
        // a tenth and the fee on it; the bonus is a hundredth at most
        uint256 value = amounts[0] * debtPrice / 1e18;
        assertLe(value, a.maintenance.debt / 10 * 1_002 / 1_000 + unit, Spec.L12);
        assertLe(amounts[1] * price / 1e18, value * 101 / 100 + unit, Spec.L12);
        (, uint256 owed) = _positionOf(account, pair[0], pair[1]);
        assertGe(owed, engine.reserve(a.market, pair[1]).parameters.minDebt, Spec.L12);
        assertEq(engine.auction(account).lastSoftAt, block.timestamp, Spec.L12);
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i] == account) continue;
            AccountState memory o = s.accounts[i];
            (uint16 market, uint256[16] memory collateral, uint256[16] memory debt) = engine.position(accounts[i]);
            assertEq(abi.encode(o.market, o.collateral, o.debt), abi.encode(market, collateral, debt), Spec.C1);
            if (o.priced) assertEq(abi.encode(o.maintenance), abi.encode(engine.health(accounts[i])), Spec.C2);
        }
    }

    /// @dev Halves the distance between a price at which the account is above the zone and one at which it is below.
    /// Somebody else may become unhealthy by it: the price does that, not the slice.
    function _moveIntoZone(bytes32 account, uint8[2] memory pair) private returns (bool) {
        uint16 market = _marketOf(account);
        bool falls = _tokenIndex(market, pair[0]) != 0;
        uint8 token = _tokenIndex(market, falls ? pair[0] : pair[1]);
        uint256 start = prices[token];
        (uint256 worse, uint256 better) = falls ? (start / 3, start * 3) : (start * 3, start / 3);
        for (uint256 i; i < 30; ++i) {
            _publish(token, 0);
            uint8 zone = engine.quoteLiquidation(account, pair[0], pair[1]).zone;
            if (zone == SOFT) return true;
            if (zone == AUCTION) worse = prices[token];
            else better = prices[token];
            prices[token] = (worse + better) / 2;
        }
        prices[token] = start; // the zone is further away than that
        _publish(token, 0);
        return false;
    }

    /// @dev Of a long or short with debt far above the minimum, so that a tenth of it can be taken.
    function _hasOnePair(bytes32 account) private view returns (bool) {
        AccountWord word = _word(account);
        (uint256 longs, uint256 shorts) = (word.collateralMask(), word.debtMask());
        if (longs == 0 || shorts == 0 || longs & (longs - 1) != 0 || shorts & (shorts - 1) != 0) return false;
        uint8[2] memory pair = _pairOf(account);
        (, uint256 owed) = _positionOf(account, pair[0], pair[1]);
        return owed > 3 * engine.reserve(_marketOf(account), pair[1]).parameters.minDebt;
    }

    function _pairOf(bytes32 account) private view returns (uint8[2] memory) {
        return [_pick(_word(account).collateralMask(), 0), _pick(_word(account).debtMask(), 0)];
    }
}
