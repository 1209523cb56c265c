// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, IMarginEngineCore} from "../interfaces/IMarginEngine.sol";
import {Errors} from "../libraries/Errors.sol";
import {LiquidationBuckets} from "../libraries/LiquidationBuckets.sol";
import {MarginMath} from "../libraries/MarginMath.sol";
import {EnginePositionCaps} from "./EnginePositionCaps.sol";
import {AccountWord} from "./types/AccountWord.sol";
import {MarketWord} from "./types/MarketWord.sol";

/// @title Health of accounts, and the check that ends every action.
abstract contract EngineRisk is EnginePositionCaps, IMarginEngineCore {
    /// @inheritdoc IMarginEngineCore
    function ORACLE() external view returns (address) {
        return PRICE_ORACLE;
    }

    /// @inheritdoc IMarginEngineCore
    function health(bytes32 account) external view whenIdle returns (Health memory) {
        return _health(account, _accounts[account]);
    }

    /// @inheritdoc IMarginEngineCore
    function initialHealth(bytes32 account) external view whenIdle returns (Health memory h) {
        AccountWord word = _accounts[account];
        if (word.isEmpty()) return h;
        uint256 market = word.market();
        _sums(h, account, word, _prices(true, market, word.assetMask()), true);
        h.margin = MarginMath.initialMargin(h.margin, _markets[market].initialRatio());
    }

    /// @inheritdoc IMarginEngineCore
    function touch(bytes32 account) external locked returns (uint256 bucket) {
        AccountWord word = _accounts[account];
        if (word.debtMask() == 0) return 0;
        (, bucket) = _reading(account, word);
        _storeMapped(account, word, word, bucket);
        emit Touch(account, bucket);
    }

    function _health(bytes32 account, AccountWord word) internal view returns (Health memory h) {
        if (!word.isEmpty()) _sums(h, account, word, _prices(false, word.market(), word.assetMask()), false);
    }

    /// @dev Maintenance reading of an account with debt, and its bucket in the liquidation map.
    function _reading(bytes32 account, AccountWord word) internal view returns (Health memory h, uint256 bucket) {
        uint256[16] memory prices = _prices(false, word.market(), word.assetMask());
        _sums(h, account, word, prices, false);
        bucket = _bucketOf(word, h, prices, false);
    }

    /// @dev Ends an action: checks it if it added risk, files the debt in the map, stores the account.
    /// @param before Word of the account when the action began.
    function _settleAccount(bytes32 account, AccountWord before, AccountWord word, uint256 effects) internal {
        // without debt there is nothing to check, and no price is needed to leave
        uint256 bucket = SAME_BUCKET;
        if (effects & ADDED_RISK != 0 && word.debtMask() != 0) {
            bucket = _requireInitialMargin(account, word);
            // a withdrawal that leaves the account safer than its bucket says is not worth two more words
            if (word.sameButCollateral(before) && LiquidationBuckets.isSafer(bucket, before.bucket())) {
                bucket = SAME_BUCKET;
            }
        }
        _storeMapped(account, before, word, bucket);
    }

    /// @dev Check of every action that added risk: `C ≥ D + IM` at opening prices, in a market that takes new risk.
    /// @return Bucket of the account in the liquidation map.
    function _requireInitialMargin(bytes32 account, AccountWord word) private view returns (uint256) {
        uint256 market = word.market();
        MarketWord parameters = _markets[market];
        if (parameters.paused()) revert Errors.MarketPaused(uint16(market));
        if (parameters.openingsClosed()) revert Errors.OpeningsClosed(uint16(market));
        if (parameters.halted()) revert Errors.MarketHalted(uint16(market));
        uint256[16] memory prices = _prices(true, market, word.assetMask());
        Health memory h;
        _sums(h, account, word, prices, true);
        uint256 needed = h.debt + MarginMath.initialMargin(h.margin, parameters.initialRatio());
        if (h.collateral < needed) revert Errors.InitialMarginNotMet(h.collateral, needed);
        if (parameters.hasPositionCaps()) _requirePositionCaps(account, word, parameters, prices, h.debt);
        return _bucketOf(word, h, prices, true);
    }

    /// @dev Debt cannot hide behind dust of an asset without a price: liquidation needs the price of every leg, so an
    /// account that owes starts a new leg only with a price.
    function _requirePrice(uint256 market, uint256 asset) internal view {
        _bound(_prices(false, market, 1 << asset), market, asset, true);
    }
}
