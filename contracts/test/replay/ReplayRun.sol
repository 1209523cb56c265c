// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {FixedCloseFactor, MakerAuction, ReferencePolicy} from "./ReferencePolicy.sol";
import {Position, Terms} from "./ReplayAccounts.sol";
import {ReplayBackstop} from "./ReplayBackstop.sol";
import {ReplayMarket} from "./ReplayMarket.sol";
import {Ledger, ReplayAsset, ReplayInput, ReplayResult, ReplaySettings, ReplayWick} from "./ReplayTypes.sol";

/// @notice Runs a price path through the protocol and through two reference policies, block by block where it matters.
abstract contract ReplayRun is ReplayBackstop {
    uint256 private constant POLICIES = 3;
    uint256 private constant REFRESH_EVERY = 15 minutes;
    /// @dev Looks are block by block while somebody's health is below this at either end of a step [wad].
    uint256 private constant NEAR = 1.004e18;
    /// @dev A calm step is one look, but never a longer one than this.
    uint256 private constant CALM_LOOK = 15 minutes;
    /// @dev After as many looks without a liquidation keepers look at every fourth block only.
    uint256 private constant PATIENCE = 15;

    ReplayInput internal input;
    /// @dev Of an asset: the pool of each policy, that of the protocol first, and the references.
    ReplayMarket[POLICIES][] internal pools;
    ReferencePolicy[2][] internal references;
    uint256[] private _path; // price of the market at the last look
    uint256[] private _poolPath; // the same where the pool sees another one
    uint256 private _refreshedAt;
    uint256 private _looks;
    uint256 private _idle; // looks in a row in which nobody was liquidated

    function _replay(ReplayInput memory given) internal returns (ReplayResult memory r) {
        ReplaySettings memory s = given.settings;
        _deployProtocol(s, given.assets);
        _deployKeepers(s);
        _openAccounts(s, given.accounts);
        _deployReferences(s, given.assets);
        _store(given);
        figures.debt = _debt();
        figures.leastCoverage = type(uint256).max;
        _pass(s.start - vm.getBlockTimestamp());
        uint256 last = given.assets[0].prices.length - 1;
        for (uint256 step; step < last; ++step) {
            this.runStep(step, s.interval);
        }
        for (uint256 time; time < s.settle; time += s.interval) {
            this.runStep(last, s.interval);
        }
        _close(r);
    }

    /// @dev A call of its own, so that its memory is freed.
    function runStep(uint256 step, uint256 interval) external {
        ReplaySettings memory s = input.settings;
        bool busy = _isBusy(step);
        uint256 passed;
        while (passed < interval) {
            uint256 time = !busy ? CALM_LOOK : _idle < PATIENCE ? s.blockTime : 4 * s.blockTime;
            time = FixedPointMathLib.min(time, interval - passed);
            passed += time;
            _pass(time);
            uint256 done = _actions();
            for (uint256 a; a < bases.length; ++a) {
                (uint256 price, uint256 depth) = _pathAt(a, step, passed, interval);
                this.look(a, price, depth);
            }
            _idle = _actions() == done ? _idle + 1 : 0;
            if (vm.getBlockTimestamp() >= _refreshedAt + REFRESH_EVERY) this.refresh();
        }
    }

    /// @notice What keepers do on time.
    function refresh() external {
        _refreshedAt = vm.getBlockTimestamp();
        _refresh();
        _harvest();
        for (uint256 a; a < bases.length; ++a) {
            _measureCoverage(a);
        }
    }

    /// @dev Liquidations so far, of all policies.
    function _actions() private view returns (uint256 done) {
        done = gimbal.takes;
        for (uint256 a; a < bases.length; ++a) {
            for (uint256 k; k < 2; ++k) {
                done += references[a][k].takes();
            }
        }
    }

    /// @notice One look at one market: the path moves, the pools follow, the feeds publish, the keepers act.
    function look(uint256 a, uint256 price, uint256 depth) external {
        ReplaySettings memory s = input.settings;
        uint256 time = vm.getBlockTimestamp();
        (uint256 feedPrice, uint256 pythPrice, uint256 poolPrice) = _wicked(price, time);
        uint256 rest = uint256(FixedPointMathLib.expWad(-int256(_elapsed(a) * 1e18 / s.recovery)));
        for (uint256 policy; policy < POLICIES; ++policy) {
            pools[a][policy].setDepth(depth);
            pools[a][policy].follow(_poolPath[a], poolPrice, rest);
        }
        (_path[a], _poolPath[a]) = (price, poolPrice);
        uint256 own = _withFeedback(pools[a][0], feedPrice, poolPrice, s.feedback);
        _publishUsdc();
        _publishFeed(a, own);
        _publishPyth(a, pythPrice * own / feedPrice);
        if (a == 0) ++_looks;
        if (time < s.offlineFrom || time >= s.offlineUntil) {
            _act(a, s, depth);
            for (uint256 k; k < 2; ++k) {
                uint256 seen = _withFeedback(pools[a][k + 1], feedPrice, poolPrice, s.feedback);
                references[a][k].act(seen, depth, s.outsideLiquidity);
            }
        }
        uint256 away = FixedPointMathLib.dist(pools[a][0].poolPrice(), poolPrice) * 1e18 / poolPrice;
        if (away > figures.peakDeviation) figures.peakDeviation = away;
    }

    /* THE PATH */

    /// @param part, parts Time of the step that has passed, and all of it.
    function _pathAt(uint256 a, uint256 step, uint256 part, uint256 parts)
        private
        view
        returns (uint256 price, uint256 depth)
    {
        ReplayAsset storage asset = input.assets[a];
        uint256 next = step + 1 < asset.prices.length ? step + 1 : step;
        price = (asset.prices[step] * (parts - part) + asset.prices[next] * part) / parts;
        depth = FixedPointMathLib.max(asset.depth * asset.liquidity[next] / 1e4, 1);
    }

    mapping(uint256 asset => uint256) private _lookedAt;

    function _elapsed(uint256 a) private returns (uint256 elapsed) {
        uint256 last = _lookedAt[a];
        _lookedAt[a] = vm.getBlockTimestamp();
        elapsed = last == 0 ? 0 : vm.getBlockTimestamp() - last;
    }

    /// @dev What each source sees: the market's price, but for a wick of its own.
    function _wicked(uint256 price, uint256 time) private view returns (uint256 feed, uint256 pythPrice, uint256 pool) {
        (feed, pythPrice, pool) = (price, price, price);
        for (uint256 i; i < input.wicks.length; ++i) {
            ReplayWick storage w = input.wicks[i];
            if (time < w.from || time >= w.until) continue;
            if (w.source == 0) feed = feed * w.factor / 1e18;
            else if (w.source == 1) pythPrice = pythPrice * w.factor / 1e18;
            else pool = pool * w.factor / 1e18;
        }
    }

    /// @dev The feeds see a share of what liquidations did to the pool.
    function _withFeedback(ReplayMarket pool, uint256 price, uint256 poolPath, uint256 share)
        private
        view
        returns (uint256)
    {
        if (share == 0) return price;
        uint256 moved = pool.poolPrice() * price / poolPath;
        return (price * (1e4 - share) + moved * share) / 1e4;
    }

    function _isBusy(uint256 step) private view returns (bool) {
        for (uint256 a; a < bases.length; ++a) {
            uint256[] storage prices = input.assets[a].prices;
            uint256 next = step + 1 < prices.length ? step + 1 : step;
            if (_isBusyAt(a, prices[step]) || _isBusyAt(a, prices[next])) return true;
        }
        return false;
    }

    function _isBusyAt(uint256 a, uint256 price) private view returns (bool) {
        Terms memory t = _terms(a);
        (t.low, t.high) = (price, price);
        for (uint256 i; i < positions.length; ++i) {
            if (positions[i].asset == a && _healthOf(positions[i], t) < NEAR) return true;
        }
        return references[a][0].isBusy(price, NEAR) || references[a][1].isBusy(price, NEAR);
    }

    /* BEFORE AND AFTER */

    function _deployReferences(ReplaySettings memory s, ReplayAsset[] memory assets) private {
        for (uint256 a; a < assets.length; ++a) {
            ReplayMarket[POLICIES] memory own;
            own[0] = markets[a];
            for (uint256 policy = 1; policy < POLICIES; ++policy) {
                IMintable base = new PlainToken(assets[a].symbol, assets[a].decimals);
                own[policy] = new ReplayMarket(factory, base, new PlainToken("USDC", 6), POOL_FEE, assets[a].prices[0]);
                own[policy].setDepth(assets[a].depth);
            }
            pools.push(own);
            ReferencePolicy[2] memory both = [
                ReferencePolicy(new FixedCloseFactor(own[1], s.edge)), ReferencePolicy(new MakerAuction(own[2], s.edge))
            ];
            references.push(both);
            Terms memory t = _terms(a);
            for (uint256 k; k < 2; ++k) {
                both[k].setMargins(t.quote, t.base);
                for (uint256 i; i < positions.length; ++i) {
                    Position storage p = positions[i];
                    if (p.asset == a) both[k].add(p.isLong, p.collateral, p.debt);
                }
            }
            _path.push(assets[a].prices[0]);
            _poolPath.push(assets[a].prices[0]);
        }
    }

    function _store(ReplayInput memory given) private {
        input.settings = given.settings;
        for (uint256 i; i < given.assets.length; ++i) {
            input.assets.push(given.assets[i]);
        }
        for (uint256 i; i < given.wicks.length; ++i) {
            input.wicks.push(given.wicks[i]);
        }
    }

    function _debt() private view returns (uint256 sum) {
        for (uint256 i; i < positions.length; ++i) {
            Position storage p = positions[i];
            sum += p.isLong ? p.debt * 1e12 : _valueOf(p.asset, p.debt, published[p.asset]);
        }
    }

    function _close(ReplayResult memory r) private {
        figures.blocks = _looks;
        gimbal.openDeficit = _openDeficit();
        figures.backstopEnd = _backstopValue();
        _checkConservation();
        (r.figures, r.gimbal) = (figures, gimbal);
        r.fixedCloseFactor = _sumOf(0);
        r.makerAuction = _sumOf(1);
    }

    function _sumOf(uint256 policy) private view returns (Ledger memory sum) {
        for (uint256 a; a < bases.length; ++a) {
            Ledger memory l = references[a][policy].ledger();
            sum.liquidatedDebt += l.liquidatedDebt;
            sum.byCollateral += l.byCollateral;
            sum.penalty += l.penalty;
            sum.badDebt += l.badDebt;
            sum.suppliers += l.suppliers;
            sum.openDeficit += references[a][policy].deficit(published[a]);
            sum.accounts += l.accounts;
            sum.takes += l.takes;
        }
    }
}
