// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {SourceReader} from "../../src/oracle/SourceReader.sol";
import {TickPrice} from "../../src/oracle/TickPrice.sol";
import {HostileSource} from "./HostileSource.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Accumulators that a real pool reaches only after ages, answered by a source told to.
contract SourceReaderTest is Test {
    HostileSource internal source;

    function setUp() public {
        source = new HostileSource();
    }

    /// @notice Wherever the accumulators start, also if they wrap on the way, the means are those of the window.
    function testFuzz_AccumulatorsWrap(int56 ticks, uint160 perLiquidity, int256 tick, uint128 liquidity, uint24 window)
        public
    {
        window = uint24(bound(window, 1, 1 days));
        tick = bound(tick, -TickPrice.MAX_TICK, TickPrice.MAX_TICK);
        liquidity = uint128(bound(liquidity, 1, type(uint128).max));
        uint160 share = uint160((uint256(window) << 128) / liquidity);
        unchecked {
            _answer(ticks, ticks + int56(tick * int256(uint256(window))), perLiquidity, perLiquidity + share);
        }
        (bool usable, int256 meanTick, uint256 mean) = SourceReader.observe(address(source), window);
        assertTrue(usable);
        assertEq(meanTick, tick);
        assertEq(mean, (uint256(window) << 128) / share);
    }

    function testFuzz_TickOutsideTheRangeIsUnusable(int56 delta, uint24 window) public {
        window = uint24(bound(window, 1, 1 days));
        int256 most = TickPrice.MAX_TICK * int256(uint256(window));
        _answer(0, delta, 0, 1e9);
        (bool usable,,) = SourceReader.observe(address(source), window);
        // the mean is rounded down, so above the highest tick there is room for a fraction
        assertEq(usable, delta >= -most && delta < most + int256(uint256(window)));
    }

    function test_NoTimeOverLiquidityIsUnusable() public {
        _answer(0, 0, 5, 5);
        (bool usable,,) = SourceReader.observe(address(source), 1800);
        assertFalse(usable);
    }

    /// @notice An honest feed that needs nearly its cap, and any gas the caller may bring: the answer or a revert.
    function testFuzz_LowGasNeverFailsAFeed(uint256 supplied) public {
        source.setRound(1, 3_000e8, block.timestamp, 1);
        source.setWork(SourceReader.FEED_GAS - 10_000);
        _assertNeverUnusable(supplied, SourceReader.FEED_GAS, abi.encodeCall(this.readFeed, ()));
    }

    /// @notice Likewise for a pool.
    function testFuzz_LowGasNeverFailsAPool(uint256 supplied) public {
        _answer(0, 1800, 0, 1e9);
        source.setWork(SourceReader.OBSERVE_GAS - 10_000);
        _assertNeverUnusable(supplied, SourceReader.OBSERVE_GAS, abi.encodeCall(this.readPool, ()));
    }

    function readFeed() external view returns (bool usable) {
        (usable,,,) = SourceReader.latestAnswer(address(source));
    }

    function readPool() external view returns (bool usable) {
        (usable,,) = SourceReader.observe(address(source), 1800);
    }

    function _assertNeverUnusable(uint256 supplied, uint256 cap, bytes memory call) private view {
        supplied = bound(supplied, cap - 20_000, cap + 20_000);
        (bool success, bytes memory data) = address(this).staticcall{gas: supplied}(call);
        if (success) assertTrue(abi.decode(data, (bool)), "an honest source was taken for a broken one");
        else assertEq(bytes4(data), IPriceOracleAdmin.InsufficientGas.selector);
        (success,) = address(this).staticcall{gas: cap * 2}(call);
        assertTrue(success, "with gas enough it answers");
    }

    function _answer(int56 ticks0, int56 ticks1, uint160 perLiquidity0, uint160 perLiquidity1) private {
        int56[] memory ticks = new int56[](2);
        uint160[] memory perLiquidity = new uint160[](2);
        (ticks[0], ticks[1]) = (ticks0, ticks1);
        (perLiquidity[0], perLiquidity[1]) = (perLiquidity0, perLiquidity1);
        source.setAnswer(abi.encode(ticks, perLiquidity));
    }
}
