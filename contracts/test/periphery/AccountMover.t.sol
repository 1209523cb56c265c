// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAccountMover, Move} from "../../src/interfaces/IAccountMover.sol";
import {ITradeRouter} from "../../src/interfaces/ITradeRouter.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {AccountMover} from "../../src/periphery/AccountMover.sol";
import {IMintable} from "../support/TestTokens.sol";
import {UniswapV3} from "../support/UniswapV3.sol";
import {Pair, RouterTest} from "./RouterTest.sol";

contract AccountMoverTest is RouterTest {
    AccountMover private _mover;
    bytes32 private _to;

    function setUp() public override {
        super.setUp();
        _mover = new AccountMover(engine, address(factory));
        _to = _account(alice, 8);
        vm.prank(alice);
        engine.setOperator(address(_mover), true);
    }

    function _opened(uint256 seed, uint256 equity, uint256 borrow)
        private
        returns (Pair memory pair, uint256 collateral, uint256 debt)
    {
        pair = _pair(seed);
        equity = _boundEquity(equity);
        _open(pair, equity, _boundBorrow(borrow, equity) * 9 / 10);
        _skip(1 days);
        (collateral, debt) = _amounts(pair);
    }

    /// @dev All of a position, without a bound, valid now.
    function _order(Pair memory pair) private view returns (Move memory order) {
        (order.from, order.to, order.market) = (account, _to, pair.market);
        (order.collateralAsset, order.debtAsset) = (pair.collateralAsset, pair.debtAsset);
        (order.collateral, order.debt) = (type(uint256).max, type(uint256).max);
        (order.poolToken, order.poolFee) = (address(pair.collateral), POOL_FEE);
        (order.maxFee, order.deadline) = (type(uint256).max, block.timestamp);
    }

    function _move(Move memory order) private returns (uint256, uint256) {
        vm.prank(alice);
        return _mover.move(order);
    }

    function _feeOf(uint256 debt) private pure returns (uint256) {
        return (debt * POOL_FEE + 1e6 - 1) / 1e6;
    }

    function _assertMoved(Pair memory pair, uint256 collateral, uint256 debt) private view {
        (uint256 held, uint256 owed) = _positionOf(_to, pair.collateralAsset, pair.debtAsset);
        assertEq(held, collateral, "collateral");
        assertApproxEqAbs(owed, debt, 1, "debt");
        assertGe(owed, debt, "rounds up");
        IMintable[3] memory tokens = [usdc, weth, wbtc];
        for (uint256 i; i < 3; ++i) {
            assertEq(tokens[i].balanceOf(address(_mover)), 0, "no token stays");
            assertEq(tokens[i].allowance(address(_mover), address(engine)), 0, "no allowance stays");
        }
    }

    /* WHOLE AND PART */

    function testFuzz_MovePosition(uint256 seed, uint256 equity, uint256 borrow) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, equity, borrow);
        Move memory order = _order(pair);
        order.maxFee = _feeOf(debt);
        vm.expectEmit(address(_mover));
        emit IAccountMover.MovePosition(account, _to, alice, collateral, debt, _feeOf(debt));
        (uint256 movedCollateral, uint256 movedDebt) = _move(order);
        assertEq(movedCollateral, collateral);
        assertEq(movedDebt, debt);
        _assertClosed();
        _assertMoved(pair, collateral, debt + _feeOf(debt));
    }

    function testFuzz_MovePart(uint256 seed, uint256 part) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        part = bound(part, 100, 900);
        Move memory order = _order(pair);
        (order.collateral, order.debt) = (collateral * part / 1_000, debt * part / 1_000);
        _move(order);
        _assertMoved(pair, order.collateral, order.debt + _feeOf(order.debt));
        (uint256 held, uint256 owed) = _amounts(pair);
        assertEq(held, collateral - order.collateral, "the rest stays");
        assertApproxEqAbs(owed, debt - order.debt, 1, "the rest is still owed");
    }

    /// @dev Collateral alone: no pool, no fee, as far as what is left covers the debt.
    function testFuzz_MoveCollateral(uint256 seed, uint256 part) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MAX_EQUITY, MAX_EQUITY / 2);
        Move memory order = _order(pair);
        (order.collateral, order.debt) = (collateral * bound(part, 1, 300) / 1_000, 0);
        order.poolToken = address(0);
        _move(order);
        _assertMoved(pair, order.collateral, 0);
        (uint256 held, uint256 owed) = _amounts(pair);
        assertEq(held, collateral - order.collateral);
        assertEq(owed, debt);
    }

    function testFuzz_MoveAllCollateralWithoutDebt(uint256 seed, uint256 amount) public {
        Pair memory pair = _pair(seed);
        amount = bound(amount, 1, 1e12);
        _deposit(account, pair.market, pair.collateralAsset, amount);
        _setPrices(pair.market, pair.collateralAsset, 0, 0);
        vm.prank(admin);
        engine.setPaused(pair.market, true);
        _move(_order(pair));
        _assertMoved(pair, amount, 0);
        _assertClosed();
    }

    /// @dev Between markets that list the token at the same index: USDC from ETH to BTC.
    function testFuzz_MoveCollateralToAnotherMarket(uint256 amount) public {
        amount = bound(amount, 1, 1e12);
        _deposit(account, ETH, 0, amount);
        Move memory order = _order(_pair(3));
        order.debt = 0;
        _move(order);
        (uint16 market, uint256[16] memory collateral,) = engine.position(_to);
        assertEq(market, BTC);
        assertEq(collateral[0], amount);
    }

    /// @dev The same index, another token: the deposit finds nothing to pull.
    function testFuzz_RevertWhen_TheOtherMarketListsAnotherToken(uint256 amount) public {
        amount = bound(amount, 1e9, 1e18);
        _deposit(account, ETH, 1, amount);
        Move memory order = _order(_pair(2));
        order.debt = 0;
        vm.expectRevert();
        _move(order);
    }

    /* CHECKS OF THE ENGINE */

    function testFuzz_RevertWhen_TheTargetDoesNotMeetTheInitialMargin(uint256 seed, uint256 left) public {
        (Pair memory pair, uint256 collateral,) = _opened(seed, MAX_EQUITY, 4 * MAX_EQUITY);
        Move memory order = _order(pair);
        order.collateral = collateral * bound(left, 1, 700) / 1_000;
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _move(order);
    }

    function testFuzz_RevertWhen_TheSourceDoesNotMeetTheInitialMargin(uint256 seed, uint256 left) public {
        (Pair memory pair, uint256 collateral,) = _opened(seed, MAX_EQUITY, 4 * MAX_EQUITY);
        Move memory order = _order(pair);
        (order.collateral, order.debt) = (collateral * bound(left, 500, 1_000) / 1_000, 0);
        vm.expectPartialRevert(Errors.InitialMarginNotMet.selector);
        _move(order);
    }

    function testFuzz_RevertWhen_Paused(uint256 seed) public {
        (Pair memory pair,,) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        vm.prank(admin);
        engine.setPaused(pair.market, true);
        vm.expectRevert(abi.encodeWithSelector(Errors.MarketPaused.selector, pair.market));
        _move(_order(pair));
    }

    /* WHO */

    function testFuzz_RevertWhen_CallerIsAStranger(uint256 seed, address caller) public {
        vm.assume(caller != alice);
        (Pair memory pair,,) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, caller));
        _mover.move(_order(pair));
    }

    /// @dev Two owners who both made it an operator: neither reaches the other.
    function testFuzz_RevertWhen_AccountsAreNotOfOneOwner(uint256 seed, bool reverse) public {
        (Pair memory pair,,) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        vm.prank(bob);
        engine.setOperator(address(_mover), true);
        Move memory order = _order(pair);
        order.to = _account(bob, 1);
        vm.prank(reverse ? bob : alice);
        vm.expectRevert(abi.encodeWithSelector(IAccountMover.AccountsNotMovable.selector, account, order.to));
        _mover.move(order);
        order.to = account;
        vm.expectRevert(abi.encodeWithSelector(IAccountMover.AccountsNotMovable.selector, account, account));
        _move(order);
    }

    function testFuzz_OperatorOfTheOwnerMay(uint256 seed) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        vm.prank(alice);
        engine.setOperator(bob, true);
        vm.prank(bob);
        _mover.move(_order(pair));
        _assertMoved(pair, collateral, debt + _feeOf(debt));
    }

    function testFuzz_RevertWhen_TheMoverIsNoOperator(uint256 seed, bool withDebt) public {
        (Pair memory pair,,) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        vm.prank(alice);
        engine.setOperator(address(_mover), false);
        Move memory order = _order(pair);
        if (!withDebt) order.debt = 0;
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, address(_mover)));
        _move(order);
    }

    /* ORDER */

    function testFuzz_RevertWhen_Expired(uint256 seed, uint256 late) public {
        (Pair memory pair,,) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        Move memory order = _order(pair);
        vm.warp(order.deadline + bound(late, 1, 365 days));
        vm.expectRevert(
            abi.encodeWithSelector(ITradeRouter.OrderExpired.selector, vm.getBlockTimestamp(), order.deadline)
        );
        _move(order);
    }

    function testFuzz_RevertWhen_TheFeeIsTooHigh(uint256 seed, uint256 equity, uint256 borrow) public {
        (Pair memory pair,, uint256 debt) = _opened(seed, equity, borrow);
        Move memory order = _order(pair);
        order.maxFee = _feeOf(debt) - 1;
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.SlippageExceeded.selector, _feeOf(debt), order.maxFee));
        _move(order);
    }

    function testFuzz_RevertWhen_PoolDoesNotExist(uint256 seed, uint24 fee) public {
        vm.assume(fee != POOL_FEE);
        (Pair memory pair,,) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        Move memory order = _order(pair);
        order.poolFee = fee;
        vm.expectPartialRevert(ITradeRouter.PoolNotFound.selector);
        _move(order);
    }

    function test_RevertWhen_NothingMoves() public {
        vm.expectRevert(Errors.ZeroAmount.selector);
        _move(_order(_pair(0)));
    }

    /* CALLBACK */

    /// @dev Loan of the callback as the mover would write it, from whoever is not the pool.
    function testFuzz_RevertWhen_CallbackIsNotFromThePool(uint256 seed, address caller) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        vm.assume(caller != address(pair.pool));
        bytes memory data = abi.encode(_order(pair), collateral, debt, pair.collateral, pair.debt, alice);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, caller));
        _mover.uniswapV3FlashCallback(0, 0, data);
        address other = UniswapV3.deployFactory().createPool(address(weth), address(usdc), POOL_FEE);
        vm.prank(other);
        vm.expectRevert(abi.encodeWithSelector(ITradeRouter.CallbackNotAllowed.selector, other));
        _mover.uniswapV3FlashCallback(0, 0, data);
    }

    /// @dev A flash of somebody else calls back him, whatever he writes into its data.
    function testFuzz_AFlashOfAThiefMovesNothing(uint256 seed) public {
        (Pair memory pair, uint256 collateral, uint256 debt) = _opened(seed, MAX_EQUITY, MAX_EQUITY);
        bytes memory data = abi.encode(_order(pair), collateral, debt, pair.collateral, pair.debt, alice);
        vm.prank(bob);
        vm.expectRevert();
        pair.pool.flash(address(_mover), 1, 1, data);
        (uint256 held, uint256 owed) = _amounts(pair);
        assertEq(held, collateral);
        assertEq(owed, debt);
    }

    function test_Constructor() public view {
        assertEq(address(_mover.ENGINE()), address(engine));
        assertEq(_mover.FACTORY(), address(factory));
    }
}
