// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {EngineAccess} from "./EngineAccess.sol";
import {CLAIM_ONE, CLAIM_SHARE_BITS, ClaimState, LossState} from "./types/LossState.sol";

/// @title Claims of suppliers on what is recovered of their losses: settled when their shares change.
/// @dev What is unpaid rounds up and what is owed in all rounds down, so that claims never exceed what was recovered.
abstract contract EngineClaims is EngineAccess {
    /// @dev Of an account whose shares are about to change, in a reserve that had a loss.
    /// @param shares Its shares until now.
    function _settleClaim(bytes32 account, uint256 reserveId, uint256 shares) internal {
        _claims[account][reserveId] = _claimNow(account, reserveId, shares);
    }

    /// @dev Claim of an account as of now.
    function _claimNow(bytes32 account, uint256 reserveId, uint256 shares)
        internal
        view
        returns (ClaimState memory claim_)
    {
        LossState storage l = _losses[reserveId];
        claim_ = _claims[account][reserveId];
        uint256 lost = FixedPointMathLib.fullMulDiv(shares, l.lossPerShare - claim_.lossPerShare, 1 << CLAIM_SHARE_BITS);
        uint256 total = claim_.owed + lost;
        uint256 unpaid = _unpaid(l, claim_, shares);
        if (unpaid > total) unpaid = total;
        claim_.claimable += uint128(total - unpaid);
        claim_.owed = uint128(unpaid);
        (claim_.lossPerShare, claim_.deflated) = (l.lossPerShare, l.deflated);
        (claim_.scale, claim_.epoch) = (l.scale, uint128(l.epoch));
    }

    /// @dev What recoveries have not paid: of this epoch alone, because the earlier ones ended when all was paid.
    function _unpaid(LossState storage l, ClaimState memory claim_, uint256 shares) private view returns (uint256 sum) {
        uint256 since = l.deflated;
        if (claim_.epoch == l.epoch && claim_.scale != 0) {
            since -= claim_.deflated;
            sum = FixedPointMathLib.fullMulDivUp(claim_.owed, l.scale, claim_.scale);
        }
        uint256 perShare = FixedPointMathLib.fullMulDivUp(since, l.scale, CLAIM_ONE);
        sum += FixedPointMathLib.fullMulDivUp(shares, perShare, 1 << CLAIM_SHARE_BITS);
    }
}
