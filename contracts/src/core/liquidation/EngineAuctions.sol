// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Auction, IEngineAuctions} from "../../interfaces/IMarginEngineLiquidation.sol";
import {Bits} from "../../libraries/Bits.sol";
import {MarginMath, Requirement} from "../../libraries/MarginMath.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {AuctionWord} from "../types/AuctionWord.sol";
import {EngineClock} from "./EngineClock.sol";

/// @title Starts and ends auctions; what owners choose.
abstract contract EngineAuctions is EngineClock, IEngineAuctions {
    using Bits for uint256;
    using MarginMath for Requirement;

    enum Condition {
        Healthy,
        Unhealthy,
        Unpriced
    }

    /// @inheritdoc IEngineAuctions
    /// @dev Locked: inside `execute` an owner could be healthy for a moment, at nobody's risk but the clock's.
    function mark(bytes32[] calldata accounts) external locked {
        for (uint256 i; i < accounts.length; ++i) {
            _mark(accounts[i]);
        }
    }

    /// @inheritdoc IEngineAuctions
    function setSoftZone(bytes32 account, bool on) external {
        uint256 lock = _enter(account);
        _auctions[account] = _auctions[account].withSoftZone(on);
        emit SetSoftZone(account, on);
        _leave(lock);
    }

    /// @inheritdoc IEngineAuctions
    function setNettable(bytes32 account, bool on) external {
        uint256 lock = _enter(account);
        _auctions[account] = _auctions[account].withNettable(on);
        emit SetNettable(account, on);
        _leave(lock);
    }

    /// @inheritdoc IEngineAuctions
    function auction(bytes32 account) external view returns (Auction memory) {
        AuctionWord word = _auctions[account];
        return Auction({
            startedAt: uint40(word.startedAt()),
            lastSoftAt: uint40(word.lastSoftAt()),
            softZone: word.inSoftZone(),
            nettable: word.isNettable(),
            stopped: word.isStopped()
        });
    }

    function _mark(bytes32 account) private {
        AuctionWord word = _auctions[account];
        Condition condition = _conditionOf(account);
        if (condition == Condition.Healthy) {
            _endAuction(account, word);
        } else if (condition == Condition.Unpriced) {
            if (word.startedAt() != 0 && !word.isStopped()) _setClock(account, word, word.startedAt(), true);
        } else if (word.startedAt() == 0 || word.isStopped() || _isStale(word)) {
            _setClock(account, word, block.timestamp, false);
        }
    }

    /// @dev Too old to count: its age reads 0 though it did not start in this block.
    function _isStale(AuctionWord word) private view returns (bool) {
        return word.startedAt() + MAX_AGE < block.timestamp && _age(word) == 0;
    }

    function _conditionOf(bytes32 account) private view returns (Condition) {
        AccountWord word = _accounts[account];
        if (word.debtMask() == 0) return Condition.Healthy;
        uint256[16] memory prices = _prices(false, word.market(), word.assetMask());
        for (uint256 mask = word.assetMask(); mask != 0; mask = mask.dropLowest()) {
            if (!_isPriced(_at(prices, mask.lowest()))) return Condition.Unpriced;
        }
        Requirement memory r = _requirement(account, word, prices, false);
        return r.collateral < r.debt + r.maintenance() ? Condition.Unhealthy : Condition.Healthy;
    }

    function _isPriced(uint256 word) private pure returns (bool) {
        return uint128(word) != 0 && word >> 128 != 0;
    }
}
