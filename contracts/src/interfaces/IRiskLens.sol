// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Coverage} from "../risk/Coverage.sol";
import {Regime} from "./IRiskEngine.sol";
import {VolatilityReport} from "./IVolatilityOracle.sol";

/// @notice What is forecast and measured of one token.
/// @param seeded False for a token that the volatility oracle does not know; `volatility` is empty then.
/// @param pooled False for a token that is measured in no pool; the depths are 0 then.
/// @param depth, slowDepth Value that moves the price by 1 % now, and usually [USD, whole].
/// @param depthObservedAt Time of the last observation [unix seconds].
/// @param ladder Value that moves the price down by 1, 2, 3, 5 %, then up by as much, in the pools as they are now [USD,
/// whole]; for the eye only.
struct TokenRisk {
    address token;
    bool seeded;
    bool pooled;
    VolatilityReport volatility;
    uint256 depth;
    uint256 slowDepth;
    uint256 depthObservedAt;
    uint256[8] ladder;
}

/// @notice Correlation of two tokens.
/// @param raw As estimated, the lower of the short and the long window [1/256].
/// @param usable What counts as hedge credit [1/256].
/// @param parts Whether the two windows disagree.
struct PairRisk {
    address a;
    address b;
    uint256 raw;
    uint256 usable;
    bool parts;
}

/// @notice What is measured of one market.
/// @param regime Regime now. @param since When it became that [unix seconds]. @param reasons REASON bits.
/// @param openingsClosed Whether the coverage gate, or a halt, keeps new risk out.
/// @param hedgeless Whether new risk gets no hedge credit.
/// @param covered False while a price is down: `coverage` is empty then.
/// @param coverage Coverage in the worst shock. @param gap Jump of that shock [wad].
/// @param basePrice, quotePrice Of a pair market: prices of asset 1 and 0 the maps are read at
/// [USD · 10^(36 − decimals) per whole token]; 0 while down.
/// @param longs, shorts Of a pair market: debt by bucket of accounts that owe asset 0, and asset 1 [token units].
struct MarketRisk {
    uint16 market;
    Regime regime;
    uint256 since;
    uint8 reasons;
    bool openingsClosed;
    bool hedgeless;
    bool covered;
    Coverage coverage;
    uint256 gap;
    uint256 basePrice;
    uint256 quotePrice;
    uint256[] longs;
    uint256[] shorts;
}

/// @title Everything a risk screen shows, in one call.
interface IRiskLens {
    /// @notice State of risk at the block of the call.
    /// @param markets Market ids. @param tokens Tokens; correlations are those of all their pairs.
    function report(uint16[] calldata markets, address[] calldata tokens)
        external
        view
        returns (
            uint256 blockNumber,
            uint256 timestamp,
            TokenRisk[] memory tokenRisks,
            PairRisk[] memory pairRisks,
            MarketRisk[] memory marketRisks
        );
}
