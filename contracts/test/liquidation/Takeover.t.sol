// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BackstopParameters, BackstopStatus, IBackstopBase} from "../../src/interfaces/IBackstopVault.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {BackstopSetup} from "../../src/liquidation/BackstopStorage.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Positions that the vault takes over, what that costs it, and what the caller earns.
contract TakeoverTest is BackstopTest {
    /// @dev 66: what leaves cash is what was repaid and the reward, to the unit; what comes in is inventory.
    function testFuzz_AbsorbBooksEveryUnit(uint256 value, uint256 price, uint256 fee) public {
        _put(carol, FIRST);
        value = bound(value, 1_000, 200_000);
        _long(account, value, 82);
        _setPrice(ETH, 1, bound(price, 2_000e18, 2_650e18));
        _due(account);
        vm.fee(bound(fee, 0, 1_000 gwei));
        uint256 before = usdc.balanceOf(address(vault));
        (uint256 repaid, uint256 seized, uint256 reward) = _absorb(account);
        BackstopStatus memory s = vault.status();
        assertEq(before - usdc.balanceOf(address(vault)), FIRST - s.cash, "booked is moved");
        assertEq(s.cash + s.covered, FIRST - repaid - reward, "66: cash");
        assertEq(s.assets[0].held, seized);
        assertEq(s.assets[0].taken, seized);
        assertEq(weth.balanceOf(address(vault)), seized, "66: inventory");
        assertEq(usdc.balanceOf(keeper), reward);
        _assertBacked();
    }

    /// @dev A solvent account pays a bonus: the vault is worth no less at the mid, haircut aside, and the caller gets half
    /// of the bonus at most.
    function testFuzz_TheRewardIsAtMostHalfTheBonus(uint256 value, uint256 price, uint256 fee) public {
        _put(carol, FIRST);
        value = bound(value, 50, 200_000);
        _long(account, value, 82);
        price = bound(price, 2_480e18, 2_650e18);
        _setPrice(ETH, 1, price);
        _due(account);
        vm.fee(bound(fee, 0, 5_000 gwei));
        (uint256 repaid, uint256 seized, uint256 reward) = _absorb(account);
        uint256 worth = seized * price / 1e30;
        uint256 bonus = worth > repaid ? worth - repaid : 0;
        assertLe(reward, bonus / 2, "not more than half of the penalty");
        (, uint256 high,) = vault.marks();
        assertGe(high + 1, FIRST + bonus - bonus / 2 - (repaid > worth ? repaid - worth : 0), "suppliers keep the rest");
    }

    /// @dev At a modest base fee the reward is the gas, one and a half times over, not the half.
    function testFuzz_TheRewardFollowsTheGas(uint256 fee) public {
        _put(carol, FIRST);
        _long(account, 150_000, 82);
        _setPrice(ETH, 1, 2_600e18);
        _due(account);
        fee = bound(fee, 1, 20 gwei);
        vm.fee(fee);
        uint256 gas = gasleft();
        (,, uint256 reward) = _absorb(account);
        gas -= gasleft();
        uint256 most = (gas + 60_000) * fee * 3 / 2 * 2_600 / 1e12;
        assertLe(reward, most, "gas and its half");
        assertGe(reward, gas * fee * 2_600 / 1e12, "no less than the gas");
    }

    /// @dev Farming: an owner who lets the vault absorb his own dust gets back less than he pays, whatever the base fee.
    function testFuzz_OwnDustCannotBeFarmed(uint256 value, uint256 price, uint256 fee) public {
        _put(carol, FIRST);
        value = bound(value, 50, 5_000);
        _long(account, value, 82);
        _setPrice(ETH, 1, bound(price, 2_400e18, 2_650e18));
        price = oracle.report(ETH, 1).mid;
        _due(account);
        vm.fee(bound(fee, 0, 100_000 gwei));
        (uint256 collateral, uint256 debt) = _positionOf(account, 1, 0);
        uint256 equity = _equity(collateral, debt, price);
        vm.prank(alice);
        (,, uint256 reward) = vault.absorb(account, 1, type(uint128).max);
        (collateral, debt) = _positionOf(account, 1, 0);
        assertLe(_equity(collateral, debt, price) + reward, equity + 1, "63: nothing is earned");
    }

    function _equity(uint256 collateral, uint256 debt, uint256 price) internal pure returns (uint256) {
        uint256 value = collateral * price / 1e18 / 1e12;
        return value > debt ? value - debt : 0;
    }

    /// @dev No price of the coin, no reward; the takeover works all the same.
    function testFuzz_WithoutAGasPriceThereIsNoReward(uint256 fee) public {
        BackstopSetup memory setup = _setup();
        (setup.gasMarket, setup.gasAsset) = (CROSS, 1);
        vault = _deployVault(setup, _parameters());
        _nameBackstop();
        _put(carol, FIRST);
        _long(account, 100_000, 82);
        _setPrice(ETH, 1, 2_600e18);
        _setPrice(CROSS, 1, 0);
        _due(account);
        vm.fee(bound(fee, 1 gwei, 1_000 gwei));
        (uint256 repaid,, uint256 reward) = _absorb(account);
        assertEq(reward, 0);
        assertGt(repaid, 0);
    }

    /* ASSUMING */

    /// @dev The account's debt and collateral move into the vault's own account, which keeps its margin; value is conserved.
    function testFuzz_AssumeMovesDebtAndCollateral(uint256 value, uint256 price, uint256 fee) public {
        _put(carol, FIRST);
        value = bound(value, 1_000, 200_000);
        _short(account, value, 82);
        price = bound(price, 3_400e18, 3_640e18);
        _setPrice(ETH, 1, price);
        _due(account);
        vm.fee(bound(fee, 0, 1_000 gwei));
        (uint256 held, uint256 owed) = _positionOf(account, 0, 1);
        (uint256 repaid, uint256 seized, uint256 reward) = _assume(account);
        (uint256 heldLeft, uint256 owedLeft) = _positionOf(account, 0, 1);
        assertEq(held - heldLeft, seized, "66: collateral moved");
        assertApproxEqAbs(owed - owedLeft, repaid, 1, "66: debt moved");
        BackstopStatus memory s = vault.status();
        assertApproxEqAbs(s.assets[0].owed, repaid, 1, "the vault owes it");
        assertEq(s.assets[0].assumed, repaid);
        assertEq(s.cash + s.collateral + reward, FIRST + seized, "66: cash and margin");
        assertLe(s.collateral, s.owed * 2 + 1, "margin as set, no more");
        uint256 worth = (repaid * price + 1e30 - 1) / 1e30;
        uint256 bonus = seized > worth ? seized - worth : 0;
        assertLe(reward, bonus / 2, "not more than half of the penalty");
        assertGe(s.low + 2, FIRST + bonus - reward - (worth > seized ? worth - seized : 0), "value is conserved");
        assertGt(_healthFactor(bytes32(bytes20(address(vault)))), 1.5e18, "far from liquidation");
        _assertBacked();
    }

    function testFuzz_AssumeIsCut(uint256 share, uint256 value) public {
        _put(carol, FIRST);
        BackstopParameters memory p = _parameters();
        (p.assetShare, p.ownerShare) = (uint16(bound(share, 100, 2_000)), 2_500);
        _setParameters(p);
        value = bound(value, 300_000, 500_000);
        _short(account, value, 82);
        _setPrice(ETH, 1, 3_500e18);
        _due(account);
        _assume(account);
        BackstopStatus memory s = vault.status();
        assertLe(s.owed, FIRST * p.assetShare / 10_000, "cap of the asset");
        assertGe(s.owed, FIRST * p.assetShare / 10_000 * 9 / 10, "and not much less");
    }

    /* PRECONDITIONS */

    function testFuzz_RevertWhen_TheAssetIsNotOneToTakeOver(uint8 asset) public {
        _put(carol, FIRST);
        asset = asset % 2 == 0 ? 0 : uint8(bound(asset, 16, 255));
        bytes memory reason = abi.encodeWithSelector(IBackstopBase.BackstopAssetInvalid.selector, asset);
        vm.expectRevert(reason);
        vault.absorb(account, asset, 1);
        vm.expectRevert(reason);
        vault.assume(account, asset, 1);
        vm.expectRevert(reason);
        vault.rebalance(asset);
    }

    /// @dev 49: an account of the vault itself.
    function testFuzz_RevertWhen_TheAccountIsTheVaults(uint96 index) public {
        _withDebt();
        bytes32 own = _account(address(vault), index);
        bytes memory reason = abi.encodeWithSelector(IBackstopBase.BackstopOwnAccount.selector, own);
        vm.expectRevert(reason);
        vault.absorb(own, 1, 1);
        vm.expectRevert(reason);
        vault.assume(own, 1, 1);
    }

    function testFuzz_RevertWhen_ThePriceIsDown(uint256 value) public {
        _put(carol, FIRST);
        _long(account, bound(value, 1_000, 100_000), 82);
        _setPrice(ETH, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, 1));
        _absorb(account);
    }

    function testFuzz_RevertWhen_TheVaultIsEmpty(uint256 value) public {
        _long(account, bound(value, 1_000, 100_000), 82);
        _setPrice(ETH, 1, 2_600e18);
        _due(account);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.BackstopRoomExhausted.selector, 0, 1));
        _absorb(account);
    }

    /* CAPS */

    function testFuzz_TheCapOfAnAssetHolds(uint256 share, uint256 value) public {
        _put(carol, FIRST);
        BackstopParameters memory p = _parameters();
        p.assetShare = uint16(bound(share, 100, 2_000));
        p.ownerShare = 2_500;
        _setParameters(p);
        value = bound(value, 20_000, 500_000);
        _long(account, value, 82);
        _setPrice(ETH, 1, 2_600e18);
        _due(account);
        _absorb(account);
        uint256 cap = FIRST * p.assetShare / 10_000;
        assertLe(vault.status().assets[0].heldHigh, cap, "inventory cap");
        _skip(1 days);
        bytes32 second = _account(bob, 2);
        _setPrice(ETH, 1, WETH_PRICE);
        _long(second, value, 82);
        _setPrice(ETH, 1, 2_600e18);
        _due(second);
        try vault.absorb(second, 1, type(uint128).max) {
            assertLe(vault.status().assets[0].heldHigh, cap, "however many accounts there are");
        } catch {}
    }

    function testFuzz_TheCapOfAnOwnerHolds(uint256 share, uint256 value) public {
        _put(carol, FIRST);
        BackstopParameters memory p = _parameters();
        p.ownerShare = uint16(bound(share, 50, 1_000));
        _setParameters(p);
        value = bound(value, 200_000, 500_000);
        _long(account, value, 82);
        _long(_account(alice, 2), value, 82);
        _long(_account(bob, 2), value, 82);
        _setPrice(ETH, 1, 2_600e18);
        uint256 cap = FIRST * p.ownerShare / 10_000;
        assertEq(vault.ownerRoom(alice), cap);
        _due(account);
        (uint256 repaid,,) = _absorb(account);
        assertLe(repaid, cap, "owner cap");
        assertGe(repaid, cap * 99 / 100, "and not much less");
        _due(_account(alice, 2));
        try vault.absorb(_account(alice, 2), 1, type(uint128).max) returns (uint256 more, uint256, uint256) {
            assertLe(repaid + more, cap, "another account of hers counts too");
        } catch {}
        _due(_account(bob, 2));
        (uint256 others,,) = _absorb(_account(bob, 2));
        assertGt(others, cap * 9 / 10, "bob has his own");
        _skip(1 days);
        assertGt(vault.ownerRoom(alice), cap * 9 / 10, "a day later there is room again");
    }
}
