// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Health, MarketParameters, ReserveState, RiskState} from "./IMarginEngine.sol";
import {PriceReport} from "./IPriceOracle.sol";

/// @param openingLow, openingHigh Price bounds for adding risk [USD · 10^(36 − decimals)]; 0 while down.
/// @param maintenanceLow, maintenanceHigh Price bounds for liquidation [same unit]; 0 while down.
/// @param positionCap Most debt that a new position in this asset may carry [USD, whole]; the largest number without one.
struct AssetView {
    uint8 asset;
    string symbol;
    uint8 decimals;
    uint256 openingLow;
    uint256 openingHigh;
    uint256 maintenanceLow;
    uint256 maintenanceHigh;
    PriceReport price;
    ReserveState reserve;
    RiskState risk;
    uint256 positionCap;
}

/// @param openingsClosed The coverage gate keeps new risk out.
/// @param halted The risk engine keeps new risk out.
/// @param hedgeless New risk gets no hedge credit.
struct MarketView {
    uint16 market;
    MarketParameters parameters;
    bool openingsClosed;
    bool halted;
    bool hedgeless;
    AssetView[] assets;
}

/// @param priced False while a price the account needs is down: `maintenance` and `initial` are then unknown, not 0.
struct AccountView {
    bytes32 account;
    uint16 market;
    uint256[16] collateral;
    uint256[16] debt;
    bool priced;
    Health maintenance;
    Health initial;
}

/// @notice Supply of one reserve; there is one entry per reserve of the markets asked for, held or not.
/// @param shares Supply shares of the owner's account 0.
/// @param assets What they redeem for now, rounded down [token units].
struct LenderView {
    uint16 market;
    uint8 asset;
    uint256 shares;
    uint256 assets;
}

/// @notice One entry per token of the markets asked for, in the order of first use.
struct WalletView {
    address token;
    uint256 balance;
    uint256 engineAllowance;
    uint256 routerAllowance;
}

struct PoolView {
    address pool;
    uint160 sqrtPriceX96;
    int24 tick;
    uint128 liquidity;
    uint24 fee;
}

struct Snapshot {
    uint256 blockNumber;
    uint256 timestamp;
    MarketView[] markets;
    AccountView[] accounts;
    LenderView[] lender;
    WalletView[] wallet;
    PoolView[] pools;
}

/// @title Everything a trade page or a keeper needs, in one call.
interface ILens {
    /// @notice State of markets, accounts, pools and one wallet at one block.
    /// @param markets Markets to read.
    /// @param accounts Accounts to read, of any market.
    /// @param pools Uniswap v3 pools to read.
    /// @param user Wallet and lender; `address(0)` leaves `wallet` and `lender` empty.
    function snapshot(uint16[] calldata markets, bytes32[] calldata accounts, address[] calldata pools, address user)
        external
        view
        returns (Snapshot memory);

    /// @notice Accounts alone, for keepers.
    function accounts(bytes32[] calldata ids) external view returns (AccountView[] memory);
}
