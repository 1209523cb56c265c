// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MapChecks} from "./MapChecks.sol";
import {StateChecks} from "./StateChecks.sol";
import {World} from "./World.sol";
import {LenderActions} from "./handlers/LenderActions.sol";
import {OutlawActions} from "./handlers/OutlawActions.sol";
import {SoftZoneActions} from "./handlers/SoftZoneActions.sol";

/// @notice All actions, and how often they were called and succeeded.
contract Handler is LenderActions, OutlawActions, SoftZoneActions, StateChecks, MapChecks {
    function selectors() external pure returns (bytes4[] memory list) {
        list = new bytes4[](34);
        (list[0], list[1], list[2]) = (this.supply.selector, this.redeem.selector, this.accrue.selector);
        (list[3], list[4], list[5]) = (this.deposit.selector, this.withdraw.selector, this.borrow.selector);
        (list[6], list[7], list[8]) = (this.repay.selector, this.enter.selector, this.leave.selector);
        (list[9], list[10]) = (this.toggleOperator.selector, this.openPosition.selector);
        (list[11], list[12]) = (this.closePosition.selector, this.decreasePosition.selector);
        (list[13], list[14]) = (this.liquidate.selector, this.liquidateMany.selector);
        (list[15], list[16]) = (this.movePrice.selector, this.partSources.selector);
        (list[17], list[18]) = (this.priceDown.selector, this.restorePrices.selector);
        (list[19], list[20]) = (this.skipTime.selector, this.donate.selector);
        (list[21], list[22]) = (this.tuneMargin.selector, this.tuneReserve.selector);
        (list[23], list[24], list[25]) = (this.tuneMarket.selector, this.pause.selector, this.collectFees.selector);
        (list[26], list[27]) = (this.steal.selector, this.takeTooMuch.selector);
        (list[28], list[29]) = (this.overborrow.selector, this.liquidateHealthy.selector);
        (list[30], list[31]) = (this.touch.selector, this.tuneNarrowly.selector);
        (list[32], list[33]) = (this.startAuctions.selector, this.absorb.selector);
    }

    /// @notice Actions that need a state which others must prepare.
    function rareSelectors() external pure returns (bytes4[] memory list) {
        list = new bytes4[](6);
        (list[0], list[1]) = (this.liquidateSelf.selector, this.drainCash.selector);
        (list[2], list[3]) = (this.holdWhatIsOwed.selector, this.addRiskWhileStopped.selector);
        (list[4], list[5]) = (this.net.selector, this.slice.selector);
    }

    /* FOR THE INVARIANTS */

    function accountCount() external view returns (uint256) {
        return accounts.length;
    }

    function accountAt(uint256 i) external view returns (bytes32) {
        return accounts[i];
    }

    function actionCount() external view returns (uint256) {
        return actions.length;
    }

    function tally(uint256 i) external view returns (string memory action, uint256 called, uint256 succeeded) {
        action = actions[i];
        return (action, calls[action], successes[action]);
    }

    function tallyOf(string calldata action) external view returns (uint256 called, uint256 succeeded) {
        return (calls[action], successes[action]);
    }

    function writeOffCount() external view returns (uint256) {
        return writeOffs;
    }
}
