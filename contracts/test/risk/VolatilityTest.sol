// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {VolatilityOracle} from "../../src/risk/VolatilityOracle.sol";
import {SettableOracle} from "../support/SettableOracle.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Test} from "forge-std/Test.sol";

/// @notice A volatility oracle over prices set by hand, with two tokens listed and seeded. WETH is the market factor.
abstract contract VolatilityTest is Test {
    uint16 internal constant MARKET = 1;
    uint8 internal constant WETH_ASSET = 1;
    uint8 internal constant WBTC_ASSET = 2;
    uint256 internal constant START = 1_800_000_000 / 1 hours * 1 hours;
    uint256 internal constant PERIOD = 1 hours;
    uint256 internal constant SEED = 1e18;
    uint256 internal constant STRESS = 2e18;
    uint256 internal constant WETH_PRICE = 3_000e18;
    uint256 internal constant WBTC_PRICE = 60_000e18;

    address internal admin = makeAddr("admin");
    address internal keeper = makeAddr("keeper");
    address internal weth = makeAddr("weth");
    address internal wbtc = makeAddr("wbtc");
    SettableOracle internal prices;
    AccessManager internal manager;
    VolatilityOracle internal oracle;

    function setUp() public virtual {
        vm.warp(START);
        manager = new AccessManager(admin);
        prices = new SettableOracle();
        oracle = new VolatilityOracle(address(manager), address(prices), PERIOD);
        _setPrice(WETH_ASSET, WETH_PRICE);
        _setPrice(WBTC_ASSET, WBTC_PRICE);
        vm.startPrank(admin);
        oracle.list(weth, MARKET, WETH_ASSET, STRESS);
        oracle.list(wbtc, MARKET, WBTC_ASSET, STRESS);
        oracle.seed(weth, SEED);
        oracle.seed(wbtc, SEED);
        oracle.setFactor(weth);
        vm.stopPrank();
    }

    function _setPrice(uint8 asset, uint256 price) internal {
        prices.set(MARKET, asset, 18, price, price);
    }

    /// @dev Price after a random step of at most `size` [wad] either way.
    function _step(uint256 price, uint256 random, uint256 size) internal pure returns (uint256) {
        return price * (1e18 - size + random % (2 * size + 1)) / 1e18;
    }

    /// @dev Samples both tokens for `samples` hours, each hour a step of at most 1 % for both and 0.3 % for one.
    function _walk(uint256 random, uint256 samples) internal returns (uint256 wethPrice, uint256 wbtcPrice) {
        (wethPrice, wbtcPrice) = (oracle.forecast(weth).price, oracle.forecast(wbtc).price);
        if (wethPrice == 0) (wethPrice, wbtcPrice) = (WETH_PRICE, WBTC_PRICE);
        for (uint256 i; i < samples; ++i) {
            random = uint256(keccak256(abi.encode(random)));
            wethPrice = _step(wethPrice, random, 0.01e18);
            wbtcPrice = _step(_step(wbtcPrice, random, 0.01e18), random >> 128, 0.003e18);
            _setPrice(WETH_ASSET, wethPrice);
            _setPrice(WBTC_ASSET, wbtcPrice);
            skip(PERIOD);
            oracle.poke(weth);
            oracle.poke(wbtc);
        }
    }
}
