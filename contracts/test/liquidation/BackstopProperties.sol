// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {BackstopSetup} from "../../src/liquidation/BackstopStorage.sol";
import {Erc4626Properties} from "../support/Erc4626Properties.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice The properties of ERC-4626 in whatever state `_state` makes. Owners have an open window unless the state says
/// otherwise; the cooldown is a minute, so that a round trip sees one state.
abstract contract BackstopProperties is BackstopTest, Erc4626Properties {
    function setUp() public override {
        super.setUp();
        BackstopSetup memory setup = _setup();
        (setup.cooldown, setup.window) = (1 minutes, 7 days);
        vault = _deployVault(setup, _parameters());
        _nameBackstop();
        vm.prank(admin);
        vault.setPool(1, POOL_FEE);
        for (uint256 i; i < 3; ++i) {
            _fund(_user(i), usdc, address(vault), 1e18);
        }
        _state();
    }

    function _state() internal virtual;

    function _vault() internal view override returns (IERC4626) {
        return vault;
    }

    function _asset() internal view override returns (IERC20) {
        return usdc;
    }

    function _otherViews() internal view override {
        vault.status();
    }

    function _assertBacked() internal view override(BackstopTest, Erc4626Properties) {
        BackstopTest._assertBacked();
    }

    function _reopen(address owner) internal virtual override {
        uint256 shares = vault.balanceOf(owner);
        if (shares == 0) return;
        vm.prank(owner);
        vault.requestRedeem(shares);
        _skip(1 minutes);
    }

    function _user(uint256 seed) internal view override returns (address) {
        return [carol, dave, bob][seed % 3];
    }

    /// @dev Shares of two owners, with their windows open.
    function _owners() internal {
        if (vault.balanceOf(carol) == 0) _put(carol, FIRST);
        _put(dave, 300_000e6);
        _reopen(carol);
        _reopen(dave);
    }
}
