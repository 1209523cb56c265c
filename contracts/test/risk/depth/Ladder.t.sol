// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {IPriceOracle} from "../../../src/interfaces/IPriceOracle.sol";
import {DepthLadder} from "../../../src/risk/depth/DepthLadder.sol";
import {DepthTest} from "./DepthTest.sol";

/// @notice The ladder against the pool: what a trade to each move gives or takes of the quote.
contract LadderTest is DepthTest {
    uint256[4] private moves = [uint256(1), 2, 3, 5];

    function _ladder(address token) private view returns (uint256[8] memory) {
        return DepthLadder.read(depths, IPriceOracle(address(oracle)), token);
    }

    function testFuzz_IsWhatTheMovesCost(uint96 near, uint16 reach) public {
        IUniswapV3Pool pool = _ethPool();
        _addAround(pool, int24(uint24(bound(reach, 10, 900))), uint128(bound(near, 1e12, 1e16)));
        _setPool(weth, pool, ETH, 0);
        uint256[8] memory rungs = _ladder(address(weth));
        bool isToken0 = address(weth) == pool.token0();
        (uint160 price,,,,,,) = pool.slot0();
        for (uint256 i; i < 4; ++i) {
            uint256 root = sqrt(1e36 * (100 + moves[i]) / 100); // √factor, as a wad
            uint256 low = uint256(price) * 1e18 / root;
            uint256 high = uint256(price) * root / 1e18;
            _assertRung(pool, rungs[i], isToken0 ? low : high, isToken0);
            _assertRung(pool, rungs[4 + i], isToken0 ? high : low, isToken0);
            if (i != 0) assertTrue(rungs[i] >= rungs[i - 1] && rungs[4 + i] >= rungs[3 + i], "monotone");
        }
    }

    function test_APoolWhoseQuoteHasNoPriceCountsNothing() public {
        _setPool(weth, _ethPool(), ETH, 0);
        assertGt(_ladder(address(weth))[0], 0);
        _setPrice(ETH, 0, 0);
        uint256[8] memory rungs = _ladder(address(weth));
        for (uint256 i; i < 8; ++i) {
            assertEq(rungs[i], 0);
        }
    }

    function test_ATokenWithoutPoolsHasNone() public view {
        assertEq(_ladder(address(wbtc))[7], 0);
    }

    /// @dev To a tenth of a per cent, for the fee that the pool takes on the way in.
    function _assertRung(IUniswapV3Pool pool, uint256 rung, uint256 target, bool isToken0) private {
        uint256 state = vm.snapshotState();
        (int256 a, int256 b) = trader.swapTo(pool, uint160(target));
        vm.revertToState(state);
        int256 quote = isToken0 ? b : a;
        uint256 units = uint256(quote < 0 ? -quote : quote);
        assertApproxEqRel(rung, units / 1e6, 0.001e18);
    }

    function sqrt(uint256 x) private pure returns (uint256 y) {
        y = x;
        uint256 z = (x + 1) / 2;
        while (z < y) (y, z) = (z, (x / z + z) / 2);
    }
}
