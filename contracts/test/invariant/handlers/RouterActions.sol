// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../../src/core/types/AccountWord.sol";
import {Health, ReserveState} from "../../../src/interfaces/IMarginEngine.sol";
import {Order, OrderKind} from "../../../src/interfaces/ITradeRouter.sol";
import {Bits} from "../../../src/libraries/Bits.sol";
import {Effect, Snapshot} from "../Hooks.sol";
import {TraderActions} from "./TraderActions.sol";

/// @notice Positions through the real router and real Uniswap v3 pools.
abstract contract RouterActions is TraderActions {
    /// @dev What a trade through the pool may lose [1e-4]: fee and impact of what the handlers trade.
    uint256 internal constant TRADE_COST = 200;

    function openPosition(uint256 who, uint256 which, uint256 equity, uint256 borrowed) external {
        _called("openPosition");
        (bool found, bytes32 account) = _findAccount(who, _isEmptyAndOpen);
        if (!found) return;
        uint16 market = _openMarket(which);
        uint8 asset = uint8(which % engine.assetCount(market));
        OrderKind kind = which % 2 == 0 ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken;
        uint8 debtAsset = uint8((asset + 1) % engine.assetCount(market));
        if (_isDown(market, asset)) return;
        equity = bound(equity, 1_000e18, 50_000e18);
        borrowed = bound(borrowed, equity / 5, equity * 3 / 2);
        _open(account, _order(kind, market, asset, debtAsset, _ownerOf(account)), equity, borrowed);
    }

    function _open(bytes32 account, Order memory order, uint256 equity, uint256 borrowed) private {
        uint8 paid = order.kind == OrderKind.OpenWithDebtToken ? order.debtAsset : order.collateralAsset;
        order.amount = _worth(_tokenIndex(order.market, order.debtAsset), borrowed);
        order.equity = _worth(_tokenIndex(order.market, paid), equity);
        if (!_canBorrow(order.market, order.debtAsset, order.amount)) return;
        _alignPools();
        Snapshot memory s = _take();

        _mint(_ownerOf(account), order.market, paid, order.equity);
        _execute(account, order);

        _check("openPosition", Effect.AddRisk, account, s);
        _checkOnly(s, order.market, order.debtAsset);
    }

    function closePosition(uint256 who, uint256 which) external {
        _called("closePosition");
        (bool found, bytes32 account) = _findAccount(who, _isSimplePosition);
        if (!found) return;
        (uint8 asset, uint8 debtAsset) = _legs(account);
        address owner = _ownerOf(account);
        Order memory order = _order(
            which % 2 == 0 ? OrderKind.CloseToDebt : OrderKind.CloseToCollateral,
            _marketOf(account),
            asset,
            debtAsset,
            owner
        );
        _alignPools();
        Snapshot memory s = _take();

        _execute(account, order);

        assertEq(AccountWord.unwrap(_word(account)), 0, "a closed position leaves nothing");
        _check("closePosition", Effect.AddRisk, account, s);
        _checkOnly(s, order.market, debtAsset);
    }

    /// @dev Sells collateral to repay, below the initial margin and while paused too.
    function decreasePosition(uint256 who, uint256 part) external {
        _called("decreasePosition");
        (bool found, bytes32 account) = _findAccount(who, _canDecrease);
        if (!found) return;
        (uint8 asset, uint8 debtAsset) = _legs(account);
        Order memory order = _order(OrderKind.Decrease, _marketOf(account), asset, debtAsset, _ownerOf(account));
        (uint256 least, uint256 most) = _sellable(account);
        order.amount = _worth(_tokenIndex(order.market, asset), bound(part, least, most));
        if (order.amount == 0) return;
        _alignPools();
        Snapshot memory s = _take();

        _deleverage(account, order);

        _check("decreasePosition", Effect.Deleverage, account, s);
        _checkOnly(s, order.market, debtAsset);
    }

    /* QUESTIONS */

    function _legs(bytes32 account) internal view returns (uint8 asset, uint8 debtAsset) {
        AccountWord word = _word(account);
        return (uint8(Bits.lowest(word.collateralMask())), uint8(Bits.lowest(word.debtMask())));
    }

    function _canDecrease(bytes32 account) internal view returns (bool) {
        if (!_isSimplePosition(account)) return false;
        (uint256 least, uint256 most) = _sellable(account);
        return least <= most;
    }

    /// @dev Value to sell so that the debt which remains is above its minimum.
    function _sellable(bytes32 account) private view returns (uint256 least, uint256 most) {
        (, uint8 debtAsset) = _legs(account);
        uint16 market = _marketOf(account);
        ReserveState memory r = engine.reserve(market, debtAsset);
        (, uint256 owed) = _positionOf(account, 0, debtAsset);
        if (owed <= 2 * r.parameters.minDebt) return (1, 0);
        uint8 token = _tokenIndex(market, debtAsset);
        uint256 value = (owed - 2 * uint256(r.parameters.minDebt)) * prices[token] / 10 ** tokens[token].decimals();
        Health memory h = engine.health(account);
        if (value > h.collateral / 2) value = h.collateral / 2;
        return (1e18, value * (1e4 - TRADE_COST) / 1e4);
    }
}
