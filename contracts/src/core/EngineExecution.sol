// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IExecutor, IFlashLoanCallback} from "../interfaces/ICallbacks.sol";
import {Health, IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {Errors} from "../libraries/Errors.sol";
import {EngineActions} from "./EngineActions.sol";
import {AccountWord} from "./types/AccountWord.sol";

/// @title Lends authority over one account to one contract for one call; checks are made once, at the end.
abstract contract EngineExecution is EngineActions {
    /// @dev No executor may be a precompile or the engine, whose own calls would be taken for the executor's.
    uint256 private constant LAST_PRECOMPILE = 0xff;
    /// @dev A sale of `deleverage` may cost a tenth of what it repays: fees, impact and the distance of pool and oracle.
    uint256 private constant MAX_SALE_LOSS = 10;

    /// @inheritdoc IMarginEngineCore
    function execute(bytes32 account, address executor, bytes calldata data) external {
        _run(account, executor, data);
        bool addedRisk = _effects & ADDED_RISK != 0;
        _effects = 0;
        if (addedRisk) _requireInitialMargin(account, _accounts[account]);
        _executor = address(0);
    }

    /// @inheritdoc IMarginEngineCore
    function deleverage(bytes32 account, address executor, bytes calldata data) external {
        require(_executor == address(0), Errors.CallNotAllowed());
        Health memory before = _health(account, _accounts[account]);
        _run(account, executor, data);
        // Only sales and repayments: for these the maintenance reading (collateral at the higher source, debt at the
        // lower) is the careful one; collateral that comes in, or new debt, could be the mispriced side.
        require(_effects & ADDED_SIZE == 0, Errors.NotDeleveraging());
        _effects = 0;
        AccountWord word = _accounts[account];
        if (word.debtMask() != 0) {
            Health memory current = _health(account, word);
            _requireSale(before, current);
            _requireSafer(before, current);
        }
        _executor = address(0);
    }

    /// @inheritdoc IMarginEngineCore
    function sync(uint16 market, uint8 asset) external {
        require(_executor == msg.sender, Errors.CallNotAllowed());
        address token = _listed(market, asset).token();
        require(_syncedToken == address(0), Errors.SyncMismatch(_syncedToken, token));
        _syncedToken = token;
        _syncedBalance = _balance(token);
    }

    /// @inheritdoc IMarginEngineCore
    function flashLoan(address token, uint256 amount, address receiver, bytes calldata data) external locked {
        require(amount != 0, Errors.ZeroAmount());
        emit FlashLoan(msg.sender, receiver, token, amount);
        _push(token, receiver, amount);
        IFlashLoanCallback(receiver).onFlashLoan(msg.sender, token, amount, data);
        _pull(token, receiver, amount);
    }

    function _run(bytes32 account, address executor, bytes calldata data) private {
        require(_executor == address(0), Errors.CallNotAllowed());
        _authorize(account);
        require(executor != address(this) && uint160(executor) > LAST_PRECOMPILE, Errors.InvalidExecutor(executor));
        _executor = executor;
        _executingAccount = account;
        IExecutor(executor).onExecute(account, msg.sender, data);
        // an open sync would credit the arrivals of a later action of this transaction to its account
        require(_syncedToken == address(0), Errors.SyncMismatch(_syncedToken, address(0)));
    }

    /// @dev A sale gives value for value. Without this bound a wrong price of one leg would let the others be paid out,
    /// in a paused market too: payouts go through `execute`, under the initial margin.
    function _requireSale(Health memory before, Health memory current) private pure {
        uint256 sold = before.collateral > current.collateral ? before.collateral - current.collateral : 0;
        uint256 repaid = before.debt > current.debt ? before.debt - current.debt : 0;
        uint256 bound = repaid + repaid / MAX_SALE_LOSS;
        require(sold <= bound, Errors.SoldTooMuch(sold, bound));
    }

    /// @dev Health not lower: `(C − MM) / D` compared by cross-multiplication, without division.
    function _requireSafer(Health memory before, Health memory current) private pure {
        // debt without collateral could not be liquidated, and so never be written off
        require(current.collateral != 0, Errors.HealthLowered(0, _ratio(before)));
        // forge-lint: disable-next-item(unsafe-typecast) — values are sums of at most 16 legs below 2^120
        int256 bufferBefore = int256(before.collateral) - int256(before.margin);
        // forge-lint: disable-next-item(unsafe-typecast) — as above
        int256 bufferAfter = int256(current.collateral) - int256(current.margin);
        // forge-lint: disable-next-item(unsafe-typecast) — as above; products below 2^250
        require(
            bufferAfter * int256(before.debt) >= bufferBefore * int256(current.debt),
            Errors.HealthLowered(_ratio(current), _ratio(before))
        );
    }

    function _ratio(Health memory h) private pure returns (uint256) {
        return h.collateral > h.margin ? (h.collateral - h.margin) * 1e18 / h.debt : 0;
    }
}
