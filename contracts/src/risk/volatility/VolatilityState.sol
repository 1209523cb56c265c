// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice What is known of the price of one token, in memory.
/// @param raw Realised variance, exponential horizons of 6, 24, 168 and 720 hours [2^-64 per hour].
/// @param calm The same without the weekly profile, 24, 168 and 720 hours [2^-64 per hour].
/// @param absolute Mean absolute return without the weekly profile, 6, 24 and 168 hours [2^-64 per √hour].
/// @param shape Slow mean of `ln(absolute² / calm)` at 24 and 168 hours: how evenly the variance came [wad].
/// @param price Last sampled price; 0 before the first poke [USD wad].
/// @param lastPoke Time of the last sample. @param since Time of the first [unix seconds].
/// @param cumulative Sum of squared returns [2^-56, modulo 2^64].
/// @param clips Returns in a row that met the rail, up to the last one; at most 65,535.
/// @param slopes Learned slopes [1e-9].
/// @param baselineScore Mean QLIKE of the fixed forecast over 90 days. @param learnedScore Of the learned one [1e-10].
/// @param scored Forecasts scored, at most 65,535.
/// @param used Variance in use since the last poke [2^-64 per hour].
/// @param hoursWord Multipliers of the hours 0 to 15 of a day [2^-14, 16 bits each].
/// @param daysWord Multipliers of the hours 16 to 23, then of the seven days from Thursday on [2^-14, 16 bits each].
struct VolatilityState {
    uint256[4] raw;
    uint256[3] calm;
    uint256[3] absolute;
    int256[2] shape;
    uint256 price;
    uint256 lastPoke;
    uint256 since;
    uint256 cumulative;
    uint256 clips;
    int256[3] slopes;
    uint256 baselineScore;
    uint256 learnedScore;
    uint256 scored;
    uint256 used;
    uint256 hoursWord;
    uint256 daysWord;
}

/// @title The same in seven storage words
/// @dev word 0  raw[0..3]                                                    4 · 64 = 256
///      word 1  calm[0..2], absolute[0]                                     4 · 64 = 256
///      word 2  absolute[1..2], shape[0..1]                                 4 · 64 = 256
///      word 3  price, lastPoke, since, cumulative, clips                  112 + 32 + 32 + 64 + 16 = 256
///      word 4  slopes[0..2], both scores, scored, used                    3 · 32 + 2 · 40 + 16 + 64 = 256
///      word 5  hoursWord                                                  16 · 16 = 256
///      word 6  daysWord                                                   15 · 16 = 240
/// Every field is bounded where it is computed: levels below 2^64, `|shape| ≤ 8e18`, slopes within 0.3 of their prior,
/// scores at most 10; the price by the oracle, times until the year 2106.
library VolatilityWords {
    uint256 internal constant WORDS = 7;
    uint256 internal constant STATUS = 3;
    uint256 internal constant LEARNING = 4;

    uint256 private constant MASK_16 = 0xffff;
    uint256 private constant MASK_32 = 0xffffffff;
    uint256 private constant MASK_40 = 0xffffffffff;
    uint256 private constant MASK_64 = 0xffffffffffffffff;

    function price(uint256 statusWord) internal pure returns (uint256) {
        return statusWord >> 144;
    }

    function lastPoke(uint256 statusWord) internal pure returns (uint256) {
        return statusWord >> 112 & MASK_32;
    }

    function clips(uint256 statusWord) internal pure returns (uint256) {
        return statusWord & MASK_16;
    }

    function used(uint256 learningWord) internal pure returns (uint256) {
        return learningWord & MASK_64;
    }

    function load(uint256[7] storage words) internal view returns (VolatilityState memory s) {
        (s.raw[0], s.raw[1], s.raw[2], s.raw[3]) = _lanes(words[0]);
        (s.calm[0], s.calm[1], s.calm[2], s.absolute[0]) = _lanes(words[1]);
        uint256 word;
        uint256 lane;
        (s.absolute[1], s.absolute[2], lane, word) = _lanes(words[2]);
        (s.shape[0], s.shape[1]) = (int64(uint64(lane)), int64(uint64(word)));
        word = words[STATUS];
        s.price = word >> 144;
        s.lastPoke = word >> 112 & MASK_32;
        s.since = word >> 80 & MASK_32;
        s.cumulative = word >> 16 & MASK_64;
        s.clips = word & MASK_16;
        word = words[LEARNING];
        s.slopes[0] = int32(uint32(word >> 224));
        s.slopes[1] = int32(uint32(word >> 192));
        s.slopes[2] = int32(uint32(word >> 160));
        s.baselineScore = word >> 120 & MASK_40;
        s.learnedScore = word >> 80 & MASK_40;
        s.scored = word >> 64 & MASK_16;
        s.used = word & MASK_64;
        s.hoursWord = words[5];
        s.daysWord = words[6];
    }

    function store(uint256[7] storage words, VolatilityState memory s) internal {
        words[0] = _word(s.raw[0], s.raw[1], s.raw[2], s.raw[3]);
        words[1] = _word(s.calm[0], s.calm[1], s.calm[2], s.absolute[0]);
        words[2] = _word(s.absolute[1], s.absolute[2], uint256(s.shape[0]) & MASK_64, uint256(s.shape[1]) & MASK_64);
        words[STATUS] = s.price << 144 | s.lastPoke << 112 | s.since << 80 | s.cumulative << 16 | s.clips;
        words[LEARNING] = (uint256(s.slopes[0]) & MASK_32) << 224 | (uint256(s.slopes[1]) & MASK_32) << 192
            | (uint256(s.slopes[2]) & MASK_32) << 160 | s.baselineScore << 120 | s.learnedScore << 80 | s.scored << 64
            | s.used;
        // one in three hours leaves the first word as it is, and the compiler cannot know
        if (words[5] != s.hoursWord) words[5] = s.hoursWord;
        words[6] = s.daysWord;
    }

    function _lanes(uint256 word) private pure returns (uint256, uint256, uint256, uint256) {
        return (word >> 192, word >> 128 & MASK_64, word >> 64 & MASK_64, word & MASK_64);
    }

    function _word(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (uint256) {
        return a << 192 | b << 128 | c << 64 | d;
    }
}
