// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Effect, Snapshot} from "../Hooks.sol";
import {ReserveKey} from "../World.sol";
import {RouterActions} from "./RouterActions.sol";

/// @notice Prices, time and gifts.
abstract contract MarketActions is RouterActions {
    uint256[3] private _home = [USDC_PRICE, WETH_PRICE, WBTC_PRICE];

    function movePrice(uint256 which, uint256 by) external {
        _called("movePrice");
        uint8 token = uint8(which % 2 + 1);
        Snapshot memory s = _take();
        uint256 price = prices[token] * (1e18 - 15e16 + by % 30e16) / 1e18;
        prices[token] = bound(price, _home[token] / 4, _home[token] * 4);
        _publish(token, 0);
        _alignPools();
        _check("movePrice", Effect.Prices, 0, s);
    }

    /// @dev The two sources part by up to 10 %.
    function partSources(uint256 which, uint256 spread) external {
        _called("partSources");
        Snapshot memory s = _take();
        _publish(uint8(which % 3), spread % 5e16);
        _check("partSources", Effect.Prices, 0, s);
    }

    function priceDown(uint256 which) external {
        _called("priceDown");
        ReserveKey memory key = _reserveOf(which);
        Snapshot memory s = _take();
        _setPrice(key.market, key.asset, 0);
        _check("priceDown", Effect.Prices, 0, s);
    }

    function restorePrices() external {
        _called("restorePrices");
        Snapshot memory s = _take();
        _restorePrices();
        _check("restorePrices", Effect.Prices, 0, s);
    }

    function skipTime(uint256 time) external {
        _called("skipTime");
        Snapshot memory s = _take();
        _skip(time % 16 == 0 ? bound(time, 30 days, 365 days) : bound(time, 0, 3 days));
        _check("skipTime", Effect.Time, 0, s);
    }

    function donate(uint256 which, uint256 value) external {
        _called("donate");
        uint8 token = uint8(which % 3);
        uint256 amount = _worth(token, bound(value, 1, 1_000_000e18));
        Snapshot memory s = _take();
        tokens[token].mint(address(engine), amount);
        donated[tokens[token]] += amount;
        _check("donate", Effect.Nothing, 0, s);
    }

    function _restorePrices() internal {
        for (uint8 token; token < ASSETS; ++token) {
            _publish(token, 0);
        }
    }
}
