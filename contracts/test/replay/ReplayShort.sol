// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReplayRun} from "./ReplayRun.sol";
import {ReplayAccount, ReplayAsset, ReplayInput, ReplaySettings, ReplayWick} from "./ReplayTypes.sol";

/// @notice Inputs that are short enough for every test run: one market, a few accounts, less than an hour.
abstract contract ReplayShort is ReplayRun {
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant INTERVAL = 60;
    uint256 internal constant STEPS = 12;
    uint256 internal constant PRICE = 3_000e18;

    /// @notice Eight accounts, long and short in turn, and a price that goes to `end` times itself in the middle third.
    /// @param end [wad]. @param liquidity Depth from the first step on, over the calm one [1e-4].
    function _short(uint256 end, uint256 liquidity) internal pure returns (ReplayInput memory given) {
        given.settings = _settings();
        given.assets = new ReplayAsset[](1);
        given.assets[0] = _eth(end, liquidity);
        given.accounts = new ReplayAccount[](8);
        for (uint256 i; i < 8; ++i) {
            given.accounts[i] = ReplayAccount(0, i % 2 == 0, 300 + 100 * (i / 2), (20_000 + 7_001 * i) * 1e18);
        }
    }

    function _settings() private pure returns (ReplaySettings memory) {
        return ReplaySettings({
            start: START,
            interval: INTERVAL,
            settle: 600,
            blockTime: 12,
            witnessWindow: 300,
            recovery: 600,
            feedback: 0,
            edge: 20,
            offlineFrom: 0,
            offlineUntil: 0,
            outsideLiquidity: true,
            supplyRatio: 15_000,
            backstop: 2_000,
            assetShare: 5_000
        });
    }

    function _eth(uint256 end, uint256 liquidity) private pure returns (ReplayAsset memory a) {
        (a.symbol, a.decimals) = ("ETH", 18);
        (a.volatility, a.stress, a.gap) = (0.65e18, 1.5e18, 0.12e18);
        (a.marginFloor, a.marginCap, a.penalty, a.maxJump) = (500, 4_000, 300, 600);
        a.depth = 500_000;
        (a.prices, a.liquidity) = (new uint256[](STEPS), new uint256[](STEPS));
        for (uint256 i; i < STEPS; ++i) {
            uint256 part = i < STEPS / 3 ? 0 : i >= 2 * STEPS / 3 ? STEPS / 3 : i - STEPS / 3;
            a.prices[i] = PRICE * (1e18 * (STEPS / 3 - part) + end * part) / (STEPS / 3) / 1e18;
            a.liquidity[i] = liquidity;
        }
    }

    /// @notice One source alone shows `factor` times the price from the second step on, for `time` seconds.
    function _withWick(ReplayInput memory given, uint8 source, uint256 factor, uint256 time) internal pure {
        given.wicks = new ReplayWick[](1);
        given.wicks[0] = ReplayWick(START + 2 * INTERVAL, START + 2 * INTERVAL + time, source, factor);
    }
}
