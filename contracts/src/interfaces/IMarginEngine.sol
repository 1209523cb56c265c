// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IMarginEngineLiquidation, NettingResult} from "./IMarginEngineLiquidation.sol";

/// @notice One user action on an account: collateral and debt move together, so that one call and one event serve it.
/// @param account Owner (20 bytes) ‖ index (12 bytes).
/// @param market Market of the account; an empty account enters it with this action.
/// @param collateralAsset Asset index of the collateral leg [0, 15].
/// @param debtAsset Asset index of the debt leg [0, 15].
/// @param collateralDelta Collateral in (positive, pulled from the caller) or out (negative) [token units].
/// `SETTLE_COLLATERAL` credits what arrived since `sync`.
/// @param collateralTo Receiver of collateral that leaves.
/// @param debtDelta Borrowed (positive) or repaid (negative, pulled from the caller) [token units].
/// `SETTLE_DEBT` repays with what arrived since `sync`; `REPAY_ALL` pulls exactly what is owed.
/// @param debtTo Receiver of borrowed tokens, or of the surplus of `SETTLE_DEBT`.
/// @param restTo If set, collateral of the leg that remains after `collateralDelta` is sent here: "close and pay out".
struct Adjustment {
    bytes32 account;
    uint16 market;
    uint8 collateralAsset;
    uint8 debtAsset;
    int256 collateralDelta;
    address collateralTo;
    int256 debtDelta;
    address debtTo;
    address restTo;
}

/// @dev Sentinels of `Adjustment`. Real amounts are below 2^112, so they cannot collide.
int256 constant SETTLE_COLLATERAL = type(int256).max;
int256 constant SETTLE_DEBT = type(int256).max;
int256 constant REPAY_ALL = type(int256).min;

/// @notice Risk parameters of one (market, asset), written by the risk source inside the rails of the engine.
/// @param volatilityMargin `v` [1e-4].
/// @param penalty `π`, the most a liquidator can earn [1e-4].
/// @param depth Value that moves the price by 1 % [USD, whole]; rounded down to 11 bits of mantissa.
/// @param correlations Usable correlation `ρ̂` with asset j in byte j [1/256].
struct RiskParameters {
    uint16 volatilityMargin;
    uint16 penalty;
    uint64 depth;
    uint128 correlations;
}

/// @notice Parameters of one reserve.
/// @param debtCap Most debt of the reserve [token units]; rounded down to 8 bits of mantissa.
/// @param supplyCap Most supplied assets [token units]; rounded down likewise.
/// @param minDebt An account owes this much or nothing [token units]; rounded up to a power of two.
/// @param feeShare Protocol's part of the interest [1/256].
/// @param ratePremium Added to the borrow rate [0.1 % a year].
/// @param collateralEnabled New collateral accepted.
/// @param borrowEnabled New debt accepted.
struct ReserveParameters {
    uint128 debtCap;
    uint128 supplyCap;
    uint128 minDebt;
    uint8 feeShare;
    uint16 ratePremium;
    bool collateralEnabled;
    bool borrowEnabled;
}

/// @notice Parameters of a market.
/// @param initialRatio `γ`, initial over maintenance margin [1e-4], more than 1.
/// @param targetHealth `h*`, where a liquidation stops [1e-4].
/// @param paused No new risk: borrowing and withdrawing against debt revert; everything that lowers risk works.
struct MarketParameters {
    uint16 initialRatio;
    uint16 targetHealth;
    bool paused;
}

/// @notice Everything stored about one reserve, unpacked, with interest accrued to now.
/// @param token ERC-20.
/// @param cash Tokens lent by suppliers and not borrowed [token units].
/// @param debt Debt of all borrowers, rounded up [token units].
/// @param fees Interest that belongs to the protocol [token units].
/// @param totalAssets What suppliers own: cash and debt without the fees [token units].
/// @param supplyShares Shares of all suppliers, without the virtual ones.
/// @param index Debt index [2^60 = 1].
/// @param rateAtTarget Borrow rate at target utilisation [wad, a year].
/// @param borrowRate Borrow rate now [wad, a year].
struct ReserveState {
    address token;
    uint256 cash;
    uint256 debt;
    uint256 fees;
    uint256 totalAssets;
    uint256 supplyShares;
    uint256 index;
    uint256 rateAtTarget;
    uint256 borrowRate;
    ReserveParameters parameters;
}

