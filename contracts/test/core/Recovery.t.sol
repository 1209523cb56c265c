// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice 72: what is recovered goes back in reverse order, to those who had lost it, whatever they did since.
contract RecoveryTest is BackstopTest {
    address[3] internal suppliers;
    uint256 internal fresh;
    /// @dev The model, in real numbers: what each lost and has not got back [1e-18 units].
    uint256[4] internal owedTo;
    uint256[4] internal got;

    function setUp() public override {
        super.setUp();
        suppliers = [makeAddr("first"), makeAddr("second"), makeAddr("third")];
        vm.prank(admin);
        engine.setBackstop(ETH, address(0));
        // the lender of CoreTest is the fourth
        _fund(liquidator, usdc, address(engine), 1e18);
    }

    function _id(uint256 i) internal view returns (bytes32) {
        return _account(i == 3 ? lender : suppliers[i], 0);
    }

    function _join(uint256 i, uint256 amount) internal {
        _supply(_ownerOf(_id(i)), ETH, 0, amount);
    }

    /// @dev Somebody becomes insolvent and is taken; each supplier loses by his shares.
    function _loss(uint256 seed) internal returns (uint256 lost) {
        bytes32 id = _account(makeAddr("borrower"), uint96(++fresh));
        vm.prank(admin);
        engine.setOpeningsClosed(ETH, false);
        _setPrice(ETH, 1, WETH_PRICE);
        _openEth(id, bound(seed, 1e18, 1e21), MAX_SHARE);
        _setPrice(ETH, 1, WETH_PRICE * (3_000 + seed % 5_000) / 10_000);
        (uint256 before,) = engine.losses(ETH, 0);
        uint256 shares = _reserve(ETH, 0).supplyShares + 1e6;
        vm.prank(liquidator);
        engine.liquidate(id, takeOf(1, 0, type(uint256).max, liquidator, ""));
        (uint256 current,) = engine.losses(ETH, 0);
        lost = current - before;
        for (uint256 i; i < 4; ++i) {
            owedTo[i] += lost * 1e18 / shares * engine.sharesOf(_id(i), ETH, 0) + lost * 1e18 % shares
                * engine.sharesOf(_id(i), ETH, 0) / shares;
        }
    }

    function _recover(uint256 amount) internal {
        (uint256 outstanding,) = engine.losses(ETH, 0);
        if (amount > outstanding) amount = outstanding;
        if (amount == 0) return;
        vm.prank(liquidator);
        assertEq(engine.recover(ETH, 0, amount), amount);
        for (uint256 i; i < 4; ++i) {
            uint256 part = owedTo[i] * amount / outstanding;
            (owedTo[i], got[i]) = (owedTo[i] - part, got[i] + part);
        }
    }

    /// @dev Random losses, recoveries, supplies, redemptions and claims against the model; what was claimed and can be
    /// claimed never exceeds what was recovered.
    function testFuzz_ClaimsAreExact(uint256 seed) public {
        uint256 claimed;
        uint256 recovered;
        uint256[4] memory taken;
        for (uint256 i; i < 3; ++i) {
            _join(i, 1e9 + uint256(keccak256(abi.encode(seed, i))) % 1e14);
        }
        for (uint256 step; step < 12; ++step) {
            uint256 r = uint256(keccak256(abi.encode(seed, "step", step)));
            uint256 who = (r >> 8) % 4;
            if (r % 6 == 0 || step == 0) {
                _loss(r >> 16);
            } else if (r % 6 == 1) {
                (uint256 before,) = engine.losses(ETH, 0);
                _recover((r >> 16) % 3 == 0 ? before : before * ((r >> 32) % 1_000) / 1_000);
                (uint256 current,) = engine.losses(ETH, 0);
                recovered += before - current;
            } else if (r % 6 == 2) {
                _join(who, 1e9 + (r >> 16) % 1e14);
            } else if (r % 6 == 3) {
                uint256 shares = engine.sharesOf(_id(who), ETH, 0) * ((r >> 16) % 101) / 100;
                if (shares > 1e8) {
                    vm.prank(_ownerOf(_id(who)));
                    try engine.redeem(_id(who), ETH, 0, shares, alice) {} catch {}
                }
            } else {
                vm.prank(_ownerOf(_id(who)));
                try engine.claim(_id(who), ETH, 0, bob) returns (uint256 amount) {
                    (taken[who], claimed) = (taken[who] + amount, claimed + amount);
                } catch {}
            }
            uint256 open;
            for (uint256 i; i < 4; ++i) {
                (uint256 owed, uint256 claimable) = engine.claimOf(_id(i), ETH, 0);
                open += claimable;
                assertApproxEqAbs((taken[i] + claimable), got[i] / 1e18, 40, "72: what was recovered of his loss");
                assertApproxEqAbs(owed, owedTo[i] / 1e18, 40, "72: what was not");
            }
            assertLe(claimed + open, recovered, "72: never more than was recovered");
        }
        assertEq(usdc.balanceOf(bob), claimed);
    }

    /// @dev Claims outlive the shares, and shares bought later have none.
    function testFuzz_WhoLeftIsPaidAndWhoCameIsNot(uint256 amount, uint256 seed) public {
        _join(0, bound(amount, 1e9, 1e14));
        uint256 lost = _loss(seed);
        bytes32 id = _id(0);
        vm.prank(suppliers[0]);
        engine.redeem(id, ETH, 0, type(uint256).max, suppliers[0]);
        _join(1, 1e13);
        (uint256 owed,) = engine.claimOf(id, ETH, 0);
        (uint256 later,) = engine.claimOf(_id(1), ETH, 0);
        assertEq(later, 0, "came after it");
        _recover(lost);
        vm.prank(suppliers[0]);
        if (owed == 0) return;
        assertApproxEqAbs(engine.claim(id, ETH, 0, alice), owed, 1, "all of it");
        assertApproxEqAbs(usdc.balanceOf(alice), owed, 1);
        vm.expectRevert(Errors.ZeroAmount.selector);
        vm.prank(suppliers[1]);
        engine.claim(_id(1), ETH, 0, alice);
    }

    /// @dev Suppliers first, then the backstop; and no more than both lost.
    function testFuzz_TheBackstopComesAfterSuppliers(uint256 seed, uint256 funds, uint256 amount) public {
        vm.prank(admin);
        engine.setBackstop(ETH, address(backstop));
        usdc.mint(address(backstop), bound(funds, 1e6, 1e9));
        uint256 lost = _loss(seed);
        (, uint256 ofBackstop) = engine.losses(ETH, 0);
        amount = bound(amount, 1, 2 * (lost + ofBackstop));
        uint256 had = usdc.balanceOf(address(backstop));
        vm.prank(liquidator);
        uint256 taken = engine.recover(ETH, 0, amount);
        assertEq(taken, amount < lost + ofBackstop ? amount : lost + ofBackstop, "72: at most what is outstanding");
        (uint256 rest, uint256 restOfBackstop) = engine.losses(ETH, 0);
        assertEq(rest, amount < lost ? lost - amount : 0, "72: suppliers first");
        assertEq(restOfBackstop, ofBackstop - (taken > lost ? taken - lost : 0));
        assertEq(usdc.balanceOf(address(backstop)) - had, taken > lost ? taken - lost : 0);
    }

    /// @dev All but a unit recovered, again and again: later losses keep their precision.
    function testFuzz_NearlyAllIsRecoveredManyTimes(uint256 seed) public {
        uint256 recovered;
        for (uint256 i; i < 5; ++i) {
            _loss(uint256(keccak256(abi.encode(seed, i))));
            (uint256 outstanding,) = engine.losses(ETH, 0);
            vm.prank(liquidator);
            // a claim of which next to nothing is unpaid takes the whole or nothing
            try engine.recover(ETH, 0, outstanding - 1) returns (uint256 taken) {
                recovered += taken;
            } catch {}
        }
        (uint256 left,) = engine.losses(ETH, 0);
        vm.prank(liquidator);
        recovered += engine.recover(ETH, 0, left);
        (, uint256 claimable) = engine.claimOf(_id(3), ETH, 0);
        assertLe(claimable, recovered, "72");
        assertApproxEqRel(claimable, recovered, 1e9, "72: to a billionth");
    }

    function testFuzz_RevertWhen_AStrangerClaims(address stranger, uint256 seed) public {
        vm.assume(stranger != lender);
        _recover(_loss(seed));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, _id(3), stranger));
        engine.claim(_id(3), ETH, 0, stranger);
    }

    function testFuzz_RevertWhen_NothingWasLost(uint256 amount) public {
        vm.prank(liquidator);
        vm.expectRevert(Errors.ZeroAmount.selector);
        engine.recover(ETH, 0, amount);
    }
}
