// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {BackstopParameters} from "../../src/interfaces/IBackstopVault.sol";
import {IMarginEngineEvents, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {BackstopTest} from "./BackstopTest.sol";

/// @notice A gap through all margins with no market at all: fees, then backstop, then suppliers, exact to the unit (66).
contract WaterfallTest is BackstopTest {
    uint256 internal constant GAP_PRICE = 1_200e18;

    struct Steps {
        uint256 fees;
        uint256 backstop;
        uint256 suppliers;
        uint256 written;
    }

    function _setUp(uint256 cash, uint256 value) internal returns (ReserveState memory before) {
        _put(carol, cash);
        _long(account, value, 82);
        _skip(30 days);
        engine.accrue(ETH, 0);
        _setPrice(ETH, 1, GAP_PRICE);
        // nobody trades: the pool is empty in every direction that matters, and nobody else takes
        before = engine.reserve(ETH, 0);
        assertGt(before.fees, 0, "there are fees to lose");
    }

    function _stepsOf(Vm.Log[] memory logs) internal pure returns (Steps memory s) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IMarginEngineEvents.LossCovered.selector) {
                (uint8 step, uint256 amount) = _step(logs[i]);
                if (step == 1) s.fees += amount;
                else if (step == 2) s.backstop += amount;
                else s.suppliers += amount;
            } else if (logs[i].topics[0] == IMarginEngineEvents.WriteOff.selector) {
                (, uint256 loss) = abi.decode(logs[i].data, (uint256, uint256));
                s.written += loss;
            }
        }
    }

    function _step(Vm.Log memory log) private pure returns (uint8 step, uint256 amount) {
        uint256 words = log.data.length / 32;
        bytes memory data = log.data;
        uint256 a;
        uint256 b;
        assembly ("memory-safe") {
            a := mload(add(data, mul(32, sub(words, 1))))
            b := mload(add(data, mul(32, words)))
        }
        return (uint8(a), b);
    }

    /// @dev The vault itself absorbs: it pays the collateral's worth, and what is missing falls through the steps.
    function testFuzz_AbsorbedGap(uint256 cash, uint256 value, uint256 share) public {
        cash = bound(cash, 1_000e6, 5_000_000e6);
        value = bound(value, 10_000, 1_000_000);
        BackstopParameters memory p = _parameters();
        (p.coverShare, p.assetShare) = (uint16(bound(share, 1_000, 10_000)), 5_000);
        _setParameters(p);
        ReserveState memory before = _setUp(cash, value);
        (, uint256 debt) = _positionOf(account, 1, 0);
        vm.recordLogs();
        try vault.absorb(account, 1, type(uint128).max) returns (uint256 repaid, uint256, uint256 reward) {
            _assertAbsorbed(before, cash, debt, repaid, reward);
        } catch {
            // a cap that would leave debt below the minimum: the next caller asks for less
            assertLt(cash / 10, value * 1e6, "only a small vault is cut");
        }
    }

    function _assertAbsorbed(ReserveState memory before, uint256 cash, uint256 debt, uint256 repaid, uint256 reward)
        private
    {
        Steps memory s = _stepsOf(vm.getRecordedLogs());
        (uint256 left, uint256 owed) = _positionOf(account, 1, 0);
        assertEq(vault.freeCash(), cash - repaid - reward - s.backstop, "66: cash of the vault");
        assertEq(vault.status().covered, s.backstop);
        _assertBacked();
        if (left != 0) {
            assertEq(s.fees + s.backstop + s.suppliers, 0, "69: no loss while there is collateral");
            return;
        }
        assertEq(owed, 0, "69: the rest is written off");
        assertEq(s.fees + s.backstop + s.suppliers, s.written, "66: nothing is lost twice, nothing vanishes");
        assertApproxEqAbs(s.written, debt - repaid, 1, "69: what is left of the debt, rounded up");
        // the vault keeps what it is about to pay, which is at most what its caps let it spend
        _assertOrder(before, s, s.written, (cash - repaid) * vault.parameters().coverShare / 10_000);
    }

    /// @dev Somebody else takes all the collateral: the vault pays at once, without being asked by anyone.
    function testFuzz_TakenGap(uint256 cash, uint256 value, uint256 share) public {
        cash = bound(cash, 1e6, 5_000_000e6);
        value = bound(value, 10_000, 1_000_000);
        BackstopParameters memory p = _parameters();
        p.coverShare = uint16(bound(share, 1_000, 10_000));
        _setParameters(p);
        ReserveState memory before = _setUp(cash, value);
        (uint256 collateral, uint256 debt) = _positionOf(account, 1, 0);
        _fund(liquidator, usdc, address(engine), debt * 2);
        vm.recordLogs();
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidate(account, takeOf(1, 0, type(uint128).max, liquidator, ""));
        Steps memory s = _stepsOf(vm.getRecordedLogs());
        assertEq(seized, collateral, "all of it");
        assertEq(vault.freeCash(), cash - s.backstop, "66: cash of the vault");
        _assertSteps(before, s, debt - paid, cash * p.coverShare / 10_000);
        _assertBacked();
    }

    /// @param most What the vault may pay of one loss.
    function _assertSteps(ReserveState memory before, Steps memory s, uint256 loss, uint256 most) private view {
        assertEq(s.fees + s.backstop + s.suppliers, s.written, "66: nothing is lost twice, nothing vanishes");
        assertApproxEqAbs(s.written, loss, 1, "69: what is left of the debt, rounded up");
        _assertOrder(before, s, s.written, most);
        if (s.backstop < s.written - s.fees) assertApproxEqAbs(s.backstop, most, 1, "66: the backstop to its cap");
        ReserveState memory current = engine.reserve(ETH, 0);
        assertApproxEqAbs(before.totalAssets, current.totalAssets + s.suppliers, 2, "68: suppliers, and only the rest");
        (uint256 outstanding, uint256 backstopOutstanding) = engine.losses(ETH, 0);
        assertEq(outstanding, s.suppliers);
        assertEq(backstopOutstanding, s.backstop);
        assertEq(engine.openingsClosed(ETH), s.suppliers != 0, "a supplier's loss closes the market");
    }

    /// @dev 72: what is recovered after the suppliers comes back to the vault, and counts once it is harvested and vested.
    function testFuzz_RecoveryReachesTheVault(uint256 value) public {
        _setUp(5_000_000e6, bound(value, 100_000, 1_000_000));
        vm.prank(liquidator);
        (, uint256 debt) = _positionOf(account, 1, 0);
        _fund(liquidator, usdc, address(engine), debt * 2);
        vm.prank(liquidator);
        engine.liquidate(account, takeOf(1, 0, type(uint128).max, liquidator, ""));
        (uint256 outstanding, uint256 lost) = engine.losses(ETH, 0);
        uint256 cash = vault.freeCash();
        vm.prank(liquidator);
        uint256 taken = engine.recover(ETH, 0, type(uint112).max);
        assertEq(taken, outstanding + lost);
        assertEq(vault.harvest(), lost);
        assertEq(vault.freeCash(), cash + lost);
        _skip(1 days);
        assertEq(vault.totalAssets(), cash + lost, "72: whole again");
    }

    /// @dev Fees above the insurance of the reserve are income of the vault.
    function testFuzz_FeesReachTheVault(uint256 value, uint256 time) public {
        _put(carol, FIRST);
        _long(account, bound(value, 1_000_000, 5_000_000), 82);
        vm.warp(vm.getBlockTimestamp() + bound(time, 1_000 days, 2_000 days));
        engine.accrue(ETH, 0);
        uint256 fees = engine.reserve(ETH, 0).fees;
        uint256 insurance = engine.reserve(ETH, 0).debt / 100;
        if (fees <= insurance + 1) return;
        assertApproxEqAbs(vault.harvest(), fees - insurance, 1);
        assertApproxEqAbs(vault.freeCash(), FIRST + fees - insurance, 1);
    }

    function _assertOrder(ReserveState memory before, Steps memory s, uint256 loss, uint256 most) private view {
        assertGe(s.fees + 1, loss < before.fees ? loss : before.fees, "66: fees first, all of them");
        assertLe(s.backstop, most, "66: then the backstop, within its cap");
        if (s.backstop != 0) assertLe(engine.reserve(ETH, 0).fees, 1, "66: only when fees are empty");
        if (s.suppliers != 0) assertGt(s.backstop, 0, "66: suppliers last");
    }
}