/// @notice Risk parameters in force now, ramp included.
/// @param maintenanceMargin `v` that the maintenance margin uses now [wad].
/// @param initialMargin `v` that the initial margin uses now [wad].
/// @param targetMargin `v` at the end of the ramp [wad].
/// @param penalty `π` [wad].
/// @param depth [USD, whole].
/// @param correlations As written.
struct RiskState {
    uint256 maintenanceMargin;
    uint256 initialMargin;
    uint256 targetMargin;
    uint256 penalty;
    uint256 depth;
    uint128 correlations;
}

/// @notice Value of an account and what it must hold.
/// @param collateral `C` [USD wad].
/// @param debt `D` [USD wad].
/// @param margin `MM`, or `IM` in the initial reading [USD wad].
struct Health {
    uint256 collateral;
    uint256 debt;
    uint256 margin;
}

/// @title Events of the engine: state can be rebuilt from them without a call.
interface IMarginEngineEvents {
    /// @notice Collateral or debt of an account moved.
    /// @param assets `market << 8 | collateralAsset << 4 | debtAsset`.
    /// @param collateralDelta Collateral in (+) or out (−) [token units].
    /// @param debtDelta Borrowed (+) or repaid (−) [token units].
    /// @param position Resulting collateral of the asset (high 128) and scaled debt of the asset (low 128).
    /// @param debtWord Resulting `DebtState` of the debt reserve; 0 if the debt did not move.
    /// @param cashWord Resulting `CashState` of the debt reserve; 0 if the debt did not move.
    event Adjust(
        bytes32 indexed account,
        address indexed caller,
        uint256 assets,
        int256 collateralDelta,
        int256 debtDelta,
        uint256 position,
        uint256 debtWord,
        uint256 cashWord
    );
    /// @notice Collateral alone moved; `position` as in `Adjust`, without the debt half.
    event MoveCollateral(
        bytes32 indexed account, address indexed caller, uint256 assets, int256 collateralDelta, uint256 collateral
    );
    /// @notice Debt of an account was repaid for its collateral. Units as in `Adjust`.
    /// @param repaid Debt repaid, without the fee [token units].
    /// @param bonus Liquidation bonus paid [wad].
    /// @param fee Paid on top of `repaid` to the fees of the debt reserve [token units].
    event Liquidate(
        bytes32 indexed account,
        address indexed caller,
        uint256 assets,
        uint256 repaid,
        uint256 seized,
        uint256 bonus,
        uint256 fee,
        uint256 position,
        uint256 debtWord,
        uint256 cashWord
    );
    /// @notice The auction clock of an account started (or stopped, or 0: ended).
    /// @param startedAt [unix seconds].
    event Mark(bytes32 indexed account, uint256 startedAt, bool stopped);
    /// @notice A slice of an account was taken in the soft zone. @param takenAt [unix seconds].
    event Slice(bytes32 indexed account, uint256 takenAt);
    event SetSoftZone(bytes32 indexed account, bool on);
    event SetNettable(bytes32 indexed account, bool on);
    /// @notice Takes drew on the throttle of a collateral.
    /// @param throttle Resulting word: `drawn << 40 | time` [USD wad, unix seconds].
    event Draw(uint256 indexed reserve, uint256 throttle);
    /// @notice An unhealthy account was closed against its opposite, at the mark.
    event Net(bytes32 indexed account, bytes32 indexed counterparty, address indexed caller, NettingResult result);
    /// @notice Debt that no collateral backs any more was written off: first against fees, then against the backstop, the
    /// rest against suppliers; `LossCovered` says how much.
    event WriteOff(
        bytes32 indexed account, uint256 assets, uint256 loss, uint256 feesLost, uint256 debtWord, uint256 cashWord
    );
    /// @notice Who bore a part of a loss: step 1 the fees of the reserve, 2 the market's backstop, 3 its suppliers. The
    /// steps of one `WriteOff` add up to its loss.
    event LossCovered(bytes32 indexed account, uint256 indexed reserve, uint8 step, uint256 amount);
    /// @notice What suppliers, then the backstop, had lost was paid back [token units].
    event Recover(uint256 indexed reserve, address indexed caller, uint256 toSuppliers, uint256 toBackstop);
    /// @notice A supplier took what was recovered for him [token units].
    event Claim(bytes32 indexed account, uint256 indexed reserve, address to, uint256 amount);
    /// @notice The backstop took debt and collateral of an unhealthy account over. Units as in `Adjust`.
    /// @param positions Resulting positions of account and `into`, each as in `Adjust`.
    event Assume(
        bytes32 indexed account,
        bytes32 indexed into,
        uint256 assets,
        uint256 repaid,
        uint256 seized,
        uint256 bonus,
        uint256[2] positions,
        uint256 debtWord,
        uint256 cashWord
    );
    event SetBackstop(uint16 indexed market, address indexed backstop);
    /// @notice Fees above the insurance target of a reserve went to its market's backstop [token units].
    event DistributeFees(
        uint16 indexed market, uint8 indexed asset, address backstop, uint256 amount, uint256 debtWord, uint256 cashWord
    );
    /// @notice Lender supplied (+) or redeemed (−) assets; `supplyWord` is the resulting `SupplyState`.
    event Lend(
        bytes32 indexed account,
        address indexed caller,
        uint256 reserve,
        int256 assets,
        uint256 shares,
        uint256 debtWord,
        uint256 cashWord,
        uint256 supplyWord
    );
    /// @notice Interest was accrued on its own.
    event Accrue(uint256 indexed reserve, uint256 debtWord, uint256 cashWord);
    /// @notice An account was filed anew in the liquidation map.
    event Touch(bytes32 indexed account, uint256 bucket);
    event FlashLoan(address indexed caller, address indexed receiver, address indexed token, uint256 amount);
    event SetOperator(address indexed owner, address indexed operator, bool approved);
    event CreateMarket(uint16 indexed market);
    event ListAsset(uint16 indexed market, uint8 indexed asset, address indexed token);
    event SetMarketParameters(uint16 indexed market, MarketParameters parameters);
    event SetReserveParameters(
        uint16 indexed market, uint8 indexed asset, ReserveParameters parameters, uint256 debtWord, uint256 cashWord
    );
    event SetRiskParameters(uint16 indexed market, uint8 indexed asset, RiskParameters parameters);
    /// @notice The coverage gate closed a market to new risk, or opened it again.
    event SetOpeningsClosed(uint16 indexed market, bool closed);
    /// @notice The risk engine set what new positions may do. `positionCap` [USD, whole], before it is rounded down to 7
    /// bits of mantissa.
    event SetOpeningLimits(
        uint16 indexed market, uint8 indexed asset, uint256 positionCap, bool halted, bool hedgeless
    );
    /// @param premium Added to the borrow rate from now on [0.1 % a year].
    event SetRatePremium(
        uint16 indexed market, uint8 indexed asset, uint16 premium, uint256 debtWord, uint256 cashWord
    );
    /// @param cap Most debt of the reserve [token units], before it is rounded down to 8 bits of mantissa.
    event SetDebtCap(uint16 indexed market, uint8 indexed asset, uint128 cap, uint256 cashWord);
    event CollectFees(
        uint16 indexed market, uint8 indexed asset, address to, uint256 amount, uint256 debtWord, uint256 cashWord
    );
}

