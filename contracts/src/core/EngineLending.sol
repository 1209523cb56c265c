// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {Errors} from "../libraries/Errors.sol";
import {SupplyMath} from "../libraries/SupplyMath.sol";
import {EngineClaims} from "./EngineClaims.sol";
import {EngineExecution} from "./EngineExecution.sol";
import {CashWord, DebtWord, MAX_AMOUNT, MAX_SHARES, SupplyWord} from "./types/ReserveWords.sol";

/// @title Lenders: shares of a reserve.
abstract contract EngineLending is EngineExecution, EngineClaims {
    /// @inheritdoc IMarginEngineCore
    function supply(bytes32 account, uint16 market, uint8 asset, uint256 amount) external returns (uint256 shares) {
        uint256 lock = _enter(account);
        address token = _listed(market, asset).token();
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        SupplyWord supplied = _supplyWord(market, asset);
        shares = _sharesFor(amount, debt, cash, supplied);
        uint256 reserveId = _reserveId(market, asset);
        cash = _receive(cash, amount);
        supplied = supplied.addShares(shares);
        if (supplied.hadLoss()) _settleClaim(account, reserveId, _shares[account][reserveId]);
        // cannot overflow: the sum over accounts is at most MAX_SHARES
        unchecked {
            _shares[account][reserveId] += shares;
        }
        _storeLent(market, asset, debt, cash, supplied);
        // forge-lint: disable-next-line(unsafe-typecast) — below 2^112
        _emitLend(account, reserveId, int256(amount), shares, debt, cash, supplied);
        _pull(token, msg.sender, amount, lock);
        _leave(lock);
    }

    /// @inheritdoc IMarginEngineCore
    function redeem(bytes32 account, uint16 market, uint8 asset, uint256 shares, address to)
        external
        returns (uint256 assets)
    {
        uint256 lock = _enter(account);
        address token = _listed(market, asset).token();
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        SupplyWord supplied = _supplyWord(market, asset);
        uint256 held = _held(account, _reserveId(market, asset), supplied);
        if (shares == type(uint256).max) shares = held;
        require(shares <= held, Errors.InsufficientShares(held, shares));
        assets = SupplyMath.toAssetsDown(shares, _totalAssets(debt, cash), supplied.supplyShares());
        require(assets != 0, Errors.ZeroAmount());
        cash = _spend(cash, assets);
        supplied = supplied.subShares(shares);
        _shares[account][_reserveId(market, asset)] = held - shares;
        _storeLent(market, asset, debt, cash, supplied);
        // forge-lint: disable-next-line(unsafe-typecast) — at most the cash, below 2^112
        _emitLend(account, _reserveId(market, asset), -int256(assets), shares, debt, cash, supplied);
        _push(token, to, assets, lock);
        _leave(lock);
    }

    /// @dev What `amount` buys, within the cap.
    function _sharesFor(uint256 amount, DebtWord debt, CashWord cash, SupplyWord supplied)
        private
        pure
        returns (uint256 shares)
    {
        if (amount > MAX_AMOUNT) revert Errors.AmountTooLarge(amount, MAX_AMOUNT);
        uint256 total = _totalAssets(debt, cash);
        uint256 issued = supplied.supplyShares();
        // cannot overflow: total is below 2^133; cannot underflow: at most MAX_SHARES are issued
        unchecked {
            if (total + amount > supplied.supplyCap()) {
                revert Errors.SupplyCapExceeded(total + amount, supplied.supplyCap());
            }
            shares = SupplyMath.toSharesDown(amount, total, issued);
            if (shares == 0) revert Errors.ZeroAmount();
            if (shares > MAX_SHARES - issued) revert Errors.AmountTooLarge(issued + shares, MAX_SHARES);
        }
    }

    /// @dev Shares that are about to change: the claim on what they lost is settled first, if there ever was a loss.
    function _held(bytes32 account, uint256 reserveId, SupplyWord supplied) private returns (uint256 shares) {
        shares = _shares[account][reserveId];
        if (supplied.hadLoss()) _settleClaim(account, reserveId, shares);
    }

    function _storeLent(uint256 market, uint256 asset, DebtWord debt, CashWord cash, SupplyWord supplied) private {
        _store(market, asset, debt, cash);
        _setSupplyWord(market, asset, supplied);
    }

    function _emitLend(
        bytes32 account,
        uint256 reserveId,
        int256 assets,
        uint256 shares,
        DebtWord debt,
        CashWord cash,
        SupplyWord supplied
    ) private {
        emit Lend(
            account,
            msg.sender,
            reserveId,
            assets,
            shares,
            DebtWord.unwrap(debt),
            CashWord.unwrap(cash),
            SupplyWord.unwrap(supplied)
        );
    }
}
