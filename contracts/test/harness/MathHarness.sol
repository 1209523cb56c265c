// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {AssetConfig} from "../../src/core/types/AssetConfig.sol";
import {AuctionWord} from "../../src/core/types/AuctionWord.sol";
import {MarketWord} from "../../src/core/types/MarketWord.sol";
import {CashWord, DebtWord, SupplyWord} from "../../src/core/types/ReserveWords.sol";
import {Health, IMarginEngine, ReserveState, RiskState} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {HarnessOracle} from "./HarnessOracle.sol";

/// @notice One asset of a market as the engine stores it, its prices, and what the account holds and owes of it.
struct AssetInput {
    uint256 config;
    uint256 debtWord;
    uint256 cashWord;
    uint256 supplyWord;
    uint256 correlations;
    uint256 openingPrice;
    uint256 maintenancePrice;
    uint256 collateral;
    uint256 scaledDebt;
}

/// @notice One state: a market, one account in it, and a liquidation to try.
struct StateInput {
    bytes32 account;
    uint256 marketWord;
    uint8 collateralAsset;
    uint8 debtAsset;
    uint256 maxRepaid;
    uint256 auctionWord;
    uint256 throttleWord;
    AssetInput[] assets;
}

/// @notice What the engine says of one state, before and after the liquidation. Failures are the bytes of the revert;
/// `reserve` is the one of the debt asset.
struct StateOutput {
    Health maintenance;
    bytes maintenanceFailure;
    Health initial;
    bytes initialFailure;
    uint256[16] debt;
    ReserveState reserve;
    RiskState[] risks;
    uint256 paid;
    uint256 seized;
    bytes liquidationFailure;
    uint256[16] collateralAfter;
    uint256[16] debtAfter;
    ReserveState reserveAfter;
}

/// @title The engine with states written straight into its storage, for comparison with other implementations.
/// @dev Meant for `eth_call`: hundreds of states are written, read through the public interface and thrown away.
contract MathHarness is MarginEngine {
    uint16 internal constant MARKET = 1;

    constructor(address oracle, address extension, address liquidation, address clearing, address netting)
        MarginEngine(oracle, address(1), extension, liquidation, clearing, netting)
    {}

    function _self() internal view returns (IMarginEngine) {
        return IMarginEngine(address(this));
    }

    function evaluate(StateInput[] calldata states) external returns (uint256 timestamp, StateOutput[] memory outputs) {
        timestamp = block.timestamp;
        outputs = new StateOutput[](states.length);
        for (uint256 i; i < states.length; ++i) {
            _write(states[i]);
            outputs[i] = _evaluate(states[i]);
        }
    }

    function _evaluate(StateInput calldata s) internal returns (StateOutput memory out) {
        try _self().health(s.account) returns (Health memory h) {
            out.maintenance = h;
        } catch (bytes memory reason) {
            out.maintenanceFailure = reason;
        }
        try _self().initialHealth(s.account) returns (Health memory h) {
            out.initial = h;
        } catch (bytes memory reason) {
            out.initialFailure = reason;
        }
        (,, out.debt) = _self().position(s.account);
        out.reserve = _self().reserve(MARKET, s.debtAsset);
        out.risks = new RiskState[](s.assets.length);
        for (uint256 i; i < s.assets.length; ++i) {
            out.risks[i] = _self().risk(MARKET, uint8(i));
        }
        try _self().liquidate(s.account, takeOf(s.collateralAsset, s.debtAsset, s.maxRepaid, address(2), "")) returns (
            uint256 paid, uint256 seized
        ) {
            (out.paid, out.seized) = (paid, seized);
        } catch (bytes memory reason) {
            out.liquidationFailure = reason;
        }
        (, out.collateralAfter, out.debtAfter) = _self().position(s.account);
        out.reserveAfter = _self().reserve(MARKET, s.debtAsset);
    }

    function _write(StateInput calldata s) internal {
        _markets[MARKET] = MarketWord.wrap(s.marketWord);
        AccountWord word = AccountWord.wrap(0).withMarket(MARKET);
        uint256[16] memory opening;
        uint256[16] memory maintenance;
        for (uint256 i; i < s.assets.length; ++i) {
            AssetInput calldata a = s.assets[i];
            _setConfig(MARKET, i, AssetConfig.wrap(a.config));
            _setDebtWord(MARKET, i, DebtWord.wrap(a.debtWord));
            _setCashWord(MARKET, i, CashWord.wrap(a.cashWord));
            _setSupplyWord(MARKET, i, SupplyWord.wrap(a.supplyWord));
            _setCorrelations(MARKET, i, a.correlations);
            if (a.collateral != 0) word = _withCollateral(s.account, word, i, a.collateral);
            if (a.scaledDebt != 0) word = _withScaledDebt(s.account, word, i, a.scaledDebt);
            (opening[i], maintenance[i]) = (a.openingPrice, a.maintenancePrice);
        }
        _storeAccount(s.account, word);
        _auctions[s.account] = AuctionWord.wrap(s.auctionWord);
        _setThrottle(MARKET, s.collateralAsset, s.throttleWord);
        HarnessOracle(PRICE_ORACLE).set(opening, maintenance);
    }
}
