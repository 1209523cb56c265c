// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, ReserveState} from "../../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../../src/libraries/Errors.sol";
import {takeOf} from "../../support/Takes.sol";
import {Effect, Snapshot} from "../Hooks.sol";
import {ReserveKey} from "../World.sol";
import {GovernanceActions} from "./GovernanceActions.sol";

/// @notice One step outside the law, and the exact error that stops it.
abstract contract OutlawActions is GovernanceActions {
    function steal(uint256 who, uint256 what) external {
        _called("steal");
        bytes32 account = _accountOf(who);
        uint16 market = _marketFor(account, who);
        Snapshot memory s = _take();
        vm.startPrank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, stranger));
        if (what % 6 == 0) engine.withdraw(account, uint8(what % 2), 1, stranger);
        else if (what % 6 == 1) engine.borrow(account, market, 0, 1e6, stranger);
        else if (what % 6 == 2) engine.execute(account, address(router), "");
        else if (what % 6 == 3) engine.redeem(account, market, 0, 1, stranger);
        else if (what % 6 == 4) engine.deposit(account, market, 1, 1); // not even a gift
        else engine.repay(account, 0, 1);
        vm.stopPrank();
        _check("steal", Effect.Nothing, 0, s);
    }

    function takeTooMuch(uint256 who, uint256 which) external {
        _called("takeTooMuch");
        (bool found, bytes32 account) = _findAccount(who, _hasCollateral);
        if (!found) return;
        uint8 asset = _pick(_word(account).collateralMask(), which);
        (uint256 held,) = _positionOf(account, asset, 0);
        Snapshot memory s = _take();
        vm.prank(_ownerOf(account));
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCollateral.selector, held, held + 1));
        engine.withdraw(account, asset, held + 1, stranger);
        _check("takeTooMuch", Effect.Nothing, 0, s);
    }

    /// @dev More than the margin allows, and the numbers that say so.
    function overborrow(uint256 who) external {
        _called("overborrow");
        (bool found, bytes32 account) = _findAccount(who, _canBorrowBase);
        if (!found) return;
        uint16 market = _marketOf(account);
        uint256 amount = _worth(0, engine.initialHealth(account).collateral);
        ReserveState memory r = engine.reserve(market, 0);
        if (amount > r.cash || r.debt + amount + 2 > r.parameters.debtCap) return;
        Snapshot memory s = _take();
        vm.prank(_ownerOf(account));
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        engine.borrow(account, market, 0, amount, stranger);
        _check("overborrow", Effect.Nothing, 0, s);
    }

    function liquidateHealthy(uint256 who, uint256 pair) external {
        _called("liquidateHealthy");
        (bool found, bytes32 account) = _findAccount(who, _isHealthyDebtor);
        if (!found) return;
        (uint8 asset, uint8 debtAsset) = _bestPair(account, pair);
        Health memory h = engine.health(account);
        Snapshot memory s = _take();
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotLiquidatable.selector, h.collateral, h.debt + h.margin));
        engine.liquidate(account, takeOf(asset, debtAsset, type(uint256).max, liquidator, ""));
        _check("liquidateHealthy", Effect.Nothing, 0, s);
    }

    function liquidateSelf(uint256 who, uint256 pair) external {
        _called("liquidateSelf");
        (bool found, bytes32 account) = _anUnhealthyAccount(who);
        if (!found) return;
        (uint8 asset, uint8 debtAsset) = _bestPair(account, pair);
        address owner = _ownerOf(account);
        Snapshot memory s = _take();
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(Errors.OwnAccount.selector, account));
        engine.liquidate(account, takeOf(asset, debtAsset, type(uint256).max, owner, ""));
        _check("liquidateSelf", Effect.Nothing, 0, s);
    }

    function drainCash(uint256 who, uint256 which) external {
        _called("drainCash");
        ReserveKey memory key = _reserveOf(which);
        ReserveState memory r = _reserve(key);
        address actor = lenders[who % 2];
        uint256 held = engine.sharesOf(_account(actor, 0), key.market, key.asset);
        Snapshot memory s = _take();
        vm.prank(actor);
        vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientShares.selector, held, held + 1));
        engine.redeem(_account(actor, 0), key.market, key.asset, held + 1, actor);
        uint256 assets = held * (r.totalAssets + 1) / (r.supplyShares + 1e6);
        if (assets > r.cash) {
            vm.prank(actor);
            vm.expectRevert(abi.encodeWithSelector(Errors.InsufficientCash.selector, r.cash, assets));
            engine.redeem(_account(actor, 0), key.market, key.asset, held, actor);
        }
        _check("drainCash", Effect.Nothing, 0, s);
    }

    function holdWhatIsOwed(uint256 who, uint256 which) external {
        _called("holdWhatIsOwed");
        (bool found, bytes32 account) = _findAccount(who, _hasDebt);
        if (!found) return;
        uint16 market = _marketOf(account);
        uint8 asset = _pick(_word(account).debtMask(), which);
        Snapshot memory s = _take();
        vm.startPrank(_ownerOf(account));
        // a debtor's new leg needs a price before anything else
        if (_isDown(market, asset)) {
            vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, market, asset));
        } else {
            vm.expectRevert(abi.encodeWithSelector(Errors.SameAsset.selector, market, asset));
        }
        engine.deposit(account, market, asset, 1);
        uint16 other = market % 3 + 1;
        vm.expectRevert(abi.encodeWithSelector(Errors.AccountInOtherMarket.selector, market, other));
        engine.deposit(account, other, 0, 1);
        vm.stopPrank();
        _check("holdWhatIsOwed", Effect.Nothing, 0, s);
    }

    /// @dev While paused, or with a price down, risk cannot be added; `leave` and `repay` show that the exits are open.
    function addRiskWhileStopped(uint256 who) external {
        _called("addRiskWhileStopped");
        (bool found, bytes32 account) = _findAccount(who, _hasDebt);
        if (!found) return;
        uint16 market = _marketOf(account);
        uint8 asset = _pick(_word(account).collateralMask(), who);
        Snapshot memory s = _take();
        uint256 state = vm.snapshotState();
        vm.prank(admin);
        engine.setPaused(market, true);
        vm.prank(_ownerOf(account));
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, market));
        engine.withdraw(account, asset, 1, stranger);
        vm.prank(admin);
        engine.setPaused(market, false);
        _setPrice(market, asset, 0);
        vm.prank(_ownerOf(account));
        vm.expectRevert();
        engine.withdraw(account, asset, 1, stranger);
        vm.revertToState(state);
        _check("addRiskWhileStopped", Effect.Nothing, 0, s);
    }

    function _canBorrowBase(bytes32 account) internal view returns (bool) {
        return _hasRoom(account) && !_word(account).holds(0) && !_isDown(_marketOf(account), 0);
    }

    function _isHealthyDebtor(bytes32 account) internal view returns (bool) {
        return _hasDebt(account) && _isPriced(account) && !_isUnhealthy(account);
    }
}
