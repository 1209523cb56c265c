// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IFlashLoanCallback} from "../../interfaces/ICallbacks.sol";
import {
    IMarginEngineExtension,
    MarketParameters,
    ReserveParameters,
    ReserveState,
    RiskState
} from "../../interfaces/IMarginEngine.sol";
import {Bits} from "../../libraries/Bits.sol";
import {Errors} from "../../libraries/Errors.sol";
import {InterestRate} from "../../libraries/InterestRate.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {AssetConfig} from "../types/AssetConfig.sol";
import {MarketWord} from "../types/MarketWord.sol";
import {CashWord, DebtWord, SupplyWord} from "../types/ReserveWords.sol";
import {EngineGovernance} from "./EngineGovernance.sol";
import {EngineMapViews} from "./EngineMapViews.sol";
import {EngineRecovery} from "./EngineRecovery.sol";
import {EngineSignatures} from "./EngineSignatures.sol";

/// @title What the engine is rarely asked: parameters, operators by signature, recovery of losses, unpacked state.
/// @notice Runs only on the storage of a `MarginEngine`, which calls it by delegatecall at an address fixed for ever.
/// Called at its own address it finds no market and no account, and nobody has authority over it.
contract MarginEngineExtension is EngineGovernance, EngineMapViews, EngineRecovery, EngineSignatures {
    using Bits for uint256;

    constructor() AccessManaged(address(0)) {}

    /// @inheritdoc IMarginEngineExtension
    function accrue(uint16 market, uint8 asset) external locked {
        _listed(market, asset);
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        _store(market, asset, debt, cash);
        emit Accrue(_reserveId(market, asset), DebtWord.unwrap(debt), CashWord.unwrap(cash));
    }

    /// @inheritdoc IMarginEngineExtension
    function flashLoan(address token, uint256 amount, address receiver, bytes calldata data) external locked {
        require(amount != 0, Errors.ZeroAmount());
        emit FlashLoan(msg.sender, receiver, token, amount);
        _push(token, receiver, amount, 0);
        IFlashLoanCallback(receiver).onFlashLoan(msg.sender, token, amount, data);
        _pull(token, receiver, amount, 0);
    }

    /// @inheritdoc IMarginEngineExtension
    function position(bytes32 account)
        external
        view
        whenIdle
        returns (uint16 market, uint256[16] memory collateral, uint256[16] memory debt)
    {
        AccountWord word = _accounts[account];
        market = uint16(word.market());
        for (uint256 mask = word.collateralMask(); mask != 0; mask = mask.dropLowest()) {
            collateral[mask.lowest()] = _collateralOf(account, word, mask.lowest());
        }
        for (uint256 mask = word.debtMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            debt[asset] = _accruedDebt(market, asset).debtOf(_scaledDebtOf(account, word, asset));
        }
    }

    /// @inheritdoc IMarginEngineExtension
    function sharesOf(bytes32 account, uint16 market, uint8 asset) external view whenIdle returns (uint256) {
        return _shares[account][_reserveId(market, asset)];
    }

    /// @inheritdoc IMarginEngineExtension
    function reserve(uint16 market, uint8 asset) external view whenIdle returns (ReserveState memory state) {
        AssetConfig config = _listed(market, asset);
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        SupplyWord supplied = _supplyWord(market, asset);
        uint256 owed = debt.totalDebt();
        state.token = config.token();
        state.cash = cash.cash();
        state.debt = owed;
        state.fees = cash.feesUp();
        state.totalAssets = _totalAssets(debt, cash);
        state.supplyShares = supplied.supplyShares();
        state.index = debt.index();
        state.rateAtTarget = InterestRate.rateAtTarget(debt.logRate());
        state.borrowRate =
            InterestRate.borrowRate(debt.logRate(), InterestRate.utilizationOf(owed, cash.cash()), cash.ratePremium());
        state.parameters = ReserveParameters({
            debtCap: uint128(cash.debtCap()),
            supplyCap: uint128(supplied.supplyCap()),
            minDebt: uint128(cash.minDebt()),
            feeShare: uint8(cash.feeShare()),
            ratePremium: uint16(cash.ratePremium()),
            collateralEnabled: config.collateralEnabled(),
            borrowEnabled: config.borrowEnabled()
        });
    }

    /// @inheritdoc IMarginEngineExtension
    function risk(uint16 market, uint8 asset) external view returns (RiskState memory) {
        AssetConfig config = _listed(market, asset);
        return RiskState({
            maintenanceMargin: config.volatilityMargin(false),
            initialMargin: config.volatilityMargin(true),
            targetMargin: config.targetMargin(),
            penalty: config.penalty(),
            depth: config.depth(),
            correlations: uint128(_correlations(market, asset))
        });
    }

    /// @inheritdoc IMarginEngineExtension
    function marketParameters(uint16 market) external view returns (MarketParameters memory) {
        return _unpack(_markets[market]);
    }

    /// @inheritdoc IMarginEngineExtension
    function openingsClosed(uint16 market) external view returns (bool) {
        return _markets[market].openingsClosed();
    }

    /// @inheritdoc IMarginEngineExtension
    function openingLimits(uint16 market, uint8 asset)
        external
        view
        returns (uint256 positionCap, bool halted, bool hedgeless)
    {
        _listed(market, asset);
        MarketWord word = _markets[market];
        return (word.positionCap(asset), word.halted(), word.hedgeless());
    }

    /// @inheritdoc IMarginEngineExtension
    function assetCount(uint16 market) external view returns (uint8) {
        return uint8(_markets[market].assetCount());
    }

    /// @inheritdoc IMarginEngineExtension
    function isOperator(address owner, address operator) external view returns (bool) {
        return _operators[owner][operator];
    }
}
