// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, MarketParameters} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Step} from "./Actor.sol";
import {CoreTest} from "./CoreTest.sol";

contract ViewsTest is CoreTest {
    function setUp() public override {
        super.setUp();
        _openEth(account, 1e20, 5_000);
        vm.prank(address(actor));
        usdc.approve(address(engine), type(uint256).max);
    }

    /// @dev Property 134: while anything runs, no value can be read; parameters can.
    function testFuzz_ViewsOfValueRevertWhileLocked(uint256 which) public {
        bytes[11] memory calls = [
            abi.encodeCall(engine.health, (account)),
            abi.encodeCall(engine.initialHealth, (account)),
            abi.encodeCall(engine.amounts, (account, 1, 0)),
            abi.encodeCall(engine.position, (account)),
            abi.encodeCall(engine.sharesOf, (account, ETH, 0)),
            abi.encodeCall(engine.reserve, (ETH, 0)),
            abi.encodeCall(engine.risk, (ETH, 0)),
            abi.encodeCall(engine.marketParameters, (ETH)),
            abi.encodeCall(engine.assetCount, (ETH)),
            abi.encodeCall(engine.isOperator, (alice, bob)),
            abi.encodeCall(engine.nonces, (alice))
        ];
        which %= 11;
        Step[] memory steps = new Step[](1);
        steps[0] = Step(address(actor), abi.encodeCall(actor.attempt, (_steps(calls[which]))));
        engine.flashLoan(address(usdc), 1, address(actor), abi.encode(steps));
        assertEq(actor.failures()[0], which < 6 ? Errors.CallNotAllowed.selector : bytes4(0));
    }

    /// @dev The running executor, and nobody else, sees what it works on.
    function testFuzz_AmountsAreForTheExecutor(uint256 amount) public {
        amount = _boundAmount(ETH, 1, amount);
        _fund(address(actor), weth, address(engine), amount);
        (uint256 before, uint256 debt) = _positionOf(account, 1, 0);
        _run(
            account,
            _steps(
                abi.encodeCall(engine.deposit, (account, ETH, 1, amount)),
                abi.encodeCall(engine.amounts, (account, 1, 0))
            )
        );
        (uint256 c, uint256 d) = abi.decode(actor.result(1), (uint256, uint256));
        assertEq(c, before + amount);
        assertEq(d, debt);
    }

    function testFuzz_AmountsEqualThePosition(uint256 time, uint8 c, uint8 d) public {
        _skip(bound(time, 0, 1_000 days));
        (c, d) = (uint8(bound(c, 0, 15)), uint8(bound(d, 0, 15)));
        (uint256 collateral, uint256 debt) = engine.amounts(account, c, d);
        (, uint256[16] memory cs, uint256[16] memory ds) = engine.position(account);
        assertEq(collateral, cs[c]);
        assertEq(debt, ds[d]);
    }

    function testFuzz_EmptyAccountsAreEmpty(bytes32 id) public view {
        vm.assume(id != account);
        (uint16 market, uint256[16] memory c, uint256[16] memory d) = engine.position(id);
        assertEq(market, 0);
        for (uint256 i; i < 16; ++i) {
            assertEq(c[i] + d[i], 0);
        }
        Health memory h = engine.health(id);
        assertEq(h.collateral + h.debt + h.margin, 0);
        h = engine.initialHealth(id);
        assertEq(h.collateral + h.debt + h.margin, 0);
    }

    /// @dev Initial is the harder reading, at any prices: γ, lower collateral, higher debt.
    function testFuzz_InitialIsHarderThanMaintenance(uint256 low, uint256 high) public {
        low = bound(low, 1e18, 1e24);
        high = bound(high, low, 1e24);
        _setPrices(ETH, 1, low, high);
        Health memory m = engine.health(account);
        Health memory i = engine.initialHealth(account);
        assertLe(i.collateral, m.collateral);
        assertGe(i.debt, m.debt);
        assertLe(int256(i.collateral) - int256(i.margin), int256(m.collateral) - int256(m.margin));
    }

    function testFuzz_RevertWhen_APriceOfTheAccountIsDown(uint8 asset, bool half) public {
        asset = uint8(bound(asset, 0, 1));
        _setPrices(ETH, asset, 0, half ? 1e18 : 0);
        if (!half || asset == 0) {
            vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, asset));
            engine.health(account);
        }
        if (!half || asset == 1) {
            vm.expectRevert(abi.encodeWithSelector(Errors.PriceUnavailable.selector, ETH, asset));
            engine.initialHealth(account);
        }
    }

    function testFuzz_RevertWhen_TheAssetIsNotListed(uint16 market, uint8 asset) public {
        vm.assume(market == 0 || market > CROSS || asset > 2);
        bytes memory reason = abi.encodeWithSelector(Errors.AssetNotListed.selector, market, asset);
        vm.expectRevert(reason);
        engine.reserve(market, asset);
        vm.expectRevert(reason);
        engine.risk(market, asset);
    }

    function testFuzz_UnknownMarketsHaveNoParameters(uint16 market) public view {
        vm.assume(market == 0 || market > CROSS);
        MarketParameters memory p = engine.marketParameters(market);
        assertEq(p.initialRatio, 0);
        assertEq(p.targetHealth, 0);
        assertFalse(p.paused);
        assertEq(engine.assetCount(market), 0);
    }

    function test_OracleIsFixed() public view {
        assertEq(engine.ORACLE(), address(oracle));
    }
}
