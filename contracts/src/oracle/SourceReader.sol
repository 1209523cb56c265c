// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IPriceOracleAdmin} from "./IPriceOracleAdmin.sol";
import {TickPrice} from "./TickPrice.sol";
import {IUniswapV3PoolDerivedState} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolDerivedState.sol";

/// @notice The part of Chainlink's AggregatorV3Interface that is read.
interface IAggregator {
    function decimals() external view returns (uint8);
    function description() external view returns (string memory);
    function getRoundData(uint80 roundId)
        external
        view
        returns (uint80, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}

/// @title Reads sources that may be hostile
/// @notice A source that reverts, burns its gas, returns garbage or a flood of data is unusable, and nothing more
/// happens: gas is capped, and only as much returned data is copied as the answer has.
library SourceReader {
    /// @dev A Chainlink proxy with cold storage takes about 30,000.
    uint256 internal constant FEED_GAS = 100_000;
    /// @dev A pool with 65,535 observations takes 16 halvings of two cold slots, about 100,000.
    uint256 internal constant OBSERVE_GAS = 250_000;
    /// @dev Cold account access and the instructions around the call.
    uint256 private constant CALL_OVERHEAD = 3000;

    /// @notice Latest answer of a feed, if it is a complete, positive answer of the past.
    /// @return usable False if it is not; the other values are then 0.
    /// @return answer [units of the feed]
    /// @return updatedAt [unix seconds]
    /// @return roundId As the feed counts.
    function latestAnswer(address feed)
        internal
        view
        returns (bool usable, uint256 answer, uint256 updatedAt, uint256 roundId)
    {
        return _answer(feed, IAggregator.latestRoundData.selector, 0);
    }

    /// @notice Answer of an earlier round, under the same conditions.
    function answerOf(address feed, uint256 roundId) internal view returns (bool usable, uint256 answer) {
        (usable, answer,,) = _answer(feed, IAggregator.getRoundData.selector, roundId);
    }

    /// @param wanted Argument of the call; a function without one ignores it.
    function _answer(address feed, bytes4 selector, uint256 wanted)
        private
        view
        returns (bool usable, uint256 answer, uint256 updatedAt, uint256 roundId)
    {
        uint256 gasBefore = gasleft();
        bool success;
        uint256 size;
        uint256 answeredInRound;
        assembly ("memory-safe") {
            let p := mload(0x40)
            mstore(p, selector)
            mstore(add(p, 4), wanted)
            success := staticcall(FEED_GAS, feed, p, 36, p, 160)
            size := returndatasize()
            roundId := mload(p)
            answer := mload(add(p, 32))
            updatedAt := mload(add(p, 96))
            answeredInRound := mload(add(p, 128))
        }
        if (!success) requireOwedGas(gasBefore, FEED_GAS);
        // `answer - 1 < 2^255 - 1` is `0 < int256(answer)`; a future time is no answer, as its age is not known.
        unchecked {
            usable = success && size == 160 && answeredInRound >= roundId && answer - 1 < (1 << 255) - 1;
            // forge-lint: disable-next-line(block-timestamp) — seconds of skew are nothing to a heartbeat
            usable = usable && updatedAt - 1 < block.timestamp;
        }
        if (!usable) return (false, 0, 0, 0);
    }

    /// @notice Time-weighted mean tick and harmonic mean liquidity of a pool over the last `window` seconds.
    /// @return usable False if the pool cannot tell; the other values are then 0.
    function observe(address pool, uint256 window)
        internal
        view
        returns (bool usable, int256 meanTick, uint256 liquidity)
    {
        bytes4 selector = IUniswapV3PoolDerivedState.observe.selector;
        uint256 gasBefore = gasleft();
        bool success;
        int256 tickDelta;
        uint256 secondsPerLiquidity;
        assembly ("memory-safe") {
            // observe([window, 0]), answered by two arrays of two: 0x40, 0xa0, 2, ticks, 2, seconds per liquidity
            let p := mload(0x40)
            mstore(p, selector)
            mstore(add(p, 4), 32)
            mstore(add(p, 36), 2)
            mstore(add(p, 68), window)
            mstore(add(p, 100), 0)
            success := staticcall(OBSERVE_GAS, pool, p, 132, p, 256)
            usable := and(success, eq(returndatasize(), 256))
            usable := and(usable, and(eq(mload(p), 0x40), eq(mload(add(p, 32)), 0xa0)))
            usable := and(usable, and(eq(mload(add(p, 64)), 2), eq(mload(add(p, 160)), 2)))
            // The accumulators wrap by design: differences are taken in their own width.
            tickDelta := signextend(6, sub(mload(add(p, 128)), mload(add(p, 96))))
            secondsPerLiquidity := shr(96, shl(96, sub(mload(add(p, 224)), mload(add(p, 192)))))
        }
        if (!success) requireOwedGas(gasBefore, OBSERVE_GAS);
        if (!usable) return (false, 0, 0);
        return _mean(tickDelta, secondsPerLiquidity, window);
    }

    /// @notice Accumulators of a pool at this moment: three slots of it, however long its memory.
    /// @return usable False if the pool cannot tell; the other values are then 0.
    /// @return tickCumulative Tick times seconds, 56 bits.
    /// @return secondsPerLiquidity Seconds per liquidity times 2^128, 160 bits.
    function accumulators(address pool)
        internal
        view
        returns (bool usable, uint256 tickCumulative, uint256 secondsPerLiquidity)
    {
        bytes4 selector = IUniswapV3PoolDerivedState.observe.selector;
        uint256 gasBefore = gasleft();
        bool success;
        assembly ("memory-safe") {
            // observe([0]), answered by two arrays of one: 0x40, 0x80, 1, ticks, 1, seconds per liquidity
            let p := mload(0x40)
            mstore(p, selector)
            mstore(add(p, 4), 32)
            mstore(add(p, 36), 1)
            mstore(add(p, 68), 0)
            success := staticcall(OBSERVE_GAS, pool, p, 100, p, 192)
            usable := and(success, eq(returndatasize(), 192))
            usable := and(usable, and(eq(mload(p), 0x40), eq(mload(add(p, 32)), 0x80)))
            usable := and(usable, and(eq(mload(add(p, 64)), 1), eq(mload(add(p, 128)), 1)))
            tickCumulative := and(mload(add(p, 96)), 0xffffffffffffff)
            secondsPerLiquidity := shr(96, shl(96, mload(add(p, 160))))
        }
        if (!success) requireOwedGas(gasBefore, OBSERVE_GAS);
        if (!usable) return (false, 0, 0);
    }

    /// @notice Likewise over the time since the accumulators had the given values.
    /// @param span Seconds since then.
    function observeSince(address pool, uint256 tickCumulative, uint256 secondsPerLiquidity, uint256 span)
        internal
        view
        returns (bool usable, int256 meanTick, uint256 liquidity)
    {
        uint256 ticksNow;
        uint256 perLiquidityNow;
        (usable, ticksNow, perLiquidityNow) = accumulators(pool);
        if (!usable) return (false, 0, 0);
        int256 tickDelta;
        unchecked {
            assembly ("memory-safe") {
                tickDelta := signextend(6, sub(ticksNow, tickCumulative))
            }
            perLiquidityNow = uint160(perLiquidityNow - secondsPerLiquidity);
        }
        return _mean(tickDelta, perLiquidityNow, span);
    }

    function _mean(int256 tickDelta, uint256 secondsPerLiquidity, uint256 window)
        private
        pure
        returns (bool usable, int256 meanTick, uint256 liquidity)
    {
        if (secondsPerLiquidity == 0) return (false, 0, 0);
        unchecked {
            // forge-lint: disable-next-line(unsafe-typecast) — below 2^24
            int256 span = int256(window);
            meanTick = tickDelta / span;
            if (tickDelta < 0 && tickDelta % span != 0) meanTick--; // division rounds to zero, the mean down
            if (meanTick < -TickPrice.MAX_TICK || meanTick > TickPrice.MAX_TICK) return (false, 0, 0);
            liquidity = (window << 128) / secondsPerLiquidity;
        }
        return (true, meanTick, liquidity);
    }

    /// @dev A call gets at most 63/64 of the gas that is left. Without this a caller could choose the gas so that only
    /// the source runs out of it, and take the branch of a failed source at will.
    function requireOwedGas(uint256 gasBefore, uint256 cap) internal pure {
        uint256 owed = cap * 64 / 63 + CALL_OVERHEAD;
        require(gasBefore >= owed, IPriceOracleAdmin.InsufficientGas(gasBefore, owed));
    }
}
