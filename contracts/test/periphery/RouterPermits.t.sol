// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {PERMIT2} from "../../src/interfaces/IPermit2.sol";
import {Order, OrderKind, PermitKind} from "../../src/interfaces/ITradeRouter.sol";
import {IMintable} from "../support/TestTokens.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

interface IDomain {
    function DOMAIN_SEPARATOR() external view returns (bytes32);
}

contract RouterPermitsTest is RouterTest {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    bytes32 private constant TOKEN_PERMISSIONS_TYPEHASH = keccak256("TokenPermissions(address token,uint256 amount)");
    bytes32 private constant PERMIT_TRANSFER_FROM_TYPEHASH = keccak256(
        "PermitTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline)"
        "TokenPermissions(address token,uint256 amount)"
    );
    /// @dev As in vendor/README.md, which says where the code comes from.
    bytes32 private constant PERMIT2_CODE_HASH = 0xa1ad0529565c25202190d4ae7f75d4ca08dc432cc760544ee7d0313b68e82ecd;

    uint256 private aliceKey;

    function setUp() public override {
        super.setUp();
        (alice, aliceKey) = makeAddrAndKey("alice with a key");
        account = _account(alice, 7);
    }

    /* EIP-2612 */

    function testFuzz_Erc2612(uint256 seed, uint256 equity, bool inDebt) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, _boundEquity(equity), inDebt);
        _signErc2612(order, order.equity);

        _execute(account, order);

        assertEq(_equityToken(order).balanceOf(alice), 0, "pulled");
        assertEq(_equityToken(order).allowance(alice, address(router)), 0, "the permit is used up");
        _assertRouterEmpty();
    }

    /// @dev Anyone may submit the signature first; the order then finds the allowance there.
    function testFuzz_Erc2612UsedBySomebodyElseFirst(uint256 seed, uint256 equity, bool inDebt) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, _boundEquity(equity), inDebt);
        _signErc2612(order, order.equity);
        (uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) =
            abi.decode(order.permit, (uint256, uint256, uint8, bytes32, bytes32));
        vm.prank(bob);
        IERC20Permit(address(_equityToken(order))).permit(alice, address(router), value, deadline, v, r, s);

        _execute(account, order);
        assertEq(_equityToken(order).balanceOf(alice), 0, "pulled");
    }

    function testFuzz_RevertWhen_Erc2612IsNotTheCallers(uint256 seed, bool inDebt) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, MIN_EQUITY, inDebt);
        (, aliceKey) = makeAddrAndKey("stranger");
        _signErc2612(order, order.equity);
        vm.expectRevert();
        _execute(account, order);
    }

    function testFuzz_RevertWhen_Erc2612IsForLess(uint256 seed, bool inDebt) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, MIN_EQUITY, inDebt);
        _signErc2612(order, order.equity - 1);
        vm.expectRevert();
        _execute(account, order);
    }

    /* PERMIT2 */

    function testFuzz_Permit2(uint256 seed, uint256 equity, bool inDebt, uint256 nonce) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, _boundEquity(equity), inDebt);
        _signPermit2(order, order.equity, nonce);

        _execute(account, order);

        assertEq(_equityToken(order).balanceOf(alice), 0, "pulled");
        assertEq(_equityToken(order).allowance(alice, address(router)), 0, "without any allowance to the router");
        _assertRouterEmpty();
    }

    function testFuzz_RevertWhen_Permit2IsUsedTwice(uint256 seed, bool inDebt, uint256 nonce) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, MIN_EQUITY, inDebt);
        _signPermit2(order, order.equity, nonce);
        _execute(account, order);
        _equityToken(order).mint(alice, order.equity);
        vm.expectRevert(abi.encodeWithSignature("InvalidNonce()"));
        _execute(account, order);
    }

    function testFuzz_RevertWhen_Permit2IsForAnotherAmount(uint256 seed, bool inDebt, uint256 amount) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, MIN_EQUITY, inDebt);
        vm.assume(amount != order.equity);
        _signPermit2(order, amount, 0);
        vm.expectRevert(abi.encodeWithSignature("InvalidSigner()"));
        _execute(account, order);
    }

    /// @dev The signature names no recipient of the position, because only its signer can use it.
    function testFuzz_RevertWhen_Permit2IsUsedByAThief(uint256 seed, bool inDebt) public {
        Pair memory pair = _pair(seed);
        Order memory order = _unallowed(pair, MIN_EQUITY, inDebt);
        _signPermit2(order, order.equity, 0);
        order.recipient = bob;
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSignature("InvalidSigner()"));
        engine.execute(_account(bob, 0), address(router), abi.encode(order));
        assertEq(_equityToken(order).balanceOf(alice), order.equity);
    }

    function test_Permit2IsTheVendoredCode() public view {
        assertEq(address(PERMIT2).codehash, PERMIT2_CODE_HASH);
    }

    /* SIGNING */

    /// @notice An opening order whose equity is in the wallet, with an allowance to Permit2 only.
    function _unallowed(Pair memory pair, uint256 equity, bool inDebt) private returns (Order memory order) {
        OrderKind kind = inDebt ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken;
        order = _opening(kind, pair, equity, equity);
        vm.startPrank(alice);
        _equityToken(order).approve(address(router), 0);
        _equityToken(order).approve(address(PERMIT2), type(uint256).max);
        vm.stopPrank();
    }

    function _equityToken(Order memory order) private pure returns (IMintable) {
        return IMintable(order.kind == OrderKind.OpenWithDebtToken ? order.debtToken : order.collateralToken);
    }

    function _signErc2612(Order memory order, uint256 value) private view {
        IMintable token = _equityToken(order);
        uint256 deadline = block.timestamp;
        bytes32 hash = keccak256(
            abi.encode(PERMIT_TYPEHASH, alice, router, value, IERC20Permit(address(token)).nonces(alice), deadline)
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(aliceKey, _digest(address(token), hash));
        order.permitKind = PermitKind.Erc2612;
        order.permit = abi.encode(value, deadline, v, r, s);
    }

    function _signPermit2(Order memory order, uint256 amount, uint256 nonce) private view {
        uint256 deadline = block.timestamp;
        bytes32 permitted = keccak256(abi.encode(TOKEN_PERMISSIONS_TYPEHASH, _equityToken(order), amount));
        bytes32 hash = keccak256(abi.encode(PERMIT_TRANSFER_FROM_TYPEHASH, permitted, router, nonce, deadline));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(aliceKey, _digest(address(PERMIT2), hash));
        order.permitKind = PermitKind.Permit2;
        order.permit = abi.encode(nonce, deadline, abi.encodePacked(r, s, v));
    }

    function _digest(address verifier, bytes32 hash) private view returns (bytes32) {
        return keccak256(abi.encodePacked("\x19\x01", IDomain(verifier).DOMAIN_SEPARATOR(), hash));
    }
}
