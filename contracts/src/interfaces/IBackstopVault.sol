// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";

import {IBackstop} from "./IBackstop.sol";

/// @notice What governance decides of a vault, inside hard bounds (`BackstopBounds`).
/// @param depositCap Deposits stop when the high mark of the vault reaches this [token units].
/// @param haircut Taken off inventory in the low mark [1e-4].
/// @param assetShare Most of the vault that is tied up in one asset, held and owed together [1e-4].
/// @param ownerShare Most of the vault that is spent on accounts of one owner in a day [1e-4].
/// @param coverShare Most of the free cash that one loss takes [1e-4].
/// @param assumeMargin Collateral put beside assumed debt, as a share of that debt [1e-4].
/// @param hedgeFloor Least target of the hedge ratio, at no volatility [1e-4].
/// @param hedgeBand Distance from the target within which nothing is traded [1e-4].
/// @param depthShare Most of the measured depth that one asset trades in five minutes [1e-4].
/// @param maxSlippage Most that a trade of `rebalance` may cost against the guarded price, fee included [1e-4].
/// @param callerShare Part of such a trade that belongs to who called [1e-4].
/// @param fullHedgeVolatility Forecast at which the target of the hedge ratio is 1 [wad, a year].
struct BackstopParameters {
    uint128 depositCap;
    uint16 haircut;
    uint16 assetShare;
    uint16 ownerShare;
    uint16 coverShare;
    uint16 assumeMargin;
    uint16 hedgeFloor;
    uint16 hedgeBand;
    uint16 depthShare;
    uint16 maxSlippage;
    uint16 callerShare;
    uint64 fullHedgeVolatility;
}

/// @notice A pending exit.
/// @param shares Shares that wait; they cannot be transferred, and bear every loss until they are redeemed.
/// @param opensAt First time at which they can be redeemed [unix seconds].
/// @param closesAt Last one; after it they are ordinary shares again [unix seconds].
struct BackstopExit {
    uint128 shares;
    uint40 opensAt;
    uint40 closesAt;
}

/// @notice What a vault has of one asset.
/// @param held Inventory [token units]. @param taken Inventory taken over since it was last empty [token units].
/// @param owed Debt of the vault's account [token units]. @param assumed As `taken`, of debt [token units].
/// @param heldLow Inventory in the low mark [quote units]. @param heldHigh In the high mark [quote units].
/// @param room What the cap of the asset leaves [quote units].
/// @param hedgeRatio Part of what was taken over that is hedged: sold, or bought back [1e-4].
/// @param hedgeTarget Where `rebalance` brings it [1e-4].
struct BackstopAsset {
    uint8 asset;
    uint256 held;
    uint256 taken;
    uint256 owed;
    uint256 assumed;
    uint256 heldLow;
    uint256 heldHigh;
    uint256 room;
    uint256 hedgeRatio;
    uint256 hedgeTarget;
}

/// @notice State of a vault for screens; amounts in quote units, but for shares.
/// @param cash Free cash. @param vesting Part of it that is income not yet counted.
/// @param low Mark at which shares are redeemed: `totalAssets`. @param high Mark at which they are issued.
/// @param pricesUp Whether every price that the marks need is there; else deposits and exits wait.
/// @param collateral Quote tokens in the vault's engine account. @param owed Its debt at the higher bound.
/// @param coverRoom Most that the next loss takes.
/// @param covered Losses paid so far.
/// @param queued Shares that wait for their exit. @param exitsLimited Whether the daily limit holds now.
/// @param exitRoom What may leave now [quote units].
/// @param assets Every asset that is held or owed.
struct BackstopStatus {
    uint256 cash;
    uint256 vesting;
    uint256 low;
    uint256 high;
    bool pricesUp;
    uint256 collateral;
    uint256 owed;
    uint256 coverRoom;
    uint256 covered;
    uint256 queued;
    bool exitsLimited;
    uint256 exitRoom;
    BackstopAsset[] assets;
}

