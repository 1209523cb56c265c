// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Regime, RiskRails} from "../../../src/interfaces/IRiskEngine.sol";
import {RiskEngine} from "../../../src/risk/RiskEngine.sol";
import {DepthTest} from "../depth/DepthTest.sol";
import {SettableVolatility} from "./SettableSources.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

/// @notice Pool, depth oracle, risk engine and engine together: liquidity leaves a real pool, and margin follows.
contract RealDepthTest is DepthTest {
    uint64 internal constant WRITER = 1;

    SettableVolatility internal volatilities;
    RiskEngine internal risks;
    IUniswapV3Pool internal pool;

    function setUp() public override {
        super.setUp();
        pool = _ethPool();
        _setPool(weth, pool, ETH, 0);
        _observeAll(weth);
        volatilities = new SettableVolatility();
        volatilities.setVolatility(address(weth), 0.7e18);
        risks = new RiskEngine(address(manager), address(engine), address(volatilities), address(depths));
        bytes4[] memory selectors = new bytes4[](3);
        (selectors[0], selectors[1]) = (engine.setRiskParameters.selector, engine.setDebtCap.selector);
        selectors[2] = engine.setOpeningLimits.selector;
        RiskRails memory rails = RiskRails({
            multiple: 7e18,
            marginFloor: 300,
            marginCap: 4_000,
            penalty: 300,
            latency: 1 hours,
            correlationCap: 0,
            debtDepths: 10,
            depthFloor: 1_000,
            depthCap: 1e12,
            debtCap: type(uint112).max
        });
        vm.startPrank(admin);
        manager.setTargetFunctionRole(address(engine), selectors, WRITER);
        manager.grantRole(WRITER, address(risks), 0);
        risks.setHorizon(ETH, 1 hours);
        risks.setRails(ETH, 1, rails);
        vm.stopPrank();
        _pass(240); // from the 100 M of BaseTest down to what the pool has
    }

    function test_MarginFollowsThePool() public {
        uint256 usual = _depth();
        assertApproxEqRel(engine.risk(ETH, 1).depth, usual, 0.001e18, "the margin uses what the pool says");
        uint256 cap = risks.debtCap(ETH, 1);
        assertApproxEqRel(cap, usual * 10 * 1e18 / 3_000, 0.001e18);
        _assertRegime(Regime.Calm);

        trader.remove(pool, -887_270, 887_270, pool.liquidity() * 9 / 10);
        depths.observe(address(weth));
        risks.refresh(ETH, 1);
        assertApproxEqRel(_depth(), usual / 10, 0.001e18);
        assertApproxEqRel(risks.debtCap(ETH, 1), cap / 10, 0.001e18, "the cap at once");
        assertGe(engine.risk(ETH, 1).depth, usual * 965 / 1_000, "123: the margin in steps");
        _assertRegime(Regime.Stress);

        uint256 before = engine.risk(ETH, 1).depth;
        _pass(2);
        assertApproxEqRel(engine.risk(ETH, 1).depth, before * 29 / 30 * 29 / 30, 0.003e18, "a fifteenth an hour");
        _pass(80);
        assertApproxEqRel(engine.risk(ETH, 1).depth, usual / 10, 0.002e18, "until it is there");
    }

    /// @notice A keeper that looks on borrowed liquidity, every time and in every block, changes nothing.
    function test_BorrowedLiquidityRaisesNothing() public {
        uint256 usual = engine.risk(ETH, 1).depth;
        uint256 cap = risks.debtCap(ETH, 1);
        for (uint256 i; i < 8; ++i) {
            _skip(30 minutes);
            volatilities.poke(address(weth), 0);
            uint128 borrowed = pool.liquidity() * 50;
            (int24 low, int24 high) = _addAround(pool, 5_000, borrowed);
            depths.observe(address(weth));
            risks.refresh(ETH, 1);
            trader.remove(pool, low, high, borrowed);
        }
        assertLe(engine.risk(ETH, 1).depth, usual + usual / 1_000, "124");
        assertLe(risks.debtCap(ETH, 1), cap + cap / 1_000, "124");
    }

    /// @notice Nobody looks: the depth shrinks, and with it what the margin may use.
    function test_SilenceShrinks() public {
        uint256 usual = _depth();
        _skip(4 days);
        volatilities.poke(address(weth), 0);
        risks.refresh(ETH, 1);
        assertLt(risks.debtCap(ETH, 1), usual * 10 * 1e18 / 3_000 / 12);
        _assertRegime(Regime.Stress);
    }

    /// @dev Half hours, each with a look, a poke and a refresh.
    function _pass(uint256 halfHours) private {
        for (uint256 i; i < halfHours; ++i) {
            _skip(30 minutes);
            volatilities.poke(address(weth), 0);
            depths.observe(address(weth));
            risks.refresh(ETH, 1);
        }
    }

    function _assertRegime(Regime expected) private view {
        (Regime actual,) = risks.regime(ETH);
        assertEq(uint256(actual), uint256(expected));
    }
}
