// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EfficientHashLib} from "solady/utils/EfficientHashLib.sol";
import {LibClone} from "solady/utils/LibClone.sol";

/// @title Uniswap v3 pools by their CREATE2 address: the factory deploys nothing else, so nothing has to be asked.
library UniswapPools {
    bytes32 internal constant POOL_INIT_CODE_HASH = 0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54;
    // One beyond TickMath's bounds, inwards: a swap stops there only when the pool has run out of liquidity.
    uint160 internal constant LOWEST_SQRT_PRICE = 4295128740;
    uint160 internal constant HIGHEST_SQRT_PRICE = 1461446703485210103287273052203988822378723970341;

    /// @notice Address of the pool of two tokens; it has code if the pool exists.
    /// @param fee Fee tier [1e-6].
    function poolOf(address factory, address tokenA, address tokenB, uint24 fee) internal pure returns (address) {
        (address token0, address token1) = tokenA < tokenB ? (tokenA, tokenB) : (tokenB, tokenA);
        bytes32 salt = EfficientHashLib.hash(uint160(token0), uint160(token1), fee);
        return LibClone.predictDeterministicAddress(POOL_INIT_CODE_HASH, salt, factory);
    }
}
