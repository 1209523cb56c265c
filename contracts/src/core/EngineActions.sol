// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment, IMarginEngineCore, SETTLE_COLLATERAL, SETTLE_DEBT} from "../interfaces/IMarginEngine.sol";
import {Bits} from "../libraries/Bits.sol";
import {Errors} from "../libraries/Errors.sol";
import {EngineRisk} from "./EngineRisk.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {AssetConfig} from "./types/AssetConfig.sol";
import {CashWord, DebtWord, INDEX_BITS, MAX_AMOUNT} from "./types/ReserveWords.sol";

/// @dev Transfers of one action, made after its state is written.
struct Flow {
    address collateralToken;
    address debtToken;
    uint256 collateralIn;
    uint256 collateralOut;
    uint256 collateralRest;
    uint256 debtIn;
    uint256 debtOut;
}

/// @title Collateral and debt of an account. Every entry point builds an `Adjustment`; `_adjust` is the one path.
abstract contract EngineActions is EngineRisk {
    using Bits for uint256;

    /// @inheritdoc IMarginEngineCore
    function deposit(bytes32 account, uint16 market, uint8 asset, uint256 amount) external {
        Adjustment memory a;
        (a.account, a.market, a.collateralAsset) = (account, market, asset);
        a.collateralDelta = _signed(amount);
        _adjust(a, _accounts[a.account]);
    }

    /// @inheritdoc IMarginEngineCore
    function withdraw(bytes32 account, uint8 asset, uint256 amount, address to) external {
        Adjustment memory a;
        AccountWord word = _accounts[account];
        (a.account, a.market, a.collateralAsset) = (account, uint16(word.market()), asset);
        require(to != address(0), Errors.InvalidReceiver(to)); // as `restTo`, 0 would mean that nothing leaves
        if (amount == type(uint256).max) a.restTo = to;
        else (a.collateralDelta, a.collateralTo) = (-_signed(amount), to);
        _adjust(a, word);
    }

    /// @inheritdoc IMarginEngineCore
    function borrow(bytes32 account, uint16 market, uint8 asset, uint256 amount, address to) external {
        Adjustment memory a;
        (a.account, a.market, a.debtAsset) = (account, market, asset);
        (a.debtDelta, a.debtTo) = (_signed(amount), to);
        _adjust(a, _accounts[a.account]);
    }

    /// @inheritdoc IMarginEngineCore
    function repay(bytes32 account, uint8 asset, uint256 amount) external returns (uint256 repaid) {
        Adjustment memory a;
        AccountWord word = _accounts[account];
        (a.account, a.market, a.debtAsset) = (account, uint16(word.market()), asset);
        a.debtDelta = -_signed(amount > MAX_AMOUNT ? MAX_AMOUNT : amount);
        _adjust(a, word);
        // forge-lint: disable-next-line(unsafe-typecast) — a repayment is negative and below 2^112
        return uint256(-a.debtDelta);
    }

    /// @inheritdoc IMarginEngineCore
    function adjust(Adjustment calldata adjustment) external returns (int256 collateralDelta, int256 debtDelta) {
        Adjustment memory a = adjustment;
        require(a.collateralAsset < MAX_ASSETS, Errors.AssetNotListed(a.market, a.collateralAsset));
        require(a.debtAsset < MAX_ASSETS, Errors.AssetNotListed(a.market, a.debtAsset));
        require(a.collateralDelta != 0 || a.debtDelta != 0 || a.restTo != address(0), Errors.ZeroAmount());
        _adjust(a, _accounts[a.account]);
        return (a.collateralDelta, a.debtDelta);
    }

    /// @dev Authority → market → collateral → debt → emit → check → write → transfer.
    /// @param before Word of the account, as stored.
    function _adjust(Adjustment memory a, AccountWord before) private {
        uint256 lock = _enter(a.account);
        before = _inMarket(before, a.market);
        AccountWord word = before;
        Flow memory flow;
        uint256 effects;
        if (a.debtDelta == 0) {
            (word, effects) = _moveCollateral(a, word, flow);
            uint256 collateral = _collateralOf(a.account, word, a.collateralAsset);
            emit MoveCollateral(a.account, msg.sender, _assets(a), a.collateralDelta, collateral);
        } else {
            if (a.collateralDelta != 0 || a.restTo != address(0)) (word, effects) = _moveCollateral(a, word, flow);
            if (_borrows(a)) effects |= ADDED_RISK | ADDED_SIZE;
            word = _moveDebt(a, word, flow);
        }
        // holding and owing one asset would let a loop of it look like size without risk
        uint256 both = word.collateralMask() & word.debtMask();
        // forge-lint: disable-next-line(unsafe-typecast) — the index of one of sixteen bits
        if (both != 0) revert Errors.SameAsset(a.market, uint8(both.lowest()));
        if (lock == 0) {
            _settleAccount(a.account, before, word, effects);
        } else {
            _storeAccount(a.account, word);
            lock |= effects;
        }
        _transfer(a, flow);
        _leave(lock);
    }

    /// @dev An account enters a market with its first action and leaves it when it is empty.
    function _inMarket(AccountWord word, uint256 market) private pure returns (AccountWord) {
        uint256 current = word.market();
        if (current == 0) return word.withMarket(market);
        // forge-lint: disable-next-line(unsafe-typecast) — both come from 16 bits
        require(current == market, Errors.AccountInOtherMarket(uint16(current), uint16(market)));
        return word;
    }

    function _moveCollateral(Adjustment memory a, AccountWord word, Flow memory flow)
        private
        returns (AccountWord, uint256 effects)
    {
        AssetConfig config = _listed(a.market, a.collateralAsset);
        flow.collateralToken = config.token();
        uint256 held = _collateralOf(a.account, word, a.collateralAsset);
        if (a.collateralDelta > 0) {
            require(config.collateralEnabled(), Errors.CollateralDisabled(a.market, a.collateralAsset));
            if (word.debtMask() != 0 && held == 0) _requirePrice(a.market, a.collateralAsset);
            held += _arriving(a, flow);
            effects = ADDED_SIZE;
        } else if (a.collateralDelta < 0) {
            unchecked {
                // the lowest number is its own negation: as 2^255 it is more than anyone holds
                // forge-lint: disable-next-line(unsafe-typecast)
                flow.collateralOut = uint256(-a.collateralDelta);
            }
            require(flow.collateralOut <= held, Errors.InsufficientCollateral(held, flow.collateralOut));
            held -= flow.collateralOut;
            effects = ADDED_RISK;
        }
        if (a.restTo != address(0)) {
            require(held != 0 || a.collateralDelta != 0 || a.debtDelta != 0, Errors.ZeroAmount());
            // what comes in and leaves again is stored nowhere, so no account limit bounds it
            require(held <= MAX_AMOUNT, Errors.AmountTooLarge(held, MAX_AMOUNT));
            flow.collateralRest = held;
            // forge-lint: disable-next-line(unsafe-typecast) — held is below 2^112
            a.collateralDelta -= int256(held);
            held = 0;
            effects |= ADDED_RISK;
        }
        return (_withCollateral(a.account, word, a.collateralAsset, held), effects);
    }

    /// @dev Collateral that comes in: what arrived since `sync`, or what will be pulled.
    function _arriving(Adjustment memory a, Flow memory flow) private returns (uint256 amount) {
        if (a.collateralDelta == SETTLE_COLLATERAL) {
            amount = _settle(flow.collateralToken);
            require(amount != 0, Errors.ZeroAmount());
            // forge-lint: disable-next-line(unsafe-typecast) — the account's limit of 2^96 is checked when it is stored
            a.collateralDelta = int256(amount);
        } else {
            // forge-lint: disable-next-line(unsafe-typecast) — positive
            amount = flow.collateralIn = uint256(a.collateralDelta);
        }
    }

    function _moveDebt(Adjustment memory a, AccountWord word, Flow memory flow) private returns (AccountWord) {
        AssetConfig config = _listed(a.market, a.debtAsset);
        flow.debtToken = config.token();
        (DebtWord debt, CashWord cash) = _accrued(a.market, a.debtAsset);
        uint256 scaled = _scaledDebtOf(a.account, word, a.debtAsset);
        if (_borrows(a)) {
            require(config.borrowEnabled(), Errors.BorrowDisabled(a.market, a.debtAsset));
            (scaled, debt, cash) = _takeDebt(a, flow, scaled, debt, cash);
        } else {
            (scaled, debt, cash) = _payDebt(a, flow, scaled, debt, cash);
        }
        uint256 owed = debt.debtOf(scaled);
        require(owed == 0 || owed >= cash.minDebt(), Errors.DebtBelowMinimum(owed, cash.minDebt()));
        _store(a.market, a.debtAsset, debt, cash);
        word = _withScaledDebt(a.account, word, a.debtAsset, scaled);
        _emitAdjust(a, _collateralOf(a.account, word, a.collateralAsset), scaled, debt, cash);
        return word;
    }

    /// @dev Scaled debt rounds up: against the borrower.
    function _takeDebt(Adjustment memory a, Flow memory flow, uint256 scaled, DebtWord debt, CashWord cash)
        private
        pure
        returns (uint256, DebtWord, CashWord)
    {
        // forge-lint: disable-next-line(unsafe-typecast) — positive
        uint256 amount = flow.debtOut = uint256(a.debtDelta);
        cash = _spend(cash, amount); // bounds amount by 2^112
        uint256 index = debt.index();
        uint256 added;
        // cannot overflow: 112 + 60 bits; the index starts at 2^60 and never falls
        unchecked {
            added = ((amount << INDEX_BITS) + index - 1) / index;
        }
        // the cap is at most MAX_AMOUNT and index at least 1: below it the scaled total fits its field
        uint256 total = debt.debtOf(debt.scaledDebt() + added);
        require(total <= cash.debtCap(), Errors.DebtCapExceeded(total, cash.debtCap()));
        return (scaled + added, debt.addScaled(added), cash);
    }

    /// @dev Scaled debt burnt rounds down: against the borrower. More than is owed repays all; a settled surplus is
    /// sent on, a pulled one is never pulled.
    function _payDebt(Adjustment memory a, Flow memory flow, uint256 scaled, DebtWord debt, CashWord cash)
        private
        returns (uint256, DebtWord, CashWord)
    {
        uint256 owed = debt.debtOf(scaled);
        bool settles = a.debtDelta == SETTLE_DEBT;
        uint256 amount;
        unchecked {
            // REPAY_ALL is −2^255: its negation wraps to 2^255, which is more than any debt
            // forge-lint: disable-next-line(unsafe-typecast)
            amount = settles ? _settle(flow.debtToken) : uint256(-a.debtDelta);
        }
        uint256 burnt = scaled;
        if (amount < owed) {
            burnt = (amount << INDEX_BITS) / debt.index();
        } else {
            if (settles) flow.debtOut = amount - owed;
            amount = owed;
        }
        require(burnt != 0, Errors.ZeroAmount());
        if (!settles) flow.debtIn = amount;
        // forge-lint: disable-next-line(unsafe-typecast) — at most the debt, below 2^116
        a.debtDelta = -int256(amount);
        return (scaled - burnt, debt.subScaled(burnt), _receive(cash, amount));
    }

    function _borrows(Adjustment memory a) private pure returns (bool) {
        return a.debtDelta > 0 && a.debtDelta != SETTLE_DEBT;
    }

    /// @dev What leaves goes first: an executor's pool is paid before anything is pulled.
    function _transfer(Adjustment memory a, Flow memory flow) private {
        if (flow.collateralOut != 0) _push(flow.collateralToken, a.collateralTo, flow.collateralOut);
        if (flow.collateralRest != 0) _push(flow.collateralToken, a.restTo, flow.collateralRest);
        if (flow.debtOut != 0) _push(flow.debtToken, a.debtTo, flow.debtOut);
        if (flow.collateralIn != 0) _pull(flow.collateralToken, msg.sender, flow.collateralIn);
        if (flow.debtIn != 0) _pull(flow.debtToken, msg.sender, flow.debtIn);
    }

    function _emitAdjust(Adjustment memory a, uint256 collateral, uint256 scaled, DebtWord debt, CashWord cash)
        private
    {
        emit Adjust(
            a.account,
            msg.sender,
            _assets(a),
            a.collateralDelta,
            a.debtDelta,
            (collateral << 128) | scaled,
            DebtWord.unwrap(debt),
            CashWord.unwrap(cash)
        );
    }

    function _assets(Adjustment memory a) private pure returns (uint256) {
        return (uint256(a.market) << 8) | (uint256(a.collateralAsset) << 4) | a.debtAsset;
    }

    /// @dev An amount from a caller: not zero, and inside every storage field.
    function _signed(uint256 amount) private pure returns (int256) {
        require(amount != 0, Errors.ZeroAmount());
        require(amount <= MAX_AMOUNT, Errors.AmountTooLarge(amount, MAX_AMOUNT));
        // forge-lint: disable-next-line(unsafe-typecast) — below 2^112
        return int256(amount);
    }
}
