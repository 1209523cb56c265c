// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Move} from "../../src/interfaces/IAccountMover.sol";
import {ILendingVault} from "../../src/interfaces/ILendingVault.sol";
import {PositionOrder, PositionOrderKind} from "../../src/interfaces/IPositionRouter.sol";
import {AccountMover} from "../../src/periphery/AccountMover.sol";
import {PositionRouter} from "../../src/periphery/PositionRouter.sol";
import {PositionRouterTest} from "../periphery/PositionRouterTest.sol";
import {Pair} from "../periphery/RouterTest.sol";
import {Build} from "../support/Build.sol";
import {GasMeter} from "./GasMeter.sol";

/// @notice What orders and the lending vault cost, on the production build, prices by hand: every call a transaction of its
/// own, storage cold, without base and calldata. The ceilings are a few per cent above what was measured.
/// forge-config: default.isolate = true
contract GasOrdersTest is PositionRouterTest, GasMeter {
    ILendingVault private _vault;

    function setUp() public override {
        super.setUp();
        engine = Build.productionEngine(address(oracle), address(manager));
        for (uint16 market = ETH; market <= CROSS; ++market) {
            _createMarket(market);
            _list(market, 0, usdc, USDC_PRICE);
            if (market != BTC) _list(market, 1, weth, WETH_PRICE);
            else _list(market, 1, wbtc, WBTC_PRICE);
            if (market == CROSS) _list(market, 2, wbtc, WBTC_PRICE);
        }
        for (uint8 asset; asset < 3; ++asset) {
            _supply(lender, CROSS, asset, asset == 0 ? 1e13 : asset == 1 ? 3_000e18 : 150e8);
        }
        positions = PositionRouter(Build.production("PositionRouter", abi.encode(engine, address(factory))));
        bytes memory arguments = abi.encode(engine, CROSS, uint8(0), "Lent", "gLent");
        _vault = ILendingVault(Build.production("LendingVault", arguments));
        _openCross(1, MAX_EQUITY, MAX_EQUITY);
        _skip(1 hours);
    }

    function _order(PositionOrder memory order) private returns (uint256) {
        bytes memory call = abi.encodeCall(engine.execute, (account, address(positions), abi.encode(order)));
        return _measure(alice, address(engine), call);
    }

    function _check(string memory row, uint256 gas, uint256 ceiling) private {
        emit log_named_uint(row, gas);
        assertLe(gas, ceiling, row);
    }

    function test_Flip() public {
        Pair memory pair = Pair(CROSS, 1, 0, weth, usdc, WETH_PRICE, USDC_PRICE, ethPool);
        _check("flip", _order(_flip(pair, 10e18)), 236_000);
    }

    function test_SwapCollateral() public {
        (uint256 held,) = _positionOf(account, 1, 0);
        PositionOrderKind kind = PositionOrderKind.SwapCollateral;
        uint256 state = vm.snapshotState();
        _check("all", _order(_positionOrder(kind, CROSS, 1, 2, held, _path(weth, wbtc))), 186_000);
        vm.revertToState(state);
        _check("part", _order(_positionOrder(kind, CROSS, 1, 2, held / 2, _path(weth, wbtc))), 193_000);
        vm.revertToState(state);
        _check("two pools", _order(_positionOrder(kind, CROSS, 1, 2, held, _path(weth, usdc, wbtc))), 280_000);
    }

    function test_SwapDebt() public {
        PositionOrder memory order =
            _positionOrder(PositionOrderKind.SwapDebt, CROSS, 0, 2, type(uint256).max, _path(wbtc, usdc));
        uint256 state = vm.snapshotState();
        _check("all", _order(order), 213_000);
        vm.revertToState(state);
        order.amount = 10_000e6;
        _check("part", _order(order), 248_000);
    }

    function test_Move() public {
        AccountMover mover = AccountMover(Build.production("AccountMover", abi.encode(engine, address(factory))));
        vm.prank(alice);
        engine.setOperator(address(mover), true);
        Move memory order;
        (order.from, order.to, order.market) = (account, _account(alice, 8), CROSS);
        (order.collateralAsset, order.debtAsset) = (1, 0);
        (order.collateral, order.debt) = (type(uint256).max, type(uint256).max);
        (order.poolToken, order.poolFee) = (address(weth), POOL_FEE);
        (order.maxFee, order.deadline) = (type(uint256).max, block.timestamp);
        uint256 state = vm.snapshotState();
        _check("position", _measure(alice, address(mover), abi.encodeCall(mover.move, (order))), 268_000);
        vm.revertToState(state);
        (order.collateral, order.debt) = (1e18, 0);
        _check("collateral", _measure(alice, address(mover), abi.encodeCall(mover.move, (order))), 136_000);
    }

    function test_LendingVault() public {
        _fund(alice, usdc, address(_vault), 1e12);
        _fund(bob, usdc, address(_vault), 1e12);
        vm.prank(bob);
        _vault.deposit(1e10, bob);
        _skip(1 hours);
        bytes memory deposit = abi.encodeCall(_vault.deposit, (1e9, alice));
        _check("first deposit", _measure(alice, address(_vault), deposit), 117_000);
        _check("deposit", _measure(alice, address(_vault), deposit), 92_000);
        _check(
            "withdraw", _measure(alice, address(_vault), abi.encodeCall(_vault.withdraw, (5e8, alice, alice))), 81_000
        );
        uint256 half = _vault.balanceOf(alice) / 2;
        _check("redeem", _measure(alice, address(_vault), abi.encodeCall(_vault.redeem, (half, alice, alice))), 81_000);
        _check("mint", _measure(alice, address(_vault), abi.encodeCall(_vault.mint, (1e14, alice))), 93_000);
    }
}
