// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {RiskState} from "../../../src/interfaces/IMarginEngine.sol";
import {IRiskEngine, RiskRails} from "../../../src/interfaces/IRiskEngine.sol";
import {Errors} from "../../../src/libraries/Errors.sol";
import {RiskEngineTest} from "./RiskEngineTest.sol";

/// @notice What governance can and cannot decide.
contract RailsTest is RiskEngineTest {
    function test_SetsRailsAndHorizon() public {
        RiskRails memory rails = _rails(1);
        rails.multiple = 9e18;
        vm.expectEmit(address(risks));
        emit IRiskEngine.SetRails(ETH, 1, rails);
        _setRails(ETH, 1, rails);
        assertEq(abi.encode(risks.railsOf(ETH, 1)), abi.encode(rails));
        vm.expectEmit(address(risks));
        emit IRiskEngine.SetHorizon(ETH, 2 hours);
        vm.prank(admin);
        risks.setHorizon(ETH, 2 hours);
        assertEq(risks.horizonOf(ETH), 2 hours);
    }

    function testFuzz_RevertWhen_NotAllowed(address caller) public {
        vm.assume(caller != admin);
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(reason);
        risks.setRails(ETH, 1, _rails(1));
        vm.expectRevert(reason);
        risks.setHorizon(ETH, 1 hours);
    }

    /// @notice Each bound, from outside and from the edge.
    function test_RevertWhen_OutOfBounds() public {
        _assertBounds("multiple", 0, 3e18, 15e18);
        _assertBounds("marginFloor", 1, 50, 4_000);
        _assertBounds("marginCap", 2, 300, 4_000);
        _assertBounds("penalty", 3, 10, 1_000);
        _assertBounds("latency", 4, 0, 1 days);
        _assertBounds("correlationCap", 5, 0, 153);
        _assertBounds("debtDepths", 6, 1, 1_000);
        _assertBounds("depthFloor", 7, 1_000, 1e12);
        _assertBounds("depthCap", 8, 1_000, 1e12);
        _assertBounds("debtCap", 9, 0, type(uint112).max);
    }

    function testFuzz_RevertWhen_TheHorizonIsOutOfBounds(uint32 horizon) public {
        vm.assume(horizon < 1 minutes || horizon > 1 days);
        uint256 bound_ = horizon < 1 minutes ? 1 minutes : 1 days;
        vm.prank(admin);
        vm.expectRevert(_outOfBounds("horizon", horizon, bound_));
        risks.setHorizon(ETH, horizon);
    }

    function testFuzz_RevertWhen_NotListed(uint8 asset) public {
        asset = uint8(bound(asset, 3, 15));
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(Errors.AssetNotListed.selector, CROSS, asset));
        risks.setRails(CROSS, asset, _rails(1));
        vm.expectRevert(abi.encodeWithSelector(IRiskEngine.RailsNotSet.selector, CROSS, asset));
        risks.refresh(CROSS, asset);
        vm.expectRevert(abi.encodeWithSelector(IRiskEngine.RailsNotSet.selector, CROSS, asset));
        risks.volatilityMargin(CROSS, asset);
    }

    function test_RevertWhen_TheMarketHasNoHorizon() public {
        _createMarket(9);
        _list(9, 0, usdc, USDC_PRICE);
        _setRails(9, 0, _rails(0));
        vm.expectRevert(abi.encodeWithSelector(IRiskEngine.HorizonNotSet.selector, 9));
        risks.refresh(9, 0);
    }

    /// @notice The takeover itself moves nothing: depth, margin and penalty are those of the engine.
    function test_RailsMoveNothingBesideThePenalty() public {
        bytes memory before = abi.encode(engine.risk(CROSS, 1));
        RiskRails memory rails = _rails(1);
        (rails.marginFloor, rails.depthCap, rails.multiple) = (1_000, 5_000_000, 12e18);
        _setRails(CROSS, 1, rails);
        assertEq(abi.encode(engine.risk(CROSS, 1)), before);
    }

    /// @notice The penalty moves at once, a quarter of a point a day; a refresh never moves it.
    function testFuzz_PenaltyMovesInSteps(uint8 step, bool up) public {
        uint16 size = uint16(bound(step, 1, 25));
        RiskRails memory rails = _rails(1);
        rails.penalty = up ? 300 + size : 300 - size;
        _setRails(CROSS, 1, rails);
        RiskState memory r = engine.risk(CROSS, 1);
        assertEq(r.penalty, uint256(rails.penalty) * 1e14);
        risks.refresh(CROSS, 1);
        assertEq(engine.risk(CROSS, 1).penalty, r.penalty);

        rails.penalty = 300;
        _skip(1 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IRiskEngine.PenaltyStepTooSoon.selector, 1 days - 1, 1 days));
        vm.prank(admin);
        risks.setRails(CROSS, 1, rails);
        _skip(1);
        _setRails(CROSS, 1, rails);
        assertEq(engine.risk(CROSS, 1).penalty, 0.03e18);
    }

    function testFuzz_RevertWhen_ThePenaltyMovesTooFar(uint16 penalty) public {
        RiskRails memory rails = _rails(1);
        rails.penalty = uint16(bound(penalty, 10, 1_000));
        uint256 step = rails.penalty > 300 ? rails.penalty - 300 : 300 - rails.penalty;
        vm.assume(step > 25);
        vm.expectRevert(abi.encodeWithSelector(IRiskEngine.PenaltyStepTooLarge.selector, step, 25));
        vm.prank(admin);
        risks.setRails(CROSS, 1, rails);
    }

    function _assertBounds(bytes32 name, uint256 field, uint256 least, uint256 most) private {
        if (least != 0) _assertRefused(name, field, least - 1, least);
        _assertRefused(name, field, most + 1, most);
        uint256 state = vm.snapshotState();
        RiskRails memory rails = _with(field, most);
        if (field == 1) rails.marginCap = uint16(most);
        if (field == 7) rails.depthCap = uint64(most);
        if (field != 3) _setRails(ETH, 1, rails); // a penalty has its own steps
        vm.revertToState(state);
    }

    function _assertRefused(bytes32 name, uint256 field, uint256 value, uint256 bound_) private {
        RiskRails memory rails = _with(field, value);
        vm.prank(admin);
        vm.expectRevert(_outOfBounds(name, value, bound_));
        risks.setRails(ETH, 1, rails);
    }

    /// @dev The members of the struct lie one word each.
    function _with(uint256 field, uint256 value) private pure returns (RiskRails memory rails) {
        rails = _rails(1);
        assembly ("memory-safe") {
            mstore(add(rails, shl(5, field)), value)
        }
    }

    function _outOfBounds(bytes32 name, uint256 actual, uint256 bound_) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IRiskEngine.RailOutOfBounds.selector, name, actual, bound_);
    }
}
