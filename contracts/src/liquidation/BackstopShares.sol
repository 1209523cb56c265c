// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IBackstopShares} from "../interfaces/IBackstopVault.sol";
import {Errors} from "../libraries/Errors.sol";
import {BackstopExits} from "./BackstopExits.sol";
import {Marks} from "./BackstopMarks.sol";

/// @title Shares of the vault, ERC-4626: issued at the high mark, redeemed at the low one.
/// @notice While a price is down every `max*` is 0: deposits and exits wait for it. Six decimals of virtual shares make
/// an inflation of the share price cost a million times what it can take.
abstract contract BackstopShares is BackstopExits {
    using FixedPointMathLib for uint256;

    /// @dev A share that lost all but a millionth of a millionth of its first value would be issued without end.
    uint256 internal constant MAX_SHARES_PER_ASSET = 1e12;

    /// @notice The low mark. An asset whose price is down counts nothing in it.
    /// @dev Reverts while the engine acts, as the engine's own views do: its callbacks would read a half-written state.
    function totalAssets() public view override returns (uint256) {
        return _marks(0).low;
    }

    /// @inheritdoc IBackstopShares
    function freeCash() external view returns (uint256) {
        return _cash;
    }

    /* LIMITS: 0, never a revert */

    function maxDeposit(address) public view override returns (uint256) {
        (bool open, uint256 high) = _issuing();
        return open ? uint256(_parameters.depositCap).zeroFloorSub(high) : 0;
    }

    function maxMint(address) public view override returns (uint256) {
        (bool open, uint256 high) = _issuing();
        if (!open) return 0;
        return _sharesDown(uint256(_parameters.depositCap).zeroFloorSub(high), high);
    }

    function maxWithdraw(address owner) public view override returns (uint256) {
        (uint256 shares, uint256 low) = _redeeming(owner);
        return _assetsDown(shares, low);
    }

    function maxRedeem(address owner) public view override returns (uint256 shares) {
        (shares,) = _redeeming(owner);
    }

    /* PREVIEWS */

    function previewDeposit(uint256 assets) public view override returns (uint256) {
        return _sharesDown(assets, _marks(0).high);
    }

    function previewMint(uint256 shares) public view override returns (uint256) {
        return shares.fullMulDivUp(_marks(0).high + 1, _supply());
    }

    function previewWithdraw(uint256 assets) public view override returns (uint256) {
        return assets.fullMulDivUp(_supply(), _marks(0).low + 1);
    }

    function previewRedeem(uint256 shares) public view override returns (uint256) {
        return _assetsDown(shares, _marks(0).low);
    }

    /* MOVES */

    function deposit(uint256 assets, address receiver) public override nonReentrant returns (uint256) {
        return super.deposit(assets, receiver);
    }

    function mint(uint256 shares, address receiver) public override nonReentrant returns (uint256) {
        return super.mint(shares, receiver);
    }

    function withdraw(uint256 assets, address receiver, address owner) public override nonReentrant returns (uint256) {
        return super.withdraw(assets, receiver, owner);
    }

    function redeem(uint256 shares, address receiver, address owner) public override nonReentrant returns (uint256) {
        return super.redeem(shares, receiver, owner);
    }

    /// @dev Booked is what arrives; a token that takes a fee is refused.
    function _transferIn(address from, uint256 assets) internal override {
        IERC20 token = IERC20(asset());
        uint256 before = token.balanceOf(address(this));
        super._transferIn(from, assets);
        uint256 arrived = token.balanceOf(address(this)) - before;
        require(arrived == assets, Errors.TransferShort(arrived, assets));
        _cash += assets;
    }

    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override {
        require(receiver != address(this), Errors.InvalidReceiver(receiver));
        super._deposit(caller, receiver, assets, shares);
    }

    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares)
        internal
        override
    {
        require(receiver != address(this), Errors.InvalidReceiver(receiver));
        _leave(owner, assets, shares);
        _cash -= assets;
        super._withdraw(caller, receiver, owner, assets, shares);
    }

    /* CONVERSION */

    function _decimalsOffset() internal pure override returns (uint8) {
        return 6;
    }

    /// @dev With the virtual shares.
    function _supply() private view returns (uint256) {
        return totalSupply() + 10 ** _decimalsOffset();
    }

    function _sharesDown(uint256 assets, uint256 mark) private view returns (uint256) {
        return assets.fullMulDiv(_supply(), mark + 1);
    }

    function _assetsDown(uint256 shares, uint256 mark) private view returns (uint256) {
        return shares.fullMulDiv(mark + 1, _supply());
    }

    /// @dev Calls itself, because the engine's views revert while it acts, and a limit must not.
    function _tryMarks() private view returns (bool up, uint256 low, uint256 high) {
        try this.marks() returns (uint256 l, uint256 h, bool pricesUp) {
            return (pricesUp, l, h);
        } catch {
            return (false, 0, 0);
        }
    }

    function _issuing() private view returns (bool open, uint256 high) {
        (open,, high) = _tryMarks();
        open = open && _supply() / (high + 1) <= MAX_SHARES_PER_ASSET;
    }

    function _redeeming(address owner) private view returns (uint256 shares, uint256 low) {
        shares = _redeemable(owner);
        if (shares == 0) return (0, 0);
        Marks memory m;
        (m.pricesUp, m.low,) = _tryMarks();
        low = m.low;
        shares = shares.min(_sharesDown(_exitRoom(m), low));
    }
}
