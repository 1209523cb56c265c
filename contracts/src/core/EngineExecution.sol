// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IExecutor} from "../interfaces/ICallbacks.sol";
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
        AccountWord before = _accounts[account];
        uint256 effects = _run(account, executor, data);
        _settleAccount(account, before, _accounts[account], effects);
        _lock = 0;
    }

    /// @inheritdoc IMarginEngineCore
    function deleverage(bytes32 account, address executor, bytes calldata data) external {
        require(_lock == 0, Errors.CallNotAllowed());
        AccountWord started = _accounts[account];
        Health memory before = _health(account, started);
        uint256 effects = _run(account, executor, data);
        // Only sales and repayments: for these the maintenance reading (collateral at the higher source, debt at the
        // lower) is the careful one; collateral that comes in, or new debt, could be the mispriced side.
        require(effects & ADDED_SIZE == 0, Errors.NotDeleveraging());
        AccountWord word = _accounts[account];
        uint256 bucket;
        if (word.debtMask() != 0) {
            Health memory current;
            (current, bucket) = _reading(account, word);
            _requireSale(before, current);
            _requireSafer(before, current);
        }
        _storeMapped(account, started, word, bucket);
        _lock = 0;
    }

    /// @inheritdoc IMarginEngineCore
    function sync(uint16 market, uint8 asset) external {
        require(uint160(_lock) == uint160(msg.sender), Errors.CallNotAllowed());
        address token = _listed(market, asset).token();
        _requireSettled(token);
        _syncedToken = uint160(token);
        _syncedBalance = _balance(token);
    }

    /// @return effects What the executor's actions did; its authority ends here, the lock holds.
    function _run(bytes32 account, address executor, bytes calldata data) private returns (uint256 effects) {
        require(_lock == 0, Errors.CallNotAllowed());
        _authorize(account);
        require(executor != address(this) && uint160(executor) > LAST_PRECOMPILE, Errors.InvalidExecutor(executor));
        _lock = uint160(executor);
        _executingAccount = account;
        IExecutor(executor).onExecute(account, msg.sender, data);
        // an open sync would credit the arrivals of a later action of this transaction to its account
        _requireSettled(address(0));
        return _lock;
    }

    function _requireSettled(address token) private view {
        uint256 synced = _syncedToken;
        require(synced == 0, Errors.SyncMismatch(address(uint160(synced)), token));
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
