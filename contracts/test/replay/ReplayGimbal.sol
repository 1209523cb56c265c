// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {Quote} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Coverage} from "../../src/risk/Coverage.sol";
import {Position, Terms} from "./ReplayAccounts.sol";
import {Mechanism, ReplayBooks} from "./ReplayBooks.sol";
import {ReplayKeeper} from "./ReplayKeeper.sol";
import {ReplaySettings} from "./ReplayTypes.sol";

/// @notice Keepers of the protocol: the one place that knows its mechanisms and the order they are used in.
abstract contract ReplayGimbal is ReplayBooks {
    /// @dev Smallest sale a keeper sends a transaction for [USD wad].
    uint256 private constant LEAST_SALE = 50e18;
    uint256 private constant ATTEMPTS = 3;
    /// @dev Age from which an auction counts as none [seconds].
    uint256 private constant MAX_AGE = 30 minutes;
    /// @dev Opposite accounts tried for one netting.
    uint256 private constant COUNTERPARTIES = 3;

    ReplayKeeper internal keeper;

    function _deployKeepers(ReplaySettings memory s) internal {
        keeper = new ReplayKeeper(engine, s.edge);
    }

    /// @dev What cannot be done any more in this look, and how often it failed, by side (1: longs): it is not tried for
    /// every account.
    struct Spent {
        bool[2] sales;
        uint256[2] netting;
        uint256[2] backstop;
    }

    /// @notice Everything that keepers do in one market in one block.
    /// @param depth Value that moves the pool by 1 % [USD, whole].
    function _act(uint256 asset, ReplaySettings memory s, uint256 depth) internal {
        Terms memory t = _terms(asset);
        if (t.high == 0) return; // no price, no liquidation
        if (t.low != t.high) figures.guarded += 1;
        _mark(asset, t);
        Spent memory spent;
        if (!s.outsideLiquidity) spent.sales = [true, true];
        uint256[] memory worst = _unhealthy(asset, t);
        for (uint256 n; n < worst.length; ++n) {
            uint256 i = worst[n];
            uint256 side = positions[i].isLong ? 1 : 0;
            bool stuck = spent.netting[side] >= ATTEMPTS && spent.backstop[side] >= ATTEMPTS;
            if (spent.sales[side] && stuck) continue;
            _liquidate(i, t, s, depth, spent);
        }
        if (s.outsideLiquidity) _rebalance(asset);
        _noteThrottle(asset);
    }

    /// @dev Accounts below 1, the worst first: of them every dollar of a further fall is a loss.
    function _unhealthy(uint256 asset, Terms memory t) private view returns (uint256[] memory worst) {
        worst = new uint256[](positions.length);
        uint256[] memory healths = new uint256[](positions.length);
        uint256 count;
        for (uint256 i; i < positions.length; ++i) {
            if (positions[i].asset != asset || positions[i].debt == 0) continue;
            uint256 health = _healthOf(positions[i], t);
            if (health >= 1e18) continue;
            uint256 place = count++;
            for (; place > 0 && healths[place - 1] > health; --place) {
                (worst[place], healths[place]) = (worst[place - 1], healths[place - 1]);
            }
            (worst[place], healths[place]) = (i, health);
        }
        assembly ("memory-safe") {
            mstore(worst, count)
        }
    }

    /// @dev Starts the clocks of accounts that became unhealthy, anew when they are too old, and ends those of accounts
    /// that were cured.
    function _mark(uint256 asset, Terms memory t) private {
        bytes32[] memory ids = new bytes32[](positions.length);
        uint256 count;
        for (uint256 i; i < positions.length; ++i) {
            Position storage p = positions[i];
            if (p.asset != asset) continue;
            bool unhealthy = p.debt != 0 && _healthOf(p, t) < 1e18;
            bool stale = p.marked && vm.getBlockTimestamp() > p.markedAt + MAX_AGE;
            if (unhealthy == p.marked && !stale) continue;
            (p.marked, p.markedAt) = (unhealthy, vm.getBlockTimestamp());
            ids[count++] = p.id;
        }
        if (count == 0) return;
        assembly ("memory-safe") {
            mstore(ids, count)
        }
        engine.mark(ids);
    }

    function _liquidate(uint256 i, Terms memory t, ReplaySettings memory s, uint256 depth, Spent memory spent) private {
        Position memory p = positions[i];
        uint256 side = p.isLong ? 1 : 0;
        (uint8 c, uint8 d) = _legs(p.isLong);
        Quote memory q = engine.quoteLiquidation(p.id, c, d);
        if (!spent.sales[side]) {
            if (q.room < LEAST_SALE) spent.sales[side] = true;
            else if (_take(i, p, t, _worthwhile(p, t, s, depth, q)) && _healthOf(positions[i], t) >= 1e18) return;
        }
        if (q.nettingDue && spent.netting[side] < ATTEMPTS) {
            if (!_net(i, t)) ++spent.netting[side];
            else if (_healthOf(positions[i], t) >= 1e18) return;
        }
        if (q.backstopDue && spent.backstop[side] < ATTEMPTS && !_useBackstop(i)) ++spent.backstop[side];
    }

    /* TAKES */

    /// @dev Sells as much as is worth it, or less when it is not; true if anything was sold.
    function _take(uint256 i, Position memory p, Terms memory t, uint256 budget) private returns (bool) {
        (uint8 c, uint8 d) = _legs(p.isLong);
        ReplayKeeper.Sale memory sale = p.isLong
            ? ReplayKeeper.Sale(markets[p.asset], bases[p.asset], usdc)
            : ReplayKeeper.Sale(markets[p.asset], usdc, bases[p.asset]);
        for (uint256 tried; tried < ATTEMPTS && budget > LEAST_SALE; ++tried) {
            Snapshot memory before = _open(p.asset);
            uint256 units = p.isLong ? budget / 1e12 : _baseOf(p.asset, budget, t.low);
            try keeper.take(p.id, c, d, units, sale) {
                _close(i, Mechanism.Sale, before);
                return true;
            } catch {
                budget /= 2;
            }
        }
        return false;
    }

    /// @dev Impact of a sale x is x / (2 · depth) percent: what bonus and price leave after fees and edge pays for it.
    /// @return Debt to repay [USD wad].
    function _worthwhile(Position memory p, Terms memory t, ReplaySettings memory s, uint256 depth, Quote memory q)
        private
        view
        returns (uint256)
    {
        uint256 pool = markets[p.asset].poolPrice();
        uint256 gets = p.isLong
            ? FixedPointMathLib.fullMulDiv(1e18 + q.bonus, pool, t.high)
            : FixedPointMathLib.fullMulDiv(1e18 + q.bonus, t.low, pool);
        uint256 fee = q.repaid == 0 ? 0 : FixedPointMathLib.fullMulDiv(q.fee, 1e18, q.repaid);
        uint256 costs = 1e18 + fee + uint256(POOL_FEE) * 1e12 + s.edge * 1e14;
        return gets <= costs ? 0 : FixedPointMathLib.min((gets - costs) * 200 * depth, q.room);
    }

    /* WITHOUT A MARKET */

    /// @dev Against the most levered opposite accounts; true if anything was netted.
    function _net(uint256 i, Terms memory t) private returns (bool netted) {
        uint256 above = type(uint256).max;
        for (uint256 tried; tried < COUNTERPARTIES; ++tried) {
            uint256 x;
            (x, above) = _mostLevered(positions[i], t, above);
            if (x == type(uint256).max) break;
            if (_netPair(i, x)) netted = true;
        }
    }

    function _netPair(uint256 i, uint256 x) private returns (bool) {
        Position memory u = positions[i];
        (uint8 c, uint8 d) = _legs(u.isLong);
        Snapshot memory before = _open(u.asset);
        try engine.net(u.id, positions[x].id, c, d, type(uint256).max) returns (uint256, uint256 repaid) {
            _sync(x);
            _sync(i);
            _close(i, Mechanism.Netting, repaid, u.collateral - positions[i].collateral, before);
            return true;
        } catch {
            return false;
        }
    }

    /// @return found Opposite account with the lowest health above the last one. @return health Its health [wad].
    function _mostLevered(Position memory u, Terms memory t, uint256 last)
        private
        view
        returns (uint256 found, uint256 health)
    {
        (found, health) = (type(uint256).max, type(uint256).max);
        for (uint256 i; i < positions.length; ++i) {
            Position memory p = positions[i];
            if (p.asset != u.asset || p.isLong == u.isLong || p.debt == 0) continue;
            uint256 h = _healthOf(p, t);
            bool isNext = last == type(uint256).max || h > last;
            if (isNext && h < health) (found, health) = (i, h);
        }
    }

    /// @dev Takes an account over into the backstop of its market; false if nothing was.
    function _useBackstop(uint256 i) internal virtual returns (bool);

    /// @dev Brings the backstop's inventory back towards cash.
    function _rebalance(uint256 asset) internal virtual;

    /* COVERAGE */

    function _noteThrottle(uint256 asset) private {
        for (uint8 which; which < 2; ++which) {
            (uint256 room, uint256 capacity) = engine.throttleRoom(uint16(asset + 1), which);
            uint256 used = capacity > room ? (capacity - room) * 1e18 / capacity : 0;
            if (used > figures.peakThrottle) figures.peakThrottle = used;
        }
    }

    function _measureCoverage(uint256 asset) internal {
        try gate.poke(uint16(asset + 1)) {
            Coverage memory c = gate.coverageOf(uint16(asset + 1));
            uint256 covered = c.throttle + c.nettable + c.insurance + c.backstop;
            if (c.atRisk > covered + figures.peakShortfall) figures.peakShortfall = c.atRisk - covered;
            if (c.ratio < figures.leastCoverage) figures.leastCoverage = c.ratio;
        } catch {} // a price is down
    }
}
