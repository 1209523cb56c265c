// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IMarginEngineEvents, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {TestBackstop} from "../support/TestBackstop.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice Who bears a loss: fees, backstop, suppliers, in this order and to the unit; a backstop that misbehaves.
contract WaterfallTest is BackstopTest {
    struct Loss {
        uint256 loss;
        uint256[4] steps;
        uint256 fee;
    }

    function _takeAll() internal returns (Loss memory l) {
        vm.recordLogs();
        vm.prank(liquidator);
        (uint256 paid,) = engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        (,, l.fee) = _sums(logs, paid);
        uint256 last;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IMarginEngineEvents.WriteOff.selector) {
                (, l.loss) = abi.decode(logs[i].data, (uint256, uint256));
            }
            if (logs[i].topics[0] != IMarginEngineEvents.LossCovered.selector) continue;
            (uint256 step, uint256 amount) = abi.decode(logs[i].data, (uint256, uint256));
            assertGt(step, last, "66: in order");
            assertGt(amount, 0);
            (l.steps[step], last) = (amount, step);
        }
    }

    /// @dev 66, 68: fees, then the backstop, then suppliers; the sum is the loss, and the books move by it.
    function testFuzz_TheSumIsTheLoss(uint256 amount, uint256 fall, uint256 time, uint256 funds) public {
        _openEth(other, 1e22, 8_000);
        _skip(bound(time, 0, 365 days));
        _insolvent(amount, fall);
        engine.accrue(ETH, 0);
        (, uint256 owed) = _positionOf(account, 1, 0);
        funds = bound(funds, 0, owed * 2);
        usdc.mint(address(backstop), funds);
        ReserveState memory before = _reserve(ETH, 0);
        uint256 balance = usdc.balanceOf(address(engine));
        Loss memory l = _takeAll();
        ReserveState memory current = _reserve(ETH, 0);
        assertEq(l.steps[1] + l.steps[2] + l.steps[3], l.loss, "66: to the unit");
        uint256 fees = before.fees + l.fee;
        assertLe(l.steps[1], fees, "66: no more than there was");
        if (l.steps[2] + l.steps[3] != 0) assertGe(l.steps[1] + 1, fees, "66: all fees first, but for a fraction");
        uint256 rest = l.loss - l.steps[1];
        assertEq(l.steps[2], rest < funds ? rest : funds, "66: then the backstop, all it has");
        assertApproxEqAbs(before.totalAssets, current.totalAssets + l.steps[3], 2, "68: then suppliers");
        assertEq(current.supplyShares, before.supplyShares, "68: pro rata by price");
        assertEq(
            usdc.balanceOf(address(engine)) - balance, current.cash - before.cash, "1: what arrived is in the books"
        );
        (uint256 outstanding, uint256 ofBackstop) = engine.losses(ETH, 0);
        assertEq(outstanding, l.steps[3]);
        assertEq(ofBackstop, l.steps[2]);
        assertEq(engine.openingsClosed(ETH), l.steps[3] != 0, "a loss of suppliers closes openings, no other");
    }

    /// @dev A backstop cannot stop a liquidation, nor be credited with what did not arrive, nor act while it runs.
    function testFuzz_AHostileBackstopOnlyHarmsItself(uint256 amount, uint256 fall, uint8 mode) public {
        _insolvent(amount, fall);
        mode = uint8(bound(mode, 0, uint8(type(TestBackstop.Mode).max)));
        (, uint256 owed) = _positionOf(account, 1, 0);
        usdc.mint(address(backstop), owed * 3);
        backstop.set(TestBackstop.Mode(mode), abi.encodeCall(engine.accrue, (ETH, 0)));
        ReserveState memory before = _reserve(ETH, 0);
        Loss memory l = _takeAll();
        uint256 rest = l.loss - l.steps[1];
        bool pays = mode == 0 || mode == 2 || mode == 6;
        assertEq(l.steps[2], pays ? rest : mode == 1 ? rest / 2 : 0, "66: what arrived, at most the loss");
        assertEq(l.steps[1] + l.steps[2] + l.steps[3], l.loss, "66");
        assertFalse(backstop.reentered(), "51: locked");
        assertApproxEqAbs(before.totalAssets, _reserve(ETH, 0).totalAssets + l.steps[3], 1, "68");
    }

    /// @dev Nor can the caller starve it: a liquidation with too little gas reverts instead of passing the loss on.
    function testFuzz_ItCannotBeStarved(uint256 amount, uint256 fall, uint256 gas) public {
        _insolvent(amount, fall);
        (, uint256 owed) = _positionOf(account, 1, 0);
        usdc.mint(address(backstop), owed);
        gas = bound(gas, 60_000, 1_000_000);
        bytes memory call = abi.encodeCall(engine.liquidate, (account, takeOf(1, 0, type(uint256).max, liquidator, "")));
        vm.prank(liquidator);
        (bool ok,) = address(engine).call{gas: gas}(call);
        (uint256 outstanding,) = engine.losses(ETH, 0);
        assertEq(outstanding, 0, "suppliers lost nothing, whatever gas there was");
        if (gas > 900_000) assertTrue(ok);
    }

    /// @dev A market without a backstop, and one whose backstop is of another token.
    function testFuzz_WithoutABackstopSuppliersBearIt(uint256 amount, uint256 fall, bool none) public {
        if (none) {
            vm.prank(admin);
            engine.setBackstop(ETH, address(0));
        } else {
            TestBackstop another = new TestBackstop(engine, address(weth));
            vm.prank(admin);
            engine.setBackstop(ETH, address(another));
        }
        _insolvent(amount, fall);
        Loss memory l = _takeAll();
        assertEq(l.steps[2], 0);
        assertEq(l.steps[1] + l.steps[3], l.loss, "66");
    }

    /// @dev 71: realisation is in the call that takes the last collateral; a redemption after it has the lower price.
    function testFuzz_NobodyLeavesBeforeTheLoss(uint256 fall) public {
        _insolvent(1e21, fall);
        Loss memory l = _takeAll();
        ReserveState memory r = _reserve(ETH, 0);
        bytes32 id = _account(lender, 0);
        uint256 shares = engine.sharesOf(id, ETH, 0) / 2;
        vm.prank(lender);
        uint256 got = engine.redeem(id, ETH, 0, shares, lender);
        assertLe(got * r.supplyShares, (r.totalAssets + 1) * shares, "71");
        assertGt(l.steps[3], 0);
    }

    /// @dev Openings stay closed until the gate says otherwise; leaving works.
    function testFuzz_RevertWhen_OpenedAfterALoss(uint256 fall) public {
        _openEth(other, 1e20, 5_000);
        _insolvent(1e21, fall);
        Loss memory l = _takeAll();
        assertGt(l.steps[3], 0);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Errors.OpeningsClosed.selector, ETH));
        engine.borrow(other, ETH, 0, 1e6, bob);
        _repayAll(other, 0);
    }
}
