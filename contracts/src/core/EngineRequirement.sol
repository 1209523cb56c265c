// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../interfaces/IPriceOracle.sol";
import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {LiquidationBuckets} from "../libraries/LiquidationBuckets.sol";
import {MarginMath, Requirement} from "../libraries/MarginMath.sol";
import {EngineAccess} from "./EngineAccess.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {AssetConfig} from "./types/AssetConfig.sol";

/// @title Margin requirement of accounts: the only place where prices meet amounts.
abstract contract EngineRequirement is EngineAccess {
    using Bits for uint256;
    using MarginMath for Requirement;

    /// @dev The engine and its liquidation module are given the same.
    address internal immutable PRICE_ORACLE;

    constructor(address oracle) {
        PRICE_ORACLE = oracle;
    }

    function _bucketOf(AccountWord word, Health memory h, uint256[16] memory prices, bool opening)
        internal
        pure
        returns (uint256)
    {
        if (!word.owes(word.primaryDebt())) return 0;
        uint256 collateralWord = _at(prices, word.mapCollateral());
        uint256 debtWord = _at(prices, word.primaryDebt());
        return LiquidationBuckets.bucketOf(
            opening ? collateralWord >> 128 : uint128(collateralWord),
            opening ? uint128(debtWord) : debtWord >> 128,
            h.collateral > h.margin ? h.collateral - h.margin : 0,
            h.debt
        );
    }

    /// @dev Collateral, debt and maintenance margin. `initial`: collateral at the low price, debt at the high one, margins
    /// at their target; else the reverse, margins on their ramp, so that an account is liquidatable only where both
    /// bounds agree.
    /// @param h Where they are written: returned, every caller up the stack would set aside and clear a copy.
    function _sums(Health memory h, bytes32 account, AccountWord word, uint256[16] memory prices, bool initial)
        internal
        view
    {
        if (word.isPair()) {
            _pairSums(h, word, prices, initial);
        } else {
            Requirement memory r = _requirement(account, word, prices, initial);
            (h.collateral, h.debt, h.margin) = (r.collateral, r.debt, r.maintenance());
        }
    }

    /// @dev `_requirement` for one collateral and one debt: the same sums without lists.
    function _pairSums(Health memory h, AccountWord word, uint256[16] memory prices, bool initial) private view {
        uint256 market = word.market();
        (uint256 long, uint256 short) = (word.primaryCollateral(), word.primaryDebt());
        AssetConfig longConfig = _config(market, long);
        AssetConfig shortConfig = _config(market, short);
        h.collateral = _collateralValue(word.inlineCollateral(), _bound(prices, market, long, !initial));
        h.debt = _debtValue(market, short, word.inlineDebt(), _bound(prices, market, short, initial));
        uint256 longs = MarginMath.share(h.collateral, longConfig.volatilityMargin(initial));
        uint256 shorts = MarginMath.share(h.debt, shortConfig.volatilityMargin(initial));
        // the margin is the offset for a moment: the stack holds sixteen
        if (longConfig.isCorrelated() && shortConfig.isCorrelated()) {
            h.margin = MarginMath.offset(longs, shorts, _rho(word, initial));
        }
        // cannot overflow: each below 2^121
        unchecked {
            h.margin = MarginMath.spread(longs, shorts, h.margin)
                + MarginMath.share(h.collateral, _cost(longConfig, h.collateral))
                + MarginMath.share(h.debt, _cost(shortConfig, h.debt));
        }
    }

    /// @dev Sums of an account's legs, as `_sums`.
    function _requirement(bytes32 account, AccountWord word, uint256[16] memory prices, bool initial)
        internal
        view
        returns (Requirement memory r)
    {
        uint256 market = word.market();
        for (uint256 mask = word.collateralMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            AssetConfig config = _config(market, asset);
            uint256 value = _collateralOf(account, word, asset);
            value = _collateralValue(value, _bound(prices, market, asset, !initial));
            r.addLong(asset, value, config.volatilityMargin(initial), _cost(config, value));
            if (config.isCorrelated()) r.longMask |= 1 << asset;
        }
        for (uint256 mask = word.debtMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            AssetConfig config = _config(market, asset);
            uint256 value = _scaledDebtOf(account, word, asset);
            value = _debtValue(market, asset, value, _bound(prices, market, asset, initial));
            r.addShort(asset, value, config.volatilityMargin(initial), _cost(config, value));
            if (config.isCorrelated()) r.shortMask |= 1 << asset;
        }
        if (r.longMask != 0 && r.shortMask != 0) _addHedges(r, market, initial);
    }

    function _collateralValue(uint256 amount, uint256 price) internal pure returns (uint256) {
        // cannot overflow: 96 + 128 bits
        unchecked {
            return _legValue(amount * price / 1e18);
        }
    }

    function _debtValue(uint256 market, uint256 asset, uint256 scaled, uint256 price) internal view returns (uint256) {
        // cannot overflow: (96 + 80 − 60) + 128 bits
        unchecked {
            uint256 owed = _accruedDebt(market, asset).debtOf(scaled);
            return _legValue((owed * price + (1e18 - 1)) / 1e18);
        }
    }

    /// @dev `π + κ(x)`.
    function _cost(AssetConfig config, uint256 value) internal pure returns (uint256) {
        unchecked {
            return config.penalty() + MarginMath.impact(value, config.depth());
        }
    }

    function _legValue(uint256 value) private pure returns (uint256) {
        if (value >= MarginMath.MAX_LEG_VALUE) revert Errors.AmountTooLarge(value, MarginMath.MAX_LEG_VALUE);
        return value;
    }

    /// @dev Correlations that count: none for new risk while they cannot be relied on. Open positions keep theirs.
    function _hedgeRow(uint256 market, uint256 asset, bool initial) private view returns (uint256) {
        return initial && _markets[market].hedgeless() ? 0 : _correlations(market, asset);
    }

    /// @dev Of the two legs of a pair [1/256].
    function _rho(AccountWord word, bool initial) private view returns (uint256) {
        return uint8(_hedgeRow(word.market(), word.primaryDebt(), initial) >> (word.primaryCollateral() << 3));
    }

    function _addHedges(Requirement memory r, uint256 market, bool initial) internal view {
        for (uint256 shorts = r.shortMask; shorts != 0; shorts = shorts.dropLowest()) {
            uint256 short = shorts.lowest();
            uint256 row = _hedgeRow(market, short, initial);
            for (uint256 longs = r.longMask; longs != 0; longs = longs.dropLowest()) {
                uint256 long = longs.lowest();
                r.addHedge(long, short, uint8(row >> (long << 3)));
            }
        }
    }

    /// @dev One bound of a price word (low 128 | high 128); a price that is down stops the action that needs it.
    function _bound(uint256[16] memory prices, uint256 market, uint256 asset, bool high)
        internal
        pure
        returns (uint256 price)
    {
        uint256 word = _at(prices, asset);
        price = high ? uint128(word) : word >> 128;
        if (price == 0) revert Errors.PriceUnavailable(uint16(market), uint8(asset));
    }

    /// @dev Unchecked read: asset < 16 comes from a mask or is checked at the entry point.
    function _at(uint256[16] memory values, uint256 asset) internal pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(values, shl(5, asset)))
        }
    }

    /// @dev All prices in one call, straight into memory: decoding sixteen words in Solidity costs more than the call.
    function _prices(bool opening, uint256 market, uint256 assets) internal view returns (uint256[16] memory prices) {
        bytes4 selector = opening ? IPriceOracle.openingPrices.selector : IPriceOracle.maintenancePrices.selector;
        address oracle = PRICE_ORACLE;
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, selector)
            mstore(add(input, 4), market)
            mstore(add(input, 36), assets)
            if iszero(staticcall(gas(), oracle, input, 68, prices, 512)) {
                returndatacopy(input, 0, returndatasize())
                revert(input, returndatasize())
            }
            if lt(returndatasize(), 512) { revert(0, 0) }
        }
    }
}
