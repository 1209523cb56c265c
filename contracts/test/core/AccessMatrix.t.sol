// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {MarketParameters, ReserveParameters, RiskParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice Property 104: who may call what, as a table.
contract AccessMatrixTest is CoreTest {
    uint64 internal constant RISK_ROLE = 1;
    uint64 internal constant GUARDIAN_ROLE = 2;
    address internal riskSource = makeAddr("riskSource");
    address internal guardian = makeAddr("guardian");

    function setUp() public override {
        super.setUp();
        vm.startPrank(admin);
        bytes4[] memory selectors = new bytes4[](4);
        (selectors[0], selectors[1]) = (engine.setRiskParameters.selector, engine.setRatePremium.selector);
        (selectors[2], selectors[3]) = (engine.setDebtCap.selector, engine.setOpeningLimits.selector);
        manager.setTargetFunctionRole(address(engine), selectors, RISK_ROLE);
        selectors = new bytes4[](1);
        selectors[0] = engine.setPaused.selector;
        manager.setTargetFunctionRole(address(engine), selectors, GUARDIAN_ROLE);
        manager.grantRole(RISK_ROLE, riskSource, 0);
        manager.grantRole(GUARDIAN_ROLE, guardian, 0);
        vm.stopPrank();
        vm.prank(alice);
        engine.setOperator(bob, true);
        _deposit(account, ETH, 1, 100e18);
        _borrow(account, ETH, 0, 1e11);
        for (uint256 i; i < 5; ++i) {
            _fund(_role(i), weth, address(engine), 1e18);
            _fund(_role(i), usdc, address(engine), 1e12);
        }
        _fund(alice, weth, address(engine), 1e20);
        vm.prank(alice);
        engine.supply(account, ETH, 1, 1e18);
    }

    /// @dev 0 owner, 1 operator, 2 nobody, 3 risk source, 4 guardian, 5 admin.
    function _role(uint256 i) internal returns (address) {
        if (i == 0) return alice;
        if (i == 1) return bob;
        if (i == 2) return makeAddr("nobody");
        if (i == 3) return riskSource;
        return i == 4 ? guardian : admin;
    }

    /* GOVERNANCE × ROLE */

    function _governance(uint256 which) internal view returns (bytes memory call, uint256 role) {
        MarketParameters memory m = MarketParameters(12_500, 10_500, false);
        ReserveParameters memory r = _reserve(ETH, 1).parameters;
        RiskParameters memory k = RiskParameters(500, 300, 1e6, 0);
        if (which == 0) return (abi.encodeCall(engine.createMarket, (77, m)), 5);
        if (which == 1) return (abi.encodeCall(engine.listAsset, (ETH, 2, address(wbtc), r, k)), 5);
        if (which == 2) return (abi.encodeCall(engine.setMarketParameters, (ETH, m)), 5);
        if (which == 3) return (abi.encodeCall(engine.setReserveParameters, (ETH, 1, r)), 5);
        if (which == 4) return (abi.encodeCall(engine.setRiskParameters, (ETH, 1, k)), 3);
        if (which == 5) return (abi.encodeCall(engine.setPaused, (ETH, true)), 4);
        if (which == 6) return (abi.encodeCall(engine.setOpeningsClosed, (ETH, true)), 5);
        if (which == 7) return (abi.encodeCall(engine.setRatePremium, (ETH, 1, 10)), 3);
        if (which == 8) return (abi.encodeCall(engine.setDebtCap, (ETH, 1, 1e20)), 3);
        if (which == 9) return (abi.encodeCall(engine.setOpeningLimits, (ETH, 1, 1e6, true, true)), 3);
        return (abi.encodeCall(engine.collectFees, (ETH, 0, admin)), 5);
    }

    function testFuzz_GovernanceIsForItsRoleAlone(uint256 which, uint256 caller) public {
        (bytes memory call, uint256 role) = _governance(which % 11);
        caller %= 6;
        address who = _role(caller);
        vm.prank(who);
        (bool ok, bytes memory reason) = address(engine).call(call);
        assertEq(ok, caller == role, "table");
        if (!ok) assertEq(reason, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, who));
    }

    function testFuzz_RevertWhen_AStrangerGoverns(uint256 which, address stranger) public {
        (bytes memory call,) = _governance(which % 11);
        vm.assume(stranger != admin && stranger != riskSource && stranger != guardian && stranger != address(manager));
        vm.prank(stranger);
        (bool ok, bytes memory reason) = address(engine).call(call);
        assertFalse(ok);
        assertEq(reason, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger));
    }

    /// @dev Only the manager itself can hand the engine to another one.
    function testFuzz_RevertWhen_AuthorityIsTaken(address stranger) public {
        vm.assume(stranger != address(manager));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger));
        IAccessManaged(address(engine)).setAuthority(stranger);
    }

    /// @dev A delay of the manager holds across the delegated call.
    function testFuzz_DelayedGovernanceIsScheduled(uint32 delay) public {
        delay = uint32(bound(delay, 1 hours, 30 days));
        address timelocked = makeAddr("timelocked");
        vm.prank(admin);
        manager.grantRole(0, timelocked, delay);
        _skip(1);
        bytes memory call = abi.encodeCall(engine.setMarketParameters, (ETH, MarketParameters(13_000, 10_600, false)));
        vm.startPrank(timelocked);
        (bool ok,) = address(engine).call(call);
        assertFalse(ok, "not at once");
        manager.schedule(address(engine), call, 0);
        vm.warp(block.timestamp + delay);
        manager.execute(address(engine), call);
        assertEq(engine.marketParameters(ETH).initialRatio, 13_000);
    }

    /* ACCOUNT × CALLER */

    function _ofAccount(uint256 which) internal view returns (bytes memory) {
        bytes[8] memory calls = [
            abi.encodeCall(engine.deposit, (account, ETH, 1, 1e15)),
            abi.encodeCall(engine.withdraw, (account, 1, 1e15, bob)),
            abi.encodeCall(engine.borrow, (account, ETH, 0, 1e6, bob)),
            abi.encodeCall(engine.repay, (account, 0, 1e6)),
            abi.encodeCall(engine.supply, (account, ETH, 1, 1e15)),
            abi.encodeCall(engine.redeem, (account, ETH, 1, 1e12, bob)),
            abi.encodeCall(engine.execute, (account, address(actor), _none())),
            abi.encodeCall(engine.deleverage, (account, address(actor), _none()))
        ];
        return calls[which];
    }

    function _none() private pure returns (bytes memory) {
        return abi.encode(new Step[](0));
    }

    /// @dev Property 105: owner and operator, nobody else, whatever else he may do.
    function testFuzz_AccountsAreForOwnerAndOperator(uint256 which, uint256 caller) public {
        caller %= 6;
        address who = _role(caller);
        bytes memory call = _ofAccount(which % 8);
        vm.prank(who);
        (bool ok, bytes memory reason) = address(engine).call(call);
        assertEq(ok, caller < 2, "table");
        if (!ok) assertEq(reason, abi.encodeWithSelector(Errors.NotAuthorized.selector, account, who));
    }

    /// @dev Filing an account in the map is for anyone: it moves nothing.
    function testFuzz_TouchIsForEverybody(address anyone) public {
        vm.prank(anyone);
        engine.touch(account);
    }

    /// @dev The index is no authority: every account of another owner is foreign, also with the same index.
    function testFuzz_RevertWhen_TheOwnerBitsDiffer(uint8 bit, uint256 which) public {
        bit = uint8(bound(bit, 0, 159));
        bytes32 id = account ^ bytes32(uint256(1) << (96 + bit));
        bytes[3] memory calls = [
            abi.encodeCall(engine.deposit, (id, ETH, 1, 1e15)),
            abi.encodeCall(engine.supply, (id, ETH, 1, 1e15)),
            abi.encodeCall(engine.execute, (id, address(actor), _none()))
        ];
        vm.prank(alice);
        (bool ok, bytes memory reason) = address(engine).call(calls[which % 3]);
        assertFalse(ok);
        assertEq(reason, abi.encodeWithSelector(Errors.NotAuthorized.selector, id, alice));
    }
}
