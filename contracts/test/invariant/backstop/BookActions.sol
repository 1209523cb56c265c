// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health} from "../../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../../support/Takes.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";
import {Reading, Spent} from "./BackstopWorld.sol";
import {HolderActions} from "./HolderActions.sol";

/// @notice Positions that the vault takes over, trades out of and pays for. A handler that finds nobody unhealthy moves the
/// price until somebody is.
abstract contract BookActions is HolderActions {
    uint256 internal constant LEAST_PRICE = 300e18;
    uint256 internal constant MOST_PRICE = 20_000e18;
    bytes4 private constant PANIC = 0x4e487b71;

    uint256 public lossCount;
    uint256 private lastTradePrice;

    /* TRADERS */

    function open(uint256 who, uint256 value, bool long) external {
        _called("open");
        bytes32 account = accounts[who % 6];
        (uint16 market,,) = engine.position(account);
        if (market != 0) return;
        _normalise();
        value = bound(value, 2_000, 2_500_000);
        uint8 asset = long ? 1 : 0;
        _deposit(account, ETH, asset, _worth(asset, value * 1e18));
        uint256 debt = _worth(1 - asset, value * 82e16);
        _supply(lender, ETH, 1 - asset, debt);
        _borrow(account, ETH, 1 - asset, debt);
        _succeeded("open");
    }

    function leave(uint256 who) external {
        _called("leave");
        bytes32 account = accounts[who % 6];
        (uint16 market, uint256[16] memory held, uint256[16] memory owed) = engine.position(account);
        if (market == 0) return;
        address owner = _ownerOf(account);
        for (uint8 asset; asset < 2; ++asset) {
            if (owed[asset] == 0) continue;
            _fund(owner, _tokenOf(ETH, asset), address(engine), owed[asset]);
            vm.prank(owner);
            engine.repay(account, asset, type(uint256).max);
        }
        for (uint8 asset; asset < 2; ++asset) {
            if (held[asset] == 0) continue;
            vm.prank(owner);
            engine.withdraw(account, asset, type(uint256).max, owner);
        }
        _succeeded("leave");
    }

    /* TAKING OVER */

    function absorb(uint256 who, uint256 most, uint256 time) external {
        _called("absorb");
        (bool found, bytes32 account) = _anUnhealthy(who, 1);
        if (!found) return;
        _age(account, time);
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        if (held == 0) return;
        most = most % 3 == 0 ? bound(most, 100e6, owed + 100e6) : type(uint128).max;
        Reading memory a = _read();
        vm.fee(time % 1_000 gwei);
        vm.prank(keeper);
        try vault.absorb(account, 1, most) returns (uint256 repaid, uint256 seized, uint256 reward) {
            _checkTakeover(a, seized * priceLow / 1e30, repaid, reward);
            _checkCaps(a, account, repaid);
            _checkLoss(a, a.cash);
            _succeeded("absorb");
        } catch (bytes memory reason) {
            _checkRefused(reason);
        }
        _noteLoss(a);
    }

    function assume(uint256 who, uint256 most, uint256 time) external {
        _called("assume");
        (bool found, bytes32 account) = _anUnhealthy(who, 0);
        if (!found) return;
        _age(account, time);
        (uint256 held, uint256 owed) = _positionOf(account, 0, 1);
        if (held == 0) return;
        most = most % 3 == 0 ? bound(most, 1e17, owed + 1e17) : type(uint128).max;
        Reading memory a = _read();
        bool sound = _isSound(a);
        vm.prank(keeper);
        try vault.assume(account, 1, most) returns (uint256 repaid, uint256 seized, uint256 reward) {
            uint256 cost = (repaid * priceHigh + 1e30 - 1) / 1e30;
            if (sound) _checkTakeover(a, seized, cost, reward);
            _checkCaps(a, account, cost);
            _checkLoss(a, a.cash);
            _succeeded("assume");
        } catch (bytes memory reason) {
            _checkRefused(reason);
        }
        _noteLoss(a);
    }

    /// @dev A fall through all margins: somebody takes what is left, and the vault pays without being asked.
    function gap(uint256 who, uint256 fall) external {
        _called("gap");
        (bool found, bytes32 account) = _anUnhealthy(who, 1);
        if (!found) return;
        uint256 price = _mid() * bound(fall, 40, 80) / 100;
        if (price < LEAST_PRICE) return;
        _publish(price, price);
        (uint256 held, uint256 owed) = _positionOf(account, 1, 0);
        if (held == 0 || owed == 0) return;
        usdc.mint(liquidator, 2 * owed);
        Reading memory a = _read();
        vm.prank(liquidator);
        try engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, "")) {
            _checkLoss(a, a.cash);
            Reading memory b = _read();
            assertEq(a.cash - b.cash, b.covered - a.covered, Spec.V10);
            assertEq(a.high - b.high, b.covered - a.covered, Spec.V10);
            _succeeded("gap");
        } catch (bytes memory reason) {
            _checkRefused(reason);
        }
        _noteLoss(a);
    }

    function _noteLoss(Reading memory a) private {
        if (_read().covered != a.covered) ++lossCount;
    }

    /* TRADING OUT */

    function rebalance(uint256 forecast, uint256 depth) external {
        _called("rebalance");
        risk.VOLATILITY_ORACLE().setVolatility(address(weth), bound(forecast, 0, 1.2e18));
        depth = bound(depth, 20_000, 8_000_000);
        risk.DEPTH_ORACLE().set(address(weth), depth, depth);
        for (uint256 i; i < 2; ++i) {
            _rebalance(depth * 1e18 * vault.parameters().depthShare / 10_000);
        }
    }

    /// @param most Value of the trades of five minutes [USD wad].
    function _rebalance(uint256 most) private {
        Reading memory a = _read();
        vm.prank(keeper);
        try vault.rebalance(1) returns (uint256 sold, uint256 bought, uint256) {
            uint256 amount = a.owed > a.held ? bought : sold;
            if (amount == 0) return;
            uint256 value = (amount * priceHigh + 1e18 - 1) / 1e18;
            trades.push(Spent(block.timestamp, value));
            // a price that moved since has made earlier trades no smaller; a unit for the amount that was cut
            if (lastTradePrice == priceHigh) assertLe(_sum(trades, 5 minutes), most + priceHigh / 1e18 + 1, Spec.V6);
            lastTradePrice = priceHigh;
            // one point of slippage, and the caller's twentieth of one; what is held against a debt has one price after it
            uint256 hedged = (a.held < a.owed ? a.held : a.owed) * (priceHigh - priceLow) / 1e30;
            if (_isSound(a)) assertGe(_read().high + value * 106 / 1e16 + hedged + 5, a.high, Spec.V6);
            _succeeded("rebalance");
        } catch (bytes memory reason) {
            _checkRefused(reason);
        }
    }

    /// @dev The debt has become cheaper meanwhile, one time out of two: there is something to trim.
    function trim(bool cheaper) external {
        _called("trim");
        Reading memory a = _read();
        if (cheaper && a.owed != 0 && priceLow > 1_000e18) _publish(priceLow * 97 / 100, priceLow * 97 / 100);
        a = _read();
        uint256 amount = vault.trim();
        _checkOthers(a);
        Reading memory b = _read();
        assertEq(b.cash - a.cash, amount, Spec.V1);
        if (b.owed != 0 && amount != 0) {
            uint256 least = b.owed * priceHigh / 1e30 * (10_000 + vault.parameters().assumeMargin) / 10_000;
            assertGe(b.collateral, least, Spec.V5);
        }
        if (amount != 0) _succeeded("trim");
    }

    /// @dev The vault's own account is worth something. It is without recourse: what is put into one that is under water, by
    /// another assumption or as repayment, first fills up what its lenders would have lost.
    function _isSound(Reading memory a) private view returns (bool) {
        return a.collateral * 1e30 >= a.owed * priceHigh;
    }

    /* CHOICES */

    /// @dev An account that holds `asset` and is unhealthy; if there is none, the price moves until there is.
    function _anUnhealthy(uint256 seed, uint8 asset) private returns (bool found, bytes32 account) {
        if (priceHigh == 0) _publish(WETH_PRICE, WETH_PRICE);
        for (uint256 i; i < 6 && !found; ++i) {
            account = accounts[(seed % 6 + i) % 6];
            (uint256 held, uint256 owed) = _positionOf(account, asset, 1 - asset);
            found = held != 0 && owed != 0;
        }
        if (!found) return (false, account);
        uint256 step = 2e16 + seed % 4e16;
        for (uint256 i; i < 40 && !_isUnhealthy(account); ++i) {
            uint256 price = _mid() * (asset == 1 ? 1e18 - step : 1e18 + step) / 1e18;
            if (price < LEAST_PRICE || price > MOST_PRICE) return (false, account);
            (priceLow, priceHigh) = (price, price);
            _setPrice(ETH, 1, price);
        }
        _publish(priceLow, priceHigh);
        return (_isUnhealthy(account), account);
    }

    function _isUnhealthy(bytes32 account) internal view returns (bool) {
        Health memory h = engine.health(account);
        return h.collateral < h.debt + h.margin;
    }

    function _age(bytes32 account, uint256 time) private {
        bytes32[] memory list = new bytes32[](1);
        list[0] = account;
        engine.mark(list);
        _skip(120 + time % 10 minutes);
    }

    /// @dev For who opens: the market is open, the price near home and both sources agree.
    function _normalise() private {
        if (engine.openingsClosed(ETH)) {
            vm.prank(admin);
            engine.setOpeningsClosed(ETH, false);
        }
        if (priceLow != priceHigh || priceLow == 0 || priceLow < 1_500e18 || priceLow > 6_000e18) {
            _publish(WETH_PRICE, WETH_PRICE);
        }
    }

    /// @param value USD wad.
    function _worth(uint8 asset, uint256 value) private view returns (uint256) {
        return asset == 0 ? value / 1e12 : value * 1e18 / priceLow;
    }

    function _checkRefused(bytes memory reason) internal pure {
        assertGe(reason.length, 4, "fails without a reason");
        assertTrue(bytes4(reason) != PANIC, "panics");
    }
}
