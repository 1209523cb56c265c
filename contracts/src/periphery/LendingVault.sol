// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeCastLib} from "solady/utils/SafeCastLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {MAX_AMOUNT, MAX_SHARES} from "../core/types/ReserveWords.sol";
import {ILendingVaultBase} from "../interfaces/ILendingVault.sol";
import {IMarginEngine, ReserveState} from "../interfaces/IMarginEngine.sol";
import {Errors} from "../libraries/Errors.sol";
import {SupplyMath} from "../libraries/SupplyMath.sol";

/// @title Lending vault: the lending side of one reserve as an ERC-4626 token
///
/// VALUE. The vault holds nothing but shares of the reserve in an account of its own. Its books are the engine's: tokens
/// or shares sent to it count nowhere, so nobody can move the price of a share by a gift.
///
/// PRICE. Two steps, each rounded against the caller: share of the vault ↔ share of the reserve ↔ asset. The first is
/// one to one, plus what rounding and recoveries left behind; the second, with the virtual shares against inflation, is
/// the engine's. Every share of the vault is backed by at least one of the reserve.
///
/// LIMITS. What can be withdrawn is the cash of the reserve, what can be deposited the room under its supply cap. A paused
/// market pauses neither. While the engine acts, each limit is 0 and all that tells a value reverts, as the engine's own
/// views do: a hook of a token reads no half-written state.
///
/// LOSS. A loss of the reserve lowers the price of a share at once. The claim on its recovery is the vault's and stays
/// with the shares: who redeems before leaves it to the others. What is recovered is lent again by `harvest`, and counts
/// over a week, so that a deposit just before it gains next to nothing.
///
/// TRUST. The engine, fixed at construction. No owner, no parameter, no operator of the vault's account.
contract LendingVault is ERC4626, ERC20Permit, ReentrancyGuardTransient, ILendingVaultBase {
    using Math for uint256;
    using SafeCastLib for uint256;
    using SafeTransferLib for address;

    /// @dev Totals that convert, virtual shares and assets included: shares of the vault, shares of the reserve behind
    /// them, all shares of the reserve, all its assets.
    struct Books {
        uint256 supply;
        uint256 backing;
        uint256 shares;
        uint256 assets;
    }

    /// @dev How long a recovery takes to count.
    uint256 internal constant VESTING = 7 days;

    IMarginEngine public immutable ENGINE;
    uint16 public immutable MARKET;
    uint8 public immutable ASSET;
    bytes32 public immutable ACCOUNT;

    // 18 + 5 = 23 bytes
    uint144 internal _vesting; // shares of the reserve that the last harvest bought
    uint40 internal _vestedAt; // [unix seconds]

    constructor(IMarginEngine engine, uint16 market, uint8 index, string memory name_, string memory symbol_)
        ERC20(name_, symbol_)
        ERC20Permit(name_)
        ERC4626(IERC20(engine.reserve(market, index).token))
    {
        (ENGINE, MARKET, ASSET) = (engine, market, index);
        ACCOUNT = bytes32(bytes20(address(this)));
        // The engine pulls only from who calls it, and the vault keeps no tokens between calls.
        engine.reserve(market, index).token.safeApprove(address(engine), type(uint256).max);
    }

    /* VALUE */

    function decimals() public view override(ERC4626, ERC20) returns (uint8) {
        return super.decimals();
    }

    /// @notice What the engine owes the shares now, with interest [token units].
    function totalAssets() public view override returns (uint256) {
        Books memory b = _books(ENGINE.reserve(MARKET, ASSET));
        return (b.backing - SupplyMath.VIRTUAL_SHARES).mulDiv(b.assets, b.shares);
    }

    /// @inheritdoc ILendingVaultBase
    function backing() public view returns (uint256) {
        return ENGINE.sharesOf(ACCOUNT, MARKET, ASSET) - _unvested();
    }

    /// @inheritdoc ILendingVaultBase
    function recovery() external view returns (uint256 owed, uint256 claimable, uint256 vesting, uint256 vestedAt) {
        (owed, claimable) = ENGINE.claimOf(ACCOUNT, MARKET, ASSET);
        Books memory b = _books(ENGINE.reserve(MARKET, ASSET));
        (vesting, vestedAt) = (_unvested().mulDiv(b.assets, b.shares), _vestedAt);
    }

    /* LIMITS: 0, never a revert */

    function maxDeposit(address) public view override returns (uint256) {
        (bool idle, ReserveState memory r) = _tryReserve();
        return idle ? _room(r) : 0;
    }

    function maxMint(address) public view override returns (uint256) {
        (bool idle, ReserveState memory r) = _tryReserve();
        return idle ? _toShares(_room(r), _books(r), Math.Rounding.Floor) : 0;
    }

    function maxWithdraw(address owner) public view override returns (uint256) {
        (bool idle, ReserveState memory r) = _tryReserve();
        return idle ? _withdrawable(owner, r, _books(r)) : 0;
    }

    function maxRedeem(address owner) public view override returns (uint256) {
        (bool idle, ReserveState memory r) = _tryReserve();
        return idle ? _redeemable(owner, r, _books(r)) : 0;
    }

    function _withdrawable(address owner, ReserveState memory r, Books memory b) private view returns (uint256) {
        return r.cash.min(_toAssets(balanceOf(owner), b, Math.Rounding.Floor));
    }

    function _redeemable(address owner, ReserveState memory r, Books memory b) private view returns (uint256) {
        return balanceOf(owner).min(_toShares(r.cash, b, Math.Rounding.Floor));
    }

    /// @dev What the reserve accepts: its cap, and the widths of its fields.
    function _room(ReserveState memory r) private pure returns (uint256) {
        uint256 shares = MAX_SHARES - r.supplyShares;
        uint256 wide =
            shares.mulDiv(r.totalAssets + SupplyMath.VIRTUAL_ASSETS, r.supplyShares + SupplyMath.VIRTUAL_SHARES);
        return wide.min(MAX_AMOUNT - r.cash).min(FixedPointMathLib.zeroFloorSub(r.parameters.supplyCap, r.totalAssets));
    }

    /* MOVES: each reads the reserve once */

    function deposit(uint256 assets, address receiver) public override returns (uint256 shares) {
        ReserveState memory r = ENGINE.reserve(MARKET, ASSET);
        uint256 most = _room(r);
        require(assets <= most, ERC4626ExceededMaxDeposit(receiver, assets, most));
        Books memory b = _books(r);
        shares = _toShares(assets, b, Math.Rounding.Floor);
        _lend(b, receiver, assets, shares);
    }

    function mint(uint256 shares, address receiver) public override returns (uint256 assets) {
        ReserveState memory r = ENGINE.reserve(MARKET, ASSET);
        Books memory b = _books(r);
        uint256 most = _toShares(_room(r), b, Math.Rounding.Floor);
        require(shares <= most, ERC4626ExceededMaxMint(receiver, shares, most));
        assets = _toAssets(shares, b, Math.Rounding.Ceil);
        _lend(b, receiver, assets, shares);
    }

    function withdraw(uint256 assets, address receiver, address owner) public override returns (uint256 shares) {
        ReserveState memory r = ENGINE.reserve(MARKET, ASSET);
        Books memory b = _books(r);
        uint256 most = _withdrawable(owner, r, b);
        require(assets <= most, ERC4626ExceededMaxWithdraw(owner, assets, most));
        shares = _toShares(assets, b, Math.Rounding.Ceil);
        _takeBack(b, receiver, owner, assets, shares);
    }

    function redeem(uint256 shares, address receiver, address owner) public override returns (uint256 assets) {
        ReserveState memory r = ENGINE.reserve(MARKET, ASSET);
        Books memory b = _books(r);
        uint256 most = _redeemable(owner, r, b);
        require(shares <= most, ERC4626ExceededMaxRedeem(owner, shares, most));
        assets = _toAssets(shares, b, Math.Rounding.Floor);
        _takeBack(b, receiver, owner, assets, shares);
    }

    /// @dev The token may call back while it is paid, before the engine locks itself, so what it credits is compared with
    /// what was promised. Nothing is asked of the engine for nothing: it refuses an amount of 0.
    function _lend(Books memory b, address receiver, uint256 assets, uint256 shares) private nonReentrant {
        _requireReceiver(receiver);
        if (assets != 0) {
            asset().safeTransferFrom(msg.sender, address(this), assets);
            uint256 least = shares.mulDiv(b.backing, b.supply, Math.Rounding.Ceil);
            uint256 credited = ENGINE.supply(ACCOUNT, MARKET, ASSET, assets);
            require(credited >= least, CreditTooLow(credited, least));
        }
        _mint(receiver, shares);
        emit Deposit(msg.sender, receiver, assets, shares);
    }

    /// @dev As few shares of the reserve as pay the assets: what is left of a share stays behind the others.
    function _takeBack(Books memory b, address receiver, address owner, uint256 assets, uint256 shares)
        private
        nonReentrant
    {
        _requireReceiver(receiver);
        if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
        _burn(owner, shares);
        emit Withdraw(msg.sender, receiver, owner, assets, shares);
        if (assets == 0) return;
        uint256 redeemed = assets.mulDiv(b.shares, b.assets, Math.Rounding.Ceil);
        if (redeemed.mulDiv(b.assets, b.shares) == assets) {
            ENGINE.redeem(ACCOUNT, MARKET, ASSET, redeemed, receiver);
        } else {
            // A share that is worth more than a unit cannot pay every amount: the rest, less than a share, stays here.
            ENGINE.redeem(ACCOUNT, MARKET, ASSET, redeemed, address(this));
            asset().safeTransfer(receiver, assets);
        }
    }

    /// @inheritdoc ILendingVaultBase
    function harvest() external nonReentrant returns (uint256 amount) {
        require(block.timestamp >= _vestedAt, HarvestTooEarly(block.timestamp, _vestedAt));
        amount = ENGINE.claim(ACCOUNT, MARKET, ASSET, address(this));
        uint256 credited = ENGINE.supply(ACCOUNT, MARKET, ASSET, amount);
        _vesting = credited.toUint144();
        _vestedAt = uint40(block.timestamp + VESTING);
        emit Harvest(msg.sender, amount, credited, _vestedAt);
    }

    /// @dev Neither could ever send on what it receives.
    function _requireReceiver(address receiver) private view {
        require(receiver != address(this) && receiver != address(ENGINE), Errors.InvalidReceiver(receiver));
    }

    /* CONVERSION */

    function _decimalsOffset() internal pure override returns (uint8) {
        return 6; // as the virtual shares of the reserve
    }

    function _convertToShares(uint256 assets, Math.Rounding rounding) internal view override returns (uint256) {
        return _toShares(assets, _books(ENGINE.reserve(MARKET, ASSET)), rounding);
    }

    function _convertToAssets(uint256 shares, Math.Rounding rounding) internal view override returns (uint256) {
        return _toAssets(shares, _books(ENGINE.reserve(MARKET, ASSET)), rounding);
    }

    function _toShares(uint256 assets, Books memory b, Math.Rounding rounding) private pure returns (uint256) {
        return assets.mulDiv(b.shares, b.assets, rounding).mulDiv(b.supply, b.backing, rounding);
    }

    function _toAssets(uint256 shares, Books memory b, Math.Rounding rounding) private pure returns (uint256) {
        return shares.mulDiv(b.backing, b.supply, rounding).mulDiv(b.assets, b.shares, rounding);
    }

    function _books(ReserveState memory r) private view returns (Books memory) {
        return Books({
            supply: totalSupply() + SupplyMath.VIRTUAL_SHARES,
            backing: backing() + SupplyMath.VIRTUAL_SHARES,
            shares: r.supplyShares + SupplyMath.VIRTUAL_SHARES,
            assets: r.totalAssets + SupplyMath.VIRTUAL_ASSETS
        });
    }

    /// @dev The engine's views revert while it acts, and a limit must not.
    function _tryReserve() private view returns (bool idle, ReserveState memory r) {
        try ENGINE.reserve(MARKET, ASSET) returns (ReserveState memory state) {
            return (true, state);
        } catch {}
    }

    /// @dev Rounded up: what has not vested belongs to nobody yet.
    function _unvested() private view returns (uint256) {
        if (block.timestamp >= _vestedAt) return 0;
        return uint256(_vesting).mulDiv(_vestedAt - block.timestamp, VESTING, Math.Rounding.Ceil);
    }
}
