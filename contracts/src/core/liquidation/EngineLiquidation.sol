// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IEngineTakes, Quote, Take} from "../../interfaces/IMarginEngineLiquidation.sol";
import {Bits} from "../../libraries/Bits.sol";
import {Errors} from "../../libraries/Errors.sol";
import {CloseInputs, LiquidationMath} from "../../libraries/LiquidationMath.sol";
import {MarginMath, Requirement} from "../../libraries/MarginMath.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {AssetConfig} from "../types/AssetConfig.sol";
import {AuctionWord} from "../types/AuctionWord.sol";
import {Close, EngineClose, Run, Terms} from "./EngineClose.sol";

/// @title Takes: permissionless, partial to the target health, of one account or of many.
abstract contract EngineLiquidation is EngineClose, IEngineTakes {
    using Bits for uint256;
    using MarginMath for Requirement;

    uint8 private constant SAFE = 0;
    uint8 private constant SOFT = 1;
    uint8 private constant AUCTION = 2;
    /// @dev Most of an account's debt that a slice in the soft zone closes: a tenth.
    uint256 private constant SLICE_DIVISOR = 10;
    /// @dev Between two slices of one account: the price has moved, or the owner has [seconds].
    uint256 private constant SLICE_INTERVAL = 5 minutes;

    /// @inheritdoc IEngineTakes
    /// @dev A single liquidation says why it cannot be done.
    function liquidate(bytes32 account, Take calldata take) external locked returns (uint256 paid, uint256 seized) {
        AccountWord word = _accounts[account];
        Run memory run;
        _beginTakes(run, word.market(), take, word.assetMask());
        _close(account, word, run, true);
        if (run.seized == 0) revert Errors.ZeroAmount();
        return _endTakes(run, take);
    }

    /// @inheritdoc IEngineTakes
    function liquidateMany(bytes32[] calldata accounts, Take calldata take)
        external
        locked
        returns (uint256 paid, uint256 seized)
    {
        uint256 market;
        uint256 assets;
        for (uint256 i; i < accounts.length; ++i) {
            AccountWord word = _accounts[accounts[i]];
            if (market == 0) market = word.market(); // of the first account that still is in one
            if (word.market() == market) assets |= word.assetMask();
        }
        Run memory run;
        _beginTakes(run, market, take, assets);
        for (uint256 i; i < accounts.length; ++i) {
            _closeOneOfMany(accounts[i], run);
        }
        require(run.seized != 0, Errors.NotLiquidatable(0, 0));
        return _endTakes(run, take);
    }

    /// @inheritdoc IEngineTakes
    function throttleRoom(uint16 market, uint8 asset) external view returns (uint256 room, uint256 capacity) {
        AssetConfig config = _listed(market, asset);
        (room,) = _bucketNow(market, asset, config);
        capacity = _capacity(market, asset, config);
    }

    /// @inheritdoc IEngineTakes
    function quoteLiquidation(bytes32 account, uint8 collateralAsset, uint8 debtAsset)
        external
        view
        whenIdle
        returns (Quote memory q)
    {
        AccountWord word = _accounts[account];
        Run memory run;
        _price(run, word.market(), collateralAsset, debtAsset, word.assetMask());
        run.budget = type(uint256).max;
        (run.room, run.drawn) = _bucketNow(run.market, run.collateralAsset, run.collateralConfig);
        Requirement memory r = _requirement(account, word, run.prices, false);
        AuctionWord auction_ = _auctions[account];
        Terms memory t;
        (q.zone, t) = _terms(auction_, run, r, false);
        q.health = MarginMath.healthFactor(r.collateral, r.debt, r.maintenance());
        (q.bonus, q.room) = (t.bonus, run.room);
        q.backstopDue = q.zone == AUCTION && _isBackstopDue(auction_, r);
        q.nettingDue =
            q.zone == AUCTION && auction_.startedAt() != 0 && _age(auction_) >= _nettingDelay(run, run.room, t.value);
        if (t.value == 0) return q;
        uint256 held = _collateralOf(account, word, collateralAsset);
        uint256 scaled = _scaledDebtOf(account, word, debtAsset);
        Close memory c = _size(run, t, held, run.debt.debtOf(scaled));
        if (c.repaid != 0 && c.seized != 0) (q.repaid, q.fee, q.seized) = (c.repaid, c.fee, c.seized);
    }

    function _beginTakes(Run memory run, uint256 market, Take calldata take, uint256 assets) private {
        if (block.timestamp > take.deadline) revert Errors.DeadlinePassed(block.timestamp, take.deadline);
        _begin(run, market, take.collateralAsset, take.debtAsset, assets);
        run.budget = take.maxRepaid;
        (run.room, run.drawn) = _bucketNow(market, run.collateralAsset, run.collateralConfig);
    }

    /// @dev Before the end the throttle is charged; no more can be drawn in the callback, because the lock holds.
    function _endTakes(Run memory run, Take calldata take) private returns (uint256 paid, uint256 seized) {
        _setDrawn(run.market, run.collateralAsset, run.drawn);
        return _end(run, take);
    }

    /// @dev An account that was closed or cured in the meantime, or whose price is down, must not spoil the others.
    function _closeOneOfMany(bytes32 account, Run memory run) private {
        AccountWord word = _accounts[account];
        if (word.market() != run.market || word.debtMask() == 0) return;
        for (uint256 mask = word.assetMask(); mask != 0; mask = mask.dropLowest()) {
            if (_at(run.prices, mask.lowest()) == 0) return;
        }
        _close(account, word, run, false);
    }

    function _close(bytes32 account, AccountWord word, Run memory run, bool single) private {
        AuctionWord auction_ = _auctions[account];
        (uint8 zone, Terms memory t) = _terms(auction_, run, _requirement(account, word, run.prices, false), single);
        if (t.value == 0 && !t.lowers) return;
        // an owner who takes his own penalty would turn a liquidation into a free repayment at his own timing
        if (msg.sender == _ownerOf(account)) revert Errors.OwnAccount(account);
        uint256 held = _collateralOf(account, word, run.collateralAsset);
        uint256 scaled = _scaledDebtOf(account, word, run.debtAsset);
        if (held == 0 || scaled == 0) return;
        if (t.lowers) {
            // forge-lint: disable-next-line(unsafe-typecast) — asset indices are below 16
            require(!single, Errors.PairLowersHealth(uint8(run.collateralAsset), uint8(run.debtAsset)));
            return;
        }
        uint256 owed = run.debt.debtOf(scaled);
        Close memory c = _size(run, t, held, owed);
        if (c.needed != 0 && single) revert Errors.Throttled(run.room, c.needed);
        if (c.repaid == 0 || c.seized == 0) return;
        uint256 left = owed - c.repaid;
        if (left != 0 && left < run.cash.minDebt() && c.seized != held) {
            // a budget must not strand debt that is too small to liquidate
            require(!single, Errors.DebtBelowMinimum(left, run.cash.minDebt()));
            return;
        }
        word = _apply(account, word, run, c, held, scaled);
        if (zone == SOFT) _noteSlice(account, auction_);
        else if (c.whole || word.debtMask() == 0) _endAuction(account, auction_);
    }

    function _noteSlice(bytes32 account, AuctionWord auction_) private {
        _auctions[account] = auction_.withLastSoftAt(block.timestamp);
        emit Slice(account, block.timestamp);
    }

    /// @dev What may be closed of an account with debt now; value 0 if nothing.
    function _terms(AuctionWord auction_, Run memory run, Requirement memory r, bool single)
        private
        view
        returns (uint8 zone, Terms memory t)
    {
        uint256 root = r.spread();
        uint256 margin = root + r.friction;
        uint256 v = run.collateralConfig.volatilityMargin(false);
        if (r.collateral < r.debt + margin) {
            CloseInputs memory x = _inputs(run, r, root);
            x.offer = LiquidationMath.offer(_age(auction_), v, x.offer);
            bool raises;
            (t.bonus, raises) = LiquidationMath.bonus(x);
            if (raises) t.value = LiquidationMath.repayValue(x, t.bonus);
            t.lowers = !raises;
            return (AUCTION, t);
        }
        uint256 health = MarginMath.healthFactor(r.collateral, r.debt, margin);
        uint256 buffer = LiquidationMath.softBuffer(v);
        if (health < 1e18 + buffer) zone = SOFT;
        if (zone == SOFT && auction_.inSoftZone()) t = _slice(auction_, run, r, health, buffer, single);
        else require(!single, Errors.NotLiquidatable(r.collateral, r.debt + margin));
    }

    /// @dev A slice of an account that opted in: a tenth of its debt, and no more than leaving the zone needs.
    function _slice(
        AuctionWord auction_,
        Run memory run,
        Requirement memory r,
        uint256 health,
        uint256 buffer,
        bool single
    ) private view returns (Terms memory t) {
        uint256 next = auction_.lastSoftAt() + SLICE_INTERVAL;
        if (block.timestamp < next) {
            require(!single, Errors.SliceTooSoon(block.timestamp, next));
            return t;
        }
        CloseInputs memory x = _inputs(run, r, r.spread());
        x.offer = LiquidationMath.softOffer(health, buffer, x.offer);
        x.target = 1e18 + buffer;
        bool raises;
        (t.bonus, raises) = LiquidationMath.bonus(x);
        if (!raises) return t;
        t.value = LiquidationMath.repayValue(x, t.bonus);
        if (t.value > r.debt / SLICE_DIVISOR) t.value = r.debt / SLICE_DIVISOR;
        t.slice = true;
    }
}
