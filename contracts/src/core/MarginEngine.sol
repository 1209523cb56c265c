// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {
    IEngineAuctions,
    IEngineBackstop,
    IEngineNetting,
    IEngineTakes
} from "../interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../libraries/Errors.sol";
import {EngineLending} from "./EngineLending.sol";
import {EngineRequirement} from "./EngineRequirement.sol";
import {AccountWord} from "./types/AccountWord.sol";

/// @title Margin engine of Gimbal
/// @notice Accounts, reserves, margin requirement and liquidation. Immutable: the code here, in the extension and in the
/// modules of liquidation, clearing and netting, whose addresses are fixed at construction, is all there will ever be.
///
/// MARKETS. A market is a closed risk universe of up to 16 assets with its own lenders. An isolated pool is a market
/// with two assets, cross margin a market with several: the same code. A loss never leaves its market, nor its reserve.
///
/// ACCOUNTS. `owner (20 bytes) ‖ index (12 bytes)`. An account is in one market at a time and never holds and owes the
/// same asset. Collateral is never lent: an account without debt can always take all of it out, without any price.
///
/// HEALTH. Liquidatable ⇔ `C < D + MM`; an action that adds risk must leave `C ≥ D + IM`. Opening values collateral at
/// the lower and debt at the higher bound of the oracle, liquidation the reverse.
///
/// AUTHORITY. Owner and operators act; `execute` lends the caller's authority over one account to one contract for one
/// call, in transient storage. Nobody else can lower collateral or raise debt, except by liquidation when unhealthy.
///
/// REQUIREMENTS ON TOKENS. Plain ERC-20: a transfer moves exactly its amount (else it reverts here), balances do not
/// rebase, and no more than 2^96 − 1 units are held by one account. Tokens may call back: state is written first and the
/// lock holds for all entry points and all views of value.
///
/// REQUIREMENTS ON THE ORACLE. Fixed at construction. A price of 0 is "down": actions that need it revert, actions that
/// lower risk without a price (deposit, repay, full close, withdrawal without debt) work.
///
/// ROUNDING. Against the caller: debt, requirement and repayments up; collateral value, seized amounts and shares down.
/// The sum of debts, each rounded up, may exceed the total by one unit per borrower.
///
/// BAD DEBT. When a liquidation takes the last collateral, the debt that remains is written off in the same call:
/// against the protocol's fees of that reserve, then the market's backstop, then its suppliers, who have a claim on what
/// is recovered. See docs/liquidation.md.
///
/// PAUSE. Stops new risk only. Liquidation, repayment, deleveraging and leaving always work.
contract MarginEngine is EngineLending {
    /// @notice Code of `IMarginEngineExtension` and `IEngineLosses`, run on this storage: one contract cannot hold all (EIP-170).
    address public immutable EXTENSION;
    /// @notice Code of `IEngineTakes` and `IEngineAuctions`, likewise.
    address public immutable LIQUIDATION;
    /// @notice Code of `IEngineBackstop`, likewise.
    address public immutable CLEARING;
    /// @notice Code of `IEngineNetting`, likewise.
    address public immutable NETTING;

    /// @param liquidation Must have been given the same oracle. @param clearing Likewise. @param netting Likewise.
    constructor(
        address oracle,
        address authority_,
        address extension,
        address liquidation,
        address clearing,
        address netting
    ) EngineRequirement(oracle) AccessManaged(authority_) {
        (EXTENSION, LIQUIDATION, CLEARING, NETTING) = (extension, liquidation, clearing, netting);
    }

    /// @dev Every selector that is not here belongs to one of the modules. No value: not payable.
    fallback() external {
        address module = _moduleOf(msg.sig);
        // beyond the free memory pointer, because one block that is not memory-safe costs the optimiser the whole contract
        assembly ("memory-safe") {
            let data := mload(0x40)
            calldatacopy(data, 0, calldatasize())
            let success := delegatecall(gas(), module, data, calldatasize(), 0, 0)
            returndatacopy(data, 0, returndatasize())
            if iszero(success) { revert(data, returndatasize()) }
            return(data, returndatasize())
        }
    }

    function _moduleOf(bytes4 s) private view returns (address) {
        if (_isLiquidation(s)) return LIQUIDATION;
        if (s == IEngineNetting.net.selector || s == IEngineNetting.quoteNetting.selector) return NETTING;
        return _isClearing(s) ? CLEARING : EXTENSION;
    }

    /// @dev Selectors of takes and auctions, the hot ones first; a test compares them with the interfaces.
    function _isLiquidation(bytes4 s) private pure returns (bool) {
        return s == IEngineTakes.liquidate.selector || s == IEngineTakes.liquidateMany.selector
            || s == IEngineAuctions.mark.selector || s == IEngineTakes.quoteLiquidation.selector
            || s == IEngineTakes.throttleRoom.selector || s == IEngineAuctions.auction.selector
            || s == IEngineAuctions.setSoftZone.selector || s == IEngineAuctions.setNettable.selector;
    }

    /// @dev Selectors of the backstop, likewise.
    function _isClearing(bytes4 s) private pure returns (bool) {
        return s == IEngineBackstop.absorb.selector || s == IEngineBackstop.assume.selector
            || s == IEngineBackstop.setBackstop.selector || s == IEngineBackstop.distributeFees.selector
            || s == IEngineBackstop.backstop.selector;
    }

    /// @inheritdoc IMarginEngineCore
    function amounts(bytes32 account, uint8 collateralAsset, uint8 debtAsset)
        external
        view
        returns (uint256 collateral, uint256 debt)
    {
        uint256 lock = _lock;
        require(lock == 0 || uint160(lock) == uint160(msg.sender), Errors.CallNotAllowed());
        require(collateralAsset < MAX_ASSETS, Errors.AssetNotListed(0, collateralAsset));
        require(debtAsset < MAX_ASSETS, Errors.AssetNotListed(0, debtAsset));
        AccountWord word = _accounts[account];
        collateral = _collateralOf(account, word, collateralAsset);
        uint256 scaled = _scaledDebtOf(account, word, debtAsset);
        if (scaled != 0) debt = _accruedDebt(word.market(), debtAsset).debtOf(scaled);
    }
}
