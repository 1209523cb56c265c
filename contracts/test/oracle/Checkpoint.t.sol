// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {SourceReader} from "../../src/oracle/SourceReader.sol";
import {TickPrice} from "../../src/oracle/TickPrice.sol";
import {Chainlink} from "./Chainlink.sol";
import {HostileSource} from "./HostileSource.sol";
import {OracleTest} from "./OracleTest.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {IUniswapV3PoolDerivedState} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolDerivedState.sol";

/// @notice An average since a checkpoint is an average of the pool over a window that is not shorter: whoever stores
/// checkpoints chooses where it starts, within half a window, and nothing else.
contract CheckpointTest is OracleTest {
    uint256 internal constant SPACING = WINDOW / 4;

    IUniswapV3Pool internal pool;

    function setUp() public override {
        super.setUp();
        pool = _createPoolAt(weth, WETH_PRICE, uint16(3 * WINDOW / BLOCK));
        _trade(pool, WETH_PRICE, weth);
        skip(3 * WINDOW);
        _setWitness(MARKET, WETH, USDC, pool, 1e12);
        vm.warp(block.timestamp / SPACING * SPACING + SPACING);
    }

    /// @notice 115: bit for bit what the pool itself says of the same time, and never of less than the window.
    function testFuzz_TheAverageIsThePools(uint256 seed) public {
        uint256[] memory times = _storeForAWhile(seed);
        uint256 age = _age(times);
        assertGe(age, WINDOW, "115: not shorter than the window");
        assertLe(age, WINDOW + 2 * SPACING, "115: nor much longer");
        (, int256 tick,) = SourceReader.observe(address(pool), age);
        uint256 expected = TickPrice.baseRaw(TickPrice.sqrtPriceAtTick(tick), 1e30, address(weth) < address(usdc));
        assertEq(oracle.report(MARKET, WETH).witness, expected, "115: an average of the pool");
    }

    /// @notice 115: a pool held at another price for a while moves the average no more than over the plain window.
    function testFuzz_HoldingThePoolMovesItLess(uint256 seed, uint256 to, uint32 time) public {
        _storeForAWhile(seed);
        uint256 before = oracle.report(MARKET, WETH).witness;
        to = bound(to, WETH_PRICE / 2, WETH_PRICE * 2);
        time = uint32(bound(time, 0, 10 * BLOCK));
        _trade(pool, to, weth);
        assertEq(oracle.report(MARKET, WETH).witness, before, "115: nothing in the block of the trade");
        skip(time);
        (, int256 tick,) = SourceReader.observe(address(pool), WINDOW);
        uint256 plain = TickPrice.baseRaw(TickPrice.sqrtPriceAtTick(tick), 1e30, address(weth) < address(usdc));
        uint256 moved = oracle.report(MARKET, WETH).witness;
        // the drift before the trade is below a tenth of a percent, and so is the rounding
        uint256 slack = WETH_PRICE / 500;
        if (to > before) assertLe(moved, plain + slack, "115: no more than the plain average");
        else assertGe(moved + slack, plain, "115: no more than the plain average");
    }

    /// @notice Without a checkpoint of the right time the pool is asked for the window, as if there had never been one.
    function testFuzz_WhenNobodyStoresThePoolSearches(uint256 seed, uint32 quiet) public {
        _storeForAWhile(seed);
        skip(bound(quiet, WINDOW + 2 * SPACING + 1, WINDOW * 5 / 2));
        vm.expectCall(address(pool), abi.encodeCall(IUniswapV3PoolDerivedState.observe, (_ago(WINDOW, 0))));
        (uint256 low,) = _opening(WETH);
        assertApproxEqRel(low, WETH_PRICE, 0.01e18);
    }

    function test_OncePerInterval() public {
        vm.expectEmit(true, true, false, false, address(oracle));
        emit IPriceOracleAdmin.CheckpointWitness(address(this), address(pool), 0, 0, 0);
        oracle.checkpointWitness(MARKET, WETH);
        skip(SPACING - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracleAdmin.CheckpointTooSoon.selector, block.timestamp, block.timestamp + 1)
        );
        oracle.checkpointWitness(MARKET, WETH);
        skip(1);
        oracle.checkpointWitness(MARKET, WETH);
    }

    /// @notice One checkpoint serves every asset of the same pool and window.
    function test_MarketsShareThem() public {
        vm.startPrank(admin);
        oracle.setFeed(2, USDC, _feedParameters(usdc, address(usdcFeed), 1e18));
        oracle.setFeed(2, WETH, _feedParameters(weth, address(wethFeed), WETH_PRICE));
        vm.stopPrank();
        _setWitness(2, WETH, USDC, pool, 1e12);
        oracle.checkpointWitness(MARKET, WETH);
        vm.expectCall(address(pool), abi.encodeWithSelector(IUniswapV3PoolDerivedState.observe.selector), 0);
        oracle.checkpointWitness(2, WETH);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPriceOracleAdmin.CheckpointTooSoon.selector, block.timestamp, block.timestamp + SPACING
            )
        );
        oracle.checkpointWitness(2, WETH);
    }

    function test_LatencyGrowsByHalfAWindow() public {
        assertEq(oracle.latency(MARKET, WETH), WINDOW);
        oracle.checkpointWitness(MARKET, WETH);
        assertEq(oracle.latency(MARKET, WETH), WINDOW * 3 / 2);
    }

    function test_RevertWhen_ThereIsNoWitness() public {
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.WitnessNotSet.selector, MARKET, USDC));
        oracle.checkpointWitness(MARKET, USDC);
    }

    /// @notice A pool that turned hostile after its checkpoints were stored is silent, at bounded cost.
    function testFuzz_AHostilePoolIsSilent(uint256 seed, uint8 mode, bytes32[6] calldata words) public {
        _storeForAWhile(seed);
        vm.etch(address(pool), address(new HostileSource()).code);
        HostileSource hostile = HostileSource(address(pool));
        hostile.setAnswer(abi.encodePacked(words));
        hostile.setMode(HostileSource.Mode(bound(mode, 0, uint256(type(HostileSource.Mode).max))));
        uint256 gasBefore = gasleft();
        (uint256 low, uint256 high) = _opening(WETH);
        assertLt(gasBefore - gasleft(), SourceReader.OBSERVE_GAS + 60_000, "119: gas of the reader");
        assertEq(uint8(oracle.report(MARKET, WETH).status), uint8(PriceStatus.Guarded), "119: silent");
        assertLe(low, WETH_PRICE);
        assertGe(high, WETH_PRICE);
    }

    /// @dev Ten intervals, each with a checkpoint somewhere in it and a small trade; returns when they were stored.
    function _storeForAWhile(uint256 seed) private returns (uint256[] memory times) {
        times = new uint256[](10);
        uint256 start = block.timestamp;
        for (uint256 i; i < 10; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(start + i * SPACING + seed % SPACING);
            _trade(pool, WETH_PRICE * (9_990 + (seed >> 32) % 20) / 10_000, weth);
            oracle.checkpointWitness(MARKET, WETH);
            times[i] = block.timestamp;
        }
        skip((seed >> 64) % SPACING);
        Chainlink.publish(wethFeed, 3_000e8);
    }

    /// @dev Of the youngest checkpoint whose whole interval is older than the window.
    function _age(uint256[] memory times) private view returns (uint256) {
        for (uint256 i = times.length; i > 0; i--) {
            if ((times[i - 1] / SPACING + 1) * SPACING <= (block.timestamp - WINDOW) / SPACING * SPACING) {
                return block.timestamp - times[i - 1];
            }
        }
        return 0;
    }

    function _ago(uint256 a, uint256 b) private pure returns (uint32[] memory ago) {
        ago = new uint32[](2);
        (ago[0], ago[1]) = (uint32(a), uint32(b));
    }
}
