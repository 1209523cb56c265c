// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {POSITION_DEPTHS} from "../core/types/MarketWord.sol";
import {IBackstopBase, IBackstopShares} from "../interfaces/IBackstopVault.sol";
import {IMarginEngine, ReserveState} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../interfaces/IPriceOracle.sol";

/// @notice Coverage of one shock: the price of one asset jumps against the accounts that it hurts.
/// @param asset Asset that jumps.
/// @param rises Whether it rises, against those who owe it; else it falls, against those who hold it.
/// @param throttle What outside markets take over the horizon: twice the present depth in five minutes [USD wad].
/// @param nettable Opposite accounts of the same pairs, against which liquidations need no market [USD wad].
/// @param insurance Fees of the reserves that would lose [USD wad].
/// @param backstop Free cash of the market's backstop, which takes over what nobody else takes [USD wad].
/// @param atRisk Debt that the jump would make liquidatable [USD wad].
/// @param ratio All parts over the debt at risk [wad]; the largest number without any.
struct Coverage {
    uint8 asset;
    bool rises;
    uint256 throttle;
    uint256 nettable;
    uint256 insurance;
    uint256 backstop;
    uint256 atRisk;
    uint256 ratio;
}

/// @title Coverage ratio: whether liquidations can be done without anyone's loss when liquidity is thin.
/// @notice `(throttle + nettable + insurance + backstop) / debt at risk`, by shock, from the engine's own liquidation map
/// and depths. A market is as well covered as in its worst shock. Of shocks at the same time: debts and market capacities
/// add up, so their ratio lies between the single ones, but for insurance, which each of them counts.
library CoverageLib {
    uint256 internal constant WAD = 1e18;
    /// @dev The throttle of liquidations through outside markets: 2 · depth in 300 s.
    uint256 internal constant THROTTLE_DEPTHS = 2;
    uint256 internal constant THROTTLE_PERIOD = 5 minutes;
    /// @dev A netting takes at most half of an opposite account.
    uint256 internal constant NETTABLE_DIVISOR = 2;
    /// @dev Of each question to a backstop, which must not be able to stop a measurement.
    uint256 internal constant BACKSTOP_GAS = 50_000;

    /// @notice Coverage of one shock.
    /// @param gap Jump of the asset's price [wad], in [0, 0.9].
    /// @param horizon Time that outside markets have [seconds].
    /// @dev Reverts with `PriceUnavailable` if a price of the market is down. Debt beyond an account's primary one is not
    /// in the map: all of it counts as at risk, so that it cannot be hidden there.
    function ofShock(IMarginEngine engine, uint16 market, uint8 asset, bool rises, uint256 gap, uint256 horizon)
        internal
        view
        returns (Coverage memory c)
    {
        (c.asset, c.rises) = (asset, rises);
        c.throttle = THROTTLE_DEPTHS * _presentDepth(engine, market, asset) * WAD * horizon / THROTTLE_PERIOD;
        // a rise of the debt by J is a fall of the collateral against it by J / (1 + J)
        uint256 fall = rises ? gap * WAD / (WAD + gap) : gap;
        uint256 count = engine.assetCount(market);
        for (uint8 other; other < count; ++other) {
            if (other == asset) continue;
            if (rises) _addPair(engine, c, market, asset, other, fall);
            else _addPair(engine, c, market, other, asset, fall);
            if (!rises) _addReserve(engine, c, market, other);
        }
        if (rises) _addReserve(engine, c, market, asset);
        c.backstop = _backstopOf(engine, market);
        c.ratio = ratioOf(c.throttle + c.nettable + c.insurance + c.backstop, c.atRisk);
    }

    /// @dev The throttle's, without its floor: what takes are let through regardless is no liquidity.
    function _presentDepth(IMarginEngine engine, uint16 market, uint8 asset) private view returns (uint256) {
        (uint256 positionCap,,) = engine.openingLimits(market, asset);
        return FixedPointMathLib.min(engine.risk(market, asset).depth, positionCap / POSITION_DEPTHS);
    }

    /// @notice `covered / atRisk` [wad]; the largest number without debt at risk.
    function ratioOf(uint256 covered, uint256 atRisk) internal pure returns (uint256) {
        return atRisk == 0 ? type(uint256).max : FixedPointMathLib.fullMulDiv(covered, WAD, atRisk);
    }

    /// @dev Debt at risk of one pair, and what the opposite pair can take of it.
    function _addPair(
        IMarginEngine engine,
        Coverage memory c,
        uint16 market,
        uint8 debt,
        uint8 collateral,
        uint256 fall
    ) private view {
        uint256 hurt = _value(engine, market, debt, engine.debtAtRisk(market, debt, collateral, fall));
        if (hurt == 0) return; // 64 words are not read for nothing
        c.atRisk += hurt;
        uint256[] memory opposite = engine.liquidationMap(market, collateral, debt);
        uint256 sum;
        for (uint256 i; i < opposite.length; ++i) {
            sum += opposite[i];
        }
        uint256 nettable = _value(engine, market, collateral, sum) / NETTABLE_DIVISOR;
        c.nettable += nettable < hurt ? nettable : hurt;
    }

    /// @dev Debt that the map does not show, and the fees that would pay first.
    function _addReserve(IMarginEngine engine, Coverage memory c, uint16 market, uint8 debt) private view {
        c.atRisk += _value(engine, market, debt, engine.unmappedDebt(market, debt));
        c.insurance += _value(engine, market, debt, engine.reserve(market, debt).fees);
    }

    /// @dev What the backstop can spend now; inventory and margin are tied up. 0 without one, or if it does not answer.
    function _backstopOf(IMarginEngine engine, uint16 market) private view returns (uint256) {
        address backstop = engine.backstop(market);
        if (backstop == address(0)) return 0;
        (bool known, uint256 quote) = _ask(backstop, IBackstopBase.QUOTE.selector);
        (bool counted, uint256 cash) = _ask(backstop, IBackstopShares.freeCash.selector);
        if (!known || !counted || quote >= engine.assetCount(market) || cash > type(uint112).max) return 0;
        // forge-lint: disable-next-line(unsafe-typecast) — below the number of assets
        return _value(engine, market, uint8(quote), cash);
    }

    function _ask(address backstop, bytes4 selector) private view returns (bool answered, uint256 answer) {
        uint256 gasLimit = BACKSTOP_GAS;
        assembly ("memory-safe") {
            mstore(0, selector)
            answered := staticcall(gasLimit, backstop, 0, 4, 0, 32)
            answered := and(answered, gt(returndatasize(), 31))
            answer := mload(0)
        }
    }

    /// @dev At the middle of the oracle's bounds, 0 of nothing [USD wad].
    function _value(IMarginEngine engine, uint16 market, uint8 asset, uint256 amount) private view returns (uint256) {
        if (amount == 0) return 0;
        // forge-lint: disable-next-line(unsafe-typecast) — listed assets are below 16
        uint256 word = IPriceOracle(engine.ORACLE()).maintenancePrices(market, uint16(1 << asset))[asset];
        return FixedPointMathLib.fullMulDiv(amount, ((word >> 128) + uint128(word)) / 2, WAD);
    }
}
