// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ReserveParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Erc4626Properties} from "../support/Erc4626Properties.sol";
import {LendingVaultTest} from "./LendingVaultTest.sol";

/// @notice The properties of ERC-4626 in whatever state `_state` makes.
abstract contract LendingVaultProperties is LendingVaultTest, Erc4626Properties {
    function setUp() public override {
        super.setUp();
        _state();
        for (uint256 i; i < 3; ++i) {
            _fund(_user(i), usdc, address(vault), 1e18);
        }
    }

    function _state() internal virtual;

    function _vault() internal view override returns (IERC4626) {
        return vault;
    }

    function _asset() internal view override returns (IERC20) {
        return usdc;
    }

    function _user(uint256 seed) internal view override returns (address) {
        return [carol, dave, bob][seed % 3];
    }

    function _otherViews() internal view override {
        vault.recovery();
        vault.backing();
    }

    function _assertBacked() internal view override {
        _assertWhole();
    }
}

/// @notice Nobody lent anything, through the vault or beside it.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultEmptyTest is LendingVaultProperties {
    function _state() internal override {
        vm.prank(lender);
        engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender);
        assertEq(engine.reserve(ETH, 0).supplyShares, 0);
    }
}

/// forge-config: default.fuzz.runs = 48
contract LendingVaultInterestTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _withInterest(9_000);
        assertGt(vault.totalAssets(), 1_300_000e6);
        assertGt(vault.maxRedeem(carol), 0);
    }
}

/// forge-config: default.fuzz.runs = 48
contract LendingVaultLossTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _withLoss(5_000, 3_000);
        assertLt(vault.totalAssets(), 1_290_000e6);
    }
}

/// @notice All was borrowed and all but dust is lost.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultWipedTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _withLoss(10_000, 1);
        assertLt(vault.totalAssets(), 1_300e6);
    }
}

/// @notice Utilisation of 1.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultIlliquidTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _withoutCash();
        assertEq(vault.maxWithdraw(carol) + vault.maxRedeem(dave), 0);
    }
}

/// @notice Less cash than one owner would take.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultScarceTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _withInterest(10_000);
        _supply(lender, ETH, 0, 123_456_789);
        assertEq(vault.maxWithdraw(carol), 123_456_789);
    }
}

/// @notice Lending is not new risk: a pause changes nothing here.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultPausedTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _withInterest(5_000);
        _pause(ETH);
        assertGt(vault.maxRedeem(carol), 0);
        assertGt(vault.maxDeposit(carol), 0);
    }
}

/// @notice Tokens and shares given to the vault, and tokens to the engine.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultDonationTest is LendingVaultProperties {
    function _state() internal override {
        uint256 shares = _put(carol, 1);
        uint256 worth = vault.totalAssets();
        usdc.mint(address(vault), 1_000_000e6);
        usdc.mint(address(engine), 1_000_000e6);
        vm.prank(carol);
        vault.transfer(address(vault), shares / 2);
        assertEq(vault.totalAssets(), worth, "a gift counts nowhere");
    }
}

/// @notice A recovery that half counts.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultVestingTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        _recover(_withLoss(5_000, 3_000) / 3);
        vault.harvest();
        _skip(VESTING / 2);
        (uint256 owed, uint256 claimable, uint256 vesting,) = vault.recovery();
        assertGt(owed, 0);
        assertEq(claimable, 0);
        assertGt(vesting, 1_000e6);
    }
}

/// @notice Near the supply cap.
/// forge-config: default.fuzz.runs = 48
contract LendingVaultCapTest is LendingVaultProperties {
    function _state() internal override {
        _owners();
        ReserveParameters memory p = engine.reserve(ETH, 0).parameters;
        _supply(lender, ETH, 0, p.supplyCap - engine.reserve(ETH, 0).totalAssets - 1_000);
        assertEq(vault.maxDeposit(carol), 1_000);
    }
}
