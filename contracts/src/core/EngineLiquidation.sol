// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILiquidationCallback} from "../interfaces/ICallbacks.sol";
import {IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {CloseInputs, LiquidationMath} from "../libraries/LiquidationMath.sol";
import {MarginMath, Requirement} from "../libraries/MarginMath.sol";
import {EngineLending} from "./EngineLending.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {AssetConfig} from "./types/AssetConfig.sol";
import {CashWord, DebtWord, FEES_FRACTION_BITS, FEES_SHIFT, INDEX_BITS} from "./types/ReserveWords.sol";

/// @dev What all liquidations of one call share: the pair, its prices, the running reserve and the sums. A single
/// liquidation says why it cannot be done; one of many is skipped.
struct Run {
    bool single;
    uint256 market;
    uint256 collateralAsset;
    uint256 debtAsset;
    AssetConfig collateralConfig;
    AssetConfig debtConfig;
    uint256 collateralPrice;
    uint256 debtPrice;
    uint256 target;
    uint256[16] prices;
    DebtWord debt;
    CashWord cash;
    uint256 budget;
    uint256 repaid;
    uint256 seized;
}

/// @dev One liquidation: bonus [wad], repaid and seized [token units].
struct Close {
    uint256 bonus;
    uint256 repaid;
    uint256 seized;
}

/// @title Liquidation: permissionless, partial to the target health, of one account or of many.
abstract contract EngineLiquidation is EngineLending {
    using Bits for uint256;
    using MarginMath for Requirement;

    /// @inheritdoc IMarginEngineCore
    function liquidate(
        bytes32 account,
        uint8 collateralAsset,
        uint8 debtAsset,
        uint256 maxRepaid,
        uint256 minSeized,
        address to,
        bytes calldata data
    ) external locked returns (uint256 repaid, uint256 seized) {
        AccountWord word = _accounts[account];
        Run memory run = _begin(word.market(), collateralAsset, debtAsset, maxRepaid, word.assetMask());
        Requirement memory r = _requirement(account, word, run.prices, false);
        uint256 needed = r.debt + r.maintenance();
        require(r.collateral < needed, Errors.NotLiquidatable(r.collateral, needed));
        run.single = true;
        _close(account, word, run, r);
        require(run.seized != 0, Errors.ZeroAmount());
        return _end(run, minSeized, to, data);
    }

    /// @inheritdoc IMarginEngineCore
    function liquidateMany(
        bytes32[] calldata accounts,
        uint8 collateralAsset,
        uint8 debtAsset,
        uint256 maxRepaid,
        uint256 minSeized,
        address to,
        bytes calldata data
    ) external locked returns (uint256 repaid, uint256 seized) {
        Run memory run = _beginMany(accounts, collateralAsset, debtAsset, maxRepaid);
        for (uint256 i; i < accounts.length; ++i) {
            _closeIfUnhealthy(accounts[i], run);
        }
        require(run.seized != 0, Errors.NotLiquidatable(0, 0));
        return _end(run, minSeized, to, data);
    }

    function _beginMany(bytes32[] calldata accounts, uint8 collateralAsset, uint8 debtAsset, uint256 maxRepaid)
        private
        returns (Run memory)
    {
        uint256 market;
        uint256 assets;
        for (uint256 i; i < accounts.length; ++i) {
            AccountWord word = _accounts[accounts[i]];
            if (market == 0) market = word.market(); // of the first account that still is in one
            if (word.market() == market) assets |= word.assetMask();
        }
        return _begin(market, collateralAsset, debtAsset, maxRepaid, assets);
    }

    /// @dev An account that was closed or cured in the meantime, or whose price is down, must not spoil the others.
    function _closeIfUnhealthy(bytes32 account, Run memory run) private {
        AccountWord word = _accounts[account];
        if (word.market() != run.market || word.debtMask() == 0) return;
        for (uint256 mask = word.assetMask(); mask != 0; mask = mask.dropLowest()) {
            if (_at(run.prices, mask.lowest()) == 0) return;
        }
        Requirement memory r = _requirement(account, word, run.prices, false);
        if (r.collateral < r.debt + r.maintenance()) _close(account, word, run, r);
    }

    function _begin(uint256 market, uint8 collateralAsset, uint8 debtAsset, uint256 maxRepaid, uint256 assets)
        private
        returns (Run memory run)
    {
        (run.market, run.collateralAsset, run.debtAsset) = (market, collateralAsset, debtAsset);
        run.collateralConfig = _listed(market, run.collateralAsset);
        run.debtConfig = _listed(market, run.debtAsset);
        run.budget = maxRepaid;
        run.target = _markets[market].targetHealth();
        (run.debt, run.cash) = _accrued(market, run.debtAsset);
        _setDebtWord(market, run.debtAsset, run.debt); // every health below reads the index of now
        run.prices = _prices(false, market, assets | (1 << run.collateralAsset) | (1 << run.debtAsset));
        run.collateralPrice = _bound(run.prices, market, run.collateralAsset, true);
        run.debtPrice = _bound(run.prices, market, run.debtAsset, false);
    }

    /// @dev State is complete before the callback; the lock holds through it, so nothing can be read half-written.
    function _end(Run memory run, uint256 minSeized, address to, bytes calldata data)
        private
        returns (uint256, uint256)
    {
        require(run.seized >= minSeized, Errors.SeizedBelowMinimum(run.seized, minSeized));
        _store(run.market, run.debtAsset, run.debt, run.cash);
        _push(run.collateralConfig.token(), to, run.seized);
        if (data.length != 0) ILiquidationCallback(msg.sender).onLiquidate(run.repaid, run.seized, data);
        _pull(run.debtConfig.token(), msg.sender, run.repaid);
        return (run.repaid, run.seized);
    }

    function _close(bytes32 account, AccountWord word, Run memory run, Requirement memory r) private {
        // an owner who takes his own penalty would turn a liquidation into a free repayment at his own timing
        require(msg.sender != _ownerOf(account), Errors.OwnAccount(account));
        uint256 held = _collateralOf(account, word, run.collateralAsset);
        uint256 scaled = _scaledDebtOf(account, word, run.debtAsset);
        if (held == 0 || scaled == 0) return;
        uint256 owed = run.debt.debtOf(scaled);
        Close memory c = _size(run, r, held, owed);
        if (c.repaid == 0 || c.seized == 0) return;
        uint256 left = owed - c.repaid;
        if (left != 0 && left < run.cash.minDebt() && c.seized != held) {
            // a budget must not strand debt that is too small to liquidate
            require(!run.single, Errors.DebtBelowMinimum(left, run.cash.minDebt()));
            return;
        }
        uint256 burnt = c.repaid == owed ? scaled : (c.repaid << INDEX_BITS) / run.debt.index();
        run.debt = run.debt.subScaled(burnt);
        run.cash = _receive(run.cash, c.repaid);
        run.repaid += c.repaid;
        run.seized += c.seized;
        AccountWord before = word;
        word = _withCollateral(account, word, run.collateralAsset, held - c.seized);
        word = _withScaledDebt(account, word, run.debtAsset, scaled - burnt);
        _emitLiquidate(account, run, c, held - c.seized, scaled - burnt);
        if (word.collateralMask() == 0 && word.debtMask() != 0) word = _writeOff(account, word, run);
        _storeMapped(account, before, word, SAME_BUCKET);
    }

    /// @dev Amounts of one liquidation. Repaid rounds up, seized down: against the liquidator.
    function _size(Run memory run, Requirement memory r, uint256 held, uint256 owed)
        private
        view
        returns (Close memory c)
    {
        uint256 value;
        (value, c.bonus) = _closeValue(run, r);
        if (value == 0) return c;
        c.repaid = (value * 1e18 + run.debtPrice - 1) / run.debtPrice;
        uint256 room = run.budget - run.repaid;
        uint256 left = owed > c.repaid ? owed - c.repaid : 0;
        if (left < run.cash.minDebt()) c.repaid = owed; // what would stay under the minimum is closed whole
        if (c.repaid > room) c.repaid = room;
        c.seized = _seizedFor(run, c.repaid, c.bonus);
        if (c.seized > held) {
            c.seized = held;
            uint256 price = held * run.collateralPrice;
            uint256 paid = (price * 1e18 / (1e18 + c.bonus) + run.debtPrice - 1) / run.debtPrice;
            if (paid < c.repaid) c.repaid = paid;
        }
    }

    function _seizedFor(Run memory run, uint256 repaid, uint256 bonus) private pure returns (uint256) {
        return repaid * run.debtPrice / 1e18 * (1e18 + bonus) / run.collateralPrice;
    }

    function _closeValue(Run memory run, Requirement memory r) private view returns (uint256 value, uint256 bonus) {
        CloseInputs memory x;
        (x.collateral, x.debt, x.margin) = (r.collateral, r.debt, r.maintenance());
        x.seizedMarginal = _marginal(run, r, run.collateralConfig, run.collateralAsset, true);
        x.repaidMarginal = _marginal(run, r, run.debtConfig, run.debtAsset, false);
        x.penalty = run.collateralConfig.penalty();
        x.target = run.target;
        bool raises;
        (bonus, raises) = LiquidationMath.bonus(x);
        if (raises) value = LiquidationMath.repayValue(x, bonus);
        // forge-lint: disable-next-line(unsafe-typecast) — asset indices are below 16
        else require(!run.single, Errors.PairLowersHealth(uint8(run.collateralAsset), uint8(run.debtAsset)));
    }

    /// @dev `∂MM/∂x` of the seized (long) or repaid (short) leg.
    function _marginal(Run memory run, Requirement memory r, AssetConfig config, uint256 asset, bool long)
        private
        view
        returns (uint256)
    {
        uint256 hedge;
        if (r.hedged != 0 && config.isCorrelated()) {
            uint256 row = _correlations(run.market, asset); // the matrix is symmetric: its row serves both sides
            for (uint256 mask = long ? r.shortMask : r.longMask; mask != 0; mask = mask.dropLowest()) {
                uint256 other = mask.lowest();
                hedge += uint8(row >> (other << 3)) * _at(r.weights, other) >> 8;
            }
        }
        uint256 v = config.volatilityMargin(false);
        return MarginMath.marginal(
            long ? r.longs : r.shorts,
            hedge,
            r.spread(),
            _at(r.weights, asset) * 1e18 / v,
            v,
            config.penalty(),
            config.depth()
        );
    }

    /// @dev Debt that nothing backs any more leaves the books at once: first the protocol's fees of that reserve, then
    /// its suppliers, pro rata by share price. Never another reserve. At most 16 debts.
    function _writeOff(bytes32 account, AccountWord word, Run memory run) private returns (AccountWord) {
        for (uint256 mask = word.debtMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            uint256 scaled = _scaledDebtOf(account, word, asset);
            if (asset == run.debtAsset) {
                (run.debt, run.cash) = _lose(account, run.market, asset, scaled, run.debt, run.cash);
            } else {
                (DebtWord debt, CashWord cash) = _accrued(run.market, asset);
                (debt, cash) = _lose(account, run.market, asset, scaled, debt, cash);
                _store(run.market, asset, debt, cash);
            }
            word = _withScaledDebt(account, word, asset, 0);
        }
        return word;
    }

    function _lose(bytes32 account, uint256 market, uint256 asset, uint256 scaled, DebtWord debt, CashWord cash)
        private
        returns (DebtWord, CashWord)
    {
        uint256 loss = debt.debtOf(scaled);
        uint256 feesLost = cash.feesDown();
        if (feesLost > loss) feesLost = loss;
        debt = debt.subScaled(scaled);
        cash = CashWord.wrap(CashWord.unwrap(cash) - (feesLost << (FEES_SHIFT + FEES_FRACTION_BITS)));
        emit WriteOff(account, _reserveId(market, asset), loss, feesLost, DebtWord.unwrap(debt), CashWord.unwrap(cash));
        return (debt, cash);
    }

    function _emitLiquidate(bytes32 account, Run memory run, Close memory c, uint256 collateral, uint256 scaled)
        private
    {
        emit Liquidate(
            account,
            msg.sender,
            (run.market << 8) | (run.collateralAsset << 4) | run.debtAsset,
            c.repaid,
            c.seized,
            c.bonus,
            (collateral << 128) | scaled,
            DebtWord.unwrap(run.debt),
            CashWord.unwrap(run.cash)
        );
    }
}
