// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IExecutor} from "../../src/interfaces/ICallbacks.sol";
import {Adjustment, IMarginEngine, ReserveState, SETTLE_COLLATERAL} from "../../src/interfaces/IMarginEngine.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {takeOf} from "../support/Takes.sol";
import {TradeTest} from "../support/TradeTest.sol";

/// @notice Acts that cost others more than the one who does them: interest by the block, dust, gifts, revoked operators.
contract GriefingScenarios is TradeTest {
    address internal mallory = makeAddr("mallory");
    bytes32 internal account = _account(alice, 0);

    /// @dev Accrual in every block, or once: the borrower owes the same, and neither fees nor lenders lose it.
    /// forge-config: default.fuzz.runs = 24
    function testFuzz_AccrualInEveryBlock(uint256 borrowed, uint256 blocks) public {
        _deposit(account, ETH, 1, 1_000e18);
        _borrow(account, ETH, 0, bound(borrowed, 100e6, 2_000_000e6));
        blocks = bound(blocks, 10, 150);
        uint256 state = vm.snapshotState();
        _skip(blocks * 12);
        ReserveState memory once = engine.reserve(ETH, 0);
        vm.revertToState(state);
        for (uint256 i; i < blocks; ++i) {
            _skip(12);
            engine.accrue(ETH, 0);
        }
        ReserveState memory often = engine.reserve(ETH, 0);
        // per block the index is rounded down by 2^-60, and compounding adds its square
        assertApproxEqAbs(often.debt, once.debt, 2 + once.debt * blocks / 2 ** 58);
        assertApproxEqAbs(often.fees, once.fees, 2 + once.fees / 1e6);
        assertApproxEqAbs(often.totalAssets, once.totalAssets, 3 + once.debt * blocks / 2 ** 58);
    }

    /// @dev A unit of interest a block is not lost on small debts: the fraction of the fees is kept.
    /// forge-config: default.fuzz.runs = 24
    function testFuzz_FeesOfSmallDebtsAreNotLost(uint256 borrowed) public {
        _deposit(account, ETH, 1, 10e18);
        _borrow(account, ETH, 0, bound(borrowed, 20e6, 2_000e6));
        ReserveState memory before = engine.reserve(ETH, 0);
        for (uint256 i; i < 200; ++i) {
            _skip(12);
            engine.accrue(ETH, 0);
        }
        ReserveState memory current = engine.reserve(ETH, 0);
        uint256 interest = current.debt - before.debt;
        assertApproxEqAbs(current.fees, interest * current.parameters.feeShare / 256, 1);
    }

    /// @dev Gifts to the engine move no number that anything depends on.
    function testFuzz_GiftsMoveNothing(uint256 gift, uint256 borrowed) public {
        _deposit(account, ETH, 1, 100e18);
        _borrow(account, ETH, 0, bound(borrowed, 20e6, 200_000e6));
        bytes32 before = _view();
        usdc.mint(address(engine), bound(gift, 1, 1e15));
        weth.mint(address(engine), bound(gift, 1, 1e24));
        assertEq(_view(), before);
    }

    /// @dev A gift while a sync is open is a gift to the account that settles: the giver loses it, nobody else does.
    function testFuzz_GiftDuringSync(uint256 gift) public {
        gift = bound(gift, 1, 1e12);
        GiftedExecutor executor = new GiftedExecutor(engine, usdc);
        usdc.mint(address(executor), gift);
        uint256 cash = engine.reserve(ETH, 0).cash;
        vm.prank(alice);
        engine.execute(account, address(executor), "");
        (uint256 held,) = _positionOf(account, 0, 0);
        assertEq(held, gift);
        assertEq(engine.reserve(ETH, 0).cash, cash);
    }

    /// @dev Dust in somebody's account would be in the way of his exits: nobody can put it there.
    function testFuzz_RevertWhen_DustForOthers(uint256 amount, bool debt) public {
        _deposit(account, ETH, 1, 100e18);
        _borrow(account, ETH, 0, 10_000e6);
        _fund(mallory, weth, address(engine), 1e18);
        _fund(mallory, usdc, address(engine), 1e18);
        vm.prank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, mallory));
        if (debt) engine.repay(account, 0, bound(amount, 1, 1e6));
        else engine.deposit(account, ETH, 1, bound(amount, 1, 1e6));
    }

    /// @dev An account of the least debt there can be is liquidated whole, by anyone, at a profit or at cost.
    function testFuzz_TinyAccount(uint256 fall) public {
        uint256 minDebt = engine.reserve(ETH, 0).parameters.minDebt;
        _deposit(account, ETH, 1, 1e16); // 30 dollars
        _borrow(account, ETH, 0, minDebt);
        _setPrice(ETH, 1, bound(fall, 1e18, 1_800e18));
        _fund(liquidator, usdc, address(engine), minDebt * 2);
        vm.prank(liquidator);
        engine.liquidate(account, takeOf(1, 0, type(uint256).max, liquidator, ""));
        (uint16 market,,) = engine.position(account);
        (, uint256 owed) = engine.amounts(account, 1, 0);
        assertEq(owed, 0, "closed whole");
        (uint256 held,) = _positionOf(account, 1, 0);
        assertEq(market == 0, held == 0);
    }

    /// @dev A budget cannot leave debt behind that is too small to be worth anyone's gas.
    function testFuzz_RevertWhen_BudgetStrandsDust(uint256 short) public {
        _deposit(account, ETH, 1, 10e18);
        _borrow(account, ETH, 0, 25_000e6);
        _setPrice(ETH, 1, 2_510e18);
        uint256 minDebt = engine.reserve(ETH, 0).parameters.minDebt;
        short = bound(short, 1, minDebt - 1);
        _setPrice(ETH, 1, 2_450e18); // insolvent: closed whole
        _fund(liquidator, usdc, address(engine), 25_000e6);
        vm.prank(liquidator);
        try engine.liquidate(account, takeOf(1, 0, 25_000e6 - short, liquidator, "")) {
            (uint256 held, uint256 owed) = engine.amounts(account, 1, 0);
            assertTrue(owed == 0 || owed >= minDebt || held == 0, "no dust");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), Errors.DebtBelowMinimum.selector);
        }
    }

    /// @dev Revoked is revoked: from the next call on, on every path.
    function testFuzz_RevertWhen_OperatorWasRevoked(uint256 path) public {
        _deposit(account, ETH, 1, 100e18);
        vm.startPrank(alice);
        engine.setOperator(mallory, true);
        engine.setOperator(mallory, false);
        vm.stopPrank();
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(Errors.NotAuthorized.selector, account, mallory));
        if (path % 5 == 0) engine.withdraw(account, 1, 1, mallory);
        else if (path % 5 == 1) engine.borrow(account, ETH, 0, 20e6, mallory);
        else if (path % 5 == 2) engine.execute(account, address(router), "");
        else if (path % 5 == 3) engine.redeem(account, ETH, 0, 1, mallory);
        else engine.deleverage(account, address(router), "");
        vm.stopPrank();
    }

    /// @dev A signature that approved cannot approve again after the owner revoked.
    function test_RevertWhen_ApprovalIsReplayed() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        bytes memory signature = _sign(owner, key, true, 0);
        engine.setOperatorWithSignature(owner, mallory, true, block.timestamp, signature);
        vm.prank(owner);
        engine.setOperator(mallory, false);
        vm.expectRevert(Errors.InvalidSignature.selector);
        engine.setOperatorWithSignature(owner, mallory, true, block.timestamp, signature);
        assertFalse(engine.isOperator(owner, mallory));
    }

    /// @dev A reserve that nobody touched for decades, at any utilisation: it accrues, repays and redeems.
    function testFuzz_Decades(uint256 borrowed, uint256 time) public {
        _deposit(account, ETH, 1, 10_000e18);
        _borrow(account, ETH, 0, bound(borrowed, 20e6, 10_000_000e6));
        _skip(bound(time, 1 days, 75 * 365 days));
        engine.accrue(ETH, 0);
        (, uint256 owed) = engine.amounts(account, 1, 0);
        _fund(alice, usdc, address(engine), owed);
        vm.prank(alice);
        engine.repay(account, 0, type(uint256).max);
        assertEq(engine.reserve(ETH, 0).debt, 0);
        vm.prank(lender);
        engine.redeem(_account(lender, 0), ETH, 0, type(uint256).max, lender);
    }

    function _view() private view returns (bytes32) {
        return keccak256(
            abi.encode(
                engine.reserve(ETH, 0), engine.reserve(ETH, 1), engine.health(account), engine.initialHealth(account)
            )
        );
    }

    function _sign(address owner, uint256 key, bool approved, uint256 nonce) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Gimbal"),
                keccak256("1"),
                block.chainid,
                address(engine)
            )
        );
        bytes32 typehash =
            keccak256("SetOperator(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)");
        bytes32 content = keccak256(abi.encode(typehash, owner, mallory, approved, nonce, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, content)));
        return abi.encodePacked(r, s, v);
    }
}

/// @notice Opens a sync, gives all its tokens to the engine, and settles.
contract GiftedExecutor is IExecutor {
    IMarginEngine private immutable _engine;
    IERC20 private immutable _token;

    constructor(IMarginEngine engine, IERC20 token) {
        (_engine, _token) = (engine, token);
    }

    function onExecute(bytes32 account, address, bytes calldata) external {
        _engine.sync(1, 0);
        _token.transfer(address(_engine), _token.balanceOf(address(this)));
        Adjustment memory a;
        (a.account, a.market, a.collateralDelta) = (account, 1, SETTLE_COLLATERAL);
        _engine.adjust(a);
    }
}
