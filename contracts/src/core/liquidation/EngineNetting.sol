// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health} from "../../interfaces/IMarginEngine.sol";
import {IEngineNetting, NettingQuote, NettingResult} from "../../interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../libraries/Errors.sol";
import {CloseInputs, LiquidationMath} from "../../libraries/LiquidationMath.sol";
import {MarginMath, Requirement} from "../../libraries/MarginMath.sol";
import {Netting, NettingInputs, NettingMath} from "../../libraries/NettingMath.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {AssetConfig} from "../types/AssetConfig.sol";
import {AuctionWord} from "../types/AuctionWord.sol";
import {CashWord, DebtWord, INDEX_BITS} from "../types/ReserveWords.sol";
import {EngineClose, Run} from "./EngineClose.sol";

/// @dev One account of a netting. `held`, `owed` [token units], `scaled` and `requirement` are of the pair before, then
/// after it.
/// @param long, short Asset it holds and asset it owes.
struct Side {
    bytes32 account;
    AccountWord word;
    uint256 long;
    uint256 short;
    uint256 held;
    uint256 owed;
    uint256 scaled;
    Requirement requirement;
    Health before;
    Health current;
}

/// @dev All of one netting, before anything is written.
/// @param run The pair as U has it; its reserve is the one U owes.
/// @param debt, cash Reserve that X owes. @param window See `EngineStorage._nettingWindows`; 0 of an opted-in X.
struct NettingPlan {
    Run run;
    Side u;
    Side x;
    DebtWord debt;
    CashWord cash;
    Netting amounts;
    uint256 rebate;
    uint256 window;
}

