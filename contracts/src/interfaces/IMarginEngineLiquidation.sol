// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice One take: what a liquidator pays for what.
/// @param collateralAsset Asset that is seized [0, 15].
/// @param debtAsset Asset that is repaid [0, 15].
/// @param maxRepaid Most debt repaid, without the fee [token units].
/// @param maxPrice Most debt units paid, with the fee, for one unit of collateral
/// [wad: debt units · 1e18 / collateral units]; `type(uint256).max`: any.
/// @param deadline Last second of validity [unix seconds].
/// @param to Receiver of the collateral.
/// @param data If not empty, `ILiquidationCallback.onLiquidate` is called on the taker before he pays.
struct Take {
    uint8 collateralAsset;
    uint8 debtAsset;
    uint256 maxRepaid;
    uint256 maxPrice;
    uint256 deadline;
    address to;
    bytes data;
}

/// @notice Auction clock and choices of an account.
/// @param startedAt When its auction started [unix seconds]; 0: none runs.
/// @param lastSoftAt When a slice of it was last taken in the soft zone [unix seconds].
/// @param softZone Its owner lets slices of it be taken before it is unhealthy.
/// @param nettable Its owner lets it be netted against unhealthy accounts for a rebate.
/// @param stopped Its clock stands since a price of it was down; it starts anew when the price is back.
struct Auction {
    uint40 startedAt;
    uint40 lastSoftAt;
    bool softZone;
    bool nettable;
    bool stopped;
}

/// @notice What a take of a pair would do now, without limits of the taker.
/// @param zone 0 safe, 1 soft, 2 auction.
/// @param health `HF` [wad]; the largest number without debt.
/// @param bonus Bonus of the take [wad].
/// @param repaid Debt repaid [token units]. @param fee Paid on top [token units]. @param seized [token units].
/// @param room What the throttle of the collateral leaves [USD wad].
/// @param backstopDue Whether the backstop may take the account over.
/// @param nettingDue Whether the account may be netted against accounts that did not ask for it.
struct Quote {
    uint8 zone;
    uint256 health;
    uint256 bonus;
    uint256 repaid;
    uint256 fee;
    uint256 seized;
    uint256 room;
    bool backstopDue;
    bool nettingDue;
}

/// @notice What a netting did. U: the unhealthy account. X: the counterparty.
/// @param assets `market << 8 | collateralAsset << 4 | debtAsset`, as U has them.
/// @param moved Collateral that left U. @param credited Debt of X it repaid [both units of collateralAsset].
/// @param taken Collateral that left X. @param repaid Debt of U it repaid [both units of debtAsset].
/// @param rebate What X got on top of the mark [wad].
/// @param window If X did not ask for it: `scaled debt it keeps 96 | since 40 [unix seconds]`; else 0.
/// @param position Resulting collateral (high 128) and scaled debt (low 128) of the pair in U.
/// @param counterPosition Likewise in X, whose collateral is debtAsset.
/// @param debtWord, cashWord Resulting state of the reserve of debtAsset.
/// @param counterDebtWord, counterCashWord Resulting state of the reserve of collateralAsset.
struct NettingResult {
    uint256 assets;
    uint256 moved;
    uint256 credited;
    uint256 taken;
    uint256 repaid;
    uint256 rebate;
    uint256 window;
    uint256 position;
    uint256 counterPosition;
    uint256 debtWord;
    uint256 cashWord;
    uint256 counterDebtWord;
    uint256 counterCashWord;
}

/// @notice What netting two accounts would do now, without a limit of the caller. Amounts as in `NettingResult`.
/// @param forced Whether the counterparty did not ask for it.
/// @param reason Error that `net` would revert with; empty if it can be done.
struct NettingQuote {
    uint256 moved;
    uint256 credited;
    uint256 taken;
    uint256 repaid;
    uint256 rebate;
    bool forced;
    bytes reason;
}

/// @title Takes: permissionless, partial to the target health.
interface IEngineTakes {
    /// @notice Repays debt of an unhealthy account, or of an opted-in one in the soft zone, and takes collateral with a
    /// bonus that grows with the age of its auction.
    /// @dev Requirements: caller is not the owner; deadline and price of the take hold; the throttle has room. The seized
    /// collateral is sent first; with `data`, `ILiquidationCallback.onLiquidate` is called before the pull.
    /// @return paid Debt repaid and fee, pulled from the caller [token units]. @return seized [token units].
    function liquidate(bytes32 account, Take calldata take) external returns (uint256 paid, uint256 seized);

    /// @notice `liquidate` over many accounts of one market and pair; those that cannot be taken are skipped. `maxRepaid`
    /// and `maxPrice` are of the sums.
    function liquidateMany(bytes32[] calldata accounts, Take calldata take)
        external
        returns (uint256 paid, uint256 seized);

    /// @notice What a take of the pair would do now. Reverts with `PriceUnavailable` if a price of the account is down.
    function quoteLiquidation(bytes32 account, uint8 collateralAsset, uint8 debtAsset)
        external
        view
        returns (Quote memory);

