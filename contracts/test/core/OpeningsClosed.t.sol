// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Adjustment, IMarginEngineEvents, MarketParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice A market that the coverage gate closed: nothing that adds risk, everything that lowers it.
contract OpeningsClosedTest is LiquidationTest {
    bytes internal closedError = abi.encodeWithSelector(Errors.OpeningsClosed.selector, ETH);

    function _close(uint16 market, bool closed) internal {
        vm.prank(admin);
        engine.setOpeningsClosed(market, closed);
    }

    function testFuzz_ClosesOneMarketAndTouchesNothingElse(bool closed, MarketParameters memory p) public {
        bytes32 before = keccak256(abi.encode(engine.marketParameters(CROSS)));
        vm.expectEmit(address(engine));
        emit IMarginEngineEvents.SetOpeningsClosed(CROSS, closed);
        _close(CROSS, closed);
        assertEq(engine.openingsClosed(CROSS), closed);
        assertFalse(engine.openingsClosed(ETH));
        assertEq(keccak256(abi.encode(engine.marketParameters(CROSS))), before);
        assertEq(engine.assetCount(CROSS), 3);
        // and parameters, pause and listing leave it as it is
        p.initialRatio = uint16(bound(p.initialRatio, 10_500, 30_000));
        p.targetHealth = uint16(bound(p.targetHealth, 10_100, 12_000));
        vm.startPrank(admin);
        engine.setMarketParameters(CROSS, p);
        engine.setPaused(CROSS, !closed);
        vm.stopPrank();
        _list(CROSS, 3, _newToken("T", 18), 1e18);
        assertEq(engine.openingsClosed(CROSS), closed);
    }

    function testFuzz_RevertWhen_TheMarketDoesNotExist(uint16 market) public {
        vm.assume(market == 0 || market > CROSS);
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketNotFound.selector, market));
        engine.setOpeningsClosed(market, true);
    }

    function testFuzz_RevertWhen_RiskIsAdded(uint256 amount, uint256 share, uint256 which) public {
        (uint256 collateral,) = _openEth(account, amount, bound(share, MIN_SHARE, 4_000));
        _close(ETH, true);
        Adjustment memory a = _adjustment(account);
        (a.debtDelta, a.debtTo) = (20e6, alice);
        bytes[5] memory calls = [
            abi.encodeCall(engine.borrow, (account, ETH, 0, 20e6, alice)),
            abi.encodeCall(engine.withdraw, (account, 1, 1, alice)),
            abi.encodeCall(engine.withdraw, (account, 1, collateral / 10, alice)),
            _adjustCall(a),
            abi.encodeCall(engine.execute, (account, address(actor), abi.encode(_steps(_adjustCall(a)))))
        ];
        vm.prank(alice);
        (bool ok, bytes memory reason) = address(engine).call(calls[which % 5]);
        assertFalse(ok);
        assertEq(reason, closedError);
        _close(ETH, false);
        vm.prank(alice);
        (ok,) = address(engine).call(calls[which % 5]);
        assertTrue(ok, "opened again");
    }

    function testFuzz_EverythingThatLowersRiskWorks(uint256 amount, uint256 share, uint256 part) public {
        (uint256 collateral, uint256 debt) = _openEth(account, amount, share);
        _close(ETH, true);
        _deposit(account, ETH, 1, collateral / 100);
        part = bound(part, 1e6, debt - 20e6);
        _fund(alice, usdc, address(engine), debt);
        vm.prank(alice);
        engine.repay(account, 0, part);
        _fund(address(actor), usdc, address(engine), 1e6);
        vm.prank(address(actor));
        usdc.approve(address(engine), type(uint256).max);
        _runSafer(account, _steps(abi.encodeCall(engine.repay, (account, 0, 1e6))));
        engine.touch(account);
        _repayAll(account, 0);
        vm.prank(alice);
        engine.withdraw(account, 1, type(uint256).max, alice);
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0, "left");
        vm.prank(lender);
        engine.redeem(_account(lender, 0), ETH, 0, 1e12, lender);
        _supply(lender, ETH, 0, 1e6);
    }

    function testFuzz_LiquidationWorks(uint256 amount, uint256 fall) public {
        _openUnhealthyEth(account, amount, fall);
        _close(ETH, true);
        (uint256 repaid,) = _liquidate(account, 1, 0, type(uint256).max);
        assertGt(repaid, 0);
    }

    /// @dev Collateral without debt is no risk: anyone may still come in, and leave.
    function testFuzz_WithoutDebtNothingIsClosed(uint256 amount) public {
        _close(ETH, true);
        amount = _boundAmount(ETH, 1, amount);
        _deposit(account, ETH, 1, amount);
        vm.prank(alice);
        engine.withdraw(account, 1, amount / 2, alice);
    }

    function testFuzz_OtherMarketsStayOpen(uint256 amount, uint256 share) public {
        _close(ETH, true);
        _open(account, BTC, 1, 0, amount, share);
    }
}
