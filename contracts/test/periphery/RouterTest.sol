// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {Order, OrderKind} from "../../src/interfaces/ITradeRouter.sol";
import {IMintable} from "../support/TestTokens.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice A position's two sides, with the prices they start at [USD wad].
struct Pair {
    uint16 market;
    uint8 collateralAsset;
    uint8 debtAsset;
    IMintable collateral;
    IMintable debt;
    uint256 collateralPrice;
    uint256 debtPrice;
    IUniswapV3Pool pool;
}

/// @notice Positions over every pair of tokens of 6, 8 and 18 decimals, both ways round.
abstract contract RouterTest is TradeTest {
    uint256 internal constant MIN_EQUITY = 1_000e18;
    uint256 internal constant MAX_EQUITY = 100_000e18;
    /// @dev Leverage 6: the initial margin of 14 % of size and the pool's impact leave room.
    uint256 internal constant MAX_BORROW = 5e18;

    bytes32 internal account;

    function setUp() public virtual override {
        super.setUp();
        account = _account(alice, 7);
    }

    function _pair(uint256 seed) internal view returns (Pair memory) {
        seed = seed % 6;
        if (seed == 0) return Pair(ETH, 1, 0, weth, usdc, WETH_PRICE, USDC_PRICE, ethPool);
        if (seed == 1) return Pair(ETH, 0, 1, usdc, weth, USDC_PRICE, WETH_PRICE, ethPool);
        if (seed == 2) return Pair(BTC, 1, 0, wbtc, usdc, WBTC_PRICE, USDC_PRICE, btcPool);
        if (seed == 3) return Pair(BTC, 0, 1, usdc, wbtc, USDC_PRICE, WBTC_PRICE, btcPool);
        if (seed == 4) return Pair(CROSS, 2, 1, wbtc, weth, WBTC_PRICE, WETH_PRICE, crossPool);
        return Pair(CROSS, 1, 2, weth, wbtc, WETH_PRICE, WBTC_PRICE, crossPool);
    }

    function _boundEquity(uint256 equity) internal pure returns (uint256) {
        return bound(equity, MIN_EQUITY, MAX_EQUITY);
    }

    /// @notice Value to borrow on `equity` [USD wad]: leverage between 1.1 and 6.
    function _boundBorrow(uint256 borrow, uint256 equity) internal pure returns (uint256) {
        return bound(borrow, equity / 10, equity * MAX_BORROW / 1e18);
    }

    function _orderOf(OrderKind kind, Pair memory pair, address recipient) internal view returns (Order memory) {
        return _order(kind, pair.market, pair.collateralAsset, pair.debtAsset, recipient);
    }

    /// @notice An opening order, with the equity in its owner's wallet and allowed to the router.
    /// @param equity, borrow USD wad.
    function _opening(OrderKind kind, Pair memory pair, uint256 equity, uint256 borrow)
        internal
        returns (Order memory order)
    {
        order = _orderOf(kind, pair, alice);
        bool inDebt = kind == OrderKind.OpenWithDebtToken;
        IMintable token = inDebt ? pair.debt : pair.collateral;
        order.equity = _tokens(token, equity, inDebt ? pair.debtPrice : pair.collateralPrice);
        order.amount = _tokens(pair.debt, borrow, pair.debtPrice);
        _fund(alice, token, address(router), order.equity);
    }

    function _open(Pair memory pair, uint256 equity, uint256 borrow) internal {
        _execute(account, _opening(OrderKind.OpenWithCollateralToken, pair, equity, borrow));
    }

    function _amounts(Pair memory pair) internal view returns (uint256 collateral, uint256 debt) {
        return _positionOf(account, pair.collateralAsset, pair.debtAsset);
    }

    function _assertClosed() internal view {
        (uint16 market,,) = engine.position(account);
        assertEq(market, 0, "the account is empty");
    }

    /// @notice No token rests in the router, and nobody may take any from it.
    function _assertRouterEmpty() internal view {
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        for (uint256 i; i < 3; ++i) {
            assertEq(tokens[i].balanceOf(address(router)), 0, "router balance");
            assertEq(tokens[i].allowance(address(router), address(engine)), 0, "router allowance to the engine");
            assertEq(tokens[i].allowance(address(router), address(ethPool)), 0, "router allowance to a pool");
        }
    }
}
