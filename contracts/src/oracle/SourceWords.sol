// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CompactFloat} from "./CompactFloat.sol";

/// @notice Primary source of an asset, all that a price needs in one slot. Low bit first:
///
///   feed 160 | heartbeat 24 | minAnswer 24 | maxAnswer 24 | tokenDecimals 8 | feedDecimals 8 | witnessed 8      = 256
///
/// Answers in units of the feed, as compact floats. 0 while no feed is set.
type FeedWord is uint256;

/// @notice Witness of an asset. Low bit first:
///
///   pool 160 | window 24 | minLiquidity 24 | maxDeviation 16 (1e-4) | quoteAsset 8 | baseIsToken0 8 | spare 16  = 256
///
/// 0 while no witness is set.
type WitnessWord is uint256;

using {
    source,
    heartbeat,
    minAnswer,
    maxAnswer,
    tokenDecimals,
    feedDecimals,
    isWitnessed,
    withWitnessed,
    isSet
} for FeedWord global;
using {pool, window, minLiquidity, maxDeviation, quoteAsset, baseIsToken0, isSetWitness} for WitnessWord global;

uint256 constant WITNESSED_SHIFT = 248;

function packFeed(
    address feed,
    uint256 heartbeat_,
    uint256 minAnswerFloat,
    uint256 maxAnswerFloat,
    uint256 tokenDecimals_,
    uint256 feedDecimals_
) pure returns (FeedWord) {
    return FeedWord.wrap(
        uint160(feed) | heartbeat_ << 160 | minAnswerFloat << 184 | maxAnswerFloat << 208 | tokenDecimals_ << 232
            | feedDecimals_ << 240
    );
}

function packWitness(
    address pool_,
    uint256 window_,
    uint256 minLiquidityFloat,
    uint256 maxDeviation_,
    uint256 quoteAsset_,
    bool baseIsToken0_
) pure returns (WitnessWord) {
    return WitnessWord.wrap(
        uint160(pool_) | window_ << 160 | minLiquidityFloat << 184 | maxDeviation_ << 208 | quoteAsset_ << 224
            | uint256(baseIsToken0_ ? 1 : 0) << 232
    );
}

/* FEED */

function isSet(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) != 0;
}

function source(FeedWord w) pure returns (address) {
    return address(uint160(FeedWord.unwrap(w)));
}

/// @return [seconds]
function heartbeat(FeedWord w) pure returns (uint256) {
    return uint24(FeedWord.unwrap(w) >> 160);
}

function minAnswer(FeedWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(FeedWord.unwrap(w) >> 184));
}

function maxAnswer(FeedWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(FeedWord.unwrap(w) >> 208));
}

function tokenDecimals(FeedWord w) pure returns (uint256) {
    return uint8(FeedWord.unwrap(w) >> 232);
}

function feedDecimals(FeedWord w) pure returns (uint256) {
    return uint8(FeedWord.unwrap(w) >> 240);
}

/// @notice Whether the witness of the asset must be read too: saves an unwitnessed asset the second slot.
function isWitnessed(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) >> WITNESSED_SHIFT != 0;
}

function withWitnessed(FeedWord w, bool witnessed) pure returns (FeedWord) {
    uint256 rest = FeedWord.unwrap(w) & (2 ** WITNESSED_SHIFT - 1);
    return FeedWord.wrap(rest | uint256(witnessed ? 1 : 0) << WITNESSED_SHIFT);
}

/* WITNESS */

function isSetWitness(WitnessWord w) pure returns (bool) {
    return WitnessWord.unwrap(w) != 0;
}

function pool(WitnessWord w) pure returns (address) {
    return address(uint160(WitnessWord.unwrap(w)));
}

/// @return [seconds]
function window(WitnessWord w) pure returns (uint256) {
    return uint24(WitnessWord.unwrap(w) >> 160);
}

function minLiquidity(WitnessWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(WitnessWord.unwrap(w) >> 184));
}

/// @return [1e-4]
function maxDeviation(WitnessWord w) pure returns (uint256) {
    return uint16(WitnessWord.unwrap(w) >> 208);
}

function quoteAsset(WitnessWord w) pure returns (uint256) {
    return uint8(WitnessWord.unwrap(w) >> 224);
}

function baseIsToken0(WitnessWord w) pure returns (bool) {
    return uint8(WitnessWord.unwrap(w) >> 232) != 0;
}
