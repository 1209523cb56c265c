// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopExit, BackstopParameters, BackstopStatus} from "../../../src/interfaces/IBackstopVault.sol";
import {BackstopTest} from "../../liquidation/BackstopTest.sol";
import {InvariantsSpec as Spec} from "../InvariantsSpec.sol";

/// @dev Something that counts for a while.
struct Spent {
    uint256 time;
    uint256 amount;
}

/// @dev Marks, shares and what lies behind them.
struct Reading {
    uint256 low;
    uint256 high;
    uint256 supply;
    uint256 cash;
    uint256 covered;
    uint256 held;
    uint256 owed;
    uint256 collateral;
    uint256 exposure;
}

/// @notice The vault of market ETH among three holders and six trading accounts, what is remembered of it outside of it,
/// and what must hold in every state.
abstract contract BackstopWorld is BackstopTest {
    uint256 internal constant VIRTUAL_SHARES = 1e6;

    address[3] internal holders;
    bytes32[] internal accounts;
    /// @dev Bounds of WETH [USD wad]; 0: down.
    uint256 internal priceLow = WETH_PRICE;
    uint256 internal priceHigh = WETH_PRICE;

    /// @dev Arrived at the vault and not booked [token units].
    uint256 internal unbooked;
    uint256 internal giftedWeth;
    uint256 internal income;
    uint256 internal vestedAt;
    /// @dev What was asked for and not yet redeemed, and when it opens.
    mapping(address holder => uint256) internal asked;
    mapping(address holder => uint256) internal opensAt;
    Spent[] internal exits;
    Spent[] internal trades;
    mapping(address owner => Spent[]) internal spends;

    function setUp() public virtual override {
        super.setUp();
        holders = [carol, dave, makeAddr("erin")];
        for (uint96 i; i < 3; ++i) {
            accounts.push(_account(alice, i));
            accounts.push(_account(bob, i));
        }
        for (uint256 i; i < 3; ++i) {
            _put(holders[i], FIRST / (i + 1));
        }
        _fund(liquidator, usdc, address(engine), 0);
        _fund(liquidator, weth, address(engine), 0);
    }

    /* IN EVERY STATE */

    /// @notice V1 to V3.
    function checkVault() public view {
        BackstopStatus memory s = vault.status();
        assertEq(s.cash, usdc.balanceOf(address(vault)) - unbooked, Spec.V1);
        assertEq(_held(s), weth.balanceOf(address(vault)) - giftedWeth, Spec.V1);
        assertEq(usdc.allowance(address(vault), address(engine)), 0, Spec.V1);
        assertEq(weth.allowance(address(vault), address(engine)), 0, Spec.V1);
        assertEq(vault.balanceOf(address(vault)), 0, Spec.V1);
        _checkMarks(s);
        _checkShares(s);
    }

    /// @dev The two marks once more: from balances, the engine's position and the prices that were published.
    function _checkMarks(BackstopStatus memory s) private view {
        uint256 cash = usdc.balanceOf(address(vault)) - unbooked;
        uint256 held = weth.balanceOf(address(vault)) - giftedWeth;
        (uint256 collateral, uint256 owed) = _positionOf(_vaultAccount(), 0, 1);
        (uint256 low, uint256 high) = (cash > _unvested() ? cash - _unvested() : 0, cash);
        low += held * priceLow / 1e30 * (10_000 - vault.parameters().haircut) / 10_000;
        high += (held * priceHigh + 1e30 - 1) / 1e30;
        uint256 most = (owed * priceHigh + 1e30 - 1) / 1e30;
        uint256 least = owed * priceLow / 1e30;
        bool down = priceHigh == 0;
        if (collateral > most && !(down && owed != 0)) low += collateral - most;
        if (collateral > least) high += collateral - least;
        assertEq(s.low, low, Spec.V2);
        assertEq(s.high, high, Spec.V2);
        assertEq(vault.totalAssets(), low, Spec.V2);
        assertEq(s.pricesUp, !down || held + owed == 0, Spec.V2);
    }

    function _checkShares(BackstopStatus memory s) private view {
        uint256 sum;
        uint256 redeemed;
        uint256 queued;
        for (uint256 i; i < 3; ++i) {
            uint256 shares = vault.balanceOf(holders[i]);
            sum += shares;
            redeemed += vault.previewRedeem(shares);
            queued += asked[holders[i]];
            assertLe(asked[holders[i]], shares, Spec.V7);
            BackstopExit memory exit = vault.exitOf(holders[i]);
            bool lapsed = block.timestamp > opensAt[holders[i]] + WINDOW;
            assertEq(exit.shares, lapsed ? 0 : asked[holders[i]], Spec.V7);
        }
        assertEq(sum, vault.totalSupply(), Spec.V3);
        assertLe(redeemed, s.low, Spec.V3);
        assertEq(s.queued, queued, Spec.V7);
    }

    /* BETWEEN TWO STATES */

    function _read() internal view returns (Reading memory r) {
        BackstopStatus memory s = vault.status();
        (r.low, r.high, r.supply, r.cash) = (s.low, s.high, vault.totalSupply(), s.cash);
        (r.covered, r.held, r.collateral) = (s.covered, _held(s), s.collateral);
        (, r.owed) = _positionOf(_vaultAccount(), 0, 1);
        r.exposure = ((r.held + r.owed) * priceHigh + 1e30 - 1) / 1e30;
    }

    /// @notice V4: neither mark of a share falls. Income that a loss has already eaten hides a part of the low one.
    function _checkOthers(Reading memory a) internal view {
        Reading memory b = _read();
        uint256 before = (a.high + 1) * (b.supply + VIRTUAL_SHARES);
        assertGe((b.high + 1) * (a.supply + VIRTUAL_SHARES), before, Spec.V4);
        if (a.cash < _unvested()) return;
        before = (a.low + 1) * (b.supply + VIRTUAL_SHARES);
        assertGe((b.low + 1) * (a.supply + VIRTUAL_SHARES), before, Spec.V4);
    }

    /// @notice V5: what is taken over is worth what it costs, losses aside.
    /// @param value Received at the worse bound. @param cost Given at the worse bound [quote units].
    function _checkTakeover(Reading memory a, uint256 value, uint256 cost, uint256 reward) internal view {
        Reading memory b = _read();
        assertGe(b.high + (b.covered - a.covered) + 3, a.high, Spec.V5);
        assertLe(reward, value > cost ? (value - cost) / 2 : 0, Spec.V5);
        assertEq(b.supply, a.supply, Spec.V5);
    }

    /// @notice V9: what an owner's accounts cost in a day, and what one asset ties up.
    function _checkCaps(Reading memory a, bytes32 account, uint256 spent) internal {
        BackstopParameters memory p = vault.parameters();
        uint256 used = _sum(spends[_ownerOf(account)], 1 days);
        assertLe(used + spent, a.low * p.ownerShare / 10_000, Spec.V9);
        assertLe(_read().exposure, a.low * p.assetShare / 10_000 + 1, Spec.V9);
        spends[_ownerOf(account)].push(Spent(block.timestamp, spent));
    }

    /// @notice V10: cash falls by what was covered, at most its share of the cash that was free.
    function _checkLoss(Reading memory a, uint256 free) internal view {
        Reading memory b = _read();
        assertLe(b.covered - a.covered, free * vault.parameters().coverShare / 10_000, Spec.V10);
    }

    /* REMEMBERED */

    function _sum(Spent[] storage list, uint256 period) internal view returns (uint256 sum) {
        for (uint256 i = list.length; i != 0; --i) {
            if (list[i - 1].time + period <= block.timestamp) break;
            sum += list[i - 1].amount;
        }
    }

    function _unvested() internal view returns (uint256) {
        if (block.timestamp >= vestedAt) return 0;
        return (income * (vestedAt - block.timestamp) + 1 days - 1) / 1 days;
    }

    function _vaultAccount() internal view returns (bytes32) {
        return bytes32(bytes20(address(vault)));
    }

    function _held(BackstopStatus memory s) private pure returns (uint256) {
        return s.assets.length == 0 ? 0 : s.assets[0].held;
    }

    /* PRICES */

    /// @dev Oracle and pool.
    function _publish(uint256 low, uint256 high) internal {
        (priceLow, priceHigh) = (low, high);
        _setPrices(ETH, 1, low, high);
        if (high != 0) _movePool(ethPool, weth, usdc, (low + high) / 2, USDC_PRICE);
    }

    function _mid() internal view returns (uint256) {
        return (priceLow + priceHigh) / 2;
    }
}