/// @title What a vault tells of itself, and what both parts of its code share.
/// @dev Accounts below are the engine's; an asset is an index of the market.
interface IBackstopBase {
    /// @param repaid Paid from cash [quote units]. @param seized Inventory received [token units].
    /// @param reward Paid to the caller [quote units]. @param cash, held After [quote units, token units].
    event Absorb(
        bytes32 indexed account,
        address indexed caller,
        uint8 indexed asset,
        uint256 repaid,
        uint256 seized,
        uint256 reward,
        uint256 cash,
        uint256 held
    );
    /// @param repaid Debt taken over [token units]. @param seized Collateral taken over [quote units].
    /// @param reward Paid to the caller [quote units]. @param cash After [quote units].
    event Assume(
        bytes32 indexed account,
        address indexed caller,
        uint8 indexed asset,
        uint256 repaid,
        uint256 seized,
        uint256 reward,
        uint256 cash
    );
    /// @notice A loss of the market was paid. @param loss What the engine asked for [quote units].
    event Cover(uint256 loss, uint256 paid, uint256 cash);
    /// @notice Inventory was sold. All but `sold` and `held` in quote units.
    event Sell(
        uint8 indexed asset,
        address indexed caller,
        uint256 sold,
        uint256 received,
        uint256 reward,
        uint256 cash,
        uint256 held
    );
    /// @notice Debt was bought back. All but `bought` in quote units.
    event BuyBack(
        uint8 indexed asset, address indexed caller, uint256 bought, uint256 paid, uint256 reward, uint256 cash
    );
    /// @notice Inventory repaid the vault's own debt in the same asset, without any market.
    event Offset(uint8 indexed asset, uint256 amount, uint256 held);
    /// @notice Collateral moved between cash and the vault's engine account; positive: into the account.
    event MoveMargin(int256 amount, uint256 cash);
    /// @notice Income began to vest. @param vestedAt When all of it counts [unix seconds].
    event Harvest(address indexed caller, uint256 income, uint256 vestedAt, uint256 cash);
    event RequestRedeem(address indexed owner, uint256 shares, uint256 opensAt, uint256 closesAt);
    /// @notice Shares that waited are ordinary ones again: cancelled, or the window passed.
    event ReleaseShares(address indexed owner, uint256 shares);
    event SetParameters(BackstopParameters parameters);
    event SetPool(uint8 indexed asset, uint24 fee, address pool);

    /// @notice Thrown when the quote token, or an asset without a position, is asked for where inventory or debt is meant.
    error BackstopAssetInvalid(uint8 asset);
    /// @notice Thrown when the vault has no room left: cash, the cap of the asset or that of the owner is used up
    /// [quote units].
    error BackstopRoomExhausted(uint256 actual, uint256 bound);
    /// @notice Thrown when a parameter is outside its hard bound.
    error BackstopParameterOutOfBounds(bytes32 name, uint256 actual, uint256 bound);
    /// @notice Thrown when an account of the vault itself is to be taken over.
    error BackstopOwnAccount(bytes32 account);
    /// @notice Thrown when the callback of a pool comes from something else, or outside a trade of the vault.
    error BackstopCallbackNotAllowed(address caller);
    /// @notice Thrown when somebody else ends a request whose window has not passed [unix seconds].
    error ExitWindowOpen(uint256 actual, uint256 bound);
    /// @notice Thrown when vault and desk are not built for the same engine, market and exit.
    error BackstopDeskMismatch(bytes32 actual, bytes32 bound);
    /// @notice Thrown when income is collected before the last one has vested [unix seconds].
    error HarvestTooEarly(uint256 actual, uint256 bound);
    /// @notice Thrown when the hedge ratio is inside the no-trade band [1e-4].
    error HedgeInBand(uint256 actual, uint256 bound);
    /// @notice Thrown when somebody other than the engine asks for a loss to be paid.
    error NotEngine(address caller);
    /// @notice Thrown when the pool stands beyond the price limit [square root of the price, 2^96 = 1].
    error PoolPriceBeyondLimit(uint256 actual, uint256 bound);
    /// @notice Thrown when an asset has no pool to trade in.
    error PoolNotSet(uint8 asset);
    /// @notice Thrown when shares that wait for their exit are transferred [shares].
    error SharesWaiting(uint256 actual, uint256 bound);
    /// @notice Thrown when trades of the last five minutes used up what depth allows [USD wad].
    error TradeRoomExhausted(uint256 actual, uint256 bound);

