// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice Property 13: accrual is idempotent in a block and commutes with every function.
contract AccrueTest is CoreTest {
    function setUp() public override {
        super.setUp();
        _openEth(account, 1e21, 5_000);
        _openEth(other, 1e22, MAX_SHARE);
        _fund(alice, weth, address(engine), 1e24);
        _fund(alice, usdc, address(engine), 1e14);
        _fund(liquidator, usdc, address(engine), 1e14);
        vm.prank(lender);
        usdc.approve(address(engine), type(uint256).max);
    }

    function _fingerprint() internal view returns (bytes32) {
        bytes32 positions;
        bytes32[3] memory ids = [account, other, _account(lender, 0)];
        for (uint256 i; i < 3; ++i) {
            (uint16 market, uint256[16] memory c, uint256[16] memory d) = engine.position(ids[i]);
            positions = keccak256(abi.encode(positions, market, c, d, engine.sharesOf(ids[i], ETH, 0)));
        }
        address[4] memory holders = [alice, lender, liquidator, address(engine)];
        for (uint256 i; i < 4; ++i) {
            positions = keccak256(abi.encode(positions, usdc.balanceOf(holders[i]), weth.balanceOf(holders[i])));
        }
        return keccak256(abi.encode(positions, _reserve(ETH, 0), _reserve(ETH, 1)));
    }

    function testFuzz_CommutesWithEveryFunction(uint256 which, uint256 amount, uint256 time) public {
        _skip(bound(time, 1, 400 days));
        which %= 9;
        if (which == 6 || which == 7) _setPrice(ETH, 1, WETH_PRICE * 60 / 100);
        uint256 state = vm.snapshotState();
        _act(which, amount);
        bytes32 direct = _fingerprint();
        vm.revertToState(state);
        engine.accrue(ETH, 0);
        engine.accrue(ETH, 1);
        _act(which, amount);
        assertEq(_fingerprint(), direct);
    }

    function _act(uint256 which, uint256 amount) private {
        address actor_ = which < 4 ? alice : which < 6 ? lender : which < 8 ? liquidator : admin;
        vm.startPrank(actor_);
        if (which == 0) engine.deposit(account, ETH, 1, bound(amount, 1, 1e24));
        if (which == 1) engine.withdraw(account, 1, bound(amount, 1, 1e15), alice);
        if (which == 2) engine.borrow(account, ETH, 0, bound(amount, 1, 1e9), alice);
        if (which == 3) engine.repay(account, 0, bound(amount, 2, 1e8));
        if (which == 4) engine.redeem(_account(lender, 0), ETH, 0, bound(amount, 1e12, 1e18), lender);
        if (which == 5) {
            usdc.mint(lender, 1e13);
            engine.supply(_account(lender, 0), ETH, 0, bound(amount, 1e6, 1e13));
        }
        if (which == 6) engine.liquidate(other, takeOf(1, 0, bound(amount, 1e9, 1e10), liquidator, ""));
        if (which == 7) engine.liquidate(other, takeOf(1, 0, type(uint256).max, liquidator, ""));
        if (which == 8) engine.collectFees(ETH, 0, admin);
        vm.stopPrank();
    }

    function testFuzz_IsIdempotentInABlock(uint256 time) public {
        _skip(bound(time, 0, 400 days));
        engine.accrue(ETH, 0);
        (bytes32 debtWord, bytes32 cashWord) = (_word(1), _word(2));
        engine.accrue(ETH, 0);
        assertEq(_word(1), debtWord);
        assertEq(_word(2), cashWord);
    }

    function _word(uint256 kind) private view returns (bytes32) {
        // the array of reserves lies behind six slots of the engine and 65536 of markets
        return vm.load(address(engine), bytes32(6 + 65_536 + (uint256(ETH) << 7 | kind)));
    }

    /// @dev A view says what a write would store.
    function testFuzz_ViewsSeeWhatAccrualStores(uint256 time) public {
        _skip(bound(time, 0, 400 days));
        bytes32 before = _fingerprint();
        engine.accrue(ETH, 0);
        assertEq(_fingerprint(), before);
    }

    /// @dev Property 15: cut into periods, interest is the same but for the drift of utilisation and rounding.
    function testFuzz_PeriodsCompose(uint256 time, uint256 cuts) public {
        time = bound(time, 100, 2 days);
        cuts = bound(cuts, 2, 20);
        uint256 state = vm.snapshotState();
        _skip(time);
        engine.accrue(ETH, 0);
        uint256 once = _reserve(ETH, 0).index;
        vm.revertToState(state);
        uint256 done;
        for (uint256 i = 1; i <= cuts; ++i) {
            _skip(time * i / cuts - done);
            done = time * i / cuts;
            engine.accrue(ETH, 0);
        }
        assertApproxEqRel(_reserve(ETH, 0).index, once, 1e11, "1e-7: utilisation rises with the debt");
    }

    /// @dev Property 14: the index never falls, the time of accrual is now, and another reserve is left alone.
    function testFuzz_IndexNeverFalls(uint256 time) public {
        ReserveState memory before = _reserve(ETH, 0);
        bytes32 neighbour = vm.load(address(engine), bytes32(6 + 65_536 + (uint256(CROSS) << 7 | 1)));
        _skip(bound(time, 1, 10_000 days));
        engine.accrue(ETH, 0);
        assertGe(_reserve(ETH, 0).index, before.index);
        assertEq(uint32(uint256(_word(1)) >> 192), block.timestamp);
        assertEq(vm.load(address(engine), bytes32(6 + 65_536 + (uint256(CROSS) << 7 | 1))), neighbour);
    }

    /// @dev Property 146: neglect for a century at full utilisation saturates, and everything still works.
    function test_ACenturyAtFullUtilisation() public {
        bytes32 whale = _account(makeAddr("whale"), 0);
        _deposit(whale, ETH, 1, 1e27);
        _borrow(whale, ETH, 0, _reserve(ETH, 0).cash);
        for (uint256 i; i < 20; ++i) {
            _skip(5 * 365 days);
            engine.accrue(ETH, 0);
        }
        assertEq(_reserve(ETH, 0).index, type(uint80).max, "saturated");
        _repayAll(account, 0);
        _supply(bob, ETH, 1, 1e18);
    }

    function testFuzz_RevertWhen_AssetIsNotListed(uint16 market, uint8 asset) public {
        vm.assume(market > CROSS || market == 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, market, asset));
        engine.accrue(market, asset);
    }
}