    /// @notice Value of a collateral that takes may still seize, and most that they ever may at once [USD wad].
    function throttleRoom(uint16 market, uint8 asset) external view returns (uint256 room, uint256 capacity);
}

/// @title Auction clocks, and what owners choose.
interface IEngineAuctions {
    /// @notice Starts the clock of every account that is unhealthy and has none; ends that of every healthy one; stops
    /// that of one whose price is down. Never reverts for one account.
    function mark(bytes32[] calldata accounts) external;

    /// @notice Lets takers close slices of an account before it is unhealthy, or not any more.
    /// @dev Requirements: caller is owner, operator or running executor.
    function setSoftZone(bytes32 account, bool on) external;

    /// @notice Lets an account be netted against unhealthy ones for a rebate, or not any more.
    /// @dev Requirements: caller is owner, operator or running executor.
    function setNettable(bytes32 account, bool on) external;

    function auction(bytes32 account) external view returns (Auction memory);
}

/// @title Longs and shorts of a market closed against each other, without a market.
interface IEngineNetting {
    /// @notice Collateral of an unhealthy account repays the same debt of its opposite, whose collateral repays the
    /// debt of the unhealthy one, at the middle of the guarded prices. No token moves. Anyone may call it.
    /// @dev Requirements: both prices up; health of the counterparty not lower and its margin not higher after. It opted in,
    /// and earns half of the bonus; or netting is due, its rank has come, and it keeps half of its debt for ten minutes.
    /// @param unhealthy Holds `collateralAsset` and owes `debtAsset`.
    /// @param counterparty Holds `debtAsset` and owes `collateralAsset`; another owner's.
    /// @param maxAmount Most collateral moved [units of collateralAsset].
    /// @return moved Collateral that repaid the counterparty's debt [units of collateralAsset].
    /// @return repaid Debt of the unhealthy account repaid [units of debtAsset].
    function net(bytes32 unhealthy, bytes32 counterparty, uint8 collateralAsset, uint8 debtAsset, uint256 maxAmount)
        external
        returns (uint256 moved, uint256 repaid);

    /// @notice What `net` would do now, or the reason why it would not.
    function quoteNetting(bytes32 unhealthy, bytes32 counterparty, uint8 collateralAsset, uint8 debtAsset)
        external
        view
        returns (NettingQuote memory);
}

/// @title What only the backstop of a market may do, and who it is.
interface IEngineBackstop {
    /// @notice A take without throttle, clock or bound on health, at a bonus of at most 4 %.
    /// @dev Requirements: caller is the market's backstop and it is due.
    function absorb(bytes32 account, Take calldata take) external returns (uint256 paid, uint256 seized);

    /// @notice Moves debt and collateral of an unhealthy account into `into`, at a bonus of at most 4 %; no token moves.
    /// Works while the market is paused or closed to openings.
    /// @dev Requirements: caller is the market's backstop, owns `into`, and is due; `into` meets its initial margin after.
    function assume(bytes32 account, bytes32 into, uint8 collateralAsset, uint8 debtAsset, uint256 maxRepaid)
        external
        returns (uint256 repaid, uint256 seized);

    /// @notice Names the backstop of a market; 0: none.
    function setBackstop(uint16 market, address backstop) external;

    /// @notice Sends the fees of a reserve above its insurance target to the market's backstop, if they are in its asset.
    /// @return amount [token units].
    function distributeFees(uint16 market, uint8 asset) external returns (uint256 amount);

    function backstop(uint16 market) external view returns (address);
}

/// @title Losses of suppliers and of the backstop, and their recovery.
interface IEngineLosses {
    /// @notice Pays back what suppliers of a reserve lost, then what its backstop lost; anyone may.
    /// @return taken At most what is outstanding [token units].
    function recover(uint16 market, uint8 asset, uint256 amount) external returns (uint256 taken);

    /// @notice Sends what was recovered for an account.
    /// @dev Requirements: caller is owner, operator or running executor.
    /// @return amount [token units].
    function claim(bytes32 account, uint16 market, uint8 asset, address to) external returns (uint256 amount);

    /// @notice What suppliers and backstop lost in a reserve and nobody has paid back [token units].
    function losses(uint16 market, uint8 asset) external view returns (uint256 outstanding, uint256 backstopOutstanding);

    /// @notice What an account lost and has not been paid back, and what it can claim now [token units].
    function claimOf(bytes32 account, uint16 market, uint8 asset)
        external
        view
        returns (uint256 owed, uint256 claimable);
}

/// @title Liquidation and solvency of the engine.
/// @dev Served at the engine's own address, by delegatecall to its immutable liquidation module: the code limit of
/// EIP-170.
interface IMarginEngineLiquidation is IEngineTakes, IEngineAuctions, IEngineNetting, IEngineBackstop, IEngineLosses {}
