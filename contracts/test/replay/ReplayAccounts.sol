// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngine, RiskState} from "../../src/interfaces/IMarginEngine.sol";
import {IMintable} from "../support/TestTokens.sol";
import {Margin, ReplayMargin} from "./ReplayMargin.sol";
import {ReplayProtocol} from "./ReplayProtocol.sol";
import {ReplayAccount, ReplayFigures, ReplaySettings} from "./ReplayTypes.sol";

/// @notice An account as the replay remembers it, so that not every look asks the engine [token units].
/// @param marked Whether keepers have started the clock of its auction, and `markedAt` when [unix seconds]. @param index Debt index when `debt` was read.
struct Position {
    bytes32 id;
    uint8 asset;
    bool isLong;
    bool liquidated;
    bool marked;
    uint256 markedAt;
    uint256 collateral;
    uint256 debt;
    uint256 index;
}

/// @notice What the health of all accounts of a market depends on. Prices [USD wad per whole token].
/// @param low, high Bounds of the maintenance price of the base asset.
/// @param index Debt index of quote and base.
struct Terms {
    uint256 low;
    uint256 high;
    uint256[2] index;
    Margin quote;
    Margin base;
}

/// @notice The accounts: opened as traders would, one after the other, until the coverage gate has enough.
abstract contract ReplayAccounts is ReplayProtocol {
    bytes32 internal constant LENDER = bytes32(bytes20(address(0xbeef)));
    uint256 internal constant CLOSE_BELOW = 1.2e18;

    Position[] internal positions;
    ReplayFigures internal figures;

    /// @notice Lends what the accounts plan to borrow, and more, then opens them.
    function _openAccounts(ReplaySettings memory s, ReplayAccount[] memory accounts) internal {
        uint256[] memory prices = new uint256[](bases.length);
        for (uint256 i; i < bases.length; ++i) {
            prices[i] = published[i];
        }
        _supplyFor(s, accounts, prices);
        _fillBackstops(s, accounts);
        figures.planned = accounts.length;
        bool[] memory closed = new bool[](bases.length);
        for (uint256 i; i < accounts.length; ++i) {
            uint8 asset = accounts[i].asset;
            if (closed[asset]) {
                ++figures.closedOut;
                continue;
            }
            if (_open(i, accounts[i], prices[asset])) {
                closed[asset] = gate.coverageOf(asset + 1).ratio < CLOSE_BELOW;
            }
        }
        figures.opened = positions.length;
    }

    function _supplyFor(ReplaySettings memory s, ReplayAccount[] memory accounts, uint256[] memory prices) private {
        for (uint16 market = 1; market <= bases.length; ++market) {
            (uint256 longs, uint256 shorts) = _planned(accounts, market - 1);
            uint256 price = prices[market - 1];
            if (longs > 0) _supply(market, QUOTE, usdc, longs * s.supplyRatio / 1e4 / 1e12);
            if (shorts > 0) {
                _supply(market, BASE, bases[market - 1], _baseOf(market - 1, shorts * s.supplyRatio / 1e4, price));
            }
        }
    }

    /// @notice Debt that the accounts of a market plan [USD wad].
    function _planned(ReplayAccount[] memory accounts, uint256 asset)
        internal
        pure
        returns (uint256 longs, uint256 shorts)
    {
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i].asset != asset) continue;
            if (accounts[i].isLong) longs += accounts[i].equity * (accounts[i].leverage - 100) / 100;
            else shorts += accounts[i].equity * accounts[i].leverage / 100;
        }
    }

    /// @dev Before the accounts: a backstop is there when they open.
    function _fillBackstops(ReplaySettings memory s, ReplayAccount[] memory accounts) internal virtual;

    function _supply(uint16 market, uint8 asset, IMintable token, uint256 amount) private {
        _fund(address(bytes20(LENDER)), token, address(engine), amount);
        vm.prank(address(bytes20(LENDER)));
        engine.supply(LENDER, market, asset, amount);
    }

    function _fund(address actor, IMintable token, address spender, uint256 amount) internal {
        token.mint(actor, amount);
        vm.prank(actor);
        token.approve(spender, type(uint256).max);
    }

    /// @dev Where the margin asks for more than the plan, the trader takes a tenth less until it does not.
    function _open(uint256 number, ReplayAccount memory a, uint256 price) private returns (bool) {
        for (uint256 lowered; lowered < 12; ++lowered) {
            try this.openOne(number, a, price) {
                if (lowered > 0) ++figures.reduced;
                return true;
            } catch {} // and all of it is undone
            a.leverage = a.leverage * 9 / 10;
            if (a.leverage < 110) break;
        }
        return false;
    }

    function openOne(uint256 number, ReplayAccount calldata a, uint256 price) external {
        address owner = address(uint160(0x100000 + number));
        uint256 exposure = a.equity * a.leverage / 100;
        uint256 base = _baseOf(a.asset, exposure, price);
        Position memory p = Position({
            id: bytes32(bytes20(owner)),
            asset: a.asset,
            isLong: a.isLong,
            liquidated: false,
            marked: false,
            markedAt: 0,
            collateral: a.isLong ? base : (exposure + a.equity) / 1e12,
            debt: a.isLong ? (exposure - a.equity) / 1e12 : base,
            index: 0
        });
        (uint8 c, uint8 d) = _legs(a.isLong);
        uint16 market = a.asset + 1;
        _fund(owner, a.isLong ? bases[a.asset] : usdc, address(engine), p.collateral);
        vm.prank(owner);
        engine.deposit(p.id, market, c, p.collateral);
        vm.prank(owner);
        engine.borrow(p.id, market, d, p.debt, owner);
        p.index = engine.reserve(market, d).index;
        positions.push(p);
    }

    /* HEALTH */

    function _terms(uint256 asset) internal view returns (Terms memory t) {
        uint16 market = uint16(asset + 1);
        uint256 word = oracle.maintenancePrices(market, 2)[BASE];
        uint256 scale = 10 ** (18 - bases[asset].decimals());
        (t.low, t.high) = ((word >> 128) / scale, uint128(word) / scale);
        t.index = [engine.reserve(market, QUOTE).index, engine.reserve(market, BASE).index];
        (t.quote, t.base) = (_margin(market, QUOTE), _margin(market, BASE));
    }

    function _margin(uint16 market, uint8 asset) private view returns (Margin memory) {
        RiskState memory r = engine.risk(market, asset);
        return Margin(r.maintenanceMargin, r.penalty, r.depth);
    }

    /// @notice As the engine sees it, to a millionth: values at the price that speaks for the account.
    function _healthOf(Position memory p, Terms memory t) internal view returns (uint256) {
        if (p.debt == 0) return type(uint256).max;
        if (p.isLong) {
            uint256 owed = p.debt * 1e12 * t.index[QUOTE] / p.index;
            return ReplayMargin.health(_valueOf(p.asset, p.collateral, t.high), owed, t.base, t.quote);
        }
        uint256 value = _valueOf(p.asset, p.debt * t.index[BASE] / p.index, t.low);
        return ReplayMargin.health(p.collateral * 1e12, value, t.quote, t.base);
    }

    /// @notice Reads an account anew.
    function _sync(uint256 i) internal {
        Position storage p = positions[i];
        (uint8 c, uint8 d) = _legs(p.isLong);
        (, uint256[16] memory collaterals, uint256[16] memory debts) = engine.position(p.id);
        (p.collateral, p.debt) = (collaterals[c], debts[d]);
        p.index = engine.reserve(uint16(p.asset + 1), d).index;
    }

    function _legs(bool isLong) internal pure returns (uint8 collateralAsset, uint8 debtAsset) {
        return isLong ? (BASE, QUOTE) : (QUOTE, BASE);
    }

    function _baseOf(uint256 asset, uint256 value, uint256 price) internal view returns (uint256) {
        return value * 10 ** bases[asset].decimals() / price;
    }

    function _valueOf(uint256 asset, uint256 amount, uint256 price) internal view returns (uint256) {
        return amount * price / 10 ** bases[asset].decimals();
    }
}
