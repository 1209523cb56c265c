// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../../src/core/types/AccountWord.sol";
import {Adjustment, ReserveState} from "../../../src/interfaces/IMarginEngine.sol";
import {Effect, Hooks, Snapshot} from "../Hooks.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {ReserveKey} from "../World.sol";

/// @notice Owners and operators move collateral and debt by hand.
abstract contract TraderActions is Hooks {
    /// @dev Free value that an action may use without missing the initial margin: γ·∂IM/∂x is below 1 inside the
    /// parameters that these handlers set.
    uint256 internal constant USABLE = 2;

    function deposit(uint256 who, uint256 which, uint256 value) external {
        _called("deposit");
        bytes32 account = _accountOf(who);
        uint16 market = _marketFor(account, which);
        uint8 asset = _pick(_depositable(account, market), which);
        uint256 amount = _worth(_tokenIndex(market, asset), bound(value, 1_000e18, 200_000e18));
        Snapshot memory s = _take();
        _depositTo(account, market, asset, amount, who);
        _check("deposit", Effect.LowerRisk, account, s);
    }

    function withdraw(uint256 who, uint256 which, uint256 part) external {
        _called("withdraw");
        (bool found, bytes32 account) = _findAccount(who, _canWithdraw);
        if (!found) return;
        uint8 asset = _pick(_word(account).collateralMask(), which);
        (uint256 held,) = _positionOf(account, asset, 0);
        uint256 most = held;
        if (_hasDebt(account)) {
            uint256 usable = _worth(_tokenIndex(_marketOf(account), asset), _freeValue(account) / USABLE);
            if (usable < held) most = usable;
        }
        uint256 amount = bound(part, 1, most);
        if (amount == held && part % 2 == 0) amount = type(uint256).max;
        _withdrawAs(_callerOf(account, which), account, asset, amount);
    }

    function _withdrawAs(address caller, bytes32 account, uint8 asset, uint256 amount) private {
        Snapshot memory s = _take();
        vm.prank(caller);
        engine.withdraw(account, asset, amount, caller);
        _check("withdraw", Effect.AddRisk, account, s);
    }

    function borrow(uint256 who, uint256 which, uint256 part) external {
        _called("borrow");
        (bool found, bytes32 account) = _findAccount(who, _hasRoom);
        if (!found) return;
        uint16 market = _marketOf(account);
        for (uint256 i; i < ASSETS; ++i) {
            uint8 asset = uint8((which % ASSETS + i) % ASSETS);
            (bool possible, uint256 least, uint256 most) = _borrowable(account, market, asset);
            if (possible) return _borrowAs(account, _callerOf(account, which), asset, bound(part, least, most));
        }
    }

    function _borrowAs(bytes32 account, address caller, uint8 asset, uint256 amount) private {
        uint16 market = _marketOf(account);
        Snapshot memory s = _take();
        vm.prank(caller);
        engine.borrow(account, market, asset, amount, caller);
        _check("borrow", Effect.AddRisk, account, s);
        _checkOnly(s, market, asset);
        ReserveState memory r = _reserve(ReserveKey(market, asset));
        assertLe(r.debt, r.parameters.debtCap, Spec.C8);
    }

    function repay(uint256 who, uint256 which, uint256 part) external {
        _called("repay");
        (bool found, bytes32 account) = _findAccount(who, _hasDebt);
        if (!found) return;
        uint16 market = _marketOf(account);
        uint8 asset = _pick(_word(account).debtMask(), which);
        (, uint256 owed) = _positionOf(account, 0, asset);
        uint256 minDebt = engine.reserve(market, asset).parameters.minDebt;
        // all of it, or what leaves the minimum; at least what burns a unit of scaled debt
        uint256 amount = owed > minDebt + 1e6 && part % 3 != 0 ? bound(part, 1e6, owed - minDebt) : type(uint256).max;
        Snapshot memory s = _take();

        assertEq(
            _repayAs(_callerOf(account, which), account, asset, owed, amount),
            amount == type(uint256).max ? owed : amount,
            "pulls what was asked for, or what is owed"
        );
        _check("repay", Effect.LowerRisk, account, s);
        _checkOnly(s, market, asset);
    }

    function _repayAs(address caller, bytes32 account, uint8 asset, uint256 owed, uint256 amount)
        private
        returns (uint256)
    {
        _mint(caller, _marketOf(account), asset, owed);
        vm.prank(caller);
        return engine.repay(account, asset, amount);
    }

    /// @dev Deposit and loan in one action.
    function enter(uint256 who, uint256 which, uint256 value) external {
        _called("enter");
        (bool found, bytes32 account) = _findAccount(who, _isEmptyAndOpen);
        if (!found) return;
        Adjustment memory a;
        (a.account, a.market, a.debtTo) = (account, _openMarket(which), _ownerOf(account));
        a.collateralAsset = uint8(which % engine.assetCount(a.market));
        a.debtAsset = uint8((a.collateralAsset + 1) % engine.assetCount(a.market));
        value = bound(value, 2_000e18, 100_000e18);
        a.collateralDelta = int256(_worth(_tokenIndex(a.market, a.collateralAsset), value));
        a.debtDelta = int256(_worth(_tokenIndex(a.market, a.debtAsset), value / 2));
        if (!_canBorrow(a.market, a.debtAsset, uint256(a.debtDelta))) return;
        Snapshot memory s = _take();

        _mint(a.debtTo, a.market, a.collateralAsset, uint256(a.collateralDelta));
        vm.prank(a.debtTo);
        engine.adjust(a);

        _check("enter", Effect.AddRisk, account, s);
        _checkOnly(s, a.market, a.debtAsset);
    }

    /// @dev All debts, then all collateral: nothing may keep a trader in, whatever is paused or down.
    function leave(uint256 who) external {
        _called("leave");
        (bool found, bytes32 account) = _findAccount(who, _hasCollateral);
        if (!found) return;
        Snapshot memory s = _take();
        address owner = _ownerOf(account);
        uint16 market = _marketOf(account);
        for (uint8 asset; asset < ASSETS; ++asset) {
            (uint256 held, uint256 owed) = _positionOf(account, asset, asset);
            if (owed == 0) continue;
            assertEq(held, 0, Spec.B3);
            _mint(owner, market, asset, owed);
            vm.prank(owner);
            engine.repay(account, asset, type(uint256).max);
        }
        for (uint8 asset; asset < ASSETS; ++asset) {
            if (!_word(account).holds(asset)) continue;
            vm.prank(owner);
            engine.withdraw(account, asset, type(uint256).max, owner);
        }
        assertEq(AccountWord.unwrap(_word(account)), 0, Spec.B1);
        _check("leave", Effect.AddRisk, account, s);
    }

    /// @dev Anyone may; it moves nothing but the account's place in the map.
    function touch(uint256 who) external {
        _called("touch");
        bytes32 account = _accountOf(who);
        if (!_isPriced(account)) return;
        Snapshot memory s = _take();
        vm.prank(stranger);
        engine.touch(account);
        _check("touch", Effect.Nothing, account, s);
    }

    function toggleOperator(uint256 who) external {
        _called("toggleOperator");
        address owner = owners[who % 3];
        bool approved = engine.isOperator(owner, operator);
        Snapshot memory s = _take();
        vm.prank(owner);
        engine.setOperator(operator, !approved);
        _check("toggleOperator", Effect.Nothing, 0, s);
    }

    /* QUESTIONS */

    function _depositTo(bytes32 account, uint16 market, uint8 asset, uint256 amount, uint256 seed) internal {
        address caller = _callerOf(account, seed);
        _mint(caller, market, asset, amount);
        vm.prank(caller);
        engine.deposit(account, market, asset, amount);
    }

    /// @dev Assets of the market that the account does not owe, and that the account's debts leave priced.
    function _depositable(bytes32 account, uint16 market) internal view returns (uint256 mask) {
        mask = ((1 << engine.assetCount(market)) - 1) & ~_word(account).debtMask();
    }

    function _canWithdraw(bytes32 account) internal view returns (bool) {
        return _hasCollateral(account) && (!_hasDebt(account) || _hasRoom(account));
    }

    function _isEmptyAndOpen(bytes32 account) internal view returns (bool) {
        return _marketOf(account) == 0;
    }

    /// @notice A market without pause and with all prices; the last one tried if there is none.
    function _openMarket(uint256 seed) internal view returns (uint16 market) {
        for (uint256 i; i < 3; ++i) {
            market = uint16((seed % 3 + i) % 3) + 1;
            bool open = !_isPaused(market);
            for (uint8 asset; asset < engine.assetCount(market); ++asset) {
                open = open && !_isDown(market, asset);
            }
            if (open) return market;
        }
    }

    function _canBorrow(uint16 market, uint8 asset, uint256 amount) internal view returns (bool) {
        if (_isPaused(market) || _isDown(market, asset) || _isDown(market, 0) || _isDown(market, 1)) return false;
        ReserveState memory r = engine.reserve(market, asset);
        return amount <= r.cash && r.debt + amount < r.parameters.debtCap && amount >= r.parameters.minDebt;
    }

    function _borrowable(bytes32 account, uint16 market, uint8 asset)
        internal
        view
        returns (bool possible, uint256 least, uint256 most)
    {
        if (asset >= engine.assetCount(market) || _word(account).holds(asset) || _isDown(market, asset)) {
            return (false, 0, 0);
        }
        ReserveState memory r = engine.reserve(market, asset);
        most = _worth(_tokenIndex(market, asset), _freeValue(account) / USABLE);
        if (most > r.cash) most = r.cash;
        uint256 room = r.parameters.debtCap > r.debt + 2 ? r.parameters.debtCap - r.debt - 2 : 0;
        if (most > room) most = room;
        (, uint256 owed) = _positionOf(account, 0, asset);
        least = owed == 0 ? r.parameters.minDebt : 1;
        possible = least <= most;
    }
}
