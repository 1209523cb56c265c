// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters, IBackstopDesk} from "../interfaces/IBackstopVault.sol";
import {BackstopRebalance} from "./BackstopRebalance.sol";
import {BackstopSetup, BackstopStorage} from "./BackstopStorage.sol";

/// @title Desk of a backstop vault: what it does with its capital, and what governance sets.
/// @dev Code of `IBackstopDesk`, run on the vault's storage by delegatecall: one contract cannot hold all (EIP-170). Its
/// own storage is never used.
contract BackstopDesk is BackstopRebalance {
    constructor(BackstopSetup memory setup) BackstopStorage(setup) {}

    /// @inheritdoc IBackstopDesk
    function setParameters(BackstopParameters calldata p) external restricted {
        _setParameters(p);
    }

    /// @inheritdoc IBackstopDesk
    function setPool(uint8 asset, uint24 fee) external restricted {
        require(asset != QUOTE, BackstopAssetInvalid(asset));
        address pool = fee == 0 ? address(0) : _pool(_tokenOf(asset), fee);
        require(fee == 0 || pool.code.length != 0, PoolNotSet(asset));
        _poolFees[asset] = fee;
        emit SetPool(asset, fee, pool);
    }
}
