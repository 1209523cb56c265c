// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice A crash that outruns liquidation: the loss stays in the reserve that lent, and everyone can go on.
contract InsolvencyScenarios is TradeTest {
    uint256 internal constant BORROWERS = 8;

    bytes32[] internal list;

    function setUp() public override {
        super.setUp();
        for (uint256 i; i < BORROWERS; ++i) {
            bytes32 id = _account(vm.addr(1_000 + i), 0);
            list.push(id);
            _deposit(id, ETH, 1, 100e18);
            _borrow(id, ETH, 0, (180_000e6 + i * 10_000e6));
        }
        _fund(liquidator, usdc, address(engine), 1e14);
    }

    /// @dev All in one call, at any price after the crash, fees first.
    /// forge-config: default.fuzz.runs = 64
    function testFuzz_LossStaysInItsReserve(uint256 left, uint256 time) public {
        _skip(bound(time, 0, 300 days));
        uint256 price = WETH_PRICE * bound(left, 1_000, 6_000) / 1e4;
        _setPrice(ETH, 1, price);
        bytes32 others = _others();
        ReserveState memory before = engine.reserve(ETH, 0);
        uint256 paid = usdc.balanceOf(liquidator);

        _liquidateAll();

        paid -= usdc.balanceOf(liquidator);
        ReserveState memory current = engine.reserve(ETH, 0);
        assertEq(current.debt, 0, "nothing is owed for ever");
        assertEq(current.cash, before.cash + paid, "what was paid is there");
        uint256 loss = before.debt - paid;
        uint256 borne = before.totalAssets - current.totalAssets;
        assertApproxEqAbs(borne, loss > before.fees ? loss - before.fees : 0, BORROWERS + 2, "fees first, then lenders");
        assertEq(_others(), others, "no other reserve");
        for (uint256 i; i < BORROWERS; ++i) {
            (uint16 market,,) = engine.position(list[i]);
            assertEq(market, 0, "closed whole");
        }
    }

    /// @dev Lenders share the loss by shares: who comes second is not worse off.
    /// forge-config: default.fuzz.runs = 64
    function testFuzz_LendersShareAlike(uint256 left, uint256 second) public {
        address other = makeAddr("other");
        uint256 shares = _supply(other, ETH, 0, bound(second, 1_000e6, 10_000_000e6));
        _setPrice(ETH, 1, WETH_PRICE * bound(left, 1_000, 6_000) / 1e4);
        uint256 all = engine.sharesOf(_account(lender, 0), ETH, 0);
        _liquidateAll();

        vm.prank(other);
        uint256 gotOther = engine.redeem(_account(other, 0), ETH, 0, type(uint256).max, other);
        vm.prank(lender);
        uint256 gotFirst = engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender);
        assertApproxEqAbs(gotOther * all / shares, gotFirst, all / shares + 2);
    }

    /// @dev A cascade: liquidations that move the pool against the next one, with the loan of each batch flash-lent.
    /// forge-config: default.fuzz.runs = 32
    function testFuzz_CascadeEndsAndLendersAreFirst(uint256 step) public {
        step = bound(step, 2, 12);
        uint256 price = WETH_PRICE;
        for (uint256 round; round < 30; ++round) {
            price = price * (100 - step) / 100;
            _setPrice(ETH, 1, price);
            (bool some, uint256 gain) = _tryAll(price);
            if (!some) continue;
            // nobody earns more than the penalty of what he took
            assertLe(gain, 1e26);
        }
        ReserveState memory r = engine.reserve(ETH, 0);
        for (uint256 i; i < BORROWERS; ++i) {
            (uint256 held, uint256 owed) = engine.amounts(list[i], 1, 0);
            assertTrue(owed == 0 || held != 0, "no debt without collateral");
        }
        assertGe(r.cash + r.debt, r.totalAssets);
        // small steps are caught in time: nobody's loss
        if (step <= 5) assertGe(r.totalAssets, _tokens(usdc, SUPPLY_VALUE, USDC_PRICE));
    }

    /// @dev All assets of a reserve lost: it starts again, and the newcomer does not pay for the past.
    function testFuzz_WipedReserveStartsAgain(uint256 supply) public {
        uint16 market = 9;
        _createMarket(market);
        _list(market, 0, usdc, USDC_PRICE);
        _list(market, 1, weth, WETH_PRICE);
        _supply(lender, market, 0, 200_000e6);
        bytes32 id = _account(alice, 5);
        _deposit(id, market, 1, 100e18);
        _borrow(id, market, 0, 200_000e6);
        _setPrice(market, 1, 1e12); // a millionth of a dollar
        vm.prank(liquidator);
        engine.liquidate(id, takeOf(1, 0, type(uint256).max, liquidator, ""));
        assertLe(engine.reserve(market, 0).totalAssets, 100, "a ten-thousandth of a dollar is left");

        supply = bound(supply, 1e6, 1e12);
        _supply(bob, market, 0, supply);
        vm.prank(bob);
        uint256 out = engine.redeem(_account(bob, 0), market, 0, type(uint256).max, bob);
        assertApproxEqAbs(out, supply, supply / 1e5 + 2);
    }

    function _liquidateAll() private {
        vm.prank(liquidator);
        engine.liquidateMany(list, takeOf(1, 0, type(uint256).max, liquidator, ""));
    }

    function _tryAll(uint256 price) private returns (bool some, uint256 gain) {
        vm.prank(liquidator);
        try engine.liquidateMany(list, takeOf(1, 0, type(uint256).max, liquidator, "")) returns (
            uint256 repaid, uint256 seized
        ) {
            uint256 value = seized * price / 1e18;
            return (true, value > repaid * 1e12 ? value - repaid * 1e12 : 0);
        } catch {
            return (false, 0);
        }
    }

    function _others() private view returns (bytes32) {
        return keccak256(
            abi.encode(engine.reserve(ETH, 1), engine.reserve(BTC, 0), engine.reserve(BTC, 1), engine.reserve(CROSS, 0))
        );
    }
}
