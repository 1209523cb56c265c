// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {Margin, ReplayMargin} from "./ReplayMargin.sol";
import {ReplayMarket} from "./ReplayMarket.sol";
import {Ledger} from "./ReplayTypes.sol";

/// @notice An account of a reference policy [token units].
/// @param kickedAt, top Auction: its start [unix seconds] and first price [USD wad of collateral per USD of debt]; 0 if
/// there is none.
struct ReferenceAccount {
    bool isLong;
    bool liquidated;
    uint256 collateral;
    uint256 debt;
    uint256 tab;
    uint256 kickedAt;
    uint256 top;
}

/// @notice The same accounts, in the same market, under another rule of liquidation: books only, but every sale is a swap
/// in a real pool of its own. Thresholds are those the accounts were opened with, prices those of the feed, without lag.
abstract contract ReferencePolicy {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant PENALTY = 0.05e18;
    uint256 internal constant FEE = 500; // of the pool [1e-6]
    uint256 internal constant LEAST_SALE = 50e18; // [USD wad]

    ReplayMarket public immutable MARKET;
    uint256 internal immutable EDGE;
    uint256 internal immutable UNIT;

    ReferenceAccount[] public accounts;
    Margin internal quoteMargin;
    Margin internal baseMargin;
    Ledger internal _ledger;

    error NotWorthIt(uint256 actual, uint256 bound);

    /// @param edge Least profit of a keeper on what it pays [1e-4].
    constructor(ReplayMarket market, uint256 edge) {
        (MARKET, EDGE) = (market, edge);
        UNIT = 10 ** market.BASE().decimals();
    }

    function setMargins(Margin calldata quote, Margin calldata base) external {
        (quoteMargin, baseMargin) = (quote, base);
    }

    function add(bool isLong, uint256 collateral, uint256 debt) external {
        accounts.push(ReferenceAccount(isLong, false, collateral, debt, 0, 0, 0));
    }

    function ledger() external view returns (Ledger memory) {
        return _ledger;
    }

    function takes() external view returns (uint256) {
        return _ledger.takes;
    }

    /// @notice Whether somebody is unhealthy, or in an auction, at a price [USD wad].
    function isBusy(uint256 price, uint256 threshold) external view returns (bool) {
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i].debt == 0 && accounts[i].tab == 0) continue;
            if (accounts[i].kickedAt != 0 || _health(accounts[i], price) < threshold) return true;
        }
        return false;
    }

    /// @notice Keepers look at every account.
    /// @param price Of the base asset [USD wad]. @param depth Value that moves the pool by 1 % [USD, whole].
    function act(uint256 price, uint256 depth, bool canSell) external {
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i].debt == 0 && accounts[i].tab == 0) continue;
            _act(i, price, depth, canSell);
        }
    }

    /// @notice What accounts owe beyond what they hold [USD wad].
    function deficit(uint256 price) external view returns (uint256 sum) {
        for (uint256 i; i < accounts.length; ++i) {
            (uint256 c, uint256 d) = _values(accounts[i], price);
            if (d > c) sum += d - c;
        }
    }

    function _act(uint256 i, uint256 price, uint256 depth, bool canSell) internal virtual;

    /// @notice Moves collateral to the pool and checks that the keeper earns its edge. Only by this contract.
    function sellFor(bool isLong, uint256 seized, uint256 paid) external returns (uint256 received) {
        received = MARKET.sell(isLong ? MARKET.BASE() : MARKET.QUOTE(), seized, address(this));
        uint256 least = paid + paid * EDGE / 1e4;
        require(received >= least, NotWorthIt(received, least));
    }

    /// @dev Most debt that is worth repaying at a discount: see the keeper of the protocol.
    /// @param ask Price of the collateral over its price by the feed [wad].
    function _worthwhile(bool isLong, uint256 price, uint256 depth, uint256 ask) internal view returns (uint256) {
        uint256 pool = MARKET.poolPrice();
        uint256 gets = isLong
            ? FixedPointMathLib.fullMulDiv(WAD * WAD / ask, pool, price)
            : FixedPointMathLib.fullMulDiv(WAD * WAD / ask, price, pool);
        uint256 costs = WAD + FEE * 1e12 + EDGE * 1e14;
        return gets <= costs ? 0 : (gets - costs) * 200 * depth;
    }

    function _bookTake(ReferenceAccount storage a, uint256 price, uint256 paid, uint256 seized) internal {
        (uint256 debt, uint256 value) =
            a.isLong ? (paid * 1e12, seized * price / UNIT) : (paid * price / UNIT, seized * 1e12);
        _ledger.liquidatedDebt += debt;
        _ledger.byCollateral += debt;
        _ledger.penalty += FixedPointMathLib.zeroFloorSub(value, debt);
        ++_ledger.takes;
        if (a.liquidated) return;
        a.liquidated = true;
        ++_ledger.accounts;
    }

    /// @dev No collateral is left: what is owed is the suppliers' loss, whole.
    function _writeOff(ReferenceAccount storage a, uint256 price) internal {
        uint256 loss = a.isLong ? a.debt * 1e12 : a.debt * price / UNIT;
        _ledger.badDebt += loss;
        _ledger.suppliers += loss;
        a.debt = 0;
    }

    function _health(ReferenceAccount memory a, uint256 price) internal view returns (uint256) {
        (uint256 c, uint256 d) = _values(a, price);
        return a.isLong
            ? ReplayMargin.health(c, d, baseMargin, quoteMargin)
            : ReplayMargin.health(c, d, quoteMargin, baseMargin);
    }

    function _values(ReferenceAccount memory a, uint256 price) internal view returns (uint256 c, uint256 d) {
        return a.isLong ? (a.collateral * price / UNIT, a.debt * 1e12) : (a.collateral * 1e12, a.debt * price / UNIT);
    }
}

