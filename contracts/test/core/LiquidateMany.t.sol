// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Take} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {ripen, takeOf} from "../support/Takes.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

contract LiquidateManyTest is LiquidationTest {
    uint256 internal constant MOST = 6;

    function _owner(uint256 i) internal returns (address) {
        return makeAddr(string.concat("trader", vm.toString(i)));
    }

    /// @dev Accounts with debts between 60 % and 85 % of collateral; then the price falls by 8 %: some are unhealthy.
    function _openMany(uint256 seed, uint256 n) internal returns (bytes32[] memory ids) {
        ids = new bytes32[](n);
        for (uint256 i; i < n; ++i) {
            ids[i] = _account(_owner(i), uint96(i));
            uint256 share = i == 0 ? MAX_SHARE : 6_000 + uint256(keccak256(abi.encode(seed, i))) % 2_501;
            _openEth(ids[i], uint256(keccak256(abi.encode(seed, "amount", i))), share);
        }
        _setPrice(ETH, 1, WETH_PRICE * 91 / 100);
    }

    function _many(bytes32[] memory ids, uint256 most) internal returns (uint256 repaid, uint256 seized) {
        for (uint256 i; i < ids.length; ++i) {
            ripen(engine, ids[i]);
        }
        vm.recordLogs();
        vm.prank(liquidator);
        (uint256 paid, uint256 taken) = engine.liquidateMany(ids, takeOf(1, 0, most, liquidator, ""));
        (repaid, seized,) = _sums(vm.getRecordedLogs(), paid);
        assertEq(taken, seized);
    }

    /// @dev One call does what single liquidations do one after the other, to the unit.
    function testFuzz_EqualsOneByOne(uint256 seed, uint256 n) public {
        bytes32[] memory ids = _openMany(seed, bound(n, 1, MOST));
        uint256 state = vm.snapshotState();
        uint256 repaid;
        uint256 seized;
        for (uint256 i; i < ids.length; ++i) {
            if (_healthFactor(ids[i]) >= WAD) continue;
            (uint256 r, uint256 s) = _liquidate(ids[i], 1, 0, type(uint256).max);
            (repaid, seized) = (repaid + r, seized + s);
        }
        bytes32 expected = _fingerprint(ids);
        vm.revertToState(state);
        (uint256 manyRepaid, uint256 manySeized) = _many(ids, type(uint256).max);
        assertEq(manyRepaid, repaid);
        assertEq(manySeized, seized);
        assertEq(_fingerprint(ids), expected);
    }

    function _fingerprint(bytes32[] memory ids) private view returns (bytes32 hash) {
        for (uint256 i; i < ids.length; ++i) {
            (, uint256[16] memory c, uint256[16] memory d) = engine.position(ids[i]);
            hash = keccak256(abi.encode(hash, c, d));
        }
        return keccak256(abi.encode(hash, _reserve(ETH, 0), usdc.balanceOf(liquidator), weth.balanceOf(liquidator)));
    }

    /// @dev Healthy, empty, foreign, doubled and unpriced accounts in the list change nothing.
    function testFuzz_OthersDoNotSpoilTheBatch(uint256 seed, uint256 n, uint256 noise) public {
        bytes32[] memory ids = _openMany(seed, bound(n, 1, 3));
        uint256 state = vm.snapshotState();
        (uint256 repaid, uint256 seized) = _many(ids, type(uint256).max);
        vm.revertToState(state);
        bytes32[] memory noisy = new bytes32[](ids.length + 4);
        _deposit(other, BTC, 1, 1e8);
        noisy[0] = _account(bob, 77); // never used
        noisy[1] = ids[0];
        noisy[2] = other; // in another market
        noisy[3] = _account(_owner(9), 0);
        _deposit(noisy[3], ETH, 1, 1e18); // without debt
        for (uint256 i; i < ids.length; ++i) {
            noisy[4 + i] = ids[i]; // ids[0] twice: the second time it is at its target
        }
        uint256 swap = noise % noisy.length;
        (noisy[1], noisy[swap]) = (noisy[swap], noisy[1]);
        vm.assume(swap != 2 || noisy[2] == ids[0]);
        // the batch is of the market of the first account that is in one
        vm.assume(noisy[0] != other && noisy[1] != other);
        (uint256 noisyRepaid, uint256 noisySeized) = _many(noisy, type(uint256).max);
        assertEq(noisyRepaid, repaid);
        assertEq(noisySeized, seized);
    }

    function testFuzz_AnAccountWithoutPriceIsSkipped(uint256 amount) public {
        bytes32[] memory ids = new bytes32[](2);
        (ids[0], ids[1]) = (other, account);
        _deposit(other, CROSS, 2, 1e8);
        _open(other, CROSS, 1, 0, amount, MAX_SHARE);
        _open(account, CROSS, 1, 0, amount, MAX_SHARE);
        _setPrice(CROSS, 1, WETH_PRICE * 91 / 100);
        _setPrice(CROSS, 2, 0);
        (, uint256 before) = _positionOf(other, 1, 0);
        _many(ids, type(uint256).max);
        (, uint256 owed) = _positionOf(other, 1, 0);
        assertEq(owed, before);
        (, owed) = _positionOf(account, 1, 0);
        assertLt(owed, before);
    }

    /// @dev The budget is of the batch: it is never passed, and an account it would strand is left alone.
    function testFuzz_BudgetHolds(uint256 seed, uint256 n, uint256 most) public {
        bytes32[] memory ids = _openMany(seed, bound(n, 1, MOST));
        uint256 state = vm.snapshotState();
        (uint256 all,) = _many(ids, type(uint256).max);
        vm.revertToState(state);
        most = bound(most, all / 5, all);
        vm.recordLogs();
        vm.prank(liquidator);
        (bool ok, bytes memory result) = address(engine)
            .call(abi.encodeCall(engine.liquidateMany, (ids, takeOf(uint8(1), uint8(0), most, liquidator, ""))));
        if (!ok) {
            assertEq(bytes4(result), Errors.NotLiquidatable.selector, "nothing fits the budget");
            return;
        }
        (uint256 paid,) = abi.decode(result, (uint256, uint256));
        (uint256 repaid,,) = _sums(vm.getRecordedLogs(), paid);
        assertLe(repaid, most);
        uint256 least = _reserve(ETH, 0).parameters.minDebt;
        for (uint256 i; i < ids.length; ++i) {
            (, uint256 owed) = _positionOf(ids[i], 1, 0);
            assertTrue(owed == 0 || owed >= least, "stranded");
        }
    }

    function testFuzz_MaximumPriceIsOfTheBatch(uint256 seed, uint256 n) public {
        bytes32[] memory ids = _openMany(seed, bound(n, 1, MOST));
        uint256 state = vm.snapshotState();
        Take memory take = takeOf(1, 0, type(uint256).max, liquidator, "");
        vm.prank(liquidator);
        (uint256 paid, uint256 seized) = engine.liquidateMany(ids, take);
        vm.revertToState(state);
        take.maxPrice = (paid * WAD + seized - 1) / seized - 1;
        vm.startPrank(liquidator);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceAboveMaximum.selector, take.maxPrice + 1, take.maxPrice));
        engine.liquidateMany(ids, take);
        ++take.maxPrice;
        engine.liquidateMany(ids, take);
    }

    /* REVERTS */

    function testFuzz_RevertWhen_NobodyIsUnhealthy(uint256 amount, uint256 share) public {
        _openEth(account, amount, share);
        bytes32[] memory ids = new bytes32[](1);
        ids[0] = account;
        vm.expectPartialRevert(Errors.NotLiquidatable.selector);
        _many(ids, type(uint256).max);
    }

    function testFuzz_RevertWhen_OneIsTheLiquidatorsOwn(uint256 seed) public {
        bytes32[] memory ids = _openMany(seed, 2);
        vm.prank(_owner(0));
        vm.expectRevert(abi.encodeWithSelector(Errors.OwnAccount.selector, ids[0]));
        engine.liquidateMany(ids, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    function testFuzz_RevertWhen_TheListIsEmptyOrOfNobody(bytes32[] calldata ids, uint8 c) public {
        vm.assume(ids.length < 50);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, 0, c));
        engine.liquidateMany(ids, takeOf(c, 0, type(uint256).max, liquidator, ""));
    }
}
