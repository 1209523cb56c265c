// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILiquidationCallback} from "../../interfaces/ICallbacks.sol";
import {Take} from "../../interfaces/IMarginEngineLiquidation.sol";
import {Bits} from "../../libraries/Bits.sol";
import {Errors} from "../../libraries/Errors.sol";
import {CloseInputs, LiquidationMath} from "../../libraries/LiquidationMath.sol";
import {MarginMath, Requirement} from "../../libraries/MarginMath.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {AssetConfig} from "../types/AssetConfig.sol";
import {AuctionWord} from "../types/AuctionWord.sol";
import {CashWord, DebtWord, INDEX_BITS} from "../types/ReserveWords.sol";
import {EngineClock} from "./EngineClock.sol";
import {EngineLosses} from "./EngineLosses.sol";
import {EngineThrottle} from "./EngineThrottle.sol";

/// @dev What all closes of one call share: the pair, its prices, the running reserve and the sums.
/// @param collateralPrice Bound that values collateral. @param debtPrice Bound that values debt.
/// @param prices Words of all assets of the accounts, `low << 128 | high`.
/// @param debt, cash Of the debt reserve, accrued; stored when the call ends.
/// @param budget Most that may be repaid [units of debtAsset]. @param repaid, fee, seized Sums so far.
/// @param room Value that may still be seized. @param drawn What the throttle lacks then [USD wad].
struct Run {
    uint256 market;
    uint256 collateralAsset;
    uint256 debtAsset;
    AssetConfig collateralConfig;
    AssetConfig debtConfig;
    uint256 collateralPrice;
    uint256 debtPrice;
    uint256 target;
    uint256[16] prices;
    DebtWord debt;
    CashWord cash;
    uint256 budget;
    uint256 repaid;
    uint256 fee;
    uint256 seized;
    uint256 room;
    uint256 drawn;
}

/// @dev What is to be closed of one account.
/// @param value Repayment that it needs [USD wad]; 0: nothing. @param bonus [wad].
/// @param slice A slice of a healthy account: it never closes a debt because little would be left.
/// @param lowers The pair would lower health: another pair of the account raises it.
struct Terms {
    uint256 value;
    uint256 bonus;
    bool slice;
    bool lowers;
}

/// @dev One close: repaid, fee on top and seized [token units].
/// @param whole All that the terms asked for. @param needed What the throttle had to leave if it leaves nothing [USD wad].
struct Close {
    uint256 bonus;
    uint256 repaid;
    uint256 fee;
    uint256 seized;
    bool whole;
    uint256 needed;
}