    function MARKET() external view returns (uint16);
    /// @notice Index of the quote token in the market.
    function QUOTE() external view returns (uint8);
    /// @notice Cooldown and window of an exit [seconds].
    function COOLDOWN() external view returns (uint256);
    function WINDOW() external view returns (uint256);
    /// @notice Marks of the vault [quote units] and whether every price they need is there.
    function marks() external view returns (uint256 low, uint256 high, bool pricesUp);
    /// @notice Whether the daily limit of exits holds: openings are closed, the market is nervous, or nobody can tell.
    function exitsLimited() external view returns (bool);
}

/// @title Shares of the vault, what the engine asks of it, and its state for screens.
interface IBackstopShares is IBackstop, IBackstopBase {
    /// @notice Starts the cooldown of some of the caller's shares, anew if one is running.
    function requestRedeem(uint256 shares) external;

    /// @notice Ends the request of the caller, or of an owner whose window has passed.
    function release(address owner) external;

    /// @notice Takes in the fees that the engine distributes and whatever was sent here; it counts linearly over a day.
    function harvest() external returns (uint256 income);

    /// @notice The pending exit of an owner; zero when there is none, or its window has passed.
    function exitOf(address owner) external view returns (BackstopExit memory);
    /// @notice Quote tokens that are not tied up [quote units].
    function freeCash() external view returns (uint256);

    function status() external view returns (BackstopStatus memory);
    function parameters() external view returns (BackstopParameters memory);
    function poolFeeOf(uint8 asset) external view returns (uint24);
}

/// @title What the vault does with its capital, and what governance sets.
/// @dev Served at the vault's own address, by delegatecall to its immutable desk: the code limit of EIP-170.
interface IBackstopDesk is IBackstopBase {
    /* TAKING OVER: permissionless */

    /// @notice Repays debt in the quote token of an account that is due for the backstop, from cash, and keeps the
    /// collateral as inventory.
    /// @param maxRepaid Most to repay; cut to cash and caps [quote units].
    /// @return repaid [quote units]
    /// @return seized [token units]
    /// @return reward To the caller: one and a half times the gas this takes, at most half of the bonus [quote units].
    function absorb(bytes32 account, uint8 collateralAsset, uint256 maxRepaid)
        external
        returns (uint256 repaid, uint256 seized, uint256 reward);

    /// @notice Takes debt in another asset, and the quote collateral behind it, into the vault's own account.
    /// @param maxRepaid Most debt to take; cut to cash and caps [token units].
    /// @return repaid [token units]
    /// @return seized [quote units]
    /// @return reward As `absorb` [quote units].
    function assume(bytes32 account, uint8 debtAsset, uint256 maxRepaid)
        external
        returns (uint256 repaid, uint256 seized, uint256 reward);

    /// @notice Brings the hedge ratio of an asset to its target: offsets inventory against own debt, then buys debt back,
    /// or sells inventory, through the pool; inside what depth and price limit allow.
    /// @return sold [token units or, for a purchase, quote units]
    /// @return bought The other one.
    /// @return reward To the caller [quote units].
    function rebalance(uint8 asset) external returns (uint256 sold, uint256 bought, uint256 reward);

    /// @notice Returns to cash what the vault's engine account holds beyond its margin.
    function trim() external returns (uint256 amount);

    /* GOVERNANCE */

    function setParameters(BackstopParameters calldata parameters) external;

    /// @notice Sets the pool against the quote token in which an asset is traded, by its fee [1e-6]; 0: none.
    function setPool(uint8 asset, uint24 fee) external;

    /* VIEWS */

    /// @notice What `absorb` and `assume` may still spend on an owner today [quote units].
    function ownerRoom(address owner) external view returns (uint256);
}

/// @title Backstop of one market: capital that takes positions over when nobody else does, and pays losses before
/// suppliers do. Shares are ERC-4626 over the market's quote token. `docs/backstop.md` tells the risks.
interface IBackstopVault is IERC4626, IBackstopShares, IBackstopDesk {}
