// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {OracleTest} from "./OracleTest.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {console} from "forge-std/console.sol";

/// @notice Gas of the engine's one price call with everything cold: USDC, then assets on Chainlink behind its proxy,
/// without and with witnesses in pools that traded in each of the last 151 blocks.
contract OracleGasTest is OracleTest {
    uint256 internal constant ASSETS = 8;
    uint16 internal constant WITNESSED = 2; // market

    address[] internal touched;

    function setUp() public override {
        super.setUp();
        IUniswapV3Pool[] memory pools = new IUniswapV3Pool[](ASSETS);
        IMintable[] memory tokens = new IMintable[](ASSETS);
        tokens[0] = usdc;
        for (uint256 i = 1; i < ASSETS; i++) {
            tokens[i] = new PlainToken("T", 18);
            pools[i] = _createPoolAt(tokens[i], WETH_PRICE, 151);
        }
        for (uint256 n; n < 160; n++) {
            skip(BLOCK);
            for (uint256 i = 1; i < ASSETS; i++) {
                trader.tradeTo(pools[i], _sqrtPrice(tokens[i], WETH_PRICE * (10_000 + n % 2) / 10_000));
            }
        }
        touched = [address(oracle), address(usdcFeed), address(wethFeed)];
        touched.push(usdcFeed.aggregator());
        touched.push(wethFeed.aggregator());
        for (uint256 i; i < ASSETS; i++) {
            _list(uint8(i), tokens[i], pools[i]);
        }
    }

    function test_OpeningPricesGas() public {
        _assertGas("USDC", MARKET, 1, 32_500);
        _assertGas("2 assets", MARKET, 2, 46_500);
        _assertGas("4 assets", MARKET, 4, 88_500);
        _assertGas("8 assets", MARKET, 8, 172_500);
        _assertGas("2 assets, 1 witness", WITNESSED, 2, 105_500);
        _assertGas("4 assets, 3 witnesses", WITNESSED, 4, 237_500);
        _assertGas("8 assets, 7 witnesses", WITNESSED, 8, 522_000);
    }

    function _list(uint8 i, IMintable token, IUniswapV3Pool pool) private {
        uint256 price = i == 0 ? 1e18 : WETH_PRICE;
        address feed = address(Chainlink.deployFeed(8, int256(price / 1e10)));
        touched.push(feed);
        touched.push(IAggregatorProxy(feed).aggregator());
        vm.startPrank(admin);
        if (i > 1) oracle.setFeed(MARKET, i, _feedParameters(token, feed, price));
        oracle.setFeed(WITNESSED, i, _feedParameters(token, feed, price));
        if (i > 0) {
            oracle.setWitness(WITNESSED, i, _witnessParameters(pool, 0, 1));
            touched.push(address(pool));
        }
        vm.stopPrank();
    }

    function _assertGas(string memory what, uint16 market, uint256 count, uint256 most) private {
        for (uint256 i; i < touched.length; i++) {
            vm.cool(touched[i]);
        }
        uint256 gasBefore = gasleft();
        uint256[16] memory words = oracle.openingPrices(market, uint16((1 << count) - 1));
        uint256 used = gasBefore - gasleft();
        console.log("openingPrices, %s: %d", what, used);
        assertLe(used, most, what);
        for (uint256 i; i < count; i++) {
            assertGt(words[i], 0);
        }
    }
}
