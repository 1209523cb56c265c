// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ProposalReport} from "../../src/interfaces/IPriceOracle.sol";
import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {IProposedSources} from "../../src/oracle/IProposedSources.sol";
import {PriceOracle} from "../../src/oracle/PriceOracle.sol";
import {FeedParameters, OracleParameters} from "../../src/oracle/SourceParameters.sol";
import {Chainlink, IAggregatorProxy} from "./Chainlink.sol";
import {Pyth} from "./Pyth.sol";
import {PythTest} from "./PythTest.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

/// @notice A source changes in the open: proposed by governance, compared by anyone, put in force by anyone.
contract ProposalTest is PythTest {
    uint256 internal constant PERIOD = 12 hours; // below the heartbeat of the feeds
    uint256 internal constant SPACING = PERIOD / 64;
    uint256 internal constant NEEDED = 50;
    bytes32 internal constant OTHER_ID = keccak256("Crypto.WETH/USD");

    IAggregatorProxy internal other;
    FeedParameters internal parameters;
    address internal anyone = makeAddr("anyone");

    function setUp() public override {
        super.setUp();
        vm.prank(admin);
        oracle.clearPyth(MARKET, WETH);
        other = Chainlink.deployFeed(8, 3_010e8);
        parameters = _feedParameters(weth, address(other), WETH_PRICE);
        parameters.trigger = 7;
    }

    function _parameters() internal override returns (OracleParameters memory p) {
        p = super._parameters();
        p.shadowPeriod = PERIOD;
    }

    function testFuzz_AFeedIsReplaced(uint8 samples, uint32 wait) public {
        samples = uint8(bound(samples, NEEDED, 80));
        wait = uint32(bound(wait, 0, 2 * SPACING));
        _propose();
        _sample(samples);
        skip(_max(wait, block.timestamp < _ready() ? _ready() - block.timestamp : 0));
        bool recent = block.timestamp - _lastSample() <= 2 * SPACING;
        if (!recent) _sample(1);
        vm.expectEmit(address(oracle));
        emit IProposedSources.ActivateProposal(anyone, MARKET, WETH);
        _activate();
        (uint256 low,) = _opening(WETH);
        assertEq(low, 3_010e18, "in force");
        assertEq(oracle.feedOf(MARKET, WETH).feed, address(other));
        assertEq(oracle.feedOf(MARKET, WETH).trigger, 7);
        assertEq(oracle.report(MARKET, WETH).proposal.startedAt, 0, "done");
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.NoProposal.selector, MARKET, WETH));
        _activate();
    }

    function test_TheReportShowsTheProposal() public {
        _propose();
        uint256 start = block.timestamp;
        _sample(3);
        ProposalReport memory r = oracle.report(MARKET, WETH).proposal;
        assertEq(r.feed, address(other));
        assertEq(r.startedAt, start);
        assertEq(r.readyAt, start + PERIOD);
        assertEq(r.nextSampleAt, start + 4 * SPACING);
        assertEq(r.samples, 3);
        assertEq(r.samplesNeeded, NEEDED);
    }

    /* CHEATING THE PERIOD */

    function testFuzz_RevertWhen_SamplesAreDense(uint32 early) public {
        _propose();
        _sample(uint8(bound(early, 0, 3)));
        uint256 wait = bound(early, 0, SPACING - 1);
        skip(wait);
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.SampleTooSoon.selector, wait, SPACING));
        oracle.sampleProposal(MARKET, WETH);
    }

    function testFuzz_RevertWhen_ThePeriodIsTooShort(uint8 samples) public {
        _propose();
        _sample(uint8(bound(samples, NEEDED, 63)));
        uint256 elapsed = block.timestamp - oracle.report(MARKET, WETH).proposal.startedAt;
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.ShadowTooShort.selector, elapsed, PERIOD));
        _activate();
    }

    function testFuzz_RevertWhen_SamplesAreFew(uint8 samples) public {
        samples = uint8(bound(samples, 0, NEEDED - 1));
        _propose();
        _sample(samples);
        skip(PERIOD);
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.SamplesTooFew.selector, samples, NEEDED));
        _activate();
    }

    function testFuzz_RevertWhen_TheLastSampleIsOld(uint32 age) public {
        age = uint32(bound(age, 2 * SPACING + 1, 365 days));
        _propose();
        _sample(64);
        skip(age);
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.SampleTooOld.selector, age, 2 * SPACING));
        _activate();
    }

    /// @notice Who samples cannot choose the moments that suit it: one sample that parts starts all over.
    function testFuzz_ASampleThatPartsStartsAgain(uint8 good, uint256 answer) public {
        good = uint8(bound(good, 0, 60));
        answer = bound(answer, 31e8, 299_000e8);
        _propose();
        _sample(good);
        Chainlink.publish(other, int256(answer));
        skip(SPACING);
        (uint256 least, uint256 most) = answer < 3_000e8 ? (answer, uint256(3_000e8)) : (uint256(3_000e8), answer);
        bool agrees = (most - least) * 1e4 <= least * 200;
        vm.expectEmit(address(oracle));
        emit IProposedSources.SampleProposal(
            address(this), MARKET, WETH, answer * 1e10, WETH_PRICE, agrees ? good + 1 : 0
        );
        oracle.sampleProposal(MARKET, WETH);
        ProposalReport memory r = oracle.report(MARKET, WETH).proposal;
        assertEq(r.samples, agrees ? good + 1 : 0, "110: within 2 %");
        if (!agrees) assertEq(r.startedAt, block.timestamp, "110: the period starts again");
    }

    function testFuzz_ASampleOfASilentFeedStartsAgain(int256 answer) public {
        _propose();
        _sample(10);
        Chainlink.publish(other, bound(answer, type(int256).min, 0));
        skip(SPACING);
        assertEq(oracle.sampleProposal(MARKET, WETH), 0);
    }

    /// @notice Honest until the last sample, then another price behind the same proxy.
    function testFuzz_RevertWhen_TheFeedIsSwappedAtTheEnd(uint256 answer) public {
        answer = bound(answer, 31e8, 299_000e8);
        _propose();
        _sample(64);
        Chainlink.replaceAggregator(other, Chainlink.deployAggregator(8, int256(answer)));
        bool allowed = answer >= 1_500e8 && answer <= 6_000e8;
        if (!allowed) {
            uint256 limit = answer < 3_000e8 ? 1_500e18 : 6_000e18;
            vm.expectRevert(
                abi.encodeWithSelector(IProposedSources.ActivationOutOfBounds.selector, answer * 1e10, limit)
            );
        }
        _activate();
        assertEq(oracle.feedOf(MARKET, WETH).feed == address(other), allowed, "110: between a half and twice");
    }

    function testFuzz_RevertWhen_TheDecimalsChangeAtTheEnd(uint8 decimals) public {
        decimals = uint8(bound(decimals, 6, 18));
        vm.assume(decimals != 8);
        _propose();
        _sample(64);
        Chainlink.replaceAggregator(other, Chainlink.deployAggregator(decimals, 3_010e8));
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.FeedDecimalsChanged.selector, decimals, 8));
        _activate();
    }

    /// @notice What a proposal has earned does not pass to the next one.
    function test_AnotherProposalStartsFromNothing() public {
        _propose();
        _sample(64);
        parameters.feed = address(Chainlink.deployFeed(8, 5_000e8));
        _propose();
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.ShadowTooShort.selector, 0, PERIOD));
        _activate();
        parameters.feed = address(other);
        Chainlink.publish(wethFeed, 3_000e8);
        Chainlink.publish(other, 3_010e8);
        _propose();
        skip(PERIOD);
        _sample(1);
        vm.expectRevert(abi.encodeWithSelector(IProposedSources.SamplesTooFew.selector, 1, NEEDED));
        _activate();
    }

    /* WHO MAY */

    function testFuzz_RevertWhen_NotAllowed(address caller) public {
        vm.assume(caller != admin);
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(refusal);
        oracle.proposeFeed(MARKET, WETH, parameters);
        vm.expectRevert(refusal);
        oracle.proposePyth(MARKET, WETH, _pythParameters(OTHER_ID, WETH_PRICE));
        vm.expectRevert(refusal);
        oracle.cancelProposal(MARKET, WETH);
        vm.expectRevert(refusal);
        oracle.setPyth(MARKET, WETH, _pythParameters(ID, WETH_PRICE));
        vm.expectRevert(refusal);
        oracle.clearPyth(MARKET, WETH);
    }

    function test_ACancelledProposalIsGone() public {
        _propose();
        _sample(64);
        vm.prank(admin);
        vm.expectEmit(address(oracle));
        emit IProposedSources.CancelProposal(MARKET, WETH);
        oracle.cancelProposal(MARKET, WETH);
        bytes memory none = abi.encodeWithSelector(IProposedSources.NoProposal.selector, MARKET, WETH);
        vm.expectRevert(none);
        _activate();
        vm.expectRevert(none);
        oracle.sampleProposal(MARKET, WETH);
        vm.prank(admin);
        vm.expectRevert(none);
        oracle.cancelProposal(MARKET, WETH);
    }

    function test_RevertWhen_TheAssetIsNew() public {
        vm.prank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedNotSet.selector, MARKET, 9));
        oracle.proposeFeed(MARKET, 9, parameters);
    }

    /* OTHER CHANGES */

    /// @notice A dead feed is replaced too: there is nothing left to part from.
    function test_ADeadFeedIsReplaced() public {
        Chainlink.publish(wethFeed, -1);
        Chainlink.publish(other, 9_000e8);
        _propose();
        _sample(64);
        _activate();
        (uint256 low,) = _opening(WETH);
        assertEq(low, 9_000e18);
    }

    function test_APythPriceIsReplaced() public {
        _publish(3_000e8, 0);
        _setPyth(WETH, ID, WETH_PRICE);
        Pyth.publish(pyth, OTHER_ID, 3_020e8, 0, -8, block.timestamp);
        vm.startPrank(admin);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.ShadowRequired.selector, MARKET, WETH));
        oracle.setPyth(MARKET, WETH, _pythParameters(OTHER_ID, WETH_PRICE));
        oracle.clearPyth(MARKET, WETH);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.ShadowRequired.selector, MARKET, WETH));
        oracle.setPyth(MARKET, WETH, _pythParameters(OTHER_ID, WETH_PRICE));
        oracle.proposePyth(MARKET, WETH, _pythParameters(OTHER_ID, WETH_PRICE));
        vm.stopPrank();
        assertEq(oracle.report(MARKET, WETH).proposal.pythId, OTHER_ID);
        for (uint256 i; i < 64; i++) {
            skip(SPACING);
            Pyth.publish(pyth, OTHER_ID, 3_020e8, 0, -8, block.timestamp);
            assertEq(oracle.sampleProposal(MARKET, WETH), i + 1);
        }
        _activate();
        assertEq(oracle.pythOf(MARKET, WETH).id, OTHER_ID);
        assertEq(oracle.report(MARKET, WETH).pyth.price, 3_020e18);
    }

    function testFuzz_RevertWhen_TheShadowPeriodIsOutOfBounds(uint256 period) public {
        OracleParameters memory p = _parameters();
        p.shadowPeriod = bound(period, 0, 60 days);
        bool allowed = p.shadowPeriod >= 64 && p.shadowPeriod <= 30 days;
        if (!allowed) vm.expectPartialRevert(IPriceOracleAdmin.ShadowPeriodOutOfBounds.selector);
        PriceOracle created = new PriceOracle(admin, p);
        if (allowed) assertEq(created.SHADOW_PERIOD(), p.shadowPeriod);
    }

    function _propose() private {
        vm.prank(admin);
        oracle.proposeFeed(MARKET, WETH, parameters);
    }

    function _sample(uint8 count) private {
        for (uint256 i; i < count; i++) {
            skip(SPACING);
            oracle.sampleProposal(MARKET, WETH);
        }
    }

    function _activate() private {
        vm.prank(anyone);
        oracle.activateProposal(MARKET, WETH);
    }

    function _ready() private view returns (uint256) {
        return oracle.report(MARKET, WETH).proposal.readyAt;
    }

    function _lastSample() private view returns (uint256) {
        return oracle.report(MARKET, WETH).proposal.nextSampleAt - SPACING;
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}
