// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {Adjustment, IMarginEngineCore, SETTLE_COLLATERAL, SETTLE_DEBT} from "../interfaces/IMarginEngine.sol";
import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {EngineRisk} from "./EngineRisk.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {AssetConfig} from "./types/AssetConfig.sol";
import {CashWord, DebtWord, INDEX_BITS, MAX_AMOUNT} from "./types/ReserveWords.sol";

/// @dev One action while it is carried out. Whole words, and one struct: a narrower field would be masked at every read.
struct Action {
    bytes32 account;
    uint256 market;
    uint256 collateralAsset;
    uint256 debtAsset;
    int256 collateralDelta;
    int256 debtDelta;
    address collateralTo;
    address debtTo;
    address restTo;
    // Transfers, made after the state is written.
    address collateralToken;
    address debtToken;
    uint256 collateralIn;
    uint256 collateralOut;
    uint256 collateralRest;
    uint256 debtIn;
    uint256 debtOut;
}

/// @title Collateral and debt of an account. `deposit` is the short way, `_adjust` the one path of all others.
/// @dev Checks of the hot path are `if … revert`: `require` computes the arguments of its error before it is needed.
abstract contract EngineActions is EngineRisk {
    using Bits for uint256;

    /// @inheritdoc IMarginEngineCore
    /// @dev Without the words of an `Action`: as `_adjust` would do it.
    function deposit(bytes32 account, uint16 market, uint8 asset, uint256 amount) external {
        _requireAmount(amount);
        uint256 lock = _enter(account);
        AccountWord before = _accounts[account];
        AccountWord word = _inMarket(before, market);
        AssetConfig config = _listed(market, asset);
        uint256 held = _collateralOf(account, word, asset);
        _requireCollateral(config, word, market, asset, held);
        // cannot overflow: 112 + 112 bits
        unchecked {
            held += amount;
        }
        word = _withCollateral(account, word, asset, held);
        emit MoveCollateral(account, msg.sender, _assets(market, asset, 0), int256(amount), held);
        lock = _finish(account, before, word, ADDED_SIZE, lock);
        _pull(config.token(), msg.sender, amount, lock);
        _leave(lock);
    }

    /// @inheritdoc IMarginEngineCore
    function withdraw(bytes32 account, uint8 asset, uint256 amount, address to) external {
        Action memory a;
        AccountWord word = _accounts[account];
        (a.account, a.market, a.collateralAsset) = (account, word.market(), asset);
        if (to == address(0)) revert Errors.InvalidReceiver(to); // as `restTo`, 0 would mean that nothing leaves
        if (amount == type(uint256).max) {
            a.restTo = to;
        } else {
            _requireAmount(amount);
            // forge-lint: disable-next-line(unsafe-typecast) — below 2^112
            unchecked {
                (a.collateralDelta, a.collateralTo) = (-int256(amount), to);
            }
        }
        _adjust(a, word);
    }

    /// @inheritdoc IMarginEngineCore
    function borrow(bytes32 account, uint16 market, uint8 asset, uint256 amount, address to) external {
        _requireAmount(amount);
        Action memory a;
        (a.account, a.market, a.debtAsset) = (account, market, asset);
        // forge-lint: disable-next-line(unsafe-typecast) — below 2^112
        (a.debtDelta, a.debtTo) = (int256(amount), to);
        _adjust(a, _accounts[account]);
    }

    /// @inheritdoc IMarginEngineCore
    function repay(bytes32 account, uint8 asset, uint256 amount) external returns (uint256 repaid) {
        if (amount > MAX_AMOUNT) amount = MAX_AMOUNT;
        _requireAmount(amount);
        Action memory a;
        AccountWord word = _accounts[account];
        (a.account, a.market, a.debtAsset) = (account, word.market(), asset);
        // forge-lint: disable-next-item(unsafe-typecast) — below 2^112, and a repayment is negative
        unchecked {
            a.debtDelta = -int256(amount);
            _adjust(a, word);
            return uint256(-a.debtDelta);
        }
    }

    /// @inheritdoc IMarginEngineCore
    function adjust(Adjustment calldata adjustment) external returns (int256 collateralDelta, int256 debtDelta) {
        Action memory a;
        (a.account, a.market) = (adjustment.account, adjustment.market);
        (a.collateralAsset, a.debtAsset) = (adjustment.collateralAsset, adjustment.debtAsset);
        (a.collateralDelta, a.debtDelta) = (adjustment.collateralDelta, adjustment.debtDelta);
        (a.collateralTo, a.debtTo, a.restTo) = (adjustment.collateralTo, adjustment.debtTo, adjustment.restTo);
        _requireIndex(a.market, a.collateralAsset);
        _requireIndex(a.market, a.debtAsset);
        if (a.collateralDelta == 0 && a.debtDelta == 0 && a.restTo == address(0)) revert Errors.ZeroAmount();
        _adjust(a, _accounts[a.account]);
        return (a.collateralDelta, a.debtDelta);
    }

    /// @dev Authority → market → collateral → debt → emit → check → write → transfer.
    /// @param before Word of the account, as stored.
    function _adjust(Action memory a, AccountWord before) private {
        uint256 lock = _enter(a.account);
        AccountWord word = _inMarket(before, a.market);
        uint256 effects;
        if (a.debtDelta == 0) {
            (word, effects) = _moveCollateral(a, word);
            uint256 collateral = _collateralOf(a.account, word, a.collateralAsset);
            emit MoveCollateral(
                a.account, msg.sender, _assets(a.market, a.collateralAsset, a.debtAsset), a.collateralDelta, collateral
            );
        } else {
            if (a.collateralDelta != 0 || a.restTo != address(0)) (word, effects) = _moveCollateral(a, word);
            uint256 ofDebt;
            (word, ofDebt) = _moveDebt(a, word);
            effects |= ofDebt;
        }
        lock = _finish(a.account, before, word, effects, lock);
        _transfer(a, lock);
        _leave(lock);
    }

    /// @dev An account enters a market with its first action and leaves it when it is empty.
    function _inMarket(AccountWord word, uint256 market) private pure returns (AccountWord) {
        uint256 current = word.market();
        if (current == 0) return word.withMarket(market);
        // forge-lint: disable-next-line(unsafe-typecast) — both come from 16 bits
        if (current != market) revert Errors.AccountInOtherMarket(uint16(current), uint16(market));
        return word;
    }

    /// @dev Stores the account: checked at once when idle, when the executor has ended otherwise.
    /// @param lock As `_enter` returned it. @return What `_leave` is to be given.
    function _finish(bytes32 account, AccountWord before, AccountWord word, uint256 effects, uint256 lock)
        private
        returns (uint256)
    {
        // holding and owing one asset would let a loop of it look like size without risk
        uint256 both = word.collateralMask() & word.debtMask();
        // forge-lint: disable-next-line(unsafe-typecast) — the index of one of sixteen bits
        if (both != 0) revert Errors.SameAsset(uint16(word.market()), uint8(both.lowest()));
        if (lock == 0) {
            _settleAccount(account, before, word, effects);
            return 0;
        }
        _storeAccount(account, word);
        return lock | effects;
    }

    /// @dev Of collateral that comes in. @param held What the account has of it.
    function _requireCollateral(AssetConfig config, AccountWord word, uint256 market, uint256 asset, uint256 held)
        private
        view
    {
        // forge-lint: disable-next-line(unsafe-typecast) — ids of 16 and 4 bits
        if (!config.collateralEnabled()) revert Errors.CollateralDisabled(uint16(market), uint8(asset));
        if (held == 0 && word.debtMask() != 0) _requirePrice(market, asset);
    }

    function _moveCollateral(Action memory a, AccountWord word) private returns (AccountWord, uint256 effects) {
        uint256 asset = a.collateralAsset;
        AssetConfig config = _listed(a.market, asset);
        a.collateralToken = config.token();
        uint256 held = _collateralOf(a.account, word, asset);
        int256 delta = a.collateralDelta;
        if (delta > 0) {
            _requireCollateral(config, word, a.market, asset, held);
            // forge-lint: disable-next-line(unsafe-typecast) — positive
            held += delta == SETTLE_COLLATERAL ? _settleCollateral(a) : (a.collateralIn = uint256(delta));
            effects = ADDED_SIZE;
        } else if (delta < 0) {
            // the lowest number is its own negation: as 2^255 it is more than anyone holds
            unchecked {
                // forge-lint: disable-next-line(unsafe-typecast) — as said
                uint256 out = uint256(-delta);
                if (out > held) revert Errors.InsufficientCollateral(held, out);
                a.collateralOut = out;
                held -= out;
            }
            effects = ADDED_RISK;
        }
        if (a.restTo != address(0)) {
            if (held == 0 && a.collateralDelta == 0 && a.debtDelta == 0) revert Errors.ZeroAmount();
            // what comes in and leaves again is stored nowhere, so no account limit bounds it
            if (held > MAX_AMOUNT) revert Errors.AmountTooLarge(held, MAX_AMOUNT);
            a.collateralRest = held;
            // forge-lint: disable-next-line(unsafe-typecast) — held is below 2^112
            a.collateralDelta -= int256(held);
            held = 0;
            effects |= ADDED_RISK;
        }
        return (_withCollateral(a.account, word, asset, held), effects);
    }

    /// @dev Collateral that arrived since `sync`.
    function _settleCollateral(Action memory a) private returns (uint256 amount) {
        amount = _settle(a.collateralToken);
        if (amount == 0) revert Errors.ZeroAmount();
        // forge-lint: disable-next-line(unsafe-typecast) — the account's limit of 2^96 is checked when it is stored
        a.collateralDelta = int256(amount);
    }

    function _moveDebt(Action memory a, AccountWord word) private returns (AccountWord, uint256 effects) {
        uint256 market = a.market;
        uint256 asset = a.debtAsset;
        AssetConfig config = _listed(market, asset);
        a.debtToken = config.token();
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        uint256 scaled = _scaledDebtOf(a.account, word, asset);
        if (a.debtDelta > 0 && a.debtDelta != SETTLE_DEBT) {
            // forge-lint: disable-next-line(unsafe-typecast) — ids of 16 and 4 bits
            if (!config.borrowEnabled()) revert Errors.BorrowDisabled(uint16(market), uint8(asset));
            (scaled, debt, cash) = _takeDebt(a, scaled, debt, cash);
            effects = ADDED_RISK | ADDED_SIZE;
        } else {
            (scaled, debt, cash) = _payDebt(a, scaled, debt, cash);
        }
        uint256 owed = debt.debtOf(scaled);
        if (owed < cash.minDebt() && owed != 0) revert Errors.DebtBelowMinimum(owed, cash.minDebt());
        _store(market, asset, debt, cash);
        word = _withScaledDebt(a.account, word, asset, scaled);
        _emitAdjust(a, _collateralOf(a.account, word, a.collateralAsset), scaled, debt, cash);
        return (word, effects);
    }

    /// @dev Scaled debt rounds up: against the borrower.
    function _takeDebt(Action memory a, uint256 scaled, DebtWord debt, CashWord cash)
        private
        pure
        returns (uint256, DebtWord, CashWord)
    {
        // forge-lint: disable-next-line(unsafe-typecast) — positive
        uint256 amount = a.debtOut = uint256(a.debtDelta);
        cash = _spend(cash, amount); // bounds amount by 2^112
        // cannot overflow: 112 + 60 bits; the index starts at 2^60 and never falls
        unchecked {
            uint256 index = debt.index();
            uint256 added = FixedPointMathLib.rawDiv((amount << INDEX_BITS) + index - 1, index);
            // the cap is at most MAX_AMOUNT and index at least 1: below it the scaled total fits its field
            uint256 total = debt.debtOf(debt.scaledDebt() + added);
            if (total > cash.debtCap()) revert Errors.DebtCapExceeded(total, cash.debtCap());
            return (scaled + added, debt.addScaled(added), cash);
        }
    }

    /// @dev Scaled debt burnt rounds down: against the borrower. More than is owed repays all; a settled surplus is
    /// sent on, a pulled one is never pulled.
    function _payDebt(Action memory a, uint256 scaled, DebtWord debt, CashWord cash)
        private
        returns (uint256, DebtWord, CashWord)
    {
        uint256 owed = debt.debtOf(scaled);
        bool settles = a.debtDelta == SETTLE_DEBT;
        // REPAY_ALL is −2^255: its negation wraps to 2^255, which is more than any debt; an amount below what is owed has
        // 132 bits, and 60 more below the division; what is burnt is at most `scaled`
        unchecked {
            // forge-lint: disable-next-line(unsafe-typecast) — as said
            uint256 amount = settles ? _settle(a.debtToken) : uint256(-a.debtDelta);
            uint256 burnt = scaled;
            if (amount < owed) {
                burnt = FixedPointMathLib.rawDiv(amount << INDEX_BITS, debt.index());
            } else {
                if (settles) a.debtOut = amount - owed;
                amount = owed;
            }
            if (burnt == 0) revert Errors.ZeroAmount();
            if (!settles) a.debtIn = amount;
            // forge-lint: disable-next-line(unsafe-typecast) — at most the debt, below 2^132
            a.debtDelta = -int256(amount);
            return (scaled - burnt, debt.subScaled(burnt), _receive(cash, amount));
        }
    }

    /// @dev What leaves goes first: an executor's pool is paid before anything is pulled.
    function _transfer(Action memory a, uint256 lock) private {
        if (a.collateralOut != 0) _push(a.collateralToken, a.collateralTo, a.collateralOut, lock);
        if (a.collateralRest != 0) _push(a.collateralToken, a.restTo, a.collateralRest, lock);
        if (a.debtOut != 0) _push(a.debtToken, a.debtTo, a.debtOut, lock);
        if (a.collateralIn != 0) _pull(a.collateralToken, msg.sender, a.collateralIn, lock);
        if (a.debtIn != 0) _pull(a.debtToken, msg.sender, a.debtIn, lock);
    }

    function _emitAdjust(Action memory a, uint256 collateral, uint256 scaled, DebtWord debt, CashWord cash) private {
        emit Adjust(
            a.account,
            msg.sender,
            _assets(a.market, a.collateralAsset, a.debtAsset),
            a.collateralDelta,
            a.debtDelta,
            (collateral << 128) | scaled,
            DebtWord.unwrap(debt),
            CashWord.unwrap(cash)
        );
    }

    function _assets(uint256 market, uint256 collateralAsset, uint256 debtAsset) private pure returns (uint256) {
        return (market << 8) | (collateralAsset << 4) | debtAsset;
    }

    function _requireIndex(uint256 market, uint256 asset) private pure {
        // forge-lint: disable-next-line(unsafe-typecast) — ids of 16 and 8 bits
        if (asset >= MAX_ASSETS) revert Errors.AssetNotListed(uint16(market), uint8(asset));
    }

    /// @dev An amount from a caller: not zero, and inside every storage field.
    function _requireAmount(uint256 amount) private pure {
        if (amount == 0) revert Errors.ZeroAmount();
        if (amount > MAX_AMOUNT) revert Errors.AmountTooLarge(amount, MAX_AMOUNT);
    }
}
