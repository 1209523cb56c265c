// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What holds for a whole replay. Times in seconds, shares in 1e-4.
/// @param start Time of the first price [unix seconds].
/// @param interval Time between two prices.
/// @param settle Time after the last price in which prices stand still, so that open auctions end.
/// @param blockTime Time between two looks of the keepers while an account is, or is about to be, unhealthy.
/// @param witnessWindow Window of the pool's average price.
/// @param recovery Time constant of arbitrage: a pool's distance from the market falls to 1/e in it.
/// @param feedback Share of the pool's distance that is in the price of the feeds: 1e4 where the pool is the market.
/// @param edge Profit on what it pays, below which a keeper does nothing.
/// @param offlineFrom, offlineUntil Keepers do nothing in between [unix seconds].
/// @param outsideLiquidity Whether keepers may sell in the pool.
/// @param supplyRatio Supply of a reserve over the debt that the accounts plan.
/// @param backstop Capital of the backstop vault of each market, over the debt of its accounts.
/// @param assetShare Most of a vault that one asset may tie up.
struct ReplaySettings {
    uint256 start;
    uint256 interval;
    uint256 settle;
    uint256 blockTime;
    uint256 witnessWindow;
    uint256 recovery;
    uint256 feedback;
    uint256 edge;
    uint256 offlineFrom;
    uint256 offlineUntil;
    bool outsideLiquidity;
    uint256 supplyRatio;
    uint256 backstop;
    uint256 assetShare;
}

/// @notice One asset against USDC, a market of its own.
/// @param volatility, stress As `VolatilityOracle.seed` and `list` want them [wad].
/// @param marginFloor, marginCap, penalty, maxJump [1e-4]. @param gap [wad].
/// @param depth Value that moves the pool by 1 % while the market is calm [USD, whole].
/// @param prices Price at each step [USD wad].
/// @param liquidity Depth at each step over the calm one [1e-4].
struct ReplayAsset {
    string symbol;
    uint8 decimals;
    uint256 volatility;
    uint256 stress;
    uint16 marginFloor;
    uint16 marginCap;
    uint16 penalty;
    uint16 maxJump;
    uint256 gap;
    uint256 depth;
    uint256[] prices;
    uint256[] liquidity;
}

/// @param leverage Exposure over equity [1e-2]. @param equity [USD wad].
struct ReplayAccount {
    uint8 asset;
    bool isLong;
    uint256 leverage;
    uint256 equity;
}

/// @notice A price that one source alone reports: `factor` times the market's. The source: 0 feed, 1 Pyth, 2 pool.
struct ReplayWick {
    uint256 from;
    uint256 until;
    uint8 source;
    uint256 factor;
}

struct ReplayInput {
    ReplaySettings settings;
    ReplayAsset[] assets;
    ReplayAccount[] accounts;
    ReplayWick[] wicks;
}

/// @notice What a policy did to the accounts [USD wad, at the prices of the moment].
/// @param liquidatedDebt Debt repaid for accounts: `byCollateral` by selling theirs, `byNetting` against opposite
/// accounts, `byInventory` by the backstop that took their collateral over.
/// @param penalty Value taken from accounts beyond the debt repaid, at the feed's price.
/// @param badDebt Debt written off; `insurance + backstopLoss + suppliers`, exactly.
/// @param openDeficit Debt of accounts beyond their collateral, not written off when the replay ended.
/// @param accounts Accounts liquidated at least once. @param takes Liquidations.
struct Ledger {
    uint256 liquidatedDebt;
    uint256 byCollateral;
    uint256 byNetting;
    uint256 byInventory;
    uint256 penalty;
    uint256 badDebt;
    uint256 insurance;
    uint256 backstopLoss;
    uint256 suppliers;
    uint256 openDeficit;
    uint256 accounts;
    uint256 takes;
}

/// @param opened Accounts that the protocol let open; `closedOut` of the others met a market closed by the coverage gate
/// and `reduced` opened with less leverage than planned, because the margin asked for more.
/// @param debt Debt of all accounts when the path began [USD wad].
/// @param peakShortfall Most debt at risk beyond what covers it [USD wad]. @param leastCoverage Least ratio [wad].
/// @param peakThrottle Most of the throttle's capacity in use [wad].
/// @param peakDeviation Farthest a pool was from the market [wad]. @param guarded Share of looks with a guarded price [wad].
/// @param backstopStart, backstopEnd Value of the backstop vaults [USD wad].
/// @param blocks Looks of the keepers.
struct ReplayFigures {
    uint256 planned;
    uint256 opened;
    uint256 closedOut;
    uint256 reduced;
    uint256 debt;
    uint256 peakShortfall;
    uint256 leastCoverage;
    uint256 peakThrottle;
    uint256 peakDeviation;
    uint256 guarded;
    uint256 backstopStart;
    uint256 backstopEnd;
    uint256 blocks;
}

struct ReplayResult {
    ReplayFigures figures;
    Ledger gimbal;
    Ledger fixedCloseFactor;
    Ledger makerAuction;
}
