// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IExecutor} from "../../src/interfaces/ICallbacks.sol";
import {Adjustment, Health, IMarginEngine, SETTLE_DEBT} from "../../src/interfaces/IMarginEngine.sol";

/// @title Repays debt of an account from the wallet of who calls `execute`, down to what a health factor needs.
contract HealthGuard is IExecutor {
    using SafeTransferLib for address;

    error OnlyEngine(address caller);

    uint256 private constant WAD = 1e18;

    IMarginEngine public immutable ENGINE;

    constructor(IMarginEngine engine) {
        ENGINE = engine;
    }

    /// @notice Health factor, rounded down [wad]; liquidatable below 1e18; the largest number without debt.
    /// @dev Reverts with `PriceUnavailable` while a price is down: unknown is not 0.
    function healthFactor(bytes32 account) external view returns (uint256) {
        Health memory h = ENGINE.health(account);
        if (h.debt == 0) return type(uint256).max;
        return h.collateral > h.margin ? (h.collateral - h.margin) * WAD / h.debt : 0;
    }

    /// @inheritdoc IExecutor
    /// @param data `abi.encode(market, collateralAsset, debtAsset, debtToken, amount)`; `amount` in units of the debt token.
    function onExecute(bytes32 account, address caller, bytes calldata data) external {
        // without this line anyone could spend the allowance that `caller` gave to this contract
        require(msg.sender == address(ENGINE), OnlyEngine(msg.sender));
        (uint16 market, uint8 collateralAsset, uint8 debtAsset, address debtToken, uint256 amount) =
            abi.decode(data, (uint16, uint8, uint8, address, uint256));
        // what arrives at the engine from here on belongs to this account
        ENGINE.sync(market, debtAsset);
        debtToken.safeTransferFrom(caller, address(ENGINE), amount);
        ENGINE.adjust(
            Adjustment({
                account: account,
                market: market,
                collateralAsset: collateralAsset,
                debtAsset: debtAsset,
                collateralDelta: 0,
                collateralTo: address(0),
                debtDelta: SETTLE_DEBT, // repays with what arrived; a surplus goes to `debtTo`
                debtTo: caller,
                restTo: address(0)
            })
        );
    }
}
