// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IUniswapV3Factory} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Factory.sol";
import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {PERMIT2} from "../../src/interfaces/IPermit2.sol";
import {Order, OrderKind, PermitKind} from "../../src/interfaces/ITradeRouter.sol";
import {TradeRouter} from "../../src/periphery/TradeRouter.sol";
import {BaseTest} from "./BaseTest.sol";
import {Build} from "./Build.sol";
import {IMintable} from "./TestTokens.sol";
import {PoolTrader, UniswapV3} from "./UniswapV3.sol";

/// @notice BaseTest with Uniswap v3 pools at the oracle's prices, Permit2, the router, and lenders in every reserve.
abstract contract TradeTest is BaseTest {
    uint24 internal constant POOL_FEE = 500;
    /// @dev Value of each side of a pool, and of each reserve's supply [USD wad].
    uint256 internal constant POOL_VALUE = 100_000_000e18;
    uint256 internal constant SUPPLY_VALUE = 10_000_000e18;

    IUniswapV3Factory internal factory;
    PoolTrader internal poolTrader;
    TradeRouter internal router;
    IUniswapV3Pool internal ethPool;
    IUniswapV3Pool internal btcPool;
    IUniswapV3Pool internal crossPool;

    function setUp() public virtual override {
        super.setUp();
        factory = UniswapV3.deployFactory();
        poolTrader = new PoolTrader();
        router = Build.router(engine, address(factory));
        vm.etch(address(PERMIT2), vm.parseBytes(vm.trim(vm.readFile("vendor/permit2.hex"))));

        ethPool = _createPool(weth, usdc, WETH_PRICE, USDC_PRICE, POOL_FEE);
        btcPool = _createPool(wbtc, usdc, WBTC_PRICE, USDC_PRICE, POOL_FEE);
        crossPool = _createPool(wbtc, weth, WBTC_PRICE, WETH_PRICE, POOL_FEE);
        for (uint16 market = ETH; market <= CROSS; ++market) {
            _supply(lender, market, 0, _tokens(usdc, SUPPLY_VALUE, USDC_PRICE));
        }
        _supply(lender, ETH, 1, _tokens(weth, SUPPLY_VALUE, WETH_PRICE));
        _supply(lender, BTC, 1, _tokens(wbtc, SUPPLY_VALUE, WBTC_PRICE));
        _supply(lender, CROSS, 1, _tokens(weth, SUPPLY_VALUE, WETH_PRICE));
        _supply(lender, CROSS, 2, _tokens(wbtc, SUPPLY_VALUE, WBTC_PRICE));
    }

    /* POOLS */

    /// @notice A pool at the ratio of two prices [USD wad per whole token], with a full-range position of POOL_VALUE.
    function _createPool(IMintable a, IMintable b, uint256 priceA, uint256 priceB, uint24 fee)
        internal
        returns (IUniswapV3Pool pool)
    {
        if (address(a) > address(b)) (a, b, priceA, priceB) = (b, a, priceB, priceA);
        pool = IUniswapV3Pool(factory.createPool(address(a), address(b), fee));
        pool.initialize(UniswapV3.sqrtPriceX96(a, b, priceA, priceB));
        poolTrader.addFullRange(pool, UniswapV3.liquidityOf(a, b, priceA, priceB, POOL_VALUE));
    }

    /// @notice Trades a pool to the ratio of two prices, as arbitrageurs would.
    function _movePool(IUniswapV3Pool pool, IMintable a, IMintable b, uint256 priceA, uint256 priceB) internal {
        if (address(a) > address(b)) (a, b, priceA, priceB) = (b, a, priceB, priceA);
        poolTrader.tradeTo(pool, UniswapV3.sqrtPriceX96(a, b, priceA, priceB));
    }

    /// @notice What a swap of the pool would take and give now. Exact input if positive, exact output if negative.
    function _quote(IUniswapV3Pool pool, address tokenIn, int256 amount)
        internal
        returns (uint256 paid, uint256 received)
    {
        uint256 state = vm.snapshotState();
        (paid, received) = poolTrader.swap(pool, tokenIn, amount);
        vm.revertToState(state);
    }

    /// @notice Sets oracle and pool of WETH in market ETH.
    function _moveEth(uint256 price) internal {
        _setPrice(ETH, 1, price);
        _movePool(ethPool, weth, usdc, price, USDC_PRICE);
    }

    /* ORDERS */

    /// @notice An order without slippage bound, permit and payout, valid now, paid out to `recipient`.
    function _order(OrderKind kind, uint16 market, uint8 collateralAsset, uint8 debtAsset, address recipient)
        internal
        view
        returns (Order memory order)
    {
        order.kind = kind;
        order.market = market;
        (order.collateralAsset, order.debtAsset) = (collateralAsset, debtAsset);
        order.collateralToken = address(_tokenOf(market, collateralAsset));
        order.debtToken = address(_tokenOf(market, debtAsset));
        order.poolFee = POOL_FEE;
        order.limit = kind == OrderKind.CloseToCollateral ? type(uint256).max : 0;
        order.recipient = recipient;
        order.deadline = block.timestamp;
        order.permitKind = PermitKind.None;
    }

    function _execute(bytes32 account, Order memory order) internal {
        vm.prank(_ownerOf(account));
        engine.execute(account, address(router), abi.encode(order));
    }

    function _deleverage(bytes32 account, Order memory order) internal {
        vm.prank(_ownerOf(account));
        engine.deleverage(account, address(router), abi.encode(order));
    }

    /// @notice Opens or increases with equity in asset 0: a long holds asset 1 and owes asset 0.
    function _openLong(bytes32 account, uint16 market, uint256 equity, uint256 borrowed) internal {
        Order memory order = _order(OrderKind.OpenWithDebtToken, market, 1, 0, _ownerOf(account));
        (order.equity, order.amount) = (equity, borrowed);
        _fund(_ownerOf(account), IERC20(order.debtToken), address(router), equity);
        _execute(account, order);
    }

    /// @notice Opens or increases with equity in asset 0: a short holds asset 0 and owes asset 1.
    function _openShort(bytes32 account, uint16 market, uint256 equity, uint256 borrowed) internal {
        Order memory order = _order(OrderKind.OpenWithCollateralToken, market, 0, 1, _ownerOf(account));
        (order.equity, order.amount) = (equity, borrowed);
        _fund(_ownerOf(account), IERC20(order.collateralToken), address(router), equity);
        _execute(account, order);
    }
}
