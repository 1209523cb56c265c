// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {CompactFloat} from "./CompactFloat.sol";

/// @notice What is accepted of the Pyth price of an asset. Low bit first:
///
///   maxAge 24 | maxConfidence 16 (1e-4) | maxDeviation 16 (1e-4) | minRaw 24 | maxRaw 24 | spare 152            = 256
///
/// Raw prices as compact floats. The identifier of the price fills a slot of its own.
type PythWord is uint256;

using {maxAge, maxConfidence, maxDeviation, minRaw, maxRaw} for PythWord global;

function packPyth(uint256 maxAge_, uint256 confidence, uint256 deviation, uint256 minFloat, uint256 maxFloat)
    pure
    returns (PythWord)
{
    return PythWord.wrap(maxAge_ | confidence << 24 | deviation << 40 | minFloat << 56 | maxFloat << 80);
}

/// @return [seconds]
function maxAge(PythWord w) pure returns (uint256) {
    return uint24(PythWord.unwrap(w));
}

/// @return [1e-4]
function maxConfidence(PythWord w) pure returns (uint256) {
    return uint16(PythWord.unwrap(w) >> 24);
}

/// @return [1e-4]
function maxDeviation(PythWord w) pure returns (uint256) {
    return uint16(PythWord.unwrap(w) >> 40);
}

function minRaw(PythWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(PythWord.unwrap(w) >> 56));
}

function maxRaw(PythWord w) pure returns (uint256) {
    return CompactFloat.decode(uint24(PythWord.unwrap(w) >> 80));
}
