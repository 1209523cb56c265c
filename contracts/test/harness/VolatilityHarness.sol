// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FactorCorrelation} from "../../src/risk/volatility/FactorCorrelation.sol";
import {ForecastScore} from "../../src/risk/volatility/ForecastScore.sol";
import {Forecast, Staleness, VolatilityMath} from "../../src/risk/volatility/VolatilityMath.sol";
import {VolatilityState, VolatilityWords} from "../../src/risk/volatility/VolatilityState.sol";

/// @notice One sample. `factorPrice` is the last sample of the market factor then.
struct SampleInput {
    uint256 price;
    uint256 factorPrice;
    uint256 time;
}

/// @notice What is kept after it, as read back from storage words; `volatility` is that of `age` seconds later.
struct SampleOutput {
    VolatilityState state;
    Forecast forecast;
    uint256 pending;
    uint256 volatility;
    int256 covarianceShort;
    int256 covarianceLong;
}

/// @title The estimator over a path of prices, for comparison with other implementations.
/// @dev Meant for `eth_call`: every step goes through the storage words, and all is thrown away.
contract VolatilityHarness {
    uint256[7] internal _words;
    uint256[24] internal _ring;
    uint256 internal _factorWord;

    function run(uint256 seed, Staleness calldata staleness, uint256 age, SampleInput[] calldata samples)
        external
        returns (SampleOutput[] memory outputs)
    {
        VolatilityState memory s;
        VolatilityMath.seed(s, seed);
        VolatilityWords.store(_words, s);
        outputs = new SampleOutput[](samples.length);
        for (uint256 i; i < samples.length; ++i) {
            _step(staleness, samples[i]);
            _read(outputs[i], staleness, age, samples[i].time);
        }
    }

    function _step(Staleness memory staleness, SampleInput calldata x) internal {
        VolatilityState memory s = VolatilityWords.load(_words);
        (uint256 price, uint256 elapsed) = (s.price, x.time - s.lastPoke);
        uint256 index = x.time / 1 hours % ForecastScore.RING;
        (_ring[index],) = VolatilityMath.poke(s, x.price, x.time, _ring[index], staleness);
        VolatilityWords.store(_words, s);
        int256 change = price == 0 ? int256(0) : VolatilityMath.logReturn(price, x.price);
        _factorWord = FactorCorrelation.update(_factorWord, 0, x.factorPrice, change, elapsed);
    }

    function _read(SampleOutput memory out, Staleness memory staleness, uint256 age, uint256 time) internal view {
        out.state = VolatilityWords.load(_words);
        out.forecast = VolatilityMath.forecast(out.state);
        out.pending = _ring[time / 1 hours % ForecastScore.RING];
        out.volatility = VolatilityMath.annualVolatility(VolatilityMath.staleVariance(out.state.used, age, staleness));
        (out.covarianceShort, out.covarianceLong) = FactorCorrelation.covariances(_factorWord);
    }
}
