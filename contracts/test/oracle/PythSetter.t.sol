// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPriceOracleAdmin} from "../../src/oracle/IPriceOracleAdmin.sol";
import {PriceMath} from "../../src/oracle/PriceMath.sol";
import {FeedParameters, PythParameters} from "../../src/oracle/SourceParameters.sol";
import {Pyth} from "./Pyth.sol";
import {PythTest} from "./PythTest.sol";

contract PythSetterTest is PythTest {
    PythParameters internal valid;

    function setUp() public override {
        super.setUp();
        valid = _pythParameters(ID, WETH_PRICE);
    }

    function testFuzz_RoundTrip(uint24 maxAge, uint16 confidence, uint16 deviation, uint256 minPrice, uint256 maxPrice)
        public
    {
        valid.maxAge = uint24(bound(maxAge, 1, 1 hours));
        valid.maxConfidence = uint16(bound(confidence, 1, 500));
        valid.maxDeviation = uint16(bound(deviation, 10, 1000));
        valid.minPrice = bound(minPrice, 1e4, 2_999e18);
        valid.maxPrice = bound(maxPrice, 3_001e18, PriceMath.MAX_RAW);
        vm.expectEmit(address(oracle));
        emit IPriceOracleAdmin.SetPyth(MARKET, WETH, valid);
        _set();
        PythParameters memory p = oracle.pythOf(MARKET, WETH);
        assertEq(p.id, ID);
        assertEq(p.maxAge, valid.maxAge);
        assertEq(p.maxConfidence, valid.maxConfidence);
        assertEq(p.maxDeviation, valid.maxDeviation);
        assertGe(p.minPrice, valid.minPrice, "rounded inwards");
        assertLe(p.minPrice, valid.minPrice * 65_537 / 65_536 + 1);
        assertLe(p.maxPrice, valid.maxPrice, "rounded inwards");
        assertGe(p.maxPrice, valid.maxPrice - valid.maxPrice / 65_536 - 1);
        assertEq(oracle.report(MARKET, WETH).maxDeviation, uint256(valid.maxDeviation) * 1e14);
    }

    function test_ClearedPythIsGone() public {
        vm.prank(admin);
        vm.expectEmit(address(oracle));
        emit IPriceOracleAdmin.ClearPyth(MARKET, WETH);
        oracle.clearPyth(MARKET, WETH);
        assertEq(oracle.pythOf(MARKET, WETH).id, 0);
        skip(1 hours);
        _assertStatusOk();
        skip(1);
        _publish(3_000e8, 0);
        _set(); // the same price again needs no proposal
        assertEq(oracle.pythOf(MARKET, WETH).id, ID);
    }

    function testFuzz_RevertWhen_OutOfBounds(uint8 field, uint256 value) public {
        field = uint8(bound(field, 0, 3));
        bytes4 selector;
        bool allowed;
        if (field == 0) {
            valid.maxAge = uint24(bound(value, 0, 2 hours));
            (selector, allowed) =
            (IPriceOracleAdmin.HeartbeatOutOfBounds.selector, valid.maxAge >= 1 && valid.maxAge <= 1 hours);
        } else if (field == 1) {
            valid.maxConfidence = uint16(bound(value, 0, 1000));
            (selector, allowed) =
            (
                IPriceOracleAdmin.ConfidenceLimitOutOfBounds.selector,
                valid.maxConfidence >= 1 && valid.maxConfidence <= 500
            );
        } else if (field == 2) {
            valid.maxDeviation = uint16(bound(value, 0, 2000));
            (selector, allowed) =
            (IPriceOracleAdmin.MaxDeviationOutOfBounds.selector, valid.maxDeviation >= 10 && valid.maxDeviation <= 1000);
        } else {
            valid.minPrice = bound(value, 0, 2e4);
            (selector, allowed) = (IPriceOracleAdmin.PriceBoundOutOfBounds.selector, valid.minPrice >= 1e4);
        }
        if (!allowed) vm.expectPartialRevert(selector);
        _set();
    }

    function testFuzz_RevertWhen_BoundsCross(uint256 minPrice, uint256 maxPrice) public {
        valid.minPrice = bound(minPrice, 1e4, 1e30);
        valid.maxPrice = bound(maxPrice, 0, valid.minPrice);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracleAdmin.PriceBoundOutOfBounds.selector, valid.minPrice, valid.maxPrice)
        );
        _set();
    }

    function testFuzz_RevertWhen_SourcesDisagree(int64 price) public {
        skip(1);
        price = int64(bound(price, 1_000e8, 9_000e8));
        _publish(price, 0);
        uint256 distance = PriceMath.deviation(uint256(uint64(price)), 3_000e8, 1e4);
        if (distance > LIMIT) {
            vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.PythDeviates.selector, distance, LIMIT));
        }
        _set();
    }

    function testFuzz_RevertWhen_Stale(uint32 age) public {
        age = uint32(bound(age, MAX_AGE + 1, 12 hours));
        skip(age);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedStale.selector, age, MAX_AGE));
        _set();
    }

    function testFuzz_RevertWhen_Uncertain(uint64 confidence) public {
        skip(1);
        confidence = uint64(bound(confidence, 30e8 + 1, type(uint64).max));
        _publish(3_000e8, confidence);
        vm.prank(admin);
        vm.expectPartialRevert(IPriceOracleAdmin.ConfidenceTooWide.selector);
        oracle.setPyth(MARKET, WETH, valid);
    }

    function test_RevertWhen_Unknown() public {
        vm.startPrank(admin);
        oracle.setFeed(MARKET, 9, _feedParameters(weth, address(wethFeed), WETH_PRICE));
        valid.id = keccak256("nothing");
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.PythUnusable.selector, valid.id));
        oracle.setPyth(MARKET, 9, valid);
        valid.id = 0;
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.PythUnusable.selector, valid.id));
        oracle.setPyth(MARKET, 9, valid);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.FeedNotSet.selector, MARKET, 10));
        oracle.setPyth(MARKET, 10, valid);
    }

    function testFuzz_RevertWhen_FeedFieldsAreOutOfBounds(uint16 trigger, uint16 maxJump) public {
        FeedParameters memory p = _feedParameters(weth, address(wethFeed), WETH_PRICE);
        (p.trigger, p.maxJump) = (uint16(bound(trigger, 0, 2000)), uint16(bound(maxJump, 0, 8000)));
        bool jumpAllowed = p.maxJump == 0 || (p.maxJump >= 50 && p.maxJump <= 4000);
        if (p.trigger > 1000) {
            vm.expectRevert(abi.encodeWithSelector(IPriceOracleAdmin.TriggerOutOfBounds.selector, p.trigger, 1000));
        } else if (!jumpAllowed) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IPriceOracleAdmin.MaxJumpOutOfBounds.selector, p.maxJump, p.maxJump < 50 ? 50 : 4000
                )
            );
        }
        vm.prank(admin);
        oracle.setFeed(MARKET, WETH, p);
        if (p.trigger > 1000 || !jumpAllowed) return;
        assertEq(oracle.feedOf(MARKET, WETH).trigger, p.trigger);
        assertEq(oracle.feedOf(MARKET, WETH).maxJump, p.maxJump);
        assertEq(oracle.pythOf(MARKET, WETH).id, ID, "Pyth stays");
    }

    function _assertStatusOk() private view {
        assertEq(oracle.report(MARKET, WETH).reasons, 0);
        assertEq(oracle.report(MARKET, WETH).pyth.price, 0);
    }

    function _set() private {
        vm.prank(admin);
        oracle.setPyth(MARKET, WETH, valid);
    }
}
