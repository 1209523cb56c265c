// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {DepthPool, IDepthOracle} from "../interfaces/IDepthOracle.sol";
import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../interfaces/IPriceOracle.sol";
import {IRiskEngine} from "../interfaces/IRiskEngine.sol";
import {IRiskLens, MarketRisk, PairRisk, TokenRisk} from "../interfaces/IRiskLens.sol";
import {IVolatilityOracle} from "../interfaces/IVolatilityOracle.sol";
import {Coverage} from "../risk/Coverage.sol";
import {ICoverageGate} from "../risk/ICoverageGate.sol";
import {RiskMath} from "../risk/RiskMath.sol";
import {DepthLadder} from "../risk/depth/DepthLadder.sol";

/// @title Everything a risk screen shows, in one call.
/// @notice Reads only; anyone may deploy another one.
contract RiskLens is IRiskLens {
    IMarginEngine public immutable ENGINE;
    IPriceOracle public immutable ORACLE;
    IRiskEngine public immutable RISK_ENGINE;
    ICoverageGate public immutable COVERAGE_GATE;
    IVolatilityOracle public immutable VOLATILITY_ORACLE;
    IDepthOracle public immutable DEPTH_ORACLE;

    constructor(address engine, address riskEngine, address coverageGate) {
        ENGINE = IMarginEngine(engine);
        ORACLE = IPriceOracle(ENGINE.ORACLE());
        RISK_ENGINE = IRiskEngine(riskEngine);
        COVERAGE_GATE = ICoverageGate(coverageGate);
        VOLATILITY_ORACLE = RISK_ENGINE.VOLATILITY_ORACLE();
        DEPTH_ORACLE = RISK_ENGINE.DEPTH_ORACLE();
    }

    /// @inheritdoc IRiskLens
    function report(uint16[] calldata markets, address[] calldata tokens)
        external
        view
        returns (uint256, uint256, TokenRisk[] memory, PairRisk[] memory, MarketRisk[] memory)
    {
        TokenRisk[] memory tokenRisks = new TokenRisk[](tokens.length);
        for (uint256 i; i < tokens.length; ++i) {
            tokenRisks[i] = _token(tokens[i]);
        }
        MarketRisk[] memory marketRisks = new MarketRisk[](markets.length);
        for (uint256 i; i < markets.length; ++i) {
            marketRisks[i] = _market(markets[i]);
        }
        return (block.number, block.timestamp, tokenRisks, _pairs(tokens), marketRisks);
    }

    function _token(address token) private view returns (TokenRisk memory r) {
        r.token = token;
        r.seeded = VOLATILITY_ORACLE.volatility(token) != 0;
        if (r.seeded) r.volatility = VOLATILITY_ORACLE.forecast(token);
        (, DepthPool[] memory pools) = DEPTH_ORACLE.parametersOf(token);
        r.pooled = pools.length != 0;
        if (!r.pooled) return r;
        r.depth = DEPTH_ORACLE.depth(token);
        r.slowDepth = DEPTH_ORACLE.slowDepth(token);
        r.depthObservedAt = DEPTH_ORACLE.state(token).observedAt;
        r.ladder = DepthLadder.read(DEPTH_ORACLE, ORACLE, token);
    }

    function _pairs(address[] calldata tokens) private view returns (PairRisk[] memory pairs) {
        uint256 n = tokens.length;
        pairs = new PairRisk[](n == 0 ? 0 : n * (n - 1) / 2);
        uint256 k;
        for (uint256 i; i < n; ++i) {
            for (uint256 j = i + 1; j < n; ++j) {
                pairs[k++] = _pair(tokens[i], tokens[j]);
            }
        }
    }

    function _pair(address a, address b) private view returns (PairRisk memory p) {
        (p.a, p.b) = (a, b);
        p.raw = VOLATILITY_ORACLE.correlation(a, b);
        p.parts = VOLATILITY_ORACLE.correlationsPart(a, b);
        // forge-lint: disable-next-line(unsafe-typecast) — a byte
        if (!p.parts) p.usable = RiskMath.usableCorrelations(uint128(p.raw));
    }

    function _market(uint16 market) private view returns (MarketRisk memory r) {
        r.market = market;
        (r.regime, r.reasons) = RISK_ENGINE.regime(market);
        r.since = RISK_ENGINE.regimeSince(market);
        if (ENGINE.assetCount(market) == 0) return r;
        (, r.openingsClosed, r.hedgeless) = ENGINE.openingLimits(market, 0);
        r.openingsClosed = r.openingsClosed || ENGINE.openingsClosed(market);
        try COVERAGE_GATE.coverageOf(market) returns (Coverage memory coverage) {
            (r.covered, r.coverage) = (true, coverage);
            r.gap = COVERAGE_GATE.gapOf(market, coverage.asset);
        } catch {} // a price is down: coverage is not known

        if (ENGINE.assetCount(market) != 2) return r;
        uint256[16] memory prices = ORACLE.maintenancePrices(market, 3);
        (r.quotePrice, r.basePrice) = (_mid(prices[0]), _mid(prices[1]));
        r.longs = ENGINE.liquidationMap(market, 0, 1);
        r.shorts = ENGINE.liquidationMap(market, 1, 0);
    }

    function _mid(uint256 word) private pure returns (uint256) {
        return ((word >> 128) + uint128(word)) / 2;
    }
}
