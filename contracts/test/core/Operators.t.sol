// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {MarginEngineExtension} from "../../src/core/extension/MarginEngineExtension.sol";
import {MarginEngineClearing} from "../../src/core/liquidation/MarginEngineClearing.sol";
import {MarginEngineLiquidation} from "../../src/core/liquidation/MarginEngineLiquidation.sol";
import {MarginEngineNetting} from "../../src/core/liquidation/MarginEngineNetting.sol";
import {IMarginEngine, IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice A wallet that accepts the digests it was told to.
contract Wallet is IERC1271 {
    mapping(bytes32 digest => bool) public accepted;

    function accept(bytes32 digest, bool ok) external {
        accepted[digest] = ok;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return accepted[digest] ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}

contract OperatorsTest is CoreTest {
    bytes32 internal constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 internal constant SET_OPERATOR_TYPEHASH =
        keccak256("SetOperator(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)");

    struct Grant {
        uint256 key;
        address operator;
        bool approved;
        uint256 deadline;
    }

    /// @dev Written here from the EIP, not taken from the contract.
    function _digest(address target, uint256 chain, address owner, Grant memory g, uint256 nonce)
        internal
        pure
        returns (bytes32)
    {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPEHASH, keccak256("Gimbal"), keccak256("1"), chain, target));
        bytes32 message = keccak256(abi.encode(SET_OPERATOR_TYPEHASH, owner, g.operator, g.approved, nonce, g.deadline));
        return keccak256(abi.encodePacked(hex"1901", domain, message));
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _bounded(Grant memory g) internal view returns (Grant memory, address owner) {
        g.key = bound(g.key, 1, 2 ** 128);
        g.deadline = bound(g.deadline, block.timestamp, type(uint256).max);
        owner = vm.addr(g.key);
        vm.assume(g.operator != owner && owner.code.length == 0);
        return (g, owner);
    }

    function _submit(address owner, Grant memory g, bytes memory signature) internal {
        engine.setOperatorWithSignature(owner, g.operator, g.approved, g.deadline, signature);
    }

    /* DIRECT */

    function testFuzz_OwnerGrantsAndRevokes(address owner, address operator) public {
        vm.assume(owner != address(0) && operator != owner);
        vm.startPrank(owner);
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.SetOperator(owner, operator, true);
        engine.setOperator(operator, true);
        assertTrue(engine.isOperator(owner, operator));
        assertFalse(engine.isOperator(operator, owner));
        engine.setOperator(operator, false);
        assertFalse(engine.isOperator(owner, operator));
    }

    /// @dev Property 106: an operator acts on every account of the owner, cannot pass it on, and loses it at once.
    function testFuzz_OperatorActsUntilRevoked(uint96 index, uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        bytes32 id = _account(alice, index);
        _deposit(id, ETH, 1, amount);
        vm.prank(alice);
        engine.setOperator(bob, true);
        vm.startPrank(bob);
        engine.withdraw(id, 1, amount / 2, bob);
        engine.setOperator(liquidator, true); // of bob's own accounts, not of alice's
        vm.stopPrank();
        vm.prank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, id, liquidator));
        engine.withdraw(id, 1, 1, liquidator);
        vm.prank(alice);
        engine.setOperator(bob, false);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, id, bob));
        engine.withdraw(id, 1, 1, bob);
    }

    /* BY SIGNATURE */

    function testFuzz_AnyoneSubmitsTheOwnersSignature(Grant memory g, address relayer) public {
        address owner;
        (g, owner) = _bounded(g);
        bytes memory signature = _sign(g.key, _digest(address(engine), block.chainid, owner, g, 0));
        vm.prank(relayer);
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.SetOperator(owner, g.operator, g.approved);
        _submit(owner, g, signature);
        assertEq(engine.isOperator(owner, g.operator), g.approved);
        assertEq(engine.nonces(owner), 1);
    }

    function testFuzz_ContractWalletsSign(Grant memory g) public {
        Wallet wallet = new Wallet();
        g.deadline = bound(g.deadline, block.timestamp, type(uint256).max);
        vm.assume(g.operator != address(wallet));
        bytes32 digest = _digest(address(engine), block.chainid, address(wallet), g, 0);
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(address(wallet), g, "");
        wallet.accept(digest, true);
        _submit(address(wallet), g, "");
        assertEq(engine.isOperator(address(wallet), g.operator), g.approved);
        // the wallet still accepts the digest: the nonce does not
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(address(wallet), g, "");
    }

    /// @dev Property 163: replay, also after a revocation.
    function testFuzz_RevertWhen_Replayed(Grant memory g) public {
        address owner;
        (g, owner) = _bounded(g);
        g.approved = true;
        bytes memory signature = _sign(g.key, _digest(address(engine), block.chainid, owner, g, 0));
        _submit(owner, g, signature);
        vm.prank(owner);
        engine.setOperator(g.operator, false);
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(owner, g, signature);
        assertFalse(engine.isOperator(owner, g.operator));
    }

    function testFuzz_RevertWhen_DeadlinePassed(Grant memory g, uint256 late) public {
        address owner;
        (g, owner) = _bounded(g);
        g.deadline = bound(g.deadline, 0, block.timestamp);
        bytes memory signature = _sign(g.key, _digest(address(engine), block.chainid, owner, g, 0));
        vm.warp(block.timestamp + bound(late, 1, 1_000 days));
        vm.expectRevert(abi.encodeWithSelector(Errors.DeadlinePassed.selector, block.timestamp, g.deadline));
        _submit(owner, g, signature);
    }

    function test_DeadlineIsInclusive() public {
        Grant memory g = Grant(7, bob, true, block.timestamp);
        _submit(vm.addr(7), g, _sign(7, _digest(address(engine), block.chainid, vm.addr(7), g, 0)));
        assertTrue(engine.isOperator(vm.addr(7), bob));
    }

    /// @dev Property 162: every field is signed.
    function testFuzz_RevertWhen_AFieldDiffers(Grant memory g, uint256 which) public {
        address owner;
        (g, owner) = _bounded(g);
        g.deadline = bound(g.deadline, block.timestamp, type(uint256).max - 1);
        bytes memory signature = _sign(g.key, _digest(address(engine), block.chainid, owner, g, which % 4 == 3 ? 1 : 0));
        if (which % 4 == 0) g.operator = address(uint160(g.operator) ^ 1);
        if (which % 4 == 1) g.approved = !g.approved;
        if (which % 4 == 2) ++g.deadline;
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(owner, g, signature);
    }

    /// @dev Another chain, another engine, and the extension's own address are other domains.
    function testFuzz_RevertWhen_TheDomainDiffers(Grant memory g, uint64 chain, uint256 which) public {
        address owner;
        (g, owner) = _bounded(g);
        vm.assume(chain != block.chainid && chain != 0);
        address extension = MarginEngine(address(engine)).EXTENSION();
        address[3] memory targets = [address(engine), address(0xbeef), extension];
        bytes memory signature =
            _sign(g.key, _digest(targets[which % 3], which % 3 == 0 ? chain : block.chainid, owner, g, 0));
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(owner, g, signature);
    }

    function testFuzz_FollowsTheChainAfterAFork(Grant memory g, uint64 chain) public {
        address owner;
        (g, owner) = _bounded(g);
        vm.assume(chain != 0 && chain != block.chainid);
        bytes memory old = _sign(g.key, _digest(address(engine), block.chainid, owner, g, 0));
        vm.chainId(chain);
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(owner, g, old);
        _submit(owner, g, _sign(g.key, _digest(address(engine), chain, owner, g, 0)));
        assertEq(engine.isOperator(owner, g.operator), g.approved);
    }

    function testFuzz_RevertWhen_AnotherKeySigned(Grant memory g, uint256 key) public {
        address owner;
        (g, owner) = _bounded(g);
        key = bound(key, 1, 2 ** 128);
        vm.assume(key != g.key);
        bytes memory signature = _sign(key, _digest(address(engine), block.chainid, owner, g, 0));
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(owner, g, signature);
    }

    /// @dev `ecrecover` gives 0 for junk: nobody is not an owner.
    function testFuzz_RevertWhen_TheSignatureIsJunk(Grant memory g, bytes memory junk, bool nobody) public {
        address owner;
        (g, owner) = _bounded(g);
        if (nobody) owner = address(0);
        vm.expectRevert(Errors.InvalidSignature.selector);
        _submit(owner, g, junk);
    }

    /// @dev Two engines share nothing.
    function testFuzz_AnotherEngineNeedsItsOwnSignature(Grant memory g) public {
        address owner;
        (g, owner) = _bounded(g);
        address extension = address(new MarginEngineExtension());
        address liquidation = address(new MarginEngineLiquidation(address(oracle)));
        address clearing = address(new MarginEngineClearing(address(oracle)));
        address netting = address(new MarginEngineNetting(address(oracle)));
        IMarginEngine second = IMarginEngine(
            address(new MarginEngine(address(oracle), address(manager), extension, liquidation, clearing, netting))
        );
        bytes memory signature = _sign(g.key, _digest(address(engine), block.chainid, owner, g, 0));
        vm.expectRevert(Errors.InvalidSignature.selector);
        second.setOperatorWithSignature(owner, g.operator, g.approved, g.deadline, signature);
        signature = _sign(g.key, _digest(address(second), block.chainid, owner, g, 0));
        second.setOperatorWithSignature(owner, g.operator, g.approved, g.deadline, signature);
        assertEq(second.isOperator(owner, g.operator), g.approved);
        assertFalse(engine.isOperator(owner, g.operator));
    }
}
