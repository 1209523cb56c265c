// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {
    IMarginEngine,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";
import {Order, OrderKind, PermitKind} from "../../src/interfaces/ITradeRouter.sol";
import {TradeRouter} from "../../src/periphery/TradeRouter.sol";
import {Build} from "../support/Build.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {PoolTrader, UniswapV3} from "../support/UniswapV3.sol";
import {GasMeter} from "./GasMeter.sol";

/// @notice The rows of the gas table. One market of ten assets with 18 decimals, all at 1 USD; asset 0 is the stable one
/// and the debt of every row. Subclasses choose tokens and oracle.
abstract contract GasBench is GasMeter {
    uint16 internal constant MARKET = 1;
    uint8 internal constant LOAN = 0;
    uint8 internal constant COLLATERAL = 1;
    uint8 internal constant ASSETS = 10;
    uint24 internal constant POOL_FEE = 500;
    uint128 internal constant POOL_LIQUIDITY = 1e25;

    address internal admin = makeAddr("admin");
    address internal lender = makeAddr("lender");
    address internal trader = makeAddr("trader");
    address internal other = makeAddr("other");
    address internal liquidator = makeAddr("liquidator");

    IMintable[ASSETS] internal tokens;
    IUniswapV3Factory internal factory;
    PoolTrader internal poolTrader;
    IUniswapV3Pool internal pool;
    AccessManager internal manager;
    IMarginEngine internal engine;
    TradeRouter internal router;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        vm.roll(20_000_000);
        factory = UniswapV3.deployFactory();
        poolTrader = new PoolTrader();
        for (uint8 i; i < ASSETS; ++i) {
            tokens[i] = _newToken(string.concat("T", vm.toString(i)));
        }
        // the order of the two decides on which side of tick 0 the swaps start: always that of the published figures
        if (tokens[LOAN] > tokens[COLLATERAL]) (tokens[LOAN], tokens[COLLATERAL]) = (tokens[COLLATERAL], tokens[LOAN]);
        pool = _createPool(COLLATERAL);
        manager = new AccessManager(admin);
        engine = Build.productionEngine(_deployOracle(), address(manager));
        router = Build.productionRouter(engine, address(factory));
        _createMarket();
        address[4] memory actors = [lender, trader, other, liquidator];
        for (uint256 i; i < actors.length; ++i) {
            _fund(actors[i]);
        }
        _call(lender, abi.encodeCall(engine.supply, (_account(lender), MARKET, LOAN, 100_000e18)));
        _tick();
    }

    /* WHAT DIFFERS BETWEEN CONDITIONS */

    function _conditions() internal pure virtual returns (string memory);
    function _newToken(string memory symbol) internal virtual returns (IMintable);
    /// @dev All prices at 1 USD.
    function _deployOracle() internal virtual returns (address);
    /// @dev The price of COLLATERAL, in every source.
    function _setPrice(uint256 price) internal virtual;

    /* ROWS */

    /// @dev An empty call in this frame costs 40; if it does not, no other figure can be compared.
    function test_Calibration() public {
        assertEq(_measure(trader, address(new Empty()), ""), 40, "isolate is off");
    }

    function test_Trade() public {
        _primeTrade();
        bytes32 account = _account(trader);
        uint256 state = vm.snapshotState();
        _report("open, first in its word of the liquidation map", _open());
        vm.revertToState(state);
        _primeMap();
        _report("open", _open());
        _assertOwes(account, 200e18);
        _report("increase", _execute(OrderKind.OpenWithCollateralToken, 10e18, 20e18, 19e18));
        _assertOwes(account, 220e18);
        _report("close", _execute(OrderKind.CloseToCollateral, 0, 0, 300e18));
        _assertEmpty(account);
    }

    function _open() private returns (uint256) {
        return _execute(OrderKind.OpenWithCollateralToken, 100e18, 200e18, 190e18);
    }

    function test_TradeInDebtToken() public {
        _primeTrade();
        _primeMap();
        bytes32 account = _account(trader);
        _report("open, equity in the debt token", _execute(OrderKind.OpenWithDebtToken, 100e18, 200e18, 290e18));
        _assertOwes(account, 200e18);
        _report("increase, equity in the debt token", _execute(OrderKind.OpenWithDebtToken, 10e18, 20e18, 29e18));
        _assertOwes(account, 220e18);
        _report("close into the debt token", _execute(OrderKind.CloseToDebt, 0, 0, 250e18));
        _assertEmpty(account);
    }

    function test_SwapAlone() public {
        _primePool();
        _report("the swap alone", _swap());
    }

    /// @dev Primed as the published figures were, the price stands at 1: at the edge of a word of the tick bitmap, and
    /// the sale of token0 crosses it. Shown because the published swap alone, 85,270, is this one.
    function test_AcrossTheEdge() public {
        poolTrader.swap(pool, address(tokens[LOAN]), 1e18);
        poolTrader.swap(pool, address(tokens[COLLATERAL]), 1e18);
        _primeReserve();
        _primeMap();
        uint256 state = vm.snapshotState();
        _report("the swap alone, across the edge of a tick word", _swap());
        vm.revertToState(state);
        _report("open, across the edge of a tick word", _open());
        _assertOwes(_account(trader), 200e18);
    }

    function _swap() private returns (uint256) {
        Swapper swapper = new Swapper();
        vm.prank(trader);
        tokens[LOAN].approve(address(swapper), type(uint256).max);
        return _measure(trader, address(swapper), abi.encodeCall(Swapper.swap, (pool, 300e18)));
    }

    function test_Account() public {
        _call(other, abi.encodeCall(engine.deposit, (_account(other), MARKET, COLLATERAL, 1000e18)));
        _call(other, abi.encodeCall(engine.borrow, (_account(other), MARKET, LOAN, 500e18, other)));
        _primeMap();
        _tick();
        bytes32 account = _account(trader);
        _row("collateralFirst", trader, abi.encodeCall(engine.deposit, (account, MARKET, COLLATERAL, 1000e18)));
        _row("collateral", trader, abi.encodeCall(engine.deposit, (account, MARKET, COLLATERAL, 100e18)));
        _row("borrow", trader, abi.encodeCall(engine.borrow, (account, MARKET, LOAN, 300e18, trader)));
        _row("repay", trader, abi.encodeCall(engine.repay, (account, LOAN, 50e18)));
        _row("withdraw", trader, abi.encodeCall(engine.withdraw, (account, COLLATERAL, 10e18, trader)));
        _row("supply", lender, abi.encodeCall(engine.supply, (_account(lender), MARKET, LOAN, 1000e18)));
        (uint256 collateral, uint256 debt) = engine.amounts(account, COLLATERAL, LOAN);
        assertEq(collateral, 1090e18);
        assertApproxEqRel(debt, 250e18, 1e-6 * 1e18);
    }

    function test_Health() public {
        bytes32 account = _account(trader);
        for (uint8 i = 1; i <= 8; ++i) {
            _call(trader, abi.encodeCall(engine.deposit, (account, MARKET, i, 100e18)));
            _call(trader, abi.encodeCall(engine.borrow, (account, MARKET, LOAN, 50e18, trader)));
            _tick();
            if (i & (i - 1) != 0) continue;
            // with stored totals, as the published figures
            engine.accrue(MARKET, LOAN);
            uint256 gas = _measure(liquidator, address(engine), abi.encodeCall(engine.health, (account)));
            _report(string.concat("health", vm.toString(i)), gas);
            assertEq(engine.health(account).collateral, uint256(i) * 100e18);
        }
    }

    /// @dev Auctions run for a minute, and the throttle of the collateral was used before.
    function test_Liquidate() public {
        bytes32[] memory accounts = _unhealthy(2);
        uint256 state = vm.snapshotState();
        _report("liquidate, without a mark", _liquidateFirst(accounts));
        vm.revertToState(state);
        _auction(accounts);
        _report("liquidate, first of its throttle", _liquidateFirst(accounts));
        vm.revertToState(state);
        _auction(accounts);
        _useThrottle(accounts[1]);
        _report("liquidate", _liquidateFirst(accounts));
        (, uint256 debt) = engine.amounts(accounts[0], COLLATERAL, LOAN);
        assertGt(debt, 0, "only a part");
        assertLt(debt, 800e18);
    }

    function test_LiquidateMany() public {
        bytes32[] memory accounts = _unhealthy(11);
        _auction(accounts);
        _useThrottle(accounts[10]);
        assembly ("memory-safe") {
            mstore(accounts, 10)
        }
        bytes memory data = abi.encodeCall(
            engine.liquidateMany, (accounts, takeOf(COLLATERAL, LOAN, type(uint128).max, liquidator, ""))
        );
        _report("liquidate10", _measure(liquidator, address(engine), data) / 10);
        for (uint256 i; i < 10; ++i) {
            (, uint256 debt) = engine.amounts(accounts[i], COLLATERAL, LOAN);
            assertGt(debt, 0, "only a part");
            assertLt(debt, 800e18);
        }
    }

    function _liquidateFirst(bytes32[] memory accounts) private returns (uint256) {
        bytes memory data = abi.encodeCall(
            engine.liquidate, (accounts[0], takeOf(COLLATERAL, LOAN, type(uint128).max, liquidator, ""))
        );
        return _measure(liquidator, address(engine), data);
    }

    function _auction(bytes32[] memory accounts) private {
        engine.mark(accounts);
        for (uint256 i; i < 5; ++i) {
            _tick();
        }
        _setPrice(0.92e18);
    }

    function _useThrottle(bytes32 account) private {
        _call(
            liquidator,
            abi.encodeCall(engine.liquidate, (account, takeOf(COLLATERAL, LOAN, type(uint128).max, liquidator, "")))
        );
        _tick();
    }

    /* SET-UP */

    function _createMarket() private {
        vm.startPrank(admin);
        engine.createMarket(MARKET, MarketParameters({initialRatio: 12_500, targetHealth: 10_500, paused: false}));
        for (uint8 i; i < ASSETS; ++i) {
            engine.listAsset(MARKET, i, address(tokens[i]), _reserveParameters(), _riskParameters(i));
        }
        vm.stopPrank();
    }

    function _reserveParameters() private pure returns (ReserveParameters memory) {
        return ReserveParameters({
            debtCap: 1e27,
            supplyCap: 1e27,
            minDebt: 1e18,
            feeShare: 26,
            ratePremium: 0,
            collateralEnabled: true,
            borrowEnabled: true
        });
    }

    /// @dev All but the stable asset are correlated with each other.
    function _riskParameters(uint8 asset) private pure returns (RiskParameters memory risk) {
        risk.volatilityMargin = asset == LOAN ? 100 : 600 + 10 * uint16(asset);
        risk.penalty = asset == LOAN ? 100 : 400;
        risk.depth = asset == LOAN ? 1_000_000_000 : 50_000_000;
        for (uint256 j = 1; j < asset; ++j) {
            risk.correlations |= uint128(100 << (8 * j));
        }
    }

    function _fund(address actor) private {
        for (uint8 i; i < ASSETS; ++i) {
            tokens[i].mint(actor, 1e24);
            vm.startPrank(actor);
            tokens[i].approve(address(engine), type(uint256).max);
            tokens[i].approve(address(router), type(uint256).max);
            vm.stopPrank();
        }
    }

    function _createPool(uint8 asset) internal returns (IUniswapV3Pool created) {
        created = IUniswapV3Pool(factory.createPool(address(tokens[LOAN]), address(tokens[asset]), POOL_FEE));
        created.initialize(2 ** 96);
        poolTrader.addFullRange(created, POOL_LIQUIDITY);
    }

    /// @dev Two swaps, so that the pool's fee growth and observation slots are in use. They leave the price 0.1 % beside
    /// 1, because exactly 1 is the edge of a word of the tick bitmap: which row crosses it, for 7,700 gas, would hang on
    /// the order of the two token addresses.
    function _primePool() internal {
        poolTrader.swap(pool, address(tokens[LOAN]), 20_000e18);
        poolTrader.swap(pool, address(tokens[COLLATERAL]), 10_000e18);
        _tick();
    }

    function _primeTrade() private {
        _primeReserve();
        _primePool();
    }

    /// @dev Others use the reserve already.
    function _primeReserve() private {
        _call(other, abi.encodeCall(engine.deposit, (_account(other), MARKET, COLLATERAL, 10_000e18)));
        _call(other, abi.encodeCall(engine.borrow, (_account(other), MARKET, LOAN, 1000e18, other)));
        _tick();
    }

    /// @dev Others are filed at every liquidation price: debts a ninth of an octave apart leave no word of the map of this
    /// pair empty, from nine tenths to a tenth of the price.
    function _primeMap() private {
        uint256 debt = 9e18;
        for (uint96 i = 1; debt < 80e18; ++i) {
            bytes32 id = _account(other) | bytes32(uint256(i));
            _call(other, abi.encodeCall(engine.deposit, (id, MARKET, COLLATERAL, 100e18)));
            _call(other, abi.encodeCall(engine.borrow, (id, MARKET, LOAN, debt, other)));
            debt = debt * 1080 / 1000;
        }
        _tick();
    }

    /// @dev Accounts that a price of 0.93 makes liquidatable.
    function _unhealthy(uint256 count) private returns (bytes32[] memory accounts) {
        accounts = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            address owner = makeAddr(string.concat("owner", vm.toString(i)));
            _fund(owner);
            accounts[i] = _account(owner);
            _call(owner, abi.encodeCall(engine.deposit, (accounts[i], MARKET, COLLATERAL, 1000e18)));
            _call(owner, abi.encodeCall(engine.borrow, (accounts[i], MARKET, LOAN, 830e18 + i * 1e17, owner)));
        }
        _tick();
        _setPrice(0.92e18);
        _tick();
    }

    /* ACTIONS */

    function _execute(OrderKind kind, uint256 equity, uint256 amount, uint256 limit) private returns (uint256 gas) {
        Order memory order = Order({
            kind: kind,
            permitKind: PermitKind.None,
            market: MARKET,
            collateralAsset: COLLATERAL,
            debtAsset: LOAN,
            collateralToken: address(tokens[COLLATERAL]),
            debtToken: address(tokens[LOAN]),
            poolFee: POOL_FEE,
            equity: equity,
            amount: amount,
            limit: limit,
            payout: 0,
            recipient: trader,
            deadline: block.timestamp + 60,
            permit: ""
        });
        bytes memory data = abi.encodeCall(engine.execute, (_account(trader), address(router), abi.encode(order)));
        gas = _measure(trader, address(engine), data);
        _tick();
    }

    function _row(string memory op, address caller, bytes memory data) private {
        _report(op, _measure(caller, address(engine), data));
        _tick();
    }

    function _report(string memory op, uint256 gas) private pure {
        _report(_conditions(), op, gas);
    }

    function _call(address caller, bytes memory data) private {
        _measure(caller, address(engine), data);
    }

    function _tick() internal {
        vm.warp(vm.getBlockTimestamp() + 12);
        vm.roll(vm.getBlockNumber() + 1);
    }

    function _account(address owner) internal pure returns (bytes32) {
        return bytes32(bytes20(owner));
    }

    function _assertOwes(bytes32 account, uint256 expected) private view {
        (, uint256 debt) = engine.amounts(account, COLLATERAL, LOAN);
        assertApproxEqRel(debt, expected, 1e-6 * 1e18);
    }

    function _assertEmpty(bytes32 account) private view {
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0, "closed");
    }
}

contract Empty {
    fallback() external {}
}

/// @notice The least that swaps on a pool: what no leverage protocol can save.
contract Swapper {
    function swap(IUniswapV3Pool pool, int256 amount) external {
        pool.swap(msg.sender, true, amount, 4295128740, abi.encode(msg.sender));
    }

    function uniswapV3SwapCallback(int256 amount0, int256, bytes calldata data) external {
        address payer = abi.decode(data, (address));
        IMintable(IUniswapV3Pool(msg.sender).token0()).transferFrom(payer, msg.sender, uint256(amount0));
    }
}
