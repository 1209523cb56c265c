// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILendingVault} from "../../src/interfaces/ILendingVault.sol";
import {ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {LendingVault} from "../../src/periphery/LendingVault.sol";
import {CoreTest} from "../core/CoreTest.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";

/// @notice CoreTest with the lending vault of USDC in market ETH, beside the lender, and the states it can be in.
abstract contract LendingVaultTest is CoreTest {
    uint256 internal constant VESTING = 7 days;
    uint256 internal constant VIRTUAL = 1e6;

    ILendingVault internal vault;
    address internal carol = makeAddr("carol");
    address internal dave = makeAddr("dave");

    function setUp() public virtual override {
        super.setUp();
        vault = _deployVault(ETH, 0);
        vm.prank(admin);
        engine.setBackstop(ETH, address(0));
        _fund(liquidator, usdc, address(engine), 1e18);
    }

    function _deployVault(uint16 market, uint8 asset) internal returns (ILendingVault) {
        return ILendingVault(address(new LendingVault(engine, market, asset, "Lent", "gLent")));
    }

    function _put(address owner, uint256 assets) internal returns (uint256 shares) {
        _fund(owner, IMintable(vault.asset()), address(vault), assets);
        vm.prank(owner);
        return vault.deposit(assets, owner);
    }

    /// @dev Redeems all that can be redeemed.
    function _leave(address owner) internal returns (uint256 assets) {
        uint256 shares = vault.maxRedeem(owner);
        vm.prank(owner);
        return vault.redeem(shares, owner, owner);
    }

    /* STATES */

    function _owners() internal {
        _put(carol, 1_000_000e6);
        _put(dave, 300_000e6);
    }

    /// @dev A year of interest on `share` [1e-4] of the reserve.
    function _withInterest(uint256 share) internal {
        _openLong(share);
        _skip(365 days);
        engine.accrue(ETH, 0);
    }

    function _openLong(uint256 share) internal returns (bytes32 id) {
        id = _account(makeAddr("borrower"), 1);
        uint256 borrowed = engine.reserve(ETH, 0).cash * share / 10_000;
        _deposit(id, ETH, 1, borrowed * 2e12 / 3_000);
        _borrow(id, ETH, 0, borrowed);
    }

    /// @dev Nothing is left to withdraw.
    function _withoutCash() internal {
        _openLong(10_000);
        assertEq(engine.reserve(ETH, 0).cash, 0, "state: no cash");
    }

    /// @dev A borrower of `share` [1e-4] of the cash fails: `price` is left of his collateral [1e-4].
    function _withLoss(uint256 share, uint256 price) internal returns (uint256 lost) {
        bytes32 id = _openLong(share);
        (uint256 before,) = engine.losses(ETH, 0);
        _setPrice(ETH, 1, WETH_PRICE * price / 10_000);
        vm.prank(liquidator);
        engine.liquidate(id, takeOf(1, 0, type(uint256).max, liquidator, ""));
        (lost,) = engine.losses(ETH, 0);
        lost -= before;
        assertGt(lost, 0, "state: a loss");
    }

    function _recover(uint256 amount) internal {
        vm.prank(liquidator);
        engine.recover(ETH, 0, amount);
    }

    /* PROPERTIES */

    /// @dev Every share of the vault is backed by one of the reserve at least, and no token rests in the vault.
    function _assertWhole() internal view {
        assertGe(vault.backing(), vault.totalSupply(), "a share is backed by a share");
        ReserveState memory r = engine.reserve(ETH, 0);
        uint256 owed = vault.backing() * (r.totalAssets + 1) / (r.supplyShares + VIRTUAL);
        assertEq(vault.totalAssets(), owed, "what the engine owes");
        assertLe(vault.convertToAssets(vault.totalSupply()), owed, "no more is promised");
    }
}