/// @title Netting: longs closed against shorts inside the protocol, at the guarded price, with no outside liquidity.
/// @notice U is unhealthy; X holds what U owes and owes what U holds. U's collateral repays X's debt and X's collateral
/// repays U's, so that no token moves. X asked for it and earns a rebate out of U's penalty, or takers have failed and X is
/// among the most levered. See docs/netting.md.
abstract contract EngineNetting is EngineClose, IEngineNetting {
    using MarginMath for Requirement;

    /// @dev In which an account loses at most half of a debt against its will [seconds].
    uint256 private constant NETTING_WINDOW = 10 minutes;

    /// @inheritdoc IEngineNetting
    function net(bytes32 unhealthy, bytes32 counterparty, uint8 collateralAsset, uint8 debtAsset, uint256 maxAmount)
        external
        locked
        returns (uint256 moved, uint256 repaid)
    {
        NettingPlan memory p = _plan(unhealthy, counterparty, collateralAsset, debtAsset, maxAmount);
        if (p.window != 0) _nettingWindows[counterparty][collateralAsset] = p.window;
        _fileSide(p.x, p.run, _writeSide(p.x));
        _store(p.run.market, collateralAsset, p.debt, p.cash);
        AccountWord word = _writeSide(p.u);
        emit Net(unhealthy, counterparty, msg.sender, _result(p));
        if (word.collateralMask() == 0 && word.debtMask() != 0) {
            (word, p.run.debt, p.run.cash) = _writeOff(unhealthy, word, p.run.market, debtAsset, p.run.debt, p.run.cash);
        }
        _fileSide(p.u, p.run, word);
        _store(p.run.market, debtAsset, p.run.debt, p.run.cash);
        return (p.amounts.moved, p.amounts.repaid);
    }

    /// @inheritdoc IEngineNetting
    /// @dev Asks itself, so that what the plan reverts with becomes the reason.
    function quoteNetting(bytes32 unhealthy, bytes32 counterparty, uint8 collateralAsset, uint8 debtAsset)
        external
        view
        whenIdle
        returns (NettingQuote memory q)
    {
        if (msg.sender == address(this)) {
            NettingPlan memory p = _plan(unhealthy, counterparty, collateralAsset, debtAsset, type(uint256).max);
            (q.moved, q.credited) = (p.amounts.moved, p.amounts.credited);
            (q.taken, q.repaid) = (p.amounts.taken, p.amounts.repaid);
            (q.rebate, q.forced) = (p.rebate, p.window != 0);
            return q;
        }
        (bool possible, bytes memory answer) = address(this).staticcall(msg.data);
        if (possible) q = abi.decode(answer, (NettingQuote));
        else q.reason = answer;
    }

    /* PLAN */

    /// @dev Reverts with the reason if nothing can be done.
    function _plan(bytes32 u, bytes32 x, uint8 collateralAsset, uint8 debtAsset, uint256 maxAmount)
        private
        view
        returns (NettingPlan memory p)
    {
        // one owner on both sides would leave with the winner and leave the loser to the backstop
        require(_ownerOf(u) != _ownerOf(x), Errors.OwnAccount(x));
        (p.u.word, p.x.word) = (_accounts[u], _accounts[x]);
        uint256 market = p.u.word.market();
        require(p.x.word.market() == market, Errors.NotOpposite(x));
        _price(p.run, market, collateralAsset, debtAsset, p.u.word.assetMask() | p.x.word.assetMask());
        (p.debt, p.cash) = _accrued(market, collateralAsset);
        (p.u.account, p.u.long, p.u.short) = (u, collateralAsset, debtAsset);
        (p.x.account, p.x.long, p.x.short) = (x, debtAsset, collateralAsset);
        _readSide(p.u, p.run.prices, p.run.debt);
        _readSide(p.x, p.run.prices, p.debt);
        require(p.u.held != 0 && p.u.owed != 0 && p.x.held != 0 && p.x.owed != 0, Errors.NotOpposite(x));
        uint256 needed = p.u.before.debt + p.u.before.margin;
        require(p.u.before.collateral < needed, Errors.NotLiquidatable(p.u.before.collateral, needed));

        p.amounts = NettingMath.size(_limits(p, maxAmount));
        require(p.amounts.moved != 0, Errors.ZeroAmount());
        p.run.debt = _reduce(p.u, p.run, p.run.debt, p.amounts.moved, p.amounts.repaid);
        p.debt = _reduce(p.x, p.run, p.debt, p.amounts.taken, p.amounts.credited);
        p.run.cash = _receive(p.run.cash, p.amounts.taken);
        p.cash = _receive(p.cash, p.amounts.moved);

        // of an insolvent account health falls with every part that leaves at the mark; its shortfall does not grow
        if (p.u.before.collateral > p.u.before.debt) _requireHealthKept(p.u);
        _requireHealthKept(p.x);
        require(
            p.x.current.margin <= p.x.before.margin, Errors.RequirementRaised(p.x.current.margin, p.x.before.margin)
        );
    }

    function _readSide(Side memory s, uint256[16] memory prices, DebtWord debt) private view {
        s.held = _collateralOf(s.account, s.word, s.long);
        s.scaled = _scaledDebtOf(s.account, s.word, s.short);
        s.owed = debt.debtOf(s.scaled);
        s.requirement = _requirement(s.account, s.word, prices, false);
        s.before = _healthOf(s.requirement);
    }

    function _healthOf(Requirement memory r) private pure returns (Health memory) {
        return Health(r.collateral, r.debt, r.maintenance());
    }

    /// @dev What U needs, what both have and may lose. Who X is decides between rebate and rank.
    function _limits(NettingPlan memory p, uint256 maxAmount) private view returns (NettingInputs memory x) {
        CloseInputs memory c = _inputs(p.run, p.u.requirement, p.u.requirement.spread());
        c.offer = _bonusNow(p.u.account, p.run.collateralConfig);
        (uint256 bonus, bool raises) = LiquidationMath.bonus(c);
        require(raises, Errors.PairLowersHealth(uint8(p.run.collateralAsset), uint8(p.run.debtAsset)));
        x.counterLimit = x.counterOwed = p.x.owed;
        if (_auctions[p.x.account].isNettable()) x.rebate = p.rebate = NettingMath.rebate(bonus, c.collateral, c.debt);
        uint256 value = LiquidationMath.repayValue(c, x.rebate);
        if (!_auctions[p.x.account].isNettable()) x.counterLimit = _forcedLimit(p, value);
        x.needed = (value * 1e18 + p.run.debtPrice - 1) / p.run.debtPrice;
        x.collateralPrice = NettingMath.mid(_at(p.run.prices, p.run.collateralAsset));
        x.debtPrice = NettingMath.mid(_at(p.run.prices, p.run.debtAsset));
        (x.limit, x.held, x.owed) = (maxAmount, p.u.held, p.u.owed);
        (x.minDebt, x.counterMinDebt) = (p.run.cash.minDebt(), p.cash.minDebt());
        x.counterHeld = p.x.held;
        x.sole = p.u.word.collateralMask() == 1 << p.u.long;
    }

    /// @dev Netting against X's will: due, X levered enough for the time since, and at most half of its debt in a window,
    /// however often it is called.
    /// @param value What U's target asks to repay [USD wad].
    /// @return Most of X's debt that may be repaid [units of the asset X owes].
    function _forcedLimit(NettingPlan memory p, uint256 value) private view returns (uint256) {
        uint256 threshold = NettingMath.threshold(_sinceDue(p, value));
        // one wei more keeps a worthless collateral from dividing by 0
        uint256 leverage = p.x.before.debt * 1e18 / (p.x.before.collateral + 1);
        require(leverage >= threshold, Errors.LeverageBelowThreshold(leverage, threshold));
        uint256 window = _nettingWindows[p.x.account][p.x.short];
        if (block.timestamp >= uint40(window) + NETTING_WINDOW) {
            window = (((p.x.scaled + 1) / 2) << 40) | block.timestamp;
        }
        p.window = window;
        uint256 floor = window >> 40;
        require(p.x.scaled > floor, Errors.NettedToHalf(p.x.scaled, floor));
        return ((p.x.scaled - floor) * p.debt.index()) >> INDEX_BITS;
    }

    /// @dev Seconds since netting became due; an auction has to run.
    function _sinceDue(NettingPlan memory p, uint256 value) private view returns (uint256) {
        AuctionWord auction_ = _auctions[p.u.account];
        uint256 age = _age(auction_);
        uint256 delay = _nettingDelay(p.run, _room(p.run.market, p.run.collateralAsset), value);
        require(auction_.startedAt() != 0 && age >= delay, Errors.NettingNotDue(age, delay));
        return age - delay;
    }

    /// @dev Takes `amount` out of one side and `repaid` off its debt; burnt debt rounds down, against it.
    function _reduce(Side memory s, Run memory run, DebtWord debt, uint256 amount, uint256 repaid)
        private
        view
        returns (DebtWord)
    {
        uint256 burnt = repaid == s.owed ? s.scaled : (repaid << INDEX_BITS) / debt.index();
        uint256 left = debt.debtOf(s.scaled - burnt);
        Requirement memory r = s.requirement;
        // cannot overflow: legs were valued before and only fall; cannot underflow: each part was added to its sum
        unchecked {
            uint256 price = _bound(run.prices, run.market, s.long, true);
            AssetConfig config = _config(run.market, s.long);
            uint256 value = s.held * price / 1e18;
            r.collateral -= value;
            r.longs -= r.weights[s.long];
            r.friction -= MarginMath.share(value, _cost(config, value));
            value = (s.held - amount) * price / 1e18;
            r.addLong(s.long, value, config.volatilityMargin(false), _cost(config, value));

            price = _bound(run.prices, run.market, s.short, false);
            config = _config(run.market, s.short);
            value = (s.owed * price + (1e18 - 1)) / 1e18;
            r.debt -= value;
            r.shorts -= r.weights[s.short];
            r.friction -= MarginMath.share(value, _cost(config, value));
            value = (left * price + (1e18 - 1)) / 1e18;
            r.addShort(s.short, value, config.volatilityMargin(false), _cost(config, value));
        }
        r.hedged = 0;
        _addHedges(r, run.market, false);
        s.current = _healthOf(r);
        (s.held, s.owed, s.scaled) = (s.held - amount, left, s.scaled - burnt);
        return debt.subScaled(burnt);
    }

    /// @dev `HF' ≥ HF` without a division; a solvent account stays so.
    function _requireHealthKept(Side memory s) private pure {
        (Health memory a, Health memory b) = (s.current, s.before);
        uint256 buffer = a.collateral > a.margin ? a.collateral - a.margin : 0;
        uint256 needed = b.collateral > b.margin ? b.collateral - b.margin : 0;
        // cannot overflow: sums are below 2^124
        require(
            a.collateral >= a.debt && buffer * b.debt >= needed * a.debt,
            Errors.HealthLowered(
                MarginMath.healthFactor(a.collateral, a.debt, a.margin),
                MarginMath.healthFactor(b.collateral, b.debt, b.margin)
            )
        );
    }

    /* WRITES */

    function _writeSide(Side memory s) private returns (AccountWord word) {
        word = _withCollateral(s.account, s.word, s.long, s.held);
        return _withScaledDebt(s.account, word, s.short, s.scaled);
    }

    /// @dev Its health is known, so it is filed where it is; its auction ends with its illness.
    function _fileSide(Side memory s, Run memory run, AccountWord word) private {
        bool owes = word.debtMask() != 0;
        _storeMapped(s.account, s.word, word, owes ? _bucketOf(word, s.current, run.prices, false) : 0);
        if (!owes || s.current.collateral >= s.current.debt + s.current.margin) _endAuction(s.account);
    }

    function _result(NettingPlan memory p) private pure returns (NettingResult memory) {
        return NettingResult({
            assets: (p.run.market << 8) | (p.run.collateralAsset << 4) | p.run.debtAsset,
            moved: p.amounts.moved,
            credited: p.amounts.credited,
            taken: p.amounts.taken,
            repaid: p.amounts.repaid,
            rebate: p.rebate,
            window: p.window,
            position: (p.u.held << 128) | p.u.scaled,
            counterPosition: (p.x.held << 128) | p.x.scaled,
            debtWord: DebtWord.unwrap(p.run.debt),
            cashWord: CashWord.unwrap(p.run.cash),
            counterDebtWord: DebtWord.unwrap(p.debt),
            counterCashWord: CashWord.unwrap(p.cash)
        });
    }
}
