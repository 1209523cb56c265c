// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IBackstopDesk} from "../interfaces/IBackstopVault.sol";
import {Take} from "../interfaces/IMarginEngineLiquidation.sol";
import {BackstopMargin} from "./BackstopMargin.sol";
import {Marks} from "./BackstopMarks.sol";
import {BackstopMath} from "./BackstopMath.sol";

/// @title Taking positions over: debt in the quote token with cash, debt in another asset with the vault's own account.
/// @notice Anyone may call; the engine decides whether an account is due. What one asset, and one owner in a day, can
/// tie up is capped, so that nobody unloads himself on the vault. The caller earns half of the bonus at most: with
/// dust accounts of his own he pays twice what he gets.
abstract contract BackstopTakeover is BackstopMargin {
    using FixedPointMathLib for uint256;
    using RateLimiter for RateLimiter.SlidingWindow;
    using SafeTransferLib for address;

    /// @dev Most bonus that the engine gives the backstop, and the fee of a take on top of it [1e-4].
    uint256 internal constant MAX_BONUS = 400;
    uint256 internal constant MAX_FEE = 80;
    /// @dev Gas of a transaction that `gasleft` does not see: base, calldata, and the transfer of the reward.
    uint256 internal constant UNMEASURED_GAS = 60_000;
    /// @dev A read of the oracle must not spend what the rest needs.
    uint256 internal constant PRICE_GAS = 1_000_000;

    /// @inheritdoc IBackstopDesk
    function absorb(bytes32 account, uint8 collateralAsset, uint256 maxRepaid)
        external
        nonReentrant
        returns (uint256 repaid, uint256 seized, uint256 reward)
    {
        uint256 gas = gasleft();
        Marks memory m = _readyFor(account, collateralAsset);
        uint256 budget = _budget(m, account, collateralAsset).min(_cash);
        require(budget != 0, BackstopRoomExhausted(0, 1));

        // a loss of the same account is covered within the call, before the engine pulls: it must leave the budget
        _reserved = budget;
        TOKEN.safeApproveWithRetry(address(ENGINE), budget);
        (repaid, seized) = ENGINE.absorb(account, _takeOf(collateralAsset, maxRepaid, budget));
        TOKEN.safeApproveWithRetry(address(ENGINE), 0);
        _reserved = 0;

        _cash -= repaid;
        uint256 held = _inventory[collateralAsset] + seized;
        _inventory[collateralAsset] = held;
        _taken[collateralAsset] += seized;
        _inventoryMask |= uint16(1 << collateralAsset);
        _spent.consume(_ownerKey(account), repaid);

        uint256 value = BackstopMath.quoteDown(seized, _low(m.words[collateralAsset]), _high(m.words[QUOTE]));
        reward = _rewardOf(m, gas, value, repaid);
        emit Absorb(account, msg.sender, collateralAsset, repaid, seized, reward, _cash, held);
        if (reward != 0) TOKEN.safeTransfer(msg.sender, reward);
    }

    /// @inheritdoc IBackstopDesk
    function assume(bytes32 account, uint8 debtAsset, uint256 maxRepaid)
        external
        nonReentrant
        returns (uint256 repaid, uint256 seized, uint256 reward)
    {
        uint256 gas = gasleft();
        Marks memory m = _readyFor(account, debtAsset);
        repaid = _assumable(m, account, debtAsset, maxRepaid);
        (repaid, seized) = ENGINE.assume(account, _account(), QUOTE, debtAsset, repaid);
        uint256 price = _high(m.words[debtAsset]);
        uint256 value = BackstopMath.quoteUp(repaid, price, _low(m.words[QUOTE]));
        // netted or liquidated away, the last position is over: this is a new one
        _assumed[debtAsset] = (m.owed[debtAsset] == 0 ? 0 : _assumed[debtAsset]) + repaid;
        _spent.consume(_ownerKey(account), value);
        // longs that become unhealthy close it at the mid and pay for that, without any market
        if (!ENGINE.auction(_account()).nettable) ENGINE.setNettable(_account(), true);
        _trim();
        reward = _rewardOf(m, gas, seized, value);
        emit Assume(account, msg.sender, debtAsset, repaid, seized, reward, _cash);
        if (reward != 0) TOKEN.safeTransfer(msg.sender, reward);
    }

    /// @inheritdoc IBackstopDesk
    function ownerRoom(address owner) external view returns (uint256) {
        return _ownerRoom(_marks(0).low, bytes32(bytes20(owner)));
    }

    function _readyFor(bytes32 account, uint8 asset_) private view returns (Marks memory m) {
        require(asset_ != QUOTE && asset_ < 16, BackstopAssetInvalid(asset_));
        require(_ownerOf(account) != address(this), BackstopOwnAccount(account));
        m = _marks(1 << asset_);
        _requirePrices(m, asset_);
    }

    /// @dev What caps leave for an account: of the asset, so that the bonus fits in too, and of its owner [quote units].
    function _budget(Marks memory m, bytes32 account, uint8 asset_) private view returns (uint256) {
        uint256 room = _assetRoom(m, asset_) * BackstopMath.ONE / (BackstopMath.ONE + MAX_BONUS);
        return room.min(_ownerRoom(m.low, _ownerKey(account)));
    }

    function _ownerRoom(uint256 low, bytes32 key) private view returns (uint256) {
        return (low * _parameters.ownerShare / BackstopMath.ONE).zeroFloorSub(_spent.used(key));
    }

    function _ownerKey(bytes32 account) private pure returns (bytes32) {
        return bytes32(bytes20(account));
    }

    function _takeOf(uint8 collateralAsset, uint256 maxRepaid, uint256 budget) private view returns (Take memory) {
        uint256 most = budget * BackstopMath.ONE / (BackstopMath.ONE + MAX_FEE);
        return Take({
            collateralAsset: collateralAsset,
            debtAsset: QUOTE,
            maxRepaid: maxRepaid.min(most),
            maxPrice: type(uint256).max,
            deadline: block.timestamp,
            to: address(this),
            data: ""
        });
    }

    /// @dev Debt that fits into cash and caps, with its margin put into the vault's account [token units].
    function _assumable(Marks memory m, bytes32 account, uint8 debtAsset, uint256 maxRepaid)
        private
        returns (uint256 amount)
    {
        (,, uint256[16] memory debts) = ENGINE.position(account);
        amount = maxRepaid.min(debts[debtAsset]);
        uint256 value = BackstopMath.quoteUp(amount, _high(m.words[debtAsset]), _low(m.words[QUOTE]));
        uint256 most = _budget(m, account, debtAsset).min(_cash * BackstopMath.ONE / _parameters.assumeMargin);
        if (value > most) (amount, value) = (amount.fullMulDiv(most, value), most);
        require(amount != 0, BackstopRoomExhausted(0, 1));
        _addMargin(value * _parameters.assumeMargin / BackstopMath.ONE);
    }

    /// @dev One and a half times the gas, at most half of what the takeover earned; booked, not yet sent.
    function _rewardOf(Marks memory m, uint256 gas, uint256 received, uint256 given) private returns (uint256 reward) {
        uint256 most = received.zeroFloorSub(given) / 2;
        if (most == 0) return 0;
        uint256 price = _gasPrice();
        if (price == 0) return 0; // half of the bonus for whoever stops a feed would be a reason to stop it
        uint256 spent = (gas - gasleft() + UNMEASURED_GAS) * block.basefee * 3 / 2;
        reward = BackstopMath.quoteDown(spent, price, _high(m.words[QUOTE])).min(most).min(_cash);
        _cash -= reward;
    }

    /// @dev Price word of the chain's coin at the lower bound; 0 if it is down or cannot be read.
    function _gasPrice() private view returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast) — listed assets are below 16
        try ORACLE.maintenancePrices{gas: PRICE_GAS}(GAS_MARKET, uint16(1 << GAS_ASSET)) returns (
            uint256[16] memory words
        ) {
            return _low(words[GAS_ASSET]);
        } catch {
            return 0;
        }
    }
}
