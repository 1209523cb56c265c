// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    IMarginEngineExtension,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../interfaces/IMarginEngine.sol";
import {Errors} from "../../libraries/Errors.sol";
import {InterestRate} from "../../libraries/InterestRate.sol";
import {EngineReserves} from "../EngineReserves.sol";
import {AssetConfig, FLAG_BORROW, FLAG_COLLATERAL, FLAG_CORRELATED} from "../types/AssetConfig.sol";
import {GATE_HALTED, GATE_HEDGELESS, GATE_UNCOVERED, MarketWord, packMarket} from "../types/MarketWord.sol";
import {
    ACCRUED_AT_SHIFT,
    CashWord,
    DEBT_CAP_SHIFT,
    DebtWord,
    FEE_SHARE_SHIFT,
    INDEX_ONE,
    INDEX_SHIFT,
    LOG_RATE_SHIFT,
    MAX_AMOUNT,
    MIN_DEBT_SHIFT,
    RATE_PREMIUM_SHIFT,
    packCap
} from "../types/ReserveWords.sol";

/// @title Parameters, behind the AccessManager and inside hard bounds that nobody can move.
abstract contract EngineGovernance is EngineReserves, IMarginEngineExtension {
    uint256 private constant MIN_INITIAL_RATIO = 10_500; // γ ≥ 1.05
    uint256 private constant MAX_INITIAL_RATIO = 30_000;
    uint256 private constant MIN_TARGET_HEALTH = 10_100; // h* ≥ 1.01
    uint256 private constant MAX_TARGET_HEALTH = 12_000;
    uint256 private constant MIN_MARGIN = 50; // v ≥ 0.5 %
    // The marginal of a leg is at most v/√(1 − ρ̂²) + π + 2·κ_max = 1.25·0.55 + 0.1 + 0.2 < 1: a deposit never lowers health
    uint256 private constant MAX_MARGIN = 5_500;
    uint256 private constant MIN_PENALTY = 10; // π ≥ 0.1 %
    uint256 private constant MAX_PENALTY = 1_000;
    uint256 private constant MAX_CORRELATION = 153; // ρ̂ ≤ 0.6
    uint256 private constant MAX_FEE_SHARE = 64; // 25 %
    uint256 private constant MAX_RATE_PREMIUM = 1_000; // 100 % a year

    /// @inheritdoc IMarginEngineExtension
    function createMarket(uint16 market, MarketParameters calldata parameters) external restricted {
        require(market != 0 && !_markets[market].exists(), Errors.MarketExists(market));
        emit CreateMarket(market);
        _setMarket(market, 0, parameters);
    }

    /// @inheritdoc IMarginEngineExtension
    function listAsset(
        uint16 market,
        uint8 asset,
        address token,
        ReserveParameters calldata reserve_,
        RiskParameters calldata risk_
    ) external restricted {
        MarketWord word = _existing(market);
        require(
            asset == word.assetCount() && asset < MAX_ASSETS && token.code.length != 0,
            Errors.AssetListing(market, asset, token)
        );
        for (uint256 i; i < asset; ++i) {
            require(_config(market, i).token() != token, Errors.AssetListing(market, asset, token));
        }
        MarketParameters memory kept = _unpack(word);
        _storeMarket(market, uint256(asset) + 1, kept);
        AssetConfig config = AssetConfig.wrap(0).withToken(token);
        _setConfig(market, asset, config.withDebtUnit(reserve_.minDebt, reserve_.debtCap));
        _setDebtWord(
            market,
            asset,
            DebtWord.wrap(
                (INDEX_ONE << INDEX_SHIFT) | (uint256(uint32(block.timestamp)) << ACCRUED_AT_SHIFT)
                    | (InterestRate.INITIAL_LOG_RATE << LOG_RATE_SHIFT)
            )
        );
        emit ListAsset(market, asset, token);
        _setReserve(market, asset, reserve_);
        _setRisk(market, asset, risk_, true);
    }

    /// @inheritdoc IMarginEngineExtension
    function setMarketParameters(uint16 market, MarketParameters calldata parameters) external restricted {
        _setMarket(market, _existing(market).assetCount(), parameters);
    }

    /// @inheritdoc IMarginEngineExtension
    function setPaused(uint16 market, bool isPaused) external restricted {
        MarketWord word = _existing(market);
        MarketParameters memory parameters = _unpack(word);
        parameters.paused = isPaused;
        _setMarket(market, word.assetCount(), parameters);
    }

    /// @inheritdoc IMarginEngineExtension
    function setReserveParameters(uint16 market, uint8 asset, ReserveParameters calldata parameters)
        external
        restricted
    {
        _listed(market, asset);
        _setReserve(market, asset, parameters);
    }

    /// @inheritdoc IMarginEngineExtension
    function setRiskParameters(uint16 market, uint8 asset, RiskParameters calldata parameters) external restricted {
        _listed(market, asset);
        _setRisk(market, asset, parameters, false);
    }

    /// @inheritdoc IMarginEngineExtension
    function setOpeningsClosed(uint16 market, bool closed) external restricted {
        _markets[market] = _existing(market).withGate(GATE_UNCOVERED, closed);
        emit SetOpeningsClosed(market, closed);
    }

    /// @inheritdoc IMarginEngineExtension
    function setOpeningLimits(uint16 market, uint8 asset, uint256 positionCap, bool halted, bool hedgeless)
        external
        restricted
    {
        _listed(market, asset);
        _within("positionCap", positionCap, 1, type(uint256).max);
        MarketWord word = _markets[market].withPositionCap(asset, positionCap);
        _markets[market] = word.withGate(GATE_HALTED, halted).withGate(GATE_HEDGELESS, hedgeless);
        emit SetOpeningLimits(market, asset, positionCap, halted, hedgeless);
    }

    /// @inheritdoc IMarginEngineExtension
    function setRatePremium(uint16 market, uint8 asset, uint16 premium) external restricted {
        _listed(market, asset);
        _within("ratePremium", premium, 0, MAX_RATE_PREMIUM);
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        cash = cash.withRatePremium(premium);
        _store(market, asset, debt, cash);
        emit SetRatePremium(market, asset, premium, DebtWord.unwrap(debt), CashWord.unwrap(cash));
    }

    /// @inheritdoc IMarginEngineExtension
    function setDebtCap(uint16 market, uint8 asset, uint128 cap) external restricted {
        _within("debtCap", cap, 0, _maxDebtCap(_listed(market, asset)));
        CashWord cash = _cashWord(market, asset).withDebtCap(cap);
        _setCashWord(market, asset, cash);
        emit SetDebtCap(market, asset, cap, CashWord.unwrap(cash));
    }

    /// @inheritdoc IMarginEngineExtension
    function collectFees(uint16 market, uint8 asset, address to) external restricted locked returns (uint256 amount) {
        address token = _listed(market, asset).token();
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        amount = cash.feesDown();
        if (amount > cash.cash()) amount = cash.cash();
        cash = cash.subFees(amount).subCash(amount);
        _store(market, asset, debt, cash);
        emit CollectFees(market, asset, to, amount, DebtWord.unwrap(debt), CashWord.unwrap(cash));
        _push(token, to, amount, 0);
    }

    function _existing(uint256 market) private view returns (MarketWord word) {
        word = _markets[market];
        require(word.exists(), Errors.MarketNotFound(uint16(market)));
    }

    function _unpack(MarketWord word) internal pure returns (MarketParameters memory) {
        return MarketParameters(uint16(word.initialRatio()), uint16(word.targetHealth() / 1e14), word.paused());
    }

    function _setMarket(uint16 market, uint256 assets, MarketParameters memory p) private {
        _within("initialRatio", p.initialRatio, MIN_INITIAL_RATIO, MAX_INITIAL_RATIO);
        _within("targetHealth", p.targetHealth, MIN_TARGET_HEALTH, MAX_TARGET_HEALTH);
        _storeMarket(market, assets, p);
        emit SetMarketParameters(market, p);
    }

    /// @dev Gates and position caps are no parameters: they stay as they are.
    function _storeMarket(uint16 market, uint256 assets, MarketParameters memory p) private {
        MarketWord word = packMarket(p.initialRatio, p.targetHealth, assets, p.paused);
        _markets[market] = _markets[market].withParametersOf(word);
    }

    function _maxDebtCap(AssetConfig config) private pure returns (uint256) {
        return config.maxDebtCap() < MAX_AMOUNT ? config.maxDebtCap() : MAX_AMOUNT;
    }

    /// @dev The old parameters hold until now: interest is accrued first.
    function _setReserve(uint16 market, uint8 asset, ReserveParameters calldata p) private {
        _within("debtCap", p.debtCap, 0, _maxDebtCap(_config(market, asset)));
        _within("supplyCap", p.supplyCap, 0, MAX_AMOUNT);
        _within("minDebt", p.minDebt, 1, MAX_AMOUNT);
        _within("feeShare", p.feeShare, 0, MAX_FEE_SHARE);
        _within("ratePremium", p.ratePremium, 0, MAX_RATE_PREMIUM);
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        uint256 minDebtExponent;
        while (1 << minDebtExponent < p.minDebt) ++minDebtExponent;
        cash = CashWord.wrap(
            (CashWord.unwrap(cash) & (2 ** DEBT_CAP_SHIFT - 1)) | (packCap(p.debtCap) << DEBT_CAP_SHIFT)
                | (uint256(p.feeShare) << FEE_SHARE_SHIFT) | (uint256(p.ratePremium) << RATE_PREMIUM_SHIFT)
                | (minDebtExponent << MIN_DEBT_SHIFT)
        );
        _store(market, asset, debt, cash);
        _setSupplyWord(market, asset, _supplyWord(market, asset).withCap(p.supplyCap));
        AssetConfig config = _config(market, asset).withFlags(FLAG_COLLATERAL, p.collateralEnabled);
        _setConfig(market, asset, config.withFlags(FLAG_BORROW, p.borrowEnabled));
        emit SetReserveParameters(market, asset, p, DebtWord.unwrap(debt), CashWord.unwrap(cash));
    }

    function _setRisk(uint16 market, uint8 asset, RiskParameters calldata p, bool first) private {
        _within("volatilityMargin", p.volatilityMargin, MIN_MARGIN, MAX_MARGIN);
        _within("penalty", p.penalty, MIN_PENALTY, MAX_PENALTY);
        AssetConfig config = _config(market, asset);
        _setConfig(market, asset, config.withRisk(first, p.volatilityMargin, p.penalty, p.depth));
        _setCorrelationRow(market, asset, p.correlations);
        emit SetRiskParameters(market, asset, p);
    }

    /// @dev Writes the row and its mirror, so that the matrix is symmetric: one row then serves both sides of a pair.
    function _setCorrelationRow(uint256 market, uint256 asset, uint256 row) private {
        uint256 assets = _markets[market].assetCount();
        for (uint256 i; i < MAX_ASSETS; ++i) {
            uint256 rho = uint8(row >> (i << 3));
            _within("correlation", rho, 0, i < assets && i != asset ? MAX_CORRELATION : 0);
            if (i >= assets || i == asset) continue;
            uint256 shift = asset << 3;
            uint256 mirror = (_correlations(market, i) & ~(uint256(255) << shift)) | (rho << shift);
            _setCorrelationsOf(market, i, mirror);
        }
        _setCorrelationsOf(market, asset, row);
    }

    function _setCorrelationsOf(uint256 market, uint256 asset, uint256 row) private {
        _setCorrelations(market, asset, row);
        _setConfig(market, asset, _config(market, asset).withFlags(FLAG_CORRELATED, row != 0));
    }

    function _within(bytes32 name, uint256 actual, uint256 least, uint256 most) private pure {
        require(actual >= least, Errors.ParameterOutOfBounds(name, actual, least));
        require(actual <= most, Errors.ParameterOutOfBounds(name, actual, most));
    }
}
