// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {IUniswapV3SwapCallback} from "@uniswap/v3-core/contracts/interfaces/callback/IUniswapV3SwapCallback.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IBackstopDesk} from "../interfaces/IBackstopVault.sol";
import {Marks} from "./BackstopMarks.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {BackstopTakeover} from "./BackstopTakeover.sol";

/// @dev One trade of `rebalance`.
/// @param token Of the asset. @param pool Its pool against the quote token, of `fee` [1e-6].
/// @param buys Debt is bought back; else inventory is sold. @param amount [token units]
/// @param limit Furthest price of the pool [square root, 2^96 = 1].
struct Trade {
    uint8 asset;
    address token;
    address pool;
    uint24 fee;
    bool buys;
    uint256 amount;
    uint160 limit;
}

/// @title Out of positions again, in the open market: little at a time and at the guarded price or not at all.
/// @notice What is traded in five minutes is a part of the measured depth, so the price does not follow the vault; and
/// the pool's price is bounded by the oracle's, so a sandwich earns at most that bound on that amount.
abstract contract BackstopRebalance is BackstopTakeover, IUniswapV3SwapCallback {
    using FixedPointMathLib for uint256;
    using RateLimiter for RateLimiter.SlidingWindow;
    using SafeCastLib for uint256;
    using SafeTransferLib for address;

    /// @dev Pool and asset of the running trade: `asset 8 | buys 1 | pool 160`; 0 while none runs.
    uint256 private transient _trade;

    /// @inheritdoc IBackstopDesk
    function rebalance(uint8 asset_) external nonReentrant returns (uint256 sold, uint256 bought, uint256 reward) {
        require(asset_ != QUOTE && asset_ < 16, BackstopAssetInvalid(asset_));
        Trade memory t;
        (t.asset, t.token) = (asset_, _tokenOf(asset_));
        Marks memory m = _marks(1 << asset_);
        _requirePrices(m, asset_);
        bool offset = _offset(t, m);
        if (offset) m = _marks(1 << asset_);
        if (!_plan(t, m, offset)) return (0, 0, 0);
        (sold, bought) = _swap(t);
        _traded.consume(bytes32(uint256(asset_)), _usd(m, asset_, t.buys ? bought : sold));
        reward = _book(t, sold, bought);
        if (reward != 0) TOKEN.safeTransfer(msg.sender, reward);
    }

    /// @dev The pool sent what it sells; it is owed the other side. Bought tokens repay first, which frees collateral to
    /// pay with.
    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        uint256 trade = _trade;
        require(trade != 0 && uint160(trade) == uint160(msg.sender), BackstopCallbackNotAllowed(msg.sender));
        _trade = 0;
        // forge-lint: disable-next-line(unsafe-typecast) — as `_swap` put it together
        uint8 asset_ = uint8(trade >> 161);
        (uint256 owed, uint256 received) = _unsigned(amount0, amount1);
        if (trade & 1 << 160 == 0) {
            _tokenOf(asset_).safeTransfer(msg.sender, owed);
            return;
        }
        address token = _tokenOf(asset_);
        // with what the minimum debt kept from being repaid before; what it keeps now is inventory until the next time
        uint256 held = _inventory[asset_] + received;
        uint256 repaid = _repay(asset_, token, held);
        if (repaid < received) _taken[asset_] += received - repaid;
        _setInventory(asset_, held - repaid);
        _trim();
        require(owed <= _cash, BackstopRoomExhausted(_cash, owed));
        _cash -= owed;
        TOKEN.safeTransfer(msg.sender, owed);
    }

    /// @dev Own inventory against own debt: the cheapest market is none.
    function _offset(Trade memory t, Marks memory m) private returns (bool) {
        uint256 amount = _inventory[t.asset].min(m.owed[t.asset]);
        if (amount == 0) return false;
        uint256 repaid = _repay(t.asset, t.token, amount);
        if (repaid == 0) return false;
        _setInventory(t.asset, _inventory[t.asset] - repaid);
        emit Offset(t.asset, repaid, _inventory[t.asset]);
        _trim();
        return true;
    }

    /// @return False if nothing is to be traded after an offset; without one that is an error.
    function _plan(Trade memory t, Marks memory m, bool offset) private view returns (bool) {
        uint256 left = _inventory[t.asset];
        t.buys = m.owed[t.asset] != 0;
        // inventory beside debt is what the minimum debt kept from repaying: it will, together with the rest
        if (t.buys) left = m.owed[t.asset] - left;
        if (left == 0) {
            require(offset, BackstopAssetInvalid(t.asset));
            return false;
        }
        uint256 taken = t.buys ? _assumed[t.asset] : _taken[t.asset];
        uint256 target = _hedgeTarget(t.token);
        uint256 ratio = BackstopMath.hedgeRatio(left, taken);
        if (ratio + _parameters.hedgeBand >= target && target != BackstopMath.ONE) {
            require(offset, HedgeInBand(ratio, target));
            return false;
        }
        t.amount = left - left.min(taken * (BackstopMath.ONE - target) / BackstopMath.ONE);
        t.fee = _poolFees[t.asset];
        require(t.fee != 0, PoolNotSet(t.asset));
        t.pool = _pool(t.token, t.fee);
        _limit(t, m);
        return true;
    }

    /// @dev Cuts the amount to what depth allows, and sets the price it may cost.
    function _limit(Trade memory t, Marks memory m) private view {
        uint256 depth = RISK_ENGINE.DEPTH_ORACLE().depth(t.token);
        uint256 most = depth * BackstopMath.WAD * _parameters.depthShare / BackstopMath.ONE;
        uint256 room = most.zeroFloorSub(_traded.used(bytes32(uint256(t.asset))));
        uint256 value = _usd(m, t.asset, t.amount);
        if (value > room) (t.amount, value) = (t.amount.fullMulDiv(room, value), room);
        require(t.amount != 0, TradeRoomExhausted(most - room, most));
        uint256 allowed = BackstopMath.slippage(_parameters.maxSlippage, t.fee, value, depth);

        // sold at the higher bound, bought at the lower: sources that disagree are no reason to sell cheap
        uint256 price = t.buys ? _low(m.words[t.asset]) : _high(m.words[t.asset]);
        uint256 quotePrice = t.buys ? _high(m.words[QUOTE]) : _low(m.words[QUOTE]);
        bool assetFirst = t.token < TOKEN;
        bool token0In = assetFirst != t.buys;
        t.limit = assetFirst
            ? BackstopMath.priceLimit(price, quotePrice, token0In, allowed, t.fee)
            : BackstopMath.priceLimit(quotePrice, price, token0In, allowed, t.fee);
        (uint160 current,,,,,,) = IUniswapV3Pool(t.pool).slot0();
        require(token0In ? current > t.limit : current < t.limit, PoolPriceBeyondLimit(current, t.limit));
    }

    function _swap(Trade memory t) private returns (uint256 paid, uint256 received) {
        _trade = uint256(t.asset) << 161 | (t.buys ? 1 << 160 : 0) | uint160(t.pool);
        int256 amount = t.buys ? -t.amount.toInt256() : t.amount.toInt256();
        bool zeroForOne = (t.token < TOKEN) != t.buys;
        (int256 amount0, int256 amount1) = IUniswapV3Pool(t.pool).swap(address(this), zeroForOne, amount, t.limit, "");
        return _unsigned(amount0, amount1);
    }

    /// @dev Books a trade; what a purchase costs was booked when it was paid.
    function _book(Trade memory t, uint256 paid, uint256 received) private returns (uint256 reward) {
        reward = (t.buys ? paid : received) * _parameters.callerShare / BackstopMath.ONE;
        if (t.buys) {
            reward = reward.min(_cash);
            _cash -= reward;
            emit BuyBack(t.asset, msg.sender, received, paid, reward, _cash);
        } else {
            _cash = _cash + received - reward;
            _setInventory(t.asset, _inventory[t.asset] - paid);
            emit Sell(t.asset, msg.sender, paid, received, reward, _cash, _inventory[t.asset]);
        }
    }

    function _unsigned(int256 amount0, int256 amount1) private pure returns (uint256 paid, uint256 received) {
        return amount0 > 0 ? (uint256(amount0), uint256(-amount1)) : (uint256(amount1), uint256(-amount0));
    }

    /// @dev Repays as much as the minimum debt lets; `_assumed` starts anew when nothing is owed.
    function _repay(uint8 asset_, address token, uint256 amount) private returns (uint256 repaid) {
        (, uint256 owed) = ENGINE.amounts(_account(), QUOTE, asset_);
        repaid = amount.min(owed);
        uint256 least = ENGINE.reserve(MARKET, asset_).parameters.minDebt;
        if (owed - repaid != 0 && owed - repaid < least) repaid = owed.zeroFloorSub(least);
        if (repaid == 0) return 0;
        token.safeApproveWithRetry(address(ENGINE), repaid);
        // so little that it is less than one unit of scaled debt: the next time
        try ENGINE.repay(_account(), asset_, repaid) returns (uint256 done) {
            repaid = done;
        } catch {
            token.safeApproveWithRetry(address(ENGINE), 0);
            return 0;
        }
        if (repaid == owed) _assumed[asset_] = 0;
    }

    function _setInventory(uint8 asset_, uint256 amount) private {
        _inventory[asset_] = amount;
        if (amount != 0) {
            _inventoryMask |= uint16(1 << asset_);
        } else {
            _inventoryMask &= ~uint16(1 << asset_);
            _taken[asset_] = 0;
        }
    }

    function _usd(Marks memory m, uint8 asset_, uint256 amount) private pure returns (uint256) {
        return amount.fullMulDivUp(_high(m.words[asset_]), BackstopMath.WAD);
    }
}
