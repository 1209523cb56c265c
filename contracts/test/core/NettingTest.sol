// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {Health, IMarginEngineEvents, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {NettingQuote, NettingResult} from "../../src/interfaces/IMarginEngineLiquidation.sol";
import {NettingMath} from "../../src/libraries/NettingMath.sol";
import {EngineSlots} from "../support/EngineSlots.sol";
import {LiquidationTest} from "./LiquidationTest.sol";

/// @notice LiquidationTest with a long (U, alice's) and shorts (X, bob's) in market ETH.
abstract contract NettingTest is LiquidationTest {
    uint8 internal constant USD = 0;
    uint8 internal constant WETH = 1;
    uint256 internal constant ALL = type(uint256).max;
    uint256 internal constant DELAY = 120;

    /// @dev What netting must keep: books of the pair, balances, both healths.
    struct Books {
        uint256[2] held;
        uint256[2] cash;
        uint256[2] scaled;
        uint256[2] accountsScaled;
        uint256[2] assets;
        uint256[2] balance;
        Health u;
        Health x;
    }

    function _books(bytes32 u, bytes32 x) internal view returns (Books memory b) {
        for (uint8 i; i < 2; ++i) {
            (uint256 uHeld,) = _positionOf(u, i, 0);
            (uint256 xHeld,) = _positionOf(x, i, 0);
            b.held[i] = uHeld + xHeld;
            ReserveState memory r = _reserve(ETH, i);
            (b.cash[i], b.assets[i]) = (r.cash, r.totalAssets);
            b.scaled[i] = EngineSlots.debtWord(address(engine), ETH, i).scaledDebt();
            b.accountsScaled[i] = _scaled(u, i) + _scaled(x, i);
            b.balance[i] = _tokenOf(ETH, i).balanceOf(address(engine));
        }
        (b.u, b.x) = (engine.health(u), engine.health(x));
    }

    function _scaled(bytes32 id, uint8 asset) internal view returns (uint256) {
        return EngineSlots.rawDebt(address(engine), id, asset);
    }

    /* POSITIONS */

    /// @notice A long of WETH at the most debt, and a fall that makes it unhealthy but solvent.
    function _openLong(uint256 amount, uint256 fall) internal returns (uint256 price) {
        _openEth(account, amount, MAX_SHARE);
        price = WETH_PRICE * bound(fall, 8_550, 9_200) / 10_000;
        _setPrice(ETH, WETH, price);
    }

    /// @notice A short: holds USDC, owes WETH worth `share` [1e-4] of it at 3,000. Opened before the fall.
    function _openShort(bytes32 id, uint256 amount, uint256 share) internal {
        _open(id, ETH, USD, WETH, amount, share);
    }

    /// @notice U and X of any size; X asked for netting if `nettable`.
    function _openBoth(uint256 amount, uint256 fall, uint256 shortAmount, uint256 share, bool nettable) internal {
        _openShort(other, shortAmount, bound(share, 2_000, MAX_SHARE));
        _openLong(amount, fall);
        if (nettable) _setNettable(other, true);
    }

    function _setNettable(bytes32 id, bool on) internal {
        vm.prank(_ownerOf(id));
        engine.setNettable(id, on);
    }

    function _mark(bytes32 id) internal {
        bytes32[] memory list = new bytes32[](1);
        list[0] = id;
        engine.mark(list);
    }

    /// @notice Marks U and waits until forced netting is due, and `since` seconds more.
    function _waitUntilDue(uint256 since) internal {
        _mark(account);
        _skip(DELAY + since);
    }

    /* CALLS */

    function _net(uint256 most) internal returns (uint256 moved, uint256 repaid) {
        vm.prank(liquidator);
        return engine.net(account, other, WETH, USD, most);
    }

    function _expectRefusal(bytes memory reason) internal {
        assertEq(engine.quoteNetting(account, other, WETH, USD).reason, reason, "the quote gives the reason");
        vm.expectRevert(reason);
        vm.prank(liquidator);
        engine.net(account, other, WETH, USD, ALL);
    }

    /// @notice The one `Net` event of the recorded logs, which hold no transfer.
    function _result() internal returns (NettingResult memory result) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 found;
        for (uint256 i; i < logs.length; ++i) {
            assertEq(logs[i].emitter, address(engine), "70: no token moves");
            if (logs[i].topics[0] != IMarginEngineEvents.Net.selector) continue;
            result = abi.decode(logs[i].data, (NettingResult));
            ++found;
        }
        assertEq(found, 1, "one event");
    }

    function _quote() internal view returns (NettingQuote memory) {
        return engine.quoteNetting(account, other, WETH, USD);
    }

    /* CHECKS */

    /// @dev Collateral became cash, to the wei; the reserves' totals are those of the accounts; suppliers lost nothing.
    function _assertConserved(Books memory a, Books memory b, NettingResult memory n) internal pure {
        (uint256[2] memory left, uint256[2] memory gone) = ([n.taken, n.moved], [n.repaid, n.credited]);
        for (uint256 i; i < 2; ++i) {
            assertEq(b.held[i] + b.cash[i], a.held[i] + a.cash[i], "70: collateral and cash");
            assertEq(b.cash[i] - a.cash[i], left[i], "70: what left the accounts is cash");
            assertEq(a.scaled[i] - b.scaled[i], a.accountsScaled[i] - b.accountsScaled[i], "70: scaled debts");
            assertEq(b.balance[i], a.balance[i], "70: no token moves");
            assertGe(b.assets[i], a.assets[i], "70: suppliers lose nothing");
            assertLe(b.assets[i] - a.assets[i], left[i] - gone[i] + 4, "70: and win no more than dust");
        }
    }

    /// @dev Cross-multiplied, exact.
    function _assertHealthKept(Health memory a, Health memory b, string memory id) internal pure {
        uint256 buffer = b.collateral > b.margin ? b.collateral - b.margin : 0;
        uint256 needed = a.collateral > a.margin ? a.collateral - a.margin : 0;
        assertGe(buffer * a.debt, needed * b.debt, id);
    }

    function _threshold(uint256 since) internal pure returns (uint256) {
        return NettingMath.threshold(since);
    }

    function _leverage(bytes32 id) internal view returns (uint256) {
        Health memory h = engine.health(id);
        return h.debt * WAD / h.collateral;
    }
}