/// @title What moves value: accounts and lenders.
/// @notice An account is healthy while `C − MM ≥ D`; an action that adds risk must leave `C − IM ≥ D`.
interface IMarginEngineCore is IMarginEngineEvents {
    /* ACCOUNTS */

    /// @notice Moves collateral into an account.
    /// @dev Requirements: caller is owner or operator; asset is enabled as collateral; the whole amount arrives.
    function deposit(bytes32 account, uint16 market, uint8 asset, uint256 amount) external;

    /// @notice Moves collateral out; `amount == type(uint256).max` takes all of it.
    /// @dev Requirements: caller is owner or operator; with debt, `C − IM ≥ D` after and the market is not paused.
    function withdraw(bytes32 account, uint8 asset, uint256 amount, address to) external;

    /// @notice Borrows into `to`.
    /// @dev Requirements: caller is owner or operator; cash, debt cap, minimum debt; `C − IM ≥ D` after; not paused.
    function borrow(bytes32 account, uint16 market, uint8 asset, uint256 amount, address to) external;

    /// @notice Repays; more than is owed repays what is owed, so `type(uint256).max` repays all.
    /// @dev Requirements: caller is owner or operator; the rest is 0 or at least the minimum debt.
    /// @return repaid Tokens pulled from the caller.
    function repay(bytes32 account, uint8 asset, uint256 amount) external returns (uint256 repaid);

