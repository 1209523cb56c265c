// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CompactFloat} from "./CompactFloat.sol";

/// @notice Primary source of an asset, all that a price needs in one slot. Low bit first:
///
///   feed 160 | heartbeat 18 | minAnswer 24 | maxAnswer 24 | tokenDecimals 5 | feedDecimals 5 | maxJump 12 (1e-4)
///            | base 4 | composition 2 | pyth 1 | witnessed 1                                                   = 256
///
/// Answers in units of the feed, as compact floats. 0 while no feed was ever set; a feed that was removed leaves the
/// decimals of the token and the last two bits.
type FeedWord is uint256;

/// @notice Witness of an asset. Low bit first:
///
///   pool 160 | window 24 | minLiquidity 24 | maxDeviation 16 (1e-4) | quoteAsset 8 | baseIsToken0 8
///             | checkpointed 8 | spare 8                                                                    = 256
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
    maxJump,
    base,
    composition,
    isRatio,
    isInverse,
    isWitnessed,
    hasPyth,
    isPlain,
    isSet,
    isListed,
    withFlagsOf,
    withWitnessed,
    withPyth,
    withoutFeed
} for FeedWord global;
using {
    pool,
    window,
    minLiquidity,
    maxDeviation,
    quoteAsset,
    baseIsToken0,
    isCheckpointed,
    withCheckpoints,
    averageOf,
    isSetWitness
} for WitnessWord global;

uint256 constant COMPOSITION_SHIFT = 252;
uint256 constant PYTH_FLAG = 1 << 254;
uint256 constant WITNESSED_FLAG = 1 << 255;

struct FeedFields {
    address feed;
    uint256 heartbeat;
    uint256 minAnswerFloat;
    uint256 maxAnswerFloat;
    uint256 tokenDecimals;
    uint256 feedDecimals;
    uint256 maxJump;
    uint256 base;
    uint256 composition;
}

function packFeed(FeedFields memory f) pure returns (FeedWord) {
    return FeedWord.wrap(
        uint160(f.feed) | f.heartbeat << 160 | f.minAnswerFloat << 178 | f.maxAnswerFloat << 202 | f.tokenDecimals
            << 226 | f.feedDecimals << 231 | f.maxJump << 236 | f.base << 248 | f.composition << COMPOSITION_SHIFT
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

/// @notice Whether there is a feed now.
function isSet(FeedWord w) pure returns (bool) {
    return uint160(FeedWord.unwrap(w)) != 0;
}

/// @notice Whether there ever was one.
function isListed(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) != 0;
}

function source(FeedWord w) pure returns (address) {
    return address(uint160(FeedWord.unwrap(w)));
}

/// @return [seconds]
function heartbeat(FeedWord w) pure returns (uint256) {
    return FeedWord.unwrap(w) >> 160 & 0x3ffff;
}

function minAnswer(FeedWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(FeedWord.unwrap(w) >> 178));
}

function maxAnswer(FeedWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(FeedWord.unwrap(w) >> 202));
}

function tokenDecimals(FeedWord w) pure returns (uint256) {
    return FeedWord.unwrap(w) >> 226 & 0x1f;
}

function feedDecimals(FeedWord w) pure returns (uint256) {
    return FeedWord.unwrap(w) >> 231 & 0x1f;
}

/// @return [1e-4]; 0: jumps are not quarantined.
function maxJump(FeedWord w) pure returns (uint256) {
    return FeedWord.unwrap(w) >> 236 & 0xfff;
}

/// @notice Asset that a ratio is quoted in.
function base(FeedWord w) pure returns (uint256) {
    return FeedWord.unwrap(w) >> 248 & 0xf;
}

function composition(FeedWord w) pure returns (uint256) {
    return FeedWord.unwrap(w) >> COMPOSITION_SHIFT & 3;
}

function isInverse(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) >> COMPOSITION_SHIFT & 1 != 0;
}

function isRatio(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) >> COMPOSITION_SHIFT & 2 != 0;
}

/// @notice Whether the witness of the asset must be read too: saves an unwitnessed asset the second slot.
function isWitnessed(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) & WITNESSED_FLAG != 0;
}

function hasPyth(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) & PYTH_FLAG != 0;
}

/// @notice A USD feed that stands alone or with a witness, which is what most assets have.
function isPlain(FeedWord w) pure returns (bool) {
    return FeedWord.unwrap(w) >> COMPOSITION_SHIFT & 7 == 0;
}

/// @notice The same feed with the sources beside it that `other` has.
function withFlagsOf(FeedWord w, FeedWord other) pure returns (FeedWord) {
    uint256 flags = PYTH_FLAG | WITNESSED_FLAG;
    return FeedWord.wrap(FeedWord.unwrap(w) & ~flags | FeedWord.unwrap(other) & flags);
}

function withWitnessed(FeedWord w, bool witnessed) pure returns (FeedWord) {
    uint256 rest = FeedWord.unwrap(w) & ~WITNESSED_FLAG;
    return FeedWord.wrap(witnessed ? rest | WITNESSED_FLAG : rest);
}

function withPyth(FeedWord w, bool present) pure returns (FeedWord) {
    uint256 rest = FeedWord.unwrap(w) & ~PYTH_FLAG;
    return FeedWord.wrap(present ? rest | PYTH_FLAG : rest);
}

function withoutFeed(FeedWord w) pure returns (FeedWord) {
    return FeedWord.wrap(FeedWord.unwrap(w) & (PYTH_FLAG | WITNESSED_FLAG | 0x1f << 226));
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

/// @notice Whether somebody stores checkpoints for this average: saves every other one the search for them.
function isCheckpointed(WitnessWord w) pure returns (bool) {
    return uint8(WitnessWord.unwrap(w) >> 240) != 0;
}

function withCheckpoints(WitnessWord w) pure returns (WitnessWord) {
    return WitnessWord.wrap(WitnessWord.unwrap(w) | 1 << 240);
}

/// @notice Pool and window: what the checkpoints of an average depend on.
function averageOf(WitnessWord w) pure returns (uint256) {
    return WitnessWord.unwrap(w) & (2 ** 184 - 1);
}
