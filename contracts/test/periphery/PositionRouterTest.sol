// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IUniswapV3Pool} from "@uniswap/v3-core/contracts/interfaces/IUniswapV3Pool.sol";

import {PositionOrder, PositionOrderKind} from "../../src/interfaces/IPositionRouter.sol";
import {PositionRouter} from "../../src/periphery/PositionRouter.sol";
import {IMintable} from "../support/TestTokens.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

/// @notice RouterTest with the position router, and paths through the pools of the three tokens.
abstract contract PositionRouterTest is RouterTest {
    PositionRouter internal positions;

    function setUp() public virtual override {
        super.setUp();
        positions = new PositionRouter(engine, address(factory));
    }

    /* ORDERS */

    /// @notice An order without a bound, valid now.
    function _positionOrder(
        PositionOrderKind kind,
        uint16 market,
        uint8 fromAsset,
        uint8 toAsset,
        uint256 amount,
        bytes memory path
    ) internal view returns (PositionOrder memory) {
        uint256 limit = kind == PositionOrderKind.SwapDebt ? type(uint256).max : 0;
        return PositionOrder(kind, market, fromAsset, toAsset, amount, limit, block.timestamp, path);
    }

    function _flip(Pair memory pair, uint256 amount) internal view returns (PositionOrder memory) {
        return _positionOrder(
            PositionOrderKind.Flip,
            pair.market,
            pair.collateralAsset,
            pair.debtAsset,
            amount,
            _path(pair.collateral, pair.debt)
        );
    }

    function _run(PositionOrder memory order) internal {
        vm.prank(_ownerOf(account));
        engine.execute(account, address(positions), abi.encode(order));
    }

    function _path(IMintable a, IMintable b) internal pure returns (bytes memory) {
        return abi.encodePacked(a, POOL_FEE, b);
    }

    function _path(IMintable a, IMintable b, IMintable c) internal pure returns (bytes memory) {
        return abi.encodePacked(a, POOL_FEE, b, POOL_FEE, c);
    }

    /* QUOTES */

    function _poolOf(IMintable a, IMintable b) internal view returns (IUniswapV3Pool) {
        return IUniswapV3Pool(factory.getPool(address(a), address(b), POOL_FEE));
    }

    function _sale(IMintable sold, IMintable bought, uint256 amount) internal returns (uint256 received) {
        (, received) = _quote(_poolOf(sold, bought), address(sold), int256(amount));
    }

    function _cost(IMintable sold, IMintable bought, uint256 amount) internal returns (uint256 paid) {
        (paid,) = _quote(_poolOf(sold, bought), address(sold), -int256(amount));
    }

    /* POSITIONS */

    /// @notice A position of the cross market that holds WETH or WBTC and owes USDC.
    function _openCross(uint8 collateralAsset, uint256 equity, uint256 borrow)
        internal
        returns (uint256 collateral, uint256 debt)
    {
        IMintable token = _tokenOf(CROSS, collateralAsset);
        uint256 price = collateralAsset == 1 ? WETH_PRICE : WBTC_PRICE;
        collateral = _tokens(token, equity + borrow, price);
        debt = _tokens(usdc, borrow, USDC_PRICE);
        _deposit(account, CROSS, collateralAsset, collateral);
        _borrow(account, CROSS, 0, debt);
    }

    /* PROPERTIES */

    function _assertEmpty() internal view {
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        for (uint256 i; i < 3; ++i) {
            assertEq(tokens[i].balanceOf(address(positions)), 0, "C7: the router is empty");
            assertEq(tokens[i].allowance(address(positions), address(engine)), 0, "no allowance to the engine");
            assertEq(tokens[i].allowance(address(positions), address(ethPool)), 0, "no allowance to a pool");
        }
    }

    function _assertPosition(uint8 collateralAsset, uint8 debtAsset, uint256 collateral, uint256 debt) internal view {
        (uint256 held, uint256 owed) = _positionOf(account, collateralAsset, debtAsset);
        assertEq(held, collateral, "collateral");
        assertGe(owed, debt, "debt rounds up");
        assertLe(owed, debt + 1, "by a unit");
    }
}
