// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IMarginEngineEvents} from "../../interfaces/IMarginEngine.sol";
import {IEngineLosses} from "../../interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../libraries/Errors.sol";
import {EngineClaims} from "../EngineClaims.sol";
import {CLAIM_ONE, ClaimState, LossState, MIN_CLAIM_SCALE} from "../types/LossState.sol";

/// @title Recovery of losses: paid back in the reverse order in which they were borne.
abstract contract EngineRecovery is EngineClaims, IMarginEngineEvents, IEngineLosses {
    /// @inheritdoc IEngineLosses
    function recover(uint16 market, uint8 asset, uint256 amount) external locked returns (uint256 taken) {
        address token = _listed(market, asset).token();
        LossState storage l = _losses[_reserveId(market, asset)];
        address backstop_ = _backstops[market];
        uint256 toSuppliers = _recoverForSuppliers(l, amount);
        uint256 toBackstop;
        if (l.outstanding == 0 && backstop_ != address(0)) {
            toBackstop = FixedPointMathLib.min(amount - toSuppliers, l.backstopOutstanding);
            l.backstopOutstanding -= uint128(toBackstop);
        }
        taken = toSuppliers + toBackstop;
        require(taken != 0, Errors.ZeroAmount());
        emit Recover(_reserveId(market, asset), msg.sender, toSuppliers, toBackstop);
        _pull(token, msg.sender, taken, 0);
        _push(token, backstop_, toBackstop, 0);
    }

    /// @inheritdoc IEngineLosses
    function claim(bytes32 account, uint16 market, uint8 asset, address to) external returns (uint256 amount) {
        uint256 lock = _enter(account);
        address token = _listed(market, asset).token();
        uint256 id = _reserveId(market, asset);
        ClaimState memory claim_ = _claimNow(account, id, _shares[account][id]);
        amount = claim_.claimable;
        require(amount != 0, Errors.ZeroAmount());
        claim_.claimable = 0;
        _claims[account][id] = claim_;
        _losses[id].pool -= uint128(amount);
        emit Claim(account, id, to, amount);
        _push(token, to, amount, lock);
        _leave(lock);
    }

    /// @inheritdoc IEngineLosses
    function losses(uint16 market, uint8 asset)
        external
        view
        returns (uint256 outstanding, uint256 backstopOutstanding)
    {
        LossState storage l = _losses[_reserveId(market, asset)];
        return (l.outstanding, l.backstopOutstanding);
    }

    /// @inheritdoc IEngineLosses
    function claimOf(bytes32 account, uint16 market, uint8 asset)
        external
        view
        whenIdle
        returns (uint256 owed, uint256 claimable)
    {
        uint256 id = _reserveId(market, asset);
        ClaimState memory claim_ = _claimNow(account, id, _shares[account][id]);
        return (claim_.owed, claim_.claimable);
    }

    /// @dev Every claim is paid by the same part. One that leaves next to nothing unpaid is taken a little less of, so that
    /// later losses can be counted beside it; one that leaves nothing begins a new epoch.
    function _recoverForSuppliers(LossState storage l, uint256 amount) private returns (uint256 taken) {
        uint256 outstanding = l.outstanding;
        if (amount >= outstanding) {
            taken = outstanding;
            if (taken == 0) return 0;
            (l.scale, l.deflated) = (uint128(CLAIM_ONE), 0);
            ++l.epoch;
        } else {
            uint256 least = FixedPointMathLib.fullMulDivUp(outstanding, MIN_CLAIM_SCALE, l.scale);
            taken = FixedPointMathLib.min(amount, outstanding - FixedPointMathLib.min(least, outstanding));
            l.scale = uint128(FixedPointMathLib.fullMulDivUp(l.scale, outstanding - taken, outstanding));
        }
        l.outstanding = uint128(outstanding - taken);
        l.pool += uint128(taken);
    }
}