/// @title How one account is closed in part: prices, marginal margins, amounts and writes. Takes, netting and the backstop
/// are built on it.
abstract contract EngineClose is EngineClock, EngineThrottle, EngineLosses {
    using Bits for uint256;
    using MarginMath for Requirement;

    /// @dev `Run.room` of closes that draw on no throttle: more than any leg is worth.
    uint256 internal constant UNLIMITED = 1 << 160;
    /// @dev Age of an auction from which the backstop may take over [seconds].
    uint256 internal constant BACKSTOP_DELAY = 120;
    /// @dev Age of an auction from which accounts that did not ask for it may be netted [seconds].
    uint256 private constant NETTING_DELAY = 120;
    /// @dev Below this depth takers are not waited for [USD, whole]: there the capacity of the throttle is at its least.
    uint256 private constant THIN_DEPTH = 5_000;

    /// @dev Reads all that closes of a pair need, at maintenance prices: collateral at the higher bound, debt at the lower.
    /// @param run Where it is written: returned, every caller up the stack would set aside and clear a copy.
    /// @param assets Mask of the assets of all accounts of the call.
    function _price(Run memory run, uint256 market, uint8 collateralAsset, uint8 debtAsset, uint256 assets)
        internal
        view
    {
        (run.market, run.collateralAsset, run.debtAsset) = (market, collateralAsset, debtAsset);
        run.collateralConfig = _listed(market, run.collateralAsset);
        run.debtConfig = _listed(market, run.debtAsset);
        run.target = _markets[market].targetHealth();
        (run.debt, run.cash) = _accrued(market, run.debtAsset);
        run.prices = _prices(false, market, assets | (1 << run.collateralAsset) | (1 << run.debtAsset));
        run.collateralPrice = _bound(run.prices, market, run.collateralAsset, true);
        run.debtPrice = _bound(run.prices, market, run.debtAsset, false);
        run.room = UNLIMITED;
    }

    /// @dev As `_price`, at the start of a call that closes: every health that is read after is at the index of now.
    function _begin(Run memory run, uint256 market, uint8 collateralAsset, uint8 debtAsset, uint256 assets) internal {
        _price(run, market, collateralAsset, debtAsset, assets);
        _setDebtWord(market, run.debtAsset, run.debt);
    }

    /// @dev The health of an account as the close formulas want it, with `π` as offer and `h*` as target.
    /// @param root `r.spread()`.
    function _inputs(Run memory run, Requirement memory r, uint256 root) internal view returns (CloseInputs memory x) {
        (x.collateral, x.debt, x.margin) = (r.collateral, r.debt, root + r.friction);
        x.seizedMarginal = _marginal(run.market, r, root, run.collateralConfig, run.collateralAsset, true);
        x.repaidMarginal = _marginal(run.market, r, root, run.debtConfig, run.debtAsset, false);
        x.offer = run.collateralConfig.penalty();
        x.target = run.target;
    }

    /// @dev `∂MM/∂x` of a collateral (long) or debt (short) leg. @param root `r.spread()`.
    function _marginal(uint256 market, Requirement memory r, uint256 root, AssetConfig config, uint256 asset, bool long)
        internal
        view
        returns (uint256)
    {
        uint256 hedge;
        if (r.hedged != 0 && config.isCorrelated()) {
            uint256 row = _correlations(market, asset); // the matrix is symmetric: its row serves both sides
            for (uint256 mask = long ? r.shortMask : r.longMask; mask != 0; mask = mask.dropLowest()) {
                uint256 other = mask.lowest();
                hedge += uint8(row >> (other << 3)) * _at(r.weights, other) >> 8;
            }
        }
        uint256 v = config.volatilityMargin(false);
        return MarginMath.marginal(
            long ? r.longs : r.shorts,
            hedge,
            root,
            _at(r.weights, asset) * 1e18 / v,
            v,
            config.penalty(),
            config.depth()
        );
    }

    /// @dev Of an unhealthy account: takers had their time, or there is nothing left to earn for them. While it is solvent
    /// some pair of it raises health, so health too low for any partial sale is insolvency.
    function _isBackstopDue(AuctionWord auction_, Requirement memory r) internal view returns (bool) {
        return r.collateral <= r.debt || _age(auction_) >= BACKSTOP_DELAY;
    }

    /// @dev Age of an auction from which netting needs no consent [seconds]: takers had their time, or cannot come, in a
    /// market that is thin or whose throttle leaves less than the account needs.
    /// @param room Left of the throttle. @param value What the account has to repay [both USD wad].
    function _nettingDelay(Run memory run, uint256 room, uint256 value) internal pure returns (uint256) {
        return run.collateralConfig.depth() < THIN_DEPTH || room < value ? 0 : NETTING_DELAY;
    }

    /// @dev Amounts of a close. Repaid rounds up, seized down, the fee up: against the taker.
    /// @param held, owed Collateral and debt of the pair [token units].
    function _size(Run memory run, Terms memory t, uint256 held, uint256 owed) internal pure returns (Close memory c) {
        c.bonus = t.bonus;
        c.repaid = (t.value * 1e18 + run.debtPrice - 1) / run.debtPrice;
        c.whole = c.repaid <= owed;
        uint256 least = run.cash.minDebt();
        if (c.repaid >= owed) c.repaid = owed;
        else if (owed - c.repaid < least) c.repaid = t.slice ? _leaving(owed, least) : owed;
        if (c.repaid > run.budget - run.repaid) (c.repaid, c.whole) = (run.budget - run.repaid, false);
        c.seized = _seizedFor(run, c.repaid, t.bonus);
        if (c.seized > held) (c.seized, c.repaid, c.whole) = (held, _paidFor(run, c, held), false);
        uint256 room = run.room * 1e18 / run.collateralPrice;
        if (c.seized > room) _cut(run, c, room, owed);
        c.fee = LiquidationMath.feeOf(c.repaid, t.bonus);
    }

    /// @dev Cuts a close to what the throttle leaves. What would stay under the minimum debt stays at it: the next take
    /// comes in seconds, and every debt can be closed in the end.
    /// @param room Most collateral [token units].
    function _cut(Run memory run, Close memory c, uint256 room, uint256 owed) private pure {
        uint256 needed = c.seized * run.collateralPrice / 1e18;
        (c.seized, c.repaid, c.whole) = (room, _paidFor(run, c, room), false);
        uint256 least = run.cash.minDebt();
        if (owed > c.repaid && owed - c.repaid < least) {
            c.repaid = _leaving(owed, least);
            c.seized = _seizedFor(run, c.repaid, c.bonus);
        }
        if (c.repaid == 0 || c.seized == 0) c.needed = needed;
    }

    function _leaving(uint256 owed, uint256 least) private pure returns (uint256) {
        return owed > least ? owed - least : 0;
    }

    function _seizedFor(Run memory run, uint256 repaid, uint256 bonus) private pure returns (uint256) {
        return repaid * run.debtPrice / 1e18 * (1e18 + bonus) / run.collateralPrice;
    }

    /// @dev What `seized` costs; never more than was to be repaid for more of it.
    function _paidFor(Run memory run, Close memory c, uint256 seized) private pure returns (uint256 repaid) {
        uint256 value = seized * run.collateralPrice * 1e18 / (1e18 + c.bonus);
        repaid = (value + run.debtPrice - 1) / run.debtPrice;
        if (repaid > c.repaid) repaid = c.repaid;
    }

    /// @dev Books one close: debt, collateral, reserve, sums, event; a remainder without collateral is written off.
    /// @param held Collateral of the pair [token units]. @param scaled Scaled debt of the pair.
    /// @return The account's new word.
    function _apply(bytes32 account, AccountWord word, Run memory run, Close memory c, uint256 held, uint256 scaled)
        internal
        returns (AccountWord)
    {
        uint256 burnt = c.repaid == run.debt.debtOf(scaled) ? scaled : (c.repaid << INDEX_BITS) / run.debt.index();
        run.debt = run.debt.subScaled(burnt);
        run.cash = _receive(run.cash, c.repaid + c.fee).addFees(c.fee);
        run.repaid += c.repaid;
        run.fee += c.fee;
        run.seized += c.seized;
        uint256 value = c.seized * run.collateralPrice / 1e18;
        (run.room, run.drawn) = (run.room - value, run.drawn + value);
        AccountWord before = word;
        word = _withCollateral(account, word, run.collateralAsset, held - c.seized);
        word = _withScaledDebt(account, word, run.debtAsset, scaled - burnt);
        _emitLiquidate(account, run, c, held - c.seized, scaled - burnt);
        if (word.collateralMask() == 0 && word.debtMask() != 0) {
            (word, run.debt, run.cash) = _writeOff(account, word, run.market, run.debtAsset, run.debt, run.cash);
        }
        _storeMapped(account, before, word, SAME_BUCKET);
        return word;
    }

    /// @dev State is complete before the callback; the lock holds through it, so nothing can be read half-written.
    function _end(Run memory run, Take calldata take) internal returns (uint256 paid, uint256 seized) {
        (paid, seized) = (run.repaid + run.fee, run.seized);
        uint256 price = (paid * 1e18 + seized - 1) / seized;
        if (price > take.maxPrice) revert Errors.PriceAboveMaximum(price, take.maxPrice);
        _store(run.market, run.debtAsset, run.debt, run.cash);
        _push(run.collateralConfig.token(), take.to, seized, 0);
        if (take.data.length != 0) ILiquidationCallback(msg.sender).onLiquidate(paid, seized, take.data);
        _pull(run.debtConfig.token(), msg.sender, paid, 0);
    }

    function _emitLiquidate(bytes32 account, Run memory run, Close memory c, uint256 collateral, uint256 scaled)
        private
    {
        emit Liquidate(
            account,
            msg.sender,
            _assets(run),
            c.repaid,
            c.seized,
            c.bonus,
            c.fee,
            (collateral << 128) | scaled,
            DebtWord.unwrap(run.debt),
            CashWord.unwrap(run.cash)
        );
    }

    /// @dev `market << 8 | collateralAsset << 4 | debtAsset`, as events have it.
    function _assets(Run memory run) internal pure returns (uint256) {
        return (run.market << 8) | (run.collateralAsset << 4) | run.debtAsset;
    }
}