/// @notice A fixed bonus of 5 % and at most half of the debt at a time, as Aave and Compound have had it.
contract FixedCloseFactor is ReferencePolicy {
    uint256 private constant ROUNDS = 4;

    constructor(ReplayMarket market, uint256 edge) ReferencePolicy(market, edge) {}

    function _act(uint256 i, uint256 price, uint256 depth, bool canSell) internal override {
        for (uint256 round; round < ROUNDS; ++round) {
            if (_health(accounts[i], price) >= WAD || !canSell) return;
            if (!_take(accounts[i], price, depth)) return;
        }
    }

    function _take(ReferenceAccount storage a, uint256 price, uint256 depth) private returns (bool) {
        uint256 most = _worthwhile(a.isLong, price, depth, WAD * WAD / (WAD + PENALTY));
        if (most < LEAST_SALE) return false;
        uint256 paid = a.isLong ? most / 1e12 : most * UNIT / price;
        (, uint256 owedValue) = _values(a, price);
        // what is left after a half would be dust: whole
        paid = FixedPointMathLib.min(paid, owedValue < 2 * LEAST_SALE ? a.debt : (a.debt + 1) / 2);
        uint256 value = paid * (WAD + PENALTY) / WAD;
        uint256 seized = a.isLong ? value * 1e12 * UNIT / price : value * price / UNIT / 1e12;
        if (seized > a.collateral) {
            seized = a.collateral;
            value = a.isLong ? seized * price / UNIT / 1e12 : seized * 1e12 * UNIT / price;
            paid = FixedPointMathLib.min(paid, value * WAD / (WAD + PENALTY));
        }
        if (paid == 0 || seized == 0) return false;
        try this.sellFor(a.isLong, seized, paid) {}
        catch {
            return false;
        }
        _bookTake(a, price, paid, seized);
        (a.collateral, a.debt) = (a.collateral - seized, a.debt - paid);
        if (a.collateral == 0 && a.debt != 0) _writeOff(a, price);
        return a.debt != 0;
    }
}

/// @notice An auction as Maker's Clipper runs it: all collateral for all debt and penalty, from 1.2 times the price at
/// its start, 1 % of it less every 90 s; begun anew after 140 minutes or below 40 % of its start.
contract MakerAuction is ReferencePolicy {
    uint256 private constant START = 1.2e18;
    uint256 private constant STEP = 90 seconds;
    uint256 private constant CUT = 0.99e18;
    uint256 private constant TAIL = 140 minutes;
    uint256 private constant CUSP = 0.4e18;

    constructor(ReplayMarket market, uint256 edge) ReferencePolicy(market, edge) {}

    function _act(uint256 i, uint256 price, uint256 depth, bool canSell) internal override {
        ReferenceAccount storage a = accounts[i];
        if (a.kickedAt == 0) {
            if (_health(a, price) >= WAD) return;
            a.tab = a.debt + a.debt * PENALTY / WAD;
        }
        uint256 ask = _ask(a);
        if (a.kickedAt == 0 || block.timestamp - a.kickedAt > TAIL || ask < a.top * CUSP / WAD) {
            (a.kickedAt, a.top) = (block.timestamp, _mark(a.isLong, price) * START / WAD);
            ask = a.top;
        }
        if (canSell) _take(a, price, depth, ask);
    }

    /// @dev Collateral in terms of debt: of the base asset in dollars, or of a dollar in the base asset [wad].
    function _mark(bool isLong, uint256 price) private pure returns (uint256) {
        return isLong ? price : WAD * WAD / price;
    }

    function _ask(ReferenceAccount storage a) private view returns (uint256) {
        if (a.kickedAt == 0) return 0;
        return a.top * FixedPointMathLib.rpow(CUT, (block.timestamp - a.kickedAt) / STEP, WAD) / WAD;
    }

    function _take(ReferenceAccount storage a, uint256 price, uint256 depth, uint256 ask) private {
        uint256 most = _worthwhile(a.isLong, price, depth, ask * WAD / _mark(a.isLong, price));
        if (most < LEAST_SALE) return;
        uint256 paid = FixedPointMathLib.min(a.isLong ? most / 1e12 : most * UNIT / price, a.tab);
        uint256 seized = a.isLong ? paid * 1e12 * UNIT / ask : paid * WAD / ask * WAD / UNIT / 1e12;
        if (seized > a.collateral) {
            seized = a.collateral;
            paid = a.isLong ? seized * ask / UNIT / 1e12 : seized * 1e12 * UNIT / WAD * ask / WAD;
        }
        if (paid == 0 || seized == 0) return;
        try this.sellFor(a.isLong, seized, paid) {}
        catch {
            return;
        }
        _bookTake(a, price, FixedPointMathLib.min(paid, a.debt), seized);
        a.collateral -= seized;
        a.tab = FixedPointMathLib.zeroFloorSub(a.tab, paid);
        a.debt = FixedPointMathLib.zeroFloorSub(a.debt, paid); // payments cover the debt first, then the penalty
        if (a.collateral == 0) {
            if (a.debt != 0) _writeOff(a, price);
            a.tab = 0;
        }
        if (a.tab == 0) (a.kickedAt, a.debt) = (0, 0);
    }
}
