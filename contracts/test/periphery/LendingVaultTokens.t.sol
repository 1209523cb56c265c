// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILendingVaultBase} from "../../src/interfaces/ILendingVault.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {FeeToken, HookToken} from "../core/HookToken.sol";
import {IMintable} from "../support/TestTokens.sol";
import {LendingVaultTest} from "./LendingVaultTest.sol";

/// @notice Looks at the vault from inside a movement of the token, and keeps what it saw.
contract Observer {
    uint256 public seen;
    uint256[4] public limits;
    bytes4[] internal _failures;

    function look(ILendingVaultViews vault, address owner, bytes[] calldata calls) external {
        ++seen;
        limits = [vault.maxDeposit(owner), vault.maxMint(owner), vault.maxWithdraw(owner), vault.maxRedeem(owner)];
        for (uint256 i; i < calls.length; ++i) {
            (bool ok, bytes memory returned) = address(vault).call(calls[i]);
            _failures.push(ok ? bytes4(0) : bytes4(returned));
        }
    }

    function failures() external view returns (bytes4[] memory) {
        return _failures;
    }
}

interface ILendingVaultViews {
    function maxDeposit(address) external view returns (uint256);
    function maxMint(address) external view returns (uint256);
    function maxWithdraw(address) external view returns (uint256);
    function maxRedeem(address) external view returns (uint256);
}

/// @notice Control in the hook of a token: 133, 134 of the engine, seen from the vault.
contract LendingVaultHooksTest is LendingVaultTest {
    Observer internal observer = new Observer();

    function _newToken(string memory symbol, uint8 decimals) internal override returns (IMintable) {
        return new HookToken(symbol, decimals);
    }

    function _calls() private view returns (bytes[] memory calls) {
        calls = new bytes[](10);
        calls[0] = abi.encodeCall(vault.totalAssets, ());
        calls[1] = abi.encodeCall(vault.convertToAssets, (1e12));
        calls[2] = abi.encodeCall(vault.convertToShares, (1e6));
        calls[3] = abi.encodeCall(vault.previewDeposit, (1e6));
        calls[4] = abi.encodeCall(vault.previewMint, (1e12));
        calls[5] = abi.encodeCall(vault.previewWithdraw, (1e6));
        calls[6] = abi.encodeCall(vault.previewRedeem, (1e12));
        calls[7] = abi.encodeCall(vault.backing, ());
        calls[8] = abi.encodeCall(vault.recovery, ());
        calls[9] = abi.encodeCall(vault.harvest, ());
    }

    function _arm(bool early, bytes[] memory calls) private {
        bytes memory data = abi.encodeCall(Observer.look, (ILendingVaultViews(address(vault)), carol, calls));
        HookToken(address(usdc)).arm(address(observer), early ? data : bytes(""), early ? bytes("") : data);
    }

    /// @dev While the engine pays or is paid: limits are 0, values revert, and nothing can be moved.
    function testFuzz_NothingIsReadWhileTheEngineActs(uint256 assets, bool early, bool direct) public {
        _owners();
        assets = bound(assets, 1, 300_000e6);
        _arm(early, _calls());
        if (direct) {
            vm.prank(lender);
            engine.redeem(_account(lender, 0), ETH, 0, assets * 1e6, lender);
        } else {
            vm.prank(carol);
            vault.withdraw(assets, carol, carol);
        }
        assertEq(observer.seen(), 1, "the hook ran");
        for (uint256 i; i < 4; ++i) {
            assertEq(observer.limits(i), 0, "a limit is 0");
        }
        bytes4[] memory failures = observer.failures();
        for (uint256 i; i < 9; ++i) {
            assertEq(failures[i], Errors.CallNotAllowed.selector, "a value reverts");
        }
        assertTrue(failures[9] != 0, "no move");
        _assertWhole();
    }

    /// @dev In the payment of a deposit, before the engine is locked: views tell the state before, moves are refused.
    function testFuzz_ADepositCannotBeReentered(uint256 assets, bool early) public {
        _owners();
        assets = bound(assets, 1, 1e12);
        usdc.mint(address(observer), 1e18);
        bytes[] memory calls = new bytes[](4);
        calls[0] = abi.encodeCall(vault.deposit, (0, address(observer)));
        calls[1] = abi.encodeCall(vault.mint, (0, address(observer)));
        calls[2] = abi.encodeCall(vault.redeem, (0, carol, address(observer)));
        calls[3] = abi.encodeCall(vault.harvest, ());
        _fund(carol, usdc, address(vault), assets);
        _arm(early, calls);
        uint256 preview = vault.previewDeposit(assets);
        vm.prank(carol);
        assertEq(vault.deposit(assets, carol), preview);
        bytes4[] memory failures = observer.failures();
        assertEq(failures.length, 4, "the hook ran");
        for (uint256 i; i < 4; ++i) {
            assertEq(failures[i], bytes4(keccak256("ReentrancyGuardReentrantCall()")));
        }
        _assertWhole();
    }

    /// @dev A price that rises inside the payment of a deposit would be paid by the other owners: it is refused.
    function test_RevertWhen_TheReserveMovesInsideThePayment() public {
        _owners();
        _withInterest(9_000);
        _fund(carol, usdc, address(vault), 1e12);
        uint256 promised = vault.previewDeposit(1e12);
        HookToken(address(usdc)).arm(address(this), abi.encodeCall(this.raise, ()), "");
        vm.expectPartialRevert(ILendingVaultBase.CreditTooLow.selector);
        vm.prank(carol);
        vault.deposit(1e12, carol);
        assertGt(promised, 0);
    }

    /// @dev No attacker can do this in one transaction; time stands in for whatever could.
    function raise() external {
        vm.warp(block.timestamp + 1 days);
    }
}

/// @notice A token that begins to take a fee: the engine refuses it, and so does the vault.
contract LendingVaultFeeTest is LendingVaultTest {
    function _newToken(string memory symbol, uint8 decimals) internal override returns (IMintable) {
        return new FeeToken(symbol, decimals);
    }

    function testFuzz_RevertWhen_TheTokenTakesAFee(uint256 assets, uint256 gift) public {
        _owners();
        FeeToken(address(usdc)).switchOn();
        assets = bound(assets, 100, 1e12);
        _fund(carol, usdc, address(vault), assets);
        // not even with tokens of somebody's that would fill the gap
        usdc.mint(address(vault), bound(gift, 0, 1e12));
        vm.prank(carol);
        vm.expectRevert();
        vault.deposit(assets, carol);
    }
}
