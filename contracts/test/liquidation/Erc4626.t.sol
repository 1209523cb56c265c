// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters} from "../../src/interfaces/IBackstopVault.sol";
import {Regime} from "../../src/interfaces/IRiskEngine.sol";
import {BackstopProperties} from "./BackstopProperties.sol";

/// forge-config: default.fuzz.runs = 48
contract Erc4626EmptyTest is BackstopProperties {
    function _state() internal override {}
}

/// forge-config: default.fuzz.runs = 48
contract Erc4626CashTest is BackstopProperties {
    function _state() internal override {
        _owners();
        assertGt(vault.maxRedeem(carol), 0);
    }
}

/// @notice With inventory whose price has two bounds.
/// forge-config: default.fuzz.runs = 48
contract Erc4626InventoryTest is BackstopProperties {
    function _state() internal override {
        _withInventory();
        _setPrices(ETH, 1, 2_550e18, 2_650e18);
        _owners();
        assertGt(vault.maxRedeem(carol), 0);
    }
}

/// forge-config: default.fuzz.runs = 48
contract Erc4626DebtTest is BackstopProperties {
    function _state() internal override {
        _withDebt();
        _setPrices(ETH, 1, 3_450e18, 3_550e18);
        _owners();
        assertGt(vault.maxRedeem(carol), 0);
    }
}

/// forge-config: default.fuzz.runs = 48
contract Erc4626LossTest is BackstopProperties {
    function _state() internal override {
        _owners();
        assertGt(_loss(400_000e6 + 123_457), 400_000e6);
    }
}

/// @notice Nearly all is gone: a share is worth a hundred-thousandth of a cent.
/// forge-config: default.fuzz.runs = 48
contract Erc4626WipedTest is BackstopProperties {
    function _state() internal override {
        BackstopParameters memory p = _parameters();
        p.coverShare = 10_000;
        _setParameters(p);
        _owners();
        _loss(type(uint128).max);
        assertEq(vault.freeCash(), 0);
    }
}

/// forge-config: default.fuzz.runs = 48
contract Erc4626CooldownTest is BackstopProperties {
    function _state() internal override {
        _owners();
        vm.startPrank(carol);
        vault.requestRedeem(vault.balanceOf(carol));
        vm.stopPrank();
        assertEq(vault.maxRedeem(carol), 0, "waits");
    }
}

/// forge-config: default.fuzz.runs = 48
contract Erc4626PriceDownTest is BackstopProperties {
    function _state() internal override {
        _withInventory();
        _owners();
        _setPrice(ETH, 1, 0);
        assertEq(vault.maxRedeem(carol) + vault.maxDeposit(carol) + vault.maxMint(dave) + vault.maxWithdraw(dave), 0);
    }
}

/// forge-config: default.fuzz.runs = 48
contract Erc4626LimitedTest is BackstopProperties {
    function _state() internal override {
        _owners();
        risk.set(Regime.Elevated);
        assertEq(vault.maxWithdraw(carol), 1_300_000e6 / 20, "a twentieth");
    }
}

/// @notice Near the cap of deposits.
/// forge-config: default.fuzz.runs = 48
contract Erc4626CapTest is BackstopProperties {
    function _state() internal override {
        _owners();
        BackstopParameters memory p = _parameters();
        p.depositCap = uint128(1_300_000e6 + 1_000);
        _setParameters(p);
        assertEq(vault.maxDeposit(carol), 1_000);
    }
}
