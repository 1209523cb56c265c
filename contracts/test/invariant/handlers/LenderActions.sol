// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReserveState} from "../../../src/interfaces/IMarginEngine.sol";
import {SupplyMath} from "../../../src/libraries/SupplyMath.sol";
import {Effect, Hooks, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {ReserveKey} from "../World.sol";

/// @notice Supply and redeem, and the interest that anyone may accrue.
abstract contract LenderActions is Hooks {
    function supply(uint256 who, uint256 which, uint256 value) external {
        ReserveKey memory key = _reserveOf(which);
        address actor = lenders[who % 2];
        ReserveState memory r = _reserve(key);
        uint256 room = r.parameters.supplyCap > r.totalAssets ? r.parameters.supplyCap - r.totalAssets : 0;
        uint256 least = r.totalAssets / (r.supplyShares + SupplyMath.VIRTUAL_SHARES) + 1; // buys a share
        _called("supply");
        if (room < least) return;
        uint256 amount = _worth(_tokenIndex(key.market, key.asset), bound(value, 0, 100_000e18));
        amount = bound(amount, least, room);
        Snapshot memory s = _take();

        _mint(actor, key.market, key.asset, amount);
        vm.prank(actor);
        engine.supply(_account(actor, 0), key.market, key.asset, amount);

        _check("supply", Effect.Lend, 0, s);
        _checkOnly(s, key.market, key.asset);
        assertLe(_reserve(key).totalAssets, r.parameters.supplyCap, Spec.C8);
    }

    function redeem(uint256 who, uint256 which, uint256 part) external {
        _called("redeem");
        for (uint256 i; i < reserves.length; ++i) {
            ReserveKey memory key = _reserveOf(which % reserves.length + i);
            address actor = lenders[(who % 2 + i) % 2];
            ReserveState memory r = _reserve(key);
            uint256 held = engine.sharesOf(_account(actor, 0), key.market, key.asset);
            // at least a unit of the token, at most the cash
            uint256 perUnit = (r.supplyShares + SupplyMath.VIRTUAL_SHARES) / (r.totalAssets + 1) + 1;
            uint256 most = r.cash * (r.supplyShares + SupplyMath.VIRTUAL_SHARES) / (r.totalAssets + 1);
            if (held < most) most = held;
            if (most < perUnit) continue;
            return _redeem(key, actor, bound(part, perUnit, part % 8 == 0 ? most : perUnit + (most - perUnit) / 8));
        }
    }

    function accrue(uint256 which) external {
        ReserveKey memory key = _reserveOf(which);
        _called("accrue");
        Snapshot memory s = _take();
        engine.accrue(key.market, key.asset);
        _check("accrue", Effect.Nothing, 0, s);
    }

    function _redeem(ReserveKey memory key, address actor, uint256 shares) private {
        Snapshot memory s = _take();
        uint256 held = tokens[_tokenIndex(key.market, key.asset)].balanceOf(actor);
        vm.prank(actor);
        uint256 assets = engine.redeem(_account(actor, 0), key.market, key.asset, shares, actor);
        assertEq(tokens[_tokenIndex(key.market, key.asset)].balanceOf(actor) - held, assets, Spec.A1);
        _check("redeem", Effect.Lend, 0, s);
        _checkOnly(s, key.market, key.asset);
    }
}
