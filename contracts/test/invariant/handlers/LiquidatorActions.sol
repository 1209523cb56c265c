// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {AccountWord} from "../../../src/core/types/AccountWord.sol";
import {CashWord} from "../../../src/core/types/ReserveWords.sol";
import {Health, IMarginEngineEvents} from "../../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../../support/Takes.sol";
import {AccountState, Effect, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {MarketActions} from "./MarketActions.sol";

/// @notice Liquidations of one account and of many. A handler that finds nobody unhealthy moves the price until it does.
abstract contract LiquidatorActions is MarketActions {
    uint256 internal writeOffs;
    /// @dev While the backstop closes: without a bound on health.
    bool internal free;

    function liquidate(uint256 who, uint256 pair, uint256 budget) external {
        _called("liquidate");
        (bool found, bytes32 account) = _anUnhealthyAccount(who);
        if (!found) return;
        (uint8 asset, uint8 debtAsset) = _bestPair(account, pair);
        Snapshot memory s = _take();
        vm.recordLogs();

        bytes memory call = abi.encodeCall(
            engine.liquidate, (account, takeOf(asset, debtAsset, _budget(account, debtAsset, budget), liquidator, ""))
        );
        vm.prank(liquidator);
        (bool success,) = address(engine).call(call);
        if (success) _afterLiquidations(s, "liquidate"); // refused pairs are the subject of L6
    }

    /// @dev Any amount, but for what would leave debt under the minimum.
    function _budget(bytes32 account, uint8 debtAsset, uint256 seed) private returns (uint256) {
        (, uint256 owed) = _positionOf(account, 0, debtAsset);
        uint256 minDebt = engine.reserve(_marketOf(account), debtAsset).parameters.minDebt;
        _mint(liquidator, _marketOf(account), debtAsset, owed);
        return seed % 3 != 0 && owed > 4 * minDebt ? bound(seed, minDebt, owed - 2 * minDebt) : owed;
    }

    function liquidateMany(uint256 who, uint256 pair) external {
        _called("liquidateMany");
        (bool found, bytes32 account) = _anUnhealthyAccount(who);
        if (!found) return;
        (uint8 asset, uint8 debtAsset) = _bestPair(account, pair);
        _mint(liquidator, _marketOf(account), debtAsset, engine.reserve(_marketOf(account), debtAsset).debt);
        Snapshot memory s = _take();
        vm.recordLogs();

        bytes memory call = abi.encodeCall(
            engine.liquidateMany, (_from(account), takeOf(asset, debtAsset, type(uint256).max, liquidator, ""))
        );
        vm.prank(liquidator);
        (bool success,) = address(engine).call(call);
        if (success) _afterLiquidations(s, "liquidateMany");
    }

    /// @dev All accounts, that one first: it decides the market.
    function _from(bytes32 account) private view returns (bytes32[] memory list) {
        list = new bytes32[](accounts.length + 1);
        list[0] = account;
        for (uint256 i; i < accounts.length; ++i) {
            list[i + 1] = accounts[i];
        }
    }

    /* CHECKS */

    function _afterLiquidations(Snapshot memory s, string memory action) internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(engine)) continue;
            if (logs[i].topics[0] == IMarginEngineEvents.Liquidate.selector) _checkLiquidated(s, logs[i]);
            if (logs[i].topics[0] == IMarginEngineEvents.WriteOff.selector) _checkWriteOff(s, logs[i]);
        }
        for (uint256 i; i < accounts.length; ++i) {
            AccountState memory a = s.accounts[i];
            if (a.priced && _unhealthy(a.maintenance)) continue;
            (uint16 market, uint256[16] memory collateral, uint256[16] memory debt) = engine.position(accounts[i]);
            assertEq(abi.encode(a.market, a.collateral, a.debt), abi.encode(market, collateral, debt), Spec.L1);
        }
        _check(action, Effect.Liquidate, 0, s);
    }

    struct Seen {
        uint256 repaidValue;
        uint256 seizedValue;
        uint256 bonus;
        uint256 penalty;
        uint256 unit;
        bool whole;
    }

    function _checkLiquidated(Snapshot memory s, Vm.Log memory log) private view {
        bytes32 account = log.topics[1];
        AccountState memory a = _stateOf(s, account);
        assertTrue(_unhealthy(a.maintenance), Spec.L1);
        Seen memory seen = _read(a, log);
        assertLe(seen.seizedValue, seen.repaidValue * (1e18 + seen.penalty) / 1e18, Spec.L4);
        if (a.maintenance.collateral <= a.maintenance.debt) return;

        uint256 equity = (a.maintenance.collateral - a.maintenance.debt) * 1e18 / a.maintenance.debt;
        assertLe(seen.bonus, equity, Spec.L5);
        if (_marketOf(account) == 0) return;
        Health memory h = engine.health(account);
        if (h.debt == 0) return;
        if (!free) _checkHealthNotLower(a.maintenance, h, seen.unit + h.debt / 1e6, Spec.L3);
        if (seen.whole) return;
        uint256 target = uint256(engine.marketParameters(a.market).targetHealth) * h.debt / 1e4;
        assertLe(h.collateral, h.margin + target + seen.unit + h.debt / 1e4, Spec.L2);
    }

    function _read(AccountState memory a, Vm.Log memory log) private view returns (Seen memory seen) {
        (uint256 assets, uint256 repaid, uint256 seized, uint256 bonus,, uint256 position,,) =
            abi.decode(log.data, (uint256, uint256, uint256, uint256, uint256, uint256, uint256, uint256));
        (uint8 asset, uint8 debtAsset) = (uint8(assets >> 4 & 15), uint8(assets & 15));
        uint256[16] memory words = oracle.maintenancePrices(a.market, uint16(1 << asset | 1 << debtAsset));
        uint256 debtPrice = words[debtAsset] >> 128;
        seen.repaidValue = repaid * debtPrice / 1e18;
        seen.seizedValue = seized * uint128(words[asset]) / 1e18;
        seen.bonus = bonus;
        seen.penalty = engine.risk(a.market, asset).penalty;
        seen.unit = 3 * (debtPrice + uint128(words[asset])) / 1e18 + 3;
        seen.whole = uint128(position) == 0;
    }

    function _checkWriteOff(Snapshot memory s, Vm.Log memory log) internal {
        (uint256 id, uint256 loss, uint256 feesLost,, uint256 cashWord) =
            abi.decode(log.data, (uint256, uint256, uint256, uint256, uint256));
        AccountState memory a = _stateOf(s, log.topics[1]);
        assertLe(loss, a.debt[id & 15], Spec.L7);
        assertEq(AccountWord.unwrap(_word(log.topics[1])), 0, Spec.L7);
        // as of the write-off: a later close of the same call brings its own fee
        if (feesLost < loss) assertLe(CashWord.wrap(cashWord).feesUp(), 1, Spec.L7);
        // a loss of suppliers closes openings; here no coverage is measured that would open them
        uint16 market = uint16(id >> 4);
        if (engine.openingsClosed(market)) {
            vm.prank(admin);
            engine.setOpeningsClosed(market, false);
        }
        ++writeOffs;
    }

    function _stateOf(Snapshot memory s, bytes32 account) internal view returns (AccountState memory) {
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i] == account) return s.accounts[i];
        }
        revert("not an account of ours");
    }

    /* QUESTIONS */

    /// @notice A pair of legs that both are worth something; the one with the most collateral, or another by seed.
    function _bestPair(bytes32 account, uint256 seed) internal view returns (uint8 asset, uint8 debtAsset) {
        AccountWord word = _word(account);
        asset = _pick(word.collateralMask(), seed);
        debtAsset = _pick(word.debtMask(), seed / ASSETS);
    }

    /// @dev Moves the prices against a position, step by step, until it is unhealthy.
    function _anUnhealthyAccount(uint256 seed) internal returns (bool found, bytes32 account) {
        _restorePrices();
        (found, account) = _findAccount(seed, _isUnhealthy);
        if (found) return (found, account);
        (found, account) = _findAccount(seed, _hasDebt);
        if (!found) return (false, account);
        Snapshot memory s = _take();
        uint256 step = 2e16 + seed % 8e16;
        for (uint256 i; i < 40 && !_isUnhealthy(account); ++i) {
            _against(account, step);
        }
        for (uint256 i; i < accounts.length; ++i) {
            assertEq(abi.encode(s.accounts[i].debt), abi.encode(_debtOf(accounts[i])), Spec.C1);
        }
        return (_isUnhealthy(account), account);
    }

    function _debtOf(bytes32 account) private view returns (uint256[16] memory debt) {
        (,, debt) = engine.position(account);
    }

    /// @dev Collateral cheaper and debt dearer by `step`.
    function _against(bytes32 account, uint256 step) internal {
        uint16 market = _marketOf(account);
        AccountWord word = _word(account);
        for (uint8 asset; asset < ASSETS; ++asset) {
            uint8 token = _tokenIndex(market, asset);
            if (word.holds(asset) && token != 0) prices[token] = prices[token] * (1e18 - step) / 1e18;
            if (word.owes(asset) && token != 0) prices[token] = prices[token] * (1e18 + step) / 1e18;
        }
        _publish(1, 0);
        _publish(2, 0);
    }
}
