// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IMarginEngineEvents} from "../../src/interfaces/IMarginEngine.sol";
import {Position, ReplayAccounts} from "./ReplayAccounts.sol";
import {Ledger} from "./ReplayTypes.sol";

/// @notice Who did what to an account.
enum Mechanism {
    Sale,
    Netting,
    Inventory
}

/// @notice The books of what happened in the protocol, from its events and from its state before and after.
abstract contract ReplayBooks is ReplayAccounts {
    /// @dev Units by which debt may be rounded in one liquidation of several steps [token units].
    uint256 private constant ROUNDINGS = 10;

    Ledger internal gimbal;
    /// @dev Loss of every reserve [token units], by `_key`: total, then by fees, backstop, suppliers.
    mapping(uint256 reserve => uint256[4]) internal losses;

    /// @dev What suppliers own of the two reserves of a market [token units].
    struct Snapshot {
        uint256 quote;
        uint256 base;
    }

    /// @notice Before anything that may end in a loss: events are kept from now on.
    function _open(uint256 asset) internal returns (Snapshot memory s) {
        vm.recordLogs();
        s.quote = engine.reserve(uint16(asset + 1), QUOTE).totalAssets;
        s.base = engine.reserve(uint16(asset + 1), BASE).totalAssets;
    }

    /// @dev What the events of one step say [token units]. @param lost By suppliers, of quote and base.
    struct Seen {
        uint256 repaid;
        uint256 seized;
        uint256[2] lost;
    }

    /// @notice After a take, by a keeper or by the backstop, whose amounts its event tells.
    function _close(uint256 i, Mechanism by, Snapshot memory s) internal {
        _book(i, by, _readEvents(positions[i].asset), s);
    }

    /// @notice After anything else: the account was relieved of `repaid` for `seized` [token units].
    function _close(uint256 i, Mechanism by, uint256 repaid, uint256 seized, Snapshot memory s) internal {
        Seen memory seen = _readEvents(positions[i].asset);
        (seen.repaid, seen.seized) = (repaid, seized);
        _book(i, by, seen, s);
    }

    function _book(uint256 i, Mechanism by, Seen memory seen, Snapshot memory s) private {
        Position storage p = positions[i];
        uint256 price = published[p.asset];
        (uint256 repaid, uint256 seized) = (seen.repaid, seen.seized);
        (uint256 debt, uint256 value) = p.isLong
            ? (repaid * 1e12, _valueOf(p.asset, seized, price))
            : (_valueOf(p.asset, repaid, price), seized * 1e12);
        gimbal.liquidatedDebt += debt;
        if (by == Mechanism.Sale) gimbal.byCollateral += debt;
        else if (by == Mechanism.Netting) gimbal.byNetting += debt;
        else gimbal.byInventory += debt;
        gimbal.penalty += FixedPointMathLib.zeroFloorSub(value, debt);
        ++gimbal.takes;
        p.marked = false; // what was done may have ended its auction: keepers look again
        if (!p.liquidated) {
            p.liquidated = true;
            ++gimbal.accounts;
        }
        _checkSuppliers(p.asset, QUOTE, s.quote, seen.lost[QUOTE]);
        _checkSuppliers(p.asset, BASE, s.base, seen.lost[BASE]);
        _sync(i);
    }

    function _readEvents(uint256 asset) private returns (Seen memory seen) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 n; n < logs.length; ++n) {
            if (logs[n].emitter != address(engine)) continue;
            bytes32 kind = logs[n].topics[0];
            if (kind == IMarginEngineEvents.Liquidate.selector) {
                (, uint256 repaid, uint256 seized) = abi.decode(logs[n].data, (uint256, uint256, uint256));
                (seen.repaid, seen.seized) = (seen.repaid + repaid, seen.seized + seized);
            } else if (kind == IMarginEngineEvents.WriteOff.selector) {
                (uint256 id, uint256 loss) = abi.decode(logs[n].data, (uint256, uint256));
                _bookLoss(asset, uint8(id & 15), 0, loss);
            } else if (kind == IMarginEngineEvents.LossCovered.selector) {
                (uint256 step, uint256 amount) = abi.decode(logs[n].data, (uint256, uint256));
                uint8 reserve = uint8(uint256(logs[n].topics[2]) & 15);
                _bookLoss(asset, reserve, step, amount);
                if (step == 3) seen.lost[reserve] += amount;
            }
        }
    }

    /// @param step 0: the loss; 1, 2, 3: what fees, backstop and suppliers bore of it [token units].
    function _bookLoss(uint256 asset, uint8 debtAsset, uint256 step, uint256 amount) private {
        losses[_key(asset, debtAsset)][step] += amount;
        uint256 usd = debtAsset == QUOTE ? amount * 1e12 : _valueOf(asset, amount, published[asset]);
        if (step == 1) gimbal.insurance += usd;
        else if (step == 2) gimbal.backstopLoss += usd;
        else if (step == 3) gimbal.suppliers += usd;
        // the sum of its steps, so that rounding to dollars cannot part them; the reserves are compared in their tokens
        if (step != 0) gimbal.badDebt += usd;
    }

    /// @dev 66: what suppliers own falls by their step of the loss and by nothing else, but for the roundings of indices.
    function _checkSuppliers(uint256 asset, uint8 reserve, uint256 before, uint256 lost) private view {
        uint256 left = engine.reserve(uint16(asset + 1), reserve).totalAssets;
        assertApproxEqAbs(left + lost, before, ROUNDINGS, "66: suppliers lose exactly their step");
    }

    function _key(uint256 asset, uint256 debtAsset) internal pure returns (uint256) {
        return asset << 1 | debtAsset;
    }

    /* AT THE END */

    /// @notice What accounts owe beyond what they hold, at the feeds' prices [USD wad].
    function _openDeficit() internal returns (uint256 deficit) {
        for (uint256 i; i < positions.length; ++i) {
            _sync(i);
            Position memory p = positions[i];
            uint256 price = published[p.asset];
            (uint256 c, uint256 d) = p.isLong
                ? (_valueOf(p.asset, p.collateral, price), p.debt * 1e12)
                : (p.collateral * 1e12, _valueOf(p.asset, p.debt, price));
            if (d > c) deficit += d - c;
        }
    }

    /// @notice Every token is somebody's, to the wei; losses add up by step, to the wei.
    function _checkConservation() internal view {
        uint256 usdcOwned;
        for (uint256 a; a < bases.length; ++a) {
            uint16 market = uint16(a + 1);
            uint256 baseOwned = engine.reserve(market, BASE).cash + _othersHold(a, BASE);
            usdcOwned += engine.reserve(market, QUOTE).cash + _othersHold(a, QUOTE);
            for (uint256 i; i < positions.length; ++i) {
                if (positions[i].asset != a) continue;
                (, uint256[16] memory collaterals,) = engine.position(positions[i].id);
                baseOwned += collaterals[BASE];
                usdcOwned += collaterals[QUOTE];
            }
            assertEq(bases[a].balanceOf(address(engine)), baseOwned, "A1: base tokens");
            for (uint256 d; d < 2; ++d) {
                uint256[4] storage steps = losses[_key(a, d)];
                assertEq(steps[0], steps[1] + steps[2] + steps[3], "66: losses by step");
            }
        }
        assertEq(usdc.balanceOf(address(engine)), usdcOwned, "A1: quote tokens");
        assertEq(gimbal.badDebt, gimbal.insurance + gimbal.backstopLoss + gimbal.suppliers, "66: in dollars");
    }

    /// @notice Collateral of the protocol's own accounts in a market [token units].
    function _othersHold(uint256 asset, uint8 which) internal view virtual returns (uint256);
}
