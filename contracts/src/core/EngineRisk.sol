// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../interfaces/IPriceOracle.sol";
import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {MarginMath, Requirement} from "../libraries/MarginMath.sol";
import {EngineAccess} from "./EngineAccess.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {AssetConfig} from "./types/AssetConfig.sol";
import {MarketWord} from "./types/MarketWord.sol";

/// @title Reads the margin requirement of accounts: the only place where prices meet amounts.
abstract contract EngineRisk is EngineAccess {
    using Bits for uint256;
    using MarginMath for Requirement;

    /// @inheritdoc IMarginEngineCore
    address public immutable ORACLE;

    constructor(address oracle) {
        ORACLE = oracle;
    }

    /// @inheritdoc IMarginEngineCore
    function health(bytes32 account) external view whenIdle returns (Health memory) {
        return _health(account, _accounts[account]);
    }

    /// @inheritdoc IMarginEngineCore
    function initialHealth(bytes32 account) external view whenIdle returns (Health memory h) {
        AccountWord word = _accounts[account];
        if (word.isEmpty()) return h;
        uint256 market = word.market();
        Requirement memory r = _requirement(account, word, _prices(true, market, word.assetMask()), true);
        uint256 margin = MarginMath.initialMargin(r.maintenance(), _markets[market].initialRatio());
        return Health(r.collateral, r.debt, margin);
    }

    function _health(bytes32 account, AccountWord word) internal view returns (Health memory h) {
        if (word.isEmpty()) return h;
        uint256[16] memory prices = _prices(false, word.market(), word.assetMask());
        Requirement memory r = _requirement(account, word, prices, false);
        return Health(r.collateral, r.debt, r.maintenance());
    }

    /// @dev Check of every action that added risk: `C ≥ D + IM` at opening prices, in a market that is not paused.
    /// Without debt there is nothing to check, and no price is needed to leave.
    function _requireInitialMargin(bytes32 account, AccountWord word) internal view {
        if (word.debtMask() == 0) return;
        uint256 market = word.market();
        MarketWord parameters = _markets[market];
        require(!parameters.paused(), Errors.MarketPaused(uint16(market)));
        Requirement memory r = _requirement(account, word, _prices(true, market, word.assetMask()), true);
        uint256 needed = r.debt + MarginMath.initialMargin(r.maintenance(), parameters.initialRatio());
        require(r.collateral >= needed, Errors.InitialMarginNotMet(r.collateral, needed));
    }

    /// @dev Debt cannot hide behind dust of an asset without a price: liquidation needs the price of every leg, so an
    /// account that owes starts a new leg only with a price.
    function _requirePrice(uint256 market, uint256 asset) internal view {
        _bound(_prices(false, market, 1 << asset), market, asset, true);
    }

    /// @dev Sums of an account's legs. `initial`: collateral at the low price, debt at the high one, margins at their
    /// target; else the reverse, margins on their ramp, so that an account is liquidatable only where both bounds agree.
    function _requirement(bytes32 account, AccountWord word, uint256[16] memory prices, bool initial)
        internal
        view
        returns (Requirement memory r)
    {
        uint256 market = word.market();
        for (uint256 mask = word.collateralMask(); mask != 0; mask = mask.dropLowest()) {
            _addCollateral(r, account, word, market, mask.lowest(), prices, initial);
        }
        for (uint256 mask = word.debtMask(); mask != 0; mask = mask.dropLowest()) {
            _addDebt(r, account, word, market, mask.lowest(), prices, initial);
        }
        if (r.longMask != 0 && r.shortMask != 0) _addHedges(r, market);
    }

    function _addCollateral(
        Requirement memory r,
        bytes32 account,
        AccountWord word,
        uint256 market,
        uint256 asset,
        uint256[16] memory prices,
        bool initial
    ) private view {
        // cannot overflow: 96 + 128 bits
        unchecked {
            uint256 price = _bound(prices, market, asset, !initial);
            uint256 value = _legValue(_collateralOf(account, word, asset) * price / 1e18);
            AssetConfig config = _config(market, asset);
            r.addLong(asset, value, config.volatilityMargin(initial), _cost(config, value));
            if (config.isCorrelated()) r.longMask |= 1 << asset;
        }
    }

    function _addDebt(
        Requirement memory r,
        bytes32 account,
        AccountWord word,
        uint256 market,
        uint256 asset,
        uint256[16] memory prices,
        bool initial
    ) private view {
        // cannot overflow: (96 + 80 − 60) + 128 bits
        unchecked {
            uint256 owed = _accruedDebt(market, asset).debtOf(_scaledDebtOf(account, word, asset));
            uint256 value = _legValue((owed * _bound(prices, market, asset, initial) + (1e18 - 1)) / 1e18);
            AssetConfig config = _config(market, asset);
            r.addShort(asset, value, config.volatilityMargin(initial), _cost(config, value));
            if (config.isCorrelated()) r.shortMask |= 1 << asset;
        }
    }

    /// @dev `π + κ(x)`.
    function _cost(AssetConfig config, uint256 value) private pure returns (uint256) {
        unchecked {
            return config.penalty() + MarginMath.impact(value, config.depth());
        }
    }

    function _legValue(uint256 value) private pure returns (uint256) {
        require(value < MarginMath.MAX_LEG_VALUE, Errors.AmountTooLarge(value, MarginMath.MAX_LEG_VALUE));
        return value;
    }

    function _addHedges(Requirement memory r, uint256 market) private view {
        for (uint256 shorts = r.shortMask; shorts != 0; shorts = shorts.dropLowest()) {
            uint256 short = shorts.lowest();
            uint256 row = _correlations(market, short);
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
        require(price != 0, Errors.PriceUnavailable(uint16(market), uint8(asset)));
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
        address oracle = ORACLE;
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
