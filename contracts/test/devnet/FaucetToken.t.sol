// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {FaucetToken} from "../../src/devnet/FaucetToken.sol";
import {Test} from "forge-std/Test.sol";

contract FaucetTokenTest is Test {
    uint256 private constant LIMIT = 1_000e6;

    address private _minter = makeAddr("minter");
    FaucetToken private _token;

    function setUp() public {
        _token = new FaucetToken("USD Coin", "USDC", 6, LIMIT, _minter);
    }

    function test_Metadata() public view {
        assertEq(_token.name(), "USD Coin");
        assertEq(_token.symbol(), "USDC");
        assertEq(_token.decimals(), 6);
        assertEq(_token.FAUCET_LIMIT(), LIMIT);
        assertEq(_token.MINTER(), _minter);
    }

    function testFuzz_Faucet_GivesTheCallerTheAmount(address caller, uint256 amount) public {
        vm.assume(caller != address(0));
        amount = bound(amount, 0, LIMIT);
        vm.prank(caller);
        _token.faucet(amount);
        assertEq(_token.balanceOf(caller), amount);
        assertEq(_token.totalSupply(), amount);
    }

    function testFuzz_RevertWhen_FaucetIsAskedForMoreThanTheLimit(uint256 amount) public {
        amount = bound(amount, LIMIT + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(FaucetToken.FaucetLimitExceeded.selector, amount, LIMIT));
        _token.faucet(amount);
    }

    function testFuzz_Mint_ByTheMinter(address to, uint256 amount) public {
        vm.assume(to != address(0));
        vm.prank(_minter);
        _token.mint(to, amount);
        assertEq(_token.balanceOf(to), amount);
    }

    function testFuzz_RevertWhen_SomebodyElseMints(address caller, address to, uint256 amount) public {
        vm.assume(caller != _minter);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(FaucetToken.NotMinter.selector, caller));
        _token.mint(to, amount);
    }

    function testFuzz_Permit_SetsTheAllowance(uint256 key, address spender, uint256 value) public {
        key = boundPrivateKey(key);
        vm.assume(spender != address(0));
        bytes32 digest = keccak256(
            abi.encodePacked(
                "\x19\x01",
                _token.DOMAIN_SEPARATOR(),
                keccak256(
                    abi.encode(
                        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                        vm.addr(key),
                        spender,
                        value,
                        0,
                        block.timestamp
                    )
                )
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        _token.permit(vm.addr(key), spender, value, block.timestamp, v, r, s);
        assertEq(_token.allowance(vm.addr(key), spender), value);
        assertEq(_token.nonces(vm.addr(key)), 1);
    }
}
