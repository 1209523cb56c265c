// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {Health, IMarginEngineEvents, ReserveState} from "../../../src/interfaces/IMarginEngine.sol";
import {NettingQuote, NettingResult} from "../../../src/interfaces/IMarginEngineLiquidation.sol";
import {AccountState, Effect, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {LiquidatorActions} from "./LiquidatorActions.sol";

/// @notice Netting. A handler that finds nobody unhealthy, or nobody opposite, makes one.
abstract contract NettingActions is LiquidatorActions {
    function net(uint256 who, uint256 pair, uint256 most, uint256 choice) external {
        _called("net");
        (bool found, bytes32 u) = _anUnhealthyAccount(who);
        if (!found) return;
        (uint8 c, uint8 d) = _bestPair(u, pair);
        bytes32 x;
        (found, x) = _anOpposite(u, c, d, who);
        if (!found) return;
        bool asked = choice % 2 == 0;
        if (engine.auction(x).nettable != asked) {
            vm.prank(_ownerOf(x));
            engine.setNettable(x, asked);
        }
        bytes32[] memory list = new bytes32[](1);
        list[0] = u;
        engine.mark(list);
        _skip(12 minutes + who % 15 minutes); // due, and every rank has come
        if (!_isUnhealthy(u)) return;
        most = most % 3 == 0 ? type(uint256).max : bound(most, 1, type(uint96).max);
        _net(u, x, [c, d], most);
    }

    function _net(bytes32 u, bytes32 x, uint8[2] memory pair, uint256 most) private {
        NettingQuote memory q = engine.quoteNetting(u, x, pair[0], pair[1]);
        Snapshot memory s = _take();
        vm.recordLogs();
        vm.prank(stranger);
        try engine.net(u, x, pair[0], pair[1], most) returns (uint256 moved, uint256) {
            assertEq(q.reason.length, 0, Spec.L8);
            assertLe(moved, most, Spec.L8);
            _checkNetted(s, u, x, pair);
            _check("net", Effect.Liquidate, 0, s);
        } catch (bytes memory reason) {
            // what a limit of the caller refuses is not what the quote speaks of
            if (most == type(uint256).max) assertEq(reason, q.reason, Spec.L8);
        }
    }

    function _checkNetted(Snapshot memory s, bytes32 u, bytes32 x, uint8[2] memory pair) private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        NettingResult memory n;
        for (uint256 i; i < logs.length; ++i) {
            assertEq(logs[i].emitter, address(engine), Spec.L9);
            if (logs[i].topics[0] == IMarginEngineEvents.Net.selector) n = abi.decode(logs[i].data, (NettingResult));
            if (logs[i].topics[0] == IMarginEngineEvents.WriteOff.selector) _checkWriteOff(s, logs[i]);
        }
        AccountState memory before = _stateOf(s, x);
        Health memory h = engine.health(x);
        _checkHealthNotLower(before.maintenance, h, 0, Spec.L9);
        assertLe(h.margin, before.maintenance.margin, Spec.L9);
        before = _stateOf(s, u);
        assertTrue(_unhealthy(before.maintenance), Spec.L1);
        if (before.maintenance.collateral > before.maintenance.debt) {
            _checkHealthNotLower(before.maintenance, engine.health(u), 0, Spec.L3);
        }
        _checkConserved(s, before.market, pair[0], n.moved);
        _checkConserved(s, before.market, pair[1], n.taken);
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i] == u || accounts[i] == x) continue;
            (uint16 market, uint256[16] memory collateral, uint256[16] memory debt) = engine.position(accounts[i]);
            AccountState memory a = s.accounts[i];
            assertEq(abi.encode(a.market, a.collateral, a.debt), abi.encode(market, collateral, debt), Spec.C1);
        }
    }

    /// @dev What left an account is cash; the totals of accounts and cash are checked with A1.
    function _checkConserved(Snapshot memory s, uint16 market, uint8 asset, uint256 amount) private view {
        for (uint256 i; i < reserves.length; ++i) {
            if (reserves[i].market != market || reserves[i].asset != asset) continue;
            ReserveState memory a = s.reserves[i];
            assertEq(_reserve(reserves[i]).cash, a.cash + amount, Spec.L9);
        }
    }

    /// @dev Another owner's account that holds d and owes c; else an empty one opens such a position.
    function _anOpposite(bytes32 u, uint8 c, uint8 d, uint256 seed) private returns (bool, bytes32) {
        bytes32 empty;
        for (uint256 i; i < accounts.length; ++i) {
            bytes32 x = _accountOf(seed % accounts.length + i);
            if (_ownerOf(x) == _ownerOf(u)) continue;
            if (_marketOf(x) == 0) empty = x;
            if (_marketOf(x) != _marketOf(u) || !_word(x).holds(d) || !_word(x).owes(c)) continue;
            if (_isPriced(x)) return (true, x);
        }
        return empty == 0 ? (false, empty) : (_openOpposite(empty, _marketOf(u), [c, d], seed), empty);
    }

    function _openOpposite(bytes32 x, uint16 market, uint8[2] memory pair, uint256 seed) private returns (bool opened) {
        uint256 value = bound(seed, 2_000e18, 200_000e18);
        (uint8 c, uint8 d) = (_tokenIndex(market, pair[0]), _tokenIndex(market, pair[1]));
        address owner = _ownerOf(x);
        uint256 held = _worth(d, value);
        _mint(owner, market, pair[1], held);
        vm.startPrank(owner);
        try engine.deposit(x, market, pair[1], held) {
            try engine.borrow(x, market, pair[0], _worth(c, value / 2), owner) {
                opened = true;
            } catch {} // paused, closed, capped or without cash: not what is tried here
        } catch {}
        vm.stopPrank();
    }
}
