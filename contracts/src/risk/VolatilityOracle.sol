// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracle, PriceReport, PriceStatus} from "../interfaces/IPriceOracle.sol";
import {IVolatilityOracle, VolatilityReport} from "../interfaces/IVolatilityOracle.sol";
import {Errors} from "../libraries/Errors.sol";
import {FactorCorrelation} from "./volatility/FactorCorrelation.sol";
import {ForecastScore} from "./volatility/ForecastScore.sol";
import {Forecast, Staleness, VolatilityMath} from "./volatility/VolatilityMath.sol";
import {VolatilityState, VolatilityWords} from "./volatility/VolatilityState.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @title Volatility oracle: a forecast that learns from its own errors, kept in check by one that does not
///
/// PRICES. Only a price on which the sources agree is sampled; the price oracle is trusted to have resisted
/// manipulation, and is called as a view, so nothing here can be re-entered into a half-written state.
///
/// LOWERING. Nobody lowers the volatility by spending: a trade moves the price, and a move only adds variance
/// (`VolatilityMath`). Choosing the moment of a poke is bounded: the first who comes after `samplePeriod` decides it, a
/// return is divided by the time it took, and one sample makes the estimate fall by at most six hours' fading. Not poking
/// is worth nothing: a stale estimate widens, and the next sample starts from what it widened to.
///
/// LEARNING. The learned forecast counts only while its score of 90 days is the better one, and only within
/// [0.85, 1.5] times the fixed forecast: taught badly it is the fixed forecast.
///
/// ROLES. Governance lists, seeds once, sets the period and the factor, within bounds. It writes no estimate.
contract VolatilityOracle is IVolatilityOracle, AccessManaged {
    using VolatilityWords for uint256;

    struct Token {
        uint16 market;
        uint8 asset;
        bool isListed;
        uint64 stress; // [wad, a year]
        uint64 stressVariance; // [2^-64 per hour]; 16 + 8 + 8 + 64 + 64 = 160
        uint256[7] words; // see VolatilityWords
        uint256 factorWord; // see FactorCorrelation
        uint256[24] ring; // see ForecastScore
    }

    uint256 internal constant MIN_SAMPLE_PERIOD = 10 seconds;
    uint256 internal constant MAX_SAMPLE_PERIOD = 4 hours;
    /// @dev Time a sample may be late on top of the period. Below an hour one late block would widen margins.
    uint256 internal constant LEAST_LATENESS = 1 hours;
    uint256 internal constant MIN_STRESS = 0.5e18;
    uint256 internal constant MIN_SEED = 0.01e18;
    uint256 internal constant MAX_ASSETS = 16;

    IPriceOracle public immutable PRICES;

    /// @dev One word: 160 + 32 + 16 = 208.
    address public factor;
    uint32 private _samplePeriod;
    uint16 private _epoch;

    mapping(address token => Token) private _tokens;

    constructor(address authority, address prices, uint256 period) AccessManaged(authority) {
        PRICES = IPriceOracle(prices);
        _setSamplePeriod(period);
    }

    /// @inheritdoc IVolatilityOracle
    function poke(address token) external {
        Token storage t = _tokens[token];
        require(t.isListed, NotListed(token));
        require(t.words[VolatilityWords.LEARNING].used() != 0, NotSeeded(token));
        uint256 due = _due(t);
        require(block.timestamp >= due, PokedTooEarly(block.timestamp, due));
        (uint256 price, PriceStatus status) = _price(t);
        require(status == PriceStatus.Ok, PriceNotOk(token, status));
        require(price != 0 && price <= type(uint112).max, SampleOutOfBounds(price, type(uint112).max));
        _poke(token, t, price);
    }

    /// @inheritdoc IVolatilityOracle
    function pokeMany(address[] calldata tokens) external returns (uint256 poked) {
        for (uint256 i; i < tokens.length; ++i) {
            Token storage t = _tokens[tokens[i]];
            if (!t.isListed || t.words[VolatilityWords.LEARNING].used() == 0 || block.timestamp < _due(t)) continue;
            (uint256 price, PriceStatus status) = _price(t);
            if (status != PriceStatus.Ok || price == 0 || price > type(uint112).max) continue;
            _poke(tokens[i], t, price);
            ++poked;
        }
    }

    /// @inheritdoc IVolatilityOracle
    function list(address token, uint16 market, uint8 asset, uint256 stress) external restricted {
        _within("asset", asset, 0, MAX_ASSETS - 1);
        _within("stress", stress, MIN_STRESS, VolatilityMath.MAX_VOLATILITY);
        Token storage t = _tokens[token];
        (t.market, t.asset, t.isListed) = (market, asset, true);
        // at most 5e18, and 0.0029 of 2^64
        (t.stress, t.stressVariance) = (uint64(stress), uint64(VolatilityMath.hourlyVariance(stress)));
        (, PriceStatus status) = _price(t);
        require(status == PriceStatus.Ok, PriceNotOk(token, status));
        emit List(token, market, asset, stress);
    }

    /// @inheritdoc IVolatilityOracle
    function seed(address token, uint256 startingVolatility) external restricted {
        Token storage t = _tokens[token];
        require(t.isListed, NotListed(token));
        require(t.words[VolatilityWords.LEARNING].used() == 0, AlreadySeeded(token));
        _within("seed", startingVolatility, MIN_SEED, t.stress);
        VolatilityState memory s;
        VolatilityMath.seed(s, startingVolatility);
        VolatilityWords.store(t.words, s);
        emit Seed(token, startingVolatility);
    }

    /// @inheritdoc IVolatilityOracle
    function setSamplePeriod(uint256 period) external restricted {
        _setSamplePeriod(period);
    }

    /// @inheritdoc IVolatilityOracle
    function setFactor(address token) external restricted {
        require(token == address(0) || _tokens[token].isListed, NotListed(token));
        factor = token;
        ++_epoch; // covariances with another factor mean nothing; 65,535 changes are enough
        emit SetFactor(token);
    }

    /// @inheritdoc IVolatilityOracle
    function volatility(address token) public view returns (uint256) {
        Token storage t = _tokens[token];
        uint256 used = t.words[VolatilityWords.LEARNING].used();
        if (used == 0) return 0;
        uint256 last = t.words[VolatilityWords.STATUS].lastPoke();
        // never sampled: the seed stands, and it was chosen high
        if (last != 0) used = VolatilityMath.staleVariance(used, block.timestamp - last, _staleness(t));
        return VolatilityMath.annualVolatility(used);
    }

    /// @inheritdoc IVolatilityOracle
    function forecast(address token) external view returns (VolatilityReport memory r) {
        Token storage t = _tokens[token];
        r.volatility = volatility(token);
        if (r.volatility == 0) return r;
        VolatilityState memory s = VolatilityWords.load(t.words);
        Forecast memory f = VolatilityMath.forecast(s);
        r.baseline = VolatilityMath.annualVolatility(f.baseline);
        r.learned = VolatilityMath.annualVolatility(f.learned);
        r.counted = VolatilityMath.annualVolatility(VolatilityMath.counted(s, f));
        r.ewma6h = VolatilityMath.annualVolatility(s.raw[0]);
        r.ewma168h = VolatilityMath.annualVolatility(s.raw[2]);
        r.baselineScore = s.baselineScore * 1e8;
        r.learnedScore = s.learnedScore * 1e8;
        r.scored = s.scored;
        r.learnedCounts = ForecastScore.learnedCounts(s);
        r.slopes = s.slopes;
        r.price = s.price;
        r.lastPoke = s.lastPoke;
        r.staleAfter = s.lastPoke + _grace();
        r.stress = t.stress;
        r.clips = s.clips;
        (int256 short, int256 long) = _withFactor(token);
        r.correlationParts = FactorCorrelation.parts(short, long);
    }

    /// @inheritdoc IVolatilityOracle
    function correlation(address a, address b) external view returns (uint8) {
        (int256 short, int256 long) = _correlations(a, b);
        return FactorCorrelation.usable(short, long);
    }

    /// @inheritdoc IVolatilityOracle
    function correlationsPart(address a, address b) external view returns (bool) {
        (int256 short, int256 long) = _correlations(a, b);
        return FactorCorrelation.parts(short, long);
    }

    /// @inheritdoc IVolatilityOracle
    function listing(address token) external view returns (uint16 market, uint8 asset, uint256 stress) {
        Token storage t = _tokens[token];
        return (t.market, t.asset, t.stress);
    }

    /// @inheritdoc IVolatilityOracle
    function lastPoke(address token) external view returns (uint256) {
        return _tokens[token].words[VolatilityWords.STATUS].lastPoke();
    }

    /// @inheritdoc IVolatilityOracle
    function clips(address token) external view returns (uint256) {
        return _tokens[token].words[VolatilityWords.STATUS].clips();
    }

    /// @inheritdoc IVolatilityOracle
    function samplePeriod() external view returns (uint256) {
        return _samplePeriod;
    }

    /* SAMPLING */

    function _poke(address token, Token storage t, uint256 price) private {
        VolatilityState memory s = VolatilityWords.load(t.words);
        (uint256 lastPrice, uint256 elapsed, uint256 clipsBefore) = (s.price, block.timestamp - s.lastPoke, s.clips);
        uint256 index = block.timestamp / 1 hours % ForecastScore.RING;
        uint256 entry = t.ring[index];
        (uint256 pending, Forecast memory f) = VolatilityMath.poke(s, price, block.timestamp, entry, _staleness(t));
        if (pending != entry) t.ring[index] = pending;
        VolatilityWords.store(t.words, s);
        bool isClipped = s.clips > clipsBefore;
        if (isClipped) emit Clip(token, s.clips);
        // a return that met the rail is no evidence of moving together
        int256 change = lastPrice == 0 || isClipped ? int256(0) : VolatilityMath.logReturn(lastPrice, price);
        _pokeFactor(token, t, change, elapsed);
        emit Poke(
            token,
            msg.sender,
            price,
            VolatilityMath.annualVolatility(s.used),
            VolatilityMath.annualVolatility(f.baseline),
            VolatilityMath.annualVolatility(f.learned),
            block.timestamp
        );
    }

    function _pokeFactor(address token, Token storage t, int256 change, uint256 elapsed) private {
        address market = factor;
        if (market == address(0) || market == token) return;
        uint256 price = _tokens[market].words[VolatilityWords.STATUS].price();
        t.factorWord = FactorCorrelation.update(t.factorWord, _epoch, price, change, elapsed);
    }

    function _price(Token storage t) private view returns (uint256, PriceStatus) {
        PriceReport memory r = PRICES.report(t.market, t.asset);
        return (r.mid, r.status);
    }

    /// @dev Time from which the next sample is allowed [unix seconds].
    function _due(Token storage t) private view returns (uint256) {
        return t.words[VolatilityWords.STATUS].lastPoke() + _samplePeriod;
    }

    function _staleness(Token storage t) private view returns (Staleness memory) {
        return Staleness(_grace(), t.stressVariance);
    }

    function _grace() private view returns (uint256) {
        uint256 period = _samplePeriod;
        return period + (period > LEAST_LATENESS ? period : LEAST_LATENESS);
    }

    /* CORRELATION */

    function _correlations(address a, address b) private view returns (int256 short, int256 long) {
        if (a == b) return (256, 256);
        (int256 shortA, int256 longA) = _withFactor(a);
        (int256 shortB, int256 longB) = _withFactor(b);
        return (shortA * shortB / 256, longA * longB / 256);
    }

    /// @dev Correlation of a token with the factor over both windows [1/256].
    function _withFactor(address token) private view returns (int256 short, int256 long) {
        address market = factor;
        if (market == address(0)) return (0, 0);
        if (token == market) return (256, 256);
        Token storage t = _tokens[token];
        uint256 word = t.factorWord;
        if (word >> 240 != _epoch) return (0, 0);
        uint256 own = t.words[0];
        uint256 other = _tokens[market].words[0];
        (short, long) = FactorCorrelation.covariances(word);
        short = FactorCorrelation.coefficient(short, uint64(own >> 128), uint64(other >> 128));
        long = FactorCorrelation.coefficient(long, uint64(own), uint64(other));
    }

    /* BOUNDS */

    function _setSamplePeriod(uint256 period) private {
        _within("samplePeriod", period, MIN_SAMPLE_PERIOD, MAX_SAMPLE_PERIOD);
        _samplePeriod = uint32(period);
        emit SetSamplePeriod(period);
    }

    function _within(bytes32 name, uint256 actual, uint256 least, uint256 most) private pure {
        require(actual >= least, Errors.ParameterOutOfBounds(name, actual, least));
        require(actual <= most, Errors.ParameterOutOfBounds(name, actual, most));
    }
}
