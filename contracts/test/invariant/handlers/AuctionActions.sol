// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {takeOf} from "../../support/Takes.sol";
import {TestBackstop} from "../../support/TestBackstop.sol";
import {AccountState, Effect, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {LiquidatorActions} from "./LiquidatorActions.sol";

/// @notice Clocks and the backstop.
abstract contract AuctionActions is LiquidatorActions {
    mapping(uint16 market => TestBackstop) internal backstops;

    function startAuctions(uint256 who, uint256 time) external {
        _called("startAuctions");
        (bool found,) = _anUnhealthyAccount(who);
        if (!found) return;
        Snapshot memory s = _take();
        engine.mark(accounts);
        for (uint256 i; i < accounts.length; ++i) {
            AccountState memory a = s.accounts[i];
            if (!a.priced) continue;
            assertEq(engine.auction(accounts[i]).startedAt != 0, _unhealthy(a.maintenance), Spec.L10);
        }
        _check("startAuctions", Effect.Nothing, 0, s);
        _skip(time % 400);
    }

    function absorb(uint256 who, uint256 pair, uint256 time) external {
        _called("absorb");
        (bool found, bytes32 account) = _anUnhealthyAccount(who);
        if (!found) return;
        engine.mark(accounts);
        _skip(120 + time % 600);
        (uint8 asset, uint8 debtAsset) = _bestPair(account, pair);
        TestBackstop backstop = _backstopOf(_marketOf(account), debtAsset);
        Snapshot memory s = _take();
        vm.recordLogs();
        try backstop.absorb(account, takeOf(asset, debtAsset, type(uint256).max, address(backstop), "")) {
            free = true;
            _afterLiquidations(s, "absorb");
            free = false;
        } catch {}
    }

    /// @dev With enough to take everything over, and a part of what it may have to cover.
    function _backstopOf(uint16 market, uint8 debtAsset) private returns (TestBackstop backstop) {
        backstop = backstops[market];
        address token = engine.reserve(market, debtAsset).token;
        if (address(backstop) == address(0)) {
            backstop = new TestBackstop(engine, token);
            backstops[market] = backstop;
            vm.prank(admin);
            engine.setBackstop(market, address(backstop));
        }
        backstop.approve(token);
        _mint(address(backstop), market, debtAsset, engine.reserve(market, debtAsset).debt * 11 / 10);
    }
}
