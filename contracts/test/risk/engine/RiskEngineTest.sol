// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RiskParameters} from "../../../src/interfaces/IMarginEngine.sol";
import {RiskRails} from "../../../src/interfaces/IRiskEngine.sol";
import {RiskEngine} from "../../../src/risk/RiskEngine.sol";
import {BaseTest} from "../../support/BaseTest.sol";
import {IMintable} from "../../support/TestTokens.sol";
import {SettableDepth, SettableVolatility} from "./SettableSources.sol";

/// @notice The real engine, with a risk engine as the only writer of its risk parameters, and forecasts by hand.
/// Everything begins calm: volatility 70 % (stable 2 %), depth 100 M (stable 1,000 M), no correlation.
abstract contract RiskEngineTest is BaseTest {
    uint64 internal constant WRITER = 1;
    uint64 internal constant GUARDIAN = 2;
    uint32 internal constant HORIZON = 1 hours;

    address internal guardian = makeAddr("guardian");
    SettableVolatility internal volatilities;
    SettableDepth internal depths;
    RiskEngine internal risks;

    function setUp() public virtual override {
        super.setUp();
        (volatilities, depths) = (new SettableVolatility(), new SettableDepth());
        risks = new RiskEngine(address(manager), address(engine), address(volatilities), address(depths));
        _grant(engine.setRiskParameters.selector, WRITER, address(risks));
        _grant(engine.setDebtCap.selector, WRITER, address(risks));
        _grant(engine.setOpeningLimits.selector, WRITER, address(risks));
        _grant(engine.setPaused.selector, GUARDIAN, guardian);
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        for (uint256 i; i < 3; ++i) {
            volatilities.setVolatility(address(tokens[i]), i == 0 ? 0.02e18 : 0.7e18);
            depths.set(address(tokens[i]), i == 0 ? 1e9 : 1e8, i == 0 ? 1e9 : 1e8);
        }
        _poke();
        vm.startPrank(admin);
        for (uint16 market = ETH; market <= CROSS; ++market) {
            risks.setHorizon(market, HORIZON);
            for (uint8 asset; asset < engine.assetCount(market); ++asset) {
                risks.setRails(market, asset, _rails(asset));
            }
        }
        vm.stopPrank();
    }

    function _grant(bytes4 selector, uint64 role, address to) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        vm.startPrank(admin);
        manager.setTargetFunctionRole(address(engine), selectors, role);
        manager.grantRole(role, to, 0);
        vm.stopPrank();
    }

    /// @notice Wide rails; the penalty is that of BaseTest.
    function _rails(uint8 asset) internal pure returns (RiskRails memory) {
        return RiskRails({
            multiple: 7e18,
            marginFloor: asset == 0 ? 50 : 300,
            marginCap: asset == 0 ? 1_000 : 4_000,
            penalty: asset == 0 ? 100 : 300,
            latency: 1 hours,
            correlationCap: asset == 0 ? 0 : 153,
            debtDepths: 10,
            depthFloor: 1_000,
            depthCap: 2e9,
            debtCap: type(uint112).max
        });
    }

    function _setRails(uint16 market, uint8 asset, RiskRails memory rails) internal {
        vm.prank(admin);
        risks.setRails(market, asset, rails);
    }

    /// @notice Every price is sampled now, without clips.
    function _poke() internal {
        volatilities.poke(address(usdc), 0);
        volatilities.poke(address(weth), 0);
        volatilities.poke(address(wbtc), 0);
    }

    /// @notice Time passes with samples in it.
    function _wait(uint256 time) internal {
        _skip(time);
        _poke();
    }

    function _refreshAll(uint16 market) internal {
        for (uint8 asset; asset < engine.assetCount(market); ++asset) {
            risks.refresh(market, asset);
        }
    }

    function _setDepth(uint256 depth) internal {
        depths.set(address(weth), depth, depth);
    }

    /// @notice What a refresh says to the engine.
    function _targetOf(uint16 market, uint8 asset) internal view returns (uint256) {
        return engine.risk(market, asset).targetMargin / 1e14;
    }
}
