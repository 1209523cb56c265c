// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {Composition, FeedParameters, WitnessParameters} from "../../src/oracle/SourceParameters.sol";
import {Chainlink, IAggregatorProxy} from "../oracle/Chainlink.sol";
import {Build} from "../support/Build.sol";
import {IMintable, PermitToken} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";
import {GasBench} from "./GasBench.sol";

/// @notice The conditions of a deployment: OpenZeppelin's ERC-20, Chainlink's aggregator behind its proxy for every
/// asset, and a Uniswap v3 average over 30 minutes as witness of every asset but the stable one.
/// forge-config: default.isolate = true
contract GasProductionTest is GasBench {
    uint24 private constant WINDOW = 1800;
    uint256 private constant BLOCK = 12;

    IAggregatorProxy[ASSETS] private _feeds;

    function _conditions() internal pure override returns (string memory) {
        return "production";
    }

    function _newToken(string memory symbol) internal override returns (IMintable) {
        return new PermitToken(symbol, 18);
    }

    function _deployOracle() internal override returns (address) {
        PriceOracle oracle = Build.productionOracle(address(manager), WINDOW, BLOCK);
        IUniswapV3Pool[ASSETS] memory pools;
        pools[COLLATERAL] = pool;
        for (uint8 i = 2; i < ASSETS; ++i) {
            pools[i] = _createPool(i);
        }
        for (uint8 i = 1; i < ASSETS; ++i) {
            pools[i].increaseObservationCardinalityNext(uint16(WINDOW / BLOCK + 1));
        }
        _tick();
        for (uint8 i = 1; i < ASSETS; ++i) {
            poolTrader.addFullRange(pools[i], 1e18); // the memory grows with the next observation
        }
        vm.warp(vm.getBlockTimestamp() + WINDOW);
        _configure(oracle, pools);
        return address(oracle);
    }

    function _configure(PriceOracle oracle, IUniswapV3Pool[ASSETS] memory pools) private {
        for (uint8 i; i < ASSETS; ++i) {
            _feeds[i] = Chainlink.deployFeed(8, 1e8);
            FeedParameters memory feed = FeedParameters(
                address(tokens[i]), address(_feeds[i]), 1 days, 0.01e18, 100e18, 50, 600, Composition.Usd, 0
            );
            vm.prank(admin);
            oracle.setFeed(MARKET, i, feed);
            if (i == LOAN) continue;
            vm.prank(admin);
            oracle.setWitness(MARKET, i, WitnessParameters(address(pools[i]), LOAN, WINDOW, 200, 1e18));
        }
    }

    function _setPrice(uint256 price) internal override {
        Chainlink.publish(_feeds[COLLATERAL], int256(price / 1e10));
        // the loan is token0 of the pool
        poolTrader.tradeTo(pool, UniswapV3.sqrtPriceX96(tokens[LOAN], tokens[COLLATERAL], 1e18, price));
        vm.warp(vm.getBlockTimestamp() + WINDOW);
    }
}
