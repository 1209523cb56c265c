// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {MarginEngine} from "../../src/core/MarginEngine.sol";
import {IMarginEngine, MarketParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {CoreTest} from "./CoreTest.sol";

contract ExtensionTest is CoreTest {
    IMarginEngine internal extension;

    function setUp() public override {
        super.setUp();
        extension = IMarginEngine(MarginEngine(address(engine)).EXTENSION());
    }

    function test_IsAnotherContractThatFits() public view {
        assertTrue(address(extension) != address(engine));
        assertGt(address(extension).code.length, 0);
        assertLe(address(extension).code.length, 24_576, "EIP-170");
    }

    /// @dev Every function of the modules is where the engine looks for it, and nowhere else.
    function test_EverySelectorIsInItsModule() public view {
        bytes4[8] memory takes = [
            engine.liquidate.selector,
            engine.liquidateMany.selector,
            engine.quoteLiquidation.selector,
            engine.throttleRoom.selector,
            engine.mark.selector,
            engine.auction.selector,
            engine.setSoftZone.selector,
            engine.setNettable.selector
        ];
        for (uint256 i; i < 8; ++i) {
            _assertIn(takes[i], 1);
        }
        bytes4[5] memory clearing = [
            engine.absorb.selector,
            engine.assume.selector,
            engine.setBackstop.selector,
            engine.distributeFees.selector,
            engine.backstop.selector
        ];
        for (uint256 i; i < 5; ++i) {
            _assertIn(clearing[i], 2);
        }
        bytes4[4] memory recovery =
            [engine.recover.selector, engine.claim.selector, engine.losses.selector, engine.claimOf.selector];
        for (uint256 i; i < 4; ++i) {
            _assertIn(recovery[i], 0);
        }
    }

    /// @dev A dispatcher has the selector as a constant: where it is in the code, the function is.
    function _assertIn(bytes4 selector, uint256 which) private view {
        MarginEngine e = MarginEngine(address(engine));
        address[3] memory modules = [e.EXTENSION(), e.LIQUIDATION(), e.CLEARING()];
        for (uint256 i; i < 3; ++i) {
            assertEq(_has(modules[i].code, selector), i == which, "selector");
        }
    }

    function _has(bytes memory code, bytes4 selector) private pure returns (bool) {
        for (uint256 i; i < code.length; ++i) {
            uint8 op = uint8(code[i]);
            if (op == 0x63 && bytes4(bytes.concat(code[i + 1], code[i + 2], code[i + 3], code[i + 4])) == selector) {
                return true;
            }
            if (op >= 0x60 && op <= 0x7f) i += op - 0x5f;
        }
        return false;
    }

    /// @dev The engine's fallback is the extension: results come back as if they were its own.
    function testFuzz_ResultsComeBack(uint256 nonce, address owner) public {
        bytes32 slot = keccak256(abi.encode(owner, uint256(5)));
        vm.store(address(engine), slot, bytes32(nonce));
        assertEq(engine.nonces(owner), nonce);
        assertEq(extension.nonces(owner), 0, "its own storage is empty");
    }

    /// @dev Errors come back whole, arguments included.
    function testFuzz_ErrorsComeBack(uint16 market, uint8 asset) public view {
        vm.assume(market == 0 || market > CROSS);
        (bool ok, bytes memory reason) = address(engine).staticcall(abi.encodeCall(engine.risk, (market, asset)));
        assertFalse(ok);
        assertEq(reason, abi.encodeWithSelector(Errors.AssetNotListed.selector, market, asset));
    }

    function testFuzz_RevertWhen_TheSelectorIsUnknown(bytes4 selector, bytes calldata rest) public {
        (bool known,) = address(extension).staticcall(abi.encodePacked(selector, rest));
        vm.assume(!known);
        // short calldata and unknown selectors find nothing in either contract
        selector = bytes4(keccak256(abi.encode(selector)));
        (bool ok, bytes memory reason) = address(engine).call(abi.encodePacked(selector, rest));
        assertFalse(ok);
        assertEq(reason.length, 0);
    }

    function testFuzz_RevertWhen_CalldataIsShorterThanASelector(bytes4 selector, uint8 length) public {
        bytes memory data = abi.encodePacked(selector);
        length = uint8(bound(length, 0, 3));
        assembly ("memory-safe") {
            mstore(data, length)
        }
        (bool ok,) = address(engine).call(data);
        assertFalse(ok);
    }

    function testFuzz_RevertWhen_ValueIsSent(uint96 value, bool data) public {
        vm.assume(value != 0);
        vm.deal(address(this), value);
        (bool ok,) = address(engine).call{value: value}(data ? abi.encodeCall(engine.assetCount, (ETH)) : bytes(""));
        assertFalse(ok);
    }

    /* AT ITS OWN ADDRESS */

    /// @dev Nobody governs it, and there is nothing to govern.
    function testFuzz_DirectGovernanceIsNobodys(address caller, uint256 which) public {
        vm.assume(caller != address(0));
        bytes[4] memory calls = [
            abi.encodeCall(engine.createMarket, (1, MarketParameters(12_500, 10_500, false))),
            abi.encodeCall(engine.setPaused, (ETH, true)),
            abi.encodeCall(engine.collectFees, (ETH, 0, caller)),
            abi.encodeCall(IAccessManaged.setAuthority, (caller))
        ];
        vm.prank(caller);
        (bool ok, bytes memory reason) = address(extension).call(calls[which % 4]);
        assertFalse(ok);
        assertEq(reason, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
    }

    function testFuzz_DirectViewsFindNothing(bytes32 id, uint16 market, uint8 asset) public {
        (uint16 m, uint256[16] memory c, uint256[16] memory d) = extension.position(id);
        uint256 sum = m;
        for (uint256 i; i < 16; ++i) {
            sum += c[i] + d[i];
        }
        assertEq(sum + extension.sharesOf(id, market, asset) + extension.assetCount(market), 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, market, asset));
        extension.reserve(market, asset);
    }

    /// @dev An operator that is set there by signature is an operator of nothing here.
    function testFuzz_DirectSignaturesBindNothing(uint256 key, address operator) public {
        key = bound(key, 1, 2 ** 128);
        address owner = vm.addr(key);
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Gimbal"),
                keccak256("1"),
                block.chainid,
                address(extension)
            )
        );
        bytes32 message = keccak256(
            abi.encode(
                keccak256("SetOperator(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)"),
                owner,
                operator,
                true,
                0,
                block.timestamp
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, message)));
        extension.setOperatorWithSignature(owner, operator, true, block.timestamp, abi.encodePacked(r, s, v));
        assertFalse(engine.isOperator(owner, operator));
        assertEq(engine.nonces(owner), 0);
    }

    /// @dev Property 111: the engine delegates to its extension alone, the extension to nobody, and neither can vanish.
    function test_NoOtherDelegationAndNoSelfdestruct() public view {
        assertEq(_count(address(engine).code, 0xf4), 1, "engine: one DELEGATECALL");
        assertEq(_count(address(extension).code, 0xf4), 0);
        assertEq(_count(address(engine).code, 0xf2) + _count(address(extension).code, 0xf2), 0, "CALLCODE");
    }

    /// @dev Occurrences of an opcode, push data skipped.
    function _count(bytes memory code, uint8 opcode) private pure returns (uint256 n) {
        for (uint256 i; i < code.length; ++i) {
            uint8 op = uint8(code[i]);
            if (op == opcode) ++n;
            if (op >= 0x60 && op <= 0x7f) i += op - 0x5f;
        }
    }
}
