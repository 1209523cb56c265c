// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";

import {Health} from "../../interfaces/IMarginEngine.sol";
import {IEngineBackstop, Take} from "../../interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../libraries/Errors.sol";
import {CloseInputs, LiquidationMath} from "../../libraries/LiquidationMath.sol";
import {MarginMath, Requirement} from "../../libraries/MarginMath.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {AuctionWord} from "../types/AuctionWord.sol";
import {CashWord, DebtWord, INDEX_BITS} from "../types/ReserveWords.sol";
import {Close, EngineClose, Run, Terms} from "./EngineClose.sol";

/// @dev Both sides of what the backstop assumes.
/// @param held, scaled Collateral and scaled debt of the pair, of the account. @param moved Scaled debt that moves.
struct Assumption {
    bytes32 account;
    bytes32 into;
    AccountWord word;
    AccountWord intoWord;
    uint256 held;
    uint256 scaled;
    uint256 moved;
}

/// @title What only the backstop of a market may do: take over what nobody else took.
abstract contract EngineBackstop is EngineClose, IEngineBackstop {
    using MarginMath for Requirement;

    /// @dev A reserve keeps fees of this part of its debt as insurance: a hundredth.
    uint256 private constant INSURANCE_DIVISOR = 100;

    /// @inheritdoc IEngineBackstop
    function absorb(bytes32 account, Take calldata take) external locked returns (uint256 paid, uint256 seized) {
        require(block.timestamp <= take.deadline, Errors.DeadlinePassed(block.timestamp, take.deadline));
        AccountWord word = _accounts[account];
        Run memory run;
        _begin(run, word.market(), take.collateralAsset, take.debtAsset, word.assetMask());
        run.budget = take.maxRepaid;
        (Close memory c, uint256 held, uint256 scaled) = _closeDue(account, word, run);
        word = _apply(account, word, run, c, held, scaled);
        if (c.whole || word.debtMask() == 0) _endAuction(account);
        return _end(run, take);
    }

    /// @inheritdoc IEngineBackstop
    function assume(bytes32 account, bytes32 into, uint8 collateralAsset, uint8 debtAsset, uint256 maxRepaid)
        external
        locked
        returns (uint256 repaid, uint256 seized)
    {
        require(_ownerOf(into) == msg.sender, Errors.NotAuthorized(into, msg.sender));
        Assumption memory a;
        (a.account, a.into, a.word) = (account, into, _accounts[account]);
        Run memory run;
        _begin(run, a.word.market(), collateralAsset, debtAsset, a.word.assetMask());
        run.budget = maxRepaid;
        Close memory c;
        (c, a.held, a.scaled) = _closeDue(account, a.word, run);
        // of the debt that moves, what is paid for it rounds up too: against the backstop
        uint256 index = run.debt.index();
        a.moved = ((c.repaid << INDEX_BITS) + index - 1) / index;
        if (a.moved > a.scaled || c.repaid == run.debt.debtOf(a.scaled)) a.moved = a.scaled;
        a.intoWord = _joining(a.into, run.market);
        AccountWord before = a.intoWord;
        _receiveInto(a, run, c);
        _release(a, run, c);
        _store(run.market, run.debtAsset, run.debt, run.cash);
        _storeMapped(into, before, a.intoWord, _requireInitialMargin(into, a.intoWord));
        return (c.repaid, c.seized);
    }

    /// @inheritdoc IEngineBackstop
    function setBackstop(uint16 market, address backstop_) external restricted {
        require(_markets[market].exists(), Errors.MarketNotFound(market));
        require(backstop_ == address(0) || backstop_.code.length != 0, Errors.InvalidReceiver(backstop_));
        _backstops[market] = backstop_;
        emit SetBackstop(market, backstop_);
    }

    /// @inheritdoc IEngineBackstop
    function distributeFees(uint16 market, uint8 asset) external locked returns (uint256 amount) {
        address token = _listed(market, asset).token();
        address backstop_ = _backstops[market];
        require(backstop_ != address(0), Errors.NotBackstop(msg.sender, backstop_));
        (DebtWord debt, CashWord cash) = _accrued(market, asset);
        uint256 target = debt.totalDebt() / INSURANCE_DIVISOR;
        uint256 fees = cash.feesDown();
        if (fees > target && IERC4626(backstop_).asset() == token) amount = fees - target;
        if (amount > cash.cash()) amount = cash.cash();
        require(amount != 0, Errors.ZeroAmount());
        cash = cash.subFees(amount).subCash(amount);
        _store(market, asset, debt, cash);
        emit DistributeFees(market, asset, backstop_, amount, DebtWord.unwrap(debt), CashWord.unwrap(cash));
        _push(token, backstop_, amount, 0);
    }

    /// @inheritdoc IEngineBackstop
    function backstop(uint16 market) external view returns (address) {
        return _backstops[market];
    }

    /// @dev What the backstop closes of an account: to the target, at no more than its equity, whatever that does to
    /// health, because nobody else would close it.
    function _closeDue(bytes32 account, AccountWord word, Run memory run)
        private
        view
        returns (Close memory c, uint256 held, uint256 scaled)
    {
        address backstop_ = _backstops[run.market];
        require(msg.sender == backstop_, Errors.NotBackstop(msg.sender, backstop_));
        require(msg.sender != _ownerOf(account), Errors.OwnAccount(account));
        Requirement memory r = _requirement(account, word, run.prices, false);
        CloseInputs memory x = _inputs(run, r, r.spread());
        require(x.collateral < x.debt + x.margin, Errors.NotLiquidatable(x.collateral, x.debt + x.margin));
        AuctionWord auction_ = _auctions[account];
        require(_isBackstopDue(auction_, r), Errors.BackstopNotDue(_age(auction_), BACKSTOP_DELAY));
        Terms memory t;
        t.bonus = LiquidationMath.backstopBonus(x);
        t.value = LiquidationMath.repayValue(x, t.bonus);
        held = _collateralOf(account, word, run.collateralAsset);
        scaled = _scaledDebtOf(account, word, run.debtAsset);
        uint256 owed = run.debt.debtOf(scaled);
        c = _size(run, t, held, owed);
        require(c.repaid != 0 && c.seized != 0, Errors.ZeroAmount());
        uint256 left = owed - c.repaid;
        uint256 least = run.cash.minDebt();
        require(left == 0 || left >= least || c.seized == held, Errors.DebtBelowMinimum(left, least));
    }

    function _joining(bytes32 account, uint256 market) private view returns (AccountWord word) {
        word = _accounts[account];
        uint256 current = word.market();
        if (current == 0) return word.withMarket(market);
        // forge-lint: disable-next-line(unsafe-typecast) — both come from 16 bits
        require(current == market, Errors.AccountInOtherMarket(uint16(current), uint16(market)));
    }

    /// @dev What comes into the backstop's account; the debt of the reserve stays what it is.
    function _receiveInto(Assumption memory a, Run memory run, Close memory c) private {
        (uint256 asset, uint256 debtAsset) = (run.collateralAsset, run.debtAsset);
        uint256 collateral = _collateralOf(a.into, a.intoWord, asset) + c.seized;
        uint256 scaled = _scaledDebtOf(a.into, a.intoWord, debtAsset) + a.moved;
        uint256 owed = run.debt.debtOf(scaled);
        require(owed >= run.cash.minDebt(), Errors.DebtBelowMinimum(owed, run.cash.minDebt()));
        AccountWord word = _withCollateral(a.into, a.intoWord, asset, collateral);
        word = _withScaledDebt(a.into, word, debtAsset, scaled);
        // forge-lint: disable-next-line(unsafe-typecast) — asset indices are below 16
        require(!word.owes(asset) && !word.holds(debtAsset), Errors.SameAsset(uint16(run.market), uint8(asset)));
        a.intoWord = word;
        _emitAssume(a, run, c, (collateral << 128) | scaled);
    }

    /// @dev What leaves the account; a remainder without collateral is written off.
    function _release(Assumption memory a, Run memory run, Close memory c) private {
        AccountWord word = _withCollateral(a.account, a.word, run.collateralAsset, a.held - c.seized);
        word = _withScaledDebt(a.account, word, run.debtAsset, a.scaled - a.moved);
        if (word.collateralMask() == 0 && word.debtMask() != 0) {
            (word, run.debt, run.cash) = _writeOff(a.account, word, run.market, run.debtAsset, run.debt, run.cash);
        }
        _storeMapped(a.account, a.word, word, SAME_BUCKET);
        if (c.whole || word.debtMask() == 0) _endAuction(a.account);
    }

    function _emitAssume(Assumption memory a, Run memory run, Close memory c, uint256 intoPosition) private {
        emit Assume(
            a.account,
            a.into,
            _assets(run),
            c.repaid,
            c.seized,
            c.bonus,
            [((a.held - c.seized) << 128) | (a.scaled - a.moved), intoPosition],
            DebtWord.unwrap(run.debt),
            CashWord.unwrap(run.cash)
        );
    }

    /// @dev As of an action that adds risk, but in a paused or closed market too: risk moves, none is added.
    /// @return Bucket of the account in the liquidation map.
    function _requireInitialMargin(bytes32 account, AccountWord word) private view returns (uint256) {
        uint256[16] memory prices = _prices(true, word.market(), word.assetMask());
        Health memory h;
        _sums(h, account, word, prices, true);
        uint256 needed = h.debt + MarginMath.initialMargin(h.margin, _markets[word.market()].initialRatio());
        require(h.collateral >= needed, Errors.InitialMarginNotMet(h.collateral, needed));
        return _bucketOf(word, h, prices, true);
    }
}
