// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice A pool in which depth is measured. Low bit first:
///
///   pool 160 | quoteMarket 16 | quoteAsset 8 | quoteIsToken1 8 | tickSpacing 24 | spare 40 = 256
type PoolWord is uint256;

using {pool, quoteMarket, quoteAsset, quoteIsToken1, tickSpacing} for PoolWord global;

function packPool(address pool_, uint256 market, uint256 asset, bool isToken1, uint256 spacing)
    pure
    returns (PoolWord)
{
    return PoolWord.wrap(
        uint160(pool_) | market << 160 | asset << 176 | uint256(isToken1 ? 1 : 0) << 184 | spacing << 192
    );
}

function pool(PoolWord w) pure returns (address) {
    return address(uint160(PoolWord.unwrap(w)));
}

function quoteMarket(PoolWord w) pure returns (uint16) {
    return uint16(PoolWord.unwrap(w) >> 160);
}

function quoteAsset(PoolWord w) pure returns (uint8) {
    return uint8(PoolWord.unwrap(w) >> 176);
}

function quoteIsToken1(PoolWord w) pure returns (bool) {
    return uint8(PoolWord.unwrap(w) >> 184) != 0;
}

function tickSpacing(PoolWord w) pure returns (uint256) {
    return PoolWord.unwrap(w) >> 192;
}
