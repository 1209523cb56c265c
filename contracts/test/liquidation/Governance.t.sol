// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {BackstopParameters, IBackstopBase} from "../../src/interfaces/IBackstopVault.sol";
import {BackstopDesk} from "../../src/liquidation/BackstopDesk.sol";
import {BackstopSetup} from "../../src/liquidation/BackstopStorage.sol";
import {BackstopVault} from "../../src/liquidation/BackstopVault.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Who may set what, within which bounds; what a vault is built with; where its state lies.
contract GovernanceTest is BackstopTest {
    function testFuzz_OnlyGovernanceSets(address caller) public {
        vm.assume(caller != admin && caller != address(manager));
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(reason);
        vault.setParameters(_parameters());
        vm.expectRevert(reason);
        vault.setPool(1, 0);
        vm.stopPrank();
    }

    /// @dev Every field at and beyond its bounds.
    function testFuzz_BoundsHold(uint256 field, uint256 beyond) public {
        uint16[2][10] memory bounds = [
            [uint16(0), 2_000],
            [uint16(100), 9_000],
            [uint16(50), 2_500],
            [uint16(1_000), 10_000],
            [uint16(5_000), 30_000],
            [uint16(0), 10_000],
            [uint16(10), 3_000],
            [uint16(100), 6_000],
            [uint16(10), 100],
            [uint16(0), 10]
        ];
        field = field % 10;
        (uint16 least, uint16 most) = (bounds[field][0], bounds[field][1]);
        for (uint256 i; i < 2; ++i) {
            BackstopParameters memory p = _with(field, i == 0 ? least : most);
            _setParameters(p);
            assertEq(abi.encode(vault.parameters()), abi.encode(p));
        }
        uint16 above = uint16(bound(beyond, uint256(most) + 1, type(uint16).max));
        _expectOutOfBounds(_with(field, above));
        if (least != 0) _expectOutOfBounds(_with(field, uint16(bound(beyond, 0, least - 1))));
    }

    function testFuzz_WideFieldsAreBoundedToo(uint256 cap, uint256 volatility) public {
        BackstopParameters memory p = _parameters();
        p.depositCap = uint128(bound(cap, 2 ** 96 + 1, type(uint128).max));
        _expectOutOfBounds(p);
        p = _parameters();
        p.fullHedgeVolatility = uint64(bound(volatility, 0, 0.1e18 - 1));
        _expectOutOfBounds(p);
        p.fullHedgeVolatility = uint64(bound(volatility, 3e18 + 1, type(uint64).max));
        _expectOutOfBounds(p);
    }

    function testFuzz_ExitTimesAreBounded(uint32 cooldown, uint32 window) public {
        bool fine = cooldown >= 1 minutes && cooldown <= 30 days && window >= 1 minutes && window <= 7 days;
        BackstopSetup memory s = _setup();
        (s.cooldown, s.window) = (cooldown, window);
        if (!fine) vm.expectPartialRevert(IBackstopBase.BackstopParameterOutOfBounds.selector);
        BackstopDesk desk = new BackstopDesk(s);
        if (fine) assertEq(_deployVault(s, _parameters()).COOLDOWN(), cooldown);
        desk;
    }

    /// @dev The chain's coin has 18 decimals; a listing that has not would price gas wrong by powers of ten.
    function test_RevertWhen_TheGasTokenHasOtherDecimals() public {
        BackstopSetup memory s = _setup();
        s.gasAsset = 0;
        vm.expectRevert(
            abi.encodeWithSelector(IBackstopBase.BackstopParameterOutOfBounds.selector, bytes32("gasDecimals"), 6, 18)
        );
        new BackstopDesk(s);
    }

    /// @dev A desk that was built for another engine, market or exit is refused.
    function testFuzz_RevertWhen_TheDeskIsAnothers(uint32 cooldown) public {
        BackstopSetup memory s = _setup();
        BackstopSetup memory other = _setup();
        other.cooldown = uint32(bound(cooldown, 1 minutes, 30 days));
        if (other.cooldown == s.cooldown) other.market = BTC;
        BackstopDesk desk = new BackstopDesk(other);
        vm.expectPartialRevert(IBackstopBase.BackstopDeskMismatch.selector);
        new BackstopVault(s, _parameters(), desk);
    }

    function testFuzz_RevertWhen_ThereIsNoSuchPool(uint24 fee) public {
        vm.assume(fee != POOL_FEE && fee != 0);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.PoolNotSet.selector, 1));
        vault.setPool(1, fee);
    }

    /// @dev At its own address the desk has no cash, no account and nobody's authority.
    function test_TheDeskAloneDoesNothing() public {
        BackstopDesk desk = BackstopDesk(BackstopVault(address(vault)).DESK());
        usdc.mint(address(desk), FIRST);
        _long(account, 100_000, 82);
        _setPrice(ETH, 1, 2_600e18);
        _due(account);
        vm.expectRevert(abi.encodeWithSelector(IBackstopBase.BackstopRoomExhausted.selector, 0, 1));
        desk.absorb(account, 1, type(uint128).max);
    }

    /// @dev Both parts of the code see the same slots: these, which no change may move.
    function test_Layout() public {
        _put(carol, FIRST);
        assertEq(_slot(0), uint256(uint160(address(manager))), "authority");
        assertEq(uint128(_slot(1)), _parameters().depositCap, "parameters");
        assertEq(_slot(3), FIRST, "cash");
        vm.prank(carol);
        vault.requestRedeem(7);
        assertEq(_slot(6), 7, "queued");
        assertEq(_slot(uint256(keccak256(abi.encode(1, 10)))), POOL_FEE, "pool fees");
        assertEq(_slot(uint256(keccak256(abi.encode(carol, 18)))), FIRST * 1e6, "balances");
        assertEq(_slot(20), FIRST * 1e6, "supply");
    }

    function _slot(uint256 slot) private view returns (uint256) {
        return uint256(vm.load(address(vault), bytes32(slot)));
    }

    function _expectOutOfBounds(BackstopParameters memory p) private {
        vm.prank(admin);
        vm.expectPartialRevert(IBackstopBase.BackstopParameterOutOfBounds.selector);
        vault.setParameters(p);
    }

    function _with(uint256 field, uint16 value) private pure returns (BackstopParameters memory p) {
        p = _parameters();
        if (field == 0) p.haircut = value;
        if (field == 1) p.assetShare = value;
        if (field == 2) p.ownerShare = value;
        if (field == 3) p.coverShare = value;
        if (field == 4) p.assumeMargin = value;
        if (field == 5) p.hedgeFloor = value;
        if (field == 6) p.hedgeBand = value;
        if (field == 7) p.depthShare = value;
        if (field == 8) p.maxSlippage = value;
        if (field == 9) p.callerShare = value;
    }
}