    /// @notice The general action, for executors and for integrators that want one call.
    /// @return collateralDelta Collateral that moved [token units].
    /// @return debtDelta Debt that moved [token units].
    function adjust(Adjustment calldata adjustment) external returns (int256 collateralDelta, int256 debtDelta);

    /// @notice Lends the caller's authority over one account to `executor` for this call; one check at the end.
    /// @dev Requirements: caller is owner or operator; if risk was added, `C − IM ≥ D` after and not paused.
    function execute(bytes32 account, address executor, bytes calldata data) external;

    /// @notice As `execute`, for lowering risk: instead of the initial margin, health must not be lower than before.
    /// @dev Works while paused and below the initial margin. Requirements: collateral only leaves, debt is
    /// only repaid; no debt after, or health not
    /// lower than before and collateral worth at most 1.1 times the debt repaid gone.
    function deleverage(bytes32 account, address executor, bytes calldata data) external;

    /// @notice Notes the engine's balance of a token, so that the next `SETTLE_*` credits what arrives after.
    /// @dev Only the current executor; one token at a time; must be settled before `execute` ends.
    function sync(uint16 market, uint8 asset) external;

    /* LENDERS */

    /// @notice Supplies to a reserve; the shares belong to `account`.
    /// @return shares Shares credited, rounded down.
    function supply(bytes32 account, uint16 market, uint8 asset, uint256 amount) external returns (uint256 shares);

    /// @notice Redeems shares; `type(uint256).max` redeems all.
    /// @return assets Tokens sent, rounded down.
    function redeem(bytes32 account, uint16 market, uint8 asset, uint256 shares, address to)
        external
        returns (uint256 assets);

    /* ANYONE */

    /// @notice Files the debt of an account anew in the liquidation map, at the prices and parameters of now.
    /// @return bucket See `LiquidationBuckets`; 0 if its debt can be liquidated at any price, or it has none.
    function touch(bytes32 account) external returns (uint256 bucket);

    /* VIEWS: revert while an action is running, so that no callback reads a half-written state */

    /// @notice Maintenance reading: liquidatable when `collateral < debt + margin`.
    /// @dev Reverts with `PriceUnavailable` if a price of the account is down.
    function health(bytes32 account) external view returns (Health memory);

    /// @notice Initial reading: the next risk-increasing action must leave `collateral ≥ debt + margin`.
    function initialHealth(bytes32 account) external view returns (Health memory);

    /// @notice Collateral and debt of one pair; callable by the running executor.
    function amounts(bytes32 account, uint8 collateralAsset, uint8 debtAsset)
        external
        view
        returns (uint256 collateral, uint256 debt);

    /// @notice Price oracle, fixed for the life of the engine.
    function ORACLE() external view returns (address);
}

/// @title What is called rarely: parameters, operators by signature, and unpacked state.
/// @dev Served at the engine's own address, by delegatecall to its immutable extension: the code limit of EIP-170.
interface IMarginEngineExtension is IMarginEngineEvents {
    /// @notice Lets `operator` act on every account of the caller, or not any more.
    function setOperator(address operator, bool approved) external;

