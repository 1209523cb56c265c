// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @dev 1 as a scale of claims.
uint256 constant CLAIM_ONE = 1 << 127;
/// @dev Fraction bits of what one share lost.
uint256 constant CLAIM_SHARE_BITS = 96;
/// @dev A recovery leaves all of a claim's scale but this unpaid, or nothing: losses are divided by it.
uint256 constant MIN_CLAIM_SCALE = 1 << 64;

/// @notice What suppliers of a reserve lost, by share, and how much of it came back.
/// @dev A loss adds to what each share lost; a recovery pays the same part of every claim. So a claim is a sum of losses,
/// each paid down by all recoveries since: `deflated` sums the losses as they would have been at `scale` 1.
/// @param outstanding Lost by suppliers and not recovered [token units].
/// @param backstopOutstanding Lost by the backstop and not recovered [token units].
/// @param scale Part of a claim of this epoch's start that is unpaid [2^127 = 1].
/// @param pool Recovered and not yet claimed: held by the engine, in no reserve [token units].
/// @param lossPerShare Sum of all losses [2^96 token units a share], rounded down.
/// @param deflated Sum of the losses of this epoch, each divided by the scale it met [2^96 token units a share], rounded up.
/// @param epoch Times that everything was recovered: then `scale` is 1 again and `deflated` 0.
struct LossState {
    uint128 outstanding;
    uint128 backstopOutstanding;
    uint128 scale;
    uint128 pool;
    uint256 lossPerShare;
    uint256 deflated;
    uint256 epoch;
}

/// @notice Claim of one supplier as of when his shares last changed.
/// @param owed Unpaid then [token units]. @param claimable Recovered until then and not claimed [token units].
/// @param lossPerShare, deflated, scale, epoch Of the reserve then.
struct ClaimState {
    uint128 owed;
    uint128 claimable;
    uint256 lossPerShare;
    uint256 deflated;
    uint128 scale;
    uint128 epoch;
}
