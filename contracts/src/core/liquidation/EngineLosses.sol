// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IBackstop} from "../../interfaces/IBackstop.sol";
import {IMarginEngineEvents} from "../../interfaces/IMarginEngine.sol";
import {Bits} from "../../libraries/Bits.sol";
import {Errors} from "../../libraries/Errors.sol";
import {SupplyMath} from "../../libraries/SupplyMath.sol";
import {EngineRequirement} from "../EngineRequirement.sol";
import {AccountWord} from "../types/AccountWord.sol";
import {CLAIM_ONE, CLAIM_SHARE_BITS, LossState} from "../types/LossState.sol";
import {GATE_UNCOVERED, MarketWord} from "../types/MarketWord.sol";
import {CashWord, DebtWord, MAX_AMOUNT, SupplyWord} from "../types/ReserveWords.sol";

/// @title Losses: debt that nothing backs any more, and who bears it.
/// @notice In this order, each only when those before it are empty: the fees of the reserve, the market's backstop, the
/// suppliers of the reserve, pro rata by share price. Never another reserve.
abstract contract EngineLosses is EngineRequirement, IMarginEngineEvents {
    using Bits for uint256;

    uint8 private constant STEP_FEES = 1;
    uint8 private constant STEP_BACKSTOP = 2;
    uint8 private constant STEP_SUPPLIERS = 3;
    /// @dev For the backstop to pay: a transfer, a few slots and, at most, a withdrawal of its own.
    uint256 private constant COVER_GAS = 400_000;
    /// @dev What must be there for it: a 64th stays with the caller, and the call itself costs something.
    uint256 private constant OWED_GAS = COVER_GAS * 64 / 63 + 5_000;

    /// @dev Debt that nothing backs any more leaves the books at once, whoever has the last collateral. At most 16 debts.
    /// @param debtAsset Reserve whose words the caller holds: `debt` and `cash`, which he stores.
    function _writeOff(
        bytes32 account,
        AccountWord word,
        uint256 market,
        uint256 debtAsset,
        DebtWord debt,
        CashWord cash
    ) internal returns (AccountWord, DebtWord, CashWord) {
        for (uint256 mask = word.debtMask(); mask != 0; mask = mask.dropLowest()) {
            uint256 asset = mask.lowest();
            uint256 scaled = _scaledDebtOf(account, word, asset);
            if (asset == debtAsset) {
                (debt, cash) = _lose(account, market, asset, scaled, debt, cash);
            } else {
                (DebtWord otherDebt, CashWord otherCash) = _accrued(market, asset);
                (otherDebt, otherCash) = _lose(account, market, asset, scaled, otherDebt, otherCash);
                _store(market, asset, otherDebt, otherCash);
            }
            word = _withScaledDebt(account, word, asset, 0);
        }
        return (word, debt, cash);
    }

    function _lose(bytes32 account, uint256 market, uint256 asset, uint256 scaled, DebtWord debt, CashWord cash)
        private
        returns (DebtWord, CashWord)
    {
        uint256 id = _reserveId(market, asset);
        uint256 loss = debt.debtOf(scaled);
        uint256 feesLost = cash.feesDown();
        if (feesLost > loss) feesLost = loss;
        debt = debt.subScaled(scaled);
        cash = cash.subFees(feesLost);
        _covered(account, id, STEP_FEES, feesLost);
        if (feesLost != loss) cash = _bear(account, market, asset, loss - feesLost, cash);
        emit WriteOff(account, id, loss, feesLost, DebtWord.unwrap(debt), CashWord.unwrap(cash));
        return (debt, cash);
    }

    /// @dev What the fees do not bear: what arrives from the backstop is cash, the rest is a fall of the share price.
    function _bear(bytes32 account, uint256 market, uint256 asset, uint256 loss, CashWord cash)
        private
        returns (CashWord)
    {
        uint256 id = _reserveId(market, asset);
        uint256 paid = _askBackstop(market, asset, loss);
        if (paid > MAX_AMOUNT - cash.cash()) paid = MAX_AMOUNT - cash.cash();
        _losses[id].backstopOutstanding += uint128(paid);
        _covered(account, id, STEP_BACKSTOP, paid);
        if (paid != loss) {
            _noteLoss(market, asset, loss - paid);
            _covered(account, id, STEP_SUPPLIERS, loss - paid);
        }
        return cash.addCash(paid);
    }

    function _covered(bytes32 account, uint256 id, uint8 step, uint256 amount) private {
        if (amount != 0) emit LossCovered(account, id, step, amount);
    }

    /// @dev What each share lost, for its claim; the market takes no new risk until its coverage is measured again.
    function _noteLoss(uint256 market, uint256 asset, uint256 lost) private {
        LossState storage l = _losses[_reserveId(market, asset)];
        SupplyWord supplied = _supplyWord(market, asset);
        if (l.scale == 0) l.scale = uint128(CLAIM_ONE);
        // cannot overflow: 112 + 96 bits, over at least 2^19
        uint256 perShare = (lost << CLAIM_SHARE_BITS) / (supplied.supplyShares() + SupplyMath.VIRTUAL_SHARES);
        l.lossPerShare += perShare;
        l.deflated += FixedPointMathLib.fullMulDivUp(perShare, CLAIM_ONE, l.scale);
        l.outstanding += uint128(lost);
        _setSupplyWord(market, asset, supplied.withLoss());
        MarketWord word = _markets[market];
        if (word.openingsClosed()) return;
        _markets[market] = word.withGate(GATE_UNCOVERED, true);
        // forge-lint: disable-next-line(unsafe-typecast) — markets are 16 bits
        emit SetOpeningsClosed(uint16(market), true);
    }

    /// @dev A backstop that reverts, burns its gas, lies or calls back must not stop a liquidation: what counts is what
    /// arrives. Nor may a caller starve it: then suppliers would bear what it would have paid.
    /// @return paid At most `loss` [token units]; what arrives beyond it is a gift to nobody.
    function _askBackstop(uint256 market, uint256 asset, uint256 loss) private returns (uint256 paid) {
        address backstop_ = _backstops[market];
        if (backstop_ == address(0)) return 0;
        require(gasleft() >= OWED_GAS, Errors.GasTooLow(gasleft(), OWED_GAS));
        address token = _config(market, asset).token();
        (bool known, uint256 before) = _tryBalance(token);
        if (!known) return 0;
        bytes memory data = abi.encodeCall(IBackstop.cover, (uint16(market), token, loss));
        assembly ("memory-safe") {
            pop(call(COVER_GAS, backstop_, 0, add(data, 32), mload(data), 0, 0))
        }
        uint256 current;
        (known, current) = _tryBalance(token);
        if (known && current > before) paid = current - before;
        if (paid > loss) paid = loss;
    }

    /// @dev The token of another debt than the one that is repaid may be broken: then it covers nothing.
    function _tryBalance(address token) private view returns (bool known, uint256 amount) {
        bytes memory data = abi.encodeCall(IERC20.balanceOf, (address(this)));
        assembly ("memory-safe") {
            known := staticcall(gas(), token, add(data, 32), mload(data), 0, 32)
            known := and(known, gt(returndatasize(), 31))
            amount := mload(0)
        }
    }
}
