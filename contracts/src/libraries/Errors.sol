// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title Errors of the engine, in one list. Limits carry the actual value and the bound.
library Errors {
    /// @notice Thrown when an account already belongs to another market.
    error AccountInOtherMarket(uint16 actual, uint16 requested);
    /// @notice Thrown when an amount does not fit its storage [token units].
    error AmountTooLarge(uint256 actual, uint256 bound);
    /// @notice Thrown when an asset index is not listed in the market.
    error AssetNotListed(uint16 market, uint8 asset);
    /// @notice Thrown when an asset is listed out of order or twice, or the token has no code.
    error AssetListing(uint16 market, uint8 asset, address token);
    /// @notice Thrown when the backstop takes an account over that takers may still take [seconds].
    error BackstopNotDue(uint256 actual, uint256 bound);
    /// @notice Thrown when new debt is refused for an asset.
    error BorrowDisabled(uint16 market, uint8 asset);
    /// @notice Thrown when a call arrives while another one runs, or an executor acts outside its authority.
    error CallNotAllowed();
    /// @notice Thrown when new collateral is refused for an asset.
    error CollateralDisabled(uint16 market, uint8 asset);
    /// @notice Thrown when a reserve would exceed its debt cap [token units].
    error DebtCapExceeded(uint256 actual, uint256 bound);
    /// @notice Thrown when the debt left would be less than the minimum [token units].
    error DebtBelowMinimum(uint256 actual, uint256 bound);
    /// @notice Thrown when a deadline has passed [unix seconds].
    error DeadlinePassed(uint256 actual, uint256 bound);
    /// @notice Thrown when the caller leaves less gas than the backstop may need to bear a loss.
    error GasTooLow(uint256 actual, uint256 bound);
    /// @notice Thrown when health after `deleverage` is lower than before [wad].
    error HealthLowered(uint256 actual, uint256 bound);
    /// @notice Thrown when collateral after an action is less than debt plus initial margin [USD wad].
    error InitialMarginNotMet(uint256 actual, uint256 bound);
    /// @notice Thrown when an account has less collateral of an asset than asked for [token units].
    error InsufficientCollateral(uint256 actual, uint256 bound);
    /// @notice Thrown when a reserve has less cash than asked for [token units].
    error InsufficientCash(uint256 actual, uint256 bound);
    /// @notice Thrown when an account has fewer supply shares than asked for.
    error InsufficientShares(uint256 actual, uint256 bound);
    /// @notice Thrown when a signature does not match its owner.
    error InvalidSignature();
    /// @notice Thrown when an executor is the engine itself or a precompile.
    error InvalidExecutor(address executor);
    /// @notice Thrown when tokens are sent to the engine or to nobody.
    error InvalidReceiver(address receiver);
    /// @notice Thrown when an account is netted whose rank has not come: its debt over its collateral [wad].
    error LeverageBelowThreshold(uint256 actual, uint256 bound);
    /// @notice Thrown when a market is created twice or has index 0.
    error MarketExists(uint16 market);
    /// @notice Thrown when risk is added in a market that the risk engine halted.
    error MarketHalted(uint16 market);
    /// @notice Thrown when a market does not exist.
    error MarketNotFound(uint16 market);
    /// @notice Thrown when risk is added in a paused market.
    error MarketPaused(uint16 market);
    /// @notice Thrown when somebody else than the market's backstop takes an account over.
    error NotBackstop(address actual, address bound);
    /// @notice Thrown when the caller is neither owner nor operator of the account.
    error NotAuthorized(bytes32 account, address caller);
    /// @notice Thrown when `deleverage` takes collateral in or debt on: it only sells and repays.
    error NotDeleveraging();
    /// @notice Thrown when a liquidation asks for an account whose collateral covers debt and margin [USD wad].
    error NotLiquidatable(uint256 actual, uint256 bound);
    /// @notice Thrown when risk is added in a market whose liquidations are not covered well enough.
    error OpeningsClosed(uint16 market);
    /// @notice Thrown when the owner liquidates his own account.
    error OwnAccount(bytes32 account);
    /// @notice Thrown when seizing this asset for this debt would lower the health of a solvent account: another pair of
    /// it raises health.
    error PairLowersHealth(uint8 collateralAsset, uint8 debtAsset);
    /// @notice Thrown when a position would be larger than the depth of one of its assets carries [USD wad].
    error PositionCapExceeded(uint16 market, uint8 asset, uint256 actual, uint256 bound);
    /// @notice Thrown when a parameter is outside its hard bound.
    error ParameterOutOfBounds(bytes32 name, uint256 actual, uint256 bound);
    /// @notice Thrown when a take would pay more than asked for one unit of collateral [wad of debt units].
    error PriceAboveMaximum(uint256 actual, uint256 bound);
    /// @notice Thrown when netting has taken half of a debt of an account that did not ask for it [scaled debt].
    error NettedToHalf(uint256 actual, uint256 bound);
    /// @notice Thrown when an account that did not ask for it is netted before takers had their time [seconds].
    error NettingNotDue(uint256 actual, uint256 bound);
    /// @notice Thrown when an account does not hold what the other owes, and owe what it holds, in the same market.
    error NotOpposite(bytes32 account);
    /// @notice Thrown when a price that is needed is down.
    error PriceUnavailable(uint16 market, uint8 asset);
    /// @notice Thrown when netting would raise the maintenance margin of the counterparty [USD wad].
    error RequirementRaised(uint256 actual, uint256 bound);
    /// @notice Thrown when an account would hold and owe the same asset: repay, or withdraw it, instead.
    error SameAsset(uint16 market, uint8 asset);
    /// @notice Thrown when the last slice of an account in the soft zone is too recent [unix seconds].
    error SliceTooSoon(uint256 actual, uint256 bound);
    /// @notice Thrown when `deleverage` gives up more collateral than the debt it repays and a tenth [USD wad].
    error SoldTooMuch(uint256 actual, uint256 bound);
    /// @notice Thrown when a reserve would exceed its supply cap [token units].
    error SupplyCapExceeded(uint256 actual, uint256 bound);
    /// @notice Thrown when a synced token is not the one moved, or a sync is left open.
    error SyncMismatch(address synced, address moved);
    /// @notice Thrown when takes have used up what the market of a collateral bears for now [USD wad].
    error Throttled(uint256 actual, uint256 bound);
    /// @notice Thrown when fewer tokens arrived than were sent [token units].
    error TransferShort(uint256 actual, uint256 bound);
    /// @notice Thrown when an amount is zero, or so small that it rounds to nothing.
    error ZeroAmount();
}
