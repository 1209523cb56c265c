// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {MockPyth} from "@pythnetwork/pyth-sdk-solidity/MockPyth.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {Test} from "forge-std/Test.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {DepthParameters, DepthPool} from "../../src/interfaces/IDepthOracle.sol";
import {
    IMarginEngine,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";
import {RiskRails} from "../../src/interfaces/IRiskEngine.sol";
import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {
    Composition,
    FeedParameters,
    OracleParameters,
    PythParameters,
    WitnessParameters
} from "../../src/oracle/SourceParameters.sol";
import {CoverageGate} from "../../src/risk/CoverageGate.sol";
import {DepthOracle} from "../../src/risk/DepthOracle.sol";
import {RiskEngine} from "../../src/risk/RiskEngine.sol";
import {RiskMath} from "../../src/risk/RiskMath.sol";
import {VolatilityOracle} from "../../src/risk/VolatilityOracle.sol";
import {Chainlink, IAggregatorProxy} from "../oracle/Chainlink.sol";
import {Pyth} from "../oracle/Pyth.sol";
import {Build} from "../support/Build.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";
import {ReplayMarket} from "./ReplayMarket.sol";
import {ReplayAsset, ReplaySettings} from "./ReplayTypes.sol";

/// @notice The protocol as it is deployed: every contract real, roles as in production; market i + 1 lends USDC (0)
/// against asset i (1). Parameters of the chain and of the sources are those of the example deployment.
abstract contract ReplayProtocol is Test {
    uint8 internal constant QUOTE = 0;
    uint8 internal constant BASE = 1;
    uint24 internal constant POOL_FEE = 500;
    uint256 internal constant BLOCK = 12;
    uint24 internal constant SPACING = 15 minutes;
    uint256 internal constant HORIZON = 1 hours;
    uint256 internal constant MULTIPLE = 7e18;
    uint256 internal constant LATENCY = 60;
    uint256 internal constant HEARTBEAT = 1 hours;
    uint256 internal constant TRIGGER = 50; // 0.5 %
    uint64 internal constant STABLE_DEPTH = 10_000_000;
    uint64 private constant RISK_ENGINE = 1;
    uint64 private constant GATE = 4;

    IMintable internal usdc;
    AccessManager internal manager;
    MockPyth internal pyth;
    PriceOracle internal oracle;
    IMarginEngine internal engine;
    VolatilityOracle internal volatilities;
    DepthOracle internal depths;
    RiskEngine internal risks;
    CoverageGate internal gate;
    IUniswapV3Factory internal factory;
    IAggregatorProxy internal usdcFeed;
    IMintable[] internal bases;
    IAggregatorProxy[] internal feeds;
    ReplayMarket[] internal markets;
    uint256[] internal published; // last answer of the feed [USD wad]
    uint256[] internal publishedAt;
    uint256 private _usdcAt;

    /// @notice Deploys everything, at the first prices, and lets pools and oracles age.
    function _deployProtocol(ReplaySettings memory s, ReplayAsset[] memory assets) internal {
        vm.warp(s.start - s.witnessWindow - 1 hours - 5 * SPACING);
        usdc = new PlainToken("USDC", 6);
        factory = UniswapV3.deployFactory();
        pyth = Pyth.deploy();
        manager = new AccessManager(address(this));
        OracleParameters memory p;
        (p.minWindow, p.blockInterval, p.shadowPeriod) = (s.witnessWindow, BLOCK, 48 hours);
        p.pyth = address(pyth);
        oracle = new PriceOracle(address(manager), p);
        engine = Build.engine(address(oracle), address(manager));
        volatilities = new VolatilityOracle(address(manager), address(oracle), 1 hours);
        depths = new DepthOracle(address(manager), address(engine), address(factory), s.witnessWindow, SPACING, BLOCK);
        risks = new RiskEngine(address(manager), address(engine), address(volatilities), address(depths));
        gate = new CoverageGate(address(manager), engine, volatilities);
        _grant(engine.setRiskParameters.selector, RISK_ENGINE, address(risks));
        _grant(engine.setDebtCap.selector, RISK_ENGINE, address(risks));
        _grant(engine.setOpeningLimits.selector, RISK_ENGINE, address(risks));
        _grant(engine.setOpeningsClosed.selector, GATE, address(gate));
        _grant(engine.setRatePremium.selector, GATE, address(gate));

        usdcFeed = Chainlink.deployFeed(8, 1e8);
        for (uint256 i; i < assets.length; ++i) {
            _createSources(s, assets[i]);
        }
        _pass(BLOCK);
        for (uint256 i; i < assets.length; ++i) {
            markets[i].moveTo(assets[i].prices[0] * 10_001 / 10_000); // a trade, so that the memory grows
            markets[i].moveTo(assets[i].prices[0]);
        }
        _pass(s.witnessWindow);
        for (uint256 i; i < assets.length; ++i) {
            _createMarket(s, assets[i], uint16(i + 1));
        }
        for (uint256 look; look < 4; ++look) {
            _pass(SPACING);
            for (uint256 i; i < assets.length; ++i) {
                _publishFeed(i, assets[i].prices[0]);
                _publishPyth(i, assets[i].prices[0]);
            }
            _refresh();
        }
    }

    /* PRICES */

    /// @notice Chainlink answers when the price has moved by its trigger or a heartbeat has passed.
    function _publishFeed(uint256 i, uint256 price) internal {
        uint256 last = published[i];
        uint256 time = vm.getBlockTimestamp();
        uint256 move = FixedPointMathLib.dist(price, last) * 10_000 / last;
        if (move >= TRIGGER || time >= publishedAt[i] + HEARTBEAT) {
            Chainlink.publish(feeds[i], int256(price / 1e10));
            (published[i], publishedAt[i]) = (price, time);
        }
    }

    function _publishPyth(uint256 i, uint256 price) internal {
        Pyth.publish(pyth, _pythId(i), int64(int256(price / 1e10)), 0, -8, vm.getBlockTimestamp());
    }

    function _publishUsdc() internal {
        if (vm.getBlockTimestamp() < _usdcAt + 12 hours) return;
        Chainlink.publish(usdcFeed, 1e8);
        _usdcAt = vm.getBlockTimestamp();
    }

    /* KEEPING THE PARAMETERS */

    /// @notice What anyone may do and keepers do on time: samples of depth and volatility, refresh of margins.
    function _refresh() internal {
        for (uint256 i; i < bases.length; ++i) {
            try depths.observe(address(bases[i])) {} catch {}
            try volatilities.poke(address(bases[i])) {} catch {}
        }
        try volatilities.poke(address(usdc)) {} catch {}
        for (uint16 market = 1; market <= bases.length; ++market) {
            risks.refresh(market, QUOTE);
            risks.refresh(market, BASE);
        }
    }

    function _pass(uint256 time) internal {
        vm.warp(vm.getBlockTimestamp() + time);
        vm.roll(vm.getBlockNumber() + (time + BLOCK - 1) / BLOCK);
    }

    /* DEPLOYMENT */

    function _createSources(ReplaySettings memory s, ReplayAsset memory a) private {
        IMintable base = new PlainToken(a.symbol, a.decimals);
        bases.push(base);
        feeds.push(Chainlink.deployFeed(8, int256(a.prices[0] / 1e10)));
        published.push(a.prices[0]);
        publishedAt.push(vm.getBlockTimestamp());
        ReplayMarket market = new ReplayMarket(factory, base, usdc, POOL_FEE, a.prices[0]);
        market.POOL().increaseObservationCardinalityNext(uint16(s.witnessWindow / BLOCK + 2));
        market.setDepth(a.depth);
        markets.push(market);
    }

    function _createMarket(ReplaySettings memory s, ReplayAsset memory a, uint16 market) private {
        uint256 i = market - 1;
        uint256 price = a.prices[0];
        Chainlink.publish(usdcFeed, 1e8);
        Chainlink.publish(feeds[i], int256(price / 1e10));
        publishedAt[i] = vm.getBlockTimestamp();
        _publishPyth(i, price);
        oracle.setFeed(
            market,
            QUOTE,
            FeedParameters(address(usdc), address(usdcFeed), 25 hours, 0.9e18, 1.1e18, 10, 100, Composition.Usd, 0)
        );
        oracle.setFeed(market, BASE, _feed(a, i, price));
        oracle.setPyth(market, BASE, PythParameters(_pythId(i), 60, 50, 100, price / 1_000, price * 1_000));
        oracle.setWitness(
            market, BASE, WitnessParameters(address(markets[i].POOL()), QUOTE, uint24(s.witnessWindow), 200, 1)
        );
        engine.createMarket(market, MarketParameters({initialRatio: 12_500, targetHealth: 10_500, paused: false}));
        RiskRails memory stable = _stableRails();
        RiskRails memory rails = _rails(a);
        engine.listAsset(market, QUOTE, address(usdc), _reserve(1e6), RiskParameters(100, 100, STABLE_DEPTH, 0));
        uint256 v = RiskMath.toBasisUp(
            RiskMath.volatilityMargin(a.volatility, HORIZON + LATENCY, MULTIPLE, uint256(a.marginFloor) * 1e14)
        );
        engine.listAsset(
            market,
            BASE,
            address(bases[i]),
            _reserve(10 ** a.decimals * 1e18 / price),
            RiskParameters(uint16(v), a.penalty, uint64(a.depth), 0)
        );
        if (market == 1) {
            volatilities.list(address(usdc), market, QUOTE, 0.5e18);
            volatilities.seed(address(usdc), 0.02e18);
        }
        volatilities.list(address(bases[i]), market, BASE, a.stress);
        volatilities.seed(address(bases[i]), a.volatility);
        if (market == 1) volatilities.setFactor(address(bases[0]));
        DepthPool[] memory pools = new DepthPool[](1);
        pools[0] = DepthPool(address(markets[i].POOL()), market, QUOTE);
        depths.setPools(address(bases[i]), DepthParameters(uint24(s.witnessWindow), SPACING), pools);
        risks.setHorizon(market, uint32(HORIZON));
        risks.setRails(market, QUOTE, stable);
        risks.setRails(market, BASE, rails);
        gate.setGap(market, QUOTE, 0.02e18);
        gate.setGap(market, BASE, a.gap);
    }

    function _feed(ReplayAsset memory a, uint256 i, uint256 price) private view returns (FeedParameters memory) {
        return FeedParameters({
            token: address(bases[i]),
            feed: address(feeds[i]),
            heartbeat: uint24(HEARTBEAT + HEARTBEAT / 10),
            minPrice: price / 1_000,
            maxPrice: price * 1_000,
            trigger: uint16(TRIGGER),
            maxJump: a.maxJump,
            composition: Composition.Usd,
            base: 0
        });
    }

    /// @param dollar Token units of a dollar. Caps far above what the accounts plan: what limits them is the margin.
    function _reserve(uint256 dollar) private pure returns (ReserveParameters memory) {
        return ReserveParameters({
            debtCap: uint128(1e9 * dollar),
            supplyCap: uint128(4e9 * dollar),
            minDebt: uint128(50 * dollar),
            feeShare: 26,
            ratePremium: 0,
            collateralEnabled: true,
            borrowEnabled: true
        });
    }

    function _stableRails() private pure returns (RiskRails memory) {
        return RiskRails({
            multiple: uint64(MULTIPLE),
            marginFloor: 100,
            marginCap: 2_000,
            penalty: 100,
            latency: uint32(LATENCY),
            correlationCap: 0,
            debtDepths: 1_000,
            depthFloor: STABLE_DEPTH,
            depthCap: STABLE_DEPTH,
            debtCap: type(uint112).max
        });
    }

    function _rails(ReplayAsset memory a) private pure returns (RiskRails memory) {
        return RiskRails({
            multiple: uint64(MULTIPLE),
            marginFloor: a.marginFloor,
            marginCap: a.marginCap,
            penalty: a.penalty,
            latency: uint32(LATENCY),
            correlationCap: 0,
            debtDepths: 1_000,
            depthFloor: uint64(a.depth / 100),
            depthCap: uint64(a.depth * 4),
            debtCap: type(uint112).max
        });
    }

    function _pythId(uint256 i) private pure returns (bytes32) {
        return keccak256(abi.encode("Crypto", i));
    }

    function _grant(bytes4 selector, uint64 role, address to) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        manager.setTargetFunctionRole(address(engine), selectors, role);
        manager.grantRole(role, to, 0);
    }
}
