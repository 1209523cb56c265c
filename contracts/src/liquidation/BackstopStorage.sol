// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {BackstopExit, BackstopParameters, IBackstopBase} from "../interfaces/IBackstopVault.sol";
import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {IPriceOracle} from "../interfaces/IPriceOracle.sol";
import {IRiskEngine} from "../interfaces/IRiskEngine.sol";
import {UniswapPools} from "../libraries/UniswapPools.sol";
import {BackstopBounds} from "./BackstopBounds.sol";

/// @notice What a vault is built with and never changes.
/// @param engine The engine. @param market Market it stands behind. @param quote Its quote asset.
/// @param riskEngine Tells regime, forecast and depth. @param factory Of the Uniswap v3 pools it trades in.
/// @param authority AccessManager of the two setters.
/// @param gasMarket, gasAsset Listing whose price is that of the chain's coin: a token of 18 decimals.
/// @param cooldown, window Of an exit [seconds]. @param name, symbol Of the shares.
struct BackstopSetup {
    IMarginEngine engine;
    uint16 market;
    uint8 quote;
    IRiskEngine riskEngine;
    address factory;
    address authority;
    uint16 gasMarket;
    uint8 gasAsset;
    uint32 cooldown;
    uint32 window;
    string name;
    string symbol;
}

/// @title State of a backstop vault.
/// @dev Shared by the vault and its desk, which runs on the vault's storage: both inherit it before anything else that
/// stores, and test/liquidation/BackstopLayout.t.sol pins the slots. Cash and inventory are what the vault booked, never a balance: a token that is sent here changes nothing.
abstract contract BackstopStorage is AccessManaged, ReentrancyGuardTransient, IBackstopBase {
    using RateLimiter for RateLimiter.SlidingWindow;

    uint256 internal constant DAY = 1 days;
    uint256 internal constant TRADE_WINDOW = 5 minutes;

    IMarginEngine public immutable ENGINE;
    IPriceOracle public immutable ORACLE;
    IRiskEngine public immutable RISK_ENGINE;
    address public immutable FACTORY;
    /// @inheritdoc IBackstopBase
    uint16 public immutable MARKET;
    /// @inheritdoc IBackstopBase
    uint8 public immutable QUOTE;
    uint16 public immutable GAS_MARKET;
    uint8 public immutable GAS_ASSET;
    /// @inheritdoc IBackstopBase
    uint256 public immutable COOLDOWN;
    /// @inheritdoc IBackstopBase
    uint256 public immutable WINDOW;
    /// @notice The quote token.
    address internal immutable TOKEN;
    /// @notice Hash of all the above: vault and desk must agree.
    bytes32 public immutable SETUP;

    /// @dev Cash that a running `absorb` is about to pay.
    uint256 internal transient _reserved;

    BackstopParameters internal _parameters;
    /// @dev Free cash, what still vests included [quote units].
    uint256 internal _cash;
    /// @dev Income that vests linearly until `_vestedAt`.
    uint128 internal _vesting;
    uint40 internal _vestedAt;
    /// @dev Bit i set: asset i is in the inventory.
    uint16 internal _inventoryMask;
    /// @dev Losses paid so far [quote units].
    uint256 internal _covered;
    /// @dev Shares of all requests that were neither redeemed nor released.
    uint256 internal _queued;
    mapping(uint256 asset => uint256) internal _inventory;
    /// @dev Inventory, and debt, taken over since there was none.
    mapping(uint256 asset => uint256) internal _taken;
    mapping(uint256 asset => uint256) internal _assumed;
    mapping(uint256 asset => uint24) internal _poolFees;
    mapping(address owner => BackstopExit) internal _exits;
    /// @dev What left, what was spent by owner, and what was traded by asset, each in the last period.
    RateLimiter.SlidingWindow internal _left;
    RateLimiter.SlidingWindow internal _spent;
    RateLimiter.SlidingWindow internal _traded;

    constructor(BackstopSetup memory s) AccessManaged(s.authority) {
        BackstopBounds.checkExit(s.cooldown, s.window);
        TOKEN = s.engine.reserve(s.market, s.quote).token;
        uint8 gasDecimals = IERC20Metadata(s.engine.reserve(s.gasMarket, s.gasAsset).token).decimals();
        require(gasDecimals == 18, BackstopParameterOutOfBounds("gasDecimals", gasDecimals, 18));
        (ENGINE, ORACLE, RISK_ENGINE, FACTORY) = (s.engine, IPriceOracle(s.engine.ORACLE()), s.riskEngine, s.factory);
        (MARKET, QUOTE, GAS_MARKET, GAS_ASSET) = (s.market, s.quote, s.gasMarket, s.gasAsset);
        (COOLDOWN, WINDOW) = (s.cooldown, s.window);
        SETUP = keccak256(abi.encode(s));
    }

    /// @dev For the vault's constructor. The caps depend on the size of the vault: the windows only remember.
    function _startWindows() internal {
        _left.updateSettings(uint48(DAY), type(uint208).max);
        _spent.updateSettings(uint48(DAY), type(uint208).max);
        _traded.updateSettings(uint48(TRADE_WINDOW), type(uint208).max);
    }

    function _setParameters(BackstopParameters memory p) internal {
        BackstopBounds.check(p);
        _parameters = p;
        emit SetParameters(p);
    }

    /// @dev The vault's own account in the engine: quote collateral, and the debts it assumed.
    function _account() internal view returns (bytes32) {
        return bytes32(bytes20(address(this)));
    }

    function _tokenOf(uint8 asset_) internal view returns (address) {
        return ENGINE.reserve(MARKET, asset_).token;
    }

    function _pool(address token, uint24 fee) internal view returns (address) {
        return UniswapPools.poolOf(FACTORY, token, TOKEN, fee);
    }

    function _ownerOf(bytes32 account) internal pure returns (address) {
        return address(bytes20(account));
    }
}
