// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineCore, IMarginEngineExtension} from "../../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../../interfaces/IPriceOracle.sol";
import {Errors} from "../../libraries/Errors.sol";
import {LiquidationBuckets} from "../../libraries/LiquidationBuckets.sol";
import {EngineReserves} from "../EngineReserves.sol";
import {DebtWord} from "../types/ReserveWords.sol";

/// @title Reads the liquidation map.
abstract contract EngineMapViews is EngineReserves, IMarginEngineExtension {
    uint256 private constant WORDS = 64;
    /// @dev Three and a half octaves: with the one above, less than 37 words.
    uint256 private constant MAX_GAP = 0.9e18;

    /// @inheritdoc IMarginEngineExtension
    function liquidationMap(uint16 market, uint8 debtAsset, uint8 collateralAsset)
        external
        view
        whenIdle
        returns (uint256[] memory debts)
    {
        uint256 first = _firstWord(market, debtAsset, collateralAsset);
        debts = new uint256[](LiquidationBuckets.BUCKETS);
        uint256 unit = _config(market, debtAsset).debtUnit();
        DebtWord debt = _accruedDebt(market, debtAsset);
        for (uint256 i; i < WORDS; ++i) {
            uint256 word = _mapWord(first + i);
            for (uint256 lane; word != 0; ++lane) {
                debts[4 * i + lane] = debt.debtOf(uint256(uint64(word)) << unit);
                word >>= 64;
            }
        }
    }

    /// @inheritdoc IMarginEngineExtension
    function debtAtRisk(uint16 market, uint8 debtAsset, uint8 collateralAsset, uint256 gap)
        external
        view
        whenIdle
        returns (uint256)
    {
        require(gap <= MAX_GAP, Errors.ParameterOutOfBounds("gap", gap, MAX_GAP));
        uint256 first = _firstWord(market, debtAsset, collateralAsset);
        (uint256 collateralPrice, uint256 debtPrice) = _pricesOf(market, debtAsset, collateralAsset);
        int256 top = LiquidationBuckets.indexOf(collateralPrice, debtPrice) + LiquidationBuckets.OCTAVE;
        // cannot overflow: 128 + 60 bits
        int256 index = LiquidationBuckets.indexOf(collateralPrice * (1e18 - gap), debtPrice * 1e18);
        uint256 sum = uint64(_mapWord(first)); // bucket 0: liquidatable at any price
        while (index <= top) {
            // forge-lint: disable-next-line(unsafe-typecast) — modulo 256 in two's complement
            uint256 bucket = uint8(uint256(index));
            if (bucket == 0) (bucket, index) = (1, index + 1); // its debt is filed one higher
            uint256 word = _mapWord(first + (bucket >> 2));
            do {
                sum += uint64(word >> ((bucket & 3) << 6));
                (bucket, index) = (bucket + 1, index + 1);
            } while (bucket & 3 != 0 && index <= top);
        }
        return _accruedDebt(market, debtAsset).debtOf(sum << _config(market, debtAsset).debtUnit());
    }

    /// @inheritdoc IMarginEngineExtension
    function unmappedDebt(uint16 market, uint8 asset) external view whenIdle returns (uint256) {
        _listed(market, asset);
        return _accruedDebt(market, asset).debtOf(_spilledDebts(market, asset));
    }

    function _firstWord(uint16 market, uint8 debtAsset, uint8 collateralAsset) private view returns (uint256) {
        _listed(market, debtAsset);
        _listed(market, collateralAsset);
        return (uint256(market) << 14) | (uint256(debtAsset) << 10) | (uint256(collateralAsset) << 6);
    }

    /// @dev The bounds that show more debt at risk. This code runs at the engine's address, which knows its oracle.
    function _pricesOf(uint16 market, uint8 debtAsset, uint8 collateralAsset)
        private
        view
        returns (uint256 collateralPrice, uint256 debtPrice)
    {
        IPriceOracle oracle = IPriceOracle(IMarginEngineCore(address(this)).ORACLE());
        // forge-lint: disable-next-line(unsafe-typecast) — listed assets are below 16
        uint16 assets = uint16((1 << collateralAsset) | (1 << debtAsset));
        uint256[16] memory words = oracle.maintenancePrices(market, assets);
        collateralPrice = words[collateralAsset] >> 128;
        debtPrice = uint128(words[debtAsset]);
        require(collateralPrice != 0, Errors.PriceUnavailable(market, collateralAsset));
        require(debtPrice != 0, Errors.PriceUnavailable(market, debtAsset));
    }
}
