// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracle, PriceReport, PriceStatus} from "../interfaces/IPriceOracle.sol";
import {Bits} from "../libraries/Bits.sol";
import {PriceMath} from "./PriceMath.sol";
import {PriceSources} from "./PriceSources.sol";
import {FeedWord, WitnessWord} from "./SourceWords.sol";

/// @title Price oracle: a Chainlink feed per asset, and a Uniswap v3 average as its witness
/// @notice `docs/decisions/2026-11-22-oracle-states.md` argues the states. No price comes from a pool's present state,
/// so no trade moves a price in its own transaction.
contract PriceOracle is IPriceOracle, PriceSources {
    /// @dev Mark in the cache for "read, and down"; no price is this high.
    uint256 private constant DOWN = type(uint256).max;

    constructor(address authority, uint256 minWindow, uint256 blockInterval)
        PriceSources(authority, minWindow, blockInterval)
    {}

    /// @inheritdoc IPriceOracle
    function openingPrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words) {
        uint256[16] memory primaries;
        for (uint256 mask = assets; mask != 0; mask = Bits.dropLowest(mask)) {
            uint256 asset = Bits.lowest(mask);
            (, uint256 low, uint256 high) = _judge(market, asset, primaries);
            words[asset] = low << 128 | high;
        }
    }

    /// @inheritdoc IPriceOracle
    function maintenancePrices(uint16 market, uint16 assets) external view returns (uint256[16] memory words) {
        uint256[16] memory primaries;
        for (uint256 mask = assets; mask != 0; mask = Bits.dropLowest(mask)) {
            uint256 asset = Bits.lowest(mask);
            (PriceStatus status, uint256 low, uint256 high) = _judge(market, asset, primaries);
            if (status == PriceStatus.Ok) low = high = (low + high) / 2;
            words[asset] = low << 128 | high;
        }
    }

    /// @inheritdoc IPriceOracle
    function report(uint16 market, uint8 asset) external view returns (PriceReport memory r) {
        FeedWord feed = _source(market, asset).feed;
        if (!feed.isSet()) return PriceReport(PriceStatus.Down, 0, 0, 0, 0, 0, 0, 0);

        uint256[16] memory primaries;
        uint256 primary;
        (primary, r.updatedAt) = _readFeed(feed);
        if (r.updatedAt != 0) r.staleAfter = r.updatedAt + feed.heartbeat();
        primaries[asset] = primary == 0 ? DOWN : primary;
        (uint256 witness, uint256 limit) = _witness(market, asset, primaries);
        (PriceStatus status, uint256 low, uint256 high) = PriceMath.judge(primary, witness, limit);

        uint256 decimals = feed.tokenDecimals();
        r.status = status;
        r.primary = PriceMath.wadFromRaw(primary, decimals);
        r.witness = PriceMath.wadFromRaw(witness, decimals);
        // While the sources disagree their middle is a price that neither of them gives: show the primary.
        r.mid = status == PriceStatus.Ok ? PriceMath.wadFromRaw((low + high) / 2, decimals) : r.primary;
        if (primary != 0 && witness != 0) r.deviation = PriceMath.deviation(primary, witness, 1e18);
        r.maxDeviation = limit * 1e14;
    }

    /// @param primaries Raw primary prices read so far, by asset: a quote asset is read once for all its pairs.
    function _judge(uint256 market, uint256 asset, uint256[16] memory primaries)
        private
        view
        returns (PriceStatus, uint256 low, uint256 high)
    {
        uint256 primary = _primary(market, asset, primaries);
        if (primary == 0) return (PriceStatus.Down, 0, 0);
        (uint256 witness, uint256 limit) = _witness(market, asset, primaries);
        return PriceMath.judge(primary, witness, limit);
    }

    function _primary(uint256 market, uint256 asset, uint256[16] memory primaries) private view returns (uint256) {
        uint256 cached = primaries[asset];
        if (cached == 0) {
            (cached,) = _readFeed(_source(market, asset).feed);
            if (cached == 0) cached = DOWN;
            primaries[asset] = cached;
        }
        return cached == DOWN ? 0 : cached;
    }

    /// @return witness Raw price of the witness; 0 if unusable.
    /// @return limit Deviation limit [1e-4]; 0 without a witness.
    function _witness(uint256 market, uint256 asset, uint256[16] memory primaries)
        private
        view
        returns (uint256 witness, uint256 limit)
    {
        Source storage s = _source(market, asset);
        if (!s.feed.isWitnessed()) return (0, 0);
        WitnessWord w = s.witness;
        witness = _readWitness(w, _primary(market, w.quoteAsset(), primaries));
        limit = w.maxDeviation();
    }
}