    /// @notice `setOperator` by EIP-712 signature of the owner (EOA, ERC-1271 or ERC-7702).
    function setOperatorWithSignature(
        address owner,
        address operator,
        bool approved,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Brings interest of a reserve to now.
    function accrue(uint16 market, uint8 asset) external;

    /// @notice Lends any token for one call, free; `IFlashLoanCallback.onFlashLoan` must leave the allowance to repay.
    function flashLoan(address token, uint256 amount, address receiver, bytes calldata data) external;

    /* GOVERNANCE: behind the AccessManager, inside hard bounds */

    function createMarket(uint16 market, MarketParameters calldata parameters) external;
    function listAsset(
        uint16 market,
        uint8 asset,
        address token,
        ReserveParameters calldata reserve,
        RiskParameters calldata risk
    ) external;
    function setMarketParameters(uint16 market, MarketParameters calldata parameters) external;
    function setReserveParameters(uint16 market, uint8 asset, ReserveParameters calldata parameters) external;
    function setRiskParameters(uint16 market, uint8 asset, RiskParameters calldata parameters) external;
    function setPaused(uint16 market, bool paused) external;
    /// @notice While closed, every action that adds risk reverts; what lowers risk works, as in a pause. For the coverage
    /// gate: pausing is the guardian's.
    function setOpeningsClosed(uint16 market, bool closed) external;
    /// @notice What new positions may do, for the risk engine: open ones are not touched, and what lowers risk works.
    /// @param positionCap Most debt that a position in this asset may carry [USD, whole], not 0.
    /// @param halted Whether every action that adds risk in the market reverts.
    /// @param hedgeless Whether the initial margin of the market gives no hedge credit.
    function setOpeningLimits(uint16 market, uint8 asset, uint256 positionCap, bool halted, bool hedgeless) external;
    /// @notice Changes the premium on the borrow rate and nothing else; interest until now is at the old one.
    /// @param premium At most 1,000 [0.1 % a year].
    function setRatePremium(uint16 market, uint8 asset, uint16 premium) external;
    /// @notice Changes the debt cap and nothing else.
    /// @param cap [token units]; at most what the liquidation map can count, see `AssetConfig.maxDebtCap`.
    function setDebtCap(uint16 market, uint8 asset, uint128 cap) external;
    function collectFees(uint16 market, uint8 asset, address to) external returns (uint256 amount);

    /* VIEWS */

    /// @notice Market and, per asset, collateral and debt (rounded up, accrued to now) of an account [token units].
    function position(bytes32 account)
        external
        view
        returns (uint16 market, uint256[16] memory collateral, uint256[16] memory debt);

    function sharesOf(bytes32 account, uint16 market, uint8 asset) external view returns (uint256);
    function reserve(uint16 market, uint8 asset) external view returns (ReserveState memory);
    function risk(uint16 market, uint8 asset) external view returns (RiskState memory);
    function marketParameters(uint16 market) external view returns (MarketParameters memory);
    /// @notice Whether the coverage gate keeps new risk out of a market.
    function openingsClosed(uint16 market) external view returns (bool);
    /// @notice What new positions may do, see `setOpeningLimits`; `positionCap` is the largest number without a cap.
    function openingLimits(uint16 market, uint8 asset)
        external
        view
        returns (uint256 positionCap, bool halted, bool hedgeless);
    /// @notice Debt by liquidation price, of the accounts whose primary pair this is, accrued to now [token units of
    /// debtAsset]. Bucket i as in `LiquidationBuckets`; 256 of them. An account counts for what it owes in whole units of
    /// the map, 2^debtUnit each: a thousandth of the minimum debt when the asset was listed, or less.
    function liquidationMap(uint16 market, uint8 debtAsset, uint8 collateralAsset)
        external
        view
        returns (uint256[] memory debts);
    /// @notice Debt of a pair that a fall of its collateral against the debt by `gap` [wad, at most 0.9] would make
    /// liquidatable, with what is so already [token units of debtAsset]. The bucket at the edge counts whole. At most 37
    /// words of storage.
    /// @dev Reverts with `PriceUnavailable` if one of the two prices is down.
    function debtAtRisk(uint16 market, uint8 debtAsset, uint8 collateralAsset, uint256 gap)
        external
        view
        returns (uint256);
    /// @notice Debt of a reserve that the map does not show: what accounts owe beyond their primary debt [token units].
    function unmappedDebt(uint16 market, uint8 asset) external view returns (uint256);
    /// @notice Number of assets listed in a market (they are listed in order 0, 1, 2…).
    function assetCount(uint16 market) external view returns (uint8);
    function isOperator(address owner, address operator) external view returns (bool);
    function nonces(address owner) external view returns (uint256);
}

/// @title Margin engine: accounts, reserves, margin requirement and liquidation of Gimbal.
interface IMarginEngine is IMarginEngineCore, IMarginEngineExtension, IMarginEngineLiquidation {}
