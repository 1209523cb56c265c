// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IUniswapV3FlashCallback} from "@uniswap/v3-core/contracts/interfaces/callback/IUniswapV3FlashCallback.sol";
import {IUniswapV3PoolActions} from "@uniswap/v3-core/contracts/interfaces/pool/IUniswapV3PoolActions.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

import {IAccountMover, Move} from "../interfaces/IAccountMover.sol";
import {IMarginEngine} from "../interfaces/IMarginEngine.sol";
import {ITradeRouter} from "../interfaces/ITradeRouter.sol";
import {Errors} from "../libraries/Errors.sol";
import {UniswapPools} from "../libraries/UniswapPools.sol";

/// @title Account mover: an operator that moves positions between accounts of the one who calls.
/// @dev The engine runs one account at a time, and lends nothing while it does: so this is no executor, and the debt is
/// repaid with tokens that a pool lends for its fee.
/// Trust:
/// 1. No owner, no state, no token balance between calls; allowance only to the engine, of what it is about to pull.
/// 2. It acts for the owner of both accounts, or an operator of his, and for nobody else, though many made it an operator.
/// 3. Every token it takes out of `from` goes into `to`, or to the pool that lent it. Which tokens, the engine says.
/// 4. It pays only pools whose address follows from the factory; such a pool calls back only who called `flash`.
/// 5. The engine checks each account after each step, by the initial margin where risk was added.
contract AccountMover is IAccountMover, IUniswapV3FlashCallback, ReentrancyGuardTransient {
    using SafeTransferLib for address;

    IMarginEngine public immutable ENGINE;
    address public immutable FACTORY;

    /// @dev What the callback of the pool needs beside the order.
    struct Loan {
        uint256 collateral;
        uint256 debt;
        address collateralToken;
        address debtToken;
        address caller;
    }

    constructor(IMarginEngine engine, address factory) {
        (ENGINE, FACTORY) = (engine, factory);
    }

    /// @inheritdoc IAccountMover
    function move(Move calldata order) external nonReentrant returns (uint256 collateral, uint256 debt) {
        require(block.timestamp <= order.deadline, ITradeRouter.OrderExpired(block.timestamp, order.deadline));
        address owner = address(bytes20(order.from));
        require(order.from != order.to && owner == address(bytes20(order.to)), AccountsNotMovable(order.from, order.to));
        require(
            msg.sender == owner || ENGINE.isOperator(owner, msg.sender), Errors.NotAuthorized(order.from, msg.sender)
        );
        Loan memory loan;
        (uint256 held, uint256 owed) = ENGINE.amounts(order.from, order.collateralAsset, order.debtAsset);
        collateral = order.collateral == type(uint256).max ? held : order.collateral;
        debt = FixedPointMathLib.min(order.debt, owed);
        require((collateral | debt) != 0, Errors.ZeroAmount());
        (loan.collateral, loan.debt, loan.caller) = (collateral, debt, msg.sender);
        if (collateral != 0) loan.collateralToken = ENGINE.reserve(order.market, order.collateralAsset).token;
        if (debt == 0) {
            _moveCollateral(order, loan);
            emit MovePosition(order.from, order.to, msg.sender, collateral, 0, 0);
        } else {
            loan.debtToken = ENGINE.reserve(order.market, order.debtAsset).token;
            _flash(order, loan);
        }
    }

    /// @inheritdoc IUniswapV3FlashCallback
    function uniswapV3FlashCallback(uint256 fee0, uint256 fee1, bytes calldata data) external {
        (Move memory order, Loan memory loan) = abi.decode(data, (Move, Loan));
        require(
            msg.sender == UniswapPools.poolOf(FACTORY, loan.debtToken, order.poolToken, order.poolFee),
            ITradeRouter.CallbackNotAllowed(msg.sender)
        );
        uint256 fee = loan.debtToken < order.poolToken ? fee0 : fee1;
        require(fee <= order.maxFee, ITradeRouter.SlippageExceeded(fee, order.maxFee));
        loan.debtToken.safeApproveWithRetry(address(ENGINE), loan.debt);
        ENGINE.repay(order.from, order.debtAsset, loan.debt);
        if (loan.collateral != 0) _moveCollateral(order, loan);
        ENGINE.borrow(order.to, order.market, order.debtAsset, loan.debt + fee, msg.sender);
        emit MovePosition(order.from, order.to, loan.caller, loan.collateral, loan.debt, fee);
    }

    function _moveCollateral(Move memory order, Loan memory loan) private {
        ENGINE.withdraw(order.from, order.collateralAsset, loan.collateral, address(this));
        loan.collateralToken.safeApproveWithRetry(address(ENGINE), loan.collateral);
        ENGINE.deposit(order.to, order.market, order.collateralAsset, loan.collateral);
    }

    function _flash(Move calldata order, Loan memory loan) private {
        address pool = UniswapPools.poolOf(FACTORY, loan.debtToken, order.poolToken, order.poolFee);
        require(pool.code.length != 0, ITradeRouter.PoolNotFound(pool));
        (uint256 amount0, uint256 amount1) =
            loan.debtToken < order.poolToken ? (loan.debt, uint256(0)) : (uint256(0), loan.debt);
        IUniswapV3PoolActions(pool).flash(address(this), amount0, amount1, abi.encode(order, loan));
    }
}
