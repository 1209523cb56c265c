// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FeedParameters, OracleParameters, PythParameters} from "../../src/oracle/SourceParameters.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {OracleTest} from "./OracleTest.sol";
import {Pyth} from "./Pyth.sol";
import {MockPyth} from "@pythnetwork/pyth-sdk-solidity/MockPyth.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";
import {console} from "forge-std/console.sol";

/// @notice Gas of the engine's one price call with everything cold: USDC, then assets on Chainlink behind its proxy,
/// without and with witnesses in pools that traded in each of the last 151 blocks.
contract OracleGasTest is OracleTest {
    uint256 internal constant ASSETS = 8;
    uint16 internal constant WITNESSED = 2; // market

    address[] internal touched;
    IUniswapV3Pool[] internal witnessPools;
    IMintable[] internal witnessTokens;

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
        (witnessPools, witnessTokens) = (pools, tokens);
        touched = [address(oracle), address(usdcFeed), address(wethFeed)];
        touched.push(usdcFeed.aggregator());
        touched.push(wethFeed.aggregator());
        for (uint256 i; i < ASSETS; i++) {
            _list(uint8(i), tokens[i], pools[i]);
        }
    }

    /// @dev Budgets are what a feed and a witness cost before there was anything else to read.
    function test_OpeningPricesGas() public {
        _assertGas("USDC", MARKET, 1, 32_112);
        _assertGas("2 assets", MARKET, 2, 46_012);
        _assertGas("4 assets", MARKET, 4, 87_811);
        _assertGas("8 assets", MARKET, 8, 171_404);
        _assertGas("2 assets, 1 witness", WITNESSED, 2, 103_773);
        _assertGas("4 assets, 3 witnesses", WITNESSED, 4, 233_560);
        _assertGas("8 assets, 7 witnesses", WITNESSED, 8, 513_405);
    }

    /// @notice While somebody stores checkpoints.
    function test_CheckpointedGas() public {
        for (uint256 n; n < 8; n++) {
            skip(WINDOW / 4);
            for (uint8 i = 1; i < ASSETS; i++) {
                trader.tradeTo(witnessPools[i], _sqrtPrice(witnessTokens[i], WETH_PRICE * (10_000 + n % 2) / 10_000));
                oracle.checkpointWitness(WITNESSED, i);
            }
        }
        _assertGas("2 assets, 1 checkpointed witness", WITNESSED, 2, 68_000);
        _assertGas("8 assets, 7 checkpointed witnesses", WITNESSED, 8, 300_000);
    }

    /// @notice A quiet feed whose jumps are quarantined costs the same; one that just moved is asked for the round before.
    function test_JumpGas() public {
        FeedParameters memory p = _feedParameters(weth, address(wethFeed), WETH_PRICE);
        p.maxJump = 600;
        vm.prank(admin);
        oracle.setFeed(MARKET, 1, p);
        skip(1 hours);
        _assertGas("2 assets, quiet", MARKET, 2, 46_012);
        Chainlink.publish(wethFeed, 3_001e8);
        _assertGas("2 assets, one that moved", MARKET, 2, 66_000);
    }

    function test_PythGas() public {
        MockPyth pyth = MockPyth(oracle.PYTH());
        touched.push(address(pyth));
        Pyth.publish(pyth, Pyth.WETH_ID, 3_000e8, 1e8, -8, block.timestamp);
        vm.prank(admin);
        oracle.setPyth(MARKET, 1, PythParameters(Pyth.WETH_ID, 60, 100, 200, 30e18, 300_000e18));
        _assertGas("2 assets, 1 with Pyth", MARKET, 2, 72_000);
    }

    function _parameters() internal override returns (OracleParameters memory p) {
        p = super._parameters();
        p.pyth = address(Pyth.deploy());
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
